"""Pages of random inspections (双随机抽查): plans, the draw, and the way from a drawn object to its inspection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lantai.law.inspections import ORDINARY
from lantai.law.people import Role
from lantai.law.random_draw import STEPS
from lantai.personnel import queries as personnel
from lantai.powers import forms, queries
from lantai.powers.commands import drawing
from lantai.web.choosing import Offer, sought
from lantai.web.form_page import form_page
from lantai.web.paging import keyset

FORM = ("GET", "HEAD", "POST")
UP = "双随机抽查"


def _may(request: HttpRequest) -> bool:
    return bool(request.actor.has(*drawing.MAY))


@require_safe
def draws(request: HttpRequest) -> HttpResponse:
    """The plans of the agency."""
    page = keyset(request, queries.random_plans(request.actor))
    return render(request, "powers/draws.html", {"page": page, "may_write": _may(request)})


@require_http_methods(FORM)
def new_plan(request: HttpRequest) -> HttpResponse:
    if not _may(request):
        raise Http404
    actor, asked = request.actor, sought(request, ["officers"], {})
    met = personnel.offered(actor, actor.agency_id, (Role.OFFICER,), q=asked.q, chosen=asked.chosen)
    people = Offer(
        [(str(o.person_id), f"{o.name}　{o.unit}　执法证 {o.certificate.number}") for o in met.people if o.certificate],
        met.has_more,
        asked.q,
        met.is_in_vain,
    )
    form = forms.RandomPlanForm(
        request.POST or None,
        powers=queries.usable(actor, "检查"),
        people=people,
        named=personnel.officers_by_number(actor, actor.agency_id, request.POST.get("numbers", "").split()),
    )

    def act(given: Mapping[str, Any]) -> str:
        made = drawing.publish_random_plan(actor=request.actor, key=request.POST.get("key"), **form.stated(given))
        return reverse("powers:plan", args=[made.pk])

    note = "公布之后不能改动。平台同时公布一个秘密种子的承诺，抽签时连同公开数字一起决定结果，谁也不能预先安排。"
    back = (UP, reverse("powers:draws"))
    return form_page(
        request, form, act, title="公布抽查计划", submit="公布计划", back=back, done="计划已公布", note=note
    )


@require_safe
def plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """One plan; after the draw each object with a link that opens its inspection with everything known filled in."""
    found = queries.random_plan(request.actor, plan_id)
    draw = getattr(found, "draw", None)
    drawn = [d | {"open": _opening(found, d)} for d in (draw.protocol["drawn"] if draw else ())]
    context = {"plan": found, "draw": draw, "drawn": drawn, "may_write": _may(request), "steps": STEPS}
    return render(request, "powers/plan.html", context)


def _opening(plan: Any, drawn: Mapping[str, Any]) -> str:
    asked = {
        "power": plan.power_id,
        "procedure": ORDINARY,
        "source": "random",
        "reference": plan.number,
        "party_kind": "organisation",
        "party_name": drawn["name"],
        "party_code": drawn["code"],
    }
    return f"/desk/cases/new/form/?{urlencode(asked)}"


@require_http_methods(FORM)
def draw(request: HttpRequest, plan_id: int) -> HttpResponse:
    found = queries.random_plan(request.actor, plan_id)
    if not _may(request):
        raise Http404
    form = forms.DrawForm(request.POST or None)
    address = reverse("powers:plan", args=[found.pk])

    def act(given: Mapping[str, Any]) -> str:
        drawing.draw_at_random(actor=request.actor, plan=found, key=request.POST.get("key"), **given)
        return address

    note = f"计划写明采用：{found.plan['beacon']}。照公布的原样填写；抽签只能进行一次。"
    return form_page(
        request, form, act, title="抽签", submit="抽签", back=(found.title, address), done="已抽签并公布", note=note
    )
