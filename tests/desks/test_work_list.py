"""The work list: what waits for somebody, the nearest end of term first, whole, and with the reason why it came back."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lantai.cases.commands.drafting import save_draft
from lantai.cases.models import Case
from lantai.law import review as rules
from lantai.law import statements
from lantai.rehearsal.wording import lawful
from lantai.review import commands as reviewing
from tests.scenes import at, moment, scene, world

pytestmark = pytest.mark.django_db

DAY = "2026-03-20"
CASES = "/desk/waiting/cases/"


def listed(browser: Client, address: str) -> list[int]:
    """Cases of every page from one address on, following 下一页."""
    found: list[int] = []
    while address:
        page = browser.get(address).content.decode()
        table = page.split("<tbody>")[1].split("</tbody>")[0] if "<tbody>" in page else ""
        found += [int(n) for n in re.findall(r'href="/desk/cases/(\d+)/"', table)]
        older = re.search(r'href="([^"]+)" rel="next"', page)
        address = older[1].replace("&amp;", "&") if older else ""
    return found


def test_the_work_list_is_ordered_by_term_and_loses_no_case_between_its_pages():
    place = world()
    for _ in range(23):
        scene("PG-3", "2026-03-04", where=place)
    made = list(Case.objects.order_by("id"))
    for n, case in enumerate(made):  # three ends of term, the third of which is none
        due = None if n % 3 == 2 else date(2026, 4, 1) + timedelta(days=n % 3)
        Case.objects.filter(pk=case.pk).update(next_due_on=due)
    browser = scene("PG-3", "2026-03-04", where=place).browser("officer")
    Case.objects.exclude(pk__in=[c.pk for c in made]).update(next_due_on=date(2026, 3, 25))
    with at(DAY):
        found = listed(browser, CASES)
        last = browser.get(CASES).content.decode()
        second = re.search(r'href="([^"]+)" rel="next"', last)[1]
        back = re.search(r'href="([^"]+)" rel="prev"', browser.get(second).content.decode())[1]
        assert listed(browser, back) == found
        for wrong in ("0", "-4", "999999999999999999"):
            assert browser.get(f"{CASES}?after={wrong}").status_code == 200
            assert browser.get(f"{CASES}?before={wrong}").status_code == 200
    by_term = Case.objects.in_bulk(found)
    ends = [by_term[pk].next_due_on or date.max for pk in found]
    assert len(found) == len(set(found)) == 24 and ends == sorted(ends)
    assert "还剩 5 天" in last and "共 24 件" in last


def test_the_count_on_the_desk_leads_to_the_very_cases_it_counts():
    place = world()
    first = scene("PG-3", "2026-03-04", where=place)
    scene("PG-8", "2026-03-10", where=place)
    scene("PG-15", "2026-03-20", where=place)
    browser = first.browser("officer")
    with at("2026-03-23"):
        page = browser.get("/desk/").content.decode()
        counted = re.findall(r'<a href="(/desk/waiting/\w+/)">(\d+) 件</a>', page)
        assert len(counted) == 2
        for address, number in counted:
            assert len(listed(browser, address)) == int(number), address


def test_the_work_list_is_narrowed_by_words_and_by_lamp():
    place = scene("PG-3", "2026-03-04")
    browser = place.browser("officer")
    with at(DAY):
        assert listed(browser, f"{CASES}?q={place.case.number}") == [place.case.pk]
        assert listed(browser, f"{CASES}?q=没有这样的案件") == []
        assert listed(browser, f"{CASES}?lamp=red") == []
    with at("2026-07-01"):
        assert listed(place.browser("officer"), f"{CASES}?lamp=red") == [place.case.pk]


def test_what_came_back_from_the_review_says_so_on_the_desk_and_in_the_list():
    place = scene("PG-8", "2026-03-10")
    fields = lawful(
        statements.draft_words("penalty"),
        {"penalty_kinds": ["fine"], "fine": "150000", "tier": "从重"},
        moment("2026-03-11"),
        {},
    )
    with at("2026-03-11"):
        save_draft(actor=place.actor("officer"), case=place.case, outcome="penalty", fields=fields)
        made = reviewing.submit(actor=place.actor("officer"), case=place.case, letter="")
        reviewing.send_back(actor=place.actor("reviewer"), review=made, missing="缺鉴定意见")
        browser = place.browser("officer")
        assert "审核人退回补齐材料" in browser.get("/desk/").content.decode()
        assert "审核人退回补齐材料" in browser.get("/desk/waiting/drafts/").content.decode()
        reviewing.resubmit(actor=place.actor("officer"), review=made, letter="")
        reviewing.accept(actor=place.actor("reviewer"), review=made)
        wrong = next(a.code for a in rules.ASPECTS)
        aspects = {a.code: {"verdict": "ok", "note": ""} for a in rules.ASPECTS}
        aspects[wrong] = {"verdict": "defect", "note": "数量不清"}
        reviewing.give_opinion(
            actor=place.actor("reviewer"),
            review=made,
            aspects=aspects,
            opinion="correct",
            opinion_text="请纠正",
            problems="数量不清",
        )
        pages = [browser.get(a).content.decode() for a in ("/desk/", CASES, "/desk/waiting/drafts/")]
    assert any("审核意见：建议纠正" in p for p in pages)


def test_the_work_list_asks_no_more_however_many_wait():
    place = world()
    browser = scene("PG-3", "2026-03-04", where=place).browser("officer")

    def asked(address: str) -> int:
        browser.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(address).status_code == 200
        return len(seen)

    with at(DAY):
        few = [asked(CASES), asked("/desk/")]
    for _ in range(3):
        scene("PG-3", "2026-03-04", where=place)
    with at(DAY):
        assert [asked(CASES), asked("/desk/")] == few


def test_who_handles_no_cases_has_no_work_list():
    place = scene("PG-3", "2026-03-04")
    with at(DAY):
        assert place.browser("archivist").get(CASES).status_code == 404
        assert place.browser("officer").get("/desk/waiting/nothing/").status_code == 404
        assert listed(place.browser("head"), CASES) == []
