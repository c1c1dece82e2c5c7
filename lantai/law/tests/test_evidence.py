"""Who may put evidence on file, and when."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.law import evidence
from lantai.law.people import Actor, Certificate, Role

DAY = date(2025, 7, 10)


def officer(number: int, *, fields: tuple[str, ...] = ("market",), to: date = date(2027, 1, 1), **more) -> Actor:
    held = Certificate(f"4304{number:010d}", date(2022, 1, 1), to, frozenset(fields), **more)
    return Actor(number, f"某{number}", 1, "某局", frozenset({Role.OFFICER}), certificate=held)


def gates(*officers: Actor, **more) -> list[str]:
    asked = {"field": "market", "collected": DAY, "sealed": False} | more
    return [r.gate for r in evidence.refusals(officers=officers, **asked)]


def test_two_officers_with_valid_certificates_of_the_field_collect_evidence():
    assert gates(officer(1), officer(2)) == []
    assert gates(officer(1, fields=()), officer(2, fields=("market", "health"))) == []


@pytest.mark.parametrize(
    "second",
    [
        officer(2, to=date(2025, 7, 9)),
        officer(2, fields=("culture",)),
        officer(2, suspended=((date(2025, 7, 1), None),)),
        Actor(2, "某", 1, "某局", frozenset({Role.OFFICER})),
    ],
    ids=["expired", "other field", "withheld", "none"],
)
def test_an_officer_who_is_not_entitled_that_day_does_not_count(second):
    assert gates(officer(1), second) == ["G-01"]


def test_a_sealed_dossier_is_closed_to_everybody():
    assert gates(officer(1), officer(2), sealed=True) == ["G-18"]
    assert gates(sealed=True, is_evidence=False) == ["G-18"]


def test_the_recording_of_an_act_is_asked_about_the_dossier_only():
    assert gates(is_evidence=False) == []


@pytest.mark.parametrize(
    ("kind", "is_av", "day"),
    [
        ("documentary", False, "received"),
        ("expert_opinion", False, "received"),
        ("documentary", True, "made"),
        ("witness", False, "made"),
        ("party_statement", False, "made"),
        ("inspection_record", False, "made"),
    ],
)
def test_own_records_are_judged_by_the_day_they_were_made_and_found_things_by_the_day_of_receipt(kind, is_av, day):
    made, received = date(2025, 1, 1), date(2025, 7, 1)
    assert evidence.collected_on(kind, is_av, made, received) == {"made": made, "received": received}[day]


def test_every_refusal_names_article_reason_and_remedy():
    for refusal in evidence.refusals(officers=(), field="market", collected=DAY, sealed=True):
        assert refusal.basis and refusal.reason and refusal.remedy
