"""配备: how many recorders, interview rooms and reviewers an agency owes (2019 plan)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lantai.law.statutes_in_force import SEED

OFFICERS_PER_RECORDER: Final = 5
REVIEWERS_PER_HUNDRED: Final = 5
BASIS = SEED.whole


def recorders_owed(officers: int) -> int:
    """One recorder (执法记录仪) for every five officers or part of five. Raises ValueError below zero."""
    return _ceiling(officers, 1, OFFICERS_PER_RECORDER)


def reviewers_owed(officers: int) -> int:
    """Reviewers (法制审核人员): five per cent of the officers, rounded up. ValueError below zero."""
    return _ceiling(officers, REVIEWERS_PER_HUNDRED, 100)


def _ceiling(number: int, times: int, parts: int) -> int:
    if number < 0:
        raise ValueError("人数不能小于零")
    return -(-number * times // parts)


@dataclass(frozen=True)
class Staffing:
    """What is owed and what is there. ``short`` are the sentences of what is missing."""

    officers: int
    recorders: int
    reviewers: int
    rooms: int = 1

    @property
    def short(self) -> tuple[str, ...]:
        found = []
        if (owed := recorders_owed(self.officers)) > self.recorders:
            found.append(f"执法人员{self.officers}人，应当配备执法记录仪{owed}台，现有{self.recorders}台")
        if (owed := reviewers_owed(self.officers)) > self.reviewers:
            found.append(f"执法人员{self.officers}人，法制审核人员应当不少于{owed}人，现有{self.reviewers}人")
        if self.officers and not self.rooms:
            found.append("原则上应当建设一间有音像监控的询问室（听证室），现无")
        return tuple(found)
