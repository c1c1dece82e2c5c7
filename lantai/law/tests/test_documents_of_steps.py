"""What a step states is enough for the documents it makes, and nothing that was written down is lost on the way."""

from __future__ import annotations

from typing import Any

from lantai.law import documents, statements
from lantai.law.documents.composing import clean
from lantai.law.procedure import Procedure, Step
from lantai.law.released import RELEASED
from lantai.law.specimens.case import context
from lantai.law.statements import Kind, Word
from lantai.law.tests.asked_of_each import asked_of_each

# Stated for the rules, the register or the page; no document of the step repeats them.
UNPRINTED = {
    "late_reason",
    "av_reason",
    "note",
    "informant",  # kept secret
    "limitation_reason",
    "gains_reason",
    "single_fine_reason",
    "reasons",
    "conclusion",  # the decision row words it
    "service_note",
    "substitute_reason",
    "refusal_reason",
    "witness",
    "post_number",
    "announced_at",
    "electronic_address",
    "address",
    "receiver",
    "relation",
    "reconsideration_channel",
    "other_content",
    "property",
    "certificate_returned",
}
# What only concerns the agency is not written to others: letters of transfer, commission, release.
OF_TAKINGS = {
    "levy.fee": "levy_assessment",
    "expropriation.housing": "risk_register",
    "expropriation.land": "land_survey",
    "requisition.emergency": "requisition_list",
}  # a document of each
NOT_IN_LETTERS = {
    ("PG-2", "transfer"): {"head_opinion"},
    ("PG-23", "elsewhere"): {"head_opinion"},
    ("PG-5-2", "refused"): {"head_opinion"},
    ("PG-4", "appraisal"): {"place", "refusal_note"},
    ("PG-4", "result"): {"place", "refusal_note"},
}


OTHER_CASES = {
    "coercion.sealing_seizure": "measure_approval",
    "coercion.freezing": "measure_approval",
    "coercion.execution": "execution_closing",
    "coercion.court_application": "court_application",
    "inspection.ordinary": "inspection_approval",
    "licence.ordinary": "licence_application",
    "licence.ending": "licence_application",
    "transfer.criminal": "crime_approval",
}
"""A document of the same procedure, from which the other steps of the case are taken."""


def value(word: Word) -> Any:
    """A lawful value of a word, recognisable where it is text."""
    if word.kind in (Kind.TEXT, Kind.LONG_TEXT):
        return f"写明{word.label}之{word.code}"
    if word.kind is Kind.ROWS:
        return [{column.code: value(column) for column in word.columns}]
    if word.choices:
        return word.choices[0][0] if word.kind is Kind.CHOICE else [code for code, _ in word.choices]
    return {
        Kind.DATE: "2025-08-05",
        Kind.TIME: "09:30",
        Kind.DATETIME: "2025-08-05T09:30+08:00",
        Kind.MONEY: "500.00",
        Kind.INTEGER: 1,
        Kind.DAYS: 10,
        Kind.BOOLEAN: True,
        Kind.PERSON: 9,
        Kind.PERSONS: [7, 8],
        Kind.DOCUMENT: 1,
    }[word.kind]


def takings() -> list[Any]:
    found = []
    for procedure in RELEASED:
        for step in procedure.steps:
            for outcome in step.outcomes or (None,):
                codes = (*step.documents, *(outcome.documents if outcome else ()))
                if codes:
                    code = outcome.code if outcome else ""
                    found.append((procedure, step, code))
    return found


every_taking = asked_of_each(takings(), lambda procedure, step, outcome: f"{procedure.code} {step.id} {outcome}")


def made_at(procedure: Procedure, step: Step, outcome: str, everything: bool) -> tuple[dict[str, Any], list[str]]:
    """The context at this step, and the texts of the documents it makes."""
    words = statements.words_of(procedure.code, step.id, outcome)
    stated = {w.code: value(w) for w in words if (everything or w.required or w.gate) and w.asked_given({})}
    case = context("filing_approval")
    if procedure.code == "penalty.summary":
        case["draft"] = {}
        case["steps"] = context("spot_decision")["steps"]
    if procedure.code in OTHER_CASES:
        case["steps"] = context(OTHER_CASES[procedure.code])["steps"]
    if procedure.kind == "征收征用":
        case["steps"] = context(OF_TAKINGS[procedure.code])["steps"]
    case["step"] = {
        "id": step.id,
        "label": step.label,
        "at": "2025-08-05T10:00:00+08:00",
        "outcome": outcome,
        "actors": case["officers"],
        "stated": stated,
    }
    case["steps"] = {code: one for code, one in case["steps"].items() if code != step.id}
    chosen = step.outcome(outcome)
    codes = (*step.documents, *(chosen.documents if chosen and outcome else ()))
    said = [documents.compose(kind.code, case) for kind in documents.made_of(codes, case)]
    return stated, list(documents.texts(said))


@every_taking
def test_what_the_step_must_state_is_enough_for_its_documents(procedure: Procedure, step: Step, outcome: str) -> None:
    assert made_at(procedure, step, outcome, everything=False)[1] is not None


@every_taking
def test_every_text_that_was_stated_is_printed(procedure: Procedure, step: Step, outcome: str) -> None:
    stated, printed = made_at(procedure, step, outcome, everything=True)
    whole = "\n".join(printed)
    lost = [code for code, v in stated.items() if isinstance(v, str) and v.startswith("写明") and clean(v) not in whole]
    assert set(lost) - UNPRINTED - NOT_IN_LETTERS.get((step.id, outcome), set()) == set()
