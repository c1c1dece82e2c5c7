"""行政征收和应急征用: standard, deferral, late charge and treasury; what is requisitioned, returned and paid for."""

from lantai.law.facts import AgencyFacts
from lantai.law.statutes_in_force import ACL, EMERG, SEED, WATER
from lantai.law.tests.rows_of_gates.row import case, hangs_on, lets, of, refuses, then, took
from lantai.law.tests.stories import party

# fmt: off

LEVY, REQUISITION = "levy.fee", "requisition.emergency"
BLANK = case(LEVY)
FOUND = case(LEVY, took("LV-1", "2025-03-03", amount="9000"))
TOLD = then(FOUND, took("LV-2", "2025-03-05", mode="SV-1"))
ASKED = then(TOLD, took("LV-4", "2025-03-07", days=60))
GRANTED = then(ASKED, took("LV-4-1", "2025-03-10", "granted", granted_days=30))
REFUSED = then(ASKED, took("LV-4-1", "2025-03-10", "refused"))
ORDERED = then(TOLD, took("LV-5", "2025-03-14", late_rate="20"))
CHARGED = then(ORDERED, took("LV-5-1", "2025-04-11", amount="90"))
PAID = then(TOLD, took("LV-3", "2025-03-10", "full", amount="9000", receipt_no="1"))
HALF = then(TOLD, took("LV-3", "2025-03-10", "part", amount="4000", receipt_no="1"))

LEVIES = (
    *of(
        "levy_standard",
        hangs_on(
            "standard_published", "征收项目和标准没有公布", WATER[32, 1],
            lets("levied by a published standard", BLANK, "LV-1", "2025-03-03", amount="9000"),
            lets("of a person too", case(LEVY, party=party("person")), "LV-1", "2025-03-03", amount="1"),
            lets("reckoned anew too", TOLD, "LV-1", "2025-03-06", amount="8000"),
        ),
    ),
    *of(
        "levy_amount",
        lets("quantity times rate", BLANK, "LV-1", "2025-03-03", amount="9000", quantity="300", rate="30"),
        lets("an amount alone", BLANK, "LV-1", "2025-03-03", amount="9000", quantity="300"),
        lets("no amount yet", BLANK, "LV-1", "2025-03-03", quantity="300", rate="30"),
        lets("a rate alone", BLANK, "LV-1", "2025-03-03", amount="9000", rate="30"),
        refuses("not another product", "与数量乘以标准所得9,000元不一致", WATER[32, 1], BLANK, "LV-1", "2025-03-03", amount="9001", quantity="300", rate="30"),
        refuses("nor by a fen", "不一致", WATER[32, 1], BLANK, "LV-1", "2025-03-03", amount="0.25", quantity="2", rate="0.12"),
        refuses("not nothing", "应当大于零", WATER[32, 1], BLANK, "LV-1", "2025-03-03", amount="0"),
        refuses("not less than nothing", "应当大于零", WATER[32, 1], BLANK, "LV-1", "2025-03-03", amount="-1"),
    ),
    *of(
        "deferral_days",
        lets("ninety are asked for", TOLD, "LV-4", "2025-03-07", days=90),
        lets("ninety are granted", ASKED, "LV-4-1", "2025-03-10", "granted", granted_days=90),
        refuses("not ninety-one", "缓缴91日，超过九十日", WATER[34], TOLD, "LV-4", "2025-03-07", days=91),
        refuses("nor granted", "缓缴91日，超过九十日", WATER[34], ASKED, "LV-4-1", "2025-03-10", "granted", granted_days=91),
        refuses("nor half a year", "超过九十日", WATER[34], TOLD, "LV-4", "2025-03-07", days=180),
    ),
    *of(
        "deferral_silence",
        lets("refused in time", ASKED, "LV-4-1", "2025-03-14", "refused"),
        lets("granted in part in time", ASKED, "LV-4-1", "2025-03-14", "granted", granted_days=30),
        lets("after it silence has granted it", ASKED, "LV-4-1", "2025-03-17", "lapsed"),
        lets("granted late as asked", ASKED, "LV-4-1", "2025-03-17", "granted", granted_days=60),
        lets("nothing was asked", TOLD, "LV-4-1", "2025-03-17", "refused"),
        refuses("silence is none on the last day", "答复期限至2025年3月14日届满", WATER[34], ASKED, "LV-4-1", "2025-03-14", "lapsed"),
        refuses("not refused after it", "已视为同意缓缴", WATER[34], ASKED, "LV-4-1", "2025-03-17", "refused"),
        refuses("not cut short after it", "不能再不同意或者缩短", WATER[34], ASKED, "LV-4-1", "2025-03-17", "granted", granted_days=59),
        refuses("nor where no number was asked", "不能再不同意或者缩短", WATER[34], then(TOLD, took("LV-4", "2025-03-07")), "LV-4-1", "2025-03-17", "granted", granted_days=89),
    ),
    *of(
        "levy_overdue",
        lets("eight days after service", TOLD, "LV-5", "2025-03-13"),
        lets("the deferral was refused", REFUSED, "LV-5", "2025-03-13"),
        lets("the deferral has run out", GRANTED, "LV-5", "2025-04-12"),
        lets("no notice is on file", FOUND, "LV-5", "2025-03-06"),
        refuses("not on the seventh", "缴纳期限至2025年3月12日", WATER[33, 1], TOLD, "LV-5", "2025-03-12"),
        refuses("not while it is deferred", "缓缴期限至2025年4月11日", WATER[34], GRANTED, "LV-5", "2025-04-11"),
        refuses("nor while it is only asked for", "缓缴期限至2025年5月12日", WATER[34], ASKED, "LV-5", "2025-05-11"),
        refuses("a letter counts from its receipt", "缴纳期限至2025年3月19日", WATER[33, 1], then(FOUND, took("LV-2", "2025-03-05", mode="SV-4", effective_on="2025-03-12")), "LV-5", "2025-03-19"),
        refuses("a deferral refused is none", "缴纳期限至2025年3月12日", WATER[33, 1], REFUSED, "LV-5", "2025-03-12"),
        refuses("a letter under way has begun nothing", "缴纳通知单尚未送达", WATER[33, 1], then(FOUND, took("LV-2", "2025-03-05", mode="SV-4")), "LV-5", "2025-04-01"),
    ),
    *of(
        "late_charge",
        lets("twenty in ten thousand a day", ORDERED, "LV-5-1", "2025-03-17", amount="90", standard_told=True),
        lets("no sum yet", ORDERED, "LV-5-1", "2025-03-17", standard_told=True),
        lets("up to what is owed", ORDERED, "LV-5-1", "2027-03-14", amount="9000"),
        refuses("no standard is known", "没有写明滞纳金的标准", ACL[45, 1], TOLD, "LV-5-1", "2025-03-17", amount="90"),
        refuses("not ahead of its day", "不得预先计算", ACL[45, 1], ORDERED, "LV-5-1", "2025-03-17", amount="90", through="2025-03-18"),
        refuses("not untold", "没有告知缴纳人", ACL[45, 1], ORDERED, "LV-5-1", "2025-03-17", amount="90", standard_told=False),
        refuses("not a fen more", "多于按标准计算至2025年3月17日的90元", ACL[45, 1], ORDERED, "LV-5-1", "2025-03-17", amount="90.01"),
        refuses("not beyond its day", "至2025年3月14日的36元", ACL[45, 1], ORDERED, "LV-5-1", "2025-03-17", amount="90", through="2025-03-14"),
        refuses("never above what is owed", "超出应缴数额9,000元", ACL[45, 2], ORDERED, "LV-5-1", "2027-03-14", amount="9000.01"),
        refuses("not before the time to pay", "的0元", ACL[45, 1], TOLD, "LV-5-1", "2025-03-10", amount="1", rate="20"),
    ),
    *of(
        "levy_treasury",
        lets("at the bank", TOLD, "LV-3", "2025-03-10", "full", channel="bank", amount="9000"),
        refuses("not by hand", "执收人员不得直接收取款项", WATER[35], TOLD, "LV-3", "2025-03-10", "full", channel="officer", amount="9000"),
        refuses("nor a part", "不得直接收取", WATER[37], TOLD, "LV-3", "2025-03-10", "part", channel="officer", amount="10"),
        refuses("nor the late charge", "不得直接收取", WATER[37], CHARGED, "LV-3", "2025-04-14", "part", channel="officer", kind="late_charge", amount="90"),
    ),
    *of(
        "levy_paid",
        lets("all of it", TOLD, "LV-3", "2025-03-10", "full", amount="9000"),
        lets("the rest", HALF, "LV-3", "2025-03-12", "full", amount="5000", receipt_no="2"),
        lets("a part as a part", TOLD, "LV-3", "2025-03-10", "part", amount="1"),
        lets("otherwise than by money", TOLD, "LV-3", "2025-03-10", "full"),
        refuses("a part is not all", "尚有应缴款项0.01元没有缴纳", WATER[33, 1], TOLD, "LV-3", "2025-03-10", "full", amount="8999.99"),
        refuses("one receipt pays once", "尚有应缴款项4,000元", WATER[33, 1], HALF, "LV-3", "2025-03-12", "full", amount="5000", receipt_no="1"),
        refuses("the late charge is owed too", "尚有滞纳金90元", WATER[33, 1], CHARGED, "LV-3", "2025-04-14", "full", amount="9000"),
        refuses("nor is all a part", "已经缴清", WATER[33, 1], TOLD, "LV-3", "2025-03-10", "part", amount="9000"),
    ),
    *of(
        "levy_direct",
        lets("all of it, directly", PAID, "LV-6", "2025-03-20", direct=True, treasury_amount="9000"),
        lets("no sum yet", PAID, "LV-6", "2025-03-20", direct=True),
        lets("nothing was paid through this file", TOLD, "LV-6", "2025-03-20", direct=True, treasury_amount="9000"),
        lets("a part of it", HALF, "LV-6", "2025-03-20", direct=True, treasury_amount="4000"),
        refuses("not by a detour", "没有直接缴入国库", WATER[37], PAID, "LV-6", "2025-03-20", direct=False, treasury_amount="9000"),
        refuses("not less", "缴入国库8,000元，与已缴9,000元不符", WATER[35], PAID, "LV-6", "2025-03-20", direct=True, treasury_amount="8000"),
        refuses("not the last payment alone", "与已缴9,000元不符", WATER[35], then(HALF, took("LV-3", "2025-03-12", "full", amount="5000", receipt_no="2")), "LV-6", "2025-03-20", direct=True, treasury_amount="5000"),
    ),
)

ITEMS = [{"name": "客车"}, {"name": "帐篷"}]
NEEDED = case(REQUISITION, took("RQ-1", "2025-07-03"))
URGENT = case(REQUISITION, took("RQ-1", "2025-07-03", emergency=True))
APPROVED = then(NEEDED, took("RQ-2", "2025-07-03 10:00", "approved"))
TAKEN = then(APPROVED, took("RQ-3", "2025-07-03 11:00", items=ITEMS))
ON_THE_SPOT = then(URGENT, took("RQ-3", "2025-07-03 11:00", items=ITEMS))
BACK = then(TAKEN, took("RQ-5", "2025-07-20", "all", returned_items=ITEMS))
DAMAGED = then(TAKEN, took("RQ-5", "2025-07-20", "all", returned_items=ITEMS, damage="帐篷破损"))
LOST = then(TAKEN, took("RQ-5", "2025-07-20", "lost"))
PROPOSED = then(BACK, took("RQ-6-1", "2025-07-22", use_money="900", damage_money="100"))
REVIEWED = then(PROPOSED, took("RQ-6-2", "2025-07-24", "agree"))
DECIDED = then(REVIEWED, took("RQ-6", "2025-07-25", use_money="900", damage_money="100"))
LESS = {"use_money": "900"}

REQUISITIONS = (
    *of(
        "requisition_power",
        lets("a government of the county", case(REQUISITION, agency=AgencyFacts(level="county")), "RQ-1", "2025-07-03", needed=True),
        refuses("no township", "只有县级以上人民政府及其部门可以征用", EMERG[12], case(REQUISITION, agency=AgencyFacts(level="township")), "RQ-1", "2025-07-03"),
        refuses("nobody entrusted", "只有县级以上人民政府及其部门", EMERG[12], then(APPROVED, agency=AgencyFacts(kind="受委托")), "RQ-3", "2025-07-03 11:00"),
        refuses("not without need", "不是为应对突发事件的紧急需要", EMERG[12], case(REQUISITION), "RQ-1", "2025-07-03", needed=False),
    ),
    *of(
        "requisition_approval",
        lets("approved before", APPROVED, "RQ-3", "2025-07-03 11:00"),
        lets("on the spot in an emergency", NEEDED, "RQ-3", "2025-07-03 11:00", emergency=True),
        lets("used meanwhile", ON_THE_SPOT, "RQ-4", "2025-07-04 11:00"),
        lets("the emergency was in the request", URGENT, "RQ-3", "2025-07-03 11:00"),
        refuses("not without", "征用没有经负责人批准", EMERG[12], NEEDED, "RQ-3", "2025-07-03 11:00"),
        refuses("not against it", "征用没有经负责人批准", SEED.whole, then(NEEDED, took("RQ-2", "2025-07-03 10:00", "refused")), "RQ-3", "2025-07-03 11:00"),
        refuses("nor used when the head disagrees", "负责人不同意征用", EMERG[12], then(ON_THE_SPOT, took("RQ-2", "2025-07-03 15:00", "disagreed")), "RQ-4", "2025-07-03 16:00"),
        refuses("nor after twenty-four hours", "二十四小时内没有补办批准手续", EMERG[12], ON_THE_SPOT, "RQ-4", "2025-07-04 11:01"),
    ),
    *of(
        "requisition_makeup",
        lets("before it there is time", NEEDED, "RQ-2", "2025-07-09", "approved"),
        lets("in the last minute", ON_THE_SPOT, "RQ-2", "2025-07-04 11:00", "approved"),
        lets("to disagree it is never too late", ON_THE_SPOT, "RQ-2", "2025-07-09", "disagreed"),
        refuses("a minute later", "已超过二十四小时，不能再补办批准手续", EMERG[12], ON_THE_SPOT, "RQ-2", "2025-07-04 11:01", "approved"),
        refuses("a holiday counts", "已超过二十四小时", EMERG[12], then(URGENT, took("RQ-3", "2025-10-01 08:00")), "RQ-2", "2025-10-09", "approved"),
        refuses("what was taken goes back", "不同意的应当立即返还", EMERG[12], ON_THE_SPOT, "RQ-2", "2025-07-03 15:00", "refused"),
    ),
    *of(
        "requisition_list",
        lets("signed, handed over, told", APPROVED, "RQ-3", "2025-07-03 11:00", list_signed=True, delivered=True, compensation_told=True),
        refuses("not unsigned", "清单没有经被征用人和经办人员签名", EMERG[12], APPROVED, "RQ-3", "2025-07-03 11:00", list_signed=False),
        refuses("not kept back", "没有当场交付被征用人", EMERG[12], APPROVED, "RQ-3", "2025-07-03 11:00", delivered=False),
        refuses("not untold", "没有告知返还和补偿的规定", SEED.whole, URGENT, "RQ-3", "2025-07-03 11:00", compensation_told=False),
    ),
    *of(
        "requisition_checked",
        hangs_on(
            "checked", "交接时没有清点、查验", EMERG[12],
            lets("counted when handed over", TAKEN, "RQ-4", "2025-07-03 12:00"),
            lets("in an emergency too", ON_THE_SPOT, "RQ-4", "2025-07-03 12:00"),
            lets("of a person too", then(TAKEN, party=party("person")), "RQ-4", "2025-07-03 12:00"),
        ),
    ),
    *of(
        "requisition_returned",
        lets("all that is on the list", TAKEN, "RQ-5", "2025-07-20", "all", returned_items=ITEMS),
        lets("the rest", then(TAKEN, took("RQ-5", "2025-07-18", "part", returned_items=ITEMS[:1])), "RQ-5", "2025-07-20", "all", returned_items=ITEMS[1:]),
        lets("a part as a part", TAKEN, "RQ-5", "2025-07-20", "part", returned_items=ITEMS[:1]),
        lets("no list of what came back", TAKEN, "RQ-5", "2025-07-20", "all"),
        refuses("not without the tent", "清单所列的帐篷没有返还", EMERG[12], TAKEN, "RQ-5", "2025-07-20", "all", returned_items=ITEMS[:1]),
        refuses("not without anything", "清单所列的客车、帐篷没有返还", EMERG[12], TAKEN, "RQ-5", "2025-07-20", "all", returned_items=[]),
        refuses("nor with another thing for it", "清单所列的客车没有返还", EMERG[12], TAKEN, "RQ-5", "2025-07-20", returned_items=[{"name": "货车"}, {"name": "帐篷"}]),
    ),
    *of(
        "requisition_fair",
        lets("for the use", BACK, "RQ-6-1", "2025-07-22", use_money="900", damage_money="0"),
        lets("for the damage", DAMAGED, "RQ-6-1", "2025-07-22", use_money="900", damage_money="100"),
        lets("no sum yet", DAMAGED, "RQ-6-1", "2025-07-22"),
        refuses("not for nothing", "征用没有给予补偿", EMERG[12], BACK, "RQ-6-1", "2025-07-22", use_money="0"),
        refuses("damage is paid for", "毁损、灭失，没有给予补偿", EMERG[12], DAMAGED, "RQ-6-1", "2025-07-22", **LESS),
        refuses("loss is paid for", "毁损、灭失，没有给予补偿", EMERG[12], LOST, "RQ-6-1", "2025-07-22", damage_money="0", **LESS),
        refuses("nor decided so", "征用没有给予补偿", EMERG[12], REVIEWED, "RQ-6", "2025-07-25", use_money="0", damage_money="0", other_money="0"),
    ),
    *of(
        "requisition_as_reviewed",
        lets("as proposed", REVIEWED, "RQ-6", "2025-07-25", use_money="900", damage_money="100"),
        lets("the same sum otherwise divided", REVIEWED, "RQ-6", "2025-07-25", use_money="1000"),
        lets("no proposal is on file", BACK, "RQ-6", "2025-07-25", use_money="1"),
        lets("no sum yet", REVIEWED, "RQ-6", "2025-07-25"),
        lets("none was proposed", then(BACK, took("RQ-6-1", "2025-07-22")), "RQ-6", "2025-07-25", use_money="1"),
        refuses("not less", "补偿900元，与审核的1,000元不一致", SEED.whole, REVIEWED, "RQ-6", "2025-07-25", **LESS),
        refuses("not more", "补偿1,000.01元，与审核的1,000元不一致", SEED.whole, REVIEWED, "RQ-6", "2025-07-25", use_money="900", damage_money="100.01"),
        refuses("not by another proposal", "与审核的1,000元不一致", SEED.whole, then(DAMAGED, took("RQ-6-1", "2025-07-21", use_money="500"), took("RQ-6-1", "2025-07-22", use_money="900", other_money="100")), "RQ-6", "2025-07-25", use_money="500"),
    ),
    *of(
        "requisition_paid",
        lets("all of it", DECIDED, "RQ-7", "2025-08-01", paid="1000"),
        lets("the rest", then(DECIDED, took("RQ-7", "2025-07-30", paid="400")), "RQ-7", "2025-08-01", paid="600"),
        lets("no sum named", DECIDED, "RQ-7", "2025-08-01"),
        refuses("not less", "补偿尚差0.01元", EMERG[12], DECIDED, "RQ-7", "2025-08-01", paid="999.99"),
        refuses("nor nothing", "补偿尚差1,000元", EMERG[12], DECIDED, "RQ-7", "2025-08-01", paid="0"),
        refuses("nor the rest but one", "补偿尚差100元", EMERG[12], then(DECIDED, took("RQ-7", "2025-07-30", paid="400")), "RQ-7", "2025-08-01", paid="500"),
    ),
)

ROWS = (*LEVIES, *REQUISITIONS)
