"""存证与核验、文书核验、网站地图、无障碍说明: how a stranger checks what this site says, and finds the way."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lantai.ledger import note
from lantai.ledger import queries as ledger
from lantai.portal.queries import notices, registers

CODE = re.compile(r"[0-9A-Za-z]{6,12}")
DIGEST = re.compile(r"[0-9a-fA-F]{64}")


@require_safe
def ledger_page(request: HttpRequest) -> HttpResponse:
    """Checkpoints, key, how to verify, what is proved and what is not."""
    context = {
        "section": "ledger",
        "checkpoints": ledger.checkpoints(20),
        "origin": note.origin(),
        "key": ledger.verifier_key(),
    }
    return _fresh(render(request, "portal/ledger.html", context))


@require_safe
def checkpoint(request: HttpRequest, size: int | None = None) -> HttpResponse:
    """A signed checkpoint as text: the latest, or that of a size."""
    found = ledger.latest_checkpoint() if size is None else ledger.checkpoint_of_size(size)
    if found is None:
        raise Http404
    return _fresh(HttpResponse(found.note, content_type="text/plain; charset=utf-8"))


@require_safe
def verifier(request: HttpRequest) -> HttpResponse:
    """The program that checks a bundle without us: one file of standard library."""
    text = (settings.ROOT / "verify.py").read_bytes()
    response = HttpResponse(text, content_type="text/x-python; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="verify.py"'
    return response


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """By the code under a document, by its number, or by the digest of a file."""
    asked = request.GET.get("code", "").strip()[:120]
    plain = "".join(asked.split()).replace("-", "")
    if CODE.fullmatch(plain):
        return redirect(f"/c/{plain.upper()}/")
    context: dict[str, Any] = {"section": "check", "asked": asked, "found": None}
    if asked:
        context |= _found(asked)
    return _fresh(render(request, "portal/check.html", context))


@require_safe
def check_code(request: HttpRequest, code: str) -> HttpResponse:
    """The target of the QR code under a document."""
    context = {"section": "check", "asked": code, **_found(code)}
    return _fresh(render(request, "portal/check.html", context, status=200 if context["found"] else 404))


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/sitemap.html", {"agencies": list(registers.agencies())})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/accessibility.html")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse("User-agent: *\nDisallow: /desk/\nDisallow: /c/\n", content_type="text/plain; charset=utf-8")


def _found(word: str) -> dict[str, Any]:
    """A document mark, a published decision, or nothing."""
    mark = registers.mark(word)
    reference = mark.reference if mark else word
    notice = (notices.by_reference(reference) if reference else None) or notices.by_digest(word.lower())
    return {"mark": mark, "notice": notice, "found": mark or notice, "is_digest": bool(DIGEST.fullmatch(word))}


def _fresh(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
