"""Faults that the file of a case shows: each has a rule and an article, and is gone once it is remedied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lantai.law.cards import POLICY, Card, cards
from lantai.law.defects import LEVELS, RULES, defects
from lantai.law.facts import CaseFacts, Recording
from lantai.law.lamps import Level, Turns
from lantai.law.people import Certificate
from lantai.law.tests.stories import PAIR, filed, moment, ready


class Everything(frozenset):
    """A file in which every paper is."""

    def __contains__(self, paper: object) -> bool:
        return True


def decided():
    return ready(fine=8000).take("PG-14", "2025-10-09", "penalty", fine=8000)


def served():
    return decided().take("PG-15", "2025-10-10", mode="SV-1")


def found(story, **changed):
    facts = replace(story.facts, **{"documents": Everything(), **changed})
    return {one.kind: one for one in defects(story.procedure, facts)}


def test_every_defect_is_yellow_or_red_and_has_a_name():
    assert LEVELS.keys() == RULES.keys()
    assert set(LEVELS.values()) == {Level.YELLOW, Level.RED}


def test_a_document_that_a_taken_step_owes_is_missing_until_it_is_on_file():
    one = found(decided(), documents=frozenset())["paper"]
    assert one.basis and "案卷中没有《" in one.said
    assert found(decided()) == {}


@pytest.mark.parametrize(
    ("recordings", "reason", "missing"),
    [((), "", True), ((Recording("PG-15", moment("2025-10-10 10:00")),), "", False), ((), "设备突发故障", False)],
)
def test_a_recording_that_was_said_to_be_made_is_on_file_after_a_day_or_the_reason_why_not(recordings, reason, missing):
    story = decided().put("PG-15", "2025-10-10", mode="SV-2", av=True, av_reason=reason)
    one = found(story, recordings=recordings).get("recording")
    assert (one is not None) is missing
    if one:
        assert (one.on, str(one.basis[0])) == (date(2025, 10, 12), "《民事诉讼法》第八十九条")


def test_who_acted_while_the_certificate_was_withheld_is_named():
    def handlers(since):
        first = PAIR[0].certificate
        withheld = Certificate(first.number, first.valid_from, first.valid_to, suspended=((since, None),))
        return (replace(PAIR[0], certificate=withheld), PAIR[1])

    one = found(served(), officers=handlers(date(2025, 10, 9)))["certificate"]
    assert PAIR[0].name in one.said and PAIR[1].name not in one.said
    assert (one.on, [str(b) for b in one.basis]) == (date(2025, 10, 10), ["《行政处罚法》第四十二条第一款"])
    assert found(served(), officers=PAIR) == {}
    assert found(served(), officers=handlers(date(2025, 10, 10))) == {}, "nobody knows which came first that day"


def test_a_major_case_that_was_decided_without_review_is_red():
    story = decided()
    unreviewed = tuple(t for t in story.facts.taken if t.step != "PG-9")
    one = found(story, taken=unreviewed, flags={**story.facts.flags, "public_interest": True})["review"]
    assert (one.on, str(one.basis[0])) == (date(2025, 10, 9), "《行政处罚法》第五十八条第一款")


def test_nothing_is_amiss_in_an_empty_file():
    assert not list(defects(filed().procedure, CaseFacts("penalty.ordinary")))


def test_a_defect_lights_the_lamp_of_its_level_from_its_day_on():
    story = served()
    facts = replace(story.facts, documents=frozenset())
    card = next(c for c in cards(story.procedure, facts, moment("2025-10-10")) if c.kind == "paper")
    assert (card.level(card.ends_on), card.rule(card.ends_on)) == (Level.YELLOW, "应有的文书缺失")
    assert Card.read(card.kept()) == card


@pytest.mark.parametrize(
    ("kind", "step", "rule"),
    [
        (POLICY, "PG-22", "超过本平台设定的期限"),
        ("term", "PG-14", "超过法定期限"),
        ("term", "PG-16", "逾期公示"),
        ("term", "CM-10", "查封、扣押、冻结期满未解除"),
    ],
)
def test_a_term_that_has_passed_is_called_what_it_is(kind, step, rule):
    card = Card(kind, step, "归档", "《档案法》第十四条", date(2025, 9, 30), Turns(red_on=date(2025, 10, 1)))
    assert card.rule(date(2025, 10, 2)) == rule
