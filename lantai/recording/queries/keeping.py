"""音像资料: recordings of an agency, how long each is kept, and files that nobody looked at yet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from lantai.law.people import Actor
from lantai.law.records import AV_UPLOAD_HOURS, EVIDENCE_KINDS
from lantai.law.retention import Period, recording_may_go
from lantai.ledger import clock
from lantai.ledger.models import StoredObject
from lantai.recording.models import Evidence, Hold
from lantai.recording.queries.dossiers import pieces, visible_to
from lantai.recording.queries.words import PROBED


def unprobed(limit: int = 500) -> list[str]:
    """SHA-256 of pictures, sound and film on file that no job has looked at yet. For the job itself."""
    wanted = Q()
    for start in PROBED:
        wanted |= Q(file__media_type__startswith=start)
    found = Evidence.objects.filter(wanted, file__probe__isnull=True).values_list("file_id", flat=True)
    return list(dict.fromkeys(found.order_by("id")[:limit]))


def stored(sha256: str) -> StoredObject | None:
    """The row of a kept file. For the job that looks at it."""
    return StoredObject.objects.filter(pk=sha256).first()


def recordings_listed(viewer: Actor | None, *, state: str = "") -> QuerySet[Evidence]:
    """Sound and image of every dossier the viewer sees. ``state``: ``late`` (over 24 hours until it was stored),
    ``unplayable``, ``held`` or empty.
    """
    found = pieces(viewer).select_related("dossier__agency").filter(is_av=True)
    if state == "late":
        found = found.filter(received_at__gt=F("made_at") + timedelta(hours=AV_UPLOAD_HOURS))
    elif state == "unplayable":
        found = found.filter(file__probe__is_playable=False)
    elif state == "held":
        found = found.filter(Exists(_standing_holds().filter(dossier=OuterRef("dossier"))))
    return found


def is_late(piece: Evidence) -> bool:
    """Whether a recording reached the store later than 24 hours after it was made."""
    return bool(piece.received_at - piece.made_at > timedelta(hours=AV_UPLOAD_HOURS))


def _standing_holds() -> QuerySet[Hold]:
    return Hold.objects.filter(lifted_at__isnull=True)


def holds(viewer: Actor | None) -> list[Hold]:
    """The holds that stand on dossiers the viewer sees."""
    return list(_standing_holds().filter(dossier__in=visible_to(viewer)).select_related("dossier", "placed_by"))


def hold(viewer: Actor | None, hold_id: int) -> Hold:
    found = Hold.objects.filter(dossier__in=visible_to(viewer), pk=hold_id).first()
    if found is None:
        raise Http404
    return found


def retention_words(pieces: Iterable[Evidence]) -> dict[int, str]:
    """By piece: why the recording may not be appraised for deletion yet, "" where it may; one statement."""
    listed = list(pieces)
    held = set(
        _standing_holds().filter(dossier_id__in={p.dossier_id for p in listed}).values_list("dossier_id", flat=True)
    )
    return {p.pk: _why_kept(p, p.dossier_id in held) for p in listed}


def _why_kept(piece: Evidence, on_hold: bool) -> str:
    dossier = piece.dossier
    sealed = timezone.localtime(dossier.sealed_at).date() if dossier.sealed_at else None
    return recording_may_go(
        timezone.localtime(piece.made_at).date(),
        clock.today(),
        dossier=Period(dossier.retention) if dossier.retention else None,
        dossier_sealed_on=sealed,
        dossier_open=sealed is None,
        evidence=piece.kind in EVIDENCE_KINDS,
        on_hold=on_hold,
    )
