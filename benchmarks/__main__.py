"""``./bench [name …]``: every benchmark, or those named, each in a process of its own, on one scratch folder.

A missed limit is printed, not an error: the machine may be busy. It fails only when a benchmark breaks.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import platform
import shutil
import subprocess
import sys
import tempfile
import time

import benchmarks
from benchmarks import setting

PLUMBING = ("figure", "__main__", "setting", "together", "volume", "bare", "hello")
INSTALLATION = {
    "commands": "volume",
    "lists": "volume",
    "printing": "volume",
    "changing": "volume",
    "log": "log",
    "public": "empty",
}


def names() -> list[str]:
    return [m.name for m in pkgutil.iter_modules(benchmarks.__path__) if m.name not in PLUMBING]


def one(name: str) -> None:
    if name in INSTALLATION:  # the models are read only once the framework stands on its data
        setting.begin(INSTALLATION[name])
    for figure in importlib.import_module(f"benchmarks.{name}").run():
        print(figure, flush=True)


def conditions() -> str:
    load = " ".join(f"{n:.1f}" for n in os.getloadavg())
    engine = "PostgreSQL" if os.environ.get("LANTAI_DATABASE") else "SQLite"
    return f"{engine}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load}"


def main(given: list[str]) -> int:
    if given[:1] == ["--only"]:
        one(given[1])
        return 0
    if unknown := set(given) - set(names()):
        print(f"no benchmark is called {', '.join(sorted(unknown))}; there are {', '.join(names())}")
        return 2
    kept = os.environ.get("LANTAI_BENCH_DATA")
    here = {**os.environ, "LANTAI_BENCH_DATA": kept or tempfile.mkdtemp(prefix="lantai-bench-")}
    broken = []
    try:
        for name in given or names():
            print(f"\n── {name}    {conditions()}", flush=True)
            began = time.monotonic()
            if subprocess.run([sys.executable, "-m", "benchmarks", "--only", name], env=here, check=False).returncode:
                broken.append(name)
            print(f"   {time.monotonic() - began:.0f} s", flush=True)
    finally:
        if not kept:
            shutil.rmtree(here["LANTAI_BENCH_DATA"], ignore_errors=True)
    if broken:
        print(f"\nbroken: {', '.join(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
