"""One command, one transaction, one entry, at most one effect per key."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum

import pytest
from django.apps import apps
from django.db import IntegrityError

from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.ledger import act, clock, commands, verification
from lantai.ledger.act import command, publish_digest, put, put_many, salted, strike
from lantai.ledger.canon import canonical
from lantai.ledger.models import Detail, Entry, Erasure, RefusedAttempt, StoredObject, VerificationRun, Waiting

ZHANG = Actor(7, "张", 3, "衡阳市市场监督管理局", frozenset({Role.OFFICER}))
LI = Actor(8, "李", 3, "衡阳市市场监督管理局", frozenset({Role.OFFICER}))
NOON = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


def held(n: int, size: int = 1) -> StoredObject:
    return StoredObject(sha256=f"{n:064x}", sm3=f"{n:064x}", size=size, media_type="text/plain", made_at=NOON)


@command("ledger_test.make", "测试登记")
def make(*, actor, n, size=1, words=""):
    return put(held(n, size))


@command("ledger_test.officers_only", "测试限定岗位", allowed=(Role.OFFICER, Role.SUPERVISOR))
def officers_only(*, actor, n):
    return put(held(n))


@command("ledger_test.fails", "测试失败")
def fails(*, actor, n, error):
    put(held(n))
    raise error


@command("ledger_test.outer", "测试嵌套")
def outer(*, actor, n, error=None):
    row = put(held(n, 1))
    make(actor=actor, n=n + 1)
    again(actor=actor, row=row)
    if error:
        raise error
    return row


@command("ledger_test.again", "测试再写")
def again(*, actor, row):
    row.size = 2
    return put(row)


@command("ledger_test.nothing", "测试无对象")
def nothing(*, actor, **words):
    return None


def body_of(entry):
    return json.loads(entry.body)


@pytest.mark.django_db
def test_a_command_leaves_one_entry_that_seals_what_it_wrote():
    with clock.at(NOON):
        row = make(actor=ZHANG, n=1, words="说明")
    entry = Entry.objects.get()
    said, detail = body_of(entry), Detail.objects.get(entry=entry)
    assert (entry.verb, entry.actor_id, entry.agency_id) == ("ledger_test.make", 7, 3)
    assert entry.subject == f"ledger.storedobject:{row.pk}"
    assert entry.at == NOON and said["at"] == "2026-11-25T12:00:00.000000+08:00"
    assert json.loads(detail.detail) == {"n": 1, "words": "说明"}
    assert said["detail"] == salted(detail.salt, detail.detail)
    assert said["seals"] == [["ledger.storedobject", row.pk, act.row_digest(detail.salt, StoredObject.objects.get())]]
    assert Waiting.objects.get().entry_id == entry.pk
    assert entry.body == canonical(said)


@pytest.mark.django_db
def test_what_a_leaf_holds_cannot_be_guessed_without_the_salt():
    make(actor=ZHANG, n=1, words="王某某 430401199001011234")
    entry = Entry.objects.get()
    assert "王某某" not in entry.body and "430401" not in entry.body
    assert len({d.salt for d in Detail.objects.all()}) == 1 and len(Detail.objects.get().salt) == 32


@pytest.mark.django_db
@pytest.mark.parametrize("error", [ValueError("x"), Malformed("n", "不对"), Conflict("变了"), Refused([])])
def test_a_failed_command_leaves_neither_row_nor_entry(error):
    with pytest.raises(type(error)):
        fails(actor=ZHANG, n=1, error=error)
    for model in (StoredObject, Entry, Detail, Waiting):
        assert not model.objects.exists()


@pytest.mark.django_db
def test_a_refused_attempt_is_written_with_its_gates():
    refusal = Refusal("G-06", (), "未经法制审核", "请先送审")
    with pytest.raises(Refused):
        fails(actor=ZHANG, n=1, error=Refused([refusal]))
    tried = RefusedAttempt.objects.get()
    assert (tried.verb, tried.actor_id, tried.actor_name, tried.agency_id) == ("ledger_test.fails", 7, "张", 3)
    assert tried.gates == [{"gate": "G-06", "basis": [], "reason": "未经法制审核", "remedy": "请先送审"}]


@pytest.mark.django_db
def test_a_refusal_inside_another_command_is_written_once_for_the_command_that_was_asked():
    with pytest.raises(Refused):
        outer(actor=ZHANG, n=1, error=Refused([Refusal("G-01", (), "执法人员不足两人", "请增派")]))
    assert [t.verb for t in RefusedAttempt.objects.all()] == ["ledger_test.outer"]
    assert not Entry.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("actor", [None, Actor(9, "刘", 3, "局", frozenset({Role.ARCHIVIST}))])
def test_who_has_not_the_post_is_refused(actor):
    with pytest.raises(Refused) as caught:
        officers_only(actor=actor, n=1)
    assert "执法人员、执法监督人员" in str(caught.value)
    assert officers_only(actor=ZHANG, n=1).pk


@pytest.mark.django_db
def test_the_same_submission_has_one_effect():
    first = make(actor=ZHANG, n=1, key="k")
    assert make(actor=ZHANG, n=1, key="k") == first
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_a_key_used_again_for_something_else_is_a_conflict():
    make(actor=ZHANG, n=1, key="k")
    with pytest.raises(Conflict):
        make(actor=ZHANG, n=2, key="k")
    assert StoredObject.objects.count() == 1


@pytest.mark.django_db
def test_a_key_is_of_one_person_and_one_verb():
    make(actor=ZHANG, n=1, key="k")
    make(actor=LI, n=2, key="k")
    officers_only(actor=ZHANG, n=3, key="k")
    assert Entry.objects.count() == 3


@pytest.mark.django_db
def test_an_empty_key_is_no_key():
    make(actor=ZHANG, n=1, key="")
    make(actor=ZHANG, n=1, key="")
    assert Entry.objects.count() == 2 and not Entry.objects.exclude(key=None).exists()


@pytest.mark.django_db
def test_a_command_without_noun_answers_a_repeated_submission_with_its_entry():
    assert nothing(actor=ZHANG, key="k", a=1) is None
    assert nothing(actor=ZHANG, key="k", a=1) == Entry.objects.get()


@pytest.mark.django_db
def test_the_answer_to_a_repeated_submission_is_the_noun_as_it_is_now():
    row = make(actor=ZHANG, n=1, key="k")
    again(actor=ZHANG, row=row)
    assert make(actor=ZHANG, n=1, key="k").size == 2


@pytest.mark.django_db
def test_after_erasure_of_the_detail_a_repeated_submission_still_has_no_second_effect():
    make(actor=ZHANG, n=1, key="k")
    archivist = Actor(1, "林", 1, "馆", frozenset({Role.ARCHIVIST}))

    commands.erase(actor=archivist, entry=Entry.objects.first(), basis="保管期限届满", reason="销毁清册第1号")
    make(actor=ZHANG, n=1, key="k")
    assert StoredObject.objects.count() == 1


@pytest.mark.django_db
def test_nested_commands_share_transaction_and_act_number_and_the_inner_word_on_a_row_is_the_last():
    row = outer(actor=ZHANG, n=1)
    made = list(Entry.objects.order_by("id"))
    assert [e.verb for e in made] == ["ledger_test.make", "ledger_test.again", "ledger_test.outer"]
    assert len({e.act for e in made}) == 1
    assert [s[1] for s in body_of(made[1])["seals"]] == [row.pk]
    assert body_of(made[2])["seals"] == []
    report = verification.run()
    assert not [f for f in report.findings if f.table == "ledger_storedobject" and "存储" not in f.sentence]


@command("ledger_test.many", "测试多次")
def many(*, actor, last):
    for n in range(1, last + 1):
        make(actor=actor, n=n)


@pytest.mark.django_db
@pytest.mark.parametrize("last", [1, 2, 99, 100, 101, 230])
def test_the_entries_of_a_command_stand_in_the_order_in_which_its_parts_ended_each_with_its_own_detail(last):
    make(actor=ZHANG, n=1_000)
    many(actor=ZHANG, last=last)
    made = list(Entry.objects.order_by("id"))[1:]
    assert [json.loads(e.detail.detail).get("n", "all") for e in made] == [*range(1, last + 1), "all"]
    assert list(Waiting.objects.order_by("entry_id").values_list("entry_id", flat=True))[1:] == [e.pk for e in made]
    for entry in made:
        assert body_of(entry)["detail"] == salted(entry.detail.salt, entry.detail.detail)


@command("ledger_test.twice", "测试同键两次")
def twice(*, actor):
    return make(actor=actor, n=1, key="k"), make(actor=actor, n=1, key="k")


@pytest.mark.django_db
def test_the_same_submission_twice_inside_one_command_is_one():
    twice(actor=ZHANG)
    assert [e.verb for e in Entry.objects.order_by("id")] == ["ledger_test.make", "ledger_test.twice"]


@pytest.mark.django_db
def test_an_outer_failure_takes_the_inner_commands_back():
    with pytest.raises(ValueError):
        outer(actor=ZHANG, n=1, error=ValueError())
    assert not Entry.objects.exists() and not StoredObject.objects.exists()


@pytest.mark.django_db
def test_rows_are_written_inside_commands_only():
    for write in (
        lambda: put(held(1)),
        lambda: put_many([held(1)]),
        lambda: strike(held(1)),
        lambda: publish_digest("a" * 64),
    ):
        with pytest.raises(RuntimeError):
            write()


@command("ledger_test.put_many", "测试多行")
def put_many_rows(*, actor, rows):
    return put_many(held(n) for n in rows)


@command("ledger_test.strike", "测试删除")
def strike_row(*, actor, row):
    strike(row)


@pytest.mark.django_db
def test_many_rows_at_once_are_sealed_each():
    put_many_rows(actor=ZHANG, rows=[1, 2, 3])
    assert len(body_of(Entry.objects.get())["seals"]) == 3


@pytest.mark.django_db
def test_a_lawful_deletion_is_named_in_the_entry():
    row = make(actor=ZHANG, n=1)
    strike_row(actor=ZHANG, row=row)
    assert body_of(Entry.objects.last())["seals"] == [["ledger.storedobject", f"{1:064x}", None]]


@command("ledger_test.put", "测试任意一行")
def put_row(*, actor, row):
    return put(row)


@pytest.mark.django_db
def test_a_new_row_never_takes_the_place_of_another_nor_points_to_one_that_is_not_written():
    first = put_row(actor=ZHANG, row=VerificationRun(asked_at=NOON, asked_by_name="张"))
    with pytest.raises(IntegrityError):
        put_row(actor=LI, row=VerificationRun(id=first.pk, asked_at=NOON, asked_by_name="李"))
    assert VerificationRun.objects.get().asked_by_name == "张"
    with pytest.raises(ValueError, match="unsaved related object"):
        put_row(actor=LI, row=Erasure(entry=Entry(), basis="", reason="", made_at=NOON))


@command("ledger_test.replace", "测试改写")
def replace(*, actor, row, version):
    return put(row, version=version)


@pytest.mark.django_db
def test_who_was_slower_gets_a_conflict_and_nothing_is_half_written():
    case = apps.get_model("cases.case")
    row = case(pk=1, version=4)
    row._state.adding = False
    with pytest.raises(Conflict):
        replace(actor=ZHANG, row=row, version=4)
    assert row.version == 4 and not Entry.objects.exists()


@pytest.mark.django_db
def test_published_digests_stand_unsalted_in_the_entry():
    @command("ledger_test.publish_two", "测试公开两份")
    def publish_two(*, actor):
        for digest in ("a" * 64, "b" * 64, "a" * 64):
            publish_digest(digest)
        with pytest.raises(ValueError):
            publish_digest("A" * 64)

    publish_two(actor=None)
    assert body_of(Entry.objects.get())["publishes"] == ["a" * 64, "b" * 64]


class Colour(Enum):
    RED = "红"


@dataclass(frozen=True)
class Party:
    name: str
    born: date


@pytest.mark.django_db
def test_every_kind_of_argument_is_written_readably():
    nothing(
        actor=ZHANG,
        party=Party("陈", date(1990, 1, 1)),
        colour=Colour.RED,
        amount=Decimal("10.50"),
        role=Role.OFFICER,
        who=LI,
        row=held(5),
        some={3, 1},
        at=NOON,
        other=object(),
        ratio=0.5,
    )
    assert json.loads(Detail.objects.get().detail) == {
        "party": {"name": "陈", "born": "1990-01-01"},
        "colour": "红",
        "amount": "10.50",
        "role": "officer",
        "who": 8,
        "row": f"ledger.storedobject:{5:064x}",
        "some": [1, 3],
        "at": "2026-11-25T04:00:00+00:00",
        "other": "<object>",
        "ratio": 0.5,
    }


def test_every_command_has_one_chinese_name():
    names = {verb: label for verb, label in act.COMMANDS.items() if not verb.startswith("ledger_test")}
    assert all(any("一" <= c <= "鿿" for c in label) for label in names.values())


def test_an_instant_without_a_time_zone_has_no_hour_in_the_city():
    with pytest.raises(ValueError, match="time zone"):
        clock.local(datetime(2026, 1, 1))
    assert clock.local(datetime(2025, 12, 31, 16, tzinfo=UTC)).isoformat() == "2026-01-01T00:00:00+08:00"
