"""The list of cases, a whole page through every middleware, against twenty rows of one agency in a plain table."""

from __future__ import annotations

from django.test import Client, RequestFactory

from benchmarks import bare, setting, together, volume
from benchmarks.figure import Figure
from lantai.cases.models import Case


def run() -> list[Figure]:

    held = volume.ensure()
    agency = held.officer.agency_id
    stands = Case.objects.filter(agency_id=agency).exclude(standing="").values_list("standing", flat=True)[0]
    request = RequestFactory().get("/")
    officer, supervisor = Client(HTTP_HOST="127.0.0.1"), Client(HTTP_HOST="127.0.0.1")
    for client, person in ((officer, held.officer), (supervisor, held.supervisor)):
        if person.account is not None:
            client.force_login(person.account)

    def page(client: Client, address: str) -> None:
        answer = client.get(address)
        if answer.status_code != 200 or "没有符合条件的案件".encode() in answer.content:
            raise RuntimeError(f"{address}: {answer.status_code}")

    deep = Case.objects.order_by("-id").values_list("id", flat=True)[min(20 * 3_999, held.cases - 100)]
    ours, plain = together.seconds_each(
        lambda: page(officer, "/desk/cases/"), lambda: bare.listing(request, agency), rounds=60
    )
    stage, plain_stage = together.seconds_each(
        lambda: page(officer, f"/desk/cases/?standing={stands}"),
        lambda: bare.listing(request, agency, standing=stands),
        rounds=60,
    )
    top, bottom = together.seconds_each(
        lambda: page(supervisor, "/desk/cases/"), lambda: page(supervisor, f"/desk/cases/?before={deep}"), rounds=40
    )
    narrowed, everything = together.seconds_each(
        lambda: page(supervisor, f"/desk/cases/?standing={stands}"), lambda: page(supervisor, "/desk/cases/"), rounds=30
    )
    where = f"{setting.engine()}, {held.cases:,} cases"
    return [
        Figure("list of 20 with rights, of a bare list", ours / plain, 8, note=f"{_ms(ours, plain)}, {where}"),
        Figure("by current stage, of a bare list", stage / plain_stage, 10, note=_ms(stage, plain_stage)),
        Figure("page 4,000, of page 1", bottom / top, 1.2, note=f"{_ms(bottom, top)}, a supervisor of all agencies"),
        Figure(
            "by current stage over all agencies, of all", narrowed / everything, 1.5, note=_ms(narrowed, everything)
        ),
    ]


def _ms(ours: float, other: float) -> str:
    return f"{ours * 1000:.1f} ms of {other * 1000:.1f} ms"
