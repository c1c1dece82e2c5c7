"""An emergency requisition, played through the pages from the first report to the filed case."""

from __future__ import annotations

import pytest

from lantai.archive.models import HandIn
from lantai.cases.models import Case, Decision
from lantai.disclosure.models import PublicationDraft
from lantai.documents.models import IssuedDocument
from lantai.documents.tasks import render_document
from lantai.review.models import Review
from tests.browser.conftest import Desk

pytestmark = pytest.mark.browser

LIST = "挖掘机|PC200|2台|正常\n排水泵|ISW200|6台|正常"
HANDED = "挖掘机|2台|正常\n排水泵|6台|正常"


def reviewed(desk: Desk, case: Case) -> None:
    """Handed in from the page of the case, accepted, six aspects, opinion."""
    page = desk.go("officer", f"/desk/cases/{case.pk}/")
    page.click("a:has-text('送法制审核')")
    page.click("main form.card button:has-text('送审')")
    page.wait_for_load_state()
    page = desk.go("reviewer", "/desk/review/")
    page.click("section:has-text('等我审核') ul a")
    page.click("button:has-text('受理')")
    page.wait_for_load_state()
    page.check("input[name=opinion][value=agree]")
    page.fill("textarea[name=opinion_text]", "主体、权限、程序合法，情况属实，同意。")
    page.click("button:has-text('出具审核意见')")
    page.wait_for_load_state()
    assert Review.objects.filter(case=case).order_by("-round")[0].state == "given", page.inner_text("main")


def test_a_requisition_from_the_emergency_to_the_filed_case(desk: Desk) -> None:
    page = desk.go("officer", "/desk/cases/new/")
    page.select_option("select[name=power]", str(desk.world.powers["征收征用"].pk))
    page.select_option("select[name=procedure]", "requisition.emergency")
    page.click("main form.card button")
    page.wait_for_load_state()
    page = desk.act(
        "officer",
        page.url.removeprefix(desk.address),
        title="湘江衡阳段防汛应急征用",
        source="other",
        clue="堤防出险，自有装备不足。",
        party_kind="organisation",
        party_name="衡阳演示机械租赁有限公司",
        party_legal_representative="陈某",
        party_address="衡阳市蒸湘区演示路2号",
        emergency_event="湘江衡阳段洪水",
        goods_wanted="挖掘机2台、排水泵6台",
    )
    case = Case.objects.get()
    at = f"/desk/cases/{case.pk}/steps/"

    # neither approved nor reviewed: refused, with gate and article
    page = desk.act("head", f"{at}RQ-3/", is_refused=True, items=LIST)
    refused = page.inner_text("main")
    assert "没有经负责人批准" in refused
    assert "G-06" in refused
    desk.act("head", f"{at}RQ-2/?outcome=approved")
    page = desk.act("reviewer", f"{at}RQ-2-1/?outcome=agree", is_refused=True)
    assert "还没有针对最新送审稿的审核意见" in page.inner_text("main")
    reviewed(desk, case)
    desk.act("head", f"{at}RQ-3/", items=LIST)
    decision = Decision.objects.get()
    assert decision.receipt is not None
    assert "征用衡阳演示机械租赁有限公司的挖掘机2台、排水泵6台" in decision.conclusion
    paper = IssuedDocument.objects.get(kind="requisition_list")
    answer = desk.page("officer").request.get(f"{desk.address}/desk/documents/{paper.pk}/pdf/")
    assert answer.body().startswith(b"%PDF")

    # published by one, checked by another
    page = desk.go("publisher", "/desk/disclosure/")
    page.click("button:has-text('拟公示稿')")
    page.wait_for_load_state()
    draft = PublicationDraft.objects.get()
    page = desk.go("checker", f"/desk/disclosure/{draft.pk}/")
    check = page.locator("form#check")
    check.locator("input[type=radio], input[type=checkbox]").first.check()
    check.locator("textarea").fill("与通知书一致，同意公示。")
    check.locator("button[type=submit]").click()
    page.wait_for_load_state()
    page = desk.go("publisher", f"/desk/disclosure/{draft.pk}/publish/")
    page.click("main form.card button:has-text('发布')")
    page.wait_for_load_state()

    # taken over; one pump is missing at the return, and damage is paid for
    desk.act("officer", f"{at}RQ-4/", handed_items=HANDED)
    page = desk.act("officer", f"{at}RQ-5/?outcome=all", is_refused=True, returned_items="挖掘机|2台|正常")
    assert "排水泵没有返还" in page.inner_text("main")
    desk.act("officer", f"{at}RQ-5/?outcome=all", returned_items=HANDED, damage="排水泵一台电机烧毁。")
    page = desk.act("officer", f"{at}RQ-6-1/", is_refused=True, use_money="36000")
    assert "毁损、灭失" in page.inner_text("main")
    desk.act("officer", f"{at}RQ-6-1/", use_money="36000", damage_money="4200")
    reviewed(desk, case)
    desk.act("head", f"{at}RQ-6/", use_money="36000", damage_money="4200")

    # not closed before it is paid
    page = desk.act("head", f"{at}RQ-8/", is_refused=True)
    assert "补偿尚有40,200元没有支付" in page.inner_text("main")
    desk.act("officer", f"{at}RQ-7/")
    desk.act("head", f"{at}RQ-8/")
    page = desk.go("officer", f"/desk/archive/hand-in/{case.pk}/")
    page.click("main form button[type=submit]")
    page.wait_for_load_state()
    handed = HandIn.objects.get(case=case)
    for document in IssuedDocument.objects.filter(dossier_id=case.dossier_id):
        render_document.enqueue(document.pk)
    page = desk.go("archivist", f"/desk/archive/intake/{handed.pk}/")
    page.fill("textarea[name=explanation]", "纸质材料已经核对，与系统内记录一致。")
    page.click("button:has-text('接收')")
    page.wait_for_load_state()
    case.refresh_from_db()
    assert case.closed_on is not None
    assert case.standing == "", page.inner_text("main")
