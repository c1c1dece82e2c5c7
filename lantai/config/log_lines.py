"""What a server writes to its log: one line per happening, with no word of what people typed.

The message of an exception may hold a value of a row (a database says which key is taken), an address may hold the code
of a one-time link, and a query what somebody searched for. So a line names the route instead of the address, and of an
exception its kind and the places it passed through.
"""

from __future__ import annotations

import logging
import traceback
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = str(Path(__file__).resolve().parents[2])
DEEPEST = 12  # places of one exception, the innermost last


class OneLine(logging.Formatter):
    """``time level logger what [exception]``: control characters of a message are written as escapes."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds")
        words = [at, record.levelname, record.name, _what(record)]
        if record.exc_info and record.exc_info[1] is not None:
            words.append(path_of(record.exc_info[1]))
        return _escaped(" ".join(words))


def _what(record: logging.LogRecord) -> str:
    request = getattr(record, "request", None)
    if request is None or not hasattr(request, "method"):
        return record.getMessage()
    found = getattr(request, "resolver_match", None)
    route = f"/{found.route}" if found is not None else "(没有对应的地址)"
    return f"{getattr(record, 'status_code', '-')} {request.method} {route}"


def path_of(error: BaseException) -> str:
    """The kind of an exception and of its causes, each with the places it passed through; never its message."""
    parts: list[str] = []
    known: set[int] = set()
    now: BaseException | None = error
    while now is not None and id(now) not in known:
        known.add(id(now))
        places = [_place(frame) for frame in traceback.extract_tb(now.__traceback__)[-DEEPEST:]]
        parts.append(f"{type(now).__module__}.{type(now).__qualname__} @ {' > '.join(places) or '?'}")
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)
    return " | 起因 ".join(parts)


def _place(frame: traceback.FrameSummary) -> str:
    name = frame.filename.removeprefix(ROOT).lstrip("/")
    return f"{name.rpartition('site-packages/')[2]}:{frame.lineno} {frame.name}"


def _escaped(text: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def logging_of(level: str = "WARNING") -> dict[str, Any]:
    """The LOGGING of every installation: to stderr, where the supervisor of the processes keeps it."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": "lantai.config.log_lines.OneLine"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.request": {"level": "ERROR"},  # what was refused is told to the person and kept with the attempt
        },
    }
