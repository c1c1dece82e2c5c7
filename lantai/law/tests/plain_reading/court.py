"""The application to the court, read again: 行政强制法46, 53至60; 行政诉讼法95, 97; 最高人民法院解释152至161."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lantai.law.tests import plain_calendar as calendar
from lantai.law.tests.plain_reading.acts import HANDLERS, HEADS, UNIT, Act, served_badly
from lantai.law.tests.plain_reading.duties import Duty, to_a_working_day

_OFFICERS = {"officer"}


class Court(Duty):
    """Nobody may dispute it any more, the party was asked once more, and three months are not over."""

    code = "coercion.court_application"
    first = "CX-1"
    desks = {
        **{step: _OFFICERS for step in ("CX-1", "CX-3", "CX-3-1")},
        **{step: HEADS for step in ("CX-4", "CX-5-2", "CX-7", "CX-9", "CX-10")},
        **{step: UNIT for step in ("CX-5", "CX-5-1", "CX-5-3")},
        "CX-R": {"reviewer"},
    }
    two_officers = frozenset({"CX-1", "CX-3", "CX-3-1"})
    repeats = frozenset({"CX-R"})

    def _law(self, act: Act) -> Iterator[str]:
        if self.refused and act.step == "CX-10":
            self.refused = False  # what the party says was accepted: nothing but the end is left
            yield from super()._law(act)
            self.refused = True
            return
        yield from super()._law(act)

    def _cx_1(self, act: Act) -> Iterator[str]:
        yield from self._standing()
        yield from self._time_to_perform(act)
        if act.stated["no_own_power"] is False:
            yield "it may execute itself"
        if act.stated["ground"] == "changed":
            yield "the body that changed it applies"

    def _cx_3(self, act: Act) -> Iterator[str]:
        yield from self._after("CX-1")
        yield from self._standing()
        if act.stated["rights_told"] is False:
            yield "the right to be heard was not told"
        if act.stated["demanded_amount"] <= 0:
            yield "no sum"
        if act.stated["perform_until"] < act.day:
            yield "demanded for a day gone by"
        if bad := served_badly(act):
            yield bad

    def _cx_3_1(self, act: Act) -> Iterator[str]:
        yield from self._after("CX-3")

    def _cx_9(self, act: Act) -> Iterator[str]:
        """159: 申请人民法院强制执行前."""
        yield from self._after("CX-1")
        yield from self._standing()
        if "CX-4" in self.done:
            yield "the court has been applied to"

    def _cx_r(self, act: Act) -> Iterator[str]:
        yield from self._after("CX-3")
        for person in act.people:
            if person.number in HANDLERS:
                yield "a handler reviews"
            elif (self.matter.public_interest or self.matter.complex) and not person.qualified:
                yield "no legal qualification"

    def _asked_and_reviewed(self) -> Iterator[str]:
        yield from self._after("CX-1", "CX-3")
        yield from self._standing()
        if "CX-R" not in self.done or self.done["CX-R"].outcome != "agree":
            yield "not reviewed"
        if self.performed:
            yield "the party has performed"

    def _window(self) -> tuple[date, date] | None:
        """The last day on which it is too early, and the last day on which it is not too late."""
        if self.said("ground") == "judgment":
            last = max(d for d in (self.said("perform_by"), self.said("deferred_until")) if isinstance(d, date))
            return last, calendar.same_day_of_month(last, 24)
        if "suit" in self.upheld:
            return self.upheld["suit"] - calendar.DAY, calendar.same_day_of_month(self.upheld["suit"], 24)
        end, deferred = self.beyond_dispute(), self.said("deferred_until")
        if end is None:
            return None
        start = max(end, deferred) if isinstance(deferred, date) else end
        return start, to_a_working_day(calendar.same_day_of_month(start, 3))

    def _beyond_dispute(self, act: Act) -> Iterator[str]:
        span = self._window()
        if self.disputing():
            yield "it is disputed"
        elif span is None or act.day <= span[0]:
            yield "it may still be disputed"

    def _cx_4(self, act: Act) -> Iterator[str]:
        yield from self._asked_and_reviewed()
        yield from self._beyond_dispute(act)
        served, span = self.served_on("CX-3"), self._window()
        if served is None or act.day <= calendar.nth_working_day(served, 10):
            yield "ten days since the demand are not over"
        if span is not None and act.day > span[1] and not act.stated.get("late_reason"):
            yield "too late"
        if act.stated["signed_by_head"] is False or act.stated["materials_complete"] is False:
            yield "not complete"
        if self.said("ground") != "judgment" and "suit" not in self.upheld:
            place = act.stated["court_place"]
            if place not in ("agency", "immovable") or (place == "agency" and act.stated["immovable"]):
                yield "another court"

    def _cx_7(self, act: Act) -> Iterator[str]:
        """46 ¶3: 法定期限内不申请复议或者诉讼, 经催告仍不履行; 43: by day and on a working day."""
        yield from self._asked_and_reviewed()
        yield from self._beyond_dispute(act)
        if not self.said("seized_goods"):
            yield "nothing was seized"
        served = self.served_on("CX-3")
        if served is None or act.day <= max(served, self.done["CX-3"].stated["perform_until"]):
            yield "the demand has not run out"
        if not calendar.works(act.day) or not 6 <= act.at.hour < 22:
            yield "at night or on a day off"

    def _cx_5(self, act: Act) -> Iterator[str]:
        yield from self._after("CX-4")

    def _answered(self, step: str) -> str:
        return self.done[step].outcome if step in self.done else ""

    def _taken_up(self) -> bool:
        """Accepted, or ordered by the court above to be accepted."""
        return self._answered("CX-5") == "accepted" or (
            self._answered("CX-5") == "rejected" and self._answered("CX-5-3") == "allowed"
        )

    def _cx_5_1(self, act: Act) -> Iterator[str]:
        if not self._taken_up():
            yield "not accepted"

    def _turned_down(self) -> Act | None:
        ruling = self.done.get("CX-5-1")
        if ruling is not None:
            return ruling if ruling.outcome == "refused" else None
        return self.done["CX-5"] if self._answered("CX-5") == "rejected" else None

    def _cx_5_2(self, act: Act) -> Iterator[str]:
        yield from self._standing()
        against = self._turned_down()
        if against is None:
            yield "nothing to object to"
            return
        last = to_a_working_day(against.stated["ruling_received_on"] + timedelta(days=15))
        if act.day > last and not act.stated.get("late_reason"):
            yield "fifteen days are over"

    def _cx_5_3(self, act: Act) -> Iterator[str]:
        yield from self._after("CX-5-2")

    def _allowed(self) -> bool:
        if self._answered("CX-5-1") == "refused":
            return self._answered("CX-5-3") == "allowed"
        return self._answered("CX-5-1") == "allowed"

    def _cx_10(self, act: Act) -> Iterator[str]:
        yield from self._after("CX-1")
        waits = "CX-5-2" in self.done and "CX-5-3" not in self.done
        upper = self._answered("CX-5-3") == "allowed"
        fits = {
            "court_executed": self._allowed(),
            "executed": "CX-7" in self.done,
            "performed": self.performed,
            "not_allowed": self._turned_down() is not None and not waits and not upper,
            "ended": self._allowed() or self.execution_ended or self.annulled or self._answered("CX-3-1") == "accepted",
        }
        if not fits[act.outcome]:
            yield "it has not come to that end"

    def happen(self, act: Act) -> None:
        if act.step in ("CX-3", "CX-3-1") and act.outcome != "rejected":
            for above in ("CX-3-1", "CX-R", "CX-4", "CX-5", "CX-5-1", "CX-5-2", "CX-5-3"):
                self.done.pop(above, None)
        if act.outcome == "adjusted":
            self.done.pop("CX-3", None)
            return
        if act.step == "CX-5-1":
            for above in ("CX-5-2", "CX-5-3"):
                self.done.pop(above, None)
        super().happen(act)
        self.refused |= act.outcome == "accepted" and act.step == "CX-3-1"
        self.over = act.step == "CX-10"
