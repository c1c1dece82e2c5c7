"""G-17 音像记录: an act that must be recorded is not done without the recording or its lawful reason."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.gates.gate import Asks, Gate
from lantai.law.periods import local_day
from lantai.law.policy import value
from lantai.law.procedure import Av, Procedure
from lantai.law.records import AV_BASIS, AV_MUST, av_basis, av_level, av_situation
from lantai.law.refusals import Refusal


def is_recorded(facts: CaseFacts, taken: Taken) -> bool:
    """Whether a recording, or the lawful reason for having none, is on file for a taking or stated in it."""
    if taken.stated.get("av") or str(taken.stated.get("av_reason") or "").strip():
        return True
    day = local_day(taken.at)
    return any(r.step == taken.step and local_day(r.made_at) <= day for r in facts.recordings)


def unrecorded(procedure: Procedure, facts: CaseFacts) -> tuple[Taken, ...]:
    """The standing takings that must be recorded and are not. ``facts`` settled."""
    found = [
        t
        for t in facts.taken
        if not t.void and t.step in procedure and av_level(procedure[t.step], t.stated) is Av.MUST
    ]
    return tuple(t for t in found if not is_recorded(facts, t) and not any(r.step == t.step for r in facts.recordings))


def recorded(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-17: the step is one that 应当 be recorded in sound and image (2019 plan; APL 47)."""
    step = procedure[attempt.step]
    if av_level(step, attempt.stated) is not Av.MUST or not value(facts.agency, "recording_before_step"):
        return
    if is_recorded(facts, Taken(attempt.step, attempt.at, stated=attempt.stated)):
        return
    what = AV_MUST.get(av_situation(step, attempt.stated), step.label)
    yield Refusal(
        "G-17",
        av_basis(step, attempt.stated),
        f"“{what}”应当全过程音像记录，没有音像资料",
        "请上传音像资料，或者写明没有音像记录的合法理由",
        field="av",
    )


GATES = (Gate("G-17", "应当音像记录的环节", AV_BASIS, recorded, Asks.STATEMENT),)
