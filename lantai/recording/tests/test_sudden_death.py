"""Kill -9 in the middle of uploads: what was acknowledged is there, once, unaltered; what was not leaves nothing behind."""

from __future__ import annotations

import hashlib
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lantai.ledger import store
from lantai.recording.tests import uploader

ROOT = Path(__file__).resolve().parents[3]
SETTINGS = os.environ.get("LANTAI_CHILD_SETTINGS", "lantai.config.settings.dev")


def run(data: Path, *arguments: str) -> subprocess.Popen[bytes]:
    kept = {k: v for k, v in os.environ.items() if k != "LANTAI_DATABASE"}
    environment = kept | {"LANTAI_DATA": str(data), "DJANGO_SETTINGS_MODULE": SETTINGS}
    return subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE)


def finished(data: Path, *arguments: str) -> bytes:
    process = run(data, *arguments)
    said, _ = process.communicate()
    assert process.returncode == 0
    return said


def play(data: Path, lay_tables: Callable[[Path], bool], pieces: int, kills: int, threads: int) -> set[int]:
    """Hand in all pieces while the process is killed ``kills`` times; returns the numbers acknowledged before a kill."""
    chance = random.Random(20260101)
    acknowledged: set[int] = set()
    if not lay_tables(data):
        finished(data, "manage.py", "migrate", "--verbosity", "0")
    finished(data, "-m", "lantai.recording.tests.uploader", "prepare")
    for _ in range(kills):
        process = run(data, "-m", "lantai.recording.tests.uploader", "1", str(pieces), str(threads))
        until = chance.randint(pieces // (kills + 2), pieces * 2 // (kills + 1))
        for line in process.stdout:
            acknowledged.add(int(line))
            if (until := until - 1) <= 0:
                break
        process.kill()
        rest, _ = process.communicate()
        acknowledged |= {int(n) for n in rest.split()}
    everything = finished(data, "-m", "lantai.recording.tests.uploader", "1", str(pieces), str(threads))
    assert {int(n) for n in everything.split()} == set(range(1, pieces + 1))
    return acknowledged


def check(data: Path, pieces: int) -> None:
    """Every piece once, every file whole under its hash, a sound database, and nothing left after sweeping."""
    with sqlite3.connect(data / "lantai.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = dict(database.execute("SELECT name, file_id FROM recording_evidence"))
        count = database.execute("SELECT count(*) FROM recording_evidence").fetchone()[0]
    assert count == len(rows) == pieces
    for number in range(1, pieces + 1):
        expected = hashlib.sha256(uploader.content_of(number)).hexdigest()
        assert rows[str(number)] == expected
        kept = data / "store" / expected[:2] / expected[2:4] / expected
        assert hashlib.sha256(kept.read_bytes()).hexdigest() == expected
    swept = "import django; django.setup(); from lantai.ledger import store; store.sweep(older_than=-1, dead_after=-1)"
    finished(data, "-c", swept)
    assert not list((data / "store" / "tmp").iterdir())
    left = {p.name for p in (data / "store").glob("??/??/*")}
    assert left == set(rows.values())


def test_no_acknowledged_byte_is_lost_when_the_process_is_killed(tmp_path, lay_tables):
    acknowledged = play(tmp_path, lay_tables, pieces=40, kills=2, threads=4)
    assert acknowledged, "the process died before it acknowledged anything"
    check(tmp_path, 40)


@pytest.mark.slow
def test_of_a_thousand_uploads_under_six_kills_none_is_lost(tmp_path, lay_tables):
    assert len(play(tmp_path, lay_tables, pieces=1000, kills=6, threads=24)) > 100
    check(tmp_path, 1000)


def test_the_sweeper_keeps_the_file_of_a_living_writer(settings, tmp_path):
    settings.STORE = tmp_path
    folder = tmp_path / "tmp"
    folder.mkdir()
    dead = folder / "dead.part"
    dead.write_bytes(b"x")
    holder = "import fcntl,sys,time; f=open(sys.argv[1],'wb'); fcntl.flock(f,fcntl.LOCK_EX); print('held',flush=True); time.sleep(60)"
    living = subprocess.Popen([sys.executable, "-c", holder, str(folder / "living.part")], stdout=subprocess.PIPE)
    try:
        assert living.stdout.readline() == b"held\n"
        assert store._sweep_temporary(float("inf")) == 1
        assert not dead.exists() and (folder / "living.part").exists()
    finally:
        living.kill()
        living.communicate()
