"""A document is served from the day of its mode, and only with the proof of its mode."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.law.refusals import Malformed
from lantai.law.service_of_documents import (
    RULES,
    Mode,
    Proof,
    Service,
    effective_on,
    effective_sentence,
    missing_proofs,
    refusals,
)

DAY = date(2026, 3, 2)


@pytest.mark.parametrize("mode", [m for m in Mode if m is not Mode.ANNOUNCEMENT])
def test_every_mode_but_the_announcement_takes_effect_on_its_own_day(mode):
    assert effective_on(mode, DAY) == DAY


def test_an_announcement_takes_effect_on_the_thirtieth_day_even_if_it_is_a_rest_day():
    assert effective_on(Mode.ANNOUNCEMENT, DAY) == date(2026, 4, 1)
    assert effective_on(Mode.ANNOUNCEMENT, date(2026, 9, 3)) == date(2026, 10, 3)
    assert "2026年4月1日" in effective_sentence(Mode.ANNOUNCEMENT, DAY)


@pytest.mark.parametrize("mode", list(Mode))
def test_no_mode_counts_without_proof(mode):
    found = refusals(Service(mode, DAY, reason="原因", reconsideration_channel="网上复议"))
    assert [r.field for r in found] == ["proofs"]
    assert found[0].basis == RULES[mode].basis
    assert found[0].reason.startswith(RULES[mode].label)


@pytest.mark.parametrize("mode", list(Mode))
def test_every_complete_set_of_proof_suffices(mode):
    for proofs in RULES[mode].proofs:
        assert refusals(Service(mode, DAY, proofs, reason="原因", reconsideration_channel="网上复议")) == ()


def test_leaving_needs_a_witness_or_pictures_and_says_what_is_nearest():
    alone = Service(Mode.LEAVING, DAY, frozenset({Proof.RECEIPT}), reason="拒收")
    assert missing_proofs(alone) == (Proof.WITNESS,)
    filmed = Service(Mode.LEAVING, DAY, frozenset({Proof.RECEIPT, Proof.PHOTO_OR_VIDEO}), reason="拒收")
    assert missing_proofs(filmed) == ()


def test_leaving_needs_a_reason_and_the_domicile():
    proofs = frozenset({Proof.RECEIPT, Proof.WITNESS})
    assert [r.field for r in refusals(Service(Mode.LEAVING, DAY, proofs, reason=" "))] == ["reason"]
    assert [r.field for r in refusals(Service(Mode.LEAVING, DAY, proofs, reason="拒收", at_domicile=False))] == [
        "at_domicile"
    ]


def test_a_posted_announcement_must_be_photographed():
    proofs = frozenset({Proof.ANNOUNCEMENT_TEXT, Proof.REASON_NOTE})
    assert refusals(Service(Mode.ANNOUNCEMENT, DAY, proofs, reason="下落不明")) == ()
    posted = Service(Mode.ANNOUNCEMENT, DAY, proofs, reason="下落不明", posted=True)
    assert missing_proofs(posted) == (Proof.PHOTO_OR_VIDEO,)


def test_a_decision_served_electronically_offers_an_electronic_reconsideration():
    proofs = frozenset({Proof.ADDRESS_CONFIRMATION, Proof.TRANSMISSION_LOG})
    found = refusals(Service(Mode.ELECTRONIC, DAY, proofs, is_decision=True))
    assert [str(b) for r in found for b in r.basis] == ["《行政复议法》第二十二条第二款"]
    assert refusals(Service(Mode.ELECTRONIC, DAY, proofs)) == ()


def test_electronic_service_without_a_signed_confirmation_does_not_count():
    found = refusals(Service(Mode.ELECTRONIC, DAY, frozenset({Proof.TRANSMISSION_LOG})))
    assert "送达地址确认书" in found[0].reason


def test_nobody_is_served_before_the_document_or_in_the_future():
    service = Service(Mode.PERSONAL, DAY, frozenset({Proof.RECEIPT}))
    with pytest.raises(Malformed, match="早于文书日期"):
        refusals(service, issued_on=date(2026, 3, 3))
    with pytest.raises(Malformed, match="晚于今日"):
        refusals(service, today=date(2026, 3, 1))
