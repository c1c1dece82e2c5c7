"""What the steps from review to decision state: opinion, notice, defence, hearing, discussion, decision (PG-9 to PG-14, H-1 to H-6)."""

from __future__ import annotations

from dataclasses import replace

from lantai.law.statements.draft import NO_PENALTY_OTHER, OTHER_GROUNDS, PENALTY, PROPOSAL, PROPOSED, TIERS, TRANSFER
from lantai.law.statements.serving import SERVICE
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import APL, SAMR, SEED

DEFENCE_FORMS: Choices = (
    ("none", "未陈述、申辩"),
    ("oral", "口头"),
    ("written", "书面"),
)
ADOPTION: Choices = (("adopted", "采纳"), ("partly", "部分采纳"), ("not", "不予采纳"))
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

_MADE = ("made",)
_HELD = ("held",)
_SPOKEN = DEFENCE_FORMS[1:]

REVIEW: tuple[Word, ...] = (
    Word("opinion_text", "审核意见", Kind.LONG_TEXT, basis=SAMR[54]),
    Word("problems", "存在的问题和建议", Kind.LONG_TEXT, required=False, basis=SAMR[54]),
    Word("round", "审核轮次", Kind.INTEGER, required=False),
    Word("received_on", "收到材料日期", Kind.DATE, required=False),
    Word(
        "aspects",
        "审核的内容",
        Kind.ROWS,
        required=False,
        columns=(
            Word("aspect", "审核内容"),
            Word("result", "判断"),
            Word("note", "说明", required=False),
        ),
        basis=SEED.whole,
    ),
)

NOTICE: tuple[Word, ...] = (
    *PROPOSED,
    Word("facts", "违法事实和证据", Kind.LONG_TEXT, basis=APL[44]),
    Word("violated", "违反的规定", Kind.LONG_TEXT, hint="写到条、款、项", basis=APL[44]),
    Word("penalty_basis", "处罚依据", Kind.LONG_TEXT, hint="写到条、款、项", basis=APL[44]),
    Word("discretion", "裁量理由", Kind.LONG_TEXT, required=False),
    Word("hearing_right", "同时告知要求听证的权利", Kind.BOOLEAN, required=False, basis=APL[63]),
    *SERVICE,
)

HEARING_RIGHT: tuple[Word, ...] = (*(replace(word, required=False) for word in PROPOSED), *SERVICE)

DEFENCE: tuple[Word, ...] = (
    Word("form", "陈述、申辩的方式", Kind.CHOICE, choices=_SPOKEN, outcomes=_MADE, basis=APL[45, 1]),
    Word("received_on", "收到陈述、申辩的日期", Kind.DATE, required=False, outcomes=_MADE, basis=APL[45, 1]),
    Word("plea", "陈述、申辩的内容", Kind.LONG_TEXT, outcomes=_MADE, basis=APL[45, 1]),
    Word("adoption", "复核结果", Kind.CHOICE, choices=ADOPTION, outcomes=_MADE, basis=APL[45, 1]),
    Word("plea_reply", "复核意见及采纳或者不采纳的理由", Kind.LONG_TEXT, outcomes=_MADE, basis=APL[45, 1]),
    Word("waived_on", "当事人明确放弃的日期", Kind.DATE, required=False, outcomes=("waived",), basis=APL[62]),
)

HEARING_REQUEST: tuple[Word, ...] = (
    Word("form", "提出的方式", Kind.CHOICE, choices=_SPOKEN, basis=APL[64, 1, 1]),
    Word("requested_on", "提出或者收到的日期", Kind.DATE, basis=APL[64, 1, 1]),
    Word("posted_on", "邮寄的，交邮的日期", Kind.DATE, required=False),
    Word("reasons", "事项和理由", Kind.LONG_TEXT, required=False),
)

_HEARING: tuple[Word, ...] = (
    Word("place", "听证地点", basis=APL[64, 1, 2]),
    Word(
        "chair",
        "听证主持人",
        Kind.PERSON,
        required=False,
        hint="应当是非本案调查人员；不填即为办理人",
        basis=APL[64, 1, 4],
    ),
    Word("recorder", "记录人", required=False),
    Word("public", "公开举行", Kind.BOOLEAN, required=False, default=True, basis=APL[64, 1, 3]),
    Word(
        "closed_reason",
        "不公开举行的原因",
        Kind.CHOICE,
        required=False,
        choices=CLOSED_GROUNDS,
        hint="不公开举行的，应当选择",
        basis=APL[64, 1, 3],
    ),
)

HEARING_SUMMONS: tuple[Word, ...] = (
    Word("hearing_on", "听证日期", Kind.DATE, basis=APL[64, 1, 2]),
    Word("hearing_time", "听证时刻", Kind.TIME, basis=APL[64, 1, 2]),
    *_HEARING,
    *SERVICE,
)

HEARING_OPENED: tuple[Word, ...] = (
    Word("held_on", "举行听证的日期", Kind.DATE, required=False, basis=APL[64]),
    *_HEARING,
    Word("attendance", "当事人到场情况", Kind.CHOICE, choices=ATTENDANCE, basis=APL[64, 1, 6]),
    Word("agents", "委托代理人人数", Kind.INTEGER, required=False, default=0, hint="不超过二人", basis=APL[64, 1, 5]),
)

HEARING: tuple[Word, ...] = (
    *HEARING_OPENED,
    Word(
        "proposal_presented",
        "调查人员提出的事实、证据和处罚建议",
        Kind.LONG_TEXT,
        outcomes=_HELD,
        basis=APL[64, 1, 7],
    ),
    Word("defence_presented", "当事人的申辩和质证", Kind.LONG_TEXT, outcomes=_HELD, basis=APL[64, 1, 7]),
    Word("last_words", "最后陈述", Kind.LONG_TEXT, required=False, outcomes=_HELD),
    Word(
        "minutes",
        "笔录已交当事人核对无误并签字或者盖章，拒绝的已由主持人注明",
        Kind.BOOLEAN,
        outcomes=_HELD,
        basis=APL[64, 1, 8],
    ),
    Word("minutes_refusal", "当事人拒绝签字或者盖章的情况", required=False, outcomes=_HELD, basis=APL[64, 1, 8]),
)

HEARING_EXAMINED: tuple[Word, ...] = tuple(replace(word, outcomes=()) for word in HEARING)

HEARING_REPORT: tuple[Word, ...] = (
    Word("hearing_facts", "听证认定的事实", Kind.LONG_TEXT, basis=APL[65]),
    Word("dispute", "争议的焦点", Kind.LONG_TEXT, required=False),
    Word("hearing_opinion", "主持人的意见和建议", Kind.LONG_TEXT, basis=APL[65]),
)

DISCUSSION: tuple[Word, ...] = (
    Word("place", "讨论地点", required=False),
    Word("chair", "主持人", Kind.PERSON, required=False, hint="不填即为办理人", basis=APL[57, 2]),
    Word("attendees", "参加讨论的负责人", Kind.PERSONS, basis=APL[57, 2]),
    Word("recorder", "记录人", required=False),
    Word("views", "各人发表的意见", Kind.LONG_TEXT, basis=APL[57, 2]),
    Word("resolution", "讨论决定", Kind.LONG_TEXT, basis=APL[57, 2]),
)

DECISION: tuple[Word, ...] = (
    *PROPOSAL,
    Word("tier", "裁量档次", Kind.CHOICE, choices=TIERS, required=False, outcomes=(PENALTY,), basis=APL[34]),
    Word("reduced", "减轻处罚", Kind.BOOLEAN, required=False, outcomes=(PENALTY,), basis=APL[32]),
    Word("gains_reason", "不没收违法所得的理由", required=False, outcomes=(PENALTY,), basis=APL[28, 2]),
    Word(
        "single_fine_reason",
        "同一违法行为曾被罚款，仍处罚款的理由",
        Kind.LONG_TEXT,
        required=False,
        outcomes=(PENALTY,),
        basis=APL[29],
    ),
    Word("limitation_reason", "超过二年仍应追究的理由", Kind.LONG_TEXT, required=False, basis=APL[36, 1]),
    Word(
        "no_penalty_ground",
        "依法不予处罚的情形",
        Kind.CHOICE,
        required=False,
        choices=OTHER_GROUNDS,
        outcomes=(NO_PENALTY_OTHER,),
    ),
    Word("transfer_to", "受移送的机关", required=False, outcomes=TRANSFER, basis=APL[27]),
    Word("conclusion", "决定内容", Kind.LONG_TEXT, required=False, basis=APL[59, 1, 3]),
    Word("reasons", "说明", Kind.LONG_TEXT, required=False),
)
