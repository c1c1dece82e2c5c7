"""The story of a licence, played through the pages: applied for at the window, told once, examined, granted, shown, filed."""

from __future__ import annotations

import pytest
from django.utils import timezone

from lantai.cases.models import Case, Decision
from lantai.disclosure.models import PublicationDraft
from lantai.documents.models import IssuedDocument
from lantai.documents.tasks import render_document
from lantai.portal.models import PublishedNotice
from tests.browser.conftest import Desk

pytestmark = pytest.mark.browser


def test_a_licence_from_the_application_to_the_filed_case(desk: Desk) -> None:
    world = desk.world
    opening = f"/desk/cases/new/form/?power={world.power_for('许可').pk}&procedure=licence.ordinary"

    # at the window: the applicant is the party, the receipt starts the five days
    page = desk.act(
        "officer",
        opening,
        title="申请食品经营许可",
        clue="在演示路2号从事餐饮服务。",
        party_kind="organisation",
        party_name="衡阳演示餐饮有限公司",
        party_legal_representative="陈某",
        party_address="衡阳市蒸湘区演示路2号",
        matter="食品经营许可",
        materials="申请书\n营业执照\n平面图",
    )
    case = Case.objects.get()
    at = f"/desk/cases/{case.pk}/"
    desk.picture(page, "10-licence-applied")
    assert "受理或者不予受理" in page.inner_text("main")

    # what is missing is told once; a second time is refused
    desk.act("officer", f"{at}steps/LI-2/?outcome=supplement", missing="健康证明")
    page = desk.act("officer", f"{at}steps/LI-2/?outcome=supplement", is_refused=True, missing="管理制度")
    refused = page.inner_text("main")
    assert "G-13" in refused and "第三十二条第一款第四项" in refused
    desk.act("officer", f"{at}events/materials_completed/")
    desk.act("officer", f"{at}steps/LI-2/?outcome=accepted")

    # two members of staff verify; no denial without reasons; the head grants
    second = [str(world.people["officer_2"].pk)]
    page = desk.act("officer", f"{at}steps/LI-3/?outcome=verified", with_officers=second)
    page = desk.act("head", f"{at}steps/LI-8/?outcome=denied", is_refused=True, denial_reasons="")
    assert "没有说明理由" in page.inner_text("main")
    page = desk.act("head", f"{at}steps/LI-8/?outcome=granted", valid_to="2031-03-09")
    desk.picture(page, "11-licence-granted")
    assert Decision.objects.get().document.title == "准予行政许可决定书"

    # the certificate reaches the holder
    desk.act("officer", f"{at}steps/LI-9/?outcome=certificate", certificate_number="JY14304000000001")
    assert IssuedDocument.objects.filter(kind="licence_certificate").count() == 1

    # drafted, checked by another, published, read by anybody
    page = desk.go("publisher", "/desk/disclosure/")
    page.click("button:has-text('拟公示稿')")
    page.wait_for_load_state()
    draft = PublicationDraft.objects.get()
    page = desk.go("checker", f"/desk/disclosure/{draft.pk}/")
    check = page.locator("form#check")
    check.locator("input[type=radio], input[type=checkbox]").first.check()
    check.locator("textarea").fill("与决定书一致，同意公示。")
    check.locator("button[type=submit]").click()
    page.wait_for_load_state()
    page = desk.go("publisher", f"/desk/disclosure/{draft.pk}/publish/")
    page.click("main form.card button:has-text('发布')")
    page.wait_for_load_state()
    visitor = desk.page("")
    visitor.goto(desk.address + PublishedNotice.objects.get().address)
    public = visitor.inner_text("main")
    for words in ("许可", "衡阳演示餐饮有限公司", "JY14304000000001", "2031年3月9日"):
        assert words in public
    desk.picture(visitor, "12-public-licence")

    # filed
    desk.act("officer", f"/desk/archive/hand-in/{case.pk}/")
    for document in IssuedDocument.objects.filter(dossier_id=case.dossier_id):
        render_document.func(document.pk)
    hand_in = case.hand_ins.get()
    page = desk.go("archivist", f"/desk/archive/intake/{hand_in.pk}/")
    page.fill("main [name=explanation]", "纸质材料已经核对。")
    page.click("main button:has-text('接收归档')")
    page.wait_for_load_state()
    case.refresh_from_db()
    assert (case.standing, case.closed_on) == ("", timezone.localdate())
