"""How the edges of a flow chart run: the points of each line and the place of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lantai.law.sheets.graph import BACK, END, NEXT, OVER, Edge, label_of
from lantai.law.sheets.layout import (
    BAND,
    EXIT_LINE,
    GAP,
    GUTTER,
    LANE,
    MARGIN,
    MIDDLE,
    RAIL,
    SPINE,
    Box,
    Plan,
    exit_lines,
)

SLOT = 13


@dataclass(frozen=True)
class Words:
    """A label beside a line. ``anchor`` start, middle or end."""

    text: str
    x: float
    y: float
    anchor: str = "start"


@dataclass(frozen=True)
class Route:
    """One edge as drawn: its path data, its words, and the place of the mark that the case is over, if it is."""

    edge: Edge
    path: str
    words: tuple[Words, ...] = ()
    over: tuple[float, float] | None = None


def routes(plan: Plan) -> tuple[Route, ...]:
    """Every edge of the chart, exactly once."""
    return (*_onwards(plan), *_left_exits(plan), *_right_exits(plan))


def _line(*points: tuple[float, float]) -> str:
    first, *rest = points
    return f"M{first[0]:g} {first[1]:g}" + "".join(f"L{x:g} {y:g}" for x, y in rest)


def _onwards(plan: Plan) -> Iterator[Route]:
    """The edges onwards: down the spine, over a rail in the middle, into the lanes and back out of them."""
    onwards = [edge for edge in plan.edges if edge.kind == NEXT]
    slots = _slots(plan, [e for e in onwards if _uses_middle(plan, e)])
    entries: dict[str, int] = {}
    said: set[tuple[str, tuple[str, ...]]] = set()
    for edge in onwards:
        source, target = plan.boxes[edge.source], plan.boxes[edge.target]
        text = label_of(source.step, edge.outcomes)
        first = (edge.source, edge.outcomes) not in said
        words: tuple[Words, ...] = ()
        if _uses_middle(plan, edge):
            x = plan.left + SPINE + 16 + SLOT * slots[edge.source]
            points = [(source.right, source.middle), (x, source.middle)]
            if target.column == 0:
                entries[edge.target] = entries.get(edge.target, 0) + 1
                y = target.y + 4 + 11 * entries[edge.target]
                points += [(x, y), (target.right, y)]
            else:
                points += _into_lane(x, source, target)
            if text and first:
                words = (Words(text, source.right + 5, source.middle - 6),)
                said.add((edge.source, edge.outcomes))
        elif source.column == 0 and target.column == 0:
            points = [(source.centre, source.bottom), (target.centre, target.y)]
            words = (Words(text, source.centre + 10, source.bottom + 19),) if text else ()
        elif target.column == 0:
            y = target.y - GAP / 2 - 2
            points = [(source.centre, source.bottom), (source.centre, y), (target.centre + 70, y)]
            points += [(target.centre + 70, target.y)]
            words = (Words(text, source.centre + 8, source.bottom + 17),) if text else ()
        elif source.column == target.column:
            points = [(source.centre, source.bottom), (target.centre, target.y)]
            words = (Words(text, source.centre + 10, source.bottom + 19),) if text else ()
        else:
            y = target.y - 9
            points = [(source.centre + 40, source.bottom), (source.centre + 40, y), (target.centre, y)]
            points += [(target.centre, target.y)]
            words = (Words(text, source.centre + 48, y - 4),) if text else ()
        yield Route(edge, _line(*points), words)


def _into_lane(x: float, source: Box, target: Box) -> list[tuple[float, float]]:
    """From the rail to a box in a lane: straight into the first lane, over the boxes of its row into the others."""
    if target.column == 1:
        y = source.middle if source.row == target.row and target.y < source.middle < target.bottom else target.middle
        return [(x, y), (target.x, y)]
    above = target.y - 10
    return [(x, above), (target.centre, above), (target.centre, target.y)]


def _uses_middle(plan: Plan, edge: Edge) -> bool:
    """Whether the edge leaves the spine to the right: into a lane, or past the next box of the spine."""
    source, target = plan.boxes[edge.source], plan.boxes[edge.target]
    if source.column:
        return False
    if target.column:
        return True
    spine = sorted(box.row for box in plan.boxes.values() if box.column == 0)
    return spine.index(target.row) != spine.index(source.row) + 1


def _slots(plan: Plan, edges: list[Edge]) -> dict[str, int]:
    """A vertical line of the middle for every source, so that no two run over each other."""
    spans: dict[str, tuple[float, float]] = {}
    for edge in edges:
        source, target = plan.boxes[edge.source], plan.boxes[edge.target]
        low, high = spans.get(edge.source, (source.middle, source.middle))
        spans[edge.source] = (min(low, target.y - 10), max(high, target.bottom))
    slots: dict[str, int] = {}
    for source_id, (low, high) in spans.items():
        near = {s for other, s in slots.items() if spans[other][0] < high and low < spans[other][1]}
        slots[source_id] = next(n for n in range(len(spans) + 1) if n not in near)
    most = int((MIDDLE - 24) / SLOT)
    return {source_id: min(slot, most) for source_id, slot in slots.items()}


def _left_exits(plan: Plan) -> Iterator[Route]:
    """What leads back or ends the case, from the spine into the left gutter."""
    rails = plan.rails
    for source_id, exits in plan.exits.items():
        box = plan.boxes[source_id]
        y = box.y + 2
        for edge in exits:
            lines = exit_lines(edge, plan.procedure)
            words = tuple(
                Words(text, box.x - 8, y + EXIT_LINE * (number + 1) - 4, "end") for number, text in enumerate(lines)
            )
            y += EXIT_LINE * len(lines) + 4
            if edge.target == source_id:
                away = box.x - 34
                yield Route(edge, _line((box.x, y), (away, y), (away, y + 13), (box.x, y + 13)), words)
                y += 22
                continue
            if edge.target == OVER:
                end = (box.x - GUTTER + 24, y)
                yield Route(edge, _line((box.x, y), (end[0] + 15, y)), words, end)
                y += 8
                continue
            target = plan.boxes[edge.target]
            x = MARGIN + BAND + 10 + RAIL * (len(rails) - 1 - rails.index((edge.target, edge.kind))) + RAIL / 2
            enter = target.bottom - 11 if edge.kind == BACK else target.middle
            yield Route(edge, _line((box.x, y), (x, y), (x, enter), (target.x, enter)), words)
            y += 8


def _right_exits(plan: Plan) -> Iterator[Route]:
    """What leads back or ends the case, from the lanes over a rail at the right edge."""
    lanes_end = plan.left + SPINE + MIDDLE + plan.lanes * (LANE + 34) - 34
    x = lanes_end + 104
    for edge in plan.edges:
        box = plan.boxes[edge.source]
        if edge.kind == NEXT or box.column == 0:
            continue
        text = label_of(box.step, edge.outcomes)
        beside = [b for b in plan.boxes.values() if b.row == box.row and b.column > box.column]
        if beside:
            y = max([box.bottom, *(b.bottom for b in beside)]) + 12
            points = [(box.centre, box.bottom), (box.centre, y), (x, y)]
        else:
            y = box.middle
            points = [(box.right, y), (x, y)]
        words = (Words(text, max(lanes_end if beside else box.right, 0) + 6, y - 6),)
        if edge.target == OVER:
            yield Route(edge, _line(*points[:-1], (x - 15, y)), words, (x, y))
            continue
        target = plan.boxes[edge.target]
        enter = target.middle if edge.kind == END else target.y + 12
        yield Route(edge, _line(*points, (x, enter), (target.right, enter)), words)
