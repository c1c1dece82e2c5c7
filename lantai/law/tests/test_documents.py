"""The documents of a penalty case say what the law wants them to say, and are not made where something is missing."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.law import documents
from lantai.law.filing import SHEETS
from lantai.law.numbering import SIGNS
from lantai.law.records import ACT_DOCUMENTS, DOCUMENT_CODES, EVIDENCE_KINDS, RECORD_KINDS, named_documents
from lantai.law.refusals import Malformed
from lantai.law.released import RELEASED
from lantai.law.specimens.case import context
from lantai.law.statements import DRAFT
from lantai.law.tests.asked_of_each import asked_of_each

DAY = date(2025, 8, 28)
KINDS = sorted(documents.KINDS)


def printed(code: str, fields: dict) -> str:
    return "\n".join(documents.texts(documents.sheet(code, fields, "衡市监罚〔2025〕7号", DAY)))


def test_every_document_a_step_names_is_declared_under_its_title() -> None:
    assert {c: k.title for c, k in documents.KINDS.items() if c in DOCUMENT_CODES} == DOCUMENT_CODES


def test_every_document_of_every_released_procedure_can_be_made() -> None:
    named = {
        code
        for procedure in RELEASED
        for step in procedure.steps
        for code in (*step.documents, *(d for o in step.outcomes for d in o.documents))
    }
    assert named and named <= set(documents.KINDS)


def test_every_kind_is_made_by_a_step_of_a_released_procedure_or_by_an_act_beside_the_steps() -> None:
    """A kind that nothing makes has no place: it is made, or it is not there."""
    made = {code for procedure in RELEASED for step in procedure.steps for code in named_documents(step)}
    made |= {code for codes in ACT_DOCUMENTS.values() for code in codes}
    assert set(documents.KINDS) - made == set(SHEETS)
    assert set(DOCUMENT_CODES) == made


def test_every_kind_has_its_article_and_a_sign_that_exists() -> None:
    wrong = [k.code for k in documents.KINDS.values() if not k.basis or (k.sign and k.sign not in SIGNS)]
    assert wrong == []


@asked_of_each(((code,) for code in KINDS), str)
def test_every_kind_composes_from_a_full_case(code: str) -> None:
    fields = documents.compose(code, context(code))
    documents.check(code, fields)
    assert fields["agency"] in printed(code, fields)


@asked_of_each(((c,) for c in KINDS if any(line.required for line in documents.KINDS[c].lines)), str)
def test_a_document_with_a_required_field_missing_is_refused_by_its_chinese_name(code: str) -> None:
    fields = documents.compose(code, context(code))
    for line in documents.KINDS[code].lines:
        if line.required:
            with pytest.raises(Malformed, match=line.label.replace("（", ".").replace("）", ".")):
                documents.check(code, {k: v for k, v in fields.items() if k != line.code})


@pytest.mark.parametrize("part", ["evidence_reason", "basis_reason", "discretion_reason"])
def test_a_penalty_decision_without_one_of_the_three_reasons_is_not_made(part: str) -> None:
    case = context("penalty_decision")
    label = next(w.label for w in DRAFT if w.code == part)
    case["draft"] = {k: v for k, v in case["draft"].items() if k != part}
    with pytest.raises(Malformed, match=label):
        documents.compose("penalty_decision", case)


def test_a_decision_names_the_kind_of_each_piece_in_chinese() -> None:
    """A photo taken as a record of the act was once printed, and published, by its code."""
    kinds = EVIDENCE_KINDS | RECORD_KINDS
    case = context("penalty_decision")
    case["evidence"] = [{"kind": kind, "name": "现场", "proves": "现场情况"} for kind in kinds]
    text = printed("penalty_decision", documents.compose("penalty_decision", case))
    assert [label for label in kinds.values() if f"现场\n{label}\n现场情况" not in text] == []


def test_a_penalty_decision_has_the_sections_of_the_law_in_their_order() -> None:
    fields = documents.compose("penalty_decision", context("penalty_decision"))
    blocks = documents.sheet("penalty_decision", fields, "衡市监罚〔2025〕7号", DAY)["blocks"]
    headings = [b["text"] for b in blocks if b["kind"] == "heading"]
    assert headings == [
        "一、当事人",
        "二、案件来源和调查经过",
        "三、违法事实",
        "四、证据和采信理由",
        "五、告知、陈述申辩和听证",
        "六、定性和法律依据",
        "七、裁量理由",
        "八、处罚内容",
        "九、履行方式和期限",
        "十、救济途径和期限",
    ]


def test_a_penalty_decision_states_remedies_surcharge_and_publication() -> None:
    text = printed("penalty_decision", documents.compose("penalty_decision", context("penalty_decision")))
    assert "六十日内向衡阳市人民政府申请行政复议" in text
    assert "六个月内直接向衡阳铁路运输法院提起行政诉讼" in text
    assert "每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额" in text
    assert "依法向社会公开" in text


def test_the_party_is_told_to_pay_only_where_there_is_something_to_pay() -> None:
    case = context("penalty_decision")
    case["draft"] = {**case["draft"], "penalty_kinds": ["warning"]}
    fields = documents.compose("penalty_decision", case)
    assert "缴纳" not in "".join(fields["performance"])


def test_a_decision_on_the_spot_sends_the_party_to_reconsideration_first() -> None:
    fields = documents.compose("spot_decision", context("spot_decision"))
    assert "先向衡阳市人民政府申请行政复议" in "".join(fields["remedy"])
    assert "罚款人民币贰佰元整" in "".join(fields["conclusion"])


def test_a_notice_tells_of_the_hearing_only_where_there_is_the_right() -> None:
    case = context("penalty_notice")
    assert "有权要求听证" in printed("penalty_notice", documents.compose("penalty_notice", case))
    case["step"]["stated"] = {**case["step"]["stated"], "hearing_right": False}
    assert "有权要求听证" not in printed("penalty_notice", documents.compose("penalty_notice", case))


def test_of_the_documents_of_a_step_only_those_that_fit_are_made() -> None:
    codes = ("review_opinion", "audit_opinion")
    case = context("review_opinion")
    made = {}
    for major in (True, False):
        case["case"] = {**case["case"], "is_major": major}
        made[major] = [k.code for k in documents.made_of(codes, case)]
    assert made == {True: ["review_opinion"], False: ["audit_opinion"]}


def test_the_full_width_yen_sign_is_never_printed_and_no_invisible_mark_survives() -> None:
    case = context("penalty_decision")
    case["draft"] = {**case["draft"], "facts": "罚款￥8,000\u202e.00\u200b元\u0007"}
    facts = documents.compose("penalty_decision", case)["facts"]
    assert facts == ["罚款¥8,000.00元"]


def test_fields_that_were_not_cleaned_or_are_unknown_are_refused() -> None:
    fields = documents.compose("penalty_decision", context("penalty_decision"))
    for wrong in ({"facts": ["罚款￥8,000元"]}, {"facts": "一段"}, {"unknown": "x"}, {"evidence": [["一格"]]}):
        with pytest.raises(Malformed):
            documents.check("penalty_decision", fields | wrong)


def test_main_volume_and_inner_volume_follow_the_order_of_the_file() -> None:
    codes = (
        "closing_approval",
        "review_opinion",
        "investigation_report",
        "case_source_registration",
        "hearing_record",
        "site_record",
        "penalty_notice",
        "penalty_decision",
        "filing_approval",
    )
    main, inner = documents.order_in_file(documents.KINDS[c] for c in codes)
    assert [k.code for k in main] == [
        "filing_approval",
        "penalty_decision",
        "penalty_notice",
        "site_record",
        "hearing_record",
    ]
    assert [k.code for k in inner] == [
        "case_source_registration",
        "investigation_report",
        "review_opinion",
        "closing_approval",
    ]


def test_no_internal_paper_stands_in_the_volume_that_may_be_consulted() -> None:
    main, _ = documents.order_in_file(documents.KINDS.values())
    assert [k.code for k in main if k.internal] == []


def test_an_empty_field_of_a_form_is_struck_through() -> None:
    case = context("filing_approval")
    case["party"] = {**case["party"], "phone": ""}
    sheet = documents.sheet("filing_approval", documents.compose("filing_approval", case), "", DAY)
    cells = [c for b in sheet["blocks"] for r in b["rows"] if r["kind"] == "pair" for c in r["cells"]]
    assert next(c["text"] for c in cells if c["label"] == "联系电话") == ["／"]
