"""A decision becomes public channel by channel, in time, and stops being public in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lantai.law.penalties import PenaltyKind
from lantai.law.publication import (
    Channel,
    Credit,
    Decision,
    correction_due,
    credit_class,
    credit_repair_from,
    early_stop_barred,
    influence,
    missing_of_summary,
    publication_due,
    rulings,
    shown_elsewhere_due,
    shown_until,
    unlisted,
    withdrawal_due,
)

DAY = date(2026, 11, 2)
FINE = Decision("处罚", DAY, "market", frozenset({PenaltyKind.FINE}))


def public(decision):
    return {r.channel for r in rulings(decision) if r.publish}


def test_an_ordinary_fine_is_public_in_summary_credit_and_the_enterprise_system():
    assert public(FINE) == {Channel.LOCAL_SUMMARY, Channel.CREDIT, Channel.NECIPS}
    assert public(replace(FINE, field="culture")) == {Channel.LOCAL_SUMMARY, Channel.CREDIT}


def test_every_ruling_has_a_basis_and_a_reason():
    for decision in (
        FINE,
        Decision("许可", DAY),
        Decision("强制", DAY),
        replace(FINE, protected=frozenset({"privacy"})),
    ):
        assert [r.channel for r in rulings(decision)] == list(Channel)
        assert all(r.basis and r.reason and r.basis_code for r in rulings(decision))


@pytest.mark.parametrize(
    "change",
    [
        {"heard_amount": True},
        {"influence": frozenset({"news"})},
        {"penalty_kinds": frozenset({PenaltyKind.SUSPENSION})},
    ],
)
def test_the_full_text_is_public_only_with_a_social_influence(change):
    assert Channel.LOCAL_FULL_TEXT not in public(FINE)
    assert Channel.LOCAL_FULL_TEXT in public(replace(FINE, **change))
    assert influence(replace(FINE, **change))


def test_a_warning_alone_stays_out_of_the_enterprise_system_and_out_of_credit():
    warning = replace(FINE, penalty_kinds=frozenset({PenaltyKind.WARNING}))
    assert public(warning) == {Channel.LOCAL_SUMMARY}
    assert Channel.NECIPS in public(replace(warning, penalty_kinds=frozenset({PenaltyKind.WARNING, PenaltyKind.FINE})))


def test_minor_information_is_kept_out_of_credit_from_april_2026_only():
    summary = replace(FINE, summary=True)
    assert Channel.CREDIT not in public(summary)
    assert Channel.CREDIT in public(replace(summary, decided_on=date(2026, 3, 31)))
    assert Channel.NECIPS not in public(summary)


def test_nothing_of_a_punished_minor_becomes_public():
    child = replace(FINE, punished_born=date(2008, 11, 2), heard_amount=True)
    assert public(child) == set()
    assert public(replace(child, punished_born=date(2008, 11, 1))) != set()
    assert all("不满十八周岁" in r.reason for r in rulings(child))


def test_secrets_are_withheld_and_only_private_ones_can_be_set_aside():
    secret = replace(FINE, protected=frozenset({"state_secret"}), consent=True, public_interest=True)
    assert public(secret) == set()
    trade = replace(FINE, protected=frozenset({"trade_secret"}))
    assert public(trade) == set()
    assert public(replace(trade, public_interest=True)) == public(FINE)
    assert public(replace(trade, protected=frozenset({"trade_secret", "security"}), consent=True)) == set()


def test_a_granted_licence_is_public_in_full():
    assert public(Decision("许可", DAY)) == {Channel.LOCAL_SUMMARY, Channel.LOCAL_FULL_TEXT, Channel.CREDIT}


def test_seven_working_days_for_penalties_and_licences_and_twenty_for_the_rest():
    assert publication_due(FINE).legal_due == date(2026, 11, 11)
    assert publication_due(replace(FINE, decided_on=date(2025, 10, 9))).legal_due == date(2025, 10, 17)
    assert publication_due(Decision("强制", DAY)).legal_due == date(2026, 11, 30)


def test_the_enterprise_system_has_twenty_days_or_ten_and_ten():
    assert publication_due(FINE, Channel.NECIPS).legal_due == date(2026, 11, 30)
    assert publication_due(replace(FINE, same_province=False), Channel.NECIPS).legal_due == date(2026, 11, 16)
    assert shown_elsewhere_due(date(2026, 11, 16)).legal_due == date(2026, 11, 30)


def test_a_revoked_decision_is_withdrawn_in_three_working_days_and_an_error_corrected_in_five():
    assert withdrawal_due(date(2026, 9, 24)).legal_due == date(2026, 9, 30)
    assert withdrawal_due(date(2026, 9, 24), "许可").legal_due == date(2026, 9, 30)
    assert correction_due(date(2026, 11, 20)).legal_due == date(2026, 11, 27)


def test_the_term_of_the_enterprise_system_is_three_months_or_three_years_or_the_restriction():
    fine = frozenset({PenaltyKind.FINE})
    assert shown_until(replace(FINE, penalty_kinds=fine, lower_fine=True), Channel.NECIPS, date(2026, 11, 30)) == date(
        2027, 2, 28
    )
    assert shown_until(FINE, Channel.NECIPS, DAY) == date(2029, 11, 2)
    criticism = replace(FINE, penalty_kinds=frozenset({PenaltyKind.CRITICISM}))
    assert shown_until(criticism, Channel.NECIPS, DAY) == date(2027, 2, 2)
    barred = replace(
        FINE, penalty_kinds=frozenset({PenaltyKind.OCCUPATION_RESTRICTION}), restricted_to=date(2031, 11, 1)
    )
    assert shown_until(barred, Channel.NECIPS, DAY) == date(2031, 11, 1)
    assert early_stop_barred(barred)
    assert not early_stop_barred(FINE)


def test_the_credit_term_counts_from_the_date_of_the_decision():
    assert credit_class(FINE) is Credit.ORDINARY
    assert shown_until(FINE, Channel.CREDIT, date(2026, 11, 11)) == date(2027, 11, 2)
    assert credit_repair_from(FINE) == date(2027, 2, 2)
    serious = replace(FINE, penalty_kinds=frozenset({PenaltyKind.REVOCATION}))
    assert shown_until(serious, Channel.CREDIT, date(2026, 11, 11)) == date(2029, 11, 2)
    assert shown_until(serious, Channel.LOCAL_SUMMARY, date(2026, 11, 11)) == date(2029, 11, 2)
    assert credit_repair_from(replace(FINE, summary=True)) is None


def test_a_licence_is_shown_a_year_longer_than_it_lasts():
    assert shown_until(Decision("许可", DAY, valid_to=date(2030, 6, 30)), Channel.LOCAL_SUMMARY, DAY) == date(
        2031, 6, 30
    )
    assert shown_until(Decision("许可", DAY), Channel.LOCAL_SUMMARY, DAY) == date(2031, 11, 2)


def test_a_notice_carries_only_listed_fields_and_all_four_statutory_ones():
    assert unlisted(["party_name", "party_phone", "resident_id"]) == ("party_phone", "resident_id")
    body = {"agency_name": "衡阳市市场监督管理局", "party_name": "某公司", "kind": "处罚", "conclusion": ""}
    assert missing_of_summary(body) == ("执法结论",)
