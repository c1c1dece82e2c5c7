"""For every test: the emptying of the database after a test with real transactions takes the triggers off
meanwhile; tests marked ``shared`` run where the statute texts are found and are skipped, and counted, elsewhere.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker

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


TABLES_FILE = os.environ.get(
    "LANTAI_TABLES_FILE", ""
)  # an SQLite file with the tables and nothing in them, made by ./test
TABLES_DATABASE = os.environ.get("LANTAI_TABLES_DATABASE", "")  # the same on the PostgreSQL server of the settings


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool) -> bool:
    """Tables that ./test has made once are copied; ``migrate`` then finds nothing left to do."""
    return django_db_keepdb or bool(TABLES_DATABASE if connection.vendor == "postgresql" else TABLES_FILE)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_keepdb: bool, django_db_blocker: DjangoDbBlocker
) -> None:
    if not django_db_keepdb:
        return
    name = settings.DATABASES["default"]["TEST"]["NAME"] or f"test_{settings.DATABASES['default']['NAME']}"
    if connection.vendor == "sqlite":
        shutil.copyfile(TABLES_FILE, name)
        return
    quoted = connections["default"].ops.quote_name
    with django_db_blocker.unblock(), connections["default"]._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {quoted(name)} TEMPLATE {quoted(TABLES_DATABASE)}")


@pytest.fixture(scope="session")
def lay_tables() -> Callable[[Path], bool]:
    """Puts the tables into a data folder as ``migrate`` would; False where none are made yet and ``migrate`` must run."""

    def lay(data: Path) -> bool:
        if not TABLES_FILE:
            return False
        data.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(TABLES_FILE, data / "lantai.sqlite3")
        return True

    return lay


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
