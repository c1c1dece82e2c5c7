"""For every test: the emptying of the database after a test with real transactions takes the ledger's
triggers off meanwhile.
"""

from __future__ import annotations

from django.db import connection
from django.test import TransactionTestCase

from lantai.ledger import triggers

_empty = TransactionTestCase._fixture_teardown


def _empty_without_triggers(self: TransactionTestCase) -> None:
    with connection.cursor() as cursor:
        triggers.remove(cursor.execute, connection.vendor)
        try:
            _empty(self)
        finally:
            triggers.install(cursor.execute, connection.vendor)


TransactionTestCase._fixture_teardown = _empty_without_triggers  # type: ignore[method-assign]
