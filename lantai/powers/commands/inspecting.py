"""Writes of what stands published about inspections: the matters (检查事项) and the yearly cap (频次上限), as dated rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import Http404

from lantai.agencies.models import Agency
from lantai.law import inspections
from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.law.statutes_in_force import INSP54
from lantai.ledger.act import command, put
from lantai.powers import queries
from lantai.powers.commands.figures import _open, _place, _supersede
from lantai.powers.models import InspectionCap, InspectionMatter, Power

_ALLOWED = (Role.REVIEWER, Role.SYSTEM_ADMIN)


def _own(actor: Actor, power: Power) -> None:
    """A legal section publishes for its own agency, the justice bureau and the administrator for all."""
    if not (actor.has(Role.SYSTEM_ADMIN) or queries.may_sign(actor) or power.agency_id == actor.agency_id):
        raise Http404


@command("powers.publish_matter", "公布检查事项", allowed=_ALLOWED)
def publish_matter(*, actor: Actor, power: Power, source: str, from_on: date, address: str = "") -> InspectionMatter:
    """Enter that a matter of inspection stands published from a day on: in which list, and where to read it."""
    _own(actor, power)
    if power.kind != Power.Kind.INSPECTION:
        raise Refused([Refusal("", (INSP54.whole,), "该权责事项不是行政检查事项", "请选择行政检查类的权责事项")])
    if not source.strip():
        raise Malformed("source", "请写明公布的文件或者清单")
    earlier = InspectionMatter.objects.filter(power=power).order_by("-from_on").first()
    if earlier is not None and earlier.to_on is None:
        raise Conflict("该检查事项已经公布，无须再次公布")
    if earlier is not None and earlier.to_on is not None and from_on <= earlier.to_on:
        raise Malformed("from_on", "公布之日须在上一次停止公布之后")
    return put(InspectionMatter(power=power, source=source.strip(), address=address.strip(), from_on=from_on))


@command("powers.withdraw_matter", "停止公布检查事项", allowed=_ALLOWED)
def withdraw_matter(*, actor: Actor, matter: InspectionMatter, to_on: date) -> InspectionMatter:
    """The matter is no longer published: ``to_on`` is the last day on which it may be inspected."""
    _own(actor, matter.power)
    if matter.to_on is not None:
        raise Conflict("该检查事项已经停止公布")
    if to_on < matter.from_on:
        raise Malformed("to_on", "停止公布之日不能早于公布之日")
    matter.to_on = to_on
    return put(matter)


@command("powers.set_inspection_cap", "公布检查频次上限", allowed=_ALLOWED)
def set_inspection_cap(
    *,
    actor: Actor,
    times: int,
    source: str,
    from_on: date,
    agency: Agency | None = None,
    field: str = "",
    to_on: date | None = None,
    beyond: Sequence[str] = tuple(sorted(inspections.BEYOND_CAP)),
    uncounted: Sequence[str] = tuple(sorted(inspections.UNCOUNTED)),
) -> InspectionCap:
    """Adopt how often one enterprise may be inspected in a year: of an agency, of a field, or with neither of the city."""
    _place(actor, agency, field, source, from_on, to_on)
    if times < 1:
        raise Malformed("times", "年度次数须为一以上的整数")
    for name, words in (("beyond", beyond), ("uncounted", uncounted)):
        if unknown := sorted(set(words) - set(inspections.SOURCES)):
            raise Malformed(name, f"没有“{unknown[0]}”这种检查来源")
    _supersede(_open(InspectionCap, agency, field), from_on)
    return put(
        InspectionCap(
            agency=agency,
            field=field,
            source=source.strip(),
            from_on=from_on,
            to_on=to_on,
            times=times,
            beyond=sorted(set(beyond)),
            uncounted=sorted(set(uncounted)),
        )
    )
