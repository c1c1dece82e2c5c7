"""A decision before the public: put, corrected, withdrawn."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import bundle, clock, sequencer
from lantai.portal.commands import notices
from lantai.portal.models import PublicationVersion, PublishedNotice
from lantai.portal.tests.conftest import body, moment


def number() -> int:
    return PublicationVersion.objects.values_list("number", flat=True).first() or 0


def test_only_a_publisher_publishes(db, officer_of_nothing):
    with pytest.raises(Refused):
        notices.put_notice(
            actor=officer_of_nothing,
            reference="甲〔2026〕1号",
            agency_code="1",
            agency_name="甲",
            division="衡阳市",
            field="市场监管",
            kind="处罚",
            body=body(),
            decided_on=date(2026, 11, 10),
        )
    assert not PublishedNotice.objects.exists() and number() == 0


def test_a_field_outside_the_allow_list_never_becomes_public(put):
    with pytest.raises(Malformed) as refused:
        put(body=body(party_phone="13800000000"))
    assert refused.value.field == "party_phone"
    assert not PublishedNotice.objects.exists()


def test_a_summary_names_agency_party_kind_and_conclusion(put):
    with pytest.raises(Malformed, match="执法结论"):
        put(body=body(conclusion=""))


def test_the_same_decision_is_not_published_twice(put):
    put(1)
    with pytest.raises(Conflict):
        put(1)


def test_every_portal_command_raises_the_version_in_its_own_transaction(put, publisher):
    notice = put()
    assert number() == 1
    notices.correct_notice(actor=publisher, notice=notice, body=body(conclusion="警告"), reason="录入有误")
    assert number() == 2
    with pytest.raises(Malformed):
        notices.withdraw_notice(actor=publisher, notice=notice, reason=" ")
    assert number() == 2
    notices.withdraw_notice(actor=publisher, notice=notice, reason="复议撤销")
    assert number() == 3


def test_the_page_shows_summary_text_and_the_rule_of_each_hidden_place(client, put):
    page = client.get(put().address).content.decode()
    assert "<h1>衡阳甲餐饮管理有限公司未查验供货者许可证案</h1>" in page
    assert "已隐去自然人姓名，《政府信息公开条例》第十五条" in page
    assert "期限 11月19日，提前 4 个工作日" in page
    assert page.count("<h1") == 1 and 'name="ArticleTitle"' in page and "<script" not in page


def test_a_correction_is_public_with_its_reason_and_the_fields_changed(client, put, publisher):
    notice = put()
    notices.correct_notice(
        actor=publisher,
        notice=notice,
        body=body(conclusion="警告"),
        sections=notice.sections,
        reason="罚款金额录入有误",
    )
    page = client.get(notice.address).content.decode()
    assert "已更正" in page and "罚款金额录入有误" in page and "更正栏目：执法结论" in page
    assert "5,000" not in page


def test_a_correction_that_changes_nothing_is_refused(put, publisher):
    notice = put()
    with pytest.raises(Malformed, match="没有变化"):
        notices.correct_notice(
            actor=publisher, notice=notice, body=notice.body, sections=notice.sections, reason="误操作"
        )


def test_a_withdrawn_notice_answers_410_with_the_reason_and_no_content(client, put, publisher):
    notice = put()
    assert client.get(notice.address).status_code == 200
    with clock.at(moment("2026-11-20")):
        notices.withdraw_notice(actor=publisher, notice=notice, reason="行政复议机关撤销了该决定")
        answer = client.get(notice.address)
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "行政复议机关撤销了该决定" in page and "2026年11月20日" in page
    assert "甲餐饮" not in page and "5,000" not in page and "张某" not in page
    for address in ("/", "/decisions/", "/decisions/?q=甲餐饮", "/decisions/withdrawn/", "/sitemap/"):
        assert "甲餐饮管理" not in client.get(address).content.decode()
    assert "行政复议机关撤销了该决定" in client.get("/decisions/withdrawn/").content.decode()


@pytest.mark.parametrize("wrong", [{"party_name": "甲"}, {"reason": ""}, {"withdrawn_on": None}])
def test_the_database_keeps_a_tombstone_empty_and_reasoned(put, publisher, wrong):
    notice = notices.withdraw_notice(actor=publisher, notice=put(), reason="复议撤销")
    with pytest.raises(IntegrityError):
        PublishedNotice.objects.filter(pk=notice.pk).update(**wrong)


def test_a_withdrawn_notice_is_neither_corrected_nor_withdrawn_again(put, publisher):
    notice = notices.withdraw_notice(actor=publisher, notice=put(), reason="复议撤销")
    with pytest.raises(Conflict):
        notices.withdraw_notice(actor=publisher, notice=notice, reason="再撤")
    with pytest.raises(Conflict):
        notices.correct_notice(actor=publisher, notice=notice, body=body(), reason="再改")


def test_after_its_term_a_notice_is_no_longer_shown(client, put):
    notice = put(shown_until=date(2026, 12, 31))
    with clock.at(moment("2026-12-31")):
        assert client.get(notice.address).status_code == 200
    with clock.at(moment("2027-01-01")):
        answer = client.get(notice.address)
        assert answer.status_code == 410 and "公示期限已满" in answer.content.decode()
        assert "甲餐饮" not in client.get("/decisions/").content.decode()


def test_numbers_of_a_day_follow_each_other_whatever_day_came_before(put):
    later = put(1, on="2026-11-14")
    first, second = put(2, on="2026-11-13"), put(3, on="2026-11-13")
    assert [n.address for n in (first, second, later)] == [
        "/decisions/20261113-1/",
        "/decisions/20261113-2/",
        "/decisions/20261114-1/",
    ]


def test_a_proof_waits_in_amber_until_a_checkpoint_covers_it(client, put):
    notice = put()
    waiting = client.get(notice.address)
    assert 'class="verdict open"' in waiting.content.decode() and 'class="verdict ok"' not in waiting.content.decode()
    assert "ETag" not in waiting.headers  # nobody keeps a page that will change by itself
    assert client.get(f"{notice.address}proof.zip").status_code == 503
    sequencer.checkpoint()
    page = client.get(notice.address).content.decode()
    assert 'class="verdict ok"' in page and "第 1 号检查点已经签名" in page
    assert client.get(f"{notice.address}proof.zip").content[:2] == b"PK"


def test_the_bundle_holds_the_very_bytes_the_entry_names(client, put):
    notice = put()
    sequencer.checkpoint()
    answer = client.get(f"{notice.address}proof.zip")
    assert answer.headers["Content-Type"] == "application/zip"
    assert bundle.CONTENT.encode() + b"notice.json" in answer.content


def test_an_altered_row_turns_the_proof_red(client, put):
    notice = put()
    sequencer.checkpoint()
    PublishedNotice.objects.filter(pk=notice.pk).update(conclusion="警告")
    page = client.get(notice.address).content.decode()
    assert 'class="verdict bad"' in page and 'class="verdict ok"' not in page


def test_the_page_of_a_decision_takes_the_same_statements_however_many_there_are(client, put):
    counts = []
    for several in (1, 6):
        for n in range(several):
            last = put(100 * several + n)
        sequencer.checkpoint()
        with CaptureQueriesContext(connection) as counted:
            client.get(f"{last.address}?{several}")
        counts.append(len(counted))
    assert counts[0] == counts[1]


def test_the_register_of_withdrawals_begins_with_the_latest_withdrawal_and_loses_none_between_its_pages(
    client, put, publisher
):
    made = [put(n) for n in range(1, 46)]
    for n, notice in enumerate(reversed(made)):  # the first published is withdrawn last; five on each day
        with clock.at(moment(f"2026-11-{14 + n // 5}")):
            notices.withdraw_notice(actor=publisher, notice=notice, reason="复议撤销")
    address, seen, pages = "/decisions/withdrawn/", [], 0
    with clock.at(moment("2026-11-25")):
        while address:
            page = client.get(address).content.decode()
            seen += [int(n) for n in re.findall(r"衡市监罚〔2026〕(\d+)号</a>", page)]
            older = re.search(r'href="([^"]+)" rel="next"', page)
            address, pages = older[1] if older else "", pages + 1
        newer = re.search(r'href="([^"]+)" rel="prev"', page)[1]
        before = [int(n) for n in re.findall(r"衡市监罚〔2026〕(\d+)号</a>", client.get(newer).content.decode())]
        for at in ("0", "-5", "999999999999999999"):
            assert client.get(f"/decisions/withdrawn/?before={at}").status_code == 200
    days = [(n - 1) // 5 for n in seen]
    assert pages == 3 and sorted(seen) == list(range(1, 46)) and days == sorted(days)
    assert before == seen[20:40]
