"""The workspace of one case and the acts in it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantai.cases import pages, queries
from lantai.cases.commands import drafting, people, previewing, steps
from lantai.cases.forms import (
    NOBODY,
    DraftForm,
    EndIntervalForm,
    EventForm,
    ExtensionForm,
    IntervalForm,
    ReassignForm,
    RecusalForm,
    StepForm,
    data_of,
)
from lantai.cases.views import offering
from lantai.law import statements
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.personnel import queries as personnel
from lantai.web.form_page import answered


@require_GET
def case(request: HttpRequest, case_id: int) -> HttpResponse:
    """办案工作台: where it stands, what is next and what stands against it."""
    space = queries.workspace(request.actor, case_id)
    staffing = offering.staffing(request.actor, space.case)
    return render(request, "cases/case.html", pages.case(request.actor, space) | {"staffing": staffing})


@require_GET
def terms(request: HttpRequest, case_id: int) -> HttpResponse:
    """期限: every term of the case and how it was counted."""
    space = queries.workspace(request.actor, case_id)
    return render(request, "cases/terms.html", pages.terms(request.actor, space))


@require_GET
def papers(request: HttpRequest, case_id: int) -> HttpResponse:
    """文书与证据: what should be on file and what is."""
    space = queries.workspace(request.actor, case_id)
    return render(request, "cases/papers.html", pages.papers(request.actor, space))


@require_GET
def history(request: HttpRequest, case_id: int) -> HttpResponse:
    """流转记录."""
    space = queries.workspace(request.actor, case_id)
    return render(request, "cases/history.html", pages.history(request.actor, space))


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, case_id: int, step_id: str) -> HttpResponse:
    """One step: what it states, and the reasons where it may not be taken now."""
    space = queries.workspace(request.actor, case_id)
    if step_id not in space.procedure:
        raise Http404
    outcome = request.POST.get("outcome", request.GET.get("outcome", ""))
    words, initial = pages.words(space, step_id, outcome), pages.initial(space, step_id, request.actor)
    every, others = offering.officers(request, space.case.agency_id, initial, words)
    form = StepForm(
        data_of(request),
        words=words,
        people=every,
        heads=offering.heads(request, space.case.agency_id, words),
        others=others if space.procedure[step_id].takes_several else NOBODY,
        initial=initial,
    )
    page = pages.step(request.actor, space, step_id, outcome) | {"form": form}
    if form.is_valid():
        said = form.taking() | {"actor": request.actor, "case": space.case, "step": step_id, "outcome": outcome}
        try:
            if "preview" in request.POST:
                previewing.preview_step(**said)
            taken = steps.take_step(key=request.POST.get("key"), **said)
            messages.success(request, f"“{taken.label}”已登记")
            return redirect("cases:case", case_id)
        except previewing.Previewed as previewed:
            return render(request, "cases/step.html", page | {"sheets": previewed.sheets, "is_preview": True})
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return answered(request, "cases/step.html", page, form)


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, case_id: int) -> HttpResponse:
    """拟处理意见: facts, three reasons, and what is proposed."""
    space = queries.workspace(request.actor, case_id)
    outcome = request.POST.get("outcome", request.GET.get("outcome", space.draft.outcome if space.draft else "penalty"))
    form = DraftForm(
        data_of(request),
        words=pages.draft_words(outcome),
        initial=(space.draft.fields if space.draft else {}) | {"seen": space.case.version},
    )
    tried = request.POST.dict() if form.is_looking_up else {}
    page = pages.draft(request.actor, space, outcome, tried) | {"form": form}
    if form.is_valid():
        try:
            made = drafting.save_draft(
                actor=request.actor,
                key=request.POST.get("key"),
                case=space.case,
                outcome=outcome,
                fields=form.given(),
                seen=form.cleaned_data["seen"],
            )
            messages.success(request, f"处理意见第{made.number}稿已保存")
            return redirect("cases:case", case_id)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return answered(request, "cases/draft.html", page, form)


@require_http_methods(["GET", "POST"])
def event(request: HttpRequest, case_id: int, kind: str) -> HttpResponse:
    """An event that is no step: a waiver, a reconsideration accepted elsewhere."""
    space = queries.workspace(request.actor, case_id)
    label = pages.event_label(space, kind)
    form = EventForm(data_of(request), words=statements.event_words(kind), initial={"seen": space.case.version})
    if form.is_valid():
        try:
            steps.note_event(
                actor=request.actor,
                key=request.POST.get("key"),
                case=space.case,
                kind=kind,
                at=form.cleaned_data["at"],
                stated=form.given(),
                seen=form.cleaned_data["seen"],
            )
            messages.success(request, f"“{label}”已登记")
            return redirect("cases:case", case_id)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return _act(request, space, label, "登记", form)


@require_http_methods(["GET", "POST"])
def interval(request: HttpRequest, case_id: int) -> HttpResponse:
    """Begin a span that stops the clock."""
    space = queries.workspace(request.actor, case_id)
    form = IntervalForm(data_of(request), initial={"seen": space.case.version})
    if form.is_valid():
        try:
            steps.start_interval(actor=request.actor, key=request.POST.get("key"), case=space.case, **form.cleaned_data)
            messages.success(request, "计时扣除已登记，期限已重新计算")
            return redirect("cases:terms", case_id)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return _act(request, space, "登记计时扣除", "登记", form)


@require_http_methods(["GET", "POST"])
def interval_end(request: HttpRequest, case_id: int, interval_id: int) -> HttpResponse:
    space = queries.workspace(request.actor, case_id)
    running = next((i for i in space.intervals if i.pk == interval_id), None)
    if running is None:
        raise Http404
    form = EndIntervalForm(data_of(request), initial={"seen": space.case.version})
    if form.is_valid():
        try:
            steps.end_interval(actor=request.actor, key=request.POST.get("key"), interval=running, **form.cleaned_data)
            messages.success(request, "终止日已登记，期限已重新计算")
            return redirect("cases:terms", case_id)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return _act(request, space, "登记计时扣除的终止日", "登记", form)


@require_http_methods(["GET", "POST"])
def extension(request: HttpRequest, case_id: int) -> HttpResponse:
    """The head lengthens a term."""
    space = queries.workspace(request.actor, case_id)
    form = ExtensionForm(data_of(request), steps=pages.extendable(space), initial={"seen": space.case.version})
    if form.is_valid():
        try:
            steps.extend(actor=request.actor, key=request.POST.get("key"), case=space.case, **form.cleaned_data)
            messages.success(request, "期限已延长")
            return redirect("cases:terms", case_id)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return _act(request, space, "延长期限", "批准延长", form)


@require_http_methods(["GET", "POST"])
def reassign(request: HttpRequest, case_id: int) -> HttpResponse:
    """Change the handlers of a case."""
    space = queries.workspace(request.actor, case_id)
    initial = {"seen": space.case.version, "officers": [str(h.person_id) for h in space.handlers]}
    every, _ = offering.officers(request, space.case.agency_id, initial)
    form = ReassignForm(data_of(request), people=every, initial=initial)
    if form.is_valid():
        said = form.cleaned_data
        try:
            people.reassign(
                actor=request.actor,
                key=request.POST.get("key"),
                case=space.case,
                officers=[int(pk) for pk in said["officers"]],
                reason=said["reason"],
                seen=said["seen"],
            )
            messages.success(request, "承办人已变更")
            return redirect("cases:case", case_id)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return _act(request, space, "变更承办人", "变更", form)


@require_http_methods(["GET", "POST"])
def recusal(request: HttpRequest, case_id: int) -> HttpResponse:
    """The head decides that somebody of the agency withdraws from the case."""
    space = queries.workspace(request.actor, case_id)
    initial = {"seen": space.case.version}
    form = RecusalForm(data_of(request), people=offering.concerned(request, space.case.agency_id), initial=initial)
    if form.is_valid():
        said = form.cleaned_data
        chosen = personnel.person(request.actor, int(said.pop("person")))
        try:
            people.recuse(actor=request.actor, key=request.POST.get("key"), case=space.case, person=chosen, **said)
            messages.success(request, f"{chosen.name}已决定回避")
            return redirect("cases:case", case_id)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return _act(request, space, "决定回避", "决定回避", form)


def _act(request: HttpRequest, space: queries.Workspace, title: str, button: str, form: Any) -> HttpResponse:
    page = pages.head(space) | {"form": form, "title": title, "button": button}
    return answered(request, "cases/act.html", page, form)


@require_POST
def unmask(request: HttpRequest, case_id: int) -> HttpResponse:
    """Show the numbers of the party once, to whoever says why; the log keeps it."""
    space = queries.workspace(request.actor, case_id)
    shown = people.unmask(
        actor=request.actor, key=request.POST.get("key"), case=space.case, purpose=request.POST.get("purpose", "")
    )
    return render(request, "cases/unmasked.html", pages.head(space) | {"parties": space.parties, "shown": shown})
