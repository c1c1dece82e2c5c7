"""The filters of the component set: days, money, masks and citations; loaded as builtins, so that templates need no
``load``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import quote

from django import template
from django.utils import timezone
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from lantai.law.periods import written, written_to_the_minute
from lantai.law.statutes import Basis

register = template.Library()


@register.filter
def cn_date(day: date | datetime | str | None) -> str:
    """2026-11-13 → 2026年11月13日; nothing → —."""
    if isinstance(day, str):
        day = datetime.fromisoformat(day) if day else None
    if day is None:
        return "—"
    if isinstance(day, datetime):
        day = timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return written(day)


@register.filter
def cn_datetime(moment: datetime | str | None) -> str:
    """An instant → 2026年11月13日 09:12."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment) if moment else None
    if moment is None:
        return "—"
    return written_to_the_minute(moment)


@register.filter
def yuan(amount: Any) -> str:
    """1000 → 1,000 元; 12.5 → 12.50 元. What is no amount is shown as it is."""
    if amount in (None, ""):
        return "—"
    try:
        value = Decimal(str(amount))
    except InvalidOperation:
        return str(amount)
    return f"{value:,.0f} 元" if value == value.to_integral_value() else f"{value:,.2f} 元"


@register.filter
def thousands(number: Any) -> str:
    """73894 → 73,894; a decimal number with its two places."""
    if isinstance(number, Decimal):
        return f"{number:,.2f}"
    return f"{number:,}" if isinstance(number, int) else str(number if number is not None else "—")


@register.filter
def mask(text: Any) -> str:
    """Hide the middle of a number or name: 430401199001011234 → 430***********1234; 张三 → 张*."""
    value = str(text or "")
    if len(value) <= 4:
        return value[:1] + "*" * (len(value) - 1)
    keep = 4 if len(value) > 10 else 2
    return value[: keep - 1] + "*" * (len(value) - 2 * keep + 1) + value[-keep:]


def law_address(title: str, article: int, paragraph: int = 0) -> str:
    anchor = f"#p{paragraph}" if paragraph else ""
    return f"/laws/{quote(title)}/{article}/{anchor}"


@register.filter
def article(basis: Basis | str | None) -> SafeString:
    """A citation as a link to its text; also ``《行政处罚法》第五十八条`` or a whole plan given as words."""
    if basis is None:
        return mark_safe("")
    if isinstance(basis, Basis):
        whole = f"/laws/{quote(basis.statute.short)}/"  # plans and opinions are cited as a whole
        address = law_address(basis.statute.short, basis.article, basis.paragraph) if basis.article else whole
        return format_html('<a href="{}">{}</a>', address, str(basis))
    if whole := WHOLE.fullmatch(basis):
        return format_html('<a href="/laws/{}/">{}</a>', quote(whole[1]), basis)
    return cite(basis)


@register.filter
def articles(bases: Iterable[Basis | str] | None) -> SafeString:
    return format_html_join("、", "{}", ((article(b),) for b in bases or ()))


WHOLE = re.compile(r"《([^《》]{2,60})》")
CITED = re.compile(
    r"《([^《》]{2,60})》第([零一二三四五六七八九十百]+)条(?:之[一二三四五六七八九十]+)?(?:第([一二三四五六七八九十]+)款)?(?:第[一二三四五六七八九十]+项)?"
)
_VALUE = {c: n for n, c in enumerate("零一二三四五六七八九")}


def numeral(text: str) -> int:
    """五十八 → 58."""
    total = current = 0
    for char in text:
        if char == "百":
            total, current = total + (current or 1) * 100, 0
        elif char == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = _VALUE[char]
    return total + current


@register.filter
def cite(text: Any) -> SafeString:
    """Plain text with every citation in it linked to the article."""
    source, out, last = str(text or ""), [], 0
    for found in CITED.finditer(source):
        title = found[1].removeprefix("中华人民共和国")
        address = law_address(title, numeral(found[2]), numeral(found[3]) if found[3] else 0)
        out += [escape(source[last : found.start()]), format_html('<a href="{}">{}</a>', address, found[0])]
        last = found.end()
    return mark_safe("".join([*out, escape(source[last:])]))  # noqa: S308 - every part is escaped above


@register.filter
def lookup(mapping: Mapping[Any, Any] | None, key: Any) -> Any:
    return (mapping or {}).get(key, "")
