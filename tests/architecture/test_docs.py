"""The documents keep up: links resolve, the map names every package, the glossary is generated, tests named exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lantai.config import glossary
from tests.architecture.sources import ROOT, tracked
from tests.architecture.test_models import order

LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
TEST = re.compile(r"`((?:lantai|tests)/[\w/.-]*?)(?:::(\w+))?`")
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


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert broken(page, text) == []
    assert missing_tests(text) == []


def test_a_broken_link_and_a_missing_test_are_found() -> None:
    assert broken(ROOT / "README.md", "[x](docs/nowhere.md)") == ["docs/nowhere.md"]
    assert missing_tests("`tests/architecture/rules.py::no_such_rule`") == ["tests/architecture/rules.py::no_such_rule"]


def test_the_map_names_every_package_in_order() -> None:
    named = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/MAP.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert named == order()
    packages = {p.name for p in (ROOT / "lantai").iterdir() if (p / "__init__.py").exists()}
    assert packages == set(named)


def test_the_glossary_says_what_the_code_says() -> None:
    written = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    assert written == glossary.text(), "run: lantai glossary"


def test_decisions_are_numbered_without_gaps_and_say_their_status() -> None:
    pages = sorted((ROOT / "docs/adr").glob("*.md"))
    assert [int(p.name[:4]) for p in pages] == list(range(1, len(pages) + 1))
    assert [p.name for p in pages if "\nStatus: " not in p.read_text(encoding="utf-8")] == []


def test_the_front_page_is_one_screen() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= 60
