"""The pages for 400, 403, 404 and 500 that Django asks for by name (``handler404`` …), and for a failed form token."""

from __future__ import annotations

import errno
import shutil
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError, IntegrityError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import loader

from lantai.web.context import site

FULL = "服务器存储空间已满，本次内容没有保存"
BUSY = "服务器正忙，本次操作没有办理，什么也没有写入；请稍候再试"
TOO_LONG = "提交的内容太长，没有办理；文件请作为附件上传"
SENTENCES = {
    400: "请求的格式不对，没有办理",
    403: "您没有查看或者办理这项内容的权限",
    404: "没有找到：网址可能写错，内容可能不存在，也可能不在您可以查看的范围内",
}
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
LEAST_FREE = 1024 * 1024  # bytes: below this SQLite tells a full disk as a failed read or write
_FULL_WORDS = ("disk is full", "no space left", "could not extend file", "disk full")
_TAKEN_WORDS = ("unique constraint",)
_BUSY_WORDS = ("database is locked", "database table is locked", "deadlock detected", "could not serialize")


def wants_json(request: HttpRequest) -> bool:
    accept = request.headers.get("Accept", "")
    return "application/json" in accept and "text/html" not in accept


def is_full(error: BaseException | None) -> bool:
    """Whether something could not be kept for want of room, be it a file or a row."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            return True
        if type(error).__module__ == "lantai.ledger.store" and type(error).__name__ == "Full":
            return True
        if isinstance(error, DatabaseError):
            said = str(error).lower()
            if any(word in said for word in _FULL_WORDS) or ("disk i/o error" in said and _is_cramped()):
                return True
        error = error.__cause__
    return False


def _is_cramped() -> bool:
    try:
        return shutil.disk_usage(settings.DATA).free < LEAST_FREE
    except OSError:
        return False


def is_busy(error: BaseException | None) -> bool:
    """Whether the database gave up waiting for others; nothing was written."""
    return isinstance(error, DatabaseError) and any(word in str(error).lower() for word in _BUSY_WORDS)


def is_taken(error: BaseException | None) -> bool:
    """Whether somebody wrote the same thing a moment earlier: the database keeps one and nothing of the other."""
    return isinstance(error, IntegrityError) and any(word in str(error).lower() for word in _TAKEN_WORDS)


def is_unwritable(error: BaseException | None) -> bool:
    """Whether a text holds what a database cannot keep or be asked for: a null byte, half a character."""
    while error is not None:
        if isinstance(error, UnicodeEncodeError):
            return True
        if isinstance(error, ValueError | DatabaseError) and ("NUL" in str(error) or "null character" in str(error)):
            return True
        error = error.__cause__
    return False


def without_room(request: HttpRequest, back: str = "") -> HttpResponse:
    """507, drawn without reading anything: the database may not even answer."""
    return _bare(request, 507, "web/full.html", FULL, back)


def too_busy(request: HttpRequest) -> HttpResponse:
    """503 with the time after which to try again."""
    answer = _bare(request, 503, "web/busy.html", BUSY)
    answer["Retry-After"] = "5"
    return answer


def _said(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"sentence": sentence}, status=status, json_dumps_params={"ensure_ascii": False})


def _bare(request: HttpRequest, status: int, template: str, sentence: str, back: str = "") -> HttpResponse:
    if wants_json(request):
        return _said(sentence, status)
    page = loader.render_to_string(template, {**site(request), "sentence": sentence, "back": back})
    return HttpResponse(page, status=status)


def _page(request: HttpRequest, status: int, template: str, sentence: str = "") -> HttpResponse:
    if wants_json(request):
        return _said(sentence or SENTENCES[status], status)
    return render(request, template, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return _bare(request, 413, "web/too_large.html", TOO_LONG)
    return _page(request, 400, "web/400.html")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 403, "web/403.html")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, 404, "web/404.html")


def broken(request: HttpRequest) -> HttpResponse:
    """The last page: it reads nothing of the request, because anything may be broken.

    What failed beside the views, such as the keeping of a session, for want of room is told as such.
    """
    error = sys.exc_info()[1]
    if is_full(error):
        return without_room(request)
    if is_busy(error):
        return too_busy(request)
    if wants_json(request):
        return _said("服务器出错，本次操作没有完成", 500)
    return HttpResponse(loader.render_to_string("web/500.html"), status=500)


def token_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token or from elsewhere (CSRF): 403."""
    return _page(request, 403, "web/403_token.html", "表单没有通过来源校验，什么也没有写入；请刷新页面后重新提交")
