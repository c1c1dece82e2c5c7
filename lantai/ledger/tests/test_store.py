"""The store: what was acknowledged is there, whole, under its hash; what failed left nothing."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import random
import signal
import sqlite3
import stat
import time
from pathlib import Path

import pytest
from django.db import OperationalError, connection

from lantai.ledger import store
from lantai.ledger.models import Entry, StoredObject
from lantai.ledger.tests.child import finish, start


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.STORE = tmp_path / "store"
    return settings.STORE


def files(folder):
    return sorted(p for p in folder.rglob("*") if p.is_file()) if folder.exists() else []


@pytest.mark.django_db
def test_a_file_lies_under_its_hash_with_both_digests(folder):
    data = "现场检查笔录".encode() * 1000
    held = store.put_bytes(data)
    assert held.sha256 == hashlib.sha256(data).hexdigest()
    assert held.sm3 == hashlib.new("sm3", data).hexdigest()
    assert (held.size, held.media_type) == (len(data), "application/octet-stream")
    assert files(folder) == [store.path(held.sha256)] and store.read(held.sha256) == data
    assert stat.S_IMODE(store.path(held.sha256).stat().st_mode) == 0o440
    assert [e.verb for e in Entry.objects.all()] == ["ledger.keep"]


def test_sm3_is_that_of_the_standard():
    """GB/T 32905-2016, appendix A.1."""
    digest = store.sm3()
    digest.update(b"abc")
    assert digest.hexdigest() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    other = store._CryptographySm3()
    other.update(b"abc")
    assert other.hexdigest() == digest.hexdigest()


@pytest.mark.django_db
def test_the_same_content_is_one_object_and_the_original_is_not_touched(folder):
    first = store.put_bytes(b"same")
    before = store.path(first.sha256).stat()
    assert store.put_bytes(b"same") == first
    after = store.path(first.sha256).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert Entry.objects.count() == 1 and len(files(folder)) == 1


@pytest.mark.django_db
def test_bytes_are_synced_and_named_before_the_row_is_written(folder, monkeypatch):
    done = []
    fsync, replace = os.fsync, Path.replace

    def synced(handle):
        done.append("fsync folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "fsync file")
        fsync(handle)

    def renamed(self, target):
        done.append("rename")
        return replace(self, target)

    def executed(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE")):
            done.append(sql.split('"')[1] if '"' in sql else sql.split()[2])
        return execute(sql, params, many, context)

    store.put_bytes(b"makes the folders")
    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    with connection.execute_wrapper(executed):
        store.put_bytes(b"x")
    after = done[done.index("rename") :]
    assert done[0] == "fsync file"
    assert after.index("fsync folder") < next(n for n, what in enumerate(after) if what.startswith("ledger_"))


@pytest.mark.django_db
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_on_a_full_disk_nothing_is_kept(folder, monkeypatch, number):
    def full(handle):
        raise OSError(number, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        folder.joinpath("tmp").mkdir(parents=True)
        with pytest.raises(store.Full, match="没有保存"):
            store.put_bytes(b"x" * 100)
    assert files(folder) == [] and not StoredObject.objects.exists() and not Entry.objects.exists()
    assert store.put_bytes(b"x" * 100).size == 100


@pytest.mark.django_db
def test_another_error_of_the_disk_is_no_success_either(folder, monkeypatch):
    def broken(handle):
        raise OSError(errno.EIO, "broken")

    folder.joinpath("tmp").mkdir(parents=True)
    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError):
        store.put_bytes(b"x")
    assert files(folder) == [] and not StoredObject.objects.exists()


@pytest.mark.django_db
def test_a_full_database_is_a_full_disk_and_the_sweeper_takes_the_file(folder):
    def full(execute, sql, params, many, context):
        if "ledger_storedobject" in sql and not sql.startswith("SELECT"):
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(full), pytest.raises(store.Full):
        store.put_bytes(b"x")
    assert not StoredObject.objects.exists() and not Entry.objects.exists()
    assert store.sweep(older_than=-1, dead_after=-1) == (0, 1)
    assert files(folder) == []


@pytest.mark.django_db
def test_a_file_over_the_limit_is_refused_and_leaves_nothing(folder):
    with pytest.raises(store.TooLarge, match="1 MB"):
        store.receive(io.BytesIO(b"x" * (2 * 1024**2)), limit=1024**2)
    assert files(folder) == [] and not StoredObject.objects.exists()
    assert store.receive(io.BytesIO(b"x" * 1024**2), limit=1024**2).size == 1024**2


@pytest.mark.django_db
def test_a_stream_that_breaks_off_leaves_nothing(folder):
    class Broken:
        def __init__(self):
            self.left = 3

        def read(self, size):
            self.left -= 1
            if self.left == 0:
                raise ConnectionError
            return b"x" * 1000

    with pytest.raises(ConnectionError):
        store.receive(Broken())
    assert files(folder) == [] and not StoredObject.objects.exists()


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 65, "a" * 63 + "/"])
def test_only_a_hash_names_a_file(name):
    with pytest.raises(ValueError):
        store.path(name)


@pytest.mark.django_db
def test_every_fault_of_a_kept_file_is_named(folder):
    held = store.put_bytes(b"content")
    file = store.path(held.sha256)
    assert store.fault(held) == store.fault(held, again=True) == ""
    file.chmod(0o640)
    file.write_bytes(b"contenT")
    assert store.fault(held) == "" and "已被改动" in store.fault(held, again=True)
    with pytest.raises(store.Altered):
        store.read(held.sha256)
    file.write_bytes(b"conten")
    assert "长度应为 7 字节，实为 6 字节" in store.fault(held)
    file.unlink()
    assert store.fault(held) == "文件不在存储中"


@pytest.mark.django_db
def test_a_lost_file_is_brought_back_by_the_same_content(folder):
    held = store.put_bytes(b"content")
    store.path(held.sha256).unlink()
    store.put_bytes(b"content")
    assert store.fault(held, again=True) == "" and Entry.objects.count() == 1


@pytest.mark.django_db
def test_the_sweeper_takes_what_is_dead_and_nothing_else(folder):
    held = store.put_bytes(b"kept")
    orphan = store.path(hashlib.sha256(b"orphan").hexdigest())
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"orphan")
    dead = folder / "tmp" / "dead.part"
    dead.write_bytes(b"")
    assert store.sweep() == (0, 0)  # all fresh
    for file in (orphan, dead, store.path(held.sha256)):
        os.utime(file, (time.time() - 7200,) * 2)
    assert store.sweep() == (1, 1)
    assert files(folder) == [store.path(held.sha256)]


@pytest.mark.django_db
def test_the_sweeper_leaves_a_living_writer_alone(folder):
    class Slow:
        def __init__(self):
            self.parts = [b"a" * 10, b"b" * 10]

        def read(self, size):
            assert store.sweep(older_than=-1, dead_after=-1) == (0, 0)
            return self.parts.pop() if self.parts else b""

    assert store.receive(Slow()).size == 20


@pytest.mark.slow
def test_killed_uploads_lose_no_acknowledged_byte(tmp_path):
    """Five rounds of two uploaders, each killed with SIGKILL at a random moment, the sweeper running meanwhile."""
    finish(tmp_path, "prepare")
    acknowledged, chance = [], random.Random()
    for _ in range(5):
        children = [start(tmp_path, "upload") for _ in range(2)]
        heads = [child.stdout.readline() for child in children]  # both are under way
        time.sleep(chance.uniform(0.05, 0.6))
        for child in children:
            child.send_signal(signal.SIGKILL)
        for child, head in zip(children, heads, strict=True):
            said = head + child.stdout.read()
            acknowledged += [line for line in said.split("\n")[:-1] if len(line) == 64]
            child.wait()
    assert len(acknowledged) >= 10
    finish(tmp_path, "sweep")
    with sqlite3.connect(tmp_path / "lantai.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = {name for (name,) in database.execute("SELECT sha256 FROM ledger_storedobject")}
    assert set(acknowledged) <= rows
    on_disk = {p.name: p for p in files(tmp_path / "store")}
    assert set(on_disk) == rows  # no orphan, no temporary file, no row without file
    assert all(hashlib.sha256(p.read_bytes()).hexdigest() == name for name, p in on_disk.items())
    assert finish(tmp_path, "verify", "files")[0] == "0"
