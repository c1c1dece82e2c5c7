"""Goods sealed inside a penalty case, through the pages: asked for, approved, imposed, released, and filed with their case."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from lantai.archive.models import HandIn
from lantai.cases.models import Case
from lantai.documents.models import IssuedDocument
from tests.browser.conftest import Desk

pytestmark = pytest.mark.browser


def test_a_sealing_in_a_penalty_case_until_it_is_released_and_filed(desk: Desk) -> None:
    pair = [str(desk.world.people[w].pk) for w in ("officer", "officer_2")]
    second = [pair[1]]
    power = desk.world.powers["处罚"].pk

    # a case is opened and filed
    desk.act(
        "officer",
        f"/desk/cases/new/form/?power={power}&procedure=penalty.ordinary",
        title="衡阳演示食品有限公司经营超过保质期食品案",
        source="inspection",
        party_kind="organisation",
        party_name="衡阳演示食品有限公司",
        party_legal_representative="陈某",
        party_address="衡阳市蒸湘区演示路2号",
    )
    case = Case.objects.get()
    at = f"/desk/cases/{case.pk}/"
    desk.act("officer", f"{at}steps/PG-2/?outcome=file")
    desk.act("head", f"{at}steps/PG-3/?outcome=filed", officers=pair)

    # the officer chooses between sealing, seizure and freezing, and asks for approval
    page = desk.go("officer", at)
    page.click("a:has-text('查封、扣押、冻结')")
    page.wait_for_load_state()
    assert page.locator("ul.tabs a:has-text('冻结')").count() == 1
    desk.act(
        "officer",
        f"{at}nested/PG-6/?procedure=coercion.sealing_seizure",
        with_officers=second,
        basis_level="law",
        objects="库房内超过保质期的饼干",
    )
    measure = Case.objects.get(parent=case)
    of = f"/desk/cases/{measure.pk}/"

    # imposed without approval: refused by its gate
    page = desk.go("officer", of)
    assert "批准查封、扣押" in page.inner_text("main")
    desk.act("head", f"{of}steps/CM-2/?outcome=approved")
    for step in ("CM-3", "CM-4", "CM-5"):
        desk.act("officer", f"{of}steps/{step}/", with_officers=second, av=True)
    page = desk.act(
        "officer",
        f"{of}steps/CM-6/?outcome=sealing",
        with_officers=second,
        av=True,
        items="超过保质期的饼干｜400g/袋｜12｜袋",
    )
    desk.picture(page, "measure")
    made = set(IssuedDocument.objects.filter(subject=f"cases.case:{measure.pk}").values_list("kind", flat=True))
    assert {"measure_approval", "measure_record", "sealing_decision", "goods_list"} <= made

    # the case shows the measure and its term, and is not closed while it stands
    page = desk.go("officer", at)
    shown = page.inner_text("main")
    assert "附带的程序" in shown and measure.number in shown
    desk.act("head", f"{at}steps/PG-7/?outcome=terminated")
    page = desk.act("head", f"{at}steps/PG-21/", is_refused=True, closed_because="terminated")
    refused = page.inner_text("main")
    assert "G-16" in refused and "《行政强制法》第二十七条" in refused

    # released, closed, handed in and accepted
    page = desk.act("head", f"{of}steps/CM-10/", release_ground="no_violation")
    measure.refresh_from_db()
    assert measure.standing == ""
    desk.act("head", f"{at}steps/PG-21/", closed_because="terminated")
    desk.act("officer", f"/desk/archive/hand-in/{case.pk}/")
    call_command("render_documents", seconds=60.0, dossier=case.dossier_id, verbosity=0)
    handed = HandIn.objects.get()
    page = desk.go("archivist", f"/desk/archive/intake/{handed.pk}/")
    form = page.locator("main form[action$='accept/']")
    form.locator("textarea").fill("纸质材料已经核对，与系统内记录一致。")
    form.locator("button[type=submit]").click()
    page.wait_for_load_state()
    handed.refresh_from_db()
    assert handed.status == HandIn.Status.ACCEPTED, page.inner_text("main")
    case.refresh_from_db()
    assert case.standing == ""
