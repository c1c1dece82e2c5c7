"""许可的延续、审核和终结的关口: renewal by silence, legal review, 撤回 撤销 注销 each on its own ground (ALL 8, 50, 69, 70)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lantai.law import licences
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.force import instant
from lantai.law.gates.gate import Asks, Gate
from lantai.law.periods import local_day, written
from lantai.law.procedure import Procedure
from lantai.law.refusals import Refusal
from lantai.law.service_days import effective_day
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ALL, SEED

WITHDRAWAL_GROUNDS = frozenset({"law_changed", "circumstances_changed"})
OWN_FAULT = frozenset({"abuse", "beyond_power", "procedure", "unqualified", "other_revocation"})
FRAUD = "fraud"
CANCELLATION_GROUNDS = frozenset(
    {"expired", "died", "dissolved", "ended_before", "force_majeure", "other_cancellation"}
)
_FITTING: dict[str, tuple[frozenset[str], tuple[Basis, ...]]] = {
    "withdrawn": (WITHDRAWAL_GROUNDS, (ALL[8, 2],)),
    "revoked": (OWN_FAULT | {FRAUD}, (ALL[69, 1], ALL[69, 2])),
    "not_revoked": (OWN_FAULT | {FRAUD}, (ALL[69, 3],)),
    "cancelled": (CANCELLATION_GROUNDS, (ALL[70],)),
}
_PROPOSED = {"withdrawn": "withdraw", "revoked": "revoke", "not_revoked": "revoke", "cancelled": "cancel"}
_END_KINDS = {"withdraw": "撤回", "revoke": "撤销", "cancel": "注销"}
_LABELS = {"withdrawn": "撤回", "revoked": "撤销", "not_revoked": "不予撤销", "cancelled": "注销"}


def renewal(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Before expiry the agency decides; after it, silence has renewed and nothing else is left (ALL 50 ¶2)."""
    day, end, kind = local_day(attempt.at), licences.valid_to(facts), licences.application_kind(facts)
    outcome = attempt.outcome
    if outcome == "renewed_by_silence" and not licences.renewed_by_silence(facts, day):
        yield Refusal("", (ALL[50, 2],), _why_not(facts, kind, day), "请依法作出是否准予延续的决定", field="outcome")
    if outcome == "renewal_denied" and licences.renewed_by_silence(facts, day):
        yield Refusal(
            "",
            (ALL[50, 2],),
            f"有效期已于{written(end) if end else ''}届满，逾期未作决定，视为准予延续",
            "请登记“视为准予延续”；不符合条件的，依法另行处理",
            field="outcome",
        )
    if kind == licences.CHANGE and outcome.startswith("renew"):
        yield Refusal("", (ALL[49],), "本件是变更申请", "请作出是否准予变更的决定", field="outcome")
    if kind == licences.RENEWAL and outcome.startswith("change"):
        yield Refusal("", (ALL[50],), "本件是延续申请", "请作出是否准予延续的决定", field="outcome")


def _why_not(facts: CaseFacts, kind: str, today: date) -> str:
    end, latest = licences.valid_to(facts), licences.latest_application(facts)
    if kind != licences.RENEWAL:
        return "本件不是延续申请，不能视为准予延续"
    if end is None:
        return "没有登记原许可的有效期，不能认定视为准予延续"
    if not licences.applied_in_time(facts):
        day = written(latest) if latest else ""
        return f"延续申请应当在{day}前提出，逾期提出的，不适用视为准予延续"
    if today > end:
        return f"原许可有效期至{written(end)}，届满时申请尚未受理，或者已经作出决定，不能视为准予延续"
    return f"原许可有效期至{written(end)}，尚未逾期，不能视为准予延续"


# ---- legal review ------------------------------------------------------------------------------------------------


def reviewed_before_decided(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-06 for licences: those of the catalogue are decided after an approving review (rule of the plan of 2019)."""
    if attempt.outcome == "renewed_by_silence":
        return
    grounds = licences.review_grounds(facts, attempt.outcome)
    if grounds and not _approved(facts):
        yield _unreviewed("、".join(grounds))


def ending_reviewed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-06: no licence is withdrawn or revoked without an approving review after the grant."""
    if attempt.outcome not in ("", "withdrawn", "revoked"):
        return
    made, review = licences.decision(facts), facts.last("LR")
    stale = made is not None and review is not None and instant(review.at) < instant(made.at)
    if not _approved(facts) or stale:
        yield _unreviewed(f"{_LABELS[attempt.outcome or 'withdrawn']}行政许可")


def _approved(facts: CaseFacts) -> bool:
    review = facts.last("LR")
    if review is None or review.stated.get("approving") is False:
        return False
    return review.outcome in ("", "agree")


def _unreviewed(what: str) -> Refusal:
    return Refusal(
        "G-06",
        (SEED.whole,),
        f"{what}，没有经法制审核同意",
        "请由未承办的法制审核人员审核同意后再作出决定",
        policy=True,
    )


def reviewer(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """G-07: nobody reviews what he handles or has examined (rule of the plan of 2019)."""
    own = {h.person_id for h in facts.officers} | set(licences.examiners(facts))
    for actor in attempt.actors:
        if actor.person_id in own:
            yield Refusal(
                "G-07",
                (SEED.whole,),
                f"{actor.name}承办、审查本件，不得进行法制审核",
                "请由未承办本件的法制审核人员审核",
                policy=True,
            )


# ---- 撤回 撤销 注销 -------------------------------------------------------------------------------------------------


def lawful_end(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Four different ends on four different grounds; the fourth, 吊销, is a penalty and not taken here."""
    outcome, stated = attempt.outcome or "withdrawn", attempt.stated
    ground = str(stated.get("ground") or facts.flags.get("ground") or "")
    if ground == "penalty":
        yield Refusal(
            "", (ALL[80],), "吊销许可证件是行政处罚", "请依照行政处罚程序办理，吊销后办理注销", field="ground"
        )
        return
    fitting, basis = _FITTING[outcome]
    if ground and ground not in fitting:
        yield Refusal("", basis, f"所选情形不能作为{_LABELS[outcome]}的依据", _right_way(ground), field="ground")
        return
    if outcome == "withdrawn":
        yield from _withdrawal(attempt)
    elif outcome in ("revoked", "not_revoked"):
        yield from _revocation(attempt, outcome, ground)


def as_proposed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """What is decided is what was proposed, and the holder was reached before his licence is taken away (ALL 7)."""
    outcome, kind = attempt.outcome or "withdrawn", licences.end_kind(facts)
    if kind and _PROPOSED[outcome] != kind:
        yield Refusal(
            "",
            (ALL[7],),
            f"拟作的处理是{_END_KINDS[kind]}，不能直接决定{_LABELS[outcome]}",
            "请重新提出拟作的处理；撤回、撤销的，重新告知被许可人",
            field="outcome",
        )
    told = facts.last("LI-12-2")
    if outcome not in ("withdrawn", "revoked") or told is None or told.outcome == "made":
        return
    reached = effective_day(facts, told)
    if reached is None or reached > local_day(attempt.at):
        yield Refusal(
            "",
            (ALL[7],),
            "告知书尚未送达被许可人",
            "请在送达后听取意见，再作出决定",
        )


def _right_way(ground: str) -> str:
    way = next((_LABELS[o] for o, (grounds, _) in _FITTING.items() if ground in grounds), "")
    return f"该情形应当按“{way}”办理" if way else "请选择法定情形"


def _withdrawal(attempt: Attempt) -> Iterable[Refusal]:
    if attempt.stated.get("public_interest") is False:
        yield Refusal(
            "", (ALL[8, 2],), "撤回不是为了公共利益的需要", "不得擅自改变已经生效的行政许可", field="public_interest"
        )
    if attempt.stated.get("loss") and not _said(attempt, "compensation"):
        yield Refusal("", (ALL[8, 2],), "撤回造成财产损失，没有依法给予补偿", "请写明补偿的内容", field="compensation")


def _revocation(attempt: Attempt, outcome: str, ground: str) -> Iterable[Refusal]:
    harm = attempt.stated.get("grave_harm")
    if outcome == "revoked" and harm:
        yield Refusal(
            "", (ALL[69, 3],), "撤销可能对公共利益造成重大损害，不予撤销", "请选择“不予撤销”", field="grave_harm"
        )
    if outcome == "not_revoked" and ground == FRAUD and not harm:
        yield Refusal(
            "",
            (ALL[69, 2],),
            "以欺骗、贿赂等不正当手段取得的许可应当撤销",
            "请选择“撤销”；撤销可能对公共利益造成重大损害的，写明情况",
            field="outcome",
        )
    if (
        outcome == "revoked"
        and ground in OWN_FAULT
        and attempt.stated.get("loss")
        and not _said(attempt, "compensation")
    ):
        yield Refusal(
            "",
            (ALL[69, 4],),
            "撤销使被许可人的合法权益受到损害，没有依法给予赔偿",
            "请写明赔偿的内容",
            field="compensation",
        )


def _said(attempt: Attempt, word: str) -> str:
    value = attempt.stated.get(word)
    return "" if value in (None, False) else str(value).strip()


GATES = (
    Gate("renewal", "届满前决定，逾期视为准予延续", (ALL[50, 2],), renewal, Asks.STATEMENT),
    Gate(
        "licence_review",
        "目录内的许可决定经法制审核",
        (SEED.whole,),
        reviewed_before_decided,
        Asks.STATEMENT,
        speaks_for=("LR",),
    ),
    Gate("licence_end_review", "撤回、撤销经法制审核", (SEED.whole,), ending_reviewed, Asks.STATEMENT),
    Gate("licence_reviewer", "审核人员不承办本件", (SEED.whole,), reviewer, Asks.PERSON),
    Gate("licence_end_proposed", "按照所提出、所告知的处理决定", (ALL[7],), as_proposed, Asks.STATEMENT),
    Gate("licence_end", "撤回、撤销、注销的情形", (ALL[8, 2], ALL[69], ALL[70]), lawful_end, Asks.STATEMENT),
)
