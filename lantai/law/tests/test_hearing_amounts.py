"""The shipped hearing amounts say where they come from."""

from __future__ import annotations

from lantai.law.hearing_amounts import BY_FIELD, CITY, shipped


def test_a_field_without_amounts_of_its_own_has_those_of_the_city():
    assert (shipped("urban").person, shipped("urban").organisation) == (1_000, 20_000)
    assert (shipped("market").person, shipped("market").organisation) == (10_000, 100_000)


def test_every_shipped_amount_names_its_source():
    assert all(a.source and a.person < a.organisation for a in (CITY, *BY_FIELD.values()))
