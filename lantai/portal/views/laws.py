"""法律法规: the list, a whole text, one article; where a text is not loaded, a page that says so."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lantai.portal.models import PublishedStatute
from lantai.portal.queries import laws


@require_safe
def statutes(request: HttpRequest) -> HttpResponse:
    context = {"section": "laws", "statutes": list(laws.statutes()), "missing": laws.cited_but_not_loaded()}
    return render(request, "portal/laws.html", context)


@require_safe
def statute(request: HttpRequest, title: str) -> HttpResponse:
    """The whole text of the newest version, or of the one asked for."""
    versions = laws.versions(title)
    if not versions:
        return _not_loaded(request, title)
    chosen = _chosen(request, versions)
    context = {"section": "laws", "statute": chosen, "versions": versions, "articles": laws.articles(chosen)}
    return render(request, "portal/law.html", context)


@require_safe
def article(request: HttpRequest, title: str, key: str) -> HttpResponse:
    """One article, with the one before and the one after."""
    versions = laws.versions(title)
    if not versions:
        return _not_loaded(request, title)
    chosen = _chosen(request, versions)
    found = laws.article(chosen, key)
    if found is None:
        raise Http404
    before, after = laws.neighbours(found)
    context = {
        "section": "laws",
        "statute": chosen,
        "versions": versions,
        "article": found,
        "before_article": before,
        "after_article": after,
    }
    return render(request, "portal/article.html", context)


def _chosen(request: HttpRequest, versions: list[PublishedStatute]) -> PublishedStatute:
    asked = request.GET.get("version", "")
    return next((v for v in versions if v.adopted.isoformat() == asked), versions[0])


def _not_loaded(request: HttpRequest, title: str) -> HttpResponse:
    """Not stored: any title may be asked for, and the text may come any day."""
    response = render(request, "portal/law_not_loaded.html", {"section": "laws", "wanted": title})
    response["Cache-Control"] = "no-store"
    return response
