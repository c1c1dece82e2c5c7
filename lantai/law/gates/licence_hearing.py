"""行政许可听证的关口: announced or told, seven days before, another chair, in public, before the decision (ALL 46 to 48)."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law import licences
from lantai.law.calendar import CALENDAR, UnknownYear
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.gates.hearing import told_too_late
from lantai.law.periods import local_day, written
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.service_days import day_of, effective_day
from lantai.law.statutes_in_force import ALL


def hearing_form(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A hearing by office is announced to society; one of the parties' right is told to them (ALL 46, 47)."""
    if attempt.outcome in ("", "right") and licences.hearing_by_office(facts):
        yield Refusal(
            "",
            (ALL[46],),
            "依法应当听证的事项，应当向社会公告并举行听证",
            "请选择“依职权公告举行听证”",
            field="outcome",
        )


def hearing_notice(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Time and place are told seven working days before, strictly counted as in penalties (ALL 48(1), 82)."""
    return told_too_late(facts, attempt, (ALL[48, 1, 1], ALL[82]))


def chair(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The hearing is chaired by somebody who does not examine the application (ALL 48(3))."""
    known = licences.examiners(facts)
    stated = attempt.stated.get("chair")
    calling = attempt.step == "LI-5-3"
    chairs = {stated} if stated is not None else set() if calling else {a.person_id for a in attempt.actors[:1]}
    for person in chairs:
        if person in known:
            yield Refusal(
                "",
                (ALL[48, 1, 3],),
                f"{known[person]}审查了本申请，不得主持听证",
                "请指定审查该申请的工作人员以外的人员主持",
                field="chair",
            )
        elif person in facts.recused:
            yield Refusal("G-02", (ALL[48, 1, 3],), "听证主持人已被决定回避", "请指定其他人员主持", field="chair")


def hearing_conduct(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """In public, on the day told, free of charge, with confirmed minutes (ALL 47 ¶2, 48)."""
    called = facts.last("LI-5-3")
    wanted = day_of(called.stated.get("hearing_on")) if called else None
    held = day_of(attempt.stated.get("held_on")) or local_day(attempt.at)
    if wanted is not None and held < wanted:
        yield Refusal(
            "",
            (ALL[48, 1, 1],),
            f"听证通知载明的日期为{written(wanted)}，不得提前举行",
            "请按通知的日期举行",
            field="held_on",
        )
    wrong = {
        "public": (ALL[48, 1, 2], "听证没有公开举行", "请公开举行"),
        "free_of_charge": (ALL[47, 2], "要求申请人、利害关系人承担听证费用", "听证费用由行政机关承担，请退还"),
        "minutes": (ALL[48, 1, 5], "听证笔录没有交参加人确认并签字或者盖章", "请交参加人确认无误后签字或者盖章"),
    }
    for word, (basis, reason, remedy) in wrong.items():
        if attempt.stated.get(word) is False:
            yield Refusal("", (basis,), reason, remedy, field=word)


def heard_before_decided(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """No decision while a hearing may still be asked for; after one, by its minutes (ALL 47, 48 ¶2)."""
    if attempt.outcome == "renewed_by_silence":
        return
    if licences.hearing_owed(facts) and facts.last("LI-5-1") is None:
        yield Refusal("", (ALL[46], ALL[47, 1]), "没有告知听证权利，也没有公告听证", "请先告知听证权利或者公告举行听证")
    told, asked = facts.last("LI-5-1"), facts.last("LI-5-2")
    if licences.hearing_by_office(facts) and told is not None and told.outcome != "announced":
        yield Refusal("", (ALL[46],), "依法应当听证的事项，没有向社会公告并举行听证", "请公告并举行听证")
    yield from _reached(facts, attempt)
    if told is not None and told.outcome in ("", "right") and asked is None and not licences.hearing_due(facts):
        served = effective_day(facts, told)  # none while a letter has not come back: nobody is told yet
        try:
            last = CALENDAR.add_working_days(served, 5) if served else None
        except UnknownYear:
            last = None
        if last is None or local_day(attempt.at) <= last:
            until = f"至{written(last)}" if last else ""
            yield Refusal("", (ALL[47, 1],), f"申请人、利害关系人要求听证的期限{until}尚未届满", "请待期满后再作出决定")
    if licences.was_heard(facts) and attempt.stated.get("by_minutes") is False:
        yield Refusal(
            "", (ALL[48, 2],), "没有根据听证笔录作出决定", "请根据听证笔录作出行政许可决定", field="by_minutes"
        )


def _reached(facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """He who is said to have no opinion has been told: silence counts only of one who was reached (ALL 36)."""
    heard, told = facts.last("LI-4-1"), facts.last("LI-4")
    if not licences.concerns_others(facts) or heard is None or heard.outcome != "none" or told is None:
        return
    reached = effective_day(facts, told)
    if reached is None or reached > local_day(attempt.at):
        yield Refusal("", (ALL[36],), "告知书尚未送达利害关系人", "请在送达后听取意见，再作出决定")


GATES = (
    Gate("licence_hearing_form", "依职权听证应当公告", (ALL[46],), hearing_form, Asks.STATEMENT),
    Gate("licence_hearing_notice", "听证七日前通知", (ALL[48, 1, 1],), hearing_notice, Asks.STATEMENT),
    Gate("licence_chair", "主持人不审查本申请", (ALL[48, 1, 3],), chair, Asks.PERSON),
    Gate("licence_hearing_conduct", "听证的举行", (ALL[48],), hearing_conduct, Asks.STATEMENT),
    Gate("licence_heard", "听证在决定之前", (ALL[47], ALL[48, 2]), heard_before_decided, speaks_for=("LI-5-1",)),
)
