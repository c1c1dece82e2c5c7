"""One fixed cast for all tests: who they are, where they serve, with which posts.

张 and 李 investigate in one bureau, 王 reviews there, 赵 heads it; 孙 is an officer of another bureau (the stranger), 周
supervises at the justice bureau, 陈 is a company, 刘 a citizen. Three administrators, never one person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import factory
from django.test import Client
from factory.django import DjangoModelFactory

from lantai.accounts.models import Account
from lantai.agencies.models import Agency, Field, Kind, Level
from lantai.law.people import Actor, Role
from lantai.ledger import clock
from lantai.personnel import queries as personnel
from lantai.personnel.models import Certificate, Person, Post

SINCE = date(2020, 1, 1)


class AgencyFactory(DjangoModelFactory[Agency]):
    class Meta:
        model = Agency
        django_get_or_create = ("name",)

    code = factory.Sequence(lambda n: f"1143040000000{n:04d}X")
    name = "衡阳市市场监督管理局"
    short_name = factory.SelfAttribute("name")
    kind = Kind.ORGAN
    level = Level.DEPARTMENT
    division = "430400"
    field = Field.MARKET
    doc_prefix = factory.Sequence(lambda n: f"衡代{n}")
    valid_from = SINCE


class AccountFactory(DjangoModelFactory[Account]):
    class Meta:
        model = Account

    username = factory.Sequence(lambda n: f"person{n:03d}")
    name = "某人"
    password = "!"
    made_at = factory.LazyFunction(clock.now)


class PersonFactory(DjangoModelFactory[Person]):
    class Meta:
        model = Person

    agency = factory.SubFactory(AgencyFactory)
    account = factory.SubFactory(AccountFactory, name=factory.SelfAttribute("..name"))
    name = "某人"


@dataclass(frozen=True)
class Member:
    """Somebody of the cast as tests use them."""

    person: Person
    account: Account

    @property
    def actor(self) -> Actor:
        """As they stand on the present day of the clock."""
        return personnel.actor_of(self.person)

    def browser(self) -> Client:
        """A browser in which they are signed in; a page that breaks answers 500 and is counted by the test."""
        client = Client(raise_request_exception=False)
        client.force_login(self.account)
        return client


def member(name: str, *roles: Role, agency: Agency | None = None, certificate: str = "") -> Member:
    """A person in post since 2020, with a certificate where a number is given."""
    person: Person = PersonFactory(name=name, agency=agency or AgencyFactory())
    for role in roles:
        Post.objects.create(person=person, role=role, from_on=SINCE)
    if certificate:
        Certificate.objects.create(person=person, number=certificate, valid_from=SINCE, valid_to=date(2035, 12, 31))
    assert person.account is not None
    return Member(person, person.account)


@dataclass(frozen=True)
class Cast:
    zhang: Member  # 张, investigates
    li: Member  # 李, investigates with 张
    wang: Member  # 王, reviews
    zhao: Member  # 赵, heads the bureau
    sun: Member  # 孙, the stranger: an officer of another bureau
    zhou: Member  # 周, supervises at the justice bureau
    administrators: tuple[Member, Member, Member]


COMPANY = {"kind": "法人", "name": "衡阳市陈记食品有限公司", "code": "91430400MA4QYTNT5Q"}  # 陈
CITIZEN = {"kind": "自然人", "name": "刘建国"}  # 刘


def assemble() -> Cast:
    """The whole cast in the database."""
    market = AgencyFactory()
    urban = AgencyFactory(name="衡阳市城市管理和综合执法局", field=Field.URBAN)
    justice = AgencyFactory(name="衡阳市司法局", field=Field.JUSTICE)
    admins = ((Role.SYSTEM_ADMIN, "何志远"), (Role.SECURITY_ADMIN, "谢婉"), (Role.AUDIT_ADMIN, "罗成"))
    system, security, audit = (member(name, role, agency=justice) for role, name in admins)
    return Cast(
        zhang=member("张立新", Role.OFFICER, agency=market, certificate="43040010010001"),
        li=member("李雪梅", Role.OFFICER, agency=market, certificate="43040010010002"),
        wang=member("王守正", Role.REVIEWER, agency=market),
        zhao=member("赵国栋", Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD, agency=market),
        sun=member("孙涛", Role.OFFICER, agency=urban, certificate="43040020010001"),
        zhou=member("周明", Role.SUPERVISOR, agency=justice),
        administrators=(system, security, audit),
    )
