"""强制执行的实施: records on the spot, suspension, agreement, end, transfer of deposits, auction, return (ACL 39 to 52)."""

from __future__ import annotations

from typing import Any

from lantai.law.documents.composing import pick, written_on, yuan
from lantai.law.documents.kinds.enforcing import remedy, the_decision
from lantai.law.documents.kinds.investigation import time_span
from lantai.law.documents.kinds.parts import (
    CONTACT,
    PARTY_TEXT,
    TWO_COPIES,
    addressee,
    line,
    signature,
    text,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section
from lantai.law.statements.enforcing import END_GROUNDS, SUSPENSION_GROUNDS
from lantai.law.statements.investigating import PRESENCE
from lantai.law.statutes_in_force import ACL

_LETTER: dict[str, Any] = {"layout": Layout.LETTER, "red_head": True, "seal": True}
_BANK_COPIES = "本通知书一式两份，一份交金融机构，一份归档。"
_SIGNED = (
    signature("当事人（签名或者盖章）"),
    signature("见证人（签名）"),
    signature("执法人员（签名）"),
    signature("执法人员（签名）"),
)


def _head(context: Context) -> str:
    return f"本机关依据{the_decision(context)}，对你（单位）实施强制执行。"


def _suspended(context: Context) -> str:
    ground = dict(SUSPENSION_GROUNDS).get(str(pick(context, "step.stated.suspension_ground")), "依法应当中止的情形")
    return f"{_head(context)}因{ground}，依据{ACL[39, 1]}的规定，决定中止执行。中止的情形消失后，恢复执行。"


def _resumed(context: Context) -> str:
    if pick(context, "step.outcome") == "broken":
        return f"{_head(context)}你（单位）不履行执行协议，依据{ACL[42, 2]}的规定，本机关恢复强制执行。"
    return f"{_head(context)}中止执行的情形已经消失，依据{ACL[39, 2]}的规定，本机关恢复执行。"


def _ended(context: Context) -> str:
    if pick(context, "step.outcome") == "abandoned":
        return (
            f"{_head(context)}没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行，"
            f"依据{ACL[39, 2]}的规定，不再执行。"
        )
    ground = dict(END_GROUNDS).get(str(pick(context, "step.stated.end_ground")), "依法应当终结的情形")
    return f"{_head(context)}因{ground}，依据{ACL[40]}的规定，决定终结执行。"


def _agreed(context: Context) -> str:
    return (
        f"甲方：{pick(context, 'agency.name')}。乙方：{pick(context, 'party.name')}。甲方依据{the_decision(context)}对乙方实施强制执行。"
        f"在不损害公共利益和他人合法权益的情况下，依据{ACL[42]}的规定，双方达成如下协议："
    )


def _agreed_end(context: Context) -> list[str]:
    remitted = pick(context, "step.stated.remitted")
    made = [f"乙方采取补救措施，甲方减免加处的罚款或者滞纳金{yuan(remitted)}。"] if remitted else []
    return [*made, f"乙方应当履行本协议；不履行的，甲方恢复强制执行（{ACL[42, 2]}）。"]


def _to_bank(context: Context) -> str:
    return (
        f"本机关依据{the_decision(context)}，决定划拨{pick(context, 'party.name')}在你单位的下列存款、汇款。"
        f"依据{ACL[47, 1]}的规定，请接到本通知书后立即划拨。"
    )


def _to_auction(context: Context) -> str:
    return (
        f"本机关依据{the_decision(context)}实施强制执行。依据{ACL[48]}的规定，现委托你单位依照拍卖法拍卖下列财物，"
        "所得款项划入国库或者财政专户。"
    )


def _at_once(context: Context) -> str:
    return (
        f"发现下列遗洒物、障碍物或者污染物需要立即清除，你（单位）不能清除。依据{ACL[52]}的规定，"
        f"本机关决定于{written_on(pick(context, 'step.at'))}立即实施代履行。"
    )


_HOURS = line("hours", "时间", "", True, make=time_span)
_PLACE = line("place", "地点", "step.stated.place", True)
_PRESENCE = line("presence", "当事人到场情况", "step.stated.presence", True, choices=dict(PRESENCE))
_REASON = line("reason", "理由", "step.stated.course_reason", True, Form.PARAGRAPHS)
_DECIDED = line("decided", "据以执行的决定", "", True, make=the_decision)


def _course(code: str, title: str, make: Any, basis: Any, sign: str, *more: Line) -> DocumentKind:
    return DocumentKind(
        code,
        title,
        (
            Section("", (addressee(), text("decision", "决定", "", True, make=make), _REASON, *more)),
            CONTACT,
        ),
        basis,
        sign=sign,
        notes=(TWO_COPIES,),
        **_LETTER,
    )


KINDS = (
    DocumentKind(
        "execution_record",
        "强制执行现场笔录",
        (
            Section(
                "",
                (
                    _DECIDED,
                    line("party_name", "当事人", "party.name", True),
                    _HOURS,
                    _PLACE,
                    _PRESENCE,
                    line("witness", "见证人", "step.stated.on_site_witness"),
                    line("officers", "执法人员", "step.actors|officers", True, Form.OFFICERS),
                    line("emergency", "紧急的情况", "step.stated.emergency_reason", form=Form.PARAGRAPHS),
                    line("found", "执行的经过和结果", "step.stated.found", True, Form.PARAGRAPHS),
                    line("goods", "清点、搬离和移交的物品", "step.stated.goods_inventory", form=Form.PARAGRAPHS),
                ),
            ),
        ),
        (ACL[37], ACL[43]),
        Layout.RECORD,
        signature_rows=_SIGNED,
    ),
    DocumentKind(
        "substitute_record",
        "代履行执行笔录",
        (
            Section(
                "",
                (
                    _DECIDED,
                    line("party_name", "当事人", "party.name", True),
                    _HOURS,
                    _PLACE,
                    _PRESENCE,
                    line("performer", "代履行人", "step.stated.performer|steps.CE-4.stated.performer", True),
                    line("witness", "见证人", "step.stated.on_site_witness"),
                    line("supervisors", "到场监督人员", "step.actors|officers", True, Form.OFFICERS),
                    line("emergency", "紧急的情况", "step.stated.emergency_reason", form=Form.PARAGRAPHS),
                    line("object", "标的", "step.stated.object|steps.CE-4.stated.object", form=Form.PARAGRAPHS),
                    line("found", "代履行的经过和结果", "step.stated.found", True, Form.PARAGRAPHS),
                    line("cost", "实际费用", "step.stated.cost", form=Form.MONEY),
                ),
            ),
        ),
        (ACL[51],),
        Layout.RECORD,
        signature_rows=(
            signature("当事人（签名或者盖章）"),
            signature("见证人（签名）"),
            signature("代履行人（签名或者盖章）"),
            signature("到场监督人员（签名）"),
        ),
    ),
    DocumentKind(
        "immediate_substitution",
        "立即代履行决定书",
        (
            Section("当事人", (PARTY_TEXT,)),
            Section(
                "决定",
                (
                    text("decision", "决定", "", True, make=_at_once),
                    _PLACE,
                    line("object", "标的", "step.stated.object", True, Form.PARAGRAPHS),
                    line("cannot_clear", "当事人不能清除的情况", "step.stated.cannot_clear", True, Form.PARAGRAPHS),
                    line("performer", "代履行人", "step.stated.performer", True),
                    line("told_after", "事后通知的情况", "step.stated.told_after", form=Form.PARAGRAPHS),
                ),
            ),
            Section("救济途径和期限", (remedy(),)),
        ),
        (ACL[52],),
        sign="substitution",
        numbered=True,
        notes=(TWO_COPIES,),
        **_LETTER,
    ),
    _course("execution_suspension", "中止执行决定书", _suspended, (ACL[39],), "execution_suspension"),
    _course("execution_resumption", "恢复执行通知书", _resumed, (ACL[39], ACL[42]), "execution_resumption"),
    _course("execution_end", "终结执行决定书", _ended, (ACL[40], ACL[39]), "execution_end"),
    DocumentKind(
        "execution_agreement",
        "执行协议",
        (
            Section(
                "",
                (
                    text("opening", "协议的缘由", "", True, make=_agreed),
                    line("terms", "分阶段履行的约定", "step.stated.agreement_terms", True, Form.PARAGRAPHS),
                    line("remedial", "乙方采取的补救措施", "step.stated.remedial", form=Form.PARAGRAPHS),
                    _REASON,
                    text("end", "履行", "", True, make=_agreed_end),
                ),
            ),
        ),
        (ACL[42],),
        Layout.LETTER,
        sign="execution_agreement",
        seal=True,
        signature_rows=(signature("甲方（盖章）"), signature("乙方（签名或者盖章）")),
        notes=("本协议一式两份，双方各执一份。",),
    ),
    DocumentKind(
        "deposit_transfer",
        "划拨存款（汇款）通知书",
        (
            Section(
                "",
                (
                    addressee("step.stated.bank"),
                    text("opening", "通知的内容", "", True, make=_to_bank),
                    line("account", "账号", "step.stated.account", True),
                    line("amount", "数额", "step.stated.amount", True, Form.MONEY),
                    line("transfer_to", "划入", "step.stated.transfer_to", True),
                    line("basis", "法律依据", "step.stated.transfer_basis", True, Form.PARAGRAPHS),
                    line("emergency", "紧急的情况", "step.stated.emergency_reason", form=Form.PARAGRAPHS),
                ),
            ),
            CONTACT,
        ),
        (ACL[47],),
        sign="deposit_transfer",
        signature_rows=(signature("金融机构（签收）"),),
        notes=(_BANK_COPIES,),
        **_LETTER,
    ),
    DocumentKind(
        "auction_commission",
        "拍卖委托书",
        (
            Section(
                "",
                (
                    addressee("step.stated.auction_house"),
                    text("opening", "委托的内容", "", True, make=_to_auction),
                    line("goods", "拍卖的财物", "step.stated.auction_goods", True, Form.PARAGRAPHS),
                    line("amount", "应当受偿的数额", "step.stated.amount", True, Form.MONEY),
                    line("emergency", "紧急的情况", "step.stated.emergency_reason", form=Form.PARAGRAPHS),
                ),
            ),
            CONTACT,
        ),
        (ACL[48], ACL[46, 3]),
        sign="auction",
        signature_rows=(signature("拍卖机构（签收）"),),
        notes=("本委托书一式两份，一份交拍卖机构，一份归档。",),
        **_LETTER,
    ),
    DocumentKind(
        "execution_return",
        "执行回转（返还）记录",
        (
            Section(
                "",
                (
                    _DECIDED,
                    line("party_name", "当事人", "party.name", True),
                    line(
                        "way",
                        "方式",
                        "step.outcome",
                        choices={"returned": "退还财物", "restored": "恢复原状", "compensated": "依法赔偿"},
                    ),
                    line("reason", "理由", "step.stated.restoration_reason", True, Form.PARAGRAPHS),
                    line("restored", "退还、恢复或者赔偿的情况", "step.stated.restored", True, Form.PARAGRAPHS),
                    line("officers", "经办人", "step.actors|officers", True, Form.OFFICERS),
                ),
            ),
        ),
        (ACL[41],),
        Layout.RECORD,
        signature_rows=(signature("当事人（签收）"), signature("经办人（签名）")),
    ),
)
