"""存证完整性: the state of the log for the administrators."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from lantai.ledger import commands, queries, tasks


@require_safe
def integrity(request: HttpRequest) -> HttpResponse:
    return render(request, "ledger/integrity.html", {"log": queries.integrity(request.actor)})  # type: ignore[attr-defined]


@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    with_files = request.POST.get("files") == "1"
    run = commands.ask_verification(
        actor=request.actor,  # type: ignore[attr-defined]
        key=request.POST.get("key"),
        with_files=with_files,
    )
    tasks.verify.enqueue(run.pk)
    messages.success(request, "核对已开始，完成后结果列在本页")
    return redirect("ledger:integrity")


@require_safe
def result(request: HttpRequest, run_id: int) -> HttpResponse:
    return render(request, "ledger/result.html", {"run": queries.result_of(request.actor, run_id)})  # type: ignore[attr-defined]


@require_safe
def checkpoint(request: HttpRequest, size: int) -> HttpResponse:
    answer = HttpResponse(queries.signed_note(size), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="checkpoint-{size}.txt"'
    return answer
