"""首页、执法决定: the search, one decision with its proof, what remains of a withdrawn one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lantai.law.calendar import CALENDAR
from lantai.ledger import bundle
from lantai.ledger.canon import canonical
from lantai.portal.models import LicenceEnding, PublishedNotice
from lantai.portal.queries import notices, proof, registers
from lantai.portal.queries.search import FACETS, Found, search
from lantai.web import paging
from lantai.web.templatetags.lantai import cn_date, yuan

SHOWN = (
    ("agency_name", "执法机关"),
    ("party_name", "执法对象"),
    ("party_credit_code", "统一社会信用代码"),
    ("kind", "执法类别"),
    ("violation", "违法行为类型"),
    ("conclusion", "执法结论"),
    ("penalty_kinds", "处罚种类"),
    ("fine_yuan", "罚款金额"),
    ("confiscated_yuan", "没收金额"),
    ("licence_name", "许可证件名称"),
    ("licence_number", "许可证件编号"),
    ("licence_class", "许可类别"),
    ("licence_content", "许可内容"),
    ("valid_from", "有效期自"),
    ("valid_to", "有效期至"),
    ("basis", "决定依据"),
    ("officers", "执法人员及执法证号"),
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """One search field, four doors, what is new, and the year in five numbers."""
    if request.GET.get("q"):
        return redirect(f"/decisions/?{request.GET.urlencode()}")
    context = {
        "section": "home",
        "latest": notices.latest(),
        "figures": notices.figures(),
        "withdrawn": list(notices.withdrawn()[:3]),
    }
    return render(request, "portal/home.html", context)


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """The list, newest first, searched and narrowed; the whole query stands in the address."""
    query = request.GET.get("q", "")[:80]
    chosen = {name: request.GET.get(name, "")[:60] for name, _, _ in FACETS}
    found = search(query, chosen, *paging.position(request))
    page = paging.made(
        request, found.rows, lambda r: r.sort_key, newer=found.newer, older=found.older, total=found.total
    )
    context = {"section": "decisions", "q": query, "found": found, "page": page, "facets": _facets(request, found)}
    context["beside"] = registers.beside(query) if query and not found.chosen else []
    return render(request, "portal/decisions.html", context)


@require_safe
def withdrawn(request: HttpRequest) -> HttpResponse:
    """撤回公示登记: tombstones with day and reason, no content."""
    word, at = paging.position(request)
    rows, more = notices.withdrawn_page(word, at, paging.SIZE)
    newer, older = (more, True) if word == "after" else (word == "before", more)
    page = paging.made(request, rows, notices.withdrawal_key, newer=newer, older=older)
    return render(request, "portal/withdrawn.html", {"section": "decisions", "page": page})


@require_safe
def decision(request: HttpRequest, place: str) -> HttpResponse:
    """One decision; 410 with the reason and no content once it was withdrawn or its term is over."""
    notice = notices.by_place(place)
    gone = notices.gone(notice)
    panel = _proof(notice, "撤回记录" if gone == PublishedNotice.Status.WITHDRAWN else "内容")
    context = {
        "section": "decisions",
        "notice": notice,
        "gone": gone,
        "proof": panel,
        "changes": notices.changes(notice),
        "rows": [] if gone else _summary(notice),
        "sections": [] if gone else notice.sections,
        "hidden": [] if gone else _hidden(notice.sections),
        "agency_url": f"/agencies/{notice.agency_code}/",
        "endings": [] if gone else notices.endings(notice),
        "ended": [] if gone else notices.ended_by(notice),
    }
    status, template = (410, "portal/gone.html") if gone else (200, "portal/decision.html")
    response = render(request, template, context, status=status)
    if panel["verdict"] != "ok":
        response["Cache-Control"] = "no-store"
    return response


@require_safe
def decision_proof(request: HttpRequest, place: str) -> HttpResponse:
    """The proof bundle: what is public, the entry, its path and the signed checkpoint."""
    notice = notices.by_place(place)
    entry = proof.standing(_subject(notice)).entry
    if entry is None or notices.gone(notice) == notices.ENDED:
        raise Http404
    files = {"notice.json": canonical(notice.public_content()).encode()}
    for number, mark in enumerate(_marks(notice), 1):
        files[f"ending-{number}.json"] = canonical(mark.public_content()).encode()
    try:
        made = bundle.make(entry, files)
    except bundle.NotYet:
        response = render(request, "portal/not_yet.html", {"notice": notice, "section": "decisions"}, status=503)
        response["Retry-After"] = "5"
        return response
    response = HttpResponse(made, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="lantai-proof-{place}.zip"'
    return response


def _subject(notice: PublishedNotice) -> str:
    return f"portal.publishednotice:{notice.pk}"


def _proof(notice: PublishedNotice, what: str) -> dict[str, Any]:
    return proof.proof_of(
        _subject(notice),
        notice.digest,
        notices.digest_of(notice),
        what,
        f"{notice.address}proof.zip",
        [(mark.digest, notices.digest_of(mark)) for mark in _marks(notice)],
    )


def _marks(notice: PublishedNotice) -> list[LicenceEnding]:
    """What stands beside the content of a notice; beside a tombstone nothing."""
    return [] if notices.gone(notice) == PublishedNotice.Status.WITHDRAWN else [e for e, _ in notices.endings(notice)]


def _summary(notice: PublishedNotice) -> list[tuple[str, str]]:
    body = notice.body | {"kind": notice.kind_label}
    called = dict(SHOWN) | ({} if notice.kind == "处罚" else {"violation": "执法事项"})
    rows = [(label, _words(name, body[name])) for name, label in called.items() if body.get(name)]
    rows.append(("决定日期", cn_date(notice.decided_on)))
    rows.append(("公示日期", f"{cn_date(notice.published_on)}{_timely(notice.published_on, notice.due_on)}"))
    if notice.shown_until:
        rows.append(("公示截止期", cn_date(notice.shown_until)))
    if body.get("remedy"):
        rows.append(("救济途径", str(body["remedy"])))
    return rows


def _words(name: str, value: Any) -> str:
    if name.endswith("_yuan"):
        return yuan(value)
    if name in ("valid_from", "valid_to"):
        return cn_date(value)
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _timely(on: date, due_on: date | None) -> str:
    """How the publication stands to its term, in working days."""
    if due_on is None:
        return ""
    term = f"期限 {due_on.month}月{due_on.day}日"
    if on > due_on:
        return f"（{term}，逾期 {(on - due_on).days} 日）"
    left = CALENDAR.working_days_between(on, due_on)
    return f"（{term}，提前 {left} 个工作日）" if left else f"（{term}，当日公示）"


def _hidden(sections: Iterable[dict[str, Any]]) -> list[tuple[str, str, int]]:
    """What was hidden: kind, article and number of places."""
    counted: dict[tuple[str, str], int] = {}
    for section in sections:
        for paragraph in section["paragraphs"]:
            for piece in paragraph:
                if "hidden" in piece:
                    key = (piece["kind"], piece["basis"])
                    counted[key] = counted.get(key, 0) + 1
    return [(kind, basis, number) for (kind, basis), number in counted.items()]


def _facets(request: HttpRequest, found: Found) -> list[dict[str, Any]]:
    """Each value with its capped count and the address that chooses it, or takes it back."""
    made = []
    for facet in found.facets:
        values = [
            {
                "label": f"{value}年" if facet.name == "year" else value,
                "count": number,
                "url": paging.address(request, **{facet.name: None if value == facet.chosen else value}),
                "current": value == facet.chosen,
            }
            for value, number in facet.values
        ]
        if values:
            made.append({"label": facet.label, "values": values[:8], "more": values[8:]})
    return made
