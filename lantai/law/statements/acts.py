"""征收、征用决定的内容: how a decision that is no penalty is called, and what it orders, in one paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lantai.law.money import capitals, fen
from lantai.law.statements.word import Choices

LEVY, HOUSING, LAND, REQUISITION, COMPENSATION = "levy", "housing", "land", "requisition", "compensation"
EXECUTION, COURT, LICENCE, LICENCE_END = "execution", "court_application", "licence", "licence_end"
ACTS: Choices = (
    (LEVY, "征收款项"),
    (HOUSING, "征收房屋"),
    (LAND, "征收土地"),
    (REQUISITION, "应急征用"),
    (COMPENSATION, "作出补偿决定"),
    (EXECUTION, "强制执行"),
    (COURT, "申请人民法院强制执行"),
    (LICENCE, "对行政许可申请作出决定"),
    (LICENCE_END, "撤回、撤销行政许可"),
)
"""What the cases of these procedures decide; compensation besides the expropriation or requisition itself."""


def act_conclusion(act: str, fields: Mapping[str, Any], party_name: str) -> str:
    """What is decided. Raises KeyError for an unknown act."""
    if act == LEVY:
        amount = fen(Decimal(str(fields.get("amount") or 0)))
        return f"向{party_name}征收{fields.get('item', '')}人民币{capitals(amount)}（¥{amount:,.2f}）。"
    if act == HOUSING:
        return f"为{_bare(fields.get('purpose'))}的需要，征收{_bare(fields.get('scope'))}范围内的房屋，国有土地使用权同时收回。"
    if act == LAND:
        return f"为{_bare(fields.get('purpose'))}的需要，征收{_bare(fields.get('scope'))}的农民集体所有土地。"
    if act == REQUISITION:
        return f"因{_bare(fields.get('emergency_event'))}的应急需要，征用{party_name}的{_bare(fields.get('goods_wanted'))}。"
    if act == COMPENSATION:
        amount = fen(sum((Decimal(str(fields[w] or 0)) for w in fields if w.endswith("_money")), Decimal(0)))
        exchanged = f"，以{_bare(fields['exchange_house'])}调换产权" if fields.get("exchange_house") else ""
        whom = fields.get("household") or party_name
        return f"向{whom}支付补偿人民币{capitals(amount)}（¥{amount:,.2f}）{exchanged}。"
    if act in (EXECUTION, COURT):
        which = _bare(fields.get("decision_title")) or "行政决定"
        return f"{dict(ACTS)[act]}：{party_name}逾期不履行{which}确定的义务。"
    if act == LICENCE:
        return f"对{party_name}的行政许可申请作出决定。"
    if act == LICENCE_END:
        return f"撤回、撤销{party_name}的{_bare(fields.get('licence_name')) or '行政许可'}。"
    raise KeyError(act)


def _bare(text: Any) -> str:
    return str(text or "").strip().rstrip("。；;.")
