"""A publisher, and decisions that are public."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from lantai.law.people import Actor, Role
from lantai.ledger import clock
from lantai.portal.commands import notices, registers
from lantai.portal.middleware import forget_pages
from lantai.portal.models import PublishedNotice, PublishedOfficer
from lantai.portal.queries.version import forget_version

CHINA = timezone(timedelta(hours=8))
AGENCY = "11430400006000123X"
WORDS = {"text": "当事人采购食品原料时未查验供货者的许可证，联系人"}
HIDDEN = {"hidden": "张某", "kind": "自然人姓名", "rule": "当事人以外的自然人", "basis": "《政府信息公开条例》第十五条"}


def moment(day: str, hour: int = 9) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time().replace(hour=hour), CHINA)


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """No public page is kept from test to test: the database goes back in time, the pages of the process would not."""
    forget_pages()
    forget_version()


@pytest.fixture
def publisher() -> Actor:
    return Actor(7, "公示员", 1, "衡阳市市场监督管理局", frozenset({Role.PUBLISHER}))


@pytest.fixture
def officer_of_nothing() -> Actor:
    return Actor(8, "执法员", 1, "衡阳市市场监督管理局", frozenset({Role.OFFICER}))


def body(**more: Any) -> dict[str, Any]:
    return {
        "agency_name": "衡阳市市场监督管理局",
        "party_name": "衡阳甲餐饮管理有限公司",
        "kind": "处罚",
        "title": "衡阳甲餐饮管理有限公司未查验供货者许可证案",
        "conclusion": "警告；罚款 5,000 元",
        **more,
    }


@pytest.fixture
def put(db: Any, publisher: Actor) -> Callable[..., PublishedNotice]:
    def make(number: int = 1, on: str = "2026-11-13", **given: Any) -> PublishedNotice:
        fields = {
            "reference": f"衡市监罚〔2026〕{number}号",
            "agency_code": AGENCY,
            "agency_name": "衡阳市市场监督管理局",
            "division": "衡阳市",
            "field": "市场监管",
            "kind": "处罚",
            "body": body(),
            "sections": [{"heading": "一、违法事实", "paragraphs": [[WORDS, HIDDEN]]}],
            "decided_on": date(2026, 11, 10),
            "due_on": date(2026, 11, 19),
            "shown_until": date(2027, 11, 10),
            **given,
        }
        with clock.at(moment(on)):
            return notices.put_notice(actor=publisher, **fields)

    return make


@pytest.fixture
def officer(db: Any, publisher: Actor) -> PublishedOfficer:
    return registers.put_officer(
        actor=publisher,
        certificate="43040012345678",
        name="李明",
        agency_code=AGENCY,
        agency_name="衡阳市市场监督管理局",
        unit="执法一科",
        fields=["市场监管"],
        photo_sha256="",
        photo_type="",
        valid_from=date(2024, 1, 1),
        valid_to=date(2026, 11, 25),
        suspended=[],
        left_on=None,
    )
