"""Every row of every sealed table against its last seal: none altered, none missing, none too many, none exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection

from lantai.ledger.act import salted
from lantai.ledger.canon import canonical
from lantai.ledger.columns import Reader, reader, stored
from lantai.ledger.entry_check import Seal, Seals
from lantai.ledger.findings import Report
from lantai.ledger.models import Sealed
from lantai.ledger.reading import may_fail, pieces, rows

UNREADABLE = (ValidationError, ValueError, TypeError, ArithmeticError)
Values = tuple[Any, ...]


def sealed_models() -> list[type[Sealed]]:
    return [m for m in apps.get_models() if issubclass(m, Sealed)]


@dataclass(frozen=True)
class _Plan:
    """How a sealed table is read: statements, names and readers of its columns."""

    name: str
    table: str
    key: str
    select: str
    names: tuple[str, ...]
    readers: tuple[Reader, ...]


@cache
def _plan(model: type[Sealed], vendor: str) -> _Plan:
    quote = connection.ops.quote_name
    key, table, fields = quote(str(model._meta.pk.column)), model._meta.db_table, model.sealed_fields()
    columns = ", ".join(stored(quote(str(f.column))) for f in fields)
    return _Plan(
        str(model._meta.verbose_name),
        table,
        key,
        f"SELECT {stored(key)}, {columns} FROM {quote(table)}",  # noqa: S608
        tuple(f.attname for f in fields),
        tuple(reader(f) for f in fields),
    )


def check_rows(report: Report, seals: Seals) -> None:
    known = {model._meta.label_lower: model for model in sealed_models()}
    tables = set(connection.introspection.table_names())
    for label in sorted(seals.by_table.keys() - known.keys(), key=str):
        report.add(f"存证提到的表 {label} 不存在", label)
    there = {label: model for label, model in known.items() if model._meta.db_table in tables}
    empty = _empty(there)
    for label, model in known.items():
        if label not in there:
            report.add(f"数据表“{model._meta.verbose_name}”不见了", model._meta.db_table)
        elif label not in empty or label in seals.by_table:
            try:
                with may_fail():
                    _check_table(report, model, seals.by_table.get(label, {}))
            except DatabaseError:
                report.add(f"数据表“{model._meta.verbose_name}”的列不全，无法读取", model._meta.db_table)


def _empty(there: dict[str, type[Sealed]]) -> set[str]:
    """The tables that have all their columns and no row, told by one question; none where one lacks a column."""
    asked = (
        f"SELECT '{label}' WHERE EXISTS ({_plan(model, connection.vendor).select})" for label, model in there.items()
    )
    try:
        with may_fail():
            return there.keys() - {label for (label,) in rows(" UNION ALL ".join(asked))}
    except DatabaseError:
        return set()


def _check_table(report: Report, model: type[Sealed], seals: dict[str, Seal]) -> None:
    plan = _plan(model, connection.vendor)
    name, table = plan.name, plan.table
    alive = set()
    for pk, values in stored_rows(model):
        report.checked["业务数据行"] += 1
        text_pk = str(pk)
        alive.add(text_pk)
        seal = seals.get(text_pk)
        if seal is None:
            report.add(f"{name} {_short(text_pk)} 没有存证，是在平台之外写入的", table, text_pk)
        elif seal.digest is None:
            report.add(f"{name} {_short(text_pk)} 存证记载已经删除，却仍在", table, text_pk, seal.entry, seal.place)
        elif seal.salt is None:  # an erasure seals such rows anew, so it is the later entry that is missing
            report.add(f"{name} {_short(text_pk)} 的存证内容已删除，无法核对", table, text_pk, seal.entry)
        elif _digest(seal.salt, plan, values) != seal.digest:
            sentence = f"{name} {_short(text_pk)} 与存证记录 {seal.entry} 不符：在平台之外被改动"
            report.add(sentence, table, text_pk, seal.entry, seal.place)
    for text_pk, seal in seals.items():
        if seal.digest is not None and text_pk not in alive:
            report.add(f"{name} {_short(text_pk)} 不见了：在平台之外被删除", table, text_pk, seal.entry, seal.place)


def _short(pk: str) -> str:
    return pk if len(pk) <= 20 else f"{pk[:12]}…"


def _digest(salt: str, plan: _Plan, values: Values) -> str | None:
    try:
        plain = {n: read(v) for n, read, v in zip(plan.names, plan.readers, values, strict=True)}
        return salted(salt, canonical(plain))
    except UNREADABLE:
        return None


def stored_rows(model: type[Sealed]) -> Iterator[tuple[Any, Values]]:
    """Key and sealed columns of every row, as stored."""
    plan = _plan(model, connection.vendor)
    return ((row[0], row[1:]) for row in pieces(plan.select, plan.key))
