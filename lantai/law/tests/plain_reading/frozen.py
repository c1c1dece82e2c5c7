"""Freezing money, read again: 行政强制法18, 29至33."""

from __future__ import annotations

from collections.abc import Iterator

from lantai.law.tests.plain_reading.acts import HEADS, Act, served_badly
from lantai.law.tests.plain_reading.short import Seizure

_OFFICERS = {"officer"}


class Freezing(Seizure):
    """The money stays where it is; the bank is told first, the party within three days. Its term runs as that of seizure."""

    code = "coercion.freezing"
    desks = {
        **{step: _OFFICERS for step in ("CM-1", "CM-6", "CM-6-1")},
        **{step: HEADS for step in ("CM-2", "CM-7", "CM-9", "CM-10")},
    }
    two_officers = frozenset({"CM-1", "CM-6", "CM-6-1"})
    repeats = frozenset()

    def _only_a_law(self, act: Act) -> Iterator[str]:
        """29 ¶1: 由法律规定的行政机关实施."""
        asked = self.done.get("CM-1")
        level = act.stated.get("basis_level") or (asked.stated.get("basis_level") if asked else None)
        if level not in (None, "law"):
            yield "no law gives the power"

    def _as_much_as(self, act: Act) -> Iterator[str]:
        """29 ¶2: 与违法行为涉及的金额相当, 不得重复冻结."""
        asked = self.done.get("CM-1")
        said = {**(asked.stated if asked else {}), **act.stated}
        if said.get("amount", 0) > said.get("involved_amount", said.get("amount", 0)):
            yield "more than the matter is about"
        if act.stated.get("not_frozen_by_others") is False:
            yield "frozen by another body"

    def _cm_1(self, act: Act) -> Iterator[str]:
        yield from self._only_a_law(act)
        yield from self._as_much_as(act)

    def _cm_2(self, act: Act) -> Iterator[str]:
        yield from self._after("CM-1")
        if act.outcome == "approved":
            yield from self._only_a_law(act)

    def _cm_6(self, act: Act) -> Iterator[str]:
        yield from self._after("CM-1")
        yield from self._only_a_law(act)
        yield from self._as_much_as(act)
        if self._approval() != "approved":
            yield "not approved: money is never frozen first and approved afterwards"
        if act.stated.get("certificates_shown") is False:
            yield "certificates not shown"
        if act.stated.get("term_days", 30) > 30:
            yield "longer than thirty days"

    def _cm_6_1(self, act: Act) -> Iterator[str]:
        yield from self._after("CM-6")
        if bad := served_badly(act):
            yield bad

    def _cm_9(self, act: Act) -> Iterator[str]:
        yield from self._after("CM-6")
        if act.outcome != "release":
            yield from self._in_term(act)

    def happen(self, act: Act) -> None:
        self.done[act.step] = act
        self.refused |= act.outcome in ("refused", "transferred")
        self.over = act.step == "CM-10"
