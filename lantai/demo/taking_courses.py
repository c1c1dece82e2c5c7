"""征收、征用 as they are played: step after step with the days between, until today or the end of the plan.

A course is a row of ``(step, outcome, working days later, what is said)``. ``PUBLISH`` and ``HAND_IN`` are no steps of
the handler: they are done at the desks of publication and of the archive.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

PUBLISH, HAND_IN = "publish", "hand_in"
Said = dict[str, Any] | Callable[[date], dict[str, Any]]
Act = tuple[str, str, int, Said]


def _served(day: date) -> dict[str, Any]:
    return {"mode": "SV-1", "served_on": day.isoformat(), "proofs": ["receipt"]}


def _paid(amount: str, number: str, kind: str = "levy") -> Said:
    def said(day: date) -> dict[str, Any]:
        return {"kind": kind, "amount": amount, "paid_on": day.isoformat(), "receipt_no": number, "channel": "bank"}

    return said


def levy(amount: str, number: str, *, fate: str = "paid") -> Sequence[Act]:
    """From the notice to the archive; ``fate``: paid, deferred, silent (nobody answers the request) or charged."""
    course: list[Act] = [("LV-2", "", 1, lambda day: _served(day) | {"pay_to": "衡阳市非税收入汇缴专户"})]
    if fate in ("deferred", "silent"):
        asked = {"hardship": "受洪涝影响停工，资金周转困难，附财务报表。", "days": 30}
        course.append(("LV-4", "", 2, lambda day: asked | {"requested_on": day.isoformat()}))
        answer = {"answer_reason": "受灾情况属实，符合缓缴条件。", "granted_days": 30}
        course.append(("LV-4-1", "lapsed", 7, {}) if fate == "silent" else ("LV-4-1", "granted", 3, answer))
    course.append((PUBLISH, "", 3, {}))
    if fate == "charged":
        course.append(
            (
                "LV-5",
                "",
                8,
                lambda day: (
                    _served(day)
                    | {
                        "unpaid_facts": "通知单送达后满七日没有缴纳，也没有申请缓缴。",
                        "pay_until": (day + timedelta(days=10)).isoformat(),
                        "late_rate": 5,
                        "late_basis": "《中华人民共和国水土保持法》第五十七条",
                    }
                ),
            )
        )
        charge = {"amount": "20.00", "rate": 5, "standard_told": True}
        course.append(("LV-5-1", "", 10, lambda day: _served(day) | charge | {"through": day.isoformat()}))
        course.append(("LV-3", "part", 2, _paid(amount, number)))
        course.append(("LV-3", "full", 0, _paid("20.00", number + "-1", "late_charge")))
    else:
        course.append(("LV-3", "full", 1, _paid(amount, number)))
    course += [
        ("LV-6", "", 3, {"treasury_receipt": "国库" + number, "direct": True}),
        ("LV-7", "", 2, {"execution_result": "款项已经缴清并全额缴入国库。"}),
        (HAND_IN, "", 2, {}),
    ]
    return course


def requisition(*, urgent: bool = False, damaged: bool = False, event: str = "") -> Sequence[Act]:
    """From approval to the archive; ``urgent``: on the spot, approved afterwards; ``damaged``: a pump came back broken."""
    items = [
        {"name": "挖掘机", "specification": "PC200", "quantity": "2台", "condition": "正常"},
        {"name": "排水泵", "specification": "ISW200", "quantity": "6台", "condition": "正常"},
    ]
    handed = [{"name": row["name"], "quantity": row["quantity"], "condition": "正常"} for row in items]
    listed: dict[str, Any] = {"items": items, "use_place": "抢险现场", "emergency": urgent}
    money = {"use_money": "36000.00"} | ({"damage_money": "4200.00"} if damaged else {})
    decision: list[Act] = [("RQ-3", "", 0, lambda day: listed | {"use_from": day.isoformat()})]
    approval: list[Act] = [("RQ-2", "approved", 0, {})]
    if not urgent:
        approval.append(("RQ-2-1", "agree", 0, {"opinion_text": "主体、权限、程序合法，情况属实，同意。"}))
    begin = [*decision, *approval] if urgent else [*approval, *decision]
    return [
        *begin,
        (
            "RQ-4",
            "",
            0,
            {"handed_items": handed, "place": "抢险现场", "handed_by": "被征用人代表", "received_by": "抢险队队长"},
        ),
        (PUBLISH, "", 4, {}),
        (
            "RQ-5",
            "all",
            6,
            lambda day: (
                {"returned_items": handed, "returned_on": day.isoformat(), "returned_to": "被征用人代表"}
                | ({"damage": "排水泵一台电机烧毁。"} if damaged else {})
            ),
        ),
        (
            "RQ-6-1",
            "",
            4,
            money | {"reckoned": "按照市场台班价格和更换发票计算。", "owner_views": "被征用人没有异议。"},
        ),
        ("RQ-6-2", "agree", 2, {"opinion_text": "补偿的事实清楚、计算有据，同意。"}),
        ("RQ-6", "", 2, money),
        ("RQ-7", "", 4, {"voucher": "财支演示"}),
        ("RQ-8", "", 3, {"execution_result": "财产已经返还，补偿已经付清。"}),
        (HAND_IN, "", 2, {}),
    ]


def housing(purpose: str, scope: str, *, agreed: bool = True) -> Sequence[Act]:
    """A project with one household as its party, from plan to archive; ``agreed`` or by a decision on compensation."""
    money = {"house_money": "860000.00", "moving_money": "3000.00"}
    term: Callable[[date], dict[str, Any]] = lambda day: {"move_until": (day + timedelta(days=40)).isoformat()}  # noqa: E731
    settled: list[Act] = [("EX-8", "agreed", 8, lambda day: money | term(day))]
    if not agreed:
        settled = [
            ("EX-8-1", "", 46, lambda day: money | term(day) | {"facts": "签约期限内多次协商，未能达成一致。"}),
            ("EX-8-2", "agree", 2, {"opinion_text": "补偿内容符合方案，程序合法，同意。"}),
            ("EX-8", "decided", 3, lambda day: money | term(day) | {"announced_at": "征收范围内公告栏"}),
        ]
    return [
        (
            "EX-2",
            "",
            12,
            {
                "plan_scope": f"{scope}范围内的房屋。",
                "plan_ways": "货币补偿按照评估价值支付，也可以选择产权调换。",
                "plan_moving": "搬迁费每户3,000元，临时安置费按月支付。",
                "argued_by": "发展改革、自然资源、住房城乡建设、财政部门",
                "published_at": "征收范围内公告栏和区人民政府网站",
            },
        ),
        ("EX-3", "", 24, {"comments": "建议提高临时安置费标准。", "changes": "临时安置费标准已经提高。"}),
        ("EX-12", "", 3, {"survey_by": "自然资源、城市管理部门", "findings": "没有违法建筑。"}),
        (
            "EX-4",
            "",
            4,
            {
                "assessor": "衡阳某咨询有限公司",
                "risk_points": "安置房交付时间。",
                "risk_conclusion": "低风险，可以实施。",
            },
        ),
        (
            "EX-4-1",
            "",
            3,
            {"needed": "6200000", "deposited": "6200000", "bank": "演示银行衡阳分行", "account": "1843000104"},
        ),
        ("EX-4-2", "", 4, {"purpose": purpose, "scope": scope, "reasons": "符合公共利益和规划，前期程序已经完成。"}),
        ("EX-4-3", "agree", 4, {"opinion_text": "主体、权限、程序合法，依据准确，同意。"}),
        ("EX-5", "", 4, {"announced_at": "征收范围内公告栏"}),
        ("EX-6", "", 3, {"frozen_matters": "新建、扩建、改建房屋，改变房屋用途。"}),
        (PUBLISH, "", 2, {}),
        ("EX-7", "report", 8, {"appraiser": "衡阳某房地产评估有限公司", "chosen_by": "majority", "value": "860000"}),
        ("EX-13", "", 4, {"way": "money"}),
        *settled,
        ("EX-8-3", "", 4, {"voucher": "财支演示"}),
        ("EX-9", "", 12, {}),
        ("EX-11", "", 6, {"household_results": "本户选择货币补偿，补偿已经支付。", "results_at": "征收范围内公告栏"}),
        ("EX-15", "", 6, {"execution_result": "补偿付清，已经搬迁。"}),
        (HAND_IN, "", 3, {}),
    ]


def land(purpose: str, scope: str) -> Sequence[Act]:
    """From the survey to the archive."""
    return [
        ("EL-2", "", 8, {"survey_note": "现场测量，权利人到场确认。", "confirmed": True}),
        (
            "EL-3",
            "",
            3,
            {"assessor": "衡阳某咨询有限公司", "risk_points": "补偿款分配。", "risk_conclusion": "低风险，可以实施。"},
        ),
        (
            "EL-4",
            "",
            4,
            {
                "land_scope": scope,
                "land_state": "旱地、宅基地。",
                "land_purpose": purpose,
                "standards": "按照区片综合地价。",
                "resettlement": "货币安置，住宅重新安排宅基地。",
                "security": "纳入被征地农民养老保险补贴。",
                "places": ["township", "village", "group"],
            },
        ),
        (
            "EL-4-1",
            "",
            24,
            {"comments": "建议提高青苗补偿。", "changes": "按照作物分档补偿。", "results_at": "村公告栏"},
        ),
        ("EL-5", "", 2, {"registered_note": "全部按期登记。"}),
        (
            "EL-6",
            "",
            2,
            {"needed": "3900000", "deposited": "3900000", "bank": "演示银行衡阳分行", "account": "1843000105"},
        ),
        ("EL-7", "all", 4, {"agreed_content": "补偿金额、支付方式和安置。"}),
        (
            "EL-7-1",
            "",
            3,
            {
                "purpose": purpose,
                "scope": scope,
                "reasons": "前期工作已经完成。",
                "arable": 42000,
                "approver": "province",
            },
        ),
        ("EL-7-2", "agree", 4, {"opinion_text": "前期工作完备，程序合法，同意。"}),
        ("EL-8", "", 3, {"true_statement": True}),
        ("EL-9", "approved", 28, {"approved_by": "province", "approval_no": "湘政地〔演示〕号"}),
        ("EL-10", "", 4, {"announced_at": "乡、村、组公告栏", "carried_out": "由自然资源部门组织实施。"}),
        (PUBLISH, "", 3, {}),
        ("EL-11", "", 8, {"land_money": "2100000", "people_money": "1200000", "in_full": True, "voucher": "财支演示"}),
        ("EL-12", "", 12, {"handover_note": "青苗已经清理，土地交出。"}),
        ("EL-13", "", 4, {"execution_result": "补偿付清，土地已经交出。"}),
        (HAND_IN, "", 3, {}),
    ]
