"""查封、扣押之后: extension, custody, claim announcement, disposal, transfer, release with its list (ACL 21, 25 to 28)."""

from __future__ import annotations

from typing import Any

from lantai.law.documents.composing import pick
from lantai.law.documents.kinds.measures import _from, _goods, _measure, _remedy
from lantai.law.documents.kinds.parts import CASE_LINE, CONTACT, PHOTOS, TWO_COPIES, addressee, line, signature, text
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Section
from lantai.law.periods import written
from lantai.law.statements.measures import RELEASE_GROUNDS
from lantai.law.statutes_in_force import ACL, SAMR


def _lengthened(context: Context) -> str:
    first = _from(context)
    day = written(first) if first else ""
    return (
        f"本机关于{day}对你（单位）的有关场所、设施或者财物采取{_measure(context)}措施。因情况复杂，依据{ACL[25, 1]}的规定，"
        f"经行政机关负责人批准，决定延长{_measure(context)}期限{pick(context, 'step.stated.days') or 30}日。"
    )


def _always(words: str) -> Any:
    return lambda context: words


_COPIES = "本清单一式两份，由当事人和行政机关分别保存。"
COURSE = (
    DocumentKind(
        "sealing_extension",
        "延长查封（扣押）期限决定书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("decision", "决定", "", True, make=_lengthened),
                    line("reason", "理由", "step.stated.extension_reason", True, Form.PARAGRAPHS),
                    _goods(),
                    _remedy(),
                ),
            ),
            CONTACT,
        ),
        (ACL[25],),
        Layout.LETTER,
        sign="sealing_seizure_extension",
        red_head=True,
        seal=True,
        notes=(TWO_COPIES,),
    ),
    *(
        DocumentKind(
            code,
            title,
            (
                Section(
                    "",
                    (
                        CASE_LINE,
                        line("party_name", "当事人", "party.name", True),
                        line("custodian", who, "step.stated.custodian", True),
                        line("custody_place", "保管地点", "step.stated.custody_place", True),
                        text("duty", "保管的要求", "", True, make=_always(duty)),
                        line("custody_note", "保管情况", "step.stated.custody_note", True, Form.PARAGRAPHS),
                        _goods(),
                    ),
                ),
            ),
            (ACL[26], SAMR[41]),
            layout,
            seal=seal,
            signature_rows=(
                signature(f"{who}（签名或者盖章）"),
                signature("执法人员（签名）"),
                signature("执法人员（签名）"),
            ),
        )
        for code, title, who, duty, layout, seal in (
            (
                "custody_record",
                "查封（扣押）财物保管记录",
                "保管人",
                "妥善保管，不得使用或者损毁；造成损失的，依法承担赔偿责任。",
                Layout.RECORD,
                False,
            ),
            (
                "custody_commission",
                "委托保管书",
                "受委托保管的第三人",
                "受委托的第三人不得损毁或者擅自转移、处置；保管费用由行政机关承担。",
                Layout.LETTER,
                True,
            ),
        )
    ),
    DocumentKind(
        "claim_announcement",
        "财物认领公告",
        (
            Section(
                "",
                (
                    text(
                        "opening",
                        "公告的内容",
                        "",
                        True,
                        make=lambda c: (
                            f"本机关在办理{pick(c, 'case.title')}一案中采取强制措施的下列财物，请权利人自本公告发布之日起三十日内"
                            "持有效证明到本机关认领；期满无人认领的，依法处置，价款上缴国库。"
                        ),
                    ),
                    line("reason", "理由", "step.stated.early_reason", True, Form.PARAGRAPHS),
                    line("announced_on", "发布日期", "step.stated.announced_on", True, Form.DATE),
                    line("announced_place", "公告的地点或者媒体", "step.stated.announced_place", True),
                    _goods(),
                ),
            ),
            CONTACT,
        ),
        (ACL[28, 2], SAMR[42]),
        Layout.LETTER,
        red_head=True,
        seal=True,
    ),
)

_WAYS = {"confiscated": "依法没收", "destroyed": "依法销毁", "transferred": "随案移送", "release": "应当解除"}
ENDS = (
    DocumentKind(
        "measure_disposal",
        "查封（扣押）财物处理决定书",
        (
            Section(
                "",
                (
                    addressee(),
                    text(
                        "opening",
                        "事由",
                        "",
                        True,
                        make=lambda c: (
                            f"本机关办理{pick(c, 'case.title')}一案，对{_measure(c)}的财物，依据{ACL[27]}的规定，决定"
                            f"{_WAYS.get(str(pick(c, 'step.outcome')), '依法处理')}。"
                        ),
                    ),
                    line("reason", "理由", "step.stated.disposal_reason", True, Form.PARAGRAPHS),
                    line("basis", "依据", "step.stated.disposal_basis"),
                    _goods(),
                    _remedy(),
                ),
            ),
        ),
        (ACL[27],),
        Layout.LETTER,
        sign="measure_disposal",
        red_head=True,
        seal=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "measure_transfer_notice",
        "查封（扣押、冻结）财物移送告知书",
        (
            Section(
                "",
                (
                    addressee(),
                    text(
                        "opening",
                        "告知的内容",
                        "",
                        True,
                        make=lambda c: (
                            f"本机关办理{pick(c, 'case.title')}一案，因违法行为涉嫌犯罪，依据{ACL[21]}的规定，"
                            "已将下列财物或者款项随案移送。"
                        ),
                    ),
                    line("reason", "理由", "step.stated.disposal_reason", True, Form.PARAGRAPHS),
                    line("basis", "依据", "step.stated.disposal_basis"),
                    line("account", "账号", "steps.CM-6.stated.account"),
                    _goods(),
                ),
            ),
            CONTACT,
        ),
        (ACL[21],),
        Layout.LETTER,
        red_head=True,
        seal=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "measure_release",
        "解除查封（扣押）决定书",
        (
            Section(
                "",
                (
                    addressee(),
                    text(
                        "opening",
                        "决定",
                        "",
                        True,
                        make=lambda c: (
                            f"本机关办理{pick(c, 'case.title')}一案，依据{ACL[28, 1]}的规定，决定自即日起解除{_measure(c)}，"
                            "立即退还财物；已拍卖或者变卖的，退还所得款项。"
                        ),
                    ),
                    line("ground", "解除的情形", "step.stated.release_ground", True, choices=dict(RELEASE_GROUNDS)),
                    line("reason", "理由", "step.stated.release_reason", True, Form.PARAGRAPHS),
                    line("returned", "返还的情况", "step.stated.returned", form=Form.PARAGRAPHS),
                    _goods(),
                ),
            ),
            CONTACT,
        ),
        (ACL[28],),
        Layout.LETTER,
        sign="sealing_seizure_release",
        red_head=True,
        seal=True,
        notes=("附：财物返还（处理）清单。", TWO_COPIES),
    ),
    DocumentKind(
        "return_list",
        "财物返还（处理）清单",
        (Section("", (CASE_LINE, line("party_name", "当事人", "party.name", True), _goods(True))), PHOTOS),
        (ACL[28, 2],),
        Layout.LIST,
        version=2,
        seal=True,
        signature_rows=(
            signature("领取人或者接收人（签名）"),
            signature("执法人员（签名）"),
            signature("执法人员（签名）"),
        ),
        notes=(_COPIES,),
    ),
)

KINDS = (*COURSE, *ENDS)
