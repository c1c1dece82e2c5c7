"""The printed form holds every word of the document, in embedded fonts, the same bytes each time; the copy is editable."""

from __future__ import annotations

import io
import re
from datetime import date

import docx
import pytest
from pypdf import PdfReader

from lantai.documents import queries, typesetting
from lantai.documents.models import IssuedDocument, Rendering
from lantai.documents.tasks import PDF, render_document, render_waiting, rendered
from lantai.documents.typesetting import coverage, fonts
from lantai.law.refusals import Malformed
from lantai.law.specimens.case import context
from lantai.ledger import store

HOSTILE = (
    '#let x = 1; #panic("x") $a_b$ `code` @ref <label> \\ "quotes" \'单\' *粗* _斜_ //注释 /*块*/ [方括号] = 标题 ]#{}'
)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def text_of(content: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def fonts_of(content: bytes) -> list[tuple[str, bool]]:
    found = []
    for page in PdfReader(io.BytesIO(content)).pages:
        for font in page["/Resources"]["/Font"].values():
            below = font.get_object()["/DescendantFonts"][0].get_object()
            described = below["/FontDescriptor"].get_object()
            found.append((below["/BaseFont"], any(k in described for k in ("/FontFile", "/FontFile2", "/FontFile3"))))
    return found


def test_the_same_document_is_the_same_bytes(issue) -> None:
    made = issue("penalty_decision")
    again = IssuedDocument.objects.get(pk=made.pk)
    assert typesetting.pdf(made) == typesetting.pdf(again)
    assert typesetting.docx(made) == typesetting.docx(again)


def test_the_pdf_declares_the_archive_form(issue) -> None:
    content = typesetting.pdf(issue("penalty_decision"))
    metadata = PdfReader(io.BytesIO(content)).xmp_metadata.stream.get_data().decode()
    assert "<pdfaid:part>3<" in metadata and "<pdfaid:conformance>B<" in metadata


def test_what_people_write_is_printed_and_never_run(issue) -> None:
    case = context("penalty_decision")
    case["draft"] = {**case["draft"], "facts": HOSTILE + "\u202e\u200f"}
    case["party"] = {**case["party"], "name": HOSTILE[:60]}
    made = issue("penalty_decision", case=case)
    assert squeezed(HOSTILE) in text_of(typesetting.pdf(made))
    assert squeezed(HOSTILE) in squeezed(
        "".join(p.text for p in docx.Document(io.BytesIO(typesetting.docx(made))).paragraphs)
    )


def test_amounts_are_drawn_with_the_yen_glyph_and_not_a_dollar(issue) -> None:
    """All Fandol faces draw U+FFE5 as a dollar sign: the glyph that is drawn must be the one of U+00A5."""
    case = context("penalty_decision")
    case["draft"] = {**case["draft"], "facts": "货值￥8,000.00元"}
    text = text_of(typesetting.pdf(issue("penalty_decision", case=case)))
    assert "货值¥8,000.00元" in text and "￥" not in text and "$" not in text


def test_a_demonstration_document_says_so_on_every_page(issue, settings) -> None:
    made = issue("penalty_decision")
    settings.LANTAI_DEMO = True
    pages = PdfReader(io.BytesIO(typesetting.pdf(made))).pages
    assert len(pages) > 1 and all("演示数据" in page.extract_text() for page in pages)
    settings.LANTAI_DEMO = False
    assert "演示数据" not in text_of(typesetting.pdf(made))


def test_outward_documents_carry_the_check_code_and_its_address_and_inner_ones_only_the_code(issue, settings) -> None:
    settings.LANTAI_ADDRESS = "https://law.example/"
    outward, inner = issue("penalty_decision"), issue("closing_approval")
    assert f"https://law.example/c/{outward.check_code}" in text_of(typesetting.pdf(outward))
    text = text_of(typesetting.pdf(inner))
    assert inner.check_code in text and "law.example" not in text


def test_a_sealed_document_says_that_it_counts_once_sealed(issue) -> None:
    assert "加盖印章后有效" in text_of(typesetting.pdf(issue("penalty_decision")))
    assert "加盖印章后有效" not in text_of(typesetting.pdf(issue("investigation_report")))


def test_every_common_character_can_be_drawn() -> None:
    gb2312 = "".join(
        bytes([high, low]).decode("gb2312", "ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)
    )
    assert len(gb2312) == 6763
    assert typesetting.missing_glyphs(gb2312 + "㎡℃①½×、。《》〔〕—…¥％㈠×昇堃祎珺玥昉䶮䲜") == ()


def test_the_reading_of_a_broken_font_file_finds_nothing(tmp_path) -> None:
    broken = tmp_path / "broken.otf"
    broken.write_bytes((fonts.SHIPPED / "FandolFang-Regular.otf").read_bytes()[:300])
    assert coverage.characters(broken) == frozenset()


def test_the_fonts_of_a_site_come_before_ours(settings, tmp_path) -> None:
    """The shipped Song, dropped in by a site, widens nothing but is looked at first."""
    (tmp_path / "own.otf").write_bytes((fonts.SHIPPED / "FandolSong-Bold.otf").read_bytes())
    settings.LANTAI_FONTS = str(tmp_path)
    assert fonts.folders() == [tmp_path, fonts.SHIPPED]
    assert fonts.families()["body"][0] == "FandolFang R"


def test_a_rendering_is_made_once_and_kept(issue) -> None:
    made = issue("penalty_decision", issued_on=date(2025, 8, 28))
    first = rendered(made)
    assert rendered(made) == first and render_document.call(made.pk) == first.pages
    assert Rendering.objects.count() == 1
    assert store.read(first.pdf_id) == typesetting.pdf(made)
    assert first.pdf.media_type == PDF


def test_what_waits_to_be_rendered_is_found_by_asking(issue) -> None:
    for _ in range(3):
        issue("filing_approval")
    assert queries.progress() == (0, 3)
    assert render_waiting(60) == 3
    assert queries.progress() == (3, 3) and render_waiting(60) == 0


def test_a_character_that_the_fonts_no_longer_hold_stops_the_printing_and_only_that(issue, bureau) -> None:
    """A document issued while the site had a font for a rare name; the font is gone. No empty box is printed."""
    good = issue("filing_approval")
    lost = issue("penalty_decision")
    IssuedDocument.objects.filter(pk=lost.pk).update(
        fields=lost.fields | {"party_name": "x", "facts": ["黄\U00031350"]}
    )
    lost.refresh_from_db()
    with pytest.raises(Malformed, match=r"U\+31350"):
        typesetting.pdf(lost)
    assert render_waiting(60) == 1
    assert Rendering.objects.get().document_id == good.pk


def test_what_cannot_be_printed_is_told_by_character_and_reason() -> None:
    assert queries.unprintable("堃昇食品店\n二行") == "" == queries.unprintable({"a": ["甲", "乙"]})
    assert "U+31350" in queries.unprintable({"facts": "黄\U00031350"}) and "字库" in queries.unprintable("\U00031350")
    assert "私用区" in queries.unprintable("\ue123店")
