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
from functools import cached_property
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

    ``after``   from what it runs: a step id, ``ID:outcome`` or an event ``@kind``; ``A|B`` the first of them that
                stands; the starting day is not counted. A bare word names a start that no step marks.
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
class Extension:
    """A lawful lengthening (延长) of a term: the first one of a term is the first of its extensions, and so on.

    ``amount`` days at most, in the unit of the term; 0 where the decision itself fixes the number.
    ``by``     who approves it; ``collective`` whether only after collective discussion.
    """

    amount: int
    basis: Basis
    by: tuple[Role, ...] = (Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)
    collective: bool = False
    policy: bool = False


@dataclass(frozen=True)
class Outcome:
    """One way in which a step can end; the first of a step is meant where a taking names none.

    ``sets_back`` the step that has to be taken anew; what rests on it falls away (``Step.rests_on``).
    ``ends``      the case goes straight to closing.
    ``by``        only these may conclude so, where that is narrower than the step.
    ``needs``     replaces the needs of the step, where given.
    ``documents`` documents made besides those of the step.
    ``untimed``   the term of the step does not bind this outcome.
    ``unfinished`` the step has been taken but goes on being owed (part payment).
    """

    code: str
    label: str
    sets_back: str = ""
    ends: bool = False
    by: tuple[Role, ...] = ()
    needs: tuple[str, ...] | None = None
    documents: tuple[str, ...] = ()
    untimed: bool = False
    unfinished: bool = False


_STAFF_GATES = frozenset({"two_staff", "two_testers"})


@dataclass(frozen=True)
class Step:
    """One step (环节) of a procedure.

    ``id``        id in the law reference; ``code`` machine verb; ``label`` legal term.
    ``by``        who takes it; ``officers`` how many certified officers at least; ``assigns`` how many certified
                  handlers (承办人) the case must have from then on.
    ``needs``     what stands before it: a step id, ``ID:outcome``, an event ``@kind``, ``A|B`` for either; steps that
                  do not arise count as done (``conditions.excused``).
    ``rests_on``  what it is founded on: once a step (``ID``, ``ID:outcome``) or event (``@kind``) named here comes
                  after it, or the taking it was founded on loses its force, it has lost its own (``force``) and is
                  owed anew.
    ``covers``    ``(step, word)``: taken with that word stated, it counts as that step too (告知书 that tells of the hearing);
                  with "" for the word, always.
    ``applies``   name of a condition in ``conditions`` under which the step is owed; "" always; some conditions make it
                  takeable and never owed.
    ``documents`` codes of ``documents`` it makes; ``records`` Chinese names of the text records that must be on file.
    ``within``    term by which it must be taken. ``late``: "record" keeps it as late, "policy" refuses it by a rule of
                  this platform, "lapse" refuses it because the right is lost by law (a stated ``late_reason`` excuses).
    ``extensions`` how the term may be lengthened.
    ``gates``     ids of the gates asked before it.
    ``child``     codes of procedures, one of which runs nested in the case by this step.
    """

    id: str
    code: str
    label: str
    stage: Stage
    by: tuple[Role, ...]
    basis: tuple[Basis, ...]
    needs: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    covers: tuple[tuple[str, str], ...] = ()
    applies: str = ""
    outcomes: tuple[Outcome, ...] = ()
    documents: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    av: Av = Av.MAY
    officers: int = 0
    assigns: int = 0
    within: Term | None = None
    late: str = "record"  # "record", "policy" or "lapse"
    extensions: tuple[Extension, ...] = ()
    gates: tuple[str, ...] = ()
    repeatable: bool = False
    ends: bool = False
    child: tuple[str, ...] = ()
    note: str = ""  # one plain sentence for the public chart

    @property
    def takes_several(self) -> bool:
        """Whether others may take part: two officers must, or two members of staff may have to (ALL 34, 55)."""
        return self.officers > 1 or not _STAFF_GATES.isdisjoint(self.gates)

    def outcome(self, code: str) -> Outcome | None:
        """The outcome of this code or Chinese label; the first one for ""; None if there is none such."""
        if not code:
            return self.outcomes[0] if self.outcomes else None
        return next((o for o in self.outcomes if code in (o.code, o.label)), None)


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
        object.__setattr__(self, "_by_id", {s.id: s for s in self.steps})  # its own, also when made by replace()
        if len(self._by_id) != len(self.steps):
            raise ValueError(f"{self.code}: two steps share an id")

    def index(self, step_id: str) -> int:
        """The place of a step in the order of the declaration."""
        return self.steps.index(self._by_id[step_id])

    def __getitem__(self, step_id: str) -> Step:
        return self._by_id[step_id]

    def __contains__(self, step_id: str) -> bool:
        return step_id in self._by_id

    @cached_property
    def last_steps(self) -> tuple[Step, ...]:
        """The steps with which a case comes to its end."""
        return tuple(step for step in self.steps if step.ends)

    @cached_property
    def closes(self) -> bool:
        """Whether it has steps of closing (结案); otherwise its ending is its close."""
        return any(step.stage is Stage.CLOSE for step in self.steps)

    @cached_property
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
