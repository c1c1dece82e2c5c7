"""What the steps of a sample expropriation of land and of a sample requisition state."""

from __future__ import annotations

from typing import Any

from lantai.law.specimens.takings import HEAD, REVIEWER, closing, reviewed, step

_PLOTS = [
    {"owner": "某村第三村民小组", "place": "村东灌渠以北", "area": "42000", "kind": "旱地", "attached": "柑橘树160株"},
    {"owner": "李秀兰", "place": "村东12号", "area": "140", "kind": "宅基地", "attached": "砖混住宅一栋"},
]
_HANDED = [
    {"name": "挖掘机", "quantity": "2台", "condition": "正常", "remark": "照片1—4"},
    {"name": "排水泵", "quantity": "6台", "condition": "正常", "remark": "照片5—8"},
]
_PAID = {"use_money": "36000.00", "damage_money": "4200.00", "other_money": "800.00"}

LAND_STEPS: dict[str, dict[str, Any]] = {
    "EL-1": step(
        "2025-02-10",
        project="某某公路改线工程",
        ground="infrastructure",
        plans_conform=True,
        range="东至灌渠，南至村道，西至水塘，北至林地",
        survey_plan="自本公告发布之日起十五日内，由自然资源部门会同乡政府开展现状调查。",
        announced_at="某乡、某村、第三村民小组公告栏",
    ),
    "EL-2": step("2025-02-25", plots=_PLOTS, survey_note="现场测量，权利人到场确认。", confirmed=True),
    "EL-3": step(
        "2025-03-03",
        assessor="衡阳某咨询有限公司",
        assessed_on="2025-03-03",
        risk="low",
        risk_points="补偿款分配；已由村民会议讨论。",
        risk_conclusion="低风险，可以实施。",
    ),
    "EL-4": step(
        "2025-03-10",
        land_scope="某村第三村民小组集体土地42,140平方米。",
        land_state="旱地42,000平方米，宅基地140平方米。",
        land_purpose="建设某某公路改线工程。",
        standards="区片综合地价每亩56,000元，附着物和青苗按照省定标准补偿。",
        resettlement="货币安置，住宅重新安排宅基地。",
        security="纳入被征地农民养老保险补贴。",
        places=["township", "village", "group"],
        published_on="2025-03-10",
        comment_days=30,
        register_until="2025-04-20",
    ),
    "EL-4-1": step(
        "2025-04-14",
        comments_number=9,
        comments="建议提高柑橘树的补偿标准。",
        changes="按照盛果期树龄分档补偿。",
        majority_objects=True,
        results_at="某村公告栏",
    ),
    "EL-4-2": step(
        "2025-04-22",
        place="某村村民委员会",
        present="村民代表18人",
        views="要求明确宅基地位置。",
        plan_changed="已明确宅基地在村西规划区。",
    ),
    "EL-5": step("2025-04-20", registered=_PLOTS, registered_note="全部按期登记。"),
    "EL-6": step(
        "2025-04-25",
        needed="3900000.00",
        deposited="3900000.00",
        bank="中国农业银行衡阳分行",
        account="18430001040054321",
        only_for_it=True,
    ),
    "EL-7": step(
        "2025-05-06",
        "exceptions",
        parties_number=12,
        signed_number=11,
        agreed_content="补偿金额、支付方式、宅基地位置和搬迁期限。",
        exceptions="一户因外出务工未能签订，已书面通知。",
    ),
    "EL-7-1": step(
        "2025-05-08",
        purpose="某某公路改线工程建设",
        scope="某乡某村第三村民小组，东至灌渠，南至村道，西至水塘，北至林地",
        reasons="前期调查、评估、公告、登记、费用落实和协议签订均已完成。",
        basic_farmland=0,
        arable=42000,
        other_land=140,
        approver="province",
    ),
    "EL-7-2": step("2025-05-14", "agree", REVIEWER, **reviewed()),
    "EL-8": step("2025-05-20", "", HEAD, true_statement=True, head_opinion="同意申请。"),
    "EL-9": step(
        "2025-07-10", "approved", approved_by="province", approval_no="湘政地〔2025〕示例号", approved_on="2025-07-08"
    ),
    "EL-10": step(
        "2025-07-15",
        "",
        HEAD,
        announced_at="某乡、某村、第三村民小组公告栏",
        carried_out="自公告之日起由自然资源部门组织实施。",
    ),
    "EL-11": step(
        "2025-08-01",
        land_money="2100000.00",
        people_money="1200000.00",
        attached_money="420000.00",
        security_money="180000.00",
        in_full=True,
        paid_on="2025-08-01",
        voucher="财支2025080101",
    ),
    "EL-13": step("2025-09-10", "", HEAD, **closing()),
}
REQUISITION_STEPS: dict[str, dict[str, Any]] = {
    "RQ-1": step(
        "2025-06-20",
        emergency_event="“6·20”湘江衡阳段洪水（防汛Ⅱ级应急响应）",
        needed=True,
        need="抢险队自有排水设备不足，险情紧急，租赁不能及时到位。",
        goods_wanted="挖掘机2台、排水泵6台",
        expected_until="2025-06-30",
        emergency=True,
    ),
    "RQ-2": step("2025-06-20", "approved", HEAD, head_opinion="同意征用，用完及时返还。"),
    "RQ-3": step(
        "2025-06-20",
        "",
        HEAD,
        items=[
            {"name": "挖掘机", "specification": "PC200", "quantity": "2台", "condition": "正常", "value": "600000"},
            {"name": "排水泵", "specification": "ISW200", "quantity": "6台", "condition": "正常"},
        ],
        use_place="湘江某段堤防抢险现场",
        use_from="2025-06-20",
        use_until="2025-06-30",
        compensation_told=True,
        list_signed=True,
        delivered=True,
        emergency=True,
    ),
    "RQ-4": step(
        "2025-06-20",
        handed_items=_HANDED,
        place="湘江某段堤防抢险现场",
        handed_by="黄堃昇",
        received_by="某抢险队队长王建国",
        checked=True,
    ),
    "RQ-5": step(
        "2025-06-29",
        "all",
        returned_items=_HANDED,
        returned_on="2025-06-29",
        returned_to="黄堃昇",
        damage="排水泵一台电机烧毁。",
        loss="柴油200升已经消耗。",
    ),
    "RQ-6-1": step(
        "2025-07-04",
        reckoned="挖掘机按市场台班价每台每日1,500元计算，排水泵电机按更换发票计算。",
        owner_views="没有异议。",
        **_PAID,
    ),
    "RQ-6-2": step("2025-07-08", "agree", REVIEWER, **reviewed()),
    "RQ-6": step("2025-07-10", "", HEAD, pay_until="2025-07-31", head_opinion="同意补偿。", **_PAID),
    "RQ-8": step("2025-08-05", "", HEAD, **closing()),
}
REQUISITION_STEP_OF = {
    "land_preannouncement": "EL-1",
    "land_survey": "EL-2",
    "land_plan": "EL-4",
    "land_register": "EL-5",
    "land_agreement": "EL-7",
    "land_proposal": "EL-7-1",
    "land_application": "EL-8",
    "land_announcement": "EL-10",
    "land_payment": "EL-11",
    "requisition_approval": "RQ-2",
    "requisition_notice": "RQ-3",
    "requisition_list": "RQ-3",
    "requisition_handover": "RQ-4",
    "requisition_return": "RQ-5",
    "requisition_proposal": "RQ-6-1",
    "requisition_compensation": "RQ-6",
}
