"""未了事项 of levies, expropriations and requisitions: what stands against closing them, in words with their article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lantai.law import expropriations, levies, requisitions
from lantai.law.facts import CaseFacts
from lantai.law.money import grouped
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import EMERG, EXPR, WATER


@dataclass(frozen=True)
class Unsettled:
    """One thing still owed: what, by which article, what cures it."""

    code: str
    label: str
    basis: Basis
    remedy: str


def unsettled(facts: CaseFacts) -> Iterable[Unsettled]:
    """What is still owed in such a case; nothing for other procedures. ``facts`` settled."""
    if facts.procedure == "levy.fee":
        yield from _levy(facts)
    elif facts.procedure == "expropriation.housing":
        yield from _houses(facts)
    elif facts.procedure == "requisition.emergency":
        yield from _requisition(facts)


def _levy(facts: CaseFacts) -> Iterable[Unsettled]:
    if facts.event("execution_ended") is not None:
        return
    paid = facts.last("LV-3")
    if paid is not None and paid.outcome in ("", "full") and not paid.stated.get("amount"):
        return
    for kind, amount in levies.outstanding(facts).items():
        yield Unsettled(
            "unpaid_levy",
            f"{levies.LABELS[kind]}尚有{grouped(amount)}未缴纳",
            WATER[33, 1],
            "请登记缴款，或者强制执行、终结执行",
        )


def _houses(facts: CaseFacts) -> Iterable[Unsettled]:
    settled = expropriations.households(facts)
    surveyed = facts.last("EX-6")
    registered = len(surveyed.stated.get("register") or ()) if surveyed else 0
    if registered > max(1, len(settled)):
        yield Unsettled(
            "households",
            f"登记{registered}户，尚有{registered - len(settled)}户没有补偿协议或者补偿决定",
            EXPR[25, 1],
            "请逐户订立补偿协议或者作出补偿决定",
        )
    for household in settled:
        name = household or "被征收人"
        if not expropriations.is_compensated(facts, household):
            yield Unsettled("uncompensated", f"{name}的补偿尚未付清", EXPR[27, 1], "请先支付补偿")
        court = expropriations.of_household(facts, "EX-10", household)
        if expropriations.of_household(facts, "EX-9", household) is None and (
            court is None or court.outcome != "executed"
        ):
            yield Unsettled("unmoved", f"{name}尚未搬迁", EXPR[27, 2], "请登记搬迁，或者依法申请人民法院强制执行")


def _requisition(facts: CaseFacts) -> Iterable[Unsettled]:
    if facts.last("RQ-3") is None:
        return
    if not requisitions.is_returned(facts):
        yield Unsettled("unreturned", "被征用的财产尚未返还", EMERG[12], "请返还，毁损、灭失的登记情况并予以补偿")
    short = requisitions.owed(facts) - requisitions.paid(facts)
    if short > 0:
        yield Unsettled("uncompensated", f"征用补偿尚有{grouped(short)}没有支付", EMERG[12], "请足额支付补偿")
