"""One cell, read strictly: what is doubtful is said, nothing is repaired by guess."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import Any

from lantai.web.workbook.sheets import Column

_SCIENTIFIC = re.compile(r"[+-]?\d+(\.\d+)?[eE][+-]?\d+")
_DATE = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?")
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SEPARATORS = re.compile(r"[、，,;；\n]+")


class Doubt(Exception):
    def __init__(self, sentence: str):
        self.sentence = sentence
        super().__init__(sentence)


def understood(column: Column, value: Any, kind: str) -> Any:
    """The value of a cell as its column means it. Raises Doubt instead of guessing."""
    if isinstance(value, str):
        value = value.strip()
    if value is None or value == "":
        if column.required:
            raise Doubt("必填，不能为空")
        return [] if column.kind == "words" else None if column.kind in ("date", "number") else ""
    if kind == "f" or (isinstance(value, str) and value.startswith("=")):  # a formula handed back as text stays one
        raise Doubt("是公式，请粘贴为数值或文字后重新上传")
    if kind == "e":
        raise Doubt(f"单元格报错（{value}），请改正")
    if isinstance(value, bool):
        raise Doubt("是逻辑值，请填文字")
    return _READERS[column.kind](column, value)


def _text(column: Column, value: Any) -> str:
    if isinstance(value, datetime | date):
        raise Doubt("是日期格式，请改为文本")
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    if len(text) > column.longest:
        raise Doubt(f"超过 {column.longest} 字")
    found = {unicodedata.category(c) for c in text if c not in "\n\t"}
    if found & {"Cc", "Cf"}:
        raise Doubt("含有看不见的控制字符，请删去")
    if "Co" in found:
        raise Doubt("含有自造字，请改用国家标准编码的字")
    return text


def _id(column: Column, value: Any) -> str:
    if not isinstance(value, str):
        raise Doubt("是数字格式，可能已丢失位数；请把该列设为“文本”格式后重新填写，系统不猜测")
    if _SCIENTIFIC.fullmatch(value):
        raise Doubt(f"是科学计数法（{value}），原号码已丢失；请按证件原样重新填写，系统不猜测")
    if any(unicodedata.category(c) in ("Cf", "Cc", "Zs") for c in value):
        raise Doubt("号码中间有空格或看不见的字符，请删去")
    if column.pattern and not re.fullmatch(column.pattern, value):
        raise Doubt(column.form or "号码的格式不对")
    return _text(column, value)


def _date(column: Column, value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise Doubt("是数字，不是日期；请写成 2026-11-24 的样子")
    match = _DATE.fullmatch(value) or _COMPACT_DATE.fullmatch(value)
    try:
        return date(*(int(part) for part in match.groups())) if match else date.fromisoformat(value)
    except ValueError as wrong:
        raise Doubt(f"“{value[:20]}”不是存在的日期；请写成 2026-11-24 的样子") from wrong


def _number(column: Column, value: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"\d{1,3}(,\d{3})+|\d{1,15}", value):
        return int(value.replace(",", ""))
    if isinstance(value, int | float) and value >= 0 and float(value).is_integer() and value < 10**15:
        return int(value)
    raise Doubt(f"“{str(value)[:20]}”不是非负整数")


def _choice(column: Column, value: Any) -> str:
    word = str(value).strip()
    if word not in column.choices:
        allowed = "、".join(column.labels)
        raise Doubt(f"“{word[:20]}”不在可填的范围内（{allowed[:120]}）")
    return column.choices[word]


def _words(column: Column, value: Any) -> list[str]:
    words = [w.strip() for w in _SEPARATORS.split(str(value)) if w.strip()]
    return [_choice(column, w) for w in words] if column.choices else words


_READERS = {"text": _text, "id": _id, "date": _date, "number": _number, "choice": _choice, "words": _words}
