"""Handing workbooks out: the same one back with a red 问题 column, and the empty template. Text stays text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lantai.web.workbook.opening import opened
from lantai.web.workbook.sheets import PROBLEM_HEADER, Problem, Sheet


def _write(cell: Cell, text: str) -> None:
    """Write text as text: whatever it begins with, it never becomes a formula or a number."""
    cell.value = text
    cell.data_type = "s"
    cell.number_format = "@"


def with_problems(source: Path, problems: Iterable[Problem], tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The same workbook with a red 问题 column beside each table (``tables``: sheet name → header row).

    Cells keep their values. Formulas are handed back as their text, so that opening the file computes nothing.
    """
    book = opened(source)
    red, tint = Font(color="A61B1B", bold=True), PatternFill("solid", fgColor="FBEAEA")
    for ws in book.worksheets:
        for cell in list(ws._cells.values()):
            if cell.data_type == "f":
                _write(cell, cell.value if isinstance(cell.value, str) else f"={getattr(cell.value, 'text', '')}")
    grouped: dict[str, dict[int, list[Problem]]] = {}
    for problem in problems:
        grouped.setdefault(problem.sheet, {}).setdefault(problem.row, []).append(problem)
    for name, where in tables.items():
        ws = book[name]
        header_row = int(where["header_row"])
        last = _problem_column(ws, header_row)
        ws.column_dimensions[get_column_letter(last)].width = 60
        for row in {header_row, *grouped.get(name, {})}:
            ws.merged_cells.ranges = {m for m in ws.merged_cells.ranges if (row, last) not in m.cells}
            ws._cells.pop((row, last), None)
        title = ws.cell(header_row, last)
        _write(title, PROBLEM_HEADER)
        title.font = red
        for row, found in grouped.get(name, {}).items():
            cell = ws.cell(row, last)
            _write(
                cell,
                "；".join(f"{p.column} 列{p.header}：{p.sentence}" if p.column else p.sentence for p in found),
            )
            cell.font, cell.fill, cell.alignment = red, tint, Alignment(wrap_text=True, vertical="top")
    return _bytes(book)


def _problem_column(ws: Worksheet, header_row: int) -> int:
    """Where 问题 stands already, else the first column to the right of all that the table and its merged head hold."""
    filled = [(r, c) for (r, c), cell in ws._cells.items() if r >= header_row and cell.value not in (None, "")]
    for row, column in filled:
        if row == header_row and ws.cell(row, column).value == PROBLEM_HEADER:
            return column
    across = (m.max_col for m in ws.merged_cells.ranges if m.min_row <= header_row <= m.max_row)
    return max(max((c for _, c in filled), default=0), *across, 0) + 1


def template(sheets: Iterable[Sheet], note: str = "") -> bytes:
    """An empty workbook to fill: text columns, drop-downs, and examples on a sheet of their own."""
    book = Workbook()
    book.remove(book.active)
    sheets = tuple(sheets)
    for sheet in sheets:
        ws = book.create_sheet(sheet.title)
        _head(ws, sheet)
        for index, column in enumerate(sheet.columns, start=1):
            ws.column_dimensions[get_column_letter(index)].number_format = "@"
            labels = column.labels if column.kind == "choice" else []
            if labels and sum(len(label) + 1 for label in labels) < 250:
                offered = DataValidation(type="list", formula1='"' + ",".join(labels) + '"', allow_blank=True)
                ws.add_data_validation(offered)
                offered.add(f"{get_column_letter(index)}2:{get_column_letter(index)}5000")
    for sheet in sheets:
        ws = book.create_sheet(f"{sheet.title}填写示例")
        ws.sheet_properties.tabColor = "6F7C8D"
        _head(ws, sheet)
        for index, column in enumerate(sheet.columns, start=1):
            _write(ws.cell(2, index), column.example)
    ws = book.create_sheet("填写说明")
    ws.column_dimensions["A"].width = 110
    rules = [
        note,
        "标 * 的列必填。号码一律按“文本”填写；系统不猜测、不修补号码。",
        "日期写成 2026-11-24 的样子。",
    ]
    for row, text in enumerate(filter(None, rules), start=1):
        _write(ws.cell(row, 1), text)
    return _bytes(book)


def _head(ws: Worksheet, sheet: Sheet) -> None:
    ws.freeze_panes = "A2"
    for index, column in enumerate(sheet.columns, start=1):
        cell = ws.cell(1, index)
        _write(cell, column.header + ("*" if column.required else ""))
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E9EEF4")
        ws.column_dimensions[get_column_letter(index)].width = max(12, 2 * len(column.header) + 4)


def _bytes(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()
