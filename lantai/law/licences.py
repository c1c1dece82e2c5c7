"""许可的事实: when an application counts as accepted, how it is handled, what was decided, who examined it (ALL 26 to 50).

Pure readings of settled facts, for terms, conditions and gates alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from lantai.law.calendar import CALENDAR, UnknownYear
from lantai.law.facts import CaseFacts, Taken
from lantai.law.force import instant
from lantai.law.periods import local_day
from lantai.law.service_days import day_of

LICENCE = "licence.ordinary"
ENDING = "licence.ending"
CODES = frozenset({LICENCE, ENDING})
NEW, CHANGE, RENEWAL = "new", "change", "renewal"
SUPPLEMENT_DAYS = 5  # ALL 32(4)
LEAD_DAYS = 30  # ALL 50, where no law, regulation or rule sets another
SEVERAL_DEPARTMENTS = frozenset({"unified", "joint", "centralised"})
ORDINARY_DAYS, SEVERAL_DAYS = 20, 45
ORDINARY_EXTENSION, SEVERAL_EXTENSION = 10, 15
DECISIONS = ("LI-8", "LI-11")
ENDED = {"withdrawn": "撤回", "revoked": "撤销", "cancelled": "注销"}
GRANTED = frozenset({"granted", "changed", "renewed", "renewed_by_silence"})


def known(facts: CaseFacts, word: str) -> Any:
    """What the application states, else what is known of the matter."""
    applied = facts.last("LI-1")
    said = applied.stated.get(word) if applied else None
    return said if said not in (None, "") else facts.flags.get(word)


def application_kind(facts: CaseFacts) -> str:
    """首次申请、变更、延续."""
    kind = str(known(facts, "application_kind") or "")
    if kind:
        return kind
    return next((k for k in (RENEWAL, CHANGE) if facts.flags.get(k)), NEW)


def received_on(facts: CaseFacts) -> date | None:
    """收到申请材料之日."""
    applied = facts.last("LI-1")
    if applied is None:
        return None
    return day_of(applied.stated.get("received_on")) or local_day(applied.at)


def supplements(facts: CaseFacts) -> tuple[Taken, ...]:
    """Every time something was asked to be made good (补正)."""
    return tuple(t for t in facts.taken if t.step == "LI-2" and t.outcome == "supplement" and not t.void)


def silence_ends_on(facts: CaseFacts) -> date | None:
    """The last day on which the agency may still ask for a supplement: five working days after receipt (ALL 32(4)).

    None before there is an application, and where the holidays of the year are not published yet.
    """
    start = received_on(facts)
    if start is None:
        return None
    try:
        return CALENDAR.add_working_days(start, SUPPLEMENT_DAYS)
    except UnknownYear:
        return None


def accepted_by_silence(facts: CaseFacts, day: date) -> bool:
    """Whether nothing was told within the five days: then the application counts as accepted from its receipt."""
    last = silence_ends_on(facts)
    if last is None or day <= last:
        return False
    return all(local_day(t.at) > last for t in facts.taken if t.step == "LI-2" and not t.void)


def accepted_on(facts: CaseFacts, day: date) -> date | None:
    """受理之日 as known on ``day``; None while the application is not accepted.

    By silence from the day of receipt; else by the notice; after a supplement from the day on which everything
    asked for was handed in.
    """
    if accepted_by_silence(facts, day):
        return received_on(facts)
    decided = facts.last("LI-2")
    if decided is not None and decided.outcome in ("", "accepted"):
        return day_of(decided.stated.get("accepted_on")) or local_day(decided.at)
    if decided is not None and decided.outcome != "supplement":
        return None
    completed = facts.event("materials_completed")
    if completed is not None and instant(completed.at) >= instant(_first_asked(facts) or completed.at):
        return local_day(completed.at)
    return None


def _first_asked(facts: CaseFacts) -> Any:
    asked = supplements(facts)
    return asked[0].at if asked else None


STARTS: dict[str, Callable[[CaseFacts, date], date | None]] = {"受理申请之日": accepted_on}
"""Starts of terms that no step marks, by the word with which ``Term.after`` names them."""


def is_several(facts: CaseFacts) -> bool:
    """Whether two or more departments handle it as one: unified, joint or centralised (ALL 26 ¶2)."""
    arranged = facts.last("LI-15")
    way = arranged.outcome if arranged is not None else str(known(facts, "handling") or "")
    return way in SEVERAL_DEPARTMENTS or bool(facts.flags.get("several_departments"))


def decision_days(facts: CaseFacts) -> int:
    """Twenty working days, forty-five where several departments handle it; less where the agency promised less."""
    most = SEVERAL_DAYS if is_several(facts) else ORDINARY_DAYS
    other = known(facts, "statutory_days")  # a law or regulation says otherwise
    promised = known(facts, "promised_days")
    days = int(other) if other else most
    return min(days, int(promised)) if promised else days


def longest_extension(facts: CaseFacts) -> int:
    return SEVERAL_EXTENSION if is_several(facts) else ORDINARY_EXTENSION


def lengthened_by(facts: CaseFacts) -> int:
    """The days that step LI-8-1 added; never more than the law gives."""
    taken = facts.last("LI-8-1")
    if taken is None:
        return 0
    most = longest_extension(facts)
    return min(int(taken.stated.get("days") or most), most)


def decision(facts: CaseFacts) -> Taken | None:
    """The decision on the application: on a new licence, or on its change or renewal."""
    return next((t for step in DECISIONS if (t := facts.last(step)) is not None), None)


def is_granted(facts: CaseFacts) -> bool:
    made = decision(facts)
    return made is not None and (made.outcome or "granted") in GRANTED


def valid_to(facts: CaseFacts) -> date | None:
    """The last day of the licence that is to be renewed."""
    return day_of(known(facts, "valid_to"))


def lead_days(facts: CaseFacts) -> int:
    """How long before expiry renewal is applied for: thirty days, or as another provision says (ALL 50 ¶1)."""
    return int(known(facts, "lead_days") or LEAD_DAYS)


def latest_application(facts: CaseFacts) -> date | None:
    """The last day for an application to renew. Calendar days: the period is the holder's, not the agency's."""
    end = valid_to(facts)
    return end - timedelta(days=lead_days(facts)) if end else None


def applied_in_time(facts: CaseFacts) -> bool:
    received, latest = received_on(facts), latest_application(facts)
    return latest is None or (received is not None and received <= latest)


def renewed_by_silence(facts: CaseFacts, day: date) -> bool:
    """Whether the licence counts as renewed: applied for in time, accepted, not decided before expiry (ALL 50 ¶2).

    While the applicant still owes what he was asked to make good, the agency is not the one who is silent.
    """
    end = valid_to(facts)
    if application_kind(facts) != RENEWAL or end is None or day <= end or not applied_in_time(facts):
        return False
    accepted = accepted_on(facts, day)
    if accepted is None or accepted > end:
        return False
    return all(local_day(t.at) > end for t in facts.taken if t.step == "LI-11" and not t.void)


def examiners(facts: CaseFacts) -> dict[int, str]:
    """Those who examined the application (审查该行政许可申请的工作人员), by person id."""
    return {a.person_id: a.name for t in _examinations(facts) for a in t.actors}


def _examinations(facts: CaseFacts) -> Iterator[Taken]:
    return (t for t in facts.taken if t.step == "LI-3" and not t.void)


def examined(facts: CaseFacts, word: str) -> bool:
    """Whether the examination found something, or it was known from the start."""
    return bool(facts.flags.get(word)) or any(t.stated.get(word) for t in _examinations(facts))


def concerns_others(facts: CaseFacts) -> bool:
    """直接关系他人重大利益 (ALL 36)."""
    return examined(facts, "third_party") or examined(facts, "major_interest")


def hearing_by_office(facts: CaseFacts) -> bool:
    """A hearing that law prescribes or the agency finds needed in the public interest (ALL 46)."""
    return examined(facts, "hearing_by_office")


def hearing_owed(facts: CaseFacts) -> bool:
    """Whether a hearing must be offered (ALL 47) or held without being asked for (ALL 46)."""
    return hearing_by_office(facts) or examined(facts, "major_interest")


def hearing_due(facts: CaseFacts) -> bool:
    """Whether a hearing must be held: announced by the agency, or asked for and not given up again."""
    told = facts.last("LI-5-1")
    if told is not None and told.outcome == "announced":
        return True
    asked, event = facts.last("LI-5-2"), facts.event("hearing_requested")
    if event is not None and (told is None or instant(event.at) < instant(told.at)):
        event = None
    if asked is None:
        return event is not None
    if asked.outcome in ("", "asked"):
        return True
    return event is not None and instant(event.at) > instant(asked.at)


def may_still_be_asked(facts: CaseFacts) -> bool:
    """Whether a hearing may be asked for or given up: told of and not held; once held, its minutes count (ALL 48 ¶2)."""
    return facts.last("LI-5-1") is not None and not was_heard(facts)


def was_heard(facts: CaseFacts) -> bool:
    held = facts.last("LI-5")
    return held is not None and held.outcome in ("", "held")


def end_kind(facts: CaseFacts) -> str:
    """What is to become of a licence in the procedure that ends one: withdraw, revoke or cancel."""
    proposed = facts.last("LI-12-1")
    return str((proposed.stated.get("end_kind") if proposed else None) or facts.flags.get("end_kind") or "")


def review_grounds(facts: CaseFacts, outcome: str = "") -> tuple[str, ...]:
    """Why a decision on an application needs a legal review first: rows of the agency's catalogue, or a marked matter."""
    own = facts.agency.catalogue
    found = []
    if examined(facts, "public_interest"):
        found.append("涉及重大公共利益")
    if "licence_heard" in own and was_heard(facts):
        found.append("经过听证的行政许可")
    if "licence_denied" in own and outcome.endswith("denied"):
        found.append("不予行政许可")
    if facts.flags.get("head_referred"):
        found.append("行政机关负责人提请审核")
    return tuple(found)
