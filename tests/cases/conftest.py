"""Each test begins with no public page kept."""

from __future__ import annotations

from lantai.portal.tests.conftest import empty_cache

__all__ = ["empty_cache"]
