"""Measures, executions and transfers that run in the dossier of a case."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from lantai.cases import pages, queries
from lantai.cases.commands.nesting import open_nested
from lantai.cases.forms import NOBODY, NestedForm, data_of
from lantai.cases.views import offering
from lantai.law import engine, released, statements
from lantai.law.procedure import Procedure, Step
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.powers import queries as powers
from lantai.web.form_page import answered


def _chosen(space: queries.Workspace, step_id: str, code: str) -> Procedure:
    """The procedure chosen, the first one where none is named; Http404 where the step has none such."""
    if step_id not in space.procedure:
        raise Http404
    offered = [c for c in space.procedure[step_id].child if released.is_released(c)]
    if not offered or (code and code not in offered):
        raise Http404
    return pages.procedure_named(code or offered[0], space.now.date())


def _known(space: queries.Workspace) -> dict[str, Any]:
    """What the main case knows of the decision to be performed."""
    decision, served = space.decision, space.facts.last("PG-15")
    if decision is None:
        return {}
    due = engine.due_of(space.procedure, space.facts, "PG-17", space.now.date())
    return {
        "decision_title": "行政处罚决定书",
        "decision_number": decision.document.number if decision.document else "",
        "decision_served_on": str(served.stated.get("effective_on") or "") if served else "",
        "perform_by": due.legal_due.isoformat() if due and due.legal_due else "",
        "duty": "money" if decision.fine else "act",
        "principal": str(decision.fine) if decision.fine else "",
        "power_level": "law",
    }


def _page(space: queries.Workspace, step: Step, chosen: Procedure, form: NestedForm) -> dict[str, Any]:
    labels = [(c, released.by_code(c, space.now.date()).label) for c in step.child if released.is_released(c)]
    return pages.head(space) | {
        "current": "case",
        "step": step,
        "chosen": chosen,
        "first": chosen.steps[0],
        "choices": [(label, f"?procedure={code}", code == chosen.code) for code, label in labels],
        "form": form,
    }


@require_http_methods(["GET", "POST"])
def nested(request: HttpRequest, case_id: int, step_id: str) -> HttpResponse:
    """办理附带程序: which one, under which power, and what its first step states."""
    space = queries.workspace(request.actor, case_id)
    chosen = _chosen(space, step_id, request.GET.get("procedure", ""))
    words = statements.words_of(chosen.code, chosen.steps[0].id, "")
    initial = pages.initial(space, step_id, request.actor) | _known(space)
    every, others = offering.officers(request, space.case.agency_id, initial, words)
    form = NestedForm(
        data_of(request),
        words=words,
        people=every,
        others=others if space.procedure[step_id].takes_several else NOBODY,
        powers=powers.listing(request.actor, chosen.code),
        initial=initial,
    )
    if form.is_valid():
        try:
            made = open_nested(
                actor=request.actor,
                key=request.POST.get("key"),
                case=space.case,
                step=step_id,
                procedure=chosen.code,
                power=powers.get(request.actor, int(form.cleaned_data["power"])),
                reason=form.cleaned_data["reason"],
                **form.taking(),
            )
            messages.success(request, f"{chosen.label}已登记，期限单独计算")
            return redirect("cases:case", made.pk)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    page = _page(space, space.procedure[step_id], chosen, form)
    return answered(request, "cases/nested.html", page, form)
