"""One measured figure and its limit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """``limit`` is the least allowed value where ``at_least``, otherwise the most."""

    label: str
    value: float
    limit: float
    at_least: bool = False
    unit: str = "×"
    note: str = ""

    @property
    def holds(self) -> bool:
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        verdict = "holds" if self.holds else "MISSED"
        tail = f"  ({self.note})" if self.note else ""
        return f"{verdict:<7}{self.label}: {self.value:.3g} {self.unit}, limit {sign} {self.limit:g} {self.unit}{tail}"
