"""The worker as people start it: a process of its own on a database of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands

from lantai.config import worker
from tests.architecture.sources import ROOT

ASK = """
import django; django.setup()
from lantai.accounts import commands
from lantai.documents.tasks import render_documents
from lantai.ledger.models import Checkpoint, Waiting
from django_tasks_db.models import DBTaskResult
"""
MAKE = "commands.create_first_administrator(actor=None); render_documents.enqueue(0.1)"
TELL = "print(Waiting.objects.count(), Checkpoint.objects.count(), DBTaskResult.objects.successful().count())"


@pytest.fixture
def installation(tmp_path: Path, lay_tables: Callable[[Path], bool]) -> Callable[..., str]:
    here = {k: v for k, v in os.environ.items() if not k.startswith("LANTAI_")}
    here |= {"LANTAI_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "lantai.config.settings.dev"}

    def ask(*words: str) -> str:
        done = subprocess.run([sys.executable, *words], cwd=ROOT, env=here, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    if not lay_tables(tmp_path):
        ask("manage.py", "migrate", "-v0")
    ask.here = here  # type: ignore[attr-defined]
    return ask


@pytest.fixture
def working(installation: Callable[..., str]) -> Iterator[subprocess.Popen[str]]:
    here = installation.here  # type: ignore[attr-defined]
    process = subprocess.Popen(
        [sys.executable, "-m", "lantai.config.console", "worker"], cwd=ROOT, env=here, stderr=subprocess.PIPE, text=True
    )
    yield process
    process.kill()
    process.wait()


def test_every_timer_is_a_command_that_exists() -> None:
    assert [timer.command for timer in worker.TIMERS if timer.command not in get_commands()] == []


@pytest.mark.slow
def test_the_worker_seals_does_jobs_and_ends_when_asked(
    installation: Callable[..., str], working: subprocess.Popen[str]
) -> None:
    installation("-c", ASK + MAKE)
    told = ""
    for _ in range(60):
        told = installation("-c", ASK + TELL).strip()
        if told == "0 1 1":
            break
        time.sleep(0.5)
    assert told == "0 1 1"
    working.send_signal(signal.SIGTERM)
    assert working.wait(timeout=30) == 0
    assert working.stderr is not None and "出错" not in working.stderr.read()
