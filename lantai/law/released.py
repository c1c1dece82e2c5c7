"""施行程序: the procedures this platform runs, each with its versions. A running case keeps the version it was opened on."""

from __future__ import annotations

from datetime import date

from lantai.law.procedure import Procedure
from lantai.law.procedures.coercion_court_application import COERCION_COURT_APPLICATION
from lantai.law.procedures.coercion_execution import COERCION_EXECUTION
from lantai.law.procedures.coercion_freezing import COERCION_FREEZING
from lantai.law.procedures.coercion_seizure import COERCION_SEIZURE
from lantai.law.procedures.evidence_preservation import EVIDENCE_PRESERVATION
from lantai.law.procedures.expropriation_housing import EXPROPRIATION_HOUSING
from lantai.law.procedures.expropriation_land import EXPROPRIATION_LAND
from lantai.law.procedures.inspection_ordinary import INSPECTION_ORDINARY
from lantai.law.procedures.levy_fee import LEVY_FEE
from lantai.law.procedures.licence_ending import LICENCE_ENDING
from lantai.law.procedures.licence_ordinary import LICENCE_ORDINARY
from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.law.procedures.penalty_summary import PENALTY_SUMMARY
from lantai.law.procedures.requisition_emergency import REQUISITION_EMERGENCY
from lantai.law.procedures.transfer_criminal import TRANSFER_CRIMINAL

RELEASED: tuple[Procedure, ...] = (
    PENALTY_SUMMARY,
    PENALTY_ORDINARY,
    EVIDENCE_PRESERVATION,
    COERCION_SEIZURE,
    COERCION_FREEZING,
    COERCION_EXECUTION,
    COERCION_COURT_APPLICATION,
    INSPECTION_ORDINARY,
    LICENCE_ORDINARY,
    LICENCE_ENDING,
    TRANSFER_CRIMINAL,
    LEVY_FEE,
    EXPROPRIATION_HOUSING,
    EXPROPRIATION_LAND,
    REQUISITION_EMERGENCY,
)

PROPOSED: tuple[Procedure, ...] = ()
"""New versions under way (改版草案): rehearsed over the running cases, run by none. Released, they move up."""

NESTED: frozenset[str] = frozenset({EVIDENCE_PRESERVATION.code, TRANSFER_CRIMINAL.code})
"""Procedures that only run inside another case."""


def by_code(code: str, on: date) -> Procedure:
    """The version of a procedure in force on a day. Raises KeyError if there is none."""
    fitting = [p for p in RELEASED if p.code == code and p.in_force <= on]
    if not fitting:
        raise KeyError(code)
    return max(fitting, key=lambda p: (p.in_force, p.version))


def version_of(code: str, version: int) -> Procedure:
    """The very version a case runs on. Raises KeyError if it was never released."""
    for procedure in RELEASED:
        if procedure.code == code and procedure.version == version:
            return procedure
    raise KeyError((code, version))


def with_digest(code: str, version: int, digest: str) -> Procedure | None:
    """The version whose declaration has exactly this digest; None where what is asked for is not what runs here."""
    found = next((p for p in RELEASED if p.code == code and p.version == version), None)
    return found if found is not None and found.digest == digest else None


def later_versions(code: str, version: int) -> tuple[Procedure, ...]:
    """The versions of a procedure after one, the newest last."""
    found = [p for p in (*RELEASED, *PROPOSED) if p.code == code and p.version > version]
    return tuple(sorted(found, key=lambda p: p.version))


def changed() -> tuple[Procedure, ...]:
    """Every version that has an earlier one, and every one proposed: what running cases may be rehearsed against."""
    first = {p.code: min(q.version for q in RELEASED if q.code == p.code) for p in RELEASED}
    return (*PROPOSED, *(p for p in RELEASED if p.version > first[p.code]))


def proposed_or_released(code: str, version: int) -> Procedure:
    """A version by its number, also one that is only proposed. Raises KeyError."""
    return next((p for p in PROPOSED if (p.code, p.version) == (code, version)), None) or version_of(code, version)


def is_released(code: str) -> bool:
    """Whether any version of the procedure runs here."""
    return any(p.code == code for p in RELEASED)


def offered(kind: str, on: date) -> tuple[Procedure, ...]:
    """The procedures of a kind of enforcement (处罚 …) with which a new case may be opened on a day."""
    codes = dict.fromkeys(p.code for p in RELEASED if p.kind == kind and p.in_force <= on and p.code not in NESTED)
    return tuple(by_code(code, on) for code in codes)
