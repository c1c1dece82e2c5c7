"""Who acts in these tests, and workbooks as people send them."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from lantai.law.identity import credit_code_check, organisation_code_check
from lantai.law.people import Actor, Role
from lantai.ledger import store


def code_of(number: int, kind: str = "11", division: str = "430400") -> str:
    """A credit code that is valid in form."""
    eight = f"{number:08d}"
    seventeen = f"{kind}{division}{eight}{organisation_code_check(eight)}"
    return seventeen + credit_code_check(seventeen)


def actor(role: Role, person_id: int = 9001, agency_id: int = 0) -> Actor:
    return Actor(person_id, "管理员", agency_id, "衡阳市数据局", frozenset({role}), account_id=person_id)


@pytest.fixture
def admin() -> Actor:
    return actor(Role.SYSTEM_ADMIN)


@pytest.fixture
def security() -> Actor:
    return actor(Role.SECURITY_ADMIN, 9002)


@pytest.fixture
def stranger() -> Actor:
    return actor(Role.OFFICER, 9003, agency_id=987654)


def kept(*sheets: tuple[str, list[list[object]]]):
    """A workbook of plain rows, kept in the store."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        ws = book.create_sheet(title)
        for row in rows:
            ws.append(row)
    out = BytesIO()
    book.save(out)
    return store.put_bytes(out.getvalue())
