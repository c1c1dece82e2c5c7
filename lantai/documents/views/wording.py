"""Pages of wordings: the kinds, one kind with its versions, editing with a preview, release."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lantai.agencies.models import Agency
from lantai.documents import rendering
from lantai.documents.commands import wording as commands
from lantai.documents.forms import ReleaseForm, WordingForm
from lantai.documents.queries import wording as queries
from lantai.law.documents import KINDS, DocumentKind
from lantai.law.documents.wording import BLANKS
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.web.form_page import answered

FORM = ["GET", "HEAD", "POST"]


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("q", "").strip()
    rows = [row for row in queries.kinds_listed() if asked in row.title]
    return render(request, "documents/wordings.html", {"rows": rows, "q": asked})


@require_safe
def kind(request: HttpRequest, code: str) -> HttpResponse:
    declared, agency = _kind(code), _agency(request)
    return render(request, "documents/wording.html", _shown(request, declared, agency))


def _kind(code: str) -> DocumentKind:
    if code not in KINDS:
        raise Http404
    return KINDS[code]


def _agency(request: HttpRequest) -> Agency | None:
    """The agency whose variant is asked for; None for the words of all."""
    asked = request.GET.get("agency", "")
    return queries.agency(asked) if asked else None


def _address(name: str, code: str, agency: Agency | None) -> str:
    return reverse(f"documents:{name}", args=[code]) + (f"?agency={agency.pk}" if agency else "")


def _begun(declared: DocumentKind, agency: Agency | None) -> dict[str, Any]:
    """What stands in the form before anybody types: the latest words, and which draft that is."""
    draft, begun = queries.draft_of(declared.code, agency), queries.latest(declared.code, agency)
    told = {"seen": draft.version if draft else 0, "reason": draft.reason if draft else ""}
    return (begun.texts if begun else {}) | told


def _shown(
    request: HttpRequest,
    declared: DocumentKind,
    agency: Agency | None,
    form: WordingForm | None = None,
    release: ReleaseForm | None = None,
    sheet: dict[str, Any] | None = None,
) -> dict[str, Any]:
    draft = queries.draft_of(declared.code, agency)
    initial = _begun(declared, agency)
    may = queries.may_word(request.actor, agency)
    return {
        "kind": declared,
        "agency": agency,
        "agencies": queries.worded_agencies(request.actor),
        "versions": queries.versions(declared.code, agency),
        "draft": draft,
        "form": form or WordingForm(declared, initial=initial),
        "release": release or (ReleaseForm(initial={"seen": draft.version}) if draft and may else None),
        "is_own": bool(draft and draft.drafted_by == request.actor.person_id),
        "may": may,
        "blanks": BLANKS.values(),
        "sheet": sheet
        or rendering.shown(declared.code, {s: t for s, t in initial.items() if s not in ("seen", "reason")}),
        "here": _address("wording", declared.code, agency),
        "preview": _address("wording_preview", declared.code, agency),
        "save": _address("wording_draft", declared.code, agency),
        "let": _address("wording_release", declared.code, agency),
    }


@require_http_methods(["POST"])
def preview(request: HttpRequest, code: str) -> HttpResponse:
    """The specimen in the words of the form: the part of the page for htmx, the whole page without it."""
    declared, agency = _kind(code), _agency(request)
    form = WordingForm(declared, request.POST)
    try:
        sheet, fault, status = rendering.shown(code, form.texts()), "", 200
    except Malformed as why:
        sheet, fault, status = None, why.sentence, 400
        form.add_error(why.field if why.field in form.fields else None, why.sentence)
    if request.headers.get("HX-Request"):
        return render(request, "documents/wording_preview.html", {"sheet": sheet, "fault": fault, "kind": declared})
    shown = _shown(request, declared, agency, form, sheet=sheet)
    return render(request, "documents/wording.html", shown, status=status)


@require_http_methods(["POST"])
def draft(request: HttpRequest, code: str) -> HttpResponse:
    declared, agency = _kind(code), _agency(request)
    form = WordingForm(declared, request.POST, initial=_begun(declared, agency))
    try:
        if form.is_valid():
            made = commands.draft_wording(
                actor=request.actor,
                kind=code,
                agency=agency,
                texts=form.texts(),
                reason=form.cleaned_data["reason"],
                seen=form.cleaned_data["seen"],
                key=request.POST.get("key"),
            )
            messages.success(request, f"《{declared.title}》第 {made.number} 版已保存，请另一名人员核对后启用。")
            return redirect(_address("wording", code, agency))
    except (Malformed, Refused, Conflict) as fault:
        form.at_fault(fault)
    return answered(request, "documents/wording.html", _shown(request, declared, agency, form), form)


@require_http_methods(["POST"])
def release(request: HttpRequest, code: str) -> HttpResponse:
    declared, agency = _kind(code), _agency(request)
    held = queries.draft_of(code, agency)
    form = ReleaseForm(request.POST, initial={"seen": held.version if held else 0})
    if held is None:
        form.add_error(None, "没有尚未启用的版次")
    if held is not None and form.is_valid():
        try:
            key, said = request.POST.get("key"), form.cleaned_data
            made = commands.release_wording(actor=request.actor, wording=held, key=key, **said)
            messages.success(request, f"《{declared.title}》第 {made.number} 版自今日起启用。")
            return redirect(_address("wording", code, agency))
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return answered(request, "documents/wording.html", _shown(request, declared, agency, release=form), form)
