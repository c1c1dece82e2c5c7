"""The small world in which a story is played: one agency with its people and powers, and the justice bureau beside it.

Made by the commands that a real city uses, with the clock set to a day before the story begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from lantai.agencies.commands import register as register_agency
from lantai.agencies.models import Agency, Field, Kind
from lantai.law.identity import credit_code_check, organisation_code_check
from lantai.law.people import Actor, Role
from lantai.law.periods import BEIJING
from lantai.law.released import RELEASED
from lantai.ledger import clock
from lantai.personnel import queries as personnel
from lantai.personnel.commands.certificates import issue_certificate
from lantai.personnel.commands.people import register_person
from lantai.personnel.commands.posts import appoint
from lantai.personnel.models import Person
from lantai.powers.commands.registering import register as register_power
from lantai.powers.commands.releases import sign_release
from lantai.powers.models import Power
from lantai.powers.queries import is_signed

REGISTRAR = Actor(0, "登记人", 0, "平台初始设置", frozenset({Role.SYSTEM_ADMIN}))
APPOINTER = Actor(-1, "任命人", 0, "平台初始设置", frozenset({Role.SECURITY_ADMIN}))

FIELDS = (
    ("市场监督", Field.MARKET),
    ("文化", Field.CULTURE),
    ("城市管理", Field.URBAN),
    ("生态环境", Field.ENVIRONMENT),
    ("应急", Field.EMERGENCY),
    ("交通", Field.TRANSPORT),
    ("卫生", Field.HEALTH),
    ("农业", Field.AGRICULTURE),
    ("住房和城乡建设", Field.CONSTRUCTION),
    ("自然资源", Field.RESOURCES),
    ("人力资源", Field.LABOUR),
    ("司法", Field.JUSTICE),
    ("教育", Field.EDUCATION),
    ("水利", Field.WATER),
    ("林业", Field.FORESTRY),
    ("消防", Field.FIRE),
    ("人民政府", Field.GOVERNMENT),
)


@dataclass
class World:
    """Who is who, by the words of a story."""

    agency: Agency
    justice: Agency
    people: dict[str, Person] = field(default_factory=dict)
    powers: dict[str, Power] = field(default_factory=dict)
    began_on: date = date(2021, 1, 1)

    def actor(self, word: str, on: date) -> Actor:
        """The person of this word as he stands on a day. Raises KeyError for a word that nobody bears."""
        return personnel.actor_of(self.people[word], on)

    def enlist(self, cast: Mapping[str, Mapping[str, Any]]) -> None:
        """The named people of a story join the agency: role, qualification and first review as it says."""
        for number, (name, given) in enumerate(cast.items(), 200):
            if name in self.people:
                continue
            roles = ROLES.get(str(given.get("role", "officer")), (Role.OFFICER,))
            if given.get("handler") and Role.OFFICER not in roles:
                roles = (*roles, Role.OFFICER)
            row = (f"cast-{number}", str(name), "执法一科", roles, True)
            start = datetime.combine(self.began_on, time(9), BEIJING)
            with clock.at(start):
                self.people[str(name)] = _person(
                    self.agency,
                    row,
                    number,
                    self.began_on,
                    qualification=_qualification(given.get("legal_qualification")),
                    first_review=given.get("first_review"),
                )

    def power_for(self, kind: str) -> Power:
        return self.powers[kind]


def field_of(agency_name: str) -> Field:
    """The field of enforcement that a name of an agency tells."""
    return next((f for part, f in FIELDS if part in agency_name), Field.GENERAL)


def credit_code(first: str, number: int) -> str:
    """A valid credit code of a made-up body: ``first`` two characters, a running number, division 430400."""
    organisation = f"{number:08d}"
    seventeen = f"{first}430400{organisation}{organisation_code_check(organisation)}"
    return seventeen + credit_code_check(seventeen)


StaffRow = tuple[str, str, str, tuple[Role, ...], bool]
"""Word, name, unit, posts, and whether he holds a certificate."""

STAFF: tuple[StaffRow, ...] = (
    ("officer", "张建国", "执法一科", (Role.OFFICER,), True),
    ("officer_2", "李晓梅", "执法一科", (Role.OFFICER,), True),
    ("officer_3", "钱志强", "执法二科", (Role.OFFICER,), True),
    ("officer_4", "何小军", "执法二科", (Role.OFFICER,), True),
    ("auxiliary", "许辅", "执法一科", (), False),
    ("staff", "蒋文", "办公室", (), False),
    ("section_head", "郑科长", "执法一科", (Role.UNIT_HEAD,), True),
    ("reviewer", "王法", "法规科", (Role.REVIEWER,), True),
    ("auditor", "冯审", "法规科", (Role.REVIEWER,), True),
    ("chair", "沈主持", "法规科", (Role.REVIEWER,), True),
    ("head", "赵局", "局领导", (Role.AGENCY_HEAD,), True),
    ("deputy_head", "周副局", "局领导", (Role.AGENCY_HEAD,), True),
    ("chief", "吴局长", "局领导", (Role.PRINCIPAL_HEAD,), True),
    ("acting_chief", "郭代局长", "局领导", (Role.PRINCIPAL_HEAD,), True),
    ("publisher", "韩公示", "办公室", (Role.PUBLISHER,), False),
    ("checker", "杨核对", "办公室", (Role.PUBLICATION_CHECKER,), False),
    ("archivist", "朱档案", "档案室", (Role.ARCHIVIST,), False),
)

ROLES: dict[str, tuple[Role, ...]] = {
    "officer": (Role.OFFICER,),
    "handler": (Role.OFFICER,),
    "section_head": (Role.UNIT_HEAD,),
    "reviewer": (Role.REVIEWER,),
    "auditor": (Role.REVIEWER,),
    "chair": (Role.REVIEWER,),
    "head": (Role.AGENCY_HEAD,),
    "deputy_head": (Role.AGENCY_HEAD,),
    "chief": (Role.PRINCIPAL_HEAD,),
    "acting_chief": (Role.PRINCIPAL_HEAD,),
    "staff": (),
    "auxiliary": (),
}

BASES = (
    ("violated", "食品安全法", 53, 1, 0),
    ("penalty", "食品安全法", 126, 1, 3),
)
TIERS = (
    ("从轻", "初次违法，主动改正", 5_000, 20_000, "裁量基准示例"),
    ("一般", "没有从轻、从重情形", 20_001, 40_000, "裁量基准示例"),
    ("从重", "拒不改正，情节严重", 40_001, 50_000, "裁量基准示例"),
)


def build(agency_name: str, before: date, staff: Sequence[StaffRow] = STAFF) -> World:
    """The world of a story that begins after ``before``. Everybody is in post and certified from that day."""
    start = datetime.combine(before - timedelta(days=1), time(9), BEIJING)
    with clock.at(start):
        world = World(
            _agency(agency_name, 1, start.date()), _agency("衡阳市司法局", 2, start.date()), began_on=start.date()
        )
        for number, row in enumerate(staff, 1):
            world.people[row[0]] = _person(world.agency, row, number, start.date())
        world.people["handler"] = world.people["officer"]
        world.people["own_legal_section"] = world.people["reviewer"]
        world.people["officer_expired"] = _expired(world.agency, start.date())
        signer = ("justice_bureau_same_level", "孙司法", "法制科", (Role.REVIEWER,), True)
        world.people["justice_bureau_same_level"] = _person(world.justice, signer, 90, start.date())
        supervisor = ("supervisor", "马监督", "执法监督科", (Role.SUPERVISOR,), False)
        world.people["supervisor"] = _person(world.justice, supervisor, 91, start.date())
        _sign_all(world, start.date())
        _powers(world, start.date())
    return world


def _agency(name: str, number: int, on: date) -> Agency:
    known = Agency.objects.filter(name=name).first()
    if known is not None:
        return known
    return register_agency(
        actor=REGISTRAR,
        code=credit_code("11", 430_000 + number),
        name=name,
        kind=Kind.ORGAN,
        division="430400",
        field=field_of(name),
        valid_from=date(2019, 1, 1),
        short_name=name.removeprefix("衡阳市"),
        basis="《中华人民共和国行政处罚法》第十七条",
        address="衡阳市蒸湘区演示路1号",
        phone="0734-8000001",
        doc_prefix=f"衡{'市监' if number == 1 else '司'}",
    )


def _qualification(given: Any) -> str:
    return "A20174304000001" if given is True else str(given or "")


def _person(
    agency: Agency,
    row: StaffRow,
    number: int,
    on: date,
    *,
    qualification: str | None = None,
    first_review: date | None = None,
) -> Person:
    word, name, unit, posts, certified = row
    reviews = Role.REVIEWER in posts and qualification is None
    person = register_person(
        actor=REGISTRAR,
        agency=agency,
        name=name,
        unit=unit,
        legal_qualification="A20174304000001" if reviews else qualification or "",
        first_review_on=date(2017, 6, 1) if reviews else first_review,
        username=f"{word.replace('_', '-')}-{agency.pk}",
    )
    for role in posts:
        appoint(actor=APPOINTER, person=person, role=role)
    if certified:
        issue_certificate(
            actor=REGISTRAR,
            person=person,
            number=f"18{agency.pk:03d}{number:06d}",
            valid_from=on - timedelta(days=30),
            valid_to=on + timedelta(days=365 * 8),
        )
    return person


def _expired(agency: Agency, on: date) -> Person:
    person = _person(agency, ("officer-expired", "吕过期", "执法一科", (Role.OFFICER,), False), 80, on)
    issue_certificate(
        actor=REGISTRAR,
        person=person,
        number=f"18{agency.pk:03d}000080",
        valid_from=on - timedelta(days=2000),
        valid_to=on - timedelta(days=1),
    )
    return person


def _sign_all(world: World, on: date) -> None:
    signer = world.actor("justice_bureau_same_level", on)
    for procedure in RELEASED:
        if not is_signed(procedure.code, procedure.digest):
            sign_release(actor=signer, code=procedure.code, version=procedure.version, digest=procedure.digest)


def _powers(world: World, on: date) -> None:
    for number, kind in enumerate(("处罚", "强制", "检查", "征收征用", "许可"), 1):
        codes = [p.code for p in RELEASED if p.kind == kind]
        if not codes:
            continue
        world.powers[kind] = register_power(
            actor=REGISTRAR,
            agency=world.agency,
            code=f"43040{number}001",
            name=f"对未按规定履行食品安全义务行为的行政{kind}",
            kind=kind,
            field=world.agency.field,
            valid_from=date(2019, 1, 1),
            bases=BASES,
            tiers=TIERS if kind == "处罚" else (),
            procedures=codes,
        )
