"""The number of SQL statements of a page or a command does not grow with rows, with history or with rights."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lantai.agencies.commands import register as register_agency
from lantai.agencies.models import Kind
from lantai.cases.commands.opening import open_case
from lantai.cases.commands.steps import note_event, take_step
from lantai.cases.models import Case
from lantai.law import statements
from lantai.law.refusals import Refused
from lantai.ledger import clock, store
from lantai.recording.commands import add_evidence
from lantai.rehearsal.wording import lawful
from lantai.rehearsal.world import REGISTRAR, World, credit_code
from lantai.review import commands as review
from tests.scenes import at, moment, scene, world

pytestmark = pytest.mark.django_db

NOW = "2026-04-08"
EVENT = "review_materials_complete"
LISTS = {
    "officer": ("/desk/", "/desk/cases/", "/desk/cases/?lamp=any", "/desk/cases/?q=未查验", "/desk/documents/"),
    "section_head": ("/desk/", "/desk/cases/"),
    "head": ("/desk/", "/desk/cases/", "/desk/supervision/", "/desk/supervision/lamps/"),
    "reviewer": ("/desk/", "/desk/review/"),
    "publisher": ("/desk/", "/desk/disclosure/"),
    "checker": ("/desk/", "/desk/disclosure/"),
    "archivist": ("/desk/", "/desk/archive/", "/desk/archive/volumes/", "/desk/recording/"),
    "supervisor": (
        "/desk/",
        "/desk/cases/",
        "/desk/supervision/",
        "/desk/supervision/lamps/",
        "/desk/supervision/attempts/",
        "/desk/statistics/",
        "/desk/documents/",
    ),
}
OUTCOMES = {"closed": ("PG-21", "2026-04-06"), "decided": ("PG-15", "2026-03-20"), "begun": ("PG-1", "2026-03-02")}


def asked(what: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as seen:
        what()
    return len(seen)


def of_page(browser: Client, address: str) -> int:
    """Statements of a page that was shown before: what a process or a session does once is done."""

    def show() -> None:
        answer = browser.get(address)
        assert answer.status_code == 200, address

    show()
    return asked(show)


def more_cases(place: World, times: int) -> None:
    """Cases at the beginning, decided, closed, and handed in for review; and one attempt in vain of each."""
    for _ in range(times):
        for until, on in OUTCOMES.values():
            scene(until, on, where=place)
        waiting = scene("PG-8", "2026-03-20", where=place)
        waiting.player._propose(moment("2026-03-21", 9), {"fine": "8000"})
        with at("2026-03-21"):
            review.submit(actor=waiting.actor("officer"), case=waiting.case, letter="")
            with pytest.raises(Refused):
                take_step(
                    actor=waiting.actor("officer"),
                    case=waiting.case,
                    step="PG-21",
                    stated=lawful(statements.words_of("penalty.ordinary", "PG-21", ""), {}, clock.now(), {}),
                )


def of_lists(place: World) -> dict[str, int]:
    found = {}
    with at(NOW):
        for who, addresses in LISTS.items():
            browser = Client()
            browser.force_login(place.people[who].account)
            found |= {f"{who} {address}": of_page(browser, address) for address in addresses}
    return found


def test_no_list_asks_more_for_more_rows():
    place = world()
    more_cases(place, 1)
    with at("2026-03-03"):
        opening(place)
    few = of_lists(place)
    more_cases(place, 2)
    with at("2026-03-03"):
        for _ in range(20):
            opening(place)
    assert _more(few, of_lists(place)) == {}


def test_no_list_asks_more_for_more_rights():
    place = world()
    more_cases(place, 1)
    few = of_lists(place)
    with at("2026-03-30"):
        for number in range(18):
            more_agencies(number)
    assert _more(few, of_lists(place)) == {}


def _more(few: dict[str, int], many: dict[str, int]) -> dict[str, tuple[int, int]]:
    return {address: (few[address], many[address]) for address in few if many[address] > few[address]}


def more_agencies(number: int) -> None:
    register_agency(
        actor=REGISTRAR,
        code=credit_code("11", 431_000 + number),
        name=f"衡阳市第{number}执法局",
        kind=Kind.ORGAN,
        division="430400",
        field="market",
        valid_from=date(2019, 1, 1),
        short_name=f"第{number}执法局",
        basis="《中华人民共和国行政处罚法》第十七条",
        address="衡阳市蒸湘区演示路1号",
        phone="0734-8000001",
        doc_prefix=f"衡代{number}",
    )


@pytest.mark.parametrize("tab", ["", "terms/", "papers/", "history/", "steps/PG-11/", "draft/"])
def test_the_page_of_a_case_asks_no_more_for_a_longer_history(tab):
    place = scene("PG-10", "2026-03-20", said={"fine": "8000"})
    address = f"/desk/cases/{place.case.pk}/{tab}"

    def lengthen(times: int) -> None:
        for number in range(times):
            with clock.at(moment("2026-03-21") + timedelta(minutes=len(history(place.case)))):
                note(place)
                evidence(place, f"照片{number}")

    lengthen(2)
    with at("2026-03-22"):
        few = of_page(place.browser("officer"), address)
    lengthen(18)
    with at("2026-03-22"):
        assert of_page(place.browser("officer"), address) == few


def history(case: Case) -> list[int]:
    return list(case.events.values_list("pk", flat=True))


def note(place) -> None:
    words = statements.event_words(EVENT)
    note_event(actor=place.actor("officer"), case=place.case, kind=EVENT, stated=lawful(words, {}, clock.now(), {}))


def evidence(place, name: str) -> None:
    held = store.put_bytes(name.encode() + str(clock.now()).encode())
    add_evidence(
        actor=place.actor("officer"),
        dossier=place.case.dossier,
        kind="physical",
        name=name,
        file=held,
        file_name=f"{name}.txt",
        made_at=clock.now(),
        collected_by=[place.pk("officer"), place.pk("officer_2")],
    )


def opening(place: World) -> Case:
    two = {"officer": place.people["officer"].pk, "officer_2": place.people["officer_2"].pk}
    return open_case(
        actor=place.actor("officer", clock.today()),
        power=place.powers["处罚"],
        procedure="penalty.ordinary",
        title="未查验供货者许可证案",
        source="inspection",
        clue="日常检查发现",
        party={"kind": "organisation", "name": "某公司"},
        stated=lawful(statements.words_of("penalty.ordinary", "PG-1", ""), {}, clock.now(), two),
        officers=list(two.values()),
    )


def filing(place: World, case: Case) -> None:
    two = {"officer": place.people["officer"].pk, "officer_2": place.people["officer_2"].pk}
    take_step(
        actor=place.actor("officer", clock.today()),
        case=case,
        step="PG-2",
        outcome="file",
        stated=lawful(statements.words_of("penalty.ordinary", "PG-2", "file"), {}, clock.now(), two),
        with_officers=[two["officer_2"]],
    )


def test_opening_a_case_and_taking_a_step_ask_no_more_among_more_cases():
    place = world()
    with at("2026-03-03"):
        filing(place, opening(place))  # the first number of the year is another matter
        case = opening(place)
        few = (asked(lambda: opening(place)), asked(lambda: filing(place, case)))
        for _ in range(20):
            filing(place, opening(place))
        case = opening(place)
        assert (asked(lambda: opening(place)), asked(lambda: filing(place, case))) == few
        assert few[0] <= 32 and few[1] <= 24


def test_whoever_waits_for_the_next_number_waits_only_for_writing():
    place = world()
    with at("2026-03-03"):
        opening(place)  # the first number of the year is another matter
        with CaptureQueriesContext(connection) as seen:
            opening(place)
    sent = [query["sql"] for query in seen if "SAVEPOINT" not in query["sql"]]
    taken = next(n for n, sql in enumerate(sent) if 'UPDATE "documents_numberregister"' in sql)
    before, after = " ".join(sent[: taken + 1]), sent[taken + 1 :]
    assert all(
        f'INSERT INTO "{table}"' in before for table in ("cases_takenstep", "cases_caseparty", "recording_dossier")
    )
    assert all(sql.startswith(("INSERT INTO ", "WITH made AS (INSERT INTO ")) for sql in after)
    assert len(after) <= 8


def test_a_step_asks_no_more_in_a_longer_case():
    place = scene("PG-3", "2026-03-10")

    def again() -> int:
        with at("2026-03-21"):
            note(place)
            evidence(place, "照片")
            before = place.case
            return asked(lambda: note_event(actor=place.actor("officer"), case=before, kind=EVENT, stated={}))

    few = [again() for _ in range(2)][-1]
    for _ in range(18):
        last = again()
    assert last == few
