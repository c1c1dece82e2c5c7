"""Coercion in the demonstration: sealing, execution and applications to the court, in every stage; made after the first part.

No case of freezing is made up: no agency of the demonstration is named for it by a law (ACL 29). Tax offices are (《税收征收管理法》
第三十八条), but they are led from above and none of them stands in the city's register.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

from lantai.cases.commands.opening import open_case
from lantai.demo import hours, matters
from lantai.demo.city import BY_KEY, Seat
from lantai.demo.plans import Plan
from lantai.demo.scene import MARK, Course, Scene, review_at_the_desk
from lantai.law.act_review import is_review
from lantai.law.people import Role

CODE = "QZ-001"
SEALERS = ("yanfeng-market", "shigu-market", "zhengxiang-market", "leiyang-market")
EXECUTORS = ("urban", "yanfeng-urban", "leiyang-urban")
FOOD = "《食品安全法》第一百一十条第四项"
BUILDING = "《城乡规划法》第六十八条"


@dataclass(frozen=True)
class Act:
    """One act: so many working days after the one before, by whom, saying what."""

    days: int
    step: str
    outcome: str = ""
    by: Role | None = None
    said: Mapping[str, Any] = field(default_factory=dict)


def powers_of(seat: Seat) -> tuple[dict[str, Any], tuple[tuple[str, str, int], ...]] | None:
    """The power of an agency that coerces, and its provisions; None for the others."""
    if seat.key in SEALERS:
        procedures = "coercion.sealing_seizure；coercion.court_application"
        return _power("对涉嫌违法的食品、场所的查封、扣押", procedures), (
            ("程序依据", "食品安全法", 110),
            ("程序依据", "行政强制法", 53),
        )
    if seat.key in EXECUTORS:
        procedures = "coercion.execution；coercion.court_application"
        return _power("对违法建设、占道行为的强制执行", procedures), (
            ("程序依据", "城乡规划法", 68),
            ("程序依据", "行政强制法", 50),
        )
    return None


def _power(name: str, procedures: str) -> dict[str, Any]:
    return {"code": CODE, "name": name, "kind": "行政强制", "procedures": procedures.replace("；", "、")}


# ---- courses ---------------------------------------------------------------------------------------------------------

_SERVED = {"mode": "SV-1", "proofs": ["receipt"]}
_HEAD, _CHIEF, _REVIEW, _UNIT = Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD, Role.REVIEWER, Role.UNIT_HEAD


def _site(scene: Scene, **more: Any) -> dict[str, Any]:
    return {"place": scene.telling.place, "presence": "present", "av": True, **more}


def _sealing(scene: Scene) -> list[Act]:
    goods = [{"name": "涉案预包装食品", "specification": "500克/袋", "quantity": "36", "unit": "袋"}]
    said = {
        "items": goods,
        "kept_at": f"{scene.telling.place}库房",
        "keeper": scene.telling.who,
        "term_days": 30,
        "av": True,
    }
    return [
        Act(0, "CM-2", "approved", _HEAD),
        Act(0, "CM-3", said=_site(scene)),
        Act(0, "CM-4", said={"party_words": "当事人没有陈述、申辩。", "av": True}),
        Act(0, "CM-5", said={"found": "当场清点涉案食品三十六袋，加贴封条，当事人在场。", "av": True}),
        Act(0, "CM-6", "sealing", said=said),
        Act(
            3,
            "CM-8",
            "own",
            said={"custodian": scene.telling.who, "custody_place": "库房", "custody_note": "封条完好。"},
        ),
        Act(9, "CM-7", "", _HEAD, {"days": 15, "extension_reason": "需要向供货单位所在地核查进货来源。"}),
        Act(
            12,
            "CM-10",
            "",
            _HEAD,
            {
                "release_ground": "decided",
                "release_reason": "已经作出处理决定，不再需要查封。",
                "returned": "当事人已领取。",
            },
        ),
    ]


def _demand(days: int = 10) -> dict[str, Any]:
    return {"perform_way": "自行拆除、清理并恢复原状；有罚款的到指定银行缴纳。", "demanded_amount": "", **_SERVED}


def _execution(scene: Scene, way: str) -> list[Act]:
    review = {"opinion_text": "主体合法，依据明确，催告和送达符合规定，同意。"}
    decision = {
        "execution_reason": "经催告逾期仍不履行，没有正当理由。",
        "execution_basis": "《行政强制法》第三十七条第一款",
        "execution_way": "清理占道堆放物，恢复路面。" if way == "substitute" else "组织人员拆除违法搭建部分。",
        "object": "人行道上堆放的渣土约十立方米",
        "performer": "衡阳市演示市政工程有限公司",
        "consequence": "traffic",
        "cost_budget": "6000.00",
    }
    made = [
        Act(2, "CE-2", said=_demand()),
        Act(12, "CE-3", "lapsed"),
        *([Act(1, "CE-R", "agree", _REVIEW, review)] if way == "substitute" else []),
        Act(1, "CE-4", "substitute" if way == "substitute" else "execute", _HEAD, decision),
        Act(1, "CE-5", said=_SERVED),
    ]
    if way == "agreement":
        terms = {
            "course_reason": "当事人已自行拆除一半，申请分期拆除。",
            "agreement_terms": "余下部分一个月内自行拆除。",
        }
        return [*made, Act(2, "CE-6", "agreement", _HEAD, terms)]
    if way == "suspended":
        reason = {"suspension_ground": "third_party", "course_reason": "第三人主张权利，正在核实。"}
        return [*made, Act(2, "CE-6", "suspended", _HEAD, reason)]
    done = {"found": "现场清理完毕，路面恢复通行，全程录像。", "cost": "5600.00"}
    if way == "substitute":
        return [
            *made,
            Act(1, "CE-10-1", said=_SERVED),
            Act(5, "CE-10", "done", said=_site(scene, **done)),
            Act(3, "CE-14", "executed", _HEAD, {"execution_result": "代履行完毕，费用已结清。"}),
        ]
    return [
        *made,
        Act(2, "CE-7", "done", said=_site(scene, **done)),
        Act(3, "CE-14", "executed", _HEAD, {"execution_result": "执行完毕。"}),
    ]


def _court(scene: Scene, ruling: str) -> list[Act]:
    court = {"court": "衡阳市蒸湘区人民法院", "court_place": "agency", "object": "罚款及依法加处的款项"}
    application = {
        **court,
        "application_reason": "行政处罚决定已经生效，当事人拒不履行。",
        "party_opinion": "当事人没有提出意见。",
    }
    return [
        Act(2, "CX-3", said=_demand()),
        Act(11, "CX-R", "agree", _REVIEW, {"opinion_text": "期限、材料和管辖符合规定，同意申请。"}),
        Act(2, "CX-4", "", _HEAD, application),
        Act(4, "CX-5", "accepted", _UNIT, {"court_number": "（演示）行审字第1号"}),
        Act(6, "CX-5-1", ruling, _UNIT, {"court_number": "（演示）行审字第1号裁定"}),
        *(
            [Act(20, "CX-10", "court_executed", _HEAD, {"execution_result": "人民法院执行完毕，款项已上缴国库。"})]
            if ruling == "allowed"
            else [
                Act(
                    5, "CX-5-2", "", _HEAD, {"upper_court": "衡阳市中级人民法院", "objection": "送达合法，有回证为据。"}
                )
            ]
        ),
    ]


WAYS = ("execute", "substitute", "agreement", "suspended")


def _play(scene: Scene, kind: str, way: str, acts: int) -> Course:
    """A case from its request on, through so many acts."""
    yield scene.start()
    _open(scene, kind, way)
    course = {
        "coercion.sealing_seizure": lambda: _sealing(scene),
        "coercion.execution": lambda: _execution(scene, way),
        "coercion.court_application": lambda: _court(scene, way),
    }[kind]()
    for act in course[:acts]:
        yield scene.later(act.days)
        _take(scene, act)


def _take(scene: Scene, act: Act) -> None:
    if is_review(scene.held.procedure, act.step):
        review_at_the_desk(scene.held, scene.officers[0], scene.team.one(Role.REVIEWER), str(act.said["opinion_text"]))
        return
    actor = scene.team.one(act.by) if act.by else None
    day = scene.day
    said = {"perform_until": (day + timedelta(days=13)).isoformat(), "execution_on": hours.after(day, 8).isoformat()}
    said |= {"served_on": day.isoformat()} if act.said.get("mode") else {}
    scene.step(act.step, act.outcome, actor=actor, **{**said, **act.said})


def _open(scene: Scene, kind: str, way: str) -> None:
    day, telling = scene.day, scene.telling
    served = day - timedelta(days=200 if kind == "coercion.court_application" else 60)
    duty = {"substitute": "restore"}.get(way, "act")
    given: dict[str, Any] = {
        "basis_level": "law",
        "basis": FOOD,
        "measure_reason": "涉案食品可能被转移、销毁，责令停止销售不能防止危害扩大。",
        "objects": "货架和库房内的涉案食品",
        "decision_title": "责令改正决定书" if kind == "coercion.execution" else "行政处罚决定书",
        "decision_number": f"演示〔{served.year}〕{scene.random.randint(10, 99)}号",
        "decision_served_on": served.isoformat(),
        "perform_by": (served + timedelta(days=15)).isoformat(),
        "duty": duty if kind == "coercion.execution" else "money",
        "principal": "8000.00",
        "power_level": "law",
        "power_basis": BUILDING,
    }
    scene.case = open_case(
        actor=scene.officers[0],
        power=scene.team.powers[CODE],
        procedure=kind,
        title=telling.title,
        source=telling.source,
        clue=telling.clue(day),
        party=telling.party,
        flags={MARK: scene.mark},
        stated=scene._stated(
            kind, {"coercion.sealing_seizure": "CM-1", "coercion.execution": "CE-1"}.get(kind, "CX-1"), "", given
        ),
        officers=[scene.officers[1].person_id],
        unit=scene.officers[0].unit,
    )


# ---- plans -----------------------------------------------------------------------------------------------------------


def of(seat: Seat, today: date) -> list[Plan]:
    """The cases of coercion of an agency: every stage of every course once, as its turn comes."""
    random = Random(f"{seat.key}:coercion")
    known = matters.of_field(seat.field)
    return [
        Plan(
            f"{seat.key}-coercion-{number:02d}",
            seat,
            hours.before(today, 12 + 6 * number + 2 * acts),
            known[random.randrange(len(known))],
            partial(_play, kind=kind, way=way, acts=acts),
            quick=True,
        )
        for number, (kind, way, acts) in enumerate(_turns(seat))
    ]


def _turns(seat: Seat) -> Iterator[tuple[str, str, int]]:
    if seat.key in SEALERS:
        offset = SEALERS.index(seat.key)
        for number in range(4):
            yield "coercion.sealing_seizure", "", (0, 1, 5, 6, 7, 8, 3, 8)[(2 * number + offset) % 8]
        for number in range(2):
            yield (
                "coercion.court_application",
                "allowed" if number else "refused",
                (1, 3, 4, 5, 6, 2, 6, 0)[2 * offset + number],
            )
    elif seat.key in EXECUTORS:
        offset = EXECUTORS.index(seat.key)
        for number in range(6):
            yield "coercion.execution", WAYS[(number + offset) % 4], (0, 1, 3, 5, 9, 9)[number]
        yield "coercion.court_application", "allowed", (6, 4, 5)[offset]


def seats() -> tuple[Seat, ...]:
    """The agencies with cases of coercion."""
    return tuple(BY_KEY[key] for key in (*EXECUTORS, *SEALERS))
