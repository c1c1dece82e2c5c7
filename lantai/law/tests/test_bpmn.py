"""Every procedure as BPMN 2.0: a reader that is not ours loads each file, and it says what the declaration says."""

from __future__ import annotations

import logging
import warnings
from xml.etree import ElementTree

import pytest

from lantai.law.released import RELEASED
from lantai.law.sheets.bpmn import bpmn, file_name
from lantai.law.sheets.bpmn.nodes import model, word
from lantai.law.sheets.graph import edges

B = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
D = "{http://www.omg.org/spec/BPMN/20100524/DI}"
FILES = [pytest.param(p, id=file_name(p)) for p in RELEASED]


@pytest.mark.parametrize("procedure", FILES)
def test_an_outside_reader_loads_the_file_against_the_schema_without_a_warning(procedure, caplog):
    reader = pytest.importorskip("SpiffWorkflow.bpmn.parser", reason="没有安装SpiffWorkflow")
    etree = pytest.importorskip("lxml.etree")
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")
        parser = reader.BpmnParser(validator=reader.BpmnValidator())
        parser.add_bpmn_xml(etree.fromstring(bpmn(procedure).encode()), filename=file_name(procedure))
        spec = parser.get_spec(f"process_{word(procedure.code)}")
    assert caplog.records == []
    read = {s.bpmn_id: s.bpmn_name for s in spec.task_specs.values() if s.bpmn_id and s.bpmn_id.startswith("step_")}
    assert read == {f"step_{word(s.id)}": s.label for s in procedure.steps}
    assert spec.description == procedure.label


def test_the_outside_reader_would_have_found_a_fault():
    reader = pytest.importorskip("SpiffWorkflow.bpmn.parser", reason="没有安装SpiffWorkflow")
    etree = pytest.importorskip("lxml.etree")
    spoiled = bpmn(RELEASED[0]).replace("<outgoing>", "<outgone>", 1).replace("</outgoing>", "</outgone>", 1)
    parser = reader.BpmnParser(validator=reader.BpmnValidator())
    with pytest.raises(reader.ValidationException.ValidationException):
        parser.add_bpmn_xml(etree.fromstring(spoiled.encode()), filename="spoiled.bpmn")


@pytest.mark.parametrize("procedure", FILES)
def test_everything_is_drawn_once_and_every_flow_joins_what_it_names(procedure):
    root = ElementTree.fromstring(bpmn(procedure))
    process = root.find(f"{B}process")
    nodes = {e.get("id") for e in process if e.tag not in (f"{B}laneSet", f"{B}sequenceFlow", f"{B}documentation")}
    flows = {e.get("id"): (e.get("sourceRef"), e.get("targetRef")) for e in process.iter(f"{B}sequenceFlow")}
    assert {end for pair in flows.values() for end in pair} == nodes
    assert sorted(e.text for e in process.iter(f"{B}flowNodeRef")) == sorted(nodes)
    shapes = [e.get("bpmnElement") for e in root.iter(f"{D}BPMNShape")]
    assert len(shapes) == len(set(shapes)) and nodes <= set(shapes)
    drawn = {e.get("bpmnElement"): len(e) for e in root.iter(f"{D}BPMNEdge")}
    assert drawn.keys() == flows.keys() and min(drawn.values()) >= 2
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("procedure", FILES)
def test_every_edge_of_the_chart_is_a_way_through_the_file(procedure):
    made = model(procedure)
    onwards: dict[str, set[str]] = {}
    for flow in made.flows:
        onwards.setdefault(flow.source, set()).add(flow.target)

    def reached(step: str) -> set[str]:
        seen, waiting = set(), list(onwards.get(f"step_{word(step)}", ()))
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                if not at.startswith("step_"):
                    waiting.extend(onwards.get(at, ()))
        return {at for at in seen if at.startswith("step_")}

    for step in procedure.steps:
        wanted = {f"step_{word(e.target)}" for e in edges(procedure) if e.source == step.id and e.target}
        assert reached(step.id) == wanted, step.id


@pytest.mark.parametrize("procedure", FILES)
def test_no_two_elements_lie_over_each_other(procedure):
    root = ElementTree.fromstring(bpmn(procedure))
    boxes = {}
    for shape in root.iter(f"{D}BPMNShape"):
        if not shape.get("bpmnElement").startswith(("pool_", "stage_")):
            bounds = shape[0]
            boxes[shape.get("bpmnElement")] = [float(bounds.get(k)) for k in ("x", "y", "width", "height")]
    placed = list(boxes.items())
    for number, (one, (x, y, w, h)) in enumerate(placed):
        for other, (a, b, c, d) in placed[number + 1 :]:
            assert x + w <= a or a + c <= x or y + h <= b or b + d <= y, (one, other)
