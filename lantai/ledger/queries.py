"""What anyone may read of the log: checkpoints, proofs, the entry of a noun; and what the administrators see of its state.

Nothing in the first part is secret; leaves hold digests only.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Sum
from django.http import Http404

from lantai.law.people import ADMINISTRATORS, Actor, Role
from lantai.ledger import note, sequencer
from lantai.ledger.models import (
    Checkpoint,
    Detail,
    Entry,
    Leaf,
    StoredObject,
    VerificationRun,
    Waiting,
)


@dataclass(frozen=True)
class Proof:
    """Where an entry stands and the path from its leaf to the root of a signed checkpoint."""

    index: int
    path: tuple[bytes, ...]
    checkpoint: Checkpoint


def latest_checkpoint() -> Checkpoint | None:
    return sequencer.latest()


def checkpoint_of_size(size: int) -> Checkpoint | None:
    return Checkpoint.objects.filter(size=size).first()


def checkpoints(limit: int = 50) -> list[Checkpoint]:
    """The newest first."""
    return list(Checkpoint.objects.order_by("-number")[:limit])


def leaf_index(entry: Entry) -> int | None:
    """The place of the entry in the tree, None while it waits."""
    return Leaf.objects.filter(entry_id=entry.pk).values_list("index", flat=True).first()


def inclusion_proof(entry: Entry, checkpoint: Checkpoint | None = None) -> Proof | None:
    """The proof of an entry against ``checkpoint`` (the latest unless given); None while no checkpoint
    covers it.
    """
    against = checkpoint or latest_checkpoint()
    index = leaf_index(entry)
    if against is None or index is None or index >= against.size:
        return None
    return Proof(index, tuple(sequencer.inclusion_path(index, against.size)), against)


def consistency_proof(old: int, new: int) -> list[bytes]:
    """That the tree of ``new`` entries begins with the tree of ``old`` entries.

    Raises ValueError unless 0 < old ≤ new ≤ size.
    """
    if new > sequencer.size():
        raise ValueError("the tree is not that large")
    return sequencer.consistency_path(old, new)


def entry_of(subject: str, verb: str = "") -> Entry | None:
    """The last entry about a noun (``app.model:pk``), of one verb if given."""
    found = Entry.objects.filter(subject=subject)
    return (found.filter(verb=verb) if verb else found).order_by("-id").first()


def verifier_key() -> str:
    """The public key of the log in the notation of signed notes."""
    return note.verifier_key()


@dataclass(frozen=True)
class PublicLog:
    """The public page of the log (存证公开): its name, key and size, the last checkpoint and those before it."""

    origin: str
    key: str
    entries: int
    latest: Checkpoint | None
    checkpoints: list[Checkpoint]


def public_log(limit: int = 50) -> PublicLog:
    return PublicLog(note.origin(), note.verifier_key(), sequencer.size(), latest_checkpoint(), checkpoints(limit))


def detail_of(entry: Entry) -> Any:
    """The readable detail of an entry; None once it was erased. For pages that asked who may see the noun."""
    held = Detail.objects.filter(entry=entry).first()
    return None if held is None else json.loads(held.detail)


@dataclass(frozen=True)
class Integrity:
    """The state of the log as the administrators see it."""

    entries: int
    waiting: int
    oldest_waiting: datetime | None
    fault: str
    latest: Checkpoint | None
    checkpoints: list[Checkpoint]
    kept: int
    files: int
    bytes: int
    last: VerificationRun | None
    running: VerificationRun | None
    runs: list[VerificationRun]
    may_verify: bool

    @property
    def file_faults(self) -> list[dict[str, Any]]:
        """Faults of stored files in the last result."""
        return [f for f in self.last.findings if f["table"] == "ledger_storedobject"] if self.last else []


def _administrator(viewer: Actor | None) -> Actor:
    if viewer is None or not viewer.has(*ADMINISTRATORS):
        raise Http404
    return viewer


def integrity(viewer: Actor | None) -> Integrity:
    """For the three administrators; only the audit administrator asks for a verification."""
    viewer = _administrator(viewer)
    held = StoredObject.objects.aggregate(files=Count("pk"), bytes=Sum("size"))
    first = Waiting.objects.order_by("entry_id").values_list("entry__at", flat=True).first()
    runs = list(VerificationRun.objects.order_by("-id")[:10])
    return Integrity(
        entries=sequencer.size(),
        waiting=Waiting.objects.count(),
        oldest_waiting=first,
        fault=sequencer.fault(),
        latest=latest_checkpoint(),
        checkpoints=checkpoints(20),
        kept=len(sequencer.kept_notes()),
        files=held["files"],
        bytes=held["bytes"] or 0,
        last=VerificationRun.objects.filter(finished_at__isnull=False).order_by("-id").first(),
        running=next((r for r in runs if r.finished_at is None), None),
        runs=runs,
        may_verify=viewer.has(Role.AUDIT_ADMIN),
    )


def verification_run(run_id: int) -> VerificationRun:
    """For the job."""
    return VerificationRun.objects.get(pk=run_id)


def result_of(viewer: Actor | None, run_id: int) -> VerificationRun:
    """One verification and what it found."""
    _administrator(viewer)
    found = VerificationRun.objects.filter(pk=run_id).first()
    if found is None:
        raise Http404
    return found


def signed_note(size: int) -> str:
    """The note of the checkpoint of that size, for download. Public."""
    found = checkpoint_of_size(size)
    if found is None:
        raise Http404
    return str(found.note)
