"""Files are kept as long as their class says, and nothing is deleted by the calendar alone."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.law.penalties import PenaltyKind
from lantai.law.retention import Period, handover_due, kept_until, recording_may_go, retention_of

SEALED = date(2026, 2, 28)


@pytest.mark.parametrize(
    ("procedure", "more", "period"),
    [
        ("penalty.ordinary", {}, Period.THIRTY),
        ("penalty.ordinary", {"major": True}, Period.PERMANENT),
        ("penalty.ordinary", {"penalty_kinds": [PenaltyKind.REVOCATION]}, Period.PERMANENT),
        ("penalty.ordinary", {"transferred": True}, Period.PERMANENT),
        ("penalty.summary", {}, Period.TEN),
        ("inspection.ordinary", {}, Period.TEN),
        ("licence.ordinary", {}, Period.LICENCE),
        ("licence.ordinary", {"denied": True}, Period.THIRTY),
        ("expropriation.housing", {}, Period.PERMANENT),
        ("requisition.emergency", {}, Period.PERMANENT),
        ("coercion.sealing_seizure", {}, Period.THIRTY),
        ("transfer.criminal", {}, Period.PERMANENT),
    ],
)
def test_the_class_follows_from_the_procedure_and_the_gravity(procedure, more, period):
    found = retention_of(procedure, **more)
    assert found.period is period
    assert found.reason


def test_the_end_of_a_period():
    assert kept_until(Period.TEN, SEALED) == date(2036, 2, 28)
    assert kept_until(Period.THIRTY, date(2024, 2, 29)) == date(2054, 2, 28)
    assert kept_until(Period.PERMANENT, SEALED) is None
    assert kept_until(Period.LICENCE, SEALED, date(2030, 6, 30)) == date(2040, 6, 30)
    assert kept_until(Period.LICENCE, SEALED) is None


def test_city_files_go_to_the_archive_after_twenty_years_and_county_files_after_ten():
    assert handover_due("city", SEALED) == date(2046, 2, 28)
    assert handover_due("county", SEALED) == date(2036, 2, 28)
    with pytest.raises(KeyError):
        handover_due("village", SEALED)


def test_a_loose_recording_is_kept_six_months():
    made = date(2026, 3, 1)
    assert "6个月" in recording_may_go(made, date(2026, 9, 1))
    assert recording_may_go(made, date(2026, 9, 2)) == ""


def test_a_recording_lives_as_long_as_its_dossier_a_hold_or_its_use_as_evidence():
    made, late = date(2026, 3, 1), date(2036, 3, 1)
    in_dossier = {"dossier": Period.TEN, "dossier_sealed_on": SEALED}
    assert "保管期限10年" in recording_may_go(made, SEALED, **in_dossier)
    assert recording_may_go(made, late, **in_dossier) == ""
    assert recording_may_go(made, late, dossier=Period.PERMANENT, dossier_sealed_on=SEALED)
    assert recording_may_go(made, late, evidence=True)
    assert recording_may_go(made, late, dossier_open=True)
    assert "诉讼" in recording_may_go(made, late, on_hold=True, **in_dossier)
    assert recording_may_go(made, late, hold_until=late)
