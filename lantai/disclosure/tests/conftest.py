"""A bureau and cases decided there."""

from __future__ import annotations

from typing import Any

import pytest

from lantai.disclosure.tests import scene
from lantai.portal.middleware import forget_pages
from lantai.portal.queries.version import forget_version


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    forget_pages()
    forget_version()


@pytest.fixture
def at(db: Any) -> scene.Bureau:
    return scene.bureau()
