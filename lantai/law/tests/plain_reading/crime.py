"""The hand-over of a suspected crime, read again: 行政执法机关移送涉嫌犯罪案件的规定 5至13, 19."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lantai.law.tests import plain_calendar as calendar
from lantai.law.tests.plain_reading.acts import HEADS, UNIT, Act, Matter
from lantai.law.tests.plain_reading.short import Short

_OFFICERS = {"officer"}


class Transfer(Short):
    """Three days and twenty-four hours bind the agency; an act after them is late, not void. Only an objection lapses."""

    code = "transfer.criminal"
    desks = {
        **{step: _OFFICERS for step in ("XF-1", "XF-3", "XF-5")},
        **{step: UNIT for step in ("XF-4", "XF-7")},
        **{step: {"unit_head"} | HEADS for step in ("XF-8", "XF-9")},
        "XF-2": {"principal_head"},
        "XF-6": HEADS,
    }
    two_officers = frozenset({"XF-1", "XF-3", "XF-5"})
    repeats = frozenset({"XF-4", "XF-6"})

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.filed: bool | None = None  # what the police said last, or the procuratorate had them say
        self.objecting = False
        self.asked: set[str] = set()  # to whom the agency has objected, since the police refused
        self.answered: date | None = None  # when the agency was last told that the police will not file

    def _xf_1(self, act: Act) -> Iterator[str]:
        return iter(())

    def _xf_2(self, act: Act) -> Iterator[str]:
        yield from self._after("XF-1")

    def _xf_3(self, act: Act) -> Iterator[str]:
        yield from self._after("XF-2")
        if act.stated.get("report_attached") is False:
            yield "no report"
        if act.stated.get("measures_told") is False:
            yield "the party was not told that the goods go with the case"

    def _xf_4(self, act: Act) -> Iterator[str]:
        yield from self._after("XF-3")

    def _refused_by_police(self) -> Iterator[str]:
        if self.filed is not False:
            yield "the police have not refused"

    def _xf_6(self, act: Act) -> Iterator[str]:
        """9: to the police or the procuratorate within three days of the notice; after the police, to the latter alone."""
        yield from self._refused_by_police()
        if act.outcome in self.asked or ("procuratorate" in self.asked and "XF-7" in self.done):
            yield "they were asked before"
        if self.answered is None:
            return
        last = self.answered + timedelta(days=3)
        while not calendar.works(last):
            last += timedelta(days=1)
        if act.day > last and not act.stated.get("late_reason"):
            yield "three days are over"

    def _xf_7(self, act: Act) -> Iterator[str]:
        if not self.objecting:
            yield "no objection waits for an answer"

    def _xf_5(self, act: Act) -> Iterator[str]:
        if self.filed is not True:
            yield "the police have not filed it"

    def _xf_8(self, act: Act) -> Iterator[str]:
        yield from self._refused_by_police()
        if self.objecting:
            yield "an objection waits for its answer"

    def _xf_9(self, act: Act) -> Iterator[str]:
        yield from self._after("XF-1")

    def _law(self, act: Act) -> Iterator[str]:
        """19: the duty to report a public official lasts as long as the agency knows, whatever becomes of the transfer."""
        if act.step == "XF-9":
            yield from () if "XF-9" not in self.done else ("already done",)
            yield from self._xf_9(act)
        else:
            yield from super()._law(act)

    def happen(self, act: Act) -> None:
        super().happen(act)
        if act.step == "XF-4":
            self.filed = {"filed": True, "not_filed": False}.get(act.outcome)
            self.objecting = False
            self.asked.clear()
            self.done.pop("XF-6", None)
            self.done.pop("XF-7", None)
        if act.step == "XF-6":
            self.objecting = True
            self.asked.add(act.outcome)
            self.done.pop("XF-7", None)
        if act.step == "XF-7":
            self.filed, self.objecting = act.outcome == "filed", False
        if act.step in ("XF-4", "XF-7") and self.filed is False:
            self.answered = act.day
        self.refused |= act.step == "XF-2" and act.outcome == "refused"
        self.over |= act.step in ("XF-5", "XF-8")
