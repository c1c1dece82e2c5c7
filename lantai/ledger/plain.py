"""Rows by plain SQL, for what every command reads and writes: such a statement is not compiled anew each time."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

from lantai.ledger.canon import kept_type
from lantai.ledger.journeys import Question, Rows, Statement, ask, current, cursor_of_command, is_postgresql

Row = TypeVar("Row", bound=models.Model)
Convert = Callable[[Any], Any]


@dataclass(frozen=True)
class _Column:
    """A column as it is written: the types whose values go in as they are, those with a short way, and the field for all others."""

    kept: tuple[type, ...]
    short: Mapping[type, Convert]
    field: models.Field[Any, Any]


@dataclass(frozen=True)
class _Shape:
    """How rows of a model are read and written on the database of this installation."""

    named: str
    select: str
    names: tuple[str, ...]
    converters: tuple[tuple[int, tuple[Any, ...], Any], ...]  # place, converters, the column they ask about
    written: tuple[_Column, ...]  # all but the key
    related: tuple[tuple[str, str, str], ...]  # name of each foreign key, where it is held, what it is of the other row
    held: Callable[[models.Model], tuple[Any, ...]]  # what a row holds in them, and its key
    insert: str
    insert_with_key: str
    update: str
    is_plain: bool  # the database gives the key, and nothing else is made by it


@functools.cache
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
        related=tuple(_pointing(f) for f in fields if f.is_relation),
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
    return _Column((kept, type(None)) if kept else (type(None),) if one.null else (), _short_ways(one), one)


def _pointing(one: Any) -> tuple[str, str, str]:
    return one.name, one.attname, one.target_field.attname


def _short_ways(one: Any) -> dict[type, Convert]:
    """What the field makes of its commonest types, without the questions that a field asks of any value."""
    kind = type(one)
    if kind is models.JSONField and one.encoder is None and not is_postgresql():
        return {dict: json.dumps, list: json.dumps}
    if kind not in (models.DateField, models.DateTimeField) or one.auto_now or one.auto_now_add:
        return {}
    if kind is models.DateField:
        return {date: (lambda day: day) if is_postgresql() else date.isoformat}
    return {datetime: functools.partial(_moment, one)}


def _moment(field: Any, at: datetime) -> Any:
    if at.tzinfo is None:  # the field complains of it
        return field.get_db_prep_save(at, connections[DEFAULT_DB_ALIAS])
    return at if is_postgresql() else str(at.astimezone(UTC).replace(tzinfo=None))


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
    """``row.save()`` for a row of a plain model; whatever is not plain is left to the model itself.

    A new row that has a key already is inserted with it: another row may not have it.
    """
    shape = _shape(row.__class__)  # not type(): the signed-in account comes as a proxy
    if not shape.is_plain or (not row._state.adding and row.get_deferred_fields()):
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
    if row.pk is None and box is not None and (given := box.keys.get(row.__class__)):
        row.pk = given.pop(0)
    if row.pk is not None and box is not None:
        box.made[row.__class__, row.pk] = Statement(shape.insert_with_key, [*values, row.pk])
        box.unsent.append(box.made[row.__class__, row.pk])
    elif row.pk is not None:
        with cursor_of_command() as cursor:
            cursor.execute(shape.insert_with_key, [*values, row.pk])
    else:
        with cursor_of_command() as cursor:
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
    with cursor_of_command() as cursor:
        if version is None:
            cursor.execute(shape.update, values)
        else:
            cursor.execute(f'{shape.update} AND "version" = %s', [*values, version])
        return bool(cursor.rowcount)


def _values(row: models.Model, shape: _Shape, *, adding: bool) -> list[Any]:
    """What is written of a row. Conversion is the business of the fields; most values need none."""
    if _has_moved(row, shape):
        row._prepare_related_fields_for_save(operation_name="save")  # type: ignore[attr-defined]
    held = connections[DEFAULT_DB_ALIAS]
    return [
        value
        if (kind := type(value)) in column.kept
        else column.short[kind](value)
        if kind in column.short
        else column.field.get_db_prep_save(column.field.pre_save(row, adding), held)
        for column, value in zip(shape.written, shape.held(row), strict=False)
    ]


def _has_moved(row: models.Model, shape: _Shape) -> bool:
    """Whether a row that this one points to has no key, or has got its key or another one since it was set."""
    others = row._state.fields_cache
    for name, held, key in shape.related:
        if name in others and (other := others[name]) is not None:
            given = getattr(other, key)
            if given is None or given != getattr(row, held):
                return True
    return False


def marks(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))
