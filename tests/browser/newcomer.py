"""Somebody who has the guide and nothing else: goes from page to page through links and buttons that it names, and is counted.

Each step of the story is a step of the guide. What is pressed, chosen or typed must stand in that step, and what stands there
must have been pressed, chosen, typed or seen when it ends: neither can change without the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import FilePayload, Locator, Page

from tests.browser.guide import Guide, Step
from tests.browser.reckoning import Reckoning

GIVEN = "http://127.0.0.1:8000/"
FORM = "main form.card"
BRIEF = "属实"  # the guide gives it for whatever it does not word
# The questions of the form on the page that must be answered and are not: place in the form, and how they are answered.
ASKED = """form => [...form.querySelectorAll('.field')].flatMap((field, at) => {
  if (!field.offsetParent || field.querySelector('.optional:not([hidden])')) return [];
  const control = field.querySelector('input:not([type=hidden]), select, textarea');
  if (!control) return [];
  const kind = control.tagName === 'INPUT' ? control.type : control.tagName.toLowerCase();
  if (kind === 'checkbox' || kind === 'radio') {
    const boxes = field.querySelectorAll('input');
    const needed = boxes.length > 1 || kind === 'radio' || control.hasAttribute('aria-required');
    return needed && !field.querySelector('input:checked') ? [{at, kind: 'choice'}] : [];
  }
  return control.value || kind === 'file' ? [] : [{at, kind: kind === 'select' ? 'list' : control.inputMode === 'decimal' ? 'number' : kind}];
})"""


@dataclass
class Newcomer:
    """One browser window, one guide, and what was done so far."""

    page: Page
    guide: Guide
    reckoning: Reckoning = field(default_factory=Reckoning)
    played: list[int] = field(default_factory=list)
    who: str = ""
    _step: Step | None = None
    _kept: set[str] = field(default_factory=set)

    # ---- what the guide says ----------------------------------------------------------------------------------------

    @contextmanager
    def step(self, number: int) -> Iterator[None]:
        """A numbered sentence of the guide, from its first word to its last."""
        self._step, self._kept = self.guide.steps[number - 1], set()
        assert self._step.number == number
        yield
        left = [word for word in self._step.named if word not in self._kept]
        assert not left, f"step {number} of the guide names what nobody did or saw: {left}"
        self.played.append(number)

    def _told(self, word: str) -> str:
        """The word stands in this step, as a name of something."""
        assert self._step is not None
        assert word in self._step.named, f"step {self._step.number} of the guide does not name “{word}”"
        self._kept.add(word)
        return word

    def _mentioned(self, word: str) -> str:
        assert self._step is not None
        assert word in self._step.text, f"step {self._step.number} of the guide does not mention {word}"
        return word

    # ---- what is done -----------------------------------------------------------------------------------------------

    def become(self, who: str) -> None:
        """Leave, and sign in with the button beside a demonstration account."""
        assert who in [name for _, name, _ in self.guide.accounts]
        assert self._step is not None
        assert who in self._step.text + self._step.heading, f"step {self._step.number} of the guide is not for {who}"
        if self.who:
            self.leave()
        self._press(self.page.get_by_role("button", name=f"以{who}登录", exact=True))
        self.reckoning.note("changes")
        self.who = who

    def leave(self) -> None:
        assert "“退出”" in self.guide.opening
        self._press(self.page.get_by_role("button", name="退出", exact=True))
        self.who = ""

    def open_case(self, title: str) -> None:
        """From the desk, by the name of the case, as the guide says once for all steps."""
        assert "从“待办”里点案件名称" in self.guide.opening
        self._press(self.page.locator("main").get_by_role("link", name=title))

    def click(self, word: str, *, is_refused: bool = False) -> None:
        """Press the link or button of this name; a page comes."""
        answer = self._press(self._named(self._told(word)))
        assert answer is None or answer.status == (409 if is_refused else 200), self.page.inner_text("main")

    def begin(self, address: str) -> None:
        """Open the address that the guide gives."""
        assert f"<{GIVEN}login/>" in self.guide.opening
        self._go(f"{address}/login/")
        self.reckoning.note_written(f"{GIVEN}login/")

    def type_address(self, more: str) -> None:
        """Write behind the address of this page what the guide says, and go there."""
        self._go(self.page.url + self._told(more))
        self.reckoning.note_written(more)

    def write(self, label: str, text: str) -> None:
        """Write what the guide gives into the field that it names."""
        self._told(text)
        self._fill(self._field(label).locator("input, textarea").first, text)

    def write_freely(self, label: str, text: str) -> None:
        """Write what the guide describes into the field that it names."""
        self._fill(self._field(label).locator("input, textarea").first, text)

    def choose(self, word: str) -> None:
        """The option of this name in a list, or the box beside it."""
        self._told(word)
        lists = self.page.locator(f"{FORM} select").filter(has_text=word)
        if lists.count():
            self._take(lists.first, word)
        else:
            form = self.page.locator(FORM)
            self._tick(form.get_by_role("checkbox", name=word).or_(form.get_by_role("radio", name=word)).first)

    def tick(self, *words: str) -> None:
        """Boxes that the guide mentions."""
        for word in map(self._mentioned, words):
            self._tick(self.page.get_by_role("checkbox", name=word).first)

    def tick_some(self, label: str, how_many: int) -> None:
        """So many of the boxes under a heading that the guide mentions."""
        boxes = self.page.locator(f"{FORM} fieldset").filter(has_text=self._mentioned(label)).locator("input")
        for n in range(how_many):
            self._tick(boxes.nth(n))

    def attach(self, file: FilePayload) -> None:
        """Open the window for files, point at one, take it."""
        self.page.set_input_files("input[type=file]", file)
        self.reckoning.note("clicks", 3)

    def answer_the_rest(self) -> None:
        """What the page still asks for: the word that the guide gives for it, the first choice."""
        assert f"`{BRIEF}`" in self.guide.opening
        form = self.page.locator(FORM).first
        for asked in form.evaluate(ASKED):
            self._answer(form.locator(".field").nth(asked["at"]), asked["kind"])

    def search(self, word: str) -> None:
        box = self.page.get_by_role("searchbox").first
        self._fill(box, self._told(word))
        with self.page.expect_navigation():
            box.press("Enter")
        self.reckoning.done.update(keys=1, pages=1)

    def open_found(self, word: str) -> None:
        """The first of the results, which has this word."""
        found = self.page.locator(".results li").filter(has_text=self._told(word)).first
        self._press(found.get_by_role("link").first)

    def download(self, word: str) -> bytes:
        with self.page.expect_download() as coming:
            self._named(self._told(word)).click()
        self.reckoning.note("clicks")
        return coming.value.path().read_bytes()

    def uses(self, word: str) -> None:
        """Something outside of the browser that the guide names; what is done there is not reckoned."""
        self._told(word)

    def sees(self, word: str) -> None:
        """The page says what the guide says it does."""
        assert self._told(word) in self.page.inner_text("main"), f"the page does not say “{word}”"

    def buttons(self) -> list[str]:
        """What the page offers to press."""
        return self.page.locator("main :is(.btn, button)").all_inner_texts()

    # ---- with hands -------------------------------------------------------------------------------------------------

    def _named(self, word: str) -> Locator:
        """The button of the form first, then what else is in the page, then the menu."""
        for place in (FORM, "main", "body"):
            found = self.page.locator(f"{place} :is(button, a):text-is('{word}')").locator("visible=true")
            if found.count():
                return found.first
        raise AssertionError(f"no link or button “{word}” on {self.page.url}: {self.page.inner_text('main')}")

    def _press(self, what: Locator) -> Any:
        with self.page.expect_navigation() as coming:
            what.click()
        self.reckoning.done.update(clicks=1, pages=1)
        return coming.value

    def _go(self, address: str) -> None:
        self.page.goto(address)
        self.reckoning.note("pages")

    def _field(self, label: str) -> Locator:
        """The field whose name begins so: 线索 is 线索内容, not 发现线索的时间."""
        titled = self.page.locator("label, legend").filter(has_text=re.compile(f"^{self._mentioned(label)}"))
        return self.page.locator(f"{FORM} .field").filter(has=titled).first

    def _fill(self, control: Locator, text: str) -> None:
        control.fill(text)
        assert control.input_value() == text
        self.reckoning.note_written(text)

    def _tick(self, box: Locator) -> None:
        if not box.is_checked():
            box.check()
            self.reckoning.note("choices")

    def _take(self, choices: Locator, word: str) -> None:
        option = choices.locator("option").filter(has_text=word).first.get_attribute("value")
        if choices.input_value() != option:
            choices.select_option(option)
            self.reckoning.note("lists")

    def _answer(self, question: Locator, kind: str) -> None:
        if kind == "choice":
            self._tick(question.locator("input").first)
        elif kind == "list":
            question.locator("select").select_option(index=1)
            self.reckoning.note("lists")
        else:
            assert kind in ("text", "textarea", "number"), f"{kind}: {question.inner_text()}"
            self._fill(question.locator("input, textarea").first, "1" if kind == "number" else BRIEF)
