"""公示检查结果: the copy on the portal that a published result of an inspection brings with it."""

from __future__ import annotations

from lantai.cases.commands.taking import Taking
from lantai.cases.models import CaseParty
from lantai.law import inspections
from lantai.law.periods import local_day
from lantai.portal.commands.inspections import put_inspection


def _publish_result(taking: Taking) -> None:
    """Agency, object, matter, day and conclusion; a natural person appears as 某."""
    if taking.step.code != "publish_result" or taking.outcome != "published":
        return
    case, facts = taking.case, taking.facts
    result, entered, party = facts.last("IN-7"), facts.last("IN-5"), taking.rows.parties[taking.case.pk][0]
    if result is None or entered is None:
        return
    source = str(inspections.said(facts, "inspection_source") or "")
    told = taking.procedure["IN-7"].outcome(result.outcome)
    put_inspection(
        actor=taking.actor,
        reference=case.number,
        agency_code=case.agency.code,
        agency_name=case.agency.name,
        party=f"{party.name[:1]}某" if party.kind == CaseParty.Kind.PERSON else party.name,
        matter=case.power.name if case.power else case.title,
        source=inspections.SOURCES.get(source, "其他"),
        draw=str(inspections.said(facts, "source_reference") or "")[:60] if source == "random" else "",
        inspected_on=local_day(entered.at),
        result=told.label if told else "",
    )
