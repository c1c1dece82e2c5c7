"""Tests that share something dear are to be run by one worker, which then makes it once.

pytest-xdist 3.8 writes the group into a private name of the test that pytest 9.2 no longer reads, so each worker built
the demonstration city; the list of packages keeps pytest below that until this test passes with a newer one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SHARING = """
import os, pathlib, pytest
pytestmark = pytest.mark.xdist_group("one")
@pytest.mark.parametrize("n", range(6))
def test_says_who_runs_it(n):
    (pathlib.Path(__file__).parent / f"ran-{n}").write_text(os.environ["PYTEST_XDIST_WORKER"])
"""


def test_tests_of_one_group_run_in_one_worker(tmp_path: Path) -> None:
    (tmp_path / "test_sharing.py").write_text(SHARING)
    alone = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    words = ["-q", "-n", "2", "--dist", "loadgroup", "-p", "no:django", "--rootdir", "."]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *words], cwd=tmp_path, env=alone, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len({ran.read_text() for ran in tmp_path.glob("ran-*")}) == 1
    assert len(list(tmp_path.glob("ran-*"))) == 6
