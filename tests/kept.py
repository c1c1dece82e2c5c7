"""What many tests begin with, made once in each process by the commands and afterwards put back as the rows they wrote.

A test that begins with something else in the database, or outside a transaction, has it made anew.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection

from lantai.ledger import store
from lantai.ledger.models import StoredObject

Made = TypeVar("Made")
Rows = list[tuple[Any, ...]]
FIRST, LAST = "recording_evidence", "cases_decision"  # nothing enters a sealed dossier; a decision asks for its receipt


@dataclass(frozen=True)
class _Kept:
    before: frozenset[str]
    files: tuple[str, ...]
    result: bytes
    insertions: tuple[tuple[str, Rows], ...]


_KEPT: dict[Hashable, _Kept] = {}


def kept(key: Hashable, make: Callable[[], Made]) -> Made:
    """What ``make`` returns, with everything it writes in the database. The key says all that it depends on."""
    before = _filled() if connection.in_atomic_block else frozenset({"ledger_entry"})
    if "ledger_entry" in before:
        return make()
    known = _KEPT.get(key)
    if known is None:
        there = {table: _rows(table) for table in before}
        made = make()
        if there == {table: _rows(table) for table in before}:  # nothing but new rows in empty tables
            written = sorted(_filled() - before, key=lambda t: (t != FIRST, t == LAST, t))
            files = tuple(StoredObject.objects.values_list("sha256", flat=True))
            rows = tuple((_insertion(table), _rows(table)) for table in written)
            _KEPT[key] = _Kept(before, files, pickle.dumps(made), rows)
        return made
    if known.before != before or not all(store.path(file).exists() for file in known.files):
        return make()
    with connection.cursor() as cursor:
        for insertion, rows in known.insertions:
            cursor.executemany(insertion, rows)
    result: Made = pickle.loads(known.result)
    return result


def _filled() -> frozenset[str]:
    """The tables that have a row."""
    asked = (f"SELECT '{t}' WHERE EXISTS (SELECT 1 FROM {_quoted(t)})" for t in _tables())
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        return frozenset(name for (name,) in cursor.fetchall())


_names: dict[str, list[str]] = {}


def _tables() -> list[str]:
    if connection.vendor not in _names:
        _names[connection.vendor] = connection.introspection.table_names()
    return _names[connection.vendor]


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        return [_quoted(c.name) for c in connection.introspection.get_table_description(cursor, table)]


def _rows(table: str) -> Rows:
    """As they are stored: SQLite is kept from turning texts into days and hours (the + takes the type of the column off)."""
    raw = "+" if connection.vendor == "sqlite" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(raw + c for c in _columns(table))} FROM {_quoted(table)}")
        return list(cursor.fetchall())


def _insertion(table: str) -> str:
    columns = _columns(table)
    return f"INSERT INTO {_quoted(table)} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
