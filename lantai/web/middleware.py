"""Headers of every answer, and refusals of the law turned into pages (or JSON for machines)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.web import errors
from lantai.web.errors import wants_json

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
PERMISSIONS = "camera=(self), microphone=(self), geolocation=(self), payment=(), usb=(), interest-cohort=()"
METHODS = ("GET", "HEAD", "POST")
OF_THE_FORM = ("csrfmiddlewaretoken", "key", "seen", "next")
WRITTEN = 4  # characters: what is shorter is chosen rather than written
PRIVATE = ("/desk/", "/login/", "/logout/", "/setup/", "/account/")


class SecurityHeadersMiddleware:
    """Strict content policy, no sniffing, no frames, no storing of private pages; undeclared methods get 405."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in METHODS:
            response = self.get_response(request)
        else:
            response = _not_declared(request, ", ".join(METHODS))
        headers = response.headers
        headers.setdefault("Content-Security-Policy", POLICY)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("X-Frame-Options", "DENY")
        headers.setdefault("Permissions-Policy", PERMISSIONS)
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith(PRIVATE):
            headers["Cache-Control"] = "no-store"
        return response


class RefusalMiddleware:
    """Refused → 409, Malformed → 400, Conflict → 409, full disk → 507: one readable page or one JSON object."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            return _not_declared(request, response.headers.get("Allow", ""))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        back = _back(request)
        page = {"back": back, "typed": _typed(request)}
        if errors.is_taken(exception):
            exception = Conflict("同样的内容刚刚已经由别人写入")
        elif errors.is_unwritable(exception):
            exception = Malformed("", "文字里有不能保存的字符，没有办理；请删去后再办理")
        if isinstance(exception, Refused):
            data: dict[str, Any] = {
                "refusals": [
                    {
                        "gate": r.gate,
                        "basis": [b.key for b in r.basis],
                        "reason": r.reason,
                        "remedy": r.remedy,
                        "field": r.field,
                    }
                    for r in exception.refusals
                ]
            }
            return _answer(request, 409, "web/refused.html", {"refusals": exception.refusals, **page}, data)
        if isinstance(exception, Malformed):
            data = {"field": exception.field, "sentence": exception.sentence}
            return _answer(request, 400, "web/malformed.html", {"malformed": exception, **page}, data)
        if isinstance(exception, Conflict):
            data = {"sentence": exception.sentence, "changes": list(exception.changes)}
            return _answer(request, 409, "web/conflict.html", {"conflict": exception, **page}, data)
        if _of_store(exception, "TooLarge"):
            data = {"field": "file", "sentence": str(exception)}
            return _answer(request, 413, "web/too_large.html", {"sentence": str(exception), "back": back}, data)
        if errors.is_full(exception):
            return errors.without_room(request, back)
        if errors.is_busy(exception):
            return errors.too_busy(request)
        return None


def _not_declared(request: HttpRequest, allowed: str) -> HttpResponse:
    page = {"allowed": allowed.replace(", ", "、")}
    answer = _answer(
        request, 405, "web/405.html", page, {"sentence": f"这个网址不接受这种方法，只接受{page['allowed']}"}
    )
    answer["Allow"] = allowed
    return answer


def _of_store(exception: Exception, name: str) -> bool:
    return type(exception).__module__ == "lantai.ledger.store" and type(exception).__name__ == name


def _answer(
    request: HttpRequest, status: int, template: str, context: dict[str, Any], data: dict[str, Any]
) -> HttpResponse:
    if wants_json(request):
        return JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})
    return render(request, template, context, status=status)


def _typed(request: HttpRequest) -> list[str]:
    """The words that somebody wrote into the form, for taking along: the page that answers has no fields of its own."""
    if not hasattr(request, "_post"):  # nothing was read yet: an upload is not begun for the sake of a refusal
        return []
    kept = (n for n in request.POST if n not in OF_THE_FORM and "password" not in n)
    return [v for n in kept for v in request.POST.getlist(n) if len(v.strip()) >= WRITTEN and not v.isascii()]


def _back(request: HttpRequest) -> str:
    """The page the person came from, if it is ours."""
    referrer = request.headers.get("Referer", "")
    own = f"{request.scheme}://{request.get_host()}/"
    return "/" + referrer.removeprefix(own) if referrer.startswith(own) else ""
