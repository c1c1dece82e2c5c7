"""Every row of every sealed table against its last seal: none altered, none missing, none too many, none exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError

from lantai.ledger.act import salted
from lantai.ledger.canon import canonical, plain_value
from lantai.ledger.entry_check import Seal, Seals
from lantai.ledger.findings import Report
from lantai.ledger.models import Sealed
from lantai.ledger.reading import PIECE

UNREADABLE = (DatabaseError, ValidationError, ValueError, TypeError, ArithmeticError)


def sealed_models() -> list[type[Sealed]]:
    return [m for m in apps.get_models() if issubclass(m, Sealed)]


def check_rows(report: Report, seals: Seals) -> None:
    known = {model._meta.label_lower: model for model in sealed_models()}
    for label in sorted(seals.by_table.keys() - known.keys()):
        report.add(f"存证提到的表 {label} 不存在", label)
    for label, model in known.items():
        _check_table(report, model, seals.by_table.get(label, {}))


def _check_table(report: Report, model: type[Sealed], seals: dict[str, Seal]) -> None:
    name, table = model._meta.verbose_name, model._meta.db_table
    fields = model.sealed_fields()
    names = [f.attname for f in fields]
    alive = set()
    for pk, values in _rows(model, names):
        report.checked["业务数据行"] += 1
        text_pk = str(pk)
        alive.add(text_pk)
        seal = seals.get(text_pk)
        if seal is None or seal.digest is None:
            why = "没有存证，是在平台之外写入的" if seal is None else "存证记载已经删除，却仍在"
            report.add(f"{name} {text_pk} {why}", table, text_pk, *_where(seal))
        elif seal.salt is None:
            report.add(f"{name} {text_pk} 的存证内容已删除，无法核对", table, text_pk, *_where(seal))
        elif values is None or _digest(seal.salt, fields, names, values) != seal.digest:
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


def _digest(salt: str, fields: list[Any], names: list[str], values: tuple[Any, ...]) -> str | None:
    try:
        plain = {n: plain_value(f, v) for n, f, v in zip(names, fields, values, strict=True)}
        return salted(salt, canonical(plain))
    except UNREADABLE:
        return None


def _rows(model: type[Sealed], names: list[str]) -> Iterator[tuple[Any, tuple[Any, ...] | None]]:
    """Key and sealed values of every row, in pieces; the values are None where they cannot be read."""
    every = model._base_manager.order_by("pk")
    start = every
    while True:
        try:
            piece = [(row[0], row[1:]) for row in start.values_list("pk", *names)[:PIECE]]
        except UNREADABLE:
            piece = [_one(every, pk, names) for pk in start.values_list("pk", flat=True)[:PIECE]]
        yield from piece
        if len(piece) < PIECE:
            return
        start = every.filter(pk__gt=piece[-1][0])


def _one(every: Any, pk: Any, names: list[str]) -> tuple[Any, tuple[Any, ...] | None]:
    try:
        return pk, every.filter(pk=pk).values_list(*names).first()
    except UNREADABLE:
        return pk, None
