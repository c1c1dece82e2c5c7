"""One command, one transaction, one entry: the ``@command`` wrapper and ``put``, the only way to write a
sealed row.
"""

from __future__ import annotations

import functools
import hashlib
import secrets
import uuid
from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection, models, transaction

from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Refusal, Refused
from lantai.ledger import clock, journeys, plain, turns
from lantai.ledger.canon import canonical, plain_argument
from lantai.ledger.inscription import Earlier, Inscription, earlier, inscribe
from lantai.ledger.models import Entry, RefusedAttempt, Sealed

Noun = TypeVar("Noun", bound=models.Model)
Answer = TypeVar("Answer")
Name = tuple[str, str]
COMMANDS: dict[str, str] = {}  # verb → Chinese name of every command, for glossary, pages and tests


def salted(salt: str, text: str) -> str:
    """SHA-256 over salt and text: what a leaf may hold of content that may have to be forgotten."""
    return hashlib.sha256((salt + text).encode()).hexdigest()


def row_digest(salt: str, row: Sealed) -> str:
    """Salted SHA-256 of the sealed fields of a row."""
    return salted(salt, canonical(row.sealed_values()))


@dataclass
class _Act:
    act: uuid.UUID
    outer: _Act | None
    key: str | None = None
    said: list[Inscription] = field(default_factory=list)  # entries not written yet; one list with the commands inside
    rows: dict[Name, str | None] = field(default_factory=dict)  # canonical values as written; None: struck
    publishes: list[str] = field(default_factory=list)


_current: ContextVar[_Act | None] = ContextVar("lantai_act", default=None)


def _name(row: models.Model) -> Name:
    return row._meta.label_lower, str(row.pk)


def _running() -> _Act:
    act = _current.get()
    if act is None:
        raise RuntimeError("rows are written inside commands only")
    return act


def _seal(act: _Act, row: models.Model) -> None:
    if isinstance(row, Sealed):
        act.rows[_name(row)] = canonical(row.sealed_values())


def put(row: Noun, *, version: int | None = None) -> Noun:
    """Write a sealed row inside a command. With ``version`` the row is changed only if it still has that
    version.

    The model then has an integer field ``version``, which is raised by one. Raises Conflict when somebody
    was faster.
    What is sealed is the row as it is now: a row changed afterwards is put again.
    """
    act = _running()
    if version is None or row._state.adding:
        plain.save(row)
    else:
        _replace(row, version)
    _seal(act, row)
    return row


def _replace(row: models.Model, version: int) -> None:
    had = row.version  # type: ignore[attr-defined]
    row.version = version + 1  # type: ignore[attr-defined]
    if not plain.replace(row, version):
        row.version = had  # type: ignore[attr-defined]
        raise Conflict("这件事刚被别人改动过，请刷新后再办")


def put_many(rows: Iterable[Noun]) -> list[Noun]:
    """Insert many sealed rows of one model at once (imports)."""
    made = list(rows)
    act = _running()
    if made:
        made = type(made[0])._base_manager.bulk_create(made, batch_size=500)
        for row in made:
            _seal(act, row)
    return made


def count_up(model: type[Noun], column: str, condition: str, params: Sequence[Any]) -> Noun | None:
    """Raise a counter of a sealed row by one; the row as it is now, held until the command ends. None if there is none."""
    act = _running()
    row = plain.count_up(model, column, condition, params)
    if row is not None:
        _seal(act, row)
    return row


def strike(row: models.Model) -> None:
    """Delete a sealed row lawfully: the entry names it as gone, so that verification does not miss it."""
    act = _running()
    name = _name(row)
    row.delete()
    if isinstance(row, Sealed):
        act.rows[name] = None


def seal_again(row: Sealed) -> None:
    """Seal a row as it is without writing it: its former seal is about to be erased."""
    _seal(_running(), row)


def publish_digest(sha256: str) -> None:
    """Name in the entry, unsalted, the SHA-256 of something this command makes public: a stranger can then
    check it.
    """
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise ValueError("not a SHA-256")
    act = _running()
    if sha256 not in act.publishes:
        act.publishes.append(sha256)


def _subject(result: Any) -> str:
    return ":".join(_name(result)) if isinstance(result, models.Model) else ""


def _scoped(key: str | None, verb: str, actor: Actor | None) -> str | None:
    """The stored form of an idempotency key: nobody meets the key of another person or another verb."""
    if not key:
        return None
    return hashlib.sha256(canonical([actor.person_id if actor else None, verb, key]).encode()).hexdigest()


def _answer(done: Earlier, detail: str) -> Any:
    """The noun of the same submission as it is now; the entry itself where the command had no noun."""
    if done.salt is not None and done.digest != salted(done.salt, detail):
        raise Conflict("这份表单先前已经提交过，这次的内容与先前不同，没有保存；请刷新后重新填写")
    label, _, pk = done.subject.partition(":")
    if not label:
        return Entry.objects.get(pk=done.entry)
    return apps.get_model(label)._base_manager.filter(pk=pk).first()


_MANY = 100  # entries that wait to be written together


def _say(act: _Act, verb: str, actor: Actor | None, result: Any, detail: str) -> None:
    """The entry of a command. It is written with those of the commands around it, when the outermost ends."""
    salt = secrets.token_hex(16)
    at = clock.now()
    body: dict[str, Any] = {
        "act": act.act.hex,
        "verb": verb,
        "actor": actor.person_id if actor else None,
        "agency": actor.agency_id if actor else None,
        "subject": _subject(result),
        "at": at.isoformat(timespec="microseconds"),
        "detail": salted(salt, detail),
        "seals": [[*name, text and salted(salt, text)] for name, text in sorted(act.rows.items())],
    }
    if act.key:
        body["key"] = act.key
    if act.publishes:
        body["publishes"] = act.publishes
    act.said.append(Inscription(act.act, at, body, salt, detail))
    if act.outer is None or len(act.said) >= _MANY:
        _write(act)


def _write(act: _Act) -> None:
    if act.said:
        inscribe(act.said)
        act.said.clear()


def _in_turn(work: Callable[[], Answer]) -> Answer:
    """On SQLite the commands of one process take turns; whoever holds a transaction already is past its lock.

    A database in memory is there for its own connection only.
    """
    if journeys.is_postgresql() or connection.in_atomic_block or connection.is_in_memory_db():  # type: ignore[attr-defined]
        with transaction.atomic():
            return work()
    return turns.do(work)


def _whole(work: Callable[[], Answer], outer: _Act | None) -> Answer:
    """All of a command or nothing. One inside another is part of it: if it fails, so does the other."""
    if outer is None:
        return _in_turn(lambda: _with_one_cursor(work))
    with transaction.atomic(savepoint=False):
        return work()


def _with_one_cursor(work: Callable[[], Answer]) -> Answer:
    with journeys.one_cursor(), journeys.outbox():
        return work()


def command(
    verb: str, label: str, *, allowed: tuple[Role, ...] = ()
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a function a command: one transaction, one entry, at most one effect per idempotency ``key``.

    ``verb`` is ``app.verb``; ``label`` the Chinese name; ``allowed`` the posts that may call it (procedures
    name theirs).
    The function takes keyword arguments only, ``actor`` first. Whoever calls may add ``key=``: a second
    submission with
    that key by the same actor gets the noun of the first one, or Conflict if it says something else. A
    command called by a
    command shares transaction and act number and has its own entry. Raises Refused, Malformed, Conflict.
    """
    COMMANDS[verb] = label

    def wrap(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def run(*, actor: Actor | None, key: str | None = None, **given: Any) -> Any:
            outer = _current.get()
            scoped = _scoped(key, verb, actor)
            act = _Act(outer.act, outer, scoped, outer.said) if outer else _Act(uuid.uuid4(), None, scoped)

            def perform() -> Any:
                token = _current.set(act)
                try:
                    if allowed and (actor is None or not actor.has(*allowed)):
                        raise Refused([_not_allowed(label, allowed)])
                    if act.key:
                        _write(act)  # the twin may be in the same command
                        if (done := earlier(act.key)) is not None:
                            return _answer(done, detail)
                    result = function(actor=actor, **given)
                    _say(act, verb, actor, result, detail)
                    return result
                finally:
                    _current.reset(token)

            try:
                detail = canonical(plain_argument(given))  # before its turn: others need not wait for this
                result = _whole(perform, outer)
            except Refused as refused:
                if outer is None:
                    _remember(refused, verb, actor, given)
                raise
            _forget_older_seals(act)
            return result

        run.command = verb  # type: ignore[attr-defined]
        return run

    return wrap


def _forget_older_seals(act: _Act) -> None:
    """The entry of an inner command is the later word on the rows it wrote: what the outer put before is
    not sealed again.
    """
    outer = act.outer
    while outer is not None:
        for name in act.rows:
            outer.rows.pop(name, None)
        outer = outer.outer


def _not_allowed(label: str, allowed: tuple[Role, ...]) -> Refusal:
    posts = "、".join(role.label for role in allowed)
    return Refusal("", (), f"“{label}”只能由{posts}办理", f"请由{posts}登录后办理")


def _remember(refused: Refused, verb: str, actor: Actor | None, given: dict[str, Any]) -> None:
    """Written after the roll-back of the command, in whatever transaction the caller holds."""
    subject = next((v for v in given.values() if isinstance(v, models.Model)), None)
    attempt = RefusedAttempt(
        at=clock.now(),
        verb=verb,
        actor_id=actor.person_id if actor else None,
        actor_name=actor.name if actor else "",
        agency_id=actor.agency_id if actor else None,
        subject=_subject(subject),
        gates=[
            {"gate": r.gate, "basis": [str(b) for b in r.basis], "reason": r.reason, "remedy": r.remedy}
            for r in refused.refusals
        ],
    )
    _in_turn(attempt.save)
