"""Rows of the registers → the fields that the portal keeps as its own copies."""

from __future__ import annotations

from typing import Any

from lantai.agencies.models import Agency, Field
from lantai.law.identity import DIVISIONS
from lantai.ledger.models import StoredObject
from lantai.personnel.models import Certificate
from lantai.powers import queries as powers
from lantai.powers.models import DiscretionTier, Power, PowerBasis


def agency_fields(agency: Agency) -> dict[str, Any]:
    return {
        "name": agency.name,
        "short_name": agency.short_name,
        "kind": agency.get_kind_display(),
        "division": agency.division,
        "division_name": DIVISIONS.get(agency.division, agency.division),
        "field": agency.get_field_display(),
        "principal": agency.parent.name if agency.parent else "",
        "duties": agency.duties,
        "basis": agency.basis,
        "address": agency.address,
        "phone": agency.phone,
        "hours": agency.hours,
        "valid_to": agency.valid_to,
    }


def officer_rows(agency: Agency) -> list[dict[str, Any]]:
    """One row per certificate, with photo, unit, validity and suspensions; three statements."""
    held = list(
        Certificate.objects.filter(person__agency=agency)
        .select_related("person")
        .prefetch_related("suspensions")
        .order_by("id")
    )
    photos = {c.person.photo_sha256 for c in held if c.person.photo_sha256}
    types = dict(StoredObject.objects.filter(pk__in=photos).values_list("sha256", "media_type"))
    return [_officer(c, agency, types) for c in held]


def _officer(certificate: Certificate, agency: Agency, types: dict[str, str]) -> dict[str, Any]:
    person = certificate.person
    suspensions = sorted(certificate.suspensions.all(), key=lambda s: s.from_on)  # type: ignore[attr-defined]
    return {
        "certificate": certificate.number,
        "name": person.name,
        "agency_code": agency.code,
        "agency_name": agency.name,
        "unit": person.unit,
        "fields": [str(Field(f).label) if f in Field.values else f for f in certificate.fields],
        "photo_sha256": person.photo_sha256 if person.photo_sha256 in types else "",
        "photo_type": types.get(person.photo_sha256, ""),
        "valid_from": certificate.valid_from,
        "valid_to": certificate.valid_to,
        "suspended": [[s.from_on.isoformat(), s.to_on.isoformat() if s.to_on else None] for s in suspensions],
        "left_on": person.left_on,
    }


def power_rows(agency: Agency) -> list[dict[str, Any]]:
    """One row per power in force, with provisions to the item and discretion tiers."""
    return [_power(p, agency) for p in powers.public().filter(agency=agency)]


def _power(power: Power, agency: Agency) -> dict[str, Any]:
    return {
        "agency_code": agency.code,
        "agency_name": agency.name,
        "code": power.code,
        "name": power.name,
        "kind": power.kind,
        "field": power.get_field_display(),
        "level": "市级" if agency.tier == "city" else "县级",
        "conditions": power.conditions,
        "bases": [_basis(b) for b in power.bases.all()],  # type: ignore[attr-defined]
        "tiers": [_tier(t) for t in power.tiers.all()],  # type: ignore[attr-defined]
        "procedures": list(power.procedures),
        "valid_from": power.valid_from,
        "valid_to": power.valid_to,
    }


def _basis(row: PowerBasis) -> dict[str, Any]:
    return {
        "role": row.get_role_display(),
        "statute": row.statute,
        "article": row.article,
        "paragraph": row.paragraph,
        "item": row.item,
        "words": powers.citation(row),
    }


def _tier(row: DiscretionTier) -> dict[str, Any]:
    return {"tier": row.tier, "conditions": row.conditions, "range": _range(row), "source": row.source}


def _range(row: DiscretionTier) -> str:
    if row.min_yuan is None and row.max_yuan is None:
        return "—"
    if row.min_yuan is None:
        return f"{row.max_yuan:,} 元以下"
    if row.max_yuan is None:
        return f"{row.min_yuan:,} 元以上"
    return f"{row.min_yuan:,} 元" if row.min_yuan == row.max_yuan else f"{row.min_yuan:,}—{row.max_yuan:,} 元"
