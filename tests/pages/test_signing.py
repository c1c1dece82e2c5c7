"""What whoever drafts, reviews or signs has before him: what was changed, how the amount stands, how like cases ended."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantai.cases.commands.drafting import save_draft
from lantai.cases.models import Draft
from lantai.law import statements
from lantai.ledger.models import Entry
from lantai.rehearsal.wording import lawful
from lantai.review import commands as reviewing
from tests.scenes import Scene, at, moment, scene, world

pytestmark = pytest.mark.django_db


def fields(**said: Any) -> dict[str, Any]:
    return lawful(statements.draft_words("penalty"), said, moment("2026-03-11"), {})


def drafted(place: Scene, **said: Any) -> Draft:
    with at("2026-03-11"):
        return save_draft(actor=place.actor("officer"), case=place.case, outcome="penalty", fields=fields(**said))


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_who_decides_sees_what_the_draft_says_otherwise_than_the_one_before():
    place = scene("PG-8", "2026-03-10")
    drafted(place, fine="8000", facts="第一稿的事实。")
    browser, address = place.browser("head"), f"/desk/cases/{place.case.pk}/steps/PG-14/?outcome=penalty"
    with at("2026-03-12"):
        assert "有改动" not in browser.get(address).content.decode()
    drafted(place, fine="8000", facts="第二稿的事实。")
    with at("2026-03-12"):
        page = text_of(browser.get(address).content.decode())
    assert "与上一稿相比，有 1 处改动" in page and "第一稿的事实。" in page and "第二稿的事实。" in page


def test_the_reviewer_of_a_second_round_sees_what_was_changed_since_the_first():
    place = scene("PG-8", "2026-03-10")
    heavy = {"penalty_kinds": ["fine"], "fine": "150000", "tier": "从重"}
    drafted(place, **heavy, facts="送审时的事实。")
    with at("2026-03-12"):
        first = reviewing.submit(actor=place.actor("officer"), case=place.case, letter="")
        page = place.browser("reviewer").get(f"/desk/review/{first.pk}/").content.decode()
        assert "送审时的事实。" in page and "有改动" not in page
        reviewing.withdraw(actor=place.actor("officer"), review=first, reason="补充")
    drafted(place, **heavy, facts="补充后的事实。")
    with at("2026-03-13"):
        second = reviewing.submit(actor=place.actor("officer"), case=place.case, letter="")
        page = text_of(place.browser("reviewer").get(f"/desk/review/{second.pk}/").content.decode())
    assert "与上一轮送审稿相比，有 1 处改动" in page and "送审时的事实。" in page and "补充后的事实。" in page


def test_like_cases_of_the_agency_stand_beside_the_draft_and_ask_one_statement_however_many():
    place = world()
    case = scene("PG-8", "2026-03-10", where=place)
    address = f"/desk/cases/{case.case.pk}/draft/"

    def read() -> tuple[str, int]:
        with at("2026-03-25"), CaptureQueriesContext(connection) as seen:
            page = case.browser("officer").get(address).content.decode()
        return page, len(seen)

    before, _ = read()
    assert "同一事项近来的决定" not in before
    scene("PG-15", "2026-03-20", said=None, where=place)
    one, few = read()
    assert "同一事项近来的决定" in one and "最近 1 件" in one
    for _ in range(2):
        scene("PG-15", "2026-03-20", where=place)
    several, many = read()
    assert "最近 3 件" in several and many == few


def test_an_amount_is_tried_on_the_standard_without_saving_a_draft():
    place = scene("PG-8", "2026-03-10")
    before = (Draft.objects.count(), Entry.objects.count())
    typed = fields(fine="8000", facts="还没写完的事实。") | {"tier": "从轻", "outcome": "penalty", "find": "reckoned"}
    with at("2026-03-11"):
        answer = place.browser("officer").post(f"/desk/cases/{place.case.pk}/draft/", typed)
        empty = place.browser("officer").post(
            f"/desk/cases/{place.case.pk}/draft/", {"outcome": "penalty", "find": "reckoned"}
        )
    page = answer.content.decode()
    assert answer.status_code == 200 and "裁量试算（没有保存）" in page and "还没写完的事实。" in page
    assert "从轻" in text_of(page) and "错误：" not in page
    assert "请先选择裁量档次" in empty.content.decode()
    assert (Draft.objects.count(), Entry.objects.count()) == before
