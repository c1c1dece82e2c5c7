"""统计年报: Table 1, the cases behind each figure, and the freezing of a year."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from lantai.law import annual_report as rules
from lantai.law.people import Role
from lantai.law.refusals import Malformed
from lantai.ledger import clock
from lantai.statistics import commands, queries
from lantai.statistics.forms import FreezeForm, YearForm
from lantai.web.paging import capped_count, keyset

FIRST_YEAR = 2000


@require_GET
def table_one(request: HttpRequest) -> HttpResponse:
    """表1 行政处罚实施情况统计表."""
    queries.reader(request.actor)
    years = queries.years(request.actor)
    form = YearForm(request.GET, years=years)
    year = form.cleaned_data["year"] if form.is_valid() else years[0]
    lines, total = queries.table_one(request.actor, year)
    page = {
        "form": form,
        "year": year,
        "columns": rules.TABLE_ONE,
        "lines": lines,
        "total": total,
        "total_cells": queries.cells_of(total),
        "notes": rules.NOTES,
        "frozen": queries.frozen(request.actor, year),
        "freeze_form": FreezeForm(initial={"year": year}) if request.actor.has(Role.STATISTICIAN) else None,
    }
    return render(request, "statistics/table_one.html", page)


@require_GET
def behind(request: HttpRequest, year: int) -> HttpResponse:
    """The cases that one figure counts."""
    queries.reader(request.actor)
    if not FIRST_YEAR <= year <= clock.today().year:
        raise Http404
    column = request.GET.get("column", "")
    agency = queries.agency_of(request.actor, _number(request, "agency"))
    found = queries.counted_cases(request.actor, year, column, agency.pk if agency else None)
    page = keyset(request, found, total=capped_count(found))
    label = queries.column_label(column)
    return render(request, "statistics/behind.html", {"page": page, "year": year, "label": label, "agency": agency})


def _number(request: HttpRequest, name: str) -> int | None:
    value = request.GET.get(name, "")
    return int(value) if value.isascii() and value.isdigit() else None


@require_POST
def freeze(request: HttpRequest) -> HttpResponse:
    """定稿并公布."""
    queries.reader(request.actor)
    form = FreezeForm(request.POST)
    if not form.is_valid():
        field, faults = next(iter(form.errors.items()))
        raise Malformed(field, str(faults[0]))
    made = commands.freeze(
        actor=request.actor,
        key=request.POST.get("key"),
        agency=queries.agency_of(request.actor, request.actor.agency_id),
        **form.cleaned_data,
    )
    messages.success(request, f"{made.year}年度表1已定稿并公布")
    return redirect("statistics:table_one")
