"""A new version of the ordinary procedure rehearsed over 10,000 running cases, against a minute and against one by one."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import islice

from django.db.models import F

from benchmarks import setting, volume
from benchmarks.figure import Figure
from lantai.agencies.models import Agency
from lantai.cases import changes, queries
from lantai.cases.models import Case
from lantai.law import engine
from lantai.law.people import Actor, Role
from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.ledger import clock

MANY, FEW = 10_000, 200


def run() -> list[Figure]:
    volume.ensure()
    agency = Agency.objects.order_by("id")[0]
    viewer = Actor(0, "系统管理员", agency.pk, agency.name, frozenset({Role.SYSTEM_ADMIN}))
    shorter = replace(PENALTY_ORDINARY["PG-14"], within=replace(PENALTY_ORDINARY["PG-14"].within, amount=20))  # type: ignore[type-var]
    steps = tuple(shorter if step.id == "PG-14" else step for step in PENALTY_ORDINARY.steps)
    new = replace(PENALTY_ORDINARY, version=2, steps=steps)
    across = changes.running(viewer, new).annotate(part=F("pk") % 7).filter(part=0)  # every stage, not the first only
    began = time.perf_counter()
    rows = list(islice(changes.rehearse(viewer, new, across), MANY))
    seconds = time.perf_counter() - began
    if len(rows) < MANY or not any(r.transition.terms for r in rows):
        raise RuntimeError(f"{len(rows)} cases rehearsed")
    began = time.perf_counter()
    for case in Case.objects.filter(pk__in=[r.case_id for r in rows[:FEW]]).select_related("agency"):
        engine.standing(queries.procedure_of(case), queries.facts_of(case), clock.now())
    each = (time.perf_counter() - began) / FEW
    where = f"{setting.engine()}, {seconds:.1f} s, {seconds / MANY * 1000:.2f} ms a case"
    return [
        Figure("10,000 running cases rehearsed, of a minute", seconds / 60, 1, note=where),
        Figure(
            "a case in the rehearsal, of reading it alone", seconds / MANY / each, 3, note=f"{each * 1000:.2f} ms alone"
        ),
    ]
