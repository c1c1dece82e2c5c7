"""The scratch installation of a run: its folder, Django on it, and a server of it. Nothing here touches the data of ``./run``."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import django
from django.core.management import call_command


def folder() -> Path:
    """The folder of this run, made and removed by ``python -m benchmarks``; LANTAI_BENCH_DATA keeps one between runs."""
    return Path(os.environ["LANTAI_BENCH_DATA"])


def begin(name: str) -> Path:
    """Django on the scratch installation ``name``, migrated."""
    data = folder() / name
    data.mkdir(parents=True, exist_ok=True)
    os.environ["LANTAI_DATA"] = str(data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "lantai.config.settings.dev"
    django.setup()
    call_command("migrate", verbosity=0)
    return data


def engine() -> str:
    return "PostgreSQL" if os.environ.get("LANTAI_DATABASE") else "SQLite"


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def serving(application: str, *, threads: int = 32) -> Iterator[int]:
    """granian as ``lantai serve`` starts it, with one worker; gives the port once it answers."""
    port = free_port()
    words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--http", "1", "--host", "127.0.0.1"]
    words += ["--port", str(port), "--workers", "1", "--blocking-threads", str(threads), "--backlog", "1024"]
    words += ["--backpressure", "512", "--log-level", "error", application]
    server = subprocess.Popen(words)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
                answer.read()
                break
            time.sleep(0.05)
        else:
            raise TimeoutError("no page within a minute")
        yield port
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()
