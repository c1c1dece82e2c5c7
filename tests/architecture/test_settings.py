"""An installation in use: what it refuses to start without, and how it is closed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from lantai.config.settings import base
from tests.architecture.sources import ROOT

NEEDED = {"LANTAI_SECRET_KEY": "k4Jw-v9Qz_" * 6, "LANTAI_HOSTS": "law.example"}


def _check(given: dict[str, str]) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("LANTAI_", "DJANGO_"))}
    here = {**clean, "DJANGO_SETTINGS_MODULE": "lantai.config.settings.production", **given}
    asked = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    return subprocess.run(asked, cwd=ROOT, env=here, capture_output=True, text=True, check=False)


def test_an_installation_in_use_passes_the_checks_of_the_framework() -> None:
    asked = _check(NEEDED)
    assert asked.returncode == 0, asked.stderr[-2000:]


@pytest.mark.parametrize("missing", sorted(NEEDED))
def test_it_refuses_to_start_without_a_value(missing: str) -> None:
    asked = _check({name: value for name, value in NEEDED.items() if name != missing})
    assert asked.returncode != 0
    assert f"{missing} is not set" in asked.stderr


def test_a_database_address_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANTAI_DATABASE", "postgresql://law:s%40fe@db.example:5433/city?sslmode=require")
    made = base.database()
    assert {k: made[k] for k in ("NAME", "HOST", "PORT", "USER", "PASSWORD", "OPTIONS")} == {
        "NAME": "city",
        "HOST": "db.example",
        "PORT": "5433",
        "USER": "law",
        "PASSWORD": "s@fe",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_database_of_another_make_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANTAI_DATABASE", "mysql://law@db.example/city")
    with pytest.raises(base.ImproperlyConfigured):
        base.database()


def test_the_embedded_database_waits_for_the_disk() -> None:
    words = base.SQLITE["OPTIONS"]
    assert "synchronous=FULL" in words["init_command"] and words["transaction_mode"] == "IMMEDIATE"
