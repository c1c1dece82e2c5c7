"""救济: what the party can do against a decision, until when, before whom, and the words that tell it so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lantai.law.calendar import CALENDAR, WorkCalendar
from lantai.law.periods import Due, at_latest, due, years_after
from lantai.law.procedure import Term, Unit
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ADLIT, ADLITI, APL, ARL

RECONSIDERATION = Term(60, "service", ARL[20], Unit.CALENDAR_DAYS)
SUIT = Term(6, "service", ADLIT[46], Unit.MONTHS)
SUIT_AFTER_RECONSIDERATION = Term(15, "reconsideration_decision", ADLIT[45], Unit.CALENDAR_DAYS)

RECONSIDERATION_FIRST: dict[str, Basis] = {
    "on_the_spot": ARL[23, 1, 1],
    "natural_resources": ARL[23, 1, 2],
    "inaction": ARL[23, 1, 3],
    "disclosure_refused": ARL[23, 1, 4],
    "by_law": ARL[23, 1, 5],
}
"""复议前置: the acts against which reconsideration must be asked for before a suit, each with its item."""

STANDINGS = ("department", "outpost", "authorised", "government", "vertical", "justice_bureau")
"""What kind of body decided: 工作部门, 派出机构, 授权组织, 人民政府, 垂直领导的机关, 司法行政部门."""


@dataclass(frozen=True)
class Remedies:
    """The remedies of one decision.

    ``first``  reconsideration must come first; then ``suit`` is None until it is decided.
    ``bodies`` who hears the reconsideration, ``court`` which court the suit.
    """

    reconsideration: Due
    suit: Due | None
    first: bool
    bodies: tuple[str, ...]
    court: str
    basis: tuple[Basis, ...]
    sentence: str

    @property
    def last_day(self) -> date | None:
        """The last day of any remedy; the decision can be disputed until then. None while provisional."""
        days = [d.legal_due for d in (self.reconsideration, self.suit) if d is not None]
        return None if None in days else max(d for d in days if d is not None)


def reconsideration_first(act: str) -> Basis | None:
    """The item under which reconsideration must come first for this act; None if the party may choose."""
    return RECONSIDERATION_FIRST.get(act)


def reconsideration_bodies(
    standing: str, government: str, superior_government: str = "", superior_department: str = ""
) -> tuple[str, ...]:
    """Who hears the reconsideration (ARL 24, 27, 28).

    ``government``  the government of the same level; for a government's own act pass its superior as well.
    Raises ValueError for an unknown standing or where the body that would hear it was not given.
    """
    if standing not in STANDINGS:
        raise ValueError(standing)
    if standing == "government":
        bodies: tuple[str, ...] = (superior_government,)
    elif standing == "vertical":
        bodies = (superior_department,)
    elif standing == "justice_bureau":
        bodies = (government, superior_department)
    else:
        bodies = (government,)
    if not all(bodies):
        raise ValueError(f"{standing}：未指明行政复议机关")
    return bodies


def reconsideration_due(served_on: date, rights_stated: bool = True, calendar: WorkCalendar = CALENDAR) -> Due:
    """The last day to ask for reconsideration: sixty days; a year if the rights were never stated."""
    if rights_stated:
        return due(RECONSIDERATION, served_on, calendar=calendar)
    return due(Term(1, "service", ARL[20, 3], Unit.YEARS), served_on, calendar=calendar)


def suit_due(served_on: date, rights_stated: bool = True, calendar: WorkCalendar = CALENDAR) -> Due:
    """The last day to sue directly: six months; a year if the period was never stated (ADLITI 64)."""
    if rights_stated:
        return due(SUIT, served_on, calendar=calendar)
    return due(Term(1, "service", ADLITI[64], Unit.YEARS), served_on, calendar=calendar)


def suit_after_reconsideration_due(received_on: date, calendar: WorkCalendar = CALENDAR) -> Due:
    """The last day to sue after a reconsideration decision: fifteen calendar days from receiving it."""
    return due(SUIT_AFTER_RECONSIDERATION, received_on, calendar=calendar)


def reconsideration_due_once_told(served_on: date, told_on: date, calendar: WorkCalendar = CALENDAR) -> Due:
    """Rights stated only later: sixty days from then, at most a year from knowing the act (ARL 20 ¶3)."""
    whole = due(RECONSIDERATION, told_on, calendar=calendar)
    return at_latest(whole, years_after(served_on, 1))


def remedies(
    served_on: date,
    *,
    act: str,
    bodies: tuple[str, ...],
    court: str,
    document: str = "本决定书",
    rights_stated: bool = True,
    is_penalty: bool = True,
    calendar: WorkCalendar = CALENDAR,
) -> Remedies:
    """The remedies of a decision served on a day. ``act`` may be a key of ``RECONSIDERATION_FIRST``."""
    item = reconsideration_first(act)
    basis = (ARL[20], ADLIT[46]) if item is None else (item, ARL[20], ADLIT[45])
    return Remedies(
        reconsideration_due(served_on, rights_stated, calendar),
        None if item else suit_due(served_on, rights_stated, calendar),
        item is not None,
        bodies,
        court,
        basis,
        remedy_text(act, bodies, court, document, is_penalty),
    )


def remedy_text(
    act: str, bodies: tuple[str, ...], court: str, document: str = "本决定书", is_penalty: bool = True
) -> str:
    """The sentences a decision carries: ways, periods, bodies, whether reconsideration must come first."""
    before = "或者".join(bodies)
    if reconsideration_first(act):
        text = (
            f"如不服本决定，应当自收到{document}之日起六十日内先向{before}申请行政复议；"
            f"对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内向{court}提起行政诉讼。"
        )
    else:
        text = (
            f"如不服本决定，可以自收到{document}之日起六十日内向{before}申请行政复议，"
            f"也可以自收到{document}之日起六个月内直接向{court}提起行政诉讼。"
        )
    if act == "on_the_spot":
        text += "行政复议申请也可以通过作出本决定的行政机关提交。"
    if is_penalty:
        text += (
            "申请行政复议或者提起行政诉讼期间，行政处罚不停止执行，法律另有规定的除外；"
            "加处罚款的数额在行政复议或者行政诉讼期间不予计算。"
        )
    return text


NO_SUSPENSION = (APL[73, 1], ARL[42], ADLIT[56])
"""Execution goes on during reconsideration and litigation, unless the law says otherwise."""
