"""A case under another version of its procedure: where it would stand, what it lacks, which terms change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lantai.law import engine
from lantai.law.facts import Taken
from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.law.procedures.penalty_summary import PENALTY_SUMMARY
from lantai.law.tests.stories import GENERAL, filed, investigated, moment, notified, ready
from lantai.law.transition import ASK, MOVE, STAY, transition


def changed(**steps):
    """Version 2, with some steps of version 1 replaced (``PG_14=function``) or taken out (``None``)."""
    made = []
    for step in PENALTY_ORDINARY.steps:
        change = steps.get(step.id.replace("-", "_"), lambda s: s)
        if change is not None:
            made.extend(found if isinstance(found := change(step), tuple) else (found,))
    return replace(PENALTY_ORDINARY, version=2, in_force=date(2025, 9, 1), steps=tuple(made))


def asked(story, new, on="2025-08-25"):
    return transition(PENALTY_ORDINARY, new, story.facts, moment(on))


SHORTER = changed(PG_14=lambda s: replace(s, within=replace(s.within, amount=60)))
CHECKED = changed(
    PG_8=lambda s: (
        s,
        replace(s, id="PG-8-1", code="check_report", label="复核调查报告", needs=("PG-8",), rests_on=("PG-8",)),
    ),
    PG_10=lambda s: replace(s, needs=(*s.needs, "PG-8-1")),
)


def test_a_version_that_differs_in_a_note_only_changes_nothing():
    new = changed(PG_1=lambda s: replace(s, note="登记线索。"))
    found = asked(ready(GENERAL, fine=500), new)
    assert (found.place_before, found.place_after, found.strategy) == ("PG-14", "PG-14", MOVE)
    assert not (found.missing or found.added or found.fallen or found.terms or found.obstacle)


def test_a_shorter_term_is_told_with_both_days_and_a_person_is_asked():
    found = asked(investigated(GENERAL), SHORTER)
    (term,) = found.terms
    assert (term.step, term.before, term.after) == ("PG-14", date(2025, 10, 9), date(2025, 9, 1))
    assert found.strategy == ASK
    longer = changed(PG_14=lambda s: replace(s, within=replace(s.within, amount=120)))
    assert asked(investigated(GENERAL), longer).strategy == MOVE


def test_a_new_step_behind_the_place_of_the_case_is_missing_and_before_it_is_added():
    behind = asked(notified(GENERAL, fine=500), CHECKED)
    assert (behind.missing, behind.added, behind.strategy) == (("PG-8-1",), (), ASK)
    assert behind.place_after == "PG-8-1"
    ahead = asked(filed(GENERAL), CHECKED)
    assert (ahead.missing, ahead.added, ahead.strategy) == ((), ("PG-8-1",), MOVE)


def test_a_step_that_is_no_more_falls_and_a_new_foundation_overthrows_what_stands():
    without = changed(PG_11=None, PG_13=lambda s: replace(s, needs=("PG-9:agree",), rests_on=()), PG_14=lambda s: replace(
        s, needs=("PG-8", "PG-9:agree", "PG-10"), outcomes=(s.outcomes[0],)
    ))  # fmt: skip
    found = asked(ready(GENERAL, fine=500), without)
    assert found.fallen == ("PG-11",)
    assert found.strategy == ASK
    founded = changed(PG_2=lambda s: replace(s, rests_on=("PG-4",)))
    assert asked(investigated(GENERAL), founded).fallen == ("PG-2",)


def test_a_case_that_is_over_or_rests_on_an_outcome_that_is_no_more_stays():
    story = ready(GENERAL, fine=500)
    lost = changed(PG_11=lambda s: replace(s, outcomes=s.outcomes[:2]))
    found = asked(story, lost)
    assert found.strategy == STAY
    assert found.obstacle == "新版本的“陈述申辩”没有“逾期未提出陈述、申辩”这种结果"
    over = story.put("PG-21", "2025-08-20").put("PG-22", "2025-08-21")
    assert asked(over, SHORTER).obstacle == "本案已经办结归档"


def test_what_fell_under_the_old_version_may_stand_under_the_new_one():
    again = investigated(GENERAL).take("PG-4", "2025-07-25")  # new evidence overthrows the report
    settled = engine.settled(PENALTY_ORDINARY, again.facts)
    assert settled.last("PG-8") is None
    unfounded = changed(PG_8=lambda s: replace(s, rests_on=()))
    found = transition(PENALTY_ORDINARY, unfounded, settled, moment("2025-08-01"))
    assert (found.place_before, found.place_after) == ("PG-8", "PG-10")


def test_two_procedures_are_no_versions_of_each_other():
    with pytest.raises(ValueError, match=r"penalty\.summary"):
        transition(PENALTY_ORDINARY, PENALTY_SUMMARY, filed().facts, moment("2025-08-01"))
    assert isinstance(filed().facts.taken[0], Taken)
