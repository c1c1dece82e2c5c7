"""Parts of documents drawn from the words of a step (载明事项): one line for each word, in the form of its kind."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law.documents.kinds.parts import (
    CASE_NUMBER,
    CASE_ROWS,
    CONTACT,
    OFFICERS_ROW,
    PARTY_TEXT,
    SHORT_PARTY_ROWS,
    addressee,
    head_opinion,
    remedies,
    signature,
)
from lantai.law.documents.words import Column, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.statements.word import Kind, Word
from lantai.law.statutes import Basis

_FORMS = {
    Kind.DATE: Form.DATE,
    Kind.DATETIME: Form.DATETIME,
    Kind.MONEY: Form.MONEY,
    Kind.BOOLEAN: Form.YES_NO,
    Kind.LONG_TEXT: Form.PARAGRAPHS,
    Kind.PERSON: Form.OFFICERS,
    Kind.PERSONS: Form.OFFICERS,
    Kind.ROWS: Form.TABLE,
}
LETTER = {"layout": Layout.LETTER, "red_head": True, "seal": True}


def said(words: Iterable[Word], *codes: str, source: str = "step.stated", show: Show = Show.LINE) -> tuple[Line, ...]:
    """The lines of the words named (of all, where none is named). What must be stated must be printed.

    ``source`` where the statement stands: this step, or an earlier one (``steps.EX-2.stated``).
    """
    known = {word.code: word for word in words}
    return tuple(_line(known[code], source, show) for code in codes or known)


def _line(word: Word, source: str, show: Show) -> Line:
    form = _FORMS.get(word.kind, Form.TEXT)
    label = word.label.removesuffix("（元）")
    required = word.required and word.when is None and not word.outcomes
    choices = dict(word.choices)
    sources = "|".join(f"{one}.{word.code}" for one in source.split("|"))
    if form is Form.TABLE:
        columns = (Column("序号", "#", 1, centre=True), *(Column(c.label, c.code, 3) for c in word.columns))
        return Line(word.code, label, sources, required, form, Show.TABLE, columns=columns)
    return Line(word.code, label, sources, required, form, show, choices=choices)


def rows(words: Iterable[Word], *codes: str, source: str = "step.stated") -> tuple[Line, ...]:
    """The same as whole rows of a form; a table stands below it."""
    return said(words, *codes, source=source, show=Show.ROW)


def form(code: str, title: str, lines: tuple[Line, ...], basis: tuple[Basis, ...], **more: object) -> DocumentKind:
    """An internal form: the case, the party, what is stated, the people."""
    ruled = tuple(line for line in lines if line.form is not Form.TABLE)
    tables = tuple(line for line in lines if line.form is Form.TABLE)
    head = Section("", (*CASE_ROWS, CASE_NUMBER, *SHORT_PARTY_ROWS, *ruled, OFFICERS_ROW))
    below = (Section("", tables),) if tables else ()
    return DocumentKind(code, title, (head, *below), basis, **more)  # type: ignore[arg-type]


def letter(
    code: str,
    title: str,
    sections: tuple[Section, ...],
    basis: tuple[Basis, ...],
    *,
    to: str = "party.name",
    signed: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    sign: str = "",
    numbered: bool = False,
) -> DocumentKind:
    """A letter or announcement under the red head. ``to`` "" for what is posted; ``signed`` those who sign for it."""
    opening = (Section("", (addressee(to),)),) if to else ()
    return DocumentKind(
        code,
        title,
        (*opening, *sections, CONTACT),
        basis,
        layout=Layout.LETTER,
        sign=sign,
        red_head=True,
        seal=True,
        numbered=numbered,
        signature_rows=tuple(signature(who) for who in signed),
        notes=notes,
    )


def record(
    code: str, title: str, lines: tuple[Line, ...], basis: tuple[Basis, ...], signed: tuple[str, ...]
) -> DocumentKind:
    """A record or list that those present sign."""
    return DocumentKind(
        code,
        title,
        (Section("", (*CASE_ROWS, PARTY_TEXT)), Section("", lines)),
        basis,
        layout=Layout.RECORD,
        signature_rows=tuple(signature(who) for who in signed),
    )


def remedy(document: str = "本决定书") -> Section:
    """The remedies against a decision that is no penalty."""
    made = remedies(is_penalty=False, document=document)
    line = Line("remedy", "救济途径和期限", "", True, Form.PARAGRAPHS, Show.TEXT, make=made)
    return Section("救济途径和期限", (line,))


def opinion_of_head() -> Line:
    return head_opinion("step.stated.head_opinion")
