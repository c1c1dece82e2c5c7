"""行政强制执行: power, demand, suspension, hours, demolition, performance by others (G-11)."""

from lantai.law.facts import AgencyFacts, CaseFacts
from lantai.law.statutes_in_force import ACL, ADLIT, ARL, HOL, SEED
from lantai.law.tests.rows_of_gates.row import case, hangs_on, lets, of, refuses, then, took

# fmt: off

EXECUTION, COURT = "coercion.execution", "coercion.court_application"
WORDS = {"decision_served_on": "2025-03-03", "perform_by": "2025-03-31", "power_level": "law"}


def asked(duty: str, **stated: str) -> CaseFacts:
    return case(EXECUTION, took("CE-1", "2025-04-02", duty=duty, **WORDS, **stated))


MONEY, RESTORE, DEMOLITION, SPILL = asked("money", principal="3000"), asked("restore"), asked("demolition"), asked("spill")
ACT = asked("act")
BLANK = case(EXECUTION)
DEMAND = took("CE-2", "2025-04-07", perform_until="2025-04-21", mode="SV-1")
DEMANDED, MONEY_DEMANDED = then(RESTORE, DEMAND), then(MONEY, DEMAND)
LATE_LETTER = then(RESTORE, took("CE-2", "2025-04-07", perform_until="2025-04-21", effective_on="2025-04-25"))
REVOKED = [took("decision_revoked", "2025-04-10")]
SUED_AND_CHANGED = [took("suit_accepted", "2025-04-03"), took("suit_decided", "2025-04-20", result="changed")]
STAYED = [took("execution_stayed", "2025-04-10")]
LIFTED = [*STAYED, took("execution_stay_lifted", "2025-04-20")]
SUSPENDED = then(DEMANDED, took("CE-6", "2025-05-06", "suspended", truly_unable=True))
AGREED = then(DEMANDED, took("CE-6", "2025-05-06", "agreement"))
PARENT = case("penalty.ordinary", events=tuple(REVOKED))
CHARGED = then(MONEY, took("CE-9", "2025-04-02", surcharge_from="2025-04-01"))
DAY = "2025-04-28"

DECIDING = (
    *of(
        "execution_power",
        lets("a law gives the power", BLANK, "CE-1", "2025-04-02", power_level="law"),
        lets("nothing said", BLANK, "CE-1", "2025-04-02"),
        refuses("a regulation does not", "只能由法律设定", ACL[13], BLANK, "CE-1", "2025-04-02", power_level="regulation"),
        refuses("nor a rule, as the matter is known", "只能由法律设定", ACL[13], then(BLANK, flags={"power_level": "rule"}), "CE-1", "2025-04-02"),
        refuses("nor is it lent", "受委托组织不得实施", ACL[70], then(BLANK, agency=AgencyFacts(kind="受委托")), "CE-1", "2025-04-02", power_level="law"),
    ),
    *of(
        "duty_overdue",
        lets("the day after", BLANK, "CE-1", "2025-04-01", duty="restore", perform_by="2025-03-31"),
        lets("spilled goods wait for nothing", BLANK, "CE-1", "2025-03-03", duty="spill", perform_by="2025-03-31"),
        lets("nobody says until when", BLANK, "CE-1", "2025-04-02", duty="restore"),
        refuses("not on the last day", "履行期限至2025年3月31日", ACL[34], BLANK, "CE-1", "2025-03-31", duty="restore", perform_by="2025-03-31"),
        refuses("not before the deferral ends", "履行期限至2025年5月31日", ACL[34], then(BLANK, parent=case("penalty.ordinary", took("PG-18", "2025-03-10", "deferred", until="2025-05-31"))), "CE-1", "2025-04-02", duty="money"),
        refuses("nor to the court", "尚未届满", ACL[34], case(COURT, flags={"perform_by": "2025-03-31"}), "CX-1", "2025-03-15"),
    ),
    *of(
        "decision_stands",
        lets("it stands", DEMANDED, "CE-4", DAY, "execute"),
        lets("upheld in court", then(DEMANDED, events=[took("suit_accepted", "2025-04-03"), took("suit_decided", "2025-04-20", result="upheld")]), "CE-4", DAY, "execute"),
        lets("the stay was lifted", then(DEMANDED, events=LIFTED), "CE-4", DAY, "execute"),
        lets("to end it there is always a way", then(DEMANDED, events=REVOKED), "CE-4", DAY, "not_executed"),
        refuses("not when revoked", "已被撤销决定，不得再执行", ACL[40, 1, 4], then(DEMANDED, events=REVOKED), "CE-4", DAY, "execute"),
        refuses("not when changed in court", "已被变更决定", ACL[41], then(DEMANDED, events=SUED_AND_CHANGED), "CE-7", DAY),
        refuses("nor when the main case knows it", "已被撤销决定", ACL[41], then(MONEY, parent=PARENT), "CE-2", "2025-04-11"),
        refuses("not while stayed", "已经决定停止执行", ARL[42], then(DEMANDED, events=STAYED), "CE-4", DAY, "execute"),
        refuses("nor by the court", "已经决定停止执行", ADLIT[56], case(COURT, took("CX-1", "2025-10-10"), events=tuple(STAYED)), "CX-4", "2025-10-20"),
        refuses("not what has been ended", "执行已经终结", ACL[40], then(DEMANDED, events=[took("execution_ended", "2025-04-25")]), "CE-4", DAY, "execute"),
    ),
    *of(
        "execution_goes_on",
        lets("nothing stands against it", DEMANDED, "CE-7", DAY),
        lets("resumed", then(SUSPENDED, took("CE-6", "2025-06-06", "resumed")), "CE-7", "2025-06-09"),
        lets("given up while suspended", SUSPENDED, "CE-4", "2025-05-09", "not_executed"),
        refuses("not while suspended", "本案已经中止执行", ACL[39, 2], SUSPENDED, "CE-7", "2025-05-09"),
        refuses("nor decided", "本案已经中止执行", ACL[39, 2], SUSPENDED, "CE-4", "2025-05-09", "execute"),
        refuses("not while an agreement runs", "执行协议正在履行", ACL[42, 2], AGREED, "CE-10", "2025-05-09", "done"),
    ),
    *of(
        "suspension_course",
        lets("suspended", DEMANDED, "CE-6", DAY, "suspended"),
        lets("resumed", SUSPENDED, "CE-6", "2025-06-06", "resumed"),
        lets("a broken agreement", AGREED, "CE-6", "2025-06-06", "broken"),
        lets("three years later not executed any more", SUSPENDED, "CE-6", "2028-05-06", "abandoned", no_harm=True, truly_unable=True),
        lets("remitted for what was put right", DEMANDED, "CE-6", DAY, "agreement", remitted="90", remedial="已清运"),
        lets("resumed after three years, who could pay", then(DEMANDED, took("CE-6", "2025-05-06", "suspended")), "CE-6", "2028-05-06", "resumed"),
        lets("agreed, nothing remitted", DEMANDED, "CE-6", DAY, "agreement"),
        refuses("what was not suspended is not resumed", "没有中止执行", ACL[39, 2], DEMANDED, "CE-6", DAY, "resumed"),
        refuses("what was not agreed is not broken", "没有正在履行的执行协议", ACL[42, 2], SUSPENDED, "CE-6", "2025-06-06", "broken"),
        refuses("not suspended twice", "已经中止或者已经达成协议", ACL[39], AGREED, "CE-6", "2025-06-06", "suspended"),
        refuses("not given up a day too early", "中止执行未满三年", ACL[39, 2], SUSPENDED, "CE-6", "2028-05-05", "abandoned"),
        refuses("not given up where he could pay", "并非确无能力", ACL[39, 2], SUSPENDED, "CE-6", "2028-05-06", "abandoned", truly_unable=False),
        refuses("not given up where it harms", "不能据此不再执行", ACL[39, 2], SUSPENDED, "CE-6", "2028-05-06", "abandoned", no_harm=False),
        refuses("not given up without suspension", "不能据此不再执行", ACL[39, 2], DEMANDED, "CE-6", "2028-05-06", "abandoned"),
        refuses("after three years not resumed", "满三年未恢复执行的，不再执行", ACL[39, 2], SUSPENDED, "CE-6", "2028-05-06", "resumed"),
        refuses("no agreement to others' harm", "不得损害公共利益和他人合法权益", ACL[42, 1], DEMANDED, "CE-6", DAY, "agreement", no_harm_to_others=False),
        refuses("nothing remitted for nothing", "采取补救措施的，才可以减免", ACL[42, 1], MONEY_DEMANDED, "CE-6", DAY, "agreement", remitted="90"),
        refuses("an agreement of three years ends nothing", "不能据此不再执行", ACL[39, 2], AGREED, "CE-6", "2028-05-06", "abandoned"),
    ),
    *of(
        "demand_lapsed",
        lets("the day after", DEMANDED, "CE-4", "2025-04-22", "execute"),
        lets("at once where assets are moved away", DEMANDED, "CE-4", "2025-04-10", "immediate", evidence="转账记录"),
        lets("spilled goods", then(SPILL, DEMAND), "CE-4", "2025-04-10", "execute"),
        lets("to give it up", DEMANDED, "CE-4", "2025-04-10", "not_executed"),
        lets("no demand is on file", RESTORE, "CE-4", "2025-04-22", "execute"),
        refuses("not on the last day", "催告的履行期限至2025年4月21日，不得作出强制执行决定", ACL[35], DEMANDED, "CE-4", "2025-04-21", "execute"),
        refuses("not before the demand has come", "至2025年4月25日", ACL[37, 1], LATE_LETTER, "CE-4", "2025-04-22", "execute"),
        refuses("nor money", "催告的履行期限至2025年4月21日", ACL[37, 1], MONEY_DEMANDED, "CE-4", "2025-04-21", "execute"),
        refuses("not at once without evidence", "没有写明转移或者隐匿财物的证据", ACL[37, 3], DEMANDED, "CE-4", "2025-04-10", "immediate", evidence=" "),
        refuses("one without a day runs from its receipt", "至2025年4月25日", ACL[35], then(RESTORE, took("CE-2", "2025-04-07", effective_on="2025-04-25")), "CE-4", "2025-04-25", "execute"),
        refuses("one under way, whatever day it names", "催告书尚未送达", ACL[35], then(RESTORE, took("CE-2", "2025-04-07", mode="SV-4", perform_until="2025-04-21")), "CE-4", "2025-04-21", "execute"),
    ),
    *of(
        "defence_lapsed",
        lets("the day after", DEMANDED, "CE-3", "2025-04-22", "lapsed"),
        lets("a defence is answered at any time", DEMANDED, "CE-3", "2025-04-10", "rejected"),
        refuses("not on the last day", "不得认定当事人没有陈述、申辩", ACL[35], DEMANDED, "CE-3", "2025-04-21", "lapsed"),
        refuses("not before the demand has come", "至2025年4月25日", ACL[35], LATE_LETTER, "CE-3", "2025-04-22", "lapsed"),
        refuses("nor for money", "不得认定", ACL[37, 1], MONEY_DEMANDED, "CE-3", "2025-04-15", "lapsed"),
    ),
    *of(
        "demand_complete",
        lets("its four items", MONEY, "CE-2", "2025-04-07", rights_told=True, demanded_amount="3000", perform_until="2025-04-21"),
        lets("no sum where none is owed", RESTORE, "CE-2", "2025-04-07", rights_told=True, demanded_amount=""),
        lets("until the day it comes", RESTORE, "CE-2", "2025-04-07", perform_until="2025-04-07"),
        refuses("not without the rights", "陈述权和申辩权", ACL[35, 1, 4], RESTORE, "CE-2", "2025-04-07", rights_told=False),
        refuses("not without its sum", "应当有明确的金额", ACL[35, 1, 3], MONEY, "CE-2", "2025-04-07", demanded_amount="0"),
        refuses("not until yesterday", "早于催告书送达之日", ACL[35, 1, 1], RESTORE, "CE-2", "2025-04-07", perform_until="2025-04-06"),
        refuses("nor before the court", "早于催告书送达之日", ACL[35, 1, 1], case(COURT, took("CX-1", "2025-10-10")), "CX-3", "2025-10-13", perform_until="2025-10-20", effective_on="2025-10-21"),
    ),
    *of(
        "surcharge_cap",
        lets("as told, up to the principal", MONEY, "CE-9", "2025-04-02", surcharge="3000", rate_told=True),
        lets("no principal is known", RESTORE, "CE-9", "2025-04-02", surcharge="90"),
        refuses("not untold", "没有告知当事人", ACL[45, 1], MONEY, "CE-9", "2025-04-02", surcharge="90", rate_told=False),
        refuses("not a fen more", "超出金钱给付义务的数额3,000元", ACL[45, 2], MONEY, "CE-9", "2025-04-02", surcharge="3000.01", rate_told=True),
        refuses("of what the matter owes", "超出金钱给付义务的数额10元", ACL[45, 2], case(EXECUTION, flags={"principal": "10"}), "CE-9", "2025-04-02", surcharge="11"),
    ),
    *of(
        "surcharge_days",
        lets("after more than thirty days", CHARGED, "CE-4", "2025-05-01", "execute"),
        lets("no money is owed", then(RESTORE, took("CE-9", "2025-04-02", surcharge_from="2025-04-01")), "CE-4", DAY, "execute"),
        lets("given up", CHARGED, "CE-4", "2025-04-10", "not_executed"),
        refuses("not on the thirtieth", "仅30日，未超过三十日", ACL[46, 1], CHARGED, "CE-4", "2025-04-30", "execute"),
        refuses("nor at once", "仅15日", ACL[46, 1], CHARGED, "CE-4", "2025-04-15", "immediate"),
        refuses("days in court do not count", "未超过三十日", ACL[46, 1], then(CHARGED, events=[took("suit_accepted", "2025-04-20")]), "CE-4", "2025-06-30", "execute"),
    ),
    *of(
        "execution_way",
        lets("to restore what pollutes", RESTORE, "CE-4", DAY, "substitute", consequence="pollution", performer_independent=True),
        lets("another way", MONEY, "CE-4", DAY, "execute", execution_way="扣缴"),
        refuses("not to pay", "本案的义务是缴纳款项", ACL[50], MONEY, "CE-4", DAY, "substitute", consequence="pollution"),
        refuses("nor to pull down", "本案的义务是拆除", ACL[50], DEMOLITION, "CE-4", DAY, "substitute"),
        refuses("not where nothing is harmed", "其后果没有危害", ACL[50], RESTORE, "CE-4", DAY, "substitute", consequence="none"),
        refuses("not by an interested third party", "有利害关系", ACL[50], RESTORE, "CE-4", DAY, "substitute", performer_independent=False),
    ),
    *of(
        "execution_reviewed",
        lets("reviewed", then(RESTORE, took("CE-R", "2025-04-23", "agree")), "CE-4", DAY, "execute"),
        lets("money is not in the catalogue", MONEY, "CE-4", DAY, "execute"),
        lets("given up", RESTORE, "CE-4", DAY, "not_executed"),
        lets("the court is applied to after a review", case(COURT, took("CX-R", "2025-10-20", "agree")), "CX-4", "2025-10-28"),
        refuses("not without review", "未经法制审核", SEED.whole, DEMOLITION, "CE-4", DAY, "execute"),
        refuses("not against it", "法制审核未通过", SEED.whole, then(RESTORE, took("CE-R", "2025-04-23", "correct")), "CE-4", DAY, "execute"),
        refuses("nor what a head referred", "未经法制审核", SEED.whole, then(MONEY, flags={"head_referred": True}), "CE-4", DAY, "execute"),
        refuses("nor to the court", "未经法制审核", SEED.whole, case(COURT), "CX-4", "2025-10-28"),
    ),
)

NOTICED = then(RESTORE, took("CE-10-1", "2025-05-12"))
DISPUTED = [took("reconsideration_accepted", "2025-05-01")]
UPHELD = [took("suit_accepted", "2025-05-01"), took("suit_decided", "2025-08-01", result="upheld")]
EXECUTED = then(RESTORE, took("CE-7", DAY, "done"))

TOLD = then(ACT, took("CE-5", "2025-04-25", mode="SV-1"))
UNDER_WAY = then(ACT, took("CE-5", "2025-04-25", mode="SV-4"))
ANNOUNCED = then(ACT, took("CE-5", "2025-04-07", mode="SV-6"))

CARRYING_OUT = (
    *of(
        "execution_served",
        lets("the decision was handed over", TOLD, "CE-7", DAY),
        lets("a second letter takes nothing from the first service", then(TOLD, took("CE-5", "2025-04-27", mode="SV-4")), "CE-7", DAY),
        lets("thirty days after its announcement", ANNOUNCED, "CE-7", "2025-05-07"),
        refuses("not while the letter is under way", "尚未送达", ACL[38], UNDER_WAY, "CE-7", DAY),
        refuses("not before the announcement has run", "尚未送达", ACL[38], ANNOUNCED, "CE-7", DAY),
        refuses("nor is money transferred", "尚未送达", ACL[38], then(MONEY, took("CE-5", "2025-04-25", mode="SV-4")), "CE-12", DAY, "transfer"),
        refuses("nor a house torn down", "尚未送达", ACL[38], then(DEMOLITION, took("CE-5", "2025-04-25", mode="SV-4")), "CE-8", DAY),
    ),
    *of(
        "G-11",
        lets("at six in the morning", RESTORE, "CE-7", "2025-04-28 06:00"),
        lets("a minute before ten in the evening", RESTORE, "CE-7", "2025-04-28 21:59"),
        lets("a Sunday worked to make up", RESTORE, "CE-7", "2025-04-27 10:00"),
        lets("in an emergency that is written down", RESTORE, "CE-7", "2025-05-01 23:00", emergency=True, emergency_reason="堤坝渗漏"),
        lets("in an emergency not yet written down", RESTORE, "CE-7", "2025-05-01 23:00", emergency=True),
        refuses("not at ten", "夜间（22时至次日6时，22:00）", ACL[43, 1], RESTORE, "CE-7", "2025-04-28 22:00"),
        refuses("not before six", "05:59", ACL[43, 1], ACT, "CE-7", "2025-04-29 05:59"),
        refuses("not on a holiday", "法定节假日（2025年5月1日）", HOL.whole, DEMOLITION, "CE-8", "2025-05-01 10:00"),
        refuses("not on a Saturday", "周末休息日（2025年5月10日）", ACL[43, 1], RESTORE, "CE-10", "2025-05-10 10:00", "done"),
        refuses("not into the night", "22:30", ACL[43, 1], RESTORE, "CE-7", "2025-04-28 20:00", began_at="20:00", ended_at="22:30"),
        refuses("an emergency is written down", "夜间", ACL[43, 1], RESTORE, "CE-7", "2025-04-28 23:00", emergency=True, emergency_reason=" "),
        refuses("nor in a year without calendar", "2029", ACL[43, 1], MONEY, "CE-12", "2029-03-01 10:00", "transfer"),
    ),
    *of(
        "substitution_told",
        lets("three working days after", NOTICED, "CE-10", "2025-05-16", "done"),
        lets("he performs meanwhile", NOTICED, "CE-10", "2025-05-13", "performed"),
        lets("no demand is on file", RESTORE, "CE-10", "2025-05-16", "done"),
        lets("that he has performed is recorded", then(NOTICED, events=[took("performed", "2025-05-18")]), "CE-10", "2025-05-19", "performed"),
        refuses("not on the third", "催告满三个工作日为2025年5月15日", ACL[51, 1, 2], NOTICED, "CE-10", "2025-05-15", "done"),
        refuses("nor over a weekend", "2025年5月21日", ACL[69], then(RESTORE, took("CE-10-1", "2025-05-12", effective_on="2025-05-16")), "CE-10", "2025-05-21", "done"),
        refuses("not when he has performed", "当事人已经履行", ACL[51, 1, 2], then(NOTICED, events=[took("performed", "2025-05-18")]), "CE-10", "2025-05-19", "done"),
    ),
    *of(
        "substitution_done",
        lets("attended, signed, without force", NOTICED, "CE-10", "2025-05-16", "done", attended=True, all_signed=True, no_force=True),
        lets("he performs himself", NOTICED, "CE-10", "2025-05-16", "performed"),
        refuses("not unattended", "没有派员到场监督", ACL[51, 1, 3], NOTICED, "CE-10", "2025-05-16", "done", attended=False),
        refuses("not unsigned", "执行文书没有签名或者盖章", ACL[51, 1, 4], NOTICED, "CE-10", "2025-05-16", "done", all_signed=False),
        refuses("not by force", "不得采用暴力、胁迫", ACL[51, 3], NOTICED, "CE-10", "2025-05-16", "done", no_force=False),
        refuses("nor at once", "执行文书没有签名或者盖章", ACL[51, 1, 4], SPILL, "CE-11", "2025-04-02 11:00", all_signed=False),
    ),
    *of(
        "supply",
        hangs_on(
            "no_supply_cut", "不得对居民生活采取停止供水、供电、供热、供燃气", ACL[43, 2],
            lets("executed with the water running", RESTORE, "CE-7", DAY, "done"),
            lets("torn down with the water running", DEMOLITION, "CE-8", "2025-11-03"),
            lets("performed by others with the water running", NOTICED, "CE-10", "2025-05-16", "done"),
            lets("in an emergency too", ACT, "CE-7", DAY, emergency=True, emergency_reason="堤坝渗漏"),
        ),
    ),
    *of(
        "demolition_ripe",
        lets("six months after service", DEMOLITION, "CE-8", "2025-09-04"),
        lets("the suit was lost", then(DEMOLITION, events=UPHELD), "CE-8", "2025-08-04"),
        lets("nothing is torn down", RESTORE, "CE-8", "2025-04-28"),
        lets("after the announced day", then(DEMOLITION, took("CE-8-1", "2025-04-23", demolish_by="2025-05-08")), "CE-8", "2025-09-04"),
        refuses("not on the last day to sue", "期限至2025年9月3日才届满，不得强制拆除", ACL[44], DEMOLITION, "CE-8", "2025-09-03"),
        refuses("not while disputed", "行政复议正在进行", ACL[44], then(DEMOLITION, events=DISPUTED), "CE-8", "2025-09-04"),
        refuses("not when nobody knows the day", "不能确定", ACL[44], case(EXECUTION, flags={"duty": "demolition"}), "CE-8", "2025-09-04"),
        refuses("not before the announced day", "在2025年10月10日前自行拆除", ACL[44], then(DEMOLITION, took("CE-8-1", "2025-04-23", demolish_by="2025-10-10")), "CE-8", "2025-10-10"),
    ),
    *of(
        "deposits_by_law",
        lets("a law lets it", MONEY, "CE-12", DAY, "transfer", transfer_by_law=True),
        lets("sold by a house", MONEY, "CE-12", DAY, "auction", auction_house="某拍卖行"),
        lets("no house is named yet", MONEY, "CE-12", DAY, "auction"),
        refuses("no law, no transfer", "划拨存款、汇款只能由法律规定的行政机关决定", ACL[47, 1], MONEY, "CE-12", DAY, "transfer", transfer_by_law=False),
        refuses("nor where no way is named", "只能由法律规定的行政机关决定", ACL[47, 1], MONEY, "CE-12", DAY, transfer_by_law=False),
        refuses("not sold by hand", "应当委托拍卖机构办理", ACL[48], MONEY, "CE-12", DAY, "auction", auction_house=" "),
    ),
    *of(
        "execution_over",
        lets("executed", EXECUTED, "CE-14", "2025-05-06", "executed"),
        lets("performed", then(RESTORE, events=[took("performed", "2025-05-05")]), "CE-14", "2025-05-06", "performed"),
        lets("ended", then(RESTORE, took("CE-6", DAY, "ended")), "CE-14", "2025-05-06", "ended"),
        lets("given back after the decision fell", then(EXECUTED, took("CE-13", "2025-05-20", "returned"), events=[took("decision_revoked", "2025-05-10")]), "CE-14", "2025-05-26", "executed"),
        lets("executed, no way named", EXECUTED, "CE-14", "2025-05-06"),
        lets("handed in", then(MONEY, took("CE-12-1", "2025-05-20")), "CE-14", "2025-05-26", "executed"),
        lets("he performed before others did", then(NOTICED, took("CE-10", "2025-05-16", "performed")), "CE-14", "2025-05-26", "performed"),
        lets("ended before anything was taken", then(RESTORE, took("CE-6", DAY, "ended"), events=[took("decision_revoked", "2025-05-10")]), "CE-14", "2025-05-26", "ended"),
        refuses("not while it goes on", "执行尚未完毕", ACL[34], RESTORE, "CE-14", "2025-05-06"),
        refuses("not in part", "执行尚未完毕", ACL[40], then(RESTORE, took("CE-7", DAY, "part")), "CE-14", "2025-05-06", "executed"),
        refuses("not as what it is not", "所选的结案情形与案卷不符", ACL[40], EXECUTED, "CE-14", "2025-05-06", "performed"),
        refuses("not without giving back", "没有恢复原状、退还财物或者赔偿", ACL[41], then(EXECUTED, events=[took("decision_revoked", "2025-05-10")]), "CE-14", "2025-05-26", "executed"),
        refuses("not while suspended", "执行尚未完毕", ACL[34], SUSPENDED, "CE-14", "2025-05-26", "ended"),
        refuses("nor performed by others in his name", "所选的结案情形与案卷不符", ACL[40], then(NOTICED, took("CE-10", "2025-05-16", "done")), "CE-14", "2025-05-26", "performed"),
    ),
)

ROWS = (*DECIDING, *CARRYING_OUT)
