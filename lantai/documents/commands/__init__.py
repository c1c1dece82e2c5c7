"""Writes of documents: issue, keep the printed and the sealed form, correct, numbers; wordings."""

from lantai.documents.commands.issuing import (
    CHECK_LETTERS,
    HEADS,
    correct,
    explain_number,
    issue,
    keep_imprint,
    keep_rendering,
    void_number,
)
from lantai.documents.commands.wording import draft_wording, release_wording

__all__ = [
    "CHECK_LETTERS",
    "HEADS",
    "correct",
    "draft_wording",
    "explain_number",
    "issue",
    "keep_imprint",
    "keep_rendering",
    "release_wording",
    "void_number",
]
