"""The first administrator, one-time links and changes of password. An installation begins with no way in but the link."""

from __future__ import annotations

import io
import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from lantai.accounts import commands, queries
from lantai.accounts.commands import Secret
from lantai.accounts.models import Account
from lantai.accounts.tests.conftest import PASSWORD
from lantai.law.people import Actor, Role
from lantai.law.refusals import Refused

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=timezone.get_default_timezone())
NEW = "人生代代无穷已2026"


def _console() -> str:
    out = io.StringIO()
    call_command("accounts", address="http://127.0.0.1:8000", stdout=out)
    return out.getvalue()


def _link(printed: str) -> str:
    found = re.search(r"http://127\.0\.0\.1:8000(/setup/\S+/)", printed)
    assert found
    return found[1]


@pytest.mark.django_db
def test_a_fresh_installation_has_no_usable_account() -> None:
    assert Account.objects.count() == 0
    _console()
    assert [a.username for a in Account.objects.all() if a.has_usable_password()] == []


@pytest.mark.django_db
@pytest.mark.parametrize("password", ["", "admin", "password", "123456", "lantai", "!"])
def test_no_usual_default_password_opens_the_founders_account(client: Client, password: str) -> None:
    _console()
    assert client.post("/login/", {"username": "admin", "password": password}).status_code == 200
    assert client.get("/desk/").status_code == 302


@pytest.mark.django_db
def test_the_founder_chooses_name_and_password_by_the_link_once(client: Client) -> None:
    link = _link(_console())
    assert "首任管理员" in client.get(link).content.decode()
    answer = client.post(link, {"username": "heyuan", "password": NEW, "again": NEW})
    assert (answer.status_code, answer["Location"]) == (302, "/desk/admin/")
    founder = Account.objects.get()
    assert (founder.username, founder.has_usable_password(), founder.setup_digest) == ("heyuan", True, "")
    assert Client().get(link).status_code == 404
    assert _console() == ""
    with pytest.raises(Refused):
        commands.create_first_administrator(actor=None)


@pytest.mark.django_db
def test_a_new_link_kills_the_old_one() -> None:
    old, new = _link(_console()), _link(_console())
    assert old != new
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200


def test_a_link_holds_seventy_two_hours(db: None, administrator: Actor) -> None:
    account = commands.open_account(actor=administrator, username="lixuemei", name="李雪梅")
    with time_machine.travel(NOON, tick=False) as clock:
        token = commands.issue_link(actor=administrator, account=account)
        clock.shift(timedelta(hours=71, minutes=59))
        assert Client().get(f"/setup/{token}/").status_code == 200
        clock.shift(timedelta(minutes=2))
        assert Client().get(f"/setup/{token}/").status_code == 404


@pytest.mark.parametrize(
    ("password", "again", "sentence"),
    [
        ("短密码", "短密码", "10"),
        ("2026112412", "2026112412", "数字"),
        (NEW, NEW + "x", "两次输入的密码不一致"),
        ("", "", "请填写新密码"),
    ],
)
def test_a_weak_or_mistyped_password_is_refused_with_the_reason(
    account: Account, administrator: Actor, password: str, again: str, sentence: str
) -> None:
    fresh = commands.open_account(actor=administrator, username="lixuemei", name="李雪梅")
    token = commands.issue_link(actor=administrator, account=fresh)
    answer = Client().post(f"/setup/{token}/", {"password": password, "again": again})
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert not Account.objects.get(pk=fresh.pk).has_usable_password()


def test_only_the_security_administrator_reissues_a_link_for_an_account_in_use(
    account: Account, administrator: Actor
) -> None:
    with pytest.raises(Refused, match="重发链接会使原密码作废"):
        commands.issue_link(actor=administrator, account=account)
    security = Actor(2, "谢婉", 1, "衡阳市司法局", frozenset({Role.SECURITY_ADMIN}), account_id=901)
    assert commands.issue_link(actor=security, account=account)
    with pytest.raises(Refused, match="不能给自己"):
        commands.issue_link(actor=Actor(2, "谢婉", 1, "", security.roles, account_id=account.pk), account=account)


def test_an_officer_opens_no_account(db: None) -> None:
    officer = Actor(3, "张立新", 1, "衡阳市市场监督管理局", frozenset({Role.OFFICER}))
    with pytest.raises(Refused, match="系统管理员"):
        commands.open_account(actor=officer, username="friend", name="朋友")
    assert Account.objects.count() == 0


def test_a_change_of_password_needs_the_old_one_and_ends_other_sessions(account: Account, client: Client) -> None:
    other = Client()
    for browser in (client, other):
        browser.post("/login/", {"username": "zhang", "password": PASSWORD})
    wrong = client.post("/account/password/", {"old": "不是原密码", "password": NEW, "again": NEW})
    assert "原密码不对" in wrong.content.decode()
    done = client.post("/account/password/", {"old": PASSWORD, "password": NEW, "again": NEW})
    assert done.status_code == 302
    assert client.get("/account/password/").status_code == 200
    assert other.get("/account/password/").status_code == 302
    assert queries.account_with("zhang", NEW) == account


def test_an_initial_password_must_be_changed_before_anything_else(
    db: None, administrator: Actor, client: Client
) -> None:
    commands.open_account(
        actor=administrator, username="sun", name="孙涛", password=Secret.of(PASSWORD), must_change_password=True
    )
    client.post("/login/", {"username": "sun", "password": PASSWORD})
    answer = client.get("/desk/cases/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/password/")
    assert "这是初始密码" in client.get("/account/password/").content.decode()


def test_demo_accounts_are_shown_on_demonstrations_only(account: Account, settings: Any, tmp_path: Path) -> None:
    row = {"username": "zhang", "password": PASSWORD, "name": "张立新", "post": "执法人员", "agency": "市场监管局"}
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "accounts.json").write_text(json.dumps([row], ensure_ascii=False), encoding="utf-8")
    settings.DATA = tmp_path
    assert PASSWORD not in _console()
    settings.LANTAI_DEMO = True
    assert PASSWORD in _console() and "演示账号" in _console()


def test_a_demo_account_is_entered_with_one_button_on_demonstrations_only(
    account: Account, client: Client, settings: Any, tmp_path: Path
) -> None:
    row = {"username": account.username, "password": PASSWORD, "name": "张立新", "post": "执法人员", "agency": "市监局"}
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "accounts.json").write_text(json.dumps([row], ensure_ascii=False), encoding="utf-8")
    settings.DATA = tmp_path
    page = client.get("/login/").content.decode()
    assert "以张立新登录" not in page and PASSWORD not in page
    settings.LANTAI_DEMO = True
    page = client.get("/login/").content.decode()
    assert f'form="demo-{account.username}">以张立新登录</button>' in page and f'id="demo-{account.username}"' in page
    hidden = dict(re.findall(r'<input type="hidden" name="(username|password)" value="([^"]*)"', page))
    assert client.post("/login/", hidden).status_code == 302
