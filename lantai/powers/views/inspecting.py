"""Pages of what stands published about inspections: the matters (检查事项) and the yearly cap (频次上限)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lantai.law.inspections import SOURCES
from lantai.ledger import clock
from lantai.powers import forms, queries
from lantai.powers.commands import inspecting
from lantai.powers.views.figures import FORM, _adopt, _concerned, _context, _places
from lantai.web.form_page import form_page

UP = "检查事项和频次"


@require_safe
def inspections(request: HttpRequest) -> HttpResponse:
    """Matters and caps, with what is excepted."""
    context = _context(request, "inspections")
    caps = [(row, _labels(row.beyond), _labels(row.uncounted)) for row in context["rows"]]
    matters = queries.matters(request.actor)
    return render(request, "powers/inspections.html", context | {"caps": caps, "matters": matters})


def _labels(words: list[str]) -> str:
    return "、".join(SOURCES.get(word, word) for word in words) or "没有"


@require_http_methods(FORM)
def new_cap(request: HttpRequest) -> HttpResponse:
    form = forms.CapForm(request.POST or None, agencies=_places(request))
    note = "频次上限应当向社会公布。没有公布上限的，平台不按次数拦截。"
    return _adopt(request, form, inspecting.set_inspection_cap, "inspections", "公布检查频次上限", UP, note=note)


@require_http_methods(FORM)
def new_matter(request: HttpRequest) -> HttpResponse:
    _concerned(request)
    usable = queries.in_force(queries.visible_to(request.actor).filter(kind="检查"), clock.today())
    form = forms.MatterForm(request.POST or None, powers=usable.order_by("agency_id", "code"))

    def act(given: Mapping[str, Any]) -> str:
        inspecting.publish_matter(actor=request.actor, key=request.POST.get("key"), **given)
        return reverse("powers:inspections")

    note = "先在政府网站等处公布，再登记到这里；登记之前该事项不能检查。"
    back = (UP, reverse("powers:inspections"))
    return form_page(
        request, form, act, title="登记已公布的检查事项", submit="登记", back=back, done="已登记", note=note
    )


@require_http_methods(FORM)
def end_matter(request: HttpRequest, matter_id: int) -> HttpResponse:
    _concerned(request)
    matter = queries.matters(request.actor).filter(pk=matter_id).first()
    if matter is None:
        raise Http404
    form = forms.EndMatterForm(request.POST or None)

    def act(given: Mapping[str, Any]) -> str:
        inspecting.withdraw_matter(actor=request.actor, matter=matter, key=request.POST.get("key"), **given)
        return reverse("powers:inspections")

    back = (UP, reverse("powers:inspections"))
    return form_page(
        request, form, act, title="停止公布检查事项", submit="停止公布", back=back, done="已登记停止公布", danger=True
    )
