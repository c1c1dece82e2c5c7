"""Statutes (法律渊源) and citations. A statute knows how it counts short periods; nobody chooses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_DIGITS = "零一二三四五六七八九"


def chinese_numeral(number: int) -> str:
    """An article number as in statutes: 58 → 五十八, 102 → 一百零二. Raises ValueError outside 1…999."""
    if not 0 < number < 1000:
        raise ValueError(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


@dataclass(frozen=True)
class Basis:
    """One citation: statute, article (条), paragraph (款), item (项). Article 0 cites it as a whole."""

    statute: Statute
    article: int = 0
    paragraph: int = 0
    item: int = 0

    def __str__(self) -> str:
        text = f"《{self.statute.short}》"
        if self.article:
            text += f"第{chinese_numeral(self.article)}条"
        if self.paragraph:
            text += f"第{chinese_numeral(self.paragraph)}款"
        if self.item:
            text += f"第{chinese_numeral(self.item)}项"
        return text

    @property
    def key(self) -> str:
        """Machine word of the citation, as in addresses: ``APL-58-1``."""
        return "-".join([self.statute.code, *(str(n) for n in (self.article, self.paragraph, self.item) if n)])


@dataclass(frozen=True)
class Statute:
    """A law, regulation or rule.

    ``code``     our machine word (APL …), ``name`` the full official title, ``short`` the title as cited.
    ``adopted``  the day in the file name of the statute library; ``in_force`` the day this version took
    effect, ``in_force_to`` its last day where a later version replaced it.
    ``working_days`` the amounts of days that this statute counts as working days: a set of amounts
    (Penalty Law 85: 2, 3, 5, 7), ``None`` for all (Licence Law 82), the empty set where it says nothing.
    """

    code: str
    name: str
    short: str
    adopted: date
    in_force: date
    working_days: frozenset[int] | None = frozenset()
    in_force_to: date | None = None

    @property
    def whole(self) -> Basis:
        """The instrument as a whole, for plans and opinions that have no articles."""
        return Basis(self)

    def in_force_on(self, day: date) -> bool:
        return self.in_force <= day and (self.in_force_to is None or day <= self.in_force_to)

    def __getitem__(self, article: int | tuple[int, ...]) -> Basis:
        numbers = (article,) if isinstance(article, int) else article
        return Basis(self, *numbers)

    def counts_working_days(self, amount: int) -> bool:
        """Whether a period of ``amount`` days of this statute means working days (工作日)."""
        return self.working_days is None or amount in self.working_days
