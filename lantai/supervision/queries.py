"""What supervision asks: which lamps burn, of which case and by which rule, and who tried to pass a gate."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import BigIntegerField, Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Substr
from django.http import Http404

from lantai.agencies import queries as agencies
from lantai.cases import queries as cases
from lantai.cases.models import Case, TakenStep
from lantai.law import cards, defects, inspections
from lantai.law.people import Actor, Role
from lantai.law.periods import written, written_to_the_minute
from lantai.ledger import clock
from lantai.ledger.act import COMMANDS
from lantai.ledger.models import RefusedAttempt
from lantai.powers import queries as powers

WATCHING = (Role.SUPERVISOR, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)
CASE = "cases.case:"
OF_CASE = Cast(Substr("subject", len(CASE) + 1), BigIntegerField())
RECENT = timedelta(days=30)
LEVELS = (("red", "红牌"), ("yellow", "黄牌"), ("blue", "提醒"))
WORDS = {"red": "红牌", "yellow": "黄牌", "remind": "提醒", "ok": "正常", "none": "已办结"}


def watcher(viewer: Actor | None) -> Actor:
    """The viewer, if he watches anybody; Http404 for everybody else, who would read that nothing is amiss."""
    if viewer is None or not viewer.has(*WATCHING):
        raise Http404
    return viewer


def watched(viewer: Actor | None) -> QuerySet[Case]:
    """Running cases of the agencies that the viewer watches: a supervisor his whole city or county, a head his own agency."""
    if viewer is None or not viewer.has(*WATCHING):
        return Case.objects.none()
    return cases.visible_to(viewer).exclude(standing="")


@dataclass(frozen=True)
class Lit:
    """One thing that lights a lamp today: the word of its lamp, what has to be done, by which rule and article, and the days."""

    word: str
    label: str
    what: str
    rule: str
    bases: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class LampRow:
    """A case with a burning lamp: the gravest as a word, and all that lights one today, the gravest first."""

    case: Case
    word: str
    label: str
    lit: list[Lit]
    attempts: int


def attempted(viewer: Actor | None) -> QuerySet[RefusedAttempt]:
    """Attempts of the last thirty days to pass a gate of a case, after which it has not gone on lawfully yet.

    The next step taken as the law provides puts out the lamp; the attempt stays in the list of attempts.
    """
    found = attempts(viewer).filter(
        at__gte=clock.now() - RECENT, subject__startswith=CASE, gates__icontains='"gate": "G-'
    )
    found = found.alias(case_pk=OF_CASE)
    gone_on = TakenStep.objects.filter(case_id=OuterRef("case_pk"), recorded_at__gt=OuterRef("at"))
    return found.filter(~Exists(gone_on))


def _attempted_cases(viewer: Actor | None) -> Q:
    return Q(pk__in=attempted(viewer).order_by().values_list(OF_CASE))


def burning(viewer: Actor | None, level: str = "any", agency: int | None = None) -> QuerySet[Case]:
    """Cases with a lamp, newest first; one in which somebody tried to pass a gate is red."""
    lit, tried = cases.lit(level, clock.today()), _attempted_cases(viewer)
    lit = lit | tried if level in ("red", "any") else lit & ~tried
    found = watched(viewer).filter(lit).select_related("agency").order_by("-id")
    return found.filter(agency_id=agency) if agency else found


def lamp_rows(found: list[Case], on: date, viewer: Actor | None) -> list[LampRow]:
    """Each case with what lights its lamp on a day, and how often it was refused something lately; two statements for all."""
    subjects = [f"{CASE}{case.pk}" for case in found]
    refused, tried = _refused_lately(subjects, viewer), defaultdict(list)
    for attempt in attempted(viewer).filter(subject__in=subjects):
        tried[int(attempt.subject.removeprefix(CASE))].append(_tried(attempt))
    rows = []
    for case in found:
        word = "red" if tried[case.pk] else cases.lamp_word(case, on)
        lit = [*tried[case.pk], *(_lit(card, on) for card in cases.burning_cards(case, on))]
        rows.append(LampRow(case, word, WORDS[word], lit, refused.get(f"{CASE}{case.pk}", 0)))
    return rows


def _lit(card: cards.Card, on: date) -> Lit:
    word = cases.WORDS[card.level(on)]
    late = (on - card.ends_on).days
    past = f"，已过 {late} 天" if late > 0 else ""
    bases = tuple(f"《{basis.removeprefix('《')}" for basis in card.basis.split("、《"))
    return Lit(word, WORDS[word], card.label, card.rule(on), bases, card.said or f"{written(card.ends_on)}届满{past}")


def _refused_lately(subjects: list[str], viewer: Actor | None) -> dict[str, int]:
    lately = attempts(viewer).filter(at__gte=clock.now() - RECENT, subject__in=subjects).order_by()
    return dict(lately.values("subject").annotate(number=Count("id")).values_list("subject", "number"))


def _tried(attempt: RefusedAttempt) -> Lit:
    """An attempt to pass a gate, as the lamp list says it."""
    gates = [g for g in attempt.gates if str(g["gate"]).startswith("G-")]
    numbers = "、".join(dict.fromkeys(g["gate"] for g in gates))
    bases = tuple(dict.fromkeys(basis for g in gates for basis in g["basis"]))
    what, who = COMMANDS.get(attempt.verb, attempt.verb), attempt.actor_name or "平台"
    sentence = f"被拦下（{who}，{written_to_the_minute(attempt.at)}）：{'；'.join(g['reason'] for g in gates)}"
    return Lit("red", WORDS["red"], what, f"{defects.RULES[defects.ATTEMPT]}（{numbers}）", bases, sentence)


@dataclass(frozen=True)
class AgencyLamps:
    """One row of the board: how many running cases of an agency show each lamp, and how often a gate was tried."""

    agency_id: int
    name: str
    running: int
    red: int
    yellow: int
    blue: int
    attempts: int


def board(viewer: Actor | None) -> list[AgencyLamps]:
    """Every watched agency with running cases or attempts, the reddest first; three statements whatever the number."""
    on = clock.today()
    red, yellow, blue = (cases.lit(level, on) for level in ("red", "yellow", "blue"))
    past = _attempted_cases(viewer)
    counted = (
        watched(viewer)
        .values("agency_id")
        .annotate(
            running=Count("id"),
            red=Count("id", filter=red | past),
            yellow=Count("id", filter=yellow & ~past),
            blue=Count("id", filter=blue & ~past),
        )
        .order_by()
    )
    tried = dict(
        attempts(viewer)
        .filter(at__gte=clock.now() - RECENT)
        .order_by()
        .values("agency_id")
        .annotate(number=Count("id"))
        .values_list("agency_id", "number")
    )
    names = agencies.names(viewer)
    rows = [
        AgencyLamps(
            r["agency_id"],
            names.get(r["agency_id"], ""),
            r["running"],
            r["red"],
            r["yellow"],
            r["blue"],
            tried.pop(r["agency_id"], 0),
        )
        for r in counted
    ]
    rows += [AgencyLamps(pk, names.get(pk, ""), 0, 0, 0, 0, number) for pk, number in tried.items() if pk]
    return sorted(rows, key=lambda r: (-r.red, -r.attempts, -r.yellow, -r.blue, r.name))


def totals(rows: list[AgencyLamps]) -> dict[str, int]:
    return {
        "running": sum(r.running for r in rows),
        "red": sum(r.red for r in rows),
        "yellow": sum(r.yellow for r in rows),
        "blue": sum(r.blue for r in rows),
        "attempts": sum(r.attempts for r in rows),
    }


def attempts(viewer: Actor | None, agency: int | None = None, gate: str = "") -> QuerySet[RefusedAttempt]:
    """Attempts that a gate refused, newest first: of one's whole scope, or of one's own agency for its heads."""
    if viewer is None or not viewer.has(*WATCHING):
        return RefusedAttempt.objects.none()
    found = RefusedAttempt.objects.filter(agency_id__in=sorted({viewer.agency_id, *viewer.scope})).order_by("-id")
    if agency:
        found = found.filter(agency_id=agency)
    return found.filter(gates__icontains=f'"{gate}"') if gate else found


def attempt_rows(found: list[RefusedAttempt], viewer: Actor | None) -> list[dict[str, Any]]:
    """Attempts in words; the case is named where it is a case."""
    names = agencies.names(viewer)
    ids = {
        int(pk) for a in found for label, _, pk in [a.subject.partition(":")] if label == "cases.case" and pk.isdigit()
    }
    known = {c.pk: c for c in cases.visible_to(viewer).filter(pk__in=ids)}
    rows = []
    for attempt in found:
        label, _, pk = attempt.subject.partition(":")
        case = known.get(int(pk)) if label == "cases.case" and pk.isdigit() else None
        rows.append(
            {
                "attempt": attempt,
                "what": COMMANDS.get(attempt.verb, attempt.verb),
                "agency": names.get(attempt.agency_id or 0, "—"),
                "case": case,
                "gates": attempt.gates,
            }
        )
    return rows


@dataclass(frozen=True)
class OverCap:
    """One inspection over the yearly cap of its agency for one enterprise: the how many-th of the year, and why."""

    case: Case
    party: str
    entered_on: date
    number: int
    cap: int
    source: str


def over_cap(viewer: Actor | None, year: int) -> list[OverCap]:
    """The inspections of a year that went over the cap by an exception: allowed, counted, and reported here; latest first."""
    if viewer is None or not viewer.has(*WATCHING):
        return []
    held = powers.caps(date(year, 12, 31))
    found: list[OverCap] = []
    numbers: Counter[tuple[int, str]] = Counter()
    for case, party, entered, source in cases.entered(viewer, year):
        cap = powers.cap_of(case.agency, held)
        if cap is None or party.kind not in inspections.CAPPED_PARTIES or source in cap.uncounted:
            continue
        enterprise = (case.agency_id, party.code or party.name)
        numbers[enterprise] += 1
        if numbers[enterprise] > cap.times:
            label = inspections.SOURCES.get(source, source)
            found.append(OverCap(case, party.name, entered, numbers[enterprise], cap.times, label))
    return found[::-1]
