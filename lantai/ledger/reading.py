"""Reading tables for verification: all of one instant, in pieces by key, as stored, whatever somebody put there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, OperationalError, connection

PIECE = 5000
Row = tuple[Any, ...]
Part = tuple[int | None, int | None]  # keys after the first, up to and including the second; None: without end


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


@contextmanager
def may_fail() -> Iterator[None]:
    """A statement that fails inside does not end what is read afterwards (PostgreSQL gives up the whole transaction)."""
    if connection.vendor == "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT lantai_read")
        try:
            yield
        except DatabaseError:
            cursor.execute("ROLLBACK TO SAVEPOINT lantai_read")
            raise
        finally:
            cursor.execute("RELEASE SAVEPOINT lantai_read")


@contextmanager
def _any_text() -> Iterator[None]:
    """SQLite keeps bytes that are no UTF-8 in a text column; they come as lone surrogates, which nothing we write has."""
    held: Any = connection.connection
    before, held.text_factory = held.text_factory, lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        held.text_factory = before


def rows(sql: str, params: list[Any] | None = None) -> list[Row]:
    """What a query gives. A text that is no text is read too, which takes longer."""
    try:
        return _fetched(sql, params)
    except OperationalError:
        if connection.vendor != "sqlite":
            raise
        with _any_text():
            return _fetched(sql, params)


def _fetched(sql: str, params: list[Any] | None) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params or [])
        got: list[Row] = cursor.fetchall()
    return got


def pieces(select: str, key: str, part: Part | None = None) -> Iterator[Row]:
    """All rows of a SELECT whose first column is ``key``, in its order; or those after and up to the keys of a part."""
    after, until = part or (None, None)
    condition, given = (f" WHERE {key} > %s", [after]) if after is not None else ("", list[Any]())
    while True:
        got = rows(f"{select}{condition} ORDER BY {key} LIMIT {PIECE}", given)
        if until is not None and got and got[-1][0] > until:
            yield from (row for row in got if row[0] <= until)
            return
        yield from got
        if len(got) < PIECE:
            return
        last = got[-1][0]
        if isinstance(last, str) and connection.vendor == "sqlite":
            condition, given = f" WHERE {key} > CAST(%s AS TEXT)", [last.encode("utf-8", "surrogateescape")]
        else:
            condition, given = f" WHERE {key} > %s", [last]


def as_bytes(value: Any) -> bytes:
    """A hash column; anything that is no bytes (a changed type) equals no hash."""
    return bytes(value) if isinstance(value, bytes | bytearray | memoryview) else b""
