"""One case as it is played: whoever acts calls the command, and nothing is written any other way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from lantai.agencies.models import Agency
from lantai.cases.commands.drafting import save_draft
from lantai.cases.commands.opening import open_case
from lantai.cases.commands.steps import note_event, take_step
from lantai.cases.models import Case, Draft
from lantai.demo import hours
from lantai.demo.telling import Telling
from lantai.law import review as rules
from lantai.law import statements
from lantai.law.people import Actor, Role
from lantai.ledger import clock
from lantai.personnel import queries as personnel
from lantai.personnel.models import Person
from lantai.powers.models import Power
from lantai.rehearsal.wording import lawful
from lantai.review import commands as review
from lantai.review.models import Review

MARK = "demo_story"
"""Flag of a case by which a second run knows that the story was told already."""

PROPOSED = ("penalty_kinds", "fine", "gains", "property", "property_value", "tier")


class Team:
    """The people of one agency by their posts, as they stood when the posts were given."""

    def __init__(self, agency: Agency, on: date) -> None:
        people = list(Person.objects.filter(agency=agency).order_by("id").values_list("id", flat=True))
        self.agency = agency
        found = personnel.actors(people, on)
        self.all = [found[pk] for pk in people if pk in found]
        self.powers = {p.code: p for p in Power.objects.filter(agency=agency).select_related("agency")}

    def holders(self, role: Role) -> list[Actor]:
        return [a for a in self.all if a.has(role)]

    def one(self, role: Role) -> Actor:
        return self.holders(role)[0]

    def pair(self, random: Random, named: tuple[str, ...] = ()) -> tuple[Actor, Actor]:
        """Two certified officers of one unit, where a unit has two; those of ``named`` first."""
        officers = [a for a in self.holders(Role.OFFICER) if a.certificate and not a.has(Role.UNIT_HEAD)]
        first = next((a for a in officers if a.name in named[:1]), None) or random.choice(officers)
        others = [a for a in officers if a != first]
        beside = [a for a in others if a.name in named[1:]] or [a for a in others if a.unit == first.unit]
        return first, random.choice(beside or others)


@dataclass
class Scene:
    """A case under way. Courses (``courses.py``) call these one after the other and yield the moment of the next act."""

    team: Team
    telling: Telling
    random: Random
    mark: str
    opens: date
    officers: tuple[Actor, Actor]
    case: Case | None = None
    now: datetime | None = None
    quick: bool = False
    """Whether every act follows as soon as it may: such a case stands where it should on a given day."""

    # ---- when -------------------------------------------------------------------------------------------

    def start(self) -> datetime:
        self.now = hours.at(hours.after(self.opens, 0), self.random, 9, 10)
        return self.now

    def later(self, low: int, high: int | None = None) -> datetime:
        """So many working days on, at some hour of the day."""
        assert self.now is not None
        days = low if self.quick else self.random.randint(low, high if high is not None else low)
        if days == 0:
            self.now += timedelta(minutes=self.random.randint(12, 40))
        else:
            self.now = hours.at(hours.after(self.now.date(), days), self.random)
        return self.now

    def on(self, day: date) -> datetime:
        """At some hour of a day, or of the next working day."""
        self.now = hours.at(hours.after(day, 0), self.random)
        return self.now

    @property
    def day(self) -> date:
        assert self.now is not None
        return self.now.date()

    # ---- who --------------------------------------------------------------------------------------------

    @property
    def head(self) -> Actor:
        return self.team.one(Role.AGENCY_HEAD)

    @property
    def held(self) -> Case:
        assert self.case is not None
        return self.case

    def _ids(self) -> dict[str, int]:
        return {"officer": self.officers[0].person_id, "officer_2": self.officers[1].person_id}

    # ---- acts -------------------------------------------------------------------------------------------

    def open(self, procedure: str, **more: Any) -> Case:
        telling = self.telling
        power = self.team.powers[f"CF-{telling.matter.key}"]
        first = "PG-1" if procedure == "penalty.ordinary" else "PS-1"
        given: dict[str, Any] = {
            "source": telling.source,
            "clue": telling.clue(self.day),
            "received_on": self.day.isoformat(),
        }
        if first == "PS-1":
            given = {"certificates_shown": True, "place": telling.place}
        self.case = open_case(
            actor=self.officers[0],
            power=power,
            procedure=procedure,
            title=telling.title,
            source=telling.source,
            clue=telling.clue(self.day),
            party=telling.party,
            flags={MARK: self.mark, **more},
            stated=self._stated(procedure, first, "", given),
            officers=[self.officers[1].person_id],
            unit=self.officers[0].unit,
        )
        return self.case

    def step(self, step: str, outcome: str = "", actor: Actor | None = None, **said: Any) -> None:
        """Take a step: by the handlers unless ``actor`` is named."""
        by = actor or self.officers[0]
        take_step(
            actor=by,
            case=self.held,
            step=step,
            outcome=outcome,
            stated=self._stated(self.held.procedure, step, outcome, said),
            with_officers=[] if actor else [self.officers[1].person_id],
        )

    def _stated(self, procedure: str, step: str, outcome: str, said: Mapping[str, Any]) -> dict[str, Any]:
        words = statements.words_of(procedure, step, outcome)
        known = {w.code for w in words}
        assert self.now is not None
        return lawful(
            words, {**self._usual(known), **{k: v for k, v in said.items() if k in known}}, self.now, self._ids()
        )

    def _usual(self, known: set[str]) -> dict[str, Any]:
        """What this case says wherever a step asks for it."""
        telling, day = self.telling, self.day
        said = {
            "suspected": telling.violated,
            "violated": telling.violated,
            "penalty_basis": telling.penalty,
            "place": telling.place,
            "facts": telling.facts(day),
            "evidence_summary": f"现场笔录、现场照片、询问笔录、{telling.matter.papers}。",
            "discretion": telling.discretion_reason(),
            "receiver": telling.who,
            "address": telling.place,
            "relation": "本人" if telling.party["kind"] == "person" else "经营者（负责人）",
            "correction": telling.matter.correction,
            "pay_to": "衡阳市非税收入汇缴专户（演示银行衡阳分行）",
        }
        if telling.outcome == "penalty":
            draft = telling.draft(day)
            said |= {w: draft[w] for w in PROPOSED if w in draft}
        return {word: value for word, value in said.items() if word in known}

    def event(self, event: str, **said: Any) -> None:
        note_event(actor=self.officers[0], case=self.held, kind=event, stated=said)

    def draft(self, **more: Any) -> Draft:
        fields = {**self.telling.draft(self.day), **more}
        made: Draft = save_draft(actor=self.officers[0], case=self.held, outcome=self.telling.outcome, fields=fields)
        return made

    def submit(self) -> Review:
        letter = "本案调查终结，拟写处理意见，请予审核。"
        handed: Review = review.submit(actor=self.officers[0], case=self.held, letter=letter)
        return handed

    def answer(self, handed: Review, opinion: str = "agree", problems: str = "") -> None:
        """Accept and answer at the review desk; the verdicts are those of the opinion."""
        text = "主体合法，事实清楚，证据确凿充分，适用法律正确，裁量适当，程序合法，文书规范，同意。"
        text = text if opinion == "agree" else "案件尚不具备作出决定的条件，退回承办机构办理。"
        answer(handed, self.team.one(Role.REVIEWER), opinion, text, problems)


def answer(handed: Review, reviewer: Actor, opinion: str, text: str, problems: str = "") -> None:
    """Accepted and answered at the review desk; the verdicts on the six aspects are those of the opinion."""
    accepted = review.accept(actor=reviewer, review=handed)
    fault = {"supplement": "facts", "transfer": "authority"}.get(opinion, "law") if opinion != "agree" else ""
    aspects = {
        a.code: {"verdict": "defect" if a.code == fault else "ok", "note": problems if a.code == fault else ""}
        for a in rules.ASPECTS
    }
    review.give_opinion(
        actor=reviewer, review=accepted, aspects=aspects, opinion=opinion, opinion_text=text, problems=problems
    )


def review_at_the_desk(case: Case, handler: Actor, reviewer: Actor, text: str) -> None:
    """The whole of a review that agrees: handed in by a handler, accepted and answered by a reviewer."""
    handed = review.submit(actor=handler, case=case, letter="送审稿及材料齐全，请予审核。")
    answer(handed, reviewer, "agree", text)


Course = Iterator[datetime]


def act(scene: Scene, course: Course) -> datetime | None:
    """Play the act at which the course stands, with the clock at its moment; the moment of the next, None at the end."""
    with clock.at(scene.now):  # type: ignore[arg-type]
        return next(course, None)
