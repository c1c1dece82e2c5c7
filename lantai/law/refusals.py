"""A refusal (拦截) and the exception that carries one or more of them up to the person who asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lantai.law.statutes import Basis


@dataclass(frozen=True)
class Refusal:
    """Why an act may not be done now: the gate, the article, the reason and the remedy, each a sentence part a party can read.

    ``gate``   id of `domain-law.md` 2.7 (``G-06``), or "" where a rule of order has no gate id.
    ``basis``  the articles; at least one, unless the rule is one of good administration only.
    ``reason`` what is missing or wrong, in Chinese.
    ``remedy`` what cures it and who can do it, in Chinese.
    ``field``  the form field concerned, "" where there is none.
    ``policy`` true where the rule is a configurable choice of this platform and not of a statute.
    """

    gate: str
    basis: tuple[Basis, ...]
    reason: str
    remedy: str
    field: str = ""
    policy: bool = False

    @property
    def sentence(self) -> str:
        """One sentence: reason（article）。remedy。"""
        cited = "、".join(str(b) for b in self.basis)
        head = f"{self.reason}（{cited}）" if cited else self.reason
        return f"{head}。{self.remedy}。"

    def __str__(self) -> str:
        return f"{self.gate + '：' if self.gate else ''}{self.sentence}"


class Refused(Exception):
    """The law refuses the act. Pages and machine interface answer 409 with every refusal."""

    def __init__(self, refusals: Iterable[Refusal]):
        self.refusals = tuple(refusals)
        super().__init__("；".join(str(r) for r in self.refusals))


class Malformed(Exception):
    """An input that is no possible statement (a date in the future, an amount below zero): 400 with the field."""

    def __init__(self, field: str, sentence: str):
        self.field = field
        self.sentence = sentence
        super().__init__(f"{field}：{sentence}")


class Conflict(Exception):
    """Somebody else changed the case meanwhile: 409 that says what changed.

    ``version`` of what is there now, where it is known: whoever has read the changes acts on it.
    """

    def __init__(self, sentence: str, changes: tuple[str, ...] = (), version: int | None = None):
        self.sentence = sentence
        self.changes = changes
        self.version = version
        super().__init__(sentence)
