"""工作日历: whose notices are in force, and how far the terms of the open cases are counted by them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lantai.cases import queries
from lantai.law import calendar
from lantai.ledger import clock

SHOWN = (-1, 0, 1)
"""Years shown, counted from this one."""


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    if not queries.keeps_calendar(request.actor):
        raise Http404
    today = clock.today()
    rows = [(year, calendar.in_force(year)) for year in (today.year + n for n in SHOWN)]
    done, every = queries.calendar_progress()
    page = {"rows": rows, "missed": calendar.missed_year(today), "done": done, "every": every}
    return render(request, "cases/calendar.html", page)
