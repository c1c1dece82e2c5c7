"""G-15 publication and G-18 alteration as their callers ask; what keeps a case open, and how it is named."""

from dataclasses import replace

import pytest

from lantai.law.gates import alteration, publication
from lantai.law.gates.alteration import DocumentFacts
from lantai.law.gates.publication import NoticeFacts
from lantai.law.tests.stories import filed, ready, sentences


def decided(**stated):
    story = ready(**stated).take("PG-14", "2025-08-20", **stated)
    return story.take("PG-15", "2025-08-21", mode="SV-1")


def performed(**stated):
    story = decided(**stated).take("PG-16", "2025-08-22")
    paid = {"kind": "fine", "amount": stated["fine"], "receipt_no": "票1", "channel": "bank"}
    return story.take("PG-17", "2025-08-25", "full", **paid)


def test_a_performed_and_published_case_is_closed():
    story = performed(fine=8000)
    assert story.gates("PG-21", "2025-08-28") == []
    assert str(story.due("PG-21").legal_due) == "2025-09-15"


def test_part_payment_keeps_it_open_and_names_the_rest():
    story = decided(fine=8000).take("PG-16", "2025-08-22")
    story.take("PG-17", "2025-08-25", "part", kind="fine", amount=3000, receipt_no="票1")
    assert "尚有5,000元" in sentences(story.ask("PG-21", "2025-08-28"))
    assert "请登记为部分履行" in sentences(story.ask("PG-17", "2025-08-26", "full", amount=4000, receipt_no="票2"))
    story.take("PG-17", "2025-08-26", "full", kind="fine", amount=5000, receipt_no="票2")
    assert story.gates("PG-21", "2025-08-28") == []


def test_a_case_not_filed_is_closed_without_more():
    story = filed()
    story.facts = replace(story.facts, taken=story.facts.taken[:1])
    story.take("PG-2", "2025-07-02", "no_filing")
    assert story.waits_for("2025-07-03") == "PG-21"
    assert story.gates("PG-21", "2025-07-04") == []
    assert "不再办理" in sentences(story.ask("PG-3", "2025-07-04"))


BASIS = ("APL-48",)


def test_a_clean_notice_with_a_basis_is_published():
    assert publication.check(NoticeFacts(BASIS, fields=("agency_name", "party_name"))) == ()


@pytest.mark.parametrize(
    "notice, word",
    [
        (NoticeFacts(()), "没有写明公示的法律依据"),
        (NoticeFacts(BASIS, unredacted=("公民身份号码",)), "公民身份号码"),
        (NoticeFacts(BASIS, fields=("party_phone",)), "不得公开的项目"),
        (NoticeFacts(BASIS, missing=("执法结论",)), "执法结论"),
        (NoticeFacts(BASIS, minor=True), "不满十八周岁"),
    ],
)
def test_other_notices_are_not(notice, word):
    (found,) = publication.check(notice)
    assert found.gate == "G-15"
    assert word in found.reason


def test_a_draft_may_still_be_changed():
    assert alteration.check(DocumentFacts("行政处罚决定书")) == ()


@pytest.mark.parametrize(
    "document, word",
    [
        (DocumentFacts("行政处罚决定书", issued=True), "已经编号制发"),
        (DocumentFacts("行政处罚决定书", issued=True, served=True), "已经送达当事人"),
        (DocumentFacts("行政处罚决定书", issued=True, served=True, archived=True), "已经归档"),
    ],
)
def test_an_issued_served_or_archived_document_may_not(document, word):
    (found,) = alteration.check(document)
    assert found.gate == "G-18"
    assert word in found.reason
    assert "补正" in found.remedy


def test_it_is_corrected_by_a_new_document():
    assert alteration.check(DocumentFacts("行政处罚决定书", True, True, True, corrects="衡市监罚〔2025〕1号")) == ()
