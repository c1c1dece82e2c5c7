"""A penalty case by its commands: what is allowed, what is refused and by which gate, and what remains in the log."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django.db import connection

from lantai.cases import queries
from lantai.cases.commands.opening import open_case
from lantai.cases.commands.people import reassign, recuse, unmask
from lantai.cases.commands.steps import end_interval, extend, note_event, start_interval, take_step
from lantai.cases.commands.taking import _project
from lantai.cases.models import Case, Payment, ServiceRecord, TakenStep
from lantai.documents.models import IssuedDocument
from lantai.law import statements
from lantai.law.people import Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger.models import Entry, RefusedAttempt
from lantai.powers.models import ProcedureRelease
from lantai.rehearsal.wording import lawful
from tests.scenes import Scene, at, moment, scene, world

pytestmark = pytest.mark.django_db


def stated(place: Scene, step: str, day: str, outcome: str = "", **said: object) -> dict[str, object]:
    words = statements.words_of(place.case.procedure, step, outcome)
    people = {"officer": place.pk("officer"), "officer_2": place.pk("officer_2")}
    return lawful(words, said, moment(day), people)


def gates(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {r.gate for r in refused.value.refusals}


def test_a_case_gets_a_number_a_dossier_and_one_entry_of_its_own():
    place = scene("PG-1", "2026-03-02")
    case = place.case
    assert case.number == "衡市监案〔2026〕1号"
    assert case.dossier.title == case.title
    assert Entry.objects.filter(verb="cases.open_case", subject=f"cases.case:{case.pk}").count() == 1


def test_a_case_of_an_unsigned_procedure_is_not_opened():
    place = world()
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {ProcedureRelease._meta.db_table}")
    with at("2026-03-02"), pytest.raises(Refused) as refused:
        open_case(
            actor=place.actor("officer", moment("2026-03-02").date()),
            power=place.powers["处罚"],
            procedure="penalty.ordinary",
            title="案",
            source="inspection",
            clue="线索",
            party={"kind": "organisation", "name": "某公司"},
        )
    assert "签发" in str(refused.value)
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("party", "field"),
    [
        ({"kind": "organisation", "name": ""}, "party_name"),
        ({"kind": "ship", "name": "甲"}, "party_kind"),
        ({"kind": "person", "name": "刘某", "code": "430405199003072311"}, "party_code"),
        ({"kind": "organisation", "name": "某公司", "code": "91430407MA4Q7XYE7X"}, "party_code"),
        ({"kind": "person", "name": "黄\U00031350"}, "party_name"),
        ({"kind": "organisation", "name": "某公司", "legal_representative": "\ue123"}, "party_legal_representative"),
    ],
)
def test_an_impossible_party_is_refused_with_its_field(party, field):
    place = world()
    with at("2026-03-02"), pytest.raises(Malformed) as wrong:
        open_case(
            actor=place.actor("officer", moment("2026-03-02").date()),
            power=place.powers["处罚"],
            procedure="penalty.ordinary",
            title="案",
            source="inspection",
            clue="线索",
            party=party,
        )
    assert wrong.value.field == field


def test_a_step_out_of_order_is_refused_and_leaves_nothing_but_the_attempt():
    place = scene("PG-1", "2026-03-02")
    before = (TakenStep.objects.count(), Entry.objects.count(), IssuedDocument.objects.count())
    with at("2026-03-03"), pytest.raises(Refused):
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-3",
            stated=stated(place, "PG-3", "2026-03-03"),
        )
    assert (TakenStep.objects.count(), Entry.objects.count(), IssuedDocument.objects.count()) == before
    attempt = RefusedAttempt.objects.latest("id")
    assert attempt.subject == f"cases.case:{place.case.pk}"
    assert attempt.agency_id == place.case.agency_id


def test_a_step_in_the_future_is_malformed():
    place = scene("PG-1", "2026-03-02")
    with at("2026-03-03"), pytest.raises(Malformed) as wrong:
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-2",
            at=moment("2026-03-09"),
            stated=stated(place, "PG-2", "2026-03-03"),
        )
    assert wrong.value.field == "at"


def test_a_step_before_the_case_is_malformed():
    place = scene("PG-1", "2026-03-02")
    with at("2026-03-03"), pytest.raises(Malformed) as wrong:
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-2",
            at=moment("2026-02-27"),
            stated=stated(place, "PG-2", "2026-03-03"),
        )
    assert wrong.value.field == "at"


def test_another_agencys_officer_does_not_act_on_the_case():
    place = scene("PG-3", "2026-03-04")
    with at("2026-03-05"), pytest.raises(Refused) as refused:
        take_step(
            actor=place.actor("justice_bureau_same_level"),
            case=place.case,
            step="PG-8",
            stated=stated(place, "PG-8", "2026-03-05"),
        )
    assert "其他机关" in str(refused.value)


def test_who_acts_on_an_older_page_is_told_what_changed():
    place = scene("PG-1", "2026-03-02")
    seen = place.case.version
    with at("2026-03-03"):
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-2",
            stated=stated(place, "PG-2", "2026-03-03"),
            seen=seen,
        )
        with pytest.raises(Conflict) as conflict:
            take_step(
                actor=place.actor("head"),
                case=place.case,
                step="PG-2",
                stated=stated(place, "PG-2", "2026-03-03"),
                seen=seen,
            )
    assert "核查" in conflict.value.changes[0]
    assert "赵局" in conflict.value.changes[0]


def test_the_same_submission_twice_has_one_effect():
    place = scene("PG-1", "2026-03-02")
    given = stated(place, "PG-2", "2026-03-03")
    with at("2026-03-03"):
        first = take_step(actor=place.actor("head"), case=place.case, step="PG-2", stated=given, key="once")
        second = take_step(actor=place.actor("head"), case=place.case, step="PG-2", stated=given, key="once")
    assert first.pk == second.pk
    assert TakenStep.objects.filter(step="PG-2").count() == 1


def test_the_handlers_are_those_of_the_filing():
    place = scene("PG-3", "2026-03-04")
    assert {h.person_id for h in place.case.handlers.all()} == {place.pk("officer"), place.pk("officer_2")}


def test_the_officers_who_show_their_certificates_handle_a_summary_case():
    """Nobody assigns handlers in the summary procedure; the case was on everybody's desk and its file named nobody."""
    place = scene("PS-3", "2026-03-02", procedure="penalty.summary")
    assert {h.person_id for h in place.case.handlers.all()} == {place.pk("officer"), place.pk("officer_2")}


def test_one_handler_is_too_few():
    place = scene("PG-2", "2026-03-03")
    with at("2026-03-04"), pytest.raises(Refused) as refused:
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-3",
            outcome="filed",
            stated=stated(place, "PG-3", "2026-03-04", "filed", officers=[place.pk("officer")]),
        )
    assert "G-01" in gates(refused)


def test_service_payment_closing_and_filing_end_the_case():
    place = scene("PG-22", "2026-06-30", said={})
    case = place.case
    assert case.standing == ""
    assert case.closed_on is not None
    assert ServiceRecord.objects.filter(case=case, document__kind="penalty_decision").exists()
    with at("2026-07-01"), pytest.raises(Refused):
        note_event(actor=place.actor("officer"), case=case, kind="waiver", stated={})


@pytest.mark.parametrize("who", ["supervisor", "archivist", "publisher", "officer_3"])
def test_a_waiver_is_noted_by_those_who_handle_the_case_and_by_nobody_else(who):
    place = scene("PG-3", "2026-03-04")
    with at("2026-03-05"), pytest.raises(Refused) as refused:
        note_event(actor=place.actor(who), case=place.case, kind="waiver", stated={"form": "oral"})
    assert "请由" in str(refused.value)


def test_supervision_sees_a_case_and_touches_nothing_in_it():
    place = scene("PG-3", "2026-03-04")
    watching = replace(place.actor("supervisor"), scope=frozenset({place.case.agency_id}), roles=frozenset(Role))
    assert watching.agency_id != place.case.agency_id
    with at("2026-03-05"), pytest.raises(Refused):
        note_event(actor=watching, case=place.case, kind="waiver", stated={"form": "oral"})
    with at("2026-03-05"), pytest.raises(Refused):
        extend(actor=watching, case=place.case, step="PG-14", amount=30, reason="案情复杂")
    assert not place.case.events.exists()


@pytest.mark.parametrize(
    ("procedure", "step", "kind", "title"),
    [
        ("penalty.ordinary", "PG-15", "penalty_decision", "行政处罚决定书"),
        ("coercion.execution", "CE-5", "execution_decision", "行政强制执行决定书"),
    ],
)
def test_the_receipt_of_service_names_the_very_document_that_was_served(procedure, step, kind, title):
    place = scene(step, "2026-05-06", procedure=procedure)
    decision = IssuedDocument.objects.get(dossier_id=place.case.dossier_id, kind=kind)
    receipt = IssuedDocument.objects.get(dossier_id=place.case.dossier_id, kind="service_receipt", of_step=step)
    assert receipt.fields["document"] == [f"《{title}》{decision.number}"]
    assert ServiceRecord.objects.filter(case=place.case, document=decision).count() == 1


def test_a_fine_is_paid_once_by_one_receipt():
    place = scene(
        "PG-17", "2026-05-20", said={"fine": "8000", "kind": "fine", "amount": "8000", "receipt_no": "湘A001"}
    )
    assert Payment.objects.get(case=place.case).receipt_no == "湘A001"


def test_the_term_is_lengthened_by_the_head_once_and_only_so_far():
    place = scene("PG-3", "2026-03-04")
    with at("2026-03-05"), pytest.raises(Refused):
        extend(actor=place.actor("head"), case=place.case, step="PG-14", amount=60, reason="案情复杂")
    with at("2026-03-05"):
        before = place.case.next_due_on
        extend(actor=place.actor("head"), case=place.case, step="PG-14", amount=30, reason="案情复杂")
    assert (place.case.next_due_on - before).days >= 28


def test_time_under_testing_is_not_counted():
    place = scene("PG-3", "2026-03-04")
    before = place.case.next_due_on
    with at("2026-03-10"):
        interval = start_interval(
            actor=place.actor("officer"), case=place.case, kind="testing", start=moment("2026-03-10").date()
        )
    with at("2026-03-20"):
        end_interval(actor=place.actor("officer"), interval=interval, end=moment("2026-03-20").date())
    assert (place.case.next_due_on - before).days >= 10
    with at("2026-03-20"), pytest.raises(Refused):
        end_interval(actor=place.actor("officer"), interval=interval, end=moment("2026-03-20").date())


def test_handlers_are_changed_only_to_two_certified_officers():
    place = scene("PG-3", "2026-03-04")
    head = place.actor("section_head")
    with at("2026-03-05"), pytest.raises(Refused) as refused:
        reassign(
            actor=head, case=place.case, officers=[place.pk("officer_3"), place.pk("officer_expired")], reason="轮岗"
        )
    assert gates(refused) == {"G-01"}
    with at("2026-03-05"):
        reassign(actor=head, case=place.case, officers=[place.pk("officer_3"), place.pk("officer_4")], reason="轮岗")
    now = {h.person_id for h in place.case.handlers.filter(to_on__isnull=True)}
    assert now == {place.pk("officer_3"), place.pk("officer_4")}


def test_who_works_on_a_case_is_not_decided_after_it_has_ended():
    place = scene("PG-22", "2026-06-30", said={})
    head = place.actor("head", "2026-07-01")
    with at("2026-07-01"), pytest.raises(Refused, match="已经办结"):
        reassign(actor=head, case=place.case, officers=[place.pk("officer_3"), place.pk("officer_4")], reason="轮岗")
    with at("2026-07-01"), pytest.raises(Refused, match="已经办结"):
        recuse(actor=head, case=place.case, person=place.world.people["officer"], reason="近亲属")
    assert {h.person_id for h in place.case.handlers.filter(to_on=None)} == {place.pk("officer"), place.pk("officer_2")}


def test_looking_at_full_numbers_leaves_who_and_why():
    place = scene("PG-1", "2026-03-02")
    with at("2026-03-03"):
        with pytest.raises(Malformed):
            unmask(actor=place.actor("officer"), case=place.case, purpose=" ")
        unmask(actor=place.actor("officer"), case=place.case, purpose="核对送达地址")
    entry = Entry.objects.get(verb="cases.unmask")
    assert json.loads(entry.body)["actor"] == place.pk("officer")


def test_the_projections_of_a_case_are_those_of_its_steps():
    place = scene("PG-15", "2026-05-06", said={})
    case = place.case
    kept = {name: getattr(case, name) for name in Case.unsealed}
    with at("2026-05-06"):
        _project(case, queries.procedure_of(case), queries.facts_of(case))
    again = {name: getattr(case, name) for name in Case.unsealed}
    assert again == kept


def test_a_stranger_sees_no_case():
    place = scene("PG-1", "2026-03-02")
    assert not queries.visible_to(place.actor("justice_bureau_same_level")).exists()
    assert queries.visible_to(place.actor("supervisor")).count() == 1
    assert not queries.visible_to(None).exists()


def test_a_suspended_investigation_stands_still_and_its_time_is_not_counted():
    place = scene("PG-3", "2026-03-04")
    before = place.case.next_due_on
    with at("2026-03-10"):
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-7",
            outcome="suspended",
            stated=stated(place, "PG-7", "2026-03-10", "suspended"),
        )
        with pytest.raises(Refused):
            take_step(
                actor=place.actor("officer"),
                case=place.case,
                step="PG-4",
                outcome="site",
                with_officers=[place.pk("officer_2")],
                stated=stated(place, "PG-4", "2026-03-10", "site"),
            )
    with at("2026-03-30"):
        take_step(
            actor=place.actor("head"),
            case=place.case,
            step="PG-7",
            outcome="resumed",
            stated=stated(place, "PG-7", "2026-03-30", "resumed"),
        )
    assert (place.case.next_due_on - before).days >= 20
