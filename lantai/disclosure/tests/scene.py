"""A bureau and a decided penalty case, made by the commands that a real bureau uses, with the clock set to each day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Any

from lantai.agencies.commands import register as register_agency
from lantai.agencies.models import Agency
from lantai.cases.commands.drafting import save_draft
from lantai.cases.commands.opening import open_case
from lantai.cases.commands.steps import take_step
from lantai.cases.models import Case
from lantai.law.identity import credit_code_check, organisation_code_check, resident_id_check
from lantai.law.people import Actor, Role
from lantai.law.released import RELEASED
from lantai.law.review import ASPECTS
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
from lantai.recording.commands import waive_av
from lantai.review import commands as review

CHINA = timezone(timedelta(hours=8))
REGISTRAR = Actor(0, "登记人", 0, "平台初始设置", frozenset({Role.SYSTEM_ADMIN}))
APPOINTER = Actor(-1, "任命人", 0, "平台初始设置", frozenset({Role.SECURITY_ADMIN}))

STAFF = (
    ("zhang", "张立新", (Role.OFFICER,)),
    ("li", "李雪梅", (Role.OFFICER,)),
    ("wang", "王守正", (Role.REVIEWER,)),
    ("zhao", "赵国栋", (Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)),
    ("han", "韩晓", (Role.PUBLISHER,)),
    ("yang", "杨核", (Role.PUBLICATION_CHECKER,)),
    ("both", "兼任", (Role.PUBLISHER, Role.PUBLICATION_CHECKER)),
)


def moment(day: str, hour: int = 9, minute: int = 0) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), CHINA) + timedelta(hours=hour, minutes=minute)


def credit_code(first: str, number: int) -> str:
    organisation = f"{number:08d}"
    seventeen = f"{first}430400{organisation}{organisation_code_check(organisation)}"
    return seventeen + credit_code_check(seventeen)


def resident_id(born: str, number: int = 12) -> str:
    """A number of valid form that belongs to nobody."""
    seventeen = f"430408{born.replace('-', '')}{number:03d}"
    return seventeen + resident_id_check(seventeen)


COMPANY = {
    "kind": "organisation",
    "name": "衡阳演示餐饮有限公司",
    "code": credit_code("91", 12_345_678),
    "legal_representative": "欧阳建设",
    "address": "衡阳市蒸湘区演示路8号",
    "phone": "13807340001",
}
FACTS = "当事人采购食品未查验供货者的许可证，货值金额较小，案发后已经改正。"


@dataclass
class Bureau:
    """An agency, the justice bureau beside it, and who serves there."""

    agency: Agency
    people: dict[str, Person] = field(default_factory=dict)
    power: Power | None = None

    def __getitem__(self, word: str) -> Actor:
        return personnel.actor_of(self.people[word])


def bureau(number: int = 1) -> Bureau:
    with clock.at(moment("2026-01-05")):
        made = Bureau(_agency(f"衡阳市第{number}市场监督管理局", number))
        for place, (word, name, posts) in enumerate(STAFF):
            made.people[word] = _person(made.agency, word, name, posts, number * 100 + place)
        _sign(number)
        made.power = register_power(
            actor=REGISTRAR,
            agency=made.agency,
            code=f"4304010{number:02d}",
            name="对未按规定查验供货者许可证行为的行政处罚",
            kind="处罚",
            field="market",
            valid_from=date(2019, 1, 1),
            bases=(("violated", "食品安全法", 53, 1, 0), ("penalty", "食品安全法", 126, 1, 3)),
            tiers=(
                ("从轻", "有从轻情形", 1_000, 4_999, "裁量基准示例"),
                ("一般", "没有从轻、从重情形", 5_000, 50_000, "裁量基准示例"),
            ),
            procedures=[p.code for p in RELEASED if p.kind == "处罚"],
        )
    return made


def _agency(name: str, number: int) -> Agency:
    return register_agency(
        actor=REGISTRAR,
        code=credit_code("11", 430_000 + number),
        name=name,
        kind="机关",
        division="430400",
        field="justice" if "司法" in name else "market",
        valid_from=date(2019, 1, 1),
        short_name=name.removeprefix("衡阳市"),
        basis="《中华人民共和国行政处罚法》第十七条",
        address="衡阳市蒸湘区演示路1号",
        phone=f"0734-800000{number}",
        doc_prefix=f"衡代{number}",
    )


def _person(agency: Agency, word: str, name: str, posts: tuple[Role, ...], number: int) -> Person:
    reviews = Role.REVIEWER in posts
    person = register_person(
        actor=REGISTRAR,
        agency=agency,
        name=name,
        unit="执法一科",
        legal_qualification="A20174304000001" if reviews else "",
        first_review_on=date(2017, 6, 1) if reviews else None,
        username=f"{word}-{agency.pk}",
    )
    for role in posts:
        appoint(actor=APPOINTER, person=person, role=role)
    issue_certificate(
        actor=REGISTRAR,
        person=person,
        number=f"1843{number:08d}",
        valid_from=date(2025, 1, 1),
        valid_to=date(2030, 12, 31),
    )
    return person


def _sign(number: int) -> None:
    if all(is_signed(p.code, p.digest) for p in RELEASED):
        return
    justice = _agency("衡阳市司法局", 80 + number)
    signer = personnel.actor_of(_person(justice, "signer", "孙司法", (Role.REVIEWER,), 9000 + number))
    for p in RELEASED:
        sign_release(actor=signer, code=p.code, version=p.version, digest=p.digest)


@dataclass
class Course:
    """A case on its way; every act is a minute after the last."""

    at: Bureau
    now: datetime
    case: Case | None = None

    def take(self, step: str, who: str, outcome: str = "", beside: tuple[str, ...] = (), **stated: Any) -> None:
        self.now += timedelta(minutes=1)
        with clock.at(self.now):
            take_step(
                actor=self.at[who],
                case=self.case,
                step=step,
                outcome=outcome,
                stated=stated,
                with_officers=[self.at.people[w].pk for w in beside],
            )


def decided(
    at: Bureau,
    on: str = "2026-09-28",
    outcome: str = "penalty",
    party: dict[str, Any] | None = None,
    facts: str = FACTS,
    flags: dict[str, Any] | None = None,
    title: str = "涉嫌未按规定查验供货者许可证",
    fine: str = "5000",
    tier: str = "一般",
) -> Case:
    """A case decided on the day, by the ordinary procedure, every step taken by those who may."""
    course = Course(at, moment(on) - timedelta(days=14))
    with clock.at(course.now):
        course.case = open_case(
            actor=at["zhang"],
            power=at.power,
            procedure="penalty.ordinary",
            title=title,
            source="inspection",
            clue="监督检查中发现涉嫌违法行为。",
            party=party or COMPANY,
            flags=flags or {},
        )
    course.take("PG-2", "zhang", "file", verification="经核查，有证据初步证明存在违法行为，建议立案。")
    course.take(
        "PG-3",
        "zhao",
        "filed",
        suspected="《中华人民共和国食品安全法》第五十三条第一款",
        has_evidence=True,
        has_penalty_basis=True,
        has_jurisdiction=True,
        within_limitation=True,
        officers=[at.people["zhang"].pk, at.people["li"].pk],
    )
    course.take(
        "PG-4",
        "zhang",
        "site",
        ("li",),
        place="当事人经营场所",
        certificates_shown=True,
        rights_told=True,
        presence="present",
        found="未能提供供货者的许可证。",
    )
    for step in ("PG-4", "PG-10"):
        with clock.at(course.now):
            waive_av(
                actor=at["zhang"],
                dossier=course.case.dossier,
                of_step=step,
                reason="设备故障，已书面说明",
                approved_by="赵国栋",
            )
    course.take(
        "PG-8",
        "zhang",
        "",
        ("li",),
        investigation="接到线索后依法立案调查。",
        facts=facts,
        evidence_summary="现场笔录、询问笔录。",
        nature="未按规定查验供货者许可证",
        proposal="建议处罚。",
        discretion="没有从轻、从重情形。",
    )
    fields = {
        "facts": facts,
        "evidence_reason": "现场笔录与询问笔录相互印证，予以采信。",
        "basis_reason": "依照食品安全法第一百二十六条第一款第三项处罚，该规定现行有效。",
        "discretion_reason": "没有从轻、从重情形，适用一般档次。",
    }
    if outcome == "penalty":
        fields |= {
            "tier": tier,
            "penalty_kinds": ["fine"],
            "fine": fine,
            "correction": "立即改正",
            "pay_to": "指定银行",
        }
    else:
        fields |= {"education": "教育当事人守法经营。"}
    with clock.at(course.now):
        save_draft(actor=at["zhang"], case=course.case, outcome=outcome, fields=fields)
    _reviewed(course)
    _told_and_decided(course, moment(on), outcome, facts, fine)
    return Case.objects.get(pk=course.case.pk)


def _reviewed(course: Course) -> None:
    at, verdicts = course.at, {a.code: {"verdict": "ok", "note": ""} for a in ASPECTS}
    for place in range(3):
        course.now += timedelta(minutes=1)
        with clock.at(course.now):
            if place == 0:
                handed = review.submit(actor=at["zhang"], case=course.case, letter="请予审核。")
            elif place == 1:
                review.accept(actor=at["wang"], review=handed)
            else:
                review.give_opinion(
                    actor=at["wang"],
                    review=handed,
                    aspects=verdicts,
                    opinion="agree",
                    opinion_text="主体合法，事实清楚，程序合法，裁量适当，同意。",
                )


def _told_and_decided(course: Course, on: datetime, outcome: str, facts: str, fine: str) -> None:
    if outcome == "penalty":
        course.take(
            "PG-10",
            "zhang",
            "",
            ("li",),
            penalty_kinds=["fine"],
            fine=fine,
            facts=facts,
            violated="《中华人民共和国食品安全法》第五十三条第一款",
            penalty_basis="《中华人民共和国食品安全法》第一百二十六条第一款第三项",
            mode="SV-1",
            served_on=course.now.date().isoformat(),
            receiver="周收件",
            proofs=["receipt"],
        )
        course.now = on - timedelta(hours=2)
        course.take("PG-11", "zhang", "lapsed")
    course.now = on - timedelta(minutes=1)
    said = {"penalty_kinds": ["fine"], "fine": fine} if outcome == "penalty" else {}
    course.take("PG-14", "zhao", outcome, **said)
