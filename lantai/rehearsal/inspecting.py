"""What a story of an inspection takes for given: the matter published, a yearly cap, earlier visits; and what it led to.

Words of ``facts``: ``matter_published`` (true unless said), ``cap`` (none unless said), ``visits`` (days of earlier
inspections of the same enterprise, which are really carried out), ``visit_source`` (how those came about).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from lantai.cases.models import Case, CaseParty
from lantai.law.inspections import ORDINARY
from lantai.law.people import Actor, Role
from lantai.law.periods import BEIJING
from lantai.ledger import clock
from lantai.powers.commands.inspecting import publish_matter, set_inspection_cap
from lantai.powers.models import InspectionMatter
from lantai.rehearsal.playing import Player
from lantai.rehearsal.reading import Row, Story
from lantai.rehearsal.world import World

PUBLISHER = Actor(0, "登记人", 0, "平台初始设置", frozenset({Role.SYSTEM_ADMIN}))


def visits(story: Story) -> list[date]:
    """The days of earlier inspections that the story tells of."""
    return sorted(story.facts.get("visits") or ()) if story.procedure == ORDINARY else []


def publish(began: World, story: Story) -> None:
    """Publish the matter and the cap before the story begins, and make the earlier inspections."""
    if story.procedure != ORDINARY or story.facts.get("matter_published") is False:
        return
    power = began.power_for("检查")
    if InspectionMatter.objects.filter(power=power).exists():
        return  # the story is played anew on a copy
    with clock.at(datetime.combine(began.began_on, datetime.min.time(), BEIJING) + timedelta(hours=10)):
        publish_matter(actor=PUBLISHER, power=power, source="检查事项清单（演练）", from_on=began.began_on)
        if cap := story.facts.get("cap"):
            set_inspection_cap(
                actor=PUBLISHER,
                agency=began.agency,
                times=int(cap),
                source="频次上限公告（演练）",
                from_on=began.began_on,
            )
    source = str(story.facts.get("visit_source") or "random")
    for day in visits(story):
        plan = Row(place=0, at=day, step="IN-2", said={"inspection_source": source})
        rows = (plan, Row(place=0, at=day, step="IN-5"))
        earlier = Player(began, replace(story, timeline=rows))
        for place, row in enumerate(rows):
            said = earlier.play(row, rows[place + 1 :])
            if said.faults:
                raise ValueError(f"{day} 的检查：{'；'.join(said.faults)}")


def handed_over(opened: Case | None, wanted: Mapping[str, Any]) -> list[str]:
    """Where the penalty case differs from what the story expects of it."""
    if opened is None:
        return ["没有移送立案的案件"]
    party = CaseParty.objects.get(case=opened)
    found = {
        "procedure": opened.procedure,
        "source": opened.source,
        "party": party.name,
        "clue": opened.clue,
        "standing": opened.standing,
    }
    faults = []
    for word, text in wanted.items():
        held = str(found.get(word, ""))
        if (str(text) not in held) if word == "clue" else (held != str(text)):
            faults.append(f"移送立案的案件 {word} 应为{text}，实为{held}")
    return faults
