"""From an inspection onwards: into a penalty case and into a follow-up, with nothing written twice; visits are counted."""

from __future__ import annotations

import pytest

from lantai.cases import queries
from lantai.cases.commands.inspecting import hand_over, open_follow_up
from lantai.cases.commands.steps import take_step
from lantai.cases.models import Case, CaseParty
from lantai.documents.models import IssuedDocument
from lantai.law.facts import InspectionFacts
from lantai.law.refusals import Refused
from lantai.ledger import clock
from lantai.rehearsal import inspecting
from lantai.rehearsal.playing import Player
from lantai.rehearsal.reading import Story, read
from lantai.supervision import queries as supervision
from tests import scenes
from tests.scenes import BEGAN, Scene, moment

pytestmark = pytest.mark.django_db
FAILED = [{"item": "食品保质期", "result": "failed", "note": "苏打饼干12袋超过保质期"}]
PARTY = {"kind": "organisation", "name": "衡阳演示食品有限公司"}


def inspected(outcome: str, **facts: object) -> Scene:
    """An inspection whose result is told on 5 March 2026."""
    told = {
        "problems": "销售超过保质期的苏打饼干12袋",
        "violated": "《食品安全法》第三十四条第十项",
        "place": "演示路2号",
    }
    if outcome == "correct":
        told["correct_by"] = "2026-03-20"
    timeline = [
        {"at": "2026-03-02", "step": "IN-2", "with": {"inspection_source": "random"}},
        {"at": "2026-03-03", "step": "IN-5", "with": {"place": "演示路2号一楼"}},
        {"at": "2026-03-04", "step": "IN-6", "with": {"findings": FAILED}},
        {"at": "2026-03-05", "step": "IN-7", "outcome": outcome, "with": told},
    ]
    return played({"procedure": "inspection.ordinary", "party": PARTY, "facts": facts, "timeline": timeline})


def played(given: dict[str, object]) -> Scene:
    story: Story = read(given, "检查")
    return scenes.played(story, BEGAN, inspecting.publish)


def test_a_penalty_case_opens_with_what_the_inspection_found():
    place = inspected("penalty")
    with clock.at(moment("2026-03-06")):
        opened = hand_over(actor=place.actor("officer"), case=place.case, power=place.world.power_for("处罚"))
    was, party = CaseParty.objects.get(case=place.case), CaseParty.objects.get(case=opened)
    same = ("kind", "name", "code", "legal_representative", "address", "phone", "birth_date")
    assert [getattr(party, f) for f in same] == [getattr(was, f) for f in same]
    for known in ("销售超过保质期的苏打饼干12袋", "演示路2号一楼", place.case.number):
        assert known in opened.clue
    with clock.at(moment("2026-03-06")):
        first = queries.facts_of(opened).last("PG-1")
        assert first is not None and "现场检查笔录" in first.stated["source_reference"]
        assert queries.facts_of(place.case).last("IN-7-2").stated == {"reference": opened.number}
    assert opened.source == "inspection" and opened.standing == "PG-2"
    assert opened.flags["carried"]["suspected"] == "《食品安全法》第三十四条第十项"


def test_what_was_told_as_no_violation_is_not_handed_over():
    place = inspected("correct")
    with clock.at(moment("2026-03-06")), pytest.raises(Refused):
        hand_over(actor=place.actor("officer"), case=place.case, power=place.world.power_for("处罚"))
    assert Case.objects.count() == 1


def test_a_follow_up_opens_with_the_earlier_findings_and_prints_them():
    place = inspected("correct", cap=1)
    with clock.at(moment("2026-03-20")):
        opened = open_follow_up(actor=place.actor("officer"), case=place.case)
        first = queries.facts_of(opened).last("IN-1")
    assert first.stated["earlier_case"] == place.case.number
    assert "苏打饼干12袋" in first.stated["earlier_findings"]
    player = Player(
        place.world,
        read({"procedure": "inspection.ordinary", "timeline": [{"at": "2026-03-23", "step": "IN-6"}]}, "复查"),
    )
    player.case, player.at = opened, moment("2026-03-20")
    said = player.play(
        read(
            {
                "procedure": "inspection.ordinary",
                "timeline": [{"at": "2026-03-21", "step": "IN-2", "with": {"inspection_source": "follow_up"}}],
            },
            "复查",
        ).timeline[0]
    )
    assert said.ok, said.faults
    assert player.play(player.story.timeline[0]).ok
    record = IssuedDocument.objects.get(subject=f"cases.case:{opened.pk}", kind="inspection_record")
    assert "苏打饼干12袋" in str(record.fields["earlier"])


def test_only_other_entered_inspections_of_the_same_enterprise_in_the_year_are_counted():
    place = inspected("correct")
    later = read(
        {
            "procedure": "inspection.ordinary",
            "party": PARTY,
            "timeline": [{"at": "2026-04-01", "step": "IN-2", "with": {"inspection_source": "plan"}}],
        },
        "再查",
    )
    player = Player(place.world, later)
    assert player.play(later.timeline[0]).ok
    with clock.at(moment("2026-04-02")):
        known = queries.facts_of(player.case).inspection
        assert isinstance(known, InspectionFacts) and [d.isoformat() for d in known.visits] == ["2026-03-03"]
        assert queries.facts_of(place.case).inspection.visits == ()
    with clock.at(moment("2027-01-05")):
        assert queries.facts_of(player.case).inspection.visits == ()


def test_an_inspection_over_the_cap_by_an_exception_is_reported_to_supervision():
    place = inspected("correct", cap=1)
    later = read(
        {
            "procedure": "inspection.ordinary",
            "party": PARTY,
            "timeline": [
                {"at": "2026-04-01", "step": "IN-2", "with": {"inspection_source": "complaint"}},
                {"at": "2026-04-02", "step": "IN-5"},
            ],
        },
        "举报",
    )
    player = Player(place.world, later)
    for n, row in enumerate(later.timeline):
        assert player.play(row, later.timeline[n + 1 :]).ok
    with clock.at(moment("2026-04-03")):
        head = place.actor("head", "2026-04-03")
        (row,) = supervision.over_cap(head, 2026)
        assert (row.case.pk, row.number, row.cap, row.source) == (player.case.pk, 2, 1, "投诉举报")
        assert supervision.over_cap(place.actor("officer", "2026-04-03"), 2026) == []
        assert supervision.over_cap(head, 2025) == []
        page = place.browser("head").get("/desk/supervision/frequency/").content.decode()
        assert "第 2 次，上限 1 次" in page
        assert "此前已检查1次" in place.browser("head").get(f"/desk/cases/{player.case.pk}/").content.decode()


def test_a_result_that_was_told_waits_at_the_desk_of_the_publisher():
    place = inspected("correct")
    with clock.at(moment("2026-03-06")):
        (waiting,) = queries.unpublished_results(place.actor("publisher"))
        assert waiting.pk == place.case.pk
        assert place.case.title in place.browser("publisher").get("/desk/").content.decode()
    with clock.at(moment("2026-03-06")):
        take_step(actor=place.actor("publisher"), case=place.case, step="IN-8", outcome="published")
        assert not queries.unpublished_results(place.actor("publisher"))
