"""Signing in and out, first use of an account, change of password."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.contrib.auth import login, logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from lantai.accounts import commands, queries
from lantai.accounts.commands import Secret
from lantai.accounts.forms import ChangePasswordForm, SetupForm, SignInForm
from lantai.accounts.models import Account
from lantai.law.refusals import Refused
from lantai.ledger import clock
from lantai.web.returning import page_of_ours

_BACKEND = "django.contrib.auth.backends.ModelBackend"
_DEVICE_AGE = 365 * 24 * 3600
_DEMO_COLUMNS = ("姓名", "岗位", "单位", "登录名", "密码", "登录")
_WRONG = "登录名或密码不对"
_TOO_MANY = "登录尝试过于频繁，请 15 分钟后再试"


def _after(request: HttpRequest) -> str:
    return page_of_ours(request, settings.LOGIN_REDIRECT_URL)


def _let_in(request: HttpRequest, account: Account) -> None:
    """Begin a session under a new key; the key from before signing in is dead."""
    login(request, account, backend=_BACKEND)
    request.session["signed_in_at"] = request.session["seen_at"] = clock.now().timestamp()


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None)
    status = 200
    if form.is_valid():
        account, sentence, status = _tried(
            request, form.cleaned_data["username"].strip(), form.cleaned_data["password"]
        )
        if account is not None:
            return _entered(request, account)
        form.add_error(None, sentence)
    held = queries.demo_accounts()
    page = {"form": form, "next": _after(request), "demo_accounts": held}
    page |= {"demo": [_demo_row(d) for d in held], "demo_columns": _DEMO_COLUMNS}
    return render(request, "accounts/sign_in.html", page, status=status)


def _demo_row(demo: queries.DemoAccount) -> tuple[str, ...]:
    """A demo account with the button that sends its name and password, as shown, to the ordinary sign-in."""
    entry = render_to_string("accounts/demo_entry.html", {"demo": demo})
    return demo.name, demo.post, demo.agency, demo.username, demo.password, entry


def _tried(request: HttpRequest, username: str, password: str) -> tuple[Account | None, str, int]:
    """Compare one password, if the window still allows it. An unknown name is answered like a known one."""
    where = {
        "bucket": queries.bucket(username, request.COOKIES.get(queries.DEVICE_COOKIE, "")),
        "address": queries.address(request),
    }
    if queries.is_throttled(**where):
        return None, _TOO_MANY, 429
    try:
        attempt = commands.note_attempt(actor=None, **where)
    except Refused:
        return None, _TOO_MANY, 429
    account = queries.account_with(username, password)
    if account is None:
        return None, _WRONG, 200
    return commands.sign_in(actor=None, attempt=attempt, account=account), "", 200


def _entered(request: HttpRequest, account: Account) -> HttpResponse:
    _let_in(request, account)
    response = redirect(_after(request))
    response.set_cookie(
        queries.DEVICE_COOKIE,
        queries.device_token(account.username, secrets.token_urlsafe(12)),
        max_age=_DEVICE_AGE,
        path="/login/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        commands.sign_out(actor=getattr(request, "actor", None), account=request.user)
    logout(request)
    return redirect("accounts:login")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def setup(request: HttpRequest, token: str) -> HttpResponse:
    account = queries.account_to_set_up(token)
    form = SetupForm(request.POST or None, account=account)
    if form.is_valid():
        username = form.cleaned_data.get("username", "")
        done = commands.finish_setup(actor=None, token=Secret(token), password=form.secret, username=username)
        _let_in(request, done)
        return redirect(settings.LOGIN_REDIRECT_URL if not done.is_founder else "/desk/admin/")
    response = render(request, "accounts/setup.html", {"form": form, "account": account})
    response["Referrer-Policy"] = "no-referrer"
    return response


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect(f"{settings.LOGIN_URL}?next={request.path}")
    form = ChangePasswordForm(request.POST or None, account=request.user)
    if form.is_valid():
        actor = getattr(request, "actor", None)
        account = commands.change_password(actor=actor, account=request.user, password=form.secret)
        update_session_auth_hash(request, account)
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "accounts/password.html", {"form": form})
