"""Three short procedures, read again: the decision on the spot, the preservation of evidence, sealing and seizure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lantai.law.tests import plain_calendar as calendar
from lantai.law.tests.plain_reading.acts import HEADS, UNIT, Act, Matter, Reading, served_badly

_OFFICERS = {"officer"}


class Short(Reading):
    """A procedure in which each step is simply done or not."""

    repeats: frozenset[str] = frozenset()

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.done: dict[str, Act] = {}
        self.arrived: dict[str, tuple[Act, date]] = {}  # the letters that came back with their receipt
        self.refused = False

    def _law(self, act: Act) -> Iterator[str]:
        if self.over or self.refused:
            yield "it has ended"
        if act.step in self.done and act.step not in self.repeats:
            yield "already done"
        yield from getattr(self, "_" + act.step.lower().replace("-", "_"))(act)

    def _after(self, *steps: str) -> Iterator[str]:
        for step in steps:
            if step not in self.done:
                yield f"no {step}"

    def happen(self, act: Act) -> None:
        self.done[act.step] = act

    def stands_now(self, step: str) -> bool:
        return step in self.done

    def event(self, kind: str, act: Act) -> None:
        if kind == "recused":
            self.recused.add(act.stated["person"])
        if kind == "service_completed":
            self.arrived[act.stated["step"]] = (self.done[act.stated["step"]], act.stated["effective_on"])

    def served_on(self, step: str) -> date | None:
        """The day from which what the step served counts: a letter from its receipt, an announcement after thirty days."""
        act = self.done.get(step)
        if act is None:
            return None
        letter, came = self.arrived.get(step, (None, None))
        if letter is act:
            return came
        if act.stated.get("mode") == "SV-4":
            return None
        return act.day + timedelta(days=30) if act.stated.get("mode") == "SV-6" else act.day


class Summary(Short):
    """行政处罚法51至53, 68至71."""

    code = "penalty.summary"
    desks = {**{f"PS-{n}": _OFFICERS for n in range(1, 7)}, "PS-7": UNIT | HEADS}
    two_officers = frozenset({"PS-1", "PS-2", "PS-3", "PS-4", "PS-5"})
    repeats = frozenset({"PS-2", "PS-3", "PS-5"})

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.paid = 0
        self.execution_ended = False

    def event(self, kind: str, act: Act) -> None:
        super().event(kind, act)
        self.execution_ended |= kind == "execution_ended"

    def _fine(self) -> int:
        return self.done["PS-4"].stated["fine"] if "PS-4" in self.done else 0

    def _before_decision(self) -> Iterator[str]:
        if "PS-4" in self.done:
            yield "already decided"

    def _ps_1(self, act: Act) -> Iterator[str]:
        yield from self._before_decision()
        if act.stated.get("certificates_shown") is False:
            yield "certificates not shown"

    def _ps_2(self, act: Act) -> Iterator[str]:
        yield from self._before_decision()
        yield from self._after("PS-1")

    def _ps_3(self, act: Act) -> Iterator[str]:
        yield from self._before_decision()
        yield from self._after("PS-2")
        if act.stated.get("told") is False:
            yield "not told"

    def _ps_4(self, act: Act) -> Iterator[str]:
        yield from self._after("PS-2", "PS-3")
        fine = act.stated["fine"]
        if fine > (200 if self.matter.natural_person else 3_000):
            yield "too high for the spot"
        if set(act.stated.get("penalty_kinds", ())) - {"warning", "fine"}:
            yield "not for the spot"
        if "PS-3" in self.done and fine > self.done["PS-3"].stated["fine"]:
            yield "heavier than told"
        if bad := served_badly(act):
            yield bad

    def _ps_5(self, act: Act) -> Iterator[str]:
        yield from self._after("PS-4")
        if self._fine() == 0:
            yield "no fine"
        last = self.done.get("PS-5")
        if act.outcome == "handed_in":
            if last is None or last.outcome != "collected":
                yield "nothing collected"
            return
        reason = act.stated.get("collection")
        if reason not in ("small", "hard_later", "remote"):
            yield "no ground to collect"
        if reason == "small" and self._fine() > 100:
            yield "not a small fine"
        if not act.stated.get("receipt_no"):
            yield "no special receipt"

    def _ps_6(self, act: Act) -> Iterator[str]:
        yield from self._after("PS-4")

    def _ps_7(self, act: Act) -> Iterator[str]:
        yield from self._after("PS-6")
        if not self.execution_ended and self.paid + act.stated.get("amount", 0) < self._fine():
            yield "not paid"
        last = self.done.get("PS-5")
        if last is not None and last.outcome == "collected" and not last.stated.get("handed_in_on"):
            yield "cash not handed in"

    def happen(self, act: Act) -> None:
        if act.step == "PS-2":
            self.done.pop("PS-3", None)
        if act.step == "PS-5" and act.outcome == "collected":
            self.paid += act.stated["amount"]
        super().happen(act)
        self.over = act.step == "PS-7"


class Preservation(Short):
    """行政处罚法56; 市场监管程序规定33至35."""

    code = "evidence.preservation"
    desks = {"PG-5-1": _OFFICERS, "PG-5-2": HEADS, "PG-5": _OFFICERS, "PG-5-3": HEADS}
    two_officers = frozenset({"PG-5"})

    def _pg_5_1(self, act: Act) -> Iterator[str]:
        return iter(())

    def _pg_5_2(self, act: Act) -> Iterator[str]:
        yield from self._after("PG-5-1")

    def _approved(self) -> bool:
        return "PG-5-2" in self.done

    def _pg_5(self, act: Act) -> Iterator[str]:
        yield from self._after("PG-5-1")
        asked = self.done.get("PG-5-1")
        urgent = act.stated.get("emergency") or (asked is not None and asked.stated.get("emergency"))
        if not self._approved() and not urgent:
            yield "not approved"
        if act.stated.get("list_signed") is False:
            yield "list not signed"
        if bad := served_badly(act):
            yield bad

    def _pg_5_3(self, act: Act) -> Iterator[str]:
        yield from self._after("PG-5")
        kept = self.done.get("PG-5")
        if set(act.stated.get("disposal", ())) - {"record", "testing", "sealing_seizure", "confiscation", "release"}:
            yield "none of the five ways"
        if act.outcome == "released":
            return
        if not self._approved():
            yield "never approved"
        if kept is not None and act.day > calendar.nth_working_day(kept.day, 7) and not act.stated.get("late_reason"):
            yield "released by itself after seven days"

    def happen(self, act: Act) -> None:
        super().happen(act)
        self.refused = act.step == "PG-5-2" and act.outcome == "refused"
        self.over = act.step == "PG-5-3"


class Seizure(Short):
    """行政强制法16至28."""

    code = "coercion.sealing_seizure"
    desks = {
        **{step: _OFFICERS for step in ("CM-1", "CM-3", "CM-4", "CM-5", "CM-6", "CM-7-1", "CM-8")},
        **{step: HEADS for step in ("CM-2", "CM-7", "CM-9", "CM-10", "CM-11")},
    }
    two_officers = frozenset({"CM-1", "CM-3", "CM-4", "CM-5", "CM-6", "CM-7-1", "CM-8"})
    repeats = frozenset({"CM-7-1", "CM-8", "CM-11"})

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter)
        self.announced: date | None = None

    def _approval(self) -> str:
        approval = self.done.get("CM-2")
        return approval.outcome if approval is not None else ""

    def _last_day(self) -> date | None:
        """三十日, and at most thirty more; never moved to a later day."""
        made = self.done.get("CM-6")
        if made is None:
            return None
        days = made.stated.get("term_days", 30)
        if "CM-7" in self.done:
            days += self.done["CM-7"].stated.get("days", 30)
        return made.day + timedelta(days=days)

    def _in_term(self, act: Act) -> Iterator[str]:
        last = self._last_day()
        if last is not None and act.day > last:
            yield "its term is over"

    def _lawful_basis(self, act: Act) -> Iterator[str]:
        asked = self.done.get("CM-1")
        level = act.stated.get("basis_level") or (asked.stated.get("basis_level") if asked else None)
        if level in ("rule", "other"):
            yield "no law or regulation"

    def _recorded(self, act: Act) -> Iterator[str]:
        if not act.stated.get("av"):
            yield "not recorded"

    def _cm_1(self, act: Act) -> Iterator[str]:
        yield from self._lawful_basis(act)

    def _cm_2(self, act: Act) -> Iterator[str]:
        yield from self._after("CM-1")
        made = self.done.get("CM-6")
        if act.outcome == "disagreed":
            yield from self._after("CM-6")
            return
        if act.outcome == "approved":
            yield from self._lawful_basis(act)
            if made is not None and act.at > made.at + timedelta(hours=24):
                yield "twenty-four hours have passed"
        elif made is not None:
            yield "it is imposed: only release is left"

    def _cm_3(self, act: Act) -> Iterator[str]:
        yield from self._after("CM-1")
        yield from self._recorded(act)
        if act.stated.get("certificates_shown") is False:
            yield "certificates not shown"

    def _cm_4(self, act: Act) -> Iterator[str]:
        yield from self._after("CM-3")
        yield from self._recorded(act)
        if act.stated.get("reasons_told") is False:
            yield "reasons not told"

    def _cm_5(self, act: Act) -> Iterator[str]:
        yield from self._after("CM-4")
        yield from self._recorded(act)
        if act.stated.get("signed") is False:
            yield "record not signed"

    def _cm_6(self, act: Act) -> Iterator[str]:
        yield from self._after("CM-1", "CM-5")
        yield from self._recorded(act)
        yield from self._lawful_basis(act)
        asked = self.done.get("CM-1")
        urgent = act.stated.get("emergency", asked.stated.get("emergency") if asked is not None else False)
        if self._approval() != "approved" and not urgent:
            yield "not approved"
        if act.stated.get("term_days", 30) > 30:
            yield "longer than thirty days"
        if act.stated.get("not_necessities") is False:
            yield "necessities of life"
        if act.stated.get("delivered") is False:
            yield "not handed over"

    def _stands_approved(self) -> Iterator[str]:
        yield from self._after("CM-6")
        if self._approval() != "approved":
            yield "not approved"

    def _cm_7(self, act: Act) -> Iterator[str]:
        yield from self._stands_approved()
        if "CM-9" in self.done:
            yield "it is decided: only release is left"  # 28 ¶1, 33 ¶1
        yield from self._in_term(act)
        if not 0 < act.stated["days"] <= 30:
            yield "more than thirty days"
        if act.stated.get("reasons_told") is False:
            yield "reasons not told"

    def _cm_7_1(self, act: Act) -> Iterator[str]:
        yield from self._stands_approved()

    def _cm_8(self, act: Act) -> Iterator[str]:
        yield from self._after("CM-6")
        made = self.done.get("CM-6")
        seized = made is not None and made.outcome == "seizure"
        if act.outcome == "entrusted" and seized and not self.matter.market:
            yield "only what is sealed may be entrusted"

    def _cm_9(self, act: Act) -> Iterator[str]:
        if act.outcome == "release":
            yield from self._after("CM-6")
            return
        yield from self._stands_approved()
        yield from self._in_term(act)

    def _cm_10(self, act: Act) -> Iterator[str]:
        yield from self._after("CM-6")
        last = self._last_day()
        if act.stated.get("release_ground") == "expired" and last is not None and act.day < last:
            yield "it has not expired"

    def _cm_11(self, act: Act) -> Iterator[str]:
        yield from self._stands_approved()
        if act.outcome == "sold" and act.stated.get("evidence_kept") is False:
            yield "no evidence kept"
        if act.outcome == "unclaimed":
            last = self.done.get("CM-11")
            if last is None or last.outcome != "announced" or self.announced is None:
                yield "not announced"
            elif act.day < self.announced + timedelta(days=30):
                yield "thirty days are not over"

    def happen(self, act: Act) -> None:
        super().happen(act)
        if act.step == "CM-11" and act.outcome == "announced" and self.announced is None:
            self.announced = act.day
        self.refused |= act.step == "CM-2" and act.outcome == "refused"
        self.over = act.step == "CM-10"
        if act.step == "CM-9" and act.outcome != "release":
            self.refused = True
