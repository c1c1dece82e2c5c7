"""事前公示: copies of agencies, officers, powers and procedures, and the marks of issued documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from django.db import models

from lantai.law.people import Actor, Role
from lantai.law.refusals import Malformed
from lantai.ledger import clock
from lantai.ledger.act import command, publish_digest, put, put_many
from lantai.ledger.canon import canonical, plain_value
from lantai.portal.commands.version import _raise_version
from lantai.portal.models import (
    DocumentMark,
    PublishedAgency,
    PublishedOfficer,
    PublishedPower,
    PublishedProcedure,
)

Row = TypeVar("Row", bound=models.Model)
POSTS = (Role.PUBLISHER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.SUPERVISOR)


@command("portal.put_agency", "公示执法主体", allowed=POSTS)
def put_agency(*, actor: Actor, code: str, **given: Any) -> PublishedAgency:
    """Publish an agency, or what changed of it. ``given`` are the fields of ``PublishedAgency``."""
    _raise_version()
    return put(_filled(PublishedAgency, {"code": code}, given))


@command("portal.put_officer", "公示执法人员", allowed=POSTS)
def put_officer(*, actor: Actor, certificate: str, **given: Any) -> PublishedOfficer:
    """Publish an officer by certificate number, or what changed of the certificate."""
    _raise_version()
    return put(_filled(PublishedOfficer, {"certificate": certificate}, given))


@command("portal.put_officers", "批量公示执法人员", allowed=POSTS)
def put_officers(*, actor: Actor, rows: Iterable[Mapping[str, Any]]) -> int:
    """Publish many officers at once; each row as for one. Says how many were written."""
    return _put_all(PublishedOfficer, ("certificate",), rows)


@command("portal.put_power", "公示权责事项", allowed=POSTS)
def put_power(*, actor: Actor, agency_code: str, code: str, **given: Any) -> PublishedPower:
    """Publish a power; a changed one gets the next number. The entry names the digest of what is shown."""
    _raise_version()
    power = _filled(PublishedPower, {"agency_code": agency_code, "code": code}, given)
    publish_digest(power.digest)
    return put(power)


@command("portal.put_powers", "批量公示权责事项", allowed=POSTS)
def put_powers(*, actor: Actor, rows: Iterable[Mapping[str, Any]]) -> int:
    """Publish many powers at once; each row as for one. Says how many were written."""
    return _put_all(PublishedPower, ("agency_code", "code"), rows)


@command("portal.put_procedure", "公示执法程序", allowed=POSTS)
def put_procedure(
    *,
    actor: Actor,
    code: str,
    number: int,
    label: str,
    kind: str,
    digest: str,
    chart: str,
    steps: list[str],
    signed_by: str = "",
    signed_on: date | None = None,
) -> PublishedProcedure:
    """Publish a released version of a procedure: its chart, the same chart in words and the digest that runs."""
    if not chart.lstrip().startswith("<svg") or "<script" in chart.lower():
        raise Malformed("chart", "流程图应当是不带脚本的矢量图")
    _raise_version()
    publish_digest(digest)
    given = {
        "label": label,
        "kind": kind,
        "digest": digest,
        "chart": chart,
        "steps": list(steps),
        "signed_by": signed_by,
        "signed_on": signed_on,
    }
    return put(_filled(PublishedProcedure, {"code": code, "number": number}, given))


@command("portal.put_mark", "登记文书核验标记")
def put_mark(
    *,
    actor: Actor | None,
    code: str,
    title: str,
    agency_name: str,
    issued_on: date,
    digest: str,
    file_digest: str = "",
    reference: str = "",
    state: str = "真实",
    note: str = "",
) -> DocumentMark:
    """Let anyone check a paper document by its code. Check pages are not stored, so the version stays as it is."""
    mark = DocumentMark.objects.filter(code=code).first() or DocumentMark(code=code)
    mark.title, mark.reference, mark.agency_name = title, reference, agency_name
    mark.issued_on, mark.digest, mark.state, mark.note = issued_on, digest, state, note
    mark.file_digest = file_digest or mark.file_digest
    for said in filter(None, (digest, mark.file_digest)):
        publish_digest(said)
    return put(mark)


def _put_all(model: type[models.Model], keys: tuple[str, ...], rows: Iterable[Mapping[str, Any]]) -> int:
    """New rows in bulk, changed rows one by one, unchanged rows not at all."""
    given = [dict(row) for row in rows]
    names = [tuple(row[k] for k in keys) for row in given]
    held = {
        tuple(getattr(row, k) for k in keys): row
        for row in model._base_manager.filter(**{f"{keys[0]}__in": [n[0] for n in names]})
    }
    fresh, changed = [], []
    for name, row in zip(names, given, strict=True):
        known = held.get(name)
        made = _set(known or model(), row)
        if known is None:
            fresh.append(made)
        elif made is not None:
            changed.append(made)
    written = [m for m in fresh if m is not None]
    if written or changed:
        _raise_version()
    for row in (*written, *changed):
        if isinstance(row, PublishedPower):
            publish_digest(row.digest)
    put_many(written)
    for row in changed:
        put(row)
    return len(written) + len(changed)


def _filled(model: type[Row], keys: dict[str, Any], given: Mapping[str, Any]) -> Row:
    known = model._base_manager.filter(**keys).first()
    made: Row | None = _set(known or model(), {**keys, **given})
    return made or known or model()


def _set(row: Any, given: Mapping[str, Any]) -> Any:
    """The row with the given values and today's date; None where a known row says the same already."""
    allowed = {f.name for f in row._meta.concrete_fields} - {"id", "published_on", "number" if row.pk else "id"}
    if unknown := sorted(set(given) - {f.name for f in row._meta.concrete_fields}):
        raise Malformed(unknown[0], f"公示内容没有“{unknown[0]}”这一栏")
    before = _content(row) if row.pk else None
    for name in allowed & set(given):
        setattr(row, name, given[name])
    after = _content(row)
    if after == before:
        return None
    if isinstance(row, PublishedPower):
        row.number = row.number + 1 if row.pk else 1
        row.digest = hashlib.sha256(canonical(after).encode()).hexdigest()
    row.published_on = clock.today()
    return row


def _content(row: Any) -> dict[str, Any]:
    left = {"id", "published_on", "number", "digest"} if isinstance(row, PublishedPower) else {"id", "published_on"}
    return {f.attname: plain_value(f, getattr(row, f.attname)) for f in row._meta.concrete_fields if f.name not in left}
