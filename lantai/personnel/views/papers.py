"""Pages on which a certificate, a post or an account of a person is given, taken or withheld."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lantai.accounts import commands as accounts
from lantai.agencies import queries as agencies
from lantai.law.people import Role
from lantai.personnel import forms, queries
from lantai.personnel.commands import certificates, people, posts
from lantai.personnel.views.people import FORM, address, back
from lantai.web.form_page import form_page


@require_http_methods(FORM)
def certificate(request: HttpRequest, person_id: int) -> HttpResponse:
    agencies.administrator(request.actor)
    found = queries.person(request.actor, person_id)
    form = forms.CertificateForm(request.POST or None)

    def act(given: Mapping[str, Any]) -> str:
        stated = {k: given[k] for k in ("number", "valid_from", "valid_to")} | {"fields": given["fields_"]}
        certificates.issue_certificate(actor=request.actor, person=found, key=request.POST.get("key"), **stated)
        return address(found)

    title = f"登记执法证：{found.name}"
    return form_page(request, form, act, title=title, submit="登记执法证", back=back(found), done="执法证已登记")


@require_http_methods(FORM)
def suspend(request: HttpRequest, certificate_id: int) -> HttpResponse:
    found = queries.certificate(request.actor, certificate_id)
    form = forms.SuspendForm(request.POST or None)

    def act(given: Mapping[str, Any]) -> str:
        key = request.POST.get("key")
        certificates.suspend(actor=request.actor, certificate=found, key=key, **given)
        return address(found.person)

    title = f"暂扣执法证：{found.person.name}"
    note = "暂扣期间不能执法；此前的执法行为不受影响。"
    return form_page(
        request,
        form,
        act,
        title=title,
        submit="暂扣",
        back=back(found.person),
        done="执法证已暂扣",
        note=note,
        danger=True,
    )


@require_http_methods(FORM)
def reinstate(request: HttpRequest, certificate_id: int) -> HttpResponse:
    found = queries.certificate(request.actor, certificate_id)
    held = queries.open_suspension(request.actor, certificate_id)
    form = forms.ReinstateForm(request.POST or None)

    def act(given: Mapping[str, Any]) -> str:
        certificates.reinstate(actor=request.actor, suspension=held, key=request.POST.get("key"), **given)
        return address(found.person)

    title = f"发还执法证：{found.person.name}"
    return form_page(request, form, act, title=title, submit="发还", back=back(found.person), done="执法证已发还")


@require_http_methods(FORM)
def appoint(request: HttpRequest, person_id: int) -> HttpResponse:
    agencies.administrator(request.actor)
    found = queries.person(request.actor, person_id)
    form = forms.AppointForm(request.POST or None)

    def act(given: Mapping[str, Any]) -> str:
        role, from_on, key = Role(given["role"]), given["from_on"], request.POST.get("key")
        posts.appoint(actor=request.actor, person=found, role=role, from_on=from_on, key=key)
        return address(found)

    title = f"任命岗位：{found.name}"
    return form_page(request, form, act, title=title, submit="任命", back=back(found), done="岗位已任命")


@require_http_methods(FORM)
def dismiss(request: HttpRequest, person_id: int, post_id: int) -> HttpResponse:
    agencies.administrator(request.actor)
    found = queries.person(request.actor, person_id)
    post = queries.posts_of(request.actor, person_id).select_related("person").filter(pk=post_id).first()
    if post is None:
        raise Http404
    form = forms.DismissForm(request.POST or None)

    def act(given: Mapping[str, Any]) -> str:
        posts.dismiss(actor=request.actor, post=post, key=request.POST.get("key"), **given)
        return address(found)

    title = f"免去岗位：{found.name}（{post.get_role_display()}）"
    return form_page(request, form, act, title=title, submit="免去", back=back(found), done="岗位已免去", danger=True)


@require_http_methods(FORM)
def account(request: HttpRequest, person_id: int) -> HttpResponse:
    agencies.administrator(request.actor)
    found = queries.person(request.actor, person_id)
    form = forms.AccountForm(request.POST or None)

    def act(given: Mapping[str, Any]) -> str:
        people.open_account(actor=request.actor, person=found, key=request.POST.get("key"), **given)
        return address(found)

    title = f"开立账号：{found.name}"
    return form_page(request, form, act, title=title, submit="开立账号", back=back(found), done="账号已开立")


@require_POST
def link(request: HttpRequest, person_id: int) -> HttpResponse:
    """The one-time link of an account, shown once; it is kept nowhere."""
    agencies.administrator(request.actor)
    found = queries.person(request.actor, person_id)
    if found.account is None:
        raise Http404
    token = accounts.issue_link(actor=request.actor, account=found.account)
    shown = request.build_absolute_uri(reverse("accounts:setup", args=[token]))
    return render(request, "personnel/link.html", {"person": found, "link": shown})


@require_http_methods(FORM)
def deactivate(request: HttpRequest, person_id: int) -> HttpResponse:
    return _switch(request, person_id, accounts.deactivate, "停用账号", "账号已停用", active=True)


@require_http_methods(FORM)
def reactivate(request: HttpRequest, person_id: int) -> HttpResponse:
    return _switch(request, person_id, accounts.reactivate, "恢复账号", "账号已恢复", active=False)


def _switch(request: HttpRequest, person_id: int, act: Any, verb: str, done: str, *, active: bool) -> HttpResponse:
    agencies.administrator(request.actor)
    found = queries.person(request.actor, person_id)
    if found.account is None:
        raise Http404
    if found.account.is_active is not active:
        return redirect(address(found))
    form = forms.ReasonForm(request.POST or None)

    def switch(given: Mapping[str, Any]) -> str:
        act(actor=request.actor, account=found.account, reason=given["reason"], key=request.POST.get("key"))
        return address(found)

    title = f"{verb}：{found.name}"
    return form_page(request, form, switch, title=title, submit=verb, back=back(found), done=done, danger=active)
