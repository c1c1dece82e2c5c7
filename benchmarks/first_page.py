"""From the start of the server to its first page, on an installation that exists."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress

from benchmarks.figure import Figure

PORT = "8177"


def _once(here: dict[str, str]) -> float:
    began = time.perf_counter()
    server = subprocess.Popen([sys.executable, "-m", "lantai.config.console", "serve", "--port", PORT], env=here)
    try:
        while time.perf_counter() - began < 60:
            with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{PORT}/login/") as answer:
                answer.read()
                return time.perf_counter() - began
            time.sleep(0.01)
        raise TimeoutError("no page within a minute")
    finally:
        server.terminate()
        server.wait()


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as data:
        here = {**os.environ, "LANTAI_DATA": data, "DJANGO_SETTINGS_MODULE": "lantai.config.settings.dev"}
        subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], env=here, check=True)
        seconds = statistics.median(_once(here) for _ in range(3))
    return [Figure("start to first page", seconds, 2.5, unit="s", note="median of 3")]
