"""送达 as stated: the words of every step by which a document reaches the party, and the service they make."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lantai.law.refusals import Malformed
from lantai.law.service_of_documents import Mode, Proof, Service, effective_on
from lantai.law.statements.word import Kind, Word
from lantai.law.statutes_in_force import ARL, CPL, SAMR

MODES = tuple((str(mode), mode.label) for mode in Mode)
PROOFS = tuple((str(proof), proof.label) for proof in Proof)

_LEFT = (str(Mode.LEAVING),)
_SUBSTITUTE = (str(Mode.POSTAL), str(Mode.ENTRUSTED), str(Mode.ANNOUNCEMENT))
_ANNOUNCED = (str(Mode.ANNOUNCEMENT),)
_ELECTRONIC = (str(Mode.ELECTRONIC),)
_CONFIRMED = (str(Mode.ELECTRONIC), str(Mode.CONFIRMED_ADDRESS))
_TO_A_PLACE = tuple(str(m) for m in (Mode.LEAVING, Mode.POSTAL, Mode.ENTRUSTED, Mode.CONFIRMED_ADDRESS))
_TO_A_PERSON = tuple(str(m) for m in Mode if m is not Mode.ANNOUNCEMENT)

SERVICE: tuple[Word, ...] = (
    Word("mode", "送达方式", Kind.CHOICE, choices=MODES, basis=CPL[88]),
    Word(
        "served_on",
        "送达日期",
        Kind.DATE,
        hint="直接送达填签收日期，留置送达填留置当日，电子送达填到达日期，邮寄送达填回执载明的收件日期，公告送达填公告发布日期",
        basis=CPL[87],
    ),
    Word("served_at", "送达时刻", Kind.TIME, required=False),
    Word("receiver", "收件人", when=("mode", _TO_A_PERSON), hint="在送达回证上签名或者盖章的人"),
    Word("relation", "收件人与当事人的关系", required=False, hint="例如本人、法定代表人、同住成年家属、收发人员"),
    Word("address", "送达地址", when=("mode", _TO_A_PLACE)),
    Word("electronic_address", "电子送达地址", when=("mode", _ELECTRONIC), basis=CPL[90]),
    Word("refusal_reason", "拒收事由", when=("mode", _LEFT), basis=CPL[89]),
    Word("at_domicile", "文书已留在受送达人的住所", Kind.BOOLEAN, when=("mode", _LEFT), basis=CPL[89]),
    Word("witness", "见证人", required=False, when=("mode", _LEFT), hint="没有见证人的，应当拍照或者录像"),
    Word(
        "substitute_reason",
        "不能直接送达的原因",
        Kind.LONG_TEXT,
        when=("mode", _SUBSTITUTE),
        hint="公告送达的，写明下落不明或者用其他方式无法送达的原因和经过",
        basis=CPL[95],
    ),
    Word("post_number", "邮件编号", when=("mode", (str(Mode.POSTAL),))),
    Word("announced_at", "公告的地点或者媒体", when=("mode", _ANNOUNCED), basis=CPL[95]),
    Word("posted", "公告是张贴的", Kind.BOOLEAN, required=False, when=("mode", _ANNOUNCED)),
    Word(
        "confirmed_on",
        "送达地址确认书签署日期",
        Kind.DATE,
        when=("mode", _CONFIRMED),
        basis=SAMR[83],
    ),
    Word("proofs", "已有的送达证明", Kind.CHOICES, choices=PROOFS, basis=CPL[87]),
    Word("service_note", "备注", required=False),
)
"""What is stated of every service. ``effective_on`` is added by the reading."""

RECONSIDERATION_CHANNEL = Word(
    "reconsideration_channel",
    "提交行政复议申请的互联网渠道",
    when=("mode", _ELECTRONIC),
    basis=ARL[22, 2],
)
"""Asked besides where a decision is served."""


EFFECT = "effective_on"


def with_effect(stated: dict[str, Any]) -> dict[str, Any]:
    """The statement with ``effective_on``, the day from which the party's terms run."""
    if "mode" not in stated or "served_on" not in stated:
        return stated
    served_on = date.fromisoformat(stated["served_on"])
    if (confirmed := stated.get("confirmed_on")) and date.fromisoformat(confirmed) > served_on:
        raise Malformed("confirmed_on", "送达地址确认书的签署日期不能晚于送达日期")
    return {**stated, EFFECT: effective_on(Mode(stated["mode"]), served_on).isoformat()}


def service_of(stated: Mapping[str, Any], is_decision: bool = False) -> Service:
    """The service that a statement makes, for ``service_of_documents.refusals``. Raises KeyError without a mode."""
    return Service(
        Mode(stated["mode"]),
        date.fromisoformat(stated["served_on"]),
        frozenset(Proof(proof) for proof in stated.get("proofs", ())),
        reason=stated.get("refusal_reason") or stated.get("substitute_reason") or "",
        at_domicile=stated.get("at_domicile", True),
        posted=stated.get("posted", False),
        is_decision=is_decision,
        reconsideration_channel=stated.get("reconsideration_channel", ""),
    )
