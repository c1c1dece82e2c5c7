"""征收、征用 of the demonstration: two governments and three bureaus, in every stage; made in the later part.

Two county governments get people here (their bureaus handle all other cases), and each agency its power. Every case is
one transaction and is played by the commands that a desk uses, with the clock set.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from django.db import transaction

from lantai.agencies.models import Agency
from lantai.archive.commands import hand_in
from lantai.cases.commands.opening import open_case
from lantai.cases.commands.steps import take_step
from lantai.cases.models import Case
from lantai.cases.queries import procedure_of
from lantai.demo import hours, names
from lantai.demo.city import BY_KEY
from lantai.demo.scene import MARK, Team, review_at_the_desk
from lantai.demo.taking_courses import HAND_IN, PUBLISH, Act, housing, land, levy, requisition
from lantai.disclosure.commands import drafting, releasing
from lantai.disclosure.commands.registers import publish_agency
from lantai.law import statements
from lantai.law.act_review import is_review
from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import clock
from lantai.personnel import queries as personnel
from lantai.personnel.commands.certificates import issue_certificate
from lantai.personnel.commands.people import register_person
from lantai.personnel.commands.posts import appoint
from lantai.personnel.models import Person
from lantai.powers.commands.registering import register as register_power
from lantai.powers.models import Power
from lantai.rehearsal.wording import lawful

GOVERNMENTS = ("zhuhui-government", "hengnan-government")
# unit, title, posts
_POSTS: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    ("政府领导", "区（县）长", (Role.PRINCIPAL_HEAD, Role.AGENCY_HEAD)),
    ("政府领导", "副区（县）长", (Role.AGENCY_HEAD,)),
    ("法制机构", "主任", (Role.REVIEWER,)),
    ("征收办公室", "主任", (Role.UNIT_HEAD, Role.OFFICER)),
    ("征收办公室", "一级科员", (Role.OFFICER,)),
    ("征收办公室", "二级科员", (Role.OFFICER,)),
    ("办公室", "主任科员", (Role.PUBLISHER,)),
    ("办公室", "二级主任科员", (Role.PUBLICATION_CHECKER,)),
    ("档案室", "馆员", (Role.ARCHIVIST,)),
)
# agency, code, name, procedures, provisions
_POWERS: tuple[tuple[str, str, str, tuple[str, ...], tuple[tuple[str, int, int], ...]], ...] = (
    ("water", "ZS-W1", "水土保持补偿费的征收", ("levy.fee",), (("取水许可和水资源费征收管理条例", 32, 1),)),
    ("construction", "ZS-C1", "城市基础设施配套费的征收", ("levy.fee",), (("行政强制法", 45, 1),)),
    ("water", "ZY-W1", "防汛抗旱应急征用", ("requisition.emergency",), (("突发事件应对法", 12, 0),)),
    ("emergency", "ZY-E1", "应急救援所需财产的征用", ("requisition.emergency",), (("突发事件应对法", 12, 0),)),
    *(
        (
            key,
            "ZS-G1",
            "国有土地上房屋和农村集体土地的征收",
            ("expropriation.housing", "expropriation.land"),
            (("国有土地上房屋征收与补偿条例", 8, 0), ("土地管理法", 47, 1)),
        )
        for key in GOVERNMENTS
    ),
)
_EVENTS = ("湘江衡阳段洪水", "某镇山体滑坡", "低温雨雪冰冻灾害", "某水库出险")
_FATES = ("paid", "deferred", "charged", "paid", "silent")


@dataclass(frozen=True)
class Plan:
    """A case to be played: whose, by which procedure, when it begins, what the first step says, and its course."""

    mark: str
    seat: str
    power: str
    procedure: str
    title: str
    opens: date
    party: dict[str, Any]
    first: dict[str, Any]
    course: Sequence[Act]


def plans(today: date) -> list[Plan]:
    """All of them, always the same for a day: spread so that some of each kind stand in every stage."""
    random, found = Random("hengyang:takings"), []
    for n in range(14):
        amount = f"{(n + 3) * 1250}.00"
        seat, power = (("water", "ZS-W1"), ("construction", "ZS-C1"))[n % 2]
        item = "水土保持补偿费" if n % 2 == 0 else "城市基础设施配套费"
        first = {
            "item": item,
            "levy_basis": "依法公布的征收项目目录",
            "standard": "公布的征收标准",
            "span": "本期",
            "measured_by": "现场测量记录和批准文件",
            "amount": amount,
        }
        course = levy(amount, f"湘财征{n:04d}", fate=_FATES[n % 5])
        found.append(
            _plan(
                f"levy-{n:02d}", seat, power, "levy.fee", f"征收{item}", today, _ago(n, 14, 110), random, first, course
            )
        )
    for n in range(14):
        seat, power = (("water", "ZY-W1"), ("emergency", "ZY-E1"))[n % 2]
        event = _EVENTS[n % 4]
        first = {"emergency_event": event, "goods_wanted": "挖掘机2台、排水泵6台", "emergency": n % 3 == 0}
        first["need"] = "自有装备不足，险情紧急，租赁不能及时到位。"
        course = requisition(urgent=n % 3 == 0, damaged=n % 4 == 1)
        title = f"{event}应急征用"
        ago = _ago(n, 14, 70)
        found.append(
            _plan(
                f"requisition-{n:02d}", seat, power, "requisition.emergency", title, today, ago, random, first, course
            )
        )
    for n in range(10):
        seat = GOVERNMENTS[n % 2]
        name, scope = f"某中学扩建工程（{n + 1}号地块）", f"演示路{n + 1}号地块，四至以公告附图为准"
        first = {
            "project": name,
            "ground": "public_service",
            "plans": "已经批准的国土空间规划",
            "range": scope,
            "households": 12 + n,
        }
        course = housing(name, scope, agreed=n % 3 != 1)
        found.append(
            _plan(
                f"housing-{n:02d}",
                seat,
                "ZS-G1",
                "expropriation.housing",
                f"{name}房屋征收",
                today,
                _ago(n, 10, 380),
                random,
                first,
                course,
            )
        )
    for n in range(8):
        seat = GOVERNMENTS[n % 2]
        name, scope = f"某公路改线工程（第{n + 1}标段）", f"演示乡演示村第{n + 1}村民小组集体土地"
        first = {"project": name, "ground": "infrastructure", "range": scope, "survey_plan": "十五日内开展现状调查。"}
        first["announced_at"] = "乡、村、组公告栏"
        course = land(name, scope)
        title = f"{name}土地征收"
        ago = _ago(n, 8, 300)
        found.append(
            _plan(f"land-{n:02d}", seat, "ZS-G1", "expropriation.land", title, today, ago, random, first, course)
        )
    return found


def _ago(number: int, of: int, longest: int) -> int:
    return max(1, longest - longest * number // of)


def _plan(
    mark: str,
    seat: str,
    power: str,
    procedure: str,
    title: str,
    today: date,
    ago: int,
    random: Random,
    first: dict[str, Any],
    course: Sequence[Act],
) -> Plan:
    name, _ = names.person(random)
    firm = procedure in ("levy.fee", "requisition.emergency")
    party = {"kind": "organisation", "name": f"衡阳{name[:1]}氏建设工程有限公司", "legal_representative": name}
    if not firm:
        party = {"kind": "person", "name": name}
    if procedure == "expropriation.land":
        party = {"kind": "organisation", "name": f"演示村第{mark[-2:]}村民小组", "legal_representative": name}
    party |= {"address": names.address(random, "衡阳市")}
    return Plan(mark, seat, power, procedure, title, today - timedelta(days=ago), party, first, course)


def missing(today: date) -> list[Plan]:
    """Those that are not there yet."""
    kept = set(Case.objects.filter(**{f"flags__{MARK}__isnull": False}).values_list(f"flags__{MARK}", flat=True))
    return [plan for plan in plans(today) if plan.mark not in kept]


def lacking(today: date) -> list[str]:
    """The agencies that have none of theirs: what was refused or has not begun yet is not tried for ever."""
    wanting = {plan.mark for plan in missing(today)}
    begun = {plan.seat for plan in plans(today) if plan.mark not in wanting}
    return list(dict.fromkeys(plan.seat for plan in plans(today) if plan.seat not in begun))


def make(seat: str, today: date) -> list[str]:
    """Play what an agency lacks side by side, in the order of time; says what was refused (nothing should be)."""
    wanted = [plan for plan in missing(today) if plan.seat == seat]
    now, order, refused = clock.now(), count(), []
    with transaction.atomic():
        began = min(plan.opens for plan in wanted) - timedelta(days=20)
        with clock.at(hours.at(hours.after(began, 0), Random(seat))):
            _furnish(seat)
            team = Team(Agency.objects.get(code=BY_KEY[seat].code), began + timedelta(days=5))
        waiting: list[tuple[datetime, int, Plan, Iterator[datetime]]] = []
        for plan in wanted:
            course = _course(plan, team)
            heapq.heappush(waiting, (next(course), next(order), plan, course))
        while waiting:
            at, _, plan, course = heapq.heappop(waiting)
            if at > now:
                continue
            try:
                with clock.at(at):
                    following = next(course, None)
            except (Refused, Malformed, Conflict) as fault:
                refused.append(f"{plan.mark}：{fault}")
                continue
            if following is not None:
                heapq.heappush(waiting, (following, next(order), plan, course))
    return refused


def _course(plan: Plan, team: Team) -> Iterator[datetime]:
    """Yields the moment of the next act and does it when it is resumed."""
    random = Random(plan.mark)
    officers = [a for a in team.holders(Role.OFFICER) if not a.has(Role.UNIT_HEAD)][:2]
    now = hours.at(hours.after(plan.opens, 0), random, 9, 10)
    yield now
    case = _open(plan, team, officers, now)
    for step, outcome, days, said in plan.course:
        if days:
            now = hours.at(hours.after(now.date(), days), random)
        else:
            now += timedelta(minutes=random.randint(12, 40))
        yield now
        if step == PUBLISH:
            publisher = team.one(Role.PUBLISHER)
            notice = drafting.draft(actor=publisher, case=case)
            now += timedelta(hours=2)
            yield now
            checker = team.one(Role.PUBLICATION_CHECKER)
            releasing.check(actor=checker, draft=notice, passed=True, opinion="与决定核对一致，应当隐去的已经隐去。")
            notice.refresh_from_db()
            releasing.publish(actor=publisher, draft=notice)
        elif step == HAND_IN:
            hand_in(actor=officers[0], case=case, note="卷内材料齐全，请接收。")
        else:
            given = said(now.date()) if callable(said) else dict(said)
            _take(case, step, outcome, given, team, officers, now)


def _open(plan: Plan, team: Team, officers: Sequence[Actor], now: datetime) -> Case:
    power = Power.objects.select_related("agency").get(agency=team.agency, code=plan.power)
    words = statements.words_of(plan.procedure, _first(plan.procedure), "")
    return open_case(
        actor=officers[0],
        power=power,
        procedure=plan.procedure,
        title=plan.title,
        source="other",
        clue="依职权启动。",
        party=plan.party,
        flags={MARK: plan.mark},
        stated=lawful(words, plan.first, now, _ids(officers)),
        officers=[a.person_id for a in officers[1:]],
        unit=officers[0].unit,
    )


def _first(procedure: str) -> str:
    return next(iter(statements.BY_STEP[procedure]))


def _ids(officers: Sequence[Actor]) -> dict[str, int]:
    return {"officer": officers[0].person_id, "officer_2": officers[-1].person_id}


def _take(
    case: Case, step: str, outcome: str, said: dict[str, Any], team: Team, officers: Sequence[Actor], now: datetime
) -> None:
    declared = procedure_of(case)[step]
    meant = declared.outcome(outcome)
    allowed = meant.by if meant is not None and meant.by else declared.by
    if is_review(case.procedure, step):
        review_at_the_desk(case, officers[0], team.one(Role.REVIEWER), str(said["opinion_text"]))
        return
    words = statements.words_of(case.procedure, step, outcome)
    known = {w.code for w in words}
    handles = officers[0].has(*allowed)
    actor = officers[0] if handles else next(team.one(role) for role in allowed if team.holders(role))
    take_step(
        actor=actor,
        case=case,
        step=step,
        outcome=outcome,
        stated=lawful(words, {k: v for k, v in said.items() if k in known} | {"av": True}, now, _ids(officers)),
        with_officers=[officers[-1].person_id] if handles else [],
    )


# ---- people and powers -------------------------------------------------------------------------------------------------


def _furnish(key: str) -> None:
    """The people of a government that has none, and the powers of an agency that it lacks; real commands."""
    agency = Agency.objects.get(code=BY_KEY[key].code)
    system = personnel.administrators(Role.SYSTEM_ADMIN)[0][1]
    security = personnel.administrators(Role.SECURITY_ADMIN)[0][1]
    changed = False
    if key in GOVERNMENTS and not Person.objects.filter(agency=agency).exists():
        _staff(agency, key, system, security)
        changed = True
    for seat, code, name, procedures, provisions in _POWERS:
        if seat != key or Power.objects.filter(agency=agency, code=code).exists():
            continue
        register_power(
            actor=system,
            agency=agency,
            code=code,
            name=name,
            kind="征收征用",
            field=agency.field,
            valid_from=date(2022, 1, 1),
            bases=[("procedure", statute, article, paragraph, 0) for statute, article, paragraph in provisions],
            tiers=(),
            procedures=list(procedures),
        )
        changed = True
    if changed:
        publish_agency(actor=system, agency=agency)


def _staff(agency: Agency, key: str, system: Actor, security: Actor) -> None:
    random, today = Random(f"{key}:people"), clock.today()
    for number, (unit, title, posts) in enumerate(_POSTS, 1):
        name, sex = names.person(random)
        reviews = Role.REVIEWER in posts
        person = register_person(
            actor=system,
            agency=agency,
            name=name,
            sex=sex,
            unit=unit,
            post_title=title,
            legal_qualification=f"A2016430400{number:04d}" if reviews else "",
            first_review_on=date(2017, 6, 1) if reviews else None,
            username=f"{key}-{number:02d}",
        )
        for role in posts:
            appoint(actor=security, person=person, role=role)
        if {Role.OFFICER, Role.REVIEWER} & set(posts):
            issue_certificate(
                actor=system,
                person=person,
                number=names.certificate(90_000 + 100 * GOVERNMENTS.index(key) + number),
                valid_from=today - timedelta(days=400),
                valid_to=today + timedelta(days=1_400),
            )
