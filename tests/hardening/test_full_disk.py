"""No room left, for files or for the database: 507 with a sentence, nothing lost, and work goes on once there is room."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.hardening.installation import Installation, Server, prepare

pytestmark = pytest.mark.slow
SIZE = "48m"
FULL = "存储空间已满"


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "lantai-small", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"不能挂载小容量的文件系统（需要 root）：{made.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path, leave: int = 0) -> Path:
    """Take all the room there is."""
    ballast = folder / "ballast"
    with ballast.open("ab", buffering=0) as file:
        for block in (1024 * 1024, 4096, 1):
            try:
                while shutil.disk_usage(folder).free > leave:
                    file.write(bytes(block))
            except OSError:
                continue
    return ballast


def sound(place: Installation) -> dict[str, str]:
    """Name → digest of every piece on file; the database is whole, and every file is what its row says."""
    with sqlite3.connect(place.data / "lantai.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = dict(database.execute("SELECT name, file_id FROM recording_evidence"))
    for digest in rows.values():
        file = place.data / "store" / digest[:2] / digest[2:4] / digest
        assert hashlib.sha256(file.read_bytes()).hexdigest() == digest
    return rows


def test_a_full_disk_is_said_and_nothing_acknowledged_is_lost(
    small: Path, tmp_path: Path, lay_tables: Callable[[Path], bool]
) -> None:
    place = prepare(small, lay_tables)
    server, chance = Server(place, tmp_path / "server.log"), random.Random(7)
    try:
        kept: dict[str, str] = {}
        refused: list[tuple[int, str]] = []
        for number in range(40):  # until the room is used up
            name, content = f"piece-{number}", chance.randbytes(2_000_000)
            status, page = server.upload(name, content)
            if status == 302:
                kept[name] = hashlib.sha256(content).hexdigest()
            else:
                refused.append((status, page))
            if len(refused) == 3:
                break
        assert kept and len(refused) == 3
        assert {status for status, _ in refused} == {507}
        assert all(FULL in page and "没有保存" in page for _, page in refused)

        ballast = fill(small)  # now the database cannot grow either
        status, page = server.upload("piece-full", chance.randbytes(50_000))
        assert (status, FULL in page) == (507, True)
        status, said = server.upload("piece-json", chance.randbytes(50_000), Accept="application/json")
        assert (status, FULL in said, said[:1]) == (507, True, "{")
        answers = [server.post(f"/desk/recording/{place.dossier}/waive/", **waiver(n)) for n in range(12)]
        assert {status for status, _ in answers} <= {302, 507}, answers
        assert answers[-1][0] == 507 and FULL in answers[-1][1]
        assert server.request("GET", f"/desk/cases/{place.case}/")[0] in (200, 507)

        os.truncate(ballast, 0)  # the same process goes on
        content = chance.randbytes(300_000)
        assert server.upload("piece-after", content)[0] == 302
        kept["piece-after"] = hashlib.sha256(content).hexdigest()
        assert server.post(f"/desk/recording/{place.dossier}/waive/", **waiver(99))[0] == 302
        assert server.request("GET", f"/desk/cases/{place.case}/")[0] == 200
    finally:
        server.kill()
    assert sound(place) == kept


def waiver(number: int) -> dict[str, str]:
    """A form whose text alone makes the database grow."""
    return {"of_step": f"PG-{number}", "reason": "设备故障。" * 50, "approved_by": "赵局", "key": f"waiver-{number}"}
