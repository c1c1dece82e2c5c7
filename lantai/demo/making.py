"""Making the city: the registers first, then part after part of its cases.

Each part is one transaction: it is there or it is not. A run that was broken off goes on with the first part that is
missing; a finished city stays as it is.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from random import Random

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from lantai.accounts.models import Account
from lantai.agencies.models import Agency
from lantai.archive.commands import accept
from lantai.archive.models import HandIn
from lantai.cases.models import Case, Decision
from lantai.demo import coercing, hours, inspecting, licensing, media, people, plans, registers
from lantai.demo.city import BY_KEY, FIRST, SEATS, Seat, working
from lantai.demo.scene import MARK, Course, Scene, Team, act
from lantai.disclosure.commands import registers as disclosure
from lantai.law.people import Actor, Role
from lantai.law.periods import BEIJING
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import clock, store
from lantai.personnel import queries as personnel
from lantai.personnel.commands.people import record_photo
from lantai.personnel.models import Person
from lantai.statistics.commands import freeze
from lantai.statistics.models import FrozenReport

SEED = "hengyang"
AT_ONCE = 4  # cases of one part that the worker makes: nobody who uses the pages waits longer than for these
ARCHIVED_AFTER = timedelta(days=30)
PHOTOS_AT_ONCE = 40
NOTES = "本表按行政处罚决定的作出日期统计，数据由平台自动汇总，可以逐项打开对应的案件。（演示数据）"
Say = Callable[[str], None]


@dataclass
class Part:
    """Some cases of one agency that are made together; ``later`` where nobody waits for them at the first start."""

    seat: Seat
    plans: list[plans.Plan]
    later: bool = False


@dataclass
class Made:
    """How many acts were played, and what was refused on the way (nothing should be)."""

    acts: int = 0
    refused: list[str] = field(default_factory=list)


def folder() -> Path:
    return Path(settings.DATA) / "demo"


def begins(today: date) -> datetime:
    """The morning on which the registers are brought in, before the first case."""
    return datetime.combine(today - plans.SPAN - timedelta(days=20), time(9), BEIJING)


def day_of_city() -> date:
    """The day for which the city is made: that of the first run, so that a later one goes on with the same plan."""
    kept = folder() / "day"
    if not kept.exists():
        kept.write_text(clock.today().isoformat())
    return date.fromisoformat(kept.read_text().strip())


# ---- registers ---------------------------------------------------------------------------------------------------------


def make_registers(today: date, say: Say) -> None:
    """Agencies, people, powers, signed procedures, passwords and what the public sees before any decision."""
    if not Agency.objects.exists():
        with transaction.atomic(), clock.at(begins(today)):
            _registers(today, say)
    shown = registers.shown_accounts()
    (folder() / "accounts.json").write_text(json.dumps(shown, ensure_ascii=False, indent=1), encoding="utf-8")


def _registers(today: date, say: Say) -> None:
    random = Random(f"{SEED}:people")
    members = people.staff(SEATS, random)
    founder = registers.found_installation()
    appointed = registers.import_agencies_and_people(founder, members, today, random)
    system = appointed[Role.SYSTEM_ADMIN]
    registers.import_powers(system)
    inspecting.publish(system, begins(today).date())
    registers.sign_procedures()
    registers.give_passwords(system)
    say(f"执法主体 {len(SEATS)} 个，人员 {len(members)} 名，权责清单已经导入")
    for key in FIRST:
        photograph(BY_KEY[key], system)
    disclosure.publish_procedures(actor=system)
    for agency in Agency.objects.select_related("parent").order_by("id"):
        disclosure.publish_agency(actor=system, agency=agency)
    say("执法主体、人员、权责事项和流程图已经公示")


def photograph(seat: Seat, actor: Actor) -> int:
    """Portraits of certified people of an agency who have none yet; says how many were made."""
    wanting = Person.objects.filter(agency__code=seat.code, photo_sha256="", certificates__isnull=False).distinct()
    for person in wanting:
        portrait = media.portrait(Random(f"{person.pk}:portrait"), person.sex)
        record_photo(actor=actor, person=person, photo=store.put_bytes(portrait, "image/jpeg"))
    return len(wanting)


def photograph_next() -> bool:
    """Portraits of the next agency without them, and its page brought up to date. Whether there was one."""
    wanting = Person.objects.filter(photo_sha256="", certificates__isnull=False).values_list("agency__code", flat=True)
    codes = set(wanting)
    seat = next((s for s in SEATS if s.code in codes), None)
    if seat is None:
        return False
    actor = personnel.administrators(Role.SYSTEM_ADMIN)[0][1]
    with transaction.atomic():
        photograph(seat, actor)
        disclosure.publish_agency(actor=actor, agency=Agency.objects.get(code=seat.code))
    return True


# ---- cases -------------------------------------------------------------------------------------------------------------


def parts(today: date) -> list[Part]:
    """All parts in the order in which they are made: the first agencies whole, the others a few cases at a time."""
    found = []
    for seat in working():
        known = plans.of(seat, today)
        size = len(known) if seat.key in FIRST else AT_ONCE
        found += [Part(seat, known[n : n + size]) for n in range(0, len(known), size)]
    found += [Part(seat, known, later=True) for seat in working() if (known := inspecting.of(seat, today))]
    found += [Part(seat, known, later=True) for seat in working() if (known := licensing.of(seat, today))]
    for seat in coercing.seats():
        known = coercing.of(seat, today)
        found += [Part(seat, known[n : n + AT_ONCE], later=True) for n in range(0, len(known), AT_ONCE)]
    return found


def missing(today: date) -> list[Part]:
    """The parts that are not there yet."""
    kept = set(Case.objects.filter(**{f"flags__{MARK}__isnull": False}).values_list(f"flags__{MARK}", flat=True))
    return [part for part in parts(today) if not kept & {plan.mark for plan in part.plans}]


def make(part: Part, today: date) -> Made:
    """Play the cases of a part side by side, in the order of time."""
    now = clock.now()
    with transaction.atomic():
        with clock.at(begins(today)):
            team = Team(Agency.objects.get(code=part.seat.code), begins(today).date())
        return _play([(s, p.play(s)) for p in part.plans for s in [_scene(p, team, today)]], now)


def _scene(plan: plans.Plan, team: Team, today: date) -> Scene:
    every = [one for book in (plans, inspecting, licensing, coercing) for one in book.of(plan.seat, today)]
    number = [one.mark for one in every].index(plan.mark)
    return plans.scene_of(plan, team, 10_000_000 + 1_000 * SEATS.index(plan.seat) + number, today)


def _play(played: Sequence[tuple[Scene, Course]], now: datetime) -> Made:
    made, order = Made(), count()
    waiting: list[tuple[datetime, int, Scene, Course]] = []

    def goes_on(scene: Scene, course: Course, at: datetime | None) -> None:
        if at is not None and at <= now:
            heapq.heappush(waiting, (at, next(order), scene, course))

    for scene, course in played:
        goes_on(scene, course, next(course, None))
    while waiting:
        _, _, scene, course = heapq.heappop(waiting)
        try:
            following = act(scene, course)
        except (Refused, Malformed, Conflict) as fault:
            made.refused.append(f"{scene.mark}（{scene.case.standing_label if scene.case else '登记'}）：{fault}")
            continue
        made.acts += 1
        goes_on(scene, course, following)
    return made


# ---- archive -----------------------------------------------------------------------------------------------------------


def to_archive(today: date, keys: Sequence[str] = tuple(BY_KEY)) -> list[HandIn]:
    """Hand-ins of the demonstration old enough to have been accepted, the oldest first; of some agencies if asked."""
    before = datetime.combine(today - ARCHIVED_AFTER, time(0), BEIJING)
    codes = [BY_KEY[key].code for key in keys]
    found = HandIn.objects.filter(status=HandIn.Status.WAITING, handed_in_at__lt=before, agency__code__in=codes)
    return list(found.filter(**{f"case__flags__{MARK}__isnull": False}).select_related("case").order_by("handed_in_at"))


def archive_next(today: date, keys: Sequence[str] = tuple(BY_KEY)) -> bool:
    """Render what is wanting of the oldest waiting file and accept it, on the day on which it was due. Whether one was."""
    for handed in to_archive(today, keys)[:1]:
        call_command("render_documents", seconds=600.0, dossier=handed.case.dossier_id, verbosity=0)
        keeper = personnel.actor_of(Person.objects.get(agency_id=handed.agency_id, posts__role=Role.ARCHIVIST))
        moment = hours.at(hours.after(handed.handed_in_at.date(), 4), Random(handed.pk))
        with clock.at(moment):
            accept(actor=keeper, hand_in=handed, explanation="纸质材料已经核对，与系统内记录一致。")
        return True
    return False


# ---- the yearly report -------------------------------------------------------------------------------------------------


def report(today: date) -> int:
    """Freeze and publish Table 1 of the past year for every agency that decided then; says for how many."""
    year, moment = today.year - 1, hours.at(hours.after(date(today.year, 1, 19), 1), Random("report"))
    done = FrozenReport.objects.filter(year=year).values_list("agency_id", flat=True)
    of_year = Decision.objects.filter(decided_on__year=year, outcome="penalty").values_list(
        "case__agency_id", flat=True
    )
    owed = Agency.objects.filter(pk__in=set(of_year) - set(done)).order_by("id")
    if moment.date() >= today:
        return 0
    statistician = personnel.actor_of(Person.objects.get(account__username="tongmin"))
    with transaction.atomic(), clock.at(moment):
        for agency in owed:
            freeze(actor=statistician, agency=agency, year=year, notes=NOTES)
    return len(owed)


def counts() -> tuple[int, int]:
    """Cases made and cases planned, for the line that tells the progress."""
    told = Case.objects.filter(parent__isnull=True, **{f"flags__{MARK}__isnull": False})
    made = told.exclude(kind="征收征用").count()  # those are made by themselves (takings)
    return made, sum(len(p.plans) for p in parts(day_of_city()))


def is_begun() -> bool:
    return folder().is_dir() and Account.objects.exists()
