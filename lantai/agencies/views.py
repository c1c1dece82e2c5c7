"""Pages of the register of agencies (执法主体)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lantai.agencies import commands, queries
from lantai.agencies.forms import CloseForm, FilterForm, ParticularsForm, RegisterForm
from lantai.law.people import Role
from lantai.ledger import clock
from lantai.web import paging
from lantai.web.form_page import form_page

_LIST = "执法主体"
_FORM = ("GET", "HEAD", "POST")


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    rows = queries.listed(request.actor, **wanted)
    page = paging.keyset(request, rows.order_by(), total=paging.capped_count(rows))
    may_write = request.actor.has(Role.SYSTEM_ADMIN)
    context = {"form": form, "page": page, "today": clock.today(), "may_write": may_write}
    return render(request, "agencies/register.html", context)


@require_safe
def agency(request: HttpRequest, agency_id: int) -> HttpResponse:
    found = queries.get(request.actor, agency_id)
    below = queries.visible_to(request.actor).filter(parent=found).order_by("code")
    may_write = request.actor.has(Role.SYSTEM_ADMIN)
    context = {"agency": found, "below": below, "today": clock.today(), "may_write": may_write}
    return render(request, "agencies/agency.html", context)


@require_http_methods(_FORM)
def new(request: HttpRequest) -> HttpResponse:
    queries.administrator(request.actor)
    form = RegisterForm(request.POST or None, agencies=queries.in_force(request.actor, clock.today()))

    def act(given: Any) -> str:
        made = commands.register(actor=request.actor, key=request.POST.get("key"), **given)
        return reverse("agencies:agency", args=[made.pk])

    return form_page(request, form, act, title="登记执法主体", submit="登记", back=_back(), done="执法主体已登记")


@require_http_methods(_FORM)
def change(request: HttpRequest, agency_id: int) -> HttpResponse:
    queries.administrator(request.actor)
    found = queries.get(request.actor, agency_id)
    others = queries.in_force(request.actor, clock.today()).exclude(pk=found.pk)
    initial = {name: getattr(found, name) for name in ParticularsForm.base_fields if name != "seen"}
    initial["seen"] = found.version
    form = ParticularsForm(request.POST or None, agencies=others, initial=initial)

    def act(given: Any) -> str:
        changes = {k: v for k, v in given.items() if k != "seen"}
        seen = given["seen"] or 0
        commands.change(actor=request.actor, agency=found, seen=seen, changes=changes, key=request.POST.get("key"))
        return reverse("agencies:agency", args=[found.pk])

    return form_page(
        request, form, act, title=f"变更：{found.name}", submit="保存变更", back=_back(found), done="变更已登记"
    )


@require_http_methods(_FORM)
def close(request: HttpRequest, agency_id: int) -> HttpResponse:
    queries.administrator(request.actor)
    found = queries.get(request.actor, agency_id)
    form = CloseForm(request.POST or None)

    def act(given: Any) -> str:
        commands.close(actor=request.actor, agency=found, key=request.POST.get("key"), **given)
        return reverse("agencies:agency", args=[found.pk])

    note = "注销后人员、案件和文书仍然保留，不能再以其名义开展新的执法活动。"
    title = f"注销：{found.name}"
    return form_page(
        request, form, act, title=title, submit="注销", back=_back(found), done="已注销", note=note, danger=True
    )


def _back(found: Any = None) -> tuple[str, str]:
    if found is None:
        return _LIST, reverse("agencies:register")
    return found.name, reverse("agencies:agency", args=[found.pk])
