"""What a story says and nobody would hear: unknown steps, happenings, stated words and gates. Nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator

from lantai.law import statements
from lantai.law.gates import GATES
from lantai.law.procedure import Procedure, Step
from lantai.rehearsal.proposing import PROPOSED
from lantai.rehearsal.publishing import ACTS, WORDS
from lantai.rehearsal.reading import Row, Story

OUTCOME_WORDS = ("outcome", "opinion", "answer", "result", "form")
"""Words that may name the outcome of a step."""

RECUSED = "recused"  # 决定回避: an act of the head, told like a happening
EXTENDING = frozenset({"days", "reason"})
PROPOSING = ("penalty.ordinary",)  # procedures whose rows may say beforehand what will be proposed


def misunderstood(story: Story, procedure: Procedure) -> tuple[str, ...]:
    """A sentence for each thing in the timeline that has no meaning in the procedure."""
    rows = [row for one in story.timeline for row in (one, *one.also)]
    return tuple(f"第{row.place}行（{row.label}）：{fault}" for row in rows for fault in _faults(row, procedure))


def _faults(row: Row, procedure: Procedure) -> Iterator[str]:
    if row.child is not None:
        return
    for gate in row.gates or ():
        if gate not in GATES:
            yield f"没有关口 {gate}"
    if row.step in ACTS:
        known: frozenset[str] = WORDS[row.step]
    elif row.step:
        if row.step not in procedure:
            yield f"{procedure.label}没有环节 {row.step}"
            return
        step = procedure[row.step]
        known = words_heard(procedure, step)
        yield from _wrong_outcomes(row, step, known)
        known |= {word for word in OUTCOME_WORDS if step.outcomes}
    elif row.event == RECUSED:
        known = frozenset({"who", "reason"})
    elif row.event:
        if row.event not in statements.EVENTS:
            yield f"没有事件“{row.event}”"
            return
        known = frozenset(w.code for w in statements.event_words(row.event))
    elif row.extend:
        if row.extend not in procedure:
            yield f"{procedure.label}没有环节 {row.extend}"
        known = EXTENDING
    else:
        known = frozenset()
    for word in row.said:
        if word not in known:
            yield f"这里不会用到载明事项“{word}”"


def words_heard(procedure: Procedure, step: Step) -> frozenset[str]:
    """Every word that a row of this step may state."""
    outcomes = ("", *(o.code for o in step.outcomes))
    heard = {w.code for o in outcomes for w in statements.words_of(procedure.code, step.id, o)}
    if procedure.code in PROPOSING:
        heard |= set(PROPOSED)
    if step.code in ("decide", "notify", "discuss"):
        heard |= {w.code for outcome, _ in statements.OUTCOMES for w in statements.draft_words(outcome)}
    return frozenset(heard | {"emergency"})


def _wrong_outcomes(row: Row, step: Step, stated: frozenset[str]) -> Iterator[str]:
    """Words that can only mean an outcome of the step and name none of it."""
    for word in OUTCOME_WORDS:
        given = row.said.get(word)
        if given is not None and word not in stated and step.outcome(str(given)) is None:
            codes = "、".join(o.code for o in step.outcomes)
            yield f"“{step.label}”没有结果“{given}”" + (f"，只有{codes}" if codes else "")
