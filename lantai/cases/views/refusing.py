"""A refusal on the page of the form that was sent."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantai.law.refusals import Refused
from lantai.web.errors import wants_json


def refused_on(request: HttpRequest, template: str, page: dict[str, Any], refused: Refused) -> HttpResponse:
    """409 with the reasons above the form: what was typed stays. A machine gets the plain answer."""
    if wants_json(request):
        raise refused
    return render(request, template, page | {"refusals": refused.refusals}, status=409)
