"""The matrix of access: every address × every post and nobody, against the policy table."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest
from django.test import Client

from lantai.agencies.models import Field
from tests.access_policy import POLICY, POSTS, Row, row_for
from tests.architecture.addresses import addresses
from tests.cast import AccountFactory, AgencyFactory, member

PATHS = sorted({path for path, _ in addresses()})
REFUSED = (403, 404)
BROKEN = 500


def test_every_address_has_a_row() -> None:
    assert len(PATHS) > 5
    assert [path for path in PATHS if row_for(path) is None] == []


def test_an_address_without_a_row_is_found() -> None:
    assert row_for("/desk/x/", (Row("/", None, ""),)) is None
    longest = row_for("/desk/admin/people/new/")
    assert longest is not None and longest.prefix == "/desk/admin/people/new/"


def test_every_row_covers_an_address() -> None:
    assert [row.prefix for row in POLICY if not any(row_for(path) is row for path in PATHS)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", ("get", "post"))
def test_nobody_reaches_the_back_office_without_signing_in(method: str) -> None:
    client, wrong = Client(raise_request_exception=False), []
    for path in PATHS:
        answer = getattr(client, method)(path)
        row = row_for(path)
        if row is not None and row.roles is not None:
            if answer.status_code != 302 or not answer["Location"].startswith("/login/?next="):
                wrong.append((path, answer.status_code))
        elif answer.status_code >= BROKEN:
            wrong.append((path, answer.status_code))
    assert wrong == []


@pytest.mark.django_db
def test_an_account_without_a_post_reaches_no_page_of_the_back_office() -> None:
    client = Client(raise_request_exception=False)
    client.force_login(AccountFactory())
    guarded = [path for path in PATHS if row_for(path).roles is not None]
    assert {path: code for path in guarded if (code := client.get(path).status_code) != 403} == {}


@pytest.mark.slow
@pytest.mark.django_db
def test_each_post_reaches_what_the_table_says_and_nothing_breaks(record_property: pytest.Function) -> None:
    cells, wrong = 0, Counter()
    justice = AgencyFactory(name="衡阳市司法局", field=Field.JUSTICE)
    for role in POSTS:
        client = member(role.label, role, agency=justice).browser()
        for path, method in chain(((p, "get") for p in PATHS), ((p, "post") for p in PATHS)):
            row = row_for(path)
            if row is None or path == "/logout/":
                continue
            code = getattr(client, method)(path).status_code
            cells += 1
            may = row.roles is None or role in row.roles
            if code >= BROKEN or (not may and code not in (*REFUSED, 405, 409)):
                wrong[f"{method} {path} → {code}"] += 1
    record_property("cells", cells)
    print(f"{cells} cells")
    assert not wrong, "\n".join(f"{cell} ({count} posts)" for cell, count in wrong.items())
