"""行政复议、行政诉讼 as they are registered: the surcharge stops meanwhile, and a decision that fell is known to have fallen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lantai.law.disputes import annulment, disputes, pauses, running
from lantai.law.gates.closing import open_obligations
from lantai.law.money import surcharge
from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.law.released import RELEASED
from lantai.law.statements.events import DISPUTED, FALLEN, events_of
from lantai.law.tests.stories import GENERAL, Story, ready, sentences


def punished() -> Story:
    story = ready(GENERAL, fine=500).take("PG-14", "2025-08-20", "penalty", fine=500)
    return story.take("PG-15", "2025-08-21", mode="SV-1")


def test_a_reconsideration_runs_from_acceptance_to_its_decision():
    story = punished().event("reconsideration_accepted", "2025-09-10", accepted_on="2025-09-08")
    assert running(story.facts, date(2025, 9, 7)) is None
    assert running(story.facts, date(2025, 12, 1)).label == "行政复议"
    story.event("reconsideration_decided", "2025-11-03", result="upheld", received_on="2025-11-03")
    assert running(story.facts, date(2025, 11, 3)) is None
    assert [d.result for d in disputes(story.facts)] == ["upheld"]


def test_the_surcharge_does_not_accrue_meanwhile():
    story = punished().event("suit_accepted", "2025-09-10", accepted_on="2025-09-10")
    story.event("suit_decided", "2025-09-19", result="upheld", received_on="2025-09-19")
    without = surcharge(Decimal(500), date(2025, 9, 5), date(2025, 9, 25))
    paused = surcharge(Decimal(500), date(2025, 9, 5), date(2025, 9, 25), pauses(story.facts))
    assert (without.days, paused.days) == (20, 10)
    found = story.ask("PG-19", "2025-09-25", through="2025-09-25", amount="300")
    assert "超过应计的150元" in sentences(found)
    assert not story.ask("PG-19", "2025-09-25", through="2025-09-25", amount="150")


@pytest.mark.parametrize("result", ["changed", "revoked", "illegal", "void"])
def test_four_results_annul_and_two_do_not(result):
    story = punished().event("reconsideration_accepted", "2025-09-10", accepted_on="2025-09-10")
    story.event("reconsideration_decided", "2025-11-03", result=result, received_on="2025-11-04")
    assert annulment(story.facts).known_on == date(2025, 11, 4)
    for harmless in ("upheld", "withdrawn"):
        kept = punished().event("suit_decided", "2025-11-03", result=harmless, received_on="2025-11-04")
        assert annulment(kept.facts) is None


def test_the_agency_that_revokes_its_own_decision_annuls_it():
    assert annulment(punished().event("decision_revoked", "2025-10-10", known_on="2025-10-10").facts)
    assert annulment(punished().event("decision_confirmed_illegal", "2025-10-10").facts).label == "确认违法"


def test_what_reconsideration_and_suit_make_of_a_decision_is_noted_wherever_something_is_decided():
    """All but the inspection, the preservation of evidence and the transfer, which decide nothing towards a party."""
    quiet = {"inspection.ordinary", "evidence.preservation", "transfer.criminal"}
    for procedure in RELEASED:
        noted = {kind for kind, _ in events_of(procedure.code)}
        assert (set(FALLEN) <= noted) is (procedure.code not in quiet), procedure.code
        registered = set(DISPUTED) <= noted or any(step.label == "登记行政复议、行政诉讼" for step in procedure.steps)
        assert registered is (procedure.code not in quiet), procedure.code


def test_that_the_court_ended_the_execution_of_a_levy_may_be_noted_for_its_closing_waits_on_it():
    assert "execution_ended" in dict(events_of("levy.fee"))


def test_a_measure_that_is_open_is_named_with_its_own_article_when_the_case_is_closed():
    from_measure = {
        "evidence.preservation": "第五十六条",
        "coercion.sealing_seizure": "第二十七条",
        "coercion.freezing": "第三十二条",
        "coercion.execution": "第三十四条",
        "coercion.court_application": "第五十三条",
        "transfer.criminal": "第二十七条",
    }
    for code, article in from_measure.items():
        story = punished()
        child = type(story.facts)(code)
        story.facts = type(story.facts)(**{**vars(story.facts), "children": (child,)})
        measure = next(o for o in open_obligations(PENALTY_ORDINARY, story.facts) if o.code == "measure")
        assert article in str(measure.basis[0]), code
        refused = story.ask("PG-21", "2025-12-01")
        assert any(r.gate == "G-16" and article in r.sentence for r in refused), code
