"""Readings of a declared procedure (程序的读法): what runs, what is missing, what is owed and what is published.

``timetable``, ``checklist``, ``step_bar``, ``obligations`` and ``closing_obligations`` read it with the facts of a case;
``flow_chart``, ``numbered_text`` and ``lawyer_table`` read the declaration alone.
"""

from lantai.law.gates.closing import Obligation
from lantai.law.sheets.checklist import ChecklistLine, checklist
from lantai.law.sheets.drawing import flow_chart
from lantai.law.sheets.graph import Edge, edges
from lantai.law.sheets.obligations import closing_obligations, gate_of, obligations, step_bar
from lantai.law.sheets.timetable import Running, TermLine, running, term_words, timetable
from lantai.law.sheets.written import LawyerRow, lawyer_table, numbered_text

__all__ = [
    "ChecklistLine",
    "Edge",
    "LawyerRow",
    "Obligation",
    "Running",
    "TermLine",
    "checklist",
    "closing_obligations",
    "edges",
    "flow_chart",
    "gate_of",
    "lawyer_table",
    "numbered_text",
    "obligations",
    "running",
    "step_bar",
    "term_words",
    "timetable",
]
