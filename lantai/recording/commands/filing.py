"""Putting evidence on file. Nothing here changes a piece of evidence: a correction is a new piece."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from lantai.agencies.models import Agency
from lantai.law import evidence as rules
from lantai.law.people import Actor
from lantai.law.records import EVIDENCE_KINDS, RECORD_KINDS
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.ledger.models import StoredObject
from lantai.personnel import queries as personnel
from lantai.recording import queries
from lantai.recording.commands.rights import _check_own
from lantai.recording.models import Dossier, Evidence

LONGEST = {
    "name": 200,
    "proves": 500,
    "of_step": 24,
    "file_name": 300,
    "place": 200,
    "device": 60,
    "copy_reason": 300,
    "correction_reason": 300,
}


SAY = {
    "name": "名称",
    "proves": "证明内容",
    "of_step": "所属环节",
    "file_name": "文件名",
    "place": "制作地点",
    "device": "设备编号",
    "copy_reason": "非原件的理由",
    "correction_reason": "更正理由",
}


@command("recording.open_dossier", "立卷")
def open_dossier(*, actor: Actor | None, agency: Agency, title: str, opened_on: date) -> Dossier:
    """Open the dossier of a matter. Called by the command that opens the matter."""
    if not title.strip():
        raise Malformed("title", "请填写案卷题名")
    return put(Dossier(agency=agency, title=title.strip()[:200], opened_on=opened_on))


@command("recording.add_evidence", "收存证据", allowed=queries.COLLECTORS)
def add_evidence(
    *,
    actor: Actor,
    dossier: Dossier,
    kind: str,
    name: str,
    file: StoredObject,
    file_name: str,
    made_at: datetime,
    collected_by: Iterable[Any],
    proves: str = "",
    of_step: str = "",
    is_av: bool = False,
    place: str = "",
    device: str = "",
    is_original: bool = True,
    copy_reason: str = "",
    corrects: Evidence | None = None,
    correction_reason: str = "",
) -> Evidence:
    """Put a piece of evidence, whose file lies in the store already, into the dossier.

    ``collected_by``  the officers who collected it: person ids, Actors or mappings with ``person_id``; at least two
    with a certificate that held on the day (G-01). Their names and certificate numbers are kept as they stood then.
    """
    piece = Evidence(
        dossier=dossier,
        kind=kind,
        name=name.strip() or _stem(file_name),
        proves=proves.strip(),
        of_step=of_step,
        is_av=is_av,
        file=file,
        file_name=_storable(file_name),
        made_at=made_at,
        place=place.strip(),
        device=device.strip(),
        is_original=is_original,
        copy_reason=copy_reason.strip(),
        corrects=corrects,
        correction_reason=correction_reason.strip(),
    )
    return _file(actor, piece, collected_by)


@command("recording.hand_in", "提交证据材料", allowed=queries.COLLECTORS)
def hand_in(*, actor: Actor, dossier: Dossier, pieces: Sequence[Mapping[str, Any]]) -> Dossier:
    """Several pieces of one form: all of them are on file afterwards, or none. Each is said as in ``add_evidence``."""
    if not pieces:
        raise Malformed("files", "请选择文件")
    for piece in pieces:
        add_evidence(actor=actor, dossier=dossier, **piece)
    return dossier


@command("recording.correct", "更正证据", allowed=queries.COLLECTORS)
def correct(
    *,
    actor: Actor,
    evidence: Evidence,
    reason: str,
    changes: Mapping[str, Any],
    file: StoredObject | None = None,
    file_name: str = "",
    collected_by: Iterable[Any] = (),
) -> Evidence:
    """Correct a piece by a new one that names it and says why (补正). The old one stays on file, marked as corrected.

    ``changes``  the fields that differ: kind, name, proves, of_step, is_av, made_at, place, device, is_original,
    copy_reason. What is not named is taken over.
    """
    if not reason.strip():
        raise Malformed("correction_reason", "请写明更正理由")
    taken_over = (
        "kind",
        "name",
        "proves",
        "of_step",
        "is_av",
        "made_at",
        "place",
        "device",
        "is_original",
        "copy_reason",
    )
    if unknown := set(changes) - set(taken_over):
        raise Malformed(min(unknown), "这一项不能更正")
    if file is None and all(getattr(evidence, name) == value for name, value in changes.items()):
        raise Malformed("changes", "更正前后没有不同，请填写要更正的内容")
    piece = Evidence(
        dossier=evidence.dossier,
        file=file or evidence.file,
        file_name=_storable(file_name) if file else evidence.file_name,
        corrects=evidence,
        correction_reason=reason.strip(),
        **{name: changes.get(name, getattr(evidence, name)) for name in taken_over},
    )
    return _file(actor, piece, list(collected_by) or evidence.collected_by)


def _file(actor: Actor, piece: Evidence, collected_by: Iterable[Any]) -> Evidence:
    """Check a new piece and write it; the dossier is locked meanwhile, so that nothing slips in while it is sealed."""
    dossier = Dossier.objects.select_for_update(of=("self",)).select_related("agency").get(pk=piece.dossier_id)
    _check_own(actor, dossier)
    now = clock.now()
    _check_words(piece, now)
    if piece.corrects_id:
        _check_corrects(piece)
    ids = [_person_id(given) for given in collected_by] or [actor.person_id]
    collected = rules.collected_on(piece.kind, piece.is_av, timezone.localtime(piece.made_at).date(), now.date())
    officers = _officers(ids, collected)
    refused = list(
        rules.refusals(
            officers=officers,
            field=dossier.agency.field,
            collected=collected,
            sealed=dossier.sealed_at is not None,
            is_evidence=piece.kind in EVIDENCE_KINDS,
        )
    )
    if refused:
        raise Refused(refused)
    piece.collected_by = [
        {"person_id": o.person_id, "name": o.name, "certificate": o.certificate.number if o.certificate else ""}
        for o in officers
    ]
    piece.received_at, piece.received_from_id = now, actor.person_id
    return put(piece)


def _check_words(piece: Evidence, now: datetime) -> None:
    if piece.kind not in EVIDENCE_KINDS and piece.kind not in RECORD_KINDS:
        raise Malformed("kind", "请选择证据种类")
    if timezone.is_naive(piece.made_at):
        piece.made_at = timezone.make_aware(piece.made_at)
    if piece.made_at > now:
        raise Malformed("made_at", "制作时间在将来，请核对设备时钟后如实填写")
    if not piece.is_original and not piece.copy_reason:
        raise Malformed("copy_reason", "不是原件的，请写明未取得原件的理由")
    if piece.is_original:
        piece.copy_reason = ""
    for field, most in LONGEST.items():
        text = str(getattr(piece, field))
        if len(text) > most:
            raise Malformed(field, f"{SAY[field]}不能超过 {most} 个字")
        if "\x00" in text:
            raise Malformed(field, f"{SAY[field]}中有不能保存的字符")


def _check_corrects(piece: Evidence) -> None:
    old = piece.corrects
    if old is None or old.dossier_id != piece.dossier_id:
        raise Malformed("corrects", "更正的证据不在本案卷内")
    if not piece.correction_reason:
        raise Malformed("correction_reason", "请写明更正理由")
    if Evidence.objects.filter(corrects=old).exists():
        later = "这份证据已经更正过"
        raise Refused([Refusal("", (), later, "请对更正后的那一份再作更正")])


def _person_id(given: Any) -> int:
    if isinstance(given, Mapping):
        given = given.get("person_id")
    if isinstance(given, Actor):
        return given.person_id
    try:
        return int(getattr(given, "pk", given))
    except (TypeError, ValueError) as error:
        raise Malformed("officers", "取证人员无法识别，请重新选择") from error


def _officers(ids: list[int], on: date) -> list[Actor]:
    """The collectors as they stood on the day, in the order given, each once."""
    wanted = list(dict.fromkeys(ids))
    found = personnel.actors(wanted, on)
    if missing := [pk for pk in wanted if pk not in found]:
        raise Malformed("officers", f"取证人员无法识别（编号 {missing[0]}），请重新选择")
    return [found[pk] for pk in wanted]


def _storable(name: str) -> str:
    """The name of the file as sent. A NUL, which no database of ours and no file system keeps, is made visible; a name
    longer than 300 characters is cut in its middle, so that its ending stays.
    """
    text = name.replace("\x00", "␀").encode("utf-8", "replace").decode()
    return text if len(text) <= 300 else f"{text[:279]}…{text[-20:]}"


def _stem(file_name: str) -> str:
    shown = queries.shown_name(file_name)
    stem, _, _ = shown.rpartition(".")
    return (stem or shown or "未命名材料")[:200]
