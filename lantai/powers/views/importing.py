"""Pages of imports: choose a register, upload, see what would happen, confirm, or take the workbook with its faults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lantai.agencies import commands, queries
from lantai.law.people import Role
from lantai.ledger import store
from lantai.personnel.commands import imports as officers
from lantai.powers.forms import UploadForm
from lantai.powers.registers import REGISTERS, Register
from lantai.web import paging
from lantai.web.form_page import form_page
from lantai.web.workbook.sheets import LIMIT_BYTES, MEDIA_TYPE

_SHOWN = 200  # problems on the page; all of them are in the workbook


def _register(kind: str) -> Register:
    if kind not in REGISTERS:
        raise Http404
    return REGISTERS[kind]


def _workbook(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return response


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    queries.administrator(request.actor)
    runs = queries.runs(request.actor)
    last = queries.last_runs(request.actor)
    context = {
        "choices": [(r, last.get(r.kind)) for r in REGISTERS.values()],
        "page": paging.keyset(request, runs.order_by(), total=paging.capped_count(runs)),
        "may_write": request.actor.has(Role.SYSTEM_ADMIN),
    }
    return render(request, "powers/imports.html", context)


@require_safe
def template(request: HttpRequest, kind: str) -> HttpResponse:
    register = _register(kind)
    return _workbook(register.template(request.actor), f"{register.label}导入模板.xlsx")


@require_http_methods(("GET", "HEAD", "POST"))
def upload(request: HttpRequest, kind: str) -> HttpResponse:
    queries.administrator(request.actor)
    register = _register(kind)
    form = UploadForm(request.POST or None, request.FILES or None)

    def act(given: Mapping[str, Any]) -> str:
        file = given["file"]
        workbook = store.receive(file, limit=LIMIT_BYTES)
        trial = register.trial(request.actor, workbook.sha256)
        run = commands.keep_trial(
            actor=request.actor, kind=kind, workbook=workbook, original_name=file.name, trial=trial
        )
        return reverse("powers:run", args=[run.pk])

    note = "上传后先试算：数一数、比一比、把问题指出来。确认之前什么也不写入。"
    back = ("导入", reverse("powers:imports"))
    return form_page(request, form, act, title=f"导入{register.label}", submit="上传并试算", back=back, note=note)


@require_safe
def run(request: HttpRequest, run_id: int) -> HttpResponse:
    found = queries.run(request.actor, run_id)
    tried = found.status == found.Status.TRIED
    context = {
        "run": found,
        "register": _register(found.kind),
        "problems": found.problems[:_SHOWN],
        "more": max(0, found.found.get("problems", 0) - _SHOWN),
        "may_confirm": tried and request.actor.has(Role.SYSTEM_ADMIN),
        "writes": found.counts.get("new", 0) + found.counts.get("changed", 0),
        "may_confirm_posts": found.status == found.Status.CONFIRMED
        and bool(found.counts.get("posts"))
        and request.actor.has(Role.SECURITY_ADMIN),
    }
    return render(request, "powers/run.html", context)


@require_POST
def confirm(request: HttpRequest, run_id: int) -> HttpResponse:
    found = queries.run(request.actor, run_id)
    partly, key = request.POST.get("part") == "good", request.POST.get("key")
    _register(found.kind).confirm(actor=request.actor, run=found, good_part_only=partly, key=key)
    messages.success(request, "已导入")
    return redirect("powers:run", run_id=run_id)


@require_POST
def confirm_posts(request: HttpRequest, run_id: int) -> HttpResponse:
    found = queries.run(request.actor, run_id)
    officers.confirm_posts(actor=request.actor, run=found, key=request.POST.get("key"))
    messages.success(request, "岗位已生效")
    return redirect("powers:run", run_id=run_id)


@require_POST
def drop(request: HttpRequest, run_id: int) -> HttpResponse:
    found = queries.run(request.actor, run_id)
    commands.drop_run(actor=request.actor, run=found, key=request.POST.get("key"))
    messages.success(request, "已放弃，什么也没有写入")
    return redirect("powers:imports")


@require_safe
def problems(request: HttpRequest, run_id: int) -> HttpResponse:
    found = queries.run(request.actor, run_id)
    name = found.original_name.rsplit(".", 1)[0]
    return _workbook(queries.problem_workbook(request.actor, found), f"{name}（有问题列）.xlsx")
