"""How text is cut for searching: the same pairs of characters when indexing and when asking. Pure.

Pairs nominate, a substring recheck decides; so the answer is exactly "contains these words", and names of persons
and shops are found as well as dictionary words. Traditional characters are read as simplified ones on both sides.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from opencc import OpenCC

_SIMPLIFYING = OpenCC("t2s")
_RUN = re.compile(r"[0-9a-z\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")


def normalised(text: str) -> str:
    """Full-width digits, letters and brackets folded, capitals lowered, traditional characters simplified (繁简).

    Character by character, never by phrase: what contains a word must still contain it afterwards.
    """
    return "".join(map(_simplified, unicodedata.normalize("NFKC", text).lower()))


@cache
def _simplified(character: str) -> str:
    return character if character.isascii() else str(_SIMPLIFYING.convert(character))


def pairs(text: str) -> list[str]:
    """All pairs of neighbouring letters, digits and ideographs of a normalised text, each once, in order."""
    found: dict[str, None] = {}
    for run in _RUN.findall(text):
        found.update(dict.fromkeys(run[i : i + 2] for i in range(len(run) - 1)))
    return list(found)


def words(query: str) -> list[str]:
    """The words of a query, each of which must occur: at most six, of which at least one has a pair."""
    return normalised(query)[:80].split()[:6]
