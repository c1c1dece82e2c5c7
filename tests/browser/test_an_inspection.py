"""The story of an inspection, played through the pages: published, approved, entered, recorded, told, handed over, filed."""

from __future__ import annotations

import pytest
from django.utils import timezone

from lantai.cases.models import Case, CaseParty
from lantai.documents.models import IssuedDocument
from lantai.documents.tasks import render_document
from lantai.portal.models import PublishedInspection
from tests.browser.conftest import Desk

pytestmark = pytest.mark.browser


def test_an_inspection_from_its_published_matter_to_the_filed_case(desk: Desk) -> None:
    world = desk.world
    second = [str(world.people["officer_2"].pk)]
    power, penalty = world.power_for("检查"), world.power_for("处罚")
    opening = f"/desk/cases/new/form/?power={power.pk}&procedure=inspection.ordinary"
    said = {
        "title": "对衡阳演示食品有限公司的食品经营检查",
        "source": "plan",
        "clue": "年度检查计划。",
        "party_kind": "organisation",
        "party_name": "衡阳演示食品有限公司",
        "party_address": "衡阳市蒸湘区演示路2号",
    }

    # nothing is inspected before its matter is published
    page = desk.act("officer", opening, is_refused=True, **said)
    assert "G-14" in page.inner_text("main") and "未经公布" in page.inner_text("main")
    desk.act(
        "reviewer",
        "/desk/admin/powers/inspections/matters/new/",
        power=str(power.pk),
        source="检查事项清单",
        from_on=timezone.localdate().isoformat(),
    )
    desk.act("officer", opening, **said)
    case = Case.objects.get()
    at = f"/desk/cases/{case.pk}/steps/"

    # planned; neither notice nor entry before the head approves
    both = [str(world.people[w].pk) for w in ("officer", "officer_2")]
    page = desk.act("officer", f"{at}IN-2/?outcome=planned", content="食品保质期\n进货查验记录", officers=both)
    page = desk.act("officer", f"{at}IN-4/", is_refused=True, delivered_how="on_site")
    assert "G-14" in page.inner_text("main")
    desk.act("head", f"{at}IN-3/?outcome=approved")
    desk.act("officer", f"{at}IN-4/", delivered_how="on_site")
    page = desk.act("officer", f"{at}IN-5/", with_officers=second, scan_code="HY-0001")
    desk.picture(page, "09-inspection")

    # on site every planned item is asked; the result follows from the record
    page = desk.go("officer", f"{at}IN-6/")
    assert page.input_value("textarea[name=findings]") == "食品保质期｜\n进货查验记录｜"
    desk.act(
        "officer",
        f"{at}IN-6/",
        with_officers=second,
        findings="食品保质期｜不符合要求｜苏打饼干12袋超过保质期\n进货查验记录｜符合要求",
        signed=True,
    )
    page = desk.go("officer", f"{at}IN-7/?outcome=penalty")
    assert page.input_value("textarea[name=problems]") == "食品保质期：苏打饼干12袋超过保质期"
    desk.act("officer", f"{at}IN-7/?outcome=penalty", with_officers=second)

    # handed over: only the matter is chosen, everything else goes along
    page = desk.act("officer", f"/desk/cases/{case.pk}/hand-over/", power=str(penalty.pk))
    opened = Case.objects.exclude(pk=case.pk).get()
    assert "苏打饼干12袋" in page.inner_text("main") and opened.source == "inspection"
    assert CaseParty.objects.get(case=opened).address == "衡阳市蒸湘区演示路2号"
    page = desk.go("officer", f"/desk/cases/{opened.pk}/steps/PG-2/?outcome=file")
    assert "苏打饼干12袋" in page.input_value("textarea[name=verification]")

    # published, handed in and filed as a volume
    desk.act("publisher", f"{at}IN-8/?outcome=published")
    desk.act("officer", f"/desk/archive/hand-in/{case.pk}/")
    for document in IssuedDocument.objects.filter(dossier_id=case.dossier_id):
        render_document.func(document.pk)
    page = desk.go("archivist", f"/desk/archive/intake/{case.hand_ins.get().pk}/")
    page.fill("main [name=explanation]", "纸质材料已经核对。")
    page.click("main button:has-text('接收归档')")
    page.wait_for_load_state()
    case.refresh_from_db()
    assert (case.standing, case.standing_label, case.closed_on) == ("", "已办结", timezone.localdate())
    made = set(IssuedDocument.objects.filter(dossier_id=case.dossier_id).values_list("kind", flat=True))
    papers = {"inspection_approval", "inspection_notice", "inspection_record", "inspection_result"}
    assert made == papers | {"dossier_cover", "dossier_index", "dossier_note"}
    visitor = desk.page("")
    visitor.goto(f"{desk.address}/inspections/")
    assert "衡阳演示食品有限公司" in visitor.inner_text("main")
    assert PublishedInspection.objects.get().result == "涉嫌违法，移送立案"
