"""双随机抽查: the plan and its promise are published first, the draw and its seed afterwards; both are copied to the portal."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import date

from lantai.law import random_draw
from lantai.law.identity import credit_code_error
from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.law.statutes_in_force import INSP54
from lantai.ledger import clock
from lantai.ledger.act import command, publish_digest, put
from lantai.personnel import queries as personnel
from lantai.portal.commands import inspections as portal
from lantai.powers import queries
from lantai.powers.models import Power, RandomDraw, RandomPlan

MAY = (Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD)


@command("powers.publish_random_plan", "公布双随机抽查计划", allowed=MAY)
def publish_random_plan(
    *,
    actor: Actor,
    power: Power,
    title: str,
    objects: Sequence[Mapping[str, str]],
    officers: Sequence[int],
    objects_to_draw: int,
    beacon: str,
    recused: Mapping[int, Sequence[str]] | None = None,
    officers_each: int = 2,
    weights: Mapping[str, int] | None = None,
) -> RandomPlan:
    """Publish who and what may be drawn, how many, and the promise of a seed. Raises Refused, Malformed.

    ``objects``  rows with ``code``, ``name``, ``risk``; ``officers`` person ids; ``recused`` codes of objects by person;
    ``beacon``   the public number, not yet known to anybody, that will be mixed in.
    """
    today = clock.today()
    _published(actor, power, today)
    if not title.strip():
        raise Malformed("title", "请填写计划名称")
    number = f"{power.agency.doc_prefix or power.agency.short_name}抽〔{today.year}〕{_next(power, today.year)}号"
    plan = random_draw.Plan(
        number=number,
        agency=power.agency.name,
        title=title.strip(),
        matter=power.name,
        field=power.field,
        objects=tuple(_object(row) for row in objects),
        officers=_inspectors(actor, officers, recused or {}, today),
        objects_to_draw=objects_to_draw,
        beacon=beacon.strip(),
        officers_each=officers_each,
        weights=dict(weights or random_draw.WEIGHTS),
    )
    random_draw.check(plan)
    seed = secrets.token_hex(32)
    made = RandomPlan(
        agency=power.agency,
        power=power,
        number=number,
        title=plan.title,
        plan=plan.written(),
        digest=random_draw.digest(plan),
        seed=seed,
        commitment=random_draw.commitment(seed),
        published_at=clock.now(),
        published_by_id=actor.person_id,
    )
    for said in (made.digest, made.commitment):
        publish_digest(said)
    portal.put_draw(
        actor=actor,
        number=number,
        agency_code=power.agency.code,
        agency_name=power.agency.name,
        title=made.title,
        matter=power.name,
        plan=made.plan,
        digest=made.digest,
        commitment=made.commitment,
    )
    return put(made)


@command("powers.draw_at_random", "双随机抽签", allowed=MAY)
def draw_at_random(*, actor: Actor, plan: RandomPlan, public_number: str) -> RandomDraw:
    """Draw once, with the public number that is known by now; seed and outcome are published. Raises Conflict, Malformed."""
    if actor.agency_id != plan.agency_id:
        raise Refused([Refusal("", (), "这个计划由其他机关公布", "请由公布计划的机关抽签")])
    plan = RandomPlan.objects.select_for_update().get(pk=plan.pk)  # two who draw at once: the second waits and is told
    if RandomDraw.objects.filter(plan=plan).exists():
        raise Conflict("这个计划已经抽签，不能再抽")
    told = public_number.strip()
    if not told:
        raise Malformed("public_number", f"请填写公开数字：{plan.plan['beacon']}")
    read = random_draw.plan_of(plan.plan)
    protocol = random_draw.protocol(read, plan.seed, told, random_draw.draw(read, plan.seed, told))
    text = json.dumps(protocol, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    made = RandomDraw(
        plan=plan,
        public_number=told,
        protocol=protocol,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        drawn_at=clock.now(),
        drawn_by_id=actor.person_id,
    )
    publish_digest(made.digest)
    portal.put_draw(actor=actor, number=plan.number, protocol=protocol, drawn_on=clock.today())
    return put(made)


def _published(actor: Actor, power: Power, today: date) -> None:
    """Only a published matter of one's own agency is planned."""
    if power.agency_id != actor.agency_id or power.kind != Power.Kind.INSPECTION:
        raise Malformed("power", "请选择本机关的行政检查事项")
    known = queries.inspection_facts(power, today)
    if known.matter_from is None or today < known.matter_from or (known.matter_to and today > known.matter_to):
        raise Refused(
            [
                Refusal(
                    "G-14", (INSP54.whole,), "本检查事项未经公布，不得列入抽查计划", "请先公布该检查事项", field="power"
                )
            ]
        )


def _next(power: Power, year: int) -> int:
    return RandomPlan.objects.filter(agency=power.agency, published_at__year=year).count() + 1


def _object(row: Mapping[str, str]) -> random_draw.Candidate:
    code = "".join(str(row.get("code", "")).split()).upper()
    name = str(row.get("name", "")).strip()
    if not name:
        raise Malformed("objects", "检查对象缺少名称")
    if error := credit_code_error(code):
        raise Malformed("objects", f"{name}：{error}")
    return random_draw.Candidate(code, name, str(row.get("risk") or "B").strip().upper())


def _inspectors(
    actor: Actor, officers: Sequence[int], recused: Mapping[int, Sequence[str]], today: date
) -> tuple[random_draw.Inspector, ...]:
    """The officers named, as their certificates stand today; whoever has none in force is left out."""
    found = []
    for pk, person in personnel.actors(officers, today).items():
        held = person.certificate
        if person.agency_id != actor.agency_id or held is None or not held.holds_on(today):
            continue
        aside = tuple("".join(str(code).split()).upper() for code in recused.get(pk, ()))
        found.append(random_draw.Inspector(held.number, person.name, tuple(sorted(held.fields)), aside))
    return tuple(found)
