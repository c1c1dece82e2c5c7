"""The rules of law are tested by whoever has Python and pytest: no database, no framework of pages."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

ASKED = """
import sys, pytest
code = pytest.main(["lantai/law", "-p", "no:django", "-p", "no:xdist", "-p", "no:faker", "--collect-only", "-qq", "-m", "not slow"])
print([name for name in ("django", "psycopg") if name in sys.modules])
sys.exit(code)
"""


@pytest.mark.slow
def test_the_tests_of_the_law_load_neither_django_nor_the_driver_of_a_database() -> None:
    alone = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    done = subprocess.run([sys.executable, "-c", ASKED], cwd=ROOT, env=alone, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
