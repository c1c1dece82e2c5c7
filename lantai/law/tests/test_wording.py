"""The sentences of a document may be worded otherwise; what the law demands of them may not be dropped, and nothing is run."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.law import documents
from lantai.law.documents import wording
from lantai.law.documents.wording import EXTRA, NOTES, VERSION, Worded
from lantai.law.refusals import Malformed
from lantai.law.specimens.case import context
from lantai.law.tests.asked_of_each import asked_of_each

DAY = date(2025, 8, 28)
NOTICE = documents.KINDS["penalty_notice"]
OPENING = "关于{当事人}（证件号码{证件号码}）{违法行为}一案，依据《行政处罚法》第四十四条的规定，现告知如下："


def printed(code: str, worded: Worded, **changes: object) -> str:
    fields = documents.compose(code, {**context(code), **changes}, worded)
    documents.check(code, fields)
    return "\n".join(documents.texts(documents.sheet(code, fields, "", DAY)))


def test_every_kind_tells_which_of_its_sentences_may_be_changed() -> None:
    found = {code: {s.code: s for s in wording.slots(kind)} for code, kind in documents.KINDS.items()}
    assert all(EXTRA in slots and NOTES in slots for slots in found.values())
    assert {"opening", "defence_right"} <= set(found["penalty_notice"])
    assert "{违法行为}一案" in found["penalty_notice"]["opening"].law
    decision = set(found["penalty_decision"])
    assert "publication" in decision
    assert not decision & {"facts", "evidence_reason", "conclusion", "remedy", "party", "heard", "performance"}


@asked_of_each(((code,) for code in sorted(documents.KINDS)), str)
def test_the_laws_own_words_said_again_are_no_wording(code: str) -> None:
    kind = documents.KINDS[code]
    assert wording.check(kind, {s.code: s.law for s in wording.slots(kind)}) == {}


def test_a_wording_is_filled_with_the_case_and_the_order_of_the_document_stays() -> None:
    texts = wording.check(
        NOTICE, {"opening": OPENING, EXTRA: "咨询电话：{机关电话}", NOTES: "一式三份。\n附送达回证。"}
    )
    before, after = printed("penalty_notice", Worded()), printed("penalty_notice", Worded(texts, "3"))
    assert "关于衡阳市珠晖区堃昇食品店（证件号码92430405MA4LXXXX1X）经营超过保质期的食品一案" in after
    assert "咨询电话：0734-8888888" in after and "一式三份。" in after and "附送达回证。" in after
    assert "本文书一式两份" in before and "本文书一式两份" not in after
    headings = [t for t in before.split("\n") if t[:2] in {"一、", "二、", "三、", "四、", "五、", "六、"}]
    assert [t for t in after.split("\n") if t in headings] == headings
    assert documents.compose("penalty_notice", context("penalty_notice"), Worded(texts, "3"))[VERSION] == "3"
    assert VERSION not in documents.compose("penalty_notice", context("penalty_notice"))


@pytest.mark.parametrize(
    ("slot", "said", "told"),
    [
        ("opening", "关于{当事入}一案，《行政处罚法》第四十四条", "没有“当事入”这个字段"),
        ("opening", "关于{当事人一案，《行政处罚法》第四十四条", "没有成对"),
        ("opening", "关于{当事人}一案", "《行政处罚法》第四十四条”不能删去"),
        ("opening", "{当事人.__class__}《行政处罚法》第四十四条", "没有“当事人.__class__”"),
        ("opening", "{}《行政处罚法》第四十四条", "没有“”这个字段"),
        (
            "defence_right",
            "依据《行政处罚法》第四十四条、《行政处罚法》第四十五条，你有权陈述和申辩。",
            "五个工作日”不能删去",
        ),
        ("remedy", "不得起诉。", "没有“remedy”这一处"),
        ("facts", "编造的事实", "没有“facts”这一处"),
        (EXTRA, "字" * 2001, "超过2000字"),
    ],
)
def test_a_wording_that_cannot_stand_is_refused_at_its_place(slot: str, said: str, told: str) -> None:
    with pytest.raises(Malformed, match=told) as wrong:
        wording.check(NOTICE, {slot: said})
    assert wrong.value.field == slot


def test_where_the_case_cannot_fill_a_blank_the_laws_own_words_stand() -> None:
    party = context("penalty_notice")["party"] | {"code": ""}
    said = printed("penalty_notice", Worded({"opening": OPENING, EXTRA: "号码{证件号码}"}), party=party)
    assert "现已调查终结" in said and "号码" not in said.replace("信用代码", "") and "{" not in said


def test_words_kept_for_a_place_that_is_no_place_change_nothing() -> None:
    changed = Worded({"facts": "编造的事实", "remedy": "不得起诉。", "nothing": "某"})
    assert printed("penalty_decision", changed) == printed("penalty_decision", Worded())


def test_a_sentence_that_decides_something_keeps_the_laws_own_words() -> None:
    """Which measure it is, until when, whether there is a hearing: other words would decide it otherwise."""
    deciding = {
        ("sealing_decision", "decision"),
        ("sealing_extension", "decision"),
        ("penalty_notice", "hearing_right"),
        ("interview_notice", "opening"),
        ("criminal_transfer", "opening"),
    }
    assert [(c, s) for c, s in deciding if s in {slot.code for slot in wording.slots(documents.KINDS[c])}] == []


@pytest.mark.parametrize(
    "payload", ["{{7*7}}", "{% load x %}", "#panic()", "${x}", "{案由!r}", "{0}", "<script>", "%s"]
)
def test_nothing_in_a_wording_or_in_what_fills_it_is_ever_run(payload: str) -> None:
    party = context("penalty_notice")["party"] | {"name": payload}
    said = printed("penalty_notice", Worded({EXTRA: "送{当事人}"}), party=party)
    assert "送" + payload.replace("{", "｛").replace("}", "｝") in said
