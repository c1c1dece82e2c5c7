"""The desk of publication: queue, redaction preview, check, release, correction, withdrawal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lantai.cases import queries as cases
from lantai.disclosure import masking, queries
from lantai.disclosure.commands import drafting, releasing
from lantai.disclosure.forms import CheckForm, CorrectForm, LiftForm, MaskForm, WithdrawForm, WithholdForm
from lantai.disclosure.models import PublicationDraft
from lantai.disclosure.queries import ends
from lantai.law.people import Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import clock
from lantai.web.form_page import answered
from lantai.web.forms import Form
from lantai.web.paging import keyset

State = PublicationDraft.State


@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """待公示: by term, the late ones first; what waits for a check or release; what is public."""
    waiting = queries.due(request.actor)
    page = keyset(request, queries.published(request.actor))
    context = {
        "waiting": waiting,
        "late": [w for w in waiting if w.is_late],
        "fallen": queries.to_withdraw(request.actor),
        "to_mark": ends.to_mark(request.actor),
        "page": page,
        "is_publisher": request.actor.has(Role.PUBLISHER, Role.OFFICER),
        "own": request.actor.agency_id,
    }
    return render(request, "disclosure/queue.html", context)


@require_POST
def draft(request: HttpRequest, case_id: int) -> HttpResponse:
    """拟稿: the notice is drawn from the decision; then one looks at it."""
    case = cases.get(request.actor, case_id)
    made = drafting.draft(actor=request.actor, key=request.POST.get("key"), case=case)
    messages.success(request, "公示稿已拟好，请核对应当隐去的内容")
    return redirect("disclosure:draft", made.pk)


@require_GET
def preview(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Original and public text side by side, each mask naming its rule."""
    return render(request, "disclosure/preview.html", _preview(request, draft_id))


def _preview(request: HttpRequest, draft_id: int, **more: Any) -> dict[str, Any]:
    held, actor = queries.get(request.actor, draft_id), request.actor
    own = actor.agency_id == held.agency_id
    is_open = held.state in PublicationDraft.OPEN
    forms = {"mask_form": MaskForm(), "check_form": CheckForm(), "withhold_form": WithholdForm()}
    return {
        "draft": held,
        "case": held.case,
        "rows": masking.compared(held.original, held.masks),
        "masks": [{**m, "fixed": m["kind"] in masking.NEVER_LIFTED} for m in held.masks],
        "lift_forms": {m["id"]: LiftForm(initial={"mask": m["id"]}, prefix="") for m in held.masks},
        "doubts": queries.doubtful(actor, held),
        "fields": queries.public_body(held),
        "acts": queries.acts(held),
        "left": queries.days_left(held.due_on, clock.today()),
        "may_edit": own and is_open and actor.has(Role.PUBLISHER, Role.OFFICER, Role.PUBLICATION_CHECKER),
        "may_lift": own and is_open and actor.has(Role.PUBLISHER),
        "may_check": own and held.state == State.DRAFTED and actor.has(Role.PUBLICATION_CHECKER),
        "is_author": actor.person_id == held.drafted_by_id or actor.person_id in held.editors,
        "may_publish": own and held.state == State.CHECKED and actor.has(Role.PUBLISHER),
        "may_withdraw": own and actor.has(Role.PUBLISHER) and held.notice is not None and held.state != State.WITHDRAWN,
        "may_correct": own and actor.has(Role.PUBLISHER) and held.state == State.PUBLISHED,
        **forms,
        **more,
    }


def _acting(
    request: HttpRequest, draft_id: int, form: Form, name: str, act: Callable[[PublicationDraft, dict[str, Any]], str]
) -> HttpResponse:
    """One form of the preview page: do the act and come back, or show the page with what is wrong."""
    held = queries.get(request.actor, draft_id)
    if form.is_valid():
        try:
            messages.success(request, act(held, form.cleaned_data))
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
        else:
            return redirect("disclosure:draft", draft_id)
    return answered(request, "disclosure/preview.html", _preview(request, draft_id, **{name: form}), form)


@require_POST
def mask(request: HttpRequest, draft_id: int) -> HttpResponse:
    def act(held: PublicationDraft, given: dict[str, Any]) -> str:
        drafting.edit_mask(actor=request.actor, key=request.POST.get("key"), draft=held, **given)
        return "已隐去"

    return _acting(request, draft_id, MaskForm(request.POST), "mask_form", act)


@require_POST
def lift(request: HttpRequest, draft_id: int) -> HttpResponse:
    def act(held: PublicationDraft, given: dict[str, Any]) -> str:
        drafting.lift_mask(actor=request.actor, key=request.POST.get("key"), draft=held, **given)
        return "已恢复显示"

    return _acting(request, draft_id, LiftForm(request.POST), "lift_form", act)


@require_POST
def check(request: HttpRequest, draft_id: int) -> HttpResponse:
    def act(held: PublicationDraft, given: dict[str, Any]) -> str:
        passed = given["passed"] == "pass"
        releasing.check(
            actor=request.actor, key=request.POST.get("key"), draft=held, passed=passed, opinion=given["opinion"]
        )
        return "审核通过，等待发布" if passed else "已退回修改"

    return _acting(request, draft_id, CheckForm(request.POST), "check_form", act)


@require_POST
def redraw(request: HttpRequest, draft_id: int) -> HttpResponse:
    held = queries.get(request.actor, draft_id)
    drafting.redraw(actor=request.actor, key=request.POST.get("key"), draft=held)
    messages.success(request, "已按现行决定书重新拟稿")
    return redirect("disclosure:draft", draft_id)


@require_POST
def withhold(request: HttpRequest, draft_id: int) -> HttpResponse:
    def act(held: PublicationDraft, given: dict[str, Any]) -> str:
        drafting.withhold(actor=request.actor, key=request.POST.get("key"), draft=held, **given)
        return "已登记依法不予公示"

    return _acting(request, draft_id, WithholdForm(request.POST), "withhold_form", act)


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, draft_id: int) -> HttpResponse:
    """发布: what the public will read, once more, and one button."""
    held = queries.get(request.actor, draft_id)
    if request.method == "POST":
        seen = int(request.POST["seen"]) if request.POST.get("seen", "").isdecimal() else None
        done = releasing.publish(actor=request.actor, key=request.POST.get("key"), draft=held, seen=seen)
        messages.success(request, "已公示")
        return redirect("disclosure:done", done.pk)
    context = {"draft": held, "case": held.case, "fields": queries.public_body(held)}
    context |= {"sections": queries.public_sections(held), "left": queries.days_left(held.due_on, clock.today())}
    return render(request, "disclosure/publish.html", context)


@require_GET
def done(request: HttpRequest, draft_id: int) -> HttpResponse:
    """What happened, where it can be seen, and what comes next."""
    return render(request, "disclosure/done.html", {"draft": queries.get(request.actor, draft_id)})


@require_POST
def mark_ended(request: HttpRequest, draft_id: int) -> HttpResponse:
    """标注: the notice of a licence says that it has ended."""
    held = queries.get(request.actor, draft_id)
    releasing.mark_ended(actor=request.actor, key=request.POST.get("key"), draft=held)
    messages.success(request, "已在公示页面标注许可终止")
    return redirect("disclosure:draft", draft_id)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, draft_id: int) -> HttpResponse:
    """撤回: when one knew, and the reason that stays public."""
    return _reasoned(request, draft_id, WithdrawForm, releasing.withdraw, "disclosure/withdraw.html", "已撤回公示")


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, draft_id: int) -> HttpResponse:
    """更正: the notice is drawn anew and goes through the check again."""
    said = "已重新拟稿，请核对后送审核"
    return _reasoned(request, draft_id, CorrectForm, releasing.correct, "disclosure/correct.html", said)


def _reasoned(
    request: HttpRequest, draft_id: int, shape: type[Form], act: Callable[..., Any], template: str, said: str
) -> HttpResponse:
    held = queries.get(request.actor, draft_id)
    form = shape(request.POST if request.method == "POST" else None, initial={"known_on": clock.today()})
    if form.is_valid():
        try:
            act(actor=request.actor, key=request.POST.get("key"), draft=held, **form.cleaned_data)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
        else:
            messages.success(request, said)
            return redirect("disclosure:draft", draft_id)
    return answered(request, template, {"draft": held, "case": held.case, "form": form}, form)
