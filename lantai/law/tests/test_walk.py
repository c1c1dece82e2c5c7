"""The exhaustive walk: no path reaches a decision on a major case without a fresh approving review."""

from dataclasses import replace

import pytest

from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.law.released import RELEASED
from lantai.law.walk import SETTINGS, TAKINGS, report, walk

pytestmark = pytest.mark.slow  # every path of every procedure


@pytest.fixture(scope="module")
def walks():
    return list(report(RELEASED))


def test_no_path_decides_a_major_case_without_a_fresh_approving_review(walks, capsys):
    with capsys.disabled():
        print("", *(w.sentence for w in walks), sep="\n")
    assert [w.violations for w in walks if w.violations] == []


def test_an_end_is_reachable_in_every_procedure_and_setting(walks):
    assert {w.procedure for w in walks} == {p.code for p in RELEASED}
    assert [(w.procedure, w.setting) for w in walks if not w.ended] == []


def test_major_decisions_are_reached_at_all(walks):
    assert {w.setting for w in walks if w.major_decisions} - {s.label for s in TAKINGS} == {
        s.label for s in SETTINGS if s.label not in ("一般案件", "市场监管，一般案件")
    }
    assert sum(w.states for w in walks) > 500


ONE_CHANGE = replace(SETTINGS[1], changes=1)


def without_guards(procedure, *, gate: bool, force: bool):
    """The procedure with G-06 or the founding of the review, or both, taken out."""
    steps = []
    for step in procedure.steps:
        if gate:
            step = replace(step, gates=tuple(g for g in step.gates if g != "G-06"))
        if force and step.id == "PG-9":
            step = replace(step, rests_on=())
        steps.append(step)
    return replace(procedure, steps=tuple(steps))


def test_the_walk_finds_the_hole_when_both_guards_are_gone():
    found = walk(without_guards(PENALTY_ORDINARY, gate=True, force=True), ONE_CHANGE)
    assert found.violations
    assert "@draft_changed" in found.violations[0]


def test_either_guard_alone_suffices():
    assert not walk(without_guards(PENALTY_ORDINARY, gate=True, force=False), ONE_CHANGE).violations
    assert not walk(without_guards(PENALTY_ORDINARY, gate=False, force=True), ONE_CHANGE).violations


def test_a_walk_without_end_is_stopped():
    with pytest.raises(RuntimeError):
        walk(PENALTY_ORDINARY, SETTINGS[0], limit=10)
