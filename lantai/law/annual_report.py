"""行政执法统计年报: the columns of Table 1 and the rules by which a penalty is counted (3.6).

Period 1 January to 31 December by decision date. A decision of several kinds is one case, counted under the heaviest;
with an explicit kind and 其他 under the explicit one. Amounts are those of the decision; goods without a determinable
amount are left out; a decision revoked later is still counted. Columns and order follow a published table and are data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lantai.law.penalties import PenaltyKind, heaviest, kinds_of
from lantai.law.procedure import Term, Unit
from lantai.law.statutes_in_force import SEED

PUBLISH_BY = (1, 31)  # 31 January of the following year
DEADLINE = Term(31, "year_end", SEED.whole, Unit.CALENDAR_DAYS, policy=True)

Columns = tuple[tuple[str, str, tuple[PenaltyKind, ...]], ...]

TABLE_ONE: Columns = (
    ("warning", "警告", (PenaltyKind.WARNING,)),
    ("criticism", "通报批评", (PenaltyKind.CRITICISM,)),
    ("fine", "罚款", (PenaltyKind.FINE,)),
    (
        "confiscation",
        "没收违法所得、没收非法财物",
        (PenaltyKind.CONFISCATION_GAINS, PenaltyKind.CONFISCATION_PROPERTY),
    ),
    ("licence_withheld", "暂扣许可证件", (PenaltyKind.LICENCE_WITHHELD,)),
    ("downgrade", "降低资质等级", (PenaltyKind.DOWNGRADE,)),
    ("activity_restriction", "限制开展生产经营活动", (PenaltyKind.ACTIVITY_RESTRICTION,)),
    ("suspension", "责令停产停业", (PenaltyKind.SUSPENSION,)),
    ("closure", "责令关闭、限制从业", (PenaltyKind.CLOSURE, PenaltyKind.OCCUPATION_RESTRICTION)),
    ("revocation", "吊销许可证件", (PenaltyKind.REVOCATION,)),
    ("detention", "行政拘留", (PenaltyKind.DETENTION,)),
    ("other", "其他行政处罚", (PenaltyKind.OTHER,)),
)
"""表1 行政处罚实施情况统计表, in the column order of a published report; then 合计（宗） and 罚没金额（元）."""

NOTES = (
    "统计期间为当年1月1日至12月31日，按作出决定的日期统计。",
    "一个决定含有多个处罚种类的计为1宗，计入其中最重的一类；既有明确类别又有“其他”的，计入明确类别。",
    "罚没金额按决定书确定的金额统计，不含没有确定金额的没收财物。",
    "决定作出后被撤销的仍予统计。",
)

_COLUMN = {kind: code for code, _, kinds in TABLE_ONE for kind in kinds}


@dataclass(frozen=True)
class Counted:
    """Decisions of one body with the same kinds: how many, and the sums of fines and confiscated gains in yuan."""

    body: int
    kinds: tuple[str, ...]
    number: int
    fines: Decimal
    gains: Decimal


@dataclass(frozen=True)
class Row:
    """One line of Table 1. ``cells`` by column code, in cases; ``amount`` in yuan."""

    body: int
    cells: dict[str, int]
    total: int
    amount: Decimal


def column_of(kinds: Iterable[str]) -> str:
    """The column under which a decision of these kinds is counted."""
    return _COLUMN[heaviest(kinds_of(kinds))]


def period(year: int) -> tuple[date, date]:
    """The days of a reporting year, both included."""
    return date(year, 1, 1), date(year, 12, 31)


def table_one(counted: Iterable[Counted], bodies: Iterable[int] = ()) -> tuple[Row, ...]:
    """Lines by body; those of ``bodies`` appear with zeros where nothing was decided."""
    cells: dict[int, dict[str, int]] = {body: _zeros() for body in bodies}
    amounts: dict[int, Decimal] = dict.fromkeys(cells, Decimal(0))
    for one in counted:
        line = cells.setdefault(one.body, _zeros())
        line[column_of(one.kinds)] += one.number
        amounts[one.body] = amounts.get(one.body, Decimal(0)) + one.fines + one.gains
    return tuple(Row(body, line, sum(line.values()), amounts[body]) for body, line in cells.items())


def total(rows: Iterable[Row]) -> Row:
    """The line 合计."""
    lines = list(rows)
    cells = {code: sum(r.cells[code] for r in lines) for code, _, _ in TABLE_ONE}
    return Row(0, cells, sum(r.total for r in lines), sum((r.amount for r in lines), Decimal(0)))


def _zeros() -> dict[str, int]:
    return {code: 0 for code, _, _ in TABLE_ONE}
