"""Reads of agencies and import runs. Every query begins with who is asking."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Max, Q, QuerySet
from django.http import Http404

from lantai.agencies import importing
from lantai.agencies.models import Agency, Field, ImportRun
from lantai.agencies.workbook import AGENCIES, NOTE
from lantai.law.people import ADMINISTRATORS, Actor
from lantai.ledger import store
from lantai.web.workbook import plan, writing
from lantai.web.workbook.plan import Trial


def visible_to(viewer: Actor | None) -> QuerySet[Agency]:
    """Agencies whose files the viewer may open in the back office: the own one, those supervised, all for administrators.

    The public sees none here: it reads the copies of the portal.
    """
    if viewer is None:
        return Agency.objects.none()
    if viewer.has(*ADMINISTRATORS):
        return Agency.objects.all()
    return Agency.objects.filter(id__in={viewer.agency_id, *viewer.scope})


def get(viewer: Actor | None, agency_id: int) -> Agency:
    """One agency, or Http404 where it does not exist or is not visible to the viewer."""
    found = visible_to(viewer).select_related("parent").filter(pk=agency_id).first()
    if found is None:
        raise Http404
    return found


def listed(viewer: Actor | None, *, q: str = "", field: str = "", division: str = "") -> QuerySet[Agency]:
    """The register of agencies by division and code, filtered by words of the name or code, field and division."""
    found = visible_to(viewer).select_related("parent").order_by("division", "code")
    if q:
        found = found.filter(Q(name__icontains=q) | Q(short_name__icontains=q) | Q(code__icontains=q))
    if field:
        found = found.filter(field=field)
    return found.filter(division=division) if division else found


def names(viewer: Actor | None) -> dict[int, str]:
    """Names of all agencies by id, for whoever is signed in: which agencies exist is no secret between agencies."""
    return dict(Agency.objects.values_list("id", "name")) if viewer else {}


def below(agency: Agency) -> QuerySet[Agency]:
    """The agencies of the same city or county: what its justice bureau supervises."""
    division = agency.division
    if division.endswith("0000"):
        return Agency.objects.filter(division__startswith=division[:2])
    if division.endswith("00"):
        return Agency.objects.filter(division__startswith=division[:4])
    return Agency.objects.filter(division=division)


def reviewed_by(agency: Agency) -> QuerySet[Agency]:
    """The governments whose decisions a justice bureau reviews: those of its own level and place; of others none."""
    if agency.field != Field.JUSTICE:
        return Agency.objects.none()
    return Agency.objects.filter(field=Field.GOVERNMENT, division=agency.division)


def reviews_for(viewer: Actor) -> frozenset[int]:
    """The agencies whose decisions the office of the viewer reviews: its own, a justice bureau the government's too."""
    if not viewer.scope:
        return frozenset({viewer.agency_id})
    seat = Agency.objects.get(pk=viewer.agency_id)
    return frozenset({seat.pk, *reviewed_by(seat).values_list("id", flat=True)})


def by_code(codes: Iterable[str]) -> dict[str, Agency]:
    """Agencies by credit code, in one statement."""
    return {a.code: a for a in Agency.objects.filter(code__in=set(codes))}


def in_force(viewer: Actor | None, on: date) -> QuerySet[Agency]:
    """The visible agencies that exist on a day."""
    return visible_to(viewer).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


def trial(viewer: Actor | None, sha256: str) -> Trial:
    """What a kept workbook would do to the register of agencies; administrators only."""
    administrator(viewer)
    return plan.trial(importing.plan(sha256))


def template(viewer: Actor | None) -> bytes:
    """The empty workbook of the register of agencies."""
    administrator(viewer)
    return writing.template((AGENCIES,), NOTE)


def problem_workbook(viewer: Actor | None, run: ImportRun) -> bytes:
    """The workbook of a run with a red 问题 column beside each table."""
    administrator(viewer)
    store.read(run.sha256)
    return writing.with_problems(store.path(run.sha256), plan.problems_of(run.problems), run.found["tables"])


def administrator(viewer: Actor | None) -> Actor:
    """The viewer, if an administrator; Http404 for everybody else: the pages of administration do not exist for them."""
    if viewer is None or not viewer.has(*ADMINISTRATORS):
        raise Http404
    return viewer


def runs(viewer: Actor | None) -> QuerySet[ImportRun]:
    """Import runs, newest first; administrators only."""
    if viewer is None or not viewer.has(*ADMINISTRATORS):
        return ImportRun.objects.none()
    return ImportRun.objects.order_by("-id")


def last_runs(viewer: Actor | None) -> dict[str, ImportRun]:
    """The last run of each register that was written; one statement."""
    done = runs(viewer).exclude(status__in=[ImportRun.Status.TRIED, ImportRun.Status.DROPPED])
    newest = done.order_by().values("kind").annotate(last=Max("id")).values("last")
    return {r.kind: r for r in ImportRun.objects.filter(pk__in=newest)}


def run(viewer: Actor | None, run_id: int) -> ImportRun:
    found = runs(viewer).filter(pk=run_id).first()
    if found is None:
        raise Http404
    return found
