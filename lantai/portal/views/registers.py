"""执法人员核验、执法主体、权责清单、年度报告."""

from __future__ import annotations

import csv
import io
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lantai.law import released
from lantai.law.publication import act_of
from lantai.law.sheets.bpmn import MEDIA_TYPE, bpmn, file_name
from lantai.ledger import clock, store
from lantai.portal.queries import notices, registers
from lantai.web.files import file_response

RIGHTS = (
    (
        "看证件：执法人员不得少于两人，应当主动出示执法证件；不出示的，您可以拒绝接受调查或者检查。",
        "《行政处罚法》第五十五条第一款",
    ),
    ("要说明：有权知道为什么检查、依据什么检查。", "《行政处罚法》第四十四条"),
    ("能申辩：有权陈述、申辩，执法机关不得因此给予更重的处罚。", "《行政处罚法》第四十五条"),
    ("请回避：执法人员与案件有直接利害关系的，可以申请其回避。", "《行政处罚法》第四十三条"),
    ("可救济：对决定不服，可以申请行政复议或者提起行政诉讼。", "《行政处罚法》第七条第一款"),
)


@require_safe
def officers(request: HttpRequest) -> HttpResponse:
    """The field for a certificate number. Nobody is searched for by name."""
    number = "".join(request.GET.get("number", "").split())[:20]
    if number.isalnum():
        return redirect(f"/officers/{number}/")
    return render(request, "portal/officers.html", {"section": "officers", "tried": request.GET.get("number", "")})


@require_safe
def officer(request: HttpRequest, number: str) -> HttpResponse:
    """有效 or 无效 in large letters, photo and today's date. The day is part of the stored page's key."""
    found = registers.officer(number)
    today = clock.today()
    valid, why = found.standing(today) if found else (False, "公示信息里没有这个执法证号")
    context = {
        "section": "officers",
        "officer": found,
        "number": number,
        "valid": valid,
        "why": why,
        "today": today,
        "rights": RIGHTS,
        "agency_url": f"/agencies/{found.agency_code}/" if found else "",
    }
    return render(request, "portal/officer.html", context, status=200 if found else 404)


@require_safe
def photo(request: HttpRequest, number: str) -> HttpResponseBase:
    """The photo of a published officer, and of nobody else."""
    found = registers.officer(number)
    if found is None or not found.photo_sha256:
        raise Http404
    return file_response(
        request,
        store.path(found.photo_sha256),
        media_type=found.photo_type or "image/jpeg",
        name=f"{number}.jpg",
        sha256=found.photo_sha256,
    )


@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """All enforcement subjects by division, with the number of their powers."""
    q, division = request.GET.get("q", "")[:40].strip(), request.GET.get("division", "")[:6]
    counts = registers.power_counts()
    rows = [{"agency": a, "powers": counts.get(a.code, 0)} for a in registers.agencies(q, division)]
    groups = [(name, list(of)) for name, of in groupby(rows, key=lambda r: r["agency"].division_name)]
    context = {
        "section": "agencies",
        "groups": groups,
        "total": len(rows),
        "q": q,
        "division": division,
        "divisions": registers.divisions(),
        "procedures": registers.procedure_list(),
    }
    return render(request, "portal/agencies.html", context)


@require_safe
def agency(request: HttpRequest, code: str) -> HttpResponse:
    """Everything that must be public of one subject before it acts."""
    found = registers.agency(code)
    powers = [(kind, list(of)) for kind, of in groupby(registers.powers_of(code), key=lambda p: p.kind)]
    today = clock.today()
    officers = [{"row": o, "valid": o.standing(today)[0]} for o in registers.officers_of(code)]
    context = {
        "section": "agencies",
        "agency": found,
        "powers": powers,
        "officers": officers,
        "reports": registers.reports_of(code),
        "latest": notices.of_agency(code),
    }
    return render(request, "portal/agency.html", context)


@require_safe
def power(request: HttpRequest, agency_code: str, code: str) -> HttpResponse:
    """One matter: provisions to the item, tiers, the chart and the same chart in words."""
    found = registers.power(agency_code, code)
    context = {
        "section": "agencies",
        "power": found,
        "agency": registers.agency(agency_code),
        "act": act_of(found.name),
        "procedures": registers.procedures(found.procedures),
        "bases": [(role, list(of)) for role, of in groupby(found.bases, key=lambda b: b["role"])],
        "tiers": [[t["tier"], t["conditions"], t["range"], t.get("source") or "—"] for t in found.tiers],
    }
    return render(request, "portal/power.html", context)


@require_safe
def procedure(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One version of a procedure on its own page."""
    found = registers.procedure(code, number)
    runs = released.with_digest(code, number, found.digest)
    context = {"section": "agencies", "procedure": found, "exchange": file_name(runs) if runs else ""}
    return render(request, "portal/procedure.html", context)


@require_safe
def procedure_bpmn(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The published version as BPMN 2.0; where the published digest is not that of the declaration there is no file."""
    found = registers.procedure(code, number)
    runs = released.with_digest(code, number, found.digest)
    if runs is None:
        raise Http404
    response = HttpResponse(bpmn(runs), content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name(runs)}"'
    return response


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The annual reports by year."""
    rows = list(registers.reports())
    years = [(year, list(of)) for year, of in groupby(rows, key=lambda r: r.year)]
    return render(request, "portal/reports.html", {"section": "reports", "years": years})


@require_safe
def report(request: HttpRequest, year: int, agency_code: str) -> HttpResponse:
    found = registers.report(year, agency_code)
    return render(request, "portal/report.html", {"section": "reports", "report": found})


@require_safe
def report_csv(request: HttpRequest, year: int, agency_code: str) -> HttpResponse:
    """The tables of a report for a spreadsheet program (UTF-8 with mark)."""
    found = registers.report(year, agency_code)
    text = io.StringIO()
    writer = csv.writer(text)
    for table in found.tables:
        writer.writerows([[table["title"]], table["columns"], *table["rows"], []])
    response = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="report-{year}-{agency_code}.csv"'
    return response
