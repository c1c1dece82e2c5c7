"""Agencies with powers, and who acts in these tests."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.law.people import Actor, Role
from lantai.ledger.act import command, put
from lantai.personnel.models import Person
from lantai.personnel.tests.conftest import admin, bureau, code_of, justice, kept, made, security, stranger
from lantai.powers.commands import registering

__all__ = ["admin", "bureau", "code_of", "justice", "kept", "made", "security", "stranger"]
BASES = [("violated", "食品安全法", 53, 1, 0), ("penalty", "《食品安全法》", 126, 1, 3)]
TIERS = [("从轻", "首次且及时改正", 5_000, 10_000, "裁量基准"), ("一般", "无从轻情节", 10_000, 30_000, "裁量基准")]


def power(admin, agency, code="CF-1", **changes):
    given = {
        "name": "对未查验许可证的处罚",
        "kind": "处罚",
        "field": "market",
        "valid_from": date(2024, 1, 1),
        "bases": BASES,
        "tiers": TIERS,
        "procedures": ["penalty.ordinary", "penalty.summary"],
    }
    return registering.register(actor=admin, agency=agency, code=code, **(given | changes))


@command("tests.person", "测试用人员")
def person(*, actor, agency, name: str) -> Person:
    return put(Person(agency=agency, name=name))


def reviewer_of(agency, name="王") -> Actor:
    made_ = person(actor=None, agency=agency, name=name)
    return Actor(made_.pk, name, agency.pk, agency.name, frozenset({Role.REVIEWER}))


@pytest.fixture
def own_reviewer(bureau) -> Actor:
    return reviewer_of(bureau)


@pytest.fixture
def justice_reviewer(justice) -> Actor:
    return reviewer_of(justice, "周")
