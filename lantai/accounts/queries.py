"""Reads of accounts: who may try a password, and whether it is the right one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core import signing
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.utils.crypto import salted_hmac

from lantai.accounts.models import Account, SignInAttempt
from lantai.law.people import ADMINISTRATORS, Actor
from lantai.ledger import clock

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 5  # guesses compared within the window, counting all addresses
PER_ADDRESS = 40  # failed guesses within the window, counting all accounts
DEVICE_COOKIE = "lantai_device"
_DEVICE_SALT = "lantai.accounts.device"


def _keyed(*parts: str) -> str:
    return salted_hmac("lantai.accounts.attempt", "\n".join(parts), algorithm="sha256").hexdigest()


def bucket(username: str, device: str = "") -> str:
    """Where the guesses at a name are counted: its holder's known device has a count of its own, so that strangers
    who guess cannot lock the holder out."""
    known = ""
    if device:
        try:
            held, nonce = signing.loads(device, salt=_DEVICE_SALT)
            known = nonce if held == username.lower() else ""
        except (signing.BadSignature, ValueError, TypeError):
            known = ""
    return _keyed("name", username.lower(), known)


def device_token(username: str, nonce: str) -> str:
    """What the browser keeps after a success, to be told from a stranger's next time."""
    return signing.dumps([username.lower(), nonce], salt=_DEVICE_SALT)


def address(request: HttpRequest) -> str:
    """Keyed digest of the network address (IPv6: its /64); behind a web server on this machine, of the last one noted."""
    text = str(request.META.get("REMOTE_ADDR") or "")
    where = _parsed(text)
    if where is None or where.is_loopback:
        noted = _parsed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")[-1].strip())
        where = noted or where
    if isinstance(where, IPv6Address):
        return _keyed("address", str(ip_network((where, 64), strict=False)))
    return _keyed("address", str(where or text))


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def is_throttled(bucket: str, address: str) -> bool:
    """Whether a further guess would go beyond 5 per name, or 40 failures per address, in 15 minutes; two statements."""
    recent = SignInAttempt.objects.filter(at__gt=clock.now() - WINDOW, succeeded=False)
    if recent.filter(bucket=bucket).count() >= PER_ACCOUNT:
        return True
    return recent.filter(address=address).count() >= PER_ADDRESS


def account_with(username: str, password: str) -> Account | None:
    """The active account of a name and password, else None. An unknown name costs the same comparison as a known one."""
    account = Account.objects.filter(username=username.strip().lower()).first()
    if account is None or not account.is_active:
        check_password(password, make_password(None))
        return None
    return account if check_password(password, account.password) else None


def password_matches(account: Account, password: str) -> bool:
    return check_password(password, account.password)


def link_digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def account_to_set_up(token: str) -> Account:
    """The account of a one-time link that is still good, or Http404."""
    found = Account.objects.filter(setup_digest=link_digest(token), setup_until__gt=clock.now(), is_active=True).first()
    if found is None or not token:
        raise Http404
    return found


def visible_to(viewer: Actor | None) -> QuerySet[Account]:
    """Administrators see all accounts, everybody else the own one."""
    if viewer is None:
        return Account.objects.none()
    return Account.objects.all() if viewer.has(*ADMINISTRATORS) else Account.objects.filter(pk=viewer.account_id)


def get(viewer: Actor | None, account_id: int) -> Account:
    found = visible_to(viewer).filter(pk=account_id).first()
    if found is None:
        raise Http404
    return found


def listed(viewer: Actor | None, q: str = "") -> QuerySet[Account]:
    found = visible_to(viewer).order_by("id")
    return found.filter(Q(username__icontains=q) | Q(name__icontains=q)) if q else found


def none_yet() -> bool:
    """Whether nobody has an account: an empty installation."""
    return not Account.objects.exists()


def awaits_founder() -> bool:
    """Whether the installation is still to be taken into use: nobody but a founder who has not chosen a password."""
    return not any(held.has_usable_password() or not held.is_founder for held in Account.objects.all()[:2])


@dataclass(frozen=True)
class DemoAccount:
    """An account of the demo city, shown with its password: everything it can reach is fictitious."""

    username: str
    password: str
    name: str
    post: str
    agency: str


def demo_accounts() -> list[DemoAccount]:
    """The accounts that ``lantai demo`` wrote down beside the data; none on an installation that is no demonstration."""
    listed = settings.DATA / "demo" / "accounts.json"
    if not settings.LANTAI_DEMO or not listed.exists():
        return []
    return [DemoAccount(**row) for row in json.loads(listed.read_text(encoding="utf-8"))]


def taken(usernames: set[str]) -> set[str]:
    """Which of these sign-in names exist already, in one statement."""
    return set(Account.objects.filter(username__in={u.lower() for u in usernames}).values_list("username", flat=True))
