"""Doing the same thing at the same moment, each in a thread and with a connection of its own."""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connections

from lantai.law.refusals import Conflict, Malformed, Refused


@dataclass(frozen=True)
class Told:
    """What one of them got: a result, or the exception instead of it."""

    result: Any = None
    error: Exception | None = None

    @property
    def won(self) -> bool:
        return self.error is None

    @property
    def clean(self) -> bool:
        """Won, or told no in words."""
        return self.error is None or isinstance(self.error, Refused | Conflict | Malformed)


def at_once(*work: Callable[[], Any]) -> list[Told]:
    """Start them all at one moment, under the clock of the caller; what each got, in the order given."""
    told: list[Told] = [Told()] * len(work)
    start = threading.Barrier(len(work))

    def play(n: int) -> None:
        try:
            start.wait(60)
            told[n] = Told(work[n]())
        except Exception as error:
            told[n] = Told(error=error)
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=contextvars.copy_context().run, args=(play, n), daemon=True) for n in range(len(work))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(240)
    assert not any(thread.is_alive() for thread in threads), "somebody still waits for somebody"
    return told


def dirty(told: list[Told]) -> list[Exception]:
    return [one.error for one in told if one.error is not None and not one.clean]
