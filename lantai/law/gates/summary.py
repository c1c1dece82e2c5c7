"""简易程序的关口: G-03 what may be decided on the spot, and when the fine may be collected there."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.money import grouped
from lantai.law.penalties import ON_THE_SPOT
from lantai.law.procedure import Procedure
from lantai.law.proposal import decision, kinds_written, proposed, read, yuan
from lantai.law.refusals import Refusal
from lantai.law.statutes_in_force import APL

PERSON_LIMIT = Decimal(200)
ENTITY_LIMIT = Decimal(3_000)
SMALL_FINE = Decimal(100)


def limit_of(facts: CaseFacts) -> Decimal:
    """The highest fine on the spot for this party (inclusive); an agency whose special law differs says so."""
    if (special := facts.flags.get("summary_limit")) is not None:
        return yuan(special)
    return PERSON_LIMIT if facts.party.is_natural_person else ENTITY_LIMIT


def within_limits(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-03: on the spot only a warning or a fine up to 200 yuan (citizen) or 3,000 yuan (others) (APL 51)."""
    content = proposed(facts, attempt)
    if others := content.kinds - ON_THE_SPOT:
        yield Refusal(
            "G-03",
            (APL[51],),
            f"简易程序不得作出{kinds_written(others)}的处罚",
            "请适用普通程序",
            field="penalty_kinds",
        )
    limit = limit_of(facts)
    if content.fine > limit:
        yield Refusal(
            "G-03",
            (APL[51],),
            f"罚款{grouped(content.fine)}超过简易程序的上限{grouped(limit)}",
            "请适用普通程序",
            field="fine",
        )


_REASONS = ("small", "hard_later", "remote")


def collected_with_reason(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The fine is collected on the spot only for the reasons of the law and against the special receipt (APL 68–70)."""
    if attempt.outcome == "handed_in":
        return
    made = decision(facts)
    fine = read(made.stated).fine if made else Decimal(0)
    reason = attempt.stated.get("collection")
    if reason not in _REASONS:
        yield Refusal(
            "",
            (APL[68], APL[69]),
            "没有可以当场收缴罚款的法定情形",
            "请告知当事人到银行或者通过电子支付系统缴纳",
            field="collection",
        )
    elif reason == "small" and fine > SMALL_FINE:
        yield Refusal(
            "",
            (APL[68, 1, 1],),
            f"罚款{grouped(fine)}，不属于一百元以下的罚款",
            "请选择其他法定情形，或者由当事人到银行缴纳",
            field="collection",
        )
    if "receipt_no" in attempt.stated and not str(attempt.stated["receipt_no"]).strip():
        yield Refusal(
            "",
            (APL[70],),
            "没有出具财政部门统一制发的专用票据，当事人有权拒绝缴纳",
            "请出具专用票据并填写票据号码",
            field="receipt_no",
        )


GATES = (
    Gate("G-03", "简易程序的处罚种类和数额", (APL[51],), within_limits),
    Gate(
        "collection_on_spot", "当场收缴罚款的情形", (APL[68], APL[69], APL[70]), collected_with_reason, Asks.STATEMENT
    ),
)
