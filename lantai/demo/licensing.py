"""The licences of the demonstration: five or six at each of nine agencies, in every stage and with every fate."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from lantai.demo import hours, matters
from lantai.demo.city import Seat
from lantai.demo.courses import licensing as courses
from lantai.demo.courses import published
from lantai.demo.matters.licences import LICENCES, POWER
from lantai.demo.plans import SPAN, Plan, Play, _chain, _with

_GRANTED = _chain(courses.applied, courses.accepted, courses.examined, courses.granted, courses.delivered)
_WHOLE = (published, courses.filed)
_ENDED: tuple[Play, ...] = (
    _chain(_GRANTED, *_WHOLE),
    _chain(courses.applied, courses.supplemented, courses.examined, courses.granted, courses.delivered, *_WHOLE),
    _chain(
        courses.applied, courses.accepted, courses.examined, courses.tested, courses.granted, courses.delivered, *_WHOLE
    ),
    _chain(courses.applied, courses.accepted, courses.examined, courses.denied, courses.told, courses.filed),
    _chain(courses.applied, courses.accepted, courses.heard, courses.granted, courses.delivered, *_WHOLE),
    _chain(courses.applied, courses.elsewhere, courses.filed),
    _chain(
        _with(courses.applied, kind="renewal"),
        courses.accepted,
        courses.examined,
        courses.renewed,
        courses.delivered,
        *_WHOLE,
    ),
    _chain(courses.applied, courses.silent, courses.granted, courses.acknowledged, courses.delivered, *_WHOLE),
    _chain(courses.applied, courses.accepted, courses.withdrawn, courses.filed),
    _chain(courses.revoked, *_WHOLE),
    _chain(courses.cancelled, *_WHOLE),
    _chain(
        courses.applied,
        courses.accepted,
        courses.examined,
        courses.extended,
        courses.granted,
        courses.delivered,
        *_WHOLE,
    ),
)
_RUNNING: tuple[tuple[int, Play], ...] = (
    (2, courses.applied),
    (4, _chain(courses.applied, _with(courses.supplemented, still=True))),
    (5, _chain(courses.applied, courses.accepted)),
    (9, _chain(courses.applied, courses.accepted, courses.examined)),
    (8, _chain(courses.applied, courses.accepted, courses.examined, _with(courses.tested, still=True))),
    (12, _chain(courses.applied, courses.accepted, courses.examined, courses.granted)),
    (13, _GRANTED),
    (26, _chain(courses.applied, courses.accepted)),
)
"""How far the applications have come that still run, and how many working days ago they came in; the last is late."""


def rows(seat: Seat) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The licence of an agency for the workbook of powers, and the provision on which it rests."""
    licence = LICENCES.get(seat.key)
    if licence is None:
        return [], []
    key = {"agency": seat.code, "code": POWER}
    statute, article, paragraph = licence.basis
    power = {
        **key,
        "name": licence.name,
        "kind": "行政许可",
        "field": seat.field,
        "procedures": "licence.ordinary、licence.ending",
        "conditions": "申请人具备法定条件，提交服务指南所列的全部材料。",
        "valid_from": date(2022, 1, 1),
    }
    told = {"role": "程序依据", "statute": statute, "article": str(article), "paragraph": str(paragraph or "")}
    return [power], [{**key, **told, "item": ""}]


def of(seat: Seat, today: date) -> list[Plan]:
    """The licences of an agency: three that are over, two that run; always the same for a seed and a day."""
    if seat.key not in LICENCES:
        return []
    place, random = list(LICENCES).index(seat.key), Random(f"{seat.key}:licences")
    traded = [m for m in matters.of_field(seat.field) if m.trade]
    made = []
    for number in range(3):
        opens = today - SPAN + timedelta(days=70 + 90 * number + random.randint(0, 30))
        play = _ENDED[(place + 4 * number) % len(_ENDED)]
        made.append(Plan(f"{seat.key}-li-{number}", seat, opens, traded[number % len(traded)], play, outcome=""))
    for number in range(2):
        ago, play = _RUNNING[(place + 4 * number) % len(_RUNNING)]
        opens = hours.before(today, ago)
        made.append(
            Plan(f"{seat.key}-li-{3 + number}", seat, opens, traded[number % len(traded)], play, outcome="", quick=True)
        )
    return made
