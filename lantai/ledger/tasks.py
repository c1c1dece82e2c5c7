"""The job of verification: it may take minutes, so nobody waits for it in a request."""

from __future__ import annotations

from dataclasses import asdict

from django_tasks import task

from lantai.ledger import commands, queries, verification
from lantai.ledger.models import VerificationRun


def carry_out(run: VerificationRun) -> VerificationRun:
    """Verify everything and note the result; a run that has its result is left alone."""
    if run.finished_at is not None:
        return run
    report = verification.run(files=run.with_files)
    done: VerificationRun = commands.note_verification(
        actor=None,
        run=run,
        checked=dict(report.checked),
        found=report.found,
        findings=[asdict(f) for f in sorted(report.findings, key=lambda f: f is not report.first)],
    )
    return done


@task()
def verify(run_id: int) -> int:
    """Carry out one verification that was asked for. Returns the number of differences."""
    return carry_out(queries.verification_run(run_id)).found or 0
