"""Cases in any stage, made by running the commands: no test can start from a file that the law would not allow."""

from __future__ import annotations

from collections.abc import Mapping
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
from lantai.rehearsal.reading import read
from lantai.rehearsal.world import World, build

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


def world(agency: str = MARKET) -> World:
    return build(agency, BEGAN - timedelta(days=60))


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
    place = where or world()
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
            "agency": place.agency.name,
            "procedure": procedure,
            "facts": dict(facts or {}),
            "party": dict(party or {"kind": "organisation"}),
            "timeline": rows,
        },
        "scene",
    )
    player = Player(place, story)
    for n, row in enumerate(story.timeline):
        told = player.play(row, story.timeline[n + 1 :])
        assert told.allowed, told.sentences
    return Scene(place, player)


def at(day: str, hour: int = 16) -> Any:
    """The clock set to a moment."""
    return clock.at(moment(day, hour))
