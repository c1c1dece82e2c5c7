"""保管期限: how long dossiers and recordings are kept. Periods of a class, never a deletion by itself.

The agency fixes the periods, the archive authority of its level approves them; these are the defaults.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lantai.law.penalties import PenaltyKind
from lantai.law.periods import months_after, years_after
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ARCHR

LOOSE_RECORDING_MONTHS = 6
HANDOVER_YEARS = {"city": 20, "department": 20, "county": 10}
HANDOVER_BASIS = ARCHR[20]
APPRAISAL_BASIS = ARCHR[24]


class Period(StrEnum):
    """保管期限."""

    PERMANENT = "永久"
    THIRTY = "30年"
    TEN = "10年"
    LICENCE = "有效期满后10年"


@dataclass(frozen=True)
class Retention:
    """The class of a dossier and the reason for it."""

    period: Period
    reason: str
    basis: Basis = ARCHR[19]


_MAJOR = frozenset({PenaltyKind.REVOCATION, PenaltyKind.CLOSURE, PenaltyKind.OCCUPATION_RESTRICTION})


def retention_of(
    procedure: str,
    *,
    penalty_kinds: Iterable[PenaltyKind] = (),
    major: bool = False,
    transferred: bool = False,
    denied: bool = False,
) -> Retention:
    """The class of a dossier by its procedure code.

    ``major``        it went through the legal review of major decisions.
    ``transferred``  it was handed to the police or the procuratorate.
    ``denied``       a licence was refused, revoked or withdrawn.
    """
    if transferred or procedure == "transfer.criminal":
        return Retention(Period.PERMANENT, "移送涉嫌犯罪案件")
    if procedure.startswith(("expropriation.", "requisition.")):
        return Retention(Period.PERMANENT, "行政征收、征用")
    if _MAJOR & set(penalty_kinds):
        return Retention(Period.PERMANENT, "吊销许可证件、责令关闭、限制从业")
    if major:
        return Retention(Period.PERMANENT, "重大执法决定")
    if procedure == "penalty.summary":
        return Retention(Period.TEN, "简易程序行政处罚")
    if procedure.startswith("inspection."):
        return Retention(Period.TEN, "日常行政检查")
    if procedure.startswith("licence.") and not denied:
        return Retention(Period.LICENCE, "准予行政许可")
    if procedure.startswith("licence."):
        return Retention(Period.THIRTY, "不予、撤销、撤回行政许可")
    return Retention(Period.THIRTY, "普通程序行政处罚、行政强制、收费")


def kept_until(period: Period, sealed_on: date, licence_valid_to: date | None = None) -> date | None:
    """The first day on which an appraisal may be held; None for permanent and for licences without an end."""
    if period is Period.PERMANENT:
        return None
    if period is Period.LICENCE:
        return years_after(max(licence_valid_to, sealed_on), 10) if licence_valid_to else None
    return years_after(sealed_on, 30 if period is Period.THIRTY else 10)


def handover_due(level: str, sealed_on: date) -> date:
    """When the file goes to the state archive: twenty years for city bodies, ten for county ones (ARCHR 20).

    Raises KeyError for another level.
    """
    return years_after(sealed_on, HANDOVER_YEARS[level])


def recording_may_go(
    made_on: date,
    today: date,
    *,
    dossier: Period | None = None,
    dossier_sealed_on: date | None = None,
    dossier_open: bool = False,
    licence_valid_to: date | None = None,
    evidence: bool = False,
    hold_until: date | None = None,
    on_hold: bool = False,
) -> str:
    """Why a recording (音像资料) may not yet be appraised for deletion; "" if it may.

    Never before the latest of six months, the term of its dossier and a legal hold (complaint,
    reconsideration, suit). Even then deletion needs appraisal, approval and a log (ARCHR 24).
    """
    if on_hold or (hold_until is not None and today <= hold_until):
        return "因投诉、行政复议、行政诉讼等原因停止处置"
    if evidence:
        return "作为证据使用的音像资料永久保存"
    if dossier_open:
        return "案件尚未归档"
    if dossier is not None and dossier_sealed_on is not None:
        end = kept_until(dossier, dossier_sealed_on, licence_valid_to)
        if end is None or today <= end:
            return f"随案卷保管，保管期限{dossier}"
    if today <= months_after(made_on, LOOSE_RECORDING_MONTHS):
        return f"未满最短保存期{LOOSE_RECORDING_MONTHS}个月"
    return ""
