"""拟处罚内容: what a case proposes to decide, or has decided, read from the draft, the notice and the decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.money import grouped
from lantai.law.penalties import HEARD, PenaltyKind, is_lighter, kinds_of
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import APL

PENALTY = "penalty"
NO_PENALTY = frozenset({"no_penalty_minor", "no_penalty_first", "no_penalty_facts", "no_penalty_other"})
TRANSFERS = frozenset({"transfer_agency", "transfer_criminal"})
DECISION_STEP = {"penalty.ordinary": "PG-14", "penalty.summary": "PS-4"}
NOTICE_STEP = {"penalty.ordinary": "PG-10", "penalty.summary": "PS-3"}

_WORDS = ("penalty_kinds", "fine", "gains", "property", "property_value", "tier", "reduced", "outside_standard")


@dataclass(frozen=True)
class Proposal:
    """The content of a decision. ``property_value`` in yuan; ``goods`` what is confiscated, in words."""

    outcome: str = PENALTY
    kinds: frozenset[PenaltyKind] = frozenset()
    fine: Decimal = Decimal(0)
    gains: Decimal = Decimal(0)
    goods: str = ""
    property_value: Decimal = Decimal(0)
    tier: str = ""
    reduced: bool = False
    outside_standard: bool = False
    known: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_penalty(self) -> bool:
        return self.outcome == PENALTY


def yuan(value: Any) -> Decimal:
    """An amount as stated (number or text); nothing stated is nothing."""
    return Decimal(str(value).replace(",", "")) if value not in (None, "") else Decimal(0)


def outcome_of(taken: Taken | None) -> str:
    """The outcome code of a decision; a taking that names none gives a penalty."""
    return (taken.outcome or PENALTY) if taken else ""


def decision(facts: CaseFacts) -> Taken | None:
    """The standing decision of a penalty case. ``facts`` are settled."""
    step = DECISION_STEP.get(facts.procedure)
    return facts.last(step) if step else None


def notice(facts: CaseFacts) -> Taken | None:
    """The standing prior notice (告知)."""
    step = NOTICE_STEP.get(facts.procedure)
    return facts.last(step) if step else None


def read(words: Mapping[str, Any], outcome: str = PENALTY) -> Proposal:
    """A proposal from stated words. An amount above nothing implies its kind."""
    if not words:
        return Proposal(outcome or PENALTY)
    kinds = set(kinds_of(words.get("penalty_kinds") or ()))
    fine, gains = yuan(words.get("fine")), yuan(words.get("gains"))
    if fine > 0:
        kinds.add(PenaltyKind.FINE)
    if gains > 0:
        kinds.add(PenaltyKind.CONFISCATION_GAINS)
    if words.get("property"):
        kinds.add(PenaltyKind.CONFISCATION_PROPERTY)
    tier = str(words.get("tier") or "")
    return Proposal(
        outcome or PENALTY,
        frozenset(kinds),
        fine,
        gains,
        str(words.get("property") or ""),
        yuan(words.get("property_value")),
        tier,
        bool(words.get("reduced")) or tier == "减轻",
        bool(words.get("outside_standard")),
        frozenset(w for w in _WORDS if w in words),
    )


def proposed(facts: CaseFacts, attempt: Attempt | None = None) -> Proposal:
    """What is proposed now: the attempt over the decision over the draft over the notice. ``facts`` are settled.

    Outside the decision itself an attempt states other things than the draft does, so only a decision and a
    notice are read.
    """
    words: dict[str, Any] = {}
    if told := notice(facts):
        words |= _content(told.stated)
    words |= _content(facts.flags)
    outcome = str(facts.flags.get("draft_outcome") or PENALTY)
    if made := decision(facts):
        words |= _content(made.stated)
        outcome = outcome_of(made)
    mine = (DECISION_STEP.get(facts.procedure), NOTICE_STEP.get(facts.procedure))
    if attempt is not None and attempt.step in mine:
        words |= _content(attempt.stated)
        if attempt.step == mine[0]:
            outcome = attempt.outcome or outcome
    return read(words, outcome)


def draft(facts: CaseFacts) -> Proposal:
    """The draft alone, as the flags of the case carry it."""
    return read(_content(facts.flags), str(facts.flags.get("draft_outcome") or PENALTY))


def _content(words: Mapping[str, Any]) -> dict[str, Any]:
    return {w: words[w] for w in _WORDS if words.get(w) is not None} if words else {}


def heavier(later: Proposal, earlier: Proposal) -> tuple[str, ...]:
    """In what ``later`` is heavier than ``earlier``, in words; what the earlier does not state is not compared.

    A kind put in the place of a graver one (a warning instead of a fine) is none that was added.
    """
    found = []
    if "fine" in earlier.known and later.fine > earlier.fine:
        found.append(f"罚款由{grouped(earlier.fine)}增至{grouped(later.fine)}")
    if "gains" in earlier.known and later.gains > earlier.gains:
        found.append(f"没收违法所得由{grouped(earlier.gains)}增至{grouped(later.gains)}")
    if earlier.known & {"penalty_kinds", "fine"}:
        dropped = earlier.kinds - later.kinds
        added = [
            k.label
            for k in PenaltyKind
            if k in later.kinds - earlier.kinds and not any(is_lighter(k, gone) for gone in dropped)
        ]
        if added and not (added == ["罚款"] and "fine" in earlier.known):
            found.append("增加" + "、".join(added))
    return tuple(found)


@dataclass(frozen=True)
class HearingGround:
    """Why the party may ask for a hearing: a sentence and its item."""

    label: str
    basis: Basis


def hearing_threshold(facts: CaseFacts) -> int:
    """较大数额 for this party at this agency, in yuan, inclusive."""
    return facts.agency.hearing_person if facts.party.is_natural_person else facts.agency.hearing_organisation


def hearing_grounds(facts: CaseFacts, proposal: Proposal) -> tuple[HearingGround, ...]:
    """The items of Article 63 under which the proposal gives a right to a hearing."""
    if not proposal.is_penalty:
        return ()
    limit = hearing_threshold(facts)
    found = []
    if PenaltyKind.FINE in proposal.kinds and proposal.fine >= limit:
        found.append(HearingGround(f"罚款数额达到{grouped(limit)}", APL[63, 1, 1]))
    if proposal.gains >= limit:
        found.append(HearingGround(f"没收违法所得数额达到{grouped(limit)}", APL[63, 1, 2]))
    if proposal.property_value >= limit:
        found.append(HearingGround(f"没收非法财物价值达到{grouped(limit)}", APL[63, 1, 2]))
    for kind, item in _ITEMS.items():
        if kind in proposal.kinds and kind in HEARD:
            found.append(HearingGround(kind.label, APL[63, 1, item]))
    if facts.flags.get("heavy_other"):
        found.append(HearingGround("其他较重的行政处罚", APL[63, 1, 5]))
    if facts.flags.get("hearing_by_law"):
        found.append(HearingGround("法律、法规、规章规定的其他情形", APL[63, 1, 6]))
    return tuple(found)


_ITEMS = {
    PenaltyKind.DOWNGRADE: 3,
    PenaltyKind.REVOCATION: 3,
    PenaltyKind.SUSPENSION: 4,
    PenaltyKind.CLOSURE: 4,
    PenaltyKind.OCCUPATION_RESTRICTION: 4,
}


def kinds_written(kinds: Iterable[PenaltyKind]) -> str:
    """The kinds in the order of the law."""
    wanted = set(kinds)
    return "、".join(k.label for k in PenaltyKind if k in wanted)
