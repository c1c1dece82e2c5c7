"""What every reading shares: people, acts, who may do what, and that nobody under recusal does anything."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class Person:
    number: int
    posts: frozenset[str]
    certified: bool = False
    qualified: bool = False  # 法律职业资格


def _person(number: int, *posts: str, certified: bool = False, qualified: bool = False) -> Person:
    return Person(number, frozenset(posts), certified, qualified)


PEOPLE = {
    "first officer": _person(1, "officer", certified=True),
    "second officer": _person(2, "officer", certified=True),
    "officer without certificate": _person(3, "officer"),
    "other officer": _person(4, "officer", certified=True),
    "unit head": _person(5, "unit_head", certified=True),
    "head": _person(6, "agency_head"),
    "chief": _person(7, "principal_head"),
    "reviewer": _person(8, "reviewer", qualified=True),
    "new reviewer": _person(12, "reviewer"),
    "publisher": _person(9, "publisher"),
    "archivist": _person(10, "archivist"),
    "chair": _person(11, "reviewer", qualified=True),
}
HANDLERS = (1, 2)
UNIT = {"officer", "unit_head"}
HEADS = {"agency_head", "principal_head"}


@dataclass(frozen=True)
class Act:
    step: str
    at: datetime
    people: tuple[Person, ...]
    outcome: str = ""
    stated: Mapping[str, Any] = field(default_factory=dict)

    @property
    def day(self) -> date:
        return self.at.date()


@dataclass(frozen=True)
class Matter:
    """What kind of case it is."""

    market: bool = False
    natural_person: bool = False
    fine: int = 500
    public_interest: bool = False
    complex: bool = False
    late_decisions: bool = False  # the agency keeps late decisions as late instead of refusing them
    government: bool = True  # where only a government may act: whether it does
    published: tuple[date | None, date | None] = (date(2020, 1, 1), None)  # the matter of an inspection, from and to
    cap: int | None = None  # 年度频次上限
    visits: tuple[date, ...] = ()

    @property
    def threshold(self) -> int:
        """听证数额: from here on a party may ask for a hearing (inclusive)."""
        if self.natural_person:
            return 10_000 if self.market else 1_000
        return 100_000 if self.market else 20_000


class Reading(ABC):
    """A case as somebody with the statute beside it would keep it."""

    code = ""
    desks: Mapping[str, set[str]] = {}
    two_officers: frozenset[str] = frozenset()

    def __init__(self, matter: Matter) -> None:
        self.matter = matter
        self.recused: set[int] = set()
        self.over = False

    def objections(self, act: Act) -> list[str]:
        return [*self._persons(act), *self._law(act)]

    def _persons(self, act: Act) -> Iterator[str]:
        allowed = self._desk(act)
        if not any(p.posts & allowed for p in act.people):
            yield "not their desk"
        if act.step in self.two_officers and len({p.number for p in act.people if p.certified}) < 2:
            yield "fewer than two certified officers"
        if any(p.number in self.recused for p in act.people):
            yield "somebody under recusal"

    def _desk(self, act: Act) -> set[str]:
        return self.desks.get(f"{act.step}:{act.outcome}") or self.desks[act.step]

    def likely(self, step: str, otherwise: str) -> str:
        """How the step mostly ends in a case like this."""
        return otherwise

    @abstractmethod
    def _law(self, act: Act) -> Iterator[str]:
        """What stands against the act whoever does it."""

    @abstractmethod
    def happen(self, act: Act) -> None:
        """The act was done."""

    @abstractmethod
    def stands_now(self, step: str) -> bool:
        """Whether the step has been done and still counts."""

    @abstractmethod
    def event(self, kind: str, act: Act) -> None:
        """Something happened that is no step."""


def served_badly(act: Act) -> str:
    """民事诉讼法88至95: what the mode wants and the act does not bring."""
    mode, stated = act.stated.get("mode", ""), act.stated
    proofs = set(stated.get("proofs") or ())
    if mode == "SV-2":
        if not (stated.get("witness") or stated.get("av")):
            return "left without witness, photograph or video"
        if not stated.get("reason"):
            return "left without a refusal noted"
    if mode == "SV-4" and not ("postal_receipt" in proofs and stated.get("reason")):
        return "posted without receipt or reason"
    if mode == "SV-6" and not ({"announcement_text", "reason_note"} <= proofs and stated.get("reason")):
        return "announced without text or reason"
    return ""
