"""A word of a statement (载明事项): what it is called, what it may hold, when it is asked. Values only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lantai.law.statutes import Basis

Choices = tuple[tuple[str, str], ...]
"""What may be chosen, as pairs of machine word and Chinese label, in the order shown."""


class Kind(StrEnum):
    """What a word may hold.

    A required BOOLEAN is an attestation that must be given. One that is not required is a box to tick; with a
    default it is asked as 是 or 否, for an empty answer means the default.
    ROWS are lines of a table, each with the words of ``columns``.
    """

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    MONEY = "money"
    INTEGER = "integer"
    DAYS = "days"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    CHOICES = "choices"
    PERSON = "person"
    PERSONS = "persons"
    DOCUMENT = "document"
    ROWS = "rows"


@dataclass(frozen=True)
class Word:
    """One word of a statement.

    ``code``     key under which it is kept; the rules ask for it by this name.
    ``label``    Chinese name of the field; ``hint`` one sentence below it.
    ``kind``     see ``Kind``.
    ``choices``  for CHOICE and CHOICES.
    ``columns``  for ROWS.
    ``basis``    article that asks for it, where there is one.
    ``default``  what holds where nothing is given and the word is not required.
    ``when``     ``(word, values)``: asked only where that earlier word has one of the values; an empty tuple of
                 values means: where it is given at all.
    ``outcomes`` asked only for these outcomes of the step; empty for all.
    ``gate``     the gate that refuses where a word that is not required is missing, and names its article.
    """

    code: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = True
    choices: Choices = ()
    hint: str = ""
    basis: Basis | None = None
    default: Any = None
    when: tuple[str, tuple[str, ...]] | None = None
    outcomes: tuple[str, ...] = ()
    columns: tuple[Word, ...] = ()
    gate: str = ""

    def asked_for(self, outcome: str) -> bool:
        """Whether the word belongs to this outcome."""
        return not self.outcomes or outcome in self.outcomes

    def asked_given(self, earlier: Mapping[str, Any]) -> bool:
        """Whether the word is asked, the earlier words being read."""
        if self.when is None:
            return True
        code, values = self.when
        held = earlier.get(code)
        if not values:
            return bool(held)
        return any(v in values for v in held) if isinstance(held, list) else held in values

    def label_of(self, value: Any) -> str:
        """The Chinese label of a chosen value; the value itself where it is none of the choices."""
        return next((label for code, label in self.choices if code == value), str(value))


def narrowed(words: Iterable[Word], outcome: str) -> tuple[Word, ...]:
    """The words that belong to an outcome."""
    return tuple(word for word in words if word.asked_for(outcome))
