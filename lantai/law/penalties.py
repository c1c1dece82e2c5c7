"""处罚种类: the kinds of administrative penalty (APL 9), from the lightest to the heaviest."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from lantai.law.statutes_in_force import APL

BASIS = APL[9]


class PenaltyKind(StrEnum):
    """Declared in rising gravity: the annual report counts a decision of several kinds under the heaviest."""

    WARNING = "warning"
    CRITICISM = "criticism"
    FINE = "fine"
    CONFISCATION_GAINS = "confiscation_gains"
    CONFISCATION_PROPERTY = "confiscation_property"
    LICENCE_WITHHELD = "licence_withheld"
    DOWNGRADE = "downgrade"
    ACTIVITY_RESTRICTION = "activity_restriction"
    SUSPENSION = "suspension"
    OCCUPATION_RESTRICTION = "occupation_restriction"
    CLOSURE = "closure"
    REVOCATION = "revocation"
    DETENTION = "detention"
    OTHER = "other"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    PenaltyKind.WARNING: "警告",
    PenaltyKind.CRITICISM: "通报批评",
    PenaltyKind.FINE: "罚款",
    PenaltyKind.CONFISCATION_GAINS: "没收违法所得",
    PenaltyKind.CONFISCATION_PROPERTY: "没收非法财物",
    PenaltyKind.LICENCE_WITHHELD: "暂扣许可证件",
    PenaltyKind.DOWNGRADE: "降低资质等级",
    PenaltyKind.ACTIVITY_RESTRICTION: "限制开展生产经营活动",
    PenaltyKind.SUSPENSION: "责令停产停业",
    PenaltyKind.OCCUPATION_RESTRICTION: "限制从业",
    PenaltyKind.CLOSURE: "责令关闭",
    PenaltyKind.REVOCATION: "吊销许可证件",
    PenaltyKind.DETENTION: "行政拘留",
    PenaltyKind.OTHER: "法律、行政法规规定的其他行政处罚",
}

_BY_LABEL = {label: kind for kind, label in LABELS.items()} | {"其他": PenaltyKind.OTHER}
_GRAVITY = {kind: place for place, kind in enumerate(k for k in PenaltyKind if k is not PenaltyKind.OTHER)}

ON_THE_SPOT = frozenset({PenaltyKind.WARNING, PenaltyKind.FINE})
"""What a summary procedure may impose (APL 51)."""

HEARD = frozenset(
    {
        PenaltyKind.DOWNGRADE,
        PenaltyKind.REVOCATION,
        PenaltyKind.SUSPENSION,
        PenaltyKind.CLOSURE,
        PenaltyKind.OCCUPATION_RESTRICTION,
    }
)
"""Kinds that give a right to a hearing whatever the amount (APL 63(3) and (4))."""

NO_EARLY_STOP = frozenset(
    {
        PenaltyKind.SUSPENSION,
        PenaltyKind.ACTIVITY_RESTRICTION,
        PenaltyKind.OCCUPATION_RESTRICTION,
        PenaltyKind.DOWNGRADE,
        PenaltyKind.REVOCATION,
    }
)
"""Kinds whose publication in market supervision may not be stopped early (SAMRPUB 14 ¶3)."""


def kind_of(word: str) -> PenaltyKind:
    """The kind named by a machine word or its Chinese label. Raises ValueError for any other word."""
    return _BY_LABEL.get(word) or PenaltyKind(word)


def kinds_of(words: Iterable[str]) -> frozenset[PenaltyKind]:
    return frozenset(kind_of(word) for word in words)


def heaviest(kinds: Iterable[PenaltyKind]) -> PenaltyKind:
    """The kind under which a decision is counted: the heaviest explicit one; 其他 only if alone."""
    explicit = [kind for kind in kinds if kind in _GRAVITY]
    return max(explicit, key=_GRAVITY.__getitem__) if explicit else PenaltyKind.OTHER


def is_lighter(kind: PenaltyKind, other: PenaltyKind) -> bool:
    """Whether a kind is lighter than another; 其他 compares with nothing."""
    return kind in _GRAVITY and other in _GRAVITY and _GRAVITY[kind] < _GRAVITY[other]
