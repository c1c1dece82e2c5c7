"""Figures of the yearly report, counted from the decisions by the rules of ``law.annual_report``; each opens its cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.http import Http404

from lantai.agencies import queries as agencies
from lantai.agencies.models import Agency
from lantai.cases import queries as cases
from lantai.cases.models import Case, Decision
from lantai.law import annual_report as rules
from lantai.law.people import Actor, Role
from lantai.ledger import clock
from lantai.statistics.models import FrozenReport

READING = (Role.STATISTICIAN, Role.SUPERVISOR, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)


def reader(viewer: Actor | None) -> Actor:
    """The viewer, if the figures are for him; Http404 for everybody else, who would read noughts that are not true."""
    if viewer is None or not viewer.has(*READING):
        raise Http404
    return viewer


def _penalties(viewer: Actor | None, year: int) -> QuerySet[Decision]:
    start, end = rules.period(year)
    if viewer is None or not viewer.has(*READING):
        return Decision.objects.none()
    return cases.decided(viewer, start, end).filter(outcome="penalty")


def years(viewer: Actor | None) -> list[int]:
    """The years that can be reported, the newest first."""
    first = cases.decided(viewer, date(2000, 1, 1), date(2999, 12, 31)).order_by("decided_on").first()
    start = first.decided_on.year if first else clock.today().year
    return list(range(clock.today().year, start - 1, -1))


def table_one(viewer: Actor | None, year: int) -> tuple[list[dict[str, Any]], rules.Row]:
    """Table 1: a line for each visible agency with decisions, and the line of totals. Two statements."""
    grouped = (
        _penalties(viewer, year)
        .order_by()
        .values("case__agency_id", "penalty_kinds")
        .annotate(number=Count("id"), fines=Sum("fine"), gains_sum=Sum("gains"))
    )
    counted = [
        rules.Counted(
            g["case__agency_id"],
            tuple(g["penalty_kinds"]),
            g["number"],
            g["fines"] or Decimal(0),
            g["gains_sum"] or Decimal(0),
        )
        for g in grouped
    ]
    names = agencies.names(viewer)
    own = [viewer.agency_id] if viewer else []
    rows = rules.table_one(counted, bodies=own)
    lines = [{"row": r, "name": names.get(r.body, ""), "cells": cells_of(r)} for r in rows]
    return sorted(lines, key=lambda line: (-line["row"].total, line["name"])), rules.total(rows)


def cells_of(row: rules.Row) -> list[tuple[str, int]]:
    """The cells of a line in the order of the columns."""
    return [(code, row.cells[code]) for code, _, _ in rules.TABLE_ONE]


def counted_cases(viewer: Actor | None, year: int, column: str, agency: int | None) -> QuerySet[Case]:
    """The cases behind one figure of Table 1, newest first. Http404 for an unknown column."""
    if column and column not in {code for code, _, _ in rules.TABLE_ONE}:
        raise Http404
    found = _penalties(viewer, year)
    if agency:
        found = found.filter(case__agency_id=agency)
    if column:
        distinct = found.order_by().values_list("penalty_kinds", flat=True).distinct()
        kinds = [k for k in distinct if rules.column_of(k) == column]
        found = found.filter(penalty_kinds__in=kinds)
    return (
        Case.objects.filter(pk__in=found.values("case_id"))
        .select_related("agency", "decision")
        .prefetch_related("parties")
        .order_by("-id")
    )


def column_label(column: str) -> str:
    return next((label for code, label, _ in rules.TABLE_ONE if code == column), "合计")


def agency_of(viewer: Actor | None, agency_id: int | None) -> Agency | None:
    return agencies.get(viewer, agency_id) if agency_id else None


def frozen(viewer: Actor | None, year: int | None = None) -> QuerySet[FrozenReport]:
    """Frozen reports of the agencies that the viewer sees, those in force."""
    found = FrozenReport.objects.filter(agency__in=agencies.visible_to(viewer), replaced_by__isnull=True)
    return (found.filter(year=year) if year else found).select_related("agency", "frozen_by")
