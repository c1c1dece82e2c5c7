"""A requisition in an emergency, read again: 突发事件应对法12, 76, 95(九), and the review that the plan of 2019 asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from lantai.law.tests.plain_reading.acts import HANDLERS, HEADS, UNIT, Act, Matter
from lantai.law.tests.plain_reading.short import Short

_ENDS = {"RQ-8", "RQ-9"}
_MONEY = ("use_money", "damage_money", "other_money")


class Requisition(Short):
    """What is taken is needed, listed, given back and paid for; a head says yes before, or within a day after."""

    code = "requisition.emergency"
    desks = {
        **{step: UNIT for step in ("RQ-1", "RQ-4", "RQ-5", "RQ-6-1", "RQ-7")},
        **{step: HEADS for step in ("RQ-2", "RQ-6", "RQ-8")},
        **{step: {"reviewer"} for step in ("RQ-2-1", "RQ-6-2")},
        "RQ-3": UNIT | HEADS,
        "RQ-3-1": {"publisher"},
        "RQ-9": UNIT | {"archivist"},
    }
    repeats = frozenset({"RQ-2-1", "RQ-5", "RQ-6-1", "RQ-6-2", "RQ-7"})

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.returned: set[str] = set()
        self.harmed = False  # something came back broken, or never will
        self.paid = Decimal(0)

    # ---- what stands ---------------------------------------------------------------------------------------------

    def _answer(self, step: str) -> str:
        return self.done[step].outcome if step in self.done else ""

    def _urgent(self) -> bool:
        return "RQ-1" in self.done and bool(self.done["RQ-1"].stated.get("emergency"))

    def _a_day_has_passed(self, act: Act) -> bool:
        return "RQ-3" in self.done and act.at > self.done["RQ-3"].at + timedelta(hours=24)

    @staticmethod
    def _sum(act: Act | None) -> Decimal:
        return sum((act.stated.get(word, Decimal(0)) for word in _MONEY), Decimal(0)) if act else Decimal(0)

    def _all_back(self) -> bool:
        return self._answer("RQ-5") in ("all", "lost")

    # ---- may it be done ------------------------------------------------------------------------------------------

    def _law(self, act: Act) -> Iterator[str]:
        if self._answer("RQ-2") == "refused" and act.step not in _ENDS:
            yield "the head has refused"
        yield from super()._law(act)

    def _needed(self, act: Act) -> Iterator[str]:
        if act.stated.get("needed") is False:
            yield "no urgent need"

    def _rq_1(self, act: Act) -> Iterator[str]:
        yield from self._needed(act)

    def _rq_2(self, act: Act) -> Iterator[str]:
        yield from self._after("RQ-1")
        if act.outcome == "disagreed":
            yield from self._after("RQ-3")
        elif "RQ-3" in self.done:
            if act.outcome == "refused":
                yield "it is taken: it goes back"
            elif self._a_day_has_passed(act):
                yield "twenty-four hours have passed"

    def _reviews(self, act: Act) -> Iterator[str]:
        for person in act.people:
            if person.number in HANDLERS:
                yield "a handler reviews"
            elif not person.qualified and (not self._urgent() or self.matter.public_interest or self.matter.complex):
                yield "no legal qualification"

    def _rq_2_1(self, act: Act) -> Iterator[str]:
        yield from self._after("RQ-1")
        yield from self._reviews(act)
        if self._urgent():
            yield "what is taken on the spot is not reviewed before"
        if "RQ-3" in self.done:
            yield "already taken"

    def _rq_3(self, act: Act) -> Iterator[str]:
        yield from self._after("RQ-1")
        on_the_spot = self._urgent() or act.stated.get("emergency")
        if not on_the_spot:
            if self._answer("RQ-2") != "approved":
                yield "not approved"
            if self._answer("RQ-2-1") != "agree":
                yield "not reviewed"
        for word in ("list_signed", "delivered", "compensation_told"):
            if act.stated[word] is False:
                yield f"not {word}"

    def _rq_3_1(self, act: Act) -> Iterator[str]:
        yield from self._after("RQ-3")
        if act.outcome == "published" and act.stated.get("unredacted"):
            yield "protected words left"

    def _rq_4(self, act: Act) -> Iterator[str]:
        yield from self._after("RQ-3")
        if self._answer("RQ-2") == "disagreed":
            yield "it goes back"
        elif self._answer("RQ-2") != "approved" and self._a_day_has_passed(act):
            yield "never approved"
        if act.stated["checked"] is False:
            yield "not checked"

    def _rq_5(self, act: Act) -> Iterator[str]:
        yield from self._after("RQ-3")
        if self._answer("RQ-2") != "disagreed":
            yield from self._after("RQ-4")
        if act.outcome == "all" and "RQ-3" in self.done:
            listed = {row["name"] for row in self.done["RQ-3"].stated["items"]}
            if listed - self.returned - {row["name"] for row in act.stated["returned_items"]}:
                yield "not all is back"

    def _fair(self, act: Act) -> Iterator[str]:
        if self.harmed and act.stated.get("damage_money", 0) <= 0:
            yield "nothing for the damage"
        if self._sum(act) <= 0:
            yield "nothing at all"

    def _rq_6_1(self, act: Act) -> Iterator[str]:
        if not self._all_back():
            yield "not all is back"
        yield from self._fair(act)

    def _rq_6_2(self, act: Act) -> Iterator[str]:
        yield from self._after("RQ-6-1")
        yield from self._reviews(act)
        if "RQ-6" in self.done:
            yield "already decided"

    def _rq_6(self, act: Act) -> Iterator[str]:
        yield from self._after("RQ-6-1")
        if self._answer("RQ-6-2") != "agree":
            yield "not reviewed"
        yield from self._fair(act)
        if self._sum(act) != self._sum(self.done.get("RQ-6-1")):
            yield "not what was reviewed"

    def _rq_7(self, act: Act) -> Iterator[str]:
        yield from self._after("RQ-6")
        if self.paid + act.stated["paid"] < self._sum(self.done.get("RQ-6")):
            yield "short"

    def _rq_8(self, act: Act) -> Iterator[str]:
        if self._answer("RQ-2") == "refused":
            return
        yield from self._after("RQ-3-1", "RQ-6", "RQ-7")
        if not self._all_back():
            yield "not all is back"
        if self.paid < self._sum(self.done.get("RQ-6")):
            yield "not all is paid"

    def _rq_9(self, act: Act) -> Iterator[str]:
        yield from self._after("RQ-8")

    # ---- it happens ----------------------------------------------------------------------------------------------

    def happen(self, act: Act) -> None:
        upset = {
            "RQ-5": ("RQ-6-1", "RQ-6-2", "RQ-6", "RQ-8"),
            "RQ-6-1": ("RQ-6-2", "RQ-6", "RQ-8"),
        }
        for above in upset.get(act.step, ()):
            self.done.pop(above, None)
        if act.step == "RQ-5":
            self.returned |= {row["name"] for row in act.stated.get("returned_items", ())}
            self.harmed |= act.outcome == "lost" or bool(act.stated.get("damage"))
        if act.step == "RQ-7":
            self.paid += act.stated["paid"]
        super().happen(act)
        self.over = act.step == "RQ-9"
