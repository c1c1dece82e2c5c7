"""The facts of a case (案件事实) as the rules need them: frozen values, made from rows by ``cases.facts`` or by a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date, datetime
from typing import Any

from lantai.law.people import Actor


@dataclass(frozen=True)
class Party:
    """当事人. ``kind``: person, sole_trader or organisation. ``birth_date`` where age matters (persons)."""

    kind: str = "organisation"
    name: str = ""
    birth_date: date | None = None

    @property
    def is_natural_person(self) -> bool:
        return self.kind in ("person", "sole_trader")


@dataclass(frozen=True)
class AgencyFacts:
    """What the agency has adopted, as dated rows in force on the day of the act. Amounts in yuan.

    ``hearing_person`` / ``hearing_organisation``  听证 thresholds (inclusive), with ``hearing_source``.
    ``review_person`` / ``review_organisation``    thresholds of the major-decision catalogue; None = as for hearings.
    ``catalogue``   further rows of the 重大执法决定法制审核目录: machine words (penalty kinds, "reduced", "public_interest" …).
    ``policy``      switches that differ from the shipped default (``law.policy`` names them).
    """

    field: str = "general"
    level: str = "city"
    kind: str = "机关"
    hearing_person: int = 1_000
    hearing_organisation: int = 20_000
    hearing_source: str = ""
    review_person: int | None = None
    review_organisation: int | None = None
    catalogue: frozenset[str] = frozenset()
    policy: Mapping[str, Any] = made(default_factory=dict)


@dataclass(frozen=True)
class InspectionFacts:
    """What stands published about the matter of an inspection, and how often this enterprise was visited.

    ``matter_from`` / ``matter_to``  the days on which the matter (检查事项) is published, with ``matter_source``.
    ``cap``         年度频次上限 for one enterprise, None where none is published; ``cap_source``.
    ``beyond``      sources (``inspections.SOURCES``) that may go over the cap; they are counted all the same.
    ``uncounted``   sources that the cap does not count at all.
    ``visits``      the days of the other inspections of this enterprise by this agency that the cap counts.
    """

    matter_from: date | None = None
    matter_to: date | None = None
    matter_source: str = ""
    cap: int | None = None
    cap_source: str = ""
    beyond: frozenset[str] = frozenset()
    uncounted: frozenset[str] = frozenset()
    visits: tuple[date, ...] = ()


@dataclass(frozen=True)
class Taken:
    """A step that was taken (已办环节). ``stated`` holds what it said: fine, penalty_kinds, opinion, mode, waiver …"""

    step: str
    at: datetime
    outcome: str = ""
    actors: tuple[Actor, ...] = ()
    stated: Mapping[str, Any] = made(default_factory=dict)
    void: bool = False  # set back by a later return; kept on file


@dataclass(frozen=True)
class Interval:
    """A span that stops a clock or suspends the case (中止、听证、公告、检测 …); both days included; ``end`` None while it runs."""

    kind: str
    start: date
    end: date | None = None
    told_in_writing: bool = True


@dataclass(frozen=True)
class Recording:
    """An audio-video record (音像记录) on file for a step, or the lawful reason (``reason``) why there is none."""

    step: str
    made_at: datetime
    reason: str = ""


@dataclass(frozen=True)
class CaseFacts:
    """Everything the rules may ask about one case. ``events`` are happenings that are no step (waiver, payment …) as Taken."""

    procedure: str
    agency: AgencyFacts = AgencyFacts()
    party: Party = Party()
    opened_at: datetime | None = None
    taken: tuple[Taken, ...] = ()
    events: tuple[Taken, ...] = ()
    intervals: tuple[Interval, ...] = ()
    recordings: tuple[Recording, ...] = ()
    documents: frozenset[str] = frozenset()  # codes of documents and records on file
    officers: tuple[Actor, ...] = ()  # assigned handlers (承办人)
    recused: frozenset[int] = frozenset()  # person ids under a recusal decision
    children: tuple[CaseFacts, ...] = ()  # measures nested in the case
    parent: CaseFacts | None = None  # the case in which this one is nested, where its rules look there
    extensions: Mapping[str, int] = made(default_factory=dict)  # step id → days added by approval
    flags: Mapping[str, Any] = made(default_factory=dict)  # matter facts: complex, public_interest, act_ended_on …
    inspection: InspectionFacts | None = None  # of inspections only

    def last(self, step: str) -> Taken | None:
        """The latest standing taking of a step (voided ones do not count)."""
        for taken in reversed(self.taken):
            if taken.step == step and not taken.void:
                return taken
        return None

    def takings(self, step: str) -> tuple[Taken, ...]:
        """Every standing taking of a step, the earliest first."""
        return tuple(t for t in self.taken if t.step == step and not t.void)

    def event(self, kind: str) -> Taken | None:
        for event in reversed(self.events):
            if event.step == kind and not event.void:
                return event
        return None


@dataclass(frozen=True)
class Attempt:
    """A step about to be taken: who, when, with what. The engine answers it with refusals or none."""

    step: str
    at: datetime
    actors: tuple[Actor, ...] = ()
    outcome: str = ""
    stated: Mapping[str, Any] = made(default_factory=dict)
