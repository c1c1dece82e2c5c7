"""移送涉嫌犯罪: how far the transfer nested in a penalty case has come, and whether the agency may decide meanwhile (XFER 10, 11)."""

from __future__ import annotations

from lantai.law.facts import CaseFacts

CODE = "transfer.criminal"


def transfer(facts: CaseFacts) -> CaseFacts | None:
    """The latest transfer to the police out of this case, or the case itself where it is one."""
    if facts.procedure == CODE:
        return facts
    return next((c for c in reversed(facts.children) if c.procedure == CODE), None)


def was_filed(facts: CaseFacts) -> bool:
    """Whether the police took the case up, at once or after an objection."""
    answers = [t for t in (facts.last("XF-7"), facts.last("XF-4")) if t is not None]
    return bool(answers) and answers[0].outcome in ("", "filed")


def was_refused(facts: CaseFacts) -> bool:
    """Whether the police have not taken it up."""
    answer = facts.last("XF-4")
    return answer is not None and answer.outcome == "not_filed" and not was_filed(facts)


def with_police(facts: CaseFacts) -> bool:
    """Whether the matter has been approved for transfer and has not come back: no penalty instead of it (XFER 11)."""
    moved = transfer(facts)
    if moved is None:
        return False
    approved = moved.last("XF-2")
    if approved is None:
        return True  # the report lies with the chief
    return approved.outcome in ("", "approved") and not was_refused(moved)


def handed_over(facts: CaseFacts) -> bool:
    """Whether the letter of transfer has been issued in the transfer nested in the case."""
    moved = transfer(facts)
    return moved is not None and moved is not facts and moved.last("XF-3") is not None
