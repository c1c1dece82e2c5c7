"""Contracts 1 to 5 of import-linter hold, and each one breaks when its violation is planted in a copy of the tree."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, Source, modules

PLANTED = {
    "1 The packages": ("lantai/ledger/queries.py", "import lantai.cases.models"),
    "1 The packages, a package not in the list": ("lantai/common/__init__.py", ""),
    "2 Inside an app": ("lantai/agencies/models.py", "import lantai.agencies.queries"),
    "2 Inside an app, a file not in the list": ("lantai/agencies/utils.py", ""),
    "3 law imports": ("lantai/law/lamps.py", "from django.utils import timezone"),
    "4 portal knows": ("lantai/portal/models/planted.py", "import lantai.agencies.models"),
    "5 statistics and office": ("lantai/statistics/planted.py", "import lantai.cases.commands"),
}

NAMED_ONLY = {
    "granian": ("lantai/config/console.py", '"-m", "granian"'),
    "psycopg": ("lantai/config/settings/base.py", "django.db.backends.postgresql"),
    "whitenoise": ("lantai/config/settings/base.py", "whitenoise.middleware"),
}
"""Requirements that no line imports: where each is started or loaded by its name, and the words that do it."""


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    here = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([program, "--no-cache"], cwd=folder, capture_output=True, text=True, env=here, check=False)


def _taken(sources: list[Source]) -> set[str]:
    """Every module that one of the files imports, by its full name."""
    nodes = [n for s in sources for n in ast.walk(s.tree)]
    taken = {n.module for n in nodes if isinstance(n, ast.ImportFrom) and n.module}
    return taken | {a.name for n in nodes if isinstance(n, ast.Import) for a in n.names}


def test_the_packages_import_as_the_contracts_say() -> None:
    asked = _lint(ROOT)
    assert asked.returncode == 0, asked.stdout[-3000:]


def test_law_takes_one_library_and_no_more() -> None:
    """Decision 0004: the holiday notices; everything else is the standard library and its own."""
    taken = _taken([s for s in modules() if s.app == "law" and not s.is_test])
    tops = {name.split(".")[0] for name in taken} - set(sys.stdlib_module_names)
    assert tops == {"lantai", "chinese_calendar"}
    assert {name for name in taken if name.startswith("lantai.") and not name.startswith("lantai.law")} == set()


def test_what_is_installed_to_run_is_used_to_run() -> None:
    """A library that only tests import belongs in requirements-test.in: an installation does not carry it."""
    product = [s for s in modules() if s.path.startswith("lantai/") and not s.is_test]
    tops = {name.split(".")[0] for name in _taken(product)}
    used = {holder.lower().replace("_", "-") for top in tops for holder in packages_distributions().get(top, ())}
    used |= {n for n, (file, words) in NAMED_ONLY.items() if words in (ROOT / file).read_text(encoding="utf-8")}
    asked = (ROOT / "requirements.in").read_text(encoding="utf-8").split()
    assert {re.split(r"[=<>\[;]", word)[0].lower() for word in asked} - used == set()
    assert "python-stdnum" not in used


@pytest.mark.slow
@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_import_breaks_the_contract(contract: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "lantai", tmp_path / "lantai", ignore=shutil.ignore_patterns("*.pyc", "static", "fonts"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    path, line = PLANTED[contract]
    planted = tmp_path / path
    planted.parent.mkdir(exist_ok=True)
    text = planted.read_text(encoding="utf-8") if planted.exists() else ""
    head, mark, rest = text.partition("from __future__ import annotations\n")
    planted.write_text(f"{head}{mark}{line}\n{rest}", encoding="utf-8")
    asked = _lint(tmp_path)
    assert asked.returncode != 0
    broken = [line for line in asked.stdout.splitlines() if line.startswith(contract[:2]) and " BROKEN" in line]
    assert broken or "not included in the layers" in asked.stdout or "missing layer" in asked.stdout, asked.stdout[
        -2000:
    ]
