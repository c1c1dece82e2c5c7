"""Who acts: the people that the words of a story mean, and who stands in where it names nobody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lantai.law.people import Actor, Role
from lantai.law.procedure import Step
from lantai.law.refusals import Malformed
from lantai.rehearsal.world import World

STAND_IN: dict[Role, tuple[str, ...]] = {
    Role.OFFICER: ("officer", "officer_2", "officer_3"),
    Role.UNIT_HEAD: ("section_head",),
    Role.REVIEWER: ("reviewer",),
    Role.AGENCY_HEAD: ("head",),
    Role.PRINCIPAL_HEAD: ("chief",),
    Role.PUBLISHER: ("publisher",),
    Role.PUBLICATION_CHECKER: ("checker",),
    Role.ARCHIVIST: ("archivist",),
    Role.PARTY: ("officer",),
    Role.PLATFORM: ("officer",),
}
RECORDED_BY = {"party": "officer"}  # 当事人 never signs in: an officer records what he does


def minimum(step: Step, outcome: str = "") -> tuple[str, ...]:
    """The fewest people who may lawfully take the step with this outcome."""
    meant = step.outcome(outcome)
    allowed = meant.by if meant is not None and meant.by else step.by
    role = next((r for r in allowed if r in STAND_IN), Role.OFFICER)
    if role is Role.OFFICER:
        return STAND_IN[Role.OFFICER][: max(1, step.officers)]
    return STAND_IN[role][:1]


def actors(world: World, words: tuple[str, ...], at: datetime) -> list[Actor]:
    """The people of these words as they stand on the day; one word twice means two people."""
    used: dict[str, int] = {}
    people = []
    for word in words:
        plain = RECORDED_BY.get(word, word)
        n = used.get(plain, 0) + 1
        used[plain] = n
        name = plain if n == 1 else f"{plain}_{n}"
        if name not in world.people:
            raise Malformed("by", f"脚本里没有这个人：{word}")
        people.append(world.actor(name, at.date()))
    return people


def handling(world: World, cast: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
    """The two who handle the case: those whom the cast of the story names, else the first officers."""
    named = [word for word, person in cast.items() if person.get("handler")]
    words = [*named, "officer", "officer_2"][:2]
    return {"officer": world.people[words[0]].pk, "officer_2": world.people[words[1]].pk}
