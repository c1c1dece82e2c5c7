"""Evidence in the words and rows that pages show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse

from lantai.law import released
from lantai.law.people import Actor
from lantai.law.periods import written_to_the_minute
from lantai.law.records import EVIDENCE_KINDS, RECORD_KINDS
from lantai.recording.models import Dossier, Evidence, MediaProbe
from lantai.recording.queries.dossiers import corrections, evidence_of

KINDS = EVIDENCE_KINDS | RECORD_KINDS


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
    """Who held the piece and when, for ``{% timeline %}``: made, handed in, corrected, sealed. Nothing of another agency's piece."""
    if viewer is None or piece.dossier.agency_id not in {viewer.agency_id, *viewer.scope}:
        return []
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
    """2025年7月10日 10:00, as tables show it."""
    return written_to_the_minute(at)


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


def by_fact(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """待证事实与证据: each fact with the pieces that prove it, those that say nothing of it last; corrected ones are left out."""
    facts: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if not row["is_corrected"]:
            facts.setdefault(str(row["proves"]).strip(), []).append(row)
    unsaid = facts.pop("", [])
    made = [{"fact": fact, "pieces": pieces, "is_single": len(pieces) == 1} for fact, pieces in facts.items()]
    return made + ([{"fact": "", "pieces": unsaid, "is_single": False}] if unsaid else [])


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
                "is_corrected": getattr(piece, "is_corrected", False),
                "sha256": piece.file_id,
                "step": piece.of_step,
                "family": family(piece.file.media_type),
                "size": readable_size(piece.file.size),
            }
        )
    return rows
