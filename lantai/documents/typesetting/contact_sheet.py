"""样张: a specimen of every kind of document, and sheets of their first pages to look at side by side."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from lantai.documents.models import IssuedDocument
from lantai.documents.typesetting.editable import docx_of
from lantai.documents.typesetting.fonts import SHIPPED
from lantai.documents.typesetting.printing import pdf, pictures
from lantai.law import documents as kinds
from lantai.law.documents import Worded
from lantai.law.numbering import SIGNS, DocumentNumber
from lantai.law.periods import BEIJING
from lantai.law.specimens import NUMBERED, context, specimen

DAY = date(2025, 8, 28)
ACROSS, DOWN = 4, 2
DOTS = 60  # to the inch: a page is about 496 by 702
MARGIN, LABEL = 12, 26


@dataclass(frozen=True)
class Specimen:
    """A kind of document in both printed forms; ``pages`` as pictures."""

    code: str
    title: str
    pdf: bytes
    docx: bytes
    pages: list[bytes]


def unissued(code: str, worded: Worded | None = None) -> IssuedDocument:
    """A document of the specimen case, in other words if given, that is issued by nobody and kept nowhere."""
    kind = kinds.KINDS[code]
    letters = context(code)["agency"]["prefix"] + SIGNS.get(kind.sign, "")
    return IssuedDocument(
        kind=code,
        title=kind.title,
        number=str(DocumentNumber(letters, DAY.year, NUMBERED)) if kind.sign else "",
        fields=specimen(code, worded),
        layout=kind.version,
        check_code="ABCD2345",
        is_internal=kind.internal,
        issued_on=DAY,
        issued_at=datetime(DAY.year, DAY.month, DAY.day, 9, tzinfo=BEIJING),
    )


def specimens(codes: tuple[str, ...] = (), *, pictured: bool = True) -> Iterator[Specimen]:
    """A specimen of every kind, or of those named, one at a time; not ``pictured`` without pictures of its pages."""
    for code in codes or tuple(kinds.KINDS):
        document = unissued(code)
        yield Specimen(
            code, document.title, pdf(document), docx_of(document), pictures(document, DOTS) if pictured else []
        )


def sheets(pages: list[tuple[str, bytes]]) -> Iterator[bytes]:
    """Labelled pictures, eight to a sheet, as PNG."""
    face = ImageFont.truetype(str(SHIPPED / "FandolSong-Regular.otf"), 18)
    each = ACROSS * DOWN
    for n in range(math.ceil(len(pages) / each)):
        yield _sheet(pages[n * each : (n + 1) * each], face)


def _sheet(pages: list[tuple[str, bytes]], face: ImageFont.FreeTypeFont) -> bytes:
    opened = [(label, Image.open(BytesIO(content)).convert("RGB")) for label, content in pages]
    width = max(picture.width for _, picture in opened)
    height = max(picture.height for _, picture in opened) + LABEL
    size = (ACROSS * (width + MARGIN) + MARGIN, math.ceil(len(opened) / ACROSS) * (height + MARGIN) + MARGIN)
    paper = Image.new("RGB", size, "#c9d3df")
    pen = ImageDraw.Draw(paper)
    for n, (label, picture) in enumerate(opened):
        left, top = MARGIN + n % ACROSS * (width + MARGIN), MARGIN + n // ACROSS * (height + MARGIN)
        pen.text((left, top), label, font=face, fill="#1b2430")
        paper.paste(picture, (left, top + LABEL))
    held = BytesIO()
    paper.save(held, "PNG", optimize=True)
    return held.getvalue()
