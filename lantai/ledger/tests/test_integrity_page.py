"""存证完整性: what the administrators see, and lantai verify on the command line."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.http import Http404
from django.test import RequestFactory

from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Refused
from lantai.ledger import commands, note, queries, sequencer, store, tasks, triggers, verification, views
from lantai.ledger.models import Checkpoint, Entry, VerificationRun

AUDITOR = Actor(1, "周", 1, "衡阳市司法局", frozenset({Role.AUDIT_ADMIN}))
SYSTEM = Actor(2, "吴", 1, "衡阳市司法局", frozenset({Role.SYSTEM_ADMIN}))
OFFICER = Actor(3, "张", 1, "衡阳市市场监督管理局", frozenset({Role.OFFICER}))


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.STORE, settings.WITNESS = tmp_path / "store", tmp_path / "checkpoints"


@pytest.fixture
def log(db):
    for n in range(3):
        store.put_bytes(b"%d" % n)
    sequencer.checkpoint()
    store.put_bytes(b"waits")


def altered(sql, *given):
    """Change the database the way only its owner can."""
    with connection.cursor() as cursor:
        triggers.remove(cursor.execute, connection.vendor)
        cursor.execute(sql, given)
        if connection.vendor == "sqlite":
            triggers.install(cursor.execute, connection.vendor)


def request(actor, method="get", **given):
    made = getattr(RequestFactory(), method)("/desk/admin/integrity/", given)
    made.actor, made.session, made._messages = actor, {}, _Messages()
    return made


class _Messages(list):
    def add(self, level, message, tags=""):
        self.append(message)


def page(actor):
    return views.integrity(request(actor)).content.decode()


def test_the_state_of_the_log_is_shown(log):
    seen = queries.integrity(AUDITOR)
    assert (seen.entries, seen.waiting, seen.kept, seen.files, seen.fault) == (3, 1, 1, 4, "")
    assert seen.latest == Checkpoint.objects.get() and seen.may_verify and not queries.integrity(SYSTEM).may_verify
    text = page(AUDITOR)
    assert "已编入存证树" in text and "开始核对" in text and "None" not in text
    assert "开始核对" not in page(SYSTEM)


@pytest.mark.parametrize("actor", [None, OFFICER])
def test_the_page_does_not_exist_for_others(log, actor):
    run = commands.ask_verification(actor=AUDITOR)
    for ask in (lambda: queries.integrity(actor), lambda: queries.result_of(actor, run.pk)):
        with pytest.raises(Http404):
            ask()


@pytest.mark.parametrize("actor", [SYSTEM, OFFICER])
def test_only_the_audit_administrator_asks_for_a_verification(log, actor):
    with pytest.raises(Refused):
        commands.ask_verification(actor=actor)


def test_a_verification_is_asked_for_and_its_result_shown(log):
    assert views.verify(request(AUDITOR, "post", key="k", files="1")).status_code == 302
    run = VerificationRun.objects.get()
    assert run.with_files and run.asked_by == 1
    tasks.carry_out(run)
    run.refresh_from_db()
    assert (run.found, run.findings) == (0, []) and run.checked["文件"] == 4
    assert "全部相符" in page(SYSTEM)
    text = views.result(request(SYSTEM), run.pk).content.decode()
    assert "存证树和已签署的检查点全部相符" in text and "None" not in text
    sequencer.checkpoint()
    assert verification.run().ok  # the run itself is sealed


def test_a_result_once_noted_stays(log):
    run = tasks.carry_out(commands.ask_verification(actor=AUDITOR))
    assert tasks.carry_out(run) is run
    with pytest.raises(Conflict):
        commands.note_verification(actor=None, run=run, checked={}, found=9, findings=[])


def test_what_was_found_is_named_on_both_pages(log):
    altered("UPDATE ledger_storedobject SET size = 77 WHERE size = 5")
    run = tasks.carry_out(commands.ask_verification(actor=AUDITOR))
    assert run.found == 2  # the row, and the file that is not that long
    assert "在平台之外被改动" in run.findings[0]["sentence"]
    text = page(AUDITOR)
    assert "最近一次核对发现不符" in text and "文件长度应为 77 字节，实为 5 字节" in text
    assert "在平台之外被改动" in views.result(request(AUDITOR), run.pk).content.decode()


def test_a_broken_tree_is_an_alarm_before_any_verification(log):
    altered('UPDATE ledger_leaf SET hash = %s WHERE "index" = 2', b"\7" * 32)
    assert "不一致" in queries.integrity(AUDITOR).fault
    assert "不再签署检查点" in page(AUDITOR)


def test_a_checkpoint_is_downloaded_as_it_was_signed(log):
    answer = views.checkpoint(request(SYSTEM), 3)
    assert note.verify(answer.content.decode(), note.origin(), note.public_bytes()).size == 3
    with pytest.raises(Http404):
        views.checkpoint(request(SYSTEM), 2)


def said(*words):
    out = io.StringIO()
    try:
        call_command("verify", *words, stdout=out)
        return 0, out.getvalue()
    except SystemExit as end:
        return end.code, out.getvalue()


def test_lantai_verify_agrees_and_counts(log):
    code, text = said("--files")
    assert code == 0 and text.startswith("核对完毕，全部相符：") and "文件 4" in text and "留存检查点 1" in text


def test_lantai_verify_names_the_first_difference_and_fails(log):
    altered("UPDATE ledger_storedobject SET media_type = 'x' WHERE size = 1")
    code, text = said("--all")
    assert code == 1 and "核对发现 3 处不符。第一处：收存文件 " in text
    assert text.count("· ") == 3
    first = Entry.objects.order_by("id").first().subject.partition(":")[2]
    assert f"第一处：收存文件 {first[:12]}…" in text and f"主键 {first}" in text


def test_lantai_verify_notes_its_result_for_the_page(log):
    assert said("--record")[0] == 0
    assert VerificationRun.objects.get().asked_by is None
    altered("UPDATE ledger_storedobject SET media_type = 'x' WHERE size = 5")
    with pytest.raises(CommandError, match="核对发现 1 处不符"):
        call_command("verify", "--record")
    assert [r.found for r in VerificationRun.objects.all()] == [1, 0]


def test_a_changed_file_is_found_when_hashed_again(log):
    held = Entry.objects.order_by("id").first().subject.partition(":")[2]
    store.path(held).chmod(0o640)
    store.path(held).write_bytes(b"X")
    assert said()[0] == 0
    code, text = said("--files")
    assert code == 1 and "文件内容已被改动" in text


def test_a_lost_table_is_named(log):
    if connection.vendor != "sqlite":
        pytest.skip("the constraint triggers of PostgreSQL stand in the way")
    with transaction.atomic():
        altered("ALTER TABLE accounts_account RENAME TO aside")
        assert any("数据表“账号”不见了" in f.sentence for f in verification.run().findings)
        transaction.set_rollback(True)


def test_an_empty_table_that_lacks_a_column_is_named_and_the_others_are_read(log):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite reads a column that is not there as a text")
    with transaction.atomic():
        altered("ALTER TABLE accounts_account DROP COLUMN name")
        altered("DELETE FROM ledger_storedobject WHERE size = 1")
        found = [f.sentence for f in verification.run().findings]
        transaction.set_rollback(True)
    assert any("数据表“账号”的列不全" in sentence for sentence in found)
    assert any("文件" in sentence and "不见了" in sentence for sentence in found)


def test_lantai_sequence_signs_once(db):
    out = io.StringIO()
    call_command("sequence", "--once", stdout=out)
    assert out.getvalue() == "存证日志还没有记录。\n"
    store.put_bytes(b"x")
    call_command("sequence", "--once", stdout=out)
    assert "第 1 号检查点，1 条记录，根散列 " in out.getvalue()
