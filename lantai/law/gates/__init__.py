"""关口: the hard refusals (2.7), each a pure function of procedure, facts and attempt. The engine asks those a step names.

Facts come settled (``force.settled``). G-15 and G-18 have a call form of their own besides, for what is no step:
``publication.check(NoticeFacts)`` and ``alteration.check(DocumentFacts)``.
"""

from __future__ import annotations

from lantai.law.gates import (
    act_review,
    alteration,
    closing,
    compensation,
    court,
    execution,
    expropriation,
    hearing,
    inspection,
    land,
    legal_review,
    levy,
    licence,
    licence_ends,
    licence_hearing,
    limits,
    measures,
    notice,
    officers,
    payment,
    preservation,
    publication,
    recording,
    requisition,
    service,
    summary,
    transferring,
)
from lantai.law.gates.gate import Asks, Check, Gate

__all__ = ["GATES", "Asks", "Check", "Gate"]

GATES: dict[str, Gate] = {
    gate.id: gate
    for module in (
        officers,
        summary,
        notice,
        legal_review,
        publication,
        closing,
        recording,
        alteration,
        hearing,
        service,
        payment,
        limits,
        preservation,
        measures,
        execution,
        court,
        inspection,
        licence,
        licence_ends,
        licence_hearing,
        transferring,
        act_review,
        levy,
        expropriation,
        compensation,
        land,
        requisition,
    )
    for gate in module.GATES
}
