"""Reads of dossiers and evidence. Every query begins with who is asking; the dossier's agency decides who sees it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from lantai.law import released
from lantai.law.facts import Recording
from lantai.law.people import Actor, Role
from lantai.law.records import AV_UPLOAD_HOURS, EVIDENCE_KINDS, RECORD_KINDS
from lantai.law.retention import Period, recording_may_go
from lantai.ledger import clock
from lantai.ledger.models import StoredObject
from lantai.recording.models import AvWaiver, Dossier, Evidence, Hold, MediaProbe, Opening

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

KINDS = EVIDENCE_KINDS | RECORD_KINDS
OPEN_FOR = timedelta(hours=8)
"""How long a noted opening lasts: a working day, so that a film can be paused and gone back in."""

FAMILIES = (
    ("image/", "图片"),
    ("audio/", "录音"),
    ("video/", "录像"),
    ("application/pdf", "PDF 文件"),
    ("application/zip", "压缩文件"),
    ("application/vnd.", "电子文档"),
)
PROBED = ("image/", "audio/", "video/")


def shown_name(name: str) -> str:
    """A file name as a page may show it: invisible and direction-turning characters are replaced by a box."""
    return "".join("□" if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp") else c for c in name)


def family(media_type: str) -> str:
    """What a stored type is called on pages."""
    return next((word for start, word in FAMILIES if media_type.startswith(start)), "其他文件")


def step_words(step: str) -> str:
    """PG-4 → PG-4 调查取证; a step of no released procedure stays as it is."""
    labels = (p[step].label for p in released.RELEASED if step in p)
    label = next(labels, "")
    return f"{step} {label}" if label else step


def readable_size(size: int) -> str:
    for unit, word in ((1024**3, "GB"), (1024**2, "MB"), (1024, "KB")):
        if size >= unit:
            return f"{size / unit:.1f} {word}"
    return f"{size} 字节"


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


def _pieces(viewer: Actor | None) -> QuerySet[Evidence]:
    return (
        Evidence.objects.filter(dossier__in=visible_to(viewer))
        .select_related("dossier", "file__probe__preview")
        .annotate(is_corrected=Exists(Evidence.objects.filter(corrects=OuterRef("pk"))))
    )


def evidence_of(viewer: Actor | None, dossier: Dossier | int) -> QuerySet[Evidence]:
    """Every piece of a dossier in the order it was received; ``is_corrected`` where a later piece takes its place."""
    pk = dossier.pk if isinstance(dossier, Dossier) else dossier
    return _pieces(viewer).filter(dossier_id=pk).order_by("id")


def evidence(viewer: Actor | None, evidence_id: int) -> Evidence:
    """One piece with its dossier and file, or Http404."""
    found = (
        _pieces(viewer).select_related("corrects", "received_from", "dossier__agency").filter(pk=evidence_id).first()
    )
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
    found = _pieces(viewer).filter(pk=evidence_id).values_list("file__probe__preview_id", flat=True).first()
    if not found:
        raise Http404
    return str(found)


def facts_of(piece: Evidence) -> list[tuple[str, Any]]:
    """What is known of a piece, as rows of a summary list: what was said, and what the platform measured."""
    probe = getattr(piece.file, "probe", None)
    people = "、".join(f"{c['name']}（{c['certificate'] or '无执法证'}）" for c in piece.collected_by)
    rows: list[tuple[str, Any]] = [
        ("种类", KINDS.get(piece.kind, piece.kind)),
        ("证明内容", piece.proves or "—"),
        ("所属环节", step_words(piece.of_step) or "整个案件"),
        ("音像记录", "是" if piece.is_av else "否"),
        ("制作（取得）时间", moment(piece.made_at)),
        ("制作（取得）地点", piece.place or "—"),
        ("取证人员", people),
        ("原件", "原件" if piece.is_original else f"非原件：{piece.copy_reason}"),
        ("设备编号", piece.device or "—"),
        ("原文件名", shown_name(piece.file_name)),
        ("文件类型", f"{family(piece.file.media_type)}（按内容识别）"),
        ("大小", readable_size(piece.file.size)),
    ]
    if probe is not None:
        rows.append(("播放检测", _playing(probe)))
    return rows


def _playing(probe: MediaProbe) -> str:
    if not probe.is_playable:
        return probe.fault or "无法播放"
    parts = ["可以播放"]
    if probe.seconds:
        parts.append(f"时长 {int(probe.seconds) // 60} 分 {int(probe.seconds) % 60} 秒")
    if probe.width and probe.height:
        parts.append(f"{probe.width} × {probe.height}")
    return "，".join(parts)


def custody(viewer: Actor | None, piece: Evidence) -> list[dict[str, Any]]:
    """Who held the piece and when, for ``{% timeline %}``: made, handed in, corrected, sealed."""
    events: list[dict[str, Any]] = [
        {"at": piece.made_at, "what": "制作（取得）", "who": "、".join(c["name"] for c in piece.collected_by)},
        {"at": piece.received_at, "what": "收存入库，计算摘要", "who": piece.received_from.name},
    ]
    if piece.corrects_id:
        events.append({"at": piece.received_at, "what": "更正前一份材料", "note": piece.correction_reason})
    events += [
        {
            "at": c.received_at,
            "what": "被更正",
            "note": c.correction_reason,
            "url": reverse("recording:detail", args=[c.pk]),
        }
        for c in corrections(piece)
    ]
    if piece.dossier.sealed_at:
        events.append({"at": piece.dossier.sealed_at, "what": "随案卷归档封存"})
    return events


def moment(at: datetime) -> str:
    """2025-07-10 10:00, as tables show it."""
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"


def waivers(viewer: Actor | None, dossier: Dossier) -> list[AvWaiver]:
    """Why steps were not recorded, as stated in a dossier that the viewer sees."""
    return list(AvWaiver.objects.filter(dossier__in=visible_to(viewer), dossier=dossier).select_related("stated_by"))


def state_of(piece: Evidence) -> tuple[str, str]:
    """A word and its colour for the list: corrected, playable or not, waiting for the check."""
    if getattr(piece, "is_corrected", False):
        return "已被更正", "warn"
    if not piece.file.media_type.startswith(PROBED):
        return "", ""
    probe = getattr(piece.file, "probe", None)
    if probe is None:
        return "待检测", ""
    return ("可以播放", "ok") if probe.is_playable else ("无法播放", "bad")


def thumb_url(piece: Evidence) -> str:
    probe = getattr(piece.file, "probe", None)
    return reverse("recording:preview", args=[piece.pk]) if probe and probe.preview_id else ""


def evidence_rows(viewer: Actor | None, dossier: Dossier | int, *, step: str = "") -> list[dict[str, Any]]:
    """The evidence of a dossier for ``{% evidence_rows %}``; of one step if asked."""
    found = evidence_of(viewer, dossier)
    return as_rows(found.filter(of_step=step) if step else found)


def as_rows(pieces: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Pieces in the words of the component ``evidence_rows``."""
    rows = []
    for piece in pieces:
        state, state_kind = state_of(piece)
        rows.append(
            {
                "name": piece.name,
                "kind": KINDS.get(piece.kind, piece.kind),
                "url": reverse("recording:detail", args=[piece.pk]),
                "thumb_url": thumb_url(piece),
                "made_at": piece.made_at,
                "place": piece.place,
                "proves": piece.proves,
                "state": state,
                "state_kind": state_kind,
                "sha256": piece.file_id,
                "step": piece.of_step,
                "family": family(piece.file.media_type),
                "size": readable_size(piece.file.size),
            }
        )
    return rows


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


# ---- 音像资料 -------------------------------------------------------------------------------------------------------


def recordings_listed(viewer: Actor | None, *, state: str = "") -> QuerySet[Evidence]:
    """Sound and image of every dossier the viewer sees. ``state``: ``late`` (over 24 hours until it was stored),
    ``unplayable``, ``held`` or empty.
    """
    found = _pieces(viewer).select_related("dossier__agency").filter(is_av=True)
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


def _standing() -> QuerySet[Evidence]:
    """Pieces that no later piece corrects."""
    return Evidence.objects.filter(~Exists(Evidence.objects.filter(corrects=OuterRef("pk"))))


def in_file(dossier_id: int) -> list[Evidence]:
    """The pieces of a dossier that stand, in the order of receipt, for documents that list the evidence (no viewer:
    commands ask).
    """
    return list(_standing().filter(dossier_id=dossier_id).order_by("id"))


def kinds_on_file(dossier_id: int) -> frozenset[str]:
    """Kinds of evidence on file, and ``kind@step`` for those made for a step: what the rules ask of the dossier."""
    rows = _standing().filter(dossier_id=dossier_id).values_list("kind", "of_step")
    return frozenset(word for kind, step in rows for word in (kind, f"{kind}@{step}" if step else kind))
