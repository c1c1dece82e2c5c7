"""What a column holds in storage, as plain JSON. Every other spelling of the same value counts as altered.

The database driver is kind: it reads 2 as a false boolean and "2026-01-01!08:00" as an instant. Verification reads what
is really stored and takes only what we would have written.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

from lantai.ledger.canon import plain_value

Reader = Callable[[Any], Any]


class Altered(ValueError):
    """A stored value that we do not write."""


def stored(column: str) -> str:
    """The SQL for a column as it is stored: on SQLite a plus sign keeps the driver from converting."""
    return f"+{column}" if connection.vendor == "sqlite" else column


def _exactly(kind: type) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise Altered(value)
        return value

    return read


def _boolean(value: Any) -> bool:
    if type(value) is not int or value not in (0, 1):
        raise Altered(value)
    return value == 1


def _spelt(read: Callable[[str], Any], write: Callable[[Any], str]) -> Reader:
    """A text that must be what ``write`` makes of what ``read`` understood."""

    def check(text: Any) -> Any:
        made = read(_exactly(str)(text))
        if write(made) != text:
            raise Altered(text)
        return made

    return check


def _instant(text: Any) -> str:
    moment: datetime = _spelt(datetime.fromisoformat, str)(text)
    return moment.replace(tzinfo=UTC).isoformat(timespec="microseconds")


def _decimal(field: models.DecimalField[Any, Any]) -> Reader:
    unit = Decimal(1).scaleb(-field.decimal_places)

    def read(value: Any) -> str:
        if type(value) not in (int, float):
            raise Altered(value)
        made = Decimal(repr(value)).quantize(unit)
        if float(made) != value:
            raise Altered(value)
        return str(made)

    return read


def _json(field: models.JSONField) -> Reader:
    encoder = field.encoder or DjangoJSONEncoder
    return _spelt(json.loads, lambda value: json.dumps(value, cls=encoder if field.encoder else None))


def _sqlite(field: Any) -> Reader:
    kind = field.get_internal_type()
    if isinstance(field, models.BooleanField):
        return _boolean
    if isinstance(field, models.JSONField):
        return _json(field)
    if isinstance(field, models.DecimalField):
        return _decimal(field)
    if isinstance(field, models.DateTimeField):
        return _instant
    if isinstance(field, models.DateField):
        read = _spelt(date.fromisoformat, date.isoformat)
        return lambda value: read(value).isoformat()
    if isinstance(field, models.TimeField):
        read_time = _spelt(time.fromisoformat, str)
        return lambda value: read_time(value).isoformat()
    if isinstance(field, models.UUIDField):
        return lambda value: _spelt(UUID, lambda made: made.hex)(value).hex
    if isinstance(field, models.BinaryField):
        return lambda value: _exactly(bytes)(value).hex()
    if isinstance(field, models.FloatField):
        return _exactly(float)
    if isinstance(field, models.IntegerField | models.DurationField) or kind.endswith("AutoField"):
        return _exactly(int)
    return _exactly(str)


def _postgresql(field: Any) -> Reader:
    if isinstance(field, models.JSONField):
        return lambda value: json.loads(value) if isinstance(value, str) else value
    return lambda value: plain_value(field, value)


def reader(field: Any) -> Reader:
    """A function from what is stored in the column of ``field`` to its plain value. It raises ValueError or the like."""
    while field.is_relation:
        field = field.target_field
    read = _sqlite(field) if connection.vendor == "sqlite" else _postgresql(field)
    return lambda value: None if value is None else read(value)
