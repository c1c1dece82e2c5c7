"""BPMN 2.0: a procedure as a file that a process tool of somebody else opens, with its diagram.

Made from the same declaration and edges as the chart; each task names articles, persons, terms and records in its
documentation. The file describes and is not executed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lantai.law.procedure import Procedure, Stage
from lantai.law.sheets.bpmn.nodes import CHOICE, FORK, Flow, Model, Node, model, word
from lantai.law.sheets.bpmn.places import Drawing, Place, drawing

MEDIA_TYPE = "application/bpmn+xml"
_NAMESPACES = (
    'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)

__all__ = ["MEDIA_TYPE", "bpmn", "file_name"]


def file_name(procedure: Procedure) -> str:
    """``penalty.ordinary.v1.bpmn``."""
    return f"{procedure.code}.v{procedure.version}.bpmn"


def bpmn(procedure: Procedure) -> str:
    """The procedure as BPMN 2.0 with diagram interchange."""
    return "\n".join(_lines(procedure)) + "\n"


def _lines(procedure: Procedure) -> Iterator[str]:
    made = model(procedure)
    name = word(procedure.code)
    place = f"urn:lantai:{procedure.code}:{procedure.version}"
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<definitions {_NAMESPACES} id="definitions_{name}" name={quoteattr(procedure.label)} '
        f'targetNamespace={quoteattr(place)} exporter="lantai" exporterVersion="{procedure.version}">'
    )
    yield f'  <collaboration id="collaboration_{name}">'
    yield f'    <participant id="pool_{name}" name={quoteattr(procedure.label)} processRef="process_{name}"/>'
    yield "  </collaboration>"
    yield f'  <process id="process_{name}" name={quoteattr(procedure.label)} isExecutable="true">'
    yield f"    <documentation>{escape(_about(procedure))}</documentation>"
    yield from _lanes(made)
    for node in made.nodes.values():
        yield from _node(made, node)
    for flow in made.flows:
        yield from _flow(made, flow)
    yield "  </process>"
    yield from _diagram(made, drawing(made), name)
    yield "</definitions>"


def _about(procedure: Procedure) -> str:
    return f"{procedure.note}\n第{procedure.version}版，自{procedure.in_force.isoformat()}起施行，程序摘要{procedure.digest}"


def _stages(made: Model) -> list[Stage]:
    return list(dict.fromkeys(step.stage for step in made.procedure.steps))


def _lanes(made: Model) -> Iterator[str]:
    yield '    <laneSet id="stages">'
    for number, stage in enumerate(_stages(made)):
        yield f'      <lane id="stage_{number}" name={quoteattr(stage.value)}>'
        for node in made.nodes.values():
            if node.stage is stage:
                yield f"        <flowNodeRef>{node.id}</flowNodeRef>"
        yield "      </lane>"
    yield "    </laneSet>"


def _node(made: Model, node: Node) -> Iterator[str]:
    extra = f" calledElement={quoteattr(node.calls)}" if node.calls else ""
    if node.kind in (CHOICE, FORK):
        out = sum(f.source == node.id for f in made.flows)
        extra += f' gatewayDirection="{"Diverging" if out > 1 else "Converging"}"'
        if node.id in made.defaults:
            extra += f' default="{made.defaults[node.id]}"'
    named = f" name={quoteattr(node.name)}" if node.name else ""
    yield f'    <{node.kind} id="{node.id}"{named}{extra}>'
    if node.documentation:
        yield f"      <documentation>{escape(node.documentation)}</documentation>"
    yield from (f"      <incoming>{f.id}</incoming>" for f in made.flows if f.target == node.id)
    yield from (f"      <outgoing>{f.id}</outgoing>" for f in made.flows if f.source == node.id)
    yield f"    </{node.kind}>"


def _flow(made: Model, flow: Flow) -> Iterator[str]:
    named = f" name={quoteattr(flow.name)}" if flow.name else ""
    ends = f'id="{flow.id}"{named} sourceRef="{flow.source}" targetRef="{flow.target}"'
    parted = made.nodes[flow.source].kind in (CHOICE, FORK) and made.defaults.get(flow.source) != flow.id
    alone = sum(f.source == flow.source for f in made.flows) < 2
    if not parted or alone or not flow.condition:
        yield f"    <sequenceFlow {ends}/>"
        return
    yield f"    <sequenceFlow {ends}>"
    yield f'      <conditionExpression xsi:type="tFormalExpression">{escape(flow.condition)}</conditionExpression>'
    yield "    </sequenceFlow>"


def _diagram(made: Model, drawn: Drawing, name: str) -> Iterator[str]:
    yield f'  <bpmndi:BPMNDiagram id="diagram_{name}">'
    yield f'    <bpmndi:BPMNPlane id="plane_{name}" bpmnElement="collaboration_{name}">'
    yield from _shape(f"pool_{name}", drawn.pool, ' isHorizontal="true"')
    for number, stage in enumerate(_stages(made)):
        yield from _shape(f"stage_{number}", drawn.lanes[stage], ' isHorizontal="true"')
    for node in made.nodes.values():
        extra = ' isMarkerVisible="true"' if node.kind == CHOICE else ""
        yield from _shape(node.id, drawn.nodes[node.id], extra)
    for flow in made.flows:
        yield f'      <bpmndi:BPMNEdge id="edge_{flow.id}" bpmnElement="{flow.id}">'
        yield from (f'        <di:waypoint x="{x:g}" y="{y:g}"/>' for x, y in drawn.flows[flow.id])
        yield "      </bpmndi:BPMNEdge>"
    yield "    </bpmndi:BPMNPlane>"
    yield "  </bpmndi:BPMNDiagram>"


def _shape(element: str, place: Place, extra: str = "") -> Iterator[str]:
    yield f'      <bpmndi:BPMNShape id="shape_{element}" bpmnElement="{element}"{extra}>'
    yield f'        <dc:Bounds x="{place.x:g}" y="{place.y:g}" width="{place.width:g}" height="{place.height:g}"/>'
    yield "      </bpmndi:BPMNShape>"
