"""Where the elements of a process stand: the spine and lanes of the flow chart, drawn wider, with room for gateways."""

from __future__ import annotations

from dataclasses import dataclass

from lantai.law.procedure import Stage
from lantai.law.sheets.bpmn.nodes import CALL, END_EVENT, START_EVENT, TASK, Flow, Model
from lantai.law.sheets.graph import NEXT
from lantai.law.sheets.layout import Plan, plan

TASK_WIDTH, TASK_HEIGHT, GATEWAY, EVENT = 200, 84, 44, 36
COLUMN, ROW, LEFT, TOP, HEAD = 380, 270, 420, 60, 30
TRACK, RAILS = 11, 12


@dataclass(frozen=True)
class Place:
    """The rectangle of an element."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> float:
        return self.x + self.width / 2

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


Point = tuple[float, float]


@dataclass(frozen=True)
class Drawing:
    """Every node and lane with its place, every flow with its points."""

    nodes: dict[str, Place]
    flows: dict[str, tuple[Point, ...]]
    lanes: dict[Stage, Place]
    pool: Place


def drawing(made: Model) -> Drawing:
    """Place a process."""
    chart = plan(made.procedure)
    nodes = {node_id: _place(made, chart, node_id) for node_id in made.nodes}
    right = max(p.right for p in nodes.values()) + 100 + TRACK * RAILS
    lanes, top = {}, float(TOP)
    stages = list(dict.fromkeys(step.stage for step in made.procedure.steps))
    for stage in stages:
        rows = [chart.boxes[s.id].row for s in made.procedure.steps if s.stage is stage]
        bottom = TOP + (max(rows) + 1) * ROW
        lanes[stage] = Place(60 + HEAD, top, right - 60 - HEAD, bottom - top)
        top = bottom
    pool = Place(60, TOP, right - 60, top - TOP)
    return Drawing(nodes, _routes(made, nodes), lanes, pool)


def _place(made: Model, chart: Plan, node_id: str) -> Place:
    node = made.nodes[node_id]
    box = chart.boxes[node.step]
    centre = LEFT + box.column * COLUMN + TASK_WIDTH / 2
    top = TOP + box.row * ROW + 92
    if node.part == "task":
        return Place(centre - TASK_WIDTH / 2, top, TASK_WIDTH, TASK_HEIGHT)
    beside = {
        "join": (0.0, -58.0),
        "start": (-170.0, -50.0),
        "fork_start": (-90.0, -54.0),
        "choice": (0.0, TASK_HEIGHT + 14.0),
        "end": (74.0, TASK_HEIGHT + 18.0),
        "over": (-150.0, TASK_HEIGHT + 18.0),
    }
    forks = [n for n in made.nodes.values() if n.step == node.step and n.part == "fork"]
    away, down = beside.get(node.part) or (62.0 * (1 + [n.id for n in forks].index(node_id)), TASK_HEIGHT + 30.0)
    size = EVENT if node.kind in (START_EVENT, END_EVENT) else GATEWAY
    return Place(centre + away - size / 2, top + down, size, size)


def _routes(made: Model, nodes: dict[str, Place]) -> dict[str, tuple[Point, ...]]:
    """Straight where the next element stands below or beside; else over a track of the flow's own."""
    found: dict[str, tuple[Point, ...]] = {}
    outer = max(p.right for p in nodes.values()) + 60
    for number, flow in enumerate(made.flows):
        source, target = nodes[flow.source], nodes[flow.target]
        if made.nodes[flow.source].step == made.nodes[flow.target].step and flow.source != flow.target:
            found[flow.id] = _near(source, target, flow, made)
        elif flow.kind == NEXT:
            found[flow.id] = _onwards(source, target, number)
        else:
            found[flow.id] = _back(source, target, number, outer)
    return found


def _near(source: Place, target: Place, flow: Flow, made: Model) -> tuple[Point, ...]:
    """Between a task and the gateways and events about it."""
    if made.nodes[flow.target].kind in (TASK, CALL) and flow.kind != NEXT:  # to be done anew
        x = target.x - 24
        return ((source.x, source.middle), (x, source.middle), (x, target.middle), (target.x, target.middle))
    if abs(source.centre - target.centre) < 1:
        return ((source.centre, source.bottom), (target.centre, target.y))
    if target.y > source.bottom:
        return ((source.centre, source.bottom), (source.centre, target.middle), (_side(source, target), target.middle))
    if source.y > target.bottom:
        return ((source.centre, source.y), (source.centre, target.middle), (_side(source, target), target.middle))
    side = source.right if target.centre > source.centre else source.x
    return ((side, source.middle), (target.centre, source.middle), (target.centre, _edge(source, target)))


def _side(source: Place, target: Place) -> float:
    return target.x if source.centre < target.centre else target.right


def _edge(source: Place, target: Place) -> float:
    return target.y if source.middle < target.y else target.bottom if source.middle > target.bottom else target.middle


def _onwards(source: Place, target: Place, number: int) -> tuple[Point, ...]:
    if abs(source.centre - target.centre) < 1 and 0 < target.y - source.bottom < ROW:
        return ((source.centre, source.bottom), (target.centre, target.y))
    x = source.right + 12 + TRACK * (number % 8)
    above = target.y - 10 - 3 * (number % 5)
    return (
        (source.right, source.middle),
        (x, source.middle),
        (x, above),
        (target.centre, above),
        (target.centre, target.y),
    )


def _back(source: Place, target: Place, number: int, outer: float) -> tuple[Point, ...]:
    """Back to a step, or straight to closing: along the left of the spine, from the lanes along the right edge."""
    if source.centre > LEFT + TASK_WIDTH + 100:
        x = outer + TRACK * (number % RAILS)
        return (
            (source.right, source.middle),
            (x, source.middle),
            (x, target.middle + 20),
            (target.right, target.middle + 20),
        )
    x = LEFT - 40 - TRACK * (number % RAILS)
    return ((source.x, source.middle), (x, source.middle), (x, target.middle), (target.x, target.middle))
