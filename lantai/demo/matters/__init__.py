"""The offences of which the demonstration tells, by field. No statute text stands here, only provisions and sentences."""

from __future__ import annotations

from lantai.demo.matters.industry import INDUSTRY
from lantai.demo.matters.market import MARKET
from lantai.demo.matters.matter import Matter, cited
from lantai.demo.matters.streets import CONSTRUCTION, FIRE_SAFETY, RESOURCES, URBAN
from lantai.demo.matters.welfare import WELFARE

ALL: tuple[Matter, ...] = (*MARKET, *URBAN, *CONSTRUCTION, *RESOURCES, *FIRE_SAFETY, *INDUSTRY, *WELFARE)


def of_field(field: str) -> tuple[Matter, ...]:
    """The offences of one field, by its label."""
    return tuple(m for m in ALL if m.field == field)


__all__ = ["ALL", "Matter", "cited", "of_field"]
