"""The DOCX of a document: the same words in an editable copy, set in the faces that offices have."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable
from datetime import UTC
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from lantai.documents.models import IssuedDocument
from lantai.documents.typesetting import photos
from lantai.documents.typesetting.printing import sheet_of
from lantai.law.documents import SEAL_NOTE

FANGSONG, SONG = "仿宋_GB2312", "宋体"
TITLE = "方正小标宋简体"
RED = RGBColor(0xD4, 0, 0)
CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
COPY_NOTE = "本件为可编辑副本，以 PDF 版式件为准。"
SIZES = {"form": (12, 19), "list": (12, 19), "record": (14, 25)}
"""Letters and pitch by layout, as on the printed form; all others 16 on 29 (GB/T 9704)."""
EPOCH = bytes((0, 0, 0x21, 0))  # 1 January 1980, 0:00, as an archive writes it


class _Copy:
    """A document being written."""

    def __init__(self, sheet: dict[str, Any]) -> None:
        self.sheet = sheet
        self.narrow = sheet["layout"] in ("form", "list")
        self.size, pitch = SIZES.get(sheet["layout"], (16, 29))
        self.width = 164 if self.narrow else 156  # of the text, in millimetres
        self.paper = docx.Document()
        section = self.paper.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(30 if self.narrow else 37), Mm(35)
        section.left_margin, section.right_margin = (Mm(24), Mm(22)) if self.narrow else (Mm(28), Mm(26))
        section.header_distance, section.footer_distance = Mm(18 if self.narrow else 24), Mm(25)
        normal = self.paper.styles["Normal"]
        normal.font.name, normal.font.size = FANGSONG, Pt(self.size)
        properties = normal.element.get_or_add_rPr()
        properties.get_or_add_rFonts().set(qn("w:eastAsia"), FANGSONG)
        for language in self.paper.styles.element.iter(qn("w:lang")):
            language.set(qn("w:eastAsia"), "zh-CN")
        normal.paragraph_format.line_spacing = Pt(pitch)
        normal.paragraph_format.space_after = Pt(0)
        self._margins(section)

    def _margins(self, section: Any) -> None:
        """The page number at the outer foot, one letter in, as GB/T 9704 has it; what is only a demonstration says so."""
        self.paper.settings.odd_and_even_pages_header_footer = True
        for foot, head, outer in (
            (section.footer, section.header, RIGHT),
            (section.even_page_footer, section.even_page_header, WD_ALIGN_PARAGRAPH.LEFT),
        ):
            paragraph = foot.paragraphs[0]
            paragraph.alignment = outer
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(14)
            _number(paragraph)
            _set(foot.add_paragraph(f"核验码　{self.sheet['check_code']}　{COPY_NOTE}").runs[0], "", 9, None)
            if self.sheet["demo"]:
                head.paragraphs[0].alignment = CENTRE
                _set(head.paragraphs[0].add_run("演示数据　非真实执法文书"), SONG, 10.5, RED)

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
        spread: float = 0,
    ) -> Any:
        """A paragraph. ``spread``: room between letters, by which short titles are set wider."""
        paragraph = self.paper.add_paragraph()
        if align is not None:
            paragraph.alignment = align
        if indent:
            paragraph.paragraph_format.first_line_indent = Pt(2 * self.size)
        run = paragraph.add_run(text)
        run.bold = bold
        if size:
            paragraph.paragraph_format.line_spacing = Pt(size * 1.5)
        _set(run, face, size, colour)
        if spread:
            wider = OxmlElement("w:spacing")
            wider.set(qn("w:val"), str(round(spread * 20)))
            run._element.get_or_add_rPr().append(wider)
        return paragraph

    def keep_last(self) -> None:
        """What comes last stays with the signatures: a page with nothing but these proves nothing."""
        for paragraph in self.paper.paragraphs[-2:]:
            paragraph.paragraph_format.keep_with_next = True

    def signed(self, texts: Iterable[str]) -> None:
        """Name and day over one another, four letters in from the right, with room for the seal; never parted."""
        texts = list(texts)
        block = max(sum(1 if ord(c) > 0x2E80 else 0.5 for c in text) for text in texts) * self.size
        left = Mm(self.width) - Pt(4 * self.size + block)
        for n, text in enumerate(texts):
            paragraph = self.line(text, align=CENTRE)
            paragraph.paragraph_format.left_indent = max(Pt(0), left)
            paragraph.paragraph_format.right_indent = Pt(4 * self.size)
            paragraph.paragraph_format.space_before = Pt(40 if n == 0 else 0)
            paragraph.paragraph_format.keep_with_next = True

    def picture(self, content: bytes) -> None:
        paragraph = self.paper.add_paragraph()
        paragraph.alignment = CENTRE
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.add_run().add_picture(BytesIO(content), height=Mm(60))

    def table(self, rows: Iterable[Iterable[str]], widths: list[float]) -> None:
        rows = [list(row) for row in rows]
        size = 10 if len(widths) > 5 else 11 if self.narrow else 12
        table = self._grid(len(rows), [self.width * width / sum(widths) for width in widths])
        for n, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
            for cell, text in zip(row.cells, texts, strict=True):
                self._fill(cell, text, size=size, align=None if n else CENTRE)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # the head of the table on every page

    def _grid(self, rows: int, widths: list[float]) -> Any:
        """A ruled table of fixed columns: offices' programs would else make all of them equal."""
        table = self.paper.add_table(rows=rows, cols=len(widths))
        table._tbl.tblPr.style = "TableGrid"  # by its name it would be looked for among 164 styles
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
        return table

    def _fill(self, cell: Any, text: str, *, size: float = 12, align: WD_ALIGN_PARAGRAPH | None = None) -> None:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        for n, part in enumerate(text.split("\n")):
            paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            paragraph.alignment = align
            paragraph.paragraph_format.line_spacing = Pt(size * 1.5)
            paragraph.add_run(part).font.size = Pt(size)

    def form(self, rows: list[dict[str, Any]]) -> None:
        value = (self.width - 54) / 2
        table = self._grid(len(rows), [27, value, 27, value])
        for row, made in zip(rows, table.rows, strict=True):
            cells = made.cells
            if row["kind"] == "band":
                self._fill(_joined(cells[0:4]), row["label"], align=CENTRE)
            elif row["kind"] == "opinion":
                self._fill(cells[0], row["label"], align=CENTRE)
                self._opinion(_joined(cells[1:4]), row)
            elif len(row["cells"]) == 1:
                self._fill(cells[0], row["cells"][0]["label"], align=CENTRE)
                self._fill(_joined(cells[1:4]), "\n".join(row["cells"][0]["text"]))
            else:
                for n, one in enumerate(row["cells"]):
                    self._fill(cells[2 * n], one["label"], align=CENTRE)
                    self._fill(cells[2 * n + 1], "\n".join(one["text"]))

    def _opinion(self, cell: Any, row: dict[str, Any]) -> None:
        """What was said above, signature and day at the lower right, with room for a pen."""
        self._fill(cell, "\n".join(row["text"]))
        for text in row["sign"] or ():
            paragraph = cell.add_paragraph()
            paragraph.alignment = RIGHT
            paragraph.paragraph_format.space_before = Pt(18 if row["roomy"] else 6)
            paragraph.paragraph_format.line_spacing = Pt(18)
            paragraph.add_run(text).font.size = Pt(12)


def _joined(cells: tuple[Any, ...]) -> Any:
    """The first of some empty cells of one row, over the room of all of them."""
    kept = cells[0]._tc
    for other in cells[1:]:
        kept.width += other._tc.width
        other._tc.getparent().remove(other._tc)
    kept.grid_span = len(cells)
    return cells[0]


def _set(run: Any, face: str, size: float, colour: RGBColor | None) -> None:
    if size:
        run.font.size = Pt(size)
    if face:
        run.font.name = face
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if colour is not None:
        run.font.color.rgb = colour


def _number(paragraph: Any) -> None:
    """— 1 —, counted by the program that opens the file."""
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text or "")
        _set(run, SONG, 14, None)
        if text is None:
            for kind in ("begin", "", "end"):
                part = OxmlElement("w:fldChar" if kind else "w:instrText")
                if kind:
                    part.set(qn("w:fldCharType"), kind)
                else:
                    part.text = "PAGE"
                run._element.append(part)


def _underlined(paragraph: Any) -> None:
    """The red line under the head of an official document."""
    rule = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "13"), ("space", "8"), ("color", "D40000")):
        rule.set(qn(f"w:{name}"), value)
    borders = OxmlElement("w:pBdr")
    borders.append(rule)
    paragraph._element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    paragraph.paragraph_format.space_after = Pt(14)


def _head(copy: _Copy) -> None:
    sheet = copy.sheet
    red = RED if sheet["red"] else None
    agency, title = (30, 22) if red else (16, 20) if copy.narrow else (22, 22)
    agency = min(agency, 435 / len(sheet["agency"]))  # a long name is set smaller rather than broken
    count = len(sheet["title"])
    spread = title if count <= 4 else title / 2 if count <= 6 else 0
    copy.line(sheet["agency"], face=TITLE, size=agency, bold=True, colour=red, align=CENTRE)
    last = copy.line(sheet["title"], face=TITLE, size=title, bold=True, align=CENTRE, spread=spread)
    if sheet["number"]:
        last = copy.line(sheet["number"], align=CENTRE if red else RIGHT)
    if red:
        _underlined(last)
    elif not copy.narrow:
        last.paragraph_format.space_after = Pt(12)


def _block(copy: _Copy, block: dict[str, Any]) -> None:
    kind = block["kind"]
    if kind == "to":
        copy.line(block["text"] + "：")
    elif kind == "heading":
        copy.line(block["text"], bold=True, face=SONG, indent=not copy.narrow).paragraph_format.keep_with_next = True
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
            copy.line(caption, size=10.5, align=CENTRE)
    else:
        for n, row in enumerate(block["rows"], 1):
            paragraph = copy.line("\t".join(part.strip() for part in row))
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(copy.width), WD_TAB_ALIGNMENT.RIGHT)
            paragraph.paragraph_format.keep_with_next = n < len(block["rows"])


def docx_of(document: IssuedDocument) -> bytes:
    """The editable copy; the PDF is the document of record."""
    sheet = sheet_of(document)
    copy = _Copy(sheet)
    _head(copy)
    for block in sheet["blocks"]:
        if block["kind"] == "signs":
            copy.keep_last()
        _block(copy, block)
    if sheet["sign"]:
        copy.keep_last()
        copy.signed((sheet["sign"]["agency"], sheet["sign"]["date"]))
        copy.line(f"（{SEAL_NOTE}）", size=10.5, align=RIGHT).paragraph_format.space_before = Pt(12)
    for note in sheet["notes"]:
        copy.paper.paragraphs[-1].paragraph_format.keep_with_next = True
        copy.line(note, size=10.5)
    properties = copy.paper.core_properties
    properties.comments = ""
    properties.title, properties.author = sheet["title"], sheet["agency"]
    properties.created = properties.modified = document.issued_at.astimezone(UTC).replace(tzinfo=None)
    held = BytesIO()
    copy.paper.save(held)
    return _without_clock(held)


def _without_clock(held: BytesIO) -> bytes:
    """The same archive with fixed times inside, so that the same document is the same file."""
    content = bytearray(held.getvalue())
    with zipfile.ZipFile(held) as source:
        places = [item.header_offset for item in source.infolist()]
        directory = source.start_dir
    for place in places:
        content[place + 10 : place + 14] = EPOCH
        content[directory + 12 : directory + 16] = EPOCH
        directory += 46 + sum(struct.unpack_from("<HHH", content, directory + 28))  # name, extra field, comment
    return bytes(content)
