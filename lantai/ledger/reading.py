"""Reading tables for verification: in pieces by key, the raw values, and on past a row that cannot be read at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection

PIECE = 5000
Row = tuple[Any, ...]


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything read inside is of one instant; nobody who writes waits for it."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if connection.vendor == "postgresql" else "BEGIN"
        )
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")


def rows(sql: str, params: list[Any] | None = None) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params or [])
        return list(cursor.fetchall())


def pieces(select: str, key: str, where: str = "") -> Iterator[Row | int]:
    """All rows of a SELECT whose first column is the integer ``key``, in its order.

    A row that the database cannot give (text that is no text) comes as its key alone.
    """
    last = -(2**63)
    condition = f"{where} AND" if where else ""
    while True:
        tail = f" WHERE {condition} {key} > %s ORDER BY {key} LIMIT {PIECE}"
        got: list[Row | int]
        try:
            got = list(rows(select + tail, [last]))
        except (DatabaseError, ValueError):
            got = list(_one_by_one(select, key, where, last))
        yield from got
        if len(got) < PIECE:
            return
        end = got[-1]
        last = end if isinstance(end, int) else end[0]


def _one_by_one(select: str, key: str, where: str, last: int) -> Iterator[Row | int]:
    """The slow way through a piece with an unreadable row (SQLite; PostgreSQL never stores such a thing)."""
    source = select[select.index(" FROM ") :]
    condition = f"{where} AND" if where else ""
    for (value,) in rows(
        f"SELECT {key}{source} WHERE {condition} {key} > %s ORDER BY {key} LIMIT {PIECE}",
        [last],
    ):
        try:
            yield from rows(f"{select} WHERE {condition} {key} = %s", [value])
        except (DatabaseError, ValueError):
            yield value


def as_bytes(value: Any) -> bytes:
    """A hash column; anything that is no bytes (a changed type) equals no hash."""
    return bytes(value) if isinstance(value, bytes | bytearray | memoryview) else b""
