"""A workbook of officers: identities are never guessed, posts wait for a second administrator."""

from __future__ import annotations

import time
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.http import Http404

from lantai.accounts.models import Account
from lantai.agencies import commands as agencies
from lantai.agencies.models import ImportRun
from lantai.law.people import Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import clock
from lantai.ledger.models import Entry
from lantai.personnel import queries
from lantai.personnel.commands import imports, people
from lantai.personnel.models import Certificate, Person, Post
from lantai.personnel.tests.conftest import code_of, kept, made

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
HEAD = ["单位代码", "姓名", "性别", "科室", "执法证号", "有效期起", "有效期至", "执法领域", "岗位", "账号"]


@pytest.fixture(autouse=True)
def stands():
    with clock.at(MOMENT):
        yield


def row(n, name="", *, agency=1, posts="执法人员", number=None, user=None, **changes):
    values = {
        "单位代码": code_of(agency),
        "姓名": name or f"人员{n}",
        "性别": "男",
        "科室": "一大队",
        "执法证号": f"1804300{n:04d}" if number is None else number,
        "有效期起": "2022-11-01",
        "有效期至": date(2027, 10, 31),
        "执法领域": "市场监管",
        "岗位": posts,
        "账号": f"user{n}" if user is None else user,
    } | changes
    return [values[h] for h in HEAD]


def tried(admin, rows, head=HEAD):
    workbook = kept(("人员", [["执法人员名录"], head, *rows]))
    trial = queries.trial(admin, workbook.sha256)
    return agencies.keep_trial(actor=admin, kind="officers", workbook=workbook, original_name="人员.xlsx", trial=trial)


def imported(admin, rows, **more):
    return imports.confirm_officers(actor=admin, run=tried(admin, rows), **more)


def test_persons_certificates_and_accounts_are_written_and_posts_wait(admin, security, bureau):
    run = tried(admin, [row(1), row(2, posts="执法人员、法制审核人员"), row(3, posts="", user="")])
    assert run.counts == {
        "new": 3, "changed": 0, "same": 0, "bad": 0, "accounts": 2, "certificates": 3, "posts": 3,
    }  # fmt: skip
    assert run.found["posts"] == [["执法人员", 2], ["法制审核人员", 1]]
    assert not Person.objects.exists()
    run = imports.confirm_officers(actor=admin, run=run)
    assert (Person.objects.count(), Certificate.objects.count(), Account.objects.count()) == (3, 3, 2)
    assert Certificate.objects.first().fields == ["market"]
    assert not Post.objects.exists()
    run = imports.confirm_posts(actor=security, run=run)
    assert run.status == ImportRun.Status.POSTS_CONFIRMED
    assert Post.objects.count() == 3
    assert queries.actor_for(Account.objects.get(username="user2")).roles == {Role.OFFICER, Role.REVIEWER}
    assert Entry.objects.filter(verb="personnel.confirm_posts").count() == 1
    with pytest.raises(Conflict):
        imports.confirm_posts(actor=security, run=run)


def test_who_imported_the_posts_does_not_confirm_them(admin, security, stranger, bureau):
    run = imported(admin, [row(1)])
    for viewer in (admin, stranger, None):
        with pytest.raises(Refused):
            imports.confirm_posts(actor=viewer, run=run)
    both = type(security)(admin.person_id, "管理员", 0, "某局", frozenset({Role.SECURITY_ADMIN}))
    with pytest.raises(Refused) as refused:
        imports.confirm_posts(actor=both, run=run)
    assert "导入人自己" in str(refused.value)
    with pytest.raises(Conflict):
        imports.confirm_posts(actor=security, run=tried(admin, [row(2)]))
    assert not Post.objects.exists()


def test_planted_faults_are_told_with_row_and_column_and_nothing_of_them_is_written(admin, bureau):
    people.register_person(actor=admin, agency=bureau, name="已在", username="taken")
    rows = [
        row(1),
        row(2, number="1.80430E+10"),
        row(3, number=18043000003),
        row(4, number="1804300 0004"),
        row(5, number="123"),
        row(6, agency=8),
        row(7, posts="执法大王"),
        row(8, user="Zhang.San"),
        row(9, number="18043000001"),
        row(10, 性别="不详"),
        row(11, 有效期起="2028-01-01"),
        row(12, number="", user=""),
        row(13, posts="系统管理员、安全管理员"),
        row(14, 有效期至="2027-02-30"),
        row(15, user="", posts="执法人员"),
        row(16, 有效期至=None),
    ]
    run = tried(admin, rows)
    assert run.counts["new"] == 1 and run.counts["bad"] == 15
    told = [(p["row"], p["column"]) for p in run.problems]
    wanted = [
        (4, "E"), (5, "E"), (6, "E"), (7, "E"), (8, "A"), (9, "I"), (10, "J"), (11, "E"), (12, "C"),
        (13, "G"), (14, ""), (15, "I"), (16, "G"), (17, "J"), (18, "G"),
    ]  # fmt: skip
    assert told == wanted
    with pytest.raises(Refused):
        imports.confirm_officers(actor=admin, run=run)
    imports.confirm_officers(actor=admin, run=ImportRun.objects.get(), good_part_only=True)
    assert set(Person.objects.values_list("name", flat=True)) == {"已在", "人员1"}


def test_a_resident_number_is_compared_and_not_registered(admin, bureau):
    head = [*HEAD, "身份证号"]
    good, odd, wrong = "430405199003072312", "430405199003072312", "430405199003072313"
    rows = [[*row(1), good], [*row(2), wrong], [*row(3, 性别="女"), "430406198508151624"], [*row(4), odd]]
    run = tried(admin, rows, head)
    said = {p["row"]: p["sentence"] for p in run.problems}
    assert set(said) == {4, 6} and "校验码" in said[4] and "重复" in said[6]
    assert any("没有登记" in note for note in run.found["notes"])


def test_an_officer_is_known_again_by_certificate_or_sign_in_name_and_only_differences_are_written(admin, bureau):
    imported(admin, [row(1), row(2)])
    rows = [row(1, "人员一"), row(2, number="18043000099", 有效期至=date(2031, 10, 31))]
    run = tried(admin, rows)
    assert run.counts["changed"] == 2 and run.counts["new"] == 0
    assert run.differences[0]["changes"][0] == ["姓名", "人员1", "人员一"]
    imports.confirm_officers(actor=admin, run=run)
    assert Person.objects.count() == 2 and Account.objects.count() == 2
    assert Certificate.objects.filter(person__name="人员2").count() == 2
    again = tried(admin, [[*r[:8], "", r[9]] for r in rows])
    assert again.counts["same"] == 2 and again.counts["changed"] == 0


def test_certificate_and_sign_in_name_must_mean_the_same_person(admin, bureau):
    imported(admin, [row(1), row(2)])
    run = tried(admin, [row(1, user="user2"), row(2, user="other"), row(3, agency=1)])
    assert [(p["row"], p["column"]) for p in run.problems] == [(3, "J"), (4, "J")]


def test_an_officer_of_another_agency_is_not_moved_by_a_workbook(admin, bureau, justice):
    imported(admin, [row(1)])
    run = tried(admin, [row(1, agency=2)])
    assert run.counts["bad"] == 1 and "其他单位" in run.problems[0]["sentence"]


def test_who_has_left_does_not_come_back_by_a_workbook(admin, bureau):
    imported(admin, [row(1)])
    people.leave(actor=admin, person=Person.objects.get(), on=MOMENT.date(), reason="调离")
    assert "离岗" in tried(admin, [row(1)]).problems[0]["sentence"]


def test_a_register_changed_after_the_trial_stops_the_confirmation(admin, bureau):
    run = tried(admin, [row(1)])
    people.register_person(actor=admin, agency=bureau, name="别人", username="user1")
    with pytest.raises(Conflict):
        imports.confirm_officers(actor=admin, run=run)
    assert Person.objects.count() == 1 and not Certificate.objects.exists()


def test_only_the_system_administrator_confirms_officers(admin, security, stranger, bureau):
    run = tried(admin, [row(1)])
    for viewer in (security, stranger, None):
        with pytest.raises(Refused):
            imports.confirm_officers(actor=viewer, run=run)
    with pytest.raises(Http404):
        queries.trial(stranger, run.sha256)
    run.kind = "agencies"
    with pytest.raises(Malformed):
        imports.confirm_officers(actor=admin, run=run)


def test_expired_certificates_are_imported_and_told(admin, bureau):
    run = tried(admin, [row(1, 有效期至="2025-12-31")])
    assert not run.problems and "已经过期" in run.found["notes"][0]


def test_the_number_of_statements_does_not_grow_with_the_rows(admin, bureau, django_assert_max_num_queries):
    run = tried(admin, [row(n) for n in range(1, 400)])
    with django_assert_max_num_queries(40):
        imports.confirm_officers(actor=admin, run=run)
    assert Person.objects.count() == 399


@pytest.mark.slow
def test_five_thousand_officers_are_tried_and_written(admin, security, bureau):
    made(actor=None, number=3, field="urban", division="430421")
    began = time.monotonic()
    run = tried(admin, [row(n) for n in range(1, 5001)])
    tried_in = time.monotonic() - began
    imports.confirm_officers(actor=admin, run=run)
    imports.confirm_posts(actor=security, run=ImportRun.objects.get())
    print(f"5,000 officers: tried in {tried_in:.1f} s, all in {time.monotonic() - began:.1f} s")
    assert (Person.objects.count(), Post.objects.count()) == (5000, 5000)
