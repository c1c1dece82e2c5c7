"""A decision that is to be performed by force: what became of it elsewhere, and until when it may be disputed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lantai.law.tests import plain_calendar as calendar
from lantai.law.tests.plain_reading.acts import Act, Matter
from lantai.law.tests.plain_reading.short import Short

REMEDIES = ("reconsideration", "suit")


_LAST_NOTICE = 2026


def to_a_working_day(day: date) -> date:
    """The first working day from here on; beyond the last notice of holidays, where no case of ours comes, the day itself."""
    while day.year <= _LAST_NOTICE and not calendar.works(day):
        day += calendar.DAY
    return day


class Duty(Short):
    """What both ways of force share: 行政强制法40, 41, 44, 53; 行政复议法42; 行政诉讼法45, 46, 56."""

    first = ""  # the step that names the decision

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.disputed: dict[str, bool] = {}  # whether it still runs
        self.upheld: dict[str, date] = {}
        self.annulled = False
        self.stayed = False
        self.performed = False
        self.execution_ended = False

    def said(self, word: str, otherwise: object = None) -> object:
        first = self.done.get(self.first)
        held = first.stated.get(word) if first else None
        return otherwise if held is None else held

    def _standing(self) -> Iterator[str]:
        """40 (四), 41; 复议法42, 诉讼法56: revoked it is not executed, stayed it is not executed meanwhile."""
        if self.annulled:
            yield "the decision has fallen"
        if self.stayed:
            yield "execution is stayed"
        if self.execution_ended:
            yield "execution has ended"

    def disputing(self) -> bool:
        return any(self.disputed.values())

    def beyond_dispute(self) -> date | None:
        """The last day on which the party may still ask for a remedy."""
        received = self.said("reconsideration_received_on", self.upheld.get("reconsideration"))
        if isinstance(received, date):
            return to_a_working_day(received + timedelta(days=15))
        served = self.said("decision_served_on")
        if not isinstance(served, date):
            return None
        if self.said("rights_stated") is False:
            return to_a_working_day(calendar.same_day_of_month(served, 12))
        if self.said("reconsideration_first"):
            return to_a_working_day(served + timedelta(days=60))
        return to_a_working_day(calendar.same_day_of_month(served, 6))

    def _time_to_perform(self, act: Act) -> Iterator[str]:
        """34: the party has let the time of the decision pass; where the agency forces it itself, of a deferral too.

        Who goes to the court may ask and demand meanwhile: the window of the application waits for the deferral.
        """
        words = ("perform_by",) if self.first == "CX-1" else ("perform_by", "deferred_until")
        if act.day <= max(act.stated[word] for word in words if act.stated.get(word)):
            yield "there is time to perform"

    def event(self, kind: str, act: Act) -> None:
        super().event(kind, act)
        remedy, _, what = kind.partition("_")
        if remedy in REMEDIES and what == "accepted":
            self.disputed[remedy] = True
        elif remedy in REMEDIES and what == "decided":
            self.disputed[remedy] = False
            if act.stated["result"] == "upheld":
                self.upheld[remedy] = act.day
            self.annulled |= act.stated["result"] in ("changed", "revoked", "illegal")
        elif kind in ("execution_stayed", "execution_stay_lifted"):
            self.stayed = kind == "execution_stayed"
        elif kind in ("performed", "execution_ended"):
            setattr(self, kind, True)
