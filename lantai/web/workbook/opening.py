"""Opening a workbook from outside: only what is one, and only what unpacks within measure."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import column_index_from_string

from lantai.law.refusals import Malformed

_UNPACKED = 80 * 1024**2
_PARTS = 2_000
_MERGED_CELLS = 500_000
_MERGE = re.compile(rb'mergeCell[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def _checked(source: Path) -> None:
    """Refuse what is no workbook or would unpack without measure."""
    with source.open("rb") as stream:
        head = stream.read(8)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Malformed("file", "这是旧版 .xls 或加密的工作簿，请另存为不加密的 .xlsx 后再上传")
    try:
        with zipfile.ZipFile(source) as parts:
            listed = parts.infolist()
            if "xl/workbook.xml" not in parts.namelist():
                raise Malformed("file", "这不是 Excel 工作簿（.xlsx），请用模板填写")
            if len(listed) > _PARTS or sum(p.file_size for p in listed) > _UNPACKED:
                raise Malformed("file", "工作簿展开后过大，请拆成几个文件上传")
            merged = sum(_merged(parts.read(p)) for p in listed if p.filename.startswith("xl/worksheets/sheet"))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as broken:
        raise Malformed("file", "文件打不开，可能已损坏，请重新另存为 .xlsx 后上传") from broken
    if merged > _MERGED_CELLS:
        raise Malformed("file", "合并单元格的范围过大，请取消合并后上传")


def _merged(xml: bytes) -> int:
    return sum(
        (abs(int(r2) - int(r1)) + 1)
        * (abs(column_index_from_string(c2.decode()) - column_index_from_string(c1.decode())) + 1)
        for c1, r1, c2, r2 in _MERGE.findall(xml)
    )


def opened(source: Path) -> Workbook:
    _checked(source)
    try:
        with source.open("rb") as stream:  # a kept file has no ending by which the reader would know it
            return load_workbook(stream)
    except Exception as broken:  # the reader raises whatever a damaged part provokes
        raise Malformed("file", "工作簿内容无法识别，请用 Excel 或 WPS 重新另存为 .xlsx 后上传") from broken
