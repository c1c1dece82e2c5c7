"""Commands of one process take turns at the database; what is carried out together is kept together."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction

from lantai.ledger import turns
from lantai.ledger.models import RefusedAttempt

pytestmark = pytest.mark.django_db(transaction=True)
WHO: ContextVar[str] = ContextVar("who", default="nobody")


def note(verb: str) -> str:
    RefusedAttempt.objects.create(at=datetime(2026, 11, 25, 4, 0, tzinfo=UTC), verb=verb, gates=[])
    return verb


def noted() -> set[str]:
    return set(RefusedAttempt.objects.values_list("verb", flat=True))


@dataclass
class Told:
    """What the thread that gave the work got back."""

    thread: threading.Thread | None = None
    answer: Any = None
    error: BaseException | None = None


@dataclass
class Threads:
    """Gives pieces of work to one place, each from a thread of its own, in the order given."""

    place: turns.Place = field(default_factory=turns.Place)
    told: list[Told] = field(default_factory=list)

    def give(self, work: Callable[[], Any]) -> Told:
        told, waiting = Told(), len(self.place._waiting)

        def play() -> None:
            try:
                told.answer = self.place.do(work)
            except Exception as error:
                told.error = error
            finally:
                connections.close_all()

        is_first = not self.place._is_taken
        told.thread = threading.Thread(target=play, daemon=True)
        told.thread.start()
        while not is_first and len(self.place._waiting) == waiting:
            time.sleep(0.001)
        self.told.append(told)
        return told

    def behind(self, *work: Callable[[], Any], first: Callable[[], Any] = lambda: None) -> list[Told]:
        """All of them in one go, because they came while the first was at work."""
        here, all_wait = threading.Event(), threading.Event()

        def hold() -> Any:
            here.set()
            assert all_wait.wait(30)
            return first()

        begun = self.give(hold)
        assert here.wait(30)
        given = [self.give(one) for one in work]
        all_wait.set()
        self.end()
        return [begun, *given]

    def end(self) -> None:
        for told in self.told:
            assert told.thread is not None
            told.thread.join(30)
            assert not told.thread.is_alive(), "somebody still waits for his turn"


@pytest.fixture
def threads() -> Iterator[Threads]:
    made = Threads()
    yield made
    made.end()
    made.place.close()


@pytest.fixture(autouse=True)
def a_long_spell(monkeypatch) -> None:
    monkeypatch.setattr(turns, "_SPELL", 30.0)


def fail() -> None:
    note("不应留下")
    raise ValueError("不行")


def test_of_those_carried_out_together_one_that_fails_leaves_nothing_and_the_others_stay(threads):
    told = threads.behind(lambda: note("乙"), fail, lambda: note("丁"), first=lambda: note("甲"))
    assert [one.answer for one in told] == ["甲", "乙", None, "丁"]
    assert [type(one.error) for one in told] == [type(None), type(None), ValueError, type(None)]
    assert noted() == {"甲", "乙", "丁"}


def test_when_the_first_fails_the_others_have_their_turn_after_it(threads):
    told = threads.behind(lambda: note("乙"), lambda: note("丙"), first=fail)
    assert isinstance(told[0].error, ValueError) and [one.answer for one in told[1:]] == ["乙", "丙"]
    assert noted() == {"乙", "丙"}


def test_nobody_hears_of_his_before_all_of_it_is_kept(threads):
    seen: list[set[str]] = []
    answered: list[bool] = []

    def look() -> None:
        seen.append(noted())
        connections.close_all()

    def last() -> str:
        answered.extend(one.answer is not None for one in threads.told)
        reader = threading.Thread(target=look)
        reader.start()
        reader.join(30)
        return note("丙")

    threads.behind(lambda: note("乙"), last, first=lambda: note("甲"))
    assert seen == [set()] and answered == [False, False, False]
    assert noted() == {"甲", "乙", "丙"}


def test_when_the_database_gives_up_the_transaction_nobody_is_told_that_his_was_kept(threads):
    def lose() -> None:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")

    told = threads.behind(lambda: note("乙"), lose, first=lambda: note("甲"))
    assert all(isinstance(one.error, DatabaseError) for one in told)
    assert noted() == set()
    threads.give(lambda: note("丁"))
    threads.end()
    assert noted() == {"丁"}, "the place serves on"


def broken() -> str:
    note("不应留下")
    try:
        with transaction.atomic(savepoint=False):
            raise ValueError
    except ValueError:
        return "passed over"


def test_work_that_passes_over_a_failure_inside_it_is_not_told_as_kept(threads):
    told = threads.behind(broken, lambda: note("丙"), first=lambda: note("甲"))
    assert isinstance(told[1].error, DatabaseError) and noted() == {"甲", "丙"}
    alone = threads.give(broken)
    threads.end()
    assert isinstance(alone.error, DatabaseError) and noted() == {"甲", "丙"}


def test_work_runs_in_the_circumstances_of_the_thread_that_gave_it(threads):
    def as_somebody(name: str) -> Callable[[], Any]:
        def give() -> Any:
            return WHO.get()

        return lambda: (WHO.set(name), give())[1]

    told = threads.behind(as_somebody("乙"), WHO.get, first=as_somebody("甲"))
    assert [one.answer for one in told] == ["甲", "乙", "nobody"]


def test_work_given_where_an_event_loop_runs_is_done_on_the_connection_of_the_place(threads, monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

    async def give() -> str:
        try:
            return threads.place.do(lambda: note("甲"))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as apart:
        assert apart.submit(asyncio.run, give()).result(60) == "甲"
    assert noted() == {"甲"}


def test_after_a_while_what_was_done_is_kept_and_the_place_given_on(threads, monkeypatch):
    monkeypatch.setattr(turns, "_SPELL", 0.0)
    seen: list[set[str]] = []

    def look_then_note() -> str:
        seen.append(noted())
        return note("乙")

    threads.behind(look_then_note, first=lambda: note("甲"))
    assert noted() == {"甲", "乙"}
    with connection.cursor():
        assert seen == [{"甲"}]


def test_many_threads_lose_no_work_and_none_is_done_twice(threads, monkeypatch):
    monkeypatch.setattr(turns, "_SPELL", 0.002)
    start = threading.Barrier(8)

    def play(n: int) -> None:
        start.wait(30)
        try:
            for turn in range(25):
                assert threads.place.do(lambda turn=turn: note(f"{n}/{turn}")) == f"{n}/{turn}"
        finally:
            connections.close_all()

    all_of_them = [threading.Thread(target=play, args=(n,), daemon=True) for n in range(8)]
    for one in all_of_them:
        one.start()
    for one in all_of_them:
        one.join(60)
    assert RefusedAttempt.objects.count() == 200 and noted() == {f"{n}/{t}" for n in range(8) for t in range(25)}
    assert not threads.place._is_taken and not threads.place._waiting


def test_a_child_process_does_not_wait_for_a_thread_of_its_parent(monkeypatch):
    monkeypatch.setattr(turns._place, "_is_taken", True)
    child = os.fork()
    if not child:
        os._exit(int(turns._place._is_taken))
    assert os.waitpid(child, 0)[1] == 0
