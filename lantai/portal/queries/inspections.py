"""Random-inspection plans, draws and results as published."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from lantai.portal.models import PublishedDraw, PublishedInspection


def draws(q: str = "") -> QuerySet[PublishedDraw]:
    """Plans with or without their draw, the latest first, by words of agency, title, matter or number."""
    found = PublishedDraw.objects.order_by("-id").defer("plan")
    for column in ("agency_name", "title", "matter", "number") if q else ():
        hit = found.filter(**{f"{column}__contains": q})
        if hit.exists():
            return hit
    return found.none() if q else found


def draw(number: int) -> PublishedDraw:
    found = PublishedDraw.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def results(draw_number: str = "") -> QuerySet[PublishedInspection]:
    """Results of inspections, the latest first; of one plan if asked."""
    found = PublishedInspection.objects.order_by("-id")
    return found.filter(draw=draw_number) if draw_number else found
