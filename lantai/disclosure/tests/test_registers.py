"""事前公示: what the public sees of an agency, its people, its powers and the procedures that run."""

from __future__ import annotations

import pytest

from lantai.cases.models import Decision
from lantai.disclosure.commands.registers import publish_agency, publish_procedures
from lantai.disclosure.tests import scene
from lantai.documents.tasks import render_document
from lantai.law.refusals import Refused
from lantai.law.released import RELEASED
from lantai.ledger import clock
from lantai.portal.models import DocumentMark, PublishedOfficer, PublishedPower, PublishedProcedure


def test_an_agency_is_public_with_officers_and_powers_and_a_second_run_changes_nothing(at, client):
    publish_agency(actor=at["han"], agency=at.agency)
    page = client.get(f"/agencies/{at.agency.code}/").content.decode()
    assert at.agency.name in page and "张立新" in page and "对未按规定查验供货者许可证行为的行政处罚" in page
    power = PublishedPower.objects.get()
    shown = client.get(power.address).content.decode()
    assert "《食品安全法》第一百二十六条第一款第三项" in shown and "5,000—50,000 元" in shown
    before = list(PublishedPower.objects.values()), list(PublishedOfficer.objects.values())
    publish_agency(actor=at["han"], agency=at.agency)
    assert (list(PublishedPower.objects.values()), list(PublishedOfficer.objects.values())) == before


def test_a_publisher_publishes_his_own_agency_only(at):
    with pytest.raises(Refused, match="谁执法谁公示"):
        publish_agency(actor=at["han"], agency=scene.bureau(2).agency)


def test_every_procedure_that_runs_is_public_with_its_digest_chart_and_words(at, client):
    assert publish_procedures(actor=scene.REGISTRAR) == len(RELEASED)
    for procedure in RELEASED:
        row = PublishedProcedure.objects.get(code=procedure.code, number=procedure.version)
        assert row.digest == procedure.digest and row.signed_by == "衡阳市司法局" and row.steps
        page = client.get(f"/procedures/{procedure.code}/{procedure.version}/").content.decode()
        assert "<svg" in page and procedure.digest in page and " style=" not in page and "<style" not in page


def test_a_printed_decision_is_checked_by_its_code_and_by_the_digest_of_its_file(at, client):
    case = scene.decided(at)
    document = Decision.objects.get(case=case).document
    with clock.at(scene.moment("2026-09-28", 12)):
        render_document.func(document.pk)
    mark = DocumentMark.objects.get(code=document.check_code)
    assert mark.digest == document.digest and len(mark.file_digest) == 64
    for word in (document.check_code, mark.file_digest, document.number):
        page = client.get("/check/", {"code": word}, follow=True).content.decode()
        assert "没有找到" not in page and document.title in page
    page = client.get(f"/c/{document.check_code}/").content.decode()
    assert document.number in page and "演示餐饮" not in page


def test_an_internal_document_has_no_public_mark(at):
    case = scene.decided(at)
    inner = next(d for d in at.agency.documents.filter(dossier_id=case.dossier_id) if d.is_internal)
    render_document.func(inner.pk)
    assert not DocumentMark.objects.exists()
