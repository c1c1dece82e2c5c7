"""A furnished world for the pages: cases in several stages, one of them public."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from lantai.cases.models import Case
from lantai.disclosure.commands import drafting, releasing
from lantai.disclosure.commands.registers import publish_agency, publish_procedures
from lantai.law.refusals import Refused
from lantai.personnel import queries as personnel
from lantai.rehearsal.playing import Player
from lantai.rehearsal.reading import read
from lantai.rehearsal.world import World

STORIES: tuple[tuple[str, str, int, dict[str, Any]], ...] = (
    ("未履行进货查验义务案", "PG-15", 22, {"fine": 8000}),
    ("销售超过保质期食品案", "PG-10", 20, {"fine": 150000}),
    ("虚假宣传案", "PG-3", 24, {}),
)


def played(world: World, title: str, step: str, days: int, said: dict[str, Any]) -> Case:
    """A case brought to a step; it began ``days`` ago and came there lawfully."""
    today = timezone.localdate()
    rows: list[dict[str, Any]] = [{"at": (today - timedelta(days=days)).isoformat(), "step": "PG-1"}]
    if step != "PG-1":
        rows.append({"at": (today - timedelta(days=1)).isoformat(), "step": step, "with": said})
    story = read({"scenario": "page", "title": title, "procedure": "penalty.ordinary", "timeline": rows}, "page")
    player = Player(world, story)
    for n, row in enumerate(story.timeline):
        told = player.play(row, story.timeline[n + 1 :])
        assert told.allowed, told.sentences
    assert player.case is not None
    return player.case


def furnish(world: World) -> None:
    """Cases in three stages, the registers and one notice made public, one attempt refused."""
    public, *_ = [played(world, *story) for story in STORIES]
    publisher, checker = (personnel.actor_of(world.people[w]) for w in ("publisher", "checker"))
    publish_agency(actor=publisher, agency=world.agency)
    publish_procedures(actor=personnel.actor_of(world.people["supervisor"]))
    draft = drafting.draft(actor=publisher, case=public)
    releasing.check(actor=checker, draft=draft, passed=True, opinion="隐去内容准确。")
    draft.refresh_from_db()
    releasing.publish(actor=publisher, draft=draft)
    head = personnel.actor_of(world.people["head"])
    try:
        drafting.draft(actor=head, case=public)
    except Refused:
        return
    raise AssertionError("the head has drafted a notice")
