"""Writes of a workbook of powers with their provisions and discretion standard."""

from __future__ import annotations

from lantai.agencies import commands as agencies
from lantai.agencies.models import ImportRun
from lantai.law.people import Actor, Role
from lantai.law.refusals import Malformed
from lantai.ledger.act import command, put_many
from lantai.powers import importing
from lantai.powers.commands.registering import change
from lantai.powers.models import Power


@command("powers.confirm_powers", "确认导入权责事项", allowed=(Role.SYSTEM_ADMIN,))
def confirm_powers(*, actor: Actor, run: ImportRun, good_part_only: bool = False) -> ImportRun:
    """Write a trial run of the list of powers: all of it, or only the powers without problems."""
    if run.kind != ImportRun.Kind.POWERS:
        raise Malformed("run", "这不是权责事项的导入")
    plan = importing.plan(run.sha256)
    run = agencies.write_run(
        actor=actor, run=run, digest=plan.digest, counts=plan.counts, good_part_only=good_part_only
    )
    new = plan.new
    made = put_many([Power(agency_id=w.parts["agency"], code=w.parts["code"], **w.values) for w in new])
    pairs = list(zip(new, made, strict=True))
    put_many([row for w, power in pairs for row in importing.basis_rows(power, w.parts["bases"] or [])])
    put_many([row for w, power in pairs for row in importing.tier_rows(power, w.parts["tiers"] or [])])
    for wish in plan.changed:
        change(
            actor=actor,
            power=wish.row,
            seen=wish.row.version,
            changes=wish.values,
            bases=wish.parts["bases"],
            tiers=wish.parts["tiers"],
        )
    return run
