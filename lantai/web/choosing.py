"""Choosing among more than a page can list: some are offered, the others are looked up by the server, without script.

The form is sent with the button 查找 to its own address: nothing is judged or done, what was typed stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest

FIND = "find"
"""The name of the button; its value is the field for which somebody looks."""
SOUGHT = "_q"
"""Behind the name of a field: the words looked for."""
MOST_CHOSEN = 300
LONGEST = 40


@dataclass(frozen=True)
class Offer:
    """What may be chosen, as shown; ``has_more`` where others exist who are not shown, ``q`` what was looked for,
    ``is_in_vain`` where that added nobody.
    """

    choices: Sequence[tuple[str, str]] = ()
    has_more: bool = False
    q: str = ""
    is_in_vain: bool = False

    def without(self, pk: int | None) -> Offer:
        return replace(self, choices=[(key, label) for key, label in self.choices if key != str(pk)])


@dataclass(frozen=True)
class Sought:
    """What the request asks of a chooser: the words looked for, and who is chosen already."""

    q: str
    chosen: tuple[int, ...]


def sought(request: HttpRequest, names: Iterable[str], initial: Mapping[str, Any]) -> Sought:
    """For the fields ``names``: chosen is what was sent, before anything is sent what stands in the form."""
    given: list[Any] = []
    for name in names:
        if request.method == "POST":
            given += request.POST.getlist(name)
        else:
            value = initial.get(name)
            given += value if isinstance(value, list | tuple) else [value]
    field = request.POST.get(FIND, "")
    q = request.POST.get(f"{field}{SOUGHT}", "").strip()[:LONGEST] if field else ""
    numbers = (str(pk) for pk in given if pk)
    return Sought(q, tuple(int(pk) for pk in numbers if pk.isascii() and pk.isdigit() and len(pk) < 19)[:MOST_CHOSEN])
