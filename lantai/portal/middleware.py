"""Public pages from a cache keyed by publication version: identical for everyone, revalidated by ETag, never stale."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import ResponseHeaders
from django.utils.http import parse_etags

from lantai.ledger import clock
from lantai.portal.queries.version import publication_version
from lantai.web.context import LARGE_COOKIE

PRIVATE = ("/desk/", "/login/", "/logout/", "/components/", "/static/", "/setup/", "/account")
KEPT_SECONDS = 3600
HEADERS = (
    "Content-Type",
    "Content-Security-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Referrer-Policy",
    "Content-Disposition",
)


class PublicCacheMiddleware:
    """Serves anonymous GET and HEAD of public addresses; outermost, so that a hit reads no session and no rows.

    The key is (publication version, day, type size, address). Every portal command raises the version in its own
    transaction, so that a withdrawal shows within a second; the day is in the key, because a certificate or a term of
    publication ends by itself. Only 200 and 410 answers without cookies are kept, and none that says ``no-store``
    (a proof that still waits for its signature).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or request.path.startswith(PRIVATE) or "HTTP_RANGE" in request.META:
            return self.get_response(request)
        large = LARGE_COOKIE in request.META.get("HTTP_COOKIE", "") and request.COOKIES.get(LARGE_COOKIE) == "1"
        state = (publication_version(), clock.today().toordinal(), large)
        asked = (*state, *map(request.META.get, ADDRESS))
        page = _near.get(asked)
        if page is None or page.until < time.monotonic():
            name = f"{state[0]}|{state[1]}|{large:d}|{request.get_host()}|{request.get_full_path()}"
            digest = hashlib.sha256(name.encode()).hexdigest()
            kept = cache.get(digest)
            if kept is None:
                response = self.get_response(request)
                if not _keepable(request, response):
                    return response
                kept = (
                    response.status_code,
                    response.content,
                    {h: response[h] for h in HEADERS if h in response},
                )
                if request.method == "GET":
                    cache.set(digest, kept, KEPT_SECONDS)
            page = _Page(f'"{digest[:32]}"', *kept)
            if request.method == "GET":
                _keep_near(asked, page)
        return page.answer(request)


def _copied(headers: ResponseHeaders) -> ResponseHeaders:
    """The same headers for another response; they were checked when the first was made."""
    made = ResponseHeaders({})
    made._store = dict(headers._store)
    return made


class _Page:
    """A kept page with its headers checked and encoded once."""

    def __init__(self, etag: str, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.etag, self.status, self.body = etag, status, body
        self.until = time.monotonic() + KEPT_SECONDS
        lasting = {"ETag": etag, "Cache-Control": "public, no-cache"}
        self.full = ResponseHeaders({**headers, "Content-Length": str(len(body)), **lasting})
        self.unchanged = ResponseHeaders(lasting)

    def answer(self, request: HttpRequest) -> HttpResponse:
        asked = request.META.get("HTTP_IF_NONE_MATCH", "")
        if asked and self.status == 200 and self.etag in parse_etags(asked):
            response = HttpResponse(status=304)
            response.headers = _copied(self.unchanged)
            return response
        response = HttpResponse(self.body, status=self.status, content_type=self.full.get("Content-Type"))
        response.headers = _copied(self.full)
        return response


ADDRESS = (
    "SCRIPT_NAME",
    "PATH_INFO",
    "QUERY_STRING",
    "HTTP_HOST",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "SERVER_NAME",
    "SERVER_PORT",
)
"""What host and address of a request are made of: who asks with the very same words was let in before."""

NEAR = 1_000  # pages held ready in a process; the cache behind holds more
_near: dict[tuple[Any, ...], _Page] = {}


def forget_pages() -> None:
    """Forget every page this process holds: for tests, whose database goes back in time."""
    _near.clear()
    cache.clear()


def _keep_near(asked: tuple[Any, ...], page: _Page) -> None:
    if len(_near) >= NEAR:
        _near.clear()
    _near[asked] = page


def _keepable(request: HttpRequest, response: HttpResponse) -> bool:
    if "no-store" in response.get("Cache-Control", ""):
        return False
    return response.status_code in (200, 410) and not response.streaming and not response.cookies
