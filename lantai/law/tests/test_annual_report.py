"""Table 1 counts each decision once, under its heaviest kind, with the amounts of the decision."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantai.law.annual_report import TABLE_ONE, Counted, column_of, table_one, total
from lantai.law.penalties import PenaltyKind

KINDS = [k.value for k in PenaltyKind]


def test_a_fine_with_a_revocation_is_counted_as_a_revocation():
    assert column_of(["fine", "revocation", "confiscation_gains"]) == "revocation"


def test_an_explicit_kind_is_preferred_to_other():
    assert column_of(["other", "warning"]) == "warning"


def test_other_alone_is_counted_as_other():
    assert column_of(["other"]) == "other"


def test_a_body_without_penalties_is_printed_with_zeros():
    (row,) = table_one([], bodies=[7])
    assert (row.total, row.amount) == (0, Decimal(0))
    assert set(row.cells.values()) == {0}


def test_confiscated_goods_without_an_amount_add_nothing():
    (row,) = table_one([Counted(1, ("confiscation_property",), 2, Decimal(0), Decimal(0))])
    assert (row.cells["confiscation"], row.amount) == (2, Decimal(0))


@pytest.mark.slow
@given(
    st.lists(
        st.builds(
            Counted,
            body=st.integers(1, 5),
            kinds=st.lists(st.sampled_from(KINDS), min_size=1, max_size=4, unique=True).map(tuple),
            number=st.integers(1, 50),
            fines=st.decimals(0, 10**7, places=2),
            gains=st.decimals(0, 10**7, places=2),
        ),
        max_size=20,
    )
)
def test_every_decision_is_counted_once_and_every_yuan_once(counted):
    rows = table_one(counted)
    whole = total(rows)
    assert whole.total == sum(c.number for c in counted)
    assert whole.amount == sum((c.fines + c.gains for c in counted), Decimal(0))
    assert sum(whole.cells.values()) == whole.total


def test_every_kind_of_penalty_has_exactly_one_column():
    listed = [kind for _, _, kinds in TABLE_ONE for kind in kinds]
    assert sorted(listed) == sorted(PenaltyKind)
