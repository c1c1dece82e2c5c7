"""The pages for 400, 403, 404 and 500 that Django asks for by name (``handler404`` …), and for a failed form token."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader


def _page(request: HttpRequest, status: int, template: str) -> HttpResponse:
    return render(request, template, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 400, "web/400.html")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 403, "web/403.html")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404, "web/404.html")


def broken(request: HttpRequest) -> HttpResponse:
    """The last page: it reads nothing of the request, because anything may be broken."""
    return HttpResponse(loader.render_to_string("web/500.html"), status=500)


def token_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token or from elsewhere (CSRF): 403."""
    return _page(request, 403, "web/403_token.html")
