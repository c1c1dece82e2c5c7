"""100,000 cases with history, on a scratch database, in about a minute.

A handful of cases is played by the real commands into different stages. Their rows are then copied by SQL, each copy with
keys, numbers and subjects of its own. Only benchmarks write rows like this. What is left out: the words of internal
documents (a copy keeps the documents that other rows name), the entries of inner commands, and places in the tree;
``benchmarks.ledger`` has a log of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from lantai.agencies.commands import register as register_agency
from lantai.agencies.models import Agency, Kind
from lantai.cases.commands.taking import _project
from lantai.cases.facts import of as facts_of
from lantai.cases.models import (
    Case,
    CaseEvent,
    CaseInterval,
    CaseParty,
    Decision,
    Draft,
    Handler,
    ReviewReceipt,
    ServiceRecord,
    TakenStep,
)
from lantai.documents.models import IssuedDocument
from lantai.law import released
from lantai.ledger import clock, turns
from lantai.ledger.models import Detail as EntryDetail
from lantai.ledger.models import Entry
from lantai.personnel.models import Person
from lantai.recording.models import Dossier
from lantai.rehearsal.playing import Player
from lantai.rehearsal.reading import read
from lantai.rehearsal.world import REGISTRAR, World, build, credit_code

CASES = 100_000
AGENCIES = 40
MARKET = "衡阳市市场监督管理局"
STORIES = (  # title, step it has come to, days since it began
    ("未履行进货查验义务案", "PG-1", 12),
    ("虚假宣传案", "PG-3", 20),
    ("无证经营案", "PG-8", 24),
    ("标签不符合规定案", "PG-15", 26),
    ("未亮照经营案", "PG-21", 27),
)
SAMPLE = 200
ENTRIES = 4  # of the commands on each case: the index of the log is deep and the scratch disk is not full
OF_A_CASE: tuple[type[models.Model], ...] = (
    CaseParty,
    Handler,
    TakenStep,
    CaseEvent,
    CaseInterval,
    Draft,
    ReviewReceipt,
    Decision,
    ServiceRecord,
)


@dataclass(frozen=True)
class Volume:
    """Who acts on it, by account: an officer and the head of one bureau of forty, and the supervisor who sees them all."""

    officer: Person
    officer_2: Person
    head: Person
    supervisor: Person
    cases: int


def ensure() -> Volume:
    """The volume of the present database, made if it is not there."""
    if Case.objects.count() < CASES:
        _make()
    named = {p.account.username.rsplit("-", 1)[0]: p for p in Person.objects.select_related("account") if p.account}
    return Volume(named["officer"], named["officer-2"], named["head"], named["supervisor"], Case.objects.count())


def _make() -> None:
    today = timezone.localdate()
    world = build(MARKET, today - timedelta(days=60))
    for number in range(AGENCIES - 2):
        register_agency(
            actor=REGISTRAR,
            code=credit_code("11", 431_000 + number),
            name=f"衡阳市第{number + 3}执法局",
            kind=Kind.ORGAN,
            division="430400",
            field="market",
            valid_from=date(2019, 1, 1),
            short_name=f"第{number + 3}执法局",
            basis="《中华人民共和国行政处罚法》第十七条",
            address="衡阳市蒸湘区演示路1号",
            phone="0734-8000001",
            doc_prefix=f"衡代{number}",
        )
    templates = [_played(world, *story) for story in STORIES]
    with _hurry(), transaction.atomic():
        _Copy(templates).all()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    _check(len(templates))


@contextmanager
def _hurry() -> Iterator[None]:
    """SQLite without journal and sync while the copies are written: what breaks is thrown away."""
    if connection.vendor != "sqlite":
        yield
        return
    turns.close()  # nobody else may be there when the journal is turned off
    with connection.cursor() as cursor:
        for word in ("foreign_keys=OFF", "journal_mode=OFF", "synchronous=OFF", "cache_size=-300000"):
            cursor.execute(f"PRAGMA {word}")
    yield
    connection.close()  # the next connection has the settings of the installation


def _played(world: World, title: str, step: str, days: int) -> Case:
    today = timezone.localdate()
    rows: list[dict[str, Any]] = [{"at": (today - timedelta(days=days)).isoformat(), "step": "PG-1"}]
    if step != "PG-1":
        rows.append({"at": (today - timedelta(days=1)).isoformat(), "step": step})
    story = read({"scenario": "volume", "title": title, "procedure": "penalty.ordinary", "timeline": rows}, "volume")
    player = Player(world, story)
    for n, row in enumerate(story.timeline):
        told = player.play(row, story.timeline[n + 1 :])
        if not told.allowed:
            raise RuntimeError("；".join(told.sentences))
    case = Case.objects.get(pk=player.case.pk)  # type: ignore[union-attr]
    _again(case)
    case.save()  # the projections as of today: the copies are compared with them
    return case


def _again(case: Case) -> None:
    _project(case, released.version_of(case.procedure, case.procedure_version), facts_of(case, clock.today()))


class _Copy:
    """Rows of the templates, copied by the database. Copy ``x`` is made of template ``x mod t``."""

    def __init__(self, templates: list[Case]) -> None:
        self.templates = templates
        self.count = CASES // len(templates) + 1
        self.places: dict[
            type[models.Model], dict[int, tuple[int, int]]
        ] = {}  # template row → (place, rows of its case)
        self.base: dict[type[models.Model], int] = {}
        self.most: dict[type[models.Model], int] = {}
        self.agencies = list(Agency.objects.order_by("id").values_list("id", flat=True))

    def all(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE bench_n (i integer PRIMARY KEY)")
            cursor.execute(
                "INSERT INTO bench_n (i) WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %s) "
                "SELECT i FROM n",
                [self.count],
            )
        cases = [c.pk for c in self.templates]
        self._rows(Dossier, [[c.dossier_id] for c in self.templates])
        self._rows(Case, [[pk] for pk in cases])
        subjects = [f"cases.case:{pk}" for pk in cases]
        named = set(Decision.objects.values_list("document_id", flat=True))
        named |= set(ServiceRecord.objects.values_list("document_id", flat=True))
        documents = IssuedDocument.objects.filter(pk__in=named)
        self._rows(IssuedDocument, [list(documents.filter(subject=s).values_list("pk", flat=True)) for s in subjects])
        for model in OF_A_CASE:
            self._rows(
                model, [list(model._base_manager.filter(case_id=pk).values_list("pk", flat=True)) for pk in cases]
            )
        entries = []
        for pk, subject in zip(cases, subjects, strict=True):
            steps = [f"cases.takenstep:{s}" for s in TakenStep.objects.filter(case_id=pk).values_list("pk", flat=True)]
            said = Entry.objects.filter(subject__in=[subject, *steps]).order_by("pk")
            entries.append(list(said.values_list("pk", flat=True)[:ENTRIES]))
        self._rows(Entry, entries)
        self._rows(EntryDetail, entries, shared=Entry)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                for table in [model._meta.db_table for model in self.base]:
                    cursor.execute(
                        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
                    )

    def _rows(self, model: type[models.Model], of: list[list[int]], shared: type[models.Model] | None = None) -> None:
        if shared is None:
            top = model._base_manager.aggregate(top=models.Max("pk"))["top"] or 0
            self.base[model], self.most[model] = top + 1, max(len(rows) for rows in of)
            self.places[model] = {pk: (place, k) for k, rows in enumerate(of) for place, pk in enumerate(rows)}
        for k, rows in enumerate(of):
            for pk in rows:
                columns = [f.column for f in model._meta.concrete_fields]
                said = [self._value(model, f, k, pk) for f in model._meta.concrete_fields]
                names = ", ".join(f'"{c}"' for c in columns)
                table = model._meta.db_table
                with connection.cursor() as cursor:
                    cursor.execute(
                        f'INSERT INTO "{table}" ({names}) SELECT {", ".join(said)} FROM bench_n n, "{table}" t '
                        f'WHERE t."{model._meta.pk.column}" = {pk} ORDER BY n.i'
                    )

    def _key(self, model: type[models.Model], k: int, place: int) -> str:
        return f"({self.base[model]} + ({self._x(k)}) * {self.most[model]} + {place})"

    def _x(self, k: int) -> str:
        return f"n.i * {len(self.templates)} + {k}"

    def _value(self, model: type[models.Model], field: models.Field[Any, Any], k: int, pk: int) -> str:
        here = f't."{field.column}"'
        if field.primary_key:
            owner = Entry if model is EntryDetail else model
            return self._key(owner, k, self.places[owner][pk][0])
        if field.is_relation and field.related_model in self.places:
            held = model._base_manager.values_list(field.attname, flat=True).get(pk=pk)
            known = self.places[field.related_model].get(held)
            return here if known is None else self._key(field.related_model, k, known[0])
        if field.name == "dossier_id":
            return self._key(Dossier, k, 0)
        if field.name == "agency" and model in (Case, Dossier):
            return self._agency(k)
        if field.name == "number" and model in (Case, IssuedDocument):
            return f"CASE {here} WHEN '' THEN '' ELSE {here} || '之' || ({self._x(k)}) END"
        if field.name == "subject":
            return f"'cases.case:' || {self._key(Case, k, 0)}"
        if field.name == "check_code":
            return f"'B' || {self._key(model, k, self.places[model][pk][0])}"
        if field.name == "key":
            return "NULL"
        return here

    def _agency(self, k: int) -> str:
        return f"({self.agencies[0]} + ({self._x(k)} + n.i) % {len(self.agencies)})"


LACKING = ("cards", "yellow_on")
"""What the papers that a copy lacks would change: their own yellow cards."""


def _check(templates: int) -> None:
    """The projections of a sample of copies are those that the rules compute from their rows. Raises RuntimeError."""
    made = Case.objects.order_by("-id").select_related("agency", "power", "dossier")
    step = max(1, CASES // SAMPLE - templates)
    for case in Case.objects.select_related("agency").filter(
        pk__in=list(made.values_list("pk", flat=True)[:CASES:step])
    ):
        before = {name: getattr(case, name) for name in Case.unsealed if name not in LACKING}
        _again(case)
        after = {name: getattr(case, name) for name in before}
        if before != after:
            raise RuntimeError(f"{case}: {before} are not {after}")
