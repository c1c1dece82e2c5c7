"""Rows by plain SQL, for what every command and every case page reads: such a query is not compiled anew each time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)


def fetch(model: type[Row], condition: str, params: Iterable[Any], *, locked: bool = False) -> list[Row]:
    """The rows of a model for which an SQL condition holds (with its order, if any), as the model reads them.

    ``locked`` until the end of the transaction, where the database locks rows (SQLite has locked itself).
    """
    table = model._meta.db_table
    asked = f'SELECT * FROM "{table}" WHERE {condition}'  # noqa: S608 - conditions are written in code, values are bound
    if locked and connection.features.has_select_for_update:
        asked += " FOR UPDATE"
    return list(model._base_manager.raw(asked, list(params)))


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


def marks(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))
