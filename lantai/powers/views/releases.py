"""Pages of the procedures that run, and of their signing by the justice bureau."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from lantai.law import released
from lantai.powers import queries
from lantai.powers.commands import releases as commands


@require_safe
def releases(request: HttpRequest) -> HttpResponse:
    signed = queries.releases()
    rows = [(p, signed.get((p.code, p.digest))) for p in released.RELEASED]
    return render(request, "powers/releases.html", {"rows": rows, "may_sign": queries.may_sign(request.actor)})


@require_safe
def release(request: HttpRequest, code: str, version: int) -> HttpResponse:
    try:
        procedure = released.version_of(code, version)
    except KeyError:
        raise Http404 from None
    context = {
        "procedure": procedure,
        "signed": queries.releases().get((code, procedure.digest)),
        "may_sign": queries.may_sign(request.actor),
    }
    return render(request, "powers/release.html", context)


@require_POST
def sign(request: HttpRequest, code: str, version: int) -> HttpResponse:
    digest, key = request.POST.get("digest", ""), request.POST.get("key")
    commands.sign_release(actor=request.actor, code=code, version=version, digest=digest, key=key)
    messages.success(request, "已签发")
    return redirect("powers:release", code=code, version=version)
