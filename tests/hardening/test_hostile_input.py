"""Malformed ids, huge numbers, rare characters, null bytes, overlong text, wrong content types, path tricks: a clear refusal,
never a fault of ours (R-54, R-55). Every address of the resolver is asked, and every form is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client

from lantai.law.people import Role
from tests.architecture.addresses import addresses
from tests.architecture.sources import ROOT
from tests.cast import AgencyFactory, member
from tests.hardening.neighbours import SAMPLE, Neighbours, neighbours

NUMBERS = (
    "0",
    "00",
    "9223372036854775808",
    "9" * 40,
    "-1",
    "1.5",
    "1e9",
    "NaN",
    "١٢",
    "%00",
    "1%00",
    "1;2",
    "%0d%0aX:1",
)
WORDS = (
    "%00",
    "a%00b",
    "..%2f..%2fetc%2fpasswd",
    "..%5c..%5csecret",
    "....%2f%2fsecret",
    "%ff%fe",
    "%ed%a0%80",
    "%f0%a0%ae%b7",
    "%e2%80%ae%e2%80%8b",
    "'%20OR%20'1'%3d'1",
    "%3Cscript%3E",
    "{{7*7}}",
    "%25s%25n",
    "a" * 3000,
    "%E6%B3%95" * 1000,
)
TEXTS = (
    "合法\x00文字",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "\u202e\u200b\ufeff" + "𠮷" * 50,
    "9" * 400,
    "-1e400",
    "NaN",
    "0001-01-01",
    "9999-12-31T23:59",
    '[[[[{"a":' * 50,
    "=cmd|' /C calc'!A0'; DROP TABLE cases_case; --",
    "长" * 120_000,
)
QUESTION = re.compile(r"""GET(?:\.get|\.getlist)?[\(\[]["'](\w+)["']""")
FIELD = re.compile(r"""<(?:input|select|textarea)[^>]*?\bname=["']([^"']+)["']""")
CLEAR = (200, 301, 302, 304, 400, 403, 404, 405, 409, 410, 413, 414, 415)
TYPES = ("application/json", "multipart/form-data", "multipart/form-data; boundary=x", "\x00")


@pytest.fixture
def people(db: None) -> list[Client]:
    """Somebody with many posts, and nobody."""
    posts = (Role.OFFICER, Role.AGENCY_HEAD, Role.REVIEWER, Role.SUPERVISOR, Role.STATISTICIAN, Role.SYSTEM_ADMIN)
    return [member("兼任", *posts, agency=AgencyFactory()).browser(), Client(raise_request_exception=False)]


def asked(path: str) -> Iterator[str]:
    """The address with each hostile value in each of its places."""
    for place in re.finditer(rf"{SAMPLE}|(?<=/)sample(?=/|$)|\[0-9A-Za-z\]\{{\d+,?\d*\}}|(?<=/)1(?=/)", path):
        values = NUMBERS if place.group() in (SAMPLE, "1") else WORDS
        for value in values:
            yield path[: place.start()] + value + path[place.end() :]


@pytest.mark.slow
def test_no_address_breaks_on_what_stands_in_it(people: list[Client]) -> None:
    wrong, number = {}, 0
    for path in sorted({path for path, _ in addresses()}):
        for hostile in asked(path):
            client = people[0] if path.startswith("/desk/") else people[1]
            number += 1
            code = client.get(hostile).status_code
            if code >= 500 or (code == 200 and SAMPLE in path):
                wrong[hostile[:90]] = code
    print(f"{number} addresses")
    assert number > 800
    assert "\n".join(f"{code} {path}" for path, code in sorted(wrong.items())) == ""


@pytest.mark.slow
def test_no_question_after_an_address_breaks_it(people: list[Client]) -> None:
    """Every word that any view reads from the question, with every hostile value, at every address without a number."""
    source = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "lantai").rglob("*.py") if "tests" not in file.parts
    )
    words = sorted(
        {*QUESTION.findall(source), "q", "at", "after", "before", "page", "year", "agency", "field", "kind", "state"}
    )
    values = (*WORDS[::2], *(n for n in NUMBERS[2:9] if not n.startswith("%")))
    plain = sorted({path for path, _ in addresses() if not re.search(r"sample|\d|\(|\[", path)} - {"/logout/"})
    wrong, number = {}, 0
    for path in plain:
        client = people[0] if path.startswith("/desk/") else people[1]
        for value in values:
            number += 1
            code = client.get(f"{path}?{'&'.join(f'{word}={value}' for word in words)}").status_code
            if code not in CLEAR:
                wrong[f"{path} {value[:40]}"] = code
    print(f"{len(plain)} addresses, {len(words)} words, {number} questions")
    assert number > 400
    assert "\n".join(f"{code} {path}" for path, code in sorted(wrong.items())) == ""


@pytest.mark.slow
def test_no_form_breaks_on_what_is_sent(db: None) -> None:
    """The forms of a furnished bureau, every field filled with the same hostile text; and bodies that are no form."""
    two = neighbours()
    before = set(kept(settings.DATA))
    wrong, number = {}, 0
    forms = forms_of(two)
    for place, ((word, path), names) in enumerate(sorted(forms.items())):
        client = two.browser(word)
        for n, text in enumerate(TEXTS):
            if len(text) > 1000 and place % 8:  # the long one is dear: at every eighth form
                continue
            number += 1
            code = client.post(path, dict.fromkeys(names, text) | {"key": f"{place}-{n}"}).status_code
            if code not in CLEAR:
                wrong[f"{path} {text[:20]!r}"] = code
        for kind in TYPES:
            number += 1
            code = client.generic("POST", path, b"\x00\xff--x\r\n\r\n{", content_type=kind).status_code
            if code not in CLEAR:
                wrong[f"{path} as {kind!r}"] = code
    print(f"{len(forms)} forms, {number} sent")
    assert number > 500
    assert "\n".join(f"{code} {path}" for path, code in sorted(wrong.items())) == ""
    outside = {file for file in set(kept(settings.DATA)) - before if file.parts[0] not in ("store", "static")}
    assert {file for file in outside if not file.name.startswith(("test.sqlite3", "lantai.sqlite3"))} == set()


def forms_of(two: Neighbours) -> dict[tuple[str, str], list[str]]:
    """(who, address) → the names of the fields of the forms that this person finds there."""
    found: dict[tuple[str, str], list[str]] = {}
    taken: set[str] = set()
    for word, path in two.pages():
        if path in taken:
            continue
        answer = two.browser(word).get(path)
        if answer.status_code == 200 and b"<form" in answer.content:
            taken.add(path)
            found[word, path] = sorted(set(FIELD.findall(answer.content.decode())) - {"csrfmiddlewaretoken"})
    return found


def kept(folder: Path) -> list[Path]:
    return [file.relative_to(folder) for file in Path(folder).rglob("*") if file.is_file()]


def test_the_hostile_values_are_what_they_seem() -> None:
    assert quote("\x00") in WORDS and "%ff%fe" in WORDS and len(NUMBERS[3]) > 19
