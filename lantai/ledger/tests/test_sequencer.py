"""The sequencer: every entry once, in order, under signed heads that only grow."""

from __future__ import annotations

import signal
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from lantai.law import chain
from lantai.ledger import clock, commands, note, queries, sequencer, triggers, verification
from lantai.ledger.models import Checkpoint, Entry, Leaf, Node, Waiting
from lantai.ledger.tests.child import finish, start

NOON = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


def write(count):
    start = Entry.objects.count()
    for n in range(start, start + count):
        commands.keep(actor=None, sha256=f"{n:064x}", sm3=f"{n:064x}", size=1, media_type="text/plain")


def bodies():
    return [e.body.encode() for e in Entry.objects.order_by("leaf__index")]


@pytest.mark.django_db
def test_waiting_entries_get_their_place_in_the_order_of_their_ids():
    write(5)
    assert sequencer.fold() == 5 and not Waiting.objects.exists()
    assert list(Leaf.objects.values_list("index", "entry_id")) == list(
        enumerate(Entry.objects.values_list("id", flat=True))
    )
    assert sequencer.fold() == 0


@pytest.mark.django_db
def test_the_root_is_that_of_the_bodies_however_they_were_folded():
    for count in (1, 2, 7, 1, 13):
        write(count)
        sequencer.fold(limit=count)
        made = sequencer.checkpoint()
        assert made.size == sequencer.size() and bytes(made.root) == chain.root_of(bodies())
    assert Node.objects.count() == sum(24 >> level for level in range(1, 6))
    assert [c.number for c in Checkpoint.objects.all()] == [1, 2, 3, 4, 5]


@pytest.mark.django_db
def test_a_limit_is_kept():
    write(7)
    assert sequencer.fold(limit=3) == 3 and Waiting.objects.count() == 4
    assert sequencer.fold(limit=0) == 0


@pytest.mark.django_db
def test_an_entry_that_commits_late_is_not_missed():
    """On PostgreSQL a lower id may become visible after a higher one was folded."""
    write(3)
    late = Entry.objects.first()
    Waiting.objects.filter(entry=late).delete()
    sequencer.fold()
    Waiting.objects.create(entry=late)
    assert sequencer.fold() == 1 and Leaf.objects.get(entry=late).index == 2
    assert sequencer.checkpoint().size == 3


@pytest.mark.django_db
def test_after_a_restore_forgotten_entries_wait_again():
    write(3)
    Waiting.objects.all().delete()
    assert sequencer.fold() == 0 and sequencer.requeue() == 3 and sequencer.requeue() == 0
    assert sequencer.fold() == 3


@pytest.mark.django_db
def test_an_unchanged_tree_is_not_signed_again_and_an_empty_one_never():
    assert sequencer.checkpoint() is None and sequencer.run_once() is None
    write(1)
    assert sequencer.checkpoint() == sequencer.checkpoint()
    assert Checkpoint.objects.count() == 1


@pytest.mark.django_db
def test_the_worker_signs_at_once_and_then_every_ten_seconds_at_most():
    with clock.at(NOON):
        write(1)
        assert sequencer.run_once().size == 1
        write(1)
        assert sequencer.run_once() is None and not Waiting.objects.exists()
    with clock.at(NOON + timedelta(seconds=9)):
        assert sequencer.run_once() is None
    with clock.at(NOON + timedelta(seconds=10)):
        assert sequencer.run_once().size == 2
        assert sequencer.run_once() is None
    with clock.at(NOON - timedelta(days=1)):  # a clock set back does not stop the signing
        write(1)
        assert sequencer.run_once().size == 3


@pytest.mark.django_db
def test_in_thirty_days_no_entry_waits_longer_than_ten_minutes_for_a_checkpoint():
    """R-20, driven by the clock: an entry every few hours, the worker every five minutes."""
    longest = timedelta()
    for hour in range(0, 30 * 24, 6):
        moment = NOON + timedelta(hours=hour, minutes=hour % 60)
        with clock.at(moment):
            write(1)
        entry = Entry.objects.last()
        for minutes in range(0, 60, 5):
            with clock.at(moment + timedelta(minutes=minutes)):
                sequencer.run_once()
                if queries.inclusion_proof(entry):
                    longest = max(longest, timedelta(minutes=minutes))
                    break
        else:
            pytest.fail("never signed")
    assert longest <= timedelta(minutes=10)


@pytest.mark.django_db
def test_every_entry_is_proved_against_every_later_checkpoint():
    heads = []
    for _ in range(6):
        write(3)
        heads.append(sequencer.checkpoint())
    for entry in Entry.objects.all():
        for head in heads:
            proof = queries.inclusion_proof(entry, head)
            index = queries.leaf_index(entry)
            assert (proof is None) == (index >= head.size)
            if proof:
                leaf = chain.leaf_hash(entry.body.encode())
                assert chain.verify_inclusion(leaf, index, head.size, proof.path, bytes(head.root))
    for old in heads:
        for new in heads:
            if old.size <= new.size:
                path = queries.consistency_proof(old.size, new.size)
                assert chain.verify_consistency(old.size, new.size, bytes(old.root), bytes(new.root), path)
    for old, new in ((0, 3), (4, 3), (3, 19)):
        with pytest.raises(ValueError):
            queries.consistency_proof(old, new)


@pytest.fixture
def without_seat_belt(db):
    with connection.cursor() as cursor:
        triggers.remove(cursor.execute, connection.vendor)
        yield cursor
        if connection.vendor == "sqlite":
            triggers.install(cursor.execute, connection.vendor)


def test_a_tree_that_was_rewritten_is_not_signed(without_seat_belt):
    write(4)
    sequencer.checkpoint()
    write(1)
    without_seat_belt.execute("DELETE FROM ledger_node WHERE level = 2")
    without_seat_belt.execute('INSERT INTO ledger_node (level, "index", hash) VALUES (2, 0, %s)', [b"\x07" * 32])
    with pytest.raises(sequencer.Inconsistent):
        sequencer.checkpoint()
    assert Checkpoint.objects.count() == 1
    with pytest.raises(CommandError, match="没有签署"):
        call_command("sequence", "--once")


def test_a_database_rolled_back_is_told_by_the_notes_kept_beside_it(without_seat_belt, settings, tmp_path):
    settings.WITNESS = tmp_path / "checkpoints"
    write(4)
    sequencer.checkpoint()
    write(4)
    sequencer.checkpoint()
    for statement in (
        "DELETE FROM ledger_checkpoint WHERE size = 8",
        'DELETE FROM ledger_leaf WHERE "index" >= 4',
        'DELETE FROM ledger_node WHERE ("index" + 1) << level > 4'
        if connection.vendor == "sqlite"
        else 'DELETE FROM ledger_node WHERE ("index" + 1) << level::int > 4',
    ):
        without_seat_belt.execute(statement)
    write(1)
    with pytest.raises(sequencer.Inconsistent, match="已签到 8 条"):
        sequencer.checkpoint()
    assert "曾签署的 8 条记录的检查点不在数据库中" in " ".join(f.sentence for f in verification.run().findings)


@pytest.mark.django_db
def test_a_note_that_was_not_kept_in_time_is_kept_later(settings, tmp_path):
    settings.WITNESS = tmp_path / "checkpoints"
    write(1)
    made = sequencer.checkpoint()
    (settings.WITNESS / "1.txt").unlink()  # as if killed between commit and keeping
    sequencer.checkpoint()
    assert (
        sequencer.kept_notes() == [made.note] and note.verify(made.note, note.origin(), note.public_bytes()).size == 1
    )


@pytest.mark.django_db
def test_an_idle_turn_of_the_worker_writes_nothing(django_assert_max_num_queries):
    write(1)
    sequencer.run_once()
    with django_assert_max_num_queries(3) as asked:
        sequencer.run_once()
    assert not [q for q in asked.captured_queries if not q["sql"].startswith("SELECT")]


@pytest.mark.slow
def test_sequencers_that_run_at_once_and_are_killed_give_every_entry_one_place(tmp_path):
    """Two writers and three sequencers together, sequencers killed again and again; afterwards all is in order."""
    finish(tmp_path, "prepare")
    writers = [start(tmp_path, "write", "150") for _ in range(2)]
    for _ in range(4):
        killed = [start(tmp_path, "sequence", "1000") for _ in range(3)]
        for child in killed:
            child.stdout.readline()
        time.sleep(0.15)
        for child in killed:
            child.send_signal(signal.SIGKILL)
            child.wait()
    names = [name for child in writers for name in child.communicate(timeout=120)[0].split()]
    assert len(names) == 300 and all(child.returncode == 0 for child in writers)
    assert finish(tmp_path, "sequence", "1")[-1] == "300"
    assert finish(tmp_path, "verify", "rows")[:3] == ["0", "300", "300"]
