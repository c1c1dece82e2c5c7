"""From the review to the decision: notice, defence, hearing, discussion, and what goes wrong on that way."""

from __future__ import annotations

import contextlib

from lantai.cases import queries as cases
from lantai.demo.media import attach
from lantai.demo.scene import Course, Scene
from lantai.law.conditions import holds
from lantai.law.people import Role
from lantai.law.periods import earliest_hearing
from lantai.law.refusals import Refused

PLEAS = (
    "当事人承认违法事实，提出经营困难、已经整改，请求从轻处理。",
    "当事人对认定的事实没有异议，提出罚款数额偏高，请求考虑其积极配合。",
)


def reviewed(scene: Scene, *, returned: bool = False) -> Course:
    """The review, where one is owed; once sent back and mended if asked."""
    if not holds("reviewed", cases.facts_of(scene.held)):
        return
    yield scene.later(0, 2)
    handed = scene.submit()
    yield scene.later(1, 3)
    if returned:
        scene.answer(handed, "correct", "裁量理由没有对应到裁量基准的具体情形，请补充说明后重新送审。")
        yield scene.later(2, 4)
        reason = scene.telling.discretion_reason() + "上述情形已经逐项对照裁量基准核实，有书面材料在卷。"
        scene.draft(discretion_reason=reason)
        yield scene.later(0, 1)
        handed = scene.submit()
        yield scene.later(1, 3)
    scene.answer(handed)


def told(scene: Scene, *, plea: str = "") -> Course:
    """Notice, defence. A party that says nothing lets the window lapse."""
    yield scene.later(1, 3)
    hearing = holds("hearing_right", cases.facts_of(scene.held))
    scene.step(
        "PG-10", hearing_right=hearing, mode="SV-1", served_on=scene.day.isoformat(), proofs=["receipt"], av=True
    )
    if plea == "hearing":
        return
    if plea:
        yield scene.later(2, 4)
        scene.step(
            "PG-11",
            "made",
            form="oral",
            plea=plea,
            adoption="partly",
            plea_reply="当事人已经整改属实，在拟处理意见中已予考虑；罚款数额在裁量基准幅度之内，其余意见不予采纳。",
            received_on=scene.day.isoformat(),
        )
        yield scene.later(6, 8)
        return
    yield scene.later(7, 9)
    scene.step("PG-11", "lapsed")
    yield scene.later(0, 2)


def heard(scene: Scene) -> Course:
    """The hearing from its request to the report, and the review that follows it."""
    chair, recorder = scene.team.one(Role.REVIEWER), scene.team.one(Role.PUBLICATION_CHECKER)
    yield scene.later(2, 3)
    scene.step(
        "H-2", "asked", form="written", requested_on=scene.day.isoformat(), reasons="对拟处罚的数额有异议，要求听证。"
    )
    yield scene.later(1, 2)
    hearing_on = earliest_hearing(scene.day)
    scene.step(
        "H-3",
        hearing_on=hearing_on.isoformat(),
        hearing_time="09:30",
        place="本机关听证室",
        chair=chair.person_id,
        recorder=recorder.name,
        public=True,
        mode="SV-1",
        served_on=scene.day.isoformat(),
        proofs=["receipt"],
    )
    yield scene.on(hearing_on)
    attach(scene, "PG-12", 0, True)
    scene.step(
        "PG-12",
        "held",
        actor=chair,
        held_on=scene.day.isoformat(),
        place="本机关听证室",
        chair=chair.person_id,
        recorder=recorder.name,
        public=True,
        attendance="attended",
        proposal_presented=f"调查人员宣读违法事实、证据和处罚建议：{scene.telling.facts(scene.day)}",
        defence_presented="当事人对事实没有异议，认为本单位系初次违法，已经投入资金整改，请求减少罚款数额。",
        last_words="请求从轻处理。",
        minutes=True,
        av=True,
    )
    yield scene.later(1, 3)
    scene.step(
        "H-6",
        actor=chair,
        hearing_facts="听证认定的事实与调查终结报告认定的事实一致。",
        dispute="拟罚款数额是否适当。",
        hearing_opinion="事实清楚，证据充分，拟处罚在裁量幅度之内，建议维持拟处理意见。",
    )


def _discuss(scene: Scene) -> None:
    heads = scene.team.holders(Role.AGENCY_HEAD)
    scene.step(
        "PG-13",
        "agree",
        actor=scene.head,
        chair=scene.head.person_id,
        attendees=[h.person_id for h in heads],
        recorder=scene.team.one(Role.REVIEWER).name,
        place="局机关会议室",
        views="参会负责人听取了承办人的汇报和法制审核意见，一致认为事实清楚、证据充分、裁量适当。",
        resolution="同意拟处理意见。",
    )


def decided(scene: Scene) -> Course:
    """Discussion where it is owed, then the decision."""
    if holds("collective", cases.facts_of(scene.held)):
        yield scene.later(1, 2)
        _discuss(scene)
    yield scene.later(0, 2)
    decider = scene.team.one(Role.PRINCIPAL_HEAD)
    scene.step("PG-14", scene.telling.outcome, actor=decider)


def waits_for_review(scene: Scene) -> Course:
    """Handed in to the review desk, where nobody has taken it yet."""
    yield scene.later(0, 1)
    scene.submit()


def sent_back(scene: Scene) -> Course:
    """Reviewed and not approved: the next act is the handler's."""
    yield scene.later(0, 1)
    handed = scene.submit()
    yield scene.later(1)
    scene.answer(handed, "supplement", "现有证据不能证明违法行为的持续时间，请补充调取销售记录后重新送审。")


def overreached(scene: Scene) -> Course:
    """The head tries to decide a major case that nobody has reviewed: refused, and kept as an attempt."""
    yield scene.later(1)
    with contextlib.suppress(Refused):
        scene.step("PG-14", "penalty", actor=scene.team.one(Role.PRINCIPAL_HEAD))


def discussed(scene: Scene) -> Course:
    """Everything is done but the decision."""
    if holds("collective", cases.facts_of(scene.held)):
        yield scene.later(1, 2)
        _discuss(scene)
