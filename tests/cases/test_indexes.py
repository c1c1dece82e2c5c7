"""The indexes of the two largest tables: none that another one replaces, and the one that only seems to be replaced."""

from __future__ import annotations

import pytest
from django.db import connection

from lantai.cases.models import Case, TakenStep

pytestmark = pytest.mark.django_db


def indexed(model: type[Case] | type[TakenStep]) -> list[list[str]]:
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, model._meta.db_table).values()
    return [one["columns"] for one in found if one["index"] or one["unique"]]


def test_the_steps_of_a_case_are_found_by_case_and_number_alone():
    assert ["case_id"] not in indexed(TakenStep)
    assert ["case_id", "seq"] in indexed(TakenStep)


def test_the_cases_of_an_agency_have_an_index_that_competes_with_no_stage():
    """Without it SQLite reads all cases of an agency for a desk instead of those at the stages that wait there."""
    assert ["agency_id"] in indexed(Case)
    if connection.vendor == "sqlite":
        waiting = Case.objects.filter(agency_id=1, standing__in=("PG-2", "PG-3")).select_related("agency")
        assert "INDEX cases_standing" in waiting.order_by("next_due_on", "-id").explain()
