"""Public pages from a cache keyed by publication version: identical for everyone, revalidated by ETag, never stale."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
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
        if request.method not in ("GET", "HEAD") or request.path.startswith(PRIVATE) or "Range" in request.headers:
            return self.get_response(request)
        large = request.COOKIES.get(LARGE_COOKIE) == "1"
        day = clock.today().toordinal()
        name = f"{publication_version()}|{day}|{large:d}|{request.get_host()}|{request.get_full_path()}"
        digest = hashlib.sha256(name.encode()).hexdigest()
        etag = f'"{digest[:32]}"'
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
        return _answer(request, kept, etag)


def _keepable(request: HttpRequest, response: HttpResponse) -> bool:
    if "no-store" in response.get("Cache-Control", ""):
        return False
    return response.status_code in (200, 410) and not response.streaming and not response.cookies


def _answer(request: HttpRequest, kept: tuple[int, bytes, dict[str, str]], etag: str) -> HttpResponse:
    status, body, headers = kept
    if status == 200 and etag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponse(status=304)
        del response["Content-Type"]
    else:
        response = HttpResponse(body, status=status)
        for header, value in headers.items():
            response[header] = value
        response["Content-Length"] = str(len(body))
    response["ETag"] = etag
    response["Cache-Control"] = "public, no-cache"
    return response
