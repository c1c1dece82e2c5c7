"""附带程序: measures, execution and transfer run in the dossier of their case, and their lamps shine on it."""

from __future__ import annotations

from datetime import date

import pytest

from lantai.cases import queries
from lantai.cases.commands.nesting import open_nested
from lantai.cases.commands.opening import open_case
from lantai.cases.commands.steps import note_event, take_step
from lantai.cases.models import Case, CaseInterval, TakenStep
from lantai.documents.models import IssuedDocument
from lantai.law import engine, statements
from lantai.law.refusals import Refused
from lantai.rehearsal.wording import lawful
from tests.scenes import Scene, at, moment, scene

pytestmark = pytest.mark.django_db

SEALING = "coercion.sealing_seizure"


def words(place: Scene, case: Case, step: str, day: str, outcome: str = "", **said: object) -> dict[str, object]:
    people = {"officer": place.pk("officer"), "officer_2": place.pk("officer_2")}
    return lawful(statements.words_of(case.procedure, step, outcome), said, moment(day), people) | {"av": True}


def nested(
    place: Scene, step: str, procedure: str, day: str, hour: int = 9, kind: str = "强制", **said: object
) -> Case:
    first = {SEALING: "CM-1", "coercion.freezing": "CM-1", "coercion.execution": "CE-1", "transfer.criminal": "XF-1"}
    people = {"officer": place.pk("officer"), "officer_2": place.pk("officer_2")}
    stated = lawful(statements.words_of(procedure, first[procedure], ""), said, moment(day), people)
    with at(day, hour):
        return open_nested(
            actor=place.actor("officer"),
            case=place.case,
            step=step,
            procedure=procedure,
            power=place.world.power_for(kind),
            reason="涉案食品可能被转移",
            stated=stated,
            with_officers=[place.pk("officer_2")],
        )


def take(
    place: Scene, case: Case, step: str, day: str, outcome: str = "", who: str = "officer", hour: int = 10, **said
):
    with at(day, hour):
        return take_step(
            actor=place.actor(who),
            case=Case.objects.get(pk=case.pk),
            step=step,
            outcome=outcome,
            stated=words(place, case, step, day, outcome, **said),
            with_officers=[place.pk("officer_2")] if who == "officer" else [],
        )


def sealed(place: Scene) -> Case:
    """Goods sealed on 16 March 2026 in a case that is being investigated."""
    measure = nested(place, "PG-6", SEALING, "2026-03-16", basis_level="law")
    take(place, measure, "CM-2", "2026-03-16", "approved", who="head", hour=10)
    for hour, step in enumerate(("CM-3", "CM-4", "CM-5"), 11):
        take(place, measure, step, "2026-03-16", hour=hour)
    take(place, measure, "CM-6", "2026-03-16", "sealing", hour=15)
    return Case.objects.get(pk=measure.pk)


def test_a_measure_is_a_child_case_in_the_same_dossier_with_party_and_handlers_of_the_case():
    place = scene("PG-4", "2026-03-10")
    measure = nested(place, "PG-6", SEALING, "2026-03-16", basis_level="law")
    assert (measure.parent_id, measure.dossier_id) == (place.case.pk, place.case.dossier_id)
    assert TakenStep.objects.filter(case=place.case, step="PG-6").count() == 1
    assert measure.parties.get().name == place.case.parties.get().name
    assert {h.person_id for h in measure.handlers.all()} == {place.pk("officer"), place.pk("officer_2")}


def test_the_lamp_of_the_measure_shines_on_the_case():
    place = scene("PG-4", "2026-03-10")
    before = place.case.next_due_on
    sealed(place)
    main = place.case
    assert (main.next_due_on, main.red_on) == (date(2026, 4, 15), date(2026, 4, 16))
    assert "查封、扣押" in main.next_due_label
    assert queries.lamp_word(main, date(2026, 4, 16)) == "red"
    assert before is not None and before > main.next_due_on


def test_after_the_release_the_case_has_its_own_lamp_again():
    place = scene("PG-4", "2026-03-10")
    before = place.case.next_due_on
    measure = sealed(place)
    take(place, measure, "CM-10", "2026-04-01", who="head", release_ground="no_violation")
    assert place.case.next_due_on == before


def test_testing_told_in_writing_stops_the_clock_of_the_sealing_by_its_days():
    place = scene("PG-4", "2026-03-10")
    measure = sealed(place)
    take(place, measure, "CM-7-1", "2026-03-20", appraisal_days=10, told_in_writing=True)
    assert CaseInterval.objects.get(case=measure).end == date(2026, 3, 30)
    facts = queries.facts_of(Case.objects.get(pk=measure.pk))
    end = engine.due_of(queries.procedure_of(measure), facts, "CM-9", date(2026, 4, 1))
    assert end is not None and end.legal_due == date(2026, 4, 26)  # eleven days: both ends of the testing count
    assert place.case.next_due_on == date(2026, 4, 26)


def test_a_case_with_an_open_measure_is_not_closed():
    place = scene("PG-17", "2026-05-10", said={"amount": "8000"})
    with at("2026-05-11"), pytest.raises(Refused) as refused:
        open_case(
            actor=place.actor("officer"),
            power=place.world.power_for("强制"),
            procedure=SEALING,
            title="案",
            source="inspection",
            clue="线索",
            party={"kind": "organisation", "name": "某公司"},
            parent=Case(pk=place.case.pk, agency_id=place.world.justice.pk),
        )
    assert "其他机关" in str(refused.value)
    with at("2026-05-11"):
        open_case(
            actor=place.actor("officer"),
            power=place.world.power_for("强制"),
            procedure=SEALING,
            title="案",
            source="inspection",
            clue="线索",
            party={"kind": "organisation", "name": "某公司"},
            stated=lawful(statements.words_of(SEALING, "CM-1", ""), {"basis_level": "law"}, moment("2026-05-11"), {}),
            officers=[place.pk("officer_2")],
            parent=place.case,
        )
    with pytest.raises(Refused) as refused:
        take(place, place.case, "PG-21", "2026-05-12", who="head")
    assert any(r.gate == "G-16" and "第二十七条" in r.sentence for r in refused.value.refusals)


def test_an_execution_sees_the_disputes_of_its_case():
    place = scene("PG-15", "2026-04-10", said={"mode": "SV-1"})
    take(place, place.case, "PG-20", "2026-05-11", who="section_head", ground="逾期不缴纳")
    known = {"decision_served_on": "2026-04-10", "perform_by": "2026-04-27", "duty": "money", "principal": "8000"}
    execution = nested(place, "PG-20", "coercion.execution", "2026-05-12", **known, power_level="law")
    with at("2026-05-13"):
        note_event(
            actor=place.actor("officer"),
            case=place.case,
            kind="reconsideration_decided",
            stated={"result": "revoked", "received_on": "2026-05-13"},
        )
    assert TakenStep.objects.filter(case=place.case, step="PG-20").count() == 1  # not taken a second time
    with pytest.raises(Refused) as refused:
        take(place, execution, "CE-9", "2026-05-14", who="head") and take(
            place, execution, "CE-2", "2026-05-14", hour=12
        )
    assert "不得再执行" in str(refused.value)


def test_a_transfer_to_the_police_is_opened_and_approved_by_the_chief():
    place = scene("PG-4", "2026-03-10")
    moved = nested(place, "PG-27", "transfer.criminal", "2026-03-16", kind="处罚")
    with pytest.raises(Refused):
        take(place, moved, "XF-2", "2026-03-17", "approved", who="head")
    take(place, moved, "XF-2", "2026-03-17", "approved", who="chief")
    take(place, moved, "XF-3", "2026-03-17", hour=15)
    made = set(IssuedDocument.objects.filter(subject=f"cases.case:{moved.pk}").values_list("kind", flat=True))
    assert made == {"crime_report", "crime_approval", "criminal_transfer", "crime_goods_list"}


def test_the_page_opens_a_measure_and_both_cases_name_each_other():
    place = scene("PG-4", "2026-03-10")
    browser = place.browser("officer")
    address = f"/desk/cases/{place.case.pk}/nested/PG-6/?procedure={SEALING}"
    said = {
        "power": place.world.power_for("强制").pk,
        "reason": "涉案食品可能被转移",
        "basis_level": "law",
        "basis": "《食品安全法》第一百一十条",
        "measure_reason": "可能被转移",
        "objects": "饼干",
        "with_officers": [place.pk("officer_2")],
        "seen": place.case.version,
        "key": "one",
    }
    with at("2026-03-16"):
        assert "附带的程序" not in browser.get(f"/desk/cases/{place.case.pk}/").content.decode()
        assert browser.get(f"/desk/cases/{place.case.pk}/nested/PG-6/").status_code == 200
        assert browser.get(f"/desk/cases/{place.case.pk}/nested/PG-6/?procedure=levy.fee").status_code == 404
        assert browser.get(f"/desk/cases/{place.case.pk}/nested/PG-4/").status_code == 404
        answer = browser.post(address, said)
        assert answer.status_code == 302, answer.content.decode()
        again = browser.post(address, said)
        assert again.status_code == 302
        measure = Case.objects.get(parent=place.case)
        main = browser.get(f"/desk/cases/{place.case.pk}/").content.decode()
        child = browser.get(f"/desk/cases/{measure.pk}/").content.decode()
    assert f"/desk/cases/{measure.pk}/" in main and "附带的程序" in main
    assert place.case.number in child and "None" not in main + child
