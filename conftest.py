"""For every test: those marked ``shared`` run where the statute texts are found and are skipped, and counted,
elsewhere. What rests on the database is in ``tests/database.py``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    if config.pluginmanager.hasplugin("django"):
        config.pluginmanager.import_plugin("tests.database")


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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--only-database", action="store_true", help="only the tests that use the database of the settings"
    )


DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long ones begin first, so that no worker waits for another at the end."""
    if config.getoption("--only-database"):
        kept = [i for i in items if DATABASE & set(i.fixturenames) or i.get_closest_marker("django_db")]
        config.hook.pytest_deselected(items=[i for i in items if i not in set(kept)])
        items[:] = kept
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    _without_texts(items)


def _without_texts(items: list[pytest.Item]) -> None:
    folder = shared_folder()
    if folder is not None:
        os.environ["LANTAI_SHARED"] = str(folder)
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason="没有法律文本文件夹（LANTAI_SHARED）"))
