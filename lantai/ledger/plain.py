"""Rows by plain SQL, for what every command reads and writes: such a statement is not compiled anew each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

from lantai.ledger.canon import kept_type
from lantai.ledger.journeys import Question, Rows, Statement, ask, current, is_postgresql

Row = TypeVar("Row", bound=models.Model)
Convert = Callable[[Any], Any]


@dataclass(frozen=True)
class _Column:
    """A column as it is written: the types whose values go in as they are, and the field that converts all others."""

    kept: tuple[type, ...]
    field: models.Field[Any, Any]


@dataclass(frozen=True)
class _Shape:
    """How rows of a model are read and written on the database of this installation."""

    named: str
    select: str
    names: tuple[str, ...]
    converters: tuple[tuple[int, tuple[Any, ...], Any], ...]  # place, converters, the column they ask about
    written: tuple[_Column, ...]  # all but the key
    held: Callable[[models.Model], tuple[Any, ...]]  # what a row holds in them, and its key
    insert: str
    insert_with_key: str
    update: str
    is_plain: bool  # the database gives the key, and nothing else is made by it


@cache
def _shape(model: type[models.Model]) -> _Shape:
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
    listed = ", ".join(columns)
    returning = "" if not is_postgresql() else f' RETURNING "{key.column}"'
    named = ", ".join(f'"{f.column}"' for f in fields)
    return _Shape(
        named=named,
        select=f"SELECT {named} FROM {table} WHERE ",  # noqa: S608 - names of our own models
        names=tuple(f.attname for f in fields),
        converters=tuple(converters),
        written=tuple(_column(f) for f in written),
        held=attrgetter(*(f.attname for f in written), key.attname),
        insert=f"INSERT INTO {table} ({listed}) VALUES ({marks(columns)}){returning}",  # noqa: S608
        insert_with_key=f'INSERT INTO {table} ({listed}, "{key.column}") VALUES ({marks(columns)}, %s)',  # noqa: S608
        update=f'UPDATE {table} SET {", ".join(f"{c} = %s" for c in columns)} WHERE "{key.column}" = %s',  # noqa: S608
        is_plain=isinstance(key, models.AutoField)
        and not meta.parents
        and not any(f.generated or f.has_db_default() or hasattr(f, "get_placeholder") for f in fields),
    )


def _column(one: models.Field[Any, Any]) -> _Column:
    kept = kept_type(one)
    return _Column((kept, type(None)) if kept else (), one)


def rows_where(model: type[Row], condition: str, params: Iterable[Any], *, locked: bool = False) -> Question[list[Row]]:
    """For the rows of a model for which an SQL condition holds (with its order, if any), as the model reads them.

    ``locked`` until the end of the transaction, where the database locks rows (SQLite has locked itself).
    """
    shape = _shape(model)
    asked = shape.select + condition
    if locked and is_postgresql():
        asked += " FOR UPDATE"
    return Question(asked, list(params), lambda rows: [_read(model, shape, row) for row in rows])


def fetch(model: type[Row], condition: str, params: Iterable[Any], *, locked: bool = False) -> list[Row]:
    """The rows of ``rows_where``, asked for alone."""
    found: list[Row] = ask(rows_where(model, condition, params, locked=locked))[0]
    return found


def _read(model: type[Row], shape: _Shape, row: Sequence[Any]) -> Row:
    if not shape.converters:
        return model.from_db(DEFAULT_DB_ALIAS, shape.names, row)
    values = list(row)
    held = connections[DEFAULT_DB_ALIAS]  # the proxy looks itself up at every attribute
    for place, converters, column in shape.converters:
        for convert in converters:
            values[place] = convert(values[place], column, held)
    return model.from_db(DEFAULT_DB_ALIAS, shape.names, values)


def rows_by(model: type[Row], column: str, values: Sequence[Any], order: str = "id") -> Question[list[Row]]:
    """For the rows whose column has one of the values."""
    return rows_where(model, f'"{column}" IN ({marks(values)}) ORDER BY "{order}"', values)


def by(model: type[Row], column: str, values: Sequence[Any], order: str = "id") -> list[Row]:
    """The rows of ``rows_by``, asked for alone."""
    return ask(rows_by(model, column, values, order))[0] if values else []


def which_have(asked: Mapping[type[models.Model], tuple[str, Sequence[Any]]]) -> Question[set[type[models.Model]]]:
    """Which of several tables have a row for which a condition holds, so that the rest need not be read."""
    words = [
        f'EXISTS(SELECT 1 FROM "{model._meta.db_table}" WHERE {condition})'  # noqa: S608
        for model, (condition, _) in asked.items()
    ]

    def read(rows: Rows) -> set[type[models.Model]]:
        return {model for model, found in zip(asked, rows[0], strict=True) if found}

    return Question("SELECT " + ", ".join(words), [v for _, params in asked.values() for v in params], read)


def count_up(model: type[Row], column: str, condition: str, params: Sequence[Any]) -> Row | None:
    """Raise a counter by one and return its row as it is now; None if there is none. Others wait until the command ends."""
    shape = _shape(model)
    sql = f'UPDATE "{model._meta.db_table}" SET "{column}" = "{column}" + 1 WHERE {condition} RETURNING {shape.named}'  # noqa: S608
    found = ask(Question(sql, params, lambda rows: [_read(model, shape, row) for row in rows]))[0]
    return found[0] if found else None


def save(row: models.Model) -> None:
    """``row.save()`` for a row of a plain model; whatever is not plain is left to the model itself."""
    shape = _shape(row.__class__)  # not type(): the signed-in account comes as a proxy
    if not shape.is_plain or (row._state.adding and row.pk is not None) or row.get_deferred_fields():
        row.save()
    elif row._state.adding:
        _insert(row, shape)
    elif not _update(row, shape, None):
        row.save()  # says why there was nothing to change


def replace(row: models.Model, version: int) -> bool:
    """Write a row if it still has this ``version``; whether it had."""
    return _update(row, _shape(row.__class__), version)


def _insert(row: models.Model, shape: _Shape) -> None:
    values = _values(row, shape, adding=True)
    box = current()
    if box is not None and (given := box.keys.get(row.__class__)):
        row.pk = given.pop(0)
        box.made[row.__class__, row.pk] = Statement(shape.insert_with_key, [*values, row.pk])
        box.unsent.append(box.made[row.__class__, row.pk])
    else:
        with connection.cursor() as cursor:
            cursor.execute(shape.insert, values)
            row.pk = cursor.fetchone()[0] if is_postgresql() else cursor.lastrowid
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def _update(row: models.Model, shape: _Shape, version: int | None) -> bool:
    values = [*_values(row, shape, adding=False), row.pk]
    box = current()
    if version is None and box is not None and (made := box.made.get((row.__class__, row.pk))) is not None:
        if made.is_sent:
            box.unsent.append(Statement(shape.update, values))
        else:
            made.params = values  # written once, as it is now
        return True
    with connection.cursor() as cursor:
        if version is None:
            cursor.execute(shape.update, values)
        else:
            cursor.execute(f'{shape.update} AND "version" = %s', [*values, version])
        return bool(cursor.rowcount)


def _values(row: models.Model, shape: _Shape, *, adding: bool) -> list[Any]:
    """What is written of a row. Conversion is the business of the fields; most values need none."""
    row._prepare_related_fields_for_save(operation_name="save")  # type: ignore[attr-defined]
    held = connections[DEFAULT_DB_ALIAS]
    return [
        value if type(value) in column.kept else column.field.get_db_prep_save(column.field.pre_save(row, adding), held)
        for column, value in zip(shape.written, shape.held(row), strict=False)
    ]


def marks(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))
