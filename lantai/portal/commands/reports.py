"""行政执法统计年报: published by agency and year; a later correction is a new number with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from lantai.law.people import Actor, Role
from lantai.law.refusals import Malformed
from lantai.ledger import clock
from lantai.ledger.act import command, publish_digest, put
from lantai.ledger.canon import canonical
from lantai.portal.commands.version import _raise_version
from lantai.portal.models import PublishedReport


@command("portal.put_report", "公示统计年报", allowed=(Role.PUBLISHER, Role.STATISTICIAN, Role.SUPERVISOR))
def put_report(
    *,
    actor: Actor,
    agency_code: str,
    agency_name: str,
    year: int,
    tables: Sequence[Mapping[str, Any]],
    text: Sequence[str] = (),
    reason: str = "",
) -> PublishedReport:
    """Publish the annual report. ``tables``: [{code, title, columns, rows, notes}]; the first cell of a row heads it."""
    report = PublishedReport.objects.filter(agency_code=agency_code, year=year).first()
    if report is not None and not reason.strip():
        raise Malformed("reason", "这份年报已经公示，更正时请写明理由")
    for table in tables:
        if any(len(row) != len(table["columns"]) for row in table["rows"]):
            raise Malformed("tables", f"“{table['title']}”有一行的格数与表头不符")
    _raise_version()
    number = report.number + 1 if report else 1
    report = report or PublishedReport(agency_code=agency_code, year=year)
    report.agency_name, report.number, report.reason = agency_name, number, reason
    report.tables, report.text, report.published_on = [dict(t) for t in tables], list(text), clock.today()
    content = {"agency_code": agency_code, "year": year, "tables": report.tables, "text": report.text}
    report.digest = hashlib.sha256(canonical(content).encode()).hexdigest()
    publish_digest(report.digest)
    return put(report)
