from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from lantai.accounts import commands
from lantai.accounts.commands import Secret
from lantai.accounts.models import Account
from lantai.law.people import Actor, Role

PASSWORD = "江天一色无纤尘2026"


@pytest.fixture
def administrator() -> Actor:
    return Actor(1, "何志远", 1, "衡阳市司法局", frozenset({Role.SYSTEM_ADMIN}), account_id=900)


@pytest.fixture
def account(db: None, administrator: Actor) -> Account:
    made: Account = commands.open_account(
        actor=administrator, username="zhang", name="张立新", password=Secret.of(PASSWORD)
    )
    return made


@pytest.fixture
def guess(client: Client) -> Callable[..., int]:
    def tried(username: str, password: str, address: str = "192.0.2.7", using: Client | None = None) -> int:
        answer = (using or client).post(
            "/login/", {"username": username, "password": password}, headers={}, REMOTE_ADDR=address
        )
        return answer.status_code

    return tried
