"""双随机抽查和检查结果: plans before the draw, the draw with its seed, and what the inspections found."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lantai.law.random_draw import RISKS, STEPS
from lantai.portal.queries import inspections as queries
from lantai.web import paging


@require_safe
def inspections(request: HttpRequest) -> HttpResponse:
    """The plans with their state, and the latest results."""
    q = request.GET.get("q", "")[:40].strip()
    page = paging.keyset(request, queries.draws(q))
    context = {"section": "agencies", "page": page, "q": q, "results": queries.results()[:20]}
    return render(request, "portal/inspections.html", context)


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Results of inspections, the latest first."""
    page = paging.keyset(request, queries.results())
    return render(request, "portal/inspection_results.html", {"section": "agencies", "page": page})


@require_safe
def draw(request: HttpRequest, number: int) -> HttpResponse:
    """One plan: who and what may be drawn, what was promised, what came out, how to repeat it."""
    found = queries.draw(number)
    drawn = (found.protocol or {}).get("drawn", [])
    context = {
        "section": "agencies",
        "draw": found,
        "plan": found.plan,
        "drawn": drawn,
        "risks": RISKS,
        "steps": STEPS,
        "results": queries.results(found.number)[:200],
    }
    return render(request, "portal/draw.html", context)


@require_safe
def protocol(request: HttpRequest, number: int) -> HttpResponse:
    """The protocol as the checking program reads it."""
    found = queries.draw(number)
    if found.protocol is None:
        raise Http404
    text = json.dumps(found.protocol, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="draw-{number}.json"'
    return response


@require_safe
def verifier(request: HttpRequest) -> HttpResponse:
    """The program that repeats a draw without us: one file of standard library."""
    text = (settings.ROOT / "verify_draw.py").read_bytes()
    response = HttpResponse(text, content_type="text/x-python; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="verify_draw.py"'
    return response
