"""A levy, read again: 取水许可和水资源费征收管理条例31至37; 行政强制法35, 45, 46."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from lantai.law.tests import plain_calendar as calendar
from lantai.law.tests.plain_reading.acts import HEADS, UNIT, Act, Matter, served_badly
from lantai.law.tests.plain_reading.short import Short

_ORDERING = {"unit_head"} | HEADS
_OF_THE_NOTICE = ("LV-2", "LV-2-1", "LV-4", "LV-4-1", "LV-5", "LV-5-1", "LV-5-2", "LV-5-3", "LV-7")
"""What was built on a determination and has to be done again after a new one; money that came in stays what it is."""


class Levy(Short):
    """What is owed is a sum; what has come in is a sum; everything turns on whether the first is more than the second."""

    code = "levy.fee"
    desks = {
        **{step: UNIT for step in ("LV-1", "LV-2", "LV-3", "LV-4", "LV-6")},
        **{step: _ORDERING for step in ("LV-5", "LV-5-1", "LV-5-2")},
        **{step: HEADS for step in ("LV-5-3", "LV-7", "LV-4-1:granted", "LV-4-1:refused")},
        "LV-4-1": UNIT | HEADS,
        "LV-2-1": {"publisher"},
        "LV-8": UNIT | {"archivist"},
    }
    repeats = frozenset({"LV-1", "LV-3", "LV-5", "LV-5-1", "LV-5-2", "LV-5-3"})

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.money: list[tuple[date, str, Decimal]] = []
        self.execution_ended = False

    # ---- sums and days -------------------------------------------------------------------------------------------

    def owed(self) -> dict[str, Decimal]:
        """What is still to be paid, of the levy and of the late charge."""
        charge = self.done.get("LV-5-1")
        return {
            "levy": self._determined() - self._paid("levy"),
            "late_charge": (charge.stated["amount"] if charge else Decimal(0)) - self._paid("late_charge"),
        }

    def _determined(self) -> Decimal:
        return self.done["LV-1"].stated["amount"] if "LV-1" in self.done else Decimal(0)

    def _paid(self, kind: str) -> Decimal:
        return sum((amount for _, of, amount in self.money if of == kind), Decimal(0))

    def unpaid(self) -> bool:
        return any(amount > 0 for amount in self.owed().values())

    def received_on(self) -> date | None:
        """收到缴纳通知单之日."""
        return self.served_on("LV-2")

    @staticmethod
    def _to_a_working_day(day: date) -> date:
        while not calendar.works(day):
            day += calendar.DAY
        return day

    def _asked_on(self) -> date:
        return self.done["LV-4"].stated["requested_on"]

    def last_day_to_pay(self) -> date | None:
        """Seven days, and ninety more at most where deferral was asked for and has not been refused."""
        received = self.received_on()
        if received is None:
            return None
        return self._to_a_working_day(received + timedelta(days=7 + self._deferred()))

    def _deferred(self) -> int:
        if "LV-4" not in self.done:
            return 0
        answer, asked = self.done.get("LV-4-1"), self.done["LV-4"].stated["days"]
        if answer is not None and answer.outcome == "refused":
            return 0
        granted = answer.stated.get("granted_days") if answer is not None and answer.outcome == "granted" else None
        return granted if granted is not None else asked

    def charge(self, rate: int, through: date) -> Decimal:
        """So many ten-thousandths of what was unpaid on each day, never more than the levy itself."""
        last = self.last_day_to_pay()
        total, day = Decimal(0), last
        while day is not None and day < through:
            day += calendar.DAY
            late = self._determined() - sum((a for on, k, a in self.money if k == "levy" and on < day), Decimal(0))
            total += max(late, Decimal(0)) * rate / 10_000
        return min(total.quantize(Decimal("0.01"), ROUND_HALF_UP), self._determined())

    # ---- may it be done ------------------------------------------------------------------------------------------

    def _service(self, act: Act) -> Iterator[str]:
        if bad := served_badly(act):
            yield bad

    def _if_unpaid(self) -> Iterator[str]:
        yield from self._after("LV-2")
        if not self.unpaid():
            yield "nothing is owed"

    def _lv_1(self, act: Act) -> Iterator[str]:
        if act.stated["standard_published"] is False:
            yield "no published standard"
        if act.stated["amount"] <= 0 or act.stated["amount"] != act.stated["quantity"] * act.stated["rate"]:
            yield "not standard times quantity"

    def _lv_2(self, act: Act) -> Iterator[str]:
        yield from self._after("LV-1")
        yield from self._service(act)

    def _lv_2_1(self, act: Act) -> Iterator[str]:
        yield from self._after("LV-2")
        if act.outcome == "published" and act.stated.get("unredacted"):
            yield "protected words left"

    def _lv_4(self, act: Act) -> Iterator[str]:
        yield from self._if_unpaid()
        received = self.received_on()
        if received is not None and act.stated["requested_on"] > self._to_a_working_day(received + timedelta(days=7)):
            yield "seven days are over"
        yield from self._not_too_long(act.stated["days"])

    def _not_too_long(self, days: int | None) -> Iterator[str]:
        if days is not None and days > 90:
            yield "longer than ninety days"

    def _lv_4_1(self, act: Act) -> Iterator[str]:
        yield from self._after("LV-4")
        granted = act.stated.get("granted_days")
        yield from self._not_too_long(granted)
        if "LV-4" not in self.done:
            return
        silent = act.day > calendar.nth_working_day(self._asked_on(), 5)
        if act.outcome == "lapsed" and not silent:
            yield "there is time to answer"
        shorter = granted is not None and granted < self.done["LV-4"].stated["days"]
        if silent and (act.outcome == "refused" or (act.outcome == "granted" and shorter)):
            yield "silence was consent"

    def _lv_5(self, act: Act) -> Iterator[str]:
        yield from self._if_unpaid()
        yield from self._service(act)
        last = self.last_day_to_pay()
        if last is None or act.day <= last:
            yield "not overdue"

    def _lv_5_1(self, act: Act) -> Iterator[str]:
        yield from self._if_unpaid()
        yield from self._after("LV-5")
        yield from self._service(act)
        if act.stated["standard_told"] is False:
            yield "the standard was not told"
        order = self.done.get("LV-5")
        rate = act.stated.get("rate") or (order.stated.get("late_rate") if order else None)
        amount, through = act.stated["amount"], act.stated["through"]
        if rate is None:
            yield "there is no standard"
        elif amount > self.charge(rate, through):
            yield "more than the standard gives"
        if through > act.day:
            yield "charged ahead"

    def _lv_5_2(self, act: Act) -> Iterator[str]:
        yield from self._if_unpaid()
        yield from self._after("LV-5")
        yield from self._service(act)

    def _lv_5_3(self, act: Act) -> Iterator[str]:
        yield from self._if_unpaid()
        yield from self._after("LV-5-2")

    def _lv_3(self, act: Act) -> Iterator[str]:
        yield from self._after("LV-2")
        if self.execution_ended:
            yield "execution has ended"
        if act.stated["channel"] == "officer":
            yield "nobody who levies takes the money"
        left = self.owed()
        left[act.stated["kind"]] -= act.stated["amount"]
        still = any(amount > 0 for amount in left.values())
        if act.outcome == "full" and still:
            yield "not all is paid"
        if act.outcome == "part" and not still:
            yield "all is paid"

    def _lv_6(self, act: Act) -> Iterator[str]:
        if not self.money:
            yield "nothing came in"
        if act.stated["direct"] is False:
            yield "not straight to the treasury"
        given = act.stated.get("treasury_amount")
        if given is not None and given != sum(amount for _, _, amount in self.money):
            yield "not all that came in"

    def _lv_7(self, act: Act) -> Iterator[str]:
        yield from self._after("LV-2-1")
        if not self.execution_ended:
            yield from self._after("LV-3")
            if self.unpaid():
                yield "something is owed"
        if "LV-3" in self.done and "LV-6" not in self.done:
            yield "the treasury waits for its money"

    def _lv_8(self, act: Act) -> Iterator[str]:
        yield from self._after("LV-7")

    # ---- it happens ----------------------------------------------------------------------------------------------

    def happen(self, act: Act) -> None:
        if act.step == "LV-1":
            for step in _OF_THE_NOTICE:
                self.done.pop(step, None)
        if act.step == "LV-4":
            self.done.pop("LV-4-1", None)
        if act.step == "LV-3":
            self._came_in(act.stated)
        super().happen(act)
        self.over = act.step == "LV-8"

    def _came_in(self, said: Any) -> None:
        self.money.append((said["paid_on"], said["kind"], said["amount"]))
        self.done.pop("LV-6", None)
        self.done.pop("LV-7", None)

    def event(self, kind: str, act: Act) -> None:
        super().event(kind, act)
        self.execution_ended |= kind == "execution_ended"
