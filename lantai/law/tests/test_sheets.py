"""The timetable, the checklist, the step bar and the obligations say of a case what its procedure says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lantai.law import sheets
from lantai.law.facts import CaseFacts, Recording
from lantai.law.lamps import Level
from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.law.tests.stories import filed, moment, notified, preservation, ready, summary


def lines(story, at):
    return {line.step: line for line in sheets.timetable(story.procedure, story.facts, moment(at))}


def rows(story, at):
    return sheets.obligations(story.procedure, story.facts, moment(at))


def bar(story, at):
    return [(c["label"], c["state"]) for c in sheets.step_bar(story.procedure, story.facts, moment(at))]


def test_the_ninety_days_stand_in_the_timetable_with_what_is_left():
    found = lines(filed(), "2025-09-29")["PG-14"]
    assert (found.started_on, found.due.legal_due) == (date(2025, 7, 3), date(2025, 10, 9))
    assert (found.left, found.unit, found.done_on) == (10, "日", None)
    assert found.lamp.level is Level.BLUE
    assert found.term == "90日（《行政处罚法》第六十条）"


def test_a_term_in_working_days_says_working_days_and_turns_red_when_past():
    story = ready(fine=8000).take("PG-14", "2025-10-09", "penalty", fine=8000)
    assert (lines(story, "2025-10-13")["PG-15"].left, lines(story, "2025-10-13")["PG-15"].unit) == (4, "个工作日")
    late = lines(story, "2025-10-20")["PG-15"]
    assert late.left == -1
    assert late.lamp.level is Level.RED


def test_a_step_that_was_taken_keeps_its_day_and_shows_no_lamp():
    found = lines(filed(), "2025-12-01")["PG-2"]
    assert (found.done_on, found.late, found.left, found.lamp.level) == (date(2025, 7, 2), False, None, Level.OFF)


def test_a_step_taken_after_its_term_is_kept_as_late():
    story = ready(fine=8000).take("PG-14", "2025-10-09", "penalty", fine=8000).put("PG-15", "2025-10-20", mode="SV-1")
    assert lines(story, "2025-10-21")["PG-15"].late


def test_a_term_that_binds_nobody_is_left_out():
    story = notified(fine=200_000, penalty_kinds=["fine"], hearing_right=True)
    assert "H-2" not in lines(story, "2025-08-05")  # the party may ask; nobody must
    assert "PG-25" not in lines(story, "2025-08-05")


def test_a_term_under_way_of_a_step_that_need_not_be_taken_runs_until_the_case_is_ended():
    asked = filed().take("PG-25", "2025-07-10", "sent", to_agency="某局", matter="协查")
    assert lines(asked, "2025-07-11")["PG-25"].due.legal_due == date(2025, 7, 31)
    asked.take("PG-7", "2025-07-12", "terminated", ground="other", reason="法人终止")
    assert "PG-25" not in lines(asked, "2025-07-13")


def test_a_suspension_makes_the_end_unknown_and_the_lamp_silent():
    found = lines(filed().pause("suspension", "2025-08-01"), "2025-12-01")["PG-14"]
    assert found.left is None
    assert found.lamp.rule == "standing"


def test_hours_are_counted_as_hours_and_working_days_of_a_measure_as_such():
    story = (
        preservation()
        .put("PG-5-1", "2025-07-04")
        .put("PG-5-2", "2025-07-04", "approved")
        .put("PG-5", "2025-07-04", mode="SV-8")
    )
    found = lines(story, "2025-07-07")["PG-5-3"]
    assert found.due.legal_due == date(2025, 7, 15)
    assert (found.left, found.unit) == (6, "个工作日")


def test_the_checklist_owes_what_belongs_to_steps_taken():
    story = filed()
    story.facts = replace(story.facts, documents=frozenset({"filing_approval"}))
    lines = sheets.checklist(story.procedure, story.facts)
    found = {(line.step, line.what): line for line in lines}
    assert len(found) == len(lines), "a paper is listed once"
    assert found["PG-3", "立案审批表"].present
    source = found["PG-1", "案件来源登记表"]
    assert source.owed and not source.present and source.kind == "document"
    decision = [line for line in found.values() if line.step == "PG-14"]
    assert decision and not any(line.owed for line in decision)


def test_a_document_of_an_outcome_is_owed_for_every_taking():
    story = filed().take("PG-4", "2025-07-10", "site").take("PG-4", "2025-07-11", "interview")
    whats = [line.what for line in sheets.checklist(story.procedure, story.facts) if line.step == "PG-4" and line.owed]
    assert {"现场笔录", "询问笔录", "执法证件出示记录"} <= set(whats)
    assert len(whats) == len(set(whats))


def test_leaving_service_owes_a_recording_and_personal_service_does_not():
    story = notified(fine=8000)
    assert not [line for line in sheets.checklist(story.procedure, story.facts) if line.kind == "av" and line.owed]
    left = filed().put("PG-10", "2025-08-04", mode="SV-2")
    (found,) = [line for line in sheets.checklist(left.procedure, left.facts) if line.kind == "av" and line.owed]
    assert "留置送达" in found.what and not found.present
    left.facts = replace(left.facts, recordings=(Recording("PG-10", moment("2025-08-04")),))
    (found,) = [line for line in sheets.checklist(left.procedure, left.facts) if line.kind == "av" and line.owed]
    assert found.present


def test_the_step_bar_has_one_cell_that_is_now():
    assert bar(filed(), "2025-07-04") == [
        ("立案", "done"),
        ("调查", "now"),
        ("审核", "later"),
        ("告知听证", "later"),
        ("决定", "later"),
        ("送达公示", "later"),
        ("执行", "later"),
        ("结案归档", "later"),
    ]
    for at in ("2025-07-04", "2025-12-01"):
        assert [state for _, state in bar(filed(), at)].count("now") == 1


def test_what_was_passed_over_is_skipped():
    assert bar(filed().take("PG-7", "2025-07-10", "terminated", ground="other", reason="法人终止"), "2025-07-11") == [
        ("立案", "done"),
        ("调查", "skipped"),
        ("审核", "skipped"),
        ("告知听证", "skipped"),
        ("决定", "skipped"),
        ("送达公示", "skipped"),
        ("执行", "skipped"),
        ("结案归档", "now"),
    ]


def test_the_cell_of_now_names_the_step_and_a_finished_one_its_day():
    cells = sheets.step_bar(PENALTY_ORDINARY, filed().facts, moment("2025-07-04"))
    assert cells[0] == {"label": "立案", "note": "7月3日", "state": "done"}
    assert cells[1] == {"label": "调查", "note": "调查取证", "state": "now"}


def test_after_the_decision_the_bar_stands_at_service():
    story = ready(fine=8000).take("PG-14", "2025-10-09", "penalty", fine=8000)
    assert ("决定", "done") in bar(story, "2025-10-10")
    assert ("送达公示", "now") in bar(story, "2025-10-10")


def test_the_panel_names_who_by_when_and_by_which_article():
    found = {row["step"]: row for row in rows(filed(), "2025-07-04")}
    assert found["PG-3"]["state"] == "ok"
    assert found["PG-3"]["who"] == "人员6"
    waiting = found["PG-4"]
    assert (waiting["state"], waiting["who"]) == ("waiting", "执法人员")
    assert "《行政处罚法》第五十四条" in waiting["why"]


def test_what_a_gate_asks_for_stands_in_the_panel_before_its_time():
    found = {row["step"]: row for row in rows(filed(), "2025-07-04")}
    assert found["PG-10"]["state"] == "later"
    assert found["PG-10"]["gate"] == "G-04"


def test_an_overdue_step_is_marked():
    story = ready(fine=8000).take("PG-14", "2025-10-09", "penalty", fine=8000)
    found = {row["step"]: row for row in rows(story, "2025-10-20")}
    assert (found["PG-15"]["state"], found["PG-15"]["word"]) == ("bad", "已逾期")


def test_an_obligation_is_asked_once():
    story = ready(fine=8000).take("PG-14", "2025-10-09", "penalty", fine=8000)
    labels = [row["label"] for row in rows(story, "2025-10-10") if row["state"] != "ok"]
    assert "送达决定书" in labels and "公示" in labels
    assert "决定书尚未送达" not in labels


def test_closing_obligations_name_the_unpaid_fine():
    story = ready(fine=8000).take("PG-14", "2025-10-09", "penalty", fine=8000, penalty_kinds=["fine"])
    found = sheets.closing_obligations(story.facts)
    assert {o.code for o in found} >= {"unpaid", "unserved", "unpublished"}
    assert any("8,000元" in o.label for o in found)
    with pytest.raises(KeyError):
        sheets.closing_obligations(CaseFacts("no.such"))


def test_every_row_can_be_drawn_by_the_component():
    for story in (filed(), summary(), preservation(), notified(fine=8000)):
        for row in rows(story, "2025-09-01"):
            assert row["state"] in ("ok", "waiting", "bad", "later")
            assert row["label"] and row["why"]
        for cell in sheets.step_bar(story.procedure, story.facts, moment("2025-09-01")):
            assert cell["state"] in ("done", "now", "later", "skipped")
