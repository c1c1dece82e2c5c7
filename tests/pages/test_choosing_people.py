"""Choosing people in an agency of ten thousand: few are listed, everybody is found, and nothing typed is lost meanwhile."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lantai.cases.models import Case, TakenStep
from lantai.law.people import Role
from lantai.personnel.models import Certificate, Person, Post
from lantai.personnel.queries import MOST_OFFERED
from tests.scenes import Scene, at, scene

pytestmark = pytest.mark.django_db

MANY = 10_000
DAY = "2026-03-11"
SMALL = 120_000  # bytes of a page


def filled(place: Scene, number: int) -> None:
    """The agency grows by officers who hold certificates, the last of whom is 殿后."""
    had = Person.objects.filter(name__startswith="众人").count()
    agency = place.world.agency
    made = Person.objects.bulk_create(
        Person(agency=agency, name=f"众人{n:05d}" if n + 1 < number else "殿后", unit=f"第{n % 40}大队")
        for n in range(had, number)
    )
    since = date(2020, 1, 1)
    Post.objects.bulk_create(
        Post(person=p, role=role, from_on=since) for p in made for role in (Role.OFFICER, Role.UNIT_HEAD)
    )
    Certificate.objects.bulk_create(
        Certificate(person=p, number=f"99{p.pk:09d}", valid_from=since, valid_to=date(2035, 12, 31)) for p in made
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the server does by itself soon after rows come by the thousand


def addresses(case: Case) -> tuple[str, ...]:
    at_case = f"/desk/cases/{case.pk}/"
    return (
        f"{at_case}steps/PG-4/?outcome=site",
        f"{at_case}steps/PG-8/",
        f"{at_case}steps/PG-12/",
        f"{at_case}handlers/",
        f"{at_case}nested/PG-5/",
        f"/desk/cases/new/form/?power={case.power_id}&procedure=penalty.ordinary",
        f"/desk/recording/{case.dossier_id}/add/",
    )


def options(page: str) -> int:
    """People listed for one field, the most there are."""
    by_field: dict[str, int] = {}
    for name in re.findall(r'<input type="checkbox" name="(\w+)" value="\d+"', page):
        by_field[name] = by_field.get(name, 0) + 1
    selects = [len(re.findall(r'<option value="\d+"', s)) for s in re.findall(r"<select.*?</select>", page, re.S)]
    return max([*by_field.values(), *selects], default=0)


def asked(browser: Client, address: str) -> int:
    browser.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(address).status_code == 200, address
    return len(seen)


def test_a_form_lists_few_of_ten_thousand_and_asks_no_more_of_the_database():
    place = scene("PG-3", "2026-03-04")
    browser, case = place.browser("officer"), place.case
    with at(DAY):
        filled(place, 100)
        few = {a: asked(browser, a) for a in addresses(case)}
        filled(place, MANY)
        for address in addresses(case):
            page = browser.get(address).content
            assert len(page) < SMALL, (address, len(page))
            assert options(page.decode()) <= MOST_OFFERED + 3, address
            assert asked(browser, address) == few[address], address


def test_a_small_agency_is_listed_whole_without_a_search():
    place = scene("PG-3", "2026-03-04")
    with at(DAY):
        page = place.browser("officer").get(f"/desk/cases/{place.case.pk}/handlers/").content.decode()
    assert 'name="find"' not in page and place.actor("officer_3").name in page


def test_somebody_not_listed_is_looked_up_without_script_and_what_was_typed_stays():
    place = scene("PG-3", "2026-03-04")
    browser, case = place.browser("section_head"), place.case
    address = f"/desk/cases/{case.pk}/handlers/"
    kept = str(place.pk("officer"))
    with at(DAY):
        filled(place, 200)
        last = Person.objects.get(name="殿后")
        page = browser.get(address).content.decode()
        assert 'name="find"' in page and f'value="{last.pk}"' not in page
        given = {"seen": case.version, "officers": [kept], "reason": "增加人手", "key": "k", "find": "officers"}
        for words in ("殿后", f"99{last.pk:09d}"):
            found = browser.post(address, given | {"officers_q": words})
            text = found.content.decode()
            assert found.status_code == 200 and 'class="error' not in text
            assert f'value="{last.pk}"' in text and "增加人手" in text and 'name="key" value="k"' in text
            assert re.search(rf'value="{kept}"[^>]*checked', text)
        nobody = browser.post(address, given | {"officers_q": "查无此人"}).content.decode()
        assert "没有查到其他人是“查无此人”" in nobody and re.search(rf'value="{kept}"[^>]*checked', nobody)
        again = {"seen": case.version, "officers": [kept, last.pk], "reason": "增加人手", "key": "k"}
        assert browser.post(address, again).status_code == 302
    assert {h.person_id for h in case.handlers.filter(to_on__isnull=True)} == {int(kept), last.pk}


def test_looking_somebody_up_takes_no_step_and_is_no_attempt():
    place = scene("PG-3", "2026-03-04")
    before = TakenStep.objects.count()
    with at(DAY):
        filled(place, 60)
        answer = place.browser("officer").post(
            f"/desk/cases/{place.case.pk}/steps/PG-4/?outcome=site",
            {"find": "with_officers", "with_officers_q": "殿后", "preview": "1", "seen": place.case.version},
        )
    assert answer.status_code == 200 and "殿后" in answer.content.decode()
    assert TakenStep.objects.count() == before


def test_an_officer_of_another_agency_is_neither_found_nor_taken():
    place = scene("PG-3", "2026-03-04")
    stranger = place.pk("justice_bureau_same_level")
    address = f"/desk/cases/{place.case.pk}/handlers/"
    name = place.actor("justice_bureau_same_level").name
    with at(DAY):
        filled(place, 60)
        browser = place.browser("section_head")
        given = {"seen": place.case.version, "reason": "增加人手", "officers": [stranger]}
        found = browser.post(address, given | {"find": "officers", "officers_q": name}).content.decode()
        assert f'value="{stranger}"' not in found
        assert browser.post(address, given).status_code == 400


def test_the_officers_of_a_random_plan_are_pasted_by_number_where_they_are_many():
    place = scene("PG-3", "2026-03-04")
    with at(DAY):
        browser = place.browser("section_head")
        if browser.get("/desk/admin/powers/draws/new/").status_code == 404:
            browser = place.browser("head")
        filled(place, 60)
        page = browser.get("/desk/admin/powers/draws/new/").content.decode()
        assert 'name="numbers"' in page and options(page) <= MOST_OFFERED
        wrong = browser.post("/desk/admin/powers/draws/new/", {"numbers": "123\n99000"}).content.decode()
    assert "没有执法证号123、99000" in wrong and "请选择执法人员" not in wrong
