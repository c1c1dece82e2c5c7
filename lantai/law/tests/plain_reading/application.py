"""An application for a licence as a plain list of what was said and done, and what each happening upsets: 行政许可法32, 50."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lantai.law.tests import plain_calendar as calendar
from lantai.law.tests.plain_reading.acts import Act, Matter
from lantai.law.tests.plain_reading.short import Short

_NOT_TAKEN_UP = {"not_needed", "not_competent", "false_material"}
_SEVERAL = {"unified", "joint", "centralised"}
_STOPPING = {"testing", "expert_review", "bidding"}  # 45, beside the hearing
_UPSETS = {
    "LI-3": ("LR",),
    "LI-4": ("LI-4-1",),
    "LI-5-1": ("LI-5-2", "LI-5-3"),
    "LI-5-2": ("LI-5-3",),
    "LI-5-3": ("LI-5",),
    "LI-5": ("LR",),
}


class Application(Short):
    """What is known of an application: whether it is accepted, whom it concerns, how it was decided."""

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.answers: list[Act] = []
        self.completed: date | None = None  # the day on which everything asked for was there
        self.found: set[str] = set()  # what the examinations have brought up
        self.examiners: set[int] = set()
        self.stops: list[tuple[date, date | None]] = []

    # ---- what is so ----------------------------------------------------------------------------------------------

    def _said(self, word: str) -> object:
        return self.done["LI-1"].stated.get(word) if "LI-1" in self.done else None

    def _kind(self) -> str:
        return str(self._said("application_kind") or "new")

    def _received(self) -> date | None:
        applied = self.done.get("LI-1")
        return (applied.stated.get("received_on") or applied.day) if applied else None

    def _silent(self, day: date) -> bool:
        """32 (四): five days without a word."""
        received = self._received()
        if received is None:
            return False
        last = calendar.nth_working_day(received, 5)
        return day > last and not any(answer.day <= last for answer in self.answers)

    def _accepted(self, day: date) -> date | None:
        if self._silent(day):
            return self._received()
        if not self.answers:
            return None
        last = self.answers[-1]
        if last.outcome == "accepted":
            return last.day
        return self.completed if last.outcome == "supplement" else None

    def _taken_up(self, act: Act) -> Iterator[str]:
        yield from self._after("LI-1")
        if self._accepted(act.day) is None:
            yield "not accepted"

    def _closed(self) -> bool:
        return "LI-2-1" in self.done or bool(self.answers and self.answers[-1].outcome in _NOT_TAKEN_UP)

    def _decision(self) -> Act | None:
        return self.done.get("LI-8") or self.done.get("LI-11")

    def _granted(self) -> bool:
        made = self._decision()
        return made is not None and not made.outcome.endswith("denied")

    def _undecided(self) -> Iterator[str]:
        if self._decision() is not None:
            yield "already decided"

    def _several(self) -> bool:
        return "LI-15" in self.done and self.done["LI-15"].outcome in _SEVERAL

    def _called_for(self) -> bool:
        """46, 47: a hearing that was announced or asked for."""
        told, asked = self.done.get("LI-5-1"), self.done.get("LI-5-2")
        return bool(told and told.outcome == "announced") or bool(asked and asked.outcome == "asked")

    def _in_time(self) -> bool:
        """50 ¶1: asked for thirty days before the end, or as another provision says."""
        end, received = self._said("valid_to"), self._received()
        days = int(str(self._said("lead_days") or 30))
        return isinstance(end, date) and received is not None and received <= end - timedelta(days=days)

    def silently_renewed(self, day: date) -> bool:
        """50 ¶2: an application that the agency had before it when the licence ended, and did not decide."""
        end = self._said("valid_to")
        if self._kind() != "renewal" or not isinstance(end, date) or day <= end or not self._in_time():
            return False
        accepted = self._accepted(day)
        return accepted is not None and accepted <= end and "LI-11" not in self.done

    # ---- it happens ----------------------------------------------------------------------------------------------

    def _fall(self, step: str) -> None:
        if self.done.pop(step, None) is not None:
            for above in _UPSETS.get(step, ()):
                self._fall(above)

    def happen(self, act: Act) -> None:
        for above in _UPSETS.get(act.step, ()):
            self._fall(above)
        super().happen(act)
        if act.step == "LI-2":
            self.answers.append(act)
        elif act.step == "LI-3":
            self.examiners |= {p.number for p in act.people}
            self.found |= {word for word, so in act.stated.items() if so}
        elif act.step == "LI-6" and act.outcome == "result":
            self.stops = [(first, last or act.day) for first, last in self.stops]
        elif act.step == "LI-6" and act.outcome in _STOPPING and act.stated.get("told_in_writing"):
            self.stops.append((act.day, None))
        self.over = act.step == "LI-16"

    def event(self, kind: str, act: Act) -> None:
        super().event(kind, act)
        if kind == "materials_completed":
            self.completed = act.day
