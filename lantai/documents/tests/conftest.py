"""A bureau with a head and two officers, another bureau, and one issued decision."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone

from lantai.agencies.models import Agency
from lantai.documents import commands
from lantai.law import documents as kinds
from lantai.law.people import Actor, Role
from lantai.law.specimens.case import context
from lantai.ledger import clock

NOW = datetime(2025, 8, 28, 10, 0, tzinfo=timezone.get_fixed_timezone(480))


def agency(code: str, name: str, prefix: str) -> Agency:
    return Agency.objects.create(
        code=code,
        name=name,
        short_name=name[3:],
        kind="机关",
        division="430400",
        field="market",
        doc_prefix=prefix,
        valid_from=date(2019, 1, 1),
    )


def actor(at: Agency, number: int, *roles: Role, scope: frozenset[int] = frozenset()) -> Actor:
    return Actor(number, f"某{number}", at.pk, at.name, frozenset(roles), scope=scope)


@pytest.fixture(autouse=True)
def working_day():
    with clock.at(NOW):
        yield


@pytest.fixture
def bureau(db):
    own = agency("11430400MB0000001A", "衡阳市市场监督管理局", "衡市监")
    other = agency("11430400MB0000002B", "衡阳市文化旅游广电体育局", "衡文旅")
    return SimpleNamespace(
        agency=own,
        other=other,
        officer=actor(own, 1, Role.OFFICER),
        head=actor(own, 2, Role.AGENCY_HEAD),
        stranger=actor(other, 3, Role.OFFICER),
        supervisor=actor(other, 4, Role.SUPERVISOR, scope=frozenset({own.pk})),
    )


@pytest.fixture
def issue(bureau):
    """Issue a document of a kind from the sample case."""

    def make(kind: str = "penalty_decision", **given):
        case = given.pop("case", None) or context(kind)
        fields = kinds.compose(kind, case)
        return commands.issue(
            actor=bureau.officer,
            agency=given.pop("agency", bureau.agency),
            dossier_id=1,
            subject=given.pop("subject", "cases.case:12"),
            of_step="PG-14",
            kind=kind,
            fields=fields | given.pop("fields", {}),
            issued_on=given.pop("issued_on", NOW.date()),
            signers=[{"name": "陈志远"}],
            **given,
        )

    return make
