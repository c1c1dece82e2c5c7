"""One rehearsal: the world is built, the story is played, the questions are asked, and nothing of it remains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.http import Http404

from lantai.cases import queries as cases
from lantai.cases.models import Case
from lantai.law import engine, released, sheets
from lantai.law.facts import CaseFacts
from lantai.law.people import Actor
from lantai.law.periods import BEIJING
from lantai.ledger import clock
from lantai.powers.commands.figures import set_local_figure
from lantai.rehearsal import asking, enforcing, inspecting, licensing, querying, world
from lantai.rehearsal.asking import Answer
from lantai.rehearsal.playing import PUBLISHED_AFTER, Player, procedure_of
from lantai.rehearsal.reading import CODES, Question, Row, Story, instant
from lantai.rehearsal.saying import Said
from lantai.rehearsal.understanding import misunderstood
from lantai.rehearsal.world import World


@dataclass
class Report:
    """What was allowed and refused, what was answered, which terms ran at the end."""

    story: Story
    said: list[Said] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    terms: list[dict[str, Any]] = field(default_factory=list)
    fault: str = ""
    not_built: bool = False

    @property
    def ok(self) -> bool:
        return not self.fault and all(s.ok for s in self.said) and all(a.ok for a in self.answers)

    @property
    def unnamed(self) -> int:
        """How many refusals were met by whatever article, because the story names none."""
        return sum(s.is_unnamed for s in self.said)

    @property
    def policies(self) -> int:
        """How many expectations rest on a configurable choice and not on a statute."""
        return sum(1 for s in self.said if s.row.is_policy) + sum(
            1 for a in self.answers if a.question.modifiers.get("policy")
        )


class _Over(Exception):
    pass


def rehearse(story: Story) -> Report:
    """Play one story on the present (scratch) database and roll everything back."""
    report = Report(story)
    if story.procedure != "calendar" and not released.is_released(
        PUBLISHED_AFTER.get(story.procedure, story.procedure)
    ):
        report.not_built = story.procedure in CODES
        report.fault = f"程序 {story.procedure} 尚未施行" if report.not_built else f"没有程序 {story.procedure}"
        return report
    try:
        with transaction.atomic():
            _play(story, report)
            raise _Over
    except _Over:
        pass
    return report


def _play(story: Story, report: Report) -> None:
    if story.procedure == "calendar":
        now = datetime.now(BEIJING)
        report.answers = [asking.answer(q, None, None, now) for q in story.questions]
        return
    story = enforcing.understood(licensing.understood(story, procedure_of(story)), procedure_of(story))
    if wrong := misunderstood(story, procedure_of(story)):
        report.fault = "；".join(wrong)
        return
    began = world.build(story.agency, _first_day(story) - timedelta(days=30))
    _adopt(began, story)
    inspecting.publish(began, story)
    apart = {id(row): _apart(began, story, row) for row in story.timeline if row.is_try and _needs_copy(row)}
    player = Player(began, story)
    for place, row in enumerate(story.timeline):
        later = story.timeline[place + 1 :]
        if id(row) in apart:
            report.said.append(apart[id(row)])
        elif row.is_try:
            with player.copy():
                report.said.append(player.play(row, later))
        else:
            said = player.play(row, later)
            report.said.append(said)
            if said.allowed and row.effect:
                said.faults += effects(player, row, row.day)
    _ask(player, story, report)


def _first_day(story: Story) -> date:
    days = [row.day for row in story.timeline]
    return min([*days, *inspecting.visits(story)], default=date(2025, 6, 1))


def _needs_copy(row: Row) -> bool:
    return bool(row.without or row.also or row.under)


def _apart(began: World, story: Story, row: Row) -> Said:
    """A try with rows taken out, put in or facts replaced: the story up to it is played anew on a copy."""
    place = story.timeline.index(row)
    before = [r for r in story.timeline[:place] if not r.is_try and not any(r.matches(w) for w in row.without)]
    before = sorted([*before, *row.also], key=lambda r: instant(r.at))
    told = _under(story, row.under)
    player = Player(began, told)
    said: Said | None = None
    with player.copy():
        _adopt(began, told)
        inspecting.publish(began, told)
        played = [player.play(one, (*before[n + 1 :], row)) for n, one in enumerate(before)]
        said = player.play(replace(row, under={}), story.timeline[place + 1 :])
    assert said is not None
    said.faults += [f"副本里{one.row.label}：{'；'.join(one.faults)}" for one in played if one.faults]
    return said


def _under(story: Story, under: Any) -> Story:
    facts = {k: v for k, v in under.items() if k not in ("facts", "party", "policy")}
    return replace(
        story,
        facts={**story.facts, **facts, **(under.get("facts") or {})},
        party={**story.party, **(under.get("party") or {})},
        policy={**story.policy, **(under.get("policy") or {})},
    )


def _adopt(began: World, story: Story) -> None:
    """The switches that differ from the shipped default, as figures of the agency."""
    if not story.policy:
        return
    with clock.at(datetime.combine(began.began_on, datetime.min.time(), BEIJING) + timedelta(hours=10)):
        for key, value in story.policy.items():
            set_local_figure(
                actor=began.actor("justice_bureau_same_level", began.began_on),
                agency=began.agency,
                name=key,
                value=value,
                source="演练设定",
                from_on=began.began_on,
            )


def _ask(player: Player, story: Story, report: Report) -> None:
    now = max([player.at or instant(_first_day(story)), *(instant(r.at) for r in story.timeline if not r.is_try)])
    if player.case is None:
        report.answers = [asking.answer(q, None, None, now) for q in story.questions]
        return
    with clock.at(now):
        facts = cases.facts_of(Case.objects.get(pk=player.case.pk))
        viewer = player.world.actor("handler", now.date())
        report.answers = [_answered(q, player, viewer, facts, now) for q in story.questions]
        report.terms = [
            {"step": line.step, "label": line.label, "legal_due": line.due.legal_due, "done_on": line.done_on}
            for line in sheets.timetable(player.procedure, facts, now)
        ]


def _answered(question: Question, player: Player, viewer: Actor, facts: CaseFacts, now: datetime) -> Answer:
    """From the registers where they know, else from the rules and the facts."""
    if not querying.is_ours(question):
        return asking.answer(question, player.procedure, facts, now)
    case = Case.objects.get(pk=player.case.pk) if player.case else None
    if case is None:
        return Answer(question, {}, ("没有案件，无法回答",))
    try:
        found = querying.answer(question, case, viewer, querying.when(question, now))
    except Http404:
        return Answer(question, {}, ("本案还没有决定书，无法回答",))
    return asking.compared(question, found)


def effects(player: Player, row: Row, on: date) -> list[str]:
    """What must follow from an allowed row and does not."""
    faults = []
    facts = player._facts()
    for word, wanted in row.effect.items():
        if word == "term" and isinstance(wanted, Mapping):
            for step, day in wanted.items():
                end = engine.due_of(player.procedure, facts, str(step), on)
                if end is None or end.legal_due != day:
                    faults.append(f"{step} 的期限应为{day}，实为{end.legal_due if end else '没有'}")
        elif word in ("card", "task"):
            faults += asking.answer(Question(word, wanted, {}, {}), player.procedure, facts, instant(on, 23)).faults
        elif word == "penalty_case" and isinstance(wanted, Mapping):
            faults += inspecting.handed_over(player.opened, wanted)
        else:
            faults.append(f"本平台还不会核对后果“{word}”")
    return faults
