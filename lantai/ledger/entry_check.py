"""Each entry against its own body, its leaf and its detail, and the last seal of every row, gathered on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, NamedTuple

from django.db import connection

from lantai.law.chain import leaf_hash
from lantai.ledger.act import salted
from lantai.ledger.columns import stored
from lantai.ledger.findings import Report
from lantai.ledger.reading import Part, as_bytes, pieces, rows

ENTRIES = (
    'SELECT e.id, l."index", l.hash, e.act, e.verb, e.actor_id, e.agency_id, e.subject, {at}, e.key, e.body, '
    "d.entry_id, d.salt, d.detail FROM ledger_entry e "
    "LEFT JOIN ledger_leaf l ON l.entry_id = e.id LEFT JOIN ledger_detail d ON d.entry_id = e.id"
)


_decode = json.JSONDecoder().raw_decode


class Seal(NamedTuple):
    """The last word of the log on a row: its salted digest, None if struck; the salt is None once erased."""

    digest: str | None
    salt: str | None
    entry: int
    place: int | None


@dataclass
class Seals:
    """Last seals by table and primary key."""

    by_table: dict[str, dict[str, Seal]] = field(default_factory=dict)

    def merge(self, later: Seals) -> None:
        """Take over what later entries say."""
        for label, known in later.by_table.items():
            self.by_table.setdefault(label, {}).update(known)

    def take(self, said: list[list[Any]], salt: str | None, entry: int, index: int | None) -> None:
        """The seals of an entry, the later over the earlier. Raises TypeError or ValueError if they are no seals."""
        for label, pk, digest in said:
            self.by_table.setdefault(label, {})[pk] = Seal(digest, salt, entry, index)


def check_entries(report: Report, part: Part | None = None) -> Seals:
    """All entries, or those of a part of their keys."""
    seals = Seals()
    check = _entry_check(report, seals)
    select = ENTRIES.format(at=stored("e.at"))
    for row in pieces(select, "e.id", part):
        check(*row)
    return seals


def check_company(report: Report) -> None:
    """What stands beside the entries: no detail, place or waiting without its entry."""
    report.checked["存证记录"] = rows("SELECT count(*) FROM ledger_entry")[0][0]
    for pk, index in rows(
        'SELECT l.entry_id, l."index" FROM ledger_leaf l LEFT JOIN ledger_entry e ON e.id = l.entry_id '
        'WHERE e.id IS NULL ORDER BY l."index" LIMIT 1'
    ):
        report.add(f"序号 {index} 的存证记录 {pk} 不见了", "ledger_entry", pk, pk, index)
    for table in ("ledger_detail", "ledger_waiting"):
        for (pk,) in rows(
            f"SELECT t.entry_id FROM {table} t LEFT JOIN ledger_entry e ON e.id = t.entry_id "  # noqa: S608
            "WHERE e.id IS NULL LIMIT 1"
        ):
            report.add(f"没有存证记录 {pk}，却有它的附表行", table, pk, pk)


def halves() -> tuple[Part, Part]:
    """The keys of the entries in two parts of about the same work: the tree takes about as long as the rows."""
    lowest, highest = rows("SELECT min(id), max(id) FROM ledger_entry")[0]
    middle = (lowest or 0) + ((highest or 0) - (lowest or 0)) // 2
    return (None, middle), (middle, None)


def _entry_check(report: Report, seals: Seals) -> Callable[..., None]:
    """The check of one entry. What waits and what was erased are few: they are asked for once."""
    is_sqlite = connection.vendor == "sqlite"
    waiting = {pk for (pk,) in rows("SELECT entry_id FROM ledger_waiting")}
    erased = {pk for (pk,) in rows("SELECT entry_id FROM ledger_erasure")}
    instant: Callable[[str], Any] = _sqlite_instants() if is_sqlite else datetime.fromisoformat
    digits: Callable[[Any], Any] = str if is_sqlite else attrgetter("hex")
    take = seals.take

    def check(
        pk: int,
        index: int | None,
        leaf: Any,
        act: Any,
        verb: str,
        actor: int | None,
        agency: int | None,
        subject: str,
        at: Any,
        key: str | None,
        text: str,
        has_detail: int | None,
        salt: Any,
        detail: Any,
    ) -> None:
        if (index is None) != (pk in waiting):
            state = "既不在存证树中也不在待编入之列" if index is None else "已在存证树中却仍列为待编入"
            report.add(f"存证记录 {pk} {state}", "ledger_entry", pk, pk, index)
        try:
            body, end = _decode(text)
            same = (
                end == len(text)
                and body["act"] == digits(act)
                and body["verb"] == verb
                and body["actor"] == actor
                and body["agency"] == agency
                and body["subject"] == subject
                and instant(body["at"]) == at
                and body.get("key") == key
            )
            take(body["seals"], salt if isinstance(salt, str) else None, pk, index)
            digest = body["detail"]
            rightly_placed = index is None or leaf_hash(text.encode("utf-8", "surrogatepass")) == as_bytes(leaf)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            report.add(f"存证记录 {pk} 的正文无法读取", "ledger_entry", pk, pk, index)
            return
        if not rightly_placed:
            report.add_false_leaf(f"存证记录 {pk} 的正文与序号 {index} 的树叶不符", pk, index)
        if not same:
            report.add(f"存证记录 {pk} 的列与其正文不符", "ledger_entry", pk, pk, index)
        if has_detail is None:
            if pk not in erased:
                report.add(f"存证记录 {pk} 的内容不见了，也没有删除的依据", "ledger_detail", pk, pk, index)
        elif pk in erased:
            report.add(f"存证记录 {pk} 的内容已依法删除，却又出现", "ledger_detail", pk, pk, index)
        elif not _detail_holds(salt, detail, digest):
            report.add(f"存证记录 {pk} 的内容与其摘要不符", "ledger_detail", pk, pk, index)

    return check


def _sqlite_instants() -> Callable[[str], str]:
    """From the instant of a body to the text of the column: UTC, without zone. Minutes and below stay as they are."""
    hours: dict[tuple[str, str], str] = {}

    def as_column(text: str) -> str:
        fraction = text[19:26]
        place = text[:13], text[26:]
        hour = hours.get(place)
        if hour is None:
            moment = datetime.fromisoformat(text)
            offset = moment.utcoffset()
            if offset is None or offset.total_seconds() % 3600 or text != moment.isoformat(timespec="microseconds"):
                raise ValueError("no instant as we write it")
            hour = hours[place] = moment.astimezone(UTC).strftime("%Y-%m-%d %H")
        return hour + text[13:19] + ("" if fraction == ".000000" else fraction)

    return as_column


def _detail_holds(salt: Any, text: Any, digest: str) -> bool:
    try:
        return isinstance(salt, str) and isinstance(text, str) and salted(salt, text) == digest
    except UnicodeEncodeError:
        return False
