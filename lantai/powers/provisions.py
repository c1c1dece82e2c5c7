"""Provisions as people write them in lists: numbers of articles, names of statutes."""

from __future__ import annotations

import re

from lantai.law.statutes import chinese_numeral
from lantai.law.statutes_in_force import BY_NAME

_NUMERALS = {chinese_numeral(n): n for n in range(1, 1000)}
_NUMBER = re.compile(r"(?:第)?\s*([0-9]{1,3}|[一二三四五六七八九十百零]+)\s*([条款项])?")


class NotAProvision(ValueError):
    """A cell that names no article, paragraph or item; the message says why."""


def number(text: str, unit: str) -> int:
    """58, 第58条, 五十八 or 第五十八条 → 58; an empty cell → 0. Raises NotAProvision. ``unit``: 条, 款 or 项."""
    if not text:
        return 0
    if "之" in text:
        raise NotAProvision(f"“{text}”是增补的条文，名录只能引到整条，请填条数")
    found = _NUMBER.fullmatch(text.strip())
    if found is None or (found[2] and found[2] != unit):
        raise NotAProvision(f"“{text}”不是{unit}的序号，请填数字，例如 58")
    digits = found[1]
    value = int(digits) if digits.isdigit() else _NUMERALS.get(digits, 0)
    if not value:
        raise NotAProvision(f"“{text}”不是{unit}的序号，请填数字，例如 58")
    return value


def title(text: str) -> str:
    """The name by which a statute is cited: without 《》; known statutes by their short name."""
    name = text.strip().removeprefix("《").removesuffix("》").strip()
    known = BY_NAME.get(name)
    return known.short if known is not None else name
