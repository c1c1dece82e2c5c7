"""Cases that several tests begin with."""

import pytest

from lantai.law.tests.stories import GENERAL, Story, notified


@pytest.fixture
def heard_case() -> Story:
    """A company that is to be fined 50,000 yuan by a bureau of the general field asked for a hearing on 29 August."""
    story = notified(GENERAL, fine=50_000, hearing_right=True)
    story.take("H-2", "2025-08-07", "asked")
    return story.take("H-3", "2025-08-11", hearing_on="2025-08-29", mode="SV-1", chair=11)
