"""Statements that travel together. To PostgreSQL every statement is a journey; to SQLite, in our own process, a call.

Questions that do not depend on one another are asked at once. What a command writes and needs no answer to waits in its
``Outbox`` and travels with the next statement that does, in its order; at the latest with the last of the command. Only
the time of sending differs: whoever reads inside the command finds what was written before.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db import connection, models

Answer = TypeVar("Answer")
Other = TypeVar("Other")
Rows = list[tuple[Any, ...]]


@functools.cache
def is_postgresql() -> bool:
    """Asked many times a command; the connection would look itself up each time."""
    return bool(connection.vendor == "postgresql")


@dataclass(frozen=True)
class Question(Generic[Answer]):
    """A statement that reads, and what is made of its rows."""

    sql: str
    params: Sequence[Any]
    read: Callable[[Rows], Answer]

    def then(self, made: Callable[[Answer], Other]) -> Question[Other]:
        """The question whose answer is what is made of the answer to this one."""
        return Question(self.sql, self.params, lambda rows: made(self.read(rows)))


def ask(*questions: Question[Any]) -> list[Any]:
    """The answers in the order of the questions."""
    with cursor_of_command() as cursor:
        if is_postgresql():  # its driver binds the values itself and takes several statements
            cursor.execute(*_joined(cursor, questions))
            found = [cursor.fetchall()]
            while cursor.nextset():
                found.append(cursor.fetchall())
        else:
            found = []
            for question in questions:
                cursor.execute(question.sql, list(question.params))
                found.append(cursor.fetchall())
    return [question.read(rows) for question, rows in zip(questions, found, strict=True)]


class _Lent:
    """The cursor of the command that runs: opened once, with its first plain statement, and lent to each."""

    def __init__(self) -> None:
        self.cursor: Any = None

    def __enter__(self) -> Any:
        if self.cursor is None:
            self.cursor = connection.cursor()
        return self.cursor

    def __exit__(self, *_: object) -> None:
        """It stays open for the next statement."""


_lent: ContextVar[_Lent | None] = ContextVar("lantai_cursor", default=None)


def cursor_of_command() -> Any:
    """A context with the cursor of the command that runs; where none runs, with one of its own."""
    return _lent.get() or connection.cursor()


@contextmanager
def one_cursor() -> Iterator[None]:
    """Let the plain statements inside share a cursor. Each reads its answer to the end before the next."""
    lent = _Lent()
    token = _lent.set(lent)
    try:
        yield
    finally:
        _lent.reset(token)
        if lent.cursor is not None:
            lent.cursor.close()


@dataclass
class Statement:
    """A statement that writes and needs no answer."""

    sql: str
    params: Sequence[Any]
    is_sent: bool = False


@dataclass
class Outbox:
    """What a command has written and not sent yet, and the keys that were given to it for new rows."""

    unsent: list[Statement] = field(default_factory=list)
    made: dict[tuple[type[models.Model], Any], Statement] = field(default_factory=dict)  # how new rows are written
    keys: dict[type[models.Model], list[int]] = field(default_factory=lambda: defaultdict(list))

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Sends a statement (Django's ``execute_wrapper``), and what waits before it."""
        if not self.unsent:
            return execute(sql, params, many, context)
        if many or hasattr(context["cursor"].cursor, "name"):  # rows by the thousand; a cursor of the server
            self.send()
            return execute(sql, params, many, context)
        before, cursor = self._taken(), context["cursor"]
        literal = sql.replace("%", "%%") if params is None else sql
        done = execute(*_joined(cursor, [*before, Statement(literal, params or ())]), False, context)
        for _ in before:
            cursor.nextset()  # the answers before that of the statement itself
        return done

    def send(self) -> None:
        """Send what waits, because the command ends."""
        if before := self._taken():
            with cursor_of_command() as cursor:
                cursor.execute(*_joined(cursor, before))

    def _taken(self) -> list[Statement]:
        taken, self.unsent = self.unsent, []
        for statement in taken:
            statement.is_sent = True
        return taken


_LONG, _MANY = 4096, 50  # characters and values up to which psycopg remembers how a text is bound


def _joined(cursor: Any, statements: Sequence[Statement | Question[Any]]) -> tuple[str, list[Any] | None]:
    """Several statements as one text, and its values.

    A text that the driver does not remember it would take apart anew each time; the statements in it are short: then
    each is bound alone by the same driver, and the text has no values left to bind.
    """
    text, params = "; ".join(s.sql for s in statements), [p for s in statements for p in s.params]
    if len(text) <= _LONG and len(params) <= _MANY:
        return text, params
    return "; ".join(cursor.mogrify(s.sql, s.params) for s in statements), None


_open: ContextVar[Outbox | None] = ContextVar("lantai_outbox", default=None)


@contextmanager
def outbox() -> Iterator[Outbox | None]:
    """Let what is written inside wait and travel together; None on SQLite, where nothing would be gained."""
    if not is_postgresql():
        yield None
        return
    box = Outbox()
    token = _open.set(box)
    try:
        with connection.execute_wrapper(box):
            yield box
            box.send()
    finally:
        _open.reset(token)


def current() -> Outbox | None:
    """The outbox of the command that runs."""
    return _open.get()


def keys_for(*wanted: type[models.Model]) -> tuple[Question[None], ...]:
    """Have the database give out the keys of rows to come, one for each model named, so that no row waits for its own.

    Nothing is asked where rows do not wait (SQLite).
    """
    box = current()
    if box is None:
        return ()
    words = "SELECT " + ", ".join(map(_next, wanted))
    return (Question(words, (), lambda rows: _keep(box, wanted, rows[0])),)


def next_key(model: type[models.Model]) -> Question[int]:
    """For the key of one row to come, so that what belongs to it may be written first and the row itself once, at the end.

    On SQLite the command that asks has the database to itself until it ends, and must write that row before another of the
    same model.
    """
    return Question("SELECT " + _next(model), (), lambda rows: int(rows[0][0]))


@functools.cache
def _next(model: type[models.Model]) -> str:
    table = model._meta.db_table
    if is_postgresql():
        return f"""nextval(pg_get_serial_sequence('"{table}"', '{model._meta.pk.column}'))"""
    return f"1 + COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0)"  # noqa: S608 - our own table


def _keep(box: Outbox, wanted: Sequence[type[models.Model]], keys: Sequence[int]) -> None:
    for model, key in zip(wanted, keys, strict=True):
        box.keys[model].append(key)
