"""After the decision: service, payment, publication, closing, and the way to the archive."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from lantai.archive.commands import hand_in
from lantai.demo.scene import Course, Scene
from lantai.disclosure.commands import drafting, releasing
from lantai.law.people import Role


def served(scene: Scene) -> Course:
    yield scene.later(1, 3)
    scene.step("PG-15", mode="SV-1", served_on=scene.day.isoformat(), proofs=["receipt"], publication_told=True)


def paid(scene: Scene, *, parts: bool = False) -> Course:
    """Performance at the bank: at once, or after a plan in two parts was granted."""
    telling = scene.telling
    dues = [("fine", Decimal(telling.fine)), ("gains", Decimal(telling.gains))]
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
