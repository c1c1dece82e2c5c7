"""Searching published decisions: pairs nominate, a substring recheck decides; newest first; the same on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Count, Q, QuerySet, prefetch_related_objects
from django.db.models.expressions import RawSQL

from lantai.ledger import clock
from lantai.portal.bigrams import pairs, words
from lantai.portal.models import PublishedNotice
from lantai.web.paging import MOST_COUNTED, SIZE

PROBE = 5_000
FACETS = (
    ("agency", "agency_name", "机关"),
    ("kind", "kind", "类别"),
    ("division", "division", "区县"),
    ("year", "year", "年份"),
)


@dataclass(frozen=True)
class Facet:
    """One way to narrow a result: its address word, label and the values with capped counts, the largest first."""

    name: str
    label: str
    values: tuple[tuple[str, int], ...]
    chosen: str


@dataclass(frozen=True)
class Found:
    """A page of results. ``total`` is counted up to 10,001. ``refused`` says why a query was not run."""

    rows: Sequence[PublishedNotice]
    newer: bool = False
    older: bool = False
    total: int = 0
    facets: tuple[Facet, ...] = ()
    words: tuple[str, ...] = ()
    refused: str = ""
    chosen: dict[str, str] = field(default_factory=dict)


def shown() -> QuerySet[PublishedNotice]:
    """What is public today: neither withdrawn nor past its term."""
    today = clock.today()
    found = PublishedNotice.objects.filter(Q(shown_until__isnull=True) | Q(shown_until__gte=today))
    return found.exclude(status=PublishedNotice.Status.WITHDRAWN)


def search(query: str, chosen: dict[str, str], word: str = "", at: int | None = None, size: int = SIZE) -> Found:
    """Decisions that contain every word of ``query``, narrowed by ``chosen`` facets; one keyset page."""
    asked = words(query)
    chosen = {name: value for name, value in chosen.items() if value and name in {f for f, _, _ in FACETS}}
    if query.strip() and not any(pairs(w) for w in asked):
        return Found((), refused="请至少输入两个连续的汉字、字母或者数字", chosen=chosen)
    narrowed = _narrowed(asked, chosen)
    rows, more = _page(asked, narrowed, word, at, size)
    prefetch_related_objects(rows, "endings")
    after = word == "after"
    return Found(
        rows=rows[::-1] if after else rows,
        newer=more if after else word == "before",
        older=True if after else more,
        total=_candidates(asked, narrowed, MOST_COUNTED + 1).count(),
        facets=_facets(asked, chosen),
        words=tuple(asked),
        chosen=chosen,
    )


def _narrowed(asked: Sequence[str], chosen: dict[str, str], but: str = "") -> QuerySet[PublishedNotice]:
    """The recheck and the chosen facets, without ``but``."""
    found = shown()
    for w in asked:
        found = found.filter(search_text__contains=w)
    for name, column, _ in FACETS:
        if (value := chosen.get(name)) and name != but:
            found = found.filter(**{column: value}) if name != "year" or value.isdecimal() else found.none()
    return found


def _page(
    asked: Sequence[str], narrowed: QuerySet[PublishedNotice], word: str, at: int | None, size: int
) -> tuple[list[PublishedNotice], bool]:
    """Rows of one page and whether more follow in the direction asked: first among the newest, then among all."""
    order = "sort_key" if word == "after" else "-sort_key"
    if word == "after":
        narrowed = narrowed.filter(sort_key__gt=at)
    elif word == "before":
        narrowed = narrowed.filter(sort_key__lt=at)
    if asked and word != "after":
        near = list(
            narrowed.filter(sort_key__in=_newest(asked, at if word == "before" else None)).order_by(order)[: size + 1]
        )
        if len(near) > size:
            return near[:size], True
    rows = list(_nominated(asked, narrowed).order_by(order)[: size + 1])
    return rows[:size], len(rows) > size


def _candidates(asked: Sequence[str], narrowed: QuerySet[PublishedNotice], most: int) -> QuerySet[PublishedNotice]:
    return _nominated(asked, narrowed).order_by()[:most]


def _facets(asked: Sequence[str], chosen: dict[str, str]) -> tuple[Facet, ...]:
    """Each facet counted without its own choice, so that one can change it."""
    made = []
    for name, column, label in FACETS:
        among = _nominated(asked, _narrowed(asked, chosen, but=name)).order_by("-sort_key")
        keys = among.values("sort_key")[: MOST_COUNTED + 1]
        counted = (
            PublishedNotice.objects.filter(sort_key__in=keys)
            .values_list(column)
            .annotate(number=Count("id"))
            .order_by("-number", column)
        )
        if name == "year":
            counted = counted.order_by("-year")
        values = tuple((str(value), number) for value, number in counted if value != "")
        made.append(Facet(name, label, values, chosen.get(name, "")))
    return tuple(made)


def _match(asked: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(p for w in asked for p in pairs(w)))


def _nominated(asked: Sequence[str], narrowed: QuerySet[PublishedNotice]) -> QuerySet[PublishedNotice]:
    """Those that hold every pair of the query, by the index."""
    if not asked:
        return narrowed
    found = _match(asked)
    if connection.vendor == "postgresql":
        marks = ",".join(["%s"] * len(found))
        inside = RawSQL(  # noqa: S611 - constant text, values as parameters
            f"SELECT sort_key FROM portal_publishednotice WHERE portal_pairs(search_text) @> ARRAY[{marks}]::text[]",  # noqa: S608
            found,
        )
    else:
        inside = RawSQL("SELECT rowid FROM portal_pairs WHERE portal_pairs MATCH %s", [_fts(found)])
    return narrowed.filter(sort_key__in=inside)


def _newest(asked: Sequence[str], before: int | None) -> Any:
    """The newest 5,000 numbers in question: what is common is found here without touching the rest."""
    limit = (1 << 62) if before is None else before
    if connection.vendor == "postgresql":
        return RawSQL(
            "SELECT sort_key FROM portal_publishednotice WHERE sort_key < %s ORDER BY sort_key DESC LIMIT %s",
            [limit, PROBE],
        )
    return RawSQL(
        "SELECT rowid FROM portal_pairs WHERE portal_pairs MATCH %s AND rowid < %s ORDER BY rowid DESC LIMIT %s",
        [_fts(_match(asked)), limit, PROBE],
    )


def _fts(found: Sequence[str]) -> str:
    return " AND ".join(f'"{p}"' for p in found)
