"""样例案件: one case told in full, from which a specimen of every kind of document is composed.

Specimens are what people look at before a document is real: the contact sheet of all kinds, the preview of a wording
that is being edited. Nothing of them is a person or an agency that exists.
"""

from __future__ import annotations

from typing import Any

from lantai.law import documents
from lantai.law.specimens.case import context

NUMBERED = 7  # the sequence that specimens bear


def specimen(code: str, worded: documents.Worded | None = None) -> dict[str, Any]:
    """The fields of a complete specimen of a kind, in other words if given."""
    return documents.compose(code, context(code), worded)


__all__ = ["NUMBERED", "context", "specimen"]
