"""The database of the tests: the emptying after a test with real transactions takes the triggers off meanwhile; tables
that ``./test`` has made once are copied. Loaded where the plugin for the database is; the law is tested without either.
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
