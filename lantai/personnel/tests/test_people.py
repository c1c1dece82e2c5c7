"""People, certificates and posts: who may write them, and that the three administrators keep apart."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.http import Http404

from lantai.accounts import commands as accounts
from lantai.accounts.commands import Secret
from lantai.accounts.models import Account
from lantai.law.people import ROLE_LABELS, Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import clock, store
from lantai.ledger.models import Entry, RefusedAttempt
from lantai.personnel import queries
from lantai.personnel.commands import certificates, people, posts
from lantai.personnel.models import Person, Post

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = MOMENT.date()
NUMBER = "18043000123"


@pytest.fixture(autouse=True)
def stands():
    with clock.at(MOMENT):
        yield


def person(admin, bureau, username="zhang.mm", name="张明", **more) -> Person:
    return people.register_person(actor=admin, agency=bureau, name=name, username=username, **more)


def issued(admin, someone, number=NUMBER):
    return certificates.issue_certificate(
        actor=admin,
        person=someone,
        number=number,
        valid_from=date(2022, 11, 1),
        valid_to=date(2027, 10, 31),
        fields=["market"],
    )


def test_a_person_is_registered_with_an_account_that_needs_its_link(admin, bureau):
    made = person(admin, bureau, sex="男")
    assert made.account.username == "zhang.mm" and not made.account.has_usable_password()
    verbs = list(
        Entry.objects.filter(verb__in=["accounts.open_account", "personnel.register_person"]).values_list("act")
    )
    assert len(verbs) == 2 and verbs[0] == verbs[1]


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.SYSTEM_ADMIN])
def test_only_the_system_administrator_registers_people(bureau, role):
    other = Actor(5, "某", bureau.pk, "某局", frozenset({role}))
    with pytest.raises(Refused):
        person(other, bureau)
    assert not Person.objects.exists() and not Account.objects.exists()
    assert RefusedAttempt.objects.filter(verb="personnel.register_person").count() == 1


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": " "}, "name"),
        ({"sex": "其他"}, "sex"),
        ({"username": "张明"}, "username"),
        ({"first_review_on": date(2027, 1, 1)}, "first_review_on"),
    ],
)
def test_what_no_person_can_have_is_refused(admin, bureau, more, field):
    with pytest.raises(Malformed) as wrong:
        person(admin, bureau, **more)
    assert wrong.value.field == field
    assert not Account.objects.exists()


def test_two_who_change_a_person_at_once_do_not_overwrite_each_other(admin, bureau):
    made = person(admin, bureau)
    people.change_person(actor=admin, person=made, seen=1, changes={"unit": "一大队"})
    with pytest.raises(Conflict):
        people.change_person(actor=admin, person=Person.objects.get(), seen=1, changes={"unit": "二大队"})
    with pytest.raises(Malformed):
        people.change_person(actor=admin, person=Person.objects.get(), seen=2, changes={"agency": bureau})


def test_a_certificate_number_is_used_once(admin, bureau):
    someone = person(admin, bureau)
    issued(admin, someone)
    with pytest.raises(Malformed) as wrong:
        issued(admin, person(admin, bureau, "li.q", "李强"))
    assert wrong.value.field == "number"
    assert queries.actor_of(someone).certificate.holds_on(TODAY)


def test_a_withheld_certificate_does_not_hold_and_holds_again_after_it_is_given_back(admin, bureau):
    someone = person(admin, bureau)
    card = issued(admin, someone)
    made = certificates.suspend(actor=admin, certificate=card, from_on=TODAY, reason="违规执法")
    assert not queries.actor_of(someone).certificate.holds_on(TODAY)
    with pytest.raises(Conflict):
        certificates.suspend(actor=admin, certificate=card, from_on=TODAY, reason="再次")
    certificates.reinstate(actor=admin, suspension=made, last_day=TODAY)
    held = queries.actor_of(someone).certificate
    assert (
        not held.holds_on(TODAY)
        and held.holds_on(TODAY + timedelta(days=1))
        and held.holds_on(TODAY - timedelta(days=1))
    )
    with pytest.raises(Conflict):
        certificates.reinstate(actor=admin, suspension=made, last_day=TODAY)


@pytest.mark.parametrize(
    ("day", "reason", "field"),
    [(TODAY, " ", "reason"), (TODAY - timedelta(days=1), "事由", "from_on"), (date(2028, 1, 1), "事由", "from_on")],
)
def test_a_suspension_wants_a_reason_and_a_day_to_come(admin, bureau, day, reason, field):
    card = issued(admin, person(admin, bureau))
    with pytest.raises(Malformed) as wrong:
        certificates.suspend(actor=admin, certificate=card, from_on=day, reason=reason)
    assert wrong.value.field == field


def test_a_supervisor_withholds_only_what_he_supervises(admin, bureau):
    card = issued(admin, person(admin, bureau))
    far = Actor(7, "周", 777, "某县司法局", frozenset({Role.SUPERVISOR}))
    with pytest.raises(Http404):
        certificates.suspend(actor=far, certificate=card, from_on=TODAY, reason="违规执法")
    near = Actor(7, "周", 777, "市司法局", frozenset({Role.SUPERVISOR}), scope=frozenset({bureau.pk}))
    assert certificates.suspend(actor=near, certificate=card, from_on=TODAY, reason="违规执法").pk


def test_who_registers_people_gives_them_no_posts(admin, security, bureau):
    someone = person(admin, bureau)
    with pytest.raises(Refused):
        posts.appoint(actor=admin, person=someone, role=Role.OFFICER)
    posts.appoint(actor=security, person=someone, role=Role.OFFICER)
    assert queries.actor_of(someone).has(Role.OFFICER)
    with pytest.raises(Conflict):
        posts.appoint(actor=security, person=someone, role=Role.OFFICER)


def test_nobody_holds_two_administrations_or_appoints_himself(admin, security, bureau):
    someone = person(admin, bureau)
    posts.appoint(actor=security, person=someone, role=Role.AUDIT_ADMIN)
    with pytest.raises(Refused) as refused:
        posts.appoint(actor=security, person=someone, role=Role.SECURITY_ADMIN)
    assert "三人" in str(refused.value)
    own = Actor(someone.pk, "张明", bureau.pk, "某局", frozenset({Role.SECURITY_ADMIN}))
    with pytest.raises(Refused):
        posts.appoint(actor=own, person=someone, role=Role.OFFICER)
    with pytest.raises(Refused):
        posts.dismiss(actor=own, post=Post.objects.get(), reason="自请")


def test_a_post_needs_an_account_and_somebody_in_office(admin, security, bureau):
    with pytest.raises(Refused):
        posts.appoint(actor=security, person=person(admin, bureau, ""), role=Role.OFFICER)
    gone = person(admin, bureau)
    people.leave(actor=admin, person=gone, on=TODAY, reason="退休")
    with pytest.raises(Refused):
        posts.appoint(actor=security, person=gone, role=Role.OFFICER)
    with pytest.raises(Malformed):
        posts.appoint(actor=security, person=person(admin, bureau, "li.q"), role=Role.PARTY)


def test_the_founder_gives_the_first_three_administrations_and_goes(bureau):
    token = accounts.create_first_administrator(actor=None)
    accounts.finish_setup(actor=None, token=Secret(token), password=Secret.of("first-password"))
    founder = queries.actor_for(Account.objects.get())
    names = {Role.SYSTEM_ADMIN: "sys", Role.SECURITY_ADMIN: "sec", Role.AUDIT_ADMIN: "aud"}
    made = {r: person(founder, bureau, f"{n}.admin", ROLE_LABELS[r]) for r, n in names.items()}
    with pytest.raises(Refused) as refused:
        posts.appoint(actor=founder, person=made[Role.SYSTEM_ADMIN], role=Role.SYSTEM_ADMIN)
    assert "安全管理员、审计管理员" in str(refused.value)
    with pytest.raises(Refused):
        posts.appoint(actor=founder, person=made[Role.AUDIT_ADMIN], role=Role.OFFICER)
    for role in (Role.SECURITY_ADMIN, Role.AUDIT_ADMIN):
        posts.appoint(actor=founder, person=made[role], role=role)
    with pytest.raises(Refused):
        posts.appoint(actor=founder, person=made[Role.SYSTEM_ADMIN], role=Role.SECURITY_ADMIN)
    posts.appoint(actor=founder, person=made[Role.SYSTEM_ADMIN], role=Role.SYSTEM_ADMIN)
    assert queries.actor_for(Account.objects.get(is_founder=True)) is None


def test_dismissal_takes_effect_at_once(admin, security, bureau):
    someone = person(admin, bureau)
    with clock.at(MOMENT - timedelta(days=10)):
        post = posts.appoint(actor=security, person=someone, role=Role.REVIEWER)
    assert queries.actor_of(someone).has(Role.REVIEWER)
    with pytest.raises(Malformed):
        posts.dismiss(actor=security, post=post, reason="")
    with pytest.raises(Malformed):
        posts.dismiss(actor=security, post=post, reason="调整", to_on=TODAY - timedelta(days=5))
    posts.dismiss(actor=security, post=post, reason="调整")
    assert not queries.actor_of(someone).has(Role.REVIEWER)
    assert queries.actor_of(someone, TODAY - timedelta(days=1)).has(Role.REVIEWER)
    with pytest.raises(Conflict):
        posts.dismiss(actor=security, post=post, reason="调整")


def test_who_leaves_loses_posts_and_account(admin, security, bureau):
    someone = person(admin, bureau)
    with clock.at(MOMENT - timedelta(days=10)):
        posts.appoint(actor=security, person=someone, role=Role.OFFICER)
    people.leave(actor=admin, person=someone, on=TODAY, reason="调离")
    assert not Account.objects.get().is_active
    assert Post.objects.get().to_on == TODAY - timedelta(days=1)
    assert queries.actor_for(Account.objects.get()) is None
    assert list(queries.listed(admin, state="left")) == [someone]
    with pytest.raises(Conflict):
        people.leave(actor=admin, person=someone, on=TODAY, reason="再次")


def test_a_photo_is_an_image_by_content(admin, bureau):
    someone = person(admin, bureau)
    with pytest.raises(Malformed):
        people.record_photo(actor=admin, person=someone, photo=store.put_bytes(b"<html>"))
    people.record_photo(actor=admin, person=someone, photo=store.put_bytes(b"\xff\xd8\xff\xe0 picture"))
    assert len(Person.objects.get().photo_sha256) == 64


def test_a_stranger_meets_no_person_of_another_agency(admin, bureau, stranger):
    someone = person(admin, bureau)
    assert queries.person(admin, someone.pk) == someone
    for viewer in (stranger, None):
        with pytest.raises(Http404):
            queries.person(viewer, someone.pk)
