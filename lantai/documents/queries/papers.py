"""Reads of documents. Every query begins with who is asking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from lantai.agencies.models import Agency
from lantai.documents import sealing, typesetting
from lantai.documents.models import IssuedDocument, NumberRegister, Rendering, SealImprint, VoidedNumber
from lantai.law import documents as kinds
from lantai.law.numbering import SIGNS, DocumentNumber, parse
from lantai.law.people import Actor, Role
from lantai.ledger.models import StoredObject

CASES = "案"  # the letters of case numbers, which are no documents


def visible_to(viewer: Actor | None) -> QuerySet[IssuedDocument]:
    """The documents of the viewer's agency and of those the viewer supervises; strangers see none here."""
    if viewer is None:
        return IssuedDocument.objects.none()
    return IssuedDocument.objects.filter(agency_id__in={viewer.agency_id, *viewer.scope})


def of_subject(viewer: Actor | None, subject: str) -> QuerySet[IssuedDocument]:
    """The documents of one noun (``cases.case:12``) with their renderings, in the order of issue."""
    return (
        visible_to(viewer)
        .filter(subject=subject)
        .select_related("agency", "rendering", "imprint", "corrects")
        .order_by("id")
    )


def listed(viewer: Actor | None, *, q: str = "") -> QuerySet[IssuedDocument]:
    """All documents the viewer may see, filtered by words of the title or the number."""
    found = visible_to(viewer).select_related("agency", "rendering", "imprint")
    return found.filter(Q(title__contains=q) | Q(number__contains=q)) if q else found


def get(viewer: Actor | None, document_id: int) -> IssuedDocument:
    """One document with its rendering; Http404 where it is not there or not the viewer's to see."""
    found = visible_to(viewer).select_related("agency", "rendering", "corrects").filter(pk=document_id).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class Checked:
    """What the QR code tells anyone: that the document exists and its digest. Nothing of what an internal one says."""

    title: str
    number: str
    agency: str
    issued_on: str
    digest: str
    is_internal: bool
    subject: str
    corrected_by: str


def by_check_code(code: str) -> Checked | None:
    """The public answer to a check code; None if no document bears it. Letter case and spaces do not matter."""
    plain = code.replace(" ", "").upper()
    found = IssuedDocument.objects.select_related("agency").filter(check_code=plain).first() if plain else None
    if found is None:
        return None
    later = IssuedDocument.objects.filter(corrects=found).order_by("-id").first()
    return Checked(
        title=found.title,
        number="" if found.is_internal else found.number,
        agency=found.agency.name,
        issued_on=found.issued_on.isoformat(),
        digest=found.digest,
        is_internal=found.is_internal,
        subject="" if found.is_internal else found.subject,
        corrected_by=str(later) if later else "",
    )


def one(document_id: int) -> IssuedDocument:
    """For the jobs of the platform, which ask on nobody's behalf. Raises IssuedDocument.DoesNotExist."""
    return IssuedDocument.objects.select_related("agency").get(pk=document_id)


def rendering_of(document: IssuedDocument) -> Rendering | None:
    """The printed form, None until it is made."""
    return Rendering.objects.select_related("pdf", "docx").filter(pk=document.pk).first()


SEALERS = (Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)  # whose order it takes to use the seal


def imprint_of(document: IssuedDocument) -> SealImprint | None:
    """The sealed form, None where no seal was put."""
    return SealImprint.objects.select_related("pdf").filter(pk=document.pk).first()


def paper_of(document: IssuedDocument) -> StoredObject | None:
    """The PDF that counts: the sealed one where there is one, else the one to be sealed by hand; None until it is made."""
    made = imprint_of(document) or rendering_of(document)
    return made.pdf if made else None


def may_seal(viewer: Actor, document: IssuedDocument) -> bool:
    """Whether the viewer may have the seal put on this document now."""
    own = viewer.agency_id == document.agency_id and viewer.has(*SEALERS)
    return own and kinds.takes_seal(document.kind) and sealing.is_kept(document.agency.code)


def unrendered() -> QuerySet[IssuedDocument]:
    """Documents whose printed form is still to be made, the newest first: what was just issued is looked at first."""
    return IssuedDocument.objects.filter(rendering__isnull=True).select_related("agency").order_by("-id")


def corrections(document: IssuedDocument) -> list[IssuedDocument]:
    """The corrections of a document, in the order they were made."""
    return list(IssuedDocument.objects.filter(corrects=document).order_by("id"))


def preview(document: IssuedDocument) -> dict[str, Any]:
    """The document as the screen shows it: the very blocks that are printed."""
    return kinds.sheet(document.kind, document.fields, document.number, document.issued_on)


def unprintable(written: Any) -> str:
    """What cannot be printed of something written, as a sentence for its field; "" where all of it can."""
    missing = typesetting.missing_glyphs(kinds.clean("".join(kinds.texts(written))))
    if not missing:
        return ""
    why = (
        "是私用区字符，换一台机器就会变成别的字"
        if any("\ue000" <= c <= "\uf8ff" for c in missing)
        else "字库中没有，印不出来"
    )
    return f"{typesetting.named(missing)}{why}；请核对用字，确系人名、地名用字的，请管理员补充字库"


MANY = 60  # documents in one go: as many as a thick file has


def chosen(viewer: Actor | None, subject: str, wanted: Iterable[str]) -> list[IssuedDocument]:
    """The documents of a matter that were ticked, in the order of issue; what is not the viewer's to see is not there."""
    ids = {int(one) for one in wanted if one.isascii() and one.isdigit() and len(one) < 19}
    return [d for d in of_subject(viewer, subject) if d.pk in ids][:MANY]


def photo_of(document: IssuedDocument, number: int) -> StoredObject:
    """The photo of a list by its place, from 1; Http404 where there is none."""
    rows = document.fields.get("photos") or []
    if not 0 < number <= len(rows):
        raise Http404
    found = StoredObject.objects.filter(pk=rows[number - 1][0]).first()
    if found is None:
        raise Http404
    return found


def own_agency(viewer: Actor) -> Agency:
    """The agency in whose name the viewer acts."""
    return Agency.objects.get(pk=viewer.agency_id)


@dataclass(frozen=True)
class Gap:
    """A number that no document bears; ``reason`` where it was voided, "" where nobody has explained it."""

    number: str
    reason: str
    sequence: int = 0


@dataclass(frozen=True)
class Register:
    """文号登记 of one sign in a year: the last number and the numbers nobody bears."""

    sign: str
    last: int
    borne: int
    gaps: tuple[Gap, ...]

    @property
    def unexplained(self) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if not gap.reason)


def registers(viewer: Actor | None, year: int) -> list[Register]:
    """The registers of the viewer's own agency in a year. Three statements, however many signs."""
    if viewer is None:
        return []
    agency = own_agency(viewer)
    rows = NumberRegister.objects.filter(agency=agency, year=year).order_by("sign")
    borne: dict[str, set[int]] = {}
    for text in (
        IssuedDocument.objects.filter(agency=agency, issued_on__year=year)
        .exclude(number="")
        .values_list("number", flat=True)
    ):
        number = parse(text)
        borne.setdefault(number.letters, set()).add(number.sequence)
    void = {(v.sign, v.sequence): v.reason for v in VoidedNumber.objects.filter(agency=agency, year=year)}
    made = []
    for row in rows:
        if row.sign == CASES:
            continue
        letters = agency.doc_prefix + row.sign
        missing = (n for n in range(1, row.last + 1) if n not in borne.get(letters, set()))
        gone = tuple(Gap(str(DocumentNumber(letters, year, n)), void.get((row.sign, n), ""), n) for n in missing)
        made.append(Register(row.sign, row.last, row.last - len(gone), gone))
    return made


def numbered_years(viewer: Actor) -> list[int]:
    """The years in which the viewer's agency gave numbers, the latest first."""
    found = NumberRegister.objects.filter(agency_id=viewer.agency_id).order_by("-year")
    return list(found.values_list("year", flat=True).distinct())


def unexplained(viewer: Actor, year: int) -> list[tuple[str, str]]:
    """The numbers of a year that nobody bears and nobody has explained: ``sign:sequence`` and the number."""
    return [(f"{r.sign}:{g.sequence}", g.number) for r in registers(viewer, year) for g in r.unexplained]


def progress() -> tuple[int, int]:
    """How many documents are rendered, of how many."""
    every = IssuedDocument.objects.count()
    return every - unrendered().count(), every


def gaps(agency: Agency, sign: str, year: int) -> tuple[Gap, ...]:
    """The numbers up to the last one that no document bears."""
    letters = SIGNS.get(sign, sign)
    register = NumberRegister.objects.filter(agency=agency, sign=letters, year=year).first()
    if register is None:
        return ()
    start = f"{agency.doc_prefix}{letters}〔{year}〕"
    borne = IssuedDocument.objects.filter(agency=agency, number__startswith=start).values_list("number", flat=True)
    used = {parse(n).sequence for n in borne}
    void = {v.sequence: v.reason for v in VoidedNumber.objects.filter(agency=agency, sign=letters, year=year)}
    return tuple(
        Gap(str(DocumentNumber(agency.doc_prefix + letters, year, n)), void.get(n, ""), n)
        for n in range(1, register.last + 1)
        if n not in used
    )
