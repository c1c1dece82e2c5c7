"""The publication version, as cached pages carry it."""

from __future__ import annotations

import time

from lantai.portal.models import PublicationVersion

FRESH_SECONDS = 1.0
_seen: dict[str, float] = {"number": -1, "until": 0.0}


def publication_version() -> int:
    """The publication version, read from the database at most once a second in each process."""
    now = time.monotonic()
    if now >= _seen["until"]:
        _seen["number"] = PublicationVersion.objects.values_list("number", flat=True).first() or 0
        _seen["until"] = now + FRESH_SECONDS
    return int(_seen["number"])


def forget_version() -> None:
    """Read the version anew at the next page: this process has just raised it."""
    _seen["until"] = 0.0
