"""执法监督: the lamps of every watched agency and the attempts that gates refused."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantai.ledger import clock
from lantai.supervision import queries
from lantai.supervision.forms import AttemptFilter, LampFilter
from lantai.web.paging import keyset


@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """今天需要处理的: one row an agency, every number a link."""
    rows = queries.board(queries.watcher(request.actor))
    return render(
        request, "supervision/board.html", {"rows": rows, "totals": queries.totals(rows), "levels": queries.LEVELS}
    )


@require_GET
def lamps(request: HttpRequest) -> HttpResponse:
    """Every burning lamp with its rule and its case."""
    form = LampFilter(request.GET, agencies=queries.board(queries.watcher(request.actor)))
    chosen = form.cleaned_data if form.is_valid() else {}
    found = queries.burning(request.actor, chosen.get("level") or "any", chosen.get("agency") or None)
    page = keyset(request, found)
    rows = queries.lamp_rows(list(page.rows), clock.today(), request.actor)
    return render(request, "supervision/lamps.html", {"form": form, "page": page, "rows": rows})


@require_GET
def frequency(request: HttpRequest) -> HttpResponse:
    """超频次检查 of this year: who was inspected more often than the published cap says, by which exception."""
    year = clock.today().year
    rows = queries.over_cap(queries.watcher(request.actor), year)
    return render(request, "supervision/frequency.html", {"rows": rows, "year": year})


@require_GET
def attempts(request: HttpRequest) -> HttpResponse:
    """Who tried what, which gates answered."""
    form = AttemptFilter(request.GET)
    gate = form.cleaned_data.get("gate", "") if form.is_valid() else ""
    page = keyset(request, queries.attempts(queries.watcher(request.actor), gate=gate))
    rows = queries.attempt_rows(list(page.rows), request.actor)
    return render(request, "supervision/attempts.html", {"form": form, "page": page, "rows": rows})
