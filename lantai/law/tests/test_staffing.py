"""An agency owes one recorder for five officers and five reviewers for a hundred."""

from __future__ import annotations

import pytest

from lantai.law.staffing import Staffing, recorders_owed, reviewers_owed


@pytest.mark.parametrize(
    ("officers", "recorders", "reviewers"),
    [(0, 0, 0), (1, 1, 1), (5, 1, 1), (6, 2, 1), (20, 4, 1), (21, 5, 2), (100, 20, 5), (101, 21, 6)],
)
def test_a_part_of_a_share_counts_as_a_whole(officers, recorders, reviewers):
    assert recorders_owed(officers) == recorders
    assert reviewers_owed(officers) == reviewers


def test_nobody_has_fewer_than_no_officers():
    with pytest.raises(ValueError, match="人数"):
        recorders_owed(-1)


def test_what_is_missing_is_said():
    assert Staffing(20, 4, 1).short == ()
    short = Staffing(21, 4, 1, rooms=0).short
    assert "执法记录仪5台，现有4台" in short[0]
    assert "不少于2人" in short[1]
    assert "询问室" in short[2]
