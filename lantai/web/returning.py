"""Going back to where somebody came from: only ever to a page of ours."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def page_of_ours(request: HttpRequest, otherwise: str) -> str:
    """The page that the form or the address names as ``next``; ``otherwise`` where it names none of ours."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    own = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return target if own and target.startswith("/") else otherwise
