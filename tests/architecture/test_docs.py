"""The documents keep up: links resolve, files and commands named exist, the map is whole, the glossary is generated, the
played case is told in the words of the pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands

from lantai.config import console, glossary, worker
from lantai.demo import people
from lantai.rehearsal import reading
from tests.architecture.sources import ROOT, tracked
from tests.architecture.test_models import order

LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
TEST = re.compile(r"`((?:lantai|tests|docs|tools|benchmarks)/[\w/.-]*?)(?:::(\w+))?`")
ASKED = re.compile(r"`(?:\.venv/bin/)?lantai ([a-z_]+)")
QUOTED = re.compile(r"“([^”]+)”")
PLAYED = ROOT / "docs/how-to/play-a-major-penalty.md"
MAP = ROOT / "docs/MAP.md"
PAGES = [f for f in tracked() if f.suffix == ".md" and "fonts" not in f.parts]


def broken(page: Path, text: str) -> list[str]:
    links = [link for link in LINK.findall(text) if not re.match(r"[a-z]+:", link)]
    return [link for link in links if not (page.parent / link).exists()]


def missing_tests(text: str) -> list[str]:
    found = []
    for path, name in TEST.findall(text):
        file = ROOT / path
        if not file.exists() or (name and f"def {name}(" not in file.read_text(encoding="utf-8")):
            found.append(f"{path}::{name}" if name else path)
    return found


def unknown_commands(text: str) -> set[str]:
    return set(ASKED.findall(text)) - {word.name for word in console.WORDS} - set(get_commands())


def loose_rows(text: str) -> list[str]:
    """Rows of a table that stand outside of any: nobody sees them as such."""
    lines = ["", *text.splitlines()]
    heads = [n for n, line in enumerate(lines) if n and line.startswith("|") and not lines[n - 1].startswith("|")]
    return [lines[n] for n in heads if not re.match(r"\|[ :|-]+\|$", [*lines, ""][n + 1])]


def unsaid(text: str, pages: str) -> list[str]:
    """The words in quotation marks that no page says."""
    return [word for said in QUOTED.findall(text) for word in re.split("[　：]", said) if word not in pages]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert broken(page, text) == []
    assert missing_tests(text) == []
    assert unknown_commands(text) == set()
    assert loose_rows(text) == []


def test_a_broken_link_and_a_missing_test_are_found() -> None:
    assert broken(ROOT / "README.md", "[x](docs/nowhere.md)") == ["docs/nowhere.md"]
    assert missing_tests("`tests/architecture/rules.py::no_such_rule`") == ["tests/architecture/rules.py::no_such_rule"]
    assert missing_tests("`tools/nothing`") == ["tools/nothing"]
    assert unknown_commands("`.venv/bin/lantai verify` and `lantai walk`") == {"walk"}
    assert loose_rows("| a |\n| --- |\n| b |\n\nwords\n| c |") == ["| c |"]
    assert unsaid("点“送法制审核”，再点“送出：审核”", "送法制审核 审核") == ["送出"]


def test_the_map_names_every_package_in_order() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| (\w+) \|$", MAP.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name, _ in rows] == order()
    packages = {p.name for p in (ROOT / "lantai").iterdir() if (p / "__init__.py").exists()}
    assert packages == {name for name, _ in rows}
    owners = {
        c.name.split(".")[1] for c in apps.get_app_configs() if c.name.startswith("lantai.") and [*c.get_models()]
    }
    assert {name for name, owns in rows if owns == "yes"} == owners


def test_the_map_names_every_folder_beside_the_packages() -> None:
    text = MAP.read_text(encoding="utf-8")
    places = [f.relative_to(ROOT).parts for f in tracked()]
    folders = {f"{parts[0]}/" for parts in places if len(parts) > 1} - {"lantai/"}
    groups = {parts[1] for parts in places if parts[0] == "tests" and len(parts) > 2}
    assert {name for name in folders | groups if f"`{name}`" not in text} == set()


def test_every_command_of_an_app_is_a_word_of_the_console_or_a_timer() -> None:
    own = {name for name, app in get_commands().items() if app.startswith("lantai.")}
    assert own - {word.command for word in console.WORDS} - {timer.command for timer in worker.TIMERS} == set()
    assert {word.command for word in console.WORDS if word.command} - own == set()


def test_the_played_case_is_told_in_the_words_of_the_pages() -> None:
    product = [f for f in tracked() if f.suffix in (".py", ".html") and f.is_relative_to(ROOT / "lantai")]
    pages = "\n".join(f.read_text(encoding="utf-8") for f in product if "tests" not in f.parts)
    told = PLAYED.read_text(encoding="utf-8")
    assert unsaid(told, pages) == []
    accounts = re.findall(r"^\| `(\w+)` \| (\w+)，(\w+)", told, re.MULTILINE)
    there = {(lead[6], lead[1], role.label) for lead in people.LEADS for role in lead[5]}
    assert len(accounts) == 5
    assert set(accounts) - there == set()


def test_the_glossary_says_what_the_code_says() -> None:
    written = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    assert written == glossary.text(), "run: lantai glossary"


def test_decisions_are_numbered_without_gaps_and_say_their_status() -> None:
    pages = sorted((ROOT / "docs/adr").glob("*.md"))
    assert [int(p.name[:4]) for p in pages] == list(range(1, len(pages) + 1))
    assert [p.name for p in pages if "\nStatus: " not in p.read_text(encoding="utf-8")] == []


def test_the_front_page_is_one_screen() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        front = (ROOT / name).read_text(encoding="utf-8")
        assert len(front.splitlines()) <= 60
        pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", front)
        assert pictures, f"{name} shows no picture"
        assert [p for p in pictures if not (ROOT / p).is_file()] == []


def test_the_page_of_rehearsals_names_every_word_and_question() -> None:
    page = (ROOT / "docs/how-to/write-a-rehearsal.md").read_text(encoding="utf-8")
    told = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", page))))
    assert {*reading.HEAD_WORDS, *reading.ROW_WORDS, *reading.KINDS} - told == set()
