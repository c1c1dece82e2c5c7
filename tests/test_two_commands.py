"""``./run`` as a newcomer starts it, on an environment that is set up already: no network is needed then."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

pytestmark = pytest.mark.slow


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


class Started:
    """One ``./run``: its output so far, and an orderly end."""

    def __init__(self, data: Path, log: Path, *words: str) -> None:
        self.port, self.log = _free_port(), log
        here = {k: v for k, v in os.environ.items() if not k.startswith(("LANTAI_", "DJANGO_"))}
        here |= {"LANTAI_DATA": str(data), "LANTAI_PORT": str(self.port)}
        with log.open("w") as out:
            self.process = subprocess.Popen(
                ["./run", *words], cwd=ROOT, env=here, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
            )

    def __enter__(self) -> Started:
        for _ in range(600):
            if "停止：Ctrl+C" in self.said() or self.process.poll() is not None:
                break
            time.sleep(0.1)
        return self

    def __exit__(self, *why: object) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=30)
        finally:
            if self.process.poll() is None:
                os.killpg(self.process.pid, signal.SIGKILL)

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
            return str(answer.read().decode())


def _group_is_gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def test_an_empty_installation_is_taken_into_use_by_its_link_and_keeps_its_data(tmp_path: Path) -> None:
    data = tmp_path / "data folder"
    with Started(data, tmp_path / "first.log", "--empty") as first:
        link = re.search(r"http://127\.0\.0\.1:\d+(/setup/\S+/)", first.said())
        assert link, first.said()
        assert "设置账号" in first.page(link[1])
        assert "演示" not in first.page("/login/")
    assert _group_is_gone(first.process.pid)
    assert oct((data / "secret").stat().st_mode)[-3:] == "600"
    kept = (data / "secret").read_text()

    with Started(data, tmp_path / "second.log") as second:
        assert "使用已有的数据" in second.said(), second.said()
        assert "生成演示城市" not in second.said()
        assert "登录" in second.page("/login/")
    assert (data / "secret").read_text() == kept


def test_a_folder_with_keys_but_no_database_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    with Started(tmp_path, tmp_path / "log", "--empty") as refused:
        assert "却没有数据库" in refused.said()
    assert refused.process.returncode == 1
    assert list(tmp_path.glob("*.sqlite3")) == []


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        here = {**os.environ, "LANTAI_DATA": str(tmp_path / "d"), "LANTAI_PORT": str(door.getsockname()[1])}
        asked = subprocess.run(["./run", "--empty"], cwd=ROOT, env=here, capture_output=True, text=True, check=False)
    assert asked.returncode == 1
    assert "已被占用" in asked.stderr
    assert "Traceback" not in asked.stderr


@pytest.mark.parametrize("port", ["abc", "99999", "-1"])
def test_a_port_that_is_none_is_said(tmp_path: Path, port: str) -> None:
    here = {**os.environ, "LANTAI_DATA": str(tmp_path / "d"), "LANTAI_PORT": port}
    asked = subprocess.run(["./run", "--empty"], cwd=ROOT, env=here, capture_output=True, text=True, check=False)
    assert asked.returncode == 1
    assert f"“{port}”不是端口号" in asked.stderr
    assert "Traceback" not in asked.stderr


def test_of_two_that_build_in_one_folder_the_second_spoils_nothing(tmp_path: Path) -> None:
    data = tmp_path / "d"
    (data / ".building").mkdir(parents=True)
    (data / ".building" / "half").touch()
    here = {**os.environ, "LANTAI_DATA": str(data), "LANTAI_PORT": str(_free_port())}
    with (data / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        asked = subprocess.run(["./run", "--empty"], cwd=ROOT, env=here, capture_output=True, text=True, timeout=60)
    assert asked.returncode == 1
    assert "另一个 ./run 正在建立" in asked.stderr
    assert (data / ".building" / "half").exists()
