"""Cases in any stage, made by running the commands: no test can start from a file that the law would not allow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.test import Client

from lantai.cases.models import Case
from lantai.law import released
from lantai.law.people import Actor
from lantai.law.periods import BEIJING
from lantai.ledger import clock
from lantai.rehearsal.playing import Player
from lantai.rehearsal.reading import Story, read
from lantai.rehearsal.world import World, build
from tests.kept import kept

MARKET = "衡阳市市场监督管理局"
BEGAN = date(2026, 3, 2)  # a Monday


def moment(day: str, hour: int = 16) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), BEIJING) + timedelta(hours=hour)


@dataclass
class Scene:
    """A world, a case in it, and the player that brought it so far."""

    world: World
    player: Player

    @property
    def case(self) -> Case:
        assert self.player.case is not None
        return Case.objects.get(pk=self.player.case.pk)

    def actor(self, word: str, on: str = "2026-03-31") -> Actor:
        return self.world.actor(word, date.fromisoformat(on))

    def browser(self, word: str) -> Client:
        """A browser in which this person is signed in."""
        client = Client(raise_request_exception=True)
        account = self.world.people[word].account
        assert account is not None
        client.force_login(account)
        return client

    def pk(self, word: str) -> int:
        return int(self.world.people[word].pk)


def built(agency: str, before: date) -> World:
    """The small world of a story that begins after ``before``."""
    return kept(("world", agency, before), lambda: build(agency, before))


def world(agency: str = MARKET) -> World:
    return built(agency, BEGAN - timedelta(days=60))


def scene(
    until: str,
    on: str,
    *,
    said: Mapping[str, Any] | None = None,
    facts: Mapping[str, Any] | None = None,
    party: Mapping[str, Any] | None = None,
    procedure: str = "penalty.ordinary",
    where: World | None = None,
) -> Scene:
    """A case brought lawfully to the step ``until``, taken on the day ``on``; it began on 2 March 2026."""
    first = released.by_code(procedure, BEGAN).steps[0].id
    rows: list[dict[str, Any]] = [
        {"at": BEGAN.isoformat(), "step": first, "with": dict(said or {}) if until == first else {}}
    ]
    if until != first:
        rows.append({"at": on, "step": until, "with": dict(said or {})})
    story = read(
        {
            "scenario": "scene",
            "title": "未查验供货者许可证案",
            "agency": where.agency.name if where else MARKET,
            "procedure": procedure,
            "facts": dict(facts or {}),
            "party": dict(party or {"kind": "organisation"}),
            "timeline": rows,
        },
        "scene",
    )
    return Scene(where, told(where, story)) if where else played(story, BEGAN - timedelta(days=60))


def told(where: World, story: Story) -> Player:
    """The player of a story that has been played to its end in this world."""
    player = Player(where, story)
    for n, row in enumerate(story.timeline):
        said = player.play(row, story.timeline[n + 1 :])
        assert said.ok, (row, said.faults)
    return player


def played(story: Story, before: date, first: Callable[[World, Story], object] | None = None) -> Scene:
    """A story played to its end in a world of its own; ``first`` is done there before it begins."""

    def make() -> tuple[World, Case | None, Case | None, datetime | None]:
        place = built(story.agency, before)
        if first:
            first(place, story)
        player = told(place, story)
        return place, player.case, player.opened, player.at

    place, *state = kept(("story", repr(story), before), make)
    player = Player(place, story)
    player.case, player.opened, player.at = state
    return Scene(place, player)


def at(day: str, hour: int = 16) -> Any:
    """The clock set to a moment."""
    return clock.at(moment(day, hour))
