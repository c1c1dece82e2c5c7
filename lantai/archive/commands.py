"""Writes of the archive: hand in, accept, send back, and the result of a measurement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Max

from lantai.agencies.models import Agency
from lantai.archive import facts as filing_facts
from lantai.archive import queries
from lantai.archive.models import FixityCheck, HandIn, Volume, VolumeItem
from lantai.archive.queries import Intake
from lantai.cases.commands.steps import take_step
from lantai.cases.models import Case
from lantai.documents.commands import issue
from lantai.law import documents as kinds
from lantai.law import filing
from lantai.law.filing import Filed
from lantai.law.people import Actor
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.ledger import clock
from lantai.ledger.act import command, put, put_many
from lantai.recording.commands import seal_dossier
from lantai.recording.models import Dossier


@command("archive.hand_in", "移交归档", allowed=queries.HANDLERS)
def hand_in(*, actor: Actor, case: Case, note: str = "") -> HandIn:
    """The handler gives a closed case to the archivist. What the check finds lacking is kept with it."""
    case = _locked(actor, case)
    intake = queries.intake(actor, case.pk)
    _own(actor, case)
    if case.parent_id:
        raise Refused([_refusal("附属于案件的措施不单独立卷", "请移交所属案件，措施的材料一并入卷")])
    if not intake.is_closed:
        still = [Refusal("G-16", o.basis, f"{o.label}，不得移交归档", o.remedy) for o in intake.open]
        raise Refused(still or [_refusal("案件尚未结案，不能移交归档", "请先办理结案")])
    if HandIn.objects.filter(case=case).exclude(status=HandIn.Status.RETURNED).exists():
        raise Refused([_refusal("这件案件已经移交", "请等待档案管理员接收，不必再次移交")])
    return put(
        HandIn(
            case=case,
            agency=case.agency,
            note=note.strip()[:500],
            missing=[{"label": one.label, "what": one.what, "kind": one.kind} for one in intake.lacking],
            handed_in_by_id=actor.person_id,
            handed_in_at=clock.now(),
        )
    )


@command("archive.send_back", "退回补正", allowed=queries.KEEPERS)
def send_back(*, actor: Actor, hand_in: HandIn, reasons: str) -> HandIn:
    """The archivist sends an incomplete case back and says what is wrong; the handler mends it and hands it in again."""
    held = _waiting(actor, hand_in)
    if not reasons.strip():
        raise Malformed("reasons", "请逐项写明退回的理由")
    held.status, held.reasons = HandIn.Status.RETURNED, reasons.strip()
    held.settled_by_id, held.settled_at = actor.person_id, clock.now()
    return put(held, version=held.version)


@command("archive.accept", "接收归档", allowed=queries.KEEPERS)
def accept(*, actor: Actor, hand_in: HandIn, explanation: str = "") -> HandIn:
    """File a case: order, page numbers, index, 备考表 and retention; the dossier is sealed and the case takes its step.

    Refused while anything is missing that no explanation replaces. ``explanation`` stands in the 备考表 and is owed
    where a written record is not in the system.
    """
    held = _waiting(actor, hand_in)
    case = _locked(actor, held.case)
    Dossier.objects.select_for_update(of=("self",)).get(pk=case.dossier_id)  # no evidence comes between index and seal
    intake = queries.intake(actor, case.pk)
    _check(intake, explanation)
    held.status = HandIn.Status.ACCEPTED
    held.settled_by_id, held.settled_at = actor.person_id, clock.now()
    put(held, version=held.version)
    volumes = _volumes(actor, held, intake, _note(intake, explanation))
    step = filing_facts.filing_step(case)
    if step is not None and not intake.is_filed:
        stated = {"pages": sum(v.pages for v in volumes), "boxes": len(volumes), "filing_note": volumes[0].note}
        take_step(actor=actor, case=case, step=step.id, stated=stated)
    seal_dossier(actor=actor, dossier=case.dossier, retention=str(intake.retention.period))
    return held


@command("archive.note_fixity", "登记完好检测", allowed=queries.MEASURERS)
def note_fixity(
    *, actor: Actor, volume: Volume, checked: int, size: int, faults: Sequence[dict[str, Any]]
) -> FixityCheck:
    """Keep the result of a measurement of a volume (``queries.measured``)."""
    queries.get(actor, volume.pk)
    return put(
        FixityCheck(
            volume=volume,
            at=clock.now(),
            by_id=actor.person_id,
            checked=checked,
            bytes=size,
            faults=list(faults),
        )
    )


def _refusal(reason: str, remedy: str) -> Refusal:
    return Refusal("", (filing.BASIS[0],), reason, remedy)


def _locked(actor: Actor, case: Case) -> Case:
    """The row of the case, held until the end: nothing is added to it while its file is closed."""
    return Case.objects.select_for_update(of=("self",)).select_related("agency", "dossier", "power").get(pk=case.pk)


def _own(actor: Actor, case: Case) -> None:
    if actor.agency_id != case.agency_id:
        raise Refused(
            [_refusal(f"案件由{case.agency.name}办理，其他机关不能移交或者接收", f"请由{case.agency.name}办理")]
        )


def _waiting(actor: Actor, hand_in: HandIn) -> HandIn:
    """The hand-in as it is now. Raises Conflict where somebody settled it meanwhile."""
    queries.hand_in(actor, hand_in.pk)
    held = (
        HandIn.objects.select_for_update(of=("self",)).select_related("case__agency", "settled_by").get(pk=hand_in.pk)
    )
    _own(actor, held.case)
    if held.status != HandIn.Status.WAITING:
        who = held.settled_by.name if held.settled_by else ""
        raise Conflict("这份移交已经办理过", (f"{who}：{held.get_status_display()}",))
    return held


def _check(intake: Intake, explanation: str) -> None:
    if not intake.is_closed:
        raise Refused([_refusal("案件尚未结案，不能归档", "请退回承办人办理结案")])
    refused = [
        _refusal(one.sentence, "请稍候，排版完成后再接收" if one.kind == "rendering" else "请退回承办人补正后再移交")
        for one in intake.blocking
    ]
    if refused:
        raise Refused(refused)
    if not intake.parts:
        raise Refused([_refusal("案卷中没有任何文书和证据", "请退回承办人核对")])
    if intake.explainable and not explanation.strip():
        raise Malformed("explanation", "有文字记录不在系统中，请核对纸质材料，并在备考中逐项说明")


def _note(intake: Intake, explanation: str) -> str:
    said = [one.sentence for one in intake.explainable]
    return "；".join([*said, explanation.strip()] if explanation.strip() else said)


def _volumes(actor: Actor, held: HandIn, intake: Intake, note: str) -> list[Volume]:
    """One volume for each part, under one file number, with its index; then its cover, index and 备考表 are issued."""
    case, period, today = intake.case, str(intake.retention.period), clock.today()
    sequence = _next_sequence(case.agency, today.year, period)
    made = []
    for part, filed in intake.parts.items():
        volume = put(
            Volume(
                agency=case.agency,
                dossier=case.dossier,
                case=case,
                part=part,
                year=today.year,
                sequence=sequence,
                number=filing.archive_number(case.agency.doc_prefix, today.year, period, sequence, part),
                title=case.title,
                retention=period,
                retention_reason=intake.retention.reason,
                pages=filing.pages_in(filed),
                pieces=len(filed),
                index_digest=filing.index_digest(filed),
                note=note,
                filed_on=today,
                filed_by=held.handed_in_by,
                accepted_by_id=actor.person_id,
            )
        )
        put_many(_item(volume, one) for one in filed)
        _issue_sheets(actor, volume, intake, filed)
        made.append(volume)
    return made


def _next_sequence(agency: Agency, year: int, period: str) -> int:
    """The next file number of the agency, year and period; the agency's row is held, so that no two are given."""
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    known = Volume.objects.filter(agency=agency, year=year, retention=period)
    return int(known.aggregate(last=Max("sequence"))["last"] or 0) + 1


def _item(volume: Volume, filed: Filed) -> VolumeItem:
    kind, _, pk = filed.paper.ref.partition(":")
    return VolumeItem(
        volume=volume,
        order=filed.order,
        title=filed.paper.title,
        number=filed.paper.number,
        author=filed.paper.author[:200],
        dated_on=filed.paper.day,
        page_from=filed.page_from,
        page_to=filed.page_to,
        remark=filed.paper.remark,
        document_id=int(pk) if kind == "document" else None,
        evidence_id=int(pk) if kind == "evidence" else None,
        digest=filed.paper.digest,
    )


def _issue_sheets(actor: Actor, volume: Volume, intake: Intake, filed: Sequence[Filed]) -> None:
    recordings = [f for f in filed if f.paper.remark == filing.RECORDING_REMARK]
    words: dict[str, Any] = {
        "volume": volume.part,
        "number": volume.number,
        "pages": str(volume.pages),
        "pieces": f"{volume.pieces}件",
        "retention": volume.retention,
        "filed_by": [{"name": volume.filed_by.name}],
        "filed_on": volume.filed_on.isoformat(),
        "media": f"音像资料{len(recordings)}件，另存" if recordings else "无",
        "note": volume.note or "无",
        "checked": f"经检查，本卷共{volume.pieces}件、{volume.pages}页，与目录相符。",
        "items": [
            {
                "number": f.paper.number,
                "title": f.paper.title,
                "author": f.paper.author,
                "date": f.paper.day.isoformat(),
                "pages": f.page_words,
                "remark": f.paper.remark,
            }
            for f in filed
        ],
    }
    ground = filing_facts.context(intake.case, intake.decision, words)
    step = filing_facts.filing_step(intake.case)
    for kind in filing.SHEETS:
        issue(
            actor=actor,
            agency=volume.agency,
            dossier_id=volume.dossier_id,
            subject=queries.subject(volume),
            of_step=step.id if step else "",
            kind=kind,
            fields=kinds.compose(kind, ground),
            issued_on=volume.filed_on,
            signers=[{"person_id": actor.person_id, "name": actor.name, "certificate": ""}],
        )
