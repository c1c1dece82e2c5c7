"""Pages of the archive: the queue of what is handed in, the check of one file, and the filed volumes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lantai.archive import commands, queries, tasks
from lantai.archive.forms import AcceptForm, HandInForm, SendBackForm, VolumeFilter
from lantai.archive.models import HandIn, Volume
from lantai.archive.queries import Intake
from lantai.law.filing import Filed, pages_in
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.web.form_page import answered
from lantai.web.paging import keyset
from lantai.web.templatetags.lantai import cn_date, mask

MEASURED_BY = Refusal(
    "", (), "完好检测由档案管理员、音像保管员或者执法监督人员办理", "请由上述人员登录后办理", policy=True
)
FORM = ["GET", "HEAD", "POST"]
TABS = (("queue", "移交与接收", "archive:intake"), ("volumes", "已归档案卷", "archive:volumes"))


def _tabs() -> list[dict[str, str]]:
    return [{"key": key, "label": label, "url": reverse(name)} for key, label, name in TABS]


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    actor = request.actor
    context = {
        "tabs": _tabs(),
        "waiting": list(queries.waiting(actor)[:200]),
        "returned": list(queries.returned(actor)[:50]),
        "ready": list(queries.ready(actor)[:100]),
        "keeps": actor.has(*queries.KEEPERS),
        "handles": actor.has(*queries.HANDLERS),
    }
    return render(request, "archive/queue.html", context)


@require_http_methods(FORM)
def hand_in(request: HttpRequest, case_id: int) -> HttpResponse:
    found = queries.intake(request.actor, case_id)
    form = HandInForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            commands.hand_in(actor=request.actor, case=found.case, key=request.POST.get("key"), **form.cleaned_data)
            messages.success(request, "已移交档案管理员")
            return redirect("archive:intake")
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    latest = queries.latest_hand_in(request.actor, found.case)
    context = _shown(found) | {"form": form, "latest": latest, "handles": request.actor.has(*queries.HANDLERS)}
    return answered(request, "archive/hand_in.html", context, form)


def _shown(found: Intake) -> dict[str, Any]:
    """The check of a file as the pages show it: gates first, then the proposed order."""
    return {"intake": found, "case": found.case, "gates": list(_gates(found)), "parts": _parts(found.parts)}


def _gates(found: Intake) -> Iterable[dict[str, Any]]:
    yield {"label": "已结案", "state": "ok" if found.is_closed else "bad", "why": ""}
    for owed in found.open:
        yield {"label": owed.label, "state": "bad", "word": "未了", "why": owed.remedy}
    for one in found.lacking:
        state = "waiting" if one.kind in ("record", "rendering") else "bad"
        word = {"record": "须核对纸质材料", "rendering": "排版中"}.get(one.kind, "缺少")
        yield {"label": one.sentence, "state": state, "word": word}
    if not found.lacking:
        yield {"label": "应有的文书、记录和音像齐全", "state": "ok"}


def _parts(parts: dict[str, tuple[Filed, ...]]) -> list[dict[str, Any]]:
    return [
        {
            "part": part,
            "pages": pages_in(filed),
            "rows": [
                [f.order, f.paper.title, f.paper.number or "—", cn_date(f.paper.day), f.page_words, f.paper.remark]
                for f in filed
            ],
        }
        for part, filed in parts.items()
    ]


@require_safe
def intake(request: HttpRequest, hand_in_id: int) -> HttpResponse:
    held = queries.hand_in(request.actor, hand_in_id)
    return render(request, "archive/intake.html", _intake_page(request, held, AcceptForm(), SendBackForm()))


def _intake_page(request: HttpRequest, held: HandIn, accept: AcceptForm, back: SendBackForm) -> dict[str, Any]:
    found = queries.intake(request.actor, held.case_id)
    return _shown(found) | {
        "held": held,
        "accept": accept,
        "back": back,
        "may_settle": request.actor.has(*queries.KEEPERS) and held.status == HandIn.Status.WAITING,
        "columns": ["序号", "文件名称", "文号", "日期", "页号", "备注"],
    }


@require_POST
def accept(request: HttpRequest, hand_in_id: int) -> HttpResponse:
    held = queries.hand_in(request.actor, hand_in_id)
    form = AcceptForm(request.POST)
    if form.is_valid():
        try:
            commands.accept(actor=request.actor, hand_in=held, key=request.POST.get("key"), **form.cleaned_data)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
        else:
            messages.success(request, "已归档，案卷已封存")
            return redirect(f"{reverse('archive:volumes')}?q={held.case.number}")
    return answered(request, "archive/intake.html", _intake_page(request, held, form, SendBackForm()), form)


@require_POST
def send_back(request: HttpRequest, hand_in_id: int) -> HttpResponse:
    held = queries.hand_in(request.actor, hand_in_id)
    form = SendBackForm(request.POST)
    if form.is_valid():
        try:
            commands.send_back(actor=request.actor, hand_in=held, key=request.POST.get("key"), **form.cleaned_data)
            messages.success(request, "已退回承办人")
            return redirect("archive:intake")
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return answered(request, "archive/intake.html", _intake_page(request, held, AcceptForm(), form), form)


@require_safe
def volumes(request: HttpRequest) -> HttpResponse:
    form = VolumeFilter(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    page = keyset(request, queries.volumes(request.actor, **said))
    context = {
        "tabs": _tabs(),
        "form": form,
        "page": page,
        "columns": ["档号", "案由", "当事人", "页数", "保管期限", "归档日期", "完好"],
        "rows": [_volume_row(v) for v in page.rows],
    }
    return render(request, "archive/volumes.html", context)


def _volume_row(volume: Volume) -> list[Any]:
    parties = "、".join(_masked(p) for p in volume.case.parties.all() if p.role == "party")
    last = next(iter(volume.checks.all()), None)
    sound = {"text": "未检测", "tag": ""} if last is None else _sound(last)
    return [
        {"text": volume.number, "url": reverse("archive:volume", args=[volume.pk])},
        volume.title,
        parties or "—",
        volume.pages,
        volume.retention,
        cn_date(volume.filed_on),
        sound,
    ]


def _masked(party: Any) -> str:
    """A firm by its name; of a person only the family name."""
    return str(party.name) if party.kind == "organisation" else str(mask(party.name))


def _sound(check: Any) -> dict[str, str]:
    return {"text": "有问题", "tag": "bad"} if check.faults else {"text": "完好", "tag": "ok"}


@require_safe
def volume(request: HttpRequest, volume_id: int) -> HttpResponse:
    found = queries.get(request.actor, volume_id)
    context = {
        "volume": found,
        "rows": [
            ("档号", found.number),
            ("卷别", found.part),
            ("案件编号", found.case.number),
            ("案由", found.title),
            ("页数、件数", f"{found.pages} 页，{found.pieces} 件"),
            *queries.lifetime(found),
            ("归档日期", cn_date(found.filed_on)),
            ("立卷人", found.filed_by.name),
            ("检查人", found.accepted_by.name),
            ("备考", found.note or "无"),
        ],
        "items": queries.items(request.actor, found),
        "checks": queries.checks(request.actor, found),
        "sheets": queries.sheets(request.actor, found),
        "others": queries.others_of(request.actor, found),
        "may_measure": request.actor.has(*queries.MEASURERS),
    }
    return render(request, "archive/volume.html", context)


@require_POST
def measure(request: HttpRequest, volume_id: int) -> HttpResponse:
    found = queries.get(request.actor, volume_id)
    if not request.actor.has(*queries.MEASURERS):
        raise Refused([MEASURED_BY])
    tasks.measure.enqueue(found.pk, request.actor.person_id)
    messages.success(request, "已安排检测，结果显示在“完好检测”中，请稍后刷新")
    return redirect("archive:volume", found.pk)
