"""Stories with dates and the real procedures agree; a story that is wrong fails; nothing of it remains."""

from pathlib import Path
from typing import Any

import pytest

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
