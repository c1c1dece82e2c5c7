"""A licence that a penalty takes away: its public notice says so."""

from __future__ import annotations

from datetime import date

from lantai.cases.models import Decision
from lantai.disclosure.tests import scene
from lantai.disclosure.tests.test_publishing import publish
from lantai.law.penalties import PenaltyKind
from lantai.ledger import clock
from lantai.portal.commands.notices import put_notice
from lantai.portal.models import PublishedNotice


def test_a_penalty_that_takes_the_licence_away_marks_the_published_licence_that_its_conclusion_names(at):
    case = scene.decided(at)
    kinds = [PenaltyKind.REVOCATION]
    Decision.objects.filter(case=case).update(
        penalty_kinds=kinds, conclusion="吊销食品经营许可证（JY24304000000001）。"
    )
    named, other = (_licence(at, number) for number in ("JY24304000000001", "JY24304000000002"))
    penalty = publish(at, case).notice
    [mark] = named.endings.all()
    assert (mark.kind, mark.reference, mark.basis) == ("吊销", penalty.reference, "《行政处罚法》第九条第一款第三项")
    assert not other.endings.exists()


def _licence(at: scene.Bureau, number: str) -> PublishedNotice:
    said = {"agency_name": at.agency.name, "party_name": scene.COMPANY["name"], "kind": "许可", "conclusion": "准予"}
    with clock.at(scene.moment("2026-02-02")):
        return put_notice(
            actor=at["han"],
            reference=f"许可{number}",
            agency_code=at.agency.code,
            agency_name=at.agency.name,
            division="衡阳市",
            field="市场监管",
            kind="许可",
            body={**said, "licence_number": number},
            decided_on=date(2026, 2, 1),
        )
