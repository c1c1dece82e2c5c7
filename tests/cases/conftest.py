"""Each test begins with no public page kept: its database goes back in time, the pages of the process would not."""

from __future__ import annotations

import pytest

from lantai.portal.middleware import forget_pages
from lantai.portal.queries.version import forget_version


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    forget_pages()
    forget_version()
