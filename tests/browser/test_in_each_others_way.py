"""Impatience, the back button, two people at once, the wrong person, and files that would like to run."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from lantai.agencies.models import Field
from lantai.cases.models import Case, Decision, TakenStep
from lantai.law.people import Role
from tests.browser.conftest import Desk, let_everybody_in
from tests.browser.filling import fill_in
from tests.browser.world import played
from tests.cast import AgencyFactory, member

pytestmark = pytest.mark.browser

SEND = "main form.card button[type=submit]:not([name=preview])"
RUNNING = "document.title = '已被改写'; window.parent.document.title = '已被改写';"
HOSTILE = {
    "网页.jpg": f"<!DOCTYPE html><html><body><script>{RUNNING}</script><h1>假页面</h1></body></html>",
    "图形.jpg": f"<svg xmlns='http://www.w3.org/2000/svg'><script>{RUNNING}</script></svg>",
    "脚本.jpg": RUNNING,
}


def case_at(desk: Desk, step: str, said: dict[str, object] | None = None) -> Case:
    return Case.objects.get(pk=played(desk.world, "未履行进货查验义务案", step, 22, dict(said or {})).pk)


def test_a_double_click_has_one_effect(desk: Desk) -> None:
    case = case_at(desk, "PG-1")
    page = desk.go("officer", f"/desk/cases/{case.pk}/steps/PG-2/?outcome=file")
    fill_in(page, {})
    page.dblclick(SEND)
    page.wait_for_url(f"**/desk/cases/{case.pk}/")
    page.wait_for_load_state("networkidle")
    assert TakenStep.objects.filter(case=case, step="PG-2").count() == 1
    assert page.locator("h1").count() == 1
    assert "“核查”已登记" in page.inner_text("main") or case.title in page.inner_text("main")


def test_a_form_sent_again_after_going_back_has_one_effect(desk: Desk) -> None:
    """The old page carries its key: what was done is not done again."""
    case = case_at(desk, "PG-1")
    page = desk.go("officer", f"/desk/cases/{case.pk}/steps/PG-2/?outcome=file")
    fill_in(page, {})
    page.click(SEND)
    page.wait_for_url(f"**/desk/cases/{case.pk}/")
    page.go_back()
    fill_in(page, {})
    with page.expect_navigation():
        page.click(SEND)
    page.wait_for_load_state("networkidle")
    assert TakenStep.objects.filter(case=case, step="PG-2").count() == 1


def sent(page: Page) -> int:
    with page.expect_navigation() as answer:
        page.click(SEND)
    assert answer.value is not None
    return answer.value.status


def test_an_old_page_says_who_did_what_meanwhile(desk: Desk) -> None:
    case = case_at(desk, "PG-1")
    old = desk.go("section_head", f"/desk/cases/{case.pk}/steps/PG-2/?outcome=file")
    fill_in(old, {})
    desk.act("officer", f"/desk/cases/{case.pk}/steps/PG-2/?outcome=file")
    assert sent(old) == 409
    said = old.inner_text("main")
    assert "没有写入" in said
    assert "核查" in said
    assert desk.world.people["officer"].name in said
    assert TakenStep.objects.filter(case=case, step="PG-2").count() == 1


def test_of_two_who_decide_at_once_one_wins_and_the_other_reads_what_changed(desk: Desk) -> None:
    case = case_at(desk, "PG-11", {"fine": 8000})
    address = f"/desk/cases/{case.pk}/steps/PG-14/?outcome=penalty"
    pages = [desk.go(who, address) for who in ("head", "deputy_head")]
    for page in pages:
        fill_in(page, {})
    for page in pages:  # both are pressed before either is answered
        page.evaluate(f"document.querySelector('{SEND}').click()")
    for page in pages:
        page.wait_for_load_state("networkidle")
    texts = [page.inner_text("main") for page in pages]
    assert Decision.objects.filter(case=case).count() == 1
    lost = [text for text in texts if "没有写入" in text]
    assert len(lost) == 1, texts
    assert "作出决定" in lost[0]


def test_who_may_not_act_reads_why_and_a_stranger_finds_nothing(desk: Desk) -> None:
    case = case_at(desk, "PG-2")
    page = desk.go("officer", f"/desk/cases/{case.pk}/steps/PG-3/?outcome=filed")
    said = page.inner_text("main")
    assert "现在还不能办理" in said
    fill_in(page, {})
    assert sent(page) == 409
    for refusal in page.locator("main .refusals > li").all():  # reason, article, remedy
        assert refusal.locator("strong").inner_text()
        assert refusal.locator("a[href^='/laws/']").count(), refusal.inner_text()
        assert "怎么办：" in refusal.inner_text()

    elsewhere = AgencyFactory(name="衡阳市城市管理和综合执法局", field=Field.URBAN)
    stranger = member("孙涛", Role.OFFICER, agency=elsewhere, certificate="43040020010001")
    let_everybody_in()
    desk.world.people["stranger"] = stranger.person
    for path in (f"/desk/cases/{case.pk}/", f"/desk/recording/{case.dossier_id}/"):
        page = desk.page("stranger")
        answer = page.goto(desk.address + path)
        assert answer is not None
        assert answer.status == 404
        assert case.title not in page.content()
    answer = desk.page("officer").goto(f"{desk.address}/desk/admin/integrity/")
    assert answer is not None
    assert answer.status in (403, 404)


def test_a_file_that_would_like_to_run_is_kept_and_never_runs(desk: Desk) -> None:
    case = case_at(desk, "PG-3")
    page = desk.go("officer", f"/desk/recording/{case.dossier_id}/add/?next=/desk/recording/{case.dossier_id}/")
    page.set_input_files(
        "input[type=file]",
        [{"name": n, "mimeType": "image/jpeg", "buffer": text.encode()} for n, text in HOSTILE.items()],
    )
    fill_in(page, {"officer_two": str(desk.world.people["officer_2"].pk), "name": "可疑文件"})
    page.click("main form.card button:has-text('保存')")
    page.wait_for_load_state()
    pieces = list(case.dossier.evidence.all())
    assert len(pieces) == len(HOSTILE), page.inner_text("main")
    for piece in pieces:
        page = desk.go("officer", f"/desk/recording/evidence/{piece.pk}/")
        page.select_option("main select[name=purpose]", index=1)
        page.click("main form:has(select[name=purpose]) button")
        page.wait_for_load_state()
        assert "已被改写" not in page.title()
        assert page.locator("main iframe, main object, main embed, main svg script").count() == 0
        for end in ("file", "preview"):
            answer = page.request.get(f"{desk.address}/desk/recording/evidence/{piece.pk}/{end}/")
            if end == "preview":  # there is none of what is no picture
                assert answer.status == 404
                continue
            kind = answer.headers.get("content-type", "")
            assert answer.headers.get("content-disposition", "").startswith("attachment"), (piece.name, end)
            assert answer.headers.get("x-content-type-options") == "nosniff"
            assert not kind.startswith(("text/html", "image/svg", "text/javascript", "application/xhtml")), kind
