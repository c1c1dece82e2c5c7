"""案件来源: the words in which the origin of a case is registered (案源登记, SAMR 18)."""

from __future__ import annotations

from enum import StrEnum

from lantai.law import inspections
from lantai.law.statutes_in_force import APL, SAMR


class Source(StrEnum):
    """How the agency came to know of the act."""

    INSPECTION = "inspection"
    MONITORING = "monitoring"
    COMPLAINT = "complaint"
    REPORT = "report"
    TRANSFER = "transfer"
    ASSIGNMENT = "assignment"
    DESIGNATION = "designation"
    SAMPLING = "sampling"
    MEDIA = "media"
    POLICE_RETURN = "police_return"
    OTHER = "other"

    @property
    def label(self) -> str:
        return SOURCES[self]


SOURCES: dict[str, str] = {
    Source.INSPECTION: "监督检查发现",
    Source.MONITORING: "电子技术监控发现",
    Source.COMPLAINT: "投诉",
    Source.REPORT: "举报",
    Source.TRANSFER: "其他机关移送",
    Source.ASSIGNMENT: "上级机关交办",
    Source.DESIGNATION: "指定管辖",
    Source.SAMPLING: "抽样检验不合格",
    Source.MEDIA: "媒体报道、舆情",
    Source.POLICE_RETURN: "司法机关退回",
    Source.OTHER: "其他途径",
}

BASIS = (APL[54, 1], SAMR[18])

RECEIVED_BY_TRANSFER = frozenset({Source.TRANSFER, Source.DESIGNATION})
"""Cases that another body handed over: the receiver may not pass them on by itself (SAMR 14)."""


LICENSING: dict[str, dict[str, str]] = {
    "licence.ordinary": {"application": "依申请"},
    "licence.ending": {"ex_officio": "依职权", "interested": "利害关系人请求", "holder": "被许可人申请"},
}
"""How the agency came to handle a licence (行政许可法第二十九条、第六十九条)."""


def choices(procedure: str) -> dict[str, str]:
    """The sources among which a case under a procedure is registered."""
    if procedure == inspections.ORDINARY:
        return inspections.SOURCES
    return LICENSING.get(procedure, SOURCES)


def clue_label(procedure: str) -> str:
    """What the account with which a case begins is called: an application has no 线索."""
    return "申请内容、有关情况" if procedure in LICENSING else "线索内容"


def label_of(code: str, procedure: str) -> str:
    """The Chinese name of a source; the code itself where it is none."""
    return choices(procedure).get(code) or SOURCES.get(code, code)
