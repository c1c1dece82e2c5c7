"""Playing a story against the real commands, with the clock set to each day; what a story leaves out is filled in lawfully."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from lantai.cases import queries as cases
from lantai.cases.commands.drafting import save_draft
from lantai.cases.commands.inspecting import hand_over
from lantai.cases.commands.opening import open_case
from lantai.cases.commands.people import recuse
from lantai.cases.commands.steps import end_interval, extend, note_event, start_interval, take_step
from lantai.cases.models import Case, CaseInterval, Draft
from lantai.law import act_review, engine, released, statements
from lantai.law import review as rules
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.people import Actor
from lantai.law.periods import TESTING, local_day
from lantai.law.procedure import Procedure, Step
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import clock
from lantai.rehearsal import casting
from lantai.rehearsal.enforcing import of_the_decision
from lantai.rehearsal.making_up import to_make_up
from lantai.rehearsal.proposing import PROPOSED, complete, origin, party_of, spoken_for, waiting_outcome, wanted_outcome
from lantai.rehearsal.proposing import proposal as proposal_of
from lantai.rehearsal.publishing import ACTS, act
from lantai.rehearsal.reading import OF_THE_WORLD, Row, Story, instant
from lantai.rehearsal.saying import Said, judged
from lantai.rehearsal.understanding import OUTCOME_WORDS, RECUSED
from lantai.rehearsal.wording import lawful
from lantai.rehearsal.world import World
from lantai.review import commands as review

PUBLISHED_AFTER = {"disclosure": "penalty.ordinary"}
MINUTE = timedelta(minutes=1)
ROOM = timedelta(minutes=30)  # between two rows of one day: what lies between them is filled in
WEEKS = timedelta(days=25)  # less than the people of the story are in post before it begins
PATIENCE = 200  # days for which a filled-in step may be put off


class _Undo(Exception):
    """Ends a copy: everything played in it is rolled back."""


def procedure_of(story: Story) -> Procedure:
    """The procedure of a story as it is in force when it begins. The life of a published item begins with a penalty."""
    first = min((row.day for row in story.timeline), default=clock.today())
    return released.by_code(PUBLISHED_AFTER.get(story.procedure, story.procedure), first)


class Player:
    """Plays rows on one case. ``case`` is None until the first step."""

    def __init__(self, world: World, story: Story, parent: Case | None = None) -> None:
        self.world = world
        self.story = story
        self.parent = parent
        self.case: Case | None = None
        self.opened: Case | None = None  # the case to which this one was handed over
        self.at: datetime | None = None
        self.filled: list[str] = []
        world.enlist(story.cast)
        self.procedure: Procedure = procedure_of(story)

    # ---- rows -------------------------------------------------------------------------------------------

    def play(self, row: Row, later: Sequence[Row] = ()) -> Said:
        """One row; nothing of it remains where it is refused."""
        self.filled = []
        kept = (self.case, self.at)
        try:
            with transaction.atomic():
                self._do(row, later)
            said = Said(row, True)
        except Refused as refused:
            said = Said(
                row,
                False,
                tuple(dict.fromkeys(r.gate for r in refused.refusals if r.gate)),
                tuple(str(r) for r in refused.refusals),
                tuple(dict.fromkeys(str(b) for r in refused.refusals for b in r.basis)),
            )
        except Malformed as fault:
            said = Said(row, False, (), (fault.sentence,), (), fault.field or "?")
        except Conflict as fault:
            said = Said(row, False, (), (fault.sentence,), (), "seen")
        if not said.allowed:
            self.case, self.at = kept
        said.filled = tuple(self.filled)
        return judged(said)

    def _do(self, row: Row, later: Sequence[Row]) -> None:
        at = self._moment(row)
        if row.event == RECUSED:
            self._recuse(row, at)
        elif row.event:
            self._fill_to_event(row, at)
            with clock.at(at):
                stated = lawful(statements.event_words(row.event), row.said, at, self._ids())
                note_event(
                    actor=self._actor(("officer",), at)[0], case=self._open_case(), kind=row.event, stated=stated
                )
        elif row.testing is not None:
            self._testing(row, at)
        elif row.extend:
            with clock.at(at):
                extend(
                    actor=self._actor(row.by or ("head",), at)[0],
                    case=self._open_case(),
                    step=row.extend,
                    amount=int(row.said.get("days", 30)),
                    reason=str(row.said.get("reason") or "案情复杂，需要延长期限"),
                )
        elif row.child is not None:
            self._play_child(row)
        elif row.step in ACTS:
            self._publication(row, at)
        else:
            self._take(row, at, later)
        self.at = at

    def _recuse(self, row: Row, at: datetime) -> None:
        """The head decides that one of the people of the story withdraws."""
        who = str(row.said.get("who") or "")
        if who not in self.world.people:
            raise Malformed("who", f"脚本里没有这个人：{who}")
        self._fill_to_event(row, at)
        with clock.at(at):
            recuse(
                actor=self._actor(row.by or ("head",), at)[0],
                case=self._open_case(),
                person=self.world.people[who],
                reason=str(row.said.get("reason") or "与本案有直接利害关系"),
            )

    def _open_case(self) -> Case:
        if self.case is None:
            raise Malformed("step", "案件还没有登记")
        return Case.objects.get(pk=self.case.pk)

    def _moment(self, row: Row) -> datetime:
        at = instant(row.at)
        if not isinstance(row.at, datetime) and self.at is not None and at <= self.at and at.date() == self.at.date():
            at = self.at + ROOM
        return at

    def _testing(self, row: Row, at: datetime) -> None:
        given = row.testing or {}
        until = given.get("until")
        with clock.at(at):
            made = start_interval(
                actor=self._actor(("officer",), at)[0],
                case=self._open_case(),
                kind=TESTING,
                start=at.date(),
                told_in_writing=bool(given.get("told_in_writing", True)),
            )
        if until:
            with clock.at(instant(until)):
                end_interval(
                    actor=self._actor(("officer",), instant(until))[0],
                    interval=CaseInterval.objects.get(pk=made.pk),
                    end=until,
                )

    def _play_child(self, row: Row) -> None:
        assert row.child is not None
        nested = Player(self.world, replace(row.child, agency=self.story.agency), self._open_case())
        for place, inner in enumerate(row.child.timeline):
            said = nested.play(inner, row.child.timeline[place + 1 :])
            if said.faults:
                raise Malformed("child", f"{inner.label}：{'；'.join(said.faults)}")

    # ---- steps ------------------------------------------------------------------------------------------

    def _publication(self, row: Row, at: datetime) -> None:
        """An act at the publication desk; the case has come to its publication before."""
        step = self.procedure["PG-16"] if "PG-16" in self.procedure else self.procedure["PS-7"]
        if self.case is None:
            self._open(at, {}, target=step)
        self._fill(step, at, {}, Row(row.place, row.at))
        by = tuple(self._actor(row.by, at)) if row.by else ()
        with clock.at(at):
            act(row.step, self._open_case(), row.said, at.date(), lambda w: self.world.actor(w, at.date()), by)

    def _take(self, row: Row, at: datetime, later: Sequence[Row]) -> None:
        step = self.procedure[row.step]
        proposal = proposal_of((row, *later))
        if self.case is None and step.id != self.procedure.steps[0].id:
            self._open(at, {}, target=step)
        if self.case is None:
            self._open(at, row.said, row.by)
            return
        self._fill(step, at, proposal, row)
        if step.code in ("decide", "notify", "review", "discuss"):
            self._propose(at, proposal if not any(w in row.said for w in PROPOSED) else proposal_of((row,)) or proposal)
        self._do_step(step, at, row.said, row.by)

    def _open(
        self, at: datetime, said: Mapping[str, Any], by: tuple[str, ...] = (), target: Step | None = None
    ) -> None:
        first = self.procedure.steps[0]
        begun = at if by or said else self._earliest_opening(at, target)
        actors = self._actor(by or casting.minimum(first), begun)
        words = statements.words_of(self.procedure.code, first.id, "")
        known = self._known(words, {**of_the_decision(self.story, begun), **said})
        stated = lawful(words, known, begun, self._ids())
        with clock.at(begun):
            self.case = open_case(
                actor=actors[0],
                power=self.world.power_for(self.procedure.kind),
                procedure=self.procedure.code,
                title=self.story.title[:200],
                **origin(self.story),
                party=party_of(self.story),
                flags={k: v for k, v in self.story.facts.items() if k not in OF_THE_WORLD},
                stated=stated,
                officers=[a.person_id for a in actors[1:]],
                parent=self.parent,
            )
        self.at = begun
        self.filled.append(f"{begun:%Y-%m-%d} {first.id}")

    def _earliest_opening(self, at: datetime, target: Step | None) -> datetime:
        """A story that begins in the middle has begun some hours before; where a window lies between, weeks before."""
        steps = self.procedure.steps[: self.procedure.index(target.id)] if target is not None else ()
        waits = any(waiting_outcome(s) for s in steps)
        return at - WEEKS if waits else at - timedelta(hours=5)

    def _fill(self, target: Step, until: datetime, proposal: Mapping[str, Any], row: Row) -> None:
        """The owed steps before the target, each at the earliest lawful moment, none after ``until``.

        Steps whose want the story expects to be refused are not made up for it.
        """
        left_out, is_emergency = spoken_for(row, target), bool(row.said.get("emergency"))
        for _ in range(len(self.procedure.steps) * 3):
            facts = self._facts()
            due = to_make_up(self.procedure, facts, until, is_emergency, row.missing)
            if due is None or due.id == target.id or self.procedure.index(due.id) >= self.procedure.index(target.id):
                return
            if due.id in left_out and self._is_the_point(due, target, facts, until, left_out):
                return
            if not self._fill_one(due, until, proposal, target):
                return

    def _is_the_point(
        self, due: Step, target: Step, facts: CaseFacts, until: datetime, left_out: frozenset[str]
    ) -> bool:
        """Whether the want of this step is what the story is about: told of before, or all that is still open."""
        if due.code == "perform" or any(t.step == due.id for t in facts.taken):
            return True
        between = [
            s.step.id
            for s in engine.states(self.procedure, facts, until)
            if s.state in ("open", "blocked", "later")
            and self.procedure.index(s.step.id) < self.procedure.index(target.id)
        ]
        return all(step in left_out for step in between)

    def _fill_one(self, step: Step, until: datetime, proposal: Mapping[str, Any], target: Step) -> bool:
        at = (self.at or until) + MINUTE
        for _ in range(PATIENCE):
            if at >= until:
                return False
            if step.code in ("review", "notify", "decide", "discuss"):
                self._propose(at, proposal)
            outcome = wanted_outcome(step, target) or waiting_outcome(step)
            said = {"outcome": outcome} if outcome else {}
            if step.code in ("notify", "tell_and_hear"):
                said |= {k: v for k, v in complete(dict(proposal)).items() if k in PROPOSED}
            try:
                with transaction.atomic():
                    self._do_step(step, at, said, ())
            except (Refused, Malformed):
                at = instant(local_day(at) + timedelta(days=1), 9)
                continue
            self.at = at
            self.filled.append(f"{at:%Y-%m-%d} {step.id}")
            return True
        return False

    def _fill_to_event(self, row: Row, at: datetime) -> None:
        if self.case is None:
            self._open(at, {})

    def _do_step(self, step: Step, at: datetime, said: Mapping[str, Any], by: tuple[str, ...]) -> None:
        if any(word in said for word in PROPOSED):
            said = complete(dict(said))
        outcome = self._outcome(step, said)
        words = statements.words_of(self.procedure.code, step.id, outcome)
        stated = lawful(words, self._known(words, said), at, self._ids())
        if any(w.code == "av" for w in words) and "av" not in said and "av_reason" not in said:
            stated["av"] = True
        actors = self._actor(by or casting.minimum(step, outcome), at)
        if act_review.is_review(self.procedure.code, step.id):
            self._review(step, at, outcome, actors[0], stated)
            return
        with clock.at(at):
            if step.code == "hand_over":
                power = self.world.power_for("处罚")
                self.opened = hand_over(actor=actors[0], case=self._open_case(), power=power)
                return
            take_step(
                actor=actors[0],
                case=self._open_case(),
                step=step.id,
                outcome=outcome,
                stated=stated,
                with_officers=[a.person_id for a in actors[1:]],
            )

    def _review(self, step: Step, at: datetime, outcome: str, reviewer: Actor, stated: Mapping[str, Any]) -> None:
        """Handed in by a handler, accepted and answered at the review desk; the verdicts are those of the outcome."""
        case, facts = self._open_case(), self._facts()
        opinion = outcome or step.outcomes[0].code
        attempt = Attempt(step.id, at, (reviewer,), opinion, {**stated, "draft": facts.flags.get("draft_digest", "")})
        if refused := [r for r in engine.refusals(self.procedure, facts, attempt) if r.gate != "G-06"]:
            raise Refused(refused)
        fault = {"supplement": "facts", "transfer": "authority"}.get(opinion, "law") if opinion != "agree" else ""
        aspects = {
            a.code: {"verdict": "defect" if a.code == fault else "ok", "note": "须纠正" if a.code == fault else ""}
            for a in rules.ASPECTS
        }
        with clock.at(at):
            handed = review.submit(actor=self._handler(at), case=case, letter="")
            accepted = review.accept(actor=reviewer, review=handed)
            review.give_opinion(
                actor=reviewer,
                review=accepted,
                aspects=aspects,
                opinion=opinion,
                opinion_text=str(stated.get("opinion_text") or "同意。"),
                problems="" if opinion == "agree" else "按审核内容所列问题办理后重新送审。",
            )

    def _outcome(self, step: Step, said: Mapping[str, Any]) -> str:
        for word in OUTCOME_WORDS:
            value = said.get(word)
            found = step.outcome(str(value)) if isinstance(value, str) and value else None
            if found is not None:
                return found.code
        if step.code == "decide":
            draft = Draft.objects.filter(case=self.case).order_by("-number").first() if self.case else None
            return draft.outcome if draft and step.outcome(draft.outcome) else ""
        return ""

    def _known(self, words: Sequence[Any], said: Mapping[str, Any]) -> dict[str, Any]:
        codes = {w.code for w in words}
        return {k: v for k, v in said.items() if k in codes}

    # ---- the draft --------------------------------------------------------------------------------------

    def _propose(self, at: datetime, proposal: Mapping[str, Any]) -> None:
        """Save the draft that the story proposes, where it is not the latest already."""
        case = self._open_case()
        if not self._facts().officers or self.procedure.code == "penalty.summary":
            return
        said = complete(dict(proposal))
        outcome = str(said.pop("outcome", "") or "penalty")
        words = statements.draft_words(outcome)
        fields = lawful(words, self._known(words, said), at, self._ids())
        with clock.at(at - timedelta(seconds=1) if self.at and at - timedelta(seconds=1) > self.at else at):
            save_draft(actor=self._handler(at), case=case, outcome=outcome, fields=fields)

    def _handler(self, at: datetime) -> Actor:
        handler = self._facts().officers[0]
        word = next(w for w, p in self.world.people.items() if p.pk == handler.person_id)
        return self.world.actor(word, at.date())

    # ---- people and facts -------------------------------------------------------------------------------

    def _actor(self, words: tuple[str, ...], at: datetime) -> list[Actor]:
        return casting.actors(self.world, words, at)

    def _ids(self) -> dict[str, int]:
        return casting.handling(self.world, self.story.cast)

    def _facts(self) -> CaseFacts:
        return cases.facts_of(self._open_case())

    @contextmanager
    def copy(self) -> Iterator[None]:
        """Whatever is played inside is undone."""
        kept = (self.case, self.at, list(self.filled))
        try:
            with transaction.atomic():
                yield
                raise _Undo
        except _Undo:
            pass
        finally:
            self.case, self.at, self.filled = kept
