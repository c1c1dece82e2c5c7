"""Measuring two sides in turns: A B A B, so that whatever else the machine does falls on both."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable

from django.db import connection

Act = Callable[[], object]


def seconds_each(first: Act, second: Act, *, rounds: int, warm: int = 3) -> tuple[float, float]:
    """The median seconds of one call of either side, called by turns by one client."""
    for _ in range(warm):
        first(), second()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for act, into in zip((first, second), times, strict=True):
            began = time.perf_counter()
            act()
            into.append(time.perf_counter() - began)
    return statistics.median(times[0]), statistics.median(times[1])


def rates(first: Act, second: Act, *, clients: int, seconds: float, rounds: int) -> tuple[float, float]:
    """Calls per second of either side with several clients, threads of one process as the server has them."""
    done = [0, 0]
    for _ in range(rounds):
        for side, act in enumerate((first, second)):
            done[side] += _together(act, clients, seconds)
    return done[0] / (seconds * rounds), done[1] / (seconds * rounds)


def _together(act: Act, clients: int, seconds: float) -> int:
    """How many calls were answered within the seconds."""
    counts, faults = [0] * clients, []
    start = threading.Barrier(clients)

    def client(n: int) -> None:
        try:
            act()  # the connection is made, the schema read: neither counts
            start.wait()
            until = time.perf_counter() + seconds
            act()
            while time.perf_counter() < until:
                counts[n] += 1
                act()
        except Exception as fault:
            faults.append(fault)
            start.abort()
        finally:
            connection.close()

    threads = [threading.Thread(target=client, args=(n,)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    return sum(counts)
