"""征收土地: thirty days in township, village and group, the work before the application, approval, payment first."""

from __future__ import annotations

from lantai.law import engine
from lantai.law.facts import AgencyFacts
from lantai.law.procedures.expropriation_land import EXPROPRIATION_LAND as LAND
from lantai.law.tests.stories import Story, sentences

GOVERNMENT = AgencyFacts(field="government", level="county")


def announced(**stated) -> Story:
    story = Story(LAND, GOVERNMENT).take("EL-1", "2025-02-10", ground="infrastructure")
    story.take("EL-2", "2025-02-25").take("EL-3", "2025-03-03")
    return story.take("EL-4", "2025-03-10", **stated)


def prepared() -> Story:
    story = announced().take("EL-4-1", "2025-04-10").take("EL-5", "2025-04-11").take("EL-6", "2025-04-12")
    return story.take("EL-7", "2025-04-20", "all")


def proposed(**stated) -> Story:
    return prepared().take("EL-7-1", "2025-05-08", **({"arable": 42000, "approver": "province"} | stated))


def applied(**stated) -> Story:
    return proposed(**stated).take("EL-7-2", "2025-05-14", "agree").take("EL-8", "2025-05-20")


def test_a_hearing_where_most_members_object():
    story = announced().take("EL-4-1", "2025-04-10", majority_objects=True).take("EL-5", "2025-04-11")
    story.take("EL-6", "2025-04-12")
    assert story.ask("EL-7", "2025-04-20", "all")
    assert not story.take("EL-4-2", "2025-04-18", av=True).ask("EL-7", "2025-04-20", "all")
    assert prepared().ask("EL-4-2", "2025-04-18", av=True)


def test_g06_the_application_is_reviewed_first():
    assert proposed().gates("EL-8", "2025-05-20") == ["G-06"]
    assert proposed().take("EL-7-2", "2025-05-14", "correct").gates("EL-8", "2025-05-20") == ["G-06"]
    again = proposed().take("EL-7-2", "2025-05-14", "agree").take("EL-7-1", "2025-05-15")
    assert again.gates("EL-8", "2025-05-20") == ["G-06"]


def test_paid_in_full_and_first():
    story = applied().take("EL-9", "2025-07-10", "approved").take("EL-10", "2025-07-15")
    assert "还没有支付" in sentences(story.ask("EL-12", "2025-07-20"))
    assert "足额" in sentences(story.ask("EL-11", "2025-07-20", in_full=False))
    story.take("EL-11", "2025-07-20", in_full=True)
    assert "第四十八条第四款" in sentences(story.ask("EL-12", "2025-07-21", houses_resettled=False))
    story.take("EL-12", "2025-07-21").take("EL-10-1", "2025-07-22", "published")
    story.take("EL-13", "2025-08-01").take("EL-14", "2025-08-02")
    assert engine.is_over(LAND, story.facts)


def test_what_is_not_approved_is_closed():
    story = applied().take("EL-9", "2025-07-10", "refused")
    assert story.ask("EL-10", "2025-07-15")
    story.take("EL-13", "2025-08-01").take("EL-14", "2025-08-02")
    assert engine.is_over(LAND, story.facts)


def test_what_leads_to_the_application_is_past_once_it_is_approved():
    story = applied().take("EL-9", "2025-07-10", "approved")
    for step in ("EL-2", "EL-4", "EL-6", "EL-7-1", "EL-7-2"):
        assert "征收土地尚未批准" in sentences(story.ask(step, "2025-07-11"))
    assert not story.ask("EL-10", "2025-07-15")


def test_who_has_not_signed_is_said_in_the_application():
    story = announced().take("EL-4-1", "2025-04-10").take("EL-5", "2025-04-11").take("EL-6", "2025-04-12")
    story.take("EL-7", "2025-04-20", "exceptions").take("EL-7-1", "2025-05-08", arable=42000, approver="province")
    story.take("EL-7-2", "2025-05-14", "agree")
    assert "没有如实说明" in sentences(story.ask("EL-8", "2025-05-20", true_statement=False))
    assert not story.ask("EL-8", "2025-05-20", true_statement=True)
