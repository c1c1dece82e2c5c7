"""The server clock.

Rehearsals and the demo city set it; an installation in use has no way to (see ``settings``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_set: ContextVar[datetime | None] = ContextVar("lantai_clock", default=None)


def now() -> datetime:
    """The present instant, aware, in Asia/Shanghai."""
    return timezone.localtime(_set.get() or timezone.now())


def today() -> date:
    return now().date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the server clock stand at ``moment`` (aware) inside the block: for rehearsal, demo and tests
    only.
    """
    token = _set.set(moment)
    try:
        yield
    finally:
        _set.reset(token)
