"""What every released procedure must be: cited, ordered, finishable, and made of words that exist."""

from dataclasses import replace
from datetime import date

import pytest

from lantai.law import released, walk
from lantai.law.conditions import CONDITIONS
from lantai.law.gates import GATES
from lantai.law.licences import STARTS
from lantai.law.records import DOCUMENT_CODES, DOCUMENT_WHEN, EVIDENCE_KINDS
from lantai.law.released import RELEASED
from lantai.law.review import ASPECTS, OPINIONS
from lantai.law.sources import SOURCES, Source
from lantai.law.statutes_in_force import ALL_STATUTES
from lantai.law.tests.asked_of_each import asked_of_each

STEPS = [(p, s) for p in RELEASED for s in p.steps]
EVENTS = {
    "draft_changed", "grounds_changed", "waiver", "hearing_requested", "hearing_withdrawn", "police_returned",
    "review_materials_complete", "execution_ended", "jurisdiction_dispute", "disposed", "performed",
    "materials_completed",
}  # fmt: skip
ANNOUNCED = {"coercion.sealing_seizure", "coercion.freezing", "coercion.execution", "coercion.court_application"}
every_step = asked_of_each(STEPS, lambda procedure, step: f"{procedure.code}:{step.id}")
every_procedure = pytest.mark.parametrize("procedure", RELEASED, ids=lambda p: p.code)


def references(step):
    yield from (ref for need in step.needs for ref in need.split("|"))
    yield from (ref for o in step.outcomes for need in o.needs or () for ref in need.split("|"))
    yield from step.rests_on
    yield from (other for other, _ in step.covers)
    yield from (o.sets_back for o in step.outcomes if o.sets_back)
    if step.within and step.within.after not in STARTS:
        yield from step.within.after.split("|")


@every_step
def test_a_step_has_an_article_of_a_statute_in_force(procedure, step):
    assert step.basis
    for basis in (*step.basis, *([step.within.basis] if step.within else []), *(e.basis for e in step.extensions)):
        assert basis.statute in ALL_STATUTES
        assert basis.article or basis.statute.code in {"SEED", "INSP54", "INSPQA", "INSPDOC"}


@every_step
def test_it_refers_only_to_steps_outcomes_and_events_that_exist(procedure, step):
    for ref in references(step):
        if ref.startswith("@"):
            assert ref[1:] in EVENTS
            continue
        step_id, _, outcome = ref.partition(":")
        assert step_id in procedure, ref
        assert not outcome or any(o.code == outcome for o in procedure[step_id].outcomes), ref


@every_step
def test_it_needs_earlier_steps(procedure, step):
    for need in step.needs:
        ids = [ref.partition(":")[0] for ref in need.split("|") if not ref.startswith("@")]
        assert not ids or min(procedure.index(i) for i in ids) < procedure.index(step.id), need


@every_step
def test_its_gates_condition_and_documents_exist(procedure, step):
    assert set(step.gates) <= set(GATES)
    assert step.applies in CONDITIONS
    made = {*step.documents, *(d for o in step.outcomes for d in o.documents)}
    assert made <= set(DOCUMENT_CODES)
    assert step.late in ("record", "policy", "lapse")
    assert set(step.child) <= {p.code for p in RELEASED} | ANNOUNCED


@every_step
def test_officers_are_asked_for_by_g01_and_recusal_everywhere(procedure, step):
    assert "G-02" in step.gates
    assert (step.officers >= 2) == ("G-01" in step.gates)


@every_step
def test_it_is_told_to_the_public_in_one_sentence(procedure, step):
    assert step.label
    assert step.note.endswith("。")
    assert "None" not in step.note


@every_procedure
def test_outcomes_and_codes_are_told_apart(procedure):
    assert len({s.code for s in procedure.steps}) == len(procedure.steps)
    for step in procedure.steps:
        assert len({o.code for o in step.outcomes}) == len(step.outcomes)
        assert all(o.by == () or set(o.by) <= set(step.by) for o in step.outcomes)


@every_procedure
def test_the_milestones_name_its_steps(procedure):
    assert all(i in procedure for m in procedure.milestones for i in m.steps)


def test_every_stage_of_the_law_reference_is_there():
    ordinary, summary = released.by_code("penalty.ordinary", date(2026, 1, 1)), released.RELEASED[0]
    assert {f"PG-{n}" for n in range(1, 27)} <= {s.id for s in ordinary.steps}
    assert {f"H-{n}" for n in range(1, 7)} <= {s.id for s in ordinary.steps}
    assert {f"PS-{n}" for n in range(1, 8)} == {s.id for s in summary.steps}


def test_the_acts_that_the_walk_passes_over_support_nothing():
    procedure = released.by_code("penalty.ordinary", date(2026, 1, 1))
    closing = {"PG-21"}  # PG-23:elsewhere ends the case; the walk ends cases in five other ways
    for step in procedure.steps:
        if step.id in walk.LOOSE or step.id in closing:
            continue
        named = {ref.partition(":")[0] for ref in references(step)} - {other for other, _ in step.covers}
        assert not named & walk.LOOSE, step.id


def test_every_hard_gate_of_this_release_is_registered():
    wanted = {"G-01", "G-02", "G-03", "G-04", "G-05", "G-06", "G-07", "G-08", "G-15", "G-16", "G-17", "G-18"}
    assert wanted <= set(GATES)
    assert all(gate.id == name and gate.label and gate.basis for name, gate in GATES.items())


def test_a_procedure_is_found_by_code_and_day_and_by_version():
    assert released.by_code("penalty.ordinary", date(2021, 7, 15)).version == 1
    with pytest.raises(KeyError):
        released.by_code("penalty.ordinary", date(2021, 7, 14))
    with pytest.raises(KeyError):
        released.by_code("penalty.unknown", date(2026, 1, 1))
    assert released.version_of("penalty.summary", 1) is released.RELEASED[0]
    with pytest.raises(KeyError):
        released.version_of("penalty.summary", 2)


def test_a_nested_measure_is_not_offered_by_itself():
    offered = {p.code for p in released.offered("处罚", date(2026, 1, 1))}
    assert offered == {"penalty.summary", "penalty.ordinary"}
    assert released.offered("处罚", date(2021, 1, 1)) == ()


@every_procedure
def test_its_digest_changes_with_every_character(procedure):
    step = procedure.steps[0]
    changed = replace(procedure, steps=(replace(step, note=step.note + "。"), *procedure.steps[1:]))
    assert procedure.digest == replace(procedure).digest
    assert procedure.digest != changed.digest


def test_the_words_of_the_lists_are_chinese():
    for words in (DOCUMENT_CODES, EVIDENCE_KINDS, SOURCES, {o.code: o.label for o in OPINIONS.values()}):
        assert all(label and not label.isascii() for label in words.values())
    assert {s.label for s in Source} == set(SOURCES.values())
    assert len(EVIDENCE_KINDS) == 8
    assert len(ASPECTS) == 6
    assert set(DOCUMENT_WHEN) <= set(DOCUMENT_CODES)
    assert set(DOCUMENT_WHEN.values()) <= set(CONDITIONS)
