"""行政检查: its kinds and sources, the yearly cap with its exceptions, the discipline of those who inspect."""

from __future__ import annotations

from datetime import date
from typing import Any

from lantai.law.facts import CaseFacts, InspectionFacts, Taken
from lantai.law.periods import local_day, written
from lantai.law.statutes_in_force import ALL, APL, INSP54, INSPQA

ORDINARY = "inspection.ordinary"
BASIS = (INSP54.whole, INSPQA.whole, ALL[61], APL[55, 1])

KINDS: dict[str, str] = {
    "daily": "日常检查",
    "single": "个案检查",
    "campaign": "专项检查",
}
SOURCES: dict[str, str] = {
    "random": "双随机抽查",
    "plan": "年度检查计划",
    "complaint": "投诉举报",
    "assignment": "转办交办",
    "monitoring": "数据监测",
    "superior": "上级部署的专项检查",
    "request": "企业申请",
    "follow_up": "整改复查",
}
BEYOND_CAP = frozenset({"complaint", "assignment", "monitoring", "request", "follow_up"})
"""Sources that may go over the cap and are counted: clues, what the enterprise asks for, and its rectification."""

UNCOUNTED = frozenset({"superior"})
"""Sources that the cap does not count: campaigns ordered from above."""

CAPPED_PARTIES = frozenset({"organisation", "sole_trader"})
"""The cap protects enterprises (企业); sole traders are treated alike."""

DISCIPLINE: tuple[str, ...] = (
    "严禁逐利检查",
    "严禁干扰企业正常生产经营",
    "严禁刻意要求法定代表人到场",
    "严禁下达检查指标",
    "严禁变相检查",
)
"""五个严禁: what an inspection must never be; printed on every notice."""

RIGHTS = (
    "执法人员少于两人、未出示行政执法证件或者本通知书的，你（单位）有权拒绝检查；有权陈述、申辩，"
    "有权申请与本次检查有利害关系的执法人员回避；对违反规定的检查，有权向行政执法监督机关投诉、举报。"
)
DUTIES = "你（单位）应当如实提供情况和材料，配合检查，不得拒绝或者阻挠依法实施的检查。"


def said(facts: CaseFacts, word: str, now: Any = None) -> Any:
    """What an inspection states of itself: now, else in its plan (IN-2)."""
    if now not in (None, ""):
        return now
    planned = facts.last("IN-2")
    return planned.stated.get(word) if planned else None


def is_emergency(facts: CaseFacts) -> bool:
    """Whether the plan says that there is no time to ask before."""
    planned = facts.last("IN-2")
    return planned is not None and planned.outcome == "emergency"


def begun(facts: CaseFacts) -> Taken | None:
    """The arrival on site (IN-5), from which an inspection counts as made."""
    return facts.last("IN-5")


def visits_in(known: InspectionFacts, year: int) -> int:
    """How many other inspections the cap counts in a year."""
    return sum(1 for day in known.visits if day.year == year)


def is_full(known: InspectionFacts, on: date) -> bool:
    """Whether the cap of the year is used up before one more inspection."""
    return known.cap is not None and visits_in(known, on.year) >= known.cap


def goes_beyond(facts: CaseFacts, on: date) -> bool:
    """Whether this inspection goes over the cap by a lawful exception, and is to be reported as such."""
    known, source = facts.inspection, str(said(facts, "inspection_source") or "")
    if known is None or facts.party.kind not in CAPPED_PARTIES:
        return False
    return is_full(known, on) and source in known.beyond


def frequency(known: InspectionFacts | None, on: date, source: str = "") -> str:
    """频次信息: one sentence for notice and page."""
    if known is None or known.cap is None:
        return "本机关尚未对本事项公布年度检查频次上限。"
    made = visits_in(known, on.year)
    text = f"本机关对同一企业年度检查频次上限为{known.cap}次，{on.year}年度此前已检查{made}次。"
    if source in known.uncounted:
        return text + "本次检查由上级部署，不计入频次上限。"
    if source in known.beyond and made >= known.cap:
        return text + "本次检查依线索或者申请实施，可以超出频次上限，仍计入次数并报行政执法监督机关。"
    return text


KIND_OF_SOURCE = {"complaint": "single", "assignment": "single", "monitoring": "single", "request": "single"} | {
    "follow_up": "single",
    "superior": "campaign",
}
"""The kind of inspection that a source usually means; the others are daily inspections."""


def prefilled(facts: CaseFacts, step_id: str, source: str) -> dict[str, str]:
    """What earlier steps have said already of a step of an inspection: nobody types it again."""
    if facts.procedure != ORDINARY:
        return {}
    if step_id == "IN-2" and source in SOURCES:
        return {"inspection_source": source, "inspection_kind": KIND_OF_SOURCE.get(source, "daily")}
    if step_id == "IN-6":
        content = str(said(facts, "content") or "")
        return {"findings": "\n".join(f"{line.strip()}｜" for line in content.splitlines() if line.strip())}
    if step_id == "IN-7":
        return _of_record(facts)
    return {}


def _of_record(facts: CaseFacts) -> dict[str, str]:
    record = facts.last("IN-6")
    rows = list(record.stated.get("findings") or ()) if record else []
    failed = [row for row in rows if row.get("result") == "failed"]
    problems = "\n".join("：".join(filter(None, (row.get("item"), row.get("note")))) for row in failed)
    told = f"共检查{len(rows)}项，{f'{len(failed)}项不符合要求' if failed else '没有发现问题'}。"
    return {"summary": told, "problems": problems} if rows else {}


def told(facts: CaseFacts) -> tuple[tuple[str, str], ...]:
    """What an inspection hands on, as labels and words."""
    entered, record, result = facts.last("IN-5"), facts.last("IN-6"), facts.last("IN-7")
    words = (
        ("被检查人", facts.party.name),
        ("检查地点", entered.stated.get("place") if entered else ""),
        ("检查日期", written(local_day(entered.at)) if entered else ""),
        ("现场情况", record.stated.get("found") if record else ""),
        ("发现的问题", result.stated.get("problems") if result else ""),
        ("违反的规定", result.stated.get("violated") if result else ""),
        ("承办人", "、".join(o.name for o in facts.officers)),
    )
    return tuple((label, str(text)) for label, text in words if text)


def counted(facts: CaseFacts, on: date) -> list[tuple[str, str]]:
    """检查频次 as a row of the page of an inspection of an enterprise; none for other cases."""
    if facts.inspection is None or facts.party.kind not in CAPPED_PARTIES:
        return []
    return [("检查频次", frequency(facts.inspection, on, str(said(facts, "inspection_source") or "")))]
