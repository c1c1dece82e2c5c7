"""An inspection, read again: 国办发〔2024〕54号 and its answers, the forms of the Ministry of Justice, 行政许可法61."""

from __future__ import annotations

from collections.abc import Iterator

from lantai.law.tests.plain_reading.acts import HEADS, UNIT, Act, Matter
from lantai.law.tests.plain_reading.short import Short

_OFFICERS = {"officer"}
OVER_THE_CAP = {"complaint", "assignment", "monitoring", "request", "follow_up", "superior"}
"""What may go over the cap: clues, requests and follow-ups (counted), campaigns ordered from above (not counted)."""


class Inspection(Short):
    """Published, approved, not too often; what is found is told, and what is found anew is told anew."""

    code = "inspection.ordinary"
    desks = {
        **{step: UNIT for step in ("IN-1", "IN-2", "IN-7-1", "IN-7-2")},
        **{step: HEADS for step in ("IN-3", "IN-5-1")},
        **{step: _OFFICERS for step in ("IN-4", "IN-5", "IN-6", "IN-6-1", "IN-7")},
        "IN-8": {"publisher"},
        "IN-9": UNIT | {"archivist"},
    }
    two_officers = frozenset({"IN-5", "IN-6", "IN-6-1", "IN-7"})
    repeats = frozenset({"IN-6", "IN-6-1"})

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.stopped = False  # the head refused, or stopped what had been begun without asking

    def _law(self, act: Act) -> Iterator[str]:
        if self.stopped and act.step != "IN-9":
            yield "refused or stopped"
        yield from super()._law(act)

    def _urgent(self) -> bool:
        return "IN-2" in self.done and self.done["IN-2"].outcome == "emergency"

    def _published(self, act: Act) -> Iterator[str]:
        first, last = self.matter.published
        if first is None or act.day < first or (last is not None and act.day > last):
            yield "not published"

    def _not_too_often(self, act: Act) -> Iterator[str]:
        cap, plan = self.matter.cap, self.done.get("IN-2")
        source = act.stated.get("inspection_source") or (plan.stated["inspection_source"] if plan else "")
        if cap is None or self.matter.natural_person or source in OVER_THE_CAP:
            return
        if len([day for day in self.matter.visits if day.year == act.day.year]) >= cap:
            yield "visited often enough this year"

    def _signed(self, act: Act) -> Iterator[str]:
        if act.stated.get("signed") is False and not act.stated.get("refusal_note"):
            yield "neither signed nor noted why not"

    def _in_1(self, act: Act) -> Iterator[str]:
        yield from self._published(act)
        if act.stated.get("earlier_case") and not act.stated.get("earlier_findings"):
            yield "a follow-up of nothing"

    def _in_2(self, act: Act) -> Iterator[str]:
        yield from self._after("IN-1")
        yield from self._not_too_often(act)
        if len(act.stated["officers"]) < 2:
            yield "fewer than two inspectors"

    def _in_3(self, act: Act) -> Iterator[str]:
        yield from self._after("IN-2")
        if self._urgent():
            yield "approval is made up afterwards"
        if act.outcome == "approved":
            yield from self._published(act)
            yield from self._not_too_often(act)

    def _allowed(self) -> Iterator[str]:
        if not self._urgent() and "IN-3" not in self.done:
            yield "not approved"

    def _in_4(self, act: Act) -> Iterator[str]:
        yield from self._after("IN-2")
        yield from self._allowed()

    def _in_5(self, act: Act) -> Iterator[str]:
        yield from self._after("IN-4")
        yield from self._allowed()
        yield from self._published(act)
        yield from self._not_too_often(act)
        if act.stated.get("certificates_shown") is False:
            yield "certificates not shown"
        if not act.stated.get("scan_code") and not act.stated.get("no_scan_reason"):
            yield "not scanned"

    def _in_5_1(self, act: Act) -> Iterator[str]:
        yield from self._after("IN-5")
        if not self._urgent():
            yield "approved before"
        if act.outcome == "approved":
            yield from self._published(act)

    def _in_6(self, act: Act) -> Iterator[str]:
        yield from self._after("IN-5")
        yield from self._signed(act)

    def _in_6_1(self, act: Act) -> Iterator[str]:
        yield from self._after("IN-5")
        yield from self._signed(act)
        if act.stated.get("interview_room") and not act.stated.get("av"):
            yield "an interview in the room for it is recorded"

    def _in_7(self, act: Act) -> Iterator[str]:
        yield from self._after("IN-6")
        if self._urgent() and "IN-5-1" not in self.done:
            yield "approval not made up"
        record = self.done.get("IN-6")
        rows = record.stated["findings"] if record else ()
        failed = [row for row in rows if row["result"] == "failed"]
        if act.outcome == "none" and failed:
            yield "told that nothing was found"
        if act.outcome in ("correct", "penalty") and not failed:
            yield "told of what was not found"

    def _told(self, outcome: str) -> bool:
        return "IN-7" in self.done and self.done["IN-7"].outcome == outcome

    def _in_7_1(self, act: Act) -> Iterator[str]:
        if not self._told("correct"):
            yield "nothing to correct"

    def _in_7_2(self, act: Act) -> Iterator[str]:
        if not self._told("penalty"):
            yield "nothing to hand over"

    def _in_8(self, act: Act) -> Iterator[str]:
        yield from self._after("IN-7")

    def _in_9(self, act: Act) -> Iterator[str]:
        if self.stopped:
            return
        yield from self._after("IN-8")
        if self._told("correct") and "IN-7-1" not in self.done:
            yield "correction not checked"
        if self._told("penalty") and "IN-7-2" not in self.done:
            yield "not handed over"

    def happen(self, act: Act) -> None:
        if act.outcome == "returned":
            self.done.pop("IN-2", None)
            return
        super().happen(act)
        if act.step in ("IN-6", "IN-7"):
            for above in ("IN-7", "IN-7-1", "IN-7-2", "IN-8"):
                if above != act.step:
                    self.done.pop(above, None)
        self.stopped |= act.outcome in ("refused", "disagreed")
        self.over = act.step == "IN-9"
