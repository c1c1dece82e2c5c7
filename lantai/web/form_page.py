"""A form on a page of its own: shown, answered with the errors at their fields, or done and left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.web.errors import wants_json
from lantai.web.forms import Form


def answered(
    request: HttpRequest, template: str, page: Mapping[str, Any], form: BaseForm, status: int = 200
) -> HttpResponse:
    """The page of a form; 400 where it is at fault, 409 where the act was refused or overtaken, what was typed kept.

    A machine gets data: the first fault and all of them by field, or the plain answer of a refusal.
    """
    fault = getattr(form, "fault", None)
    if isinstance(fault, Refused | Conflict):
        if wants_json(request):
            raise fault
        if isinstance(fault, Conflict):
            request.POST = request.POST.copy()  # what is sent after reading the changes is another act
            request.POST.pop("key", None)
        return render(request, template, dict(page), status=409)
    if not form.errors:
        return render(request, template, dict(page), status=status)
    if not wants_json(request):
        return render(request, template, dict(page), status=400)
    faults = {name if name != NON_FIELD_ERRORS else "": [str(f) for f in said] for name, said in form.errors.items()}
    field, (sentence, *_) = next(iter(faults.items()))
    data = {"field": field, "sentence": sentence, "faults": faults}
    return JsonResponse(data, status=400, json_dumps_params={"ensure_ascii": False})


def form_page(
    request: HttpRequest,
    form: Form,
    act: Callable[[Mapping[str, Any]], str],
    *,
    title: str,
    submit: str,
    back: tuple[str, str],
    done: str = "",
    note: str = "",
    danger: bool = False,
) -> HttpResponse:
    """``act`` does the deed with the cleaned values and returns the address to go to; what it refuses is shown
    on the form. ``back`` is (words, address) of the page above; ``done`` the sentence shown afterwards.
    """
    if form.is_valid():
        try:
            address = act(form.cleaned_data)
        except (Malformed, Refused, Conflict) as fault:
            form.at_fault(fault)
        else:
            if done:
                messages.success(request, done)
            return redirect(address)
    page = {
        "form": form,
        "title": title,
        "submit": submit,
        "back_label": back[0],
        "back_url": back[1],
        "note": note,
        "kind": "danger" if danger else "",
    }
    return answered(request, "web/form_page.html", page, form, 400 if form.is_bound and not form.is_looking_up else 200)
