"""The taking of houses on state land, read again: 国有土地上房屋征收与补偿条例8至29, and the review of the plan of 2019.

One case is one project with one or two households, each always named by the act and each valued, asked, settled, paid and
moved by itself. Chance acts do not reach: acts that name no household (then it is the party of the case), two disputes
at once and what is left of a project whose decision is changed or revoked (14), a second household's compensation
proposed while the first one's stands reviewed, a court asked again after it has executed or refused, houses that the
survey does not list, and dates stated other than the day of the act for plan, announcement and payment.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lantai.law.tests import plain_calendar as calendar
from lantai.law.tests.plain_reading.acts import HANDLERS, HEADS, UNIT, Act, Matter
from lantai.law.tests.plain_reading.duties import to_a_working_day
from lantai.law.tests.plain_reading.short import Short

_BEFORE = ("EX-1", "EX-2", "EX-3", "EX-3-1", "EX-12", "EX-4", "EX-4-1", "EX-4-2", "EX-4-3", "EX-4-4")
BY_HOUSE = ("EX-7", "EX-13", "EX-8-1", "EX-8", "EX-8-3", "EX-10", "EX-9", "EX-9-1")
_UPSETS = {
    "EX-2": ("EX-3", "EX-3-1", "EX-4-2", "EX-4-3", "EX-4-4"),
    "EX-3-1": ("EX-4-3", "EX-4-4"),
    "EX-4-2": ("EX-4-3", "EX-4-4"),
    "EX-4-3": ("EX-4-4",),
    "EX-8-1": ("EX-8-2",),
}
MONEY = ("house_money", "moving_money")
MANY = 50
_ENDS = ("EX-15", "EX-16")


class Housing(Short):
    """Heard, assessed, funded and reviewed before the government decides; paid before anybody moves; the court, no force."""

    code = "expropriation.housing"
    desks = {
        **{step: UNIT for step in (*_BEFORE, *BY_HOUSE, "EX-6", "EX-11", "EX-14")},
        **{step: HEADS for step in ("EX-4-4", "EX-5", "EX-10", "EX-15", "EX-8:decided")},
        "EX-8": UNIT | HEADS,
        "EX-4-3": {"reviewer"},
        "EX-8-2": {"reviewer"},
        "EX-5-1": {"publisher"},
        "EX-16": UNIT | {"archivist"},
    }
    repeats = frozenset(
        {"EX-2", "EX-3", "EX-12", "EX-4", "EX-4-1", "EX-4-2", "EX-4-3", "EX-6", "EX-8-2", "EX-11", "EX-14", *BY_HOUSE}
    )

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.names = ("甲户",) if matter.natural_person else ("甲户", "乙户")
        self.houses: dict[str, dict[str, Act]] = {name: {} for name in self.names}
        self.payments: dict[str, list[int | None]] = {name: [] for name in self.names}

    # ---- what stands ---------------------------------------------------------------------------------------------

    def of(self, act: Act) -> dict[str, Act]:
        return self.houses[act.stated["household"]]

    def _said(self, step: str, word: str) -> object:
        return self.done[step].stated.get(word) if step in self.done else None

    def _hearing_owed(self) -> bool:
        """11 ¶2: only in an old town, and where most of those concerned object."""
        return self._said("EX-1", "ground") == "old_town" and bool(self._said("EX-3", "majority_objects"))

    def _many(self) -> bool:
        return "EX-1" in self.done and self.done["EX-1"].stated["households"] >= MANY

    def signing_until(self) -> date | None:
        """26: the term of the plan, or the last day that the announced decision names."""
        if "EX-5" not in self.done:
            return None
        named = self._said("EX-5", "signing_until")
        days = self.done["EX-2"].stated["signing_days"]
        return named if isinstance(named, date) else self.done["EX-5"].day + timedelta(days=days)

    def owed(self, name: str) -> int:
        settled = self.houses[name].get("EX-8")
        return sum(settled.stated[word] for word in MONEY) if settled else 0

    def paid(self, name: str) -> int:
        return sum(self.owed(name) if paid is None else paid for paid in self.payments[name])

    def _compensated(self, name: str) -> bool:
        return bool(self.payments[name]) and self.paid(name) >= self.owed(name)

    def out(self, name: str) -> bool:
        house = self.houses[name]
        return "EX-9" in house or self._court(house) == "executed"

    @staticmethod
    def _court(house: dict[str, Act]) -> str:
        return house["EX-10"].outcome if "EX-10" in house else ""

    def stands_now(self, step: str) -> bool:
        if step in BY_HOUSE:
            return all(step in house for house in self.houses.values())
        return super().stands_now(step)

    # ---- may it be done ------------------------------------------------------------------------------------------

    def _law(self, act: Act) -> Iterator[str]:
        if "EX-5" in self.done and act.step in _BEFORE:
            yield "what leads to the decision is past"  # 10 to 12, 24: before the decision
        yield from super()._law(act)

    def _house_has(self, act: Act, *steps: str) -> Iterator[str]:
        yield from (f"no {step} of this house" for step in steps if step not in self.of(act))

    def _government(self) -> Iterator[str]:
        if not self.matter.government:
            yield "not a government"

    def _reviews(self, act: Act) -> Iterator[str]:
        for person in act.people:
            if person.number in HANDLERS:
                yield "a handler reviews"
            elif not person.qualified:
                yield "no legal qualification"

    def _comments_over(self, act: Act) -> Iterator[str]:
        plan = self.done.get("EX-2")
        if plan is not None and act.day <= plan.day + timedelta(days=plan.stated["comment_days"]):
            yield "comments may still be made"

    def _ex_1(self, act: Act) -> Iterator[str]:
        if act.stated["ground"] == "other":
            yield "not in the public interest"
        if act.stated["plans_conform"] is False or act.stated.get("annual_plan") is False:
            yield "not in the plans"

    def _ex_2(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-1")
        if act.stated["comment_days"] < 30:
            yield "fewer than thirty days"
        if act.stated["argued"] is False:
            yield "not examined by the departments"

    def _ex_3(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-2")
        yield from self._comments_over(act)

    def _ex_3_1(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-3")
        if not self._hearing_owed():
            yield "no hearing is owed"
        if not act.stated["av"]:
            yield "not recorded"

    def _ex_12(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-1")

    def _ex_4(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-2")

    def _ex_4_1(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-2")
        if act.stated["only_for_it"] is False or act.stated["deposited"] < act.stated["needed"]:
            yield "the money is not there in full"

    def _prepared(self) -> Iterator[str]:
        yield from self._after("EX-3", "EX-12", "EX-4", "EX-4-1")
        if self._hearing_owed():
            yield from self._after("EX-3-1")

    def _ex_4_2(self, act: Act) -> Iterator[str]:
        yield from self._prepared()

    def _ex_4_3(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-4-2")
        yield from self._reviews(act)

    def _agreed_to(self, step: str) -> Iterator[str]:
        if step not in self.done or self.done[step].outcome != "agree":
            yield "not reviewed"

    def _ex_4_4(self, act: Act) -> Iterator[str]:
        yield from self._agreed_to("EX-4-3")
        yield from self._government()
        if not self._many():
            yield "not many are concerned"

    def _ex_5(self, act: Act) -> Iterator[str]:
        yield from self._prepared()
        yield from self._government()
        yield from self._comments_over(act)
        yield from self._agreed_to("EX-4-3")
        if self._many():
            yield from self._after("EX-4-4")
        if act.stated["plan_attached"] is False:
            yield "announced without plan and remedies"

    def _ex_5_1(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-5")
        if act.outcome == "published" and act.stated.get("unredacted"):
            yield "protected words left"

    def _ex_6(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-1")
        begun, end = act.stated["frozen_from"], act.stated["frozen_until"]
        if not begun <= end <= calendar.same_day_of_month(begun, 12):
            yield "frozen for more than a year"
        if act.stated["survey_published"] is False:
            yield "not shown to those concerned"

    def _ex_7(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-5", "EX-6")
        before = self.of(act).get("EX-7")
        if act.outcome == "recheck" and before is None:
            yield "nothing to look at again"  # 19 ¶2
        if act.outcome == "expert" and (before is None or before.outcome != "recheck"):
            yield "not looked at again"
        if act.stated["chosen_by"] == "appointed":
            yield "not chosen by those concerned"
        if "EX-5" in self.done and act.stated.get("value_on", self.done["EX-5"].day) != self.done["EX-5"].day:
            yield "not the value of the day"

    def _ex_13(self, act: Act) -> Iterator[str]:
        yield from self._house_has(act, "EX-7")
        if act.stated["own_choice"] is False:
            yield "not his own choice"

    def _no_agreement(self, act: Act) -> Iterator[str]:
        """26 ¶1: no decision where there is an agreement, or may still be one."""
        settled, until = self.of(act).get("EX-8"), self.signing_until()
        if settled is not None and settled.outcome == "agreed":
            yield "there is an agreement"
        if act.stated.get("undecided") != "owner_unclear" and until is not None and act.day <= until:
            yield "an agreement may still be signed"

    def _ex_8_1(self, act: Act) -> Iterator[str]:
        yield from self._house_has(act, "EX-7")
        yield from self._no_agreement(act)

    def _ex_8_2(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-8-1")
        yield from self._reviews(act)

    def _ex_8(self, act: Act) -> Iterator[str]:
        house, given = self.of(act), act.stated
        yield from self._house_has(act, "EX-7", "EX-8-1" if act.outcome == "decided" else "EX-13")
        exchanged = "EX-13" in house and house["EX-13"].stated["way"] == "exchange"
        if "EX-7" in house and not exchanged and given["house_money"] < house["EX-7"].stated["value"]:
            yield "below what it is worth"
        if act.outcome != "decided":
            return
        yield from self._government()
        yield from self._no_agreement(act)
        yield from self._agreed_to("EX-8-2")
        proposed = self.done.get("EX-8-1")
        if proposed is None or proposed.stated["household"] != given["household"]:
            yield "another house was reviewed"
        elif any(proposed.stated[word] != given[word] for word in MONEY):
            yield "not what was reviewed"

    def _ex_8_3(self, act: Act) -> Iterator[str]:
        yield from self._house_has(act, "EX-8")

    def _ex_10(self, act: Act) -> Iterator[str]:
        house, name = self.of(act), act.stated["household"]
        if "EX-8" not in house or house["EX-8"].outcome != "decided":
            yield "no decision on compensation"
        elif act.outcome == "applied":
            yield from self._court_window(act, house["EX-8"])
        if act.outcome != "applied":
            if self._court(house) != "applied":
                yield "not applied for"
            return
        if not self._compensated(name):
            yield "not compensated"  # 27 ¶1, 28 ¶2
        if "EX-9" in house:
            yield "he has moved"
        if "EX-14" in self.done and self.done["EX-14"].outcome == "begun":
            yield "it is disputed"

    @staticmethod
    def _court_window(act: Act, decided: Act) -> Iterator[str]:
        """28 ¶1, 行政强制法53: neither disputed in six months nor moved in time, and three months from then."""
        last = to_a_working_day(calendar.same_day_of_month(decided.day, 6))
        if act.day <= decided.stated["move_until"] or act.day <= last:
            yield "too early"
        elif act.day > to_a_working_day(calendar.same_day_of_month(last, 3)) and not act.stated.get("late_reason"):
            yield "too late"

    def _ex_9(self, act: Act) -> Iterator[str]:
        if self._court(self.of(act)) == "executed":
            yield "the court has executed"
        if not self._compensated(act.stated["household"]):
            yield "not compensated"
        if act.stated["lawful_means"] is False or act.stated["no_builder"] is False:
            yield "made to move"

    def _ex_9_1(self, act: Act) -> Iterator[str]:
        name = act.stated["household"]
        if not self._compensated(name) or not self.out(name):
            yield "still lived in"
        if not act.stated["av"]:
            yield "not recorded"

    def _ex_14(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-5")
        if act.outcome == "upheld" and ("EX-14" not in self.done or self.done["EX-14"].outcome != "begun"):
            yield "nothing was begun"

    def _ex_11(self, act: Act) -> Iterator[str]:
        if not any("EX-8" in house for house in self.houses.values()):
            yield "nobody's compensation is settled"

    def _ex_15(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-5-1", "EX-11")
        for name in self.names:
            if not self._compensated(name) or not self.out(name):
                yield "not everybody is paid and gone"

    def _ex_16(self, act: Act) -> Iterator[str]:
        yield from self._after("EX-15")

    # ---- it happens ----------------------------------------------------------------------------------------------

    def happen(self, act: Act) -> None:
        for above in _UPSETS.get(act.step, ()):
            self.done.pop(above, None)
        if act.step == "EX-3" and self.done.pop("EX-3-1", None):
            self.done.pop("EX-4-3", None)  # the plan is heard anew, and reviewed anew
            self.done.pop("EX-4-4", None)
        if act.step in BY_HOUSE:
            self.of(act)[act.step] = act
        if act.step == "EX-8-3":
            self.payments[act.stated["household"]].append(act.stated.get("paid"))
        super().happen(act)
        self.over = act.step == "EX-16"
