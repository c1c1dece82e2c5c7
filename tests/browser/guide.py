"""The how-to page of the played case, read as a newcomer reads it: its accounts, and its steps with what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs/how-to/play-a-major-penalty.md"
ACCOUNT = re.compile(r"^\| `(\w+)` \| (\w+)，(\w+)", re.MULTILINE)
STEP = re.compile(r"^(\d+)\. (.*(?:\n+    ?.*\S.*)*)", re.MULTILINE)
NAMED = re.compile(r"“([^”]+)”|`([^`]+)`")


@dataclass(frozen=True)
class Step:
    """A numbered sentence of the guide, under a heading that says who is at work. ``named``: the words in quotation marks
    and what is to be typed, in order.
    """

    number: int
    text: str
    heading: str

    @property
    def named(self) -> tuple[str, ...]:
        return tuple(quoted or typed for quoted, typed in NAMED.findall(self.text))


@dataclass(frozen=True)
class Guide:
    """The page: ``accounts`` are sign-in name, name and post of the people to play."""

    text: str

    @property
    def accounts(self) -> list[tuple[str, str, str]]:
        return ACCOUNT.findall(self.text)

    @property
    def steps(self) -> list[Step]:
        return list(self._steps())

    def _steps(self) -> Iterator[Step]:
        for part in self.text.split("\n## ")[1:]:
            heading, _, sentences = part.partition("\n")
            for number, text in STEP.findall(sentences):
                yield Step(int(number), re.sub(r"\s*\n\s*", "", text), heading)

    @property
    def opening(self) -> str:
        """What is said before the first step."""
        return self.text.split("\n## ", 1)[0]


def guide() -> Guide:
    return Guide(PAGE.read_text(encoding="utf-8"))
