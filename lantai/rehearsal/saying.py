"""What the law said to one row of a story."""

from __future__ import annotations

from dataclasses import dataclass, field

from lantai.rehearsal.reading import Row


@dataclass
class Said:
    """What the law said to one row, and whether the story expected it."""

    row: Row
    allowed: bool
    gates: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    faults: list[str] = field(default_factory=list)
    filled: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.faults
