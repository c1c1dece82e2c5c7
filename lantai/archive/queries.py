"""Reads of the archive. Every query begins with who is asking."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from lantai.archive import facts as filing_facts
from lantai.archive.facts import Lacking
from lantai.archive.models import FixityCheck, HandIn, Volume, VolumeItem
from lantai.cases import queries as cases
from lantai.cases.models import Case, CaseParty, Decision
from lantai.documents.models import IssuedDocument
from lantai.law.facts import CaseFacts
from lantai.law.filing import SHEETS, Filed, filing_step
from lantai.law.gates.closing import Obligation
from lantai.law.people import Actor, Role
from lantai.law.periods import written
from lantai.law.released import RELEASED
from lantai.law.retention import Period, Retention, handover_due, kept_until
from lantai.ledger import store
from lantai.ledger.models import StoredObject

KEEPERS = (Role.ARCHIVIST,)
FILING_STEPS = tuple(sorted({step.id for p in RELEASED if (step := filing_step(p)) is not None}))
MEASURERS = (Role.ARCHIVIST, Role.MEDIA_CUSTODIAN, Role.SUPERVISOR)
HANDLERS = (Role.OFFICER, Role.UNIT_HEAD)
READERS = (
    Role.ARCHIVIST,
    Role.MEDIA_CUSTODIAN,
    Role.OFFICER,
    Role.UNIT_HEAD,
    Role.REVIEWER,
    Role.AGENCY_HEAD,
    Role.PRINCIPAL_HEAD,
    Role.SUPERVISOR,
)


def _agencies(viewer: Actor | None) -> set[int]:
    """Agencies whose archive the viewer reads: one's own and those supervised."""
    return {viewer.agency_id, *viewer.scope} if viewer is not None and viewer.has(*READERS) else set()


def hand_ins(viewer: Actor | None) -> QuerySet[HandIn]:
    """Every hand-in that the viewer sees, with its case."""
    found = HandIn.objects.filter(agency_id__in=_agencies(viewer))
    return found.select_related("case__agency", "case__dossier", "handed_in_by", "settled_by")


def waiting(viewer: Actor | None) -> QuerySet[HandIn]:
    """Cases handed in and not settled, in the order in which they came."""
    return hand_ins(viewer).filter(status=HandIn.Status.WAITING).order_by("id")


def returned(viewer: Actor | None) -> QuerySet[HandIn]:
    """Cases sent back and not handed in again, the latest first."""
    later = HandIn.objects.filter(case_id=OuterRef("case_id"), pk__gt=OuterRef("pk"))
    return hand_ins(viewer).filter(~Exists(later), status=HandIn.Status.RETURNED).order_by("-id")


def ready(viewer: Actor | None) -> QuerySet[Case]:
    """Cases that are closed, or wait for nothing but their filing, and that nobody handed in yet; the oldest first."""
    pending = HandIn.objects.filter(case_id=OuterRef("pk")).exclude(status=HandIn.Status.RETURNED)
    over = Q(closed_on__isnull=False) | Q(standing__in=FILING_STEPS)
    found = cases.visible_to(viewer).filter(over, parent__isnull=True)
    return found.filter(~Exists(pending)).select_related("agency").order_by("closed_on", "id")


def hand_in(viewer: Actor | None, hand_in_id: int) -> HandIn:
    """One hand-in, or Http404."""
    found = hand_ins(viewer).filter(pk=hand_in_id).first()
    if found is None:
        raise Http404
    return found


def latest_hand_in(viewer: Actor | None, case: Case) -> HandIn | None:
    return hand_ins(viewer).filter(case=case).order_by("-id").first()


@dataclass(frozen=True)
class Intake:
    """Everything about a case that is to be filed: what it lacks, how it will be ordered, how long it is kept."""

    case: Case
    facts: CaseFacts
    is_closed: bool
    is_filed: bool
    lacking: tuple[Lacking, ...]
    parts: dict[str, tuple[Filed, ...]]
    retention: Retention
    decision: Decision | None
    open: tuple[Obligation, ...] = ()

    @property
    def blocking(self) -> tuple[Lacking, ...]:
        """What no explanation replaces."""
        return tuple(one for one in self.lacking if not one.may_be_explained)

    @property
    def only_printing(self) -> bool:
        """Whether nothing is missing but the printed form of documents."""
        return all(one.kind == "rendering" for one in self.blocking)

    @property
    def explainable(self) -> tuple[Lacking, ...]:
        return tuple(one for one in self.lacking if one.may_be_explained)


def intake(viewer: Actor | None, case_id: int) -> Intake:
    """The completeness check and the proposed order of a visible case, or Http404."""
    case = cases.get(viewer, case_id)
    facts = cases.facts_of(case)
    decision = Decision.objects.select_related("document").filter(case=case).first()
    return Intake(
        case=case,
        facts=facts,
        is_closed=filing_facts.is_closed(case, facts),
        is_filed=filing_facts.is_filed(case, facts),
        lacking=filing_facts.lacking(case, facts),
        parts=filing_facts.arranged(case),
        retention=filing_facts.retention(case, decision),
        decision=decision,
        open=filing_facts.still_open(case, facts),
    )


# ---- 案卷 -----------------------------------------------------------------------------------------------------------


def visible_to(viewer: Actor | None) -> QuerySet[Volume]:
    return Volume.objects.filter(agency_id__in=_agencies(viewer)).select_related("agency", "case")


def volumes(viewer: Actor | None, *, q: str = "", retention: str = "", part: str = "") -> QuerySet[Volume]:
    """Filed volumes, the latest first, by number of file, case or document, by title, or by party."""
    found = visible_to(viewer).prefetch_related(
        Prefetch("case__parties", queryset=CaseParty.objects.order_by("id")),
        Prefetch("checks", queryset=FixityCheck.objects.order_by("-id")),
    )
    if q:
        named = CaseParty.objects.filter(case_id=OuterRef("case_id"), name__contains=q)
        holding = VolumeItem.objects.filter(volume_id=OuterRef("pk"), number=q)
        words = Q(number__contains=q) | Q(title__contains=q) | Q(case__number__contains=q)
        found = found.filter(words | Exists(named) | Exists(holding))
    if retention:
        found = found.filter(retention=retention)
    if part:
        found = found.filter(part=part)
    return found.order_by("-id")


def get(viewer: Actor | None, volume_id: int) -> Volume:
    """One volume with its case and dossier, or Http404."""
    found = (
        visible_to(viewer)
        .select_related("dossier", "filed_by", "accepted_by", "case__agency")
        .filter(pk=volume_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


def items(viewer: Actor | None, volume: Volume) -> list[VolumeItem]:
    """The index of a visible volume."""
    found = VolumeItem.objects.filter(volume__in=visible_to(viewer), volume=volume)
    return list(found.select_related("document", "evidence").order_by("order"))


def checks(viewer: Actor | None, volume: Volume) -> list[FixityCheck]:
    """The measurements of a visible volume, the latest first."""
    found = FixityCheck.objects.filter(volume__in=visible_to(viewer), volume=volume)
    return list(found.select_related("by").order_by("-id")[:20])


def sheets(viewer: Actor | None, volume: Volume) -> list[IssuedDocument]:
    """Cover, index and 备考表 of a visible volume: those issued for its part, in this order."""
    if volume.agency_id not in _agencies(viewer):
        return []
    found = IssuedDocument.objects.filter(dossier_id=volume.dossier_id, subject=subject(volume), kind__in=SHEETS)
    return sorted(found.select_related("rendering"), key=lambda d: SHEETS.index(d.kind))


def subject(volume: Volume) -> str:
    """How documents and the log name a volume."""
    return f"archive.volume:{volume.pk}"


def others_of(viewer: Actor | None, volume: Volume) -> list[Volume]:
    """The other part of the same file."""
    return list(visible_to(viewer).filter(case_id=volume.case_id).exclude(pk=volume.pk).order_by("id"))


def lifetime(volume: Volume) -> list[tuple[str, object]]:
    """How long a volume is kept and when it goes to the state archive, as rows of a summary list."""
    until = kept_until(Period(volume.retention), volume.filed_on)
    return [
        ("保管期限", f"{volume.retention}（{volume.retention_reason}）"),
        ("期满可以鉴定之日", f"{written(until)}之后" if until else "永久保管，不鉴定销毁"),
        ("向国家档案馆移交", f"{written(handover_due(volume.agency.tier, volume.filed_on))}届满"),
    ]


def measured(volume: Volume) -> tuple[int, int, list[dict[str, object]]]:
    """Measure the files of a volume anew: (how many, bytes, faults). Reads every byte; for jobs, outside commands."""
    found = list(VolumeItem.objects.filter(volume=volume).order_by("order"))
    kept = StoredObject.objects.in_bulk({i.digest for i in found})
    faults: list[dict[str, object]] = []
    size = 0
    for item in found:
        held = kept.get(item.digest)
        sentence = store.fault(held, again=True) if held else "收存记录不在"
        size += held.size if held else 0
        if sentence:
            faults.append({"item": item.order, "title": item.title, "sentence": sentence})
    return len(found), size, faults
