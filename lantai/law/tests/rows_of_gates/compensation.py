"""房屋征收的补偿: appraiser, value, choice, price, payment before the move, and the court instead of force (EXPR 19 to 28)."""

from lantai.law.statutes_in_force import ACL, EXPR
from lantai.law.tests.rows_of_gates.expropriations import (
    AGREED,
    APPROVED,
    COMMENTED,
    DECIDED,
    EXCHANGE,
    FOUNDED,
    IN_PART,
    MOVED,
    ORDERED,
    PAID,
    REVIEWED,
    VALUED,
)
from lantai.law.tests.rows_of_gates.row import hangs_on, lets, of, refuses, then, took

# fmt: off

COMPENSATION = (
    *of(
        "appraiser_chosen",
        lets("agreed on by the owners", DECIDED, "EX-7", "2025-06-25", "report", chosen_by="agreed"),
        refuses("not appointed", "评估机构不得由征收部门指定", EXPR[20, 1], DECIDED, "EX-7", "2025-06-25", "report", chosen_by="appointed"),
        refuses("nor to look again", "不得由征收部门指定", EXPR[20, 1], VALUED, "EX-7", "2025-07-05", "recheck", chosen_by="appointed"),
        refuses("nor the experts", "不得由征收部门指定", EXPR[20, 1], VALUED, "EX-7", "2025-07-15", "expert", chosen_by="appointed"),
    ),
    *of(
        "value_day",
        lets("the day of the announcement", DECIDED, "EX-7", "2025-06-25", "report", value_on="2025-06-03"),
        lets("as it says itself", then(REVIEWED, took("EX-5", "2025-06-03", announced_on="2025-06-04")), "EX-7", "2025-06-25", "report", value_on="2025-06-04"),
        lets("no day is said", DECIDED, "EX-7", "2025-06-25", "report"),
        lets("nothing was announced", REVIEWED, "EX-7", "2025-06-25", "report", value_on="2025-06-25"),
        refuses("not the day of the report", "评估时点2025年6月25日不是房屋征收决定公告之日", EXPR[19, 1], DECIDED, "EX-7", "2025-06-25", "report", value_on="2025-06-25"),
        refuses("not a year before", "不是房屋征收决定公告之日", EXPR[19, 1], DECIDED, "EX-7", "2025-06-25", "report", value_on="2024-06-03"),
        refuses("not the decision's where it was announced later", "评估时点2025年6月3日不是", EXPR[19, 1], then(REVIEWED, took("EX-5", "2025-06-03", announced_on="2025-06-04")), "EX-7", "2025-07-05", "recheck", value_on="2025-06-03"),
    ),
    *of(
        "own_choice",
        hangs_on(
            "own_choice", "补偿方式没有由被征收人选择", EXPR[21, 1],
            lets("money, as the owner chooses", DECIDED, "EX-13", "2025-06-30", way="money"),
            lets("a house, as the owner chooses", DECIDED, "EX-13", "2025-06-30", way="exchange"),
            lets("another household", VALUED, "EX-13", "2025-07-05", household="李四", way="money"),
        ),
    ),
    *of(
        "signing_over",
        lets("the day after", VALUED, "EX-8-1", "2025-08-03"),
        lets("an agreement at any time", VALUED, "EX-8", "2025-07-10", "agreed"),
        lets("the owner is not known", VALUED, "EX-8-1", "2025-07-10", undecided="owner_unclear"),
        lets("nothing was announced", COMMENTED, "EX-8-1", "2025-05-25"),
        refuses("not on the last day", "签约期限至2025年8月2日", EXPR[26, 1], VALUED, "EX-8-1", "2025-08-02"),
        refuses("nor decided", "签约期限至2025年8月2日", EXPR[26, 1], VALUED, "EX-8", "2025-08-02", "decided"),
        refuses("as the announcement says", "签约期限至2025年9月30日", EXPR[26, 1], then(REVIEWED, took("EX-5", "2025-06-03", signing_until="2025-09-30")), "EX-8-1", "2025-09-30"),
        refuses("as the plan says", "签约期限至2025年9月1日", EXPR[26, 1], then(FOUNDED, took("EX-2", "2025-03-20", signing_days=90), took("EX-5", "2025-06-03")), "EX-8-1", "2025-09-01", undecided="no_agreement"),
    ),
    *of(
        "fair_price",
        lets("what it was valued at", VALUED, "EX-8", "2025-07-10", "agreed", house_money="860000"),
        lets("a house for a house", EXCHANGE, "EX-8", "2025-07-10", "agreed", house_money="0"),
        lets("another household is valued by itself", VALUED, "EX-8", "2025-07-10", "agreed", household="李四", house_money="1"),
        lets("no price is named", VALUED, "EX-8", "2025-07-10", "agreed"),
        refuses("not a yuan less", "房屋价值补偿859,999元，低于评估价值860,000元", EXPR[19, 1], VALUED, "EX-8", "2025-07-10", "agreed", house_money="859999"),
        refuses("nor decided", "低于评估价值860,000元", EXPR[19, 1], APPROVED, "EX-8", "2025-08-11", "decided", house_money="1"),
        refuses("by the latest report", "低于评估价值870,000元", EXPR[19, 1], then(VALUED, took("EX-7", "2025-07-05", "recheck", value="870000")), "EX-8", "2025-07-10", "agreed", house_money="860000"),
        refuses("nor where no way was chosen", "低于评估价值860,000元", EXPR[19, 1], then(DECIDED, took("EX-7", "2025-06-25", "report", value="860000")), "EX-8", "2025-07-10", "agreed", house_money="1"),
    ),
    *of(
        "compensation_due",
        lets("agreed", AGREED, "EX-8-3", "2025-07-20", household="黄堃昇"),
        lets("decided", ORDERED, "EX-8-3", "2025-08-20", household="黄堃昇", paid="860000"),
        lets("nobody is named", VALUED, "EX-8-3", "2025-07-20"),
        refuses("not before", "黄堃昇还没有补偿协议或者补偿决定", EXPR[25, 1], VALUED, "EX-8-3", "2025-07-20", household="黄堃昇"),
        refuses("nor another household", "李四还没有补偿协议", EXPR[26, 1], AGREED, "EX-8-3", "2025-07-20", household="李四"),
        refuses("nor when it was only proposed", "还没有补偿协议或者补偿决定", EXPR[26, 1], APPROVED, "EX-8-3", "2025-08-20", household="黄堃昇", paid="860000"),
    ),
    *of(
        "paid_first",
        lets("paid", PAID, "EX-9", "2025-08-10"),
        lets("a payment without a sum paid it all", then(AGREED, took("EX-8-3", "2025-07-20")), "EX-9", "2025-08-10"),
        refuses("not unpaid", "尚有860,000元补偿没有支付", EXPR[27, 1], AGREED, "EX-9", "2025-08-10"),
        refuses("not paid in part", "尚有60,000元补偿没有支付", EXPR[27, 1], IN_PART, "EX-9", "2025-08-10"),
        refuses("not without any agreement", "黄堃昇还没有得到补偿，不得要求搬迁", EXPR[27, 1], VALUED, "EX-9", "2025-08-10"),
        refuses("nor torn down", "尚有860,000元补偿没有支付", EXPR[27, 1], ORDERED, "EX-9-1", "2025-10-10"),
        refuses("nor another household", "李四还没有得到补偿", EXPR[27, 1], PAID, "EX-9", "2025-08-10", household="李四"),
    ),
    *of(
        "lawful_moving",
        lets("of his own will", PAID, "EX-9", "2025-08-10", lawful_means=True, no_builder=True),
        refuses("not by cut supplies", "等方式迫使搬迁", EXPR[27, 3], PAID, "EX-9", "2025-08-10", lawful_means=False),
        refuses("not by the builder", "建设单位参与了搬迁活动", EXPR[27, 3], PAID, "EX-9", "2025-08-10", no_builder=False),
        refuses("nor another household", "等方式迫使搬迁", EXPR[27, 3], PAID, "EX-9", "2025-08-10", household="李四", lawful_means=False, no_builder=False),
    ),
    *of(
        "no_own_demolition",
        lets("he has moved", MOVED, "EX-9-1", "2025-09-01"),
        lets("the court has executed", then(ORDERED, took("EX-10", "2026-03-01", "executed")), "EX-9-1", "2026-03-05"),
        refuses("not while he lives there", "没有搬迁，也没有经人民法院强制执行", EXPR[28, 1], PAID, "EX-9-1", "2025-09-01"),
        refuses("not when the court was only asked", "没有搬迁", EXPR[28, 1], then(ORDERED, took("EX-10", "2026-03-01", "applied")), "EX-9-1", "2026-03-05"),
        refuses("not when it said no", "没有搬迁", EXPR[28, 1], then(ORDERED, took("EX-10", "2026-03-01", "rejected")), "EX-9-1", "2026-03-05"),
        refuses("nor another household's", "李四没有搬迁", EXPR[28, 1], MOVED, "EX-9-1", "2025-09-01", household="李四"),
    ),
    *of(
        "house_court_window",
        lets("when the remedies have run out", ORDERED, "EX-10", "2026-02-12", "applied"),
        lets("later for a good reason", ORDERED, "EX-10", "2026-06-01", "applied", late_reason="当地发生洪灾"),
        lets("what the court did is only recorded", ORDERED, "EX-10", "2025-09-01", "executed"),
        lets("on the last day of three months", ORDERED, "EX-10", "2026-05-11", "applied"),
        lets("an agreement runs no such term", AGREED, "EX-10", "2025-09-01", "applied"),
        lets("nothing was decided", VALUED, "EX-10", "2025-09-01", "applied"),
        lets("no day to move was named", then(APPROVED, took("EX-8", "2025-08-11", "decided")), "EX-10", "2026-02-12", "applied"),
        lets("his suit was lost", then(ORDERED, took("EX-14", "2025-09-01", "begun"), took("EX-14", "2026-02-01", "upheld")), "EX-10", "2026-03-01", "applied"),
        refuses("not while he may sue", "期限至2026年2月11日才届满", EXPR[28, 1], ORDERED, "EX-10", "2026-02-11", "applied"),
        refuses("not while he may stay", "搬迁期限至2026年3月31日", EXPR[28, 1], then(APPROVED, took("EX-8", "2025-08-11", "decided", move_until="2026-03-31")), "EX-10", "2026-03-31", "applied"),
        refuses("not after three months", "已于2026年5月11日届满", ACL[53], ORDERED, "EX-10", "2026-05-12", "applied"),
        refuses("not while he sues", "行政复议、行政诉讼尚未终结", ACL[53], then(ORDERED, took("EX-14", "2025-09-01", "begun")), "EX-10", "2026-03-01", "applied"),
    ),
)

ROWS = COMPENSATION
