"""G-15 publication, G-16 closing, G-17 recordings, G-18 no alteration."""

from dataclasses import replace
from datetime import date

import pytest

from lantai.law.facts import CaseFacts, Recording
from lantai.law.gates import GATES, alteration, publication
from lantai.law.gates.alteration import DocumentFacts
from lantai.law.gates.publication import NoticeFacts
from lantai.law.tests.stories import filed, moment, notified, party, preservation, ready, sentences


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


def test_an_unpaid_fine_keeps_the_case_open():
    story = decided(fine=8000).take("PG-16", "2025-08-22")
    assert "G-16" in story.gates("PG-21", "2025-08-28")
    assert "罚款尚有8,000元未缴纳" in sentences(story.ask("PG-21", "2025-08-28"))


def test_part_payment_keeps_it_open_and_names_the_rest():
    story = decided(fine=8000).take("PG-16", "2025-08-22")
    story.take("PG-17", "2025-08-25", "part", kind="fine", amount=3000, receipt_no="票1")
    assert "尚有5,000元" in sentences(story.ask("PG-21", "2025-08-28"))
    assert "请登记为部分履行" in sentences(story.ask("PG-17", "2025-08-26", "full", amount=4000, receipt_no="票2"))
    story.take("PG-17", "2025-08-26", "full", kind="fine", amount=5000, receipt_no="票2")
    assert story.gates("PG-21", "2025-08-28") == []


def test_a_missing_publication_keeps_it_open():
    story = decided(fine=8000)
    story.take("PG-17", "2025-08-25", "full", kind="fine", amount=8000, receipt_no="票1")
    assert story.gates("PG-21", "2025-08-28") == ["", "G-16"]


def test_a_measure_not_disposed_of_keeps_it_open():
    story = performed(fine=8000)
    measure = preservation().take("PG-5-1", "2025-07-10 09:00").take("PG-5-2", "2025-07-10 10:00")
    measure.take("PG-5", "2025-07-10 11:00")
    story.facts = replace(story.facts, children=(measure.facts,))
    assert story.gates("PG-21", "2025-08-28") == ["G-16"]
    measure.take("PG-5-3", "2025-07-15", disposal=["release"])
    story.facts = replace(story.facts, children=(measure.facts,))
    assert story.gates("PG-21", "2025-08-28") == []


def test_a_measure_of_an_unknown_procedure_counts_as_open():
    story = performed(fine=8000)
    story.facts = replace(story.facts, children=(CaseFacts("coercion.unknown"),))
    assert story.gates("PG-21", "2025-08-28") == ["G-16"]


def test_a_running_interval_keeps_it_open():
    assert performed(fine=8000).pause("testing", "2025-08-01").gates("PG-21", "2025-08-28") == ["G-16"]


def test_confiscated_goods_are_disposed_of_first():
    content = {"fine": 8000, "property": "三轮车一辆", "penalty_kinds": ["fine", "confiscation_property"]}
    story = performed(**content)
    assert "没收的财物尚未处理" in sentences(story.ask("PG-21", "2025-08-28"))
    assert "国库" in sentences(story.ask("PG-26", "2025-08-26", "auction", proceeds=500, receipt_no=""))
    story.take("PG-26", "2025-08-26", "auction", proceeds=500, receipt_no="缴1")
    assert story.gates("PG-21", "2025-08-28") == []


def test_a_case_not_filed_is_closed_without_more():
    story = filed()
    story.facts = replace(story.facts, taken=story.facts.taken[:1])
    story.take("PG-2", "2025-07-02", "no_filing")
    assert story.waits_for("2025-07-03") == "PG-21"
    assert story.gates("PG-21", "2025-07-04") == []
    assert "不再办理" in sentences(story.ask("PG-3", "2025-07-04"))


def test_leaving_service_must_be_filmed():
    story = ready(fine=8000).take("PG-14", "2025-08-20", fine=8000)
    words = {"mode": "SV-2", "reason": "拒收", "witness": "居委会干部"}
    found = story.ask("PG-15", "2025-08-21", **words)
    assert [r.gate for r in found] == ["G-17"]
    assert "《民事诉讼法》第八十九条" in sentences(found)
    assert story.gates("PG-15", "2025-08-21", **words, av=True) == []
    assert story.gates("PG-15", "2025-08-21", **words, av_reason="设备当场损坏，见说明") == []
    story.facts = replace(story.facts, recordings=(Recording("PG-15", moment("2025-08-21 09:00")),))
    assert story.gates("PG-15", "2025-08-21", **words) == []


def test_a_hearing_must_be_filmed(heard_case):
    assert heard_case.gates("PG-12", "2025-08-29", chair=11) == ["G-17"]
    assert heard_case.gates("PG-12", "2025-08-29", chair=11, av_reason=" ") == ["G-17"]


def test_questioning_in_the_interview_room_must_be_filmed():
    assert filed().gates("PG-4", "2025-07-10", "interview", interview_room=True) == ["G-17"]
    assert filed().gates("PG-4", "2025-07-10", "interview", interview_room=False) == []


def test_service_in_person_need_not_be_filmed():
    story = ready(fine=8000).take("PG-14", "2025-08-20", fine=8000)
    assert story.gates("PG-15", "2025-08-21", mode="SV-1") == []


def test_a_missing_recording_also_keeps_the_case_open():
    story = notified(fine=8000)
    assert "G-16" not in story.gates("PG-21", "2025-08-28")
    story.put("PG-4", "2025-08-27", "interview", interview_room=True)
    assert "G-16" in story.gates("PG-21", "2025-08-28")


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


def test_the_step_of_publication_asks_the_same():
    story = ready(fine=8000).take("PG-14", "2025-08-20", fine=8000)
    assert story.gates("PG-16", "2025-08-22", basis_codes=[]) == ["G-15"]
    assert story.gates("PG-16", "2025-08-22", unredacted=[{"code": "住址"}]) == ["G-15"]
    story.facts = replace(story.facts, party=party("person", date(2009, 1, 1)))
    assert story.gates("PG-16", "2025-08-22") == ["G-15"]
    assert story.gates("PG-16", "2025-08-22", "withheld", reason="未成年人") == []


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


def test_g18_in_the_registry_asks_a_step_that_states_what_it_alters():
    story = filed()
    attempt = story.attempt("PG-4", "2025-07-10", "", None, {"alters": "立案审批表"})
    assert [r.gate for r in GATES["G-18"].check(story.procedure, story.facts, attempt)] == ["G-18"]
    attempt = replace(attempt, stated={"alters": "立案审批表", "corrects": "1号"})
    assert list(GATES["G-18"].check(story.procedure, story.facts, attempt)) == []
