"""A form on a page of its own: shown, answered with the errors at their fields, or done and left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lantai.law.refusals import Malformed


def form_page(
    request: HttpRequest,
    form: BaseForm,
    act: Callable[[Mapping[str, Any]], str],
    *,
    title: str,
    submit: str,
    back: tuple[str, str],
    done: str = "",
    note: str = "",
    danger: bool = False,
) -> HttpResponse:
    """``act`` does the deed with the cleaned values and returns the address to go to; a Malformed it raises is shown
    at its field. ``back`` is (words, address) of the page above; ``done`` the sentence shown afterwards.
    """
    if form.is_valid():
        try:
            address = act(form.cleaned_data)
        except Malformed as wrong:
            form.add_error(wrong.field if wrong.field in form.fields else None, wrong.sentence)
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
    return render(request, "web/form_page.html", page, status=400 if form.is_bound else 200)
