"""Several papers as one PDF for the printer, with a bookmark for each. The seals are looked at, no longer verified: the
file of record is the single one.
"""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader, PdfWriter


def bound(papers: list[tuple[str, bytes]], both_sides: bool) -> bytes:
    """The papers one after another; with ``both_sides`` an odd one is followed by an empty page."""
    made = PdfWriter()
    for name, content in papers:
        made.append(PdfReader(BytesIO(content)), outline_item=name)
        if both_sides and len(made.pages) % 2:
            made.add_blank_page()
    made.add_metadata({"/Producer": "Lantai"})
    held = BytesIO()
    made.write(held)
    return held.getvalue()
