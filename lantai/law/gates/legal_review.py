"""审核和集体讨论的关口: G-06 an approving review of the very draft, G-07 who may review, G-08 the minutes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lantai.law.act_review import REVIEWS
from lantai.law.conditions import holds
from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.force import instant
from lantai.law.gates.gate import Asks, Gate
from lantai.law.policy import value
from lantai.law.procedure import Procedure
from lantai.law.proposal import DECISION_STEP, TRANSFERS, draft, heavier, proposed
from lantai.law.refusals import Refusal
from lantai.law.review import OPINIONS, is_major, unqualified
from lantai.law.statutes_in_force import APL, SAMR
from lantai.law.terms import basis_of


def as_decided(facts: CaseFacts, attempt: Attempt) -> CaseFacts:
    """The facts with what the attempted decision states, so that a heavier decision is judged by itself."""
    if attempt.step != DECISION_STEP.get(facts.procedure):
        return facts
    content = proposed(facts, attempt)
    words = {
        "draft_outcome": content.outcome,
        "penalty_kinds": [k.value for k in content.kinds],
        "fine": content.fine,
        "gains": content.gains,
        "property": content.goods,
        "property_value": content.property_value,
        "tier": content.tier,
        "reduced": content.reduced,
        "outside_standard": content.outside_standard,
    }
    return replace(facts, flags={**facts.flags, **words})


def approves(taken: Taken | None) -> bool:
    """Whether a review stands and agrees. The outcome decides; a stated opinion must not contradict it."""
    if taken is None or taken.stated.get("approving") is False:
        return False
    opinion = OPINIONS.get(taken.outcome or "agree")
    return opinion is not None and opinion.approving


def review_defect(facts: CaseFacts) -> str:
    """Why the case has no review that opens the way to a decision; "" if it has one. ``facts`` settled."""
    review = facts.last("PG-9")
    if review is None:
        earlier = next((t for t in reversed(facts.taken) if t.step == "PG-9"), None)
        if earlier is None:
            return "未经法制审核"
        if earlier.outcome in OPINIONS and not OPINIONS[earlier.outcome].approving:
            return f"法制审核未通过（审核意见：{OPINIONS[earlier.outcome].label}）"
        return "审核之后案件有新的情况，原审核意见已失效"
    if not approves(review):
        return "法制审核未通过"
    at = instant(review.at)
    heard = facts.last("PG-12")
    if heard is not None and heard.outcome in ("", "held") and instant(heard.at) > at:
        return "法制审核在听证之前，听证后未再审核"
    changed = facts.event("draft_changed")
    if changed is not None and instant(changed.at) > at:
        return "审核之后拟处理意见有实质变更，未重新审核"
    reviewed, current = review.stated.get("draft"), facts.flags.get("draft_digest")
    if current and reviewed != current:
        return "审核的稿件与现在的稿件不一致"
    return ""


def reviewed_before_decided(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-06: no decision on a major case without an approving review of this draft (APL 58; SAMR 50)."""
    facts = as_decided(facts, attempt)
    if proposed(facts, attempt).outcome in TRANSFERS:
        return
    triggers = is_major(facts)
    if not triggers or not (defect := review_defect(facts)):
        return
    why = "、".join(dict.fromkeys(t.label for t in triggers))
    yield Refusal(
        "G-06",
        basis_of((APL[58, 1], SAMR[50]), facts),
        f"本案属于重大执法决定（{why}），{defect}，不得作出决定",
        "请承办机构提交法制审核，经审核同意后再作出决定",
    )


def decided_as_reviewed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The decision is not heavier than the draft that was reviewed and discussed."""
    content = proposed(facts, attempt)
    if not content.is_penalty or not facts.flags.get("draft_digest"):
        return
    more = heavier(content, draft(facts))
    if more:
        yield Refusal(
            "",
            basis_of((APL[57, 1], APL[58, 1]), facts),
            f"决定的内容重于拟处理意见：{'；'.join(more)}",
            "请先修改拟处理意见，并按程序重新审核、告知",
            field="fine",
        )


def reviewer(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-07: no handler reviews; who reviews penalties for the first time is legally qualified (APL 58 ¶2; SAMR 49)."""
    for actor in attempt.actors:
        if found := unqualified(actor, facts):
            reason, basis = found
            yield Refusal("G-07", (basis,), reason, "请由未承办本案、符合条件的法制审核人员审核")


def after_hearing(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A case with a hearing is reviewed once the hearing is over and reported (SAMR 50 ¶2; APL 58(2))."""
    basis = basis_of((APL[58, 1, 2], SAMR[50]), facts)
    if holds("hearing", facts) and facts.last("PG-12") is None:
        yield Refusal("", basis, "当事人已要求听证，听证尚未举行", "请在听证程序结束后审核")
    elif holds("heard", facts) and facts.last("H-6") is None:
        yield Refusal("", basis, "听证主持人尚未提交听证报告", "请在听证报告提交后审核")


def discussed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-08: a complex or serious case is decided after the heads have discussed it (APL 57 ¶2; SAMR 60)."""
    facts = as_decided(facts, attempt)
    if not holds("collective", facts):
        return
    minutes = facts.last("PG-13")
    if minutes is None or minutes.outcome not in ("", "agree"):
        yield Refusal(
            "G-08",
            basis_of((APL[57, 2], SAMR[60]), facts),
            "情节复杂或者重大违法行为的处罚，没有行政机关负责人集体讨论记录",
            "请行政机关负责人集体讨论后作出决定",
        )


def minutes_complete(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A discussion has as many heads as make it one."""
    present = attempt.stated.get("attendees")
    quorum = int(value(facts.agency, "discussion_quorum"))
    if present is not None and len(set(present)) < quorum:
        yield Refusal(
            "",
            (APL[57, 2],),
            f"集体讨论只有{len(set(present))}人参加，至少应当{quorum}人",
            "请补充参加讨论的负责人",
            field="attendees",
            policy=True,
        )


GATES = (
    Gate(
        "G-06",
        "重大执法决定经法制审核同意",
        (APL[58, 1], SAMR[50]),
        reviewed_before_decided,
        speaks_for=("LR", *sorted(REVIEWS)),
    ),
    Gate("G-07", "审核人员的资格", (APL[58, 2], SAMR[49]), reviewer, Asks.PERSON),
    Gate("after_hearing", "听证结束后审核", (APL[58, 1, 2], SAMR[50]), after_hearing),
    Gate("G-08", "集体讨论", (APL[57, 2], SAMR[60]), discussed, speaks_for=("PG-13",)),
    Gate("reviewed_draft", "决定与审核的稿件一致", (APL[57, 1],), decided_as_reviewed),
    Gate("minutes", "集体讨论的参加人数", (APL[57, 2],), minutes_complete, Asks.STATEMENT),
)
