"""Agencies, officers, powers, procedures, reports and document marks as published."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Count, Model, Q, QuerySet
from django.http import Http404

from lantai.portal.models import (
    DocumentMark,
    PublishedAgency,
    PublishedOfficer,
    PublishedPower,
    PublishedProcedure,
    PublishedReport,
)

Row = TypeVar("Row", bound=Model)


def agencies(q: str = "", division: str = "") -> QuerySet[PublishedAgency]:
    found = PublishedAgency.objects.order_by("division", "code")
    if q:
        found = found.filter(name__contains=q)
    return found.filter(division=division) if division else found


def divisions() -> list[tuple[str, str]]:
    """The divisions that have agencies, the city first."""
    return list(PublishedAgency.objects.order_by("division").values_list("division", "division_name").distinct())


def agency(code: str) -> PublishedAgency:
    return _one(PublishedAgency.objects.filter(code=code))


def power_counts() -> dict[str, int]:
    """Number of powers by agency code, in one statement."""
    return dict(PublishedPower.objects.values_list("agency_code").annotate(n=Count("id")).order_by())


def powers_of(code: str) -> QuerySet[PublishedPower]:
    return PublishedPower.objects.filter(agency_code=code).order_by("kind", "code")


def power(agency_code: str, code: str) -> PublishedPower:
    return _one(PublishedPower.objects.filter(agency_code=agency_code, code=code))


def officers_of(code: str) -> QuerySet[PublishedOfficer]:
    return PublishedOfficer.objects.filter(agency_code=code, left_on__isnull=True).order_by("unit", "certificate")


def officer(certificate: str) -> PublishedOfficer | None:
    """By the whole certificate number only: nobody is searched for by name."""
    return PublishedOfficer.objects.filter(certificate=certificate).first()


BESIDE = 5


def beside(query: str) -> list[tuple[str, str, str]]:
    """What a search for decisions may have meant besides: an officer by the whole number of the certificate, agencies
    and powers by a part of the name. Kind, name and address of each; three statements, at most five rows of a kind.
    """
    asked = unicodedata.normalize("NFKC", query).strip()
    if len(asked) < 2:
        return []
    officers = PublishedOfficer.objects.filter(certificate=asked, left_on__isnull=True)
    powers = PublishedPower.objects.filter(name__contains=asked).order_by("agency_code", "code")
    return [
        *(("执法人员", f"{o.name}（{o.certificate}）", f"/officers/{o.certificate}/") for o in officers),
        *(("执法主体", a.name, a.address_of) for a in agencies(asked)[:BESIDE]),
        *(("权责事项", f"{p.name}（{p.agency_name}）", f"/powers/{p.agency_code}/{p.code}/") for p in powers[:BESIDE]),
    ]


def procedures(codes: Iterable[str]) -> list[PublishedProcedure]:
    """The latest published version of each procedure, in the order asked."""
    wanted = list(codes)
    newest: dict[str, PublishedProcedure] = {}
    for row in PublishedProcedure.objects.filter(code__in=wanted).order_by("code", "number"):
        newest[row.code] = row
    return [newest[c] for c in wanted if c in newest]


def procedure(code: str, number: int) -> PublishedProcedure:
    return _one(PublishedProcedure.objects.filter(code=code, number=number))


def procedure_list() -> list[PublishedProcedure]:
    return list(PublishedProcedure.objects.order_by("kind", "code", "-number").defer("chart", "steps"))


def reports(year: int | None = None) -> QuerySet[PublishedReport]:
    found = PublishedReport.objects.order_by("-year", "agency_code").defer("tables", "text")
    return found.filter(year=year) if year else found


def report_years() -> list[int]:
    return list(PublishedReport.objects.order_by("-year").values_list("year", flat=True).distinct())


def reports_of(code: str) -> list[PublishedReport]:
    return list(reports().filter(agency_code=code))


def report(year: int, agency_code: str) -> PublishedReport:
    return _one(PublishedReport.objects.filter(year=year, agency_code=agency_code))


def mark(word: str) -> DocumentMark | None:
    """The mark of a document by its check code (as printed, in any case) by the digest of its content or PDF, or by its number."""
    plain = "".join(word.split()).replace("-", "")
    if not plain:
        return None
    return (
        DocumentMark.objects.filter(code=plain.upper()).first()
        or DocumentMark.objects.filter(Q(digest=plain.lower()) | Q(file_digest=plain.lower())).first()
        or DocumentMark.objects.filter(reference=word.strip()).order_by("-id").first()
    )


def _one(found: QuerySet[Row]) -> Row:
    row = found.first()
    if row is None:
        raise Http404
    return row
