"""Writes of a workbook of officers: persons, certificates and accounts by one administrator, posts by another."""

from __future__ import annotations

from typing import Any

from lantai.accounts import commands as accounts
from lantai.accounts.models import Account
from lantai.agencies import commands as agencies
from lantai.agencies.models import ImportRun
from lantai.law.people import Actor, Role
from lantai.law.refusals import Malformed
from lantai.ledger import clock
from lantai.ledger.act import command, put, put_many
from lantai.personnel import importing
from lantai.personnel.models import Certificate, Person, Post
from lantai.web.workbook.plan import Wish


def _of_officers(run: ImportRun) -> None:
    if run.kind != ImportRun.Kind.OFFICERS:
        raise Malformed("run", "这不是执法人员的导入")


@command("personnel.confirm_officers", "确认导入执法人员", allowed=(Role.SYSTEM_ADMIN,))
def confirm_officers(*, actor: Actor, run: ImportRun, good_part_only: bool = False) -> ImportRun:
    """Write a trial run of the register of officers: all of it, or only the lines without problems.

    Posts named in the workbook are not written here: they wait for the security administrator (``confirm_posts``).
    """
    _of_officers(run)
    plan = importing.plan(run.sha256)
    run = agencies.write_run(
        actor=actor, run=run, digest=plan.digest, counts=plan.counts, good_part_only=good_part_only
    )
    opened = _accounts(actor, plan.good)
    new = plan.new
    made = put_many(
        [Person(agency_id=w.parts["agency"], account=opened.get(w.parts["account"]), **w.values) for w in new]
    )
    for wish, person in zip(new, made, strict=True):
        wish.row = person
    for wish in plan.changed:
        if any(getattr(wish.row, k) != v for k, v in wish.values.items()) or wish.parts["account"]:
            _change(wish, opened)
    _certificates([*new, *plan.changed])
    return run


def _accounts(actor: Actor, good: list[Wish]) -> dict[str, Account]:
    named = [(w.parts["account"], w.values.get("name") or w.row.name) for w in good if w.parts["account"]]
    return {a.username: a for a in accounts.open_accounts(actor=actor, named=named)} if named else {}


def _change(wish: Wish, opened: dict[str, Account]) -> None:
    for name, value in wish.values.items():
        setattr(wish.row, name, value)
    if wish.parts["account"]:
        wish.row.account = opened[wish.parts["account"]]
    put(wish.row, version=wish.row.version)


def _certificates(wishes: list[Wish]) -> None:
    """New certificates at once, changed ones each against the version that was compared."""
    new = []
    rows = Certificate.objects.in_bulk(
        [w.parts["certificate"]["pk"] for w in wishes if w.parts["certificate"].get("pk")]
    )
    for wish in wishes:
        stated: dict[str, Any] = dict(wish.parts["certificate"])
        if not stated:
            continue
        number, pk, version = stated.pop("number"), stated.pop("pk"), stated.pop("version", 0)
        if pk is None:
            new.append(Certificate(person=wish.row, number=number, **stated))
            continue
        row = rows[pk]
        for name, value in stated.items():
            setattr(row, name, value)
        put(row, version=version)
    put_many(new)


@command("personnel.confirm_posts", "确认导入的岗位", allowed=(Role.SECURITY_ADMIN,))
def confirm_posts(*, actor: Actor, run: ImportRun) -> ImportRun:
    """Put into effect, from today, the posts that an imported workbook names; read again from the kept workbook."""
    _of_officers(run)
    run = agencies.note_posts(actor=actor, run=run)
    today = clock.today()
    put_many(
        [
            Post(person=w.row, role=role, from_on=today)
            for w in importing.plan(run.sha256).good
            if w.row is not None and w.row.pk != actor.person_id
            for role in w.parts["posts"]
        ]
    )
    return run
