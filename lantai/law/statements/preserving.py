"""What the steps of evidence preservation (先行登记保存) state."""

from __future__ import annotations

from lantai.law.statements.investigating import GOODS, HEAD_OPINION, PRESERVATION_DISPOSALS
from lantai.law.statements.serving import SERVICE
from lantai.law.statements.word import Kind, Word
from lantai.law.statutes_in_force import APL, SAMR

APPROVAL: tuple[Word, ...] = (
    Word("preservation_reason", "证据可能灭失或者以后难以取得的情况", Kind.LONG_TEXT, basis=APL[56]),
    Word(
        "emergency",
        "情况紧急，已当场采取措施",
        Kind.BOOLEAN,
        required=False,
        hint="应当在二十四小时内向负责人报告并补办批准手续",
        basis=SAMR[33, 2],
    ),
)

PRESERVATION: tuple[Word, ...] = (
    Word(
        "items",
        "登记保存的证据清单",
        Kind.ROWS,
        columns=GOODS,
        basis=SAMR[34, 1],
    ),
    Word("kept_at", "保存地点", basis=SAMR[34]),
    Word("keeper", "保管人", hint="保存期间不得损毁、销毁或者转移证据", basis=APL[56]),
    Word("list_signed", "清单已由当事人和执法人员签名或者盖章，并交当事人一份", Kind.BOOLEAN, basis=SAMR[34, 1]),
    Word("certificates_shown", "已主动出示执法证件", Kind.BOOLEAN, basis=APL[55, 1]),
    Word("emergency", "情况紧急，当场采取措施", Kind.BOOLEAN, required=False, basis=SAMR[33, 2]),
    *SERVICE,
)

CONSENT: tuple[Word, ...] = (
    HEAD_OPINION,
    Word("emergency", "情况紧急，已当场采取措施", Kind.BOOLEAN, required=False, basis=SAMR[33, 2]),
)

DISPOSAL: tuple[Word, ...] = (
    Word("disposal", "处理方式", Kind.CHOICES, choices=PRESERVATION_DISPOSALS, basis=SAMR[35, 1]),
    Word("disposal_reason", "处理或者解除的理由", Kind.LONG_TEXT, basis=SAMR[35, 1]),
    Word("returned_items", "返还的证据", Kind.LONG_TEXT, required=False),
)
