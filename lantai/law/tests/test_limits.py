"""追究时效, monitoring and surcharge where the steps before and after matter; the gates themselves are in the rows."""

from lantai.law.tests.stories import filed, ready, sentences


def test_monitoring_records_are_reviewed_before_the_report():
    story = filed().flag(monitoring=True).take("PG-4", "2025-07-10")
    assert "电子技术监控记录审核" in sentences(story.ask("PG-8", "2025-07-21"))
    story.take("PG-24", "2025-07-11", "failed").take("PG-8", "2025-07-21")


def fined(fine=8000):
    return ready(fine=fine).take("PG-14", "2025-08-20", fine=fine).take("PG-15", "2025-08-21", mode="SV-1")


def test_the_refusal_of_a_surcharge_reckons_it():
    assert "已达罚款数额上限" in sentences(fined().ask("PG-19", "2026-03-01", through="2026-03-01", amount=8001))
