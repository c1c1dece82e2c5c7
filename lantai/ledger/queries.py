"""What anyone may read of the log: checkpoints, proofs, the entry of a noun.

Nothing here is secret; leaves hold digests only.
"""

from __future__ import annotations

from dataclasses import dataclass

from lantai.ledger import note, sequencer
from lantai.ledger.models import Checkpoint, Entry, Leaf


@dataclass(frozen=True)
class Proof:
    """Where an entry stands and the path from its leaf to the root of a signed checkpoint."""

    index: int
    path: tuple[bytes, ...]
    checkpoint: Checkpoint


def latest_checkpoint() -> Checkpoint | None:
    return Checkpoint.objects.order_by("-number").first()


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
