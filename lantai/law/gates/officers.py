"""执法人员的关口: G-01 two certified officers, G-02 recusal, and the showing of certificates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.people import Actor
from lantai.law.periods import local_day
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ACL, APL

TWO_OFFICERS = (APL[42, 1],)


def defect_of(actor: Actor, facts: CaseFacts, day: date, agencies: frozenset[int]) -> str:
    """Why somebody does not count as a qualified officer of this case on a day; "" if they do."""
    certificate = actor.certificate
    if certificate is None:
        return f"{actor.name}未持有行政执法证件"
    if not certificate.holds_on(day):
        return f"{actor.name}的行政执法证件在办理之日无效"
    if certificate.fields and facts.agency.field not in certificate.fields:
        return f"{actor.name}的行政执法证件不含本案执法领域"
    if actor.agency_id not in agencies:
        return f"{actor.name}不是本机关的执法人员"
    return ""


def _agencies(facts: CaseFacts, actors: Sequence[Actor]) -> frozenset[int]:
    """The agency of the case as its handlers show it; before there are any, that of the first who acts."""
    return frozenset(h.agency_id for h in facts.officers) or frozenset(a.agency_id for a in actors[:1])


def qualified(actors: Sequence[Actor], facts: CaseFacts, day: date) -> tuple[int, tuple[str, ...]]:
    """How many different qualified officers there are, and what is wrong with the others."""
    agencies = _agencies(facts, actors)
    persons = {a.person_id: a for a in actors}
    defects = [d for a in persons.values() if (d := defect_of(a, facts, day, agencies))]
    return len(persons) - len(defects), tuple(defects)


def too_few(
    wanted: int, actors: Sequence[Actor], facts: CaseFacts, day: date, basis: tuple[Basis, ...], field: str = ""
) -> Iterable[Refusal]:
    """The refusal of G-01 where fewer than ``wanted`` qualified officers act or are assigned."""
    number, defects = qualified(actors, facts, day)
    if number < wanted:
        why = "；".join(defects)
        yield Refusal(
            "G-01",
            basis,
            f"具有行政执法资格的执法人员不足{wanted}人，现有{number}人{'：' + why if why else ''}",
            f"请由{wanted}名以上持有效行政执法证件的本机关执法人员办理",
            field=field,
        )


def two_officers(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-01: as many certified officers as the step asks for take part (APL 42; ACL 18 for measures)."""
    step = procedure[attempt.step]
    wanted = max(step.officers, 2)
    basis = (ACL[18],) if procedure.code.startswith("coercion.") else TWO_OFFICERS
    yield from too_few(wanted, attempt.actors, facts, local_day(attempt.at), basis, "with_officers")


def recused(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-02: nobody under a recusal decision acts (APL 43)."""
    names = [a.name for a in attempt.actors if a.person_id in facts.recused]
    if names:
        yield Refusal("G-02", (APL[43],), f"{'、'.join(names)}已被决定回避", "请改由其他人员办理")


def certificates_shown(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Officers show their certificates on their own initiative; if not, the party may refuse (APL 55)."""
    if attempt.stated.get("certificates_shown") is False:
        yield Refusal(
            "",
            (APL[55, 1],),
            "没有主动出示执法证件",
            "请出示执法证件并在笔录中记明后再办理",
            field="certificates_shown",
        )


GATES = (
    Gate("G-01", "两名以上有资格的执法人员", (APL[42, 1], ACL[18]), two_officers, Asks.PERSON),
    Gate("G-02", "被决定回避的人员不得办理", (APL[43],), recused, Asks.PERSON),
    Gate("showing", "主动出示执法证件", (APL[55, 1],), certificates_shown, Asks.STATEMENT),
)
