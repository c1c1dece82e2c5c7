"""执法流程图: the chart as SVG, drawn from the declaration. No style attribute and no script (CSP); readable without colour."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lantai.law.conditions import CONDITIONS
from lantai.law.periods import written
from lantai.law.procedure import Procedure
from lantai.law.sheets.graph import BACK, END, NEXT
from lantai.law.sheets.layout import (
    BAND,
    LABEL_SIZE,
    LINE,
    MARGIN,
    PAD,
    TEXT_SIZE,
    Band,
    Box,
    Plan,
    plan,
    term_label,
    width_of,
)
from lantai.law.sheets.routes import Route, Words, routes

FONTS = "PingFang SC, HarmonyOS Sans SC, MiSans, Microsoft YaHei UI, Microsoft YaHei, Noto Sans CJK SC, sans-serif"
SHOWN = 0.84
"""How large a page shows the chart: its smallest text is then twelve pixels, and a narrow page scrolls."""

INK, SECOND, HINT = "#1B2430", "#46505E", "#5F6B7A"
BLUE, TINT, RED, AMBER, GREEN = "#0F4C97", "#E8F0FA", "#A61B1B", "#7A4F00", "#1B6B3A"
PAPER, MIST, CLOUD, LINE_GREY, NAVY = "#FFFFFF", "#F5F7FA", "#E9EEF4", "#C9D3DF", "#0B2E5C"

_COLOURS = {"basis": SECOND, "when": AMBER, "outcome": INK, "av": RED}
ALWAYS, CONDITIONAL, OPTIONAL = "", "9 5", "2 5"


def flow_chart(procedure: Procedure) -> str:
    """The flow chart of a procedure: every step, every way onwards, back and out, each step with article and term."""
    return "".join(_pieces(plan(procedure)))


def _pieces(made: Plan) -> Iterator[str]:
    procedure = made.procedure
    mark = procedure.code.replace(".", "-")
    title = f"{procedure.label}流程图"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="flow-chart" role="img" '
        f'aria-labelledby="{mark}-title {mark}-desc" width="{made.width * SHOWN:g}" height="{made.height * SHOWN:g}" '
        f'viewBox="0 0 {made.width:g} {made.height:g}" font-family={quoteattr(FONTS)} font-size="{TEXT_SIZE:g}">'
        f'<title id="{mark}-title">{escape(title)}</title>'
        f'<desc id="{mark}-desc">{escape(procedure.note)}全部环节、依据、期限和走向另有逐步文字说明。</desc>'
    )
    yield "<defs>" + "".join(_head(f"{mark}-{name}", colour) for name, colour in _HEADS.items()) + "</defs>"
    yield f'<rect width="{made.width:g}" height="{made.height:g}" fill="{PAPER}"/>'
    yield from _heading(made, title)
    for number, band in enumerate(made.bands):
        yield from _band(made, band, number)
    drawn = routes(made)
    for route in drawn:
        yield _edge(route, mark)
    for box in made.boxes.values():
        yield from _box(box)
    for route in drawn:
        yield from (_words(words, route) for words in route.words)
        if route.over:
            yield _over(*route.over)
    yield from _ends(made, mark)
    yield from _foot(made)
    yield "</svg>"


_HEADS = {"next": NAVY, "back": AMBER, "end": RED}


def _head(name: str, colour: str) -> str:
    return (
        f'<marker id="{name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
        f'<path d="M0 1L10 5L0 9Z" fill="{colour}"/></marker>'
    )


def _text(
    text: str, x: float, y: float, size: float = TEXT_SIZE, fill: str = INK, anchor: str = "start", bold: bool = False
) -> str:
    weight = ' font-weight="600"' if bold else ""
    side = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{fill}"{side}{weight}>{escape(text)}</text>'


def _heading(made: Plan, title: str) -> Iterator[str]:
    procedure, right = made.procedure, made.width - MARGIN
    yield f'<rect x="{MARGIN}" y="{MARGIN}" width="{made.width - 2 * MARGIN:g}" height="4" fill="{RED}"/>'
    yield _text(title, MARGIN, MARGIN + 46, 32, NAVY, bold=True)
    version = f"第{procedure.version}版　自{written(procedure.in_force)}起施行　程序摘要 {procedure.digest[:16]}"
    yield _text(version, MARGIN, MARGIN + 74, 15, HINT)
    if made.lanes:
        yield from _legend(right, MARGIN + 40, MARGIN + 72)
    else:  # a narrow chart has no room beside its title
        yield from _legend(right, made.height - MARGIN - 76, made.height - MARGIN - 48)


def _legend(right: float, first: float, second: float) -> Iterator[str]:
    """What the frames and the lines mean, set from the right."""
    x = right
    for label, dash in (("需要时可以办理", OPTIONAL), ("具备条件的应当办理", CONDITIONAL), ("应当办理", ALWAYS)):
        x -= width_of(label, 15)
        yield _text(label, x, first, 15, SECOND)
        yield _frame(x - 48, first - 14, 40, 18, dash, PAPER)
        x -= 70
    x = right
    for label, kind in (("直接结案", END), ("退回重新办理", BACK), ("办结后的走向", NEXT)):
        x -= width_of(label, 15)
        yield _text(label, x, second, 15, SECOND)
        yield (
            f'<path d="M{x - 48:g} {second - 5:g}h40" stroke="{_HEADS[kind]}" stroke-width="2"'
            f'{_dash(kind)} fill="none"/>'
        )
        x -= 70


def _frame(x: float, y: float, width: float, height: float, dash: str, fill: str, weight: float = 1.8) -> str:
    pattern = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="6" fill="{fill}" '
        f'stroke="{BLUE}" stroke-width="{weight:g}"{pattern}/>'
    )


def _band(made: Plan, band: Band, number: int) -> Iterator[str]:
    height = band.bottom - band.top
    yield (
        f'<rect x="{MARGIN}" y="{band.top:g}" width="{made.width - 2 * MARGIN:g}" height="{height:g}" '
        f'fill="{MIST if number % 2 == 0 else CLOUD}"/>'
        f'<rect x="{MARGIN}" y="{band.top:g}" width="{BAND}" height="{height:g}" fill="{NAVY}"/>'
    )
    letters = str(band.stage)
    pitch = min(30, (height - 16) / len(letters))
    top = band.top + (height - pitch * (len(letters) - 1)) / 2 + 7
    for place, letter in enumerate(letters):
        yield _text(letter, MARGIN + BAND / 2, top + pitch * place, min(21, pitch - 2), PAPER, "middle", bold=True)


def _dash(kind: str) -> str:
    return ' stroke-dasharray="6 4"' if kind == BACK else ""


def _edge(route: Route, mark: str) -> str:
    edge = route.edge
    outcomes = f' data-outcomes="{" ".join(edge.outcomes)}"' if edge.outcomes else ""
    return (
        f'<path class="edge {edge.kind}" data-from="{edge.source}" data-to="{edge.target}" data-kind="{edge.kind}"'
        f'{outcomes} d="{route.path}" fill="none" stroke="{_HEADS[edge.kind]}" stroke-width="1.7"'
        f'{_dash(edge.kind)} stroke-linejoin="round" marker-end="url(#{mark}-{edge.kind})"/>'
    )


def _words(words: Words, route: Route) -> str:
    """Words on a line stand on paper, so that no line runs through them."""
    return (
        f'<text class="outcome" x="{words.x:g}" y="{words.y:g}" fill="{_HEADS[route.edge.kind]}" '
        f'text-anchor="{words.anchor}" stroke="{PAPER}" stroke-width="4" paint-order="stroke" '
        f'stroke-linejoin="round">{escape(words.text)}</text>'
    )


def _box(box: Box) -> Iterator[str]:
    step = box.step
    dash = ALWAYS if not step.applies else CONDITIONAL if CONDITIONS[step.applies].owes else OPTIONAL
    decisive = step.code == "decide" or step.code == "decide_on_the_spot"
    yield f'<g class="step" data-step="{step.id}"><title>{escape(step.note or step.label)}</title>'
    yield _frame(box.x, box.y, box.width, box.height, dash, TINT if decisive else PAPER, 2.6 if decisive else 1.8)
    number = f"{step.id}　"
    y = box.y + PAD + 15
    yield _text(step.id, box.x + PAD, y, 14, HINT)
    yield _text(step.label, box.x + PAD + width_of(number, 14), y, LABEL_SIZE, INK, bold=True)
    if term := term_label(step):
        yield _text(term, box.right - PAD, y, 15, BLUE, "end", bold=True)
    for place, (kind, text) in enumerate(box.lines[1:], 1):
        yield _text(text, box.x + PAD, y + 3 + LINE * place, TEXT_SIZE, _COLOURS[kind])
    yield "</g>"


def _over(x: float, y: float) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="14" fill="{PAPER}" stroke="{RED}" stroke-width="1.8"/>' + _text(
        "终", x, y + 5, 14, RED, "middle"
    )


def _ends(made: Plan, mark: str) -> Iterator[str]:
    """The end of the procedure below the step that ends it."""
    for box in made.boxes.values():
        if box.step.ends:
            y = box.bottom + 30
            yield (
                f'<path d="M{box.centre:g} {box.bottom:g}V{y - 12:g}" stroke="{NAVY}" stroke-width="1.7" fill="none" '
                f'marker-end="url(#{mark}-next)"/>'
                f'<rect x="{box.centre - 62:g}" y="{y - 11:g}" width="124" height="28" rx="14" fill="{NAVY}"/>'
            )
            yield _text("程序终结", box.centre, y + 9, 16, PAPER, "middle", bold=True)


def _foot(made: Plan) -> Iterator[str]:
    y = made.height - MARGIN
    yield f'<path d="M{MARGIN} {y - 30:g}H{made.width - MARGIN:g}" stroke="{LINE_GREY}" stroke-width="1" fill="none"/>'
    yield _text(made.procedure.note, MARGIN, y - 8, 14, HINT)
    if made.lanes:
        said = "框内右上为期限，中间为首要依据。本图由实际运行的程序直接生成，另有逐步文字说明。"
        yield _text(said, made.width - MARGIN, y - 8, 14, HINT, "end")
