"""Writing an entry and finding an earlier one: plain statements, because every command pays for them."""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from lantai.ledger.canon import canonical
from lantai.ledger.journeys import Statement, current, cursor_of_command, is_postgresql

_COLUMNS = "act, verb, actor_id, agency_id, subject, at, key, body"
_ENTRY = f"INSERT INTO ledger_entry ({_COLUMNS}) VALUES "  # noqa: S608
_ROW = "(%s, %s, %s, %s, %s, %s, %s, %s)"
_DETAIL = "INSERT INTO ledger_detail (entry_id, salt, detail) "
_WAITING = "INSERT INTO ledger_waiting (entry_id) "
_SAID = f"{_DETAIL} SELECT id, %s, %s FROM made"  # noqa: S608
# one statement on PostgreSQL, where each is a journey
_AT_ONCE = f"WITH made AS ({_ENTRY}{_ROW} RETURNING id), said AS ({_SAID}) {_WAITING} SELECT id FROM made"  # noqa: S608
_EARLIER = (
    "SELECT e.id, e.subject, e.body, d.salt FROM ledger_entry e "
    "LEFT JOIN ledger_detail d ON d.entry_id = e.id WHERE e.key = %s"
)


@dataclass(frozen=True)
class Earlier:
    """What a submission with the same key left: its entry, its noun, the digest of its detail and the salt, if kept."""

    entry: int
    subject: str
    digest: str
    salt: str | None


@dataclass(frozen=True)
class Inscription:
    """What one command has to say: its body in canonical form, and the detail that a salt covers."""

    act: UUID
    at: datetime
    body: dict[str, Any]
    salt: str
    detail: str


def inscribe(said: Sequence[Inscription]) -> None:
    """Write entries with their details, in this order, and let them wait for their places in the tree; in the transaction of
    their command.
    """
    if (box := current()) is not None:
        box.unsent += [Statement(_AT_ONCE, [*_entry(one), one.salt, one.detail]) for one in said]
        return
    many = len(said)
    with cursor_of_command() as cursor:
        cursor.execute(_ENTRY + _rows(_ROW, many), [value for one in said for value in _entry(one)])
        # the command has the database to itself: the keys of its rows follow one another
        first = cursor.lastrowid - many + 1
        details = [value for key, one in enumerate(said, first) for value in (key, one.salt, one.detail)]
        cursor.execute(f"{_DETAIL} VALUES {_rows('(%s, %s, %s)', many)}", details)
        cursor.execute(f"{_WAITING} VALUES {_rows('(%s)', many)}", list(range(first, first + many)))


@functools.cache
def _rows(row: str, many: int) -> str:
    return ", ".join([row] * many)


def _entry(said: Inscription) -> list[Any]:
    is_sqlite, body = not is_postgresql(), said.body
    return [
        said.act.hex if is_sqlite else said.act,
        body["verb"],
        body["actor"],
        body["agency"],
        body["subject"],
        connection.ops.adapt_datetimefield_value(said.at) if is_sqlite else said.at,
        body.get("key"),
        canonical(body),
    ]


def earlier(key: str) -> Earlier | None:
    """The entry of a submission with this key. A twin that runs now is waited for.

    On PostgreSQL two queue at an advisory lock; on SQLite the IMMEDIATE transaction already queued them.
    """
    with cursor_of_command() as cursor:
        if is_postgresql():
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(key[:15], 16)])
        cursor.execute(_EARLIER, [key])
        row = cursor.fetchone()
    return None if row is None else Earlier(row[0], row[1], json.loads(row[2])["detail"], row[3])
