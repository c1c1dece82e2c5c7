"""Chromium before a live server: people of a small lawful world sign in and work through the pages as anyone would."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from lantai.accounts.models import Account
from lantai.portal.tests.conftest import empty_cache
from lantai.rehearsal.world import World, build
from tests.browser.filling import fill_in

__all__ = ["empty_cache"]  # each story begins with no public page kept: two that publish on one day share an address

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the driver has a loop of its own beside our rows

PASSWORD = "lantai-story-2026"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
)
PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"


def chromium() -> str:
    found = os.environ.get("LANTAI_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert found, "没有 Chromium（Debian 软件包 chromium）"
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield made
        made.close()


@dataclass
class Desk:
    """The small world behind a live server, and a browser for each person in it."""

    world: World
    address: str
    browser: Browser
    open: dict[str, BrowserContext] = field(default_factory=dict)
    pictured: int = 0

    def page(self, who: str = "", width: int = 1280, scripts: bool = True) -> Page:
        """A page of this person, signed in; of a visitor where nobody is named."""
        key = f"{who}-{width}-{scripts}"
        if key not in self.open:
            context = self.browser.new_context(
                viewport={"width": width, "height": 900}, locale="zh-CN", java_script_enabled=scripts
            )
            context.set_default_timeout(20_000)
            self.open[key] = context
            if who:
                self.sign_in(context.new_page(), who)
        return self.open[key].pages[0] if self.open[key].pages else self.open[key].new_page()

    def sign_in(self, page: Page, who: str) -> None:
        account = self.world.people[who].account
        assert account is not None
        page.goto(f"{self.address}/login/")
        page.fill("input[name=username]", account.username)
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_url("**/desk/**")

    def go(self, who: str, path: str, width: int = 1280) -> Page:
        page = self.page(who, width)
        page.goto(self.address + path)
        return page

    def picture(self, page: Page, name: str) -> None:
        """Keep what the page shows, where pictures are wanted (LANTAI_PICTURES=1)."""
        if os.environ.get("LANTAI_PICTURES") == "1":
            PICTURES.mkdir(parents=True, exist_ok=True)
            page.evaluate("scrollTo(0, 0)")
            file = PICTURES / f"{name}.png"
            page.screenshot(path=file, clip={"x": 0, "y": 0, "width": 1280, "height": 860}, full_page=True)
            with Image.open(file) as taken:  # a page has few colours; the repository stays small
                taken.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(file, optimize=True)

    def act(self, who: str, path: str, *, is_refused: bool = False, **said: object) -> Page:
        """Open a form, fill in what it needs, send it; it is done, or refused where that is expected."""
        page = self.go(who, path)
        fill_in(page, said)
        with page.expect_navigation() as sent:
            page.click("main form.card button[type=submit]:not([name=preview])")
        answer = sent.value
        assert answer is not None
        assert answer.status == (409 if is_refused else 200), page.inner_text("main")
        return page


@cache
def _hashed() -> str:
    return make_password(PASSWORD)


def let_everybody_in() -> None:
    """The accounts made so far have the one password; whoever is signed in stays so, for the hash is the same."""
    Account.objects.update(password=_hashed())


@pytest.fixture
def desk(transactional_db: None, live_server: object, browser: Browser) -> Iterator[Desk]:
    began = timezone.localdate() - timedelta(days=30)
    world = build("衡阳市市场监督管理局", began)
    let_everybody_in()
    made = Desk(world, str(live_server), browser)  # a live server's text is its address
    yield made
    for context in made.open.values():
        context.close()
