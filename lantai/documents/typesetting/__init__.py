"""排版: the printed form (PDF), the editable copy (DOCX), and whether a text can be printed at all."""

from lantai.documents.typesetting.editable import docx_of as docx
from lantai.documents.typesetting.fonts import missing_glyphs, named
from lantai.documents.typesetting.printing import address_of, pages_of, pdf, pictures, sheet_of

__all__ = ["address_of", "docx", "missing_glyphs", "named", "pages_of", "pdf", "pictures", "sheet_of"]
