"""A bureau and cases decided there."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache

from lantai.disclosure.tests import scene
from lantai.portal.queries.version import forget_version


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()
    forget_version()


@pytest.fixture
def at(db: Any) -> scene.Bureau:
    return scene.bureau()
