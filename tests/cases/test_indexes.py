"""The indexes of the largest tables: none that another one replaces or that nothing asks for, and the one that only seems so."""

from __future__ import annotations

import pytest
from django.db import connection

from lantai.cases.models import Case, TakenStep
from lantai.documents.models import IssuedDocument
from lantai.ledger.models import Entry, Sealed

pytestmark = pytest.mark.django_db


def indexed(model: type[Sealed] | type[Entry]) -> list[list[str]]:
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


def test_an_entry_of_the_log_is_looked_up_by_noun_and_by_key_alone():
    """Every command pays for every index of the log."""
    assert {columns[0] for columns in indexed(Entry)} <= {"id", "key", "subject"}


def test_what_few_rows_have_is_indexed_for_those_rows_only():
    assert ["parent_id"] in indexed(Case) and ["corrects_id"] in indexed(IssuedDocument)
    if connection.vendor == "sqlite":  # on PostgreSQL an empty table is always read whole
        assert "INDEX cases_measures" in Case.objects.filter(parent_id=1).explain()
        assert "INDEX cases_measures" in Case.objects.filter(parent_id__in=(1, 2)).explain()
        assert "INDEX documents_corrections" in IssuedDocument.objects.filter(corrects_id=1).explain()
