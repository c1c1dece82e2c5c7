"""听证的期间: from the day a hearing is asked for until it is over, or given up, the ninety days stand still."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.cases.commands.steps import note_event, take_step
from lantai.law import statements
from lantai.rehearsal.wording import lawful
from tests.scenes import Scene, at, moment, scene

pytestmark = pytest.mark.django_db


def spans(place: Scene) -> list[tuple[date, date | None]]:
    return list(place.case.intervals.filter(kind="hearing").values_list("start", "end"))


def take(place: Scene, step: str, day: str, outcome: str = "", by: str = "chair", **said: object) -> None:
    people = {"officer": place.pk("officer"), "officer_2": place.pk("officer_2"), "chair": place.pk("chair")}
    words = statements.words_of("penalty.ordinary", step, outcome)
    with at(day):
        stated = lawful(words, said, moment(day), people)
        beside = [place.pk("officer_2")] if by == "officer" else []
        take_step(
            actor=place.actor(by), case=place.case, step=step, outcome=outcome, stated=stated, with_officers=beside
        )


def asked() -> Scene:
    place = scene("PG-10", "2026-03-30", said={"fine": 150000, "hearing_right": True})
    take(place, "H-2", "2026-04-01", "asked")
    return place


def test_a_hearing_recorded_in_parts_ends_the_span_too():
    place = asked()
    assert spans(place) == [(date(2026, 4, 1), None)]
    take(place, "H-3", "2026-04-02", hearing_on="2026-04-16")
    take(place, "H-4", "2026-04-16", av=True)
    assert spans(place) == [(date(2026, 4, 1), None)]
    take(place, "H-5", "2026-04-16", av=True)
    assert spans(place) == [(date(2026, 4, 1), date(2026, 4, 16))]


def test_a_hearing_that_is_given_up_ends_the_span_and_one_asked_for_anew_begins_another():
    place = asked()
    with at("2026-04-08"):
        note_event(actor=place.actor("officer"), case=place.case, kind="hearing_withdrawn")
    assert [end for _, end in spans(place)] == [date(2026, 4, 8)]
    with at("2026-04-09"):
        note_event(actor=place.actor("officer"), case=place.case, kind="hearing_requested", stated={"form": "oral"})
    assert spans(place)[1:] == [(date(2026, 4, 9), None)]


def test_a_new_notice_ends_the_span_of_a_hearing_asked_for_on_the_old_one():
    place = asked()
    take(place, "PG-10", "2026-04-03", by="officer", fine="140000", penalty_kinds=["fine"], hearing_right=True)
    assert spans(place) == [(date(2026, 4, 1), date(2026, 4, 3))]
    take(place, "H-2", "2026-04-07", "asked")
    assert spans(place)[1:] == [(date(2026, 4, 7), None)]
