"""Freezing and publishing a yearly report."""

from __future__ import annotations

import hashlib
from typing import Any

from lantai.agencies.models import Agency
from lantai.law import annual_report as rules
from lantai.law.people import Actor, Role
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.law.statutes_in_force import SEED
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.ledger.canon import canonical
from lantai.portal.commands.reports import put_report
from lantai.statistics import queries
from lantai.statistics.models import FrozenReport


@command("statistics.freeze", "年报定稿", allowed=(Role.STATISTICIAN,))
def freeze(*, actor: Actor, agency: Agency, year: int, notes: str = "") -> FrozenReport:
    """Freeze Table 1 of a finished year and publish it. A second freezing replaces the first and says so."""
    if year >= clock.today().year:
        raise Malformed("year", f"{year}年度尚未结束，不能定稿")
    if agency.pk != actor.agency_id and agency.pk not in actor.scope:
        raise Refused(
            [Refusal("", (SEED.whole,), "不能为其他机关的年报定稿", "请由该机关的统计人员办理", field="agency")]
        )
    lines, _ = queries.table_one(actor, year)
    own = next((line for line in lines if line["row"].body == agency.pk), None)
    row = own["row"] if own else rules.table_one([], [agency.pk])[0]
    figures = _figures(row)
    former = FrozenReport.objects.filter(agency=agency, year=year, table=1, replaced_by__isnull=True).first()
    digest = hashlib.sha256(canonical([agency.code, year, 1, figures, notes]).encode()).hexdigest()
    if former is not None and former.digest == digest:
        return former
    made = put(
        FrozenReport(
            agency=agency,
            year=year,
            table=1,
            figures=figures,
            notes=notes.strip(),
            digest=digest,
            replaces=former,
            frozen_by_id=actor.person_id,
            frozen_at=clock.now(),
        )
    )
    put_report(
        actor=actor,
        agency_code=agency.code,
        agency_name=agency.name,
        year=year,
        tables=[_published(agency.name, row)],
        text=[line for line in notes.splitlines() if line.strip()],
        reason="重新定稿" if former else "",
    )
    return made


def _published(name: str, row: rules.Row) -> dict[str, Any]:
    """Table 1 as the public sees it."""
    labels = [label for _, label, _ in rules.TABLE_ONE]
    return {
        "code": "1",
        "title": "表1 行政处罚实施情况统计表",
        "columns": ["单位", *labels, "合计（宗）", "罚没金额（元）"],
        "rows": [[name, *(row.cells[code] for code, _, _ in rules.TABLE_ONE), row.total, f"{row.amount:.2f}"]],
        "notes": list(rules.NOTES),
    }


def _figures(row: rules.Row) -> dict[str, Any]:
    return {
        "columns": [[code, label] for code, label, _ in rules.TABLE_ONE],
        "cells": row.cells,
        "total": row.total,
        "amount": str(row.amount),
        "counting": list(rules.NOTES),
    }
