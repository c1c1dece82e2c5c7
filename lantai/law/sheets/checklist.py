"""应有记录清单: what must be on file for each step taken, and whether it is there (APL 47, 全过程记录)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lantai.law.conditions import holds
from lantai.law.facts import CaseFacts, Taken
from lantai.law.force import settled
from lantai.law.gates.recording import is_recorded
from lantai.law.periods import local_day
from lantai.law.procedure import Av, Procedure, Step
from lantai.law.records import AV_MUST, DOCUMENT_CODES, DOCUMENT_SINCE, av_level, av_situation, documents_made

DOCUMENT, RECORD, AV = "document", "record", "av"


@dataclass(frozen=True)
class ChecklistLine:
    """One thing that should be on file.

    ``kind``    document (made here), record (text record under its name), av (sound and image).
    ``owed``    the step was taken, so that it must be there.
    ``present`` whether it is. A text record is there once its step was taken: the statement of the step is that
                record, unless a document or evidence of its name is asked for.
    ``must``    false for recordings that are owed only as circumstances require.
    """

    step: str
    label: str
    what: str
    kind: str
    owed: bool
    present: bool
    must: bool = True


def checklist(procedure: Procedure, facts: CaseFacts) -> tuple[ChecklistLine, ...]:
    """What the file should hold, step by step in the order of the procedure."""
    facts = settled(procedure, facts)
    lines: list[ChecklistLine] = []
    for step in procedure.steps:
        takings = facts.takings(step.id)
        papers = list(documents(step, facts, takings))
        lines += papers
        lines += _records(step, takings, {line.what for line in papers})
        lines += _recording(step, facts, takings)
    return tuple(lines)


def documents(step: Step, facts: CaseFacts, takings: Sequence[Taken]) -> Iterator[ChecklistLine]:
    """The documents of one step, as it was taken; of a step that was not taken, those it would make."""
    outcomes = [step.outcome(t.outcome) for t in takings] or [None]
    made = (code for o in outcomes for code in documents_made(step, o, lambda name: holds(name, facts)))
    for code in dict.fromkeys(made):
        title = DOCUMENT_CODES.get(code, code)
        there, since = code in facts.documents, DOCUMENT_SINCE.get(code, date.min)
        owed = any(there or local_day(taken.at) >= since for taken in takings)
        yield ChecklistLine(step.id, step.label, title, DOCUMENT, owed, there)


def _records(step: Step, takings: Sequence[Taken], papers: set[str]) -> Iterator[ChecklistLine]:
    """The records of a step but those that are a document made here: a paper is listed once."""
    made = papers | {DOCUMENT_CODES.get(code, code) for code in step.documents}
    for name in step.records:
        if name not in made:
            yield ChecklistLine(step.id, step.label, name, RECORD, bool(takings), bool(takings))


def _recording(step: Step, facts: CaseFacts, takings: Sequence[Taken]) -> Iterator[ChecklistLine]:
    """One line a step; owed by the first taking that had to be recorded and lacks it."""
    due = [t for t in takings if av_level(step, t.stated) is Av.MUST]
    there = any(r.step == step.id for r in facts.recordings)
    if due:
        missing = [t for t in due if not is_recorded(facts, t) and not there]
        what = AV_MUST.get(av_situation(step, (missing or due)[0].stated), step.label)
        yield ChecklistLine(step.id, step.label, f"{what}的音像资料（{Av.MUST}）", AV, True, not missing)
    elif step.av is not Av.MAY:
        there = there or any(is_recorded(facts, t) for t in takings)
        what = f"{step.label}的音像资料（{step.av}）"
        yield ChecklistLine(step.id, step.label, what, AV, False, there, step.av is Av.MUST)
