"""Reads of powers, of the figures an agency has adopted, and of the released procedures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from lantai.agencies import queries as agencies
from lantai.agencies.models import Agency, Field
from lantai.law import hearing_amounts, inspections, released, shipped
from lantai.law.discretion import Tier, TierRange
from lantai.law.facts import AgencyFacts, InspectionFacts
from lantai.law.people import ADMINISTRATORS, Actor, Role
from lantai.law.procedure import Procedure
from lantai.law.shipped import Shipped
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import BY_NAME
from lantai.ledger import clock, plain
from lantai.ledger.journeys import Question, ask
from lantai.powers import importing
from lantai.powers.models import (
    Adopted,
    DiscretionTier,
    FigureConfirmation,
    HearingThreshold,
    InspectionCap,
    InspectionMatter,
    LocalFigure,
    MajorDecisionRow,
    Power,
    PowerBasis,
    ProcedureRelease,
    RandomPlan,
)
from lantai.powers.workbook import NOTE, SHEETS
from lantai.web.workbook import plan, writing
from lantai.web.workbook.plan import Trial

Row = TypeVar("Row", bound=Adopted)
FINE_PERSON, FINE_ORGANISATION = "fine_person", "fine_organisation"
AMOUNT_WORDS = {FINE_PERSON: "对公民（含个体工商户）处罚数额达到", FINE_ORGANISATION: "对法人或者其他组织处罚数额达到"}
"""Rows of the catalogue that carry an amount (yuan, inclusive)."""


def visible_to(viewer: Actor | None) -> QuerySet[Power]:
    """Powers of the agencies that the viewer sees; all for administrators, none for the public (it reads the portal)."""
    if viewer is None:
        return Power.objects.none()
    if viewer.has(*ADMINISTRATORS):
        return Power.objects.all()
    return Power.objects.filter(agency_id__in={viewer.agency_id, *viewer.scope})


def get(viewer: Actor | None, power_id: int) -> Power:
    """One power with its agency, or Http404 where it does not exist or is not visible to the viewer."""
    found = visible_to(viewer).select_related("agency__parent").filter(pk=power_id).first()
    if found is None:
        raise Http404
    return found


def in_force(powers: QuerySet[Power], on: date) -> QuerySet[Power]:
    return powers.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


def usable(viewer: Actor | None, kind: str | None = None, on: date | None = None) -> QuerySet[Power]:
    """The powers that the viewer's own agency may exercise today, by code; of one kind (处罚 …) if asked."""
    if viewer is None:
        return Power.objects.none()
    own = Power.objects.filter(agency_id=viewer.agency_id).select_related("agency").order_by("code")
    own = in_force(own, on or clock.today())
    return own.filter(kind=kind) if kind else own


def listing(viewer: Actor | None, procedure: str) -> list[Power]:
    """The usable powers of the viewer's agency under which this procedure may be run."""
    return [power for power in usable(viewer) if procedure in power.procedures]


def listed(
    viewer: Actor | None, *, q: str = "", agency: int | None = None, kind: str = "", field: str = ""
) -> QuerySet[Power]:
    """The register of powers, newest first, filtered by words of name or code, agency, kind and field."""
    found = visible_to(viewer).select_related("agency").order_by("-id")
    if q:
        found = found.filter(Q(name__icontains=q) | Q(code__istartswith=q))
    if agency:
        found = found.filter(agency_id=agency)
    if kind:
        found = found.filter(kind=kind)
    return found.filter(field=field) if field else found


def public(on: date | None = None) -> QuerySet[Power]:
    """The powers in force as the public may read them (权责清单), with agency and provisions; for the portal's copies."""
    found = in_force(Power.objects.all(), on or clock.today())
    return found.select_related("agency").prefetch_related("bases", "tiers").order_by("agency_id", "kind", "code")


def citation(row: PowerBasis) -> str:
    """A provision as it is cited: 《食品安全法》第一百二十四条第一款第一项."""
    statute = BY_NAME.get(row.statute)
    if statute is not None:
        return str(statute[row.article, row.paragraph, row.item])
    plain = BY_NAME["行政处罚法"][row.article, row.paragraph, row.item]
    return f"《{row.statute}》" + str(plain).partition("》")[2]


def cited(row: PowerBasis) -> Basis | None:
    """The provision as a citation of a known statute, None where the statute is not among those of the platform."""
    statute = BY_NAME.get(row.statute)
    return statute[row.article, row.paragraph, row.item] if statute is not None else None


def bases(power: Power) -> dict[str, tuple[str, ...]]:
    """The provisions of a power as citations, by role: ``violated``, ``penalty``, ``procedure``."""
    found: dict[str, tuple[str, ...]] = ask(bases_of(power))[0]
    return found


def bases_of(power: Power) -> Question[dict[str, tuple[str, ...]]]:
    """For the answer of ``bases``."""
    rows = plain.rows_by(PowerBasis, "power_id", [power.pk])
    return rows.then(grouped_citations)


def grouped_citations(rows: Iterable[PowerBasis]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {str(role): () for role in PowerBasis.Role.values}
    for row in rows:
        found[row.role] += (citation(row),)
    return found


def procedures_of(power: Power, on: date | None = None) -> list[tuple[Procedure, bool]]:
    """The procedures of a power in the version in force, each with whether it is signed; those not yet built are left out."""
    day = on or clock.today()
    found = [released.by_code(code, day) for code in power.procedures if released.is_released(code)]
    return [(p, is_signed(p.code, p.digest)) for p in found]


def field_label(field: str) -> str:
    return str(Field(field).label) if field else "全市"


def tiers(power: Power) -> tuple[TierRange, ...]:
    """The published discretion standard of a power as the rules read it, in the order entered."""
    return tuple(_range(t) for t in power.tiers.all())


def _range(row: DiscretionTier) -> TierRange:
    return TierRange(
        tier=Tier(row.tier),
        conditions=row.conditions,
        minimum=None if row.min_yuan is None else Decimal(row.min_yuan),
        maximum=None if row.max_yuan is None else Decimal(row.max_yuan),
    )


def trial(viewer: Actor | None, sha256: str) -> Trial:
    """What a kept workbook would do to the list of powers; administrators only."""
    agencies.administrator(viewer)
    return plan.trial(importing.plan(sha256))


def template(viewer: Actor | None) -> bytes:
    """The empty workbook of the list of powers."""
    agencies.administrator(viewer)
    return writing.template(SHEETS, NOTE)


# ---- what an agency has adopted ------------------------------------------------------------------------------------


def agency_facts(agency: Agency, on: date) -> AgencyFacts:
    """What holds for an agency on a day: its own row before its field's before the city's before what is shipped.

    The catalogue is the sum of all three: an agency may widen what must be reviewed and never narrow it. Amounts of
    the catalogue go by precedence. Three statements.
    """
    return adopted_by(agency, *ask(*adopted_of(agency, on)))


def adopted_of(agency: Agency, on: date) -> tuple[Question[Any], ...]:
    """For the rows that hold on the day for the agency, its field or the city: what ``adopted_by`` takes."""
    return tuple(_holding(model, agency, on) for model in (HearingThreshold, MajorDecisionRow, LocalFigure))


def _holding(model: type[Row], agency: Agency, on: date) -> Question[list[Row]]:
    return plain.rows_where(model, _HOLDS, [agency.pk, agency.field, on, on])


def adopted_by(
    agency: Agency,
    thresholds: Sequence[HearingThreshold],
    catalogue: Sequence[MajorDecisionRow],
    figures: Sequence[LocalFigure],
) -> AgencyFacts:
    """What these rows come to for an agency."""
    hearing = nearest(thresholds)
    shipped = hearing_amounts.shipped(agency.field)
    person = nearest([r for r in catalogue if r.word == FINE_PERSON])
    organisation = nearest([r for r in catalogue if r.word == FINE_ORGANISATION])
    return AgencyFacts(
        field=agency.field,
        level=agency.tier,
        kind=agency.kind,
        hearing_person=hearing.person_yuan if hearing else shipped.person,
        hearing_organisation=hearing.organisation_yuan if hearing else shipped.organisation,
        hearing_source=hearing.source if hearing else shipped.source,
        review_person=person.amount if person else None,
        review_organisation=organisation.amount if organisation else None,
        catalogue=frozenset(r.word for r in catalogue if r.word not in AMOUNT_WORDS),
        policy=_policy(figures),
    )


_HOLDS = (
    "(agency_id = %s OR (agency_id IS NULL AND field IN ('', %s))) AND (to_on IS NULL OR to_on >= %s) AND from_on <= %s"
)


def _rank(row: Adopted) -> tuple[int, date, int]:
    """The closer row first, of equals the later one."""
    level = 2 if row.agency_id else 1 if row.field else 0
    return level, row.from_on, row.pk


def nearest(rows: Sequence[Row]) -> Row | None:
    """The row that prevails: the agency's own, else its field's, else the city's; of equals the latest."""
    return max(rows, key=_rank, default=None)


def inspection_facts(power: Power, on: date) -> InspectionFacts:
    """Whether the matter of an inspection is published, and the yearly cap with its exceptions. Two statements."""
    matters = plain.fetch(InspectionMatter, "power_id = %s ORDER BY from_on DESC", [power.pk])
    matter = next((m for m in matters if m.from_on <= on), matters[-1] if matters else None)
    cap = nearest(ask(_holding(InspectionCap, power.agency, on))[0])
    return InspectionFacts(
        matter_from=matter.from_on if matter else None,
        matter_to=matter.to_on if matter else None,
        matter_source=matter.source if matter else "",
        cap=cap.times if cap else None,
        cap_source=cap.source if cap else "",
        beyond=frozenset(cap.beyond if cap else inspections.BEYOND_CAP),
        uncounted=frozenset(cap.uncounted if cap else inspections.UNCOUNTED),
    )


def caps(on: date) -> list[InspectionCap]:
    """Every yearly cap that holds on a day, for ``cap_of``; one statement."""
    held = InspectionCap.objects.filter(Q(to_on__isnull=True) | Q(to_on__gte=on), from_on__lte=on)
    return list(held)


def cap_of(agency: Agency, held: Iterable[InspectionCap]) -> InspectionCap | None:
    """The cap that prevails for an agency among those that hold."""
    return nearest([c for c in held if c.agency_id == agency.pk or (not c.agency_id and c.field in ("", agency.field))])


def random_plans(viewer: Actor | None) -> QuerySet[RandomPlan]:
    """The random-inspection plans of the agencies that the viewer sees, the latest first; the seed is not read."""
    if viewer is None:
        return RandomPlan.objects.none()
    found = RandomPlan.objects.select_related("agency", "power", "draw").defer("seed").order_by("-id")
    return found if viewer.has(*ADMINISTRATORS) else found.filter(agency_id__in={viewer.agency_id, *viewer.scope})


def random_plan(viewer: Actor | None, plan_id: int) -> RandomPlan:
    found = random_plans(viewer).filter(pk=plan_id).first()
    if found is None:
        raise Http404
    return found


def matters(viewer: Actor | None) -> QuerySet[InspectionMatter]:
    """What the viewer's agencies have published as matters of inspection, the latest first."""
    found = InspectionMatter.objects.filter(power__in=visible_to(viewer)).select_related("power__agency")
    return found.order_by("to_on", "power__agency_id", "-from_on")


def _policy(rows: Sequence[LocalFigure]) -> Mapping[str, Any]:
    return {row.key: row.value for row in sorted(rows, key=_rank)}


def adopted(viewer: Actor | None, model: type[Row], on: date | None = None) -> QuerySet[Row]:
    """The rows of one kind that the viewer may see: those of the city and the fields, and of visible agencies."""
    if viewer is None:
        return model._base_manager.none()
    rows = model._base_manager.select_related("agency").order_by("agency_id", "field", "-from_on", "-id")
    if not viewer.has(*ADMINISTRATORS):
        rows = rows.filter(Q(agency__isnull=True) | Q(agency_id__in={viewer.agency_id, *viewer.scope}))
    return rows if on is None else rows.filter(Q(to_on__isnull=True) | Q(to_on__gte=on), from_on__lte=on)


def may_confirm(viewer: Actor | None) -> bool:
    """Whether the viewer may confirm for the whole city what the platform brings along."""
    return viewer is not None and (viewer.has(Role.SYSTEM_ADMIN) or may_sign(viewer))


def confirmations() -> dict[str, FigureConfirmation]:
    """Who confirmed which shipped figure in the words in which it is shipped now, by key; no secret. One statement."""
    current = {s.key: s.value for s in shipped.shipped()}
    rows = FigureConfirmation.objects.select_related("confirmed_by__agency")
    return {row.key: row for row in rows if current.get(row.key) == row.value}


def unconfirmed(viewer: Actor | None) -> tuple[tuple[Shipped, FigureConfirmation | None], ...]:
    """Every shipped figure that no text in force fixes, each with its confirmation: the open ones first."""
    if viewer is None:
        return ()
    made = confirmations()
    rows = [(s, made.get(s.key)) for s in shipped.shipped()]
    return tuple(sorted(rows, key=lambda row: row[1] is not None))


# ---- releases ------------------------------------------------------------------------------------------------------


def is_signed(code: str, digest: str) -> bool:
    """Whether the justice bureau's reviewer has signed exactly this content of a procedure."""
    return bool(ask(signed(code, digest))[0])


def signed(code: str, digest: str) -> Question[bool]:
    """For the answer of ``is_signed``."""
    return plain.which_have({ProcedureRelease: ("code = %s AND digest = %s", [code, digest])}).then(bool)


def releases() -> dict[tuple[str, str], ProcedureRelease]:
    """All signatures by code and digest; public. One statement."""
    return {(r.code, r.digest): r for r in ProcedureRelease.objects.select_related("signed_by__agency")}


def may_sign(viewer: Actor | None) -> bool:
    """Whether the viewer is a reviewer of a justice bureau (司法行政部门)."""
    if viewer is None or not viewer.has(Role.REVIEWER):
        return False
    return Agency.objects.filter(pk=viewer.agency_id, field="justice").exists()


def with_powers() -> QuerySet[Agency]:
    """Agencies that have powers in force today."""
    held = in_force(Power.objects.filter(agency_id=OuterRef("pk")), clock.today())
    return Agency.objects.filter(Exists(held)).order_by("division", "code")
