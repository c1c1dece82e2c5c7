"""Who acts in these tests, and an agency with people."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.agencies.models import Agency
from lantai.agencies.tests.conftest import admin, code_of, kept, security, stranger
from lantai.ledger.act import command, put

__all__ = ["admin", "code_of", "kept", "security", "stranger"]


@command("tests.agency", "测试用执法主体")
def made(*, actor, number: int, field: str, division: str) -> Agency:
    return put(
        Agency(
            code=code_of(number),
            name=f"第{number}局",
            short_name=f"{number}局",
            kind="机关",
            division=division,
            field=field,
            valid_from=date(2019, 3, 1),
        )
    )


@pytest.fixture
def bureau(db) -> Agency:
    return made(actor=None, number=1, field="market", division="430400")


@pytest.fixture
def justice(db) -> Agency:
    return made(actor=None, number=2, field="justice", division="430400")
