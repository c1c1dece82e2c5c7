"""Every row of every sealed table against its last seal: none altered, none missing, none too many, none exchanged."""

from __future__ import annotations

from collections.abc import Iterator
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
from lantai.ledger.reading import PIECE, rows

UNREADABLE = (DatabaseError, ValidationError, ValueError, TypeError, ArithmeticError)
Values = tuple[Any, ...]


def sealed_models() -> list[type[Sealed]]:
    return [m for m in apps.get_models() if issubclass(m, Sealed)]


def check_rows(report: Report, seals: Seals) -> None:
    known = {model._meta.label_lower: model for model in sealed_models()}
    tables = set(connection.introspection.table_names())
    for label in sorted(seals.by_table.keys() - known.keys()):
        report.add(f"存证提到的表 {label} 不存在", label)
    for label, model in known.items():
        if model._meta.db_table in tables:
            _check_table(report, model, seals.by_table.get(label, {}))
        else:
            report.add(f"数据表“{model._meta.verbose_name}”不见了", model._meta.db_table)


def _check_table(report: Report, model: type[Sealed], seals: dict[str, Seal]) -> None:
    name, table = model._meta.verbose_name, model._meta.db_table
    fields = model.sealed_fields()
    names, readers = [f.attname for f in fields], [reader(f) for f in fields]
    alive = set()
    for pk, values in _rows(model):
        report.checked["业务数据行"] += 1
        text_pk = str(pk)
        alive.add(text_pk)
        seal = seals.get(text_pk)
        if seal is None or seal.digest is None:
            why = "没有存证，是在平台之外写入的" if seal is None else "存证记载已经删除，却仍在"
            report.add(f"{name} {text_pk} {why}", table, text_pk, *_where(seal))
        elif seal.salt is None:
            report.add(f"{name} {text_pk} 的存证内容已删除，无法核对", table, text_pk, *_where(seal))
        elif values is None or _digest(seal.salt, names, readers, values) != seal.digest:
            report.add(
                f"{name} {text_pk} 与存证记录 {seal.entry} 不符：在平台之外被改动",
                table,
                text_pk,
                *_where(seal),
            )
    for text_pk, seal in seals.items():
        if seal.digest is not None and text_pk not in alive:
            report.add(f"{name} {text_pk} 不见了：在平台之外被删除", table, text_pk, *_where(seal))


def _where(seal: Seal | None) -> tuple[int | None, int | None]:
    return (seal.entry, seal.index) if seal else (None, None)


def _digest(salt: str, names: list[str], readers: list[Reader], values: Values) -> str | None:
    try:
        plain = {n: read(v) for n, read, v in zip(names, readers, values, strict=True)}
        return salted(salt, canonical(plain))
    except UNREADABLE:
        return None


def _rows(model: type[Sealed]) -> Iterator[tuple[Any, Values | None]]:
    """Key and stored values of every row, in pieces; the values are None where they cannot be read."""
    quote = connection.ops.quote_name
    key, table = quote(model._meta.pk.column), quote(model._meta.db_table)
    columns = ", ".join(stored(quote(f.column)) for f in model.sealed_fields())
    select, condition, given = f"SELECT {stored(key)}, {columns} FROM {table}", "", []  # noqa: S608
    while True:
        try:
            got = [(row[0], row[1:]) for row in rows(f"{select}{condition} ORDER BY {key} LIMIT {PIECE}", given)]
        except (DatabaseError, ValueError):
            keys = rows(f"SELECT {stored(key)} FROM {table}{condition} ORDER BY {key} LIMIT {PIECE}", given)  # noqa: S608
            got = [(pk, _one(f"{select} WHERE {key} = %s", pk)) for (pk,) in keys]
        yield from got
        if len(got) < PIECE:
            return
        condition, given = f" WHERE {key} > %s", [got[-1][0]]


def _one(select: str, pk: Any) -> Values | None:
    try:
        return rows(select, [pk])[0][1:]
    except (DatabaseError, ValueError, IndexError):
        return None
