"""From an inspection onwards: handing it over into a penalty case, and its follow-up."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from lantai.cases import pages, queries
from lantai.cases.commands import inspecting
from lantai.cases.forms import HandOverForm, data_of
from lantai.law import inspections
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.powers import queries as powers
from lantai.web.form_page import answered


@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, case_id: int) -> HttpResponse:
    """移送立案: the 处罚 matter is chosen, everything else goes along as it stands."""
    space = queries.workspace(request.actor, case_id)
    matters = powers.usable(request.actor, "处罚")
    form = HandOverForm(data_of(request), powers=matters, initial={"seen": space.case.version})
    if form.is_valid():
        said = form.cleaned_data
        try:
            opened = inspecting.hand_over(
                actor=request.actor,
                key=request.POST.get("key"),
                case=space.case,
                power=powers.get(request.actor, int(said["power"])),
                seen=said["seen"],
            )
            messages.success(request, f"已移送立案，案件编号{opened.number}；当事人、地点、问题和证据已经带入")
            return redirect("cases:case", opened.pk)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    page = pages.head(space) | {
        "form": form,
        "carried": inspections.told(space.facts),
        "papers": [d for d in space.documents if d.kind != "inspection_approval"],
    }
    return answered(request, "cases/hand_over.html", page, form)


@require_POST
def follow_up(request: HttpRequest, case_id: int) -> HttpResponse:
    """登记复查: a new inspection that opens with what was found in this one."""
    space = queries.workspace(request.actor, case_id)
    opened = inspecting.open_follow_up(actor=request.actor, key=request.POST.get("key"), case=space.case)
    messages.success(request, f"复查已登记，编号{opened.number}；上次发现的问题已经带入")
    return redirect("cases:case", opened.pk)
