"""The database itself refuses to change what the log keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import commands, sequencer, store
from lantai.ledger.models import Detail, Entry, Erasure, RefusedAttempt, StoredObject

ARCHIVIST = Actor(1, "林", 1, "衡阳市档案馆", frozenset({Role.ARCHIVIST}))

TABLES = {
    "ledger_entry": "verb = 'x'",
    "ledger_detail": "salt = 'x'",
    "ledger_erasure": "basis = 'x'",
    "ledger_leaf": "entry_id = entry_id + 100",
    "ledger_node": "level = level + 9",
    "ledger_checkpoint": "origin = 'x'",
    "ledger_refusedattempt": "verb = 'x'",
}


@pytest.fixture
def log(db):
    for n in range(5):
        store.put_bytes(f"文件{n}".encode())
    commands.erase(actor=ARCHIVIST, entry=Entry.objects.first(), basis="保管期限届满", reason="销毁清册第1号")
    with pytest.raises(Refused):
        commands.erase(actor=None, entry=Entry.objects.last(), basis="无", reason="无")
    sequencer.checkpoint()


@pytest.mark.parametrize("table", TABLES)
def test_no_row_of_the_log_is_changed_or_deleted(log, table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        before = cursor.fetchone()
        assert before[0] > 0
        wipe = []
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing pending may stand in the way of the truncation
            wipe = [f"TRUNCATE {table} CASCADE"]
        for statement in (f"UPDATE {table} SET {TABLES[table]}", f"DELETE FROM {table}", *wipe):
            with pytest.raises(IntegrityError), transaction.atomic():
                cursor.execute(statement)
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone() == before


def test_replace_is_no_way_round_the_triggers(log):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite knows INSERT OR REPLACE")
    for table in TABLES:
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")


def test_the_detail_goes_only_by_an_order_of_erasure(log):
    entry = Entry.objects.filter(erasure__isnull=True).first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Detail.objects.get(entry=entry).delete()
    made = commands.erase(actor=ARCHIVIST, entry=entry, basis="保管期限届满", reason="销毁清册第2号")
    assert isinstance(made, Erasure)
    assert not Detail.objects.filter(entry=entry).exists()
    with pytest.raises(Conflict):
        commands.erase(actor=ARCHIVIST, entry=entry, basis="保管期限届满", reason="销毁清册第2号")


def test_an_erasure_names_basis_and_reason_and_is_the_archivists(log):
    entry = Entry.objects.filter(erasure__isnull=True).first()
    with pytest.raises(Malformed):
        commands.erase(actor=ARCHIVIST, entry=entry, basis=" ", reason="到期")
    officer = replace(ARCHIVIST, roles=frozenset({Role.OFFICER}))
    with pytest.raises(Refused):
        commands.erase(actor=officer, entry=entry, basis="到期", reason="到期")
    assert RefusedAttempt.objects.filter(verb="ledger.erase").count() == 2


def test_an_altered_row_is_not_laundered_by_an_erasure(log):
    entry = Entry.objects.filter(erasure__isnull=True, verb="ledger.keep").first()
    pk = entry.subject.partition(":")[2]
    StoredObject.objects.filter(pk=pk).update(size=999)
    with pytest.raises(Conflict):
        commands.erase(actor=ARCHIVIST, entry=entry, basis="到期", reason="到期")
