"""Stories with dates and the real procedures agree; a story that is wrong fails; nothing of it remains."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from lantai.cases.models import Case
from lantai.rehearsal.management.commands.rehearse import STORIES
from lantai.rehearsal.reading import Unreadable, read, read_file
from lantai.rehearsal.rehearsing import Report, rehearse

OWN = sorted(STORIES.glob("*.yaml"))


def faults(report: Report) -> list[Any]:
    found = [report.fault] if report.fault else []
    return found + [(s.row.label, s.faults) for s in report.said if s.faults] + [a for a in report.answers if a.faults]


@pytest.mark.django_db
@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_the_rules_agree_with_every_story_and_nothing_remains(path: Path) -> None:
    assert faults(rehearse(read_file(path))) == []
    assert not Case.objects.exists()


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_every_refusal_of_our_stories_is_named(path: Path) -> None:
    """By gate, article, words or field; else any other rule would meet it."""
    rows = [row for one in read_file(path).timeline for row in (one, *one.also)]
    assert [row.label for row in rows if not row.is_named] == []


@pytest.mark.shared
@pytest.mark.django_db
def test_the_shared_stories_agree_or_their_procedure_is_not_built(shared: Path) -> None:
    reports = [rehearse(read_file(path)) for path in sorted((shared / "scenarios").glob("*.yaml"))]
    assert [faults(r) for r in reports if not r.not_built and not r.ok] == []
    assert any(r.ok for r in reports)


@pytest.mark.django_db
def test_a_story_with_a_wrong_expectation_fails() -> None:
    row = {"at": "2025-06-12", "step": "PG-1", "expect": "refuse"}
    assert not rehearse(read({"procedure": "penalty.ordinary", "timeline": [row]}, "错")).ok
    assert not rehearse(
        read({"procedure": "calendar", "ask": [{"is_working_day": "2025-10-11", "answer": False}]}, "错")
    ).ok


PENALTY = {"procedure": "penalty.ordinary"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([{"at": "2025-06-12", "step": "PG-1", "with": {"colour": "red"}}], "这里不会用到载明事项“colour”"),
        ([{"at": "2025-06-12", "step": "CM-6"}], "没有环节 CM-6"),
        ([{"at": "2025-06-12", "step": "PG-3", "outcome": "maybe"}], "没有结果“maybe”"),
        ([{"at": "2025-06-12", "step": "PG-9", "with": {"opinion": "yes"}}], "没有结果“yes”"),
        ([{"at": "2025-06-12", "event": "rain"}], "没有事件“rain”"),
        ([{"at": "2025-06-12", "event": "waiver", "with": {"loud": True}}], "载明事项“loud”"),
        ([{"at": "2025-06-12", "step": "PG-3", "expect": "refuse", "gates": ["G-99"]}], "没有关口 G-99"),
        ([{"at": "2025-06-12", "extend": "PG-14", "with": {"weeks": 3}}], "载明事项“weeks”"),
        ([{"at": "2025-06-12", "step": "publish", "with": {"colour": "red"}}], "载明事项“colour”"),
    ],
)
def test_what_nobody_would_hear_is_an_error_with_a_sentence(rows: list[Any], sentence: str) -> None:
    report = rehearse(read({**PENALTY, "timeline": rows}, "错"))
    assert sentence in report.fault and not report.ok and not report.said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("expected", "is_met"),
    [
        ({"gates": ["G-01"]}, True),
        ({"gates": ["G-02"]}, False),
        ({"articles": ["《行政处罚法》第四十二条"]}, True),
        ({"articles": ["《行政处罚法》第五十八条"]}, False),
        ({"reason": "执法证"}, True),
        ({"reason": "听证"}, False),
        ({"field": "place"}, False),
        ({}, True),
    ],
)
def test_a_refusal_is_met_only_by_the_rule_that_the_story_names(expected: dict[str, Any], is_met: bool) -> None:
    timeline = [
        {"at": "2026-03-02", "step": "PG-1"},
        {"at": "2026-03-04", "step": "PG-3"},
        {"at": "2026-03-05", "step": "PG-4", "by": ["officer", "officer_expired"], "expect": "refuse", **expected},
    ]
    report = rehearse(read({**PENALTY, "timeline": timeline}, "拦截"))
    assert report.ok is is_met and report.unnamed == (0 if expected else 1)


@pytest.mark.django_db
def test_a_slip_in_what_is_stated_is_no_refusal_of_the_law() -> None:
    row = {"at": "2025-06-12", "step": "PG-1", "with": {"received_on": "明天"}, "expect": "refuse"}
    assert not rehearse(read({**PENALTY, "timeline": [row]}, "误填")).ok
    assert rehearse(read({**PENALTY, "timeline": [{**row, "field": "received_on"}]}, "误填")).ok


PUBLISHED = """
procedure: penalty.ordinary
timeline:
  - {at: 2026-03-16, step: PG-10, with: {fine: 8000}}
  - {at: 2026-03-31, step: PG-14, with: {fine: 8000}}
  - {at: 2026-04-01, step: PG-15, with: {mode: SV-1}}
  - {at: 2026-04-02, step: publish}
ask:
"""
ANSWERED = (
    ("{window: PG-11, opens: 2026-03-17, closes: 2026-03-23}", True),
    ("{window: PG-11, opens: 2026-03-16, closes: 2026-03-23}", False),
    ("{publication: true}", True),
    ("{publication: local_full_text, publish: true}", False),
    ("{term: publish, legal_due: 2026-04-10}", True),
    (
        "{public_item: published, published_on: 2026-04-02, shows: 衡阳演示商贸有限公司, hides: 陈某, in_time: true}",
        True,
    ),
    ("{public_item: published, shows: 陈某}", False),
    ("{public_item: published, hides: 衡阳演示商贸有限公司}", False),
    ("{public_item: published, on: 2026-04-01}", False),
    ("{text_contains: [复议, 诉讼], in: penalty_decision}", True),
    ("{text_contains: 吊销, in: PG-14}", False),
    ("{count: drafts, is: 1}", True),
    ("{count: services, is: 2}", True),
    ("{count: penalty_decision, is: 2}", False),
    ("{annual_report: 2026, fine: 1, total: 1, amount: 8000}", True),
    ("{annual_report: 2026, warning: 1}", False),
    ("{annual_report: 2025, total: 0}", True),
    ("{counted_in_annual_report: 2026, column: fine}", True),
    ("{counted_in_annual_report: false}", False),
)


@pytest.mark.django_db
def test_the_registers_answer_for_real() -> None:
    story = yaml.safe_load(PUBLISHED + "".join(f"  - {question}\n" for question, _ in ANSWERED))
    report = rehearse(read(story, "公示"))
    assert [(s.row.label, s.faults) for s in report.said if s.faults] == []
    wrong = [(q, a.faults) for (q, is_met), a in zip(ANSWERED, report.answers, strict=True) if a.ok is not is_met]
    assert wrong == []


@pytest.mark.django_db
def test_a_procedure_that_nobody_knows_is_a_fault_and_not_one_to_be_built() -> None:
    report = rehearse(read({"procedure": "penalty.ordinaray"}, "脚本"))
    assert (report.ok, report.not_built) == (False, False)
    assert "penalty.ordinaray" in report.fault


def test_a_day_that_does_not_exist_is_said(tmp_path: Path) -> None:
    story = tmp_path / "脚本.yaml"
    story.write_text("procedure: calendar\ntimeline:\n  - {at: 2026-13-02, step: PG-1}\n", encoding="utf-8")
    with pytest.raises(Unreadable, match="不是可以读取的 YAML 文件"):
        read_file(story)


@pytest.mark.parametrize(
    "given",
    [
        [],
        {"title": "没有程序"},
        {"procedure": "calendar", "colour": 1},
        {"procedure": "penalty.ordinary", "timeline": [{"step": "PG-1"}]},
        {"procedure": "penalty.ordinary", "timeline": [{"at": "2025-06-12", "step": "PG-1", "expect": "maybe"}]},
        {"procedure": "calendar", "ask": [{"is_working_day": "某日", "answer": True}]},
        {"procedure": "calendar", "ask": [{"weather": "好"}]},
    ],
)
def test_a_malformed_story_is_refused_with_a_sentence(given: Any) -> None:
    with pytest.raises(Unreadable, match=r"[一-龥]"):
        read(given, "脚本")
