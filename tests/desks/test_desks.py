"""The desk, the supervisor's lamps and Table 1: what each person sees, and that every number opens what it counts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lantai.cases import queries as cases
from lantai.cases.commands.drafting import save_draft
from lantai.cases.commands.steps import take_step
from lantai.cases.models import Case
from lantai.disclosure.commands import releasing
from lantai.disclosure.models import PublicationDraft
from lantai.law import statements
from lantai.law.people import Role
from lantai.law.refusals import Malformed, Refused
from lantai.office import queries as office
from lantai.personnel.commands.posts import appoint
from lantai.portal.models import PublishedReport
from lantai.rehearsal.wording import lawful
from lantai.rehearsal.world import APPOINTER
from lantai.review import commands as review
from lantai.statistics import commands as statistics
from lantai.statistics import queries as figures
from lantai.statistics.models import FrozenReport
from lantai.supervision import queries as supervision
from tests.cases.test_licence import GRANT, ended, played
from tests.scenes import at, moment, scene, world

pytestmark = pytest.mark.django_db


def test_an_officer_sees_the_cases_that_wait_for_him():
    place = scene("PG-3", "2026-03-04")
    with at("2026-03-05"):
        (group, *_) = office.groups(place.actor("officer"))
        assert [row["label"] for row in group.rows] == [place.case.title]
        assert office.groups(place.actor("officer_4"))[0].count == 0


def test_a_handler_sees_that_a_case_waits_for_a_draft_or_to_be_handed_in_until_a_reviewer_has_it():
    place = scene("PG-8", "2026-03-10")

    def listed(who: str = "officer") -> list[str]:
        found = [g for g in office.groups(place.actor(who)) if g.title == "等我拟稿或者送审"]
        return [row["label"] for group in found for row in group.rows]

    with at("2026-03-11"):
        assert listed() == [place.case.title]  # the draft is to be written
        said = {"penalty_kinds": ["fine"], "fine": "150000", "tier": "从重"}
        ids = {word: place.pk(word) for word in ("officer", "officer_2")}
        fields = lawful(statements.draft_words("penalty"), said, moment("2026-03-11"), ids)
        save_draft(actor=place.actor("officer"), case=place.case, outcome="penalty", fields=fields)
        assert listed() == [place.case.title]
        assert listed("officer_4") == [] and listed("head") == []
        made = review.submit(actor=place.actor("officer"), case=place.case, letter="请予审核。")
        assert listed() == []
        review.withdraw(actor=place.actor("officer"), review=made, reason="补充证据")
        assert listed() == [place.case.title]


def test_the_head_sees_what_waits_for_his_signature():
    place = scene("PG-2", "2026-03-03")
    with at("2026-03-04"):
        (group, *_) = office.groups(place.actor("head"))
    assert [row["label"] for row in group.rows] == [place.case.title]


def test_the_publisher_sees_the_published_licences_that_have_ended():
    place = played(GRANT)
    ended(place)
    title = "应当标注许可终止的公示"

    def waiting() -> tuple[office.Group, int]:
        with at("2026-03-23"), CaptureQueriesContext(connection) as seen:
            (group,) = [g for g in office.groups(place.actor("publisher")) if g.title == title]
        return group, len(seen)

    group, few = waiting()
    (row,) = group.rows
    draft = PublicationDraft.objects.get(case=place.case)
    assert (group.count, row["label"], row["url"]) == (1, place.case.title, "/desk/disclosure/")
    assert row["note"] == f"{draft.reference}　2026年3月20日注销" and row["due"].isoformat() == "2026-03-31"
    with at("2026-03-23"):
        assert title not in [g.title for g in office.groups(place.actor("checker"))]  # a checker may not mark them
        assert title in place.browser("publisher").get("/desk/").content.decode()
    for _ in range(2):
        ended(played(GRANT, where=place.world))
    group, many = waiting()
    assert (group.count, len(group.rows), many) == (3, 3, few)
    with at("2026-03-23"):
        for held in PublicationDraft.objects.all():
            releasing.mark_ended(actor=place.actor("publisher"), draft=held)
    group, _ = waiting()
    assert (group.count, group.rows) == (0, [])


@pytest.mark.parametrize(
    ("day", "lamp"), [("2026-03-20", "ok"), ("2026-05-12", "remind"), ("2026-06-02", "remind"), ("2026-06-03", "red")]
)
def test_the_lamp_of_a_case_follows_its_nearest_term(day, lamp):
    place = scene("PG-3", "2026-03-04")  # 90 days: 2 June 2026
    assert place.case.next_due_on.isoformat() == "2026-06-02"
    assert cases.lamp_word(place.case, moment(day).date()) == lamp


def test_a_term_into_a_year_without_a_notice_has_a_provisional_day_on_every_page():
    place = scene("PG-3", "2026-11-13")  # 90 days: 11 February 2027, a year nobody knows yet
    first = place.case
    assert (first.next_due_on, first.red_on) == (date(2027, 2, 11), None)
    with at("2026-11-16"):
        terms = place.browser("officer").get(f"/desk/cases/{first.pk}/terms/").content.decode()
    assert "2027年2月11日" in terms and "暂定" in terms and "是否顺延待定" in terms


def test_what_has_no_end_waits_below_what_has_one():
    place = scene("PG-3", "2026-03-04")
    ended_by_nothing = scene("PG-3", "2026-03-04", where=place.world)
    Case.objects.filter(pk=ended_by_nothing.case.pk).update(next_due_on=None)
    with at("2026-03-05"):
        (group, *_) = office.groups(place.actor("officer"))
        urls = [row["url"] for row in group.rows]
        heads = list(cases.waiting_for(place.actor("supervisor"), ("PG-4",)))
    assert urls == [f"/desk/cases/{c.pk}/" for c in (place.case, ended_by_nothing.case)]
    assert [c.pk for c in heads] == [place.case.pk, ended_by_nothing.case.pk]


def test_every_number_of_the_board_is_the_number_of_rows_behind_it():
    place = scene("PG-3", "2026-03-04")
    scene("PG-8", "2026-03-10", where=place.world)
    viewer = place.actor("supervisor")
    for day in ("2026-03-20", "2026-05-20", "2026-06-10"):
        with at(day):
            (row,) = [r for r in supervision.board(viewer) if r.agency_id == place.case.agency_id]
            for level in ("red", "yellow", "blue"):
                assert getattr(row, level) == supervision.burning(viewer, level, row.agency_id).count()


def test_a_lamp_names_what_lights_it_its_rule_and_its_article():
    place = scene("PG-3", "2026-03-04")
    with at("2026-06-03"):
        viewer = place.actor("supervisor")
        (row,) = supervision.lamp_rows(list(supervision.burning(viewer)), moment("2026-06-03").date(), viewer)
        page = place.browser("supervisor").get("/desk/supervision/lamps/").content.decode()
    assert (row.word, row.attempts) == ("red", 0)
    assert [(one.what, one.rule, one.sentence) for one in row.lit[:1]] == [
        ("作出决定", "超过法定期限", "2026年6月2日届满，已过 1 天")
    ]
    assert "《行政处罚法》第六十条" in page and "超过法定期限" in page


def test_a_case_in_which_a_gate_was_tried_says_so_beside_its_lamp():
    place = scene("PG-3", "2026-03-04")
    with at("2026-06-03"), pytest.raises(Refused):
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-14",
            outcome="penalty",
            stated=lawful(statements.words_of("penalty.ordinary", "PG-14", "penalty"), {}, moment("2026-06-03"), {}),
        )
    with at("2026-06-03"):
        viewer = place.actor("supervisor")
        (row,) = supervision.lamp_rows(list(supervision.burning(viewer)), moment("2026-06-03").date(), viewer)
        page = place.browser("supervisor").get("/desk/supervision/lamps/").content.decode()
    assert row.attempts == 1 and "近 30 天被关口拦下 1 次" in page


def test_a_refused_attempt_is_seen_by_the_supervisor_with_its_gate():
    place = scene("PG-8", "2026-03-10", facts={"public_interest": True})
    with at("2026-03-11"), pytest.raises(Refused):
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-14",
            outcome="penalty",
            stated=lawful(statements.words_of("penalty.ordinary", "PG-14", "penalty"), {}, moment("2026-03-11"), {}),
        )
    viewer = place.actor("supervisor")
    with at("2026-03-12"):
        (row,) = supervision.attempt_rows(list(supervision.attempts(viewer)), viewer)
    assert row["case"] == place.case
    assert row["attempt"].actor_name == "赵局"


def test_an_officer_sees_no_lamps_of_others():
    place = scene("PG-3", "2026-03-04")
    with at("2026-06-10"):
        assert not supervision.burning(place.actor("officer")).exists()
        assert not supervision.attempts(place.actor("officer")).exists()
    browser = place.browser("officer")
    for page in (
        "supervision/",
        "supervision/lamps/",
        "supervision/attempts/",
        "supervision/frequency/",
        "statistics/",
    ):
        assert browser.get(f"/desk/{page}").status_code == 404, "an empty page would say that nothing is amiss"
    assert browser.get("/desk/statistics/2026/cases/").status_code == 404


def test_a_penalty_is_counted_by_its_decision_date_under_its_heaviest_kind_with_its_amount():
    place = scene("PG-14", "2026-04-20", said={"penalty_kinds": ["warning", "fine"], "fine": "8000"})
    viewer = place.actor("head")
    with at("2026-12-31"):
        lines, total = figures.table_one(viewer, 2026)
        own = next(line for line in lines if line["row"].body == place.case.agency_id)
        assert own["row"].cells["fine"] == 1
        assert own["row"].cells["warning"] == 0
        assert total.amount == Decimal(8000)
        page = place.browser("supervisor").get("/desk/statistics/").content.decode()
        assert f'?agency={place.case.agency_id}">8,000.00</a>' in page
        assert [c.pk for c in figures.counted_cases(viewer, 2026, "fine", place.case.agency_id)] == [place.case.pk]
        assert not figures.counted_cases(viewer, 2026, "warning", None).exists()
        assert figures.table_one(viewer, 2025)[1].total == 0


def statistician(place):
    with at("2026-03-02"):
        appoint(actor=APPOINTER, person=place.world.people["publisher"], role=Role.STATISTICIAN)
    return place.actor("publisher", "2027-01-05")


def test_a_year_is_frozen_after_its_end_and_published_with_the_same_figures():
    place = scene("PG-14", "2026-04-20", said={"fine": "8000"})
    person = statistician(place)
    with at("2026-12-30"), pytest.raises(Malformed):
        statistics.freeze(actor=person, agency=place.case.agency, year=2026)
    with at("2027-01-05"):
        made = statistics.freeze(actor=person, agency=place.case.agency, year=2026, notes="总体平稳。")
        again = statistics.freeze(actor=person, agency=place.case.agency, year=2026, notes="总体平稳。")
    assert made.pk == again.pk
    report = PublishedReport.objects.get(agency_code=place.case.agency.code, year=2026)
    assert report.tables[0]["rows"][0][-1] == "8000.00"
    assert FrozenReport.objects.count() == 1


def test_a_year_that_is_none_is_answered_at_its_field():
    place = scene("PG-3", "2026-03-04")
    statistician(place)
    answer = place.browser("publisher").post("/desk/statistics/freeze/", {"year": "²", "key": "a" * 22})
    assert answer.status_code == 400 and "年度" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/desk/", "/desk/supervision/", "/desk/supervision/lamps/", "/desk/supervision/attempts/", "/desk/statistics/"],
)
def test_the_supervisors_pages_render(address):
    place = scene("PG-3", "2026-03-04")
    page = place.browser("supervisor").get(address)
    assert page.status_code == 200
    assert "None" not in page.content.decode()


def test_an_empty_city_shows_why_nothing_is_there():
    place = world()
    browser = Client()
    browser.force_login(place.people["supervisor"].account)
    assert "没有在办案件" in browser.get("/desk/supervision/").content.decode()
