"""Whose turn it is to write to the embedded database, and the one connection that this process writes on.

SQLite lets one write at a time. At its lock the threads would sleep and be overtaken, and each would find the pages of its own
connection outdated by the one before. Here whoever finds the place free carries out his work and that of those who come
meanwhile, on a connection that stays with the place. What is carried out together becomes durable together: each piece is
whole or nothing by itself, and nobody hears of his before the commit that holds it (ADR 0023).
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections, transaction

Answer = TypeVar("Answer")
_SPELL = 0.03  # seconds after which what was carried out is made durable, though others wait
_PAUSE = 0.001  # seconds that a crowd leaves between two spells, so that other processes find the database free


def _locked() -> threading.Lock:
    lock = threading.Lock()
    lock.acquire()
    return lock


def _upon(of_place: Any, work: Callable[[], Answer]) -> Answer:
    """In a thread with an event loop every context has connections of its own: this one gets that of the place."""
    connections[DEFAULT_DB_ALIAS] = of_place
    return work()


@dataclass
class _Piece:
    """Work of one thread, and what came of it."""

    work: Callable[[], Any]
    context: Context
    is_done: bool = False
    answer: Any = None
    fault: BaseException | None = None
    called: threading.Lock = field(default_factory=_locked)  # released when it is done, or its thread has the place

    def carry_out(self) -> None:
        self.answer = self.context.run(_upon, connections[DEFAULT_DB_ALIAS], self.work)
        if connection.needs_rollback:  # something inside failed and was passed over: this must not be told as kept
            raise DatabaseError("the work left its transaction broken")

    def carry_out_apart(self) -> None:
        """What others did in the same transaction stays when this fails."""
        try:
            with transaction.atomic():
                self.carry_out()
        except BaseException as fault:
            self.fault = fault


class Place:
    """Where one thread at a time writes."""

    def __init__(self) -> None:
        self._waiting: deque[_Piece] = deque()  # the first is that of the thread that has the place, or is about to
        self._is_taken = False
        self._door = threading.Lock()
        self._connection: Any = None
        self._database: object = None

    def do(self, work: Callable[[], Answer]) -> Answer:
        """Have it done, all of it or nothing; it is durable when this returns. What it raises is raised here."""
        piece = _Piece(work, copy_context())
        with self._door:
            self._waiting.append(piece)
            waits, self._is_taken = self._is_taken, True
        if waits:
            piece.called.acquire()
        if not piece.is_done:
            self._serve()
        if piece.fault is None:
            return cast(Answer, piece.answer)
        try:
            raise piece.fault
        finally:
            del piece  # the fault remembers this frame

    def _serve(self) -> None:
        """Carry out the piece of this thread, then others that wait; say that they are done, and give the place on."""
        pieces = [self._waiting.popleft()]
        try:
            with self._connected(), transaction.atomic():
                self._carry_out(pieces)
        except BaseException as fault:
            for piece in pieces:
                piece.fault = piece.fault or fault
        for piece in pieces:
            piece.is_done = True
            piece.called.release()
        if len(pieces) > 1:
            time.sleep(_PAUSE)
        with self._door:
            self._is_taken = bool(self._waiting)
            if self._is_taken:
                self._waiting[0].called.release()

    def _carry_out(self, pieces: list[_Piece]) -> None:
        """The first fails together with the transaction, in which there is nothing else yet."""
        until = time.monotonic() + _SPELL
        pieces[0].carry_out()
        while self._waiting and time.monotonic() < until:
            pieces.append(self._waiting.popleft())
            pieces[-1].carry_out_apart()
            if connection.needs_rollback:  # with its savepoint the database gave up all: a full disk, a failed reading
                raise pieces[-1].fault or DatabaseError("the transaction is lost")

    @contextmanager
    def _connected(self) -> Iterator[None]:
        """Lets the thread use the connection of the place instead of its own, to the same database."""
        of_thread = connections[DEFAULT_DB_ALIAS]
        database = of_thread.settings_dict["NAME"]
        if self._connection is None or self._database != database:
            self.close()
            self._connection, self._database = connections.create_connection(DEFAULT_DB_ALIAS), database
            self._connection.inc_thread_sharing()
        elif self._connection.errors_occurred and not self._connection.is_usable():
            self.close()
        self._connection.errors_occurred = False
        connections[DEFAULT_DB_ALIAS] = self._connection
        try:
            yield
        finally:
            connections[DEFAULT_DB_ALIAS] = of_thread

    def close(self) -> None:
        """Close its connection; the next work opens it again."""
        if self._connection is not None:
            self._connection.close()


_place = Place()


def do(work: Callable[[], Answer]) -> Answer:
    """Have it done at the place of this process."""
    return _place.do(work)


def close() -> None:
    """Close the connection of the place, for who needs the database to himself; the next work opens it again."""
    _place.close()


def _anew() -> None:
    global _place
    _place = Place()


os.register_at_fork(after_in_child=_anew)  # whoever had the place is not in the child
