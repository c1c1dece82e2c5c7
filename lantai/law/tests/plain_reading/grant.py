"""The grant of a licence, read again: 行政许可法26, 29至50, 58, 59, 61, 63, 69, 78, and the review of the plan of 2019.

Read are the application and its answer, the examination, those concerned, the hearing, the extension, the decision on a
new licence, a change or a renewal, the certificate, its publication and what follows it. Not read are a hearing asked for
outside its step, how long the hearing itself stops the clock, terms set by another law, the agency's own catalogue of
what is reviewed, and a hearing called by letter. A late decision is kept as late and not refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lantai.law.tests import plain_calendar as calendar
from lantai.law.tests.plain_reading.acts import HANDLERS, HEADS, UNIT, Act, served_badly
from lantai.law.tests.plain_reading.application import Application
from lantai.law.tests.plain_reading.ending import grounds_of_an_end

_CHAIRS = UNIT | {"reviewer"}
_SILENCE = "renewed_by_silence"


class Grant(Application):
    """Accepted, examined, those concerned heard, decided with reasons, handed over, shown."""

    code = "licence.ordinary"
    desks = {
        **{s: UNIT for s in ("LI-0", "LI-1", "LI-2", "LI-2-1", "LI-3", "LI-4", "LI-4-1", "LI-5-1", "LI-6", "LI-7")},
        **{s: UNIT for s in ("LI-9", "LI-13", "LI-14", "LI-15")},
        **{s: _CHAIRS for s in ("LI-5-2", "LI-5-3", "LI-5")},
        "LR": {"reviewer"},
        **{s: HEADS for s in ("LI-8", "LI-8-1", "LI-11", "LI-12")},
        f"LI-11:{_SILENCE}": HEADS | UNIT,
        "LI-10": {"publisher"},
        "LI-16": UNIT | {"archivist"},
    }
    repeats = frozenset(
        {"LI-0", "LI-2", "LI-3", "LI-4", "LI-5-1", "LI-5-2", "LI-5-3", "LI-6", "LI-9", "LI-10", "LI-13", "LI-14"}
    ) | {"LI-15", "LR"}

    # ---- the rules -----------------------------------------------------------------------------------------------

    def _law(self, act: Act) -> Iterator[str]:
        if self.over or (self._closed() and act.step != "LI-16"):
            yield "it has ended"
        if act.step in self.done and act.step not in self.repeats:
            yield "already done"
        yield from getattr(self, "_" + act.step.lower().replace("-", "_"))(act)

    def _li_1(self, act: Act) -> Iterator[str]:
        if act.stated.get("only_relevant") is False:
            yield "31: more was asked for than concerns the matter"

    def _before_the_decision(self, act: Act) -> Iterator[str]:
        yield from self._after("LI-1")
        yield from self._undecided()

    _li_0 = _li_15 = _li_2_1 = _before_the_decision

    def _li_2(self, act: Act) -> Iterator[str]:
        """32, 78."""
        yield from self._after("LI-1")
        asked = any(answer.outcome == "supplement" for answer in self.answers)
        if self.answers and self.answers[-1].outcome != "supplement":
            yield "answered already"
        if act.outcome == "accepted":
            if asked and self.completed is None:
                yield "what was asked for is not there"
            return
        yield from self._undecided()  # what was got by lying is revoked, 69 ¶2
        if self._silent(act.day):
            yield "accepted by silence"
        if act.outcome == "supplement":
            if asked:
                yield "asked twice"
            if act.stated.get("missing") == "":
                yield "does not say what is missing"
        elif self.completed is not None and act.outcome != "false_material":
            yield "what was asked for is there"

    def _li_14(self, act: Act) -> Iterator[str]:
        yield from self._after("LI-1")
        if act.stated.get("fee_basis_level") not in ("law", "regulation"):
            yield "58: no fee"
        if act.stated.get("for_form"):
            yield "58: the form is free"

    def _li_7(self, act: Act) -> Iterator[str]:
        yield from self._taken_up(act)
        yield from self._undecided()  # 35: first the lower agency, then the decision
        if not self._said("prior_review"):
            yield "no agency below is asked"

    def _li_3(self, act: Act) -> Iterator[str]:
        yield from self._taken_up(act)
        yield from self._undecided()
        if self._said("prior_review"):
            yield from self._after("LI-7")
        if act.outcome == "verified" and len({p.number for p in act.people}) < 2:
            yield "34: one alone verifies nothing"

    def _li_6(self, act: Act) -> Iterator[str]:
        yield from self._taken_up(act)
        yield from self._undecided()
        if act.outcome == "testing" and act.stated.get("by_agency") and len({p.number for p in act.people}) < 2:
            yield "55: one alone tests nothing"

    def _concerned(self) -> bool:
        return bool(self.found & {"third_party", "major_interest"})

    def _li_4(self, act: Act) -> Iterator[str]:
        yield from self._undecided()
        if not self._concerned():
            yield "nobody else is concerned"
        if bad := served_badly(act):
            yield bad

    def _li_4_1(self, act: Act) -> Iterator[str]:
        yield from self._undecided()
        yield from self._after("LI-4")
        if not self._concerned():
            yield "nobody else is concerned"

    def _li_5_1(self, act: Act) -> Iterator[str]:
        yield from self._undecided()
        if not self.found & {"major_interest", "hearing_by_office"}:
            yield "no hearing is owed"
        if act.outcome == "right" and "hearing_by_office" in self.found:
            yield "46: to be announced"
        if bad := served_badly(act):
            yield bad

    def _li_5_2(self, act: Act) -> Iterator[str]:
        yield from self._undecided()
        told, served = self.done.get("LI-5-1"), self.served_on("LI-5-1")
        if told is None or told.outcome != "right":
            yield "nobody was told of the right"
        if "LI-5" in self.done:
            yield "48 ¶2: it was heard, and the minutes count"
        in_time = served is None or act.day <= calendar.nth_working_day(served, 5)
        if act.outcome == "asked" and not in_time and not act.stated.get("late_reason"):
            yield "asked too late"

    def _li_5_3(self, act: Act) -> Iterator[str]:
        yield from self._undecided()
        if not self._called_for():
            yield "nobody asked"
        if not calendar.seven_whole_days_between(act.day, act.stated["hearing_on"]):
            yield "fewer than seven whole working days"
        if act.stated.get("chair") in self.examiners:
            yield "an examiner chairs"
        elif act.stated.get("chair") in self.recused:
            yield "the chair is under recusal"
        if bad := served_badly(act):
            yield bad

    def _li_5(self, act: Act) -> Iterator[str]:
        yield from self._undecided()
        yield from self._after("LI-5-3")
        if not self._called_for():
            yield "nobody asked"
        called = self.done.get("LI-5-3")
        if called is not None and act.day < called.stated["hearing_on"]:
            yield "before its day"
        if act.people[0].number in self.examiners:
            yield "an examiner chairs"
        for word in ("public", "free_of_charge", "minutes"):
            if act.stated.get(word) is False:
                yield f"not {word}"
        if not act.stated.get("av"):
            yield "not recorded"

    def _lr(self, act: Act) -> Iterator[str]:
        yield from self._after("LI-3")
        if any(p.number in self.examiners or p.number in HANDLERS for p in act.people):
            yield "reviews what is his own"

    def _li_8_1(self, act: Act) -> Iterator[str]:
        """42."""
        yield from self._taken_up(act)
        yield from self._undecided()
        most, term = (15, 45) if self._several() else (10, 20)
        if not 0 < act.stated["days"] <= most:
            yield "longer than may be"
        if act.stated.get("reasons_told") is False:
            yield "the applicant was not told why"
        if self._several() and act.stated.get("government_approved") is False:
            yield "the government has not approved"
        accepted = self._accepted(act.day)
        if promised := self._said("promised_days"):
            term = min(term, int(str(promised)))
        if accepted is not None:
            last = calendar.last_day(accepted, term, "day", working=True, stops=self.stops)
            end = self._said("valid_to")
            if self._kind() == "renewal" and isinstance(end, date) and self._in_time() and accepted < end:
                last = end  # 50 ¶2: then silence decides
            if last is not None and act.day > last:
                yield "what has run out is not lengthened"

    def _ripe(self, act: Act) -> Iterator[str]:
        """34 to 38, 45 to 48 and the review: what every decision on an application wants."""
        yield from self._taken_up(act)
        yield from self._after("LI-3")
        if any(last is None for _, last in self.stops):
            yield "a test, a tender or an expert is awaited"
        if self._concerned():
            yield from self._after("LI-4-1")
            heard, reached = self.done.get("LI-4-1"), self.served_on("LI-4")
            if heard is not None and heard.outcome == "none" and (reached is None or reached > act.day):
                yield "36: he who is silent was not reached"
        yield from self._heard(act)
        if self.matter.public_interest and ("LR" not in self.done or self.done["LR"].outcome != "agree"):
            yield "not reviewed"
        if act.outcome.endswith("denied"):
            if not act.stated.get("denial_reasons"):
                yield "no reasons"
            if not act.stated.get("remedies_told"):
                yield "no remedies"

    def _heard(self, act: Act) -> Iterator[str]:
        told = self.done.get("LI-5-1")
        if "hearing_by_office" in self.found and (told is None or told.outcome != "announced"):
            yield "46: not announced"
        if "major_interest" in self.found and told is None:
            yield "47: the right was not told"
        if self._called_for():
            yield from self._after("LI-5")
        elif told is not None and told.outcome == "right" and "LI-5-2" not in self.done:
            served = self.served_on("LI-5-1")
            if served is None or act.day <= calendar.nth_working_day(served, 5):
                yield "47: a hearing may still be asked for"
        if "LI-5" in self.done and act.stated.get("by_minutes") is False:
            yield "48 ¶2: not by the minutes"

    def _li_8(self, act: Act) -> Iterator[str]:
        if self._kind() != "new":
            yield "nothing new was applied for"
        yield from self._ripe(act)

    def _li_11(self, act: Act) -> Iterator[str]:
        """49, 50."""
        wanted = {"change": ("changed", "change_denied"), "renewal": ("renewed", "renewal_denied", _SILENCE)}
        if act.outcome not in wanted.get(self._kind(), ()):
            yield "something else was applied for"
        silent = self.silently_renewed(act.day)
        if act.outcome == _SILENCE:
            if not silent:
                yield "silence renews nothing"
            return
        if act.outcome == "renewal_denied" and silent:
            yield "renewed by silence"
        yield from self._ripe(act)

    def _li_9(self, act: Act) -> Iterator[str]:
        if self._decision() is None:
            yield "not decided"
        elif act.outcome == "certificate" and not self._granted():
            yield "39: nothing was granted"
        if bad := served_badly(act):
            yield bad

    def _li_10(self, act: Act) -> Iterator[str]:
        if not self._granted():
            yield "40: nothing was granted"
        if act.outcome == "published" and act.stated.get("unredacted"):
            yield "protected words left"

    def _of_a_holder(self) -> Iterator[str]:
        yield from self._after("LI-9")
        if not self._granted():
            yield "nothing was granted"

    def _li_13(self, act: Act) -> Iterator[str]:
        yield from self._of_a_holder()
        if act.stated.get("signed") is False or act.stated.get("undisturbed") is False:
            yield "61, 63"

    def _li_12(self, act: Act) -> Iterator[str]:
        yield from self._of_a_holder()
        if act.outcome in ("withdrawn", "revoked"):
            review, made = self.done.get("LR"), self._decision()
            if review is None or review.outcome != "agree" or (made is not None and review.at < made.at):
                yield "not reviewed"
        yield from grounds_of_an_end(act)

    def _li_16(self, act: Act) -> Iterator[str]:
        if any(last is None for _, last in self.stops):
            yield "something still runs"
        if self._closed():
            return
        yield from self._after("LI-9")
        if self._granted():
            yield from self._after("LI-10")

    def likely(self, step: str, otherwise: str) -> str:
        if step == "LI-5-1":
            return "announced" if "hearing_by_office" in self.found else "right"
        received = self._received()
        if step == "LI-2" and received is not None and received.day % 3 == 0:
            return "accepted" if self.answers else "supplement"
        if step == "LI-8" and received is not None and received.day % 4 == 0:
            return "denied"
        if step == "LI-11":
            return "changed" if self._kind() == "change" else "renewed"
        if step == "LI-9":
            return "certificate" if self._granted() else "decision_only"
        return otherwise
