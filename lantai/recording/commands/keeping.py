"""What happens to a dossier and its evidence afterwards: waivers, openings, sealing, holds, what a job found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lantai.law import evidence as rules
from lantai.law.people import Actor, Role
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.ledger.models import StoredObject
from lantai.recording import queries
from lantai.recording.commands.rights import _check_own
from lantai.recording.models import AvWaiver, Dossier, Evidence, Hold, MediaProbe, Opening

KEEPERS = (Role.MEDIA_CUSTODIAN, Role.ARCHIVIST)


@command("recording.waive_av", "说明未录音像", allowed=(Role.OFFICER, Role.UNIT_HEAD))
def waive_av(*, actor: Actor, dossier: Dossier, of_step: str, reason: str, approved_by: str) -> AvWaiver:
    """State why a step that must be recorded in sound and image was not, and who approved that (G-17)."""
    dossier = Dossier.objects.select_for_update(of=("self",)).select_related("agency").get(pk=dossier.pk)
    _check_own(actor, dossier)
    for field, text, word in (
        ("of_step", of_step, "请选择所属环节"),
        ("reason", reason, "请写明未能录制的正当理由"),
        ("approved_by", approved_by, "请填写批准人"),
    ):
        if not text.strip():
            raise Malformed(field, word)
    if dossier.sealed_at is not None:
        raise Refused(rules.refusals(officers=(), field="", collected=clock.today(), sealed=True, is_evidence=False))
    return put(
        AvWaiver(
            dossier=dossier,
            of_step=of_step,
            reason=reason.strip()[:500],
            approved_by=approved_by.strip()[:80],
            stated_by_id=actor.person_id,
            stated_at=clock.now(),
        )
    )


@command("recording.note_opening", "查看证据")
def note_opening(*, actor: Actor, evidence: Evidence, purpose: str) -> Opening:
    """Write down who opens a piece of evidence and for what. Without it the file is not handed out."""
    queries.evidence(actor, evidence.pk)
    if not purpose.strip():
        raise Malformed("purpose", "请填写查看用途")
    return put(Opening(evidence=evidence, by_id=actor.person_id, at=clock.now(), purpose=purpose.strip()[:200]))


@command("recording.seal_dossier", "封存案卷", allowed=(Role.ARCHIVIST,))
def seal_dossier(*, actor: Actor, dossier: Dossier, retention: str = "") -> Dossier:
    """Close a dossier to additions when it is filed (G-18), with the period for which it is kept."""
    now = Dossier.objects.select_for_update(of=("self",)).select_related("agency").get(pk=dossier.pk)
    _check_own(actor, now)
    if now.sealed_at is not None:
        raise Refused([Refusal("G-18", (), "这份案卷已经归档封存", "不必再次办理")])
    now.sealed_at, now.retention = clock.now(), retention
    return put(now, version=now.version)


@command("recording.place_hold", "停止处置", allowed=KEEPERS)
def place_hold(*, actor: Actor, dossier: Dossier, reason: str) -> Hold:
    """Keep the recordings of a dossier from any appraisal while a complaint, reconsideration or suit is pending."""
    queries.dossier(actor, dossier.pk)
    if not reason.strip():
        raise Malformed("reason", "请写明停止处置的事由，如行政复议受理通知书文号")
    hold = Hold(dossier=dossier, reason=reason.strip()[:300], placed_by_id=actor.person_id, placed_at=clock.now())
    return put(hold)


@command("recording.lift_hold", "解除停止处置", allowed=KEEPERS)
def lift_hold(*, actor: Actor, hold: Hold, reason: str) -> Hold:
    """End a hold when the complaint, reconsideration or suit is final."""
    queries.dossier(actor, hold.dossier_id)
    if not reason.strip():
        raise Malformed("lift_reason", "请写明解除的理由")
    if hold.lifted_at is not None:
        raise Refused([Refusal("", (), "这项停止处置已经解除", "不必再次办理")])
    hold.lifted_by_id, hold.lifted_at, hold.lift_reason = actor.person_id, clock.now(), reason.strip()[:300]
    return put(hold, version=hold.version)


@command("recording.note_probe", "媒体检测")
def note_probe(
    *, actor: Actor | None = None, file: StoredObject, found: Mapping[str, Any], preview: StoredObject | None = None
) -> MediaProbe:
    """Keep what the job found out about a file; a second probe replaces the first. Says nothing about the evidence."""
    return put(
        MediaProbe(
            file=file,
            is_playable=bool(found.get("is_playable")),
            seconds=found.get("seconds"),
            width=found.get("width"),
            height=found.get("height"),
            codec=str(found.get("codec", ""))[:60],
            preview=preview,
            fault=str(found.get("fault", ""))[:200],
            probed_at=clock.now(),
        )
    )
