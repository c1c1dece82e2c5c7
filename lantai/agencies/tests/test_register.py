"""The register of enforcement subjects: who may write it, and what it refuses."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import Http404

from lantai.agencies import commands, queries
from lantai.agencies.models import Agency
from lantai.agencies.tests.conftest import code_of
from lantai.law.people import Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger.models import Entry, RefusedAttempt

pytestmark = pytest.mark.django_db


def register(actor, number=1, **changes):
    given = {
        "code": code_of(number),
        "name": f"衡阳市第{number}局",
        "kind": "机关",
        "division": "430400",
        "field": "market",
        "valid_from": date(2019, 3, 1),
    }
    return commands.register(actor=actor, **(given | changes))


def test_an_agency_is_registered_with_its_entry_in_the_log(admin):
    agency = register(admin, doc_prefix="衡一")
    assert agency.short_name == "衡阳市第1局"
    assert Entry.objects.get(verb="agencies.register").subject == f"agencies.agency:{agency.pk}"


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.SYSTEM_ADMIN])
def test_only_the_system_administrator_registers_agencies(admin, role):
    other = type(admin)(5, "某", 1, "某局", frozenset({role}))
    with pytest.raises(Refused):
        register(other)
    assert not Agency.objects.exists()
    assert RefusedAttempt.objects.get().verb == "agencies.register"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": "114304000061011363"}, "code"),
        ({"name": " "}, "name"),
        ({"kind": "公司"}, "kind"),
        ({"division": "110000"}, "division"),
        ({"field": "space"}, "field"),
        ({"kind": "受委托"}, "parent"),
    ],
)
def test_particulars_that_no_agency_can_have_are_refused(admin, changes, field):
    with pytest.raises(Malformed) as wrong:
        register(admin, **changes)
    assert wrong.value.field == field
    assert not Agency.objects.exists()


def test_code_name_and_document_prefix_stand_once_in_the_register(admin):
    register(admin, 1, doc_prefix="衡一")
    for changes, field in (
        ({"code": code_of(1)}, "code"),
        ({"name": "衡阳市第1局"}, "name"),
        ({"doc_prefix": "衡一"}, "doc_prefix"),
    ):
        with pytest.raises(Malformed) as wrong:
            register(admin, 2, **changes)
        assert wrong.value.field == field


def test_two_who_change_an_agency_at_once_do_not_overwrite_each_other(admin):
    agency = register(admin)
    seen = agency.version
    commands.change(actor=admin, agency=agency, seen=seen, changes={"phone": "0734-1234567"})
    with pytest.raises(Conflict):
        commands.change(actor=admin, agency=Agency.objects.get(), seen=seen, changes={"phone": "0734-7654321"})
    assert Agency.objects.get().phone == "0734-1234567"


def test_the_code_never_changes(admin):
    agency = register(admin)
    with pytest.raises(Malformed):
        commands.change(actor=admin, agency=agency, seen=1, changes={"code": code_of(2)})


def test_no_agency_stands_above_itself(admin):
    first = register(admin, 1)
    second = register(admin, 2, parent=first)
    with pytest.raises(Malformed) as wrong:
        commands.change(actor=admin, agency=first, seen=1, changes={"parent": second})
    assert wrong.value.field == "parent"


def test_a_principal_is_not_closed_while_another_acts_in_its_name(admin):
    principal = register(admin, 1)
    delegate = register(admin, 2, kind="受委托", parent=principal)
    with pytest.raises(Refused) as refused:
        commands.close(actor=admin, agency=principal, on=date(2030, 1, 1), reason="机构改革")
    assert "《行政处罚法》第二十条" in str(refused.value)
    commands.close(actor=admin, agency=delegate, on=date(2020, 1, 1), reason="委托期满")
    commands.close(actor=admin, agency=principal, on=date(2020, 1, 1), reason="机构改革")
    assert not principal.exists_on(date(2020, 1, 2))
    with pytest.raises(Conflict):
        commands.close(actor=admin, agency=principal, on=date(2021, 1, 1), reason="再次")


def test_closing_wants_a_reason(admin):
    with pytest.raises(Malformed):
        commands.close(actor=admin, agency=register(admin), on=date(2026, 1, 1), reason=" ")


def test_a_stranger_meets_no_agency_but_the_own_one(admin, stranger):
    agency = register(admin)
    assert queries.get(admin, agency.pk) == agency
    for viewer in (stranger, None):
        with pytest.raises(Http404):
            queries.get(viewer, agency.pk)
        with pytest.raises(Http404):
            queries.administrator(viewer)
