"""R-15: every single change of a database with several sealed tables is found, and the place is named."""

from __future__ import annotations

import random
import time
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, models, transaction

from lantai.law.people import Actor, Role
from lantai.ledger import commands, sequencer, store, verification
from lantai.ledger.act import command, put
from lantai.ledger.models import Entry
from lantai.ledger.tests.mutations import NoChange, Strikes

SEALED = [
    "ledger.storedobject",
    "ledger.erasure",
    "accounts.account",
    "agencies.agency",
    "powers.localfigure",
    "powers.hearingthreshold",
    "personnel.certificate",
    "portal.publishedstatute",
    "cases.instalment",
]
MADE = [label for label in SEALED if not label.startswith("ledger.")]


@command("ledger_test.fill", "测试登记各类数据")
def fill(*, actor, row):
    return put(row)


def value(field, n):
    """Something lawful for a column of any kind."""
    if field.is_relation:
        return None if field.null else 1
    if isinstance(field, models.JSONField):
        return {"名称": f"第{n}号", "金额": [1.5, 2e3, n], "z": None, "a": True}
    if isinstance(field, models.BooleanField):
        return n % 2 == 0 and not field.name.startswith("is_founder")
    if isinstance(field, models.DecimalField):
        return Decimal("123.45") + n
    if isinstance(field, models.DateTimeField):
        return datetime(2026, 3, 1 + n, 8, 30, n, 1000 * n, tzinfo=UTC)
    if isinstance(field, models.DateField):
        return date(2026, 3, 1 + n)
    if isinstance(field, models.FloatField):
        return 0.1 + n
    if isinstance(field, models.UUIDField):
        return UUID(int=n)
    if isinstance(field, models.IntegerField):
        return 100 + n
    return f"甲{n}"[: field.max_length or 99] if field.max_length != 1 else "x"


@pytest.fixture
def database(db, settings, tmp_path):
    """About 40 entries and 60 sealed rows under three checkpoints, without the seat belt; undone afterwards."""
    settings.WITNESS, settings.STORE = tmp_path / "checkpoints", tmp_path / "store"
    with transaction.atomic():
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA ignore_check_constraints = ON")
                cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
                for (name,) in cursor.fetchall():
                    cursor.execute(f'DROP TRIGGER "{name}"')
            else:
                cursor.execute("SET LOCAL session_replication_role = replica")
                for model in map(apps.get_model, MADE):
                    for held in model._meta.constraints:
                        if isinstance(held, models.CheckConstraint):
                            cursor.execute(f'ALTER TABLE {model._meta.db_table} DROP CONSTRAINT "{held.name}"')
        for n in range(8):
            store.put_bytes(b"%d" % n)
        sequencer.checkpoint()
        for n in range(4):
            for label in MADE:
                model = apps.get_model(label)
                given = {f.attname: value(f, n + 1) for f in model._meta.concrete_fields if not f.primary_key}
                fill(actor=Actor(5, "张", 2, "局", frozenset({Role.OFFICER})), row=model(**given), key=f"{label}{n}")
            if n == 1:
                sequencer.checkpoint()
        archivist = Actor(1, "林", 1, "馆", frozenset({Role.ARCHIVIST}))
        for entry in Entry.objects.order_by("id")[3:5]:
            commands.erase(actor=archivist, entry=entry, basis="保管期限届满", reason="销毁清册第1号")
        sequencer.checkpoint()
        yield
        transaction.set_rollback(True)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


class _Undo(Exception):
    pass


def run(count, seed):
    """Make and undo ``count`` changes; returns what was made, missed and named at another place."""
    strikes = Strikes(random.Random(seed), SEALED)
    made, missed, elsewhere = Counter(), [], []
    while made.total() < count:
        try:
            with transaction.atomic():
                struck = strikes.one()
                report = verification.run()
                made[struck.kind] += 1
                if report.ok:
                    missed.append(struck)
                elif not struck.is_named_by(report.first):
                    elsewhere.append((struck, report.first))
                raise _Undo
        except (_Undo, NoChange):
            pass
    return made, missed, elsewhere


@pytest.mark.parametrize("seed", [15])
def test_four_hundred_changes_are_all_found_and_named(database, seed):
    assert verification.run().ok, verification.run().lines()
    made, missed, elsewhere = run(400, seed)
    assert not missed and not elsewhere, (missed[:3], elsewhere[:3])
    assert len(made) == 8
    assert verification.run().ok


@pytest.mark.slow
def test_ten_thousand_changes_are_all_found_and_named(database, capsys):
    began = time.monotonic()
    made, missed, elsewhere = run(10_000, random.SystemRandom().randrange(2**32))
    with capsys.disabled():
        kinds = "，".join(f"{kind} {number}" for kind, number in made.most_common())
        print(
            f"\n单项改动 {made.total()}（{kinds}）：发现 {made.total() - len(missed)}，"
            f"指明位置 {made.total() - len(missed) - len(elsewhere)}，用时 {time.monotonic() - began:.0f} 秒"
        )
    assert not missed and not elsewhere, (missed[:3], elsewhere[:3])
