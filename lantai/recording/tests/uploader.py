"""A process that hands in evidence through the page as fast as it can, and says on its output what was acknowledged.

Run by ``test_sudden_death`` and killed in the middle. Arguments: first and last number of the pieces, threads.
"""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import django

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from lantai.accounts.models import Account  # noqa: E402
from lantai.agencies.models import Agency  # noqa: E402
from lantai.personnel.models import Certificate, Person, Post  # noqa: E402
from lantai.recording import commands  # noqa: E402
from lantai.recording.models import Dossier  # noqa: E402

SAYING = threading.Lock()


def content_of(number: int) -> bytes:
    """60 to 97 KB that differ from piece to piece."""
    seed = hashlib.sha256(str(number).encode()).digest()
    return seed * (1900 + seed[0] * 4)


def prepare() -> None:
    """A bureau with two officers and one dossier, on an empty database."""
    day = date(2020, 1, 1)
    agency = Agency.objects.create(
        code="11430400MB0000001A",
        name="甲局",
        short_name="甲局",
        kind="机关",
        division="430400",
        field="market",
        valid_from=day,
    )
    for n in (1, 2):
        account = Account.objects.create(username=f"officer{n}", name="某", made_at=timezone.now())
        person = Person.objects.create(agency=agency, name="某", account=account)
        Post.objects.create(person=person, role="officer", from_on=day)
        Certificate.objects.create(person=person, number=f"4304000000000{n}", valid_from=day, valid_to=date(2099, 1, 1))
    commands.open_dossier(actor=None, agency=agency, title="某案", opened_on=day)


def hand_in(number: int) -> None:
    client = Client(SERVER_NAME="localhost")
    people = list(Person.objects.order_by("id"))
    client.force_login(people[0].account)
    said = {
        "kind": "documentary",
        "made_at": "2024-01-01T10:00",
        "officer_one": people[0].pk,
        "officer_two": people[1].pk,
        "key": f"piece-{number}",
        "files": SimpleUploadedFile(f"{number}.bin", content_of(number)),
    }
    answer = client.post(f"/desk/recording/{Dossier.objects.get().pk}/add/", said)
    if answer.status_code == 302:
        with SAYING:
            os.write(1, f"{number}\n".encode())
    connection.close()


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare()
    else:
        first, last, threads = map(int, sys.argv[1:4])
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(hand_in, range(first, last + 1)))
