"""What the steps of an inspection state (IN-1 to IN-9)."""

from __future__ import annotations

from dataclasses import replace

from lantai.law.inspections import KINDS, SOURCES
from lantai.law.statements import performing
from lantai.law.statements.investigating import GOODS, HEAD_OPINION, PRESENCE
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import ALL, APL, INSP54, INSPDOC, INSPQA, SEED

RESULTS: Choices = (
    ("passed", "符合要求"),
    ("failed", "不符合要求"),
    ("not_applicable", "不适用"),
)
DELIVERIES: Choices = (
    ("on_site", "到场时当场出示并交付"),
    ("before", "检查前送达"),
)
CHECKED_HOW: Choices = (
    ("paper", "书面核查"),
    ("site", "现场复查，已另立检查"),
)
_SCENE, _INTERVIEW, _SAMPLING = ("scene",), ("interview",), ("sampling",)

REGISTRATION: tuple[Word, ...] = (
    Word("earlier_case", "上次检查的编号", required=False, hint="复查才填写", basis=INSP54.whole),
    Word(
        "earlier_findings",
        "上次检查发现的问题",
        Kind.LONG_TEXT,
        required=False,
        hint="复查从这些问题开始",
        when=("earlier_case", ()),
        basis=INSP54.whole,
    ),
)
PLAN: tuple[Word, ...] = (
    Word("inspection_kind", "检查类型", Kind.CHOICE, choices=tuple(KINDS.items()), basis=INSPQA.whole),
    Word(
        "inspection_source",
        "检查来源",
        Kind.CHOICE,
        choices=tuple(SOURCES.items()),
        hint="达到年度频次上限的，只有线索、申请、复查和上级部署的专项检查可以继续",
        basis=INSP54.whole,
    ),
    Word(
        "source_reference",
        "计划、抽签、线索或者部署文件的名称和编号",
        required=False,
        hint="双随机抽查的填抽签编号",
    ),
    Word("content", "检查内容", Kind.LONG_TEXT, hint="一行一项，现场按这些项目逐项检查", basis=INSP54.whole),
    Word("plan", "检查方案", Kind.LONG_TEXT, hint="写明方式、地点和时间安排，以及为什么不能以书面方式代替"),
    Word("planned_on", "计划检查的日期", Kind.DATE, required=False),
    Word("officers", "检查人员", Kind.PERSONS, required=False, hint="不少于两人", basis=APL[42, 1]),
    Word("emergency_reason", "紧急的情况", Kind.LONG_TEXT, outcomes=("emergency",), basis=INSPQA.whole),
)
APPROVAL: tuple[Word, ...] = (HEAD_OPINION,)
NOTICE: tuple[Word, ...] = (
    Word("delivered_how", "送达方式", Kind.CHOICE, choices=DELIVERIES, basis=INSPDOC.whole),
    Word("notice_receiver", "签收人", required=False),
)
ARRIVAL: tuple[Word, ...] = (
    Word("place", "检查地点", basis=INSPDOC.whole),
    Word("certificates_shown", "已主动出示行政执法证件", Kind.BOOLEAN, basis=APL[55, 1]),
    Word("notice_shown", "已出示行政检查通知书，并告知权利义务", Kind.BOOLEAN, basis=INSPDOC.whole),
    Word("scan_code", "扫码入企的登记编号", required=False, basis=INSPQA.whole),
    Word(
        "no_scan_reason",
        "不能扫码的原因",
        required=False,
        hint="已经扫码的不填",
        basis=INSPQA.whole,
    ),
    Word("presence", "被检查人到场情况", Kind.CHOICE, choices=PRESENCE, basis=INSPDOC.whole),
    Word("witness", "见证人", required=False, hint="被检查人不到场或者拒绝签名的，可以请见证人"),
)
FINDINGS: tuple[Word, ...] = (
    Word("item", "检查项目"),
    Word("result", "结果", Kind.CHOICE, choices=RESULTS),
    Word("note", "情况说明", required=False),
)
_SIGNED = Word("signed", "已由被检查人核对签名", Kind.BOOLEAN, required=False, default=True, basis=ALL[61, 2])
_REFUSAL = Word(
    "refusal_note",
    "拒绝配合、拒绝签名的情况",
    Kind.LONG_TEXT,
    required=False,
    hint="没有签名的应当写明",
    basis=INSPDOC.whole,
)
_SPAN: tuple[Word, ...] = (
    Word("began_at", "开始时刻", Kind.TIME, required=False),
    Word("ended_at", "结束时刻", Kind.TIME, required=False),
)
RECORD: tuple[Word, ...] = (
    *_SPAN,
    Word(
        "findings",
        "检查项目和结果",
        Kind.ROWS,
        columns=FINDINGS,
        hint="每行一项：检查项目｜符合要求、不符合要求或者不适用｜情况说明",
        basis=INSPDOC.whole,
    ),
    Word("found", "现场情况", Kind.LONG_TEXT, basis=INSPDOC.whole),
    Word("party_words", "被检查人的陈述", Kind.LONG_TEXT, required=False, hint="没有陈述的写明没有"),
    _SIGNED,
    _REFUSAL,
)
EXAMINATION: tuple[Word, ...] = (
    Word("place", "地点"),
    *_SPAN,
    Word("found", "勘验、抽样的情况", Kind.LONG_TEXT, outcomes=(*_SCENE, *_SAMPLING), basis=INSPDOC.whole),
    Word("person_asked", "被询问人", outcomes=_INTERVIEW, basis=APL[55, 2]),
    Word("person_relation", "被询问人与被检查人的关系", outcomes=_INTERVIEW),
    Word("questions", "询问和回答", Kind.LONG_TEXT, outcomes=_INTERVIEW, hint="逐一记录问、答", basis=APL[55, 2]),
    Word("interview_room", "在询问室进行", Kind.BOOLEAN, required=False, outcomes=_INTERVIEW),
    Word("items", "样品清单", Kind.ROWS, columns=GOODS, outcomes=_SAMPLING, basis=APL[56]),
    Word("witness", "见证人", required=False),
    replace(_SIGNED, label="已由被检查人、被询问人核对签名"),
    _REFUSAL,
)
_PROBLEMS = ("correct", "penalty", "transfer")
RESULT: tuple[Word, ...] = (
    Word("summary", "检查结果", Kind.LONG_TEXT, basis=INSPDOC.whole),
    Word("problems", "发现的问题", Kind.LONG_TEXT, outcomes=_PROBLEMS, basis=INSPDOC.whole),
    Word("violated", "违反的规定", Kind.LONG_TEXT, outcomes=("correct", "penalty"), hint="写到条、款、项"),
    Word("correction", "改正的内容和要求", Kind.LONG_TEXT, outcomes=("correct",), basis=APL[28, 1]),
    Word("correct_by", "改正的期限", Kind.DATE, outcomes=("correct",), basis=APL[28, 1]),
    Word("transfer_to", "受移送的机关", outcomes=("transfer",), basis=APL[27, 1]),
    Word("told_to", "签收人", required=False, hint="拒绝签收的写明"),
)
CORRECTION_CHECK: tuple[Word, ...] = (
    Word("checked_how", "核查方式", Kind.CHOICE, choices=CHECKED_HOW, basis=INSP54.whole),
    Word("checked", "核查的情况", Kind.LONG_TEXT),
    Word("reference", "复查检查的编号", when=("checked_how", ("site",))),
)
HAND_OVER: tuple[Word, ...] = (Word("reference", "立案案件的编号", hint="由“移送立案”自动填写", basis=APL[54, 1]),)
PUBLICATION: tuple[Word, ...] = (
    Word(
        "published_at",
        "另在何处公示",
        required=False,
        hint="办理后即在本平台公示门户公示；另在其他网站公示的填写",
        outcomes=("published",),
        basis=SEED.whole,
    ),
    Word("withheld_reason", "不予公示的理由", Kind.LONG_TEXT, outcomes=("withheld",), basis=SEED.whole),
)
BY_STEP: dict[str, tuple[Word, ...]] = {
    "IN-1": REGISTRATION,
    "IN-2": PLAN,
    "IN-3": APPROVAL,
    "IN-4": NOTICE,
    "IN-5": ARRIVAL,
    "IN-5-1": APPROVAL,
    "IN-6": RECORD,
    "IN-6-1": EXAMINATION,
    "IN-7": RESULT,
    "IN-7-1": CORRECTION_CHECK,
    "IN-7-2": HAND_OVER,
    "IN-8": PUBLICATION,
    "IN-9": performing.FILING_AWAY,
}
