"""Who sees a dossier and its evidence, and what stands in it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.utils import timezone

from lantai.law.facts import Recording
from lantai.law.people import Actor, Role
from lantai.ledger import clock
from lantai.recording.models import AvWaiver, Dossier, Evidence, Opening

READERS = (
    Role.OFFICER,
    Role.UNIT_HEAD,
    Role.REVIEWER,
    Role.AGENCY_HEAD,
    Role.PRINCIPAL_HEAD,
    Role.ARCHIVIST,
    Role.MEDIA_CUSTODIAN,
    Role.SUPERVISOR,
)
"""Posts whose work needs the evidence; administrators, publishers and statisticians read none."""


COLLECTORS = (Role.OFFICER, Role.UNIT_HEAD, Role.MEDIA_CUSTODIAN)
"""Posts that hand in evidence."""


OPEN_FOR = timedelta(hours=8)
"""How long a noted opening lasts: a working day, so that a film can be paused and gone back in."""


def visible_to(viewer: Actor | None) -> QuerySet[Dossier]:
    """Dossiers of the viewer's agency and of those supervised; none for posts whose work needs no evidence."""
    if viewer is None or not viewer.has(*READERS):
        return Dossier.objects.none()
    return Dossier.objects.filter(agency_id__in={viewer.agency_id, *viewer.scope})


def dossier(viewer: Actor | None, dossier_id: int) -> Dossier:
    """One dossier, or Http404 where it does not exist or belongs to an agency that the viewer does not see."""
    found = visible_to(viewer).select_related("agency").filter(pk=dossier_id).first()
    if found is None:
        raise Http404
    return found


def pieces(viewer: Actor | None) -> QuerySet[Evidence]:
    return (
        Evidence.objects.filter(dossier__in=visible_to(viewer))
        .select_related("dossier", "file__probe__preview")
        .annotate(is_corrected=Exists(Evidence.objects.filter(corrects=OuterRef("pk"))))
    )


def evidence_of(viewer: Actor | None, dossier: Dossier | int) -> QuerySet[Evidence]:
    """Every piece of a dossier in the order it was received; ``is_corrected`` where a later piece takes its place."""
    pk = dossier.pk if isinstance(dossier, Dossier) else dossier
    return pieces(viewer).filter(dossier_id=pk).order_by("id")


def evidence(viewer: Actor | None, evidence_id: int) -> Evidence:
    """One piece with its dossier and file, or Http404."""
    found = pieces(viewer).select_related("corrects", "received_from", "dossier__agency").filter(pk=evidence_id).first()
    if found is None:
        raise Http404
    return found


def corrections(evidence: Evidence) -> list[Evidence]:
    """The pieces that correct this one."""
    return list(evidence.corrected_by.order_by("id"))


def openings(viewer: Actor | None, evidence: Evidence) -> list[Opening]:
    """The last hundred openings of a piece that the viewer may see, newest first."""
    return list(
        Opening.objects.filter(evidence__dossier__in=visible_to(viewer), evidence=evidence).select_related("by")[:100]
    )


def may_open(viewer: Actor | None, evidence: Evidence) -> bool:
    """Whether the viewer has noted an opening of this piece within the last hours."""
    if viewer is None:
        return False
    since = clock.now() - OPEN_FOR
    return Opening.objects.filter(evidence=evidence, by_id=viewer.person_id, at__gte=since).exists()


def recordings(dossier_id: int) -> tuple[Recording, ...]:
    """What gate G-17 counts: audio-video pieces that stand, by step, and the reasons stated where there is none."""
    pieces = _standing().filter(dossier_id=dossier_id, is_av=True).values_list("of_step", "made_at").order_by("made_at")
    waivers = AvWaiver.objects.filter(dossier_id=dossier_id).values_list("of_step", "stated_at", "reason")
    return (
        *(Recording(step, timezone.localtime(made)) for step, made in pieces),
        *(Recording(step, timezone.localtime(at), reason) for step, at, reason in waivers.order_by("stated_at")),
    )


def recorded_since(moment: datetime) -> set[tuple[int, str]]:
    """Dossier and step of every recording, or reason for there being none, that was filed since a moment (no viewer: the worker)."""
    pieces = _standing().filter(is_av=True, received_at__gte=moment).values_list("dossier_id", "of_step")
    reasons = AvWaiver.objects.filter(stated_at__gte=moment).values_list("dossier_id", "of_step")
    return {*pieces, *reasons}


def may_add(viewer: Actor | None, dossier: Dossier) -> bool:
    """Whether a page should offer this viewer to hand in evidence; the command decides."""
    return (
        viewer is not None
        and viewer.agency_id == dossier.agency_id
        and viewer.has(*COLLECTORS)
        and dossier.sealed_at is None
    )


def preview_of(viewer: Actor | None, evidence_id: int) -> str:
    """SHA-256 of the preview of a piece, or Http404."""
    found = pieces(viewer).filter(pk=evidence_id).values_list("file__probe__preview_id", flat=True).first()
    if not found:
        raise Http404
    return str(found)


def waivers(viewer: Actor | None, dossier: Dossier) -> list[AvWaiver]:
    """Why steps were not recorded, as stated in a dossier that the viewer sees."""
    return list(AvWaiver.objects.filter(dossier__in=visible_to(viewer), dossier=dossier).select_related("stated_by"))


def _standing() -> QuerySet[Evidence]:
    """Pieces that no later piece corrects."""
    return Evidence.objects.filter(~Exists(Evidence.objects.filter(corrects=OuterRef("pk"))))


def in_file(dossier_id: int) -> list[Evidence]:
    """The pieces of a dossier that stand, in the order of receipt, for documents that list the evidence (no viewer:
    commands ask).
    """
    return list(_standing().select_related("file").filter(dossier_id=dossier_id).order_by("id"))


def kinds_on_file(dossier_id: int) -> frozenset[str]:
    """Kinds of evidence on file, and ``kind@step`` for those made for a step: what the rules ask of the dossier."""
    rows = _standing().filter(dossier_id=dossier_id).values_list("kind", "of_step")
    return frozenset(word for kind, step in rows for word in (kind, f"{kind}@{step}" if step else kind))
