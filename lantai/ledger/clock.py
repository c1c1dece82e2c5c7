"""The server clock.

Rehearsals and the demo city set it; an installation in use has no way to (see ``settings``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime

from django.utils import timezone

_set: ContextVar[datetime | None] = ContextVar("lantai_clock", default=None)


def now() -> datetime:
    """The present instant, aware, in Asia/Shanghai."""
    return local(_set.get() or datetime.now(UTC))


def local(moment: datetime) -> datetime:
    """An instant as the clocks of the city show it. Raises ValueError for one that does not say in which zone it is."""
    if moment.tzinfo is None:
        raise ValueError("an instant without a time zone")
    return moment.astimezone(timezone.get_default_timezone())


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
