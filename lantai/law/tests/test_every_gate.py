"""关口: each gate of the registry is shown by rows that it lets pass and by at least three different ones that it refuses."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from lantai.law.facts import Attempt
from lantai.law.force import settled
from lantai.law.gates import GATES
from lantai.law.refusals import Refusal
from lantai.law.statements import words_of
from lantai.law.tests.asked_of_each import asked_of_each
from lantai.law.tests.rows_of_gates import ROWS
from lantai.law.tests.rows_of_gates.row import PROCEDURES, Row

FEWEST_REFUSED = 3
MADE_WITH_THE_STEP = {"effective_on", "draft", "approving"}
"""What is no word of a form: it is reckoned when the step is taken, or known of the review."""

OF_NO_STEP = {"G-18"}
"""What no step names: documents are asked by ``documents`` before they are changed."""


@asked_of_each(((row,) for row in ROWS), named=lambda row: f"{row.gate}: {row.sentence}")
def test_a_gate_answers_its_row(row):
    gate, attempt = GATES[row.gate], row.attempt
    step = row.procedure[attempt.step]
    assert gate.id in step.gates or gate.id in OF_NO_STEP, f"{step.id} does not ask it"
    assert not attempt.outcome or step.outcome(attempt.outcome), f"{step.id} has no outcome {attempt.outcome}"
    if gate.id not in OF_NO_STEP:
        assert not no_words_of(row.procedure, attempt)
    assert not any(no_words_of(row.procedure, taken) for taken in row.facts.taken)
    answered(row, gate.check)


def answered(row, check):
    """What a gate with this check answers is what the row says. Raises AssertionError."""
    number = GATES[row.gate].number
    found = tuple(check(row.procedure, settled(row.procedure, row.facts), row.attempt))
    if not row.says:
        assert not found, f"refused: {found[0]}"
        return
    assert any(row.says in r.reason and row.article in r.basis for r in found), [str(r) for r in found]
    for refusal in found:
        assert refusal.basis and refusal.remedy.strip()
        assert refusal.gate == number or not number


@pytest.mark.slow
@asked_of_each(((gate,) for gate in GATES.values()), named=lambda gate: gate.id)
def test_a_gate_that_would_let_everything_pass_or_nothing_is_noticed(gate):
    def keeps(check):
        try:
            for row in ROWS:
                if row.gate == gate.id:
                    answered(row, check)
        except AssertionError:
            return False
        return True

    refusal = Refusal(gate.number, gate.basis, gate.label, gate.label)
    assert keeps(gate.check)
    assert not keeps(lambda *asked: ())
    assert not keeps(lambda *asked: (refusal,))


@cache
def words_stated(code, step, outcome):
    """The codes of the words that a step states with an outcome, or with any where none is named."""
    outcomes = (outcome,) if outcome else ("", *(o.code for o in PROCEDURES[code][step].outcomes))
    return MADE_WITH_THE_STEP | {word.code for o in outcomes for word in words_of(code, step, o)}


def no_words_of(procedure, act):
    """What an attempt or a taking states and its form does not ask."""
    return set(act.stated) - words_stated(procedure.code, act.step, act.outcome)


def shape(row: Row) -> tuple[object, ...]:
    """What makes two attempts different, besides the moment: who does what, stating what, on which file."""
    a: Attempt = row.attempt
    return (a.step, a.outcome, tuple(p.person_id for p in a.actors), repr(a.actors), repr(a.stated), repr(row.facts))


def test_every_gate_passes_something_and_refuses_three_different_attempts():
    passing = {row.gate for row in ROWS if not row.says}
    refused = Counter(gate for gate, _ in {(row.gate, shape(row)) for row in ROWS if row.says})
    wanting = {gate for gate in GATES if gate not in passing or refused[gate] < FEWEST_REFUSED}
    assert not wanting, sorted(wanting)


def test_no_row_is_there_twice():
    assert not [name for name, n in Counter((r.gate, r.sentence) for r in ROWS).items() if n > 1]
