"""A wording tried on the specimen case: as blocks for the screen, and printed in both forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lantai.documents import typesetting
from lantai.documents.typesetting import contact_sheet
from lantai.law import documents as kinds
from lantai.law.documents import wording
from lantai.law.refusals import Malformed
from lantai.law.specimens import context


def tried(kind: str, texts: Mapping[str, str]) -> dict[str, str]:
    """The texts as they may be kept. Raises Malformed with the slot."""
    kept = wording.check(kinds.KINDS[kind], texts)
    for slot, said in kept.items():
        if missing := typesetting.missing_glyphs(said):
            raise Malformed(slot, f"字库中没有{typesetting.named(missing)}，印不出来，请换用其他字")
        if wording.filled(said, context(kind)) is None:
            raise Malformed(slot, "这种文书制作时还没有所用的某个字段，请改用其他字段")
    return kept


def shown(kind: str, texts: Mapping[str, str]) -> dict[str, Any]:
    """The sheet of the specimen in these words. Raises Malformed with the slot."""
    document = contact_sheet.unissued(kind, wording.Worded(tried(kind, texts)))
    return kinds.sheet(kind, document.fields, document.number, document.issued_on)


def printed(kind: str, texts: Mapping[str, str]) -> int:
    """Print the specimen in both forms and say how many pages it has. Raises Malformed where it cannot be printed."""
    document = contact_sheet.unissued(kind, wording.Worded(tried(kind, texts)))
    made = typesetting.pdf(document)
    if not typesetting.docx(document):
        raise Malformed("texts", "可编辑副本无法制作")
    return typesetting.pages_of(made)
