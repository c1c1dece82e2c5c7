"""Pages of evidence: the gallery of a dossier, handing in, correcting, opening and playing; the recordings of an agency."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lantai.law.people import Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import store
from lantai.ledger.models import StoredObject
from lantai.personnel import queries as personnel
from lantai.recording import commands, queries, tasks
from lantai.recording.forms import (
    COLLECTORS,
    CorrectionForm,
    EvidenceForm,
    HoldForm,
    LiftForm,
    OpeningForm,
    RecordingsFilter,
    WaiverForm,
    officer_words,
)
from lantai.recording.models import Dossier, Evidence
from lantai.recording.uploads import Received, UploadReader
from lantai.web.choosing import Offer, sought
from lantai.web.files import INLINE, file_response
from lantai.web.form_page import answered
from lantai.web.paging import keyset
from lantai.web.returning import page_of_ours

FORM = ["GET", "HEAD", "POST"]
_PREFILLED = ("step", "kind", "name", "place", "proves")


def _next(request: HttpRequest, dossier: Dossier) -> str:
    """Where the person came from (the case), if that is a page of ours; otherwise the dossier."""
    return page_of_ours(request, reverse("recording:dossier", args=[dossier.pk]))


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    """Fields and files of a submitted form; nothing for a page that is only looked at."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _kept(received: Received) -> StoredObject:
    """The bytes on the disk under their hash; only now may a page say 已保存."""
    try:
        return store.receive(received.open(), limit=settings.EVIDENCE_MAX_BYTES)
    finally:
        received.close()


def _look_at(kept: list[StoredObject]) -> None:
    for file in kept:
        if file.media_type.startswith(queries.PROBED):
            tasks.probe.enqueue(file.sha256)


@require_safe
def recordings(request: HttpRequest) -> HttpResponse:
    form = RecordingsFilter(request.GET)
    state = form.cleaned_data["state"] if form.is_valid() else ""
    page = keyset(request, queries.recordings_listed(request.actor, state=state))
    context = {"form": form, "page": page, "rows": _recording_rows(page.rows), "holds": queries.holds(request.actor)}
    context["columns"] = ["名称", "案卷", "环节", "录制时间", "入库", "播放", "保管"]
    return render(request, "recording/recordings.html", context)


def _recording_rows(pieces: Any) -> list[list[Any]]:
    kept = queries.retention_words(pieces)
    rows = []
    for piece in pieces:
        word, kind = queries.state_of(piece)
        late = queries.is_late(piece)
        rows.append(
            [
                {"text": piece.name, "url": reverse("recording:detail", args=[piece.pk])},
                {"text": piece.dossier.title, "url": reverse("recording:dossier", args=[piece.dossier_id])},
                queries.step_words(piece.of_step) or "—",
                {"text": queries.moment(piece.made_at)},
                {"text": "逾 24 小时入库" if late else "24 小时内入库", "tag": "warn" if late else "ok"},
                {"text": word or "—", "tag": kind},
                kept[piece.pk] or "可以提请鉴定",
            ]
        )
    return rows


@require_safe
def dossier(request: HttpRequest, dossier_id: int) -> HttpResponse:
    found = queries.dossier(request.actor, dossier_id)
    step = request.GET.get("step", "")
    items = queries.evidence_rows(request.actor, found, step=step)
    context = {
        "dossier": found,
        "step": step,
        "step_words": queries.step_words(step),
        "items": items,
        "facts": queries.by_fact(items),
        "waivers": queries.waivers(request.actor, found),
        "may_add": queries.may_add(request.actor, found),
        "may_hold": request.actor.has(*commands.KEEPERS),
        "back": request.GET.get("next", "") and _next(request, found),
    }
    return render(request, "recording/dossier.html", context)


@csrf_exempt  # the upload reader must be in place before the token is read; ``_add`` checks the token
def add(request: HttpRequest, dossier_id: int) -> HttpResponse:
    request.upload_handlers = [UploadReader(request)]
    return _add(request, dossier_id)


@csrf_protect
@require_http_methods(FORM)
def _add(request: HttpRequest, dossier_id: int) -> HttpResponse:
    found = queries.dossier(request.actor, dossier_id)
    initial = _prefilled(request)
    said = {"officers": _offered(request, found.agency_id, initial), "viewer": request.actor}
    form = EvidenceForm(*_sent(request), initial=initial, **said)
    if form.is_valid():
        files = form.cleaned_data["files"]
        kept = [_kept(received) for received in files]
        pieces = [
            form.stated
            | {"file": file, "file_name": one.name, "collected_by": form.collectors}
            | {"name": form.name_of(n, len(files), one.name)}
            for n, (one, file) in enumerate(zip(files, kept, strict=True), 1)
        ]
        try:
            commands.hand_in(actor=request.actor, dossier=found, pieces=pieces, key=request.POST.get("key"))
        except (Malformed, Refused, Conflict) as fault:
            _at_fault(form, fault)
        else:
            _look_at(kept)
            messages.success(request, f"已保存 {len(kept)} 份材料")
            return redirect(_next(request, found))
    context = {"dossier": found, "form": form, "next": _next(request, found)}
    return answered(request, "recording/add.html", context, form)


def _offered(request: HttpRequest, agency_id: int, initial: Mapping[str, Any]) -> Offer:
    """The officers among whom the collectors are chosen."""
    asked = sought(request, COLLECTORS, initial)
    chosen = {*asked.chosen, request.actor.person_id}
    met = personnel.offered(request.actor, agency_id, (Role.OFFICER,), q=asked.q, chosen=chosen)
    return Offer([(str(o.person_id), officer_words(o)) for o in met.people], met.has_more, asked.q, met.is_in_vain)


def _prefilled(request: HttpRequest) -> dict[str, Any]:
    """What the case page passed along: the step, the place, who was there."""
    given: dict[str, Any] = {name: request.GET[name] for name in _PREFILLED if name in request.GET}
    given["of_step"] = given.pop("step", "")
    if "av" in request.GET:
        given["is_av"] = True
    people = [pk for pk in request.GET.get("officers", "").split(",") if pk.isdecimal()]
    return given | dict(zip(COLLECTORS, people, strict=False))


def _at_fault(form: EvidenceForm, fault: Malformed | Refused | Conflict) -> None:
    """What the command answered, at the field that asks for it."""
    if isinstance(fault, Malformed):
        fault.field = {"officers": "officer_one", "correction_reason": "reason"}.get(fault.field, fault.field)
    form.at_fault(fault)


@require_safe
def detail(request: HttpRequest, evidence_id: int) -> HttpResponse:
    piece = queries.evidence(request.actor, evidence_id)
    media_type = piece.file.media_type
    context = {
        "piece": piece,
        "opened": queries.may_open(request.actor, piece),
        "form": OpeningForm(viewer=request.actor),
        "inline": media_type in INLINE,
        "family": media_type.partition("/")[0] if media_type in INLINE else "",
        "rows": queries.facts_of(piece),
        "custody": queries.custody(request.actor, piece),
        "openings": queries.openings(request.actor, piece),
        "corrections": queries.corrections(piece),
        "may_add": queries.may_add(request.actor, piece.dossier),
        "file_url": reverse("recording:file", args=[piece.pk]),
    }
    return render(request, "recording/detail.html", context)


@require_POST
def open_piece(request: HttpRequest, evidence_id: int) -> HttpResponse:
    piece = queries.evidence(request.actor, evidence_id)
    form = OpeningForm(request.POST, viewer=request.actor)
    if not form.is_valid():
        raise Malformed("purpose", "请选择查看用途")
    commands.note_opening(actor=request.actor, evidence=piece, purpose=form.words, key=request.POST.get("key"))
    return redirect(f"{reverse('recording:detail', args=[piece.pk])}#content")


@require_safe
def file(request: HttpRequest, evidence_id: int) -> HttpResponseBase:
    """The bytes, whole or in part, for who has noted the opening; others are shown where to note it."""
    piece = queries.evidence(request.actor, evidence_id)
    if not queries.may_open(request.actor, piece):
        return redirect("recording:detail", piece.pk)
    return file_response(
        request,
        store.path(piece.file_id),
        media_type=piece.file.media_type,
        name=piece.file_name,
        sha256=piece.file_id,
        download="download" in request.GET,
    )


@require_safe
def preview(request: HttpRequest, evidence_id: int) -> HttpResponseBase:
    """The small picture made by the job: a derivative without tags, so lists may show it."""
    shown = queries.preview_of(request.actor, evidence_id)
    return file_response(request, store.path(shown), media_type="image/jpeg", name="预览.jpg", sha256=shown)


@csrf_exempt  # as in ``add``
def correct(request: HttpRequest, evidence_id: int) -> HttpResponse:
    request.upload_handlers = [UploadReader(request)]
    return _correct(request, evidence_id)


@csrf_protect
@require_http_methods(FORM)
def _correct(request: HttpRequest, evidence_id: int) -> HttpResponse:
    piece = queries.evidence(request.actor, evidence_id)
    known = dict(zip(COLLECTORS, (c["person_id"] for c in piece.collected_by), strict=False))
    said = {"officers": _offered(request, piece.dossier.agency_id, known), "viewer": request.actor}
    form = CorrectionForm(*_sent(request), evidence=piece, **said)
    if form.is_valid():
        try:
            made = _corrected(request, piece, form)
        except (Malformed, Refused, Conflict) as fault:
            _at_fault(form, fault)
        else:
            messages.success(request, "已另存更正后的材料，原材料保留在案")
            return redirect("recording:detail", made.pk)
    context = {"piece": piece, "form": form}
    return answered(request, "recording/correct.html", context, form)


def _corrected(request: HttpRequest, piece: Evidence, form: CorrectionForm) -> Evidence:
    files = form.cleaned_data["files"]
    kept = [_kept(received) for received in files[:1]]
    made: Evidence = commands.correct(
        actor=request.actor,
        evidence=piece,
        reason=form.cleaned_data["reason"],
        changes=form.changes,
        file=kept[0] if kept else None,
        file_name=files[0].name if kept else "",
        collected_by=form.collectors,
        key=request.POST.get("key"),
    )
    _look_at(kept)
    return made


@require_http_methods(FORM)
def waive(request: HttpRequest, dossier_id: int) -> HttpResponse:
    found = queries.dossier(request.actor, dossier_id)
    form = WaiverForm(_sent(request)[0], initial={"of_step": request.GET.get("step", "")})
    if form.is_valid():
        try:
            commands.waive_av(actor=request.actor, dossier=found, key=request.POST.get("key"), **form.cleaned_data)
            messages.success(request, "已登记未录音像的理由")
            return redirect(_next(request, found))
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    context = {"dossier": found, "form": form, "next": _next(request, found)}
    return answered(request, "recording/waive.html", context, form)


@require_http_methods(FORM)
def hold(request: HttpRequest, dossier_id: int) -> HttpResponse:
    found = queries.dossier(request.actor, dossier_id)
    form = HoldForm(_sent(request)[0])
    if form.is_valid():
        try:
            commands.place_hold(actor=request.actor, dossier=found, key=request.POST.get("key"), **form.cleaned_data)
            messages.success(request, "已登记停止处置")
            return redirect("recording:recordings")
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    context = {"dossier": found, "form": form}
    return answered(request, "recording/hold.html", context, form)


@require_http_methods(FORM)
def lift(request: HttpRequest, hold_id: int) -> HttpResponse:
    found = queries.hold(request.actor, hold_id)
    form = LiftForm(_sent(request)[0])
    if form.is_valid():
        try:
            commands.lift_hold(actor=request.actor, hold=found, key=request.POST.get("key"), **form.cleaned_data)
            messages.success(request, "已解除停止处置")
            return redirect("recording:recordings")
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    context = {"hold": found, "dossier": found.dossier, "form": form}
    return answered(request, "recording/hold.html", context, form)
