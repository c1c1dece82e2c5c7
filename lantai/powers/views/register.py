"""Pages of the list of powers (权责清单)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lantai.agencies import queries as agencies
from lantai.law.people import Role
from lantai.ledger import clock
from lantai.powers import queries
from lantai.powers.commands import registering
from lantai.powers.forms import ChangeForm, FilterForm
from lantai.web import paging
from lantai.web.form_page import form_page


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    form = FilterForm(request.GET, agencies=agencies.listed(request.actor))
    wanted = dict(form.cleaned_data) if form.is_valid() else {}
    wanted["agency"] = wanted["agency"].pk if wanted.get("agency") else None
    rows = queries.listed(request.actor, **wanted)
    page = paging.keyset(request, rows.order_by(), total=paging.capped_count(rows))
    return render(request, "powers/register.html", {"form": form, "page": page, "today": clock.today()})


@require_safe
def power(request: HttpRequest, power_id: int) -> HttpResponse:
    found = queries.get(request.actor, power_id)
    context = {
        "power": found,
        "bases": queries.bases(found),
        "tiers": queries.tiers(found),
        "procedures": queries.procedures_of(found),
        "today": clock.today(),
        "may_write": request.actor.has(Role.SYSTEM_ADMIN),
    }
    return render(request, "powers/power.html", context)


@require_http_methods(("GET", "HEAD", "POST"))
def change(request: HttpRequest, power_id: int) -> HttpResponse:
    agencies.administrator(request.actor)
    found = queries.get(request.actor, power_id)
    initial = {n: getattr(found, n) for n in ChangeForm.base_fields if n != "seen"}
    form = ChangeForm(request.POST or None, initial=initial | {"seen": found.version})
    address = reverse("powers:power", args=[found.pk])

    def act(given: Mapping[str, Any]) -> str:
        changes = {k: v for k, v in given.items() if k != "seen"}
        seen, key = given["seen"] or 0, request.POST.get("key")
        registering.change(actor=request.actor, power=found, seen=seen, changes=changes, key=key)
        return address

    note = "法律依据和裁量基准有变化的，请用工作簿导入。已经立案的案件不受影响。"
    return form_page(
        request,
        form,
        act,
        title="变更权责事项",
        submit="保存变更",
        back=(found.name, address),
        done="变更已登记",
        note=note,
    )
