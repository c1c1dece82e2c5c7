"""What the steps of a transfer to the police state (XFER 3 to 19)."""

from __future__ import annotations

from lantai.law.statements.investigating import GOODS, HEAD_OPINION
from lantai.law.statements.word import Kind, Word
from lantai.law.statutes_in_force import ACL, XFER

REPORT: tuple[Word, ...] = (
    Word("suspected_crime", "涉嫌的罪名", basis=XFER[3, 1]),
    Word(
        "threshold",
        "达到追诉标准的情况",
        Kind.LONG_TEXT,
        hint="金额、情节、后果等与立案追诉标准的对照",
        basis=XFER[3, 1],
    ),
    Word("crime_facts", "核实的违法事实和证据", Kind.LONG_TEXT, basis=XFER[5, 1]),
    Word("is_ip", "属于知识产权领域，存在犯罪的合理嫌疑", Kind.BOOLEAN, required=False, basis=XFER[3, 2]),
    Word("team", "专案组成员", Kind.PERSONS, required=False, hint="不少于两人", basis=XFER[5, 1]),
)
APPROVAL: tuple[Word, ...] = (
    Word("refusal_reason", "不批准移送的理由", Kind.LONG_TEXT, outcomes=("refused",), basis=XFER[5, 2]),
    HEAD_OPINION,
)
HANDING_OVER: tuple[Word, ...] = (
    Word("transfer_to", "同级公安机关", basis=XFER[5, 2]),
    Word("transfer_items", "移送的材料和物品", Kind.LONG_TEXT, basis=XFER[6]),
    Word("items", "涉案物品", Kind.ROWS, required=False, columns=GOODS, basis=XFER[4, 2]),
    Word("report_attached", "已附调查报告", Kind.BOOLEAN, basis=XFER[6, 1, 2]),
    Word("appraisal", "检验报告或者鉴定结论", required=False, basis=XFER[6, 1, 4]),
    Word(
        "measures_told",
        "有查封、扣押、冻结财物的，已一并移送并书面告知当事人；没有的也请确认",
        Kind.BOOLEAN,
        basis=ACL[21],
    ),
)
_ANSWER: tuple[Word, ...] = (
    Word("notice_number", "通知书文号", required=False, basis=XFER[8]),
    Word("received_on", "收到通知书的日期", Kind.DATE, required=False, basis=XFER[8]),
)
POLICE: tuple[Word, ...] = (
    *_ANSWER,
    Word("police_reason", "不予立案的理由", Kind.LONG_TEXT, outcomes=("not_filed",), basis=XFER[8]),
    Word("passed_to", "转送的机关", outcomes=("passed_on",), basis=XFER[7]),
)
OBJECTION: tuple[Word, ...] = (
    Word("to_body", "受文机关", basis=XFER[9, 1]),
    Word("objection", "认为应当立案的理由", Kind.LONG_TEXT, basis=XFER[9, 1]),
)
ITEMS: tuple[Word, ...] = (
    Word("handed_to", "接收的机关和人员", basis=XFER[12]),
    Word("items", "移交的物品和材料", Kind.ROWS, columns=GOODS, basis=XFER[12]),
)
GOING_ON: tuple[Word, ...] = (Word("further_course", "继续处理的安排", Kind.LONG_TEXT, basis=XFER[10]),)
DUTY_CRIME: tuple[Word, ...] = (
    Word("clue_to", "受文机关", basis=XFER[19]),
    Word("official", "涉及的公职人员及其单位、职务", basis=XFER[19]),
    Word("clue_facts", "线索的内容", Kind.LONG_TEXT, basis=XFER[19]),
)

BY_STEP: dict[str, tuple[Word, ...]] = {
    "XF-1": REPORT,
    "XF-2": APPROVAL,
    "XF-3": HANDING_OVER,
    "XF-4": POLICE,
    "XF-6": OBJECTION,
    "XF-7": _ANSWER,
    "XF-9": DUTY_CRIME,
    "XF-5": ITEMS,
    "XF-8": GOING_ON,
}
