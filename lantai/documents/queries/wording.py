"""Reads of wordings: which holds for a document, what was released, what is being written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.http import Http404

from lantai.agencies import queries as agencies
from lantai.agencies.models import Agency
from lantai.documents.models import Wording
from lantai.law import documents as kinds
from lantai.law.documents.wording import Worded, slots
from lantai.law.people import Actor, Role
from lantai.ledger import plain
from lantai.ledger.journeys import Question, ask

CITY = "00"  # the end of the division code of a city
JUSTICE = "justice"  # the field of a justice bureau


def in_force(agency: Agency, codes: Iterable[str], opened_on: date, issued_on: date) -> dict[str, Worded]:
    """The words that hold for documents of these kinds in a case of the agency; kinds that keep the law's words are left out.

    The version in force when the case was opened, unless a later one was released for running cases as well; the agency's own
    before that for all. One statement.
    """
    wanted = tuple(codes)
    return holding(ask(released_for(agency, wanted, issued_on))[0], wanted, opened_on) if wanted else {}


def released_for(agency: Agency, codes: Sequence[str], issued_on: date) -> Question[list[Wording]]:
    """For the versions released by then for documents of these kinds (at least one): what ``holding`` takes."""
    released = f"kind IN ({plain.marks(codes)}) AND (agency_id = %s OR agency_id IS NULL) AND from_on <= %s"
    return plain.rows_where(Wording, released, [*codes, agency.pk, issued_on])


def holding(found: Iterable[Wording], codes: Iterable[str], opened_on: date) -> dict[str, Worded]:
    """The words of these versions that hold for documents of these kinds in a case opened on that day."""
    best: dict[tuple[str, bool], Wording] = {}
    for row in found:
        if row.from_on and (row.from_on <= opened_on or row.for_running):
            name = (row.kind, row.agency_id is not None)
            if name not in best or best[name].number < row.number:
                best[name] = row
    made = {}
    for kind in codes:
        chosen = best.get((kind, True)) or best.get((kind, False))
        if chosen is not None and chosen.texts:
            made[kind] = Worded(chosen.texts, str(chosen.pk))
    return made


def may_word(viewer: Actor | None, agency: Agency | None = None) -> bool:
    """Whether the viewer may write words for an agency, None for all: a justice bureau, of the city where it is for all."""
    if viewer is None or not viewer.has(Role.SUPERVISOR, Role.REVIEWER):
        return False
    bureau = Agency.objects.filter(pk=viewer.agency_id, field=JUSTICE).first()
    if bureau is None:
        return False
    if agency is None:
        return bureau.division.endswith(CITY)
    return agencies.below(bureau).filter(pk=agency.pk).exists()


@dataclass(frozen=True)
class KindRow:
    """A kind of document in the list: the version in force for all, how many agencies have their own, whether one is written."""

    code: str
    title: str
    slots: int
    number: int
    variants: int
    is_drafted: bool


def kinds_listed() -> list[KindRow]:
    """Every kind whose words may be changed. One statement."""
    rows = list(Wording.objects.all())
    made = []
    for kind in kinds.KINDS.values():
        own = [r for r in rows if r.kind == kind.code]
        released = [r for r in own if r.from_on is not None]
        for_all = [r.number for r in released if r.agency_id is None]
        variants = {r.agency_id for r in released if r.agency_id is not None}
        drafted = any(r.from_on is None for r in own)
        made.append(KindRow(kind.code, kind.title, len(slots(kind)), max(for_all, default=0), len(variants), drafted))
    return made


def versions(kind: str, agency: Agency | None) -> list[Wording]:
    """The versions of a kind, the latest first."""
    return list(Wording.objects.filter(kind=kind, agency=agency).order_by("-number"))


def draft_of(kind: str, agency: Agency | None) -> Wording | None:
    """The version that is being written."""
    return Wording.objects.filter(kind=kind, agency=agency, from_on__isnull=True).first()


def latest(kind: str, agency: Agency | None) -> Wording | None:
    """What an editor begins with: the draft, else the last version released; of a variant, else that for all."""
    found = Wording.objects.filter(Q(agency=agency) | Q(agency__isnull=True), kind=kind).select_related("agency")
    return max(found, key=lambda w: (w.agency_id is not None, w.number), default=None)


def worded_agencies(viewer: Actor | None) -> list[Agency]:
    """The agencies for which the viewer may write words of their own."""
    bureau = Agency.objects.filter(pk=viewer.agency_id).first() if viewer and may_word_some(viewer) else None
    return list(agencies.below(bureau).order_by("division", "code")) if bureau else []


def may_word_some(viewer: Actor | None) -> bool:
    """Whether the viewer writes words at all."""
    if viewer is None or not viewer.has(Role.SUPERVISOR, Role.REVIEWER):
        return False
    return Agency.objects.filter(pk=viewer.agency_id, field=JUSTICE).exists()


def version_words(version: str) -> str:
    """What a document says of its wording: 第3版（全市通用）; "" where it has the law's own words."""
    found = Wording.objects.select_related("agency").filter(pk=version).first() if version.isdigit() else None
    if found is None:
        return ""
    return f"第{found.number}版（{found.agency.name if found.agency else '全部机关通用'}）"


def agency(asked: str) -> Agency:
    """The agency named in an address; Http404 where there is none."""
    found = Agency.objects.filter(pk=asked).first() if asked.isascii() and asked.isdigit() and len(asked) < 19 else None
    if found is None:
        raise Http404
    return found
