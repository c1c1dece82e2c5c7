"""送达: eight modes of service (SV-1 … SV-8), what each needs, what proves it and from which day it counts.

Civil Procedure Law 87 to 95, applied by Penalty Law 61 and Coercion Law 38; Market Supervision Rule 82, 83.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lantai.law.periods import written
from lantai.law.refusals import Malformed, Refusal
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import APL, ARL, CPL, SAMR

ANNOUNCEMENT_DAYS = 30


class Proof(StrEnum):
    """What may prove a service, as kinds of evidence on file."""

    RECEIPT = "receipt"
    WITNESS = "witness"
    PHOTO_OR_VIDEO = "photo_or_video"
    ADDRESS_CONFIRMATION = "address_confirmation"
    TRANSMISSION_LOG = "transmission_log"
    POSTAL_RECEIPT = "postal_receipt"
    ANNOUNCEMENT_TEXT = "announcement_text"
    REASON_NOTE = "reason_note"

    @property
    def label(self) -> str:
        return _PROOF_LABELS[self]


_PROOF_LABELS = {
    Proof.RECEIPT: "送达回证",
    Proof.WITNESS: "见证人签名或者盖章",
    Proof.PHOTO_OR_VIDEO: "送达过程的照片或者录像",
    Proof.ADDRESS_CONFIRMATION: "经签字确认的送达地址确认书",
    Proof.TRANSMISSION_LOG: "发送成功的截图或者系统日志",
    Proof.POSTAL_RECEIPT: "邮寄回执",
    Proof.ANNOUNCEMENT_TEXT: "公告文本",
    Proof.REASON_NOTE: "公告送达原因和经过的记录",
}


class Mode(StrEnum):
    """送达方式."""

    PERSONAL = "SV-1"
    LEAVING = "SV-2"
    ELECTRONIC = "SV-3"
    POSTAL = "SV-4"
    ENTRUSTED = "SV-5"
    ANNOUNCEMENT = "SV-6"
    CONFIRMED_ADDRESS = "SV-7"
    ON_THE_SPOT = "SV-8"

    @property
    def label(self) -> str:
        return RULES[self].label


@dataclass(frozen=True)
class ModeRule:
    """A mode: when it may be used, the sets of proof of which one must be complete, from when it counts."""

    label: str
    condition: str
    proofs: tuple[frozenset[Proof], ...]
    effective: str
    basis: tuple[Basis, ...]


def _sets(*sets: tuple[Proof, ...]) -> tuple[frozenset[Proof], ...]:
    return tuple(frozenset(s) for s in sets)


RULES: dict[Mode, ModeRule] = {
    Mode.PERSONAL: ModeRule(
        "直接送达",
        "送交受送达人；不在的交同住成年家属，单位由负责人或者收件人签收，也可以交代收人",
        _sets((Proof.RECEIPT,)),
        "送达回证上的签收日期",
        (CPL[88],),
    ),
    Mode.LEAVING: ModeRule(
        "留置送达",
        "受送达人或者其同住成年家属拒绝接收，文书留在受送达人的住所",
        _sets((Proof.RECEIPT, Proof.WITNESS), (Proof.RECEIPT, Proof.PHOTO_OR_VIDEO)),
        "文书留在住所的当日",
        (CPL[89],),
    ),
    Mode.ELECTRONIC: ModeRule(
        "电子送达",
        "当事人同意并签订确认书，采用能够确认其收悉的方式",
        _sets((Proof.ADDRESS_CONFIRMATION, Proof.TRANSMISSION_LOG)),
        "送达信息到达受送达人特定系统的日期",
        (CPL[90], APL[61, 2]),
    ),
    Mode.POSTAL: ModeRule(
        "邮寄送达",
        "直接送达有困难",
        _sets((Proof.POSTAL_RECEIPT,)),
        "回执上注明的收件日期",
        (CPL[91],),
    ),
    Mode.ENTRUSTED: ModeRule(
        "委托、转交送达",
        "直接送达有困难的委托其他机关代为送达；军人、被监禁的人由所在单位、监所转交",
        _sets((Proof.RECEIPT,)),
        "送达回证上的签收日期",
        (CPL[91], CPL[94]),
    ),
    Mode.ANNOUNCEMENT: ModeRule(
        "公告送达",
        "受送达人下落不明，或者用其他方式无法送达，在案卷中记明原因和经过",
        _sets((Proof.ANNOUNCEMENT_TEXT, Proof.REASON_NOTE)),
        "自发出公告之日起经过三十日",
        (CPL[95],),
    ),
    Mode.CONFIRMED_ADDRESS: ModeRule(
        "按确认地址送达",
        "向送达地址确认书载明的地址送达，地址变更未书面告知",
        _sets(
            (Proof.ADDRESS_CONFIRMATION, Proof.POSTAL_RECEIPT),
            (Proof.ADDRESS_CONFIRMATION, Proof.RECEIPT),
        ),
        "直接送达的，文书留在该地址的当日；邮寄送达的，文书被退回之日",
        (SAMR[83],),
    ),
    Mode.ON_THE_SPOT: ModeRule(
        "当场宣告交付",
        "宣告后当场交付当事人",
        _sets((Proof.RECEIPT,)),
        "交付当日",
        (APL[61, 1],),
    ),
}


@dataclass(frozen=True)
class Service:
    """One service as stated by the officer.

    ``on``      the day of the mode: signed, left, arrived, received, announced, handed over or returned.
    ``proofs``  what is on file.
    ``reason``  why a substitute mode was used: the refusal, the difficulty, the whereabouts.
    ``at_domicile`` for leaving: that it was left at the addressee's domicile.
    ``posted``  for an announcement: it was put up somewhere and not only printed or put online.
    ``is_decision`` / ``reconsideration_channel``  a decision served through the internet offers an internet
    channel for the reconsideration application.
    """

    mode: Mode
    on: date
    proofs: frozenset[Proof] = frozenset()
    reason: str = ""
    at_domicile: bool = True
    posted: bool = False
    is_decision: bool = False
    reconsideration_channel: str = ""


def effective_on(mode: Mode, on: date, announcement_days: int = ANNOUNCEMENT_DAYS) -> date:
    """送达日期: the day from which the party's periods run (that day itself not counted).

    For an announcement the thirtieth day after it, not rolled (O-20, the reading that is ours to choose).
    """
    return on + timedelta(days=announcement_days) if mode is Mode.ANNOUNCEMENT else on


def effective_sentence(mode: Mode, on: date) -> str:
    """The effective day with its rule, for the file and the page."""
    rule = RULES[mode]
    cited = "、".join(str(b) for b in rule.basis)
    return f"{rule.label}，{rule.effective}为送达日期：{written(effective_on(mode, on))}（{cited}）"


def missing_proofs(service: Service) -> tuple[Proof, ...]:
    """The proof still wanted by the set that lacks least; empty if one set is complete."""
    wanted = [_sorted(s - service.proofs) for s in _proof_sets(service)]
    return min(wanted, key=len)


def _proof_sets(service: Service) -> Sequence[frozenset[Proof]]:
    sets = RULES[service.mode].proofs
    if service.mode is Mode.ANNOUNCEMENT and service.posted:
        return [s | {Proof.PHOTO_OR_VIDEO} for s in sets]
    return sets


def _sorted(proofs: frozenset[Proof]) -> tuple[Proof, ...]:
    return tuple(p for p in Proof if p in proofs)


_NEEDS_REASON = {
    Mode.LEAVING: "拒收的事由",
    Mode.POSTAL: "直接送达的困难",
    Mode.ENTRUSTED: "委托或者转交的原因",
    Mode.ANNOUNCEMENT: "下落不明或者其他方式无法送达的原因和经过",
}


def refusals(service: Service, issued_on: date | None = None, today: date | None = None) -> tuple[Refusal, ...]:
    """Why a service does not count yet. Empty if it does.

    Raises Malformed for a day before the document or in the future.
    """
    if issued_on is not None and service.on < issued_on:
        raise Malformed("on", "送达日期不能早于文书日期")
    if today is not None and service.on > today:
        raise Malformed("on", "送达日期不能晚于今日")
    rule = RULES[service.mode]
    found = []
    if missing := missing_proofs(service):
        names = "、".join(p.label for p in missing)
        found.append(Refusal("", rule.basis, f"{rule.label}缺少{names}", "请承办人补充后再登记送达", field="proofs"))
    if service.mode in _NEEDS_REASON and not service.reason.strip():
        what = _NEEDS_REASON[service.mode]
        found.append(Refusal("", rule.basis, f"{rule.label}未记明{what}", f"请写明{what}", field="reason"))
    if service.mode is Mode.LEAVING and not service.at_domicile:
        found.append(
            Refusal(
                "",
                rule.basis,
                "留置送达的文书未留在受送达人的住所",
                "请将文书留在受送达人的住所，或者改用其他方式送达",
                field="at_domicile",
            )
        )
    if service.mode is Mode.ELECTRONIC and service.is_decision and not service.reconsideration_channel.strip():
        found.append(
            Refusal(
                "",
                (ARL[22, 2],),
                "通过互联网渠道送达决定书，未同时提供提交行政复议申请书的互联网渠道",
                "请写明行政复议申请的互联网渠道",
                field="reconsideration_channel",
            )
        )
    return tuple(found)
