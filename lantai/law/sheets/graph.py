"""The declaration of a procedure as a graph: what follows what, by which outcome, what leads back and what ends the case.

The flow chart draws exactly these edges and the numbered text tells them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lantai.law.procedure import Outcome, Procedure, Stage, Step

NEXT, BACK, END = "next", "back", "end"


@dataclass(frozen=True)
class Edge:
    """From one step to another. ``outcomes`` are the codes by which it is taken; empty where any will do.

    ``kind``  "next" onwards, "back" to be taken anew, "end" straight to closing.
    """

    source: str
    target: str
    kind: str = NEXT
    outcomes: tuple[str, ...] = ()


def edges(procedure: Procedure) -> tuple[Edge, ...]:
    """Every edge of a procedure, in the order of the declaration."""
    return (*_onwards(procedure), *_by_outcome(procedure))


OVER = ""
"""The target of an edge after which there is nothing to close."""


def closing_step(procedure: Procedure) -> str:
    """Where an outcome that ends the case leads: the first step of closing, or nowhere."""
    return next((step.id for step in procedure.steps if step.stage is Stage.CLOSE), OVER)


def alternatives(procedure: Procedure, need: str) -> Iterator[tuple[str, str]]:
    """The steps of a need with their outcomes; events are left out."""
    for one in need.split("|"):
        step, _, outcome = one.partition(":")
        if not one.startswith("@") and step in procedure:
            yield step, outcome


def _onwards(procedure: Procedure) -> Iterator[Edge]:
    """The needs without those that follow from others, so that the chart shows each way once."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for step in procedure.steps:
        for need in step.needs:
            _note(procedure, found, step, need)
        known = {source for source, target in found if target == step.id}
        for need in dict.fromkeys(n for outcome in step.outcomes for n in outcome.needs or ()):
            if not known.intersection(source for source, _ in alternatives(procedure, need)):
                _note(procedure, found, step, need)
    after: dict[str, set[str]] = {}
    for source, target in found:
        after.setdefault(source, set()).add(target)
    for (source, target), outcomes in found.items():
        if any(_reaches(after, other, target) for other in after[source] if other != target):
            continue
        yield Edge(source, target, NEXT, () if "" in outcomes else tuple(outcomes))


def _note(procedure: Procedure, found: dict[tuple[str, str], dict[str, None]], step: Step, need: str) -> None:
    for source, outcome in alternatives(procedure, need):
        ending = procedure[source].outcome(outcome)
        if source != step.id and not (outcome and ending is not None and ending.ends):
            found.setdefault((source, step.id), {})[outcome] = None


def _reaches(after: dict[str, set[str]], start: str, goal: str) -> bool:
    seen, waiting = set(), [start]
    while waiting:
        at = waiting.pop()
        if at == goal:
            return True
        if at not in seen:
            seen.add(at)
            waiting.extend(after.get(at, ()))
    return False


def _by_outcome(procedure: Procedure) -> Iterator[Edge]:
    grouped: dict[tuple[str, str, str], list[str]] = {}
    for step in procedure.steps:
        for outcome in step.outcomes:
            if outcome.sets_back:
                target = outcome.sets_back.partition(":")[0]
                grouped.setdefault((step.id, target, BACK), []).append(outcome.code)
            if outcome.ends and not step.ends:
                grouped.setdefault((step.id, closing_step(procedure), END), []).append(outcome.code)
    for (source, target, kind), outcomes in grouped.items():
        yield Edge(source, target, kind, tuple(outcomes))


def plain_outcomes(step: Step, drawn: tuple[Edge, ...]) -> tuple[Outcome, ...]:
    """The outcomes that no edge of the step names: they stand in the box itself."""
    named = {code for edge in drawn if edge.source == step.id for code in edge.outcomes}
    return tuple(outcome for outcome in step.outcomes if outcome.code not in named)


def label_of(step: Step, outcomes: tuple[str, ...]) -> str:
    """The Chinese labels of some outcomes of a step."""
    return "、".join(o.label for o in step.outcomes if o.code in outcomes)
