"""G-06 through every door there is: no major decision without the approving review of its draft comes into being.

The doors of this system: page, data interface, console, a command written beside ours, the models, a bulk write, SQL, a
task of the queue, a rehearsal. There is no admin site and no importer of cases; the last test sees to it that this
stays so.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.db import DatabaseError, connection, transaction
from django_tasks import task

from lantai.cases.commands.drafting import save_draft
from lantai.cases.commands.steps import take_step
from lantai.cases.models import Case, Decision, Draft, ReviewReceipt, TakenStep
from lantai.law import statements
from lantai.law.refusals import Refused
from lantai.ledger import clock, sequencer, verification
from lantai.ledger.act import command, put
from lantai.ledger.models import RefusedAttempt
from lantai.powers.registers import REGISTERS
from lantai.rehearsal.wording import lawful
from tests.scenes import Scene, at, moment, scene

pytestmark = pytest.mark.django_db
DAY = "2026-03-12"


@pytest.fixture
def place() -> Scene:
    """A case with a draft that is a major decision, not reviewed."""
    made = scene("PG-8", "2026-03-10")
    said = {"penalty_kinds": ["fine"], "fine": "150000", "tier": "从重"}
    fields = lawful(statements.draft_words("penalty"), said, moment("2026-03-11"), {})
    with at("2026-03-11"):
        save_draft(actor=made.actor("officer"), case=made.case, outcome="penalty", fields=fields)
    assert made.case.is_major
    return made


def decision_of(place: Scene, **changes: object) -> Decision:
    draft = Draft.objects.latest("id")
    said = {
        "case": place.case,
        "outcome": "penalty",
        "draft": draft,
        "draft_digest": draft.digest,
        "conclusion": "罚款十五万元",
        "decided_on": moment(DAY).date(),
        "decided_at": moment(DAY),
        "decided_by_id": place.pk("chief"),
        "review_required": True,
    }
    return Decision(**said | changes)


def words(place: Scene) -> dict[str, object]:
    people = {"officer": place.pk("officer"), "officer_2": place.pk("officer_2")}
    return lawful(statements.words_of(place.case.procedure, "PG-14", "penalty"), {}, moment(DAY), people)


def fields(place: Scene) -> dict[str, object]:
    said = {k: v for k, v in words(place).items() if v not in (None, "")}
    return said | {"outcome": "penalty", "seen": place.case.version, "at": "2026-03-12T16:00"}


def decide(place: Scene) -> object:
    with clock.at(moment(DAY)):
        return take_step(
            actor=place.actor("chief"), case=place.case, step="PG-14", outcome="penalty", stated=words(place)
        )


def nothing_decided(place: Scene) -> None:
    assert not Decision.objects.filter(case=place.case).exists()
    assert not TakenStep.objects.filter(case=place.case, step="PG-14").exists()


def test_the_page(place):
    answer = place.browser("chief").post(f"/desk/cases/{place.case.pk}/steps/PG-14/", fields(place))
    assert answer.status_code == 409
    said = answer.content.decode()
    assert "G-06" in said and "行政处罚法" in said
    nothing_decided(place)


def test_a_program_that_wants_data(place):
    address = f"/desk/cases/{place.case.pk}/steps/PG-14/"
    answer = place.browser("chief").post(address, fields(place), headers={"accept": "application/json"})
    assert answer.status_code == 409
    refusals = json.loads(answer.content)["refusals"]
    assert "G-06" in {r["gate"] for r in refusals}
    assert all(r["reason"] and r["remedy"] for r in refusals)
    nothing_decided(place)


def test_the_console(place):
    with pytest.raises(Refused) as refused:
        decide(place)
    assert "G-06" in {r.gate for r in refused.value.refusals}
    assert RefusedAttempt.objects.latest("id").verb == "cases.take_step"
    nothing_decided(place)


def test_a_command_that_somebody_writes_beside_ours(place):
    @command("tests.decide", "擅自决定")
    def decide_anyway(*, actor):
        return put(decision_of(place))

    with pytest.raises(DatabaseError), transaction.atomic():
        decide_anyway(actor=place.actor("chief"))
    nothing_decided(place)


@pytest.mark.parametrize("required", (True, False))
def test_the_models(place, required):
    with pytest.raises(DatabaseError), transaction.atomic():
        decision_of(place, review_required=required).save()
    nothing_decided(place)


def test_many_rows_at_once(place):
    with pytest.raises(DatabaseError), transaction.atomic():
        Decision.objects.bulk_create([decision_of(place, review_required=False)])
    nothing_decided(place)


@pytest.mark.parametrize("approving", (True, False))
def test_a_receipt_that_is_of_another_draft_or_does_not_approve(place, approving):
    receipt = ReviewReceipt.objects.create(
        case=place.case,
        round=1,
        draft_digest="0" * 64 if approving else Draft.objects.latest("id").digest,
        opinion="agree" if approving else "correct",
        is_approving=approving,
        opinion_digest="1" * 64,
        reviewer_id=place.pk("reviewer"),
        issued_at=moment("2026-03-11"),
    )
    with pytest.raises(DatabaseError), transaction.atomic():
        decision_of(place, receipt=receipt).save()
    nothing_decided(place)


def test_sql_as_the_application(place):
    made = decision_of(place, review_required=False)
    values = {
        f.column: f.get_db_prep_save(getattr(made, f.attname), connection) for f in Decision._meta.concrete_fields
    }
    values.pop("id")
    names, marks = ", ".join(f'"{name}"' for name in values), ", ".join(["%s"] * len(values))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO cases_decision ({names}) VALUES ({marks})", list(values.values()))
    nothing_decided(place)


def test_sql_that_moves_a_decision_of_another_case(place):
    """A lawful decision of a smaller case is not made the decision of this one."""
    other = scene("PG-14", "2026-04-20", said={"fine": "8000"}, where=place.world)
    held = Decision.objects.get(case=other.case)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE cases_decision SET case_id = %s WHERE id = %s", [place.case.pk, held.pk])
    nothing_decided(place)


def test_sql_that_first_calls_the_case_a_small_one(place):
    """What the column says is a projection: the gate reads the draft, so lowering it opens no door of ours; and a row
    that somebody then forces into the database is named by the check of the log.
    """
    Case.objects.filter(pk=place.case.pk).update(is_major=False)
    with pytest.raises(Refused) as refused:
        decide(place)
    assert "G-06" in {r.gate for r in refused.value.refusals}
    sequencer.run_once()
    assert verification.run().ok
    decision_of(place, review_required=False).save()
    assert not verification.run().ok


waiting: list[Callable[[], object]] = []


@task()
def decide_in_the_queue() -> None:
    waiting.pop()()


def test_a_task_of_the_queue(place):
    waiting.append(lambda: decide(place))
    result = decide_in_the_queue.enqueue()
    assert "Refused" in str(result.errors)
    nothing_decided(place)


def test_a_rehearsal(place):
    player = place.player
    with pytest.raises(Refused) as refused, transaction.atomic():
        player._do_step(player.procedure["PG-14"], moment(DAY), {}, ("chief",))
    assert "G-06" in {r.gate for r in refused.value.refusals}
    nothing_decided(place)


def test_there_is_no_other_door():
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert set(REGISTERS) == {"agencies", "officers", "powers"}
    ours = {name for name, app in get_commands().items() if str(app).startswith("lantai")}
    assert not {name for name in ours if "decide" in name or "case" in name}
