"""What the steps from review to decision state: opinion, notice, defence, hearing, discussion, decision (PG-9 to PG-14, H-1 to H-8)."""

from __future__ import annotations

from lantai.law.statements.draft import PENALTY, PROPOSAL, PROPOSED, TIERS
from lantai.law.statements.serving import SERVICE
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import APL, SAMR

DEFENCE_FORMS: Choices = (
    ("none", "未陈述、申辩"),
    ("oral", "口头"),
    ("written", "书面"),
)
ADOPTION: Choices = (
    ("adopted", "采纳"),
    ("partly", "部分采纳"),
    ("not", "不予采纳"),
)
REQUEST_FORMS: Choices = (("oral", "口头"), ("written", "书面"))
CLOSED_GROUNDS: Choices = (
    ("state_secret", "涉及国家秘密"),
    ("trade_secret", "涉及商业秘密"),
    ("privacy", "涉及个人隐私"),
)
ATTENDANCE: Choices = (
    ("attended", "当事人到场"),
    ("by_agent", "委托代理人到场"),
    ("absent", "无正当理由拒不出席"),
    ("left", "未经许可中途退出"),
)

_SAID = ("form", ("oral", "written"))

REVIEW: tuple[Word, ...] = (
    Word("opinion_text", "审核意见", Kind.LONG_TEXT, basis=APL[58, 1]),
    Word("problems", "存在的问题和建议", Kind.LONG_TEXT, required=False, basis=SAMR[54]),
)

NOTICE: tuple[Word, ...] = (
    Word("facts", "违法事实和证据", Kind.LONG_TEXT, basis=APL[44]),
    Word("violated", "违反的规定", Kind.LONG_TEXT, hint="写到条、款、项", basis=APL[44]),
    Word("penalty_basis", "处罚依据", Kind.LONG_TEXT, hint="写到条、款、项", basis=APL[44]),
    Word("discretion", "裁量理由", Kind.LONG_TEXT, required=False),
    *PROPOSED,
    Word("hearing_right", "同时告知听证权利", Kind.BOOLEAN, required=False, basis=APL[63]),
    *SERVICE,
)

HEARING_NOTICE: tuple[Word, ...] = (*PROPOSED, *SERVICE)

DEFENCE: tuple[Word, ...] = (
    Word("form", "陈述申辩的方式", Kind.CHOICE, choices=DEFENCE_FORMS, basis=APL[45, 1]),
    Word("received_on", "收到陈述申辩的日期", Kind.DATE, when=_SAID, basis=APL[45, 1]),
    Word("plea", "陈述申辩的内容", Kind.LONG_TEXT, when=_SAID, basis=APL[45, 1]),
    Word("adoption", "复核结果", Kind.CHOICE, choices=ADOPTION, when=_SAID, basis=APL[45, 1]),
    Word("plea_reply", "复核意见及采纳或者不采纳的理由", Kind.LONG_TEXT, when=_SAID, basis=APL[45, 1]),
)

HEARING_REQUEST: tuple[Word, ...] = (
    Word("form", "要求听证的方式", Kind.CHOICE, choices=REQUEST_FORMS, basis=APL[64, 1, 1]),
    Word("received_on", "提出或者收到要求的日期", Kind.DATE, basis=APL[64, 1, 1]),
    Word("reasons", "要求听证的事项和理由", Kind.LONG_TEXT, required=False),
)

HEARING_SUMMONS: tuple[Word, ...] = (
    Word("hearing_on", "听证日期", Kind.DATE, basis=APL[64, 1, 2]),
    Word("hearing_time", "听证时刻", Kind.TIME, basis=APL[64, 1, 2]),
    Word("place", "听证地点", basis=APL[64, 1, 2]),
    Word("chair", "听证主持人", hint="应当是非本案调查人员", basis=APL[64, 1, 4]),
    Word("recorder", "记录人"),
    *SERVICE,
)

HEARING: tuple[Word, ...] = (
    Word("hearing_on", "听证日期", Kind.DATE, basis=APL[64]),
    Word("place", "听证地点"),
    Word("chair", "听证主持人", basis=APL[64, 1, 4]),
    Word("attendance", "当事人到场情况", Kind.CHOICE, choices=ATTENDANCE, basis=APL[64, 1, 6]),
    Word("agents", "委托代理人人数", Kind.INTEGER, required=False, default=0, basis=APL[64, 1, 5]),
    Word("public", "公开举行", Kind.BOOLEAN, required=False, default=True, basis=APL[64, 1, 3]),
    Word(
        "closed_ground",
        "不公开举行的原因",
        Kind.CHOICE,
        required=False,
        choices=CLOSED_GROUNDS,
        hint="不公开举行的，应当写明",
        basis=APL[64, 1, 3],
    ),
)

HEARING_MINUTES: tuple[Word, ...] = (
    Word("proposal_presented", "调查人员提出的事实、证据和处罚建议", Kind.LONG_TEXT, basis=APL[64, 1, 7]),
    Word("defence_presented", "当事人的申辩和质证", Kind.LONG_TEXT, basis=APL[64, 1, 7]),
    Word("minutes_signed", "笔录已交当事人核对无误并签字或者盖章", Kind.BOOLEAN, required=False, basis=APL[64, 1, 8]),
    Word(
        "minutes_refusal",
        "当事人拒绝签字或者盖章的情况",
        required=False,
        hint="由听证主持人注明",
        basis=APL[64, 1, 8],
    ),
)

HEARING_REPORT: tuple[Word, ...] = (
    Word("hearing_facts", "听证认定的事实", Kind.LONG_TEXT, basis=APL[65]),
    Word("dispute", "争议的焦点", Kind.LONG_TEXT, required=False),
    Word("hearing_opinion", "主持人的意见和建议", Kind.LONG_TEXT, basis=APL[65]),
)

DISCUSSION: tuple[Word, ...] = (
    Word("chair", "主持人", basis=APL[57, 2]),
    Word("attendees", "参加讨论的负责人", Kind.LONG_TEXT, hint="每行一人：姓名、职务", basis=APL[57, 2]),
    Word("views", "各人发表的意见", Kind.LONG_TEXT, basis=APL[57, 2]),
    Word("resolution", "讨论决定", Kind.LONG_TEXT, basis=APL[57, 2]),
)

DECISION: tuple[Word, ...] = (
    *PROPOSAL,
    Word("tier", "裁量档次", Kind.CHOICE, choices=TIERS, required=False, outcomes=(PENALTY,), basis=APL[34]),
    Word("reduced", "减轻处罚", Kind.BOOLEAN, required=False, outcomes=(PENALTY,), basis=APL[32]),
)
