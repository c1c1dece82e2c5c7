"""The draft decision gives its three reasons, and what it orders is worded once for document, page and notice."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from lantai.law.refusals import Malformed
from lantai.law.statements import OUTCOMES, amount_in_words, conclusion, draft_words, outcome_label, read_draft
from lantai.law.statements.draft import FORGIVEN
from lantai.law.tests.stories import GENERAL, notified, sentences

REASONS = {
    "facts": "2025年6月12日，当事人销售超过保质期的食品。",
    "evidence_reason": "现场笔录与进货票据相互印证。",
    "basis_reason": "《食品安全法》第三十四条第十项，构成要件齐备。",
    "discretion_reason": "货值较小，主动召回，从轻。",
}
PENALTY = {
    **REASONS,
    "tier": "从轻",
    "penalty_kinds": ["fine", "warning"],
    "fine": "5,000",
    "correction": "立即停止经营超过保质期的食品",
    "pay_to": "非税收入汇缴专户",
}
TAUGHT = {"education": "当面教育", "no_penalty_ground": "no_fault"}
PARTY = "衡阳市某某食品店"


def test_a_draft_is_kept_as_json_and_read_again_unchanged():
    draft = read_draft("penalty", PENALTY)
    assert draft["fine"] == "5000.00"
    assert draft["penalty_kinds"] == ["warning", "fine"]
    assert json.loads(json.dumps(draft)) == draft
    assert read_draft("penalty", draft) == draft


def test_what_the_draft_finds_is_what_the_gates_of_the_decision_ask():
    found = read_draft("penalty", {**PENALTY, "earlier_fine": "衡城管罚〔2025〕3号", "gains_found": "500"})
    story = notified(fine=5000).flag(**found)
    said = sentences(story.ask("PG-14", "2025-08-20", fine=5000))
    assert "对同一违法行为已有罚款处罚（衡城管罚〔2025〕3号）" in said
    assert "认定违法所得500元，没有没收" in said


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("supervised", "被督办的案件"),
        ("social_risk", "引发社会风险"),
        ("safety", "涉及公共安全"),
        ("review_by_law", "应当进行法制审核的其他情形"),
        ("heavy_other", "其他较重的行政处罚"),
        ("hearing_by_law", "没有告知要求听证的权利"),
    ],
)
def test_a_mark_of_the_draft_makes_review_or_hearing_owed(mark, said):
    found = read_draft("penalty", {**PENALTY, mark: "true"})
    story = notified(replace(GENERAL, catalogue=frozenset({"social_risk", "safety"})), fine=5000)
    assert said not in sentences(story.ask("PG-14", "2025-08-20", fine=5000))
    assert said in sentences(story.flag(**found).ask("PG-14", "2025-08-20", fine=5000))


@pytest.mark.parametrize(
    "wanting", ["facts", "evidence_reason", "basis_reason", "discretion_reason", "tier", "correction"]
)
@pytest.mark.parametrize("blank", ["", "\u3000\n \u200b"])
def test_a_penalty_without_one_of_its_reasons_is_refused(wanting, blank):
    with pytest.raises(Malformed) as caught:
        read_draft("penalty", {**PENALTY, wanting: blank})
    assert caught.value.field == wanting


def test_a_fine_has_an_amount_and_an_amount_stands_only_with_its_kind():
    with pytest.raises(Malformed) as caught:
        read_draft("penalty", {**PENALTY, "fine": ""})
    assert caught.value.field == "fine"
    with pytest.raises(Malformed):
        read_draft("penalty", {**PENALTY, "fine": "0"})
    warned = read_draft("penalty", {**PENALTY, "penalty_kinds": "warning"})
    assert "fine" not in warned and "pay_to" not in warned


@pytest.mark.parametrize(
    ("kind", "wanting"),
    [
        ("confiscation_gains", "gains"),
        ("confiscation_property", "property"),
        ("revocation", "other_content"),
        ("other", "other_content"),
    ],
)
def test_each_kind_says_what_it_takes(kind, wanting):
    with pytest.raises(Malformed) as caught:
        read_draft("penalty", {**PENALTY, "penalty_kinds": ["fine", kind]})
    assert caught.value.field == wanting


def test_a_reduction_is_marked():
    assert read_draft("penalty", {**PENALTY, "tier": "减轻"})["reduced"] is True
    assert read_draft("penalty", PENALTY)["reduced"] is False


@pytest.mark.parametrize("outcome", FORGIVEN)
def test_not_punishing_an_established_act_needs_discretion_and_education(outcome):
    asked = {w.code for w in draft_words(outcome)}
    taught = {k: v for k, v in TAUGHT.items() if k in asked}
    for wanting in ("discretion_reason", "education"):
        with pytest.raises(Malformed) as caught:
            read_draft(outcome, {**REASONS, **taught, wanting: ""})
        assert caught.value.field == wanting
    assert "penalty_kinds" not in read_draft(outcome, {**REASONS, **taught})


def test_an_unknown_conclusion_is_refused():
    with pytest.raises(Malformed) as caught:
        read_draft("forgive", PENALTY)
    assert caught.value.field == "outcome"


def test_the_conclusion_is_numbered_with_amounts_in_capitals():
    draft = read_draft(
        "penalty",
        {
            **PENALTY,
            "penalty_kinds": ["revocation", "fine", "confiscation_gains", "confiscation_property", "warning"],
            "gains": "1280.5",
            "property": "超过保质期的饼干12箱。",
            "other_content": "吊销《食品经营许可证》（编号甲001）。\n\n责令关闭；",
        },
    )
    assert conclusion("penalty", draft, PARTY).splitlines() == [
        "责令改正：立即停止经营超过保质期的食品。",
        f"对{PARTY}处以下行政处罚：",
        "1.警告；",
        "2.罚款人民币伍仟元整（¥5,000.00）；",
        "3.没收违法所得人民币壹仟贰佰捌拾元伍角整（¥1,280.50）；",
        "4.没收非法财物：超过保质期的饼干12箱；",
        "5.吊销《食品经营许可证》（编号甲001）；",
        "6.责令关闭。",
    ]


def test_the_sign_of_the_yuan_is_the_narrow_one():
    assert "\u00a5" in amount_in_words("5000.00")
    assert "\uffe5" not in amount_in_words("5000.00")


def samples():
    extra = {
        "education": "当面教育",
        "transfer_to": "衡阳市公安局",
        "suspected_crime": "生产、销售伪劣产品",
        "transfer_items": "案卷一册",
        "no_penalty_ground": "under_14",
    }
    for outcome, label in OUTCOMES:
        asked = {w.code for w in draft_words(outcome)}
        given = {k: v for k, v in {**PENALTY, **extra}.items() if k in asked}
        yield outcome, label, given


@pytest.mark.parametrize(("outcome", "label", "given"), list(samples()))
def test_every_conclusion_can_be_drafted_and_names_the_party(outcome, label, given):
    text = conclusion(outcome, read_draft(outcome, given), PARTY)
    assert PARTY in text
    assert text.endswith("。")
    assert "None" not in text
    assert outcome_label(outcome) == label
