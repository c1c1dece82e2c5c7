"""What every answer carries: a strict policy, no sniffing, no framing; private pages are not stored; odd methods refused."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.architecture.addresses import addresses
from tests.cast import Cast, assemble

PATHS = sorted({path for path, _ in addresses()} | {"/nowhere/", "/desk/nowhere/", "/static/lantai/lantai.css"})
UNSAFE = re.compile(r"'unsafe-|\*|https?:")


@pytest.fixture
def cast(db: None) -> Cast:
    return assemble()


def faults(path: str, headers: dict[str, str]) -> list[str]:
    """What is missing or too wide among the headers of one answer."""
    policy = headers.get("Content-Security-Policy", "")
    found = [] if policy.startswith("default-src 'none'") and not UNSAFE.search(policy) else [f"policy {policy!r}"]
    if "frame-ancestors" not in policy:
        found.append("may be framed")
    if headers.get("X-Content-Type-Options") != "nosniff":
        found.append("may be sniffed")
    if headers.get("Referrer-Policy") not in ("same-origin", "no-referrer"):
        found.append("tells where one comes from")
    if path.startswith(("/desk/", "/login/", "/account/", "/setup/")) and "no-store" not in headers.get(
        "Cache-Control", ""
    ):
        found.append("is stored")
    return [f"{path}: {sentence}" for sentence in found]


def test_every_answer_carries_the_headers(cast: Cast) -> None:
    found = []
    for client in (Client(raise_request_exception=False), cast.zhang.browser(), cast.administrators[0].browser()):
        for path in PATHS:
            answer = client.get(path)
            found += faults(path, dict(answer.headers)) if answer.status_code != 304 else []
    assert not found, "\n".join(found)


def test_missing_headers_are_found() -> None:
    assert len(faults("/desk/", {"Content-Security-Policy": "default-src 'none'; script-src 'unsafe-inline'"})) == 5


@pytest.mark.django_db
@pytest.mark.parametrize("method", ("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND"))
def test_undeclared_methods_are_refused_everywhere(method: str) -> None:
    client = Client(raise_request_exception=False)
    assert {p: c for p in PATHS if (c := client.generic(method, p).status_code) != 405} == {}


def test_forms_without_their_token_change_nothing(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.force_login(cast.zhang.account)
    answers = {path: strict.post(path, {}).status_code for path in PATHS if not path.startswith("/static/")}
    assert {path: code for path, code in answers.items() if code not in (403, 404, 405)} == {}


def test_cookies_are_not_read_by_scripts_and_not_sent_elsewhere(cast: Cast) -> None:
    client = cast.zhang.browser()
    client.get("/desk/")
    session = client.cookies["sessionid"]
    assert session["httponly"] and session["samesite"] == "Lax"
