"""How a register declares its workbook: sheets of columns, and what reading them yields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LIMIT_BYTES = 20 * 1024**2  # of an uploaded workbook
PROBLEM_HEADER = "问题"


def plain(text: object) -> str:
    """A header as it is compared: no spaces, stars or remarks in brackets."""
    compact = re.sub(r"[\s*＊\u200b]+", "", unicodedata.normalize("NFKC", str(text or "")))
    return re.sub(r"\([^)]*\)", "", compact)


@dataclass(frozen=True)
class Column:
    """One column of a register.

    ``kind``: ``text``; ``id`` (a number that names something: only text cells are believed); ``date``; ``number`` (whole,
    not negative); ``choice`` (one of ``choices``); ``words`` (several of ``choices``, or free words where it is empty).
    ``choices`` maps what people write to what is kept. ``pattern`` is what an ``id`` must look like, said by ``form``.
    """

    key: str
    header: str
    synonyms: tuple[str, ...] = ()
    kind: str = "text"
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    pattern: str = ""
    form: str = ""
    longest: int = 200
    example: str = ""

    @property
    def names(self) -> frozenset[str]:
        return frozenset(plain(n) for n in (self.header, *self.synonyms))

    @property
    def labels(self) -> list[str]:
        """The proper word of each value that may be chosen: the first that is declared for it."""
        first = {value: label for label, value in reversed(self.choices.items())}
        return list(dict.fromkeys(first[value] for value in self.choices.values()))


@dataclass(frozen=True)
class Sheet:
    """One table of a workbook. An ``optional`` sheet may be missing. ``key`` names it in code, ``title`` to people."""

    key: str
    title: str
    columns: tuple[Column, ...]
    optional: bool = False


@dataclass(frozen=True)
class Problem:
    """What is wrong in one cell; ``column`` is its letter, "" where the whole row is meant."""

    sheet: str
    row: int
    column: str
    header: str
    sentence: str

    @property
    def place(self) -> str:
        return f"第 {self.row} 行" + (f" {self.column} 列（{self.header}）" if self.column else "")


@dataclass
class Line:
    """One row of a table: its number in the sheet, the values by column key, and what is wrong with it."""

    row: int
    values: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Table:
    """A table that was found: where, which column is which, the lines, and what was left aside."""

    sheet: str
    name: str
    header_row: int
    letters: dict[str, str]
    headers: dict[str, str]
    unused: tuple[str, ...]
    skipped: tuple[int, ...]
    lines: list[Line]

    def blame(self, line: Line, key: str, sentence: str) -> None:
        """Note a problem of one cell of a line (``key`` "" for the whole line)."""
        line.problems.append(
            Problem(self.name, line.row, self.letters.get(key, ""), self.headers.get(key, ""), sentence)
        )

    @property
    def problems(self) -> list[Problem]:
        return [p for line in self.lines for p in sorted(line.problems, key=lambda p: (len(p.column), p.column))]
