"""Writing an entry and finding an earlier one: plain statements, because every command pays for them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from lantai.ledger.canon import canonical
from lantai.ledger.journeys import Statement, current, cursor_of_command, is_postgresql

_COLUMNS = "act, verb, actor_id, agency_id, subject, at, key, body"
_ENTRY = f"INSERT INTO ledger_entry ({_COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"  # noqa: S608
_DETAIL = "INSERT INTO ledger_detail (entry_id, salt, detail) "
_WAITING = "INSERT INTO ledger_waiting (entry_id) "
_SAID = f"{_DETAIL} SELECT id, %s, %s FROM made"  # noqa: S608
# one statement on PostgreSQL, where each is a journey
_AT_ONCE = f"WITH made AS ({_ENTRY} RETURNING id), said AS ({_SAID}) {_WAITING} SELECT id FROM made"  # noqa: S608
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


def inscribe(act: UUID, at: datetime, body: dict[str, Any], salt: str, detail: str) -> None:
    """Write an entry with its detail and let it wait for its place in the tree; in the transaction of the command."""
    is_sqlite = not is_postgresql()
    entry = [
        act.hex if is_sqlite else act,
        body["verb"],
        body["actor"],
        body["agency"],
        body["subject"],
        connection.ops.adapt_datetimefield_value(at) if is_sqlite else at,
        body.get("key"),
        canonical(body),
    ]
    if (box := current()) is not None:
        box.unsent.append(Statement(_AT_ONCE, [*entry, salt, detail]))
        return
    with cursor_of_command() as cursor:
        cursor.execute(_ENTRY, entry)
        made = cursor.lastrowid
        cursor.execute(f"{_DETAIL} VALUES (%s, %s, %s)", [made, salt, detail])
        cursor.execute(f"{_WAITING} VALUES (%s)", [made])


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
