"""The one textual form of a value, the same on every database, process and time zone.

Everything that is hashed goes through here.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from lantai.law.people import Actor

# maybe a number with point or exponent; no digest, no time of day
_FRACTION = re.compile(r"[\[:,](?<!\d:)[-0-9]\d*[.eE]")


def _number(text: str) -> int | float:
    """PostgreSQL keeps 1e2 as 100 and 1.0 as 1.0, SQLite keeps the text: whole numbers become int on both."""
    exact = Decimal(text)
    return int(exact) if exact == exact.to_integral_value() else float(text)


_ENCODER = DjangoJSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Any) -> str:
    """Sorted keys, no spaces, Unicode as it is, whole numbers without point.

    Raises ValueError on NaN and infinity.
    """
    text = _ENCODER.encode(value)
    if _FRACTION.search(text) or isinstance(value, float):
        text = _ENCODER.encode(json.loads(text, parse_float=_number))
    return text


_PLAIN = frozenset({type(None), str, int, float, bool})  # these very types, none made from them


def plain_argument(value: Any) -> Any:
    """An argument of a command as JSON knows it: nouns by name, values as text; of anything else only its kind."""
    kind = type(value)
    if kind is dict:
        return {
            k if type(k) is str else str(k): v if type(v) in _PLAIN else plain_argument(v) for k, v in value.items()
        }
    if kind is list:
        return [v if type(v) in _PLAIN else plain_argument(v) for v in value]
    if kind in _PLAIN or (isinstance(value, str | int | float) and not isinstance(value, Enum)):
        return value
    if isinstance(value, models.Model):
        return f"{value._meta.label_lower}:{value.pk}"
    if isinstance(value, Actor):
        return value.person_id
    if isinstance(value, Enum):
        return plain_argument(value.value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain_argument(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return plain_argument(dict(value))
    if isinstance(value, set | frozenset):
        return sorted((plain_argument(v) for v in value), key=canonical)
    if isinstance(value, list | tuple | models.QuerySet):
        return plain_argument(list(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    return f"<{type(value).__name__}>"


@functools.cache
def _json(kind: Any) -> Any:
    return kind(allow_nan=False)


_read = json.JSONDecoder().raw_decode  # a text of ours: no space before or after it


_AS_THEY_ARE: tuple[tuple[Any, type], ...] = (
    (models.CharField.to_python, str),
    (models.TextField.to_python, str),
    (models.IntegerField.to_python, int),
    (models.BooleanField.to_python, bool),
)


@functools.cache
def kept_type(field: models.Field[Any, Any]) -> type | None:
    """The type whose values a column holds, seals and gives back just as they are; None where each is converted."""
    while field.is_relation:
        field = field.target_field  # type: ignore[attr-defined]
    asked = type(field).to_python
    return next((kept for read, kept in _AS_THEY_ARE if asked is read), None)


def plain_value(field: models.Field[Any, Any], value: Any) -> Any:
    """The value of a column as JSON knows it, equal before saving and after reading again."""
    if value is None:
        return None
    kind = type(value)
    if kind is datetime and value.tzinfo is not None and isinstance(field, models.DateTimeField):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if hasattr(value, "resolve_expression"):
        raise TypeError(f"{field}: an expression cannot be sealed, give the value")
    if field.is_relation:
        field = field.target_field  # type: ignore[attr-defined]
    if isinstance(field, models.JSONField):
        if not value and kind in (dict, list):
            return value
        encoder: Any = field.encoder or DjangoJSONEncoder
        return _read(_json(encoder).encode(value))[0]
    if isinstance(field, models.BinaryField):
        return bytes(value).hex()
    value = field.to_python(value)
    if isinstance(value, datetime):
        if timezone.is_naive(value):
            value = timezone.make_aware(value)
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, Decimal):
        places = getattr(field, "decimal_places", None)
        return str(value.quantize(Decimal(1).scaleb(-places)) if places is not None else value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return round(value / timedelta(microseconds=1))
    if isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, UUID):
        return value.hex
    return str(value) if not isinstance(value, str) else str.__str__(value)
