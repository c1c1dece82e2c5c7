"""What the steps of a sample levy and of a sample expropriation state."""

from __future__ import annotations

from typing import Any

HEAD = [{"name": "陈志远", "certificate": ""}]
REVIEWER = [{"name": "刘法审", "certificate": "43040000000009"}]
_SERVED: dict[str, Any] = {"mode": "SV-1", "served_on": "2025-08-05", "receiver": "黄堃昇", "proofs": ["receipt"]}
_REVIEW = {
    "opinion_text": "主体合法，权限和程序符合规定，事实清楚，依据准确，文书齐备，同意。",
    "problems": "征收范围的四至应当与规划图一致，已经补正。",
    "aspects": [
        {"aspect": "执法主体是否合法", "result": "无问题"},
        {"aspect": "执法程序是否合法", "result": "无问题", "note": "征求意见满三十日"},
    ],
}
_CLOSING = {
    "execution_result": "决定已经履行完毕，款项已经结清。",
    "dispute_result": "没有申请行政复议，没有提起行政诉讼。",
    "head_opinion": "同意结案。",
}
_COMPENSATED = {
    "household": "黄堃昇",
    "undecided": "no_agreement",
    "house_money": "860000.00",
    "moving_money": "3000.00",
    "interim_money": "18000.00",
    "loss_money": "25000.00",
    "exchange_house": "珠晖区安置小区3栋1202室，92平方米",
    "move_until": "2026-03-31",
    "transition": "自行过渡，期限十二个月。",
}


def closing() -> dict[str, Any]:
    """What a closing states."""
    return dict(_CLOSING)


def reviewed() -> dict[str, Any]:
    """What an approving legal review states."""
    return dict(_REVIEW)


def step(at: str, outcome: str = "", actors: Any = None, **stated: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"at": f"{at}T10:00:00+08:00", "stated": stated}
    return made | ({"outcome": outcome} if outcome else {}) | ({"actors": actors} if actors else {})


LEVY_STEPS: dict[str, dict[str, Any]] = {
    "LV-1": step(
        "2025-07-01",
        item="水土保持补偿费",
        levy_basis="《水土保持法》第三十二条第二款",
        standard="按照占用面积每平方米1.00元（湘发改价费〔2023〕示例号）",
        standard_published=True,
        span="2025年第二季度",
        measured_by="现场测量记录和批准的用地红线图",
        quantity=12000,
        unit="平方米",
        rate="1.00",
        amount="12000.00",
    ),
    "LV-2": step(
        "2025-07-02",
        pay_to="衡阳市财政局非税收入汇缴专户",
        late_standard="自滞纳之日起每日加收滞纳部分千分之零点五",
        **_SERVED,
    ),
    "LV-3": step("2025-08-05", "full", kind="levy", amount="12000.00", paid_on="2025-08-05", receipt_no="湘财0022001"),
    "LV-4": step("2025-07-04", requested_on="2025-07-04", hardship="受洪涝灾害影响，工程停工，资金周转困难。", days=60),
    "LV-4-1": step(
        "2025-07-08",
        "granted",
        HEAD,
        granted_days=60,
        answer_reason="受灾情况属实，符合缓缴条件。",
        head_opinion="同意。",
    ),
    "LV-5": step(
        "2025-10-10",
        unpaid_facts="缓缴期满后仍未缴纳。",
        pay_until="2025-10-20",
        late_rate=5,
        late_basis="《水土保持法》第五十七条",
        **_SERVED,
    ),
    "LV-5-1": step(
        "2025-10-25",
        through="2025-10-25",
        rate=5,
        amount="240.00",
        standard_told=True,
        charge_note="自缓缴期满次日起计算。",
        **_SERVED,
    ),
    "LV-5-2": step("2025-10-27", perform_until="2025-11-10", perform_how="将款项缴入通知单载明的账户", **_SERVED),
    "LV-6": step("2025-11-12", treasury_receipt="国库0031", treasury_on="2025-11-12", direct=True),
    "LV-7": step("2025-11-20", "", HEAD, **_CLOSING),
}
HOUSING_STEPS: dict[str, dict[str, Any]] = {
    "EX-1": step(
        "2025-03-03",
        project="珠晖区某中学扩建工程",
        ground="public_service",
        plans="《衡阳市国土空间总体规划》（湘政函〔2024〕示例号）",
        plans_conform=True,
        range="东至甲路，南至乙街，西至某中学围墙，北至丙巷",
        households=62,
    ),
    "EX-2": step(
        "2025-03-20",
        plan_scope="征收范围内住宅58户、经营用房4户，建筑面积约6,400平方米。",
        plan_ways="货币补偿按照评估价值支付；产权调换在同区安置小区安排。",
        plan_moving="搬迁费每户3,000元，临时安置费每月每平方米15元，停产停业损失依法计算。",
        plan_rewards="签约期限内签约的，每户奖励10,000元。",
        signing_days=60,
        argued=True,
        argued_by="发展改革、自然资源、住房城乡建设、财政部门",
        published_on="2025-03-20",
        published_at="征收范围内公告栏和区人民政府网站",
        comment_days=30,
    ),
    "EX-3": step(
        "2025-04-25",
        comments_number=37,
        comments="多数意见要求提高临时安置费标准。",
        changes="临时安置费由每月每平方米12元调整为15元。",
        majority_objects=True,
        results_at="征收范围内公告栏",
    ),
    "EX-3-1": step(
        "2025-05-08",
        place="某街道办事处会议室",
        present="被征收人代表12人，公众代表5人",
        views="建议增加同区安置房源。",
        plan_changed="增加安置房源20套。",
    ),
    "EX-6": step(
        "2025-03-28",
        register=[
            {
                "owner": "黄堃昇",
                "place": "某街12号",
                "use": "住宅",
                "area": "86.5",
                "title": "湘（2019）衡阳市不动产权第示例号",
            },
            {"owner": "李秀兰", "place": "某街14号", "use": "商业", "area": "42.0"},
        ],
        survey_published=True,
        frozen_matters="新建、扩建、改建房屋，改变房屋用途，办理分户。",
        frozen_from="2025-03-28",
        frozen_until="2026-03-27",
    ),
    "EX-12": step(
        "2025-04-02",
        survey_by="自然资源、城市管理、住房城乡建设部门",
        buildings=[{"owner": "黄堃昇", "place": "某街12号后院", "area": "9.0", "finding": "未超过批准期限的临时建筑"}],
        findings="未超过批准期限的临时建筑给予补偿；没有违法建筑。",
    ),
    "EX-4": step(
        "2025-05-12",
        assessor="衡阳某咨询有限公司",
        assessed_on="2025-05-12",
        risk="low",
        risk_points="安置房交付时间；已明确交付期限和过渡安排。",
        risk_conclusion="低风险，可以实施。",
    ),
    "EX-4-1": step(
        "2025-05-15",
        needed="62000000.00",
        deposited="62000000.00",
        bank="中国农业银行衡阳分行",
        account="18430001040012345",
        only_for_it=True,
    ),
    "EX-4-2": step(
        "2025-05-20",
        purpose="珠晖区某中学扩建工程",
        scope="东至甲路，南至乙街，西至某中学围墙，北至丙巷",
        reasons="该项目属于教育公共事业，符合规划；方案已征求意见并修改；风险评估为低风险；费用足额到位。",
        plan_summary="货币补偿按照评估价值支付，也可以选择产权调换。",
        signing_until="2025-08-15",
    ),
    "EX-4-3": step("2025-05-26", "agree", REVIEWER, **_REVIEW),
    "EX-4-4": step(
        "2025-05-30", "", HEAD, attendees=[7, 8], views="一致认为程序完备。", resolution="同意作出房屋征收决定。"
    ),
    "EX-5": step(
        "2025-06-03",
        "",
        HEAD,
        announced_on="2025-06-03",
        announced_at="征收范围内公告栏",
        signing_until="2025-08-15",
        plan_attached=True,
        head_opinion="同意。",
    ),
    "EX-7": step(
        "2025-06-25",
        "report",
        household="黄堃昇",
        appraiser="衡阳某房地产评估有限公司",
        chosen_by="majority",
        report_no="衡某评〔2025〕12号",
        value_on="2025-06-03",
        value="860000.00",
        objection="被征收人认为面积有误，复核后维持。",
    ),
    "EX-13": step(
        "2025-07-01",
        household="黄堃昇",
        way="exchange",
        own_choice=True,
        house="珠晖区安置小区3栋1202室，92平方米",
        interim="每月1,297.50元，自行过渡。",
        choice_note="差价按照评估价值结清。",
    ),
    "EX-8-1": step("2025-08-20", facts="签约期限内五次协商，因安置楼层未能达成一致。", **_COMPENSATED),
    "EX-8-2": step("2025-08-25", "agree", REVIEWER, **_REVIEW),
    "EX-8": step(
        "2025-09-01", "decided", HEAD, pay_until="2025-09-30", announced_at="征收范围内公告栏", **_COMPENSATED
    ),
    "EX-10": step(
        "2026-05-06",
        "applied",
        HEAD,
        household="黄堃昇",
        court="衡阳市珠晖区人民法院",
        compensation_money="906000.00",
        account="18430001040012345",
        houses="珠晖区安置小区3栋1202室，92平方米；周转用房同小区1栋302室，60平方米。",
        court_facts="补偿决定已经送达和公告，补偿款专户存储，被征收人在规定的期限内没有搬迁。",
    ),
    "EX-11": step(
        "2026-06-01",
        household_results="黄堃昇：产权调换，补偿总额906,000.00元；李秀兰：货币补偿，510,000.00元。",
        results_on="2026-06-01",
        results_at="征收范围内公告栏",
        audit="审计机关审计没有发现问题。",
    ),
    "EX-15": step("2026-06-10", "", HEAD, **_CLOSING),
}
TAKING_STEPS = {**LEVY_STEPS, **HOUSING_STEPS}
TAKING_STEP_OF = {
    "act_review": "EX-4-3",
    "act_closing": "EX-15",
    "levy_assessment": "LV-1",
    "levy_notice": "LV-2",
    "levy_deferral_request": "LV-4",
    "levy_deferral_answer": "LV-4-1",
    "levy_order": "LV-5",
    "levy_late_charge": "LV-5-1",
    "levy_demand": "LV-5-2",
    "compensation_plan_draft": "EX-2",
    "comments_notice": "EX-3",
    "expropriation_hearing": "EX-3-1",
    "house_register": "EX-6",
    "freeze_letter": "EX-6",
    "unregistered_findings": "EX-12",
    "risk_register": "EX-4",
    "funds_register": "EX-4-1",
    "executive_minutes": "EX-4-4",
    "expropriation_proposal": "EX-4-2",
    "expropriation_decision": "EX-5",
    "expropriation_announcement": "EX-5",
    "appraisal_register": "EX-7",
    "compensation_choice": "EX-13",
    "compensation_proposal": "EX-8-1",
    "compensation_agreement": "EX-8",
    "compensation_decision": "EX-8",
    "compensation_announcement": "EX-8",
    "house_court_application": "EX-10",
    "household_results": "EX-11",
}
