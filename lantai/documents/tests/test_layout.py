"""Every kind of document as it is laid out: nothing foreign in it, no signature left alone on a page, sheets to look at."""

from __future__ import annotations

import io
import re

import docx
import pytest
from django.core.management import CommandError, call_command
from PIL import Image
from pypdf import PdfReader

from lantai.documents import typesetting
from lantai.documents.tests.test_typesetting import fonts_of, squeezed
from lantai.documents.typesetting import contact_sheet, fonts
from lantai.documents.typesetting.printing import sheet_of
from lantai.law import documents as kinds

pytestmark = pytest.mark.xdist_group("specimens")  # made once for all of them, in one worker

# What is no Chinese word in a specimen: numbers of certificates and goods, the address of the check.
KNOWN = re.compile(r"http\S+|[A-Z0-9]{8,}|[A-Z]{2}-?\d+|\d+ ?(g|mL)|ABCD|A-017|PDF|DOCX")


@pytest.fixture(scope="module")
def specimens() -> dict[str, contact_sheet.Specimen]:
    return {made.code: made for made in contact_sheet.specimens(pictured=False)}


def pages_of(made: contact_sheet.Specimen) -> list[str]:
    return [re.sub(r"\s+", "", page.extract_text()) for page in PdfReader(io.BytesIO(made.pdf)).pages]


FOOT = re.compile(r"扫码核验本文书是否被改动|核验码ABCD2345|http\S+?ABCD2345|—\d+—")


def running_text_of(made: contact_sheet.Specimen) -> str:
    """The words without what stands at the foot of each page: a paragraph may go on over the leaf."""
    return FOOT.sub("", "".join(pages_of(made)))


def test_every_kind_is_made_in_both_forms(specimens) -> None:
    assert set(specimens) == set(kinds.KINDS) and len(specimens) >= 60
    wrong = [m.code for m in specimens.values() if not (m.pdf.startswith(b"%PDF-") and m.docx.startswith(b"PK"))]
    assert wrong == []


def test_no_document_speaks_another_language_or_says_none(specimens) -> None:
    said = {m.code: KNOWN.sub("", "".join(pages_of(m))) for m in specimens.values()}
    foreign = {code: found for code, text in said.items() if (found := re.findall(r"[A-Za-z]{2,}", text))}
    assert foreign == {}


def test_no_labelled_line_is_left_empty(specimens) -> None:
    """In running documents a field with nothing in it is left out; in a form it is struck."""
    empty = []
    for code in specimens:
        for block in sheet_of(contact_sheet.unissued(code))["blocks"]:
            rows = block["rows"] if block["kind"] == "form" else []
            cells = [c for row in rows if row["kind"] == "pair" for c in row["cells"]]
            empty += [(code, c["label"]) for c in cells if not "".join(c["text"]).strip()]
            if block["kind"] == "line" and not block["text"].strip():
                empty.append((code, block["label"]))
    assert empty == []


def test_no_last_page_holds_signatures_or_seal_alone(specimens) -> None:
    """The last two pieces of the text stay with them."""
    alone = []
    for code, made in specimens.items():
        sheet = sheet_of(contact_sheet.unissued(code))
        pages = pages_of(made)
        if len(pages) == 1 or not (sheet["sign"] or any(b["kind"] == "signs" for b in sheet["blocks"])):
            continue
        said = [re.sub(r"\s+", "", t) for b in sheet["blocks"] if b["kind"] != "signs" for t in kinds.texts(b)]
        if sum(text in pages[-1] for text in said if len(text) > 7) < 2:
            alone.append(code)
    assert alone == []


def test_every_kind_is_printed_with_title_number_and_every_field(specimens) -> None:
    words_of_the_sheet = {"form", "table", "text", "line", "to", "heading", "signs", "pair", "band", "opinion"}
    lost = {}
    for code, made in specimens.items():
        document, text = contact_sheet.unissued(code), running_text_of(made)
        said = kinds.texts(sheet_of(document)["blocks"])
        wanted = [document.title, document.number, *(t for t in said if t not in words_of_the_sheet)]
        lost[code] = [t for t in wanted if squeezed(t) not in text]
        if typesetting.pages_of(made.pdf) != len(pages_of(made)):
            lost[code].append("页数")
        if not (found := fonts_of(made.pdf)) or not all(there for _, there in found):
            lost[code].append("字体没有嵌入")
    assert {code: found for code, found in lost.items() if found} == {}


def test_every_kind_has_an_editable_copy_with_the_same_words(specimens) -> None:
    lost = {}
    for code, made in specimens.items():
        document = contact_sheet.unissued(code)
        paper = docx.Document(io.BytesIO(made.docx))
        text = squeezed("".join(t.text or "" for t in paper.element.body.iter() if t.tag.endswith("}t")))
        shown = "".join(kinds.texts(sheet_of(document)["blocks"]))
        wanted = [document.title, document.number, *(t for t in kinds.texts(document.fields) if t in shown)]
        lost[code] = [w for w in wanted if squeezed(w) not in text]
    assert {code: found for code, found in lost.items() if found} == {}


def test_a_sheet_shows_eight_first_pages_with_their_names() -> None:
    shown = [(m.title, m.pages[0]) for m in contact_sheet.specimens(("goods_list",))] * 9
    sheets = [Image.open(io.BytesIO(made)) for made in contact_sheet.sheets(shown)]
    assert [s.width > 1800 for s in sheets] == [True, True] and sheets[0].height > sheets[1].height


def test_the_command_writes_both_forms_and_the_sheets(tmp_path, capsys) -> None:
    call_command("specimens", str(tmp_path), "--kind", "goods_list", "closing_approval")
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "closing_approval.docx",
        "closing_approval.pdf",
        "goods_list.docx",
        "goods_list.pdf",
        "sheet-01.png",
    ]
    assert "共 2 种文书" in capsys.readouterr().out
    with pytest.raises(CommandError, match="没有这种文书"):
        call_command("specimens", str(tmp_path), "--kind", "nothing")


def test_every_face_that_is_loaded_may_be_drawn_from() -> None:
    """Otherwise a character counted as covered would be an empty box."""
    assert all(set(chosen) == set(fonts.fonts().families()) for chosen in fonts.families().values())
