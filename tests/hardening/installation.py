"""An installation of its own in a folder, with one case and its officer signed in, and its web server.

The databases of tests forgive much: here the settings are those of ``./run``, with every commit waiting for the disk.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlencode

from tests.architecture.sources import ROOT

TOKEN = "h" * 32  # the form token: cookie and field agree


@dataclass(frozen=True)
class Installation:
    data: Path
    session: str
    dossier: int
    case: int
    version: int
    officers: tuple[int, int]

    @property
    def environment(self) -> dict[str, str]:
        return environment(self.data)

    @property
    def cookies(self) -> str:
        return f"sessionid={self.session}; csrftoken={TOKEN}"


def environment(data: Path) -> dict[str, str]:
    here = {k: v for k, v in os.environ.items() if not k.startswith(("LANTAI_", "DJANGO_"))}
    return here | {"LANTAI_DATA": str(data), "DJANGO_SETTINGS_MODULE": "lantai.config.settings.dev"}


def prepare(data: Path, lay_tables: Callable[[Path], bool]) -> Installation:
    lay_tables(data)  # otherwise the child makes them
    asked = subprocess.run(
        [sys.executable, "-m", "tests.hardening.child"],
        cwd=ROOT,
        env=environment(data),
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr[-3000:]
    said = json.loads(asked.stdout.splitlines()[-1])
    return Installation(data, **said | {"officers": tuple(said["officers"])})


def evidence(place: Installation, name: str) -> dict[str, str]:
    """The fields of the form beside the file."""
    return {
        "csrfmiddlewaretoken": TOKEN,
        "key": name,
        "kind": "documentary",
        "name": name,
        "made_at": datetime(2026, 3, 20, 9, 30).strftime("%Y-%m-%dT%H:%M"),
        "place": "蒸湘区",
        "officer_one": str(place.officers[0]),
        "officer_two": str(place.officers[1]),
    }


def multipart(fields: dict[str, str], file_name: str, content: bytes) -> tuple[bytes, str]:
    """A body as a browser sends it, and its content type."""
    mark = "----lantai7f3a"
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{file_name}"\r\n'
    parts += [f"{head}Content-Type: application/octet-stream\r\n\r\n".encode(), content, f"\r\n--{mark}--\r\n".encode()]
    return b"".join(parts), f"multipart/form-data; boundary={mark}"


class Server:
    """The web server of an installation in a process group of its own; ``kill`` ends it as a power cut would."""

    def __init__(self, place: Installation, log: Path) -> None:
        self.place, self.port, self.log = place, _free_port(), log
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-m", "lantai.config.console", "serve", "--port", str(self.port), "--threads", "8"]
        with self.log.open("ab") as out:
            started = subprocess.Popen(
                words, cwd=ROOT, env=self.place.environment, stdout=out, stderr=out, start_new_session=True
            )
        for _ in range(600):
            with contextlib.suppress(OSError):
                if self.request("GET", "/login/")[0] == 200:
                    return started
            time.sleep(0.1)
        raise AssertionError(self.log.read_text())

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def again(self) -> None:
        self.process = self._start()

    def request(
        self, method: str, path: str, body: bytes | None = None, kind: str = "", **headers: str
    ) -> tuple[int, str]:
        """Status and body of one answer. Raises OSError or HTTPException where the server dies meanwhile."""
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        said = {"Cookie": self.place.cookies, **headers} | ({"Content-Type": kind} if kind else {})
        try:
            door.request(method, path, body, said)
            answer = door.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            door.close()

    def post(self, path: str, **fields: str) -> tuple[int, str]:
        body = urlencode({"csrfmiddlewaretoken": TOKEN, **fields}).encode()
        return self.request("POST", path, body, "application/x-www-form-urlencoded")

    def upload(self, name: str, content: bytes, **headers: str) -> tuple[int, str]:
        body, kind = multipart(evidence(self.place, name), f"{name}.bin", content)
        return self.request("POST", f"/desk/recording/{self.place.dossier}/add/", body, kind, **headers)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
