"""法制审核: what is major, what follows from the verdicts, what is handed in."""

from dataclasses import replace
from datetime import date

import pytest

from lantai.law import engine, policy, review
from lantai.law.facts import AgencyFacts, CaseFacts
from lantai.law.tests.stories import GENERAL, MARKET, actor, party


def words(agency=GENERAL, who=None, **flags):
    facts = CaseFacts("penalty.ordinary", agency, party=who or party(), flags=flags)
    return [t.word for t in review.is_major(facts)]


@pytest.mark.parametrize(
    "flags, expected",
    [
        ({"fine": 500}, []),
        ({"public_interest": True}, ["public_interest"]),
        ({"legal_relations": 3}, ["complex"]),
        ({"review_by_law": True}, ["by_law"]),
        ({"fine": 19_999}, []),
        ({"fine": 20_000}, ["amount"]),
        ({"gains": "20000.00"}, ["amount"]),
        ({"property": "车", "property_value": 20_000}, ["amount"]),
        ({"penalty_kinds": ["revocation"]}, ["revocation"]),
        ({"penalty_kinds": ["责令停产停业"]}, ["suspension"]),
        ({"tier": "减轻", "fine": 10}, ["reduced"]),
        ({"outside_standard": True}, ["outside_standard"]),
        ({"head_referred": True}, ["head_referred"]),
        ({"supervised": True}, ["supervised"]),
        ({"draft_outcome": "no_penalty_minor", "fine": 50_000}, []),
        ({"draft_outcome": "no_penalty_minor", "public_interest": True}, ["public_interest"]),
    ],
)
def test_a_decision_is_major_by_statute_or_by_catalogue(flags, expected):
    assert words(**flags) == expected


def test_a_citizen_reaches_the_threshold_earlier():
    assert words(who=party("person"), fine=1_000) == ["amount"]
    assert words(who=party("person"), fine=999) == []


def test_the_catalogue_may_have_its_own_amount_and_rows():
    own = replace(MARKET, review_organisation=50_000, catalogue=frozenset({"licence_withheld", "safety"}))
    assert words(own, fine=50_000) == ["amount"]
    assert words(own, fine=49_999) == []
    assert words(own, penalty_kinds=["licence_withheld"], safety=True) == ["licence_withheld", "safety"]
    assert words(MARKET, penalty_kinds=["licence_withheld"], safety=True) == []


def test_statute_and_catalogue_are_told_apart():
    found = review.is_major(CaseFacts("penalty.ordinary", flags={"public_interest": True, "fine": 20_000}))
    assert [t.statutory for t in found] == [True, False]
    assert str(found[0].basis) == "《行政处罚法》第五十八条第一款第一项"


def test_no_flag_lowers_it():
    assert words(public_interest=True, major=False, review_required=False) == ["public_interest"]


def test_a_held_hearing_makes_it_major(heard_case):
    heard_case.take("PG-12", "2025-08-29", chair=11, av=True)
    facts = engine.settled(heard_case.procedure, heard_case.facts)
    assert "heard" in [t.word for t in review.is_major(facts)]


ALL_OK = {a.code: "ok" for a in review.ASPECTS}


@pytest.mark.parametrize(
    "fault, opinion",
    [
        ({}, "agree"),
        ({"law": "defect"}, "correct"),
        ({"documents": "defect"}, "correct"),
        ({"facts": "defect"}, "supplement"),
        ({"authority": "defect"}, "transfer"),
        ({"facts": "defect", "law": "defect"}, "supplement"),
        ({"procedure": "n/a"}, "agree"),
    ],
)
def test_the_opinion_follows_from_the_six_verdicts(fault, opinion):
    assert review.overall({**ALL_OK, **fault}) == opinion


def test_with_a_defect_nobody_can_agree_and_without_one_nobody_can_object():
    assert [o.code for o in review.allowed_opinions(ALL_OK)] == ["agree"]
    assert "agree" not in [o.code for o in review.allowed_opinions({**ALL_OK, "law": "defect"})]


def test_every_aspect_must_be_judged():
    with pytest.raises(ValueError, match="执法主体"):
        review.overall({k: v for k, v in ALL_OK.items() if k != "body"})
    with pytest.raises(ValueError):
        review.overall({**ALL_OK, "law": "maybe"})


def test_only_one_opinion_approves():
    assert [o.code for o in review.OPINIONS.values() if o.approving] == ["agree"]


def test_what_is_missing_is_named():
    facts = CaseFacts("penalty.ordinary")
    given = [m.code for m in review.materials(facts) if m.required][1:]
    assert [m.label for m in review.missing_materials(facts, given)] == ["送审函及拟处理意见"]
    assert review.missing_materials(facts, [m.code for m in review.materials(facts)]) == ()


def test_a_hearing_record_is_material_once_there_is_one(heard_case):
    heard_case.take("PG-12", "2025-08-29", chair=11, av=True)
    facts = engine.settled(heard_case.procedure, heard_case.facts)
    assert {m.code for m in review.materials(facts) if m.required} >= {"party", "report"}


def test_a_government_is_reviewed_by_its_justice_bureau():
    assert review.responsible_body("人民政府") == "justice_bureau_same_level"
    assert review.responsible_body("机关") == "own_legal_section"


def test_first_time_is_counted_from_2018():
    assert review.is_first_time(actor(1))
    assert review.is_first_time(actor(1, first_review_on=date(2018, 1, 1)))
    assert not review.is_first_time(actor(1, first_review_on=date(2017, 12, 31)))


def test_every_switch_has_a_label_a_source_and_a_mark():
    for switch in policy.SWITCHES.values():
        assert switch.label and switch.source
        assert switch.mark in {"S", "M", "D"}
    assert policy.value(AgencyFacts(), "defence_days") == 5
    assert policy.value(AgencyFacts(policy={"defence_days": 7}), "defence_days") == 7
    with pytest.raises(KeyError):
        policy.value(AgencyFacts(), "no_such_switch")


def test_an_agency_may_give_the_party_longer():
    patient = replace(GENERAL, policy={"defence_days": 7})
    facts = CaseFacts("penalty.ordinary", patient)
    assert policy.value(facts.agency, "defence_days") == 7
