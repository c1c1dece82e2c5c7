"""The living page of components, and the switch of type size."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from lantai.web.context import LARGE_COOKIE
from lantai.web.returning import page_of_ours
from lantai.web.samples import samples


@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """Every component with its names. Public in a demonstration, otherwise for those who signed in."""
    if not settings.LANTAI_DEMO and not request.user.is_authenticated:
        raise Http404
    return render(request, "web/components.html", samples())


@require_GET
def display(request: HttpRequest, size: str) -> HttpResponse:
    """大字版 on or off: a cookie, no account, no script; then back to the page."""
    response = redirect(page_of_ours(request, "/"))
    if size == "large":
        response.set_cookie(
            LARGE_COOKIE, "1", max_age=365 * 86400, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    else:
        response.delete_cookie(LARGE_COOKIE)
    return response
