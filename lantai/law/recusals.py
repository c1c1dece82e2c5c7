"""回避的决定: who decides that somebody withdraws (APL 43; SAMR 4 in market supervision)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lantai.law.facts import AgencyFacts
from lantai.law.people import Actor, Role
from lantai.law.periods import written
from lantai.law.policy import is_market
from lantai.law.procedures.desks import HEADS
from lantai.law.refusals import Refusal
from lantai.law.statutes_in_force import APL, SAMR


def refusals(
    agency: AgencyFacts, decider: Actor, person: Actor, discussed_on: date | None = None
) -> tuple[Refusal, ...]:
    """Why ``decider`` may not decide on the recusal of ``person``; ``discussed_on`` the day of the heads' discussion.

    A head decides, never on himself. In market supervision the chief decides on the other heads, and on the chief the
    heads together.
    """
    return tuple(_refusals(agency, decider, person, discussed_on))


def _refusals(agency: AgencyFacts, decider: Actor, person: Actor, discussed_on: date | None) -> Iterable[Refusal]:
    if not decider.has(*HEADS):
        yield Refusal("", (APL[43, 3],), "回避应当由行政机关负责人决定", "请报行政机关负责人决定")
    if decider.person_id == person.person_id:
        yield Refusal(
            "", (APL[43, 3],), "不能决定本人的回避", "请由本机关其他负责人决定；没有其他负责人的，报上级机关决定"
        )
    elif not is_market(agency):
        return
    elif person.has(Role.PRINCIPAL_HEAD) and discussed_on is None:
        yield Refusal(
            "",
            (SAMR[4],),
            "主要负责人的回避应当由负责人集体讨论决定",
            "请集体讨论，并填写讨论的日期",
            field="discussed_on",
        )
    elif person.has(Role.AGENCY_HEAD) and not person.has(Role.PRINCIPAL_HEAD) and not decider.has(Role.PRINCIPAL_HEAD):
        yield Refusal("", (SAMR[4],), "其他负责人的回避应当由主要负责人决定", "请报主要负责人决定")


def decided(name: str, discussed_on: date | None = None) -> str:
    """What is decided, as the document says it."""
    by = f"经负责人{written(discussed_on)}集体讨论，" if discussed_on else "经审查，"
    return f"{by}决定：{name}回避，不再参与本案的办理。"
