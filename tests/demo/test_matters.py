"""What the demonstration cites exists, and whom it names exists only in form. No database."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest

from lantai.demo import matters, names, people
from lantai.demo.city import SEATS, working
from lantai.demo.telling import tell
from lantai.law.identity import DIVISIONS, certificate_error, credit_code_error, resident_id_error
from lantai.law.penalties import PenaltyKind
from lantai.law.statute_text import parse, resolve
from lantai.law.statutes_in_force import BY_NAME

TODAY = date(2026, 11, 25)


@pytest.mark.shared
def test_every_provision_that_the_demonstration_cites_exists_to_the_item(shared: Path) -> None:
    texts = [parse(f.read_text(encoding="utf-8"), f.name) for f in (shared / "laws").glob("*.md")]
    wrong = []
    for matter in matters.ALL:
        for statute, article, paragraph, item in (*matter.violated, *matter.penalty):
            cited = BY_NAME[statute][article, paragraph, item]
            if not any(resolve(text, cited) for text in texts):
                wrong.append(f"{matter.key} {cited}")
    assert wrong == []


def test_there_are_enough_agencies_people_and_offences() -> None:
    members = people.staff(SEATS, Random("x"))
    assert len(SEATS) >= 30
    assert sum(1 for m in members if m.certificate) >= 400
    assert sum(len(matters.of_field(seat.field)) for seat in SEATS if seat.cases) >= 80
    assert len({m.field for m in matters.ALL}) >= 10
    assert {seat.division for seat in SEATS} == set(DIVISIONS)


def test_every_agency_that_handles_cases_has_offences_to_handle_and_people_for_every_desk() -> None:
    members = people.staff(SEATS, Random("x"))
    for seat in working():
        posts = [role for m in members if m.seat == seat.key for role in m.posts]
        assert matters.of_field(seat.field), seat.name
        assert posts.count(people.Role.OFFICER) >= 3, seat.name
        assert posts.count(people.Role.AGENCY_HEAD) >= 2, seat.name
        for role in ("REVIEWER", "PUBLISHER", "PUBLICATION_CHECKER", "ARCHIVIST", "PRINCIPAL_HEAD"):
            assert people.Role[role] in posts, (seat.name, role)


def test_all_codes_numbers_and_names_are_valid_in_form_and_none_occurs_twice() -> None:
    codes = [seat.code for seat in SEATS]
    assert len(set(codes)) == len(codes) and not any(credit_code_error(code) for code in codes)
    assert len({seat.prefix for seat in SEATS}) == len(SEATS)
    members = people.staff(SEATS, Random("x"))
    numbers = [m.certificate for m in members if m.certificate]
    assert len(set(numbers)) == len(numbers) and not any(certificate_error(number) for number in numbers)
    usernames = [m.username for m in members if m.username]
    assert len(set(usernames)) == len(usernames)


def test_every_offence_can_be_told_and_its_fine_lies_where_its_tier_says() -> None:
    random = Random("telling")
    for number, seat in enumerate(working()):
        for matter in matters.of_field(seat.field):
            told = tell(seat, matter, random, 20_000_000 + number, TODAY)
            code = told.party["code"]
            assert not (resident_id_error(code) if told.party["kind"] == "person" else credit_code_error(code)), code
            assert "{" not in told.facts(TODAY) + told.fill(matter.found, TODAY)
            assert set(told.kinds) <= {kind.value for kind in PenaltyKind}
            row = next((t for t in matter.tiers if t[0] == told.tier), None)
            if told.fine and row is not None:
                assert (row[2] or 0) <= told.fine <= (row[3] or told.fine), (matter.key, told.tier, told.fine)


def test_firms_say_by_their_name_that_they_are_made_up() -> None:
    random = Random("firms")
    for trade in names.TRADES:
        name = names.firm(random, trade, "衡阳市")
        assert any(word in name for word in names.WORDS), name
