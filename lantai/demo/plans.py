"""Which cases an agency has: an even spread over fourteen months, in every stage, with what makes a demonstration worth seeing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from random import Random

from lantai.demo import courses, hours, matters
from lantai.demo.city import Seat
from lantai.demo.scene import Course, Scene, Team
from lantai.demo.telling import tell

MONTHS = 14
SPAN = timedelta(days=30 * MONTHS - 10)
HEARING, HEARING_MARKET = 20_000, 100_000  # fines that give a firm the right to a hearing
SPOT_LIMIT = 200  # yuan, for citizens and sole traders (APL 51)
Play = Callable[[Scene], Course]


@dataclass(frozen=True)
class Plan:
    """A case to be played: when it begins, what it is about and how it goes.

    ``quick``  every act follows as soon as it may; ``by`` names of the officers who handle it.
    """

    mark: str
    seat: Seat
    opens: date
    matter: matters.Matter
    play: Play
    tier: str = ""
    amount: int = 0
    outcome: str = "penalty"
    quick: bool = False
    by: tuple[str, ...] = ()


def _chain(*parts: Play) -> Play:
    def play(scene: Scene) -> Course:
        return chain.from_iterable(part(scene) for part in parts)

    return play


def _with(part: Callable[..., Course], **said: object) -> Play:
    return lambda scene: part(scene, **said)


def _ordinary(random: Random, number: int) -> Play:
    """A penalty from clue to closing, with small differences."""
    plea = random.choice((*courses.PLEAS, "", ""))
    first = _with(courses.investigated, pictures=2 if number % 3 == 0 else 0, video=number % 9 == 0)
    fate = random.choices(("", "corrected", "withdrawn"), (10, 1, 1))[0]
    return _chain(
        first,
        _with(courses.reviewed, returned=number % 7 == 2),
        _with(courses.told, plea=plea),
        courses.decided,
        courses.served,
        _with(courses.published, late=number % 19 == 5, fate=fate),
        _with(courses.paid, parts=number % 8 == 6),
        courses.closed,
        courses.handed_in,
    )


def _forgiven(random: Random, number: int) -> Play:
    return _chain(
        _with(courses.investigated, pictures=number % 2),
        courses.reviewed,
        courses.decided,
        courses.served,
        courses.published,
        courses.closed,
        courses.handed_in,
    )


HEARD = _chain(
    _with(courses.investigated, pictures=2, video=True),
    courses.reviewed,
    _with(courses.told, plea="hearing"),
    courses.heard,
    courses.reviewed,
    courses.decided,
    courses.served,
    courses.published,
    courses.paid,
    courses.closed,
    courses.handed_in,
)
HANDED_OVER = _chain(courses.investigated, courses.reviewed, courses.decided, courses.closed)
ON_THE_SPOT = _chain(courses.spot, courses.published, courses.spot_closed)
FORGIVEN = ("no_penalty_minor", "no_penalty_first", "no_penalty_facts")


def of(seat: Seat, today: date) -> list[Plan]:
    """The cases of an agency in the order in which they begin; always the same for a seed and a day."""
    random = Random(f"{seat.key}:cases")
    known = matters.of_field(seat.field)
    made: list[Plan] = []
    for number in range(seat.cases):
        opens = today - SPAN + (SPAN - timedelta(days=3)) * number / max(1, seat.cases - 1)
        opens += timedelta(days=random.randint(-2, 2))
        made.append(_one(seat, number, min(opens, today - timedelta(days=1)), known, random))
    made += _waiting(seat, today)
    return sorted(made, key=lambda plan: plan.opens)


def _one(seat: Seat, number: int, opens: date, known: tuple[matters.Matter, ...], random: Random) -> Plan:
    mark = f"{seat.key}-{number:03d}"
    matter = known[(number * 5 + random.randint(0, 2)) % len(known)]
    on_the_spot = [m for m in known if m.spot is not None]
    turn = number % 10
    if on_the_spot and turn in (1, 5, 8):
        matter = on_the_spot[number % len(on_the_spot)]
        return Plan(mark, seat, opens, matter, ON_THE_SPOT, "从轻", matter.spot or -1)
    if turn == 4:
        return Plan(
            mark, seat, opens, matter, _forgiven(random, number), outcome=FORGIVEN[(number // 10 + len(seat.key)) % 3]
        )
    if turn == 7 and seat.key == "market":
        expired = next(m for m in known if m.key == "M01")
        return Plan(mark, seat, opens, expired, HANDED_OVER, outcome="transfer_criminal")
    if turn == 7 and len(seat.key) % 2:
        return Plan(mark, seat, opens, matter, HANDED_OVER, outcome="transfer_agency")
    grave = [m for m in known if m.fine[1] >= 12 * (HEARING_MARKET if seat.field == "市场监管" else HEARING) // 10]
    if grave and turn == 2:
        matter = grave[number // 10 % len(grave)]
        least = max(matter.fine[0], HEARING_MARKET if seat.field == "市场监管" else HEARING)
        heavy = least * 12 // 10 // 1000 * 1000
        return Plan(mark, seat, opens, matter, HEARD, _tier(matter, heavy), heavy)
    return Plan(mark, seat, opens, matter, _ordinary(random, number))


PICTURES = _with(courses.investigated, pictures=2)
FILMED = _with(courses.investigated, pictures=3, video=True)
PLEADED = _with(courses.told, plea=courses.PLEAS[0])
TO_DECISION = (PICTURES, courses.reviewed, courses.told, courses.decided, courses.served)

# what the people whom visitors sign in as find on their desks: name, matter, fine, working days ago, course
_DESKS: tuple[tuple[str, str, int, int, Play], ...] = (
    ("clue", "M05", 0, 1, courses.noticed),
    ("verified", "M09", 0, 4, _with(courses.begun, parts=2)),
    ("filed", "M02", 0, 6, _with(courses.begun, parts=3)),
    ("review", "M07", 150_000, 9, _chain(FILMED, courses.waits_for_review)),
    ("review-2", "M01", 62_000, 8, _chain(PICTURES, courses.waits_for_review)),
    ("supplement", "M10", 108_000, 10, _chain(PICTURES, courses.sent_back)),
    ("no-review", "M08", 220_000, 11, _chain(FILMED, courses.overreached)),
    ("to-decide", "M07", 160_000, 21, _chain(FILMED, courses.reviewed, courses.told, courses.discussed)),
    ("to-decide-2", "M01", 64_000, 20, _chain(PICTURES, courses.reviewed, PLEADED)),
    ("to-publish", "M12", 18_000, 20, _chain(*TO_DECISION)),
    ("to-check", "M09", 16_000, 22, _chain(*TO_DECISION, _with(courses.published, fate="drafted"))),
    ("check-failed", "M02", 8_000, 21, _chain(*TO_DECISION, _with(courses.published, fate="sent_back"))),
    ("overdue", "M10", 90_000, 75, courses.investigated),
    ("unpaid", "M13", 6_000, 48, _chain(*TO_DECISION, courses.published)),
)
_COUNTY_DESKS: tuple[tuple[str, str, int, int, Play], ...] = (
    ("filed", "M02", 0, 6, _with(courses.begun, parts=3)),
    ("supplement", "M01", 58_000, 10, _chain(PICTURES, courses.sent_back)),
    ("to-serve", "M04", 9_000, 18, _chain(PICTURES, courses.reviewed, courses.told, courses.decided)),
)


def _tier(matter: matters.Matter, amount: int) -> str:
    """The tier of the standard in which an amount lies."""
    held = (t for t, _, low, high in matter.tiers if (low or 0) <= amount <= (high or amount))
    return next(held, "从轻") if amount else "从轻"


def _waiting(seat: Seat, today: date) -> list[Plan]:
    """Cases that stand today where somebody of the sign-in page has to act."""
    desks, by = {
        "market": (_DESKS, ("张立新", "李雪梅")),
        "hengyang-market": (_COUNTY_DESKS, ("陈琳",)),
    }.get(seat.key, ((), ()))
    known = {m.key: m for m in matters.ALL}
    return [
        Plan(
            f"{seat.key}-{name}",
            seat,
            hours.before(today, ago),
            known[key],
            play,
            _tier(known[key], amount),
            amount,
            quick=True,
            by=by,
        )
        for name, key, amount, ago, play in desks
    ]


def scene_of(plan: Plan, team: Team, number: int, today: date) -> Scene:
    """Set the stage of a plan: the same people and words every time."""
    random = Random(f"{plan.mark}:scene")
    amount = 0 if plan.amount < 0 else plan.amount
    telling = tell(plan.seat, plan.matter, random, number, today, tier=plan.tier, amount=amount)
    if plan.amount < 0:
        telling.fine = 0
    elif plan.amount and telling.party["kind"] != "organisation" and plan.matter.spot is not None:
        telling.fine = min(telling.fine, SPOT_LIMIT)
    telling.outcome = plan.outcome
    officers = team.pair(random, plan.by)
    return Scene(team, telling, random, plan.mark, plan.opens, officers, quick=plan.quick)
