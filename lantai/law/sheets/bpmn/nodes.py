"""A procedure as BPMN knows it: events, tasks, gateways and the flows between them. No place and no markup yet.

Every step is a task. Where its outcomes part, an exclusive gateway follows it; where several steps follow at once, an
inclusive one forks; where several ways meet, one joins. What a notation of boxes cannot say (what rests on what, who
may act, by when) stands in the documentation of the task in the words of the chart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lantai.law.conditions import CONDITIONS
from lantai.law.procedure import Av, Procedure, Stage, Step
from lantai.law.sheets.graph import BACK, END, NEXT, OVER, Edge, edges, label_of
from lantai.law.sheets.written import cited, need_words, records_of, term_of_step

START_EVENT, END_EVENT = "startEvent", "endEvent"
TASK, CALL = "userTask", "callActivity"
CHOICE, FORK, JOIN = "exclusiveGateway", "inclusiveGateway", "inclusiveGateway"


@dataclass(frozen=True)
class Node:
    """One element of the process. ``step`` the step beside which it stands, ``part`` what it is to that step."""

    id: str
    kind: str
    name: str
    stage: Stage
    step: str
    part: str
    documentation: str = ""
    calls: str = ""


@dataclass(frozen=True)
class Flow:
    """A sequence flow. ``condition`` under which it is followed, in words."""

    id: str
    source: str
    target: str
    name: str = ""
    condition: str = ""
    kind: str = NEXT


@dataclass
class Model:
    """The nodes and flows of a procedure."""

    procedure: Procedure
    nodes: dict[str, Node] = field(default_factory=dict)
    flows: list[Flow] = field(default_factory=list)
    defaults: dict[str, str] = field(default_factory=dict)  # gateway → the flow that needs no condition

    def add(self, node: Node) -> str:
        self.nodes[node.id] = node
        return node.id

    def flow(self, source: str, target: str, name: str = "", condition: str = "", kind: str = NEXT) -> str:
        made = Flow(f"flow_{len(self.flows) + 1}", source, target, name, condition, kind)
        self.flows.append(made)
        return made.id


def word(text: str) -> str:
    """A machine word as an XML id may be."""
    return text.replace(".", "_").replace("-", "_")


def model(procedure: Procedure) -> Model:
    """The process of a procedure: every step once, every edge of its chart once."""
    made = Model(procedure)
    drawn = edges(procedure)
    for step in procedure.steps:
        kind = CALL if len(step.child) == 1 else TASK
        calls = f"process_{word(step.child[0])}" if kind == CALL else ""
        made.add(
            Node(f"step_{word(step.id)}", kind, step.label, step.stage, step.id, "task", _told(procedure, step), calls)
        )
    entries = {step.id: _entry(made, step, drawn) for step in procedure.steps}
    _begin(made, drawn, entries)
    for step in procedure.steps:
        _leave(made, step, [e for e in drawn if e.source == step.id], entries)
    return made


def _told(procedure: Procedure, step: Step) -> str:
    return "\n".join(_lines(procedure, step))


def _lines(procedure: Procedure, step: Step) -> Iterator[str]:
    yield f"{step.id} {step.label}"
    if step.note:
        yield step.note
    if step.applies:
        yield f"适用条件：{CONDITIONS[step.applies].label}"
    yield f"办理：{'、'.join(dict.fromkeys(role.label for role in step.by))}" + (
        f"，执法人员不少于{step.officers}人" if step.officers else ""
    )
    yield f"依据：{cited(step.basis)}"
    if step.needs:
        yield f"须先有：{'；'.join(need_words(procedure, need) for need in step.needs)}"
    if term := term_of_step(procedure, step):
        yield f"期限：{term}"
    if papers := records_of(step):
        yield f"记录：{papers}"
    if step.av is Av.MUST:
        yield "应当全过程音像记录"


def _entry(made: Model, step: Step, drawn: tuple[Edge, ...]) -> str:
    """Where ways onwards enter a step: the step itself, or a gateway before it that joins several."""
    task = f"step_{word(step.id)}"
    if sum(e.target == step.id and e.kind == NEXT for e in drawn) < 2:
        return task
    join = made.add(Node(f"join_{word(step.id)}", JOIN, "", step.stage, step.id, "join"))
    made.flow(join, task)
    return join


def _begin(made: Model, drawn: tuple[Edge, ...], entries: dict[str, str]) -> None:
    first = made.procedure.steps[0]
    begun = made.add(Node("start", START_EVENT, "开始", first.stage, first.id, "start"))
    led_to = {e.target for e in drawn if e.kind == NEXT}
    roots = [s for s in made.procedure.steps if s.id not in led_to]
    if len(roots) > 1:
        fork = made.add(Node("fork_start", FORK, "", first.stage, first.id, "fork_start"))
        made.flow(begun, fork)
        begun = fork
    for step in roots:
        made.flow(begun, entries[step.id], *_under(step) if len(roots) > 1 else ())


def _under(step: Step) -> tuple[str, str]:
    """The name and condition of a flow into a step that is not always owed."""
    label = CONDITIONS[step.applies].label if step.applies else ""
    return label, label or "一律办理"


def _leave(made: Model, step: Step, mine: list[Edge], entries: dict[str, str]) -> None:
    """The flows out of a step: parted by outcome, then forked to everything that may follow."""
    at = f"step_{word(step.id)}"
    groups: dict[tuple[str, ...], list[Edge]] = {}
    for edge in mine:
        groups.setdefault(edge.outcomes, []).append(edge)
    closes = step.ends or not any(e.kind == NEXT for e in mine)
    if closes and () not in groups:
        groups[()] = []
    if len(groups) > 1:
        choice = made.add(Node(f"choice_{word(step.id)}", CHOICE, "结果", step.stage, step.id, "choice"))
        made.flow(at, choice)
        at = choice
    for number, (outcomes, found) in enumerate(groups.items()):
        said = label_of(step, outcomes)
        targets = [_target(made, step, edge, entries) for edge in found]
        if not outcomes and closes:
            end = made.add(Node(f"end_{word(step.id)}", END_EVENT, "办结", step.stage, step.id, "end"))
            targets.append((end, NEXT, ("", "")))
        source = at
        named = len(groups) > 1
        if len(targets) > 1:
            source = made.add(Node(f"fork_{word(step.id)}_{number}", FORK, "", step.stage, step.id, "fork"))
            flow = made.flow(at, source, said, said)
        for target, kind, (name, condition) in targets:
            if len(targets) > 1:
                made.flow(source, target, name, condition, kind)
            else:
                flow = made.flow(source, target, said or name, said, kind)
        if named and not outcomes:
            made.defaults[at] = flow


def _target(made: Model, step: Step, edge: Edge, entries: dict[str, str]) -> tuple[str, str, tuple[str, str]]:
    if edge.kind == END and edge.target == OVER:
        over = f"over_{word(step.id)}"
        if over not in made.nodes:
            made.add(Node(over, END_EVENT, "程序终结", step.stage, step.id, "over"))
        return over, END, ("", "")
    if edge.kind in (BACK, END):
        return f"step_{word(edge.target)}", edge.kind, ("", "")
    return entries[edge.target], NEXT, _under(made.procedure[edge.target])
