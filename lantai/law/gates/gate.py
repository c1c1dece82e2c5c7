"""关口: the form of a gate. A gate answers why a step may not be taken; it never changes anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from lantai.law.facts import Attempt, CaseFacts
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.statutes import Basis

Check = Callable[[Procedure, CaseFacts, Attempt], Iterable[Refusal]]


class Asks(StrEnum):
    """What a gate looks at: the file alone, the person who acts, or what the step states."""

    FILE = "file"
    PERSON = "person"
    STATEMENT = "statement"


@dataclass(frozen=True)
class Gate:
    """One gate. ``id`` is that of the gate list (G-01 …) or a word for a rule without one.

    ``speaks_for`` steps whose absence this gate explains better than the rule of order does.
    """

    id: str
    label: str
    basis: tuple[Basis, ...]
    check: Check
    asks: Asks = Asks.FILE
    speaks_for: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The id that a refusal carries: G-nn, or "" for a rule without one."""
        return self.id if self.id.startswith("G-") else ""
