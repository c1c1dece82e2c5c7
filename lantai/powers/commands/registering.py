"""Writes of the list of powers: a matter with its provisions and its discretion standard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from lantai.agencies.models import Agency, Field
from lantai.law.people import Actor, Role
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.law.released import RELEASED
from lantai.law.statutes_in_force import APL
from lantai.ledger.act import command, put, put_many, strike
from lantai.powers import importing
from lantai.powers.models import DiscretionTier, Power, PowerBasis
from lantai.powers.provisions import title

Provision = tuple[str, str, int, int, int]  # role, statute, article, paragraph, item
TierRow = tuple[str, str, int | None, int | None, str]  # tier, conditions, from yuan, to yuan, source
_CHANGEABLE = frozenset({"name", "kind", "field", "procedures", "conditions", "valid_from", "valid_to"})
_KIND_OF = {p.code: p.kind for p in RELEASED}


@command("powers.register", "登记权责事项", allowed=(Role.SYSTEM_ADMIN,))
def register(
    *,
    actor: Actor | None,
    agency: Agency,
    code: str,
    name: str,
    kind: str,
    field: str,
    valid_from: date,
    bases: Sequence[Provision],
    tiers: Sequence[TierRow] = (),
    procedures: Sequence[str] = (),
    conditions: str = "",
    valid_to: date | None = None,
) -> Power:
    """Enter a power with its provisions. Refused where no provision allows it (职权法定)."""
    if Power.objects.filter(agency=agency, code=code).exists():
        raise Malformed("code", "该实施主体的事项编码已经使用")
    power = Power(
        agency=agency,
        code=code.strip(),
        name=name.strip(),
        kind=kind,
        field=field,
        procedures=list(procedures),
        conditions=conditions,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    _check(power)
    put(power)
    _write_bases(power, bases)
    _write_tiers(power, tiers)
    return power


@command("powers.change", "变更权责事项", allowed=(Role.SYSTEM_ADMIN,))
def change(
    *,
    actor: Actor | None,
    power: Power,
    seen: int,
    changes: dict[str, Any],
    bases: Sequence[Provision] | None = None,
    tiers: Sequence[TierRow] | None = None,
) -> Power:
    """Change a power. ``bases`` or ``tiers``, where given, replace the present ones as a whole.

    ``seen`` is the version of the page; Conflict if it has changed since. Cases keep what they cited.
    """
    if unknown := set(changes) - _CHANGEABLE:
        raise Malformed(min(unknown), "这一项不能变更")
    for name, value in changes.items():
        setattr(power, name, value.strip() if isinstance(value, str) else value)
    _check(power)
    put(power, version=seen)
    if bases is not None:
        _write_bases(power, bases)
    if tiers is not None:
        _write_tiers(power, tiers)
    return power


def _check(power: Power) -> None:
    """Raise Malformed for what no power can be."""
    if not power.code:
        raise Malformed("code", "请填写事项编码")
    if not power.name:
        raise Malformed("name", "请填写事项名称")
    if power.kind not in Power.Kind.values:
        raise Malformed("kind", "类别不在可填的范围内")
    if power.field not in Field.values:
        raise Malformed("field", "执法领域不在可填的范围内")
    if wrong := [code for code in power.procedures if _KIND_OF.get(code) != power.kind]:
        raise Malformed("procedures", f"程序不适用于这类事项：{'、'.join(wrong)}")
    if power.valid_to is not None and power.valid_to < power.valid_from:
        raise Malformed("valid_to", "终止日早于起始日")


def _write_bases(power: Power, wanted: Iterable[Sequence[Any]]) -> None:
    """Make these the provisions of a power: what is new is added, what is gone is struck. Inside a command only."""
    parts = [(str(role), title(statute), article, *more) for role, statute, article, *more in wanted]
    if not importing.has_basis(power.kind, parts):
        basis = (APL[38],) if power.kind == Power.Kind.PENALTY else ()
        raise Refused(
            [Refusal("", basis, "没有法律依据的职权不能登记", "请补充法律依据，具体到条、款、项", field="bases")]
        )
    for role, _, article, paragraph, item in parts:
        if role not in PowerBasis.Role.values or article < 1 or paragraph < 0 or item < 0:
            raise Malformed("bases", "法律依据须写明作用和条数")
    if len(set(parts)) != len(parts):
        raise Malformed("bases", "同一法律依据写了两次")
    had = {(b.role, b.statute, b.article, b.paragraph, b.item): b for b in PowerBasis.objects.filter(power=power)}
    for part in had.keys() - set(parts):
        strike(had[part])
    put_many(importing.basis_rows(power, [p for p in parts if p not in had]))


def _write_tiers(power: Power, wanted: Iterable[Sequence[Any]]) -> None:
    """Make these the discretion standard of a power, in this order. Inside a command only."""
    parts = [tuple(part) for part in wanted]
    for tier, conditions, low, high, _ in parts:
        if tier not in DiscretionTier.Tier.values or not conditions:
            raise Malformed("tiers", "裁量档次须写明档次和适用情形")
        if low is not None and high is not None and high < low:
            raise Malformed("tiers", "罚款上限小于下限")
    rows = list(DiscretionTier.objects.filter(power=power))
    if [(r.tier, r.conditions, r.min_yuan, r.max_yuan, r.source) for r in rows] == parts:
        return
    for row in rows:
        strike(row)
    put_many(importing.tier_rows(power, parts))
