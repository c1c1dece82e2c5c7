"""工作台."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantai.ledger import clock
from lantai.office import queries
from lantai.office.forms import WorkFilter
from lantai.web import paging


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """待办: what needs me, until when."""
    alarm, remedy = queries.alarm(request.actor)
    page = {"groups": queries.groups(request.actor), "today": clock.today(), "alarm": alarm, "remedy": remedy}
    return render(request, "office/desk.html", page)


@require_GET
def waiting(request: HttpRequest, which: str) -> HttpResponse:
    """One work list whole: what waits for me, the nearest end of term first."""
    form = WorkFilter(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    found = queries.work(request.actor, which, **said)
    word, at = paging.position(request)
    rows, more = queries.work_page(found, word, at, paging.SIZE)
    newer, older = (more, True) if word == "after" else (word == "before", more)
    page = paging.made(request, rows, queries.work_key, newer=newer, older=older, total=paging.capped_count(found))
    context = {"form": form, "page": page, "rows": queries.work_rows(rows), "title": queries.WORK[which][0]}
    return render(request, "office/waiting.html", context)
