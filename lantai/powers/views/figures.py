"""Pages of what is adopted locally: hearing amounts, the review catalogue, and choices that no statute makes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lantai.agencies import queries as agencies
from lantai.law import hearing_amounts, shipped
from lantai.law.people import ADMINISTRATORS, Role
from lantai.law.policy import SWITCHES
from lantai.law.review import CATALOGUE_WORDS
from lantai.law.shipped import shown
from lantai.ledger import clock
from lantai.powers import forms, queries
from lantai.powers.commands import figures
from lantai.powers.models import HearingThreshold, InspectionCap, LocalFigure, MajorDecisionRow
from lantai.web.form_page import form_page

FORM = ("GET", "HEAD", "POST")
KINDS = {
    "thresholds": HearingThreshold,
    "catalogue": MajorDecisionRow,
    "settings": LocalFigure,
    "inspections": InspectionCap,
}


def _concerned(request: HttpRequest) -> None:
    """These pages are for administrators and legal sections; for others they do not exist."""
    if not request.actor.has(*ADMINISTRATORS, Role.REVIEWER, Role.SUPERVISOR):
        raise Http404


def _context(request: HttpRequest, kind: str) -> dict[str, Any]:
    _concerned(request)
    return {
        "rows": queries.adopted(request.actor, KINDS[kind]),
        "today": clock.today(),
        "kind": kind,
        "may_write": request.actor.has(Role.SYSTEM_ADMIN, Role.REVIEWER),
    }


@require_safe
def thresholds(request: HttpRequest) -> HttpResponse:
    made = queries.confirmations()
    amounts = {"": hearing_amounts.CITY, **hearing_amounts.BY_FIELD}
    shipped = [(f, queries.field_label(f), a, made.get(f"hearing.{f or 'city'}")) for f, a in amounts.items()]
    context = _context(request, "thresholds") | {"shipped": shipped, "basis": hearing_amounts.BASIS}
    return render(request, "powers/thresholds.html", context)


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    words = {**queries.AMOUNT_WORDS, **CATALOGUE_WORDS}
    return render(request, "powers/catalogue.html", _context(request, "catalogue") | {"words": words})


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    context = _context(request, "settings")
    by_key: dict[str, list[LocalFigure]] = {}
    for row in context["rows"]:
        by_key.setdefault(row.key, []).append(row)
    made = queries.confirmations()
    switches = [
        (s, shown(s, s.default), [(r, shown(s, r.value)) for r in by_key.get(s.name, ())], made.get(f"policy.{s.name}"))
        for s in SWITCHES.values()
    ]
    return render(request, "powers/settings.html", context | {"switches": switches})


@require_safe
def unconfirmed(request: HttpRequest) -> HttpResponse:
    """待确认: what the platform brings along and no text in force fixes, and who has confirmed what."""
    _concerned(request)
    rows = queries.unconfirmed(request.actor)
    context = {
        "rows": rows,
        "open": sum(made is None for _, made in rows),
        "may_confirm": queries.may_confirm(request.actor),
    }
    return render(request, "powers/unconfirmed.html", context)


@require_http_methods(FORM)
def confirm(request: HttpRequest, name: str) -> HttpResponse:
    _concerned(request)
    found = shipped.by_key(name)
    if found is None or not queries.may_confirm(request.actor):
        raise Http404
    form = forms.ConfirmForm(request.POST or None, initial={"value": found.value})
    address = reverse("powers:unconfirmed")

    def act(given: Mapping[str, Any]) -> str:
        figures.confirm_figure(actor=request.actor, name=name, key=request.POST.get("key"), **given)
        return address

    note = f"{found.label}：{found.shown}。来源：{found.source}。确认表示您已将它与现行有效的文件逐条核对。"
    return form_page(
        request,
        form,
        act,
        title="确认平台自带的数值",
        submit="确认",
        back=("待确认", address),
        done="已确认",
        note=note,
    )


def _places(request: HttpRequest) -> Any:
    """The agencies for which the person may adopt something."""
    here = agencies.in_force(request.actor, clock.today())
    if request.actor.has(Role.SYSTEM_ADMIN) or queries.may_sign(request.actor):
        return here
    return here.filter(pk=request.actor.agency_id)


@require_http_methods(FORM)
def new_threshold(request: HttpRequest) -> HttpResponse:
    form = forms.ThresholdForm(request.POST or None, agencies=_places(request))
    return _adopt(request, form, figures.set_hearing_threshold, "thresholds", "录入听证数额标准", "听证数额标准")


@require_http_methods(FORM)
def new_row(request: HttpRequest) -> HttpResponse:
    form = forms.CatalogueForm(request.POST or None, agencies=_places(request))
    return _adopt(request, form, figures.add_catalogue_row, "catalogue", "录入法制审核目录", "法制审核目录")


@require_http_methods(FORM)
def new_setting(request: HttpRequest, name: str) -> HttpResponse:
    if name not in SWITCHES:
        raise Http404
    form = forms.FigureForm(request.POST or None, name=name, agencies=_places(request))
    note = f"{SWITCHES[name].label}。平台默认的来源：{SWITCHES[name].source}。"
    return _adopt(request, form, figures.set_local_figure, "settings", "录入本地设定", "本地设定", note=note, name=name)


def _adopt(
    request: HttpRequest, form: Any, command: Any, kind: str, title: str, up: str, note: str = "", **more: Any
) -> HttpResponse:
    _concerned(request)
    address = reverse(f"powers:{kind}")

    def act(given: Mapping[str, Any]) -> str:
        command(actor=request.actor, key=request.POST.get("key"), **form.stated(given), **more)
        return address

    return form_page(request, form, act, title=title, submit="录入", back=(up, address), done="已录入", note=note)


@require_http_methods(FORM)
def end(request: HttpRequest, kind: str, row_id: int) -> HttpResponse:
    _concerned(request)
    found = queries.adopted(request.actor, KINDS[kind]).filter(pk=row_id).first() if kind in KINDS else None
    if found is None:
        raise Http404
    form = forms.EndForm(request.POST or None)
    address = reverse(f"powers:{kind}")

    def act(given: Mapping[str, Any]) -> str:
        figures.end_adopted(actor=request.actor, row=found, key=request.POST.get("key"), **given)
        return address

    title = "终止已录入的标准"
    return form_page(
        request, form, act, title=title, submit="终止", back=("返回", address), done="已录入失效之日", danger=True
    )
