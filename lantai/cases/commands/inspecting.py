"""From an inspection onwards: into a penalty case, or into its follow-up, with nothing written twice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lantai.cases import facts as rows_of
from lantai.cases.commands.opening import open_case
from lantai.cases.commands.steps import _take
from lantai.cases.commands.taking import _locked, _own, _prepare
from lantai.cases.models import Case, CaseParty
from lantai.documents.models import IssuedDocument
from lantai.law import inspections
from lantai.law.facts import CaseFacts, Taken
from lantai.law.people import Actor, Role
from lantai.law.periods import local_day, written
from lantai.law.refusals import Refusal, Refused
from lantai.law.sources import Source
from lantai.law.statutes_in_force import APL, INSP54
from lantai.ledger import clock
from lantai.ledger.act import command
from lantai.powers.models import Power
from lantai.recording import queries as recording
from lantai.recording.commands import add_evidence

MAY = (Role.OFFICER, Role.UNIT_HEAD)
PENALTY = "penalty.ordinary"


@command("cases.hand_over", "检查移送立案", allowed=MAY)
def hand_over(*, actor: Actor, case: Case, power: Power, at: datetime | None = None, seen: int | None = None) -> Case:
    """Open the penalty case that an inspection has led to, with its party, findings and evidence, and say so in the inspection.

    ``power`` is the 处罚 matter chosen. Answers with the new case. Raises Refused, Conflict.
    """
    case = _locked(case, seen)
    _own(actor, case)
    facts = rows_of.of(case, clock.today())
    result = facts.last("IN-7")
    if result is None or result.outcome != "penalty":
        raise Refused([Refusal("", (APL[54, 1],), "检查结果不是“涉嫌违法，移送立案”", "请先告知检查结果，再移送立案")])
    opened: Case = open_case(
        actor=actor,
        power=power,
        procedure=PENALTY,
        title=power.name[:200],
        source=Source.INSPECTION,
        clue=_clue(case, facts, result),
        party=_party_of(case),
        at=at,
        flags={"inspection": case.pk, "carried": _carried(facts, result)},
        stated={
            "source": Source.INSPECTION,
            "clue": _clue(case, facts, result),
            "received_on": local_day(result.at).isoformat(),
            "source_reference": f"{case.number}（{'、'.join(_papers(case)) or '行政检查'}）"[:500],
        },
        officers=[o.person_id for o in facts.officers],
        unit=case.unit,
    )
    _bring_evidence(actor, case, opened)
    taking = _prepare(
        actor, case, "IN-7-2", at, "", {"reference": opened.number}, [o.person_id for o in facts.officers]
    )
    _take(taking)
    return opened


@command("cases.open_follow_up", "登记复查", allowed=MAY)
def open_follow_up(*, actor: Actor, case: Case, at: datetime | None = None) -> Case:
    """Register the follow-up (复查) of an inspection: it opens with what was found and ordered there. Raises Refused."""
    _own(actor, case)
    facts = rows_of.of(case, clock.today())
    result = facts.last("IN-7")
    if result is None or result.outcome != "correct":
        raise Refused(
            [Refusal("", (INSP54.whole,), "检查结果不是责令改正，没有可以复查的问题", "没有问题的，不得重复检查")]
        )
    said = result.stated
    problems = f"{said.get('problems', '')}\n责令改正：{said.get('correction', '')}".strip()
    carried = {
        "inspection_kind": "single",
        "inspection_source": "follow_up",
        "source_reference": case.number,
        "content": said.get("problems", ""),
        "place": _place(facts),
    }
    assert case.power is not None
    opened: Case = open_case(
        actor=actor,
        power=case.power,
        procedure=inspections.ORDINARY,
        title=f"{case.title.removesuffix('（复查）')[:190]}（复查）",
        source="follow_up",
        clue=problems,
        party=_party_of(case),
        at=at,
        flags={"earlier": case.pk, "carried": carried},
        stated={"earlier_case": case.number, "earlier_findings": problems},
        officers=[o.person_id for o in facts.officers],
        unit=case.unit,
    )
    return opened


def _clue(case: Case, facts: CaseFacts, result: Taken) -> str:
    """What was found, where and when, and by which inspection."""
    entered = facts.last("IN-5")
    day = written(local_day(entered.at if entered else result.at))
    return f"{day}，本机关在{_place(facts)}实施行政检查（{case.number}），发现：{result.stated.get('problems', '')}"


def _carried(facts: CaseFacts, result: Taken) -> dict[str, Any]:
    """Words of later steps that the inspection has said already."""
    record = facts.last("IN-6")
    found = str(record.stated.get("found", "")) if record else ""
    return {
        "place": _place(facts),
        "suspected": result.stated.get("violated", ""),
        "violated": result.stated.get("violated", ""),
        "verification": f"{result.stated.get('summary', '')}{result.stated.get('problems', '')}",
        "found": found,
        "facts": found,
        "act_ended_on": local_day(record.at).isoformat() if record else "",
    }


def _place(facts: CaseFacts) -> str:
    entered = facts.last("IN-5")
    return str(entered.stated.get("place", "")) if entered else ""


def _party_of(case: Case) -> Mapping[str, Any]:
    party = CaseParty.objects.filter(case=case, role=CaseParty.Role.PARTY).order_by("id").first()
    assert party is not None  # no case is without one
    words = ("kind", "name", "code", "legal_representative", "address", "phone", "birth_date")
    return {word: getattr(party, word) for word in words}


def _papers(case: Case) -> list[str]:
    """The documents of the inspection by title, with their numbers."""
    papers = IssuedDocument.objects.filter(subject=rows_of.subject(case)).order_by("id")
    return [f"{p.title}{p.number}" for p in papers if p.kind != "inspection_approval"]


def _bring_evidence(actor: Actor, case: Case, opened: Case) -> None:
    """The evidence of the inspection goes with the case: the same files, by those who took them."""
    for piece in recording.in_file(case.dossier_id):
        add_evidence(
            actor=actor,
            dossier=opened.dossier,
            kind=piece.kind,
            name=piece.name,
            proves=piece.proves,
            of_step="PG-1",
            is_av=piece.is_av,
            file=piece.file,
            file_name=piece.file_name,
            made_at=piece.made_at,
            place=piece.place,
            device=piece.device,
            collected_by=piece.collected_by,
            is_original=piece.is_original,
            copy_reason=piece.copy_reason,
        )
