"""期间: when a term (期限) ends. The rules T-1 to T-9 of period arithmetic, and why, in sentences.

A term that reaches a year without a holiday notice, or that stands still because an interval has no end
yet, is ``provisional``: it has no definite ``legal_due`` and says why. Instants may be aware or naive; aware
ones are read in Beijing time.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

from lantai.law.calendar import CALENDAR, UnknownYear, WorkCalendar
from lantai.law.facts import Interval
from lantai.law.procedure import Term, Unit
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ACL, ALL, APL, ARL, CPL, SAMR

BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")

SUSPENSION = "suspension"
HEARING = "hearing"
ANNOUNCEMENT = "announcement"
TESTING = "testing"
IDENTIFICATION = "identification"
REFUND = "refund"
EXPERT_REVIEW = "expert_review"
BIDDING = "bidding"

STOP_LABELS = {
    SUSPENSION: "中止",
    HEARING: "听证",
    ANNOUNCEMENT: "公告",
    TESTING: "检测、检验、检疫、鉴定",
    IDENTIFICATION: "权利人辨认、鉴别",
    REFUND: "责令退还多收价款",
    EXPERT_REVIEW: "专家评审",
    BIDDING: "招标、拍卖",
}
"""What may stop a clock, as pages call it."""

CLOCK_STOPS = frozenset({SUSPENSION, HEARING, ANNOUNCEMENT, TESTING, IDENTIFICATION, REFUND})
"""Intervals outside the ninety days of a penalty case (SAMR 64); a ``Term`` names its own."""

MEASURE_STOPS = frozenset({TESTING})
"""Sealing, seizure and freezing: testing, inspection, quarantine or appraisal only (ACL 25)."""

LICENCE_STOPS = frozenset({HEARING, TESTING, EXPERT_REVIEW, BIDDING})
"""Licences (ALL 45)."""

MUST_BE_TOLD = {ACL.code: ACL[25], ALL.code: ALL[45]}
"""Under these statutes the excluded time must be told in writing; untold, we let the clock run on."""

COUNTING_RULE: dict[str, Basis] = {APL.code: APL[85], ACL.code: ACL[69], ALL.code: ALL[82], ARL.code: ARL[88]}
"""The article by which a statute makes short periods working days."""


@dataclass(frozen=True)
class Due:
    """The end of a term.

    ``raw_due``      where the bare count ends; None where nobody can know it yet.
    ``legal_due``    the last lawful day: ``raw_due`` rolled to the first working day (T-2), but never for
                     terms that restrict property or liberty (T-9); None while provisional.
    ``safe_due``     the last working day on or before ``raw_due`` (T-8): warn from here on.
    ``due_at``       the instant, for terms in hours.
    ``standing``     an interval without an end keeps the clock still.
    ``missing_year`` the year whose notice is missing.
    ``counted``      how it was counted, one sentence a line, for the tooltip and the file.
    """

    raw_due: date | None
    legal_due: date | None
    safe_due: date | None
    rolled: bool = False
    provisional: bool = False
    due_at: datetime | None = None
    standing: bool = False
    missing_year: int = 0
    counted: tuple[str, ...] = ()

    @property
    def ends_on(self) -> date | None:
        """The last lawful day, or the bare end of the count while that is all one can know."""
        return self.legal_due or self.raw_due

    def is_past(self, day: date) -> bool:
        """Whether ``day`` is after the last lawful day. A provisional term is never past."""
        return self.legal_due is not None and day > self.legal_due

    def is_past_at(self, instant: datetime) -> bool:
        """As ``is_past``, to the minute for terms in hours."""
        if self.due_at is not None:
            return _beijing(instant) > _beijing(self.due_at)
        return self.is_past(local_day(instant))


def _beijing(instant: datetime) -> datetime:
    return instant.astimezone(BEIJING) if instant.tzinfo else instant.replace(tzinfo=BEIJING)


def local_day(moment: date | datetime) -> date:
    """The day in Hengyang on which an instant falls."""
    return _beijing(moment).date() if isinstance(moment, datetime) else moment


def months_after(day: date, months: int) -> date:
    """The same-numbered day ``months`` later, or the last day of that month if it has none (T-4)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_after(day: date, years: int) -> date:
    """``months_after`` with twelve months a year: 29 February becomes 28 February."""
    return months_after(day, 12 * years)


def written(day: date) -> str:
    """2026年10月9日."""
    return f"{day.year}年{day.month}月{day.day}日"


def written_to_the_minute(instant: datetime) -> str:
    """2026年10月9日 09:12, in Beijing time."""
    local = _beijing(instant)
    return f"{written(local.date())} {local:%H:%M}"


def merged(intervals: Sequence[Interval]) -> tuple[tuple[date, date | None], ...]:
    """The union of the intervals in order: a day under two of them counts once; None while one runs."""
    union: list[tuple[date, date | None]] = []
    for interval in sorted(intervals, key=lambda i: i.start):
        start, end = interval.start, interval.end
        if end is not None and end < start:
            raise ValueError(f"{interval.kind}：止日{end}早于起日{start}")
        if union:
            first, last = union[-1]
            if last is None:
                break
            if start <= last + timedelta(days=1):
                union[-1] = (first, None if end is None else max(last, end))
                continue
        union.append((start, end))
    return tuple(union)


def stopping(term: Term, pauses: Sequence[Interval]) -> tuple[Interval, ...]:
    """Those of the intervals that stop the clock of this term."""
    told = term.basis.statute.code in MUST_BE_TOLD
    return tuple(p for p in pauses if p.kind in term.stops and (p.told_in_writing or not told))


def due(
    term: Term,
    start: date | datetime,
    pauses: Sequence[Interval] = (),
    added_days: int = 0,
    calendar: WorkCalendar = CALENDAR,
) -> Due:
    """When ``term`` ends if it began at ``start``.

    ``pauses`` are any intervals of the case; only those whose kind is among ``term.stops`` stop the clock,
    days under two of them once. ``added_days`` are granted by extension and counted as the term's own.
    Raises ValueError for a term in hours that begins on a bare day.
    """
    if term.unit is Unit.HOURS:
        return _hours_due(term, start, added_days)
    day = local_day(start)
    stops = stopping(term, pauses)
    lines = [f"自{written(day)}起算，开始之日不计算在内（{CPL[85]}）", _amount_line(term, added_days)]
    if untold := [p for p in pauses if p.kind in term.stops and p not in stops]:
        lines.append(f"{_stop_line(untold[0])}没有书面告知当事人，不予扣除（{MUST_BE_TOLD[term.basis.statute.code]}）")
    try:
        raw = _raw_due(term, day, merged(stops), added_days, calendar)
    except UnknownYear as missing:
        lines.append(f"{missing}，届满日待定")
        return Due(None, None, None, provisional=True, missing_year=missing.year, counted=tuple(lines))
    last = raw or date.max
    lines += [
        f"{_stop_line(p)}不计算在内"
        for p in stops
        if p.start <= last and (p.start > day or p.end is None or p.end > day)
    ]
    if raw is None:
        lines.append("计时尚未恢复，届满日待定")
        return Due(None, None, None, provisional=True, standing=True, counted=tuple(lines))
    lines.append(f"期限届满之日为{written(raw)}")
    return _rolled(term, raw, lines, calendar)


def _rolled(term: Term, raw: date, lines: list[str], calendar: WorkCalendar) -> Due:
    """T-2, T-8 and T-9 for a raw day."""
    try:
        safe = calendar.on_or_before(raw)
    except UnknownYear as missing:
        if not term.rolls:  # released on or before the raw day, whatever the notice of that year says
            lines.append("限制财产或者人身自由的期限不顺延，最迟当日解除")
            return Due(raw, raw, None, counted=tuple(lines))
        lines.append(f"{missing}，是否顺延待定")
        return Due(raw, None, None, provisional=True, missing_year=missing.year, counted=tuple(lines))
    if safe == raw:
        return Due(raw, raw, raw, counted=tuple(lines))
    if not term.rolls:
        lines.append(f"该日为休息日；限制财产或者人身自由的期限不顺延，宜在{written(safe)}前办结")
        return Due(raw, raw, safe, counted=tuple(lines))
    try:
        legal = calendar.on_or_after(raw)
    except UnknownYear as missing:
        lines.append(f"该日为休息日；{missing}，顺延至哪一日待定；宜在{written(safe)}前办结")
        return Due(raw, None, safe, provisional=True, missing_year=missing.year, counted=tuple(lines))
    lines.append(
        f"该日为{calendar.holiday_name(raw)}，顺延至其后第一个工作日{written(legal)}（{_rolling_rule(term)}）；"
        f"宜在{written(safe)}前办结"
    )
    return Due(raw, legal, safe, rolled=True, counted=tuple(lines))


def _rolling_rule(term: Term) -> str:
    """The clause by which the last day moves: the statute's own where it has one, else by analogy."""
    if term.basis.statute == SAMR:
        return str(SAMR[80])
    return f"{'参照' if term.basis.statute != CPL else ''}{CPL[85]}"


def _raw_due(
    term: Term,
    day: date,
    stops: tuple[tuple[date, date | None], ...],
    added_days: int,
    calendar: WorkCalendar,
) -> date | None:
    """The day on which the bare count ends; None if it stands still for good. Raises UnknownYear."""
    if term.counts_working_days:
        return _with_stops_working(day, term.amount + added_days, stops, calendar)
    if term.unit is Unit.MONTHS:
        end = months_after(day, term.amount)
    elif term.unit is Unit.YEARS:
        end = years_after(day, term.amount)
    else:
        end = day + timedelta(days=term.amount)
    end += timedelta(days=added_days)
    for first, last in stops:
        first = max(first, day + timedelta(days=1))
        if first > end:
            break
        if last is None:
            return None
        if last >= first:
            end += last - first + timedelta(days=1)
    return end


def _with_stops_working(
    day: date, amount: int, stops: tuple[tuple[date, date | None], ...], calendar: WorkCalendar
) -> date | None:
    """``amount`` working days after ``day``, not counting the stopped ones."""
    left, at = amount, day
    for first, last in stops:
        if last is not None and last <= at:
            continue
        before = first - timedelta(days=1)
        if before > at:
            end = calendar.add_working_days(at, left)
            if end <= before:
                return end
            left -= calendar.working_days_between(at, before)
        if last is None:
            return None
        at = last
    return calendar.add_working_days(at, left)


def _hours_due(term: Term, start: date | datetime, added_days: int) -> Due:
    """Hours run through nights, weekends and holidays (T-6)."""
    if not isinstance(start, datetime):
        raise ValueError("以小时计算的期限须有起算的时刻")
    at = start + timedelta(hours=term.amount + 24 * added_days)
    day = local_day(at)
    return Due(
        day,
        day,
        day,
        due_at=at,
        counted=(
            f"自{_moment(start)}起算{term.amount}小时，夜间、休息日、节假日不扣除（{term.basis}）",
            f"期限届满于{_moment(at)}",
        ),
    )


def _moment(instant: datetime) -> str:
    local = _beijing(instant)
    return f"{written(local.date())}{local:%H:%M}"


def _amount_line(term: Term, added_days: int) -> str:
    if term.counts_working_days:
        rule = COUNTING_RULE.get(term.basis.statute.code) if term.unit is Unit.DAYS else None
        counted = f"{term.amount}日，为工作日（{rule}）" if rule else f"{term.amount}个工作日"
    elif term.unit in (Unit.MONTHS, Unit.YEARS):
        counted = f"{term.amount}{term.unit}"
    else:
        counted = f"{term.amount}日，按自然日计算"
    kind = "个工作日" if term.counts_working_days else "日"
    extended = f"，经批准延长{added_days}{kind}" if added_days else ""
    return f"期限{counted}{extended}（{'本平台规则，参照' if term.policy else ''}{term.basis}）"


def _stop_line(interval: Interval) -> str:
    end = f"至{written(interval.end)}" if interval.end else "起尚未结束"
    return f"{STOP_LABELS.get(interval.kind, interval.kind)}期间{written(interval.start)}{end}"


def latest(*ends: Due) -> Due:
    """The end that comes last. A provisional one comes after every definite one."""
    return max(ends, key=_order)


def earliest(*ends: Due) -> Due:
    """The end that comes first; provisional ones last."""
    return min(ends, key=_order)


def _order(end: Due) -> tuple[date, datetime]:
    day = end.legal_due or date.max
    at = _beijing(end.due_at) if end.due_at else datetime(day.year, day.month, day.day, 23, 59, tzinfo=BEIJING)
    return day, at


def at_latest(end: Due, day: date) -> Due:
    """``end`` cut off at ``day``, where the law sets an outer limit."""
    if end.legal_due is not None and end.legal_due <= day:
        return end
    return replace(
        end,
        legal_due=day,
        safe_due=min(end.safe_due, day) if end.safe_due else None,
        provisional=False,
        rolled=False,
        counted=(*end.counted, f"最迟不超过{written(day)}"),
    )


HEARING_NOTICE_DAYS = 7


def earliest_hearing(notice_served_on: date, calendar: WorkCalendar = CALENDAR) -> date:
    """The first working day for a hearing: seven whole working days lie between (APL 64(2), strictly).

    Raises UnknownYear.
    """
    return calendar.add_working_days(notice_served_on, HEARING_NOTICE_DAYS + 1)


def latest_hearing_notice(hearing_on: date, calendar: WorkCalendar = CALENDAR) -> date:
    """The last day on which the notice of a hearing may be served. Raises UnknownYear."""
    return calendar.add_working_days(hearing_on, -HEARING_NOTICE_DAYS) - timedelta(days=1)


def hearing_notice_suffices(notice_served_on: date, hearing_on: date, calendar: WorkCalendar = CALENDAR) -> bool:
    """Whether at least seven whole working days lie strictly between the two days. Raises UnknownYear."""
    return calendar.full_working_days_between(notice_served_on, hearing_on) >= HEARING_NOTICE_DAYS
