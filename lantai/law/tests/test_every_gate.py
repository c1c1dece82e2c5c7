"""关口: each gate of the registry is shown by rows that it lets pass and by at least three different ones that it refuses."""

from __future__ import annotations

from collections import Counter

from lantai.law.facts import Attempt
from lantai.law.force import settled
from lantai.law.gates import GATES
from lantai.law.tests.asked_of_each import asked_of_each
from lantai.law.tests.rows_of_gates import ROWS
from lantai.law.tests.rows_of_gates.row import Row

FEWEST_REFUSED = 3
STILL_WANTING: frozenset[str] = frozenset(
    (
        "execution_power",
        "duty_overdue",
        "decision_stands",
        "execution_goes_on",
        "suspension_course",
        "demand_lapsed",
        "defence_lapsed",
        "demand_complete",
        "surcharge_cap",
        "surcharge_days",
        "execution_way",
        "execution_reviewed",
        "G-11",
        "substitution_told",
        "substitution_done",
        "supply",
        "demolition_ripe",
        "deposits_by_law",
        "execution_over",
        "G-12",
        "court_window",
        "no_own_power",
        "application_complete",
        "application_over",
        "G-14",
        "inspection_matter",
        "inspection_cap",
        "inspection_made_up",
        "earlier_findings",
        "scanned",
        "record_signed",
        "result_follows",
        "G-13",
        "licence_materials",
        "silence_accepts",
        "accepted",
        "two_staff",
        "two_testers",
        "special_over",
        "licence_extension",
        "certificate",
        "licence_fee",
        "licence_supervision",
        "licence_over",
        "renewal",
        "licence_review",
        "licence_end_review",
        "licence_reviewer",
        "licence_end",
        "licence_hearing_form",
        "licence_hearing_notice",
        "licence_chair",
        "licence_hearing_conduct",
        "licence_heard",
        "no_penalty_instead",
        "transfer_annexes",
        "objection_by_turn",
        "objection_over",
        "act_reviewed",
        "government_decides",
        "compensation_government",
        "land_government",
        "levy_standard",
        "levy_amount",
        "deferral_days",
        "deferral_silence",
        "levy_overdue",
        "late_charge",
        "levy_treasury",
        "levy_paid",
        "levy_direct",
        "public_interest",
        "plans_conform",
        "comment_days",
        "plan_argued",
        "comment_period",
        "expropriation_ready",
        "funds_full",
        "plan_attached",
        "survey_published",
        "freeze_term",
        "appraiser_chosen",
        "value_day",
        "own_choice",
        "signing_over",
        "fair_price",
        "compensation_due",
        "paid_first",
        "lawful_moving",
        "no_own_demolition",
        "house_court_window",
        "land_places",
        "land_agreements",
        "approval_level",
        "approving_body",
        "land_paid_full",
        "land_paid_first",
        "requisition_power",
        "requisition_approval",
        "requisition_makeup",
        "requisition_list",
        "requisition_checked",
        "requisition_returned",
        "requisition_fair",
        "requisition_as_reviewed",
        "requisition_paid",
    )
)
OF_NO_STEP = {"G-18"}
"""What no step names: documents are asked by ``documents`` before they are changed."""


@asked_of_each(((row,) for row in ROWS), named=lambda row: f"{row.gate}: {row.sentence}")
def test_a_gate_answers_its_row(row):
    gate, facts, attempt = GATES[row.gate], settled(row.procedure, row.facts), row.attempt
    step = row.procedure[attempt.step]
    assert gate.id in step.gates or gate.id in OF_NO_STEP, f"{step.id} does not ask it"
    assert not attempt.outcome or step.outcome(attempt.outcome), f"{step.id} has no outcome {attempt.outcome}"
    found = tuple(gate.check(row.procedure, facts, attempt))
    if not row.says:
        assert not found, f"refused: {found[0]}"
        return
    assert any(row.says in r.reason and row.article in r.basis for r in found), [str(r) for r in found]
    for refusal in found:
        assert refusal.basis and refusal.remedy.strip()
        assert refusal.gate == gate.number or not gate.number


def shape(row: Row) -> tuple[object, ...]:
    """What makes two attempts different, besides the moment: who does what, stating what, on which file."""
    a: Attempt = row.attempt
    return (a.step, a.outcome, tuple(p.person_id for p in a.actors), repr(a.actors), repr(a.stated), repr(row.facts))


def test_every_gate_passes_something_and_refuses_three_different_attempts():
    passing = {row.gate for row in ROWS if not row.says}
    refused = Counter(gate for gate, _ in {(row.gate, shape(row)) for row in ROWS if row.says})
    wanting = {gate for gate in GATES if gate not in passing or refused[gate] < FEWEST_REFUSED}
    assert wanting == STILL_WANTING


def test_no_row_is_there_twice():
    assert not [name for name, n in Counter((r.gate, r.sentence) for r in ROWS).items() if n > 1]
