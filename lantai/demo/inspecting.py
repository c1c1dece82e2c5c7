"""The inspections of the demonstration: six at each of eight agencies in every stage, and one draw that anyone can repeat."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from django.db import transaction

from lantai.demo import matters
from lantai.demo.city import BY_KEY, Seat, credit_code
from lantai.demo.courses import inspecting as courses
from lantai.demo.plans import SPAN, Plan, Play, _chain, _with
from lantai.law.people import Actor, Role
from lantai.law.periods import BEIJING
from lantai.ledger import clock
from lantai.personnel import queries as personnel
from lantai.personnel.models import Person
from lantai.powers.commands.drawing import draw_at_random, publish_random_plan
from lantai.powers.commands.inspecting import publish_matter, set_inspection_cap
from lantai.powers.models import Power, RandomPlan

SEATS = ("market", "urban", "environment", "emergency", "transport", "health", "agriculture", "hengyang-market")
CAP = 4
LIST = "衡阳市涉企行政检查事项清单（演示文本）"
_CLEAN = _chain(courses.planned, courses.entered, courses.recorded, _with(courses.told, outcome="none"), courses.filed)
_CORRECTED = _chain(
    courses.planned,
    courses.entered,
    _with(courses.recorded, failed=True, pictures=1),
    _with(courses.told, outcome="correct"),
    courses.corrected,
    courses.filed,
)
_HANDED_OVER = _chain(
    _with(courses.planned, source="monitoring"),
    courses.entered,
    _with(courses.recorded, failed=True, pictures=1),
    _with(courses.told, outcome="penalty"),
    courses.handed_over,
    courses.filed,
)
_EMERGENCY = _chain(
    courses.emergency, courses.recorded, courses.made_up, _with(courses.told, outcome="none"), courses.filed
)
_REFUSED = _chain(courses.planned, courses.refused)
_RUNNING: tuple[Play, ...] = (
    courses.planned,
    _chain(courses.planned, courses.entered),
    _chain(courses.planned, courses.entered, courses.recorded),
    _chain(
        courses.planned, courses.entered, _with(courses.recorded, failed=True), _with(courses.told, outcome="correct")
    ),
    _chain(
        courses.planned, courses.entered, _with(courses.recorded, failed=True), _with(courses.told, outcome="penalty")
    ),
)
"""How far the inspections have come that still run, from waiting for approval to an order that has to be checked."""


def publish(actor: Actor, on: date) -> None:
    """The matters of inspection and the yearly cap of the city stand published before the first inspection."""
    for power in Power.objects.filter(kind="检查").select_related("agency").order_by("id"):
        publish_matter(actor=actor, power=power, source=LIST, address="市政府门户网站", from_on=on)
    set_inspection_cap(actor=actor, times=CAP, source="衡阳市涉企行政检查年度频次上限公告（演示文本）", from_on=on)


def of(seat: Seat, today: date) -> list[Plan]:
    """The inspections of an agency: four that are over, two that run; always the same for a seed and a day."""
    if seat.key not in SEATS:
        return []
    random, known = Random(f"{seat.key}:inspections"), matters.of_field(seat.field)
    place, ended = SEATS.index(seat.key), [_CLEAN, _CORRECTED, _HANDED_OVER, _EMERGENCY, _REFUSED]
    del ended[place % len(ended)]
    running = [_RUNNING[(place + n) % len(_RUNNING)] for n in (0, 2)]
    made = []
    for number, play in enumerate((*ended, *running)):
        first = today - SPAN + timedelta(days=60 + 55 * number + random.randint(0, 20))
        runs = play in running
        opens = today - timedelta(days=12 + number) if runs else min(first, today - timedelta(days=60))
        matter = known[(number * 3 + 1) % len(known)]
        made.append(Plan(f"{seat.key}-in-{number}", seat, opens, matter, play, quick=runs))
    return made


def draw(today: date) -> bool:
    """One plan of the market bureau, published and drawn. Whether it was made now."""
    if RandomPlan.objects.exists():
        return False
    power = Power.objects.select_related("agency").filter(agency__code=BY_KEY["market"].code, kind="检查").first()
    if power is None:
        return False
    head = personnel.actor_of(Person.objects.filter(agency=power.agency, posts__role=Role.UNIT_HEAD).order_by("id")[0])
    officers = Person.objects.filter(agency=power.agency, posts__role=Role.OFFICER).order_by("id")
    random = Random("draw")
    objects = [
        {
            "name": f"衡阳演示{word}有限公司",
            "code": credit_code("91", "430400", 910_000 + number),
            "risk": random.choice("AABBBCCD"),
        }
        for number, word in enumerate(NAMES)
    ]
    with transaction.atomic():
        with clock.at(datetime.combine(today - timedelta(days=40), time(10), BEIJING)):
            plan = publish_random_plan(
                actor=head,
                power=power,
                title=f"{today.year}年食品经营双随机抽查（演示）",
                objects=objects,
                officers=[p.pk for p in officers[:12]],
                objects_to_draw=5,
                beacon="计划公布后第七日的演示开奖号码",
            )
        with clock.at(datetime.combine(today - timedelta(days=32), time(10), BEIJING)):
            draw_at_random(actor=head, plan=plan, public_number="03 11 17 22 28 30 + 09")
    return True


NAMES = (
    "湘江食品", "石鼓粮油", "雁峰餐饮", "珠晖商贸", "蒸湘超市", "南岳农产品", "耒水水产", "祁山茶业",
    "衡岳酒业", "常宁果业", "衡东调味品", "衡南乳业", "衡山糕点", "回雁冷饮", "酃湖渔业", "岐山肉品",
    "松木仓储", "白沙配送", "来雁百货", "岳屏药食",
)  # fmt: skip
