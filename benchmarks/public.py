"""A cached public page, and its 304, against a bare ``HttpResponse`` of the same length on the same kind of server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import threading
import time
import urllib.request
from http.client import HTTPConnection

from benchmarks import setting
from benchmarks.figure import Figure

SECONDS, ROUNDS, CONNECTIONS = 4, 3, 16


def run() -> list[Figure]:
    with setting.serving("lantai.config.wsgi:application") as ours:
        with urllib.request.urlopen(f"http://127.0.0.1:{ours}/") as answer:
            body, etag = answer.read(), answer.headers["ETag"]
        os.environ["LANTAI_BENCH_LENGTH"] = str(len(body))
        with setting.serving("benchmarks.hello:application") as bare:
            page = plain = same = 0.0
            for _ in range(ROUNDS):
                page += _rate(ours)
                plain += _rate(bare)
                same += _rate(ours, etag)
    by = "wrk" if shutil.which("wrk") else "a Python client, which slows the faster side"
    note = f"{page / ROUNDS:,.0f}/s of {plain / ROUNDS:,.0f}/s, {len(body):,} bytes, {CONNECTIONS} connections, by {by}"
    return [
        Figure("cached public page, rate of a bare response", page / plain, 0.6, at_least=True, note=note),
        Figure("the same unchanged (304)", same / plain, 0.6, at_least=True, note=f"{same / ROUNDS:,.0f}/s"),
    ]


def _rate(port: int, etag: str = "") -> float:
    address = f"http://127.0.0.1:{port}/"
    if not shutil.which("wrk"):
        return _python_rate(port, etag)
    header = ["-H", f"If-None-Match: {etag}"] if etag else []
    said = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", *header, address],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    if "Non-2xx" in said and not etag:
        raise RuntimeError(said)
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    return float(found[1]) if found else 0.0


def _python_rate(port: int, etag: str) -> float:
    until, counts = time.perf_counter() + SECONDS, [0] * 4

    def client(n: int) -> None:
        door = HTTPConnection("127.0.0.1", port)
        while time.perf_counter() < until:
            door.request("GET", "/", headers={"If-None-Match": etag} if etag else {})
            door.getresponse().read()
            counts[n] += 1

    threads = [threading.Thread(target=client, args=(n,)) for n in range(len(counts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS
