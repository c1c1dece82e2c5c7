"""Document numbers are written, read and refused as the form of official documents demands."""

from __future__ import annotations

import pytest

from lantai.law.numbering import SIGNS, gaps, is_number, kind_of, number, parse


def test_a_penalty_decision_is_numbered():
    assert number("衡市监", "penalty_decision", 2026, 12) == "衡市监罚〔2026〕12号"
    assert number("(衡)市监", "penalty_decision", 2026, 12) == "(衡)市监罚〔2026〕12号"


def test_a_number_read_back_names_its_kind():
    for kind in SIGNS:
        text = number("衡市监", kind, 2026, 7)
        assert str(parse(text)) == text
        assert kind_of(text, "衡市监") == kind
    with pytest.raises(ValueError, match="不是衡城执的文号"):
        kind_of("衡市监罚〔2026〕12号", "衡城执")


def test_no_two_kinds_share_a_sign():
    assert len(set(SIGNS.values())) == len(SIGNS)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("衡市监罚[2026]12号", "六角括号"),
        ("衡市监罚（2026）12号", "六角括号"),
        ("衡市监罚【2026】12号", "六角括号"),
        ("衡市监罚〔2026〕012号", "不编虚位"),
        ("衡市监罚〔26〕12号", "例如"),
        ("〔2026〕12号", "例如"),
        ("衡市监罚〔2026〕12", "例如"),
    ],
)
def test_a_wrong_number_says_what_is_wrong(text, sentence):
    assert not is_number(text)
    with pytest.raises(ValueError, match=sentence):
        parse(text)


@pytest.mark.parametrize(
    ("prefix", "kind", "year", "sequence"),
    [
        ("HY", "filing", 2026, 1),
        ("衡", "nothing", 2026, 1),
        ("衡", "filing", 26, 1),
        ("衡", "filing", 2026, 0),
    ],
)
def test_no_number_is_made_of_a_part_that_cannot_be(prefix, kind, year, sequence):
    with pytest.raises(ValueError):
        number(prefix, kind, year, sequence)


def test_gaps_in_a_sequence_are_found():
    assert gaps([1, 2, 5, 7]) == (3, 4, 6)
    assert gaps([]) == ()
