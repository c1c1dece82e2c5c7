"""What an import would do (试算): rows wanted against rows registered, before anything is written.

A register builds ``Wish``es from the lines of its tables; the plan counts them, says what changes, and has a
digest. Confirmation builds the plan again: another digest means that the register changed meanwhile.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from lantai.web.workbook.sheets import Line, Problem, Sheet, Table

SHOWN = 20  # differences shown on the page
KEPT = 2_000  # problems kept with a run


@dataclass
class Wish:
    """One row of a register as a workbook wants it.

    ``values`` only what the workbook says: an empty cell means that nothing is to change.
    ``row`` the registered row meant, None where it is new. ``changes`` (header, old, new) of the registered row.
    ``parts`` what belongs to the row and lies elsewhere (certificate, posts, provisions …), as the register needs it.
    """

    line: Line
    label: str
    values: dict[str, Any]
    row: Any = None
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    parts: dict[str, Any] = field(default_factory=dict)

    @property
    def is_good(self) -> bool:
        return not self.line.problems

    @property
    def is_new(self) -> bool:
        return self.row is None

    def compare(self, headers: Mapping[str, str], labels: Mapping[str, Mapping[Any, str]] | None = None) -> None:
        """Note every value that differs from the registered row; ``labels`` gives the words of coded values."""
        for name, wanted in self.values.items():
            had = getattr(self.row, name)
            if had != wanted:
                words = (labels or {}).get(name, {})
                self.changes.append(
                    (headers.get(name, name), said(words.get(had, had)), said(words.get(wanted, wanted)))
                )


def said(value: Any) -> str:
    """A value as people read it in a comparison; nothing is （空）."""
    if value in (None, "", []):
        return "（空）"
    if isinstance(value, date):
        return value.isoformat()
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


@dataclass
class Plan:
    """All wishes of a workbook. ``extra`` are further counts (accounts, posts …) and ``notes`` sentences to be told."""

    tables: Mapping[str, Table]
    wishes: list[Wish]
    extra: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)  # further results to be shown, JSON-ready

    @property
    def good(self) -> list[Wish]:
        return [w for w in self.wishes if w.is_good]

    @property
    def new(self) -> list[Wish]:
        return [w for w in self.good if w.is_new]

    @property
    def changed(self) -> list[Wish]:
        return [w for w in self.good if not w.is_new and w.changes]

    @property
    def problems(self) -> list[Problem]:
        return [p for table in self.tables.values() for p in table.problems]

    @property
    def counts(self) -> dict[str, int]:
        same = sum(1 for w in self.good if not w.is_new and not w.changes)
        bad = sum(1 for table in self.tables.values() for line in table.lines if line.problems)
        return {"new": len(self.new), "changed": len(self.changed), "same": same, "bad": bad, **self.extra}

    @property
    def digest(self) -> str:
        """SHA-256 over everything that would be written and the versions it was compared with."""
        told = [
            [w.label, w.row and [w.row.pk, getattr(w.row, "version", 0)], w.values, w.changes, w.parts]
            for w in self.good
        ]
        text = json.dumps([told, self.counts], ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Trial:
    """A plan in the form in which it is kept and shown: JSON-ready."""

    found: dict[str, Any]
    counts: dict[str, int]
    differences: list[dict[str, Any]]
    problems: list[dict[str, Any]]
    digest: str


def trial(plan: Plan) -> Trial:
    problems = [asdict(p) for p in plan.problems]
    return Trial(
        found={
            "tables": {t.name: _table(t) for t in plan.tables.values()},
            "notes": plan.notes,
            "problems": len(problems),
            **plan.more,
        },
        counts=plan.counts,
        differences=[
            {"row": w.line.row, "label": w.label, "changes": [list(c) for c in w.changes]} for w in plan.changed[:SHOWN]
        ],
        problems=problems[:KEPT],
        digest=plan.digest,
    )


def _table(table: Table) -> dict[str, Any]:
    return {
        "header_row": table.header_row,
        "columns": [[letter, table.headers.get(key, key)] for key, letter in table.letters.items()],
        "unused": list(table.unused),
        "skipped": list(table.skipped[:50]),
        "lines": len(table.lines),
    }


def problems_of(kept: Iterable[Mapping[str, Any]]) -> list[Problem]:
    """Problems as kept with a run, for the workbook that is handed back."""
    return [Problem(**p) for p in kept]


def headers_of(sheet: Sheet) -> dict[str, str]:
    return {c.key: c.header for c in sheet.columns}


def seen_twice(table: Table, key: str, what: str) -> None:
    """Blame every line whose value stands in an earlier line already."""
    first: dict[Any, int] = {}
    for line in table.lines:
        value = line.values.get(key)
        if value in (None, ""):
            continue
        if value in first:
            table.blame(line, key, f"{what}与第 {first[value]} 行重复")
        else:
            first[value] = line.row
