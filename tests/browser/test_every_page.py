"""Every page for every post at both widths: axe finds nothing, one heading, no sideways scrolling, no foreign words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Page

from lantai.ledger import sequencer
from tests.browser.conftest import Desk
from tests.browser.world import furnish

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
POSTS = ("officer", "section_head", "head", "reviewer", "publisher", "checker", "archivist", "supervisor")
ON_A_PHONE = (
    "officer",
    "head",
    "publisher",
    "supervisor",
)  # who opens the desk on a phone, and one post of each kind of page
WIDTHS = (1280, 390)
NOT_PAGES = re.compile(
    r"(pdf|docx|file|preview|proof\.zip|\.csv|\.txt|\.svg|checkpoint|verify\.py|/photo|template|workbook|logout|display)"
)
FOREIGN = re.compile(r"\b(None|undefined|null|True|False|Error|Exception|Submit|Please|Required)\b")


def addresses() -> list[str]:
    """Every address without arguments; those with arguments are reached by the links on these pages."""

    def walk(patterns: list[Any], before: str) -> Iterator[str]:
        for one in patterns:
            if isinstance(one, URLResolver):
                yield from walk(one.url_patterns, before + str(one.pattern))
            elif isinstance(one, URLPattern):
                yield before + str(one.pattern)

    plain = [a.replace("^", "").replace("$", "").replace("\\", "") for a in walk(get_resolver().url_patterns, "/")]
    return sorted({a for a in plain if "<" not in a and "(" not in a and not NOT_PAGES.search(a)})


def audited(page: Page) -> list[str]:
    """What axe objects to, and what a plain look finds."""
    page.evaluate(AXE + ";undefined")
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(r => r.violations.map("
        "v => v.id + ' ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')))",
        TAGS,
    )
    faults = [f"axe {f}" for f in found]
    if page.locator("h1").count() != 1:
        faults.append(f"{page.locator('h1').count()} headings of the first rank")
    if page.locator("html").get_attribute("lang") != "zh-CN":
        faults.append("no language")
    if not page.locator("a.skip").count():
        faults.append("no skip link")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 1:
        faults.append(f"scrolls sideways by {wide} px")
    words = FOREIGN.findall(page.inner_text("body"))
    return faults + [f"foreign word {w}" for w in set(words)]


def linked(page: Page, address: str) -> list[str]:
    """Pages of this site to which the page leads."""
    hrefs = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    own = [h.split("#")[0] for h in hrefs if h.startswith("/")]
    return [h for h in own if h and not NOT_PAGES.search(h) and not h.startswith(("/static/", "/display"))]


def kind_of(address: str) -> str:
    """Addresses that differ only in numbers, codes and questions show the same kind of page."""
    path = re.sub(r"\?.*", "", address)
    path = re.sub(r"/laws/[^/]+/[^/]+/", "/laws/*/*/", path)
    path = re.sub(r"/(steps|events)/[^/]+/", r"/\1/*/", path)
    return re.sub(r"/[^/]*\d[^/]*/", "/*/", path)


def walked(desk: Desk, who: str, width: int, starts: list[str]) -> dict[str, list[str]]:
    """Every kind of page that this person can reach, with its faults."""
    seen: dict[str, list[str]] = {}
    waiting = list(starts)
    while waiting:
        address = waiting.pop(0)
        kind = kind_of(address)
        if kind in seen:
            continue
        page = desk.page(who, width)
        answer = page.goto(desk.address + address)
        assert answer is not None
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        seen[kind] = audited(page)
        if answer.status >= 500:
            seen[kind].append(f"answers {answer.status}")
        if answer.status == 200:
            waiting += linked(page, address)
    return seen


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_every_post_is_accessible_and_in_order(desk: Desk, width: int) -> None:
    furnish(desk.world)
    sequencer.run_once(every=0)
    faults: dict[str, list[str]] = {}
    kinds: set[str] = set()
    for who in ("", *(POSTS if width == 1280 else ON_A_PHONE)):
        starts = [a for a in addresses() if a.startswith("/desk/") == bool(who)]
        for kind, found in walked(desk, who, width, starts).items():
            kinds.add(kind)
            if found:
                faults.setdefault(f"{who or 'visitor'} {kind}", found)
    print(f"{len(kinds)} kinds of pages at {width} px")
    assert len(kinds) >= 45
    assert not faults, "\n".join(f"{where}: {'; '.join(found)}" for where, found in sorted(faults.items()))


def test_the_public_part_works_without_scripts(desk: Desk) -> None:
    furnish(desk.world)
    sequencer.run_once(every=0)
    page = desk.page("", 1280, scripts=False)
    page.goto(f"{desk.address}/")
    page.fill("input[name=q]", "进货查验")
    page.click(".search button")
    page.wait_for_load_state()
    page.click("ul.results a >> nth=0")
    page.wait_for_load_state()
    assert "核验" in page.inner_text("main")
    for path in ("/officers/", "/agencies/", "/reports/", "/laws/", "/check/", "/ledger/"):
        answer = page.goto(desk.address + path)
        assert answer is not None
        assert answer.status == 200
        assert page.locator("h1").count() == 1
