"""A bureau and cases decided there."""

from __future__ import annotations

from typing import Any

import pytest

from lantai.disclosure.tests import scene
from lantai.portal.tests.conftest import empty_cache

__all__ = ["at", "empty_cache"]


@pytest.fixture
def at(db: Any) -> scene.Bureau:
    return scene.bureau()
