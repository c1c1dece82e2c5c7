"""Pages of the register of officers (执法人员): the list, one person, and what is registered of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from lantai.agencies import queries as agencies
from lantai.law.people import ADMINISTRATORS, Role
from lantai.ledger import clock, store
from lantai.personnel import forms, media, queries
from lantai.personnel.commands import people
from lantai.personnel.models import CERTIFICATE_STATES, Person
from lantai.web import files, paging
from lantai.web.form_page import form_page

FORM = ("GET", "HEAD", "POST")
EXPIRES_SOON = timedelta(days=90)


def address(person: Person) -> str:
    return reverse("personnel:person", args=[person.pk])


def back(person: Person | None = None) -> tuple[str, str]:
    return (person.name, address(person)) if person is not None else ("执法人员", reverse("personnel:register"))


def card(person: Person) -> tuple[str, str, Any]:
    """The state of a person's certificate today in words, the kind of its tag, and the certificate."""
    held = person.certificate_on(clock.today())
    return (*CERTIFICATE_STATES[held.state_on(clock.today()) if held else ""], held)


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    form = forms.FilterForm(request.GET, agencies=agencies.listed(request.actor))
    wanted = dict(form.cleaned_data) if form.is_valid() else {}
    wanted["agency"] = wanted["agency"].pk if wanted.get("agency") else None
    rows = queries.listed(request.actor, **wanted)
    page = paging.keyset(request, rows.order_by(), total=paging.capped_count(rows.prefetch_related(None)))
    context = {
        "form": form,
        "page": page,
        "counts": queries.counts(request.actor, clock.today()),
        "cards": {p.pk: card(p) for p in page.rows},
        "may_write": request.actor.has(Role.SYSTEM_ADMIN),
    }
    return render(request, "personnel/register.html", context)


@require_safe
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    found = queries.person(request.actor, person_id)
    today = clock.today()
    roles = request.actor.roles
    context = {
        "person": found,
        "today": today,
        "soon": today + EXPIRES_SOON,
        "card": card(found),
        "certificates": [(c, *CERTIFICATE_STATES[c.state_on(today)]) for c in found.certificates.all()],
        "posts": queries.posts_of(request.actor, person_id),
        "system": Role.SYSTEM_ADMIN in roles,
        "security": Role.SECURITY_ADMIN in roles,
        "may_suspend": request.actor.has(Role.SYSTEM_ADMIN, Role.SUPERVISOR),
        "founding": request.actor.person_id == 0,
        "administers": request.actor.has(*ADMINISTRATORS),
        "gone": found.left_on is not None and found.left_on <= today,
    }
    return render(request, "personnel/person.html", context)


@require_http_methods(FORM)
def new(request: HttpRequest) -> HttpResponse:
    agencies.administrator(request.actor)
    form = forms.RegisterForm(request.POST or None, agencies=agencies.in_force(request.actor, clock.today()))

    def act(given: Mapping[str, Any]) -> str:
        return address(people.register_person(actor=request.actor, key=request.POST.get("key"), **given))

    return form_page(request, form, act, title="登记人员", submit="登记", back=back(), done="人员已登记")


@require_http_methods(FORM)
def change(request: HttpRequest, person_id: int) -> HttpResponse:
    agencies.administrator(request.actor)
    found = queries.person(request.actor, person_id)
    initial = {n: getattr(found, n) for n in forms.ParticularsForm.base_fields if n != "seen"}
    form = forms.ParticularsForm(request.POST or None, initial=initial | {"seen": found.version})

    def act(given: Mapping[str, Any]) -> str:
        changes = {k: v for k, v in given.items() if k != "seen"}
        seen, key = given["seen"] or 0, request.POST.get("key")
        return address(people.change_person(actor=request.actor, person=found, seen=seen, changes=changes, key=key))

    title = f"变更：{found.name}"
    return form_page(request, form, act, title=title, submit="保存变更", back=back(found), done="变更已登记")


@require_http_methods(FORM)
def leave(request: HttpRequest, person_id: int) -> HttpResponse:
    agencies.administrator(request.actor)
    found = queries.person(request.actor, person_id)
    form = forms.LeaveForm(request.POST or None)

    def act(given: Mapping[str, Any]) -> str:
        return address(people.leave(actor=request.actor, person=found, key=request.POST.get("key"), **given))

    title = f"办理离岗：{found.name}"
    return form_page(
        request, form, act, title=title, submit="办理离岗", back=back(found), done="已办理离岗", danger=True
    )


@require_http_methods(FORM)
def photo_form(request: HttpRequest, person_id: int) -> HttpResponse:
    agencies.administrator(request.actor)
    found = queries.person(request.actor, person_id)
    form = forms.PhotoForm(request.POST or None, request.FILES or None)

    def act(given: Mapping[str, Any]) -> str:
        kept = store.put_bytes(media.portrait(given["photo"]), "image/jpeg")
        return address(people.record_photo(actor=request.actor, person=found, photo=kept))

    title = f"登记照片：{found.name}"
    return form_page(request, form, act, title=title, submit="上传照片", back=back(found), done="照片已登记")


@require_safe
def photo(request: HttpRequest, person_id: int) -> HttpResponseBase:
    found = queries.person(request.actor, person_id)
    if not found.photo_sha256:
        raise Http404
    sha256 = found.photo_sha256
    return files.file_response(request, store.path(sha256), name="照片.jpg", media_type="image/jpeg", sha256=sha256)
