"""Several documents of a matter in one go, and the photos of a list."""

from __future__ import annotations

import io
from datetime import timedelta

import docx
import pytest
from PIL import Image
from pypdf import PdfReader

from lantai.documents import typesetting
from lantai.documents.models import SealImprint
from lantai.documents.sealing import trial
from lantai.documents.tests.conftest import NOW
from lantai.documents.tests.test_pages import content, signed_in
from lantai.documents.tests.test_typesetting import squeezed, text_of
from lantai.law.people import Role
from lantai.law.refusals import Malformed
from lantai.law.specimens.case import context
from lantai.ledger import store

MATTER = "/desk/documents/of/cases.case:12/"


@pytest.fixture
def officer(bureau):
    return signed_in(bureau, "officer", bureau.agency, Role.OFFICER)


def test_the_chosen_documents_of_a_case_are_one_file_for_the_printer(issue, officer) -> None:
    one, two, left_out = issue("filing_approval"), issue("penalty_decision"), issue("closing_approval")
    elsewhere = issue("correction_order", subject="cases.case:99")
    answer = officer.post(f"{MATTER}together/", {"d": [two.pk, one.pk, elsewhere.pk, "x"], "act": "print"})
    assert answer["Content-Type"] == "application/pdf"
    made = PdfReader(io.BytesIO(answer.content))
    assert [mark.title for mark in made.outline] == [f"立案审批表{one.number}", f"行政处罚决定书{two.number}"]
    text = text_of(answer.content)
    assert one.number in text and two.number in text and left_out.number not in text


def test_printed_on_both_sides_each_document_begins_a_sheet(issue, officer) -> None:
    chosen = [issue("filing_approval").pk, issue("correction_order").pk]
    single = officer.post(f"{MATTER}together/", {"d": chosen, "act": "print"}).content
    double = officer.post(f"{MATTER}together/", {"d": chosen, "act": "print", "both_sides": "1"}).content
    assert [len(PdfReader(io.BytesIO(pdf)).pages) for pdf in (single, double)] == [2, 4]


def test_nothing_chosen_is_said_at_the_list_and_strangers_choose_nothing(issue, officer, bureau) -> None:
    made = issue("filing_approval")
    answer = officer.post(f"{MATTER}together/", {"act": "print"})
    assert answer.status_code == 400 and "请先勾选" in answer.content.decode()
    stranger = signed_in(bureau, "stranger", bureau.other, Role.OFFICER)
    assert stranger.post(f"{MATTER}together/", {"d": [made.pk], "act": "print"}).status_code == 404


def test_a_head_seals_what_bears_a_seal_among_the_chosen(issue, bureau, settings, tmp_path) -> None:
    settings.LANTAI_SEALS = str(tmp_path)
    trial.make(tmp_path, bureau.agency.code, bureau.agency.name, NOW - timedelta(days=1))
    decision, inner = issue("penalty_decision"), issue("closing_approval")
    head = signed_in(bureau, "head", bureau.agency, Role.AGENCY_HEAD)
    assert "在勾选的文书上用印" in head.get(MATTER).content.decode()
    answer = head.post(f"{MATTER}together/", {"d": [decision.pk, inner.pk], "act": "seal"}, follow=True)
    assert [s.document_id for s in SealImprint.objects.all()] == [decision.pk]
    page = answer.content.decode()
    assert "已在 1 件文书上用印；其余 1 件" in page and "已用印" in page and "在勾选的文书上用印" not in page
    printed = head.post(f"{MATTER}together/", {"d": [decision.pk], "act": "print"}).content
    assert "已加盖电子印章" in text_of(printed)


def photo(colour: str = "#a61b1b", size: tuple[int, int] = (1600, 1200)) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", size, colour).save(held, "JPEG")
    return held.getvalue()


def listed(of_step: str = "PG-5"):
    kept = store.put_bytes(photo(), "image/jpeg")
    case = context("goods_list")
    piece = {"kind": "physical", "name": "涉案饼干", "proves": "", "made_at": "2025-07-07T09:30:00+08:00"}
    return kept, case | {"evidence": [piece | {"place": "货架", "photo": kept.pk, "of_step": of_step}]}


def test_a_list_carries_the_photos_taken_for_its_step_in_both_forms_and_on_the_page(issue, officer) -> None:
    kept, case = listed()
    made = issue("goods_list", case=case)
    assert made.fields["photos"] == [[kept.pk, "涉案饼干（2025年7月7日9时30分，货架）"]]
    pdf = typesetting.pdf(made)
    assert "涉案饼干（2025年7月7日9时30分，货架）" in text_of(pdf)
    assert sum(len(page.images) for page in PdfReader(io.BytesIO(pdf)).pages) == 1
    copy = docx.Document(io.BytesIO(typesetting.docx(made)))
    assert len(copy.inline_shapes) == 1 and "涉案饼干" in squeezed("".join(p.text for p in copy.paragraphs))
    address = f"/desk/documents/{made.pk}/"
    assert f"{address}photo/1/" in officer.get(address).content.decode()
    assert content(officer.get(f"{address}photo/1/")) == store.read(kept.pk)
    assert officer.get(f"{address}photo/2/").status_code == 404


def test_photos_of_another_step_do_not_come_into_the_list(issue) -> None:
    _, case = listed("PG-4")
    assert "photos" not in issue("goods_list", case=case).fields


def test_a_list_whose_photo_is_damaged_is_not_printed(issue) -> None:
    kept, case = listed()
    made = issue("goods_list", case=case)
    store.path(kept.pk).chmod(0o644)
    store.path(kept.pk).write_bytes(photo("#000000"))
    with pytest.raises(Malformed, match="照片"):
        typesetting.pdf(made)
