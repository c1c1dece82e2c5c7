"""程序改版: the rehearsal of a new version over the running cases, page by page and as a table to keep, and the move."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from lantai.cases import changes
from lantai.cases.commands import moving
from lantai.law.procedure import Procedure
from lantai.law.transition import STRATEGIES
from lantai.web.paging import keyset
from lantai.web.templatetags.lantai import cn_date

COLUMNS = ("案件编号", "办案机关", "环节", "环节的增减", "期限的变化", "处理")


@require_safe
def versions(request: HttpRequest) -> HttpResponse:
    return render(request, "cases/changes.html", {"changes": changes.changes(request.actor)})


@require_safe
def rehearsal(request: HttpRequest, code: str, number: int) -> HttpResponse:
    new = changes.version(request.actor, code, number)
    page = keyset(request, changes.running(request.actor, new).order_by("-id"))
    tried = reversed(changes.rehearsed(request.actor, new, list(page.rows)))
    rows = [(r, list(zip(COLUMNS, _cells(new, r), strict=True))) for r in tried]
    change = next(c for c in changes.changes(request.actor) if c.procedure is new)
    context = {"new": new, "change": change, "page": page, "rows": rows, "columns": COLUMNS}
    return render(request, "cases/rehearsal.html", context)


@require_safe
def table(request: HttpRequest, code: str, number: int) -> StreamingHttpResponse:
    """The rehearsal of every case, for a spreadsheet program; sent as it is made."""
    new = changes.version(request.actor, code, number)
    rows = changes.rehearse(request.actor, new)
    response = StreamingHttpResponse(_csv(new, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{code}.v{number}.csv"'
    return response


@require_POST
def move(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Move one case (``case``), or all of the page that lack nothing (``cases``)."""
    new = changes.version(request.actor, code, number)
    given = request.POST
    chosen = [int(pk) for pk in given.getlist("cases") if pk.isdecimal() and len(pk) < 19]
    moved = moving.move_all_to_version(
        actor=request.actor,
        code=new.code,
        version=new.version,
        cases=chosen,
        reason=given.get("reason", ""),
        key=given.get("key"),
    )
    messages.success(request, f"已移入{moved}件，其余{len(chosen) - moved}件留在原版本")
    return redirect("cases:rehearsal", code=code, number=number)


@require_POST
def move_one(request: HttpRequest, code: str, number: int, case_id: int) -> HttpResponse:
    new = changes.version(request.actor, code, number)
    case = changes.running(request.actor, new).filter(pk=case_id).first()
    if case is None:
        raise Http404
    seen = request.POST.get("seen", "")
    moving.move_to_version(
        actor=request.actor,
        case=case,
        version=new.version,
        reason=request.POST.get("reason", ""),
        seen=int(seen) if seen.isdecimal() and len(seen) < 10 else None,
        key=request.POST.get("key"),
    )
    messages.success(request, f"{case.number}已移入第{new.version}版")
    return redirect("cases:rehearsal", code=code, number=number)


def _cells(new: Procedure, row: changes.Rehearsed) -> list[str]:
    one = row.transition
    here = new[one.place_before].label if one.place_before in new else one.place_before or "—"
    steps = (("缺少", one.missing), ("新增", one.added), ("不再有效", one.fallen))
    terms = "；".join(f"{t.label}：{_day(t.before)}改为{_day(t.after)}" for t in one.terms)
    return [
        row.number,
        row.agency,
        here if one.place_before == one.place_after else f"{here}，移入后为{one.label_after or '无'}",
        "；".join(f"{word}{'、'.join(new[s].label if s in new else s for s in of)}" for word, of in steps if of) or "—",
        terms or "—",
        STRATEGIES[one.strategy] + (f"：{one.obstacle}" if one.obstacle else ""),
    ]


def _day(day: date | None) -> str:
    return cn_date(day) if day else "待定"


class _Line:
    """Where the csv writer writes: each line is handed on."""

    def write(self, text: str) -> str:
        return text


def _csv(new: Procedure, rows: Iterator[changes.Rehearsed]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(COLUMNS)
    for row in rows:
        yield writer.writerow(_cells(new, row))
