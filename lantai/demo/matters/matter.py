"""One kind of offence as the demonstration tells it: its provisions to the item, and the sentences a file on it is made of."""

from __future__ import annotations

from dataclasses import dataclass

from lantai.law.statutes_in_force import BY_NAME

Provision = tuple[str, int, int, int]
"""Statute, article, paragraph, item; 0 where the article is not divided that far."""


@dataclass(frozen=True)
class Matter:
    """``act``      what was done, as it stands in 对……的行政处罚.
    ``trade``    which firms commit it; "" for citizens.
    ``duty``     what the violated provision demands.
    ``found``    what the inspection saw; ``asked`` question and answer; ``papers`` the written evidence.
    ``facts``    what was established. {party} {place} {day} {goods} may stand in all of these.
    ``fine``     lowest and highest lawful fine in yuan; (0, 0) where only a warning is possible at first.
    ``kinds``    kinds of penalty beside the fine.
    ``spot``     the fine usual on the spot; None where the summary procedure does not fit, 0 for a warning.
    ``on_refusal``  whether the fine presupposes that an order to correct was not obeyed.
    """

    key: str
    field: str
    act: str
    trade: str
    violated: tuple[Provision, ...]
    penalty: tuple[Provision, ...]
    duty: str
    found: str
    asked: tuple[tuple[str, str], ...]
    papers: str
    facts: str
    goods: tuple[str, ...]
    fine: tuple[int, int]
    correction: str
    mild: str
    usual: str
    heavy: str
    kinds: tuple[str, ...] = ()
    spot: int | None = None
    on_refusal: bool = False
    gains: bool = False

    @property
    def name(self) -> str:
        return f"对{self.act}的行政处罚"

    @property
    def tiers(self) -> tuple[tuple[str, str, int | None, int | None], ...]:
        """The discretion standard: reduced below the lowest fine, then three steps between the two ends."""
        low, high = self.fine
        if not high:
            return ()
        step = (high - low) // 10
        first, second = _round(low + 3 * step), _round(low + 7 * step)
        reduced = (("减轻", "主动消除或者减轻危害后果，具有法定减轻处罚情形", None, low - 1),) if low > 1000 else ()
        return (
            *reduced,
            ("从轻", self.mild, low, first),
            ("一般", self.usual, first + 1, second),
            ("从重", self.heavy, second + 1, high),
        )


def _round(amount: int) -> int:
    unit = 1000 if amount >= 10_000 else 100 if amount >= 1_000 else 10
    return max(unit, amount // unit * unit)


def cited(provisions: tuple[Provision, ...]) -> str:
    """As a decision cites them: 《…》第…条第…款第…项、…"""
    return "、".join(
        str(BY_NAME[statute][article, paragraph, item]) for statute, article, paragraph, item in provisions
    )
