"""How long a session lasts: 30 minutes without a request, 12 hours in all."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from lantai.ledger import clock

IDLE = 30 * 60
ABSOLUTE = 12 * 3600
_NOTED_EVERY = 60  # seconds: the session row is written at most once a minute


class SessionAgeMiddleware:
    """Ends a session on the server when it is too old. Requests without a session cookie cost nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            now = clock.now().timestamp()
            began = request.session.get("signed_in_at", now)
            seen = request.session.get("seen_at", now)
            if now - seen > IDLE or now - began > ABSOLUTE:
                logout(request)
            elif now - seen > _NOTED_EVERY or "seen_at" not in request.session:
                request.session["signed_in_at"], request.session["seen_at"] = began, now
        return self.get_response(request)
