"""送达 through the steps: what the page states is what the gate reads; consent and address as the party confirmed them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lantai.law.gates.service import confirmation
from lantai.law.released import RELEASED
from lantai.law.service_of_documents import RULES, Mode
from lantai.law.statements import events_of, words_of
from lantai.law.statements.serving import service_of, with_effect
from lantai.law.tests.stories import GENERAL, ready, sentences

SUBSTITUTE = {"served_on": "2025-08-15", "substitute_reason": "当事人在外地，直接送达有困难"}
LAWFUL = {
    "SV-1": {"served_on": "2025-08-15", "proofs": ["receipt"]},
    "SV-2": {
        "served_on": "2025-08-15",
        "refusal_reason": "当事人拒绝接收",
        "at_domicile": True,
        "av": True,
        "proofs": ["receipt", "photo_or_video"],
    },
    "SV-3": {
        "served_on": "2025-08-15",
        "confirmed_on": "2025-08-01",
        "electronic_address": "a@example.cn",
        "reconsideration_channel": "掌上复议",
        "proofs": ["transmission_log"],
    },
    "SV-4": SUBSTITUTE | {"proofs": ["postal_receipt"]},
    "SV-5": SUBSTITUTE | {"proofs": ["receipt"]},
    "SV-6": SUBSTITUTE | {"proofs": ["announcement_text", "reason_note"]},
    "SV-7": {
        "served_on": "2025-08-15",
        "confirmed_on": "2025-08-01",
        "address": "衡阳市蒸湘区某路1号",
        "proofs": ["postal_receipt"],
    },
    "SV-8": {"served_on": "2025-08-15", "proofs": ["receipt"]},
}
EFFECTIVE = {mode: "2025-08-15" for mode in LAWFUL} | {"SV-6": "2025-09-14"}


@pytest.fixture
def decided():
    return ready(GENERAL, fine=500).take("PG-14", "2025-08-13", "penalty", fine=500)


@pytest.mark.parametrize("mode", list(RULES))
def test_each_mode_as_the_page_states_it_is_served_with_its_proof_and_not_without(decided, mode):
    stated = {"mode": str(mode), **LAWFUL[mode]}
    assert not decided.ask("PG-15", "2025-08-15", **stated)
    assert with_effect(stated)["effective_on"] == EFFECTIVE[mode]
    assert service_of(stated).mode is mode
    if mode not in (Mode.PERSONAL, Mode.ENTRUSTED, Mode.ON_THE_SPOT):  # their receipt is made with the step itself
        bare = {k: v for k, v in stated.items() if k not in ("proofs", "av", "confirmed_on")}
        assert "缺少" in sentences(decided.ask("PG-15", "2025-08-15", **bare))


@pytest.mark.parametrize("mode", ["SV-2", "SV-4", "SV-5", "SV-6"])
def test_a_substitute_mode_without_its_reason_does_not_count(decided, mode):
    stated = {k: v for k, v in LAWFUL[mode].items() if not k.endswith("reason")}
    assert "未记明" in sentences(decided.ask("PG-15", "2025-08-15", mode=mode, **stated))


def confirmed(story, **stated):
    said = {"confirmed_on": "2025-08-01", "address": "衡阳市蒸湘区某路1号", **stated}
    return story.event("address_confirmed", "2025-08-01", **said)


def test_without_consent_nothing_is_served_electronically(decided):
    confirmed(decided, electronic_consent=False)
    assert "不同意电子送达" in sentences(decided.ask("PG-15", "2025-08-15", mode="SV-3", **LAWFUL["SV-3"]))
    confirmed(decided, electronic_consent=True, electronic_address="A@example.cn")
    assert not decided.ask("PG-15", "2025-08-15", mode="SV-3", **LAWFUL["SV-3"])


def test_an_electronic_message_goes_to_the_address_that_was_confirmed(decided):
    confirmed(decided, electronic_consent=True, electronic_address="b@example.cn")
    found = decided.ask("PG-15", "2025-08-15", mode="SV-3", **LAWFUL["SV-3"])
    assert [r.field for r in found] == ["electronic_address"]


def test_the_confirmed_address_is_the_one_confirmed_and_its_paper_proves_it(decided):
    confirmed(decided)
    unstated = {k: v for k, v in LAWFUL["SV-7"].items() if k != "confirmed_on"}
    assert not decided.ask("PG-15", "2025-08-15", mode="SV-7", **unstated)
    elsewhere = unstated | {"address": "衡阳市珠晖区某路2号"}
    assert "与当事人确认的衡阳市蒸湘区某路1号不一致" in sentences(
        decided.ask("PG-15", "2025-08-15", mode="SV-7", **elsewhere)
    )


def test_after_an_announcement_the_party_pays_within_fifteen_days_from_the_thirtieth(decided):
    stated = with_effect({"mode": "SV-6", **LAWFUL["SV-6"]})
    decided.take("PG-15", "2025-08-15", **stated)
    assert decided.due("PG-17").legal_due.isoformat() == "2025-09-29"


def test_an_address_confirmed_in_a_case_holds_for_its_execution_until_another_is_confirmed(decided):
    confirmed(decided)
    execution = replace(decided.facts, events=(), parent=decided.facts)
    assert confirmation(execution).stated["address"] == "衡阳市蒸湘区某路1号"
    later = replace(decided.facts.events[-1], stated={"address": "衡阳市珠晖区某路2号"})
    assert confirmation(replace(execution, events=(later,))).stated["address"] == "衡阳市珠晖区某路2号"


def test_wherever_a_document_is_served_the_address_of_service_may_be_confirmed():
    """Where no step states how it serves, papers are handed over on the spot or announced: nothing rests on an address."""
    serving = {
        p.code for p in RELEASED for s in p.steps if any(w.code == "mode" for w in words_of(p.code, s.id, _first(s)))
    }
    noting = {p.code for p in RELEASED if "address_confirmed" in dict(events_of(p.code))}
    assert noting == serving and len(serving) == 9


def _first(step):
    return step.outcomes[0].code if step.outcomes else ""
