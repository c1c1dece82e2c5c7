"""The DOCX of a document: the same words in an editable copy, set in the faces that offices have."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import UTC
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from lantai.documents.models import IssuedDocument
from lantai.documents.typesetting import photos
from lantai.documents.typesetting.printing import sheet_of
from lantai.law.documents import SEAL_NOTE

FANGSONG, SONG = "仿宋_GB2312", "宋体"
TITLE = "方正小标宋简体"
RED = RGBColor(0xD4, 0, 0)
EPOCH = (1980, 1, 1, 0, 0, 0)


class _Copy:
    """A document being written."""

    def __init__(self, sheet: dict[str, Any]) -> None:
        self.sheet = sheet
        self.narrow = sheet["layout"] in ("form", "list")
        self.size = 12 if self.narrow else 16
        self.paper = docx.Document()
        section = self.paper.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        normal = self.paper.styles["Normal"]
        normal.font.name, normal.font.size = FANGSONG, Pt(self.size)
        normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FANGSONG)
        normal.paragraph_format.line_spacing = Pt(19 if self.narrow else 29)
        normal.paragraph_format.space_after = Pt(0)

    def line(
        self,
        text: str,
        *,
        face: str = "",
        size: float = 0,
        bold: bool = False,
        colour: RGBColor | None = None,
        align: WD_ALIGN_PARAGRAPH | None = None,
        indent: bool = False,
        into: Any = None,
    ) -> None:
        paragraph = (into or self.paper).add_paragraph()
        if align is not None:
            paragraph.alignment = align
        if indent:
            paragraph.paragraph_format.first_line_indent = Pt(2 * self.size)
        run = paragraph.add_run(text)
        run.bold = bold
        if size:
            run.font.size = Pt(size)
            paragraph.paragraph_format.line_spacing = Pt(size * 1.5)
        if face:
            run.font.name = face
            run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
        if colour is not None:
            run.font.color.rgb = colour

    def picture(self, content: bytes) -> None:
        paragraph = self.paper.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.add_run().add_picture(BytesIO(content), height=Mm(60))

    def table(self, rows: Iterable[Iterable[str]], widths: list[float]) -> None:
        rows = [list(row) for row in rows]
        table = self.paper.add_table(rows=len(rows), cols=len(widths), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        whole = sum(widths)
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, width, text in zip(row.cells, widths, texts, strict=True):
                cell.width = Mm(156 * width / whole)
                self._fill(cell, text)

    def _fill(self, cell: Any, text: str) -> None:
        for n, part in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            paragraph.paragraph_format.line_spacing = Pt(18)
            run = paragraph.add_run(part)
            run.font.size = Pt(11 if self.sheet["layout"] == "list" else 12)

    def form(self, rows: list[dict[str, Any]]) -> None:
        table = self.paper.add_table(rows=0, cols=4, style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        for row in rows:
            cells = table.add_row().cells
            for cell, width in zip(cells, (27, 51, 27, 51), strict=True):
                cell.width = Mm(width)
            if row["kind"] == "band":
                self._fill(cells[0].merge(cells[3]), row["label"])
            elif row["kind"] == "opinion":
                self._fill(cells[0], row["label"])
                self._fill(cells[1].merge(cells[3]), "\n".join([*row["text"], *(row["sign"] or [])]))
            elif len(row["cells"]) == 1:
                self._fill(cells[0], row["cells"][0]["label"])
                self._fill(cells[1].merge(cells[3]), "\n".join(row["cells"][0]["text"]))
            else:
                for n, one in enumerate(row["cells"]):
                    self._fill(cells[2 * n], one["label"])
                    self._fill(cells[2 * n + 1], "\n".join(one["text"]))


def _head(copy: _Copy) -> None:
    sheet, centre = copy.sheet, WD_ALIGN_PARAGRAPH.CENTER
    if sheet["demo"]:
        copy.line("演示数据　非真实执法文书", size=10.5, colour=RED, align=centre, face=SONG)
    red = RED if sheet["red"] else None
    copy.line(sheet["agency"], face=TITLE, size=26 if red else 18, bold=True, colour=red, align=centre)
    copy.line(sheet["title"], face=TITLE, size=22, bold=True, align=centre)
    if sheet["number"]:
        copy.line(sheet["number"], align=centre if red else WD_ALIGN_PARAGRAPH.RIGHT)


def _block(copy: _Copy, block: dict[str, Any]) -> None:
    kind = block["kind"]
    if kind == "to":
        copy.line(block["text"] + "：")
    elif kind == "heading":
        copy.line(block["text"], bold=True, face=SONG, indent=not copy.narrow)
    elif kind == "text":
        for text in block["text"]:
            copy.line(text, indent=not copy.narrow)
    elif kind == "line":
        copy.line(f"{block['label']}：{block['text']}", indent=not copy.narrow)
    elif kind == "form":
        copy.form(block["rows"])
    elif kind == "table":
        widths = [c["width"] for c in block["columns"]]
        copy.table([[c["label"] for c in block["columns"]], *block["rows"]], widths)
    elif kind == "photos":
        for sha256, caption in block["rows"]:
            copy.picture(photos.scaled(sha256))
            copy.line(caption, size=10.5, align=WD_ALIGN_PARAGRAPH.CENTER)
    else:
        for row in block["rows"]:
            copy.line("　　".join(row))


def docx_of(document: IssuedDocument) -> bytes:
    """The editable copy; the PDF is the document of record."""
    sheet = sheet_of(document)
    copy = _Copy(sheet)
    _head(copy)
    for block in sheet["blocks"]:
        _block(copy, block)
    if sheet["sign"]:
        copy.line("")
        copy.line(sheet["sign"]["agency"], align=WD_ALIGN_PARAGRAPH.RIGHT)
        copy.line(sheet["sign"]["date"], align=WD_ALIGN_PARAGRAPH.RIGHT)
        copy.line(f"（{SEAL_NOTE}）", size=10.5, align=WD_ALIGN_PARAGRAPH.RIGHT)
    for note in sheet["notes"]:
        copy.line(note, size=10.5)
    copy.line(f"核验码　{sheet['check_code']}　本件为可编辑副本，以 PDF 版式件为准。", size=9)
    properties = copy.paper.core_properties
    properties.comments = ""
    properties.title, properties.author = sheet["title"], sheet["agency"]
    properties.created = properties.modified = document.issued_at.astimezone(UTC).replace(tzinfo=None)
    held = BytesIO()
    copy.paper.save(held)
    return _without_clock(held)


def _without_clock(held: BytesIO) -> bytes:
    """The same archive with fixed times inside, so that the same document is the same file."""
    made = BytesIO()
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            fixed = zipfile.ZipInfo(item.filename, EPOCH)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, source.read(item.filename))
    return made.getvalue()
