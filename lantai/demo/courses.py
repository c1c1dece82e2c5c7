"""How cases go: each course is a generator that yields the moment of its next act, so that all cases run side by side."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from decimal import Decimal

from lantai.archive.commands import hand_in
from lantai.cases import queries as cases
from lantai.demo.media import attach
from lantai.demo.scene import Course, Scene
from lantai.disclosure.commands import drafting, releasing
from lantai.law.conditions import holds
from lantai.law.people import Role
from lantai.law.periods import earliest_hearing
from lantai.law.refusals import Refused

PLEAS = (
    "当事人承认违法事实，提出经营困难、已经整改，请求从轻处理。",
    "当事人对认定的事实没有异议，提出罚款数额偏高，请求考虑其积极配合。",
)


def noticed(scene: Scene) -> Course:
    """A clue was registered, and nothing more."""
    yield scene.start()
    scene.open("penalty.ordinary")


def begun(scene: Scene, *, parts: int) -> Course:
    """The first acts of an investigation."""
    course = investigated(scene)
    moment = next(course)
    for _ in range(parts):
        yield moment
        moment = next(course)


def investigated(scene: Scene, *, pictures: int = 0, video: bool = False) -> Course:
    """From the clue to the report of the investigation, with the draft."""
    telling = scene.telling
    yield scene.start()
    scene.open("penalty.ordinary")
    yield scene.later(1, 4)
    seen = telling.fill(telling.matter.found, scene.day)
    scene.step("PG-2", "file", verification=f"经现场核查，{seen}有证据初步证明存在违法行为，属于本机关管辖，建议立案。")
    yield scene.later(0, 2)
    scene.step(
        "PG-3",
        "filed",
        actor=scene.head,
        officers=[a.person_id for a in scene.officers],
        act_ended_on=scene.opens.isoformat(),
        head_opinion="同意立案，由承办人依法全面调查。",
    )
    yield scene.later(1, 3)
    scene.step("PG-4", "site", found=seen, party_words="当事人对检查情况没有异议，表示立即整改。", av=True)
    attach(scene, "PG-4", pictures, video)
    yield scene.later(1, 4)
    scene.step(
        "PG-4",
        "interview",
        person_asked=telling.who,
        person_relation="当事人本人" if telling.party["kind"] == "person" else "经营者",
        questions=telling.questions(),
    )
    yield scene.later(2, 9)
    day = scene.day
    scene.draft()
    scene.step(
        "PG-8",
        investigation=f"{telling.clue(scene.opens)}经批准立案后，执法人员进行了现场检查，询问了{telling.who}，收集了{telling.matter.papers}。调查期间没有采取行政强制措施。",
        facts=telling.facts(day),
        nature=f"{telling.matter.act}，违反了{telling.violated}。",
        proposal=f"依照{telling.penalty}，建议适用“{telling.tier}”档次处理。"
        if telling.outcome == "penalty"
        else "建议不予行政处罚或者移送有权机关处理。",
        discretion=telling.discretion_reason(),
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


def served(scene: Scene) -> Course:
    yield scene.later(1, 3)
    scene.step("PG-15", mode="SV-1", served_on=scene.day.isoformat(), proofs=["receipt"], publication_told=True)


def paid(scene: Scene, *, parts: bool = False) -> Course:
    """Performance at the bank: at once, or after a plan in two parts was granted."""
    telling = scene.telling
    dues = [("fine", telling.fine), ("gains", telling.gains)]
    owed = [(kind, amount) for kind, amount in dues if amount]
    if telling.outcome != "penalty":
        return
    if "confiscation_property" in telling.kinds:
        yield scene.later(1, 3)
        scene.step(
            "PG-26",
            "destruction",
            disposed_goods=f"{telling.goods}",
            destruction_basis="《中华人民共和国行政处罚法》第七十四条第一款",
            disposal_witness="本机关财务人员",
        )
    if parts and telling.fine:
        yield scene.later(2, 4)
        half = Decimal(telling.fine) / 2
        plan = [{"due_on": (scene.day + timedelta(days=30 * n)).isoformat(), "amount": str(half)} for n in (1, 2)]
        scene.step(
            "PG-18",
            "instalments",
            actor=scene.head,
            applied_on=scene.day.isoformat(),
            hardship="当事人提交财务报表，近期资金周转困难，经核实属实。",
            plan=plan,
        )
        owed = [("fine", half), ("fine", half), *owed[1:]]
    if not owed:
        yield scene.later(2, 5)
        scene.step("PG-17", "full", note="警告已经送达并执行，责令改正事项经复查已经改正。")
        return
    for number, (kind, amount) in enumerate(owed, 1):
        yield scene.later(18, 20) if parts else scene.later(2, 6) if number == 1 else scene.later(0)
        scene.step(
            "PG-17",
            "full" if number == len(owed) else "part",
            kind=kind,
            amount=str(amount),
            paid_on=scene.day.isoformat(),
            receipt_no=f"湘财演示{scene.held.pk:06d}{number:02d}",
            channel="bank" if number % 2 else "electronic",
        )


def published(scene: Scene, *, late: bool = False, fate: str = "") -> Course:
    """Draft, check by another person, publication; later corrected or withdrawn if that is its fate."""
    publisher, checker = scene.team.one(Role.PUBLISHER), scene.team.one(Role.PUBLICATION_CHECKER)
    yield scene.later(9, 12) if late else scene.later(1, 2)
    notice = drafting.draft(actor=publisher, case=scene.held)
    if fate == "drafted":
        return
    yield scene.later(0, 1)
    if fate == "sent_back":
        releasing.check(actor=checker, draft=notice, passed=False, opinion="住所中的门牌号请核对是否应当隐去。")
        return
    releasing.check(actor=checker, draft=notice, passed=True, opinion="与决定书核对一致，应当隐去的内容已经隐去。")
    yield scene.later(0, 1)
    notice.refresh_from_db()
    notice = releasing.publish(actor=publisher, draft=notice)
    hidden = next((w for w in (scene.telling.goods, scene.telling.place) if w in str(notice.original)), "")
    if fate == "corrected" and hidden:
        yield scene.later(4, 8)
        reason = "公示的违法行为表述与决定书不一致，更正为与决定书一致。"
        notice = releasing.correct(actor=publisher, draft=notice, reason=reason, known_on=scene.day)
        notice = drafting.edit_mask(
            actor=publisher, draft=notice, words=hidden, reason="当事人提出属于经营信息，经核实可以不公开"
        )
        yield scene.later(1)
        notice.refresh_from_db()
        notice = releasing.check(actor=checker, draft=notice, passed=True, opinion="更正内容核对无误。")
        releasing.publish(actor=publisher, draft=notice)
    if fate == "withdrawn":
        yield scene.later(15, 25)
        reason = "行政处罚决定经行政复议被依法变更，按照规定撤回原公示信息。"
        releasing.withdraw(actor=publisher, draft=notice, reason=reason, known_on=scene.day)


def closed(scene: Scene) -> Course:
    telling = scene.telling
    yield scene.later(1, 4)
    reason = "performed" if telling.outcome == "penalty" else "not_punished"
    done = (
        "当事人在规定期限内履行完毕，违法行为已经改正。"
        if reason == "performed"
        else "决定已经送达，教育、移送事项已经办理完毕。"
    )
    scene.step(
        "PG-21",
        actor=scene.head,
        closed_because=reason,
        execution_result=done,
        dispute_result="当事人没有申请行政复议、提起行政诉讼。",
    )


def handed_in(scene: Scene) -> Course:
    yield scene.later(2, 6)
    hand_in(actor=scene.officers[0], case=scene.held, note="卷内材料齐全，请接收。")


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


def spot(scene: Scene, *, until: str = "PS-7") -> Course:
    """The summary procedure: all on the spot, reported within days, paid at the bank."""
    telling = scene.telling
    fine = {"fine": str(telling.fine)} if telling.fine else {}
    kinds = ["fine"] if telling.fine else ["warning"]
    yield scene.start()
    scene.open("penalty.summary")
    yield scene.later(0)
    scene.step("PS-2", facts=telling.facts(scene.day), evidence_summary="现场照片、现场笔录。", av=True)
    attach(scene, "PS-2", 1, False)
    yield scene.later(0)
    scene.step("PS-3", penalty_kinds=kinds, **fine, told=True, form="none", av=True)
    yield scene.later(0)
    scene.step(
        "PS-4",
        penalty_kinds=kinds,
        **fine,
        place=telling.place,
        mode="SV-8",
        served_on=scene.day.isoformat(),
        proofs=["receipt"],
        av=True,
    )
    yield scene.later(1, 3)
    scene.step("PS-6", reported_on=scene.day.isoformat())
    if until == "PS-6":
        return
    yield scene.later(1, 6)
    if fine:
        receipt = f"湘财演示{scene.held.pk:06d}01"
        day = scene.day.isoformat()
        scene.event("payment", kind="fine", amount=str(telling.fine), paid_on=day, receipt_no=receipt, channel="bank")
    scene.step("PS-7", execution_result="当事人已经缴纳罚款并当场改正。" if fine else "当事人已经改正。")
