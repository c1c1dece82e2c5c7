"""The words in which a document (文书) is declared: kinds, sections, lines. Values only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from lantai.law.statutes import Basis

Context = Mapping[str, Any]
"""What a document is composed from: agency, case, party, power, officers, draft, step, steps, evidence, decision,
review, services, payments, remedy, today."""
Value = str | list[str] | list[list[str]]
SIGNER, SIGNED = "_signer", "_signed"  # what the code of a line ends in for who signed it and when


class Layout(StrEnum):
    """How the sheet is set. LETTER and RECORD run on in official lines; FORM is ruled; LIST is one long table."""

    LETTER = "letter"
    RECORD = "record"
    FORM = "form"
    LIST = "list"


class Show(StrEnum):
    """How a line is printed.

    TO addressee; TEXT paragraphs without label; LINE ``label：text``; PAIR half a row of a form, ROW a whole one;
    OPINION a cell with signature and day; TABLE rows under heads; PHOTOS pictures with
    captions, each row the SHA-256 of a stored file and its caption.
    """

    TO = "to"
    TEXT = "text"
    LINE = "line"
    PAIR = "pair"
    ROW = "row"
    OPINION = "opinion"
    TABLE = "table"
    PHOTOS = "photos"


class Form(StrEnum):
    """How a value of the context becomes words."""

    TEXT = "text"
    PARAGRAPHS = "paragraphs"
    DATE = "date"
    DATETIME = "datetime"
    MONEY = "money"
    OFFICERS = "officers"
    LIST = "list"
    YES_NO = "yes_no"
    TABLE = "table"


@dataclass(frozen=True)
class Column:
    """A column of a table. ``source`` a key of the row; "#" counts the rows."""

    label: str
    source: str
    width: int = 2
    form: Form = Form.TEXT
    centre: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """One field of a document.

    ``source``   dotted paths into the context, ``|`` between alternatives: the first that holds something is taken.
    ``make``     instead of a source: a pure function of the context (sentences that are composed).
    ``required`` without it the document is not made.
    ``choices``  Chinese labels of machine words.
    ``signed``   for an opinion: source of who signs, source of when; "" leaves the place empty for a pen.
    """

    code: str
    label: str
    source: str = ""
    required: bool = False
    form: Form = Form.TEXT
    show: Show = Show.LINE
    make: Callable[[Context], Any] | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    signed: tuple[str, str, str] | None = None  # label of the signer, source of names, source of the instant


@dataclass(frozen=True)
class Section:
    """A part of a document with its heading ("" where it has none)."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document.

    ``sign``      key of ``numbering.SIGNS``; "" for documents without a number.
    ``internal``  never handed to the party: stands in the 副卷.
    ``red_head``  bears the red head of the agency; ``seal`` takes the agency's seal.
    ``numbered``  its headings are counted 一、二、三.
    ``compact``   a form set in smaller type, so that it stays on one page.
    ``signature_rows`` places for signatures, row by row; ``notes`` small print at the end.
    ``version``   of the layout; a kind once released is changed only as a new version.
    """

    code: str
    title: str
    sections: tuple[Section, ...]
    basis: tuple[Basis, ...]
    layout: Layout = Layout.FORM
    sign: str = ""
    internal: bool = False
    red_head: bool = False
    seal: bool = False
    numbered: bool = False
    compact: bool = False
    signature_rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    when: tuple[str, tuple[str, ...]] | None = None
    version: int = 1

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for section in self.sections for line in section.lines)

    @cached_property
    def codes(self) -> frozenset[str]:
        """What its fields may be called: its lines, and who signed them and when."""
        return frozenset(line.code + end for line in self.lines for end in ("", SIGNER, SIGNED))

    def label_of(self, code: str) -> str:
        """The Chinese label of a field."""
        return next((line.label for line in self.lines if line.code == code), code)
