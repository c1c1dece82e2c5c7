"""The order of a case file, its page numbers and its index."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from lantai.law import filing, statements
from lantai.law.filing import Paper, arrange
from lantai.law.people import Role
from lantai.law.released import NESTED, RELEASED

DAY = date(2025, 7, 1)


def paper(kind: str, number: int = 0, **more) -> Paper:
    lawful = {
        "ref": f"document:{number or kind}",
        "part": filing.part_of(kind, is_penalty=True),
        "place": filing.place_of(kind, is_penalty=True),
        "day": DAY,
        "title": kind,
        "pages": 1,
    }
    return Paper(**(lawful | more))


def titles(papers, part: str = "正卷") -> list[str]:
    return [f.paper.title for f in arrange(papers).get(part, ())]


def test_the_main_part_follows_the_order_of_article_78():
    right = [
        "filing_approval",
        "penalty_decision",
        "service_receipt",
        "penalty_notice",
        "site_record",
        "evidence",
        "hearing_record",
        "property_disposal",
        "address_confirmation",
    ]
    papers = [paper(kind) for kind in right if kind not in ("evidence", "service_receipt")]
    papers.append(paper("x", ref="evidence:1", part="正卷", place=filing.EVIDENCE_PLACE, title="evidence"))
    papers.append(paper("service_receipt", follows="document:penalty_decision", day=DAY + timedelta(days=9)))
    for seed in range(20):
        random.Random(seed).shuffle(papers)
        assert titles(papers) == right


def test_of_one_day_and_place_the_earlier_paper_comes_first_whatever_its_number():
    papers = [paper("site_record", number, title=str(number)) for number in (8, 9, 10, 11, 99, 100)]
    for seed in range(20):
        random.Random(seed).shuffle(papers)
        assert titles(papers) == ["8", "9", "10", "11", "99", "100"]


def test_what_is_internal_stands_in_the_inner_part_in_its_order():
    right = ["case_source_registration", "investigation_report", "review_opinion", "hearing_report", "closing_approval"]
    papers = [paper(kind) for kind in reversed(right)] + [paper("penalty_decision")]
    assert titles(papers, "副卷") == right and titles(papers) == ["penalty_decision"]


def test_a_receipt_follows_the_very_document_it_served():
    papers = [
        paper("penalty_decision", 1),
        paper("penalty_notice", 2),
        paper("hearing_right_notice", 3, day=DAY + timedelta(days=1)),
        paper("service_receipt", 4, follows="document:3", day=DAY + timedelta(days=2)),
        paper("service_receipt", 5, follows="document:1", day=DAY + timedelta(days=30)),
        paper("service_receipt", 6, follows="document:2", day=DAY + timedelta(days=5)),
    ]
    refs = [f.paper.ref for f in arrange(papers)["正卷"]]
    assert refs == ["document:1", "document:5", "document:2", "document:6", "document:3", "document:4"]


def test_pages_run_on_in_each_part_and_recordings_have_none():
    papers = [
        paper("filing_approval", 1, pages=2),
        paper("penalty_decision", 2, pages=4),
        paper("x", ref="evidence:1", part="正卷", place=filing.EVIDENCE_PLACE, pages=None, remark="音像资料，另存"),
        paper("property_disposal", 3, pages=1),
        paper("review_opinion", 4, pages=3),
    ]
    parts = arrange(papers)
    assert [(f.order, f.page_words) for f in parts["正卷"]] == [(1, "1–2"), (2, "3–6"), (3, "—"), (4, "7")]
    assert [f.page_words for f in parts["副卷"]] == ["1–3"]
    assert filing.pages_in(parts["正卷"]) == 7


def test_page_numbers_have_no_gap_and_no_overlap():
    chance = random.Random(7)
    kinds = list(filing.documents.KINDS)
    papers = [paper(chance.choice(kinds), n, pages=chance.choice([None, 1, 2, 9])) for n in range(1, 80)]
    for filed in arrange(papers).values():
        pages = [p for f in filed if f.page_from for p in range(f.page_from, f.page_to + 1)]
        assert pages == list(range(1, len(pages) + 1))


def test_a_file_of_another_kind_is_not_divided_and_follows_the_days():
    papers = [
        paper(kind, n, day=DAY + timedelta(days=n), place=filing.place_of(kind, is_penalty=False), part="正卷")
        for n, kind in enumerate(("review_opinion", "site_record", "closing_approval"), 1)
    ]
    assert titles(papers[::-1]) == ["review_opinion", "site_record", "closing_approval"]
    assert filing.part_of("review_opinion", is_penalty=False) == "正卷"


def test_an_unknown_document_stands_at_the_end_and_is_not_lost():
    assert titles([paper("from_elsewhere"), paper("penalty_decision")]) == ["penalty_decision", "from_elsewhere"]


def test_the_digest_of_the_index_changes_with_any_entry():
    one = arrange([paper("penalty_decision", 1, pages=3, digest="a" * 64)])["正卷"]
    other = arrange([paper("penalty_decision", 1, pages=4, digest="a" * 64)])["正卷"]
    third = arrange([paper("penalty_decision", 1, pages=3, digest="b" * 64)])["正卷"]
    assert len({filing.index_digest(f) for f in (one, other, third)}) == 3
    assert filing.index_digest(one) == filing.index_digest(tuple(one))


def test_only_pictures_take_pages_in_the_file():
    assert filing.pages_of("image/jpeg") == 1 and filing.pages_of("video/mp4") is None
    assert filing.remark_of("video/mp4", False) == "音像资料，另存"
    assert filing.remark_of("application/octet-stream", False) == "电子文件，另存"
    assert filing.remark_of("image/png", True) == ""


def test_the_number_of_a_file_names_agency_year_period_and_part():
    assert filing.archive_number("衡市监", 2025, "30年", 12, "副卷") == "衡市监·2025·30年·0012·副"


MAIN, AT_ITS_END = "with its main case", "when it has ended"
FILED_BY = {
    "penalty.summary": AT_ITS_END,
    "penalty.ordinary": "PG-22",
    "evidence.preservation": MAIN,
    "coercion.sealing_seizure": AT_ITS_END,  # with its main case where it has one
    "coercion.freezing": AT_ITS_END,
    "coercion.execution": AT_ITS_END,
    "coercion.court_application": AT_ITS_END,
    "inspection.ordinary": "IN-9",
    "licence.ordinary": "LI-16",
    "licence.ending": "LI-16",
    "transfer.criminal": MAIN,
    "levy.fee": "LV-8",
    "expropriation.housing": "EX-16",
    "expropriation.land": "EL-14",
    "requisition.emergency": "RQ-9",
}


@pytest.mark.parametrize("procedure", RELEASED, ids=lambda p: p.code)
def test_every_case_is_filed_by_its_last_step_or_at_its_end_or_with_its_main_case(procedure):
    step = filing.filing_step(procedure)
    assert FILED_BY[procedure.code] == (step.id if step else MAIN if procedure.code in NESTED else AT_ITS_END)
    if step is None:  # its end is what the archive waits for: the last step must be able to be that end
        assert any(s.ends for s in procedure.steps)
    else:  # taken by the archivist with the words that the archive states, and nothing comes after it
        assert step.ends and procedure.steps[-1] is step and Role.ARCHIVIST in step.by
        words = {w.code for w in statements.words_of(procedure.code, step.id)}
        assert {"pages", "boxes", "filing_note"} <= words and not any(s.ends for s in procedure.steps if s is not step)
