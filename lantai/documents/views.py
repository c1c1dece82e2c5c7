"""Pages of documents: the list of one matter, one document with its printed form, correction, numbers, progress."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lantai.documents import commands, queries, tasks
from lantai.documents.forms import CorrectionForm, VoidForm
from lantai.documents.models import IssuedDocument, Rendering
from lantai.law.people import Role
from lantai.ledger import clock, store
from lantai.web.files import file_response
from lantai.web.paging import keyset
from lantai.web.templatetags.lantai import cn_datetime

FORM = ["GET", "HEAD", "POST"]
CORRECTORS = (Role.OFFICER, *commands.HEADS)


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    page = keyset(request, queries.listed(request.actor, q=request.GET.get("q", "").strip()))
    return render(request, "documents/listing.html", {"page": page, "q": request.GET.get("q", "")})


@require_safe
def of_subject(request: HttpRequest, subject: str) -> HttpResponse:
    found = list(queries.of_subject(request.actor, subject))
    return render(request, "documents/of_subject.html", {"documents": found, "subject": subject})


@require_safe
def document(request: HttpRequest, document_id: int) -> HttpResponse:
    found = queries.get(request.actor, document_id)
    return render(request, "documents/document.html", _shown(request, found, CorrectionForm()))


def _shown(request: HttpRequest, found: IssuedDocument, form: CorrectionForm) -> dict[str, Any]:
    may = request.actor.has(*CORRECTORS) and request.actor.agency_id == found.agency_id
    return {
        "document": found,
        "sheet": queries.preview(found),
        "rendering": (made := queries.rendering_of(found)),
        "facts": [
            ("版式件", f"{made.pages}页" if made else "尚未制作，打开时当即制作"),
            ("生成时间", cn_datetime(found.issued_at)),
            ("签署", "、".join(s.get("name", "") for s in found.signers) or "—"),
        ],
        "corrections": queries.corrections(found),
        "form": form,
        "may_correct": may and not found.is_internal and found.kind != "document_correction",
    }


@require_safe
def pdf(request: HttpRequest, document_id: int) -> HttpResponseBase:
    found = queries.get(request.actor, document_id)
    return _file(request, found, "pdf")


@require_safe
def docx(request: HttpRequest, document_id: int) -> HttpResponseBase:
    found = queries.get(request.actor, document_id)
    return _file(request, found, "docx")


def _file(request: HttpRequest, found: IssuedDocument, form: str) -> HttpResponseBase:
    made: Rendering = tasks.rendered(found)
    sha256 = made.pdf_id if form == "pdf" else made.docx_id
    return file_response(
        request,
        store.path(sha256),
        media_type=tasks.PDF if form == "pdf" else tasks.DOCX,
        name=f"{found.title}{found.number}.{form}",
        sha256=sha256,
        download=form == "docx" or "download" in request.GET,
        trusted=True,
    )


@require_http_methods(["POST"])
def correct(request: HttpRequest, document_id: int) -> HttpResponse:
    found = queries.get(request.actor, document_id)
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return render(request, "documents/document.html", _shown(request, found, form), status=400)
    new = commands.correct(actor=request.actor, document=found, key=request.POST.get("key"), **form.cleaned_data)
    messages.success(request, f"已制作《{new.title}》{new.number}，请送达当事人。")
    return redirect("documents:document", new.pk)


@require_http_methods(FORM)
def numbers(request: HttpRequest) -> HttpResponse:
    form = VoidForm(request.POST or None)
    agency, year = queries.own_agency(request.actor), clock.today().year
    if form.is_valid():
        void = commands.void_number(
            actor=request.actor, agency=agency, year=year, key=request.POST.get("key"), **form.cleaned_data
        )
        messages.success(request, f"{void.number}已作废。")
        return redirect("documents:numbers")
    context = {"form": form, "rows": queries.registers(request.actor, year), "year": year}
    context["may_void"] = request.actor.has(*commands.HEADS)
    return render(request, "documents/numbers.html", context, status=400 if form.is_bound else 200)


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    done, every = queries.progress()
    return render(request, "documents/progress.html", {"done": done, "every": every})
