"""The closer row prevails, on the day asked for; procedures are signed by the justice bureau only."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import Http404

from lantai.law import policy, released
from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import journeys
from lantai.ledger.models import Entry
from lantai.powers import queries
from lantai.powers.commands import figures, releases
from lantai.powers.models import HearingThreshold, MajorDecisionRow

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
SINCE = date(2026, 1, 1)


def threshold(actor, person, organisation, **place):
    given = {"source": "某规定", "from_on": SINCE} | place
    return figures.set_hearing_threshold(actor=actor, person_yuan=person, organisation_yuan=organisation, **given)


def amounts(agency, on=DAY):
    facts = queries.agency_facts(agency, on)
    return facts.hearing_person, facts.hearing_organisation


def test_shipped_amounts_hold_until_somebody_adopts_others(bureau, justice):
    assert amounts(justice) == (1_000, 20_000)
    assert amounts(bureau) == (10_000, 100_000)
    assert "听证办法" in queries.agency_facts(bureau, DAY).hearing_source


def test_the_own_amount_goes_before_the_fields_and_the_fields_before_the_citys(admin, bureau, justice):
    threshold(admin, 2_000, 30_000)
    assert amounts(bureau) == amounts(justice) == (2_000, 30_000)
    threshold(admin, 5_000, 50_000, field="market")
    assert amounts(bureau) == (5_000, 50_000) and amounts(justice) == (2_000, 30_000)
    threshold(admin, 8_000, 80_000, agency=bureau)
    assert amounts(bureau) == (8_000, 80_000)
    assert amounts(bureau, date(2025, 12, 31)) == (10_000, 100_000)


def test_a_new_amount_ends_the_former_one_the_day_before(admin, bureau):
    threshold(admin, 2_000, 30_000, agency=bureau)
    threshold(admin, 3_000, 40_000, agency=bureau, from_on=date(2026, 6, 1))
    assert amounts(bureau, date(2026, 5, 31)) == (2_000, 30_000)
    assert amounts(bureau, date(2026, 6, 1)) == (3_000, 40_000)
    with pytest.raises(Malformed) as wrong:
        threshold(admin, 4_000, 50_000, agency=bureau, from_on=date(2026, 6, 1))
    assert wrong.value.field == "from_on"


def test_an_ended_row_gives_way_to_the_farther_one(admin, bureau):
    row = threshold(admin, 2_000, 30_000, agency=bureau)
    figures.end_adopted(actor=admin, row=row, to_on=date(2026, 2, 28), source="废止文件")
    assert amounts(bureau, date(2026, 2, 28)) == (2_000, 30_000)
    assert amounts(bureau, date(2026, 3, 1)) == (10_000, 100_000)
    with pytest.raises(Conflict):
        figures.end_adopted(actor=admin, row=HearingThreshold.objects.get(), to_on=DAY, source="废止文件")


def test_the_catalogue_is_the_sum_of_all_places_and_its_amounts_go_by_precedence(admin, bureau, justice):
    given = {"actor": admin, "source": "目录", "from_on": SINCE}
    figures.add_catalogue_row(word="suspension", **given)
    figures.add_catalogue_row(word="complex", field="market", **given)
    figures.add_catalogue_row(word="reduced", agency=bureau, **given)
    figures.add_catalogue_row(word="fine_person", amount=500, **given)
    figures.add_catalogue_row(word="fine_person", amount=900, agency=bureau, **given)
    facts = queries.agency_facts(bureau, DAY)
    assert facts.catalogue == {"suspension", "complex", "reduced"}
    assert (facts.review_person, facts.review_organisation) == (900, None)
    assert queries.agency_facts(justice, DAY).catalogue == {"suspension"}
    with pytest.raises(Conflict):
        figures.add_catalogue_row(word="reduced", agency=bureau, **given)
    later = given | {"from_on": date(2026, 7, 1)}
    figures.add_catalogue_row(word="fine_person", amount=700, agency=bureau, **later)
    assert queries.agency_facts(bureau, date(2026, 7, 1)).review_person == 700


@pytest.mark.parametrize(
    ("word", "amount", "field"),
    [
        ("nonsense", None, "word"),
        ("fine_person", None, "amount"),
        ("reduced", 5, "amount"),
        ("fine_person", 0, "amount"),
    ],
)
def test_a_row_of_the_catalogue_is_a_known_case(admin, word, amount, field):
    with pytest.raises(Malformed) as wrong:
        figures.add_catalogue_row(actor=admin, word=word, amount=amount, source="目录", from_on=SINCE)
    assert wrong.value.field == field


def test_a_local_setting_replaces_what_is_shipped(admin, bureau):
    assert policy.value(queries.agency_facts(bureau, DAY), "defence_days") == 5
    figures.set_local_figure(actor=admin, name="defence_days", value=7, source="文件", from_on=SINCE, agency=bureau)
    assert policy.value(queries.agency_facts(bureau, DAY), "defence_days") == 7
    for name, value, field in (
        ("no_such", 1, "name"),
        ("defence_days", "7", "value"),
        ("defence_days", 0, "value"),
        ("overdue_decision", "maybe", "value"),
        ("first_review_since", "早先", "value"),
    ):
        with pytest.raises(Malformed) as wrong:
            figures.set_local_figure(actor=admin, name=name, value=value, source="文件", from_on=SINCE)
        assert wrong.value.field == field


def test_a_legal_section_adopts_for_its_own_agency_only(bureau, justice, own_reviewer, justice_reviewer):
    threshold(own_reviewer, 2_000, 30_000, agency=bureau)
    with pytest.raises(Http404):
        threshold(own_reviewer, 2_000, 30_000, agency=justice)
    with pytest.raises(Refused):
        threshold(own_reviewer, 2_000, 30_000)
    threshold(justice_reviewer, 2_000, 30_000)
    officer = Actor(8, "张", bureau.pk, "某局", frozenset({Role.OFFICER}))
    with pytest.raises(Refused):
        threshold(officer, 2_000, 30_000, agency=bureau)


def test_every_adopted_row_says_where_it_comes_from(admin, bureau):
    for wrong, field in (
        ({"source": " "}, "source"),
        ({"agency": bureau, "field": "market"}, "field"),
        ({"field": "x"}, "field"),
        ({"to_on": date(2025, 1, 1)}, "to_on"),
    ):
        with pytest.raises(Malformed) as refused:
            threshold(admin, 2_000, 30_000, **wrong)
        assert refused.value.field == field


def test_the_facts_of_an_agency_cost_three_statements_however_many_rows(admin, bureau, django_assert_num_queries):
    for word in ("suspension", "closure", "revocation", "reduced", "complex", "heard"):
        figures.add_catalogue_row(actor=admin, word=word, source="目录", from_on=SINCE)
    threshold(admin, 2_000, 30_000)
    with django_assert_num_queries(1 if journeys.is_postgresql() else 3):  # there the three travel as one
        queries.agency_facts(bureau, DAY)
    assert MajorDecisionRow.objects.count() == 6


def test_other_agencies_rows_are_not_shown_to_a_stranger(admin, bureau, stranger):
    threshold(admin, 2_000, 30_000, agency=bureau)
    threshold(admin, 1_500, 25_000)
    assert queries.adopted(admin, HearingThreshold).count() == 2
    assert [r.agency for r in queries.adopted(stranger, HearingThreshold)] == [None]
    assert not queries.adopted(None, HearingThreshold).exists()


def test_the_justice_bureau_signs_exactly_the_content_shown(bureau, justice, own_reviewer, justice_reviewer, admin):
    procedure = released.RELEASED[0]
    given = {"code": procedure.code, "version": procedure.version, "digest": procedure.digest}
    for viewer in (own_reviewer, admin, None):
        with pytest.raises(Refused):
            releases.sign_release(actor=viewer, **given)
    with pytest.raises(Conflict):
        releases.sign_release(actor=justice_reviewer, **(given | {"digest": "0" * 64}))
    with pytest.raises(Malformed):
        releases.sign_release(actor=justice_reviewer, **(given | {"version": 99}))
    assert not queries.is_signed(procedure.code, procedure.digest)
    releases.sign_release(actor=justice_reviewer, **given)
    assert queries.is_signed(procedure.code, procedure.digest)
    assert procedure.digest in Entry.objects.get(verb="powers.sign_release").body
    with pytest.raises(Conflict):
        releases.sign_release(actor=justice_reviewer, **given)
