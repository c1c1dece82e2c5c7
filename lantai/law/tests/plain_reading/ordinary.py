"""行政处罚普通程序, read again: 行政处罚法 36 to 67, and 市场监督管理行政处罚程序规定 where it binds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lantai.law.tests import plain_calendar as calendar
from lantai.law.tests.plain_reading.acts import HANDLERS, HEADS, UNIT, Act, served_badly
from lantai.law.tests.plain_reading.course import NAMES, Course

_CHAIRS = {"reviewer", "officer", "unit_head"}
_BEFORE_DECISION = frozenset(
    [
        "PG-1",
        "PG-2",
        "PG-3",
        "PG-4",
        "PG-7",
        "PG-8",
        "PG-9",
        "PG-10",
        "PG-11",
        "H-1",
        "H-2",
        "H-3",
        "H-4",
        "H-5",
        "PG-12",
        "H-6",
        "PG-13",
        "PG-14",
    ]
)
_STAND_STILL = _BEFORE_DECISION - {"PG-1", "PG-2", "PG-3", "PG-7"}
_ONCE = frozenset(
    ["PG-1", "PG-2", "PG-3", "PG-8", "PG-9", "PG-13", "PG-14", "PG-12", "H-4", "H-5", "H-6", "PG-21", "PG-22"]
)


class Ordinary(Course):
    code = "penalty.ordinary"
    desks = {
        "PG-1": UNIT,
        "PG-2": UNIT | HEADS,
        "PG-2:no_filing": HEADS,
        "PG-2:transfer": HEADS,
        "PG-3": HEADS,
        "PG-4": {"officer"},
        "PG-7": HEADS,
        "PG-8": {"officer"},
        "PG-9": {"reviewer"},
        "PG-10": UNIT,
        "PG-11": UNIT,
        **{step: _CHAIRS for step in ("H-2", "H-3", "H-4", "H-5", "H-6", "PG-12")},
        "H-1": UNIT,
        "PG-13": HEADS,
        "PG-14": HEADS,
        "PG-14:transfer_criminal": {"principal_head"},
        "PG-15": {"officer"},
        "PG-16": {"publisher"},
        "PG-17": UNIT,
        "PG-21": HEADS,
        "PG-22": {"archivist"} | UNIT,
    }
    two_officers = frozenset({"PG-4", "PG-8", "PG-10", "H-1", "PG-15"})

    # ---- what the law asks ---------------------------------------------------------------------------------------

    @property
    def heard(self) -> bool:
        act = self.stands.get("hearing")
        return act is not None and act.outcome != "forfeited"

    @property
    def asked_for(self) -> bool:
        return "asked" in self.stands and self.stands["asked"].outcome == "asked"

    def major(self, fine: int) -> bool:
        m = self.matter
        return m.public_interest or m.complex or self.heard or fine >= m.threshold

    def reviewed(self) -> bool:
        return self.matter.market or self.major(self.draft[0])

    def discussed(self, fine: int) -> bool:
        return self.matter.complex or (self.matter.market and self.major(fine))

    def gave_up(self) -> bool:
        notice, defence = self.stands.get("notice"), self.stands.get("defence")
        if notice is None:
            return False
        if self.waiver is not None and self.waiver.at >= notice.at:
            return True
        return defence is not None and defence.outcome == "waived"

    def defence_open(self, day: date) -> bool:
        """五个工作日 from service have not gone by."""
        served = self.served_on("notice")
        return served is None or day <= calendar.nth_working_day(served, 5)

    def hearing_right(self) -> bool:
        notice = self.stands.get("notice")
        told = notice is not None and bool(notice.stated.get("hearing_right"))
        return told or self.draft[0] >= self.matter.threshold

    def _done(self, name: str) -> bool:
        return name in self.stands

    def _lacking(self, *names: str) -> Iterator[str]:
        """Those of the steps that this case owes and has not."""
        owed = {
            "review": self.reviewed(),
            "defence": not (self.gave_up() and not self._done("defence")) and not self.heard,
            "hearing": self.asked_for,
            "hearing report": self.heard,
            "discussion": self.discussed(self.draft[0]),
        }
        for name in names:
            if owed.get(name, True) and not self._done(name):
                yield f"no {name}"

    # ---- may it be done ------------------------------------------------------------------------------------------

    def _law(self, act: Act) -> Iterator[str]:
        name = NAMES.get(act.step, "")
        decided = self._done("decision")
        if self.over:
            yield "filed away"
        if self.ended and act.step not in ("PG-21", "PG-22"):
            yield "the case has ended"
        if decided and act.step in _BEFORE_DECISION:
            yield "already decided"
        if self.suspended and act.step in _STAND_STILL:
            yield "the investigation is suspended"
        if act.step in _ONCE and self._done(name):
            yield "already done"
        yield from getattr(self, "_" + act.step.lower().replace("-", "_"))(act)

    def _pg_1(self, act: Act) -> Iterator[str]:
        return iter(())

    def _pg_2(self, act: Act) -> Iterator[str]:
        yield from self._lacking("clue")

    def _pg_3(self, act: Act) -> Iterator[str]:
        yield from self._lacking("clue", "verification")
        if act.outcome == "filed" and len(act.stated.get("officers") or HANDLERS) < 2:
            yield "one handler"

    def _filed(self) -> Iterator[str]:
        filing = self.stands.get("filing")
        if filing is None or filing.outcome != "filed":
            yield "not filed"

    def _pg_4(self, act: Act) -> Iterator[str]:
        yield from self._filed()
        if act.stated.get("certificates_shown") is False:
            yield "certificates not shown"
        if act.stated.get("interview_room") and not act.stated.get("av"):
            yield "interview room without recording"

    def _pg_7(self, act: Act) -> Iterator[str]:
        yield from self._filed()
        if act.outcome == "resumed" and not self.suspended:
            yield "not suspended"
        if act.outcome == "suspended" and self.suspended:
            yield "suspended already"

    def _pg_8(self, act: Act) -> Iterator[str]:
        yield from self._lacking("evidence")

    def _pg_9(self, act: Act) -> Iterator[str]:
        if not self.reviewed():
            yield "no review owed"
        yield from self._lacking("report")
        for person in act.people:
            if person.number in HANDLERS:
                yield "a handler reviews"
            elif self.major(self.draft[0]) and not person.qualified:
                yield "no legal qualification"
        if self.asked_for and not self._done("hearing"):
            yield "hearing first"
        if self.heard and not self._done("hearing report"):
            yield "hearing report first"

    def _pg_10(self, act: Act) -> Iterator[str]:
        yield from self._lacking("report", "review")
        if act.stated.get("hearing_right") is False and act.stated["fine"] >= self.matter.threshold:
            yield "right to a hearing not told"
        yield from self._service(act)

    def _pg_11(self, act: Act) -> Iterator[str]:
        yield from self._lacking("notice")
        if self.heard or (self.gave_up() and not self._done("defence")):
            yield "no defence owed"
        if act.outcome == "lapsed" and self._done("notice") and self.defence_open(act.day):
            yield "the window is open"

    def _h_1(self, act: Act) -> Iterator[str]:
        yield from self._lacking("notice")
        if not self.hearing_right():
            yield "no right to a hearing"
        yield from self._service(act)

    def _h_2(self, act: Act) -> Iterator[str]:
        yield from self._lacking("right told")
        served = self.served_on("right told")
        if act.outcome == "asked" and served is not None and served <= act.day:
            late = act.day > calendar.nth_working_day(served, 5)
            if late and not act.stated.get("late_reason"):
                yield "asked too late"

    def _h_3(self, act: Act) -> Iterator[str]:
        if not self.asked_for:
            yield "nobody asked"
        if not calendar.seven_whole_days_between(act.day, act.stated["hearing_on"]):
            yield "fewer than seven whole working days"
        if act.stated.get("chair") in HANDLERS:
            yield "an investigator chairs"
        yield from self._service(act)

    def _sitting(self, act: Act) -> Iterator[str]:
        if not self.asked_for:
            yield "nobody asked"
        called = self.stands.get("called")
        if called is None:
            yield "not called"
        elif act.day < called.stated["hearing_on"]:
            yield "before its day"
        if act.people[0].number in HANDLERS:
            yield "an investigator chairs"
        if act.stated.get("agents", 0) > 2:
            yield "more than two agents"
        if act.stated.get("public") is False and not act.stated.get("closed_reason"):
            yield "closed without a reason"
        if act.stated.get("minutes") is False:
            yield "minutes not signed"
        if not act.stated.get("av"):
            yield "not recorded"

    def _pg_12(self, act: Act) -> Iterator[str]:
        yield from self._sitting(act)

    def _h_4(self, act: Act) -> Iterator[str]:
        yield from self._sitting(act)

    def _h_5(self, act: Act) -> Iterator[str]:
        yield from self._sitting(act)  # its opening may be recorded together with it

    def _h_6(self, act: Act) -> Iterator[str]:
        if not self.heard:
            yield "no hearing was held"
        if act.people[0].number in HANDLERS:
            yield "an investigator chairs"

    def _pg_13(self, act: Act) -> Iterator[str]:
        if not self.discussed(self.draft[0]):
            yield "no discussion owed"
        yield from self._lacking("review", "defence", "hearing", "hearing report")
        if len(act.stated["attendees"]) < 2:
            yield "one alone is no discussion"

    def _pg_14(self, act: Act) -> Iterator[str]:
        if act.outcome.startswith("transfer"):
            yield from self._filed()
            return
        fine = act.stated.get("fine", self.draft[0])
        punishes = act.outcome == "penalty"
        major = self.major(fine) if punishes else self.matter.public_interest or self.matter.complex or self.heard
        review = self.stands.get("review")
        yield from self._lacking("report", "review", "discussion")
        if major and (review is None or review.stated["draft"] != f"稿{self.draft[1]}"):
            yield "no review of this draft"
        if not punishes:
            return
        yield from self._lacking("notice", "defence", "hearing", "hearing report")
        if self.discussed(fine) and not self._done("discussion"):
            yield "not discussed"
        if fine > self.draft[0]:
            yield "heavier than the draft"
        yield from self._told(act, fine)
        filing = self.stands.get("filing")
        if filing is not None and not self.matter.late_decisions:
            end = calendar.last_day(filing.day, 90, "day", working=False, stops=self.stops, added=self.more_days)
            while end is not None and not calendar.works(end):
                end += calendar.DAY
            if end is not None and act.day > end:
                yield "after ninety days"

    def _told(self, act: Act, fine: int) -> Iterator[str]:
        notice, right = self.stands.get("notice"), self.stands.get("right told")
        served = self.served_on("notice")
        if notice is None:
            return
        if fine > notice.stated["fine"]:
            yield "heavier than notified"
        if served is None or served > act.day:
            yield "the notice has not arrived"
        elif self.defence_open(act.day) and not self.gave_up():
            yield "inside the window of defence"
        if right is None:
            if fine >= self.matter.threshold:
                yield "right to a hearing not told"
            return
        if self.asked_for or ("asked" in self.stands and self.stands["asked"].outcome == "withdrawn"):
            return
        if self.waiver is not None and self.waiver.at >= right.at and self.waiver.stated.get("hearing", True):
            return
        reached = self.served_on("right told")
        if reached is None or act.day <= calendar.nth_working_day(reached, 5):
            yield "inside the window of the hearing"

    def _service(self, act: Act) -> Iterator[str]:
        if bad := served_badly(act):
            yield bad

    def _pg_15(self, act: Act) -> Iterator[str]:
        yield from self._decided()
        yield from self._service(act)
        if self.matter.market and act.stated.get("publication_told") is False:
            yield "not told of the publication"

    def _decided(self) -> Iterator[str]:
        decision = self.stands.get("decision")
        if decision is None or decision.outcome.startswith("transfer"):
            yield "not decided here"

    def _punished(self) -> bool:
        return self._done("decision") and self.stands["decision"].outcome == "penalty"

    def _pg_16(self, act: Act) -> Iterator[str]:
        yield from self._decided()
        if act.outcome == "published" and act.stated.get("unredacted"):
            yield "protected words left"

    def _fine(self) -> int:
        decision = self.stands.get("decision")
        return decision.stated.get("fine", self.draft[0]) if decision is not None and self._punished() else 0

    def _pg_17(self, act: Act) -> Iterator[str]:
        if not self._punished():
            yield "nothing to perform"
        yield from self._lacking("service")
        if act.stated.get("channel") == "officer":
            yield "officers collect nothing"
        amount = act.stated.get("amount", 0)
        if act.outcome == "full" and (amount or self.paid) and self.paid + amount < self._fine():
            yield "not all is paid"

    def _pg_21(self, act: Act) -> Iterator[str]:
        if self.suspended:
            yield "still suspended"
        if self.ended:
            return
        decision = self.stands.get("decision")
        if decision is None:
            yield "nothing has ended the case"
            return
        yield from self._lacking("service", "publication")
        payment = self.stands.get("payment")
        paid = payment is not None and payment.outcome == "full"
        if self._punished() and not self.execution_ended and not paid:
            yield "not performed"

    def _pg_22(self, act: Act) -> Iterator[str]:
        yield from self._lacking("closing")
