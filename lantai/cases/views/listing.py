"""The list of cases and the opening of a new one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from lantai.cases import pages, queries
from lantai.cases.commands.opening import MAY_OPEN, open_case
from lantai.cases.forms import ChoosePowerForm, FilterForm, OpenCaseForm, data_of, opening_initial
from lantai.cases.views import offering
from lantai.law import released, statements
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import clock
from lantai.powers import queries as powers
from lantai.web.form_page import answered
from lantai.web.paging import keyset


@require_GET
def cases(request: HttpRequest) -> HttpResponse:
    """案件列表."""
    form = FilterForm(request.GET, steps=pages.steps_to_choose())
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = queries.listed(
        request.actor,
        q=chosen.get("q", ""),
        standing=chosen.get("standing", ""),
        lamp=chosen.get("lamp", ""),
        mine=bool(chosen.get("mine")),
    )
    page = keyset(request, rows)
    return render(
        request,
        "cases/list.html",
        {
            "form": form,
            "page": page,
            "rows": pages.rows(page.rows, clock.today()),
            "may_open": request.actor.has(*MAY_OPEN),
        },
    )


@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """The power and the procedure of a new case."""
    usable = list(powers.usable(request.actor))
    form = ChoosePowerForm(powers=usable, procedures=pages.procedures_offered(usable, clock.today()))
    return render(request, "cases/choose.html", {"form": form, "usable": usable})


@require_http_methods(["GET", "POST"])
def opening(request: HttpRequest) -> HttpResponse:
    """登记案件."""
    power = powers.get(request.actor, pages.number(request, "power"))
    procedure = pages.procedure_named(request.GET.get("procedure", ""), clock.today())
    if procedure.code not in power.procedures:
        raise Malformed("procedure", f"“{power.name}”不适用{procedure.label}，请返回重新选择适用程序")
    words = statements.words_of(procedure.code, procedure.steps[0].id, "")
    every, others = offering.officers(request, request.actor.agency_id, {}, words)
    form = OpenCaseForm(
        data_of(request),
        procedure=procedure.code,
        words=words,
        people=every,
        others=others,
        several=procedure.steps[0].takes_several,
        initial=opening_initial(request.GET, power),
    )
    page = {"form": form, "power": power, "procedure": procedure, "first": procedure.steps[0], "released": released}
    if form.is_looking_up:
        page["same_party"] = queries.of_party(request.actor, *form.sought_party())
    if form.is_valid():
        said = form.cleaned_data
        try:
            case = open_case(
                actor=request.actor,
                key=request.POST.get("key"),
                power=power,
                procedure=procedure.code,
                title=said["title"],
                source=said["source"],
                clue=said["clue"],
                party=form.party(),
                at=said["found_at"],
                stated=form.given(),
                officers=form.others(),
            )
            return redirect("cases:case", case.pk)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return answered(request, "cases/opening.html", page, form)
