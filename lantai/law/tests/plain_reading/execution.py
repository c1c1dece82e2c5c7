"""Execution by the agency itself, read again: 行政强制法13, 34至52."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lantai.law.tests import plain_calendar as calendar
from lantai.law.tests.plain_reading.acts import HANDLERS, HEADS, UNIT, Act, Matter, served_badly
from lantai.law.tests.plain_reading.duties import Duty

_OFFICERS = {"officer"}
_ON_SITE = ("CE-7", "CE-8", "CE-10", "CE-11", "CE-12")
_RESTS_ON_DECISION = ("CE-5", "CE-7", "CE-8", "CE-10-1", "CE-10", "CE-12", "CE-12-1")


class Execution(Duty):
    """Asked once more, heard, decided in writing, told, and done by day; each duty in its own way."""

    code = "coercion.execution"
    first = "CE-1"
    desks = {
        **{step: _OFFICERS for step in ("CE-1", "CE-2", "CE-3", "CE-5", "CE-10-1", *_ON_SITE)},
        **{step: {"unit_head"} | HEADS for step in ("CE-9", "CE-13")},
        **{step: HEADS for step in ("CE-4", "CE-6", "CE-14")},
        **{step: UNIT for step in ("CE-8-1", "CE-12-1")},
        "CE-R": {"reviewer"},
    }
    two_officers = frozenset({"CE-1", "CE-2", "CE-3", "CE-5", "CE-10-1", *_ON_SITE})
    repeats = frozenset({"CE-R", "CE-5", "CE-6", "CE-12", "CE-13"})

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.ended = False  # a defence accepted, not executed, ended, abandoned
        self.halted = ""  # suspended or under an agreement
        self.reached: date | None = None  # the decision, by an earlier service than the last
        self.disputed_days: list[tuple[date, date | None]] = []

    def _law(self, act: Act) -> Iterator[str]:
        if act.step == "CE-13":
            yield from self._after("CE-1")  # 41: 在执行中或者执行完毕后
            return
        if self.ended and act.step != "CE-14":
            yield "it has ended"
        partly = act.step == "CE-7" and act.step in self.done and self.done["CE-7"].outcome == "part"
        if partly:
            self.done.pop("CE-7")
        yield from super()._law(act)

    def likely(self, step: str, otherwise: str) -> str:
        return "substitute" if step == "CE-4" and self._duty() == "restore" else otherwise

    def _duty(self) -> str:
        return str(self.said("duty", ""))

    # ---- what the law asks again and again -----------------------------------------------------------------------

    def _goes_on(self) -> Iterator[str]:
        """37, 39, 40, 42: it stands, it is not suspended, no agreement is being kept, and nothing has been performed."""
        yield from self._standing()
        if self.halted:
            yield self.halted
        if self.performed:
            yield "the party has performed"

    def _demanded(self) -> Iterator[str]:
        if self._duty() == "spill":
            yield "what lies on the road is cleared at once"

    def _demand_over(self, act: Act) -> bool:
        demand, served = self.done.get("CE-2"), self.served_on("CE-2")
        return demand is None or (served is not None and act.day > max(served, demand.stated["perform_until"]))

    def _major(self, outcome: str = "") -> bool:
        decided = self.done.get("CE-4")
        return (
            self._duty() in ("demolition", "restore")
            or outcome == "substitute"
            or (decided is not None and decided.outcome == "substitute")
        )

    def _decided_and_told(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-4", "CE-5")
        reached = [day for day in (self.reached, self.served_on("CE-5")) if day is not None]
        if "CE-5" in self.done and (not reached or min(reached) > act.day):
            yield "the decision has not reached the party"

    def _by_day(self, act: Act) -> Iterator[str]:
        """43: not at night nor on a day off, unless it is urgent and written down why."""
        if act.stated.get("emergency") and act.stated.get("emergency_reason"):
            return
        if not calendar.works(act.day) or not 6 <= act.at.hour < 22:
            yield "at night or on a day off"

    def _seen(self, act: Act) -> Iterator[str]:
        if not act.stated.get("av"):
            yield "not recorded"
        if act.stated.get("no_supply_cut") is False:
            yield "water was cut off"

    # ---- may it be done ------------------------------------------------------------------------------------------

    def _ce_1(self, act: Act) -> Iterator[str]:
        yield from self._standing()
        if act.stated["power_level"] != "law":
            yield "no law gives the power"
        if act.stated["duty"] != "spill":
            yield from self._time_to_perform(act)

    def _ce_9(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-1")
        if self._duty() != "money":
            yield "no money is owed"
        if act.stated["rate_told"] is False:
            yield "the rate was not told"
        principal = self.said("principal", 0)
        if act.stated["surcharge"] > principal:
            yield "more than the debt"
        last = [d for d in (self.said("perform_by"), self.said("deferred_until")) if isinstance(d, date)]
        if last and act.stated["surcharge_from"] <= max(last):
            yield "charged before it was due"

    def _charged_if_money(self) -> Iterator[str]:
        if self._duty() == "money":
            yield from self._after("CE-9")

    def _ce_2(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-1")
        yield from self._charged_if_money()
        yield from self._demanded()
        yield from self._goes_on()
        if act.stated["rights_told"] is False:
            yield "the right to be heard was not told"
        if self._duty() == "money" and act.stated["demanded_amount"] <= 0:
            yield "no sum"
        if act.stated["perform_until"] < act.day:
            yield "demanded for a day gone by"
        if bad := served_badly(act):
            yield bad

    def _ce_3(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-2")
        if act.outcome == "lapsed" and not self._demand_over(act):
            yield "the party may still speak"

    def _ce_8_1(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-1")
        yield from self._goes_on()
        if self._duty() != "demolition":
            yield "nothing is to be demolished"

    def _ce_r(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-1", "CE-2", "CE-3")
        if not self._major():
            yield "no review owed"
        for person in act.people:
            if person.number in HANDLERS:
                yield "a handler reviews"
            elif (self.matter.public_interest or self.matter.complex) and not person.qualified:
                yield "no legal qualification"

    def _ce_4(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-1")
        yield from self._demanded()
        if act.outcome == "not_executed":
            return
        yield from self._goes_on()
        yield from self._after("CE-2")
        if self._major(act.outcome) and ("CE-R" not in self.done or self.done["CE-R"].outcome != "agree"):
            yield "not reviewed"
        yield from self._thirty_days_of_surcharge(act)
        if act.outcome == "immediate":
            if not act.stated["evidence"]:
                yield "no evidence that anything is moved away"
            return
        yield from self._after("CE-3")
        yield from self._charged_if_money()
        if not self._demand_over(act):
            yield "the demand has not run out"
        if act.outcome == "substitute":
            if self._duty() != "restore" or act.stated["consequence"] == "none":
                yield "not for others to do"
            if act.stated["performer_independent"] is False:
                yield "by somebody with an interest"

    def _thirty_days_of_surcharge(self, act: Act) -> Iterator[str]:
        """46: 超过三十日; the days of a dispute do not count."""
        if self._duty() != "money" or "CE-9" not in self.done:
            return
        day, days = self.done["CE-9"].stated["surcharge_from"], 0
        while day <= act.day:
            days += not any(first <= day and (last is None or day <= last) for first, last in self.disputed_days)
            day += calendar.DAY
        if days <= 30:
            yield "not more than thirty days of surcharge"

    def _ce_5(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-4")
        if bad := served_badly(act):
            yield bad

    def _ce_6(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-1")
        suspended, agreed = self.halted == "suspended", self.halted == "agreement"
        if act.outcome == "resumed" and not suspended:
            yield "not suspended"
        if act.outcome == "broken" and not agreed:
            yield "no agreement"
        if act.outcome in ("suspended", "agreement") and self.halted:
            yield "halted already"
        if act.outcome == "abandoned":
            yield "three years are not over"  # no case of ours lasts so long
        if act.outcome == "agreement":
            if act.stated["no_harm_to_others"] is False:
                yield "to the harm of others"
            if act.stated["remitted"] > 0 and not act.stated["remedial"]:
                yield "remitted for nothing"

    def _ce_7(self, act: Act) -> Iterator[str]:
        yield from self._decided_and_told(act)
        yield from self._goes_on()
        yield from self._by_day(act)
        yield from self._seen(act)
        decided = self.done.get("CE-4")
        by_others = decided is not None and decided.outcome == "substitute"
        if self._duty() not in ("act", "restore") or by_others:
            yield "not forced on the spot"

    def _ce_8(self, act: Act) -> Iterator[str]:
        """44: announced, and beyond dispute."""
        yield from self._after("CE-8-1")
        yield from self._decided_and_told(act)
        yield from self._goes_on()
        yield from self._by_day(act)
        yield from self._seen(act)
        if self._duty() != "demolition":
            yield "nothing is to be demolished"
        announced, end = self.done.get("CE-8-1"), self.beyond_dispute()
        if announced is not None and act.day <= announced.stated["demolish_by"]:
            yield "there is time to demolish it"
        if self.disputing():
            yield "it is disputed"
        elif "suit" not in self.upheld and (end is None or act.day <= end):
            yield "it may still be disputed"

    def _by_others(self) -> Iterator[str]:
        if "CE-4" not in self.done or self.done["CE-4"].outcome != "substitute":
            yield "not for others to do"

    def _ce_10_1(self, act: Act) -> Iterator[str]:
        yield from self._by_others()
        yield from self._after("CE-5")
        yield from self._goes_on()
        if bad := served_badly(act):
            yield bad

    def _ce_10(self, act: Act) -> Iterator[str]:
        """51."""
        yield from self._by_others()
        yield from self._after("CE-5", "CE-10-1")
        yield from self._seen(act)
        if act.outcome == "performed":
            yield from self._standing()
            if self.halted:
                yield self.halted
            return
        yield from self._decided_and_told(act)
        yield from self._goes_on()
        yield from self._by_day(act)
        yield from self._done_in_order(act)
        served = self.served_on("CE-10-1")
        if served is None or act.day <= calendar.nth_working_day(served, 3):
            yield "three days since the demand are not over"

    def _done_in_order(self, act: Act) -> Iterator[str]:
        for word in ("attended", "all_signed", "no_force"):
            if act.stated[word] is False:
                yield f"not {word}"

    def _ce_11(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-1")
        yield from self._goes_on()
        if self._duty() != "spill":
            yield "nothing lies on the road"
        if not act.stated.get("av"):
            yield "not recorded"
        yield from self._done_in_order(act)

    def _ce_12(self, act: Act) -> Iterator[str]:
        yield from self._decided_and_told(act)
        yield from self._goes_on()
        yield from self._by_day(act)
        if self._duty() != "money":
            yield "no money is owed"
        if act.outcome == "transfer" and act.stated["transfer_by_law"] is False:
            yield "no law lets it transfer"
        if act.outcome == "auction" and not act.stated["auction_house"]:
            yield "no auction house"

    def _ce_12_1(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-12")

    def _ce_14(self, act: Act) -> Iterator[str]:
        yield from self._after("CE-1")
        by_others = self.done["CE-10"].outcome if "CE-10" in self.done else ""
        done = by_others == "done" or bool({"CE-8", "CE-11", "CE-12-1"} & set(self.done))
        done |= "CE-7" in self.done and self.done["CE-7"].outcome == "done"
        fits = {
            "executed": done,
            "performed": self.performed or by_others == "performed",
            "ended": self.ended,
        }
        if not fits[act.outcome]:
            yield "it has not come to that end"
        if self.annulled and set(_ON_SITE) & set(self.done) and "CE-13" not in self.done:
            yield "what was taken has not been given back"

    # ---- it happens ----------------------------------------------------------------------------------------------

    def happen(self, act: Act) -> None:
        if act.outcome == "adjusted":
            for step in ("CE-2", "CE-3", "CE-R", "CE-4", *_RESTS_ON_DECISION):
                self.done.pop(step, None)
            return
        if act.step in ("CE-2", "CE-3"):
            for step in ("CE-3", "CE-R", "CE-4", *_RESTS_ON_DECISION):
                self.done.pop(step, None)
        if act.step == "CE-6":
            self.halted = act.outcome if act.outcome in ("suspended", "agreement") else ""
        if act.step == "CE-4":
            self.reached = None
        elif act.step == "CE-5":
            earlier = [day for day in (self.reached, self.served_on("CE-5")) if day is not None]
            self.reached = min(earlier, default=None)
        self.ended |= (act.step, act.outcome) == ("CE-3", "accepted")
        self.ended |= act.outcome in ("not_executed", "ended", "abandoned") and act.step != "CE-14"
        super().happen(act)
        self.over |= act.step == "CE-14"

    def event(self, kind: str, act: Act) -> None:
        super().event(kind, act)
        if kind.endswith("_accepted"):
            self.disputed_days.append((act.day, None))
        elif kind.endswith("_decided") and self.disputed_days:
            self.disputed_days[-1] = (self.disputed_days[-1][0], act.day)
