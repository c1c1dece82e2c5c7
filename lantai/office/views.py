"""工作台."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lantai.ledger import clock
from lantai.office import queries


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """待办: what needs me, until when."""
    groups = queries.groups(request.actor)
    return render(request, "office/desk.html", {"groups": groups, "today": clock.today()})
