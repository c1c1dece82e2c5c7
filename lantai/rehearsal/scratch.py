"""A scratch database: the tables of the platform in memory, gone when the rehearsal is over."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connections
from django.test.utils import override_settings

MEMORY = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": ":memory:",
    "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA foreign_keys=ON;"},
}


@contextmanager
def scratch_database() -> Iterator[None]:
    """Everything inside happens on an empty database in memory, with a store and keys of its own."""
    default = connections["default"]
    kept = connections.databases["default"]
    connections.databases["default"] = kept | MEMORY
    del connections["default"]
    with tempfile.TemporaryDirectory(prefix="lantai-rehearsal-") as folder:
        place = Path(folder)
        own = {"DATA": place, "STORE": place / "store", "KEYS": place / "keys", "WITNESS": None}
        immediate = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
        try:
            with override_settings(**own, TASKS=immediate):
                call_command("migrate", verbosity=0, skip_checks=True)
                yield
        finally:
            connections["default"].close()
            connections.databases["default"] = kept
            connections["default"] = default
