"""What may happen in a case that is no step of ours (事件), what is stated of it, and who notes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lantai.law.disputes import RESULTS
from lantai.law.people import Role
from lantai.law.statements.performing import CHANNELS, DUES
from lantai.law.statements.reading import read_words
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import ACL, ADLIT, APL, ARL, CPL, SAMR

_FORMS: Choices = (("oral", "口头"), ("written", "书面"))
_NOTE = Word("note", "说明", Kind.LONG_TEXT, required=False)
_OUTSIDE = (
    Word("body", "作出处理的机关", basis=APL[48, 2]),
    Word("ruling", "文书的文号", basis=APL[48, 2]),
    Word(
        "known_on", "知悉的日期", Kind.DATE, required=False, hint="自知悉之日起三个工作日内撤回公示", basis=APL[48, 2]
    ),
    _NOTE,
)
_COURT = Word("ruling", "裁定书或者文书的文号", required=False)
_RESULTS: Choices = tuple(RESULTS.items())

EVENTS: dict[str, tuple[str, tuple[Word, ...]]] = {
    "waiver": (
        "当事人明确放弃陈述、申辩",
        (
            Word("form", "表示的方式", Kind.CHOICE, choices=_FORMS, basis=APL[62]),
            Word(
                "hearing",
                "同时放弃要求听证的权利",
                Kind.BOOLEAN,
                required=False,
                default=False,
                basis=APL[64, 1, 1],
            ),
            _NOTE,
        ),
    ),
    "hearing_requested": (
        "当事人要求听证",
        (
            Word("form", "提出的方式", Kind.CHOICE, choices=_FORMS, basis=APL[64, 1, 1]),
            Word("posted_on", "邮寄的，交邮的日期", Kind.DATE, required=False),
            _NOTE,
        ),
    ),
    "hearing_withdrawn": ("当事人撤回听证要求", (_NOTE,)),
    "review_materials_complete": (
        "审核材料收齐",
        (Word("note", "说明", Kind.LONG_TEXT, required=False, basis=SAMR[55]),),
    ),
    "jurisdiction_dispute": (
        "发生管辖争议",
        (Word("other_agency", "发生争议的机关", basis=APL[25, 2]), _NOTE),
    ),
    "service_completed": (
        "文书送达完成",
        (
            Word("step", "送达文书的环节", required=False),
            Word("effective_on", "送达日期", Kind.DATE),
            _NOTE,
        ),
    ),
    "address_confirmed": (
        "当事人确认送达地址",
        (
            Word("confirmed_on", "确认书签署日期", Kind.DATE, basis=CPL[88]),
            Word("address", "确认的送达地址", basis=SAMR[83]),
            Word("electronic_consent", "当事人同意电子送达", Kind.BOOLEAN, required=False, basis=APL[61, 2]),
            Word(
                "electronic_address",
                "确认的电子送达地址",
                required=False,
                hint="传真号码、电子邮箱或者其他能够确认收悉的系统账号；同意电子送达的须填写",
                basis=CPL[90],
            ),
        ),
    ),
    "payment": (
        "缴款到账",
        (
            Word("kind", "款项", Kind.CHOICE, choices=DUES, basis=APL[67, 3]),
            Word("amount", "金额（元）", Kind.MONEY, basis=APL[67, 3]),
            Word("paid_on", "缴款日期", Kind.DATE, basis=APL[67, 3]),
            Word("receipt_no", "票据号码", basis=APL[70]),
            Word("channel", "缴款途径", Kind.CHOICE, choices=CHANNELS, required=False, basis=APL[67]),
        ),
    ),
    "execution_ended": ("人民法院裁定终结执行", (_COURT, _NOTE)),
    "police_returned": ("公安机关不予立案或者退回案件", (_COURT, _NOTE)),
    "reconsideration_accepted": (
        "行政复议已受理",
        (
            Word("accepted_on", "受理日期", Kind.DATE, basis=ARL[30]),
            Word("body", "行政复议机关", basis=ARL[24]),
            _COURT,
            _NOTE,
        ),
    ),
    "reconsideration_decided": (
        "收到行政复议决定",
        (
            Word("result", "复议结果", Kind.CHOICE, choices=_RESULTS, basis=ARL[75]),
            Word("received_on", "收到决定的日期", Kind.DATE, basis=ADLIT[45]),
            _COURT,
            _NOTE,
        ),
    ),
    "suit_accepted": (
        "行政诉讼已立案",
        (
            Word("accepted_on", "立案日期", Kind.DATE, basis=ADLIT[51]),
            Word("body", "人民法院", basis=ADLIT[18]),
            _COURT,
            _NOTE,
        ),
    ),
    "suit_decided": (
        "收到生效的行政裁判",
        (
            Word("result", "裁判结果", Kind.CHOICE, choices=_RESULTS, basis=ADLIT[69]),
            Word("received_on", "收到裁判的日期", Kind.DATE),
            _COURT,
            _NOTE,
        ),
    ),
    "execution_stayed": ("决定停止执行", (Word("body", "作出停止执行决定的机关", basis=ARL[42]), _COURT, _NOTE)),
    "execution_stay_lifted": ("停止执行的决定失效", (_COURT, _NOTE)),
    "performed": (
        "当事人自行履行完毕",
        (Word("performed_on", "履行日期", Kind.DATE, basis=ACL[34]), Word("how", "履行的情况", Kind.LONG_TEXT)),
    ),
    "collected": (
        "当场收缴罚款",
        (
            Word("amount", "收缴金额（元）", Kind.MONEY, basis=APL[68]),
            Word("receipt_no", "专用票据号码", basis=APL[70]),
            _NOTE,
        ),
    ),
    "decision_changed": ("决定被依法变更", _OUTSIDE),
    "decision_revoked": ("决定被依法撤销", _OUTSIDE),
    "decision_confirmed_illegal": ("决定被确认违法或者无效", _OUTSIDE),
    "disposed": ("保存的证据已经处理", (_NOTE,)),
    "materials_completed": ("补正材料收齐", (_NOTE,)),
    "draft_changed": ("拟处理意见已修改", ()),
    "grounds_changed": ("拟处罚的事实、理由或者依据已改变", ()),
    "procedure_changed": ("移入程序的新版本", ()),
}
"""Every event with its label and words. The last three are noted by the platform itself."""

FALLEN = ("decision_changed", "decision_revoked", "decision_confirmed_illegal")
"""Somebody entitled to it has changed the decision, or taken its force."""

DISPUTED = (
    "reconsideration_accepted",
    "reconsideration_decided",
    "suit_accepted",
    "suit_decided",
    "execution_stayed",
    "execution_stay_lifted",
    *FALLEN,
)
"""What happens to a decision elsewhere; of every case that decides towards a party or executes."""

_BY_HAND: dict[str, tuple[str, ...]] = {
    "penalty.ordinary": (
        "waiver",
        "hearing_requested",
        "hearing_withdrawn",
        "review_materials_complete",
        "jurisdiction_dispute",
        "service_completed",
        "address_confirmed",
        "payment",
        "execution_ended",
        "police_returned",
        *DISPUTED,
    ),
    "penalty.summary": ("collected", "address_confirmed", "payment", "execution_ended", *DISPUTED),
    "coercion.sealing_seizure": DISPUTED,
    "coercion.freezing": ("address_confirmed", *DISPUTED),
    "coercion.execution": ("performed", "address_confirmed", *DISPUTED),
    "coercion.court_application": ("performed", "address_confirmed", "execution_ended", *DISPUTED),
    "evidence.preservation": ("disposed", "address_confirmed"),
    "licence.ordinary": (
        "materials_completed",
        "hearing_requested",
        "service_completed",
        "address_confirmed",
        *DISPUTED,
    ),
    "licence.ending": ("service_completed", "address_confirmed", *DISPUTED),
    "levy.fee": ("address_confirmed", "execution_ended", *DISPUTED),
    "expropriation.housing": FALLEN,  # remedies are a step of its own there (EX-14)
    "expropriation.land": DISPUTED,
    "requisition.emergency": DISPUTED,
}


def events_of(procedure_code: str) -> tuple[tuple[str, str], ...]:
    """The events that a person may note in a case of this procedure, with their labels."""
    return tuple((kind, EVENTS[kind][0]) for kind in _BY_HAND.get(procedure_code, ()))


def may_note(kind: str, roles: frozenset[Role], handles: bool, assigned: bool) -> bool:
    """Whether somebody of the agency with these posts notes this event: who handles the case, and the heads above.

    Before anybody is assigned every officer may. That the material of a review is complete is for the reviewer to
    say (SAMR 55).
    """
    if kind == "review_materials_complete" and Role.REVIEWER in roles:
        return True
    heads = roles & {Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD}
    return handles or bool(heads) or (not assigned and Role.OFFICER in roles)


def event_label(kind: str) -> str:
    """The Chinese name of an event; "其他事项" for one that is not of the list."""
    return EVENTS[kind][0] if kind in EVENTS else "其他事项"


def event_words(kind: str) -> tuple[Word, ...]:
    """What is stated of an event. Raises KeyError for an unknown one."""
    return EVENTS[kind][1]


def read_event(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The statement of an event in typed values. Raises Malformed, KeyError for an unknown event."""
    return read_words(event_words(kind), given)
