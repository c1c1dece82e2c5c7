"""应急征用的关口: who may, for what, approved in time, listed, returned, compensated (EMERG 12, 76, 95)."""

from __future__ import annotations

from collections.abc import Iterable

from lantai.law import requisitions as known
from lantai.law.facts import Attempt, CaseFacts
from lantai.law.gates.gate import Asks, Gate
from lantai.law.money import grouped
from lantai.law.procedure import Procedure
from lantai.law.proposal import yuan
from lantai.law.refusals import Refusal
from lantai.law.review import is_urgent
from lantai.law.statutes_in_force import EMERG, SEED

RETURN = "请立即返还被征用的财产"


def empowered(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Governments of the county and above and their departments, for an emergency (EMERG 12)."""
    if facts.agency.kind != "机关" or facts.agency.level == "township":
        yield Refusal(
            "",
            (EMERG[12],),
            "只有县级以上人民政府及其部门可以征用",
            "请报县级以上人民政府或者其部门决定",
        )
    if attempt.stated.get("needed") is False:
        yield Refusal(
            "",
            (EMERG[12],),
            "不是为应对突发事件的紧急需要，不得征用",
            "平时所需的物资，请依法采购或者租赁",
            field="needed",
        )


def approved(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """A head approves before; on the spot within twenty-four hours after (a rule of this platform)."""
    if known.is_approved(facts):
        return
    if attempt.step == "RQ-3":
        if not (attempt.stated.get("emergency") or is_urgent(facts)):
            yield Refusal(
                "",
                (EMERG[12], SEED.whole),
                "征用没有经负责人批准",
                "请先报负责人批准；情况紧急的，写明情况当场征用，并在二十四小时内补办",
                field="emergency",
                policy=True,
            )
    elif known.is_refused_after(facts):
        yield Refusal("", (EMERG[12],), "负责人不同意征用", RETURN)
    elif known.make_up_is_late(facts, attempt.at):
        yield Refusal("", (EMERG[12], SEED.whole), "当场征用后二十四小时内没有补办批准手续", RETURN, policy=True)


def made_up_in_time(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Approval is made up within twenty-four hours; later only the return is left (a rule of this platform)."""
    if facts.last("RQ-3") is None:
        return
    if attempt.outcome in ("", "approved") and known.make_up_is_late(facts, attempt.at):
        yield Refusal("", (EMERG[12], SEED.whole), "当场征用已超过二十四小时，不能再补办批准手续", RETURN, policy=True)
    elif attempt.outcome == "refused":
        yield Refusal(
            "",
            (EMERG[12],),
            "财产已经当场征用，不同意的应当立即返还",
            "请选择“不同意，立即返还”",
            field="outcome",
        )


def listed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The notice and the list are made and handed over, with word of return and compensation."""
    wrong = {
        "list_signed": ("清单没有经被征用人和经办人员签名或者盖章", "请当场清点，制作清单一式两份并签名"),
        "delivered": ("通知书和清单没有当场交付被征用人", "请当场交付"),
        "compensation_told": ("没有告知返还和补偿的规定", "请告知使用完毕及时返还、依法给予补偿"),
    }
    for word, (reason, remedy) in wrong.items():
        if attempt.stated.get(word) is False:
            yield Refusal("", (EMERG[12], SEED.whole), reason, remedy, field=word)


def handed_over(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    if attempt.stated.get("checked") is False:
        yield Refusal(
            "", (EMERG[12], SEED.whole), "交接时没有清点、查验", "请当场清点、查验，并拍照或者录像", field="checked"
        )


def returned_whole(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Returned is what stands on the list; a part is recorded as a part (EMERG 12)."""
    rows = attempt.stated.get("returned_items")
    if attempt.outcome not in ("", "all") or rows is None:
        return
    if out := known.names_out(facts, list(rows)):
        yield Refusal(
            "",
            (EMERG[12],),
            f"清单所列的{'、'.join(out)}没有返还",
            "部分返还的，请选择“部分返还”；毁损、灭失的，登记情况并予以补偿",
            field="returned_items",
        )


def fairly(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """Requisition, damage and loss are all paid for (EMERG 12)."""
    stated = attempt.stated
    if known.is_damaged(facts) and stated.get("use_money") is not None and yuan(stated.get("damage_money")) <= 0:
        yield Refusal(
            "",
            (EMERG[12],),
            "被征用的财产毁损、灭失，没有给予补偿",
            "请写明毁损、灭失的补偿金额",
            field="damage_money",
        )
    total = sum((yuan(stated.get(word)) for word in known.MONEY_WORDS), yuan(0))
    if stated.get("use_money") is not None and total <= 0:
        yield Refusal("", (EMERG[12],), "征用没有给予补偿", "财产被征用的，应当给予公平、合理的补偿", field="use_money")


def as_proposed(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    """The decision gives what was proposed and reviewed."""
    proposed = facts.last("RQ-6-1")
    if proposed is None or proposed.stated.get("use_money") is None or attempt.stated.get("use_money") is None:
        return
    now, then = (sum((yuan(s.get(w)) for w in known.MONEY_WORDS), yuan(0)) for s in (attempt.stated, proposed.stated))
    if now != then:
        yield Refusal(
            "G-06",
            (SEED.whole,),
            f"补偿{grouped(now)}，与审核的{grouped(then)}不一致",
            "请重新拟订并送审",
            field="use_money",
        )


def paid_up(procedure: Procedure, facts: CaseFacts, attempt: Attempt) -> Iterable[Refusal]:
    given = attempt.stated.get("paid")
    if given is not None and yuan(given) + known.paid(facts) < known.owed(facts):
        short = known.owed(facts) - known.paid(facts) - yuan(given)
        yield Refusal("", (EMERG[12],), f"补偿尚差{grouped(short)}", "请足额支付后再登记", field="paid")


GATES = (
    Gate("requisition_power", "征用的主体和需要", (EMERG[12],), empowered, Asks.STATEMENT),
    Gate("requisition_approval", "征用经负责人批准", (EMERG[12],), approved, Asks.STATEMENT, ("RQ-2",)),
    Gate("requisition_makeup", "二十四小时内补办批准", (EMERG[12],), made_up_in_time, Asks.STATEMENT),
    Gate("requisition_list", "通知书和清单", (EMERG[12],), listed, Asks.STATEMENT),
    Gate("requisition_checked", "交接清点", (EMERG[12],), handed_over, Asks.STATEMENT),
    Gate("requisition_returned", "返还", (EMERG[12],), returned_whole, Asks.STATEMENT),
    Gate("requisition_fair", "公平、合理的补偿", (EMERG[12],), fairly, Asks.STATEMENT),
    Gate("requisition_as_reviewed", "补偿与审核的一致", (SEED.whole,), as_proposed, Asks.STATEMENT),
    Gate("requisition_paid", "补偿足额支付", (EMERG[12],), paid_up, Asks.STATEMENT),
)
