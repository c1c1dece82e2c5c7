"""Finding the tables of a workbook: below title rows, through merged cells, past notes and totals.

Every doubt becomes a ``Problem`` with row and column. Source of the habits met here: design ux 4.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from lantai.law.refusals import Malformed
from lantai.web.workbook.cells import Doubt, understood
from lantai.web.workbook.opening import opened
from lantai.web.workbook.sheets import PROBLEM_HEADER, Column, Line, Sheet, Table, plain

_HEADER_WITHIN = 30
_COLUMNS = 120
_ROWS = 60_000
_NOTE = re.compile(r"^(注|说明|备注|填表|填写|合计|总计|制表|审核人|单位负责人)")


def read(source: Path, sheets: Iterable[Sheet]) -> dict[str, Table]:
    """The tables of a workbook by sheet key. Raises Malformed ("file") where the file or a required header is missing."""
    book = opened(source)
    shown = [ws for ws in book.worksheets if ws.sheet_state == "visible"]
    found: dict[str, Table] = {}
    taken: set[str] = set()
    for sheet in sheets:
        best = max(
            ((_header(ws, sheet), ws) for ws in shown if ws.title not in taken),
            key=lambda m: m[0][0],
            default=None,
        )
        if best is None or not best[0][1]:
            if sheet.optional:
                continue
            raise Malformed("file", f"没有找到“{sheet.title}”表：{_missing(best and best[0][2], sheet)}")
        (_, row, letters), ws = best
        if absent := [c for c in sheet.columns if c.required and c.key not in letters]:
            if sheet.optional:
                continue
            raise Malformed("file", f"工作表“{ws.title}”第 {row} 行缺少列：{'、'.join(c.header for c in absent)}")
        taken.add(ws.title)
        found[sheet.key] = _table(ws, sheet, row, letters)
    return found


def _missing(letters: Mapping[str, str] | None, sheet: Sheet) -> str:
    absent = [c.header for c in sheet.columns if c.required and c.key not in (letters or {})]
    return f"前 {_HEADER_WITHIN} 行里没有同时含“{'”“'.join(absent[:4])}”的表头"


def _header(ws: Worksheet, sheet: Sheet) -> tuple[int, int, dict[str, str]]:
    """Score, row and column letters of the best header row; row 0 where fewer than two headers match."""
    names = {name: c.key for c in sheet.columns for name in c.names}
    needed = {c.key for c in sheet.columns if c.required}
    merged = _merged_from(ws, _HEADER_WITHIN)
    best: tuple[int, int, dict[str, str]] = (0, 0, {})
    for row in range(1, min(ws.max_row, _HEADER_WITHIN) + 1):
        letters: dict[str, str] = {}
        for column in range(1, min(ws.max_column, _COLUMNS) + 1):
            cell = merged.get((row, column)) or ws._cells.get((row, column))
            key = names.get(plain(cell.value)) if cell is not None else None
            if key and key not in letters:
                letters[key] = get_column_letter(column)
        score = len(letters) + 2 * len(needed & letters.keys()) + (5 if plain(ws.title) == plain(sheet.title) else 0)
        if len(letters) >= min(2, len(sheet.columns)) and score > best[0]:
            best = (score, row, letters)
    return best


def _merged_from(ws: Worksheet, last_row: int = _ROWS) -> dict[tuple[int, int], Cell]:
    """The cell that speaks for each place inside a merged range: its first."""
    speaks: dict[tuple[int, int], Cell] = {}
    for merged in ws.merged_cells.ranges:
        first = ws.cell(merged.min_row, merged.min_col)
        for row in range(merged.min_row, min(merged.max_row, last_row) + 1):
            for column in range(merged.min_col, min(merged.max_col, _COLUMNS) + 1):
                speaks[(row, column)] = first
    return speaks


def _table(ws: Worksheet, sheet: Sheet, header_row: int, letters: dict[str, str]) -> Table:
    columns = [(c, column_index_from_string(letters[c.key])) for c in sheet.columns if c.key in letters]
    places = {index for _, index in columns}
    headers = {c.key: str(ws.cell(header_row, index).value or c.header).strip() for c, index in columns}
    unused = tuple(
        str(cell.value).strip()
        for (row, index), cell in ws._cells.items()
        if row == header_row and index not in places and cell.value not in (None, "", PROBLEM_HEADER)
    )
    table = Table(sheet.key, ws.title, header_row, letters, headers, unused, (), [])
    merged = _merged_from(ws)
    skipped = []
    for row in sorted({r for r, _ in ws._cells if r > header_row}):
        cells = [(c, merged.get((row, index)) or ws._cells.get((row, index))) for c, index in columns]
        said = [text for _, cell in cells if cell is not None and (text := str(cell.value or "").strip())]
        if not said:
            continue
        if _is_aside(said, headers):
            skipped.append(row)
            continue
        if len(table.lines) >= _ROWS:
            raise Malformed("file", f"一次最多导入 {_ROWS} 行，请拆成几个文件上传")
        table.lines.append(_line(table, row, cells))
    table.skipped = tuple(skipped)
    return table


def _is_aside(said: list[str], headers: Mapping[str, str]) -> bool:
    """A note, a total or a repeated header is no row of the register."""
    if len(set(said)) == 1 and _NOTE.match(said[0]):
        return True
    if said[0] in ("合计", "总计"):
        return True
    known = {plain(h) for h in headers.values()}
    return len(said) > 1 and all(plain(s) in known for s in said)


def _line(table: Table, row: int, cells: list[tuple[Column, Cell | None]]) -> Line:
    line = Line(row, {})
    for column, cell in cells:
        try:
            line.values[column.key] = understood(column, cell and cell.value, cell.data_type if cell else "")
        except Doubt as doubt:
            line.values[column.key] = None
            table.blame(line, column.key, doubt.sentence)
    return line
