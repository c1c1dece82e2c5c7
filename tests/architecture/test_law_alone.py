"""The rules of law are tested by whoever has Python and pytest: no database, no framework of pages."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

ASKED = """
import sys, pytest
code = pytest.main([*sys.argv[1:], "--collect-only", "-qq"])
print([name for name in ("django", "psycopg") if name in sys.modules])
sys.exit(code)
"""


@pytest.mark.slow
def test_the_tests_of_the_law_load_neither_django_nor_the_driver_of_a_database() -> None:
    """With the very words that ./test uses."""
    words = re.search(r"^LAW=\((.*)\)$", (ROOT / "test").read_text(encoding="utf-8"), re.MULTILINE)
    assert words
    alone = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    asked = [sys.executable, "-c", ASKED, *shlex.split(words[1])]
    done = subprocess.run(asked, cwd=ROOT, env=alone, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
