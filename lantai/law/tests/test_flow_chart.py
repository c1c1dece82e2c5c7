"""The chart that is published is the procedure that runs: every step, every way, nothing else; and it can be read."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lantai.law import pages
from lantai.law.procedure import Outcome, Procedure
from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.law.released import RELEASED
from lantai.law.sheets import edges, flow_chart, lawyer_table, numbered_text, term_words
from lantai.law.sheets.layout import MARGIN, TEXT_SIZE, plan, width_of, wrapped
from lantai.law.sheets.routes import routes

SVG = "{http://www.w3.org/2000/svg}"
EACH = pytest.mark.parametrize("procedure", RELEASED, ids=lambda p: p.code)
DOCS = Path(__file__).parents[3] / "docs" / "law"


@cache
def drawing(procedure: Procedure) -> ElementTree.Element:
    return ElementTree.fromstring(flow_chart(procedure))


def drawn_steps(procedure: Procedure) -> list[str]:
    return [g.attrib["data-step"] for g in drawing(procedure).iter(f"{SVG}g") if "data-step" in g.attrib]


def drawn_edges(procedure: Procedure) -> Counter:
    return Counter(
        (p.attrib["data-from"], p.attrib["data-to"], p.attrib["data-kind"], p.attrib.get("data-outcomes", ""))
        for p in drawing(procedure).iter(f"{SVG}path")
        if "data-from" in p.attrib
    )


def declared_edges(procedure: Procedure) -> Counter:
    return Counter((e.source, e.target, e.kind, " ".join(e.outcomes)) for e in edges(procedure))


@EACH
def test_every_step_is_drawn_once(procedure):
    assert drawn_steps(procedure) == [step.id for step in procedure.steps]


@EACH
def test_every_way_is_drawn_once_and_no_other(procedure):
    assert drawn_edges(procedure) == declared_edges(procedure)
    assert set(declared_edges(procedure).values()) == {1}


@EACH
def test_every_need_is_a_way_or_follows_from_ways(procedure):
    after: dict[str, set[str]] = {}
    for edge in edges(procedure):
        after.setdefault(edge.source, set()).add(edge.target)

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for target in after.get(waiting.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return seen

    for step in procedure.steps:
        for need in step.needs:
            for one in need.split("|"):
                if not one.startswith("@"):
                    assert step.id in reached(one.partition(":")[0]), (need, step.id)


@EACH
def test_every_outcome_stands_in_the_chart(procedure):
    said = "".join(drawing(procedure).itertext())
    for step in procedure.steps:
        for outcome in step.outcomes:
            assert outcome.label.replace("，", "") in said.replace("，", "") or all(
                part in said for part in re.split("[、，]", outcome.label)
            ), outcome.label


@EACH
def test_every_step_shows_its_article_and_its_term(procedure):
    groups = {g.attrib["data-step"]: "".join(g.itertext()) for g in drawing(procedure).iter(f"{SVG}g")}
    for step in procedure.steps:
        assert str(step.basis[0]) in groups[step.id]
        assert step.label in groups[step.id]
        if step.within:
            assert term_words(step.within) in groups[step.id]


@EACH
def test_the_chart_names_itself_and_needs_no_style_script_or_address(procedure):
    root = drawing(procedure)
    assert root.attrib["role"] == "img"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], desc.attrib["id"]]
    assert procedure.label in title.text
    for node in root.iter():
        assert "style" not in node.attrib
        assert not any(name.startswith("on") or name.endswith("href") for name in node.attrib)
        assert node.tag.removeprefix(SVG) not in ("style", "script", "foreignObject", "image")
    ids = [node.attrib["id"] for node in root.iter() if "id" in node.attrib]
    assert len(ids) == len(set(ids))
    used = set(re.findall(r"url\(#([^)]+)\)", flow_chart(procedure)))
    assert used <= set(ids)


def test_charts_on_one_page_share_no_id():
    ids = [n.attrib["id"] for p in RELEASED for n in drawing(p).iter() if "id" in n.attrib]
    assert len(ids) == len(set(ids))


@EACH
def test_the_sheet_has_the_proportions_of_a4(procedure):
    made = plan(procedure)
    assert made.height / made.width == pytest.approx(2**0.5, rel=0.01)


@EACH
def test_no_box_covers_another_and_all_lie_on_the_sheet(procedure):
    made = plan(procedure)
    for a, b in itertools.combinations(made.boxes.values(), 2):
        apart = a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
        assert apart, (a.step.id, b.step.id)
    for box in made.boxes.values():
        assert box.x >= MARGIN and box.right <= made.width - MARGIN
        assert box.y >= MARGIN and box.bottom <= made.height - MARGIN


@EACH
def test_every_text_lies_on_the_sheet_and_in_its_box(procedure):
    made = plan(procedure)
    for box in made.boxes.values():
        for kind, text in box.lines[1:]:
            assert width_of(text, TEXT_SIZE) <= box.width - 8, (kind, text)
    for node in drawing(procedure).iter(f"{SVG}text"):
        size = float(node.attrib.get("font-size", TEXT_SIZE))
        x, width = float(node.attrib["x"]), width_of(node.text, size)
        anchor = node.attrib.get("text-anchor", "start")
        left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
        assert left >= 0 and left + width <= made.width + 1, node.text


@EACH
def test_lines_run_on_the_sheet_and_end_at_their_box(procedure):
    made = plan(procedure)
    for route in routes(made):
        points = [tuple(float(n) for n in p.split()) for p in re.findall(r"[ML]([\d.]+ [\d.]+)", route.path)]
        assert all(0 <= x <= made.width and 0 <= y <= made.height for x, y in points)
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            assert x1 == x2 or y1 == y2, route.edge
        if route.edge.target:
            box, (x, y) = made.boxes[route.edge.target], points[-1]
            assert box.x <= x <= box.right and box.y <= y <= box.bottom
            assert x in (box.x, box.right) or y == box.y, route.edge
        box, (x, y) = made.boxes[route.edge.source], points[0]
        assert box.x <= x <= box.right and box.y <= y <= box.bottom


@EACH
def test_the_text_tells_what_the_chart_shows(procedure):
    told = numbered_text(procedure)
    assert len(told) == len(procedure.steps)
    by_step = dict(zip([s.id for s in procedure.steps], told, strict=True))
    for number, step in enumerate(procedure.steps, 1):
        text = by_step[step.id]
        assert text.startswith(f"{number}. ")
        assert f"{step.label}（{step.id}）" in text
        assert all(str(basis) in text for basis in step.basis)
        assert all(role.label in text for role in step.by)
        assert all(outcome.label in text for outcome in step.outcomes)
        assert str(step.stage) in text
    for edge in edges(procedure):
        if edge.target and edge.target != edge.source:
            assert f"（{edge.target}）" in by_step[edge.source], edge


@EACH
def test_the_text_is_chinese_and_says_nothing_empty(procedure):
    for text in (*numbered_text(procedure), *(cell for row in lawyer_table(procedure) for cell in row.cells)):
        assert "None" not in text and "@" not in text and "|" not in text
        assert not re.search(r"[A-Za-z]{3,}", text), text
        assert text.strip()


@EACH
def test_the_table_has_a_row_a_step(procedure):
    rows = lawyer_table(procedure)
    assert [row.step.split(" ")[0] for row in rows] == [step.id for step in procedure.steps]
    for row, step in zip(rows, procedure.steps, strict=True):
        assert bool(step.within) == (row.term != "—")
        assert bool(step.needs) == (row.before != "—")


def test_a_changed_declaration_changes_the_chart():
    first = PENALTY_ORDINARY.steps[0]
    changed = replace(first, outcomes=(Outcome("lost", "线索灭失", ends=True), Outcome("kept", "登记")))
    other = replace(PENALTY_ORDINARY, steps=(changed, *PENALTY_ORDINARY.steps[1:]), _by_id={})
    assert drawn_edges(other) - drawn_edges(PENALTY_ORDINARY) == Counter({("PG-1", "PG-21", "end", "lost"): 1})
    assert "线索灭失" in flow_chart(other)
    assert "线索灭失" in numbered_text(other)[0]


def test_lines_break_as_chinese_lines_do():
    lines = wrapped("甲乙丙丁，戊“己庚”", 4 * 10, 10)
    assert lines == ["甲乙丙丁，", "戊“己庚”"] or all(line[0] not in "，。”" for line in lines)
    assert "".join(wrapped("建议补充调查：退回“调查取证”", 90, 10)) == "建议补充调查：退回“调查取证”"
    assert not any(line.endswith(("“", "《", "（")) for line in wrapped("退回“调查”《法》（一）" * 5, 55, 10))


def test_drawing_twice_draws_the_same():
    assert [flow_chart(p) for p in RELEASED] == [flow_chart(p) for p in RELEASED]


def test_the_committed_pages_are_those_of_the_declarations():
    assert pages.drift(DOCS) == [], "run: python -m lantai.law.pages"


def test_pages_are_written_where_stale_and_removed_where_nothing_stands_behind_them(tmp_path):
    first = pages.write(tmp_path)
    assert set(first) == set(pages.pages())
    assert pages.drift(tmp_path) == []
    (tmp_path / "penalty.ordinary.md").write_text("改过", "utf-8")
    (tmp_path / "gone.svg").write_text("<svg/>", "utf-8")
    assert pages.drift(tmp_path) == ["gone.svg", "penalty.ordinary.md"]
    assert pages.write(tmp_path) == ["gone.svg", "penalty.ordinary.md"]
    assert pages.drift(tmp_path) == []
