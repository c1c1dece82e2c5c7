"""Fines: surcharge (加处罚款), instalments (分期缴纳), amounts in words. All in ``Decimal`` yuan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from itertools import pairwise

from lantai.law.facts import Interval
from lantai.law.periods import merged, written
from lantai.law.statutes_in_force import APL

FEN = Decimal("0.01")
SURCHARGE_RATE = Decimal("0.03")
SURCHARGE_BASIS = APL[72, 1]
RECONSIDERATION = "reconsideration"
LITIGATION = "litigation"
_ACCRUAL_STOPS = frozenset({RECONSIDERATION, LITIGATION})
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Surcharge:
    """The surcharge of a fine on a day.

    ``starts``    the first day that bears it: the day after the due day.
    ``per_day``   three per cent of the fine.
    ``cap``       the fine itself: it can never be more.
    ``days``      the days that counted up to ``through``.
    ``amount``    what is owed besides the fine.
    ``sentence``  how it was computed.
    """

    starts: date
    per_day: Decimal
    cap: Decimal
    through: date
    days: int
    amount: Decimal
    sentence: str


def fen(amount: Decimal) -> Decimal:
    """Rounded to the fen, half up."""
    return amount.quantize(FEN, ROUND_HALF_UP)


def surcharge(fine: Decimal, due_on: date, through: date, pauses: Sequence[Interval] = ()) -> Surcharge:
    """Three per cent a day from the day after ``due_on``, up to and including ``through``, at most the fine.

    ``due_on`` is the last lawful day to pay (rolled, or the end of a deferral). Days of reconsideration and
    litigation in ``pauses`` do not count, both ends included (APL 73 ¶3). Raises ValueError below zero.
    """
    if fine < 0:
        raise ValueError("罚款数额不能小于零")
    starts = due_on + _ONE_DAY
    days = max(0, (through - due_on).days)
    for first, last in merged([p for p in pauses if p.kind in _ACCRUAL_STOPS]):
        first, last = max(first, starts), min(last or through, through)
        days -= max(0, (last - first).days + 1)
    amount = min(fen(fine * SURCHARGE_RATE * days), fine)
    sentence = (
        f"自{written(starts)}起至{written(through)}止共{days}日，每日按罚款数额的百分之三加处罚款"
        f"{plain(amount)}元{'，已达罚款数额上限' if fine and amount == fine else ''}（{SURCHARGE_BASIS}）"
    )
    return Surcharge(starts, fen(fine * SURCHARGE_RATE), fine, through, days, amount, sentence)


@dataclass(frozen=True)
class Instalment:
    """One row of a plan (分期缴纳)."""

    due_on: date
    amount: Decimal


def instalment_errors(fine: Decimal, plan: Sequence[Instalment], approved_on: date) -> Iterator[str]:
    """Why a plan cannot stand: its sum is not the fine, its days do not rise, a row is not above zero."""
    if not plan:
        yield "分期缴纳计划至少一期"
        return
    if any(row.amount <= 0 or row.amount != fen(row.amount) for row in plan):
        yield "每期数额应当大于零，精确到分"
    if any(later.due_on <= earlier.due_on for earlier, later in pairwise(plan)):
        yield "各期缴纳日期应当依次在后"
    if plan[0].due_on <= approved_on:
        yield "首期缴纳日期应当在批准之后"
    if (total := sum((row.amount for row in plan), Decimal(0))) != fine:
        yield f"各期合计{plain(total)}元，与罚款数额{plain(fine)}元不符"


def parse_yuan(text: str) -> Decimal:
    """An amount as typed (8,000 / ８０００元 / 1.2万元). Raises ValueError with a Chinese sentence."""
    narrow = text.strip().translate(_NARROW).replace(",", "").removesuffix("元").strip()
    wan = narrow.endswith("万")
    try:
        amount = Decimal(narrow.removesuffix("万"))
    except InvalidOperation:
        raise ValueError("金额应为数字，以元为单位") from None
    if not amount.is_finite() or amount < 0:
        raise ValueError("金额不能小于零")
    amount = amount * 10_000 if wan else amount
    if amount >= 10**12:
        raise ValueError("金额过大")
    if amount != fen(amount):
        raise ValueError("金额精确到分")
    return amount


_NARROW = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def plain(amount: Decimal | int) -> str:
    """8000, 8000.50: no group marks, fen only where there are any."""
    value = fen(Decimal(amount))
    return str(value.to_integral_value()) if value == value.to_integral_value() else str(value)


def grouped(amount: Decimal | int) -> str:
    """8,000元 and 8,000.50元, as pages show it."""
    whole, _, part = plain(amount).partition(".")
    return f"{int(whole):,}{'.' + part if part else ''}元"


def in_wan(amount: Decimal | int) -> str:
    """0.8 for 8000 yuan: 万元 with up to six decimals, as the credit exports want it."""
    value = (fen(Decimal(amount)) / 10_000).quantize(Decimal("0.000001"))
    return f"{value:f}".rstrip("0").rstrip(".") or "0"


_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_SECTIONS = ("", "万", "亿", "万亿")


def capitals(amount: Decimal | int) -> str:
    """The amount in capital numerals (大写) as a decision prints it: 8050.30 → 捌仟零伍拾元叁角整.

    Raises ValueError below zero and from ten thousand 亿 up.
    """
    value = fen(Decimal(amount))
    if not 0 <= value < 10**12:
        raise ValueError("金额应当不小于零，且小于一万亿元")
    yuan, cents = divmod(int(value * 100), 100)
    jiao, ones = divmod(cents, 10)
    text = _whole_capitals(yuan) + "元" if yuan else ""
    if jiao:
        text += _CAPITALS[jiao] + "角"
    elif ones and yuan:
        text += "零"
    if ones:
        return text + _CAPITALS[ones] + "分"
    return (text or "零元") + "整"


def _whole_capitals(number: int) -> str:
    text, zero = "", False
    sections = []
    while number:
        number, section = divmod(number, 10_000)
        sections.append(section)
    for index in range(len(sections) - 1, -1, -1):
        section = sections[index]
        if not section:
            zero = bool(text)
            continue
        if text and section < 1000:
            zero = True
        for place in range(3, -1, -1):
            digit = section // 10**place % 10
            if digit:
                text += ("零" if zero else "") + _CAPITALS[digit] + _PLACES[place]
                zero = False
            elif text:
                zero = section % 10**place != 0
        text += _SECTIONS[index]
        zero = False
    return text
