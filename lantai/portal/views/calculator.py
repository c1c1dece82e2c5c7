"""法律计算器: until when, what can be done against it, how much is added. Answers from the address, nothing is kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lantai.law import money, remedies
from lantai.law.calendar import CALENDAR
from lantai.portal.forms import RemedyForm, SurchargeForm, TermForm
from lantai.web.forms import Form

TABS = (
    {"key": "terms", "label": "期限到哪一天", "url": "/calculator/"},
    {"key": "remedies", "label": "复议和诉讼", "url": "/calculator/remedies/"},
    {"key": "surcharge", "label": "加处罚款", "url": "/calculator/surcharge/"},
)
LEADS = {
    "terms": "选择事项和日期，看期限到哪一天届满，以及是怎样数出来的。",
    "remedies": "收到决定书以后，可以在哪一天以前申请行政复议、提起行政诉讼。",
    "surcharge": "到期不缴纳罚款的，每日加处罚款数额的百分之三，不超过罚款本身。",
}


def _asked(request: HttpRequest, form: type[Form]) -> QueryDict | None:
    """The question in the address; None where it names none of the fields."""
    return request.GET if any(name in request.GET for name in form.base_fields) else None


def _page(request: HttpRequest, which: str, form: Form, **answer: Any) -> HttpResponse:
    """An empty page is kept like every public page; an answer is made anew and stored nowhere."""
    context = {"section": "calculator", "tabs": TABS, "which": which, "lead": LEADS[which], "form": form, **answer}
    status = 400 if form.is_bound and not form.is_valid() else 200
    response = render(request, "portal/calculator.html", context, status=status)
    if form.is_bound:
        response["Cache-Control"] = "no-store"
    return response


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    form = TermForm(_asked(request, TermForm))
    if not form.is_valid():
        return _page(request, "terms", form)
    return _page(request, "terms", form, reckoned=form.reckoned(), act=form.act_chosen)


@require_safe
def remedy(request: HttpRequest) -> HttpResponse:
    form = RemedyForm(_asked(request, RemedyForm))
    if not form.is_valid():
        return _page(request, "remedies", form)
    served, told = form.cleaned_data["served"], form.cleaned_data["told"] == "yes"
    item = remedies.reconsideration_first(form.cleaned_data["act"])
    answer = {
        "first": item,
        "reconsideration": remedies.reconsideration_due(served, told, CALENDAR),
        "suit": None if item else remedies.suit_due(served, told, CALENDAR),
        "after": remedies.SUIT_AFTER_RECONSIDERATION.basis,
    }
    return _page(request, "remedies", form, remedy=answer)


@require_safe
def surcharge(request: HttpRequest) -> HttpResponse:
    form = SurchargeForm(_asked(request, SurchargeForm))
    if not form.is_valid():
        return _page(request, "surcharge", form)
    given = form.cleaned_data
    found = money.surcharge(given["fine"], given["due_on"], given["through"], form.pauses)
    return _page(request, "surcharge", form, surcharge=found, total=given["fine"] + found.amount)
