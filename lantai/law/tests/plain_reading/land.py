"""The taking of collective land, read again: 土地管理法45至48, and the review that the plan of 2019 asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from lantai.law.tests.plain_reading.acts import HANDLERS, HEADS, UNIT, Act
from lantai.law.tests.plain_reading.short import Short

_PREPARING = ("EL-1", "EL-2", "EL-3", "EL-4", "EL-4-1", "EL-4-2", "EL-5", "EL-6", "EL-7")
_UPSETS = {
    "EL-4": ("EL-4-1", "EL-4-2", "EL-5", "EL-7", "EL-7-1", "EL-7-2", "EL-8", "EL-9"),
    "EL-4-1": ("EL-4-2",),
    "EL-7": ("EL-7-1", "EL-7-2", "EL-8", "EL-9"),
    "EL-7-1": ("EL-7-2", "EL-8", "EL-9"),
    "EL-7-2": ("EL-8", "EL-9"),
    "EL-8": ("EL-9",),
}
HECTARE = 10_000


class Land(Short):
    """Everything is prepared, announced and agreed before the government applies; then approved, announced, paid, taken."""

    code = "expropriation.land"
    desks = {
        **{step: UNIT for step in (*_PREPARING, "EL-7-1", "EL-9", "EL-11", "EL-12")},
        **{step: HEADS for step in ("EL-8", "EL-10", "EL-13")},
        "EL-7-2": {"reviewer"},
        "EL-10-1": {"publisher"},
        "EL-14": UNIT | {"archivist"},
    }
    repeats = frozenset({"EL-2", "EL-3", "EL-4", "EL-4-1", "EL-5", "EL-6", "EL-7", "EL-7-1", "EL-7-2"})

    def _law(self, act: Act) -> Iterator[str]:
        if self._outcome("EL-9") == "refused" and act.step not in ("EL-13", "EL-14"):
            yield "it was not approved"
        if self._outcome("EL-9") == "approved" and act.step in (*_PREPARING, "EL-7-1", "EL-7-2", "EL-8"):
            yield "what leads to the application is past"  # 47 ¶5
        yield from super()._law(act)

    def _outcome(self, step: str) -> str:
        return self.done[step].outcome if step in self.done else ""

    def _government(self) -> Iterator[str]:
        if not self.matter.government:
            yield "not a government"

    def _comments_over(self, act: Act) -> Iterator[str]:
        """47 ¶2: 公告至少三十日."""
        plan = self.done.get("EL-4")
        if plan is not None and act.day <= plan.day + timedelta(days=plan.stated["comment_days"]):
            yield "comments may still be made"

    def _heard_if_asked(self) -> Iterator[str]:
        if "EL-4-1" in self.done and self.done["EL-4-1"].stated["majority_objects"]:
            yield from self._after("EL-4-2")

    def _el_1(self, act: Act) -> Iterator[str]:
        yield from self._government()
        if act.stated["ground"] == "other":
            yield "not in the public interest"
        if act.stated["plans_conform"] is False or act.stated.get("annual_plan") is False:
            yield "not in the plans"

    def _el_2(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-1")

    def _el_3(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-1")

    def _el_4(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-2", "EL-3")
        yield from self._government()
        if act.stated["comment_days"] < 30:
            yield "fewer than thirty days"
        if set(act.stated["places"]) != {"township", "village", "group"}:
            yield "not announced everywhere"

    def _el_4_1(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-4")
        yield from self._comments_over(act)

    def _el_4_2(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-4-1")
        if "EL-4-1" in self.done and not self.done["EL-4-1"].stated["majority_objects"]:
            yield "most do not object"
        if not act.stated.get("av"):
            yield "not recorded"

    def _el_5(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-4")

    def _el_6(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-4")
        if act.stated["only_for_it"] is False or act.stated["deposited"] < act.stated["needed"]:
            yield "the money is not there in full"

    def _el_7(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-4-1", "EL-5", "EL-6")
        yield from self._heard_if_asked()
        wanted, signed = act.stated["parties_number"], act.stated["signed_number"]
        if signed > wanted:
            yield "more than there are"
        elif act.outcome == "all" and signed < wanted:
            yield "not all have signed"
        elif act.outcome == "exceptions" and wanted - signed >= max(1, signed):
            yield "those who have not are not few"

    @staticmethod
    def _for_the_state_council(act: Act) -> bool:
        """46."""
        return (
            act.stated["basic_farmland"] > 0
            or act.stated["arable"] > 35 * HECTARE
            or act.stated["other_land"] > 70 * HECTARE
        )

    def _el_7_1(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-7")
        if (act.stated["approver"] == "state_council") != self._for_the_state_council(act):
            yield "another body approves"

    def _el_7_2(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-7-1")
        for person in act.people:
            if person.number in HANDLERS:
                yield "a handler reviews"
            elif not person.qualified:
                yield "no legal qualification"

    def _el_8(self, act: Act) -> Iterator[str]:
        yield from self._after(*[s for s in _PREPARING if s != "EL-4-2"], "EL-7-1")
        yield from self._heard_if_asked()
        yield from self._government()
        yield from self._comments_over(act)
        if self._outcome("EL-7-2") != "agree":
            yield "not reviewed"
        if self._outcome("EL-7") == "exceptions" and act.stated["true_statement"] is False:
            yield "who has not signed is not said"

    def _el_9(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-8")
        proposed = self.done.get("EL-7-1")
        if proposed is not None and self._for_the_state_council(proposed) and act.stated["approved_by"] == "province":
            yield "beyond the province"

    def _el_10(self, act: Act) -> Iterator[str]:
        yield from self._government()
        if self._outcome("EL-9") != "approved":
            yield "not approved"

    def _el_10_1(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-10")
        if act.outcome == "published" and act.stated.get("unredacted"):
            yield "protected words left"

    def _el_11(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-10")
        if act.stated["in_full"] is False:
            yield "not in full"

    def _el_12(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-11")
        if act.stated["houses_resettled"] is False:
            yield "no house before another"

    def _el_13(self, act: Act) -> Iterator[str]:
        if self._outcome("EL-9") != "refused":
            yield from self._after("EL-10-1", "EL-11", "EL-12")

    def _el_14(self, act: Act) -> Iterator[str]:
        yield from self._after("EL-13")

    def happen(self, act: Act) -> None:
        for above in _UPSETS.get(act.step, ()):
            self.done.pop(above, None)
        super().happen(act)
        self.over = act.step == "EL-14"
