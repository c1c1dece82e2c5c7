"""Keyset pages (按键翻页): page 4,000 costs what page 1 costs, because no rows are counted or skipped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest

Row = TypeVar("Row")
SIZE = 20
MOST_COUNTED = 10_000


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Rows of one page and the addresses of its neighbours ("" where there is none); ``total`` where known."""

    rows: Sequence[Row]
    newer: str = ""
    older: str = ""
    total: int | None = None

    @property
    def total_words(self) -> str:
        """Exact up to 10,000, above that 10,000+."""
        if self.total is None:
            return ""
        return f"{MOST_COUNTED:,}+" if self.total > MOST_COUNTED else f"{self.total:,}"


def position(request: HttpRequest) -> tuple[str, int | None]:
    """Where a page starts: ("before" or "after", key) from the address; ("", None) on the first page."""
    for word in ("before", "after"):
        value = request.GET.get(word, "")
        if value.isascii() and value.lstrip("-").isdigit() and len(value) < 19:
            return word, int(value)
    return "", None


def address(request: HttpRequest, **changes: Any) -> str:
    """The present address with query values changed; None takes a value out."""
    query = request.GET.copy()
    for word in ("before", "after"):
        query.pop(word, None)
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = str(value)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def keyset(
    request: HttpRequest, rows: QuerySet[Any], *, key: str = "pk", size: int = SIZE, total: int | None = None
) -> Page[Any]:
    """One page of a queryset, newest (largest ``key``) first. ``key`` is unique, ordered and indexed."""
    word, at = position(request)
    if word == "after":
        found = list(rows.filter(**{f"{key}__gt": at}).order_by(key)[: size + 1])
        more, found = len(found) > size, found[:size][::-1]
        return made(request, found, lambda r: getattr(r, key), newer=more, older=True, total=total)
    if word == "before":
        rows = rows.filter(**{f"{key}__lt": at})
    found = list(rows.order_by(f"-{key}")[: size + 1])
    return made(
        request,
        found[:size],
        lambda r: getattr(r, key),
        newer=word == "before",
        older=len(found) > size,
        total=total,
    )


def made(
    request: HttpRequest,
    rows: Sequence[Any],
    key_of: Callable[[Any], int],
    *,
    newer: bool,
    older: bool,
    total: int | None = None,
) -> Page[Any]:
    """A Page from rows already read; used where a query does its own paging (search)."""
    return Page(
        rows=rows,
        newer=address(request, after=key_of(rows[0])) if rows and newer else "",
        older=address(request, before=key_of(rows[-1])) if rows and older else "",
        total=total,
    )


def capped_count(rows: QuerySet[Model]) -> int:
    """The count up to 10,001: a list that long is narrowed, not counted."""
    return rows.order_by()[: MOST_COUNTED + 1].count()
