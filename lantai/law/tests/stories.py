"""Short stories for the rules: people of one agency, and a case that is taken step by step through the engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from lantai.law import engine
from lantai.law.facts import AgencyFacts, Attempt, CaseFacts, Interval, Party, Taken
from lantai.law.people import Actor, Certificate, Role
from lantai.law.procedure import Procedure
from lantai.law.procedures.evidence_preservation import EVIDENCE_PRESERVATION
from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.law.procedures.penalty_summary import PENALTY_SUMMARY
from lantai.law.refusals import Refusal

MARKET = AgencyFacts(field="market", hearing_person=10_000, hearing_organisation=100_000)
GENERAL = AgencyFacts()


def actor(person: int, *roles: Role, certified: bool = False, **more: Any) -> Actor:
    certificate = Certificate(f"4304{person:04}", date(2020, 1, 1), date(2030, 12, 31)) if certified else None
    more.setdefault("certificate", certificate)
    return Actor(person, f"人员{person}", 1, "某局", frozenset(roles), **more)


OFFICER_A = actor(1, Role.OFFICER, certified=True)
OFFICER_B = actor(2, Role.OFFICER, certified=True)
EXPIRED = replace(
    actor(3, Role.OFFICER), name="证件过期者", certificate=Certificate("43040003", date(2019, 1, 1), date(2020, 1, 1))
)
AUXILIARY = actor(4, Role.OFFICER)
UNIT_HEAD = actor(5, Role.UNIT_HEAD, certified=True)
HEAD = actor(6, Role.AGENCY_HEAD)
CHIEF = actor(7, Role.PRINCIPAL_HEAD)
REVIEWER = actor(8, Role.REVIEWER, legal_qualification="A20184304000001")
PUBLISHER = actor(9, Role.PUBLISHER)
ARCHIVIST = actor(10, Role.ARCHIVIST)
CHAIR = actor(11, Role.REVIEWER, legal_qualification="A20184304000002")

PAIR = (OFFICER_A, OFFICER_B)
_WHO = (PAIR, (HEAD,), (CHIEF,), (REVIEWER,), (UNIT_HEAD,), (PUBLISHER,), (ARCHIVIST,))
_HEARING = ("H-2", "H-3", "PG-12", "H-4", "H-5", "H-6")


def moment(text: str | date | datetime) -> datetime:
    """``2025-07-03`` at nine in the morning, or ``2025-07-03 15:40``."""
    if isinstance(text, datetime):
        return text
    if isinstance(text, date):
        text = text.isoformat()
    return datetime.fromisoformat(text if " " in text else f"{text} 09:00")


def who(procedure: Procedure, step_id: str, outcome: str = "") -> tuple[Actor, ...]:
    """The lawful minimum of people for a step."""
    step = procedure[step_id]
    meant = step.outcome(outcome)
    allowed = meant.by if meant and meant.by else step.by
    if step_id in _HEARING:
        return (CHAIR,)
    return next(people for people in _WHO if people[0].has(*allowed))


class Story:
    """A case under way. ``take`` asks the engine and insists on a yes, ``ask`` only asks."""

    def __init__(self, procedure: Procedure = PENALTY_ORDINARY, agency: AgencyFacts = MARKET, **facts: Any) -> None:
        self.procedure = procedure
        facts.setdefault("officers", PAIR)
        self.facts = CaseFacts(procedure.code, agency, **facts)

    def attempt(self, step: str, at: str | date, outcome: str, by: tuple[Actor, ...] | None, stated: dict) -> Attempt:
        people = who(self.procedure, step, outcome) if by is None else by
        return Attempt(step, moment(at), people, outcome, stated)

    def ask(
        self, step: str, at: str | date, outcome: str = "", by: tuple[Actor, ...] | None = None, **stated: Any
    ) -> tuple[Refusal, ...]:
        return engine.refusals(self.procedure, self.facts, self.attempt(step, at, outcome, by, stated))

    def gates(self, step: str, at: str | date, outcome: str = "", by: Any = None, **stated: Any) -> list[str]:
        """The gate ids that refuse, each once, in order; "" for rules without one."""
        return sorted({r.gate for r in self.ask(step, at, outcome, by, **stated)})

    def take(self, step: str, at: str | date, outcome: str = "", by: Any = None, **stated: Any) -> Story:
        attempt = self.attempt(step, at, outcome, by, stated)
        found = engine.refusals(self.procedure, self.facts, attempt)
        assert not found, "\n".join(str(r) for r in found)
        return self.put(step, at, outcome, by=by, **stated)

    def put(self, step: str, at: str | date, outcome: str = "", by: Any = None, **stated: Any) -> Story:
        """A taking on file that nobody asked the engine about."""
        people = who(self.procedure, step, outcome) if by is None else by
        taken = Taken(step, moment(at), outcome, people, stated)
        self.facts = replace(self.facts, taken=(*self.facts.taken, taken))
        return self

    def event(self, kind: str, at: str | date, /, **stated: Any) -> Story:
        self.facts = replace(self.facts, events=(*self.facts.events, Taken(kind, moment(at), stated=stated)))
        return self

    def flag(self, **flags: Any) -> Story:
        self.facts = replace(self.facts, flags={**self.facts.flags, **flags})
        return self

    def pause(self, kind: str, start: str, end: str | None = None) -> Story:
        span = Interval(kind, date.fromisoformat(start), date.fromisoformat(end) if end else None)
        self.facts = replace(self.facts, intervals=(*self.facts.intervals, span))
        return self

    def state(self, step: str, at: str | date) -> engine.StepState:
        found = engine.states(self.procedure, self.facts, moment(at))
        return next(s for s in found if s.step.id == step)

    def waits_for(self, at: str | date) -> str:
        step = engine.standing(self.procedure, self.facts, moment(at))
        return step.id if step else ""

    def due(self, step: str, today: str = "2026-12-01") -> Any:
        return engine.due_of(self.procedure, self.facts, step, date.fromisoformat(today))


def filed(agency: AgencyFacts = MARKET, **facts: Any) -> Story:
    """A case filed on 3 July 2025."""
    story = Story(PENALTY_ORDINARY, agency, **facts)
    story.take("PG-1", "2025-06-12").take("PG-2", "2025-07-02")
    return story.take("PG-3", "2025-07-03", officers=[1, 2])


def investigated(agency: AgencyFacts = MARKET, **facts: Any) -> Story:
    return filed(agency, **facts).take("PG-4", "2025-07-10").take("PG-8", "2025-07-21")


def notified(agency: AgencyFacts = MARKET, **stated: Any) -> Story:
    """Reviewed where that is owed, and the notice served on 4 August 2025. ``stated``: the notice and the draft."""
    story = investigated(agency).flag(**stated)
    if engine.standing(story.procedure, story.facts, moment("2025-07-28")) == story.procedure["PG-9"]:
        story.take("PG-9", "2025-07-28", "agree", approving=True)
    return story.take("PG-10", "2025-08-04", mode="SV-1", **stated)


def ready(agency: AgencyFacts = MARKET, **stated: Any) -> Story:
    """The same, and the party has let the window of defence lapse (11 August 2025 is its last day)."""
    return notified(agency, **stated).take("PG-11", "2025-08-12", "lapsed")


def summary(agency: AgencyFacts = MARKET, **facts: Any) -> Story:
    story = Story(PENALTY_SUMMARY, agency, **facts)
    return story.take("PS-1", "2025-07-03 09:00").take("PS-2", "2025-07-03 09:20").take("PS-3", "2025-07-03 09:30")


def preservation(**facts: Any) -> Story:
    return Story(EVIDENCE_PRESERVATION, MARKET, **facts)


def sentences(found: tuple[Refusal, ...]) -> str:
    return "\n".join(r.sentence for r in found)


def party(kind: str = "organisation", born: date | None = None) -> Party:
    return Party(kind, "某当事人", born)
