"""Fifty thousand chance steps: the engine accepts what a second reading finds lawful and refuses what it does not."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from lantai.law import engine
from lantai.law.facts import AgencyFacts, Attempt, CaseFacts, InspectionFacts, Interval, Party, Taken
from lantai.law.people import Actor, Certificate, Role
from lantai.law.released import RELEASED
from lantai.law.tests.plain_reading import READINGS, acts, chance, visit

pytestmark = pytest.mark.slow

STEPS = 50_000
CASES, LENGTH, AT_ONCE = 120, 40, 5
PROCEDURES = {p.code: p for p in RELEASED}
MET: Counter[str] = Counter()
TRIED: Counter[tuple[str, str]] = Counter()
CERTIFICATE = Certificate("43040001", date(2020, 1, 1), date(2035, 12, 31))
ACTORS = {
    p.number: Actor(
        p.number,
        name,
        1,
        "某局",
        frozenset(Role(post) for post in p.posts),
        certificate=CERTIFICATE if p.certified else None,
        legal_qualification="A2018" if p.qualified else "",
    )
    for name, p in acts.PEOPLE.items()
}
REACHED = {
    *("PG-9:agree", "PG-9:supplement", "PG-10", "PG-11:lapsed", "PG-12:held", "PG-13:agree", "H-6"),
    *("PG-14:penalty", "PG-14:no_penalty_minor", "PG-14:transfer_criminal", "PG-17:full", "PG-21", "PG-22"),
    *("CM-6-1", "CM-9:decided", "XF-5", "XF-7:upheld", "XF-8", "IN-5-1:approved", "IN-7:correct", "IN-7-2", "IN-9"),
    *("LV-3:full", "LV-4-1:lapsed", "LV-5-1", "LV-5-3", "LV-8", "LI-12:revoked", "LI-12:withdrawn", "LI-16"),
    *(
        "LI-2:supplement",
        "LI-4-1:none",
        "LI-5",
        "LI-5-2:waived",
        "LI-8:denied",
        "LI-8:granted",
        "LI-8-1",
        "LI-9:certificate",
    ),
    *("LI-11:changed", "LI-11:renewed", "LI-11:renewed_by_silence", "LI-13"),
    *("CX-4", "CX-5-1:allowed", "CX-7", "CX-10:court_executed", "RQ-3", "RQ-2:disagreed", "RQ-6", "RQ-9"),
    *("CE-4:execute", "CE-4:substitute", "CE-7:done", "CE-8", "CE-11", "CE-14:executed"),
    *("EL-4-2", "EL-7:exceptions", "EL-8", "EL-9:approved", "EL-12", "EL-14"),
    *("PS-4", "PS-5:collected", "PS-7", "PG-5-3:disposed", "CM-6:seizure", "CM-7", "CM-9:confiscated", "CM-10"),
    *("EX-3-1", "EX-4-4", "EX-7:recheck", "EX-8:agreed", "EX-8:decided", "EX-10:applied", "EX-9-1", "EX-16"),
}
SEEDS = st.binary(min_size=8, max_size=8)
LAST_DAY = datetime(2026, 8, 1)


class Case(RuleBasedStateMachine):
    """One case kept twice: as facts for the engine, as a plain reading beside it."""

    @initialize(seed=SEEDS)
    def open(self, seed):
        luck = random.Random(seed)
        self.begin(luck, luck.choice((READINGS[0], READINGS[0], *READINGS)))

    def begin(self, luck, reading):
        matter = chance.matter(luck)
        self.reading = reading(matter)
        self.procedure = PROCEDURES[reading.code]
        self.at = datetime(2025, 1, 2, 9) + timedelta(days=luck.randrange(120))
        flags = {"public_interest": matter.public_interest, "complex": matter.complex}
        if reading.code == "penalty.ordinary":
            flags |= {"fine": matter.fine, "draft_digest": "稿1"}
        self.facts = CaseFacts(
            reading.code,
            AgencyFacts(
                field=self.field(matter),
                hearing_person=10_000 if matter.market else 1_000,
                hearing_organisation=100_000 if matter.market else 20_000,
                policy={"overdue_decision": "record" if matter.late_decisions else "refuse"},
            ),
            Party("person" if matter.natural_person else "organisation"),
            flags=flags,
            officers=tuple(ACTORS[n] for n in acts.HANDLERS),
            inspection=InspectionFacts(
                *matter.published,
                cap=matter.cap,
                beyond=frozenset(visit.OVER_THE_CAP - {"superior"}),
                uncounted=frozenset({"superior"}),
                visits=matter.visits,
            ),
        )

    def field(self, matter):
        if self.reading.code.startswith("expropriation.") and matter.government:
            return "government"
        return "market" if matter.market else "general"

    @rule(seed=SEEDS)
    def go_on(self, seed):
        luck = random.Random(seed)
        for _ in range(AT_ONCE):
            self.one_step(luck)

    def one_step(self, luck):
        if self.at > LAST_DAY or self.reading.over or (getattr(self.reading, "refused", False) and luck.random() < 0.3):
            self.begin(luck, type(self.reading))
        self.at += chance.wait(luck, self.reading, self.at)
        if luck.random() < 0.12:
            self.something_happens(luck)
        act = chance.act(luck, self.reading, self.at)
        attempt = Attempt(act.step, act.at, tuple(ACTORS[p.number] for p in act.people), act.outcome, act.stated)
        said, against = engine.refusals(self.procedure, self.facts, attempt), self.reading.objections(act)
        MET["步"] += 1
        TRIED[self.reading.code, "受理" if not said else "拒绝"] += 1
        assert bool(said) == bool(against), self.told(act, said, against)
        if said:
            MET["拒绝"] += 1
            return
        MET["办理"] += 1
        MET[f"{act.step}:{act.outcome}" if act.outcome else act.step] += 1
        self.reading.happen(act)
        taken = Taken(act.step, act.at, act.outcome, attempt.actors, act.stated)
        self.facts = replace(self.facts, taken=(*self.facts.taken, taken), intervals=self.intervals(act))

    def intervals(self, act):
        kept = list(self.facts.intervals)
        if act.step == "PG-7" and act.outcome == "suspended":
            return (*kept, Interval("suspension", act.day))
        if act.step == "PG-7":
            return tuple(replace(i, end=act.day) if i.end is None else i for i in kept)
        if act.step == "LI-6" and act.outcome == "result":
            return tuple(replace(i, end=i.end or act.day) for i in kept)
        if act.outcome in ("testing", "expert_review", "bidding") and act.stated.get("told_in_writing"):
            return (*kept, Interval(act.outcome, act.day, told_in_writing=True))
        return self.facts.intervals

    def something_happens(self, luck):
        kind, stated = luck.choice(chance.EVENTS), {}
        if kind == "recused":
            stated = {"person": luck.choice((4, 5, 7, 9))}
            self.facts = replace(self.facts, recused=self.facts.recused | {stated["person"]})
        elif self.reading.code != "penalty.ordinary":
            happened = chance.happening(luck, self.reading, self.at)
            if happened is None:
                return
            kind, stated = happened
        elif kind == "extended":
            self.facts = replace(self.facts, extensions={"PG-14": 30})
        elif kind == "draft_changed":
            stated = {"fine": luck.choice(chance.FINES)}
            number = self.reading.draft[1] + 1
            flags = {**self.facts.flags, "fine": stated["fine"], "draft_digest": f"稿{number}"}
            self.facts = replace(self.facts, flags=flags)
        elif kind == "waiver":
            stated = {"hearing": luck.random() < 0.5}
        elif kind == "service_completed":
            step = luck.choice(("PG-10", "H-1"))
            posted = engine.stands(self.procedure, self.facts, step)
            if posted not in self.facts.taken or posted.stated.get("mode") != "SV-4":
                return  # not sent by letter, or told of in the notice of the penalty
            stated = {"step": step, "effective_on": self.at.date()}
        elif kind == "execution_ended" and not self.reading.stands.get("service"):
            return
        self.reading.event(kind, acts.Act("", self.at, (), "", stated))
        if kind not in ("recused", "extended"):
            event = Taken(kind, self.at, stated=stated)
            self.facts = replace(self.facts, events=(*self.facts.events, event))

    def told(self, act, said, against):
        path = "\n".join(f"  {t.at} {t.step}:{t.outcome} {t.stated}" for t in self.facts.taken)
        events = "\n".join(f"  {t.at} @{t.step} {t.stated}" for t in self.facts.events)
        return (
            f"{self.reading.code} {self.reading.matter}\n{path}\n{events}\n现在：{act}\n"
            f"引擎：{[str(r) for r in said]}\n另一读法：{against}"
        )


def share(reading):
    """How far a procedure has had its share of the steps; the ordinary penalty, the longest, has two."""
    return (TRIED[reading.code, "受理"] + TRIED[reading.code, "拒绝"]) / (2 if reading is READINGS[0] else 1)


def test_no_step_is_accepted_against_the_law_and_no_lawful_one_refused(capsys):
    MET.clear()
    TRIED.clear()
    run_state_machine_as_test(
        Case,
        settings=settings(
            max_examples=CASES,
            stateful_step_count=LENGTH,
            derandomize=True,
            deadline=None,
            database=None,
            phases=[Phase.generate],  # a disagreement prints its whole path; shrinking it takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
    luck, case = random.Random(20191125), Case()
    while MET["步"] < STEPS:  # Hypothesis ends many cases early; the rest is walked to the full number
        case.begin(luck, min(READINGS, key=share))
        for _ in range(200):
            case.one_step(luck)
    with capsys.disabled():
        print(f"\n随机办理{MET['步']}步：受理{MET['办理']}，拒绝{MET['拒绝']}，两种读法没有分歧")
        for code in (reading.code for reading in READINGS):
            taken, refused = TRIED[code, "受理"], TRIED[code, "拒绝"]
            print(f"{code}：{taken + refused}步，受理{taken}，拒绝{refused}")
        print("，".join(f"{k}{v}" for k, v in sorted(MET.items()) if k not in ("步", "办理", "拒绝")))
    assert MET["步"] >= STEPS
    assert MET["办理"] > STEPS // 4
    assert set(MET) >= REACHED, REACHED - set(MET)
