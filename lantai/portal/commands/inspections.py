"""Copies of random-inspection plans, draws and results of inspections."""

from __future__ import annotations

from typing import Any

from lantai.law.people import Actor
from lantai.law.refusals import Malformed
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.portal.commands.version import _raise_version
from lantai.portal.models import PublishedDraw, PublishedInspection


@command("portal.put_draw", "公示双随机抽查")
def put_draw(*, actor: Actor, number: str, **given: Any) -> PublishedDraw:
    """Publish a plan, or afterwards its draw. ``given`` are fields of ``PublishedDraw``; a plan once published stays as it is."""
    row = PublishedDraw.objects.filter(number=number).first()
    kept = {"protocol", "drawn_on"} if row else {f.name for f in PublishedDraw._meta.concrete_fields} - {"id"}
    if unknown := sorted(set(given) - kept):
        raise Malformed(unknown[0], "抽查计划公布之后不能改动")
    _raise_version()
    row = row or PublishedDraw(number=number, published_on=clock.today())
    for name, value in given.items():
        setattr(row, name, value)
    return put(row)


@command("portal.put_inspection", "公示检查结果")
def put_inspection(*, actor: Actor, reference: str, **given: Any) -> PublishedInspection:
    """Publish the result of an inspection, or what it became after a new record."""
    _raise_version()
    row = PublishedInspection.objects.filter(reference=reference).first() or PublishedInspection(reference=reference)
    for name, value in given.items():
        setattr(row, name, value)
    row.published_on = clock.today()
    return put(row)
