"""房屋征收、土地征收: who decides, after what, and what land is approved and paid for."""

from lantai.law.facts import AgencyFacts, Party
from lantai.law.statutes_in_force import EXPR, LAND, SEED
from lantai.law.tests.rows_of_gates.row import case, hangs_on, lets, of, refuses, then, took
from lantai.law.tests.stories import GENERAL

# fmt: off

HOUSING, OF_LAND, REQUISITION = "expropriation.housing", "expropriation.land", "requisition.emergency"
GOVERNMENT = AgencyFacts(field="government", level="county")
OF_HUANG = {"agency": GOVERNMENT, "party": Party("person", "黄堃昇")}
FOUNDED = case(HOUSING, took("EX-1", "2025-03-03", ground="public_service", households=12), **OF_HUANG)
PUBLISHED = then(FOUNDED, took("EX-2", "2025-03-20"))
COMMENTED = then(PUBLISHED, took("EX-3", "2025-04-21"))
READY = then(COMMENTED, *(took(step, "2025-05-20") for step in ("EX-12", "EX-4", "EX-4-1", "EX-4-2")))
REVIEWED = then(READY, took("EX-4-3", "2025-05-26", "agree"))
OLD_TOWN = case(HOUSING, took("EX-1", "2025-03-03", ground="old_town", households=12), took("EX-2", "2025-03-20"), took("EX-3", "2025-04-21", majority_objects=True), *(took(step, "2025-05-20") for step in ("EX-12", "EX-4", "EX-4-1", "EX-4-2")), **OF_HUANG)
MANY = case(HOUSING, took("EX-1", "2025-03-03", households=50), *READY.taken[1:], **OF_HUANG)
DECIDED = then(REVIEWED, took("EX-5", "2025-06-03"), took("EX-6", "2025-06-05"))
VALUED = then(DECIDED, took("EX-7", "2025-06-25", "report", value="860000"), took("EX-13", "2025-06-30", way="money"))
EXCHANGE = then(VALUED, took("EX-13", "2025-07-01", way="exchange"))
AGREED = then(VALUED, took("EX-8", "2025-07-10", "agreed", house_money="860000"))
PROPOSED = then(VALUED, took("EX-8-1", "2025-08-05"))
APPROVED = then(PROPOSED, took("EX-8-2", "2025-08-07", "agree"))
ORDERED = then(APPROVED, took("EX-8", "2025-08-11", "decided", house_money="860000", move_until="2025-09-30"))
PAID = then(AGREED, took("EX-8-3", "2025-07-20", paid="860000"))
IN_PART = then(AGREED, took("EX-8-3", "2025-07-20", paid="800000"))
MOVED = then(PAID, took("EX-9", "2025-08-10"))

SURVEYED = case(OF_LAND, took("EL-1", "2025-02-03"), took("EL-2", "2025-02-10"), took("EL-3", "2025-02-20"), took("EL-4", "2025-03-03"), agency=GOVERNMENT)
HEARD_OF = then(SURVEYED, took("EL-4-1", "2025-04-10"), took("EL-5", "2025-04-20"), took("EL-6", "2025-04-21"), took("EL-7", "2025-04-25", "all"))
APPLIED = then(HEARD_OF, took("EL-7-1", "2025-05-06", arable=350_000, approver="province"))
LAND_REVIEWED = then(APPLIED, took("EL-7-2", "2025-05-08", "agree"))
GREAT = then(HEARD_OF, took("EL-7-1", "2025-05-06", arable=350_001, approver="state_council"))
LAND_PAID = then(LAND_REVIEWED, took("EL-11", "2025-09-01"))

WHO = (
    *of(
        "act_reviewed",
        lets("reviewed", REVIEWED, "EX-5", "2025-06-03"),
        lets("an agreement needs none", PROPOSED, "EX-8", "2025-08-11", "agreed"),
        lets("a requisition on the spot is reviewed when it is paid for", case(REQUISITION, took("RQ-1", "2025-07-03", emergency=True)), "RQ-3", "2025-07-03 10:00"),
        lets("or says so itself", case(REQUISITION, took("RQ-1", "2025-07-03")), "RQ-3", "2025-07-03 10:00", emergency=True),
        refuses("no expropriation without", "未经法制审核，不得作出决定", SEED.whole, READY, "EX-5", "2025-06-03"),
        refuses("not against it", "审核意见：建议纠正", SEED.whole, then(READY, took("EX-4-3", "2025-05-26", "correct")), "EX-5", "2025-06-03"),
        refuses("not when it was proposed anew", "原审核意见已失效", SEED.whole, then(REVIEWED, took("EX-4-2", "2025-05-28")), "EX-5", "2025-06-03"),
        refuses("no compensation without", "未经法制审核", SEED.whole, PROPOSED, "EX-8", "2025-08-11", "decided"),
        refuses("no application for land without", "未经法制审核", SEED.whole, APPLIED, "EL-8", "2025-05-10"),
        refuses("no requisition without", "未经法制审核", SEED.whole, case(REQUISITION, took("RQ-1", "2025-07-03")), "RQ-3", "2025-07-03 10:00"),
    ),
    *of(
        "government_decides",
        lets("the government", REVIEWED, "EX-5", "2025-06-03"),
        refuses("no bureau", "只能由市、县级人民政府决定", EXPR[8], then(REVIEWED, agency=GENERAL), "EX-5", "2025-06-03"),
        refuses("nor of the province", "部门不得以自己的名义作出", EXPR[8], then(REVIEWED, agency=AgencyFacts(field="housing", level="province")), "EX-5", "2025-06-03"),
        refuses("nor discusses it", "只能由市、县级人民政府决定", EXPR[8], then(MANY, agency=GENERAL), "EX-4-4", "2025-05-28"),
    ),
    *of(
        "compensation_government",
        lets("the government", APPROVED, "EX-8", "2025-08-11", "decided"),
        lets("a bureau may agree", then(APPROVED, agency=GENERAL), "EX-8", "2025-08-11", "agreed"),
        refuses("no bureau decides", "只能由市、县级人民政府决定", EXPR[26, 1], then(APPROVED, agency=GENERAL), "EX-8", "2025-08-11", "decided"),
        refuses("nor of the province", "部门不得以自己的名义作出", EXPR[26, 1], then(APPROVED, agency=AgencyFacts(field="housing", level="province")), "EX-8", "2025-08-11", "decided"),
        refuses("nor where no owner is known", "只能由市、县级人民政府决定", EXPR[26, 1], then(APPROVED, agency=AgencyFacts(level="county")), "EX-8", "2025-08-11", "decided", undecided="owner_unclear"),
    ),
    *of(
        "land_government",
        lets("the government", case(OF_LAND, agency=GOVERNMENT), "EL-1", "2025-02-03"),
        refuses("no bureau begins", "只能由市、县级人民政府决定", LAND[47, 2], case(OF_LAND), "EL-1", "2025-02-03"),
        refuses("nor announces", "部门不得以自己的名义作出", LAND[47, 2], then(SURVEYED, agency=GENERAL), "EL-4", "2025-03-03"),
        refuses("nor applies", "部门不得以自己的名义作出", LAND[47, 2], then(LAND_REVIEWED, agency=AgencyFacts(field="land")), "EL-8", "2025-05-10"),
        refuses("nor publishes", "部门不得以自己的名义作出", LAND[47, 2], then(LAND_REVIEWED, agency=GENERAL), "EL-10", "2025-07-10"),
    ),
)

BEFORE = (
    *of(
        "public_interest",
        lets("a public service", case(HOUSING), "EX-1", "2025-03-03", ground="public_service"),
        lets("an old town", case(HOUSING), "EX-1", "2025-03-03", ground="old_town"),
        refuses("nothing else", "不属于法定的公共利益情形", EXPR[8], case(HOUSING), "EX-1", "2025-03-03", ground="other"),
        refuses("in no plan", "不属于法定的公共利益情形", EXPR[8], case(HOUSING), "EX-1", "2025-03-03", ground="other", plans_conform=True, annual_plan=True),
        refuses("nor for land", "不属于法定的公共利益情形", LAND[45, 1], case(OF_LAND), "EL-1", "2025-02-03", ground="other"),
    ),
    *of(
        "plans_conform",
        lets("as planned", case(HOUSING), "EX-1", "2025-03-03", plans_conform=True, annual_plan=True),
        refuses("not against the plan", "建设活动不符合规划", EXPR[9, 1], case(HOUSING), "EX-1", "2025-03-03", plans_conform=False),
        refuses("not out of the year's plan", "没有纳入国民经济和社会发展年度计划", EXPR[9, 1], case(HOUSING), "EX-1", "2025-03-03", ground="old_town", annual_plan=False),
        refuses("nor for land", "建设活动不符合规划", LAND[45, 2], case(OF_LAND), "EL-1", "2025-02-03", plans_conform=False),
        refuses("nor out of its year's plan", "年度计划", LAND[45, 2], case(OF_LAND), "EL-1", "2025-02-03", plans_conform=True, annual_plan=False),
    ),
    *of(
        "comment_days",
        lets("thirty", FOUNDED, "EX-2", "2025-03-20", comment_days=30),
        lets("not said", SURVEYED, "EL-4", "2025-03-03"),
        refuses("not twenty-nine", "征求意见期限29日，少于三十日", EXPR[10, 2], FOUNDED, "EX-2", "2025-03-20", comment_days=29),
        refuses("not none", "征求意见期限0日", EXPR[10, 2], FOUNDED, "EX-2", "2025-03-20", comment_days=0),
        refuses("nor of land", "公告期29日，少于三十日", LAND[47, 2], SURVEYED, "EL-4", "2025-03-03", comment_days=29),
    ),
    *of(
        "plan_argued",
        hangs_on(
            "argued", "征收补偿方案没有组织有关部门论证", EXPR[10, 2],
            lets("argued before it is published", FOUNDED, "EX-2", "2025-03-20", comment_days=30),
            lets("an old town's too", case(HOUSING, took("EX-1", "2025-03-03", ground="old_town")), "EX-2", "2025-03-20"),
            lets("published anew too", COMMENTED, "EX-2", "2025-05-06", comment_days=45),
        ),
    ),
    *of(
        "comment_period",
        lets("the day after", PUBLISHED, "EX-3", "2025-04-20"),
        lets("of land", SURVEYED, "EL-4-1", "2025-04-03"),
        lets("nothing was published for comment", FOUNDED, "EX-3", "2025-03-10"),
        refuses("not on the thirtieth day", "征求意见期限至2025年4月19日", EXPR[10, 2], PUBLISHED, "EX-3", "2025-04-19"),
        refuses("not within the longer time given", "至2025年5月19日", EXPR[10, 2], then(FOUNDED, took("EX-2", "2025-03-20", comment_days=60)), "EX-3", "2025-05-19"),
        refuses("nor decided", "征求意见期限至2025年4月19日", EXPR[10, 2], PUBLISHED, "EX-5", "2025-04-19"),
        refuses("nor land", "公告期限至2025年4月2日", LAND[47, 2], SURVEYED, "EL-4-1", "2025-04-02"),
        refuses("nor from another day", "公告期限至2025年4月9日", LAND[47, 2], then(SURVEYED, took("EL-4", "2025-03-04", published_on="2025-03-10")), "EL-8", "2025-04-09"),
    ),
    *of(
        "expropriation_ready",
        lets("all is done", READY, "EX-5", "2025-06-03"),
        lets("an old town after its hearing", then(OLD_TOWN, took("EX-3-1", "2025-05-06")), "EX-5", "2025-06-03"),
        lets("many households after the meeting", then(MANY, took("EX-4-4", "2025-05-28")), "EX-5", "2025-06-03"),
        lets("land", LAND_REVIEWED, "EL-8", "2025-05-10"),
        *(
            refuses(f"not without {step}", says, article, case(HOUSING, *(t for t in READY.taken if t.step != step), **OF_HUANG), "EX-5", "2025-06-03")
            for step, says, article in (
                ("EX-3", "没有公布征求意见和修改情况", EXPR[11, 1]),
                ("EX-12", "没有对未经登记的建筑进行调查", EXPR[24, 2]),
                ("EX-4", "没有进行社会稳定风险评估", EXPR[12, 1]),
                ("EX-4-1", "没有足额到位、专户存储", EXPR[12, 2]),
            )
        ),
        refuses("an old town not without its hearing", "没有举行听证会", EXPR[11, 2], OLD_TOWN, "EX-5", "2025-06-03"),
        refuses("many households not without the meeting", "没有经政府常务会议讨论决定", EXPR[12, 1], MANY, "EX-5", "2025-06-03"),
        *(
            refuses(f"not without {step}", says, article, case(OF_LAND, *(t for t in APPLIED.taken if t.step != step), agency=GOVERNMENT), "EL-8", "2025-05-10")
            for step, says, article in (
                ("EL-2", "没有开展拟征收土地现状调查", LAND[47, 2]),
                ("EL-3", "没有进行社会稳定风险评估", LAND[47, 2]),
                ("EL-4-1", "没有听取意见", LAND[47, 2]),
                ("EL-5", "没有办理补偿登记", LAND[47, 4]),
                ("EL-6", "有关费用没有足额到位", LAND[47, 4]),
                ("EL-7", "没有与权利人签订补偿、安置协议", LAND[47, 4]),
            )
        ),
        refuses("most members object and were not heard", "没有召开听证会", LAND[47, 3], then(SURVEYED, took("EL-4-1", "2025-04-10", majority_objects=True)), "EL-8", "2025-05-10"),
    ),
    *of(
        "funds_full",
        lets("all of it, apart", COMMENTED, "EX-4-1", "2025-05-20", needed="900", deposited="900", only_for_it=True),
        lets("what is needed is not reckoned yet", COMMENTED, "EX-4-1", "2025-05-20", deposited="900"),
        lets("nothing is paid in yet", COMMENTED, "EX-4-1", "2025-05-20", needed="900"),
        refuses("not a fen less", "征收补偿费用尚差0.01元", EXPR[12, 2], COMMENTED, "EX-4-1", "2025-05-20", needed="900", deposited="899.99"),
        refuses("not in another account", "没有专户存储、专款专用", EXPR[12, 2], COMMENTED, "EX-4-1", "2025-05-20", needed="900", deposited="900", only_for_it=False),
        refuses("nor for land", "征收补偿费用尚差900元", LAND[47, 4], SURVEYED, "EL-6", "2025-04-21", needed="900", deposited="0"),
    ),
    *of(
        "plan_attached",
        hangs_on(
            "plan_attached", "公告没有载明征收补偿方案和行政复议、行政诉讼权利", EXPR[13, 1],
            lets("announced with plan and remedies", REVIEWED, "EX-5", "2025-06-03"),
            lets("an old town too", OLD_TOWN, "EX-5", "2025-06-03"),
            lets("many households too", MANY, "EX-5", "2025-06-03"),
        ),
    ),
    *of(
        "survey_published",
        hangs_on(
            "survey_published", "调查结果没有向被征收人公布", EXPR[15],
            lets("what was found is shown", REVIEWED, "EX-6", "2025-06-05"),
            lets("before the decision too", FOUNDED, "EX-6", "2025-03-10", frozen_from="2025-03-10", frozen_until="2026-03-10"),
            lets("an old town too", OLD_TOWN, "EX-6", "2025-06-05"),
        ),
    ),
    *of(
        "freeze_term",
        lets("a year", FOUNDED, "EX-6", "2025-03-10", frozen_from="2025-03-10", frozen_until="2026-03-10"),
        lets("no end is said", FOUNDED, "EX-6", "2025-03-10", frozen_from="2025-03-10"),
        lets("one day", FOUNDED, "EX-6", "2025-03-10", frozen_from="2025-03-10", frozen_until="2025-03-10"),
        lets("no beginning is said", FOUNDED, "EX-6", "2025-03-10", frozen_until="2027-03-10"),
        refuses("not a day more", "不在一年以内", EXPR[16, 2], FOUNDED, "EX-6", "2025-03-10", frozen_from="2025-03-10", frozen_until="2026-03-11"),
        refuses("not backwards", "不在一年以内", EXPR[16, 2], FOUNDED, "EX-6", "2025-03-10", frozen_from="2025-03-10", frozen_until="2025-03-09"),
        refuses("not two years from a leap day", "不在一年以内", EXPR[16, 2], DECIDED, "EX-6", "2025-06-05", frozen_from="2024-02-29", frozen_until="2026-02-28"),
    ),
)

PLACES = ["township", "village", "group"]

TAKING_LAND = (
    *of(
        "land_places",
        lets("all three", SURVEYED, "EL-4", "2025-03-03", places=PLACES),
        lets("not said", SURVEYED, "EL-4", "2025-03-03"),
        refuses("not without the group", "没有在村民小组范围内公告", LAND[47, 2], SURVEYED, "EL-4", "2025-03-03", places=PLACES[:2]),
        refuses("not in the township alone", "没有在村、村民小组范围内公告", LAND[47, 2], SURVEYED, "EL-4", "2025-03-03", places=PLACES[:1]),
        refuses("not nowhere", "没有在乡（镇）、村、村民小组范围内公告", LAND[47, 2], SURVEYED, "EL-4", "2025-03-03", places=[]),
    ),
    *of(
        "land_agreements",
        lets("all", SURVEYED, "EL-7", "2025-04-25", "all", parties_number=20, signed_number=20),
        lets("all but a few", SURVEYED, "EL-7", "2025-04-25", "exceptions", parties_number=20, signed_number=18),
        lets("no numbers", SURVEYED, "EL-7", "2025-04-25", "all"),
        lets("half of them", SURVEYED, "EL-7", "2025-04-25", "all", signed_number=1),
        lets("or the other half", SURVEYED, "EL-7", "2025-04-25", "all", parties_number=20),
        refuses("not all but one as all", "尚有1户没有签订协议", LAND[47, 4], SURVEYED, "EL-7", "2025-04-25", "all", parties_number=20, signed_number=19),
        refuses("half is no exception", "没有达成协议的不是个别", LAND[47, 4], SURVEYED, "EL-7", "2025-04-25", "exceptions", parties_number=20, signed_number=10),
        refuses("not more than there are", "已签订的户数多于应当签订的户数", LAND[47, 4], SURVEYED, "EL-7", "2025-04-25", "all", parties_number=20, signed_number=21),
        refuses("nobody is no exception", "没有达成协议的不是个别", LAND[47, 4], SURVEYED, "EL-7", "2025-04-25", "exceptions", parties_number=1, signed_number=0),
    ),
    *of(
        "approval_level",
        lets("thirty-five hectares to the province", HEARD_OF, "EL-7-1", "2025-05-06", arable=350_000, other_land=700_000, approver="province"),
        lets("permanent basic farmland to the State Council", HEARD_OF, "EL-7-1", "2025-05-06", basic_farmland=1, approver="state_council"),
        lets("not said", HEARD_OF, "EL-7-1", "2025-05-06", basic_farmland=1),
        refuses("not a square metre of basic farmland", "应当由国务院批准", LAND[46], HEARD_OF, "EL-7-1", "2025-05-06", basic_farmland=1, approver="province"),
        refuses("not a square metre more of arable land", "应当由国务院批准", LAND[46], HEARD_OF, "EL-7-1", "2025-05-06", arable=350_001, approver="province"),
        refuses("nor of other land", "应当由国务院批准", LAND[46], HEARD_OF, "EL-7-1", "2025-05-06", other_land=700_001, approver="province"),
        refuses("nor the other way round", "应当由省人民政府批准", LAND[46], HEARD_OF, "EL-7-1", "2025-05-06", arable=1, approver="state_council"),
    ),
    *of(
        "approving_body",
        lets("the province", LAND_REVIEWED, "EL-9", "2025-06-10", "approved", approved_by="province"),
        lets("the State Council", GREAT, "EL-9", "2025-06-10", "approved", approved_by="state_council"),
        lets("the State Council for what the province could", LAND_REVIEWED, "EL-9", "2025-06-10", "approved", approved_by="state_council"),
        lets("not said", GREAT, "EL-9", "2025-06-10", "approved"),
        lets("no proposal is on file", HEARD_OF, "EL-9", "2025-06-10", "approved", approved_by="province"),
        refuses("not the province for more arable land", "超过省人民政府的批准权限", LAND[46, 1], GREAT, "EL-9", "2025-06-10", "approved", approved_by="province"),
        refuses("nor for other land", "超过省人民政府的批准权限", LAND[46, 1], then(HEARD_OF, took("EL-7-1", "2025-05-06", other_land=700_001)), "EL-9", "2025-06-10", "approved", approved_by="province"),
        refuses("nor for basic farmland", "超过省人民政府的批准权限", LAND[46, 1], then(HEARD_OF, took("EL-7-1", "2025-05-06", basic_farmland=1)), "EL-9", "2025-06-10", "approved", approved_by="province"),
    ),
    *of(
        "land_paid_full",
        hangs_on(
            "in_full", "补偿费用没有及时足额支付", LAND[48, 2],
            lets("paid in full", LAND_REVIEWED, "EL-11", "2025-09-01"),
            lets("a second time too", LAND_PAID, "EL-11", "2025-09-10"),
            lets("when all have signed too", HEARD_OF, "EL-11", "2025-09-01"),
        ),
    ),
    *of(
        "land_paid_first",
        lets("paid, and a house for a house", LAND_PAID, "EL-12", "2025-10-10", houses_resettled=True),
        lets("no houses stand there", LAND_PAID, "EL-12", "2025-10-10"),
        refuses("not unpaid", "补偿费用还没有支付，不得要求交出土地", LAND[48, 2], LAND_REVIEWED, "EL-12", "2025-10-10"),
        refuses("nor with the houses replaced", "补偿费用还没有支付", LAND[48, 2], LAND_REVIEWED, "EL-12", "2025-10-10", houses_resettled=True),
        refuses("not homeless", "农村村民住宅没有先补偿后搬迁", LAND[48, 4], LAND_PAID, "EL-12", "2025-10-10", houses_resettled=False),
    ),
)

ROWS = (*WHO, *BEFORE, *TAKING_LAND)
