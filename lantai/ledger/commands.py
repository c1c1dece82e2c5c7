"""Writes of the log itself: a file kept, and the lawful erasure of the readable detail of an entry."""

from __future__ import annotations

import json
from typing import Any

from django.apps import apps

from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.ledger import clock
from lantai.ledger.act import command, put, row_digest, seal_again
from lantai.ledger.models import Detail, Entry, Erasure, Sealed, StoredObject, VerificationRun


@command("ledger.keep", "收存文件")
def keep(*, actor: Actor | None, sha256: str, sm3: str, size: int, media_type: str) -> StoredObject:
    """The row of a file that lies in the store already. Called by ``store.receive`` only."""
    return put(StoredObject(sha256=sha256, sm3=sm3, size=size, media_type=media_type, made_at=clock.now()))


@command("ledger.ask_verification", "发起核对")
def ask_verification(*, actor: Actor | None, with_files: bool = False) -> VerificationRun:
    """Ask for a verification of everything; ``tasks.verify`` does it. By the audit administrator, or by the clock."""
    if actor is not None and not actor.has(Role.AUDIT_ADMIN):
        raise Refused([Refusal("", (), "“发起核对”只能由审计管理员办理", "请由审计管理员登录后办理")])
    return put(
        VerificationRun(
            asked_at=clock.now(),
            asked_by=actor.person_id if actor else None,
            asked_by_name=actor.name if actor else "",
            with_files=with_files,
        )
    )


@command("ledger.note_verification", "登记核对结果")
def note_verification(
    *, actor: Actor | None, run: VerificationRun, checked: dict[str, int], found: int, findings: list[dict[str, Any]]
) -> VerificationRun:
    """What the verification found. Called by ``tasks`` only; a result once noted stays."""
    if run.finished_at is not None:
        raise Conflict("这次核对已有结果")
    run.checked, run.found, run.findings = checked, found, findings
    run.finished_at = clock.now()
    return put(run)


@command("ledger.erase", "删除存证内容", allowed=(Role.ARCHIVIST,))
def erase(*, actor: Actor, entry: Entry, basis: str, reason: str) -> Erasure:
    """Erase the readable detail and the salt of an entry when a retention rule orders it (个人信息保护法第四十七条).

    Entry, leaf and old proofs stay; what the leaf says of the content can then no longer be tried against
    guesses.
    Rows that are still sealed by this entry are sealed anew, after they were found unaltered.
    """
    for name, text in (("basis", basis), ("reason", reason)):
        if not text.strip():
            raise Malformed(name, "请写明删除的依据和理由")
    detail = Detail.objects.filter(entry=entry).first()
    if detail is None:
        raise Conflict("这条存证的内容此前已经删除")
    for row in _still_sealed_by(entry, detail.salt):
        seal_again(row)
    made = put(Erasure(entry=entry, basis=basis, reason=reason, made_at=clock.now()))
    detail.delete()
    return made


def _still_sealed_by(entry: Entry, salt: str) -> list[Sealed]:
    """The living rows whose last seal is in this entry. Raises Conflict when one differs from its seal."""
    rows = []
    for label, pk, digest in json.loads(entry.body)["seals"]:
        mark = f'["{label}","{pk}",'
        if digest is None or Entry.objects.filter(id__gt=entry.pk, body__contains=mark).exists():
            continue
        row = apps.get_model(label)._base_manager.filter(pk=pk).first()
        if row is None or row_digest(salt, row) != digest:
            raise Conflict("这条存证所封存的数据与存证不符，须先查明，不能删除")
        rows.append(row)
    return rows
