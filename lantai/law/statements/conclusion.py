"""决定内容: what a decision orders, numbered, in the words of the law. The same text stands in the document and on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from lantai.law.money import capitals, fen
from lantai.law.penalties import PenaltyKind
from lantai.law.statements import draft as d
from lantai.law.statements.acts import act_conclusion

_AMOUNTS = {PenaltyKind.FINE: ("罚款", "fine"), PenaltyKind.CONFISCATION_GAINS: ("没收违法所得", "gains")}

_NO_PENALTY_GROUND = {
    d.NO_PENALTY_MINOR: "违法行为轻微并及时改正，没有造成危害后果",
    d.NO_PENALTY_FIRST: "初次违法且危害后果轻微并及时改正",
    d.NO_PENALTY_FACTS: "违法事实不能成立",
    "no_fault": "有证据足以证明没有主观过错",
    "under_14": "系不满十四周岁的未成年人",
    "incapacity": "在不能辨认或者不能控制自己行为时有违法行为",
    "limitation": "违法行为已超过追究时效",
    "other": "有法律、法规规定的不予行政处罚的情形",
}


def amount_in_words(amount: Decimal | str) -> str:
    """人民币伍仟元整（¥5,000.00）: capitals first, figures in brackets."""
    value = fen(Decimal(amount))
    return f"人民币{capitals(value)}（¥{value:,.2f}）"


def conclusion(outcome: str, draft: Mapping[str, Any], party_name: str) -> str:
    """What is decided against or for the party. Raises KeyError for an unknown outcome.

    A decision that no draft precedes (a licence) is kept as it was worded.
    """
    if draft.get("conclusion"):
        return str(draft["conclusion"])
    if outcome == d.PENALTY:
        return "\n".join(_penalty(draft, party_name))
    if outcome in d.NO_PENALTY:
        return "\n".join(_no_penalty(outcome, draft, party_name))
    if outcome == d.TRANSFER_AGENCY:
        return f"将{party_name}一案移送{draft['transfer_to']}处理。"
    if outcome == d.TRANSFER_CRIMINAL:
        return f"{party_name}的行为涉嫌{_crime(draft['suspected_crime'])}，将本案移送{draft['transfer_to']}。"
    return act_conclusion(outcome, draft, party_name)


def _penalty(draft: Mapping[str, Any], party_name: str) -> Iterator[str]:
    if correction := draft.get("correction", "").strip():
        yield f"责令改正：{_ended(correction)}"
    yield f"对{party_name}处以下行政处罚："
    items = list(_items(draft))
    for number, item in enumerate(items, 1):
        yield f"{number}.{item}{'。' if number == len(items) else '；'}"


def _items(draft: Mapping[str, Any]) -> Iterator[str]:
    """The kinds in rising gravity; those that are written out follow as the draft words them."""
    written_out = False
    for kind in (kind for kind in PenaltyKind if kind in draft["penalty_kinds"]):
        if kind in _AMOUNTS:
            label, code = _AMOUNTS[kind]
            yield label + amount_in_words(draft[code])
        elif kind is PenaltyKind.CONFISCATION_PROPERTY:
            yield f"没收非法财物：{_bare(draft['property'])}"
        elif kind in (PenaltyKind.WARNING, PenaltyKind.CRITICISM):
            yield kind.label
        elif not written_out:
            written_out = True
            yield from (_bare(line) for line in draft["other_content"].splitlines() if line.strip())


def _no_penalty(outcome: str, draft: Mapping[str, Any], party_name: str) -> Iterator[str]:
    ground = _NO_PENALTY_GROUND[draft.get("no_penalty_ground", outcome)]
    yield f"{party_name}{ground}，决定不予行政处罚。"
    if education := draft.get("education", "").strip():
        yield f"对当事人进行教育：{_ended(education)}"


def _crime(text: str) -> str:
    name = _bare(text)
    return name if name.endswith("犯罪") or name.endswith("罪") else f"{name}罪"


def _bare(text: str) -> str:
    """Without the mark at its end, so that the list sets its own."""
    return text.strip().rstrip("。；;.")


def _ended(text: str) -> str:
    """With one full stop at its end."""
    return _bare(text) + "。"


_LICENCE = {
    "granted": "准予{party}{matter}行政许可",
    "denied": "不予{party}{matter}行政许可",
    "changed": "准予{party}变更{matter}行政许可",
    "change_denied": "不予{party}变更{matter}行政许可",
    "renewed": "准予{party}延续{matter}行政许可",
    "renewal_denied": "不予{party}延续{matter}行政许可",
    "renewed_by_silence": "逾期未作决定，视为准予{party}延续{matter}行政许可",
    "withdrawn": "撤回{party}取得的{matter}行政许可",
    "revoked": "撤销{party}取得的{matter}行政许可",
    "not_revoked": "不予撤销{party}取得的{matter}行政许可",
    "cancelled": "注销{party}取得的{matter}行政许可",
}


def licence_conclusion(outcome: str, stated: Mapping[str, Any], party_name: str, matter: str) -> str:
    """What is decided on an application, or becomes of a licence. Raises KeyError for an unknown outcome."""
    head = _LICENCE[outcome].format(party=party_name, matter=matter.removesuffix("行政许可").removesuffix("许可"))
    content = str(stated.get("licence_content") or "").strip()
    reasons = str(stated.get("denial_reasons") or "").strip()
    if content:
        return f"{head}，许可内容：{_ended(content)}"
    return f"{head}。理由：{_ended(reasons)}" if reasons else f"{head}。"
