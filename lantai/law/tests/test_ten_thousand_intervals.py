"""Ten thousand chance intervals end where a count day after day ends, one that was written without our code."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from lantai.law.calendar import CALENDAR, WorkCalendar
from lantai.law.facts import Interval
from lantai.law.periods import BEIJING, STOP_LABELS, due
from lantai.law.procedure import Term, Unit
from lantai.law.statutes_in_force import ACL, ADLIT, ALL, APL, ARL, SAMR, XFER
from lantai.law.tests import plain_calendar as plain

pytestmark = pytest.mark.slow

OURS = WorkCalendar([CALENDAR.schedule(2025), CALENDAR.schedule(2026)], library=False)
NUMBER = 10_000
KINDS = sorted(STOP_LABELS)
STATUTES = (APL, ACL, ALL, ARL, SAMR, ADLIT, XFER)
UNITS = (Unit.DAYS, Unit.DAYS, Unit.DAYS, Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.MONTHS, Unit.YEARS, Unit.HOURS)
AMOUNTS = {
    Unit.DAYS: (1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90),
    Unit.WORKING_DAYS: tuple(range(1, 61)),
    Unit.CALENDAR_DAYS: (1, 3, 7, 15, 30, 60, 90, 180),
    Unit.MONTHS: (1, 2, 3, 6, 12),
    Unit.YEARS: (1,),
    Unit.HOURS: (1, 12, 24, 48, 72),
}


def chance_term(chance):
    unit = chance.choice(UNITS)
    statute = chance.choice(STATUTES)
    stops = frozenset(chance.sample(KINDS, chance.randrange(len(KINDS))))
    return Term(chance.choice(AMOUNTS[unit]), "x", statute[1], unit, rolls=chance.random() < 0.7, stops=stops)


def chance_pauses(chance, start):
    found = []
    for _ in range(chance.choice((0, 0, 1, 1, 2, 4))):
        first = start + timedelta(days=chance.randint(-10, 100))
        last = None if chance.random() < 0.08 else first + timedelta(days=chance.randrange(40))
        found.append(Interval(chance.choice(KINDS), first, last, told_in_writing=chance.random() < 0.8))
    return found


def expected(term, start, pauses, added):
    """(bare end, lawful end, last working day before it, whether it moved, whether nobody can say)."""
    statute = term.basis.statute.code
    told = statute in ("ACL", "ALL")
    stops = [(p.start, p.end) for p in pauses if p.kind in term.stops and (p.told_in_writing or not told)]
    working = term.unit is Unit.WORKING_DAYS or (
        term.unit is Unit.DAYS and plain.short_periods_are_working_days(statute, term.amount)
    )
    unit = {Unit.MONTHS: "month", Unit.YEARS: "year"}.get(term.unit, "day")
    try:
        bare = plain.last_day(start, term.amount, unit, working=working, stops=stops, added=added)
    except plain.NobodyKnows:
        return None, None, None, False, True
    if bare is None:
        return None, None, None, False, True
    try:
        before = bare
        while not plain.works(before):
            before -= plain.DAY
    except plain.NobodyKnows:
        return (bare, bare, None, False, False) if not term.rolls else (bare, None, None, False, True)
    if not term.rolls:
        return bare, bare, before, False, False
    try:
        lawful = bare
        while not plain.works(lawful):
            lawful += plain.DAY
    except plain.NobodyKnows:
        return bare, None, before, False, True
    return bare, lawful, before, lawful != bare, False


def hours_agree(term, chance):
    began = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=chance.randrange(800_000))
    added = chance.choice((0, 0, 1))
    found = due(term, began, (), added, OURS)
    end = began
    for _ in range(term.amount + 24 * added):
        end += timedelta(minutes=60)
    assert found.due_at == end
    assert found.legal_due == found.raw_due == end.astimezone(BEIJING).date()
    assert not found.provisional


def test_ten_thousand_chance_intervals_end_where_a_day_by_day_count_ends(capsys):
    chance = random.Random(20191125)
    met = Counter()
    for number in range(NUMBER):
        term = chance_term(chance)
        met[term.unit.value] += 1
        if term.unit is Unit.HOURS:
            hours_agree(term, chance)
            continue
        start = date(2025, 1, 1) + timedelta(days=chance.randrange(700))
        pauses = chance_pauses(chance, start)
        added = chance.choice((0, 0, 0, 10, 30))
        began = start
        if chance.random() < 0.3:  # an instant late in the evening of UTC is the next day here
            began = datetime(start.year, start.month, start.day, chance.randrange(24), tzinfo=BEIJING).astimezone(UTC)
        found = due(term, began, pauses, added, OURS)
        wanted = expected(term, start, pauses, added)
        assert (found.raw_due, found.legal_due, found.safe_due, found.rolled, found.provisional) == wanted, (
            number,
            term,
            start,
            pauses,
            added,
        )
        met["顺延"] += found.rolled
        met["待定"] += found.provisional
        met["扣除期间"] += bool(pauses)
        met["延长"] += bool(added)
    with capsys.disabled():
        print(f"\n逐日核对{NUMBER}个期间：", "，".join(f"{k}{v}" for k, v in met.items()))
    assert min(met.values()) > 400


def test_the_tables_copied_by_hand_are_those_the_platform_counts_with():
    day = date(2025, 1, 1)
    while day.year in plain.KNOWN:
        assert OURS.is_working_day(day) == plain.works(day), day
        day += plain.DAY
