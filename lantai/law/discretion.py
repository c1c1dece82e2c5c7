"""裁量: whether a fine lies inside the tier (裁量档次) that the decision names, and what it owes if not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lantai.law.money import grouped, parse_yuan
from lantai.law.statutes_in_force import APL

BASIS = APL[34]


class Tier(StrEnum):
    """裁量档次, from the mildest to the heaviest."""

    NONE = "不予处罚"
    REDUCED = "减轻"
    LIGHTER = "从轻"
    ORDINARY = "一般"
    HEAVIER = "从重"


@dataclass(frozen=True)
class TierRange:
    """One row of a published standard (裁量基准), in yuan. Both ends are inside (T-5); None is open."""

    tier: Tier
    conditions: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    def holds(self, fine: Decimal) -> bool:
        return (self.minimum is None or self.minimum <= fine) and (self.maximum is None or fine <= self.maximum)

    @property
    def written(self) -> str:
        if self.minimum is None and self.maximum is None:
            return "未设定幅度"
        if self.minimum is None:
            return f"{grouped(self.maximum or 0)}以下"
        return f"{grouped(self.minimum)}以上" + (f"{grouped(self.maximum)}以下" if self.maximum is not None else "")


@dataclass(frozen=True)
class Finding:
    """What follows from the tier and the amount.

    ``inside``         the amount lies in the range of the tier named.
    ``reason_wanted``  a reason of its own must stand in the decision, beyond the naming of the tier.
    ``review_trigger`` "reduced" or "outside_standard", grounds of review in several catalogues; else "".
    ``sentence``       for the page, Chinese; "" where nothing is to be said.
    """

    inside: bool
    reason_wanted: bool
    review_trigger: str
    sentence: str


def assess(tier: Tier, fine: Decimal, standard: Sequence[TierRange]) -> Finding:
    """Compare a fine with the published standard. Raises ValueError for a fine below zero.

    Several rows may share a tier (by circumstances); one that holds the amount suffices. Without a row for
    the tier there is nothing to depart from, but a reduction is still one.
    """
    if fine < 0:
        raise ValueError("罚款数额不能小于零")
    if tier is Tier.NONE:
        if fine:
            return Finding(False, True, "outside_standard", "不予处罚的，不得处以罚款")
        return Finding(True, True, "", "")
    rows = [row for row in standard if row.tier is tier]
    inside = not rows or any(row.holds(fine) for row in rows)
    reduced = tier is Tier.REDUCED
    if inside and not reduced:
        return Finding(True, False, "", "")
    if inside:
        return Finding(True, True, "reduced", "减轻处罚应当写明理由")
    ranges = "或者".join(row.written for row in rows)
    sentence = f"罚款{grouped(fine)}不在“{tier}”档次的幅度内（{ranges}），应当写明理由（{BASIS}）"
    return Finding(False, True, "reduced" if reduced else "outside_standard", sentence)


def reckoned(tier: str, fine: str, standard: Sequence[TierRange]) -> str:
    """裁量试算: how an amount as typed stands to a tier and in which tiers it would lie, in sentences for the page."""
    if tier not in set(Tier) or not fine.strip():
        return "请先选择裁量档次，并填写罚款数额"
    try:
        amount = parse_yuan(fine)
        found = assess(Tier(tier), amount, standard)
    except ValueError as wrong:
        return str(wrong)
    rows = "或者".join(row.written for row in standard if row.tier == tier)
    inside = f"罚款{grouped(amount)}在“{tier}”档次的幅度内（{rows}）" if rows else f"没有登记“{tier}”档次的幅度"
    holding = "、".join(f"“{t}”" for t in tiers_holding(amount, standard))
    where = f"这个数额属于{holding}档次" if holding else "这个数额不在任何档次的幅度内"
    return "。".join(filter(None, (found.sentence or inside, where)))


def tiers_holding(fine: Decimal, standard: Sequence[TierRange]) -> tuple[Tier, ...]:
    """The tiers whose range holds the amount, mildest first; for the hint beside the amount."""
    return tuple(t for t in Tier if any(row.tier is t and row.holds(fine) for row in standard))
