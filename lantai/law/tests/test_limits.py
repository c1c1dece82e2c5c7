"""追究时效, monitoring and surcharge where the steps before and after matter; the gates themselves are in the rows."""

from datetime import date, datetime

from lantai.law import sheets
from lantai.law.lamps import Level
from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.law.tests.stories import filed, ready, sentences


def test_monitoring_records_are_reviewed_before_the_report():
    story = filed().flag(monitoring=True).take("PG-4", "2025-07-10")
    assert "电子技术监控记录审核" in sentences(story.ask("PG-8", "2025-07-21"))
    story.take("PG-24", "2025-07-11", "failed").take("PG-8", "2025-07-21")


def fined(fine=8000):
    return ready(fine=fine).take("PG-14", "2025-08-20", fine=fine).take("PG-15", "2025-08-21", mode="SV-1")


def test_the_refusal_of_a_surcharge_reckons_it():
    assert "已达罚款数额上限" in sentences(fined().ask("PG-19", "2026-03-01", through="2026-03-01", amount=8001))


def paying(story, on):
    lines = sheets.timetable(PENALTY_ORDINARY, story.facts, datetime.fromisoformat(f"{on}T10:00"))
    return next(line for line in lines if line.step == "PG-17")


def test_a_fine_that_was_deferred_is_not_overdue_before_the_deferral_ends():
    story = fined().take("PG-18", "2025-08-25", "deferred", until="2025-12-31")
    line = paying(story, "2025-10-09")
    assert (line.due.legal_due, line.lamp.level, line.due.counted[1].count("第六十六条第二款")) == (
        date(2025, 12, 31),
        0,
        1,
    )
    assert paying(story, "2026-01-04").lamp.level is Level.BLUE  # the party is late, not the agency
    story.take("PG-18", "2025-10-10", "refused")
    assert paying(story, "2025-10-13").due.legal_due == date(2025, 12, 31)


def test_instalments_end_with_the_last_and_never_shorten_the_fifteen_days():
    plan = [{"due_on": "2025-10-09", "amount": "4000"}, {"due_on": "2025-11-01", "amount": "4000"}]
    story = fined().take("PG-18", "2025-08-25", "instalments", plan=plan)
    assert paying(story, "2025-10-09").due.legal_due == date(2025, 11, 3)  # the first is a Saturday
    assert "缴纳期限尚未届满" in sentences(story.ask("PG-19", "2025-11-03", amount="240"))
    early = fined().take("PG-18", "2025-08-25", "deferred", until="2025-08-29")
    assert paying(early, "2025-08-27").due.legal_due == date(2025, 9, 5)
