"""The PDF of a document: official layout, embedded fonts, PDF/A-3b, the same bytes for the same document."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
import typst
from django.conf import settings

from lantai.documents.models import IssuedDocument
from lantai.documents.typesetting import photos
from lantai.documents.typesetting.fonts import families, fonts, missing_glyphs, named
from lantai.law import documents as kinds
from lantai.law.refusals import Malformed

TEMPLATES = Path(__file__).resolve().parents[1] / "typst"
ROOMY = ("letter", "record")  # layouts whose lines may be set closer
_COUNT = re.compile(rb"/Count (\d+)")
_lock = threading.Lock()
_compilers: dict[tuple[str, ...], typst.Compiler] = {}


def address_of(check_code: str) -> str:
    """The short address that the QR code holds."""
    return f"{settings.LANTAI_ADDRESS.rstrip('/')}/c/{check_code}"


@lru_cache(16)  # the printed form and the editable copy of a document are made one after the other
def qr_svg(text: str) -> str:
    """A QR code with error level M and a quiet zone of four modules."""
    held = BytesIO()
    segno.make(text, error="m", micro=False).save(
        held, kind="svg", border=4, omitsize=True, svgclass=None, lineclass=None, xmldecl=False
    )
    return held.getvalue().decode()


def sheet_of(document: IssuedDocument, imprint: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The sheet of an issued document with everything the template asks for; ``imprint`` says what its seal shows."""
    address = address_of(document.check_code)
    return {
        **kinds.sheet(document.kind, document.fields, document.number, document.issued_on),
        "fonts": families(),
        "check_code": f"{document.check_code[:4]} {document.check_code[4:]}",
        "address": address,
        "qr": None if document.is_internal else qr_svg(address),
        "demo": bool(settings.LANTAI_DEMO),
        "close": False,
        "imprint": imprint,
    }


def _compiler() -> typst.Compiler:
    held = fonts()
    key = tuple(held.families())
    if key not in _compilers:
        _compilers[key] = typst.Compiler(TEMPLATES / "official.typ", root=TEMPLATES, font_paths=held)
    return _compilers[key]


def _compiled(sheet: dict[str, Any], **how: Any) -> Any:
    """What people wrote travels as JSON and is never read as markup."""
    with _lock:
        return _compiler().compile(sys_inputs={"document": json.dumps(sheet, ensure_ascii=False)}, **how)


def _with_photos(sheet: dict[str, Any]) -> dict[str, Any]:
    blocks = [
        b | {"rows": [[photos.as_svg(sha256), caption] for sha256, caption in b["rows"]]}
        if b["kind"] == "photos"
        else b
        for b in sheet["blocks"]
    ]
    return sheet | {"blocks": blocks}


def _set(document: IssuedDocument, imprint: Mapping[str, str] | None = None) -> tuple[dict[str, Any], bytes]:
    """The sheet as it is set, and its PDF: with closer lines where that saves a page.

    Raises Malformed where the fonts of today cannot draw a character: no empty box reaches paper.
    """
    how = {"format": "pdf", "pdf_standards": ["a-3b"], "timestamp": int(document.issued_at.timestamp())}
    sheet = _with_photos(sheet_of(document, imprint))
    said = "".join(kinds.texts(kinds.sheet(document.kind, document.fields, document.number, document.issued_on)))
    if missing := missing_glyphs(said):
        raise Malformed("fields", f"字库中没有{named(missing)}，《{document.title}》无法完整印出，请管理员补充字库")
    made = bytes(_compiled(sheet, **how))
    if sheet["layout"] in ROOMY and (pages := pages_of(made)) > 1:
        closer = sheet | {"close": True}
        other = bytes(_compiled(closer, **how))
        if pages_of(other) < pages:
            return closer, other
    return sheet, made


def pdf(document: IssuedDocument, imprint: Mapping[str, str] | None = None) -> bytes:
    """The printed form. With ``imprint`` (holder, date, picture) it shows the seal that is then put on it."""
    return _set(document, imprint)[1]


def pictures(document: IssuedDocument, dots: float = 60) -> list[bytes]:
    """The pages as PNG pictures, so many dots to the inch: for looking at, never for the record."""
    made = _compiled(_set(document)[0], format="png", ppi=dots)
    return made if isinstance(made, list) else [made]


def pages_of(content: bytes) -> int:
    """How many pages our own PDF has: the count of its page tree."""
    return max((int(found) for found in _COUNT.findall(content)), default=1)
