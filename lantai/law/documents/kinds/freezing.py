"""冻结: the notice to the bank, the decision to the party, extension and release (ACL 29 to 33)."""

from __future__ import annotations

from typing import Any

from lantai.law.documents.composing import pick
from lantai.law.documents.kinds.measures import _BASIS, _REASON, _frozen_longer, _remedy, _term
from lantai.law.documents.kinds.parts import CONTACT, PARTY_TEXT, TWO_COPIES, addressee, line, signature, text
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section
from lantai.law.statements.measures import RELEASE_GROUNDS
from lantai.law.statutes_in_force import ACL

_BANK = "step.stated.bank|steps.CM-6.stated.bank|steps.CM-1.stated.bank"
_ACCOUNT = "step.stated.account|steps.CM-6.stated.account|steps.CM-1.stated.account"
_AMOUNT = "step.stated.amount|steps.CM-6.stated.amount|steps.CM-1.stated.amount"


def _account_lines() -> tuple[Line, ...]:
    return (
        line("bank", "金融机构", _BANK, True),
        line("account", "账号", _ACCOUNT, True),
        line("amount", "数额", _AMOUNT, True, Form.MONEY),
    )


def _to_bank(context: Context) -> str:
    return (
        f"本机关因办理{pick(context, 'case.title')}一案，依法决定冻结{pick(context, 'party.name')}在你单位的下列存款、汇款。"
        f"依据{ACL[30, 2]}的规定，请立即予以冻结，不得拖延，不得在冻结前向当事人泄露信息。"
    )


def _to_party(context: Context) -> str:
    title = str(pick(context, "case.title") or "").removeprefix("涉嫌")
    return f"你（单位）涉嫌{title}，本机关决定对你（单位）的下列存款、汇款予以冻结。"


def _released(to_bank: bool) -> Any:
    def make(context: Context) -> str:
        what = f"{pick(context, 'party.name')}在你单位" if to_bank else "你（单位）"
        end = "请立即解除。" if to_bank else "并已通知金融机构。"
        return (
            f"本机关办理{pick(context, 'case.title')}一案，依据{ACL[33, 1]}的规定，决定自即日起解除对{what}下列存款、汇款的冻结，"
            f"{end}"
        )

    return make


_GROUND = line("ground", "解除的情形", "step.stated.release_ground", True, choices=dict(RELEASE_GROUNDS))
_LETTER: dict[str, Any] = {"layout": Layout.LETTER, "red_head": True, "seal": True}

KINDS = (
    DocumentKind(
        "freezing_notice",
        "冻结通知书",
        (
            Section(
                "",
                (
                    addressee(_BANK),
                    text("opening", "通知的内容", "", True, make=_to_bank),
                    *_account_lines()[1:],
                    line("term", "期限", "", True, make=_term),
                ),
            ),
            CONTACT,
        ),
        (ACL[30],),
        sign="freezing",
        signature_rows=(signature("金融机构（签收）"),),
        notes=("本通知书一式两份，一份交金融机构，一份归档。",),
        **_LETTER,
    ),
    DocumentKind(
        "freezing_decision",
        "冻结决定书",
        (
            Section("当事人", (PARTY_TEXT,)),
            Section(
                "决定",
                (
                    text("decision", "决定", "", True, make=_to_party),
                    line("reason", "理由", _REASON, True, Form.PARAGRAPHS),
                    line("basis", "依据", _BASIS, True, Form.PARAGRAPHS),
                    line("term", "期限", "", True, make=_term),
                    *_account_lines(),
                ),
            ),
            Section("救济途径和期限", (_remedy(),)),
        ),
        (ACL[31],),
        sign="freezing",
        numbered=True,
        signature_rows=(signature("当事人（签收）"),),
        notes=(TWO_COPIES,),
        **_LETTER,
    ),
    DocumentKind(
        "freezing_extension",
        "延长冻结期限决定书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("decision", "决定", "", True, make=_frozen_longer),
                    line("reason", "理由", "step.stated.extension_reason", True, Form.PARAGRAPHS),
                    *_account_lines(),
                    _remedy(),
                ),
            ),
            CONTACT,
        ),
        (ACL[32],),
        sign="freezing_extension",
        notes=(TWO_COPIES,),
        **_LETTER,
    ),
    *(
        DocumentKind(
            code,
            title,
            (
                Section(
                    "",
                    (
                        addressee(to),
                        text("opening", "决定", "", True, make=_released(to == _BANK)),
                        *_account_lines(),
                        _GROUND,
                        line("reason", "理由", "step.stated.release_reason", True, Form.PARAGRAPHS),
                    ),
                ),
                CONTACT,
            ),
            (ACL[33],),
            sign="freezing_release",
            notes=(note,),
            **_LETTER,
        )
        for code, title, to, note in (
            ("freezing_release", "解除冻结决定书", "party.name", TWO_COPIES),
            ("freezing_release_notice", "解除冻结通知书", _BANK, "本通知书一式两份，一份交金融机构，一份归档。"),
        )
    ),
)
