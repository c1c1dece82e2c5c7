"""查封、扣押、冻结: approved, told, listed, and over on the day; G-09 and G-10 and the rules beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lantai.law import engine, sheets
from lantai.law.facts import AgencyFacts, Interval
from lantai.law.lamps import Level
from lantai.law.procedures.coercion_freezing import COERCION_FREEZING
from lantai.law.procedures.coercion_seizure import COERCION_SEIZURE
from lantai.law.tests.stories import CHIEF, HEAD, MARKET, OFFICER_A, PAIR, Story, moment, sentences

ON_SITE = ("CM-3", "CM-4", "CM-5")


def asked(agency: AgencyFacts = MARKET, at: str = "2025-09-05 08:00", **stated) -> Story:
    story = Story(COERCION_SEIZURE, agency)
    return story.take("CM-1", at, **({"basis_level": "law"} | stated))


def on_site(story: Story, day: str = "2025-09-05") -> Story:
    for minute, step in enumerate(ON_SITE):
        story.take(step, f"{day} 10:0{minute}", av=True)
    return story


def approved(**stated) -> Story:
    return on_site(asked(**stated).take("CM-2", "2025-09-05 09:00"))


def sealed(**stated) -> Story:
    return approved().take("CM-6", "2025-09-05 11:00", **({"av": True} | stated))


def emergency() -> Story:
    """On the spot in the holiday of Spring Festival, at 15:40 on 20 February 2026."""
    story = on_site(asked(at="2026-02-20 08:00", emergency=True), "2026-02-20")
    return story.take("CM-6", "2026-02-20 15:40", av=True)


def frozen(**stated) -> Story:
    story = Story(COERCION_FREEZING, MARKET)
    story.take("CM-1", "2025-09-05 08:00", basis_level="law", involved_amount="80000", amount="80000")
    return story.take("CM-2", "2025-09-05 09:00").take("CM-6", "2025-09-05 10:00", **stated)


# ---- G-09 --------------------------------------------------------------------------------------------------------


def test_a_measure_approved_before_is_imposed():
    assert sealed().waits_for("2025-09-06") == "CM-9"


def test_in_an_emergency_approval_is_made_up_within_24_hours_through_the_holiday():
    story = emergency()
    assert f"{story.due('CM-2', '2026-02-21').due_at:%Y-%m-%d %H:%M}" == "2026-02-21 15:40"
    assert not story.ask("CM-2", "2026-02-21 15:40")
    assert story.take("CM-2", "2026-02-21 15:40").waits_for("2026-02-22") == "CM-9"


def test_a_minute_later_it_can_only_be_released():
    story = emergency()
    assert [r.gate for r in story.ask("CM-2", "2026-02-21 15:41")] == ["G-09"]
    assert story.waits_for("2026-02-21 15:41") == "CM-10"
    assert "G-09" in story.gates("CM-7", "2026-02-22", days=10)
    assert "G-09" in story.gates("CM-9", "2026-02-22", "confiscated")
    assert not story.ask("CM-10", "2026-02-22", release_ground="not_approved")


def test_where_the_head_disagrees_it_is_released_at_once():
    story = emergency()
    assert "不予批准的应当立即解除" in sentences(story.ask("CM-2", "2026-02-20 17:00", "refused"))
    story.take("CM-2", "2026-02-20 17:00", "disagreed")
    assert "认为不应当采取" in sentences(story.ask("CM-9", "2026-02-23", "destroyed"))
    assert not story.ask("CM-10", "2026-02-20 17:30", release_ground="not_approved")


def test_a_refused_request_ends_it_before_it_began():
    story = asked().take("CM-2", "2025-09-05 09:00", "refused")
    assert engine.is_over(story.procedure, story.facts)


def test_only_a_head_approves():
    assert "只能由" in sentences(asked().ask("CM-2", "2025-09-05 09:00", by=PAIR))
    assert not asked().ask("CM-2", "2025-09-05 09:00", by=(CHIEF,))


# ---- G-10 --------------------------------------------------------------------------------------------------------


def test_thirty_calendar_days_not_rolled_forward_from_the_holiday():
    end = sealed().due("CM-9")
    assert (end.raw_due, end.legal_due, end.rolled) == (date(2025, 10, 5), date(2025, 10, 5), False)
    assert sealed().due("CM-10").legal_due == date(2025, 10, 5)


def test_the_decision_may_set_a_shorter_term_and_not_a_longer_one():
    assert sealed(term_days=15).due("CM-9").legal_due == date(2025, 9, 20)
    assert approved().gates("CM-6", "2025-09-05 11:00", av=True, term_days=31) == ["G-10"]


def test_another_term_of_the_law_is_data_of_the_basis():
    story = approved(statutory_days=60).take("CM-6", "2025-09-05 11:00", av=True, term_days=60)
    assert story.due("CM-9").legal_due == date(2025, 11, 4)
    local = Story(COERCION_SEIZURE, MARKET)
    found = local.ask("CM-1", "2025-09-05", basis_level="local", statutory_days=60)
    assert "第二十五条第一款" in sentences(found)


def test_one_extension_of_thirty_days_within_the_term():
    story = sealed().take("CM-7", "2025-10-05", days=30, reasons_told=True)
    assert story.due("CM-9").legal_due == story.due("CM-10").legal_due == date(2025, 11, 4)
    assert not story.ask("CM-9", "2025-11-04", "confiscated")


def test_a_second_extension_a_longer_one_and_a_late_one_are_refused():
    story = sealed().take("CM-7", "2025-10-05", days=30)
    assert "G-10" in story.gates("CM-7", "2025-11-01", days=10)
    assert sealed().gates("CM-7", "2025-10-05", days=31) == ["G-10"]
    assert sealed().gates("CM-7", "2025-10-06", days=30) == ["G-10"]
    released = sealed().take("CM-9", "2025-09-20", "release")
    assert released.gates("CM-7", "2025-09-21", days=30) == ["G-10"]
    for outcome in ("decided", "release"):
        settled_money = frozen().take("CM-9", "2025-09-20", outcome).ask("CM-7", "2025-09-21", days=10)
        assert "第三十三条第一款" in sentences(settled_money) and "解除" in sentences(settled_money)


def test_the_other_door_of_extension_counts_the_same_one():
    story = sealed().take("CM-7", "2025-10-05", days=30)
    assert engine.extension_refusals(story.procedure, story.facts, "CM-9", 10, HEAD, story.facts.taken[-1].at)
    other = sealed()
    other.facts = replace(other.facts, extensions={"CM-9": 30})
    assert other.due("CM-10").legal_due == date(2025, 11, 4)
    assert other.gates("CM-7", "2025-10-20", days=30) == ["G-10"]


def test_after_the_term_nothing_but_release_is_left():
    story = sealed()
    for outcome in ("confiscated", "destroyed"):
        assert story.gates("CM-9", "2025-10-06", outcome) == ["G-10"]
    assert story.waits_for("2025-10-06") == "CM-10"
    assert not story.ask("CM-10", "2025-10-06", release_ground="expired")
    late = story.attempt("CM-10", "2025-10-06", "", None, {"release_ground": "expired"})
    assert engine.is_late(story.procedure, story.facts, late)


def test_testing_is_not_counted_only_where_the_party_was_told_in_writing():
    told, untold = sealed(), sealed()
    span = Interval("testing", date(2025, 9, 10), date(2025, 9, 24))
    told.facts = replace(told.facts, intervals=(span,))
    untold.facts = replace(untold.facts, intervals=(replace(span, told_in_writing=False),))
    assert told.due("CM-9").legal_due == date(2025, 10, 20)
    assert untold.due("CM-9").legal_due == date(2025, 10, 5)
    assert "第二十五条" in "".join(untold.due("CM-9").counted)


def test_testing_never_stops_the_clock_of_a_freezing():
    story = frozen()
    story.facts = replace(story.facts, intervals=(Interval("testing", date(2025, 9, 10), date(2025, 9, 24)),))
    assert story.due("CM-9").legal_due == story.due("CM-10").legal_due == date(2025, 10, 5)


def test_the_day_after_the_term_the_lamp_is_red():
    def lamp(story: Story, at: str) -> Level:
        lines = sheets.timetable(story.procedure, story.facts, moment(at))
        return max(line.lamp.level for line in lines if line.step == "CM-10")

    for story in (sealed(), frozen()):
        assert lamp(story, "2025-10-05 23:00") < Level.RED
        assert lamp(story, "2025-10-06 00:10") is Level.RED


def test_freezing_thirty_days_one_extension_and_the_decision_in_three_working_days():
    story = frozen()
    assert story.due("CM-6-1").legal_due == date(2025, 9, 10)
    assert story.due("CM-9").legal_due == date(2025, 10, 5)
    fourth_day = story.attempt("CM-6-1", "2025-09-11", "", None, {"mode": "SV-1"})
    assert engine.is_late(story.procedure, story.facts, fourth_day)
    assert not story.ask("CM-6-1", "2025-09-11", mode="SV-1")
    assert story.gates("CM-7", "2025-10-06", days=30) == ["G-10"]
    (late,) = story.ask("CM-9", "2025-10-06", "decided")
    assert "不得继续冻结" in late.reason and late.remedy == "请立即作出解除冻结决定，通知金融机构和当事人"
    story.take("CM-7", "2025-10-05", days=30)
    assert story.due("CM-9").legal_due == date(2025, 11, 4)
    assert "G-10" in story.gates("CM-7", "2025-10-20", days=10)


# ---- on the spot -------------------------------------------------------------------------------------------------


def test_two_officers_recording_telling_signing_and_handing_over():
    story = asked().take("CM-2", "2025-09-05 09:00")
    assert story.gates("CM-3", "2025-09-05 10:00", by=(OFFICER_A,), av=True) == ["G-01"]
    assert story.gates("CM-3", "2025-09-05 10:00") == ["G-17"]
    story.take("CM-3", "2025-09-05 10:00", av=True)
    assert "没有当场告知" in sentences(story.ask("CM-4", "2025-09-05 10:05", av=True, rights_told=False))
    story.take("CM-4", "2025-09-05 10:05", av=True)
    assert "没有签名" in sentences(story.ask("CM-5", "2025-09-05 10:10", av=True, signed=False))
    story.take("CM-5", "2025-09-05 10:10", av=True)
    assert "第二十四条" in sentences(story.ask("CM-6", "2025-09-05 11:00", av=True, delivered=False))


def test_disposal_ends_it_and_a_decision_to_release_waits_for_the_release():
    assert engine.is_over(COERCION_SEIZURE, sealed().take("CM-9", "2025-09-20", "confiscated").facts)
    story = sealed().take("CM-9", "2025-10-06", "release")
    assert story.waits_for("2025-10-06") == "CM-10"
    story.take("CM-10", "2025-10-06", release_ground="expired")
    assert engine.is_over(story.procedure, story.facts)
