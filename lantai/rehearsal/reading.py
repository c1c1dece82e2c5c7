"""Reading a story (演练脚本): YAML into frozen values, with a sentence that says what is wrong and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import yaml

from lantai.law.periods import BEIJING

ROW_WORDS = frozenset(
    {
        "at",
        "step",
        "event",
        "testing",
        "extend",
        "by",
        "with",
        "outcome",
        "expect",
        "gates",
        "try",
        "without",
        "also",
        "missing",
        "under",
        "effect",
        "policy",
        "child",
        "procedure",
        "timeline",
        "ask",
        "articles",
        "reason",
        "field",
    }
)
HEAD_WORDS = frozenset(
    {
        "scenario",
        "title",
        "agency",
        "procedure",
        "party",
        "facts",
        "policy",
        "cast",
        "timeline",
        "ask",
        "effect",
        "notes",
    }
)
MODIFIERS = ("on", "if_extended", "if_decided_on", "if_handed_in_on", "under", "without", "for", "policy", "in")

STEP_WORDS = {"freeze": "CM-6", "freeze_decision_served": "CM-6-1", "legal_review": "LR"}
"""Words of a story for steps that have no id in the law reference."""

WORDS_OF = {
    "expropriation.housing": {"legal_review": "EX-4-3", "demolition": "EX-9-1"},
    "expropriation.land": {"legal_review": "EL-7-2"},
    "requisition.emergency": {"legal_review": "RQ-2-1"},
}
"""The same, where the procedure decides which step is meant."""


OF_THE_WORLD = frozenset({"matter_published", "cap", "visits", "visit_source"})
"""Facts of a story that stand before the case and are none of it (``inspecting``)."""


class Unreadable(ValueError):
    """The story cannot be read; the sentence says why."""


@dataclass(frozen=True)
class Row:
    """One line of a timeline. ``at`` a day (any lawful hour of it) or an instant."""

    place: int
    at: date | datetime
    step: str = ""
    event: str = ""
    testing: Mapping[str, Any] | None = None
    extend: str = ""
    by: tuple[str, ...] = ()
    said: Mapping[str, Any] = field(default_factory=dict)
    allowed: bool = True
    gates: tuple[str, ...] | None = None
    articles: tuple[str, ...] = ()
    reason: str = ""
    faulty_field: str = ""
    is_try: bool = False
    without: tuple[Mapping[str, Any], ...] = ()
    also: tuple[Row, ...] = ()
    missing: tuple[str, ...] = ()
    under: Mapping[str, Any] = field(default_factory=dict)
    effect: Mapping[str, Any] = field(default_factory=dict)
    is_policy: bool = False
    child: Story | None = None

    @property
    def day(self) -> date:
        return self.at.date() if isinstance(self.at, datetime) else self.at

    @property
    def is_named(self) -> bool:
        """Whether the story says by which rule it expects to be refused."""
        return self.allowed or bool(self.gates or self.articles or self.reason or self.faulty_field)

    @property
    def label(self) -> str:
        what = self.step or self.event or (f"延长 {self.extend}" if self.extend else "")
        if self.testing is not None:
            what = "检测、检验、检疫、鉴定"
        if self.child is not None:
            what = f"附带措施 {self.child.name}"
        return f"{self.at:%Y-%m-%d %H:%M} {what}" if isinstance(self.at, datetime) else f"{self.at} {what}"

    def matches(self, wanted: Mapping[str, Any]) -> bool:
        """Whether this is the row that ``without`` names."""
        return all(
            (key == "at" and _moment(value, self.place) == self.at)
            or (key in ("step", "event", "extend") and getattr(self, key) == value)
            or key not in ("at", "step", "event", "extend")
            for key, value in wanted.items()
        )


@dataclass(frozen=True)
class Question:
    """One question: its kind (``term`` …), what it asks about, what is expected, and under which assumptions."""

    kind: str
    about: Any
    expected: Mapping[str, Any]
    modifiers: Mapping[str, Any]

    @property
    def label(self) -> str:
        more = "".join(f" {key}={value}" for key, value in self.modifiers.items())
        return f"{self.kind} {self.about}{more}"


@dataclass(frozen=True)
class Story:
    """A story with dates: who, under which procedure, what happens and what must be true at the end."""

    name: str
    title: str
    agency: str
    procedure: str
    party: Mapping[str, Any]
    facts: Mapping[str, Any]
    policy: Mapping[str, Any]
    cast: Mapping[str, Mapping[str, Any]]
    timeline: tuple[Row, ...]
    questions: tuple[Question, ...]


KINDS = (
    "term",
    "latest",
    "earliest",
    "window",
    "money",
    "card",
    "card_below",
    "task",
    "remedy",
    "review_required",
    "reviewer_body",
    "collective_required",
    "hearing_right",
    "hearing_obligatory",
    "accepted_on",
    "publication",
    "public_item",
    "document_required",
    "text_contains",
    "count",
    "annual_report",
    "counted_in_annual_report",
    "working_days",
    "calendar_days",
    "months",
    "hours",
    "is_working_day",
)

CODES = frozenset(
    {"penalty.summary", "penalty.ordinary", "evidence.preservation", "transfer.criminal", "disclosure", "calendar"}
    | {"coercion.sealing_seizure", "coercion.freezing", "coercion.execution", "coercion.court_application"}
    | {"inspection.ordinary", "licence.ordinary", "levy.fee"}
    | {"expropriation.housing", "expropriation.land", "requisition.emergency"}
)
"""The procedures of the format. A story of one that is not released waits for it; any other word is a fault."""


def read_file(path: Path) -> Story:
    """One story of a file. Raises Unreadable."""
    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:  # a day that does not exist is a ValueError
        raise Unreadable(f"{path.name}：不是可以读取的 YAML 文件（{error}）") from None
    return read(given, path.stem)


def _named(given: Any) -> Any:
    """YAML 1.1 reads a bare ``on:`` as true; here it is a word."""
    if isinstance(given, Mapping):
        return {("on" if key is True else key): _named(value) for key, value in given.items()}
    return [_named(one) for one in given] if isinstance(given, list) else given


def read(given: Any, name: str) -> Story:
    given = _named(given)
    if not isinstance(given, Mapping):
        raise Unreadable(f"{name}：脚本应当是一组“名称: 内容”")
    if unknown := set(given) - HEAD_WORDS:
        raise Unreadable(f"{name}：不认识的词“{min(unknown)}”")
    for needed in ("procedure",):
        if not given.get(needed):
            raise Unreadable(f"{name}：缺少“{needed}”")
    words = {**STEP_WORDS, **WORDS_OF.get(str(given["procedure"]), {})}
    timeline = tuple(_row(row, n, name, words) for n, row in enumerate(given.get("timeline") or (), 1))
    questions = tuple(_question(q, name, words) for q in given.get("ask") or ())
    return Story(
        name=str(given.get("scenario") or name),
        title=str(given.get("title") or given.get("scenario") or name),
        agency=str(given.get("agency") or "衡阳市市场监督管理局"),
        procedure=str(given["procedure"]),
        party=given.get("party") or {"kind": "organisation"},
        facts=given.get("facts") or {},
        policy=given.get("policy") or {},
        cast=given.get("cast") or {},
        timeline=timeline,
        questions=questions,
    )


def _row(given: Any, place: int, name: str, words: Mapping[str, str] = STEP_WORDS) -> Row:
    if not isinstance(given, Mapping) or "at" not in given:
        raise Unreadable(f"{name} 第{place}行：每一行都要写“at”")
    if unknown := set(given) - ROW_WORDS:
        raise Unreadable(f"{name} 第{place}行：不认识的词“{min(unknown)}”")
    expect = given.get("expect", "allow")
    if expect not in ("allow", "refuse"):
        raise Unreadable(f"{name} 第{place}行：expect 只能是 allow 或者 refuse")
    said = dict(given.get("with") or {})
    if given.get("outcome"):
        said["outcome"] = given["outcome"]
    child = None
    if given.get("child"):
        nested = {k: given[k] for k in ("procedure", "timeline", "ask") if k in given}
        child = read(nested | {"scenario": str(given["child"])}, str(given["child"]))
    return Row(
        place=place,
        at=_moment(given["at"], place),
        step=words.get(str(given.get("step") or ""), str(given.get("step") or "")),
        event=str(given.get("event") or ""),
        testing=given.get("testing"),
        extend=str(given.get("extend") or ""),
        by=_several(given.get("by")),
        said=said,
        allowed=expect == "allow",
        gates=tuple(given["gates"]) if given.get("gates") is not None else None,
        articles=_several(given.get("articles")),
        reason=str(given.get("reason") or ""),
        faulty_field=str(given.get("field") or ""),
        is_try=bool(given.get("try")),
        without=tuple(given.get("without") or ()),
        also=tuple(_row(r, place, name, words) for r in given.get("also") or ()),
        missing=tuple(given.get("missing") or ()),
        under=given.get("under") or {},
        effect=given.get("effect") or {},
        is_policy=bool(given.get("policy")),
        child=child,
    )


def _several(given: Any) -> tuple[str, ...]:
    """One word or a list of words."""
    return (given,) if isinstance(given, str) else tuple(str(one) for one in given or ())


def _moment(value: Any, place: int) -> date | datetime:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=BEIJING)
    if isinstance(value, date):
        return value
    try:
        if len(str(value)) <= 10:
            return date.fromisoformat(str(value))
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        where = f"第{place}行：" if place else ""
        raise Unreadable(f"{where}“{value}”不是日期，也不是时刻") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=BEIJING)


def _question(given: Any, name: str, words: Mapping[str, str] = STEP_WORDS) -> Question:
    if not isinstance(given, Mapping):
        raise Unreadable(f"{name}：每个问题都是一组“名称: 内容”")
    kind = next((k for k in KINDS if k in given), "")
    if not kind:
        raise Unreadable(f"{name}：不认识的问题 {dict(given)}")
    rest = {k: v for k, v in given.items() if k != kind}
    modifiers = {k: v for k, v in rest.items() if k in MODIFIERS}
    expected = {k: v for k, v in rest.items() if k not in MODIFIERS}
    about = _moment(given[kind], 0) if kind == "is_working_day" else given[kind]
    if "after" in expected:
        expected["after"] = _moment(expected["after"], 0)
    about = words.get(about, about) if isinstance(about, str) else about
    return Question(kind, about, expected, modifiers)


def instant(at: date | datetime, hour: int = 15) -> datetime:
    """A moment for a bare day."""
    return at if isinstance(at, datetime) else datetime.combine(at, time(hour), BEIJING)


def rows_of(given: Sequence[Any], name: str) -> tuple[Row, ...]:
    return tuple(_row(r, n, name) for n, r in enumerate(given, 1))
