"""本平台规则: the choices that no statute makes. Each is shipped with a default and its source; an agency may set its own.

``value`` reads the agency's row first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lantai.law.facts import AgencyFacts


@dataclass(frozen=True)
class Switch:
    """A configurable choice: its default, where it comes from (``source``) and how sure it is (``mark``: S, M, D).

    ``choices`` are the words among which one is chosen, with what they mean; empty for numbers, yes or no, and days.
    """

    name: str
    label: str
    default: Any
    source: str
    mark: str = "D"
    choices: Mapping[str, str] = field(default_factory=dict)


_ALL = (
    Switch(
        "overdue_decision",
        "办案期限届满没有延长的，还能不能作出处罚决定",
        "refuse",
        "本平台规则",
        choices={"refuse": "不得作出", "record": "可以作出，记为逾期"},
    ),
    Switch(
        "clock_stops_everywhere",
        "中止、听证、公告、检测等期间在各领域均不计入九十日",
        True,
        "参照《市场监督管理行政处罚程序规定》第六十四条",
    ),
    Switch("defence_days", "陈述、申辩的工作日数", 5, "参照《市场监督管理行政处罚程序规定》第五十七条", "S"),
    Switch("audit_every_case", "法制审核以外的案件也须经案件审核", False, "市场监督管理领域应当，其他领域由机关自定"),
    Switch("collective_for_major", "须经法制审核的处罚一律集体讨论", False, "市场监督管理领域应当，其他领域由机关自定"),
    Switch("review_days_ordinary", "法制审核期限（一般案件，工作日）", 5, "本平台规则"),
    Switch("review_days_complex", "法制审核期限（复杂案件，工作日）", 10, "本平台规则"),
    Switch("reduced_needs_review", "减轻处罚或者超出裁量幅度的须经法制审核", True, "各地目录清单", "S"),
    Switch("referred_needs_review", "负责人提请或者被督办的案件须经法制审核", True, "本平台规则"),
    Switch("discussion_quorum", "集体讨论的最少参加人数", 2, "本平台规则"),
    Switch("new_notice_when_heavier", "处罚重于告知内容的须重新告知", True, "本平台规则"),
    Switch(
        "recording_before_step", "应当音像记录的环节须先有音像资料或者说明原因", True, "衡阳市三项制度实施方案", "S"
    ),
    Switch("closing_checks", "结案前核对未了事项", True, "本平台规则"),
    Switch("verification_days", "核查期限（工作日）", 15, "参照《市场监督管理行政处罚程序规定》第十八条", "S"),
    Switch("closing_days", "结案期限（工作日）", 15, "参照《市场监督管理行政处罚程序规定》第七十七条", "S"),
    Switch("many_households", "被征收人数量较多，须经政府常务会议讨论的户数", 50, "本平台规则"),
    Switch("filing_days", "结案后归档期限（自然日）", 30, "本平台规则"),
    Switch("summary_filing_days", "当场处罚备案期限（工作日）", 7, "参照《市场监督管理行政处罚程序规定》第七十条", "S"),
    Switch(
        "first_review_since",
        "此日以前已从事法制审核的，不须法律职业资格",
        "2018-01-01",
        "行政处罚法2017年修正施行之日",
        "M",
    ),
)

SWITCHES: dict[str, Switch] = {s.name: s for s in _ALL}


def value(agency: AgencyFacts, name: str) -> Any:
    """The value of a switch at an agency. Raises KeyError for a switch that does not exist."""
    shipped = SWITCHES[name].default
    return agency.policy.get(name, shipped)


MARKET = "market"


def is_market(agency: AgencyFacts) -> bool:
    """市场监督管理: the field whose departmental rule binds besides the statutes."""
    return agency.field == MARKET


def audits_every_case(agency: AgencyFacts) -> bool:
    """Whether cases outside the legal review need a case audit (案件审核, SAMR 52)."""
    return is_market(agency) or bool(value(agency, "audit_every_case"))
