"""How cases go: each course is a generator that yields the moment of its next act, so that all cases run side by side."""

from lantai.demo.courses.deciding import (
    PLEAS,
    decided,
    discussed,
    heard,
    overreached,
    reviewed,
    sent_back,
    told,
    waits_for_review,
)
from lantai.demo.courses.opening import begun, investigated, noticed, spot, spot_closed
from lantai.demo.courses.performing import closed, handed_in, paid, published, served

__all__ = [
    "PLEAS",
    "begun",
    "closed",
    "decided",
    "discussed",
    "handed_in",
    "heard",
    "investigated",
    "noticed",
    "overreached",
    "paid",
    "published",
    "reviewed",
    "sent_back",
    "served",
    "spot",
    "spot_closed",
    "told",
    "waits_for_review",
]
