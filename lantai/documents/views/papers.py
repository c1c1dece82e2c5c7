"""Pages of documents: the list of one matter, one document with its printed form, correction, numbers, progress."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lantai.documents import commands, queries, tasks
from lantai.documents.forms import CorrectionForm, GapForm, VoidForm
from lantai.documents.models import IssuedDocument, Rendering, SealImprint
from lantai.law.documents import takes_seal
from lantai.law.people import Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import clock, store
from lantai.web.files import file_response
from lantai.web.form_page import answered
from lantai.web.paging import keyset
from lantai.web.templatetags.lantai import cn_datetime

FORM = ["GET", "HEAD", "POST"]
YEARS = range(1949, 2200)
CORRECTORS = (Role.OFFICER, *commands.HEADS)


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    page = keyset(request, queries.listed(request.actor, q=request.GET.get("q", "").strip()))
    return render(request, "documents/listing.html", {"page": page, "q": request.GET.get("q", "")})


@require_safe
def of_subject(request: HttpRequest, subject: str) -> HttpResponse:
    return render(request, "documents/of_subject.html", _matter(request, subject))


def _matter(request: HttpRequest, subject: str) -> dict[str, Any]:
    found = list(queries.of_subject(request.actor, subject))
    if not found:
        raise Http404
    open_ones = [d for d in found if not hasattr(d, "imprint")]
    return {
        "documents": found,
        "subject": subject,
        "may_seal": any(queries.may_seal(request.actor, d) for d in open_ones),
    }


@require_http_methods(["POST"])
def together(request: HttpRequest, subject: str) -> HttpResponse:
    found = queries.chosen(request.actor, subject, request.POST.getlist("d"))
    if not found:
        context = _matter(request, subject) | {"error": "请先勾选文书"}
        return render(request, "documents/of_subject.html", context, status=400)
    if request.POST.get("act") == "seal":
        return _seal_all(request, found, subject)
    made = tasks.bound(found, both_sides="both_sides" in request.POST)
    answer = HttpResponse(made, content_type=tasks.PDF)
    answer["Content-Disposition"] = 'inline; filename="documents.pdf"'
    return answer


def _seal_all(request: HttpRequest, found: list[IssuedDocument], subject: str) -> HttpResponse:
    meant = [d for d in found if takes_seal(d.kind) and not hasattr(d, "imprint")]
    for one in meant:
        tasks.sealed(request.actor, one)
    rest = f"；其余 {len(found) - len(meant)} 件不加盖印章或者已经用印" if len(meant) < len(found) else ""
    messages.success(request, f"已在 {len(meant)} 件文书上用印{rest}。")
    return redirect("documents:of_subject", subject)


@require_safe
def photo(request: HttpRequest, document_id: int, number: int) -> HttpResponseBase:
    kept = queries.photo_of(queries.get(request.actor, document_id), number)
    return file_response(request, store.path(kept.pk), media_type=kept.media_type, name=f"照片{number}", sha256=kept.pk)


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
            ("措辞", queries.wording.version_words(found.fields.get("wording_version", "")) or "法定措辞"),
            ("签署", "、".join(s.get("name", "") for s in found.signers) or "—"),
        ],
        "imprint": (imprint := queries.imprint_of(found)),
        "seal_facts": _seal_facts(imprint),
        "takes_seal": takes_seal(found.kind),
        "may_seal": imprint is None and queries.may_seal(request.actor, found),
        "corrections": queries.corrections(found),
        "form": form,
        "may_correct": may and not found.is_internal and found.kind != "document_correction",
    }


def _seal_facts(imprint: SealImprint | None) -> list[tuple[str, str]]:
    if imprint is None:
        return []
    stamped = f"{cn_datetime(imprint.stamped_at)}（{imprint.authority}）" if imprint.stamped_at else "没有加时间戳"
    return [
        ("印章", imprint.holder),
        ("证书编号", imprint.serial),
        ("用印时间", cn_datetime(imprint.sealed_at)),
        ("时间戳", stamped),
    ]


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
    sha256 = (queries.imprint_of(found) or made).pdf_id if form == "pdf" else made.docx_id
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
def seal(request: HttpRequest, document_id: int) -> HttpResponse:
    found = queries.get(request.actor, document_id)
    made = tasks.sealed(request.actor, found)
    messages.success(request, f"《{found.title}》{found.number}已加盖“{made.holder}”。")
    return redirect("documents:document", found.pk)


@require_http_methods(["POST"])
def correct(request: HttpRequest, document_id: int) -> HttpResponse:
    found = queries.get(request.actor, document_id)
    form = CorrectionForm(request.POST)
    if form.is_valid():
        try:
            key, said = request.POST.get("key"), form.cleaned_data
            new = commands.correct(actor=request.actor, document=found, key=key, **said)
            messages.success(request, f"已制作《{new.title}》{new.number}，请送达当事人。")
            return redirect("documents:document", new.pk)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return answered(request, "documents/document.html", _shown(request, found, form), form)


@require_http_methods(FORM)
def numbers(request: HttpRequest) -> HttpResponse:
    form = VoidForm(request.POST if request.method == "POST" else None)
    agency, year = queries.own_agency(request.actor), clock.today().year
    if form.is_valid():
        try:
            key, said = request.POST.get("key"), form.cleaned_data
            void = commands.void_number(actor=request.actor, agency=agency, year=year, key=key, **said)
            messages.success(request, f"{void.number}已作废。")
            return redirect("documents:numbers")
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return answered(request, "documents/numbers.html", _register(request, _year(request)) | {"form": form}, form)


def _year(request: HttpRequest) -> int:
    asked = request.GET.get("year", "")
    return (
        int(asked)
        if asked.isascii() and asked.isdigit() and len(asked) == 4 and int(asked) in YEARS
        else clock.today().year
    )


def _register(request: HttpRequest, year: int) -> dict[str, Any]:
    return {
        "year": year,
        "this_year": clock.today().year,
        "years": queries.numbered_years(request.actor),
        "rows": queries.registers(request.actor, year),
        "may_void": request.actor.has(*commands.HEADS),
        "form": VoidForm(),
        "gap_form": GapForm(gaps=queries.unexplained(request.actor, year), prefix="gap"),
    }


@require_http_methods(["POST"])
def explain(request: HttpRequest, year: int) -> HttpResponse:
    if year not in YEARS:
        raise Http404
    form = GapForm(request.POST, gaps=queries.unexplained(request.actor, year), prefix="gap")
    if form.is_valid():
        sign, _, sequence = form.cleaned_data["number"].partition(":")
        try:
            made = commands.explain_number(
                actor=request.actor,
                agency=queries.own_agency(request.actor),
                sign=sign,
                year=year,
                sequence=int(sequence),
                reason=form.cleaned_data["reason"],
                key=request.POST.get("key"),
            )
            messages.success(request, f"{made.number}已说明。")
            return redirect(f"{reverse('documents:numbers')}?year={year}")
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
    return answered(request, "documents/numbers.html", _register(request, year) | {"gap_form": form}, form)


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    done, every = queries.progress()
    return render(request, "documents/progress.html", {"done": done, "every": every})
