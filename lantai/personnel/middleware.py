"""Who acts in this request: sets ``request.actor`` once, and keeps the back office behind the door."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from lantai.personnel import queries

_GUARDED = "/desk/"


class ActorMiddleware:
    """Sets ``request.actor`` to the Actor of the signed-in person, or None; at most two statements, none for strangers.

    Below /desk/ a stranger is sent to the sign-in page, an account without person or post gets 403, and whoever must
    change the password does that first.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated
        request.actor = queries.actor_for(request.user) if signed_in else None  # type: ignore[attr-defined]
        if not request.path_info.startswith(_GUARDED):
            return self.get_response(request)
        if not signed_in:
            return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
        if request.user.must_change_password:
            return redirect("accounts:password")
        if request.actor is None or not request.actor.roles:  # type: ignore[attr-defined]
            return render(request, "personnel/no_post.html", status=403)
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response
