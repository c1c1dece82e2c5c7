"""G-01 where handlers are assigned, and the desk that takes a step."""

from lantai.law.tests.stories import EXPIRED, HEAD, OFFICER_A, Story, filed, sentences


def test_a_case_is_filed_only_with_two_certified_handlers():
    story = Story(officers=(OFFICER_A, EXPIRED)).take("PG-1", "2025-06-12").take("PG-2", "2025-07-02")
    assert story.gates("PG-3", "2025-07-03", officers=[1, 3]) == ["G-01"]
    assert story.gates("PG-3", "2025-07-03", "no_filing") == []


def test_only_the_named_desk_takes_a_step():
    found = filed().ask("PG-4", "2025-07-10", by=(HEAD,))
    assert "只能由执法人员办理" in sentences(found)
