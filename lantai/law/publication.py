"""公示: which decisions become public, in which channel, by when, for how long, and when they are withdrawn.

Publication is a decision per channel with its own basis, never a copy of the case. Rules D-1 to D-9.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lantai.law.calendar import CALENDAR, WorkCalendar
from lantai.law.identity import is_minor_on
from lantai.law.penalties import HEARD, NO_EARLY_STOP, PenaltyKind
from lantai.law.periods import Due, due, months_after, years_after
from lantai.law.procedure import Term, Unit
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ALL, APL, CREDREP, MINORS, OGI, SAMRPUB, SEED

_ACT_OF_POWER = re.compile(r"^对(?P<act>.+?)(?:行为)?(?:的|给予)(?:行政)?处罚$")

PENALTY, LICENCE = "处罚", "许可"
MARKET = "market"

PENALTY_OR_LICENCE = Term(7, "decision", SEED.whole, Unit.WORKING_DAYS)
OTHER_DECISION = Term(20, "decision", OGI[26], Unit.WORKING_DAYS)
NECIPS_SAME_PROVINCE = Term(20, "decision", SAMRPUB[9], Unit.WORKING_DAYS)
NECIPS_PUSH = Term(10, "decision", SAMRPUB[10], Unit.WORKING_DAYS)
NECIPS_SHOW = Term(10, "receipt", SAMRPUB[10], Unit.WORKING_DAYS)
WITHDRAWAL = Term(3, "revocation", APL[48, 2])
WITHDRAWAL_OTHER = Term(3, "revocation", SEED.whole, Unit.WORKING_DAYS, policy=True)
CORRECTION = Term(5, "inaccuracy", SAMRPUB[12], Unit.WORKING_DAYS, policy=True)
STATUS_UPDATE = Term(7, "change", SEED.whole, Unit.WORKING_DAYS, policy=True)


def act_of(power: str) -> str:
    """The act that a power punishes, as notices name it: 对经营超过保质期食品的行政处罚 → 经营超过保质期食品."""
    told = _ACT_OF_POWER.match(power)
    return told["act"] if told else power


class Channel(StrEnum):
    """Where a decision can become public."""

    LOCAL_SUMMARY = "local_summary"
    LOCAL_FULL_TEXT = "local_full_text"
    CREDIT = "credit"
    NECIPS = "necips"

    @property
    def label(self) -> str:
        return CHANNEL_LABELS[self]


CHANNEL_LABELS = {
    Channel.LOCAL_SUMMARY: "本平台摘要",
    Channel.LOCAL_FULL_TEXT: "本平台决定书全文",
    Channel.CREDIT: "信用中国",
    Channel.NECIPS: "国家企业信用信息公示系统",
}


class Credit(StrEnum):
    """Classes of dishonesty information (失信信息) from 1 April 2026."""

    MINOR = "轻微"
    ORDINARY = "一般"
    SERIOUS = "严重"


@dataclass(frozen=True)
class Decision:
    """What the rules ask about a decision. Amounts in yuan.

    ``kind``        执法类别: 处罚, 许可, 强制, 检查, 征收征用, 其他.
    ``summary``     made in the summary procedure (简易程序).
    ``punished_born`` birth date of a punished natural person.
    ``heard_amount`` the fine or confiscation reaches the hearing threshold of the agency.
    ``influence``   further grounds of 一定社会影响: the keys of ``INFLUENCES``.
    ``protected``   what it cannot be separated from: state_secret, security, trade_secret, privacy, by_law.
    ``consent`` / ``public_interest`` set trade secret and privacy aside, by a decision on file.
    ``lower_fine``  the fine is a 较低数额罚款 as the province or the administration has set it.
    ``huge_fine``   the fine is a 巨额罚款 under the credit classification.
    ``restricted_to`` the last day of an activity or occupation restriction.
    ``valid_to``    the last day of a licence.
    """

    kind: str
    decided_on: date
    field: str = "general"
    penalty_kinds: frozenset[PenaltyKind] = frozenset()
    summary: bool = False
    punished_born: date | None = None
    heard_amount: bool = False
    influence: frozenset[str] = frozenset()
    protected: frozenset[str] = frozenset()
    consent: bool = False
    public_interest: bool = False
    lower_fine: bool = False
    huge_fine: bool = False
    same_province: bool = True
    restricted_to: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Ruling:
    """Whether a decision goes into a channel, by which article and why. ``policy``: ours to configure."""

    channel: Channel
    publish: bool
    basis: tuple[Basis, ...]
    reason: str
    policy: bool = False

    @property
    def basis_code(self) -> str:
        return "+".join(b.key for b in self.basis)


INFLUENCES = {
    "collective": "经负责人集体讨论决定",
    "safety": "涉及安全、食品药品、生态环境",
    "minors_protection": "涉及未成年人保护",
    "news": "引起社会关注",
    "supervised": "经挂牌督办",
}

_PROTECTED = {
    "state_secret": ("依法确定为国家秘密", (OGI[14],)),
    "security": ("公开可能危及国家安全、公共安全、经济安全、社会稳定", (OGI[14],)),
    "by_law": ("法律、行政法规禁止公开", (OGI[14],)),
    "trade_secret": ("涉及商业秘密，公开会损害第三方合法权益", (OGI[15], APL[50])),
    "privacy": ("涉及个人隐私，公开会损害第三方合法权益", (OGI[15], APL[50])),
}


def withheld(decision: Decision) -> tuple[str, tuple[Basis, ...]] | None:
    """Why the decision may become public nowhere (D-7); None if nothing forbids it."""
    if (
        decision.kind == PENALTY
        and decision.punished_born is not None
        and is_minor_on(decision.punished_born, decision.decided_on)
    ):
        return "被处罚人不满十八周岁", (MINORS[103],)
    for word, (reason, basis) in _PROTECTED.items():
        if word in decision.protected:
            yields = word in ("trade_secret", "privacy") and (decision.consent or decision.public_interest)
            if not yields:
                return reason, basis
    return None


def influence(decision: Decision) -> tuple[str, ...]:
    """The grounds on which it has 一定社会影响 (APL 48); the list is ours, no national one exists."""
    found = []
    if decision.heard_amount:
        found.append("罚没数额达到听证标准")
    if heavy := [k.label for k in PenaltyKind if k in decision.penalty_kinds and k in HEARD | NO_EARLY_STOP]:
        found.append("给予" + "、".join(heavy))
    return (*found, *(label for word, label in INFLUENCES.items() if word in decision.influence))


def credit_class(decision: Decision) -> Credit:
    """轻微, 一般 or 严重 (classification as reported; to be checked against the final text)."""
    kinds = decision.penalty_kinds
    if decision.huge_fine or kinds & {
        PenaltyKind.REVOCATION,
        PenaltyKind.OCCUPATION_RESTRICTION,
        PenaltyKind.CLOSURE,
    }:
        return Credit.SERIOUS
    if decision.summary or kinds <= {PenaltyKind.WARNING, PenaltyKind.CRITICISM}:
        return Credit.MINOR
    return Credit.ORDINARY


def rulings(decision: Decision) -> tuple[Ruling, ...]:
    """One ruling for every channel, in the order of ``Channel``."""
    if found := withheld(decision):
        reason, basis = found
        return tuple(Ruling(channel, False, basis, reason) for channel in Channel)
    return (_local_summary(decision), _local_full_text(decision), _credit(decision), _necips(decision))


def _local_summary(decision: Decision) -> Ruling:
    if decision.kind in (PENALTY, LICENCE):
        basis = (SEED.whole, APL[48] if decision.kind == PENALTY else ALL[40])
        reason = f"行政{decision.kind}决定应当公示执法机关、执法对象、执法类别、执法结论"
        return Ruling(Channel.LOCAL_SUMMARY, True, basis, reason)
    return Ruling(Channel.LOCAL_SUMMARY, True, (SEED.whole,), "其他行政执法决定应当公示")


def _local_full_text(decision: Decision) -> Ruling:
    channel = Channel.LOCAL_FULL_TEXT
    if decision.kind == LICENCE:
        return Ruling(channel, True, (ALL[40],), "准予行政许可决定应当公开，公众有权查阅")
    if decision.kind != PENALTY:
        return Ruling(channel, False, (OGI[16],), "公示结果信息，案卷信息不予公开", policy=True)
    if grounds := influence(decision):
        return Ruling(channel, True, (APL[48, 1],), "具有一定社会影响：" + "；".join(grounds), policy=True)
    return Ruling(channel, False, (APL[48, 1],), "不具有一定社会影响，只公示摘要", policy=True)


def _credit(decision: Decision) -> Ruling:
    channel = Channel.CREDIT
    if decision.kind == LICENCE:
        return Ruling(channel, True, (ALL[40],), "行政许可信息归集公示")
    if decision.kind != PENALTY:
        return Ruling(channel, False, (CREDREP.whole,), "不属于双公示范围")
    grade = credit_class(decision)
    if grade is Credit.MINOR and decision.decided_on >= CREDREP.in_force:
        return Ruling(channel, False, (CREDREP.whole,), "轻微失信信息原则上不予公示")
    return Ruling(channel, True, (CREDREP.whole,), f"{grade}失信信息应当公示")


def _necips(decision: Decision) -> Ruling:
    channel = Channel.NECIPS
    if decision.field != MARKET or decision.kind != PENALTY:
        return Ruling(channel, False, (SAMRPUB[2],), "不属于市场监督管理部门的行政处罚")
    if decision.summary:
        return Ruling(channel, False, (SAMRPUB[2, 1],), "只公示适用普通程序作出的行政处罚决定")
    if decision.penalty_kinds == {PenaltyKind.WARNING}:
        return Ruling(channel, False, (SAMRPUB[2, 2],), "仅受到警告行政处罚的不予公示")
    return Ruling(channel, True, (SAMRPUB[2, 1],), "适用普通程序作出的行政处罚决定应当公示")


def publication_due(
    decision: Decision, channel: Channel = Channel.LOCAL_SUMMARY, calendar: WorkCalendar = CALENDAR
) -> Due:
    """By when a decision must be public: seven working days for penalties and licences, twenty for the rest.

    In the national enterprise system twenty; ten to send it to the bureau of another province.
    """
    if channel is Channel.NECIPS:
        term = NECIPS_SAME_PROVINCE if decision.same_province else NECIPS_PUSH
    else:
        term = PENALTY_OR_LICENCE if decision.kind in (PENALTY, LICENCE) else OTHER_DECISION
    return due(term, decision.decided_on, calendar=calendar)


def shown_elsewhere_due(received_on: date, calendar: WorkCalendar = CALENDAR) -> Due:
    """By when the bureau of another province shows what it was sent (SAMRPUB 10)."""
    return due(NECIPS_SHOW, received_on, calendar=calendar)


def withdrawal_due(known_on: date, kind: str = PENALTY, calendar: WorkCalendar = CALENDAR) -> Due:
    """By when a changed, revoked or void decision is withdrawn with its reason: three working days.

    ``known_on`` is the day the agency decides so, or receives the reconsideration decision or final judgment.
    """
    return due(WITHDRAWAL if kind == PENALTY else WITHDRAWAL_OTHER, known_on, calendar=calendar)


def correction_due(known_on: date, calendar: WorkCalendar = CALENDAR) -> Due:
    """By when an inaccurate notice is corrected: 及时, here five working days."""
    return due(CORRECTION, known_on, calendar=calendar)


def shown_until(decision: Decision, channel: Channel, published_on: date) -> date | None:
    """公示截止期: the last day on which the item is shown in the channel; None where it never ends by itself.

    The local summary of a penalty lives as long as the credit term may at most (one or three years from the
    decision), a licence its validity and a year, five years if open-ended; other decisions five years (ours).
    """
    if decision.kind == LICENCE:
        return years_after(decision.valid_to, 1) if decision.valid_to else years_after(decision.decided_on, 5)
    if decision.kind != PENALTY:
        return years_after(published_on, 5)
    if channel is Channel.NECIPS:
        return _necips_until(decision, published_on)
    grade = credit_class(decision)
    if channel is Channel.CREDIT:
        months = {Credit.MINOR: 3, Credit.ORDINARY: 12, Credit.SERIOUS: 36}[grade]
        return months_after(decision.decided_on, months)
    return years_after(decision.decided_on, 3 if grade is Credit.SERIOUS else 1)


def _necips_until(decision: Decision, published_on: date) -> date:
    light = decision.penalty_kinds <= {PenaltyKind.CRITICISM, PenaltyKind.FINE, PenaltyKind.WARNING}
    if light and (PenaltyKind.FINE not in decision.penalty_kinds or decision.lower_fine):
        return months_after(published_on, 3)
    three = years_after(published_on, 3)
    return max(three, decision.restricted_to) if decision.restricted_to else three


def credit_repair_from(decision: Decision) -> date | None:
    """The first day of a credit repair (信用修复); None for minor information, which is not shown."""
    months = {Credit.MINOR: None, Credit.ORDINARY: 3, Credit.SERIOUS: 12}[credit_class(decision)]
    return months_after(decision.decided_on, months) if months else None


def early_stop_barred(decision: Decision) -> bool:
    """Whether the national enterprise system may not stop showing it before its term (SAMRPUB 14 ¶3)."""
    return bool(decision.penalty_kinds & NO_EARLY_STOP)


PUBLIC_FIELDS: Mapping[str, str] = {
    "reference": "决定文号",
    "kind": "执法类别",
    "title": "案件名称",
    "agency_code": "执法机关统一社会信用代码",
    "agency_name": "执法机关",
    "division": "行政区划",
    "officers": "执法人员及执法证号",
    "party_name": "执法对象",
    "party_kind": "对象类别",
    "party_credit_code": "统一社会信用代码",
    "violation": "违法行为类型",
    "facts": "违法事实",
    "basis": "决定依据",
    "conclusion": "执法结论",
    "penalty_kinds": "处罚种类",
    "fine_yuan": "罚款金额",
    "confiscated_yuan": "没收金额",
    "licence_name": "许可证件名称",
    "licence_number": "许可证件编号",
    "licence_class": "许可类别",
    "licence_content": "许可内容",
    "valid_from": "有效期自",
    "valid_to": "有效期至",
    "decided_on": "决定日期",
    "published_on": "公示日期",
    "due_on": "公示期限",
    "shown_until": "公示截止期",
    "remedy": "救济途径",
    "sections": "决定书内容",
    "status": "状态",
    "reason": "更正、撤回理由",
}
"""The fields a notice may have at all; whatever else a case knows never leaves it."""

SUMMARY_FIELDS = ("agency_name", "party_name", "kind", "conclusion")
"""执法机关、执法对象、执法类别、执法结论: what every summary must say."""


def unlisted(fields: Iterable[str]) -> tuple[str, ...]:
    """The fields that no notice may carry. A caller with any of them must not go on."""
    return tuple(sorted(set(fields) - PUBLIC_FIELDS.keys()))


def missing_of_summary(body: Mapping[str, object]) -> tuple[str, ...]:
    """The labels of the four statutory fields that a notice leaves empty."""
    return tuple(PUBLIC_FIELDS[name] for name in SUMMARY_FIELDS if not body.get(name))
