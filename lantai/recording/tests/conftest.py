"""A bureau with officers, an archivist, a custodian, a supervisor and a stranger; and a dossier."""

from __future__ import annotations

import io
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone
from PIL import Image

from lantai.accounts.models import Account
from lantai.agencies.models import Agency
from lantai.law.people import Role
from lantai.ledger import clock, store
from lantai.personnel import queries as personnel
from lantai.personnel.models import Certificate, Person, Post
from lantai.recording import commands

NOW = datetime(2025, 7, 10, 10, 0, tzinfo=timezone.get_fixed_timezone(480))


def agency(code: str, name: str, **more) -> Agency:
    return Agency.objects.create(
        code=code,
        name=name,
        short_name=name[3:],
        kind="机关",
        division="430400",
        valid_from=date(2019, 1, 1),
        **{"field": "market", "doc_prefix": name[:4], **more},
    )


def person(at: Agency, name: str, *roles: Role, certificate: str = "") -> Person:
    account = Account.objects.create(username=f"u{Account.objects.count()}", name=name, made_at=NOW)
    made = Person.objects.create(agency=at, name=name, account=account)
    for role in roles:
        Post.objects.create(person=made, role=role, from_on=date(2020, 1, 1))
    if certificate:
        Certificate.objects.create(
            person=made, number=certificate, valid_from=date(2022, 1, 1), valid_to=date(2027, 12, 31), fields=["market"]
        )
    return made


@pytest.fixture(autouse=True)
def working_day():
    with clock.at(NOW):
        yield


@pytest.fixture
def bureau(db):
    """Persons of one bureau, a supervisor who sees it and an officer of another bureau, as Actors."""
    own = agency("11430400MB0000001A", "衡阳市市场监督管理局")
    other = agency("11430400MB0000002B", "衡阳市文化旅游广电体育局", field="culture")
    justice = agency("11430400MB0000003C", "衡阳市司法局", field="justice")
    people = {
        "officer": person(own, "王建国", Role.OFFICER, certificate="43040000000001"),
        "second": person(own, "李秀英", Role.OFFICER, certificate="43040000000002"),
        "uncertified": person(own, "赵小明", Role.OFFICER),
        "head": person(own, "陈局", Role.AGENCY_HEAD),
        "archivist": person(own, "林档案", Role.ARCHIVIST),
        "custodian": person(own, "何音像", Role.MEDIA_CUSTODIAN),
        "administrator": person(own, "管理员", Role.SYSTEM_ADMIN),
        "stranger": person(other, "外单位", Role.OFFICER, certificate="43040000000003"),
        "supervisor": person(justice, "监督员", Role.SUPERVISOR),
    }
    actors = {name: personnel.actor_of(p) for name, p in people.items()}
    return SimpleNamespace(agency=own, people=people, **actors)


@pytest.fixture
def dossier(bureau):
    return commands.open_dossier(
        actor=bureau.officer, agency=bureau.agency, title="某商行涉嫌销售过期食品案", opened_on=NOW.date()
    )


@pytest.fixture
def add(bureau, dossier):
    """Put a piece into the dossier with lawful values, each of which a test may replace."""

    def put(**given):
        content = given.pop("content", b"scan")
        lawful = {
            "actor": bureau.officer,
            "dossier": dossier,
            "kind": "documentary",
            "name": "营业执照复印件",
            "file": store.put_bytes(content),
            "file_name": "执照.pdf",
            "made_at": NOW,
            "collected_by": [bureau.officer.person_id, bureau.second.person_id],
        }
        return commands.add_evidence(**{**lawful, **given})

    return put


@pytest.fixture
def signed_in(client, bureau):
    """A browser in which one of the bureau's people has signed in."""

    def enter(who: str):
        account = bureau.people[who].account
        client.force_login(account)
        return client

    return enter


def jpeg(width: int = 640, height: int = 480, exif: bool = False) -> bytes:
    picture = Image.new("RGB", (width, height), (30, 90, 160))
    more = {}
    if exif:
        tags = Image.Exif()
        tags[0x010F] = "CANARY-MAKER"
        tags[0x9286] = "CANARY-COMMENT"
        more["exif"] = tags
    out = io.BytesIO()
    picture.save(out, "JPEG", **more)
    return out.getvalue()
