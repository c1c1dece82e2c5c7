"""Every page for every post at both widths: axe finds nothing, one heading, no sideways scrolling, no foreign words.

The addresses come from the resolver: one that no post reaches fails the suite until the furnished world leads to it, or
it is named here as the address of a file.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Page

from lantai.ledger import sequencer
from tests.architecture.addresses import addresses, name_of
from tests.browser.conftest import Desk, let_everybody_in
from tests.browser.world import furnish

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = ["region", "landmark-one-main", "page-has-heading-one", "heading-order", "landmark-unique", "skip-link"]
WIDTHS = (1280, 390)
POSTS = (
    ("officer", "section_head", "head", "reviewer"),
    ("", "publisher", "checker", "archivist"),  # "": whoever comes by
    ("supervisor", "statistician", "system_admin", "security_admin", "audit_admin"),
)
"""Three parts of about the same length, one for each worker; together they reach every page."""

BEFORE_A_CHANGE = frozenset({"cases:rehearsal", "cases:rehearsal_table"})
"""There only while a further version of a procedure waits, and none does: asked for in ``test_changing_the_law``."""

FOREIGN = re.compile(r"\b(None|undefined|null|True|False|Error|Exception|Submit|Please|Required)\b")
SENTENCE = re.compile(r"(?:\b[A-Za-z]{2,}\b[ ,]+){3,}\b[A-Za-z]{2,}\b")
QUOTED = re.compile(r"Python|verify\.py|SHA|SM3|PDF|DOCX|Excel|python3")
FILES = frozenset(
    {
        "documents:docx",
        "documents:pdf",
        "documents:photo",
        "ledger:checkpoint",
        "personnel:photo",
        "portal:checkpoint",
        "portal:checkpoint_of",
        "portal:csv",
        "portal:decision_proof",
        "portal:draw_protocol",
        "portal:draw_verifier",
        "portal:photo",
        "portal:procedure_bpmn",
        "portal:robots",
        "portal:verifier",
        "powers:problems",
        "powers:template",
        "recording:file",
        "recording:preview",
        "web:display",  # sets a cookie and goes back
    }
)
SEVERAL = Counter(
    {
        "cases:step": 4,
        "cases:case": 4,
        "disclosure:draft": 4,
        "review:review": 3,
        "recording:detail": 3,
        "portal:draw": 2,
        "powers:plan": 2,
    }
)

LOOK = """() => {
  const main = document.querySelector('main') || document.body, seen = new Set();
  for (const e of main.querySelectorAll('*'))
    seen.add((e.parentElement ? e.parentElement.tagName : '') + '>' + e.tagName + '.' + e.className + '[' +
      (e.getAttribute('role') || '') + (e.getAttribute('type') || '') + ']');
  return [...seen];
}"""


def audited(page: Page) -> list[str]:
    """What axe objects to."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE + ";undefined")
    found = page.evaluate(
        """([tags, rules]) => axe.run(document, {
            runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'],
            rules: Object.fromEntries(rules.map(r => [r, {enabled: true}]))
        }).then(r => r.violations.map(
            v => v.id + ' ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')))""",
        [TAGS, RULES],
    )
    return [f"axe {f}" for f in found]


def looked_at(page: Page) -> list[str]:
    """What needs no tool to see."""
    faults = []
    if page.locator("h1").count() != 1:
        faults.append(f"{page.locator('h1').count()} headings of the first rank")
    if page.locator("html").get_attribute("lang") != "zh-CN":
        faults.append("no language")
    if not re.search(r"[\u4e00-\u9fff]", page.title()):
        faults.append("no title")
    if not page.locator("a.skip[href='#main']").count():
        faults.append("no skip link")
    words = page.inner_text("body")
    faults += [f"foreign word {w}" for w in sorted(set(FOREIGN.findall(words)))]
    faults += [f"foreign sentence {s!r}" for s in SENTENCE.findall(words) if not QUOTED.search(s)]
    for refusal in page.locator("ul.refusals > li").all():
        text = refusal.inner_text()
        if "怎么办：" not in text or not refusal.locator("strong").inner_text():
            faults.append(f"refusal without remedy or reason: {text[:60]}")
        if "《" not in text and "本平台管理规则" not in text:
            faults.append(f"refusal without its article: {text[:60]}")
    return faults


def overflowing(page: Page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"scrolls sideways by {wide} px"] if wide > 1 else []


def links(page: Page) -> list[str]:
    """Pages of this site to which the page leads."""
    hrefs = page.eval_on_selector_all("a[href]", "all => all.map(a => decodeURI(a.getAttribute('href')))")
    inside = page.url.split("?")[0].split("/", 3)[3]
    made = [f"/{inside}{h}" if h.startswith("?") else h for h in hrefs]
    own = [h.split("#")[0] for h in made if h.startswith("/")]
    return [h for h in own if h and not h.startswith("/static/")]


class Walk:
    """Through all pages, post by post; a page made of nothing but what was measured in it before is not measured again."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.reached: set[str] = set()
        self.measured: dict[str, set[str]] = {}  # by page: the kinds of elements that were measured in it
        self.shapes = 0
        self.faults: dict[str, list[str]] = {}
        self.visited = 0

    def through(self, who: str, starts: list[str]) -> None:
        page = self.desk.page(who)
        seen: Counter[str] = Counter()
        done: set[str] = set()
        waiting = list(starts)
        while waiting:
            address = waiting.pop(0)
            name = name_of(address)
            if name in FILES or address in done or seen[name] >= max(1, SEVERAL[name]):
                continue
            done.add(address)
            answer = page.goto(self.desk.address + address)
            assert answer is not None
            if "text/html" not in answer.headers.get("content-type", ""):
                continue
            self.visited += 1
            if answer.status >= 500:
                self.faults.setdefault(address, []).append(f"answers {answer.status}")
            if answer.status == 200:
                landed = name_of(page.url.replace(self.desk.address, ""))
                seen[name] += 1
                self.reached |= {landed} if landed == "accounts:login" else {landed, name}
                waiting += links(page)
            self.look(page, f"{who or 'visitor'} {address}", name if answer.status == 200 else f"error {answer.status}")

    def look(self, page: Page, where: str, name: str) -> None:
        faults = looked_at(page)
        built_of = set(page.evaluate(LOOK))
        if not built_of <= self.measured.get(name, set()):
            self.measured[name] = self.measured.get(name, set()) | built_of
            self.shapes += 1
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                faults += [f"{width} px: {f}" for f in (*audited(page), *overflowing(page))]
                if folder := os.environ.get("LANTAI_SHEETS"):
                    kept = f"{self.shapes:03d}-{name.replace(':', '-')}-{width}.png"
                    page.screenshot(path=Path(folder) / kept, full_page=True)
            page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        if faults:
            self.faults[where] = faults


def uploaded(desk: Desk) -> None:
    """The trial run of an import has a page once a workbook is handed in: here the template, empty as it is."""
    page = desk.page("system_admin")
    book = page.request.get(f"{desk.address}/desk/admin/powers/imports/officers/template/")
    assert book.status == 200
    page.goto(f"{desk.address}/desk/admin/powers/imports/officers/new/")
    page.set_input_files("input[type=file]", {"name": "人员.xlsx", "mimeType": "", "buffer": book.body()})
    page.click("main form.card button[type=submit]")
    page.wait_for_load_state()


def plain() -> list[str]:
    """The addresses without a place for a value."""
    return sorted({path for path, _ in addresses() if not re.search(r"sample|999999999|/1/|\(|\[", path)})


def pages(resolver: URLResolver | None = None, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address by its full name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from pages(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        else:
            yield f"{space}{entry.name}", entry


def takes_only_what_is_sent(desk: Desk, name: str, entry: URLPattern, walk: Walk) -> bool:
    """An address of forms: it has no page of its own."""
    if name in walk.reached | FILES:
        return False
    path = next(path for path, one in addresses() if one is entry)
    return bool(desk.page("system_admin").request.get(desk.address + path).status == 405)


@pytest.fixture(scope="session")
def together(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the workers of one run share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "pages"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("posts", POSTS, ids=lambda posts: posts[-1])
def test_every_page_of_every_post_is_accessible_and_in_order(
    desk: Desk, posts: tuple[str, ...], together: Path
) -> None:
    more = furnish(desk.world)
    let_everybody_in()
    sequencer.run_once(every=0)
    uploaded(desk)
    walk = Walk(desk)
    for who in posts:
        starts = [a for a in plain() if a.startswith("/desk/") == bool(who)]
        own = [a for a in more if who or not a.startswith("/desk/")]
        walk.through(who, [*own, *starts])
    walk.reached |= {name for name, entry in pages() if takes_only_what_is_sent(desk, name, entry, walk)}
    print(f"{len(walk.reached)} pages, {walk.shapes} shapes, {walk.visited} visits")
    said = [f"{where}: {'; '.join(found)}" for where, found in sorted(walk.faults.items())]
    assert not said, "\n".join(said)
    missing = unreached(together, posts[-1], walk.reached)
    assert not missing, f"no post reaches {missing}"


def unreached(together: Path, part: str, reached: set[str]) -> dict[str, str]:
    """The pages that no part reaches: told by the part that ends last, in whichever worker that is."""
    (together / part).write_text("\n".join(sorted(reached)), encoding="utf-8")
    told = [together / posts[-1] for posts in POSTS]
    if not all(file.exists() for file in told):
        return {}
    all_reached = {name for file in told for name in file.read_text(encoding="utf-8").splitlines()}
    paths = {id(entry): path for path, entry in addresses()}
    return {name: paths[id(entry)] for name, entry in pages() if name not in all_reached | FILES | BEFORE_A_CHANGE}


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
    assert "核验通过" in page.inner_text("main")
    for path in ("/officers/", "/agencies/", "/reports/", "/laws/", "/check/", "/ledger/"):
        answer = page.goto(desk.address + path)
        assert answer is not None
        assert answer.status == 200
        assert page.locator("h1").count() == 1
