"""``./bench [name …]``: every benchmark, or those named, each in a process of its own. Fails when a limit is missed."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import benchmarks

PLUMBING = ("figure", "__main__")


def names() -> list[str]:
    return [m.name for m in pkgutil.iter_modules(benchmarks.__path__) if m.name not in PLUMBING]


def one(name: str) -> int:
    figures = importlib.import_module(f"benchmarks.{name}").run()
    for figure in figures:
        print(figure, flush=True)
    return 0 if figures and all(figure.holds for figure in figures) else 1


def main(given: list[str]) -> int:
    if given[:1] == ["--only"]:
        return one(given[1])
    missed = []
    for name in given or names():
        print(f"\n── {name}", flush=True)
        asked = [sys.executable, "-m", "benchmarks", "--only", name]
        if subprocess.run(asked, check=False).returncode:
            missed.append(name)
    print(
        f"\n{len(given or names())} benchmarks, {len(missed)} with a missed limit {': ' if missed else ''}{', '.join(missed)}"
    )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
