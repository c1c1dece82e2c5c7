"""The whole server is killed in the middle of uploads over HTTP: no acknowledged byte is lost, nothing is there twice."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import random
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hardening.installation import Server, prepare
from tests.hardening.test_full_disk import sound

pytestmark = pytest.mark.slow
PIECES, THREADS, KILLS = 90, 9, 3
TRIES = 60


def hand_in(server: Server, numbers: range, acknowledged: dict[str, str], wrong: list[object]) -> None:
    """Each piece with its key until it is acknowledged, as a phone in a tunnel would."""
    for number in numbers:
        content = random.Random(number).randbytes(60_000 + 311 * number)
        for _ in range(TRIES):
            with contextlib.suppress(OSError, http.client.HTTPException):
                status, page = server.upload(f"piece-{number}", content)
                if status == 302:
                    acknowledged[f"piece-{number}"] = hashlib.sha256(content).hexdigest()
                    break
                if status >= 500 and status not in (502, 503):
                    wrong.append((number, status, page[:300]))
            time.sleep(0.2)


def together(*work: Callable[[], None]) -> None:
    threads = [threading.Thread(target=each) for each in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_no_acknowledged_byte_is_lost_when_the_server_is_killed(
    tmp_path: Path, lay_tables: Callable[[Path], bool]
) -> None:
    place = prepare(tmp_path / "data", lay_tables)
    server = Server(place, tmp_path / "server.log")
    acknowledged: dict[str, str] = {}
    wrong: list[object] = []
    chance = random.Random(20260101)

    def strike() -> None:
        for n in range(1, KILLS + 1):
            until = time.monotonic() + 60
            while len(acknowledged) < n * PIECES // (KILLS + 2) and time.monotonic() < until:
                time.sleep(chance.uniform(0.01, 0.05))
            server.kill()
            server.again()

    share = [range(n, PIECES, THREADS) for n in range(THREADS)]
    try:
        together(strike, *(lambda numbers=numbers: hand_in(server, numbers, acknowledged, wrong) for numbers in share))
    finally:
        server.kill()
    assert wrong == []
    assert len(acknowledged) == PIECES
    assert sound(place) == acknowledged
    with sqlite3.connect(place.data / "lantai.sqlite3") as database:
        (pieces,) = database.execute("SELECT count(*) FROM recording_evidence").fetchone()
        (entries,) = database.execute("SELECT count(*) FROM ledger_entry WHERE verb = 'recording.hand_in'").fetchone()
    assert (pieces, entries) == (PIECES, PIECES)
