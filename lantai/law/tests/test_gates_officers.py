"""G-01 two qualified officers, G-02 recusal."""

from dataclasses import replace
from datetime import date

from lantai.law.people import Certificate
from lantai.law.tests.stories import AUXILIARY, EXPIRED, HEAD, OFFICER_A, OFFICER_B, Story, filed, sentences


def test_two_certified_officers_may_investigate():
    assert filed().gates("PG-4", "2025-07-10", by=(OFFICER_A, OFFICER_B)) == []


def test_one_officer_alone_may_not():
    assert filed().gates("PG-4", "2025-07-10", by=(OFFICER_A,)) == ["G-01"]


def test_the_same_officer_twice_is_one():
    assert filed().gates("PG-4", "2025-07-10", by=(OFFICER_A, OFFICER_A)) == ["G-01"]


def test_an_expired_certificate_does_not_count_and_is_named():
    found = filed().ask("PG-4", "2025-07-10", by=(OFFICER_A, EXPIRED))
    assert [r.gate for r in found] == ["G-01"]
    assert "证件过期者的行政执法证件在办理之日无效" in sentences(found)
    assert "《行政处罚法》第四十二条" in sentences(found)


def test_auxiliary_staff_do_not_count():
    assert filed().gates("PG-4", "2025-07-10", by=(OFFICER_A, AUXILIARY)) == ["G-01"]


def test_a_suspended_certificate_does_not_count():
    held = Certificate("43040002", date(2020, 1, 1), date(2030, 1, 1), suspended=((date(2025, 7, 1), None),))
    withheld = replace(OFFICER_B, certificate=held)
    assert filed().gates("PG-4", "2025-07-10", by=(OFFICER_A, withheld)) == ["G-01"]
    ended = replace(OFFICER_B, certificate=replace(held, suspended=((date(2025, 7, 1), date(2025, 7, 9)),)))
    assert filed().gates("PG-4", "2025-07-10", by=(OFFICER_A, ended)) == []


def test_a_certificate_of_another_field_does_not_count():
    other = replace(OFFICER_B, certificate=replace(OFFICER_B.certificate, fields=frozenset({"culture"})))
    assert filed().gates("PG-4", "2025-07-10", by=(OFFICER_A, other)) == ["G-01"]


def test_an_officer_of_another_agency_does_not_count():
    assert filed().gates("PG-4", "2025-07-10", by=(OFFICER_A, replace(OFFICER_B, agency_id=2))) == ["G-01"]


def test_a_case_is_filed_only_with_two_certified_handlers():
    story = Story(officers=(OFFICER_A, EXPIRED)).take("PG-1", "2025-06-12").take("PG-2", "2025-07-02")
    assert story.gates("PG-3", "2025-07-03", officers=[1, 3]) == ["G-01"]
    assert story.gates("PG-3", "2025-07-03", "no_filing") == []


def test_nobody_recused_acts():
    story = filed()
    story.facts = replace(story.facts, recused=frozenset({2}))
    assert story.gates("PG-4", "2025-07-10") == ["G-02"]


def test_a_recused_head_does_not_decide():
    story = Story(recused=frozenset({HEAD.person_id})).take("PG-1", "2025-06-12").take("PG-2", "2025-07-02")
    assert story.gates("PG-3", "2025-07-03", by=(HEAD,), officers=[1, 2]) == ["G-02"]


def test_a_recused_chair_does_not_hold_a_hearing(heard_case):
    heard_case.facts = replace(heard_case.facts, recused=frozenset({11}))
    assert "G-02" in heard_case.gates("PG-12", "2025-08-29", chair=11, av=True)


def test_others_go_on_while_one_is_recused():
    story = filed()
    story.facts = replace(story.facts, recused=frozenset({99}))
    assert story.gates("PG-4", "2025-07-10") == []


def test_only_the_named_desk_takes_a_step():
    found = filed().ask("PG-4", "2025-07-10", by=(HEAD,))
    assert "只能由执法人员办理" in sentences(found)


def test_certificates_that_were_not_shown_are_a_refusal():
    found = filed().ask("PG-4", "2025-07-10", certificates_shown=False)
    assert "第五十五条第一款" in sentences(found)
