"""Chance acts: mostly what comes next done rightly, often something out of place, too early, by the wrong people."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from lantai.law.tests.plain_reading import forcing, granting, grounds, houses, permits, takings, ways
from lantai.law.tests.plain_reading.acts import PEOPLE, Act, Matter, Person, Reading
from lantai.law.tests.plain_reading.odds import rarely, service

_PAIR = (PEOPLE["first officer"], PEOPLE["second officer"])
_TEAMS: tuple[tuple[Person, ...], ...] = (
    _PAIR,
    _PAIR,
    (PEOPLE["first officer"], PEOPLE["other officer"]),
    (PEOPLE["first officer"],),
    (PEOPLE["first officer"], PEOPLE["officer without certificate"]),
    (PEOPLE["first officer"], PEOPLE["first officer"]),
    (PEOPLE["unit head"],),
    (PEOPLE["unit head"], PEOPLE["other officer"]),
    (PEOPLE["head"],),
    (PEOPLE["chief"],),
    (PEOPLE["reviewer"],),
    (PEOPLE["reviewer"], PEOPLE["second officer"]),
    (PEOPLE["new reviewer"],),
    (PEOPLE["chair"],),
    (PEOPLE["publisher"],),
    (PEOPLE["archivist"],),
)
FINES = (500, 1_000, 8_000, 20_000, 50_000, 120_000)
WAYS: dict[str, dict[str, tuple[str, ...]]] = {
    "penalty.ordinary": {
        "PG-1": ("",),
        "PG-2": ("file", "file", "file", "no_filing", "transfer"),
        "PG-3": ("filed", "filed", "filed", "no_filing"),
        "PG-4": ("site", "interview"),
        "PG-7": ("suspended", "resumed", "resumed", "terminated"),
        "PG-8": ("",),
        "PG-9": ("agree", "agree", "agree", "correct", "supplement"),
        "PG-10": ("",),
        "PG-11": ("made", "waived", "lapsed"),
        "H-1": ("",),
        "H-2": ("asked", "withdrawn"),
        "H-3": ("",),
        "PG-12": ("held", "held", "forfeited"),
        "H-4": ("",),
        "H-5": ("",),
        "H-6": ("",),
        "PG-13": ("agree", "agree", "revise", "supplement"),
        "PG-14": ("penalty",) * 9 + ("no_penalty_minor", "no_penalty_facts", "transfer_agency", "transfer_criminal"),
        "PG-15": ("",),
        "PG-16": ("published", "withheld"),
        "PG-17": ("full", "part"),
        "PG-21": ("",),
        "PG-22": ("",),
    },
    "penalty.summary": {
        **{step: ("",) for step in ("PS-1", "PS-2", "PS-3", "PS-4", "PS-6", "PS-7")},
        "PS-5": ("collected", "handed_in"),
    },
    "evidence.preservation": {
        "PG-5-1": ("",),
        "PG-5-2": ("approved", "approved", "refused"),
        "PG-5": ("",),
        "PG-5-3": ("disposed", "disposed", "released"),
    },
    "coercion.sealing_seizure": {
        **{step: ("",) for step in ("CM-1", "CM-3", "CM-4", "CM-5", "CM-7", "CM-7-1", "CM-10")},
        "CM-2": ("approved", "approved", "approved", "refused", "disagreed"),
        "CM-6": ("sealing", "seizure"),
        "CM-8": ("own", "entrusted"),
        "CM-9": ("confiscated", "destroyed", "release"),
        "CM-11": ("sold", "announced", "unclaimed"),
    },
    **ways.WAYS,
    **takings.WAYS,
    **permits.WAYS,
    **granting.WAYS,
    **forcing.WAYS,
    **grounds.WAYS,
    **houses.WAYS,
}
_PUBLISHED: tuple[tuple[date | None, date | None], ...] = (
    *((date(2020, 1, 1), None),) * 5,
    (date(2025, 3, 1), None),
    (date(2020, 1, 1), date(2025, 4, 10)),
    (None, None),
)
_VISITS: tuple[tuple[date, ...], ...] = ((), (), (date(2025, 1, 2),), (date(2024, 5, 6), date(2024, 7, 8)))
EVENTS = ("draft_changed", "grounds_changed", "waiver", "service_completed", "execution_ended", "recused", "extended")


def matter(chance: random.Random) -> Matter:
    return Matter(
        published=chance.choice(_PUBLISHED),
        cap=chance.choice((None, 1, 2)),
        visits=chance.choice(_VISITS),
        market=chance.random() < 0.4,
        natural_person=chance.random() < 0.5,
        fine=chance.choice(FINES),
        public_interest=chance.random() < 0.2,
        complex=chance.random() < 0.25,
        late_decisions=chance.random() < 0.3,
        government=chance.random() < 0.95,
    )


def wait(chance: random.Random, reading: Reading, at: datetime) -> timedelta:
    """Minutes, days, weeks; towards a hearing that has been called, often until its day."""
    code = reading.code
    called = getattr(reading, "stands", {}).get("called")
    if called is not None and not reading.stands_now("PG-12") and chance.random() < 0.4:
        return timedelta(days=max(0, (called.stated["hearing_on"] - at.date()).days), minutes=chance.randrange(60))
    pause = chance.choice((1, 30, 300, 1_440, 2_880, 8_640))
    if code == "penalty.ordinary" and chance.random() < 0.15:
        pause = chance.choice((11_520, 20_160, 46_080))
    if code in ("coercion.court_application", "coercion.execution", "expropriation.land") and chance.random() < 0.25:
        pause = chance.choice((11_520, 20_160, 46_080, 90_000))
    if code == "expropriation.housing" and chance.random() < houses.patience(reading):
        pause = houses.weeks(chance, reading, at)
    if code == "licence.ordinary" and chance.random() < 0.08:
        pause = chance.choice((11_520, 20_160, 46_080))
    if code in ("coercion.sealing_seizure", "coercion.freezing") and chance.random() < 0.1:
        pause = 30_240
    return timedelta(minutes=pause + chance.randrange(60))


def act(chance: random.Random, reading: Reading, at: datetime) -> Act:
    """One attempt: half of the time what the case waits for, else any step, mostly one that is lawful now."""
    steps = tuple(s for s in WAYS[reading.code] if not _seldom(chance, reading, s))
    luck = chance.random()
    if luck < 0.5 and (wanted := _next(chance, reading, at)) is not None:
        return wanted
    tried = _any(chance, reading, at, chance.choice(steps))
    for _ in range(6 if luck < 0.8 else 0):
        if not reading.objections(tried):
            break
        tried = _any(chance, reading, at, chance.choice(steps))
    return tried


def _seldom(chance: random.Random, reading: Reading, step: str) -> bool:
    """What upsets everything after it is mostly left alone once it stands."""
    rare = (reading.code, step) in _RARE and reading.stands_now(step)
    return (rare or step in _GIVING_UP) and chance.random() < 0.9


def happening(chance: random.Random, reading: Reading, at: datetime) -> tuple[str, dict[str, Any]] | None:
    """Something that happens besides the steps of a short procedure."""
    happens = _HAPPENS.get(reading.code)
    return happens(chance, reading, at) if happens else None


def _any(chance: random.Random, reading: Reading, at: datetime, step: str, usual: bool = False) -> Act:
    ends = WAYS[reading.code][step]
    outcome = reading.likely(step, ends[0]) if usual else chance.choice(ends)
    return Act(step, at, _team(chance, reading, step, outcome), outcome, stated(chance, reading, step, at))


def _next(chance: random.Random, reading: Reading, at: datetime) -> Act | None:
    """The furthest lawful step that does not stand yet; the side roads are left to chance."""
    for step in reversed(WAYS[reading.code]):
        if step in _SIDE_ROADS or reading.stands_now(step):
            continue
        tried = _any(chance, reading, at, step, usual=chance.random() < 0.8)
        if not reading.objections(tried):
            return tried
    return None


_GIVING_UP = frozenset({"LI-2-1"})
_SITTINGS = frozenset({"H-3", "H-4", "H-5", "H-6", "PG-12"})
_MORE = (takings, permits, granting, forcing, grounds, houses)
_SIDE_ROADS = frozenset({"PG-7", "H-4", "CM-10", "CM-9", "CM-2", "PG-5-3"}).union(
    *(m.SIDE_ROADS for m in (ways, *_MORE))
)
_RARE = frozenset[tuple[str, str]]().union(*(m.RARE for m in _MORE))
_MORE_SAYS: dict[tuple[str, str], Any] = reduce(or_, (m.SAYS for m in (ways, *_MORE)))
_HAPPENS: dict[str, Any] = reduce(or_, (m.HAPPENS for m in _MORE))


def _team(chance: random.Random, reading: Reading, step: str, outcome: str) -> tuple[Person, ...]:
    if chance.random() < 0.1:
        return chance.choice(_TEAMS)
    if step in _SITTINGS and chance.random() < 0.7:
        return (PEOPLE["chair"],)
    allowed = reading.desks.get(f"{step}:{outcome}") or reading.desks[step]
    pair = step in reading.two_officers
    fitting = [t for t in _TEAMS if any(p.posts & allowed for p in t) and (len(t) == 2) >= pair]
    return chance.choice(fitting)


def stated(chance: random.Random, reading: Reading, step: str, at: datetime) -> Mapping[str, Any]:
    """What the act says, now and then something that spoils it."""
    say = _MORE_SAYS.get((reading.code, step)) or _SAYS.get(step)
    return say(chance, reading, at) if say else {}


def _notice(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    fine = reading.draft[0] if chance.random() < 0.8 else chance.choice(FINES)
    right = fine >= reading.matter.threshold if chance.random() < 0.9 else chance.random() < 0.5
    return {"fine": fine, "hearing_right": right, **service(chance)}


def _decision(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    return (
        {} if chance.random() < 0.3 else {"fine": reading.draft[0] if chance.random() < 0.8 else chance.choice(FINES)}
    )


def _call(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    on: date = at.date() + timedelta(days=chance.choice((5, 8, 9, 10, 11, 12, 14, 16)))
    return {"hearing_on": on, "mode": "SV-1", **({"chair": chance.choice((1, 11))} if chance.random() < 0.3 else {})}


def _sitting(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    said: dict[str, Any] = {"av": not rarely(chance), "agents": 3 if rarely(chance) else 1}
    if rarely(chance):
        said |= {"public": False, "closed_reason": chance.choice(("", "涉及商业秘密"))}
    if rarely(chance):
        said["minutes"] = False
    return said


def _spot(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    told = reading.done.get("PS-3")
    fine = (
        told.stated["fine"] if told and chance.random() < 0.8 else chance.choice((0, 50, 100, 200, 201, 3_000, 3_001))
    )
    kinds = ["warning"] if fine == 0 else ["fine"]
    return {"fine": fine, "penalty_kinds": ["suspension"] if rarely(chance) else kinds, "mode": "SV-8"}


def _tell(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    fine = chance.choice((0, 50, 100, 200, 3_000))
    return {"told": not rarely(chance), "fine": fine, "penalty_kinds": ["fine"] if fine else ["warning"]}


def _cash(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    made = reading.done.get("PS-4")
    said: dict[str, Any] = {
        "collection": chance.choice(("small", "hard_later", "remote", "")),
        "receipt_no": "" if rarely(chance) else f"票{chance.randrange(10**9)}",
        "amount": made.stated["fine"] if made else 100,
    }
    return said | ({"handed_in_on": at.date()} if chance.random() < 0.4 else {})


def _close_spot(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    made = reading.done.get("PS-4")
    return (
        {"amount": made.stated["fine"], "receipt_no": f"票{chance.randrange(10**9)}"}
        if made and chance.random() < 0.5
        else {}
    )


def _payment(chance: random.Random, reading: Any, at: datetime) -> dict[str, Any]:
    said: dict[str, Any] = {"channel": "officer" if rarely(chance) else "bank"}
    if chance.random() < 0.7:
        said |= {"amount": chance.choice((100, reading._fine() or 100)), "receipt_no": f"票{chance.randrange(10**9)}"}
    return said


_SAYS: dict[str, Any] = {
    "PG-3": lambda c, r, at: {"officers": [1] if rarely(c) else [1, 2]},
    "PG-4": lambda c, r, at: {
        "certificates_shown": not rarely(c),
        **({"interview_room": True, "av": c.random() < 0.8} if c.random() < 0.2 else {}),
    },
    "PG-9": lambda c, r, at: {"draft": f"稿{r.draft[1] - (1 if rarely(c) else 0)}"},
    "PG-10": _notice,
    "H-1": lambda c, r, at: service(c),
    "H-2": lambda c, r, at: {"late_reason": "不可抗力"} if rarely(c) else {},
    "H-3": _call,
    "H-4": _sitting,
    "H-5": _sitting,
    "PG-12": _sitting,
    "PG-13": lambda c, r, at: {"attendees": [6] if rarely(c) else [6, 7]},
    "PG-14": _decision,
    "PG-15": lambda c, r, at: {"publication_told": not rarely(c), **service(c)},
    "PG-16": lambda c, r, at: {"unredacted": ["身份证号"]} if rarely(c) else {},
    "PG-17": _payment,
    "PS-1": lambda c, r, at: {"certificates_shown": not rarely(c)},
    "PS-3": _tell,
    "PS-4": _spot,
    "PS-5": _cash,
    "PS-7": _close_spot,
    "PG-5-1": lambda c, r, at: {"emergency": c.random() < 0.3},
    "PG-5": lambda c, r, at: {"emergency": c.random() < 0.2, "list_signed": not rarely(c), **service(c)},
    "CM-6-1": lambda c, r, at: service(c),
    "PG-5-3": lambda c, r, at: {
        "disposal": ["kept"] if rarely(c) else ["confiscation"],
        **({"late_reason": "不可抗力"} if rarely(c) else {}),
    },
    "CM-1": lambda c, r, at: {"basis_level": "rule" if rarely(c) else "law", "emergency": c.random() < 0.3},
    "CM-3": lambda c, r, at: {"av": not rarely(c), "certificates_shown": not rarely(c)},
    "CM-4": lambda c, r, at: {"av": not rarely(c), "reasons_told": not rarely(c)},
    "CM-5": lambda c, r, at: {"av": not rarely(c), "signed": not rarely(c)},
    "CM-6": lambda c, r, at: {
        "av": not rarely(c),
        "emergency": c.random() < 0.2,
        "term_days": c.choice((15, 30, 30, 31)),
        "not_necessities": not rarely(c),
        "delivered": not rarely(c),
    },
    "CM-7": lambda c, r, at: {"days": c.choice((10, 30, 30, 31)), "reasons_told": not rarely(c)},
    "CM-10": lambda c, r, at: {"release_ground": c.choice(("expired", "decided", "unrelated"))},
    "CM-11": lambda c, r, at: {"evidence_kept": not rarely(c)},
}
