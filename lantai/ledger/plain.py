"""Rows by plain SQL, for what every command reads and writes: such a statement is not compiled anew each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

Row = TypeVar("Row", bound=models.Model)
Convert = Callable[[Any], Any]


@dataclass(frozen=True)
class _Shape:
    """How rows of a model are read and written on a kind of database."""

    select: str
    names: tuple[str, ...]
    converters: tuple[tuple[int, tuple[Any, ...], Any], ...]  # place, converters, the column they ask about
    written: tuple[models.Field[Any, Any], ...]  # all but the key
    insert: str
    update: str
    is_plain: bool  # the database gives the key, and nothing else is made by it


@cache
def _shape(model: type[models.Model], vendor: str) -> _Shape:
    meta = model._meta
    fields = tuple(meta.concrete_fields)
    table, key = f'"{meta.db_table}"', meta.pk
    converters = []
    for place, one in enumerate(fields):
        column = one.get_col(meta.db_table)
        found = (*connection.ops.get_db_converters(column), *column.get_db_converters(connection))
        if found:
            converters.append((place, found, column))
    written = tuple(f for f in fields if f is not key)
    columns = [f'"{f.column}"' for f in written]
    returning = "" if vendor == "sqlite" else f' RETURNING "{key.column}"'
    named = ", ".join(f'"{f.column}"' for f in fields)
    return _Shape(
        select=f"SELECT {named} FROM {table} WHERE ",  # noqa: S608 - names of our own models
        names=tuple(f.attname for f in fields),
        converters=tuple(converters),
        written=written,
        insert=f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks(columns)}){returning}",  # noqa: S608
        update=f'UPDATE {table} SET {", ".join(f"{c} = %s" for c in columns)} WHERE "{key.column}" = %s',  # noqa: S608
        is_plain=isinstance(key, models.AutoField)
        and not meta.parents
        and not any(f.generated or f.has_db_default() or hasattr(f, "get_placeholder") for f in fields),
    )


def fetch(model: type[Row], condition: str, params: Iterable[Any], *, locked: bool = False) -> list[Row]:
    """The rows of a model for which an SQL condition holds (with its order, if any), as the model reads them.

    ``locked`` until the end of the transaction, where the database locks rows (SQLite has locked itself).
    """
    shape = _shape(model, connection.vendor)
    asked = shape.select + condition
    if locked and connection.features.has_select_for_update:
        asked += " FOR UPDATE"
    with connection.cursor() as cursor:
        cursor.execute(asked, list(params))
        rows = cursor.fetchall()
    return [_read(model, shape, row) for row in rows]


def _read(model: type[Row], shape: _Shape, row: Sequence[Any]) -> Row:
    values = list(row)
    held = connections[DEFAULT_DB_ALIAS]  # the proxy looks itself up at every attribute
    for place, converters, column in shape.converters:
        for convert in converters:
            values[place] = convert(values[place], column, held)
    return model.from_db(connection.alias, shape.names, values)


def by(model: type[Row], column: str, values: Sequence[Any], order: str = "id") -> list[Row]:
    """The rows whose column has one of the values."""
    return fetch(model, f'"{column}" IN ({marks(values)}) ORDER BY "{order}"', values) if values else []


def present(asked: Mapping[type[models.Model], tuple[str, Sequence[Any]]]) -> set[type[models.Model]]:
    """Which of several tables have a row whose column has one of the values: one statement, so that the rest need not be read."""
    words = [
        f'EXISTS(SELECT 1 FROM "{model._meta.db_table}" WHERE "{column}" IN ({marks(values)}))'  # noqa: S608
        for model, (column, values) in asked.items()
    ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(words), [v for _, values in asked.values() for v in values])
        row = cursor.fetchone()
    return {model for model, found in zip(asked, row, strict=True) if found}


def save(row: models.Model) -> None:
    """``row.save()`` for a row of a plain model; whatever is not plain is left to the model itself."""
    shape = _shape(row.__class__, connection.vendor)  # not type(): the signed-in account comes as a proxy
    if not shape.is_plain or (row._state.adding and row.pk is not None) or row.get_deferred_fields():
        row.save()
    elif row._state.adding:
        _insert(row, shape)
    elif not _update(row, shape, None):
        row.save()  # says why there was nothing to change


def replace(row: models.Model, version: int) -> bool:
    """Write a row if it still has this ``version``; whether it had."""
    return _update(row, _shape(row.__class__, connection.vendor), version)


def _insert(row: models.Model, shape: _Shape) -> None:
    values = _values(row, shape, adding=True)
    with connection.cursor() as cursor:
        cursor.execute(shape.insert, values)
        row.pk = cursor.lastrowid if connection.vendor == "sqlite" else cursor.fetchone()[0]
    row._state.adding, row._state.db = False, connection.alias


def _update(row: models.Model, shape: _Shape, version: int | None) -> bool:
    values = [*_values(row, shape, adding=False), row.pk]
    with connection.cursor() as cursor:
        if version is None:
            cursor.execute(shape.update, values)
        else:
            cursor.execute(f'{shape.update} AND "version" = %s', [*values, version])
        return bool(cursor.rowcount)


def _values(row: models.Model, shape: _Shape, *, adding: bool) -> list[Any]:
    row._prepare_related_fields_for_save(operation_name="save")  # type: ignore[attr-defined]
    held = connections[DEFAULT_DB_ALIAS]
    return [f.get_db_prep_save(f.pre_save(row, adding), held) for f in shape.written]


def marks(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))
