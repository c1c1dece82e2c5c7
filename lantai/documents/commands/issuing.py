"""Writing documents: issue, keep the printed form, correct by a new document, void a number."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from lantai.agencies.models import Agency
from lantai.documents import typesetting
from lantai.documents.models import IssuedDocument, Rendering, SealImprint, VoidedNumber
from lantai.documents.numbering import allot, allot_sequence
from lantai.documents.queries import SEALERS, gaps, wording
from lantai.law import documents as kinds
from lantai.law.numbering import SIGNS, DocumentNumber
from lantai.law.people import Actor, Role
from lantai.law.refusals import Malformed
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.ledger.canon import canonical
from lantai.ledger.models import StoredObject
from lantai.portal.commands.registers import put_mark

CHECK_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is taken for another: no 0 O 1 I
CHECK_LENGTH = 8
HEADS = (Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)


def _check_code() -> str:
    """One of more than a million million codes. One that is taken already the database refuses, and the person sends the form again."""
    return secrets.token_bytes(CHECK_LENGTH).translate(_LETTER_OF).decode()


_LETTER_OF = (CHECK_LETTERS * (256 // len(CHECK_LETTERS))).encode()  # of each byte; 32 letters, so none is likelier


def _digest(kind: str, number: str, fields: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical({"kind": kind, "number": number, "fields": fields}).encode()).hexdigest()


def _printable(kind: kinds.DocumentKind, fields: Mapping[str, Any]) -> None:
    """What the law itself prints every installation can draw: its fonts are shipped."""
    missing = typesetting.missing_glyphs("".join(kinds.texts(fields)))
    if missing:
        raise Malformed(
            "fields",
            f"字库中没有{typesetting.named(missing)}，《{kind.title}》无法完整印出，请核对用字；确系人名、地名用字的，请管理员补充字库后再制作",
        )


@command("documents.issue", "制发文书")
def issue(
    *,
    actor: Actor | None,
    agency: Agency,
    dossier_id: int,
    subject: str,
    of_step: str,
    kind: str,
    fields: dict[str, Any],
    issued_on: date,
    signers: list[dict[str, Any]],
    corrects: IssuedDocument | None = None,
) -> IssuedDocument:
    """Issue a document: its fields are checked and frozen, its number is taken, its digest and check code are made.

    The printed form follows by a job; words and number are fixed from here on. Raises Malformed for fields that are
    not those of the kind, and for characters that no font of this installation can draw.
    """
    if kind not in kinds.KINDS:
        raise Malformed("kind", "没有这种文书")
    declared = kinds.KINDS[kind]
    kinds.check(kind, fields)
    _printable(declared, fields)
    number = allot(agency, declared.sign, issued_on.year) if declared.sign else ""
    return put(
        IssuedDocument(
            agency=agency,
            dossier_id=dossier_id,
            subject=subject,
            kind=kind,
            title=declared.title,
            number=number,
            of_step=of_step,
            fields=fields,
            layout=declared.version,
            digest=_digest(kind, number, fields),
            check_code=_check_code(),
            is_internal=declared.internal,
            issued_on=issued_on,
            issued_at=clock.now(),
            signers=signers,
            corrects=corrects,
        )
    )


@command("documents.keep_rendering", "留存文书版式件")
def keep_rendering(
    *, actor: Actor | None, document: IssuedDocument, pdf: StoredObject, docx: StoredObject, pages: int
) -> Rendering:
    """Keep the printed form. It is made once: whoever comes second gets the first."""
    IssuedDocument.objects.select_for_update().get(pk=document.pk)
    known = Rendering.objects.filter(pk=document.pk).first()
    if known is not None:
        return known
    made = put(Rendering(document=document, pdf=pdf, docx=docx, pages=pages, rendered_at=clock.now()))
    if not SealImprint.objects.filter(pk=document.pk).exists():  # the sealed paper is the one that is checked
        _let_check(actor, document, pdf)
    return made


def _let_check(actor: Actor | None, document: IssuedDocument, pdf: StoredObject) -> None:
    """The paper that now exists can be checked by its code; the one it corrects says so."""
    if document.is_internal:
        return
    given = {"code": document.check_code, "title": document.title, "agency_name": document.fields["agency"]}
    put_mark(
        actor=actor,
        **given,
        issued_on=document.issued_on,
        digest=document.digest,
        file_digest=pdf.sha256,
        reference=document.number,
    )
    if (old := document.corrects) is not None:
        put_mark(
            actor=actor,
            code=old.check_code,
            title=old.title,
            agency_name=old.fields["agency"],
            issued_on=old.issued_on,
            digest=old.digest,
            reference=old.number,
            state="已更正",
            note=f"已由{document.title}{document.number}更正",
        )


@command("documents.keep_imprint", "用印", allowed=SEALERS)
def keep_imprint(
    *,
    actor: Actor,
    document: IssuedDocument,
    pdf: StoredObject,
    pages: int,
    holder: str,
    serial: str,
    stamped_at: datetime | None,
    authority: str,
) -> SealImprint:
    """Keep the sealed form. A document is sealed once: whoever comes second gets the first."""
    if document.agency_id != actor.agency_id:
        raise Malformed("document", "只能在本机关的文书上用印")
    IssuedDocument.objects.select_for_update().get(pk=document.pk)
    known = SealImprint.objects.filter(pk=document.pk).first()
    if known is not None:
        return known
    made = put(
        SealImprint(
            document=document,
            pdf=pdf,
            pages=pages,
            holder=holder,
            serial=serial,
            stamped_at=stamped_at,
            authority=authority,
            sealed_at=clock.now(),
            sealed_by=actor.person_id,
        )
    )
    if not IssuedDocument.objects.filter(corrects=document).exists():  # the mark of a corrected one stays as it says
        _let_check(actor, document, pdf)
    return made


@command("documents.correct", "更正文书", allowed=(Role.OFFICER, *HEADS))
def correct(*, actor: Actor, document: IssuedDocument, was: str, now: str, reason: str) -> IssuedDocument:
    """更正: a new document that names the old one, says what changes and why. The old one stays as it is."""
    if document.is_internal or document.kind == "document_correction":
        raise Malformed("document", "只有对外制发的文书可以更正；内部文书请重新制作")
    context = {
        "agency": {"name": document.fields["agency"]},
        "party": {"name": document.fields.get("party_name", "")},
        "case": {"title": document.fields.get("case_title", "")},
        "corrected": {"title": document.title, "number": document.number},
        "correction": {"was": was, "now": now, "reason": reason},
    }
    made: IssuedDocument = issue(
        actor=actor,
        agency=document.agency,
        dossier_id=document.dossier_id,
        subject=document.subject,
        of_step=document.of_step,
        kind="document_correction",
        fields=kinds.compose("document_correction", context, _words(document.agency, "document_correction")),
        issued_on=clock.today(),
        signers=_signer(actor),
        corrects=document,
    )
    return made


def _words(agency: Agency, kind: str) -> kinds.Worded | None:
    """A correction belongs to no case here: the words of today."""
    today = clock.today()
    return wording.in_force(agency, [kind], today, today).get(kind)


def _signer(actor: Actor) -> list[dict[str, Any]]:
    number = actor.certificate.number if actor.certificate else ""
    return [{"person_id": actor.person_id, "name": actor.name, "certificate": number}]


@command("documents.void_number", "作废文号", allowed=HEADS)
def void_number(*, actor: Actor, agency: Agency, sign: str, year: int, reason: str) -> VoidedNumber:
    """Take the next number out of use (a spoilt pre-printed form), so that the gap is explained for good."""
    if agency.pk != actor.agency_id:
        raise Malformed("agency", "只能作废本机关的文号")
    if not reason.strip():
        raise Malformed("reason", "请写明作废的理由")
    number, sequence = allot_sequence(agency, sign, year)
    return put(
        VoidedNumber(
            agency=agency,
            sign=SIGNS.get(sign, sign),
            year=year,
            sequence=sequence,
            number=number,
            reason=reason.strip(),
            voided_at=clock.now(),
            voided_by=actor.person_id,
        )
    )


@command("documents.explain_number", "说明空号", allowed=HEADS)
def explain_number(*, actor: Actor, agency: Agency, sign: str, year: int, sequence: int, reason: str) -> VoidedNumber:
    """Explain a number that no document bears, for good. Raises Malformed where it is borne, explained or not given out."""
    if agency.pk != actor.agency_id:
        raise Malformed("agency", "只能说明本机关的文号")
    if not reason.strip():
        raise Malformed("reason", "请写明空号的原因")
    letters = SIGNS.get(sign, sign)
    if sequence not in {gap.sequence for gap in gaps(agency, letters, year) if not gap.reason}:
        raise Malformed("number", "这个号码不是没有说明的空号，请刷新后再看")
    return put(
        VoidedNumber(
            agency=agency,
            sign=letters,
            year=year,
            sequence=sequence,
            number=str(DocumentNumber(agency.doc_prefix + letters, year, sequence)),
            reason=reason.strip(),
            voided_at=clock.now(),
            voided_by=actor.person_id,
        )
    )
