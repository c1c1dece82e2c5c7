"""What the decisions on a licence state: extension, grant and denial, change and renewal, delivery, end (ALL 38 to 70)."""

from __future__ import annotations

from dataclasses import replace

from lantai.law.statements import licence, performing
from lantai.law.statements.investigating import HEAD_OPINION
from lantai.law.statements.serving import RECONSIDERATION_CHANNEL, SERVICE
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import ALL

LICENCE_CLASSES: Choices = (
    ("ordinary", "普通"),
    ("concession", "特许"),
    ("recognition", "认可"),
    ("approval", "核准"),
    ("registration", "登记"),
    ("other", "其他"),
)
"""许可类别 of the credit export (4.2)."""
WITHDRAWAL: Choices = (
    ("law_changed", "所依据的法律、法规、规章修改或者废止"),
    ("circumstances_changed", "所依据的客观情况发生重大变化"),
)
REVOCATION: Choices = (
    ("abuse", "工作人员滥用职权、玩忽职守"),
    ("beyond_power", "超越法定职权"),
    ("procedure", "违反法定程序"),
    ("unqualified", "申请人不具备申请资格或者不符合法定条件"),
    ("other_revocation", "依法可以撤销的其他情形"),
    ("fraud", "以欺骗、贿赂等不正当手段取得"),
)
CANCELLATION: Choices = (
    ("expired", "有效期届满未延续"),
    ("died", "取得资格的公民死亡或者丧失行为能力"),
    ("dissolved", "法人或者其他组织依法终止"),
    ("ended_before", "许可依法被撤销、撤回，或者证件被吊销"),
    ("force_majeure", "因不可抗力无法实施"),
    ("other_cancellation", "法律、法规规定的其他情形"),
)
GROUNDS: Choices = (*WITHDRAWAL, *REVOCATION, *CANCELLATION, ("penalty", "违法行为应当吊销许可证件"))
END_KINDS: Choices = (("withdraw", "撤回"), ("revoke", "撤销"), ("cancel", "注销"))

_GRANTED = ("granted",)
_DENIED = ("denied",)
_REFUSED = ("change_denied", "renewal_denied")
_RENEWED = ("renewed", "renewed_by_silence")

EXTENSION: tuple[Word, ...] = (
    Word(
        "days",
        "延长的日数（工作日）",
        Kind.DAYS,
        required=False,
        hint="不填即为十日，统一、联合、集中办理的十五日",
        basis=ALL[42],
    ),
    Word("extension_reason", "延长期限的理由", Kind.LONG_TEXT, basis=ALL[42, 1]),
    Word("reasons_told", "将延长期限的理由告知申请人", Kind.BOOLEAN, required=False, default=True, basis=ALL[42, 1]),
    Word(
        "government_approved",
        "统一、联合、集中办理的，已经本级人民政府负责人批准",
        Kind.BOOLEAN,
        required=False,
        basis=ALL[42, 2],
    ),
)
_CONTENT: tuple[Word, ...] = (
    Word("licence_content", "许可的内容", Kind.LONG_TEXT, basis=ALL[38, 1]),
    Word("valid_from", "有效期自", Kind.DATE, required=False, hint="不填即为决定之日"),
    Word("valid_to", "有效期至", Kind.DATE, required=False, hint="长期有效的不填"),
)


def _only(words: tuple[Word, ...], outcomes: tuple[str, ...]) -> tuple[Word, ...]:
    return tuple(replace(word, outcomes=outcomes) for word in words)


_REASONS: tuple[Word, ...] = (
    Word(
        "denial_reasons",
        "不予许可的理由",
        Kind.LONG_TEXT,
        required=False,
        gate="G-13",
        hint="应当写明，没有理由的不能作出决定；写明不符合的法定条件、标准和事实，依据检验结果的写明技术标准、技术规范",
        basis=ALL[38, 2],
    ),
    Word(
        "remedies_told",
        "决定书告知申请行政复议、提起行政诉讼的权利",
        Kind.BOOLEAN,
        required=False,
        gate="G-13",
        basis=ALL[38, 2],
    ),
)
_BY_MINUTES = Word(
    "by_minutes", "举行了听证的，根据听证笔录作出决定", Kind.BOOLEAN, required=False, default=True, basis=ALL[48, 2]
)
DECISION: tuple[Word, ...] = (
    Word("licence_name", "许可证件的名称", outcomes=_GRANTED, basis=ALL[39]),
    Word(
        "licence_class",
        "许可类别",
        Kind.CHOICE,
        required=False,
        default="ordinary",
        choices=LICENCE_CLASSES,
        outcomes=_GRANTED,
        basis=ALL[12],
    ),
    *_only(_CONTENT, _GRANTED),
    *_only(_REASONS, _DENIED),
    _BY_MINUTES,
    HEAD_OPINION,
)
ALTERATION: tuple[Word, ...] = (
    *_only(_CONTENT, ("changed", *_RENEWED)),
    *_only(_REASONS, _REFUSED),
    _BY_MINUTES,
    *_only((HEAD_OPINION,), ("changed", "change_denied", "renewed", "renewal_denied")),
)
DELIVERY: tuple[Word, ...] = (
    Word(
        "certificate_number",
        "许可证件编号",
        required=False,
        outcomes=("certificate",),
        hint="国家或者省统一编号的填写；不填的，使用本平台的文号",
        basis=ALL[39],
    ),
    *SERVICE,
    RECONSIDERATION_CHANNEL,
)
SUPERVISION: tuple[Word, ...] = (
    Word("inspected_on", "检查日期", Kind.DATE, basis=ALL[61, 2]),
    Word("place", "检查地点", basis=ALL[62]),
    Word("inspected", "检查的情况", Kind.LONG_TEXT, basis=ALL[61, 2]),
    Word("handled", "处理结果", Kind.LONG_TEXT, basis=ALL[61, 2]),
    Word("signed", "检查人员已签字", Kind.BOOLEAN, required=False, default=True, basis=ALL[61, 2]),
    Word(
        "undisturbed",
        "没有妨碍正常的生产经营活动",
        Kind.BOOLEAN,
        required=False,
        default=True,
        basis=ALL[63],
    ),
)

# ---- 撤回 撤销 注销 -------------------------------------------------------------------------------------------------

ENDING: tuple[Word, ...] = (
    Word("ground", "情形", Kind.CHOICE, choices=GROUNDS, basis=ALL[69, 1]),
    Word("end_reasons", "事实和理由", Kind.LONG_TEXT, basis=ALL[69, 1]),
    Word(
        "public_interest",
        "为了公共利益的需要",
        Kind.BOOLEAN,
        required=False,
        default=True,
        outcomes=("withdrawn",),
        basis=ALL[8, 2],
    ),
    Word(
        "loss", "给被许可人造成损失", Kind.BOOLEAN, required=False, outcomes=("withdrawn", "revoked"), basis=ALL[8, 2]
    ),
    Word(
        "compensation",
        "补偿、赔偿的内容",
        Kind.LONG_TEXT,
        required=False,
        outcomes=("withdrawn", "revoked"),
        hint="撤回的依法补偿，因机关过错撤销的依法赔偿；欺骗、贿赂取得的，其利益不受保护",
        basis=ALL[69, 4],
    ),
    Word(
        "grave_harm",
        "撤销可能对公共利益造成重大损害",
        Kind.BOOLEAN,
        required=False,
        outcomes=("revoked", "not_revoked"),
        basis=ALL[69, 3],
    ),
    Word("ended_on", "许可失去效力的日期", Kind.DATE, required=False, outcomes=("withdrawn", "revoked", "cancelled")),
    HEAD_OPINION,
)
ENDING_REPORT: tuple[Word, ...] = (
    Word("end_kind", "拟作的处理", Kind.CHOICE, choices=END_KINDS, basis=ALL[70]),
    Word("licence_name", "许可证件的名称", basis=ALL[39]),
    Word("current_number", "许可证件的编号", basis=ALL[39]),
    Word("proposed_ground", "情形", Kind.CHOICE, choices=GROUNDS[:-1], basis=ALL[69, 1]),
    Word("proposed_reasons", "事实、理由和证据", Kind.LONG_TEXT, basis=ALL[69, 1]),
)
HOLDER_HEARD: tuple[Word, ...] = (
    Word("told_reasons", "告知的事实、理由和依据", Kind.LONG_TEXT, basis=ALL[7]),
    Word("holder_words", "被许可人的陈述和申辩", Kind.LONG_TEXT, outcomes=("made",), basis=ALL[7]),
    Word("words_reply", "采纳情况和理由", Kind.LONG_TEXT, outcomes=("made",), basis=ALL[7]),
    *SERVICE,
)
ENDING_SERVICE: tuple[Word, ...] = (
    Word("certificate_returned", "许可证件的收回情况", required=False),
    *SERVICE,
    RECONSIDERATION_CHANNEL,
)

BY_STEP: dict[str, tuple[Word, ...]] = {
    "LI-1": licence.APPLICATION,
    "LI-0": licence.GUIDE,
    "LI-15": licence.HANDLING,
    "LI-2": licence.ANSWER,
    "LI-2-1": licence.CLOSED_APPLICATION,
    "LI-14": licence.FEE,
    "LI-7": licence.PRIOR_REVIEW,
    "LI-3": licence.EXAMINATION,
    "LI-6": licence.SPECIAL_PROCEDURE,
    "LI-4": licence.INTERESTED,
    "LI-4-1": licence.INTERESTED_HEARD,
    "LI-5-1": licence.HEARING_RIGHT,
    "LI-5-2": licence.HEARING_REQUEST,
    "LI-5-3": licence.HEARING_SUMMONS,
    "LI-5": licence.HEARING,
    "LR": licence.REVIEW,
    "LI-8-1": EXTENSION,
    "LI-8": DECISION,
    "LI-11": ALTERATION,
    "LI-9": DELIVERY,
    "LI-10": performing.PUBLICATION,
    "LI-13": SUPERVISION,
    "LI-12": ENDING,
    "LI-16": performing.FILING_AWAY,
}
BY_STEP_OF_ENDING: dict[str, tuple[Word, ...]] = {
    "LI-12-1": ENDING_REPORT,
    "LI-12-2": HOLDER_HEARD,
    "LR": licence.REVIEW,
    "LI-12": ENDING,
    "LI-12-3": ENDING_SERVICE,
    "LI-10": performing.PUBLICATION,
    "LI-16": performing.FILING_AWAY,
}
