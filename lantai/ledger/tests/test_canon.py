"""The one textual form: equal for equal content, whatever the key order, time zone, process or database."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection, models
from django.utils import timezone as django_timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from lantai.ledger.canon import canonical, plain_value
from lantai.ledger.models import RefusedAttempt

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | FLOATS | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
@settings(max_examples=1000, deadline=None)
def test_canonical_is_stable_and_reads_back_to_itself(value):
    text = canonical(value)
    assert canonical(json.loads(text)) == text


@given(VALUES)
@settings(max_examples=1000, deadline=None)
def test_the_json_a_database_gives_back_has_the_same_form(value):
    """SQLite keeps the text as written, PostgreSQL keeps numbers as exact decimals (1e2 comes back as 100)."""
    kept = json.dumps(value)
    assert canonical(json.loads(kept)) == canonical(value)
    as_numeric = json.loads(kept, parse_float=lambda t: format(Decimal(t), "f"))

    def numbers(was, now):
        if isinstance(was, float):
            return json.loads(now)
        if isinstance(was, list):
            return [numbers(a, b) for a, b in zip(was, now, strict=True)]
        if isinstance(was, dict):
            return {k: numbers(v, now[k]) for k, v in was.items()}
        return now

    assert canonical(numbers(json.loads(kept), as_numeric)) == canonical(value)


@given(st.dictionaries(TEXT, VALUES, max_size=6), st.randoms())
@settings(max_examples=300, deadline=None)
def test_the_order_of_keys_does_not_matter(value, chance):
    keys = list(value)
    chance.shuffle(keys)
    assert canonical({k: value[k] for k in keys}) == canonical(value)


@pytest.mark.django_db
@given(VALUES)
@settings(max_examples=150, deadline=None)
def test_the_database_in_use_gives_json_back_in_the_same_form(value):
    row = RefusedAttempt.objects.create(at=django_timezone.now(), verb="x", gates=[value])
    field = RefusedAttempt._meta.get_field("gates")
    again = RefusedAttempt.objects.get(pk=row.pk)
    assert canonical(plain_value(field, again.gates)) == canonical(plain_value(field, [value]))
    assert connection.vendor in ("sqlite", "postgresql")


def test_the_form_is_written_down():
    value = {"乙": [1.0, 2.5, 1e2, True, None], "甲": '衡阳\n"市"', "a": 10**20}
    assert canonical(value) == '{"a":100000000000000000000,"乙":[1,2.5,100,true,null],"甲":"衡阳\\n\\"市\\""}'


@pytest.mark.parametrize("digest", ["3e8", "2026-01-02T03:04:05.5+08:00", "09:30:12.5", "第1.5条,2.5元:3.5"])
@pytest.mark.parametrize("number", [1.0, -1.0, 1e2, 12.50])
def test_a_whole_number_has_no_point_wherever_it_stands_and_a_text_that_looks_like_one_stays(digest, number):
    whole = int(number) if number == int(number) else number
    assert canonical(number) == str(whole)
    assert canonical({digest: number}) == f'{{"{digest}":{whole}}}'
    assert canonical([digest, number, [number], {"a": number}]) == f'["{digest}",{whole},[{whole}],{{"a":{whole}}}]'


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [float("-inf")]])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValueError):
        canonical(value)


def test_composed_and_decomposed_characters_are_two_contents():
    assert canonical("é") != canonical("e\u0301")


EAST = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("field", "values", "plain"),
    [
        (
            models.DateTimeField(),
            [
                datetime(2026, 1, 1, 0, 30, tzinfo=EAST),
                datetime(2025, 12, 31, 16, 30, tzinfo=UTC),
                datetime(2026, 1, 1, 0, 30),
                "2026-01-01T00:30:00+08:00",
            ],
            "2025-12-31T16:30:00.000000+00:00",
        ),
        (models.DecimalField(max_digits=9, decimal_places=2), [Decimal("5"), "5.00", 5, Decimal("5.000")], "5.00"),
        (models.DateField(), [date(2026, 1, 2), "2026-01-02"], "2026-01-02"),
        (models.TimeField(), [time(8, 30), "08:30:00"], "08:30:00"),
        (models.DurationField(), [timedelta(seconds=1.5), "00:00:01.5"], 1500000),
        (models.UUIDField(), [UUID(int=5), str(UUID(int=5))], f"{5:032x}"),
        (models.BooleanField(), [True, 1, "True"], True),
        (models.IntegerField(), [7, "7"], 7),
        (models.BinaryField(), [b"\x01\xff", bytearray(b"\x01\xff"), memoryview(b"\x01\xff")], "01ff"),
        (models.JSONField(), [{"b": 1, "a": (2, 3)}, {"a": [2, 3], "b": 1}], {"a": [2, 3], "b": 1}),
        (models.CharField(), ["衡", None], None),
    ],
)
def test_a_column_has_one_plain_value(field, values, plain):
    made = [plain_value(field, value) for value in values]
    assert made[-1] == plain and all(m == plain for m in made[: None if plain is not None else -1] if plain)


def test_an_expression_is_no_value():
    with pytest.raises(TypeError):
        plain_value(models.IntegerField(), models.F("x") + 1)


def test_another_process_and_time_zone_give_the_same_bytes():
    code = "from lantai.ledger.canon import canonical; print(canonical({'甲': [1.5, 2.0], 'b': {'z': 1, 'a': '\\u00e9'}}), end='')"
    said = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", "import django; django.setup()\n" + code],
            capture_output=True,
            check=True,
            env={
                "DJANGO_SETTINGS_MODULE": "lantai.config.settings.test",
                "TZ": zone,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": ":".join(sys.path),
            },
        ).stdout
        for zone, seed in (("UTC", "1"), ("America/New_York", "2"))
    }
    assert said == {canonical({"甲": [1.5, 2.0], "b": {"z": 1, "a": "é"}}).encode()}
