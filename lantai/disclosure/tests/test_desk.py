"""The desk of publication through the browser: four people, ordinary forms, no script."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from lantai.disclosure.models import PublicationDraft
from lantai.disclosure.tests import scene
from lantai.ledger import clock
from lantai.portal.models import PublishedNotice


@pytest.fixture
def desk(at):
    """The browser in which somebody of the bureau is signed in."""

    def open_for(word: str, bureau: scene.Bureau = at) -> Client:
        client = Client()
        client.force_login(bureau.people[word].account)
        return client

    return open_for


@pytest.fixture
def now():
    with clock.at(scene.moment("2026-09-29", 10)):
        yield


def key_in(page: str) -> str:
    return re.search(r'name="key" value="([^"]+)"', page)[1]


@pytest.fixture
def drafted(at, desk, now):
    case = scene.decided(at, flags={"safety": True})
    answer = desk("han").post(f"/desk/disclosure/cases/{case.pk}/draft/", {"key": "d"})
    assert answer.status_code == 302
    return PublicationDraft.objects.get()


def test_a_notice_goes_from_the_queue_to_the_public_by_forms(at, desk, now, client):
    case = scene.decided(at)
    queue = desk("han").get("/desk/disclosure/").content.decode()
    assert "还剩 6 个工作日" in queue and "拟公示稿" in queue
    desk("han").post(f"/desk/disclosure/cases/{case.pk}/draft/", {"key": "d"})
    draft = PublicationDraft.objects.get()
    address = f"/desk/disclosure/{draft.pk}/"
    preview = desk("yang").get(address).content.decode()
    assert "原文与公示稿对照" in preview and 'id="check"' in preview and "None" not in preview
    desk("yang").post(
        f"{address}check/", {"passed": "pass", "opinion_phrase": "公示依据准确", "opinion": "", "key": "c"}
    )
    confirm = desk("han").get(f"{address}publish/").content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', confirm)[1]
    done = desk("han").post(f"{address}publish/", {"seen": seen, "key": key_in(confirm)}, follow=True)
    notice = PublishedNotice.objects.get()
    assert notice.address in done.content.decode()
    assert client.get(notice.address).status_code == 200
    form = desk("han").get(f"{address}withdraw/").content.decode()
    desk("han").post(
        f"{address}withdraw/",
        {"known_on": "2026-09-29", "reason_phrase": "行政复议机关决定撤销该决定", "reason": "", "key": key_in(form)},
    )
    assert client.get(notice.address).status_code == 410
    notice.refresh_from_db()
    assert notice.reason == "行政复议机关决定撤销该决定。"


def test_each_mask_names_its_rule_and_a_fixed_one_offers_no_lifting(desk, drafted):
    page = desk("han").get(f"/desk/disclosure/{drafted.pk}/").content.decode()
    assert "手机号码（" in page and "依法应当隐去，不能恢复" in page and "/laws/" in page
    fixed = next(m["id"] for m in drafted.masks if m["kind"] == "phone")
    answer = desk("han").post(f"/desk/disclosure/{drafted.pk}/lift/", {"mask": fixed, "reason": "查询", "key": "l"})
    assert answer.status_code == 409 and "G-15" in answer.content.decode()


def test_a_form_with_a_gap_comes_back_with_the_sentence_at_the_field(desk, drafted):
    for address, given, sentence in (
        ("mask/", {"words": "", "reason": ""}, "请填写要隐去的文字"),
        ("mask/", {"words": "没有的文字", "reason": "试"}, "公示稿里没有这些文字"),
        ("withhold/", {"ground": "", "reason": ""}, "请选择法定事由"),
    ):
        answer = desk("han").post(f"/desk/disclosure/{drafted.pk}/{address}", {**given, "key": address + sentence})
        assert answer.status_code == 400 and sentence in answer.content.decode()
    answer = desk("yang").post(f"/desk/disclosure/{drafted.pk}/check/", {"passed": "return", "opinion": "", "key": "r"})
    assert answer.status_code == 400


def test_a_stranger_gets_404_for_every_page_of_a_draft(at, desk, drafted):
    other = scene.bureau(2)
    for address in ("", "publish/", "done/", "withdraw/", "correct/"):
        assert desk("han", other).get(f"/desk/disclosure/{drafted.pk}/{address}").status_code == 404
    for address in ("mask/", "lift/", "check/", "redraw/", "withhold/"):
        answer = desk("han", other).post(
            f"/desk/disclosure/{drafted.pk}/{address}", {"words": "a", "reason": "b", "mask": 1}
        )
        assert answer.status_code == 404
    assert desk("han", other).post(f"/desk/disclosure/cases/{drafted.case_id}/draft/").status_code == 404
    assert drafted.reference not in desk("han", other).get("/desk/disclosure/").content.decode()


def test_nobody_reaches_the_desk_without_signing_in(db, client):
    assert client.get("/desk/disclosure/").status_code in (302, 403)


def test_the_desk_of_a_publisher_lists_what_waits_for_publication(at, desk, now):
    case = scene.decided(at)
    page = desk("han").get("/desk/").content.decode()
    assert "待公示的决定" in page and case.title in page


UNREGISTERED = "当事人未查验供货者的许可证。证人王小明证实，其家在蒸湘区立新路12号3栋2单元501室，证件尾号不清的号码为4304051990030723。"


def test_names_nobody_registered_are_shown_for_a_human_to_decide_with_their_article(at, desk, now):
    case = scene.decided(at, facts=UNREGISTERED, flags={"safety": True})
    desk("han").post(f"/desk/disclosure/cases/{case.pk}/draft/", {"key": "d"})
    made = PublicationDraft.objects.get()
    for word in ("han", "yang"):  # who drafts and who checks
        page = desk(word).get(f"/desk/disclosure/{made.pk}/").content.decode()
        told = page[page.index("存疑之处") : page.index("公示栏目")]
        assert "王小明" in told and "501室" in told and "4304051990030723" in told
        assert "政府信息公开条例" in told and "个人信息保护法" in told
        assert at.people["zhang"].name not in told
    desk("han").post(f"/desk/disclosure/{made.pk}/mask/", {"words": "王小明", "reason": "证人姓名", "key": "m"})
    page = desk("han").get(f"/desk/disclosure/{made.pk}/").content.decode()
    assert "王小明" not in page[page.index("存疑之处") : page.index("公示栏目")]


def test_a_draft_without_doubt_says_nothing_of_it(desk, drafted):
    assert "存疑之处" not in desk("han").get(f"/desk/disclosure/{drafted.pk}/").content.decode()


def test_a_machine_is_told_as_data_why_nothing_was_done_to_a_notice(at, desk, now, drafted):
    address, data = f"/desk/disclosure/{drafted.pk}/", {"Accept": "application/json"}
    for act, given, field in (
        ("mask/", {"words": "", "reason": "理由"}, "words"),
        ("check/", {"passed": "maybe"}, "passed"),
        ("withhold/", {"ground": "", "reason": "理由"}, "ground"),
        ("withdraw/", {"known_on": "昨天", "reason": "理由"}, "known_on"),
        ("correct/", {"known_on": "2026-09-29", "reason": ""}, "reason"),
    ):
        wrong = desk("han").post(f"{address}{act}", given, headers=data)
        assert wrong.status_code == 400 and wrong.json()["field"] == field, act
        assert wrong.json()["sentence"], act
    refused = desk("han").post(f"{address}check/", {"passed": "pass", "opinion": "同意"}, headers=data)
    assert refused.status_code == 409 and refused.json()["refusals"][0]["remedy"]


def test_a_refused_check_keeps_the_opinion_that_was_written(at, desk, now, drafted):
    given = {"passed": "return", "opinion": "第三段还有电话号码没有隐去"}
    answer = desk("han").post(f"/desk/disclosure/{drafted.pk}/check/", given)
    assert answer.status_code == 409 and given["opinion"] in answer.content.decode()
