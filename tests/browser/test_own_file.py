"""A stranger checks a file he holds: it is hashed in his browser and never sent."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.browser.conftest import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_file_is_hashed_where_it_lies_and_only_its_digest_is_asked(desk: Desk, tmp_path: Path) -> None:
    content = "行政处罚决定书".encode() * 100_000
    held = tmp_path / "决定书.pdf"
    held.write_bytes(content)
    page = desk.page()
    sent: list[int] = []
    page.on("request", lambda request: sent.append(len(request.post_data_buffer or b"")))
    page.goto(f"{desk.address}/check/")
    page.set_input_files("#chosen-file", held)
    page.wait_for_url("**/check/?code=*")
    assert hashlib.sha256(content).hexdigest() in page.url
    assert "没有找到" in page.inner_text("main")
    assert sum(sent) == 0


def test_without_a_script_the_page_offers_no_file_field(desk: Desk) -> None:
    page = desk.page(scripts=False)
    page.goto(f"{desk.address}/check/")
    assert not page.is_visible("#chosen-file")
    assert "sha256sum" in page.inner_text("main")
