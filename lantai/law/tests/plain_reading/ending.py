"""The end of a licence, read again: 行政许可法7, 8, 69, 70 and the review that the plan of 2019 puts before a decision."""

from __future__ import annotations

from collections.abc import Iterator

from lantai.law.tests.plain_reading.acts import HANDLERS, HEADS, UNIT, Act, served_badly
from lantai.law.tests.plain_reading.short import Short

_CHANGED = {"law_changed", "circumstances_changed"}  # 8 ¶2
_FAULT = {"abuse", "beyond_power", "procedure", "unqualified", "other_revocation"}  # 69 ¶1
_OVER = {"expired", "died", "dissolved", "ended_before", "force_majeure", "other_cancellation"}  # 70
_PROPOSED = {"withdrawn": "withdraw", "revoked": "revoke", "not_revoked": "revoke", "cancelled": "cancel"}


def grounds_of_an_end(act: Act) -> Iterator[str]:
    """8 ¶2, 69, 70: each end has its own ground."""
    ground, harm = act.stated["ground"], act.stated.get("grave_harm")
    unpaid = act.stated.get("loss") and not act.stated.get("compensation")
    if act.outcome == "withdrawn":
        if ground not in _CHANGED:
            yield "nothing has changed"
        if act.stated.get("public_interest") is False:
            yield "not in the public interest"
        if unpaid:
            yield "loss without compensation"
    elif act.outcome == "cancelled":
        if ground not in _OVER:
            yield "it has not ended"
    elif ground not in _FAULT | {"fraud"}:
        yield "nothing was wrong with the grant"
    elif act.outcome == "revoked":
        if harm:
            yield "grave harm to the public"
        if ground in _FAULT and unpaid:
            yield "loss without compensation"
    elif ground == "fraud" and not harm:
        yield "what was got by fraud must be revoked"


class Ending(Short):
    """What is taken away is first told to the holder and reviewed; what has ended by itself is only struck off."""

    code = "licence.ending"
    desks = {
        **{step: UNIT for step in ("LI-12-1", "LI-12-2", "LI-12-3")},
        "LR": {"reviewer"},
        "LI-12": HEADS,
        "LI-10": {"publisher"},
        "LI-16": UNIT | {"archivist"},
    }
    repeats = frozenset({"LI-12-1", "LR", "LI-12-3", "LI-10"})

    def _kind(self) -> str:
        return self.done["LI-12-1"].stated["end_kind"] if "LI-12-1" in self.done else ""

    def _takes_away(self) -> bool:
        return self._kind() in ("withdraw", "revoke")

    def _undecided(self) -> Iterator[str]:
        if "LI-12" in self.done:
            yield "already decided"

    def _li_12_1(self, act: Act) -> Iterator[str]:
        yield from self._undecided()

    def _li_12_2(self, act: Act) -> Iterator[str]:
        yield from self._undecided()
        if not self._takes_away():
            yield "nothing is to be taken away"
        if bad := served_badly(act):
            yield bad

    def _lr(self, act: Act) -> Iterator[str]:
        yield from self._undecided()
        yield from self._after("LI-12-2")
        if any(person.number in HANDLERS for person in act.people):
            yield "a handler reviews"

    def _li_12(self, act: Act) -> Iterator[str]:
        yield from self._after("LI-12-1")
        if self._takes_away():
            yield from self._after("LI-12-2")
        if act.outcome in ("withdrawn", "revoked"):
            review = self.done.get("LR")
            if review is None or review.outcome != "agree":
                yield "not reviewed"
            yield from self._reached(act)
        if self._kind() != _PROPOSED[act.outcome]:
            yield "something else was proposed"
        yield from grounds_of_an_end(act)

    def _reached(self, act: Act) -> Iterator[str]:
        """7: whoever has said something was reached; silence counts only of one who was."""
        told, on = self.done.get("LI-12-2"), self.served_on("LI-12-2")
        if told is not None and told.outcome == "none" and (on is None or on > act.day):
            yield "the holder has not been reached"

    def _li_12_3(self, act: Act) -> Iterator[str]:
        yield from self._after("LI-12")
        if bad := served_badly(act):
            yield bad

    def _kept(self) -> bool:
        return "LI-12" in self.done and self.done["LI-12"].outcome == "not_revoked"

    def _li_10(self, act: Act) -> Iterator[str]:
        yield from self._after("LI-12")
        if self._kept():
            yield "nothing has changed for the public"
        if act.outcome == "published" and act.stated.get("unredacted"):
            yield "protected words left"

    def _li_16(self, act: Act) -> Iterator[str]:
        yield from self._after("LI-12", "LI-12-3")
        if not self._kept():
            yield from self._after("LI-10")

    def happen(self, act: Act) -> None:
        upset = {"LI-12-1": ("LI-12-2", "LR"), "LI-12-2": ("LR",), "LI-12": ("LI-12-3", "LI-10")}
        for above in upset.get(act.step, ()):
            self.done.pop(above, None)
        super().happen(act)
        self.over = act.step == "LI-16"
