"""``lantai worker``: everything that happens without a request, in one process — jobs, the sequencer of the log, timers.

Three threads, so that a long rendering does not hold up the next checkpoint. Each survives its errors and says them
loudly; nothing is lost by an error, because what is waiting stays waiting in the database.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import FrameType

from django.core.management import call_command
from django.db import close_old_connections, connections
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from lantai.documents import queries as documents
from lantai.ledger import sequencer

log = logging.getLogger("lantai.worker")

CHECKPOINT_EVERY = 1.0  # seconds: how long an entry waits at most for its place in the tree
JOBS_EVERY = 0.5
ATTEMPTS = 3  # of one job
RETRY_AFTER = timedelta(minutes=1)  # after the first failure; twice that after the second
RETRIED_FOR = timedelta(hours=1)
LONGEST_PAUSE = 60.0  # seconds between attempts while an error lasts


@dataclass(frozen=True)
class Timer:
    """A management command that is due again and again; the first time soon after the start of the worker."""

    command: str
    every: timedelta
    words: tuple[str, ...] = ()


# The one list of things that happen by the clock. Each is found by asking, so a missed run is made up by the next.
TIMERS = (
    Timer("render_documents", timedelta(seconds=2), ("--seconds=10",)),
    Timer("probe_files", timedelta(seconds=5), ("--most=10",)),
    Timer("reckon_terms", timedelta(minutes=1), ("--seconds=30",)),
    Timer("verify", timedelta(days=1), ("--record",)),
    Timer("clearsessions", timedelta(hours=1)),
    Timer("prune_db_task_results", timedelta(hours=6)),
)


class Stopping(threading.Event):
    """Set once the process was asked to end; every thread looks at it between two pieces of work."""


def _persist(name: str, stopping: Stopping, work: Callable[[], None], pause: float) -> None:
    """Do ``work`` every ``pause`` seconds; after an error again, with growing pauses, until it succeeds or we stop."""
    failed = 0
    while not stopping.is_set():
        try:
            close_old_connections()
            work()
            failed = 0
        except Exception:
            failed += 1
            log.exception("%s：出错（连续第 %d 次），稍后重试", name, failed)
        finally:
            close_old_connections()
        stopping.wait(min(pause * 2**failed, LONGEST_PAUSE) if failed else pause)
    connections.close_all()


def _jobs(stopping: Stopping) -> Callable[[], None]:
    """One pass over the queue of jobs. The worker of the library is run in batches, so that it ends between two jobs."""
    identity = f"{_host()}:{os.getpid()}"

    def work() -> None:
        _take_up_again()
        if not DBTaskResult.objects.ready().exists():  # looked at before: taking a job locks the embedded database
            return
        one = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=1,
            worker_id=identity,
            excluded_queue_names=[],
        )
        while not stopping.is_set():
            before = one._run_tasks
            one.run()
            if one._run_tasks == before:
                return
            one.max_tasks = (one.max_tasks or 0) + 1

    return work


def _host() -> str:
    return socket.gethostname()[:40]


def _take_up_again() -> None:
    """Jobs that failed wait for another attempt, at most three in all; so do those whose process on this machine died.

    A job is therefore written so that doing it twice does no harm.
    """
    for job in DBTaskResult.objects.failed().filter(finished_at__gt=timezone.now() - RETRIED_FOR):
        again_at = job.finished_at + RETRY_AFTER * len(job.worker_ids)
        if len(job.worker_ids) < ATTEMPTS and again_at <= timezone.now():
            DBTaskResult.objects.failed().filter(pk=job.pk).update(status=TaskResultStatus.READY)
    for job in DBTaskResult.objects.running():
        host, _, process = (job.worker_ids or [""])[-1].partition(":")
        if host == _host() and process.isdigit() and not Path(f"/proc/{process}").exists():
            log.warning("作业 %s 的进程已不在，重新排队", job.task_path)
            DBTaskResult.objects.running().filter(pk=job.pk).update(status=TaskResultStatus.READY)


def _timers() -> Callable[[], None]:
    """Call what is due. A timer that fails is reported and waits for its next turn; the others go on."""
    due = dict.fromkeys(TIMERS, 0.0)

    def work() -> None:
        behind = documents.unrendered().exists()
        for timer in TIMERS:
            if time.monotonic() >= due[timer]:
                due[timer] = time.monotonic() + timer.every.total_seconds()
                try:
                    call_command(timer.command, *timer.words, verbosity=0)
                except Exception:
                    log.exception("定时事项 %s 出错，到下一次再办", timer.command)
        if behind:
            done, every = documents.progress()
            print(f"文书排版：已完成 {done} 件，共 {every} 件", flush=True)

    return work


def run() -> None:
    """Run until SIGTERM or SIGINT; the piece of work in hand is finished first."""
    stopping = Stopping()

    def stop(number: int, frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    threads = [
        threading.Thread(target=_persist, args=("作业", stopping, _jobs(stopping), JOBS_EVERY)),
        threading.Thread(target=_persist, args=("存证定序", stopping, _checkpoint, CHECKPOINT_EVERY)),
        threading.Thread(target=_persist, args=("定时事项", stopping, _timers(), 1.0)),
    ]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        for thread in threads:
            thread.join(0.2)


def _checkpoint() -> None:
    sequencer.run_once()
