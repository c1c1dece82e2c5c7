"""The program that makes an installation: tables, one case of a small world, its officer signed in. Prints where it lies."""

from __future__ import annotations

import json

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from tests.scenes import scene  # noqa: E402


def prepare() -> None:
    call_command("migrate", verbosity=0)
    place = scene("PG-3", "2026-03-10")
    told = {
        "session": place.browser("officer").cookies["sessionid"].value,
        "dossier": place.case.dossier_id,
        "case": place.case.pk,
        "version": place.case.version,
        "officers": [place.pk("officer"), place.pk("officer_2")],
    }
    print(json.dumps(told))


if __name__ == "__main__":
    prepare()
