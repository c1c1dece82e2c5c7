"""Outcomes and statements of chance acts of taking houses."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from lantai.law.tests.plain_reading.odds import rarely, unredacted

CODE = "expropriation.housing"
WAYS: dict[str, dict[str, tuple[str, ...]]] = {
    CODE: {
        **{step: ("",) for step in ("EX-1", "EX-2", "EX-3", "EX-3-1", "EX-12", "EX-4", "EX-4-1", "EX-4-2")},
        "EX-4-3": ("agree", "agree", "agree", "correct", "supplement"),
        "EX-4-4": ("",),
        "EX-5": ("",),
        "EX-5-1": ("published", "published", "withheld"),
        "EX-6": ("",),
        "EX-7": ("report", "report", "recheck", "expert"),
        "EX-13": ("",),
        "EX-8-1": ("",),
        "EX-8-2": ("agree", "agree", "agree", "correct"),
        "EX-8": ("decided", "decided", "agreed"),
        "EX-8-3": ("",),
        "EX-14": ("begun", "upheld", "upheld"),
        "EX-10": ("applied", "applied", "executed", "rejected"),
        "EX-9": ("",),
        "EX-9-1": ("",),
        **{step: ("",) for step in ("EX-11", "EX-15", "EX-16")},
    },
}
SIDE_ROADS: frozenset[str] = frozenset({"EX-14", "EX-9-1", "EX-9"})
RARE = frozenset((CODE, step) for step in ("EX-2", "EX-3", "EX-4-2", "EX-4-3", "EX-5", "EX-8-1", "EX-8-2", "EX-8"))
RARE |= {(CODE, step) for step in ("EX-6", "EX-12", "EX-4", "EX-4-1", "EX-11")}
HAPPENS: dict[str, Any] = {}


def _refusing(reading: Any) -> list[datetime]:
    """When the compensation was decided of those who are paid and stay."""
    settled = [h["EX-8"] for n, h in reading.houses.items() if reading.paid(n) and not reading.out(n)]
    return [s.at for s in settled if s.outcome == "decided"]


def patience(reading: Any) -> float:
    return 0.5 if _refusing(reading) else 0.1


def weeks(chance: random.Random, reading: Any, at: datetime) -> int:
    """Minutes: some weeks, or until the court may be applied to."""
    decided = _refusing(reading)
    if not decided:
        return chance.choice((20_160, 46_080, 46_080, 90_000))
    until = max(decided) + timedelta(days=chance.choice((182, 190, 190, 240, 280)))
    return max(30, int((until - at).total_seconds() // 60))


def _found(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    ground = "other" if rarely(chance) else chance.choice(("infrastructure", "old_town", "old_town", "housing"))
    said = {"ground": ground, "plans_conform": not rarely(chance), "households": chance.choice((2, 12, 49, 50))}
    return said | ({"annual_plan": not rarely(chance)} if ground in ("old_town", "housing") else {})


def _plan(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    days = 29 if rarely(chance) else chance.choice((30, 30, 45))
    return {"comment_days": days, "argued": not rarely(chance), "signing_days": chance.choice((10, 30, 60))}


def _money(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {"needed": 1_000, "deposited": 999 if rarely(chance) else 1_000, "only_for_it": not rarely(chance)}


def _decide(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    named = {"signing_until": at.date() + timedelta(days=20)} if chance.random() < 0.3 else {}
    return {"plan_attached": not rarely(chance), **named}


def _survey(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {
        "register": [{"owner": name} for name in reading.names],
        "survey_published": not rarely(chance),
        "frozen_from": at.date(),
        "frozen_until": at.date() + timedelta(days=chance.choice((180, 365, 400 if rarely(chance) else 300))),
    }


def _house(chance: random.Random, reading: Any, step: str) -> str:
    """Mostly one with which this has not been done."""
    waiting = [name for name in reading.names if step not in reading.houses[name]]
    return str(chance.choice(waiting if waiting and chance.random() < 0.7 else reading.names))


def _value(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    said = {"household": _house(chance, reading, "EX-7"), "value": chance.choice((900, 1_000))}
    said["chosen_by"] = "appointed" if rarely(chance) else chance.choice(("agreed", "majority", "lot"))
    made = reading.done.get("EX-5")
    if made is not None and chance.random() < 0.5:
        said["value_on"] = made.day + timedelta(days=1 if rarely(chance) else 0)
    return said


def _choose(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    way = chance.choice(("money", "money", "exchange"))
    return {"household": _house(chance, reading, "EX-13"), "way": way, "own_choice": not rarely(chance)}


def _sum(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return {
        "house_money": 800 if rarely(chance) else chance.choice((900, 1_000, 1_000)),
        "moving_money": chance.choice((0, 50)),
        "move_until": at.date() + timedelta(days=chance.choice((15, 60))),
        "undecided": "owner_unclear" if chance.random() < 0.15 else "no_agreement",
    }


def _propose(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    name, proposed = _house(chance, reading, "EX-8-1"), reading.done.get("EX-8-1")
    if proposed is not None and "EX-8-2" in reading.done:  # one at a time goes through its review
        first = proposed.stated["household"]
        name = name if "EX-8" in reading.houses[first] else first
    return {"household": name, **_sum(chance, reading, at)}


def _settle(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    proposed = reading.done.get("EX-8-1")
    if proposed is not None and "EX-8-2" in reading.done and chance.random() < 0.6:
        return {**proposed.stated, "move_until": at.date() + timedelta(days=30)}
    return {"household": _house(chance, reading, "EX-8"), **_sum(chance, reading, at)}


def _pay(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    name = _house(chance, reading, "EX-8-3")
    left = max(reading.owed(name) - reading.paid(name), 0)
    if chance.random() < 0.2:
        return {"household": name}
    return {"household": name, "paid": left if chance.random() < 0.8 else left // 2}


def _court(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    asked = [n for n in reading.names if reading._court(reading.houses[n]) not in ("executed", "rejected")]
    name = chance.choice(asked or reading.names)
    return {"household": name, **({"late_reason": "当地发生洪灾"} if rarely(chance) else {})}


def _move(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    said = {word: not rarely(chance) for word in ("lawful_means", "no_builder")}
    by_agreement = [n for n, h in reading.houses.items() if "EX-8" in h and h["EX-8"].outcome == "agreed"]
    if by_agreement and chance.random() < 0.8:  # those against whom it is decided mostly stay
        return {"household": chance.choice(by_agreement), **said}
    return {"household": _house(chance, reading, "EX-9"), **said}


SAYS: dict[tuple[str, str], Any] = {
    (CODE, "EX-1"): _found,
    (CODE, "EX-2"): _plan,
    (CODE, "EX-3"): lambda c, r, at: {"majority_objects": c.random() < 0.4},
    (CODE, "EX-3-1"): lambda c, r, at: {"av": not rarely(c)},
    (CODE, "EX-4-1"): _money,
    (CODE, "EX-5"): _decide,
    (CODE, "EX-5-1"): unredacted,
    (CODE, "EX-6"): _survey,
    (CODE, "EX-7"): _value,
    (CODE, "EX-13"): _choose,
    (CODE, "EX-8-1"): _propose,
    (CODE, "EX-8"): _settle,
    (CODE, "EX-8-3"): _pay,
    (CODE, "EX-10"): _court,
    (CODE, "EX-9"): _move,
    (CODE, "EX-9-1"): lambda c, r, at: {"household": _house(c, r, "EX-9-1"), "av": not rarely(c)},
    (CODE, "EX-14"): lambda c, r, at: {"against": c.choice(("decision", "compensation"))},
}
