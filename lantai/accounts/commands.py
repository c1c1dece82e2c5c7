"""Writes of accounts. Passwords come in as ``Secret`` hashes made beforehand: hashing takes long and holds no lock."""

from __future__ import annotations

import re
import secrets
from datetime import timedelta

from django.contrib.auth.hashers import make_password

from lantai.accounts import queries
from lantai.accounts.models import Account, SignInAttempt
from lantai.law.people import Actor, Role
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.ledger import clock
from lantai.ledger.act import command, put, put_many

LINK_HOLDS = timedelta(hours=72)
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")


class Secret:
    """A value that must not be written down. No dataclass, on purpose: the ledger writes out the fields of dataclasses,
    of anything else only its kind."""

    def __init__(self, value: str) -> None:
        self.value = value

    def __str__(self) -> str:
        return "〔不记录〕"

    __repr__ = __str__

    @classmethod
    def of(cls, password: str) -> Secret:
        """The hash of a password, ready to be stored."""
        return cls(make_password(password))


def _username(text: str) -> str:
    name = text.strip().lower()
    if not _USERNAME.fullmatch(name):
        raise Malformed("username", "登录名由 3 至 60 个小写字母、数字、点、横线组成，以字母或数字开头")
    return name


def _new_link(account: Account) -> str:
    token = secrets.token_urlsafe(32)
    account.setup_digest = queries.link_digest(token)
    account.setup_until = clock.now() + LINK_HOLDS
    return token


def _refuse(reason: str, remedy: str) -> Refused:
    return Refused([Refusal("", (), reason, remedy)])


@command("accounts.create_first_administrator", "设立首任管理员")
def create_first_administrator(*, actor: Actor | None = None, name: str = "首任管理员") -> str:
    """Make the founder's account on an empty installation and return the token of its one-time link.

    Called again before the link was used, it gives a new link and the old one dies. Refused once anybody has signed in.
    """
    founder = Account.objects.filter(is_founder=True).first()
    if founder is None and not queries.none_yet():
        raise _refuse("平台已有账号，不再设立首任管理员", "请由系统管理员开户")
    if founder is not None and founder.has_usable_password():
        raise _refuse("首任管理员已完成设置", "忘记密码时，请由安全管理员重发设置链接")
    if founder is None:
        founder = Account(username="admin", name=name, is_founder=True, made_at=clock.now())
        founder.set_unusable_password()
    token = _new_link(founder)
    put(founder)
    return token


@command("accounts.open_account", "开立账号", allowed=(Role.SYSTEM_ADMIN,))
def open_account(
    *,
    actor: Actor | None,
    username: str,
    name: str,
    password: Secret | None = None,
    must_change_password: bool = False,
) -> Account:
    """Open an account. Without ``password`` (a hash, ``Secret.of``) it can be used only after a one-time link."""
    username = _username(username)
    if Account.objects.filter(username=username).exists():
        raise Malformed("username", f"登录名 {username} 已被使用")
    account = Account(
        username=username, name=name.strip(), must_change_password=must_change_password, made_at=clock.now()
    )
    account.password = password.value if password else make_password(None)
    return put(account)


@command("accounts.open_accounts", "成批开立账号", allowed=(Role.SYSTEM_ADMIN,))
def open_accounts(*, actor: Actor | None, named: list[tuple[str, str]]) -> list[Account]:
    """Open accounts for (username, name) pairs of a workbook; none can be used before its one-time link."""
    names = [_username(username) for username, _ in named]
    if clash := queries.taken(set(names)):
        raise Malformed("username", f"登录名已被使用：{'、'.join(sorted(clash)[:5])}")
    at = clock.now()
    return put_many(
        Account(username=username, name=name, password=make_password(None), made_at=at)
        for username, (_, name) in zip(names, named, strict=True)
    )


@command("accounts.issue_link", "发放账号设置链接", allowed=(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN))
def issue_link(*, actor: Actor | None, account: Account) -> str:
    """A new one-time link (72 hours) by which the holder chooses a password. Returns its token, kept nowhere.

    For an account in use only the security administrator may: otherwise who opens accounts could take one over.
    """
    if account.has_usable_password() and (actor is None or not actor.has(Role.SECURITY_ADMIN)):
        raise _refuse("该账号已在使用，重发链接会使原密码作废", "请由安全管理员办理")
    if actor is not None and actor.account_id == account.pk:
        raise _refuse("不能给自己重发设置链接", "请用“修改密码”，或由另一名管理员办理")
    token = _new_link(account)
    put(account)
    return token


@command("accounts.finish_setup", "完成账号设置")
def finish_setup(*, actor: Actor | None = None, token: Secret, password: Secret, username: str = "") -> Account:
    """Use a one-time link: set the password (a hash); the founder also chooses the sign-in name. The link dies."""
    account = queries.account_to_set_up(token.value)
    if account.is_founder and username:
        account.username = _username(username)
    account.password = password.value
    account.setup_digest, account.setup_until = "", None
    account.must_change_password = False
    return put(account)


@command("accounts.change_password", "修改密码")
def change_password(*, actor: Actor | None, account: Account, password: Secret) -> Account:
    """The holder sets a new password (a hash). The old one was compared before; all other sessions end."""
    account.password = password.value
    account.must_change_password = False
    account.setup_digest, account.setup_until = "", None
    return put(account)


@command("accounts.set_password", "设定初始密码", allowed=(Role.SYSTEM_ADMIN,))
def set_password(*, actor: Actor | None, account: Account, password: Secret, must_change: bool = True) -> Account:
    """Give an account that was never used a first password (a hash)."""
    if account.has_usable_password():
        raise _refuse("该账号已有密码", "请由安全管理员发放设置链接")
    account.password = password.value
    account.must_change_password = must_change
    return put(account)


@command("accounts.deactivate", "停用账号", allowed=(Role.SECURITY_ADMIN, Role.SYSTEM_ADMIN))
def deactivate(*, actor: Actor | None, account: Account, reason: str) -> Account:
    """Stop an account at once: open sessions end with their next request."""
    if actor is not None and actor.account_id == account.pk:
        raise _refuse("不能停用自己的账号", "请由另一名管理员办理")
    if not reason.strip():
        raise Malformed("reason", "请填写停用事由")
    account.is_active = False
    return put(account)


@command("accounts.reactivate", "恢复账号", allowed=(Role.SECURITY_ADMIN,))
def reactivate(*, actor: Actor | None, account: Account, reason: str) -> Account:
    account.is_active = True
    return put(account)


@command("accounts.note_attempt", "登录尝试")
def note_attempt(*, actor: Actor | None = None, bucket: str, address: str) -> SignInAttempt:
    """Count a guess before it is compared. Refused where the window is full, also when several guess at once."""
    if queries.is_throttled(bucket, address):
        raise _refuse("登录尝试过于频繁", "请 15 分钟后再试")
    attempt = SignInAttempt(bucket=bucket, address=address, at=clock.now())
    put(attempt)
    return attempt


@command("accounts.sign_in", "登录")
def sign_in(*, actor: Actor | None = None, attempt: SignInAttempt, account: Account) -> Account:
    """Note that an attempt succeeded; it then counts no longer as a guess."""
    attempt.succeeded = True
    put(attempt)
    return account


@command("accounts.sign_out", "退出登录")
def sign_out(*, actor: Actor | None, account: Account) -> Account:
    return account
