"""行政复议、行政诉讼: whether a decision is disputed, stayed or annulled, as the events of a case (or of its main case) say.

Neither remedy suspends execution by itself (APL 73; ARL 42; ADLIT 56); surcharge does not accrue meanwhile, the court is
not applied to, and nothing is demolished (ACL 44, 53).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from lantai.law.facts import CaseFacts, Interval, Taken
from lantai.law.force import instant
from lantai.law.money import LITIGATION, RECONSIDERATION
from lantai.law.periods import local_day
from lantai.law.service_days import day_of

LABELS = {RECONSIDERATION: "行政复议", LITIGATION: "行政诉讼"}
_KINDS = {
    RECONSIDERATION: ("reconsideration_accepted", "reconsideration_decided"),
    LITIGATION: ("suit_accepted", "suit_decided"),
}
ANNULLING = frozenset({"changed", "revoked", "illegal", "void"})
"""Results after which the decision no longer stands as it was made (APL 48 ¶3; ACL 41)."""
RESULTS = {
    "upheld": "维持决定或者驳回请求",
    "changed": "变更决定",
    "revoked": "撤销决定",
    "illegal": "确认违法",
    "void": "确认无效",
    "withdrawn": "撤回申请或者撤诉",
}
_REVOKED = {"decision_changed": "changed", "decision_revoked": "revoked", "decision_confirmed_illegal": "illegal"}


@dataclass(frozen=True)
class Dispute:
    """One remedy that was used. ``ended_on`` None while it runs; ``result`` a key of ``RESULTS``."""

    kind: str
    began_on: date
    ended_on: date | None = None
    result: str = ""
    from_instant: datetime | None = None
    to_instant: datetime | None = None

    @property
    def label(self) -> str:
        return LABELS[self.kind]


@dataclass(frozen=True)
class Annulment:
    """The decision was changed, revoked or found illegal: since when the agency knows, and how."""

    known_on: date
    result: str
    at: datetime

    @property
    def label(self) -> str:
        return RESULTS[self.result]


TELLING = (*_REVOKED, "reconsideration_decided", "suit_decided")
"""The events that may tell of the end of a decision."""


def _events(facts: CaseFacts) -> Iterator[Taken]:
    """The happenings of a case and of the main case in which it is nested, in time."""
    every = [*facts.events, *(facts.parent.events if facts.parent else ())]
    yield from sorted((e for e in every if not e.void), key=lambda e: instant(e.at))


def disputes(facts: CaseFacts) -> tuple[Dispute, ...]:
    """Every reconsideration and suit on file, in the order in which they were accepted."""
    found: list[Dispute] = []
    for event in _events(facts):
        for kind, (accepted, decided) in _KINDS.items():
            if event.step == accepted:
                began = day_of(event.stated.get("accepted_on")) or local_day(event.at)
                found.append(Dispute(kind, began, from_instant=event.at))
            elif event.step == decided:
                ended = day_of(event.stated.get("received_on")) or local_day(event.at)
                result = str(event.stated.get("result") or "upheld")
                open_one = next((d for d in found if d.kind == kind and d.ended_on is None), None)
                began = open_one.began_on if open_one else ended
                since = open_one.from_instant if open_one else event.at
                if open_one:
                    found.remove(open_one)
                found.append(Dispute(kind, began, ended, result, since, event.at))
    every = [*facts.intervals, *(facts.parent.intervals if facts.parent else ())]
    found += [Dispute(i.kind, i.start, i.end) for i in every if i.kind in LABELS]
    return tuple(sorted(found, key=lambda d: d.began_on))


def running(facts: CaseFacts, on: date) -> Dispute | None:
    """The reconsideration or suit that is under way on a day."""
    return next((d for d in disputes(facts) if d.began_on <= on and (d.ended_on is None or on < d.ended_on)), None)


def last_upheld(facts: CaseFacts, kind: str) -> Dispute | None:
    """The latest remedy of this kind in which the decision was upheld."""
    return next((d for d in reversed(disputes(facts)) if d.kind == kind and d.result == "upheld"), None)


def pauses(facts: CaseFacts) -> tuple[Interval, ...]:
    """The spans during which no surcharge accrues (APL 73 ¶3), besides those on file as intervals."""
    return tuple(Interval(d.kind, d.began_on, d.ended_on) for d in disputes(facts))


def annulment(facts: CaseFacts) -> Annulment | None:
    """The end of the decision, where it was changed, revoked, or found illegal or void; None while it stands."""
    found = None
    for event in _events(facts):
        result = _REVOKED.get(event.step) or str(event.stated.get("result") or "")
        if event.step in _REVOKED or (event.step.endswith("_decided") and result in ANNULLING):
            known = day_of(event.stated.get("received_on") or event.stated.get("known_on")) or local_day(event.at)
            found = Annulment(known, result, event.at)
    return found


def stayed(facts: CaseFacts) -> Taken | None:
    """The order that execution stop (ARL 42; ADLIT 56), while it was not lifted."""
    order = None
    for event in _events(facts):
        if event.step == "execution_stayed":
            order = event
        elif event.step == "execution_stay_lifted":
            order = None
    return order
