"""How a story tells of an execution or an application to the court: its words for steps, and what it may leave out of the decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from lantai.law.enforcing import COURT, EXECUTION
from lantai.law.periods import local_day
from lantai.law.procedure import Procedure
from lantai.rehearsal.reading import Story

STEPS: Mapping[str, Mapping[str, str]] = {
    EXECUTION: {"LR": "CE-R", "demolition": "CE-8", "announce": "CE-8-1", "execute": "CE-7"},
    COURT: {"LR": "CX-R", "CX-2": "CX-4", "apply": "CX-4"},
    "transfer.criminal": {"hand_over": "XF-3"},
}
"""Words of a story for steps, by procedure."""

WORDS: Mapping[str, str] = {
    "served_on": "decision_served_on",
    "decision_served": "decision_served_on",
    "fine": "principal",
    "instalments_end": "deferred_until",
    "deferral_end": "deferred_until",
}
"""Facts of a story under another name."""

DUTY_OF = {"CE-8": "demolition", "CE-8-1": "demolition", "CE-10": "restore", "CE-10-1": "restore", "CE-11": "spill"}
"""What must have been ordered, where a story comes to this step."""
DUTY_OF |= {"CE-7": "act"}
LONG_AGO = timedelta(days=60)
TO_PERFORM = timedelta(days=15)


def understood(story: Story, procedure: Procedure) -> Story:
    """The story with the ids of its procedure and the words of its decision; any other story as it is."""
    names = STEPS.get(procedure.code)
    if names is None:
        return story
    rows = tuple(replace(row, step=names.get(row.step, row.step)) for row in story.timeline)
    asked = tuple(
        replace(q, about=names.get(q.about, q.about)) if isinstance(q.about, str) else q for q in story.questions
    )
    facts = {WORDS.get(word, word): _plain(said) for word, said in story.facts.items()}
    return replace(story, timeline=rows, questions=asked, facts=facts)


def of_the_decision(story: Story, begun: datetime) -> dict[str, Any]:
    """What the first step states of the decision: as the story says, else a decision of two months before, long overdue."""
    if story.procedure not in (EXECUTION, COURT):
        return {}
    duty = next((DUTY_OF[row.step] for row in story.timeline if row.step in DUTY_OF), "money")
    served = story.facts.get("decision_served_on") or (local_day(begun) - LONG_AGO).isoformat()
    made: dict[str, Any] = {
        "decision_served_on": served,
        "perform_by": (local_day(begun) - LONG_AGO + TO_PERFORM).isoformat(),
        "duty": duty,
    }
    return made | dict(story.facts)


def _plain(said: Any) -> Any:
    return said.isoformat() if isinstance(said, date) else said
