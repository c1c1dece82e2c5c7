"""Signing in: who gets in, who is slowed down, and what a session is worth afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from lantai.accounts import commands
from lantai.accounts.models import Account, SignInAttempt
from lantai.accounts.tests.conftest import PASSWORD
from lantai.law.people import Actor
from lantai.ledger.models import Entry

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=timezone.get_default_timezone())
Guess = Callable[..., int]


def _is_in(client: Client) -> bool:
    return client.get("/account/password/").status_code == 200


def test_the_right_password_lets_in_and_is_noted(account: Account, client: Client) -> None:
    answer = client.post("/login/", {"username": " Zhang ", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/desk/")
    assert _is_in(client)
    assert Entry.objects.filter(verb="accounts.sign_in", subject=f"accounts.account:{account.pk}").count() == 1


def test_unknown_name_and_wrong_password_are_answered_alike(account: Account, client: Client) -> None:
    known = client.post("/login/", {"username": "zhang", "password": "不对的密码"})
    unknown = client.post("/login/", {"username": "nobody", "password": "不对的密码"})
    words = "登录名或密码不对"
    assert known.status_code == unknown.status_code == 200
    assert words in known.content.decode() and words in unknown.content.decode()
    assert not _is_in(client)


def test_a_password_never_reaches_the_log(account: Account, client: Client) -> None:
    client.post("/login/", {"username": "zhang", "password": PASSWORD})
    commands.change_password(actor=None, account=account, password=commands.Secret.of("孤月轮高照2026秋"))
    details = "".join(str(e.detail.detail) + e.body for e in Entry.objects.select_related("detail"))
    assert PASSWORD not in details and account.password not in details
    assert "<Secret>" in details


def test_the_sixth_guess_within_a_quarter_of_an_hour_is_not_compared(account: Account, guess: Guess) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        assert [guess("zhang", f"猜{n}") for n in range(5)] == [200] * 5
        assert guess("zhang", PASSWORD) == 429  # right, yet not looked at
        assert SignInAttempt.objects.count() == 5
        clock.shift(timedelta(minutes=15, seconds=1))
        assert guess("zhang", PASSWORD) == 302


def test_the_holder_on_a_known_device_is_not_locked_out_by_strangers(account: Account, guess: Guess) -> None:
    own = Client()
    with time_machine.travel(NOON, tick=False):
        assert guess("zhang", PASSWORD, "192.0.2.1", own) == 302
        own.post("/logout/")
        for n in range(5):
            guess("zhang", f"猜{n}", f"198.51.100.{n}", Client())
        assert guess("zhang", PASSWORD, "198.51.100.9", Client()) == 429
        assert guess("zhang", PASSWORD, "192.0.2.1", own) == 302


def test_one_password_tried_on_many_names_is_stopped_before_the_fiftieth(account: Account, guess: Guess) -> None:
    with time_machine.travel(NOON, tick=False):
        answers = [guess(f"name{n:03}", "常用密码123456") for n in range(50)]
    assert answers.count(200) == 40
    assert set(answers[40:]) == {429}


def test_a_session_from_before_signing_in_is_dead_afterwards(account: Account, client: Client) -> None:
    client.get("/login/")
    session = client.session
    session["planted"] = "1"
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    client.post("/login/", {"username": "zhang", "password": PASSWORD})
    assert client.cookies["sessionid"].value != before
    assert not Session.objects.filter(pk=before).exists()


def test_signing_out_ends_the_session_on_the_server(account: Account, client: Client) -> None:
    client.post("/login/", {"username": "zhang", "password": PASSWORD})
    stolen = client.cookies["sessionid"].value
    assert client.post("/logout/").status_code == 302
    other = Client()
    other.cookies["sessionid"] = stolen
    assert not _is_in(other)
    assert client.get("/logout/").status_code == 405


@pytest.mark.parametrize(("minutes", "is_in"), [(29, True), (31, False)])
def test_half_an_hour_without_a_request_ends_the_session(
    account: Account, client: Client, minutes: int, is_in: bool
) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        client.post("/login/", {"username": "zhang", "password": PASSWORD})
        clock.shift(timedelta(minutes=minutes))
        assert _is_in(client) is is_in


def test_twelve_hours_after_signing_in_the_session_ends_however_busy(account: Account, client: Client) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        client.post("/login/", {"username": "zhang", "password": PASSWORD})
        for _ in range(35):
            clock.shift(timedelta(minutes=20))
            assert _is_in(client)
        clock.shift(timedelta(minutes=21))
        assert not _is_in(client)


def test_an_account_that_was_stopped_is_out_with_its_next_request(
    account: Account, client: Client, administrator: Actor
) -> None:
    client.post("/login/", {"username": "zhang", "password": PASSWORD})
    assert _is_in(client)
    commands.deactivate(actor=administrator, account=account, reason="调离执法岗位")
    assert not _is_in(client)
    assert client.post("/login/", {"username": "zhang", "password": PASSWORD}).status_code == 200


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_signing_in_leads_to_our_own_pages_only(account: Account, client: Client, target: str) -> None:
    answer = client.post("/login/", {"username": "zhang", "password": PASSWORD, "next": target})
    assert answer["Location"] == "/desk/"


def test_a_form_without_its_token_or_from_elsewhere_is_refused(account: Account) -> None:
    strict = Client(enforce_csrf_checks=True)
    given = {"username": "zhang", "password": PASSWORD}
    assert strict.post("/login/", given).status_code == 403
    page = strict.get("/login/")
    token = page.cookies["csrftoken"].value
    foreign = strict.post(
        "/login/", {**given, "csrfmiddlewaretoken": token}, headers={"origin": "https://evil.example"}
    )
    assert foreign.status_code == 403
    assert "页面已失效" in foreign.content.decode()
    assert strict.post("/login/", {**given, "csrfmiddlewaretoken": token}).status_code == 302
