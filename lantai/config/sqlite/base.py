"""Django's SQLite backend; a statement that comes again is not taken apart again for its marks (%s to ?).

A command sends some twenty statements, the same ones every time.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from django.db.backends.sqlite3 import base

_KEPT = 2048  # statements


class CursorWrapper(base.SQLiteCursorWrapper):
    """A cursor that remembers how it translated a statement."""

    def convert_query(self, query: str, *, param_names: Sequence[str] | None = None) -> str:
        """The statement with the marks that SQLite reads."""
        return _with_own_marks(query) if param_names is None else super().convert_query(query, param_names=param_names)


@functools.lru_cache(_KEPT)
def _with_own_marks(query: str) -> str:
    return str(base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%"))


class DatabaseWrapper(base.DatabaseWrapper):
    """The connection whose cursors remember."""

    def create_cursor(self, name: str | None = None) -> Any:
        """A new cursor; SQLite knows no named ones."""
        return self.connection.cursor(factory=CursorWrapper)
