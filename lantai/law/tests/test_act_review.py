"""送审 of every kind of act: which review waits, and what is handed in for it."""

from __future__ import annotations

from lantai.law import act_review
from lantai.law.force import settled
from lantai.law.procedures.expropriation_housing import EXPROPRIATION_HOUSING as HOUSING
from lantai.law.procedures.requisition_emergency import REQUISITION_EMERGENCY as REQUISITION
from lantai.law.released import RELEASED
from lantai.law.tests.stories import Story
from lantai.law.tests.test_expropriation import commented, decided, reviewed


def waits(story: Story) -> str:
    rule = act_review.review_pending(story.procedure, settled(story.procedure, story.facts))
    return rule.reviews if rule else ""


def test_the_review_that_waits_is_that_of_what_was_proposed_last_and_is_not_decided_yet():
    assert waits(commented()) == ""
    assert waits(reviewed()) == "EX-4-3"
    assert waits(decided()) == ""
    assert waits(decided().put("EX-8-1", "2025-08-05")) == "EX-8-2"
    assert waits(decided().put("EX-8-1", "2025-08-05").put("EX-8", "2025-08-06", "agreed")) == "EX-8-2"
    assert waits(decided().put("EX-8-1", "2025-08-05").put("EX-8", "2025-08-06", "decided")) == ""


def test_a_requisition_on_the_spot_is_reviewed_with_its_compensation_only():
    asked = Story(REQUISITION).put("RQ-1", "2025-06-20")
    assert waits(asked) == "RQ-2-1"
    urgent = Story(REQUISITION).put("RQ-1", "2025-06-20", emergency=True)
    assert waits(urgent) == ""
    assert waits(urgent.put("RQ-6-1", "2025-07-04")) == "RQ-6-2"


def test_what_an_expropriation_hands_in_is_what_its_steps_have_made_each_with_its_article():
    story = reviewed()
    rule = act_review.rule_of(HOUSING.code, "housing")
    assert rule is not None
    found = {m.code: m for m in act_review.materials(HOUSING, settled(HOUSING, story.facts), rule)}
    assert {c for c, m in found.items() if m.required} == {
        *("letter", "bases", "EX-1", "EX-2", "EX-3", "EX-12", "EX-4", "EX-4-1")
    }
    assert not found["EX-3-1"].required  # 听证 only where most object
    assert str(found["EX-4"].basis) == "《国有土地上房屋征收与补偿条例》第十二条第一款"
    assert "discretion" not in found


def test_every_review_of_the_declaration_stands_in_its_procedure_between_proposal_and_decision():
    released = {p.code: p for p in RELEASED}
    for (code, decides), rule in act_review.REVIEWED.items():
        procedure = released[code]
        if "|" in rule.proposes:
            continue  # a licence is ended after what granted it
        places = [procedure.index(s) for s in (rule.proposes or "PG-8", rule.reviews, decides)]
        assert places == sorted(places)
        assert {o.code for o in act_review.opinions_of(procedure[rule.reviews])} >= {"agree", "correct"}
