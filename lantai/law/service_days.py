"""送达日期: from which day the terms of the party run after a step that serves a document."""

from __future__ import annotations

from datetime import date
from typing import Any

from lantai.law.facts import CaseFacts, Taken
from lantai.law.force import instant
from lantai.law.periods import local_day
from lantai.law.service_of_documents import Mode, effective_on

_LATER_KNOWN = frozenset({Mode.POSTAL, Mode.ENTRUSTED})


def day_of(value: Any) -> date | None:
    """A day as stated: a date or its ISO text; None for nothing."""
    if not value:
        return None
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])


def _same_paper(facts: CaseFacts, taken: Taken) -> list[str]:
    """The steps that one paper took at once: a notice of the penalty that tells of the hearing as well."""
    return [t.step for t in facts.taken if t.at == taken.at and t.stated == taken.stated]


def effective_day(facts: CaseFacts, taken: Taken) -> date | None:
    """The service date of what a step served; None while a letter has not come back.

    Stated outright it counts; else an event ``service_completed`` for the step; else the mode decides, and a step
    that names no mode served on its own day.
    """
    if stated := day_of(taken.stated.get("effective_on")):
        return stated
    for event in reversed(facts.events):
        if event.step == "service_completed" and not event.void and instant(event.at) >= instant(taken.at):
            wanted = event.stated.get("step")
            if wanted in (None, taken.step, *_same_paper(facts, taken)) and (
                day := day_of(event.stated.get("effective_on"))
            ):
                return day
    on = day_of(taken.stated.get("served_on")) or local_day(taken.at)
    mode = taken.stated.get("mode")
    if not mode:
        return on
    if Mode(mode) in _LATER_KNOWN and not taken.stated.get("served_on"):
        return None
    return effective_on(Mode(mode), on)
