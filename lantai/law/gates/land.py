"""征收土地的关口: announced everywhere, agreements, who approves, paid in full and first (LAND 46 to 48)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.statements.taking_land import APPROVERS, PLACES
from lantai.law.statutes_in_force import LAND

ARABLE_MOST = 350_000
OTHER_MOST = 700_000
"""Thirty-five and seventy hectares in square metres: beyond them the State Council approves (LAND 46)."""


def announced_everywhere(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Township, village and group, all three (LAND 47 ¶2)."""
    given = attempt.stated.get("places")
    if given is None:
        return
    wanting = [label for code, label in PLACES if code not in given]
    if wanting:
        yield Refusal(
            "",
            (LAND[47, 2],),
            f"没有在{'、'.join(wanting)}范围内公告",
            "请在拟征收土地所在的乡（镇）和村、村民小组范围内公告",
            field="places",
        )


def agreed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """All have signed, or those who have not are few and said to be so (LAND 47 ¶4)."""
    parties, signed = attempt.stated.get("parties_number"), attempt.stated.get("signed_number")
    if parties is None or signed is None:
        return
    if int(signed) > int(parties):
        yield Refusal("", (LAND[47, 4],), "已签订的户数多于应当签订的户数", "请核对户数", field="signed_number")
    elif attempt.outcome in ("", "all") and int(signed) < int(parties):
        yield Refusal(
            "",
            (LAND[47, 4],),
            f"尚有{int(parties) - int(signed)}户没有签订协议",
            "请选择“个别没有达成协议”，并如实说明",
            field="signed_number",
        )
    elif attempt.outcome == "exceptions" and int(parties) - int(signed) >= max(1, int(signed)):
        yield Refusal(
            "",
            (LAND[47, 4],),
            "没有达成协议的不是个别",
            "请继续协商；个别确实难以达成协议的，才能在申请时如实说明",
            field="signed_number",
        )


def level(words: Any) -> str:
    """Who must approve an expropriation of so much land (LAND 46)."""
    basic, arable, other = (int(words.get(w) or 0) for w in ("basic_farmland", "arable", "other_land"))
    return "state_council" if basic > 0 or arable > ARABLE_MOST or other > OTHER_MOST else "province"


def applied_for_at_the_right_place(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    given = attempt.stated.get("approver")
    right = level(attempt.stated)
    if given is not None and given != right:
        yield Refusal(
            "",
            (LAND[46],),
            f"按所填的地类和面积，应当由{dict(APPROVERS)[right]}批准",
            "请核对地类、面积和报请批准的机关",
            field="approver",
        )


def approved_by_the_right_body(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    given, proposed = attempt.stated.get("approved_by"), facts.last("EL-7-1")
    if given is None or proposed is None:
        return
    right = level(proposed.stated)
    if right == "state_council" and given != right:
        yield Refusal(
            "",
            (LAND[46, 1],),
            "超过省人民政府的批准权限",
            f"应当由{dict(APPROVERS)[right]}批准，请核对批准文件",
            field="approved_by",
        )


def paid_in_full(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """In time and in full (LAND 48 ¶2)."""
    if attempt.stated.get("in_full") is False:
        yield Refusal("", (LAND[48, 2],), "补偿费用没有及时足额支付", "请足额支付后再登记", field="in_full")


def paid_first(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Nobody gives up land before it is paid for, nor a house before there is another (LAND 48)."""
    if facts.last("EL-11") is None:
        yield Refusal("", (LAND[48, 2],), "补偿费用还没有支付，不得要求交出土地", "请先支付补偿费用")
    if attempt.stated.get("houses_resettled") is False:
        yield Refusal(
            "",
            (LAND[48, 4],),
            "农村村民住宅没有先补偿后搬迁",
            "请先安排宅基地建房、安置房或者货币补偿",
            field="houses_resettled",
        )


GATES = (
    Gate("land_places", "公告的范围", (LAND[47, 2],), announced_everywhere, Asks.STATEMENT),
    Gate("land_agreements", "补偿、安置协议", (LAND[47, 4],), agreed, Asks.STATEMENT),
    Gate("approval_level", "批准权限", (LAND[46],), applied_for_at_the_right_place, Asks.STATEMENT),
    Gate("approving_body", "批准机关", (LAND[46],), approved_by_the_right_body, Asks.STATEMENT),
    Gate("land_paid_full", "足额支付", (LAND[48, 2],), paid_in_full, Asks.STATEMENT),
    Gate("land_paid_first", "先补偿、后交地", (LAND[48, 2], LAND[48, 4]), paid_first, speaks_for=("EL-11",)),
)
