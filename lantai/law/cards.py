"""预警单: what lights the lamps of a case, each with the article it comes from.

Terms that run, instalments that were not paid, the defects that the file shows, and the three months in which the court may be
asked to execute a penalty that was not performed. Who tried to pass a gate leaves no trace in the file: supervision adds it from
the record of attempts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from lantai.law import defects, deferrals, enforcing, engine, released
from lantai.law.calendar import ONE_DAY
from lantai.law.facts import CaseFacts
from lantai.law.gates.payment import unpaid
from lantai.law.lamps import PUBLICATION_WORKING_DAYS, REMIND_WORKING_DAYS, USED_SHARE, Level, Turns, turns
from lantai.law.money import grouped
from lantai.law.procedure import Procedure
from lantai.law.sheets.timetable import PUBLICATIONS, running
from lantai.law.statutes_in_force import APL

TERM, POLICY, INSTALMENT, COURT = "term", "policy", "instalment", "court"
LIFTING = "CM-10"


@dataclass(frozen=True)
class Card:
    """One thing that lights a lamp.

    ``kind``    a term that runs, one that no statute sets, the time to apply to the court, or a defect of ``defects.RULES``.
    ``label``   what has to be done. ``whose`` whom a term binds; "" the agency. ``said`` what is the matter, of a defect.
    ``basis``   article from which it follows, as it is cited.
    ``ends_on`` last lawful day, of a defect the day on which it began; ``turns`` the days of the lamps.
    """

    kind: str
    step: str
    label: str
    basis: str
    ends_on: date
    turns: Turns
    whose: str = ""
    said: str = ""

    @property
    def is_term(self) -> bool:
        """Whether it is a term of a step, or of a part of what a step pays."""
        return self.kind in (TERM, POLICY, INSTALMENT)

    def level(self, on: date) -> Level:
        """Which lamp it lights on a day."""
        turned = (
            (self.turns.red_on, Level.RED),
            (self.turns.yellow_on, Level.YELLOW),
            (self.turns.blue_on, Level.BLUE),
        )
        return next((level for day, level in turned if day is not None and day <= on), Level.OFF)

    def rule(self, on: date) -> str:
        """The rule by which it burns on a day, in words."""
        if self.kind in defects.RULES:
            return defects.RULES[self.kind]
        if self.whose:
            return f"{self.whose}的期限已过，应当处理"
        if self.level(on) is Level.RED:
            return self._past
        if self.level(on) is Level.YELLOW:
            return PUBLISH_SOON if self.step in PUBLICATIONS and on <= self.ends_on else "已过稳妥办结日"
        return f"期限已用 {USED_SHARE}% 或者只剩 {REMIND_WORKING_DAYS} 个工作日"

    @property
    def _past(self) -> str:
        if self.step in PUBLICATIONS:
            return "逾期公示"
        if self.step == LIFTING:
            return "查封、扣押、冻结期满未解除"
        return "超过本平台设定的期限" if self.kind == POLICY else "超过法定期限"

    def kept(self) -> dict[str, str]:
        """As it is kept with its case."""
        said = {word: getattr(self, word) for word in _WORDS} | {"ends_on": self.ends_on.isoformat()}
        return said | {word: day.isoformat() for word in _DAYS if (day := getattr(self.turns, word))}

    @classmethod
    def read(cls, kept: Mapping[str, str]) -> Card:
        """From what is kept with a case."""
        turned = Turns(**{word: date.fromisoformat(kept[word]) for word in _DAYS if word in kept})
        return cls(ends_on=date.fromisoformat(kept["ends_on"]), turns=turned, **{w: kept.get(w, "") for w in _WORDS})


_WORDS, _DAYS = ("kind", "step", "label", "basis", "whose", "said"), ("blue_on", "yellow_on", "red_on")
PUBLISH_SOON = f"公示期限只剩 {PUBLICATION_WORKING_DAYS} 个工作日，尚未公示"


def cards(procedure: Procedure, facts: CaseFacts, now: datetime) -> tuple[Card, ...]:
    """All of a case and of the measures that run in it, the nearest end first."""
    found = [*_own(procedure, facts, now), *_instalments(procedure, facts), *_court(procedure, facts)]
    for child in facts.children:
        nested = released.by_code(child.procedure, now.date())
        if not engine.is_over(nested, child):
            found += [replace(card, label=f"{nested.label}：{card.label}") for card in _own(nested, child, now)]
    return tuple(sorted(found, key=lambda card: card.ends_on))


def _own(procedure: Procedure, facts: CaseFacts, now: datetime) -> list[Card]:
    terms = [
        Card(POLICY if one.policy else TERM, one.step, one.label, str(one.basis), one.ends_on, one.turns, one.whose)
        for one in running(procedure, facts, now)
    ]
    return terms + [_faulty(one) for one in defects.defects(procedure, facts)]


def _faulty(one: defects.Defect) -> Card:
    is_red = defects.LEVELS[one.kind] is Level.RED
    days = Turns(red_on=one.on) if is_red else Turns(yellow_on=one.on)
    basis = "、".join(str(b) for b in one.basis)
    return Card(one.kind, one.step, one.label, basis, one.on, days, said=one.said)


def _owes(procedure: Procedure, facts: CaseFacts) -> bool:
    """Whether a penalty that was served is still to be paid."""
    performed = facts.last("PG-17")
    if procedure.code != "penalty.ordinary" or facts.last("PG-15") is None or not unpaid(facts):
        return False
    return not ((performed is not None and performed.outcome == "full") or facts.event("execution_ended"))


def _instalments(procedure: Procedure, facts: CaseFacts) -> list[Card]:
    """Instalments that what was paid does not reach; the last ends with the term of payment itself (APL 66 ¶2).

    They bind the party and only remind. Surcharge and court wait for the end of the last one (APL 72).
    """
    plan = deferrals.parts(facts)
    if len(plan) < 2 or not _owes(procedure, facts):
        return []
    paid = plan[-1].in_all - unpaid(facts).get("fine", Decimal(0))
    basis = "、".join(str(b) for b in (APL[66, 2], APL[72, 2]))
    return [
        Card(
            INSTALMENT,
            "PG-17",
            f"分期缴纳第{part.number}期（{grouped(part.amount)}，应缴足{grouped(part.in_all)}，已缴{grouped(paid)}）",
            basis,
            part.due_on,
            Turns(blue_on=part.due_on + ONE_DAY),
            "当事人",
        )
        for part in plan[:-1]
        if part.in_all > paid
    ]


def _court(procedure: Procedure, facts: CaseFacts) -> list[Card]:
    """A penalty that is decided and not performed: after the end of the remedies three months to apply to the court (ACL 53)."""
    if not _owes(procedure, facts):
        return []
    if any(child.procedure in (enforcing.COURT, enforcing.EXECUTION) for child in facts.children):
        return []
    found = enforcing.window(CaseFacts(enforcing.COURT, parent=facts))
    if found is None or (ends := found.closes.ends_on) is None:
        return []
    days = turns(found.closes, found.opens)
    return [Card(COURT, "PG-17", "申请人民法院强制执行", "、".join(str(b) for b in found.basis), ends, days)]
