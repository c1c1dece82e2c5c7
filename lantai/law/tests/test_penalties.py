"""The kinds of penalty are those of the Penalty Law."""

from __future__ import annotations

import pytest

from lantai.law.penalties import LABELS, PenaltyKind, heaviest, kind_of, kinds_of


def test_every_kind_has_its_legal_name_and_is_found_by_it():
    assert set(LABELS) == set(PenaltyKind)
    assert all(kind_of(kind.label) is kind and kind_of(kind.value) is kind for kind in PenaltyKind)
    with pytest.raises(ValueError):
        kind_of("责令改正")


def test_a_decision_of_several_kinds_counts_under_the_heaviest_explicit_one():
    assert heaviest(kinds_of(["警告", "罚款"])) is PenaltyKind.FINE
    assert heaviest(kinds_of(["罚款", "吊销许可证件", "其他"])) is PenaltyKind.REVOCATION
    assert heaviest(kinds_of(["警告", "其他"])) is PenaltyKind.WARNING
    assert heaviest(kinds_of(["其他"])) is PenaltyKind.OTHER
