"""The sheet: a document laid out as blocks, from which PDF, DOCX and the page on the screen are all drawn. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from lantai.law.documents.composing import signer_of
from lantai.law.documents.words import DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.periods import written
from lantai.law.statutes import chinese_numeral

NOTHING = "／"  # an empty field of a form is struck, so that nothing can be added afterwards
SEAL_NOTE = "加盖印章后有效"
BLANK_DAY = "　　　　年　　月　　日"
BOXED = (Layout.FORM, Layout.LIST)
ROOMY = 60  # an opinion shorter than this gets room for a pen


def sheet(kind: DocumentKind, fields: Mapping[str, Any], number: str, issued_on: date) -> dict[str, Any]:
    """Everything that is printed, in order.

    ``blocks`` are ``to``, ``heading``, ``text``, ``line``, ``form``, ``table``, ``photos`` and ``signs``; ``sign`` is the agency's
    name and day, None where the document bears no such.
    """
    blocks: list[dict[str, Any]] = []
    counted = 0
    for section in kind.sections:
        made = list(_blocks(kind, section, fields))
        if not made:
            continue
        if section.heading and kind.layout is not Layout.FORM:
            counted += 1
            mark = f"{chinese_numeral(counted)}、" if kind.numbered else ""
            blocks.append({"kind": "heading", "text": mark + section.heading})
        elif section.heading:
            made = [{"kind": "form", "rows": [{"kind": "band", "label": section.heading}]}, *made]
        blocks += made
    if extra := fields.get("wording_extra"):
        blocks.append({"kind": "text", "text": extra})
    if kind.signature_rows:
        blocks.append({"kind": "signs", "rows": [list(row) for row in kind.signature_rows]})
    return {
        "layout": str(kind.layout),
        "compact": kind.compact,
        "red": kind.red_head,
        "agency": fields["agency"],
        "title": kind.title,
        "number": number,
        "blocks": _merged(blocks) if kind.layout in BOXED else [_unboxed(b) for b in _merged(blocks)],
        "sign": {"agency": fields["agency"], "date": written(issued_on), "seal": True} if kind.seal else None,
        "notes": list(fields.get("wording_notes") or kind.notes),
    }


def _blocks(kind: DocumentKind, section: Section, fields: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    pair: list[dict[str, Any]] = []
    for line in section.lines:
        value = fields.get(line.code)
        if line.show is Show.PAIR:
            pair.append({"label": line.label, "text": _text(value)})
            if len(pair) == 2:
                yield _form({"kind": "pair", "cells": pair})
                pair = []
            continue
        if pair:
            yield _form({"kind": "pair", "cells": pair})
            pair = []
        if line.show is Show.ROW:
            yield _form({"kind": "pair", "cells": [{"label": line.label, "text": _text(value)}]})
        elif line.show is Show.OPINION:
            yield _form(_opinion(line, value, fields))
        elif value is not None:
            yield _running(line, value)
    if pair:
        yield _form({"kind": "pair", "cells": pair})


def _form(row: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "form", "rows": [row]}


def _running(line: Line, value: Any) -> dict[str, Any]:
    if line.show is Show.PHOTOS:
        return {"kind": "photos", "rows": value}
    if line.form is Form.TABLE:
        columns = [{"label": c.label, "width": c.width, "centre": c.centre} for c in line.columns]
        return {"kind": "table", "columns": columns, "rows": value}
    if line.show is Show.TO:
        return {"kind": "to", "text": value}
    if line.show is Show.TEXT:
        return {"kind": "text", "text": _list(line, value)}
    if isinstance(value, list):
        return {"kind": "text", "text": [f"{line.label}：{value[0]}", *value[1:]]}
    return {"kind": "line", "label": line.label, "text": value}


def _list(line: Line, value: Any) -> list[str]:
    if line.form is Form.LIST and len(value) > 1:
        return [f"{n}．{one}" for n, one in enumerate(value, 1)]
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> list[str]:
    if not value:
        return [NOTHING]
    return value if isinstance(value, list) else [value]


def _opinion(line: Line, value: Any, fields: Mapping[str, Any]) -> dict[str, Any]:
    text = _text(value) if value else [""]
    sign = None
    if line.signed:
        who, when = signer_of(line, fields)
        sign = [f"{line.signed[0]}：{who or '　　　　　　'}　　{when or BLANK_DAY}"]
    return {
        "kind": "opinion",
        "label": line.label,
        "text": text,
        "sign": sign,
        "roomy": sum(map(len, text)) < ROOMY,
    }


def _unboxed(block: dict[str, Any]) -> dict[str, Any]:
    """In running text a single row of a form is a line: a box of its own around it would look like a stray piece."""
    if block["kind"] != "form" or len(block["rows"]) > 1 or block["rows"][0]["kind"] != "pair":
        return block
    cells = block["rows"][0]["cells"]
    if len(cells) > 1 or len(cells[0]["text"]) > 1:
        return block
    return {"kind": "line", "label": cells[0]["label"], "text": cells[0]["text"][0]}


def _merged(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Neighbouring rows of a form become one table."""
    made: list[dict[str, Any]] = []
    for block in blocks:
        if block["kind"] == "form" and made and made[-1]["kind"] == "form":
            made[-1] = {"kind": "form", "rows": made[-1]["rows"] + block["rows"]}
        else:
            made.append(block)
    return made
