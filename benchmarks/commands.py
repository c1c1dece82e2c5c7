"""Opening a case and taking a step against a bare Django create plus one audit row in ``atomic``.

Ours: permissions, gates, number without gap, document, party, projections, ledger entries, one commit. Called as the views
call them, without HTTP on either side.
"""

from __future__ import annotations

import itertools
import threading
from collections import deque

from benchmarks import bare, setting, together, volume
from benchmarks.figure import Figure
from lantai.cases.commands.opening import open_case
from lantai.cases.commands.steps import take_step
from lantai.cases.models import Case
from lantai.law import statements
from lantai.law.released import by_code
from lantai.ledger import clock
from lantai.personnel import queries as personnel
from lantai.powers.models import Power
from lantai.rehearsal.wording import lawful

SECONDS, ROUNDS, CLIENTS = 1.2, 10, 8  # short turns: a minute in which the machine is slower falls on both sides
ENOUGH = 3_000  # cases on which a step can be taken while the steps are measured


def run() -> list[Figure]:

    held = volume.ensure()
    bare.tables()
    officer, head = personnel.actor_of(held.officer), personnel.actor_of(held.head)
    two = {"officer": held.officer.pk, "officer_2": held.officer_2.pk}
    power = Power.objects.select_related("agency").get(kind="处罚", agency=held.officer.agency)
    procedure = by_code("penalty.ordinary", clock.today())
    first, second = procedure.steps[0], procedure.steps[1]
    outcome = second.outcomes[0].code if second.outcomes else ""
    said = lawful(statements.words_of(procedure.code, first.id, ""), {}, clock.now(), two)
    verified = lawful(statements.words_of(procedure.code, second.id, outcome), {}, clock.now(), two)
    acts = officer if officer.has(*second.by) else head
    with_two = [held.officer_2.pk] if acts is officer else []
    numbers = itertools.count(bare.BareCase._base_manager.count())
    opened: deque[Case] = deque()
    lock = threading.Lock()

    def bare_create() -> None:
        with lock:
            number = next(numbers)
        bare.create(f"衡市监案〔2026〕{number}号", officer.person_id, officer.agency_id, said)

    def opening() -> None:
        opened.append(
            open_case(
                actor=officer,
                power=power,
                procedure=procedure.code,
                title="未查验供货者许可证案",
                source="inspection",
                clue="日常检查发现",
                party={"kind": "organisation", "name": "某公司"},
                stated=said,
                officers=list(two.values()),
            )
        )

    def step() -> None:
        take_step(
            actor=acts,
            case=opened.popleft(),
            step=second.id,
            outcome=outcome,
            stated=verified,
            with_officers=with_two,
        )

    one_bare, one_open = together.seconds_each(bare_create, opening, rounds=60)
    one_bare_again, one_step = together.seconds_each(bare_create, step, rounds=40)
    bare_rate, open_rate = together.rates(bare_create, opening, clients=CLIENTS, seconds=SECONDS, rounds=ROUNDS)
    while len(opened) < ENOUGH:
        opening()
    bare_rate_again, step_rate = together.rates(bare_create, step, clients=CLIENTS, seconds=SECONDS / 2, rounds=ROUNDS)
    where = f"{setting.engine()}, {held.cases:,} cases, {CLIENTS} threads of one process"
    return [
        Figure(
            "open a case, rate of the bare create",
            open_rate / bare_rate,
            0.19,
            at_least=True,
            note=f"{open_rate:.0f}/s of {bare_rate:.0f}/s, {where}",
        ),
        Figure("open a case, p50 of the bare one", one_open / one_bare, 6, note=_ms(one_open, one_bare)),
        Figure(
            "one step, rate of the bare create",
            step_rate / bare_rate_again,
            0.15,
            at_least=True,
            note=f"{step_rate:.0f}/s of {bare_rate_again:.0f}/s, {where}; p50 {_ms(one_step, one_bare_again)}",
        ),
    ]


def _ms(ours: float, bare: float) -> str:
    return f"{ours * 1000:.1f} ms of {bare * 1000:.1f} ms, one client"
