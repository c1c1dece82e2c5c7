"""How long a newcomer takes for what he did, reckoned by the keystroke-level model: what was done counts, no clock.

Card, Moran and Newell, "The Keystroke-Level Model for User Performance Time with Interactive Systems", Communications of the
ACM 23(7), 1980, give the seconds of thinking, pointing, pressing and of the hands between mouse and keys. A Chinese character by
input method and the pace of reading are ours, both slow. Before every click and choice the newcomer thinks, though the model
spares that for what goes together.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

THINK = 1.35
POINT = 1.1
PRESS = 0.2
HANDS = 0.4  # from the mouse to the keys, and once more back
KEY = 0.28  # a digit or a letter, by somebody who does not type for a living
CHARACTER = 1.0  # a Chinese one: some two to four keys, and the choice among candidates
PAGE = 0.5  # from the click to the page; what it took where it was played is told beside, never compared
READ_A_MINUTE = 300  # Chinese characters

CHINESE = re.compile(r"[\u4e00-\u9fff]")
UNSEEN = re.compile(r"(?<=\])\([^)]*\)|^\|[ :|-]+\|$|[*`]", re.MULTILINE)  # where links lead, rules of tables, marks


@dataclass
class Reckoning:
    """What was done: ``clicks`` on links and buttons (those that change the person are among them), ``choices`` of boxes,
    ``lists`` opened and chosen from, ``fields`` written into, ``characters`` and ``keys`` written there, ``pages`` that came.
    """

    done: Counter[str] = field(default_factory=Counter)

    def note(self, what: str, times: int = 1) -> None:
        self.done[what] += times

    def note_written(self, text: str) -> None:
        """One field entered, and the text typed into it."""
        chinese = len(CHINESE.findall(text))
        self.done.update(fields=1, characters=chinese, keys=len(text) - chinese)

    def acting(self) -> float:
        """Seconds of hand and mind, and of waiting for pages."""
        one = THINK + POINT + PRESS
        into_a_field = POINT + PRESS + 2 * HANDS
        return (
            one * (self.done["clicks"] + self.done["choices"] + self.done["lists"])
            + (POINT + PRESS) * self.done["lists"]  # a list is opened, then chosen from
            + into_a_field * self.done["fields"]
            + CHARACTER * self.done["characters"]
            + KEY * self.done["keys"]
            + PAGE * self.done["pages"]
        )

    def told(self) -> str:
        """The counts, in one line."""
        return "，".join(f"{word} {self.done[what]}" for what, word in WORDS.items())


WORDS = {
    "clicks": "点击",
    "changes": "其中换人",
    "choices": "勾选",
    "lists": "列表",
    "fields": "填写",
    "characters": "汉字",
    "keys": "数字和字母",
    "pages": "页面",
}


def reading(guide: str) -> float:
    """Seconds for the Chinese characters of a page."""
    return 60 * len(CHINESE.findall(guide)) / READ_A_MINUTE


def reading_everything(guide: str) -> float:
    """Seconds if figures, Latin letters and marks are read at that pace too, sign by sign."""
    return 60 * len(re.sub(r"\s", "", UNSEEN.sub("", guide))) / READ_A_MINUTE
