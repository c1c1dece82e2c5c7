"""Where the boxes of a flow chart stand: a spine of steps from top to bottom, branches in lanes beside it.

Pure arithmetic: no word of the drawing format. Units are those of the drawing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from math import ceil

from lantai.law.conditions import CONDITIONS
from lantai.law.procedure import Av, Procedure, Stage, Step
from lantai.law.sheets.graph import END, NEXT, OVER, Edge, edges, label_of, plain_outcomes
from lantai.law.sheets.timetable import term_words

A4 = 1.4142
MARGIN, HEAD, FOOT = 28, 96, 64
BAND, RAIL, GUTTER, MIDDLE = 40, 16, 182, 74
SPINE, LANE, BETWEEN, RIGHT = 400, 304, 34, 126
GAP, PAD, LINE, LABEL = 28, 12, 20, 25
LABEL_SIZE, TEXT_SIZE = 19, 14.5
LANES = 3
EXIT_LINE, ENTRY, SIDE, MOST_STRETCH, LEGEND = 18, 22, 84, 90, 72


def width_of(text: str, size: float) -> float:
    """How wide a text is set, near enough: a Chinese character is square, a Latin one about half."""
    return sum(size if ord(letter) > 0x2E7F or letter in "“”…—" else size * 0.56 for letter in text)


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Lines no wider than ``width``; none begins with a closing mark or ends with an opening one."""
    lines, line = [], ""
    for place, letter in enumerate(text):
        hangs = letter in "，、。；：）》”" or (letter == "等" and place == len(text) - 1)
        if line and width_of(line + letter, size) > width and not hangs:
            kept = line.rstrip("“《（")
            lines.append(kept)
            line = line[len(kept) :]
        line += letter
    return [*lines, line] if line else lines


@dataclass
class Box:
    """One step as drawn: the lines in it and its place. ``column`` 0 is the spine, 1 and 2 the lanes."""

    step: Step
    lines: tuple[tuple[str, str], ...]  # (kind, text)
    column: int = 0
    row: int = 0
    x: float = 0
    y: float = 0
    width: float = SPINE
    height: float = 0

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def centre(self) -> float:
        return self.x + self.width / 2


@dataclass
class Band:
    """One stage with the span that it takes."""

    stage: Stage
    top: float
    bottom: float


@dataclass
class Plan:
    """A chart laid out: its boxes by step, its stages, its edges and its size."""

    procedure: Procedure
    boxes: dict[str, Box]
    bands: list[Band]
    edges: tuple[Edge, ...]
    lanes: int
    exits: dict[str, list[Edge]] = field(default_factory=dict)  # drawn in the left gutter
    width: float = 0
    height: float = 0

    @property
    def rails(self) -> list[tuple[str, str]]:
        """The vertical lines of the left gutter, one for every target and kind, nearest the boxes first."""
        found: dict[tuple[str, str], None] = {}
        for step in self.procedure.steps:
            for edge in self.exits.get(step.id, ()):
                if edge.target not in (edge.source, OVER):
                    found[edge.target, edge.kind] = None
        return sorted(found, key=lambda rail: rail[1] == END)

    @property
    def left(self) -> float:
        """Where the spine begins."""
        return MARGIN + BAND + 14 + RAIL * max(1, len(self.rails)) + GUTTER


def plan(procedure: Procedure) -> Plan:
    """Lay out a procedure."""
    drawn = edges(procedure)
    columns = _columns(procedure)
    boxes = {s.id: _box(s, columns[s.id] > 0, drawn) for s in procedure.steps}
    rows = _rows(procedure, columns, drawn)
    lanes = _lanes(procedure, columns, rows, drawn)
    made = Plan(procedure, boxes, [], drawn, max(lanes.values(), default=0))
    for edge in drawn:
        if edge.kind != NEXT and lanes[edge.source] == 0:
            made.exits.setdefault(edge.source, []).append(edge)
    entered = {edge.target for left in made.exits.values() for edge in left if edge.target != edge.source}
    for step, box in boxes.items():
        box.column, box.row = lanes[step], rows[step]
        beside = exits_height(made.exits.get(step, []), procedure) + (ENTRY if step in entered else 0)
        box.height = max(box.height, beside)
    _place(made)
    return made


def exit_label(edge: Edge, procedure: Procedure) -> str:
    """What is written at an edge that leads back."""
    said = label_of(procedure[edge.source], edge.outcomes)
    if edge.source == edge.target:
        return f"{said}：修改后重新办理"
    return f"{said}：退回“{procedure[edge.target].label}”"


def exit_lines(edge: Edge, procedure: Procedure) -> list[str]:
    if edge.kind == END:
        parts = [label_of(procedure[edge.source], (code,)) for code in edge.outcomes]
    else:
        said, mark, then = exit_label(edge, procedure).partition("：")
        parts = [said + mark, then]
    return [line for part in parts for line in wrapped(part, GUTTER - 16, TEXT_SIZE)]


def exits_height(exits: list[Edge], procedure: Procedure) -> float:
    """How high the labels in the gutter stand beside a box."""
    return sum(
        len(exit_lines(edge, procedure)) * EXIT_LINE + (26 if edge.target == edge.source else 12) for edge in exits
    )


def _box(step: Step, narrow: bool, drawn: tuple[Edge, ...]) -> Box:
    width = LANE if narrow else SPINE
    inner = width - 2 * PAD
    basis = f"{step.basis[0]}{'等' if len(step.basis) > 1 else ''}"
    lines = [("label", step.label)]
    lines += [("basis", text) for text in wrapped(basis, inner, TEXT_SIZE)]
    if step.applies:
        lines += [("when", text) for text in wrapped(CONDITIONS[step.applies].label, inner, TEXT_SIZE)]
    if step.av is Av.MUST:
        lines.append(("av", "应当全过程音像记录"))
    if plain := plain_outcomes(step, drawn):
        said = "结果：" + "／".join(outcome.label for outcome in plain)
        lines += [("outcome", text) for text in wrapped(said, inner, TEXT_SIZE)]
    height = PAD + LABEL + LINE * (len(lines) - 1) + PAD - 6
    return Box(step, tuple(lines), width=width, height=height)


def term_label(step: Step) -> str:
    """The term in the corner of a box."""
    return term_words(step.within) if step.within else ""


def _columns(procedure: Procedure) -> dict[str, int]:
    """0 for the spine, 1 for branches: conditional steps outside the milestones, and what follows only from those."""
    counted = {step for milestone in procedure.milestones for step in milestone.steps}
    columns: dict[str, int] = {}
    for step in procedure.steps:
        before = [n.partition(":")[0] for need in step.needs for n in need.split("|") if not n.startswith("@")]
        same = [b for b in before if b in columns and procedure[b].stage is step.stage]
        branch = bool(step.applies) and step.id not in counted
        columns[step.id] = int(branch or (bool(same) and all(columns[b] for b in same)))
    return columns


def _rows(procedure: Procedure, columns: dict[str, int], drawn: tuple[Edge, ...]) -> dict[str, int]:
    """Every step below what leads to it; the spine one step a row, branches from the row of their root."""
    into: dict[str, list[str]] = {}
    for edge in drawn:
        if edge.kind == NEXT:
            into.setdefault(edge.target, []).append(edge.source)
    rows: dict[str, int] = {}
    top = 0
    for _, steps in groupby(procedure.steps, key=lambda s: s.stage):
        first, spine = top, top - 1
        taken: dict[int, int] = {}
        for step in steps:
            before = [b for b in into.get(step.id, ()) if b in rows]
            if columns[step.id] == 0:
                low = max((rows[b] for b in before if columns[b] == 1), default=-1)
                spine = max(spine + 1, low + 1)
                rows[step.id] = spine
                continue
            branch = [b for b in before if columns[b] == 1 and rows[b] >= first]
            roots = [rows[b] for b in before if columns[b] == 0 and rows[b] >= first]
            row = max([*(rows[b] + 1 for b in branch), *roots, first])
            while taken.get(row, 0) >= LANES:
                row += 1
            taken[row] = taken.get(row, 0) + 1
            rows[step.id] = row
        top = max(rows[s.id] for s in procedure.steps if s.id in rows) + 1
    return rows


def _lanes(
    procedure: Procedure, columns: dict[str, int], rows: dict[str, int], drawn: tuple[Edge, ...]
) -> dict[str, int]:
    """Which lane a branch step stands in: below the one it follows if that is free; one that ends the case outermost."""
    lanes = dict.fromkeys(columns, 0)
    ending = {edge.source for edge in drawn if edge.kind == END}
    by_row: dict[int, list[str]] = {}
    for step in procedure.steps:
        if columns[step.id]:
            by_row.setdefault(rows[step.id], []).append(step.id)
    for row in sorted(by_row):
        free = list(range(1, LANES + 1))
        waiting = []
        for step_id in by_row[row]:
            above = [lanes[e.source] for e in drawn if e.target == step_id and e.kind == NEXT]
            wish = next((lane for lane in above if lane in free), 0)
            if wish:
                lanes[step_id] = wish
                free.remove(wish)
            else:
                waiting.append(step_id)
        for step_id, lane in zip(sorted(waiting, key=lambda s: s in ending), free, strict=False):
            lanes[step_id] = lane
    return lanes


def _place(made: Plan) -> None:
    """Give every box its place and the chart its size."""
    left = made.left
    across = [left, *(left + SPINE + MIDDLE + lane * (LANE + BETWEEN) for lane in range(LANES))]
    heights: dict[int, float] = {}
    for box in made.boxes.values():
        heights[box.row] = max(heights.get(box.row, 0), box.height)
    ends = across[made.lanes] + (LANE + RIGHT if made.lanes else SPINE + SIDE)
    narrow = ends + MARGIN
    stages = {box.row: box.step.stage for box in made.boxes.values()}
    opens = {row for row in heights if stages.get(row - 1) is not stages[row]}
    foot = FOOT + (0 if made.lanes else LEGEND)
    used = 2 * MARGIN + HEAD + foot + sum(heights.values()) + GAP * len(heights) + 10 * len(opens)
    gap = GAP + min(MOST_STRETCH, max(0, int(narrow * A4 - used) // len(heights)))
    y: float = MARGIN + HEAD
    tops: dict[int, float] = {}
    for row in sorted(heights):
        y += 10 if row in opens else 0
        tops[row] = y + gap / 2
        bottom = tops[row] + heights[row] + gap / 2
        if row in opens:
            made.bands.append(Band(stages[row], y, bottom))
        else:
            made.bands[-1].bottom = bottom
        y = bottom
    for box in made.boxes.values():
        box.x, box.y = across[box.column], tops[box.row]
    made.height = max(y + foot + MARGIN, ceil(narrow * A4))
    made.width = max(narrow, ceil(made.height / A4))
