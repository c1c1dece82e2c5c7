"""较大数额: from which amount a party may ask for a hearing (APL 63), as shipped, until an agency enters its own.

These are figures of rules below the law; each says where it comes from and how sure that is. Both ends of the
comparison are inclusive: a fine of exactly the amount gives the right.
"""

from __future__ import annotations

from dataclasses import dataclass

from lantai.law.statutes_in_force import APL

BASIS = APL[63]


@dataclass(frozen=True)
class HearingAmounts:
    """Yuan, inclusive. ``is_confirmed`` is false while the text in force has not been compared."""

    person: int
    organisation: int
    source: str
    is_confirmed: bool = False


CITY = HearingAmounts(1_000, 20_000, "湖南省规定及衡阳市文化市场目录（2008—2021年文件，须核对现行规定）")

BY_FIELD = {"market": HearingAmounts(10_000, 100_000, "《市场监督管理行政处罚听证办法》（须核对条文）")}


def shipped(field: str) -> HearingAmounts:
    """The amounts that hold for an enforcement field where nothing was entered."""
    return BY_FIELD.get(field, CITY)
