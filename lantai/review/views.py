"""The desk of legal review."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantai.agencies import queries as agencies
from lantai.cases import queries as cases
from lantai.law import act_review
from lantai.law import review as rules
from lantai.law.people import Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.review import commands, queries
from lantai.review.forms import (
    AnswerForm,
    ConcludeForm,
    MissingForm,
    OpinionForm,
    ReasonForm,
    ReplyForm,
    SubmitForm,
)
from lantai.review.models import Disagreement, Review
from lantai.web.form_page import answered
from lantai.web.forms import Form
from lantai.web.paging import keyset


@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """待审: sorted by term; below it what was reviewed."""
    waiting = list(queries.waiting_for(request.actor)[:100])
    page = keyset(request, queries.listed(request.actor))
    return render(
        request,
        "review/queue.html",
        {"waiting": waiting, "page": page, "is_reviewer": request.actor.has(Role.REVIEWER)},
    )


@require_GET
def review(request: HttpRequest, review_id: int) -> HttpResponse:
    """审核台: materials, file, aspects."""
    return render(request, "review/review.html", _bench(request, review_id))


def _bench(request: HttpRequest, review_id: int, **forms: Form) -> dict[str, Any]:
    bench = queries.bench(request.actor, review_id)
    actor = request.actor
    return {
        "bench": bench,
        "review": bench.review,
        "case": bench.review.case,
        "form": OpinionForm(bench.review.opinions),
        "missing_form": MissingForm(),
        "reason_form": ReasonForm(),
        "draft_rows": queries.draft_rows(bench),
        "aspect_rows": queries.aspect_rows(bench.review),
        "unqualified": rules.unqualified(actor, bench.facts) if actor.has(Role.REVIEWER) else None,
        "is_reviewer": actor.has(Role.REVIEWER) and bench.review.agency_id in agencies.reviews_for(actor),
        "is_mine": bench.review.reviewer_id == actor.person_id,
        "is_handling": actor.has(Role.OFFICER, Role.UNIT_HEAD) and actor.agency_id == bench.review.agency_id,
        "may_conclude": actor.has(Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD, Role.SUPERVISOR),
        "opinion_label": rules.OPINIONS[bench.review.opinion].label if bench.review.opinion else "",
        **forms,
    }


@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest, case_id: int) -> HttpResponse:
    """送审: what goes in, and what is still wanting."""
    case = cases.get(request.actor, case_id)
    form = SubmitForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = commands.submit(actor=request.actor, key=request.POST.get("key"), case=case, **form.cleaned_data)
            messages.success(request, "已送审，等待法制审核人员受理")
            return redirect("review:review", made.pk)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    facts = cases.facts_of(case)
    rule = act_review.review_pending(cases.procedure_of(case), facts)
    draft = cases.drafts(request.actor, case).first()
    page = {
        "case": case,
        "form": form,
        "materials": queries.handed_in(case, facts, draft, rule),
        "label": cases.procedure_of(case)[rule.reviews].label if rule else "",
        "reasons": act_review.reasons(facts, rule) if rule else (),
        "draft": draft,
        "open": queries.open_of(case),
        "rounds": queries.of_case(request.actor, case),
    }
    return answered(request, "review/submit.html", page, form)


@require_POST
def accept(request: HttpRequest, review_id: int) -> HttpResponse:
    commands.accept(actor=request.actor, key=request.POST.get("key"), review=queries.get(request.actor, review_id))
    messages.success(request, "已受理，审核期限自今天起算")
    return redirect("review:review", review_id)


@require_POST
def send_back(request: HttpRequest, review_id: int) -> HttpResponse:
    held, form = queries.get(request.actor, review_id), MissingForm(request.POST)
    if form.is_valid():
        try:
            commands.send_back(actor=request.actor, key=request.POST.get("key"), review=held, **form.cleaned_data)
            messages.success(request, "已退回承办机构补齐材料")
            return redirect("review:queue")
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return answered(request, "review/review.html", _bench(request, review_id, missing_form=form), form)


@require_POST
def resubmit(request: HttpRequest, review_id: int) -> HttpResponse:
    commands.resubmit(
        actor=request.actor,
        key=request.POST.get("key"),
        review=queries.get(request.actor, review_id),
        letter=request.POST.get("letter", ""),
    )
    messages.success(request, "已重新送审")
    return redirect("review:review", review_id)


@require_POST
def withdraw(request: HttpRequest, review_id: int) -> HttpResponse:
    held, form = queries.get(request.actor, review_id), ReasonForm(request.POST)
    if form.is_valid():
        try:
            commands.withdraw(actor=request.actor, key=request.POST.get("key"), review=held, **form.cleaned_data)
            messages.success(request, "已撤回送审")
            return redirect("cases:case", held.case_id)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return answered(request, "review/review.html", _bench(request, review_id, reason_form=form), form)


@require_POST
def opinion(request: HttpRequest, review_id: int) -> HttpResponse:
    """出具意见."""
    held = queries.get(request.actor, review_id)
    form = OpinionForm(held.opinions, request.POST)
    if form.is_valid():
        try:
            commands.give_opinion(
                actor=request.actor,
                key=request.POST.get("key"),
                review=held,
                aspects=form.aspects(),
                opinion=form.cleaned_data["opinion"],
                opinion_text=form.cleaned_data["opinion_text"],
                problems=form.cleaned_data["problems"],
            )
            messages.success(request, "审核意见已出具")
            return redirect("review:review", review_id)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return answered(request, "review/review.html", _bench(request, review_id, form=form), form)


@require_http_methods(["GET", "POST"])
def disagree(request: HttpRequest, review_id: int) -> HttpResponse:
    """意见分歧: reply, answer, coordination, one after the other."""
    review = queries.get(request.actor, review_id)
    held = queries.disagreement_of(review)
    next_form = ReplyForm if held is None else AnswerForm if held.answered_at is None else ConcludeForm
    sent = next((f for f in (ReplyForm, AnswerForm, ConcludeForm) if request.POST.keys() & f.base_fields), next_form)
    form: Form = sent(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            _say(request, review, held, form)
            messages.success(request, "已记录")
            return redirect("review:disagree", review_id)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    page = {"review": review, "case": review.case, "held": held, "form": form}
    return answered(request, "review/disagree.html", page, form)


def _say(request: HttpRequest, review: Review, held: Disagreement | None, form: Form) -> None:
    """The next word in a disagreement."""
    actor, key, said = request.actor, request.POST.get("key"), form.cleaned_data
    if isinstance(form, ReplyForm) or held is None:
        commands.disagree(actor=actor, key=key, review=review, reply=said.get("reply", ""))
    elif isinstance(form, AnswerForm):
        is_maintained = said["is_maintained"] == "1"
        commands.answer(actor=actor, key=key, disagreement=held, text=said["text"], is_maintained=is_maintained)
    else:
        commands.conclude(actor=actor, key=key, disagreement=held, **said)
