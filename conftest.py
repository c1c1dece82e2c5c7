"""For every test: the emptying of the database after a test with real transactions takes the triggers off
meanwhile; tests marked ``shared`` run where the statute texts are found and are skipped, and counted, elsewhere.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.db import connection
from django.test import TransactionTestCase

from lantai.cases import triggers as case_triggers
from lantai.ledger import triggers

_empty = TransactionTestCase._fixture_teardown


def _empty_without_triggers(self: TransactionTestCase) -> None:
    with connection.cursor() as cursor:
        for kept in (triggers, case_triggers):
            kept.remove(cursor.execute, connection.vendor)
        try:
            _empty(self)
        finally:
            for kept in (triggers, case_triggers):
                kept.install(cursor.execute, connection.vendor)


TransactionTestCase._fixture_teardown = _empty_without_triggers  # type: ignore[method-assign]


def shared_folder() -> Path | None:
    """Where the statute texts and scenarios lie: LANTAI_SHARED, or ``shared`` beside the checkout; it has ``laws/``."""
    named = os.environ.get("LANTAI_SHARED", "")
    folder = Path(named) if named else Path(__file__).resolve().parent.parent / "shared"
    return folder if (folder / "laws").is_dir() else None


@pytest.fixture
def shared() -> Path:
    folder = shared_folder()
    if folder is None:
        pytest.skip("没有法律文本文件夹（LANTAI_SHARED）")
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    folder = shared_folder()
    if folder is not None:
        os.environ["LANTAI_SHARED"] = str(folder)
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason="没有法律文本文件夹（LANTAI_SHARED）"))
