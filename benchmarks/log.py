"""The ledger: entries folded a second, and a million verified.

The log of this benchmark is its own: a million entries by plain inserts in the form that a command writes, one of ten of
which seals a row that is there.
"""

from __future__ import annotations

import time
import uuid
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction

from benchmarks import setting
from benchmarks.figure import Figure
from lantai.ledger import sequencer, verification
from lantai.ledger.act import row_digest, salted
from lantai.ledger.canon import canonical
from lantai.ledger.models import Entry, VerificationRun, Waiting

ENTRIES, EVERY, PIECE = 1_000_000, 10, 20_000


def run() -> list[Figure]:

    held = Entry.objects.count()
    if held < ENTRIES or not Waiting.objects.exists():  # kept data has nothing left to fold: it gets some more
        _write(held, max(ENTRIES, held + 5 * PIECE))
    began = time.perf_counter()
    folded = sequencer.fold()
    seconds = time.perf_counter() - began
    sequencer.checkpoint()
    held = Entry.objects.count()
    connection.close()
    began = time.perf_counter()
    report = verification.run(side_by_side=True)
    verified = time.perf_counter() - began
    if report.findings:
        raise RuntimeError(str(report.findings[0]))
    note = f"{folded:,} in {seconds:.1f} s, {setting.engine()}"
    checked = f"{held:,} entries, {held // EVERY:,} rows in {verified:.1f} s, two processes"
    return [
        Figure("entries folded", folded / seconds, 10_000, at_least=True, unit="/s", note=note),
        Figure("a million entries verified", verified * ENTRIES / held, 10, unit="s", note=checked),
    ]


def _write(first: int, last: int) -> None:

    at = datetime(2026, 11, 25, 4, 0, 0, 123456, tzinfo=UTC)
    stored = connection.ops.adapt_datetimefield_value(at)
    is_sqlite = connection.vendor == "sqlite"
    for start in range(first, last, PIECE):
        entries: list[Any] = []
        details: list[Any] = []
        rows: list[Any] = []
        for n in range(start, min(start + PIECE, last)):
            act, salt, detail = uuid.UUID(int=n), f"{n:032x}", f'{{"case":"cases.case:{n}"}}'
            seals = []
            if n % EVERY == 0:
                row = VerificationRun(pk=n + 1, asked_at=at, asked_by=7, asked_by_name="罗成", finished_at=at, found=0)
                rows.append(row)
                seals = [["ledger.verificationrun", str(row.pk), row_digest(salt, row)]]
            body = {
                "act": act.hex,
                "verb": "cases.take_step",
                "actor": 7,
                "agency": 3,
                "subject": f"cases.takenstep:{n}",
                "at": at.isoformat(timespec="microseconds"),
                "detail": salted(salt, detail),
                "seals": seals,
            }
            entries.append(
                (n + 1, act.hex if is_sqlite else act, body["verb"], 7, 3, body["subject"], stored, canonical(body))
            )
            details.append((n + 1, salt, detail))
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO ledger_entry (id, act, verb, actor_id, agency_id, subject, at, body) "
                "VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
                entries,
            )
            cursor.executemany("INSERT INTO ledger_detail (entry_id, salt, detail) VALUES (%s, %s, %s)", details)
            cursor.executemany("INSERT INTO ledger_waiting (entry_id) VALUES (%s)", [(e[0],) for e in entries])
            VerificationRun.objects.bulk_create(rows, batch_size=500)
