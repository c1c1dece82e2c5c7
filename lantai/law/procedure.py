"""The words in which a procedure (执法程序) is declared: stages, steps, terms, procedures. Values only, no deciding.

One declaration has four readings: the engine (``engine``), the timetable, the records checklist and the flow
chart (``sheets``). Ids are those of the law reference (PG-14), so that a scenario, a page and an article meet.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from lantai.law.people import Role
from lantai.law.statutes import Basis


class Stage(StrEnum):
    """The four stages of the 2019 plan, and the filing of the dossier after them."""

    START = "启动"
    INVESTIGATE = "调查取证"
    DECIDE = "审核决定"
    PERFORM = "送达执行"
    CLOSE = "结案归档"


class Av(StrEnum):
    """How far an act must be recorded in sound and image (音像记录)."""

    MUST = "应当"
    SHOULD = "视情"
    MAY = "可以"


class Unit(StrEnum):
    """The unit of a term. DAYS means: as the statute counts (working or calendar days, by its amount)."""

    DAYS = "日"
    WORKING_DAYS = "工作日"
    CALENDAR_DAYS = "自然日"
    MONTHS = "个月"
    YEARS = "年"
    HOURS = "小时"


@dataclass(frozen=True)
class Term:
    """A term (期限): so many units after a step, by an article.

    ``after``   step id or event from which it runs; the starting day is not counted.
    ``unit``    DAYS lets the statute of ``basis`` decide between working and calendar days.
    ``rolls``   false for periods that restrict property or liberty: they end on the raw day (T-9).
    ``stops``   kinds of interval during which the clock stands (CLOCK_STOPS in ``periods``).
    ``policy``  true where the amount is a local or configurable choice and no statute sets it.
    """

    amount: int
    after: str
    basis: Basis
    unit: Unit = Unit.DAYS
    rolls: bool = True
    stops: frozenset[str] = frozenset()
    policy: bool = False

    @property
    def counts_working_days(self) -> bool:
        if self.unit is Unit.DAYS:
            return self.basis.statute.counts_working_days(self.amount)
        return self.unit is Unit.WORKING_DAYS


@dataclass(frozen=True)
class Outcome:
    """One way in which a step can end. ``sets_back`` names the step to which the case returns (later steps fall away)."""

    code: str
    label: str
    sets_back: str = ""
    ends: bool = False  # the case goes straight to closing


@dataclass(frozen=True)
class Step:
    """One step (环节) of a procedure.

    ``id``        id in the law reference; ``code`` machine verb; ``label`` legal term.
    ``by``        who takes it; ``officers`` how many certified officers at least.
    ``needs``     what stands before it: a step id, ``ID:outcome``, or ``A|B`` for either; steps that do not apply count as done.
    ``applies``   name of a condition in ``conditions`` under which the step is owed; "" always; a step whose condition is
                  ``optional`` may be taken and is never owed.
    ``documents`` codes of ``documents`` it makes; ``records`` Chinese names of the text records that must be on file.
    ``within``    term by which it must be taken; ``late`` whether it is then refused or only recorded as late.
    ``gates``     ids of the gates asked before it.
    ``voids``     a new taking of this step sets back everything after it.
    """

    id: str
    code: str
    label: str
    stage: Stage
    by: tuple[Role, ...]
    basis: tuple[Basis, ...]
    needs: tuple[str, ...] = ()
    applies: str = ""
    outcomes: tuple[Outcome, ...] = ()
    documents: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    av: Av = Av.MAY
    officers: int = 0
    within: Term | None = None
    late: str = "record"  # "refuse" or "record"
    gates: tuple[str, ...] = ()
    repeatable: bool = False
    ends: bool = False
    note: str = ""  # one plain sentence for the public chart


@dataclass(frozen=True)
class Milestone:
    """A cell of the step bar (步骤条): a word and the steps of which the last owed one completes it."""

    label: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Procedure:
    """A procedure in force from a day on. A running case keeps the version in force when it was opened."""

    code: str
    label: str
    version: int
    in_force: date
    kind: str  # 处罚 强制 检查 征收征用 许可 其他
    steps: tuple[Step, ...]
    milestones: tuple[Milestone, ...] = ()
    note: str = ""
    _by_id: dict[str, Step] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._by_id.update({s.id: s for s in self.steps})
        if len(self._by_id) != len(self.steps):
            raise ValueError(f"{self.code}: two steps share an id")

    def __getitem__(self, step_id: str) -> Step:
        return self._by_id[step_id]

    def __contains__(self, step_id: str) -> bool:
        return step_id in self._by_id

    @property
    def digest(self) -> str:
        """SHA-256 of the declaration: what the justice bureau signs, what runs and what is published."""
        return hashlib.sha256(json.dumps(_plain(self), ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Basis):
        return value.key
    if is_dataclass(value) and not isinstance(value, type):
        return {k: _plain(getattr(value, k)) for k in value.__dataclass_fields__ if not k.startswith("_")}
    if isinstance(value, frozenset):
        return sorted(_plain(v) for v in value)
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value


