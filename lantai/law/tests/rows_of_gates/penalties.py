"""执法人员、简易程序、告知、审核: officers, summary penalties, notice and review (G-01 to G-08)."""

from dataclasses import replace
from datetime import date

from lantai.law.facts import AgencyFacts
from lantai.law.people import Certificate, Role
from lantai.law.statutes_in_force import ACL, APL, SAMR
from lantai.law.tests.rows_of_gates.row import case, hangs_on, lets, of, refuses, then, took
from lantai.law.tests.stories import (
    AUXILIARY,
    EXPIRED,
    GENERAL,
    HEAD,
    MARKET,
    OFFICER_A,
    OFFICER_B,
    REVIEWER,
    actor,
    party,
)

# fmt: off

ORDINARY, SUMMARY, SEALING = "penalty.ordinary", "penalty.summary", "coercion.sealing_seizure"
PERSON = party("person")

# ---- officers ----------------------------------------------------------------------------------------------------

FILED = case(ORDINARY, took("PG-1", "2025-06-12"), took("PG-2", "2025-07-02"), took("PG-3", "2025-07-03", officers=[1, 2]), agency=MARKET)
SUSPENDED = Certificate("43040002", date(2020, 1, 1), date(2030, 1, 1), suspended=((date(2025, 7, 1), None),))
WITHHELD = replace(OFFICER_B, certificate=SUSPENDED)
BACK = replace(OFFICER_B, certificate=replace(SUSPENDED, suspended=((date(2025, 7, 1), date(2025, 7, 9)),)))
ELSEWHERE = replace(OFFICER_B, certificate=replace(SUSPENDED, suspended=(), fields=frozenset({"culture"})))
MEASURE = case(SEALING, took("CM-1", "2025-07-10"))
B_OUT = then(FILED, recused=frozenset({2}))

OFFICERS = (
    *of(
        "G-01",
        lets("two certified officers investigate", FILED, "PG-4", "2025-07-10"),
        lets("a certificate counts again once its suspension is over", FILED, "PG-4", "2025-07-10", by=(OFFICER_A, BACK)),
        lets("a certificate of the field", FILED, "PG-4", "2025-07-10", by=(OFFICER_A, replace(ELSEWHERE, certificate=replace(SUSPENDED, suspended=(), fields=frozenset({"market"}))))),
        lets("where nobody is assigned yet, two of one agency", then(FILED, officers=()), "PG-4", "2025-07-10"),
        refuses("not one alone", "现有1人", APL[42, 1], FILED, "PG-4", "2025-07-10", by=(OFFICER_A,)),
        refuses("the same one twice is one", "不足2人", APL[42, 1], FILED, "PG-4", "2025-07-10", by=(OFFICER_A,) * 2),
        refuses("not with an expired certificate", "证件过期者的行政执法证件在办理之日无效", APL[42, 1], FILED, "PG-4", "2025-07-10", by=(OFFICER_A, EXPIRED)),
        refuses("not auxiliary staff", "未持有行政执法证件", APL[42, 1], FILED, "PG-4", "2025-07-10", by=(OFFICER_A, AUXILIARY)),
        refuses("not while suspended", "无效", APL[42, 1], FILED, "PG-4", "2025-07-10", by=(OFFICER_A, WITHHELD)),
        refuses("not for another field", "不含本案执法领域", APL[42, 1], FILED, "PG-4", "2025-07-10", by=(OFFICER_A, ELSEWHERE)),
        refuses("not of another agency", "不是本机关的执法人员", APL[42, 1], FILED, "PG-4", "2025-07-10", by=(OFFICER_A, replace(OFFICER_B, agency_id=2))),
        refuses("nor at a measure", "不足2人", ACL[18], MEASURE, "CM-6", "2025-07-10", "sealing", by=(OFFICER_A,)),
        refuses("nor two of two agencies", "不是本机关的执法人员", APL[42, 1], then(FILED, officers=()), "PG-4", "2025-07-10", by=(OFFICER_A, replace(OFFICER_B, agency_id=2))),
    ),
    *of(
        "G-02",
        lets("others go on while one is recused", then(FILED, recused=frozenset({99})), "PG-4", "2025-07-10"),
        refuses("a recused officer does not investigate", "人员2已被决定回避", APL[43], B_OUT, "PG-4", "2025-07-10"),
        refuses("nor a recused head decide", "人员6已被决定回避", APL[43], then(FILED, recused=frozenset({6})), "PG-14", "2025-08-20", by=(HEAD,)),
        refuses("nor a recused reviewer review", "人员8已被决定回避", APL[43], then(FILED, recused=frozenset({8})), "PG-9", "2025-07-28", by=(REVIEWER,)),
        refuses("nor seal a workshop", "已被决定回避", APL[43], then(MEASURE, recused=frozenset({1})), "CM-3", "2025-07-10"),
    ),
    *of(
        "showing",
        hangs_on(
            "certificates_shown",
            "没有主动出示执法证件",
            APL[55, 1],
            lets("an investigation begins with the certificates", FILED, "PG-4", "2025-07-10"),
            lets("so does a penalty on the spot", case(SUMMARY), "PS-1", "2025-07-03"),
            lets("a seizure", MEASURE, "CM-3", "2025-07-10"),
            lets("an inspection", case("inspection.ordinary"), "IN-5", "2025-09-03", place="某超市"),
        ),
    ),
)

# ---- on the spot -------------------------------------------------------------------------------------------------

SPOT = case(SUMMARY, took("PS-1", "2025-07-03"), took("PS-2", "2025-07-03 09:20"), took("PS-3", "2025-07-03 09:30"))
CITIZEN = then(SPOT, party=PERSON)
FINED_100 = then(SPOT, took("PS-4", "2025-07-03 10:00", fine=100))
FINED_500 = then(SPOT, took("PS-4", "2025-07-03 10:00", fine=500))
NOON = "2025-07-03 12:00"

ON_THE_SPOT = (
    *of(
        "G-03",
        lets("a company up to three thousand", SPOT, "PS-4", NOON, fine=3000),
        lets("a citizen up to two hundred", CITIZEN, "PS-4", NOON, fine=200),
        lets("a warning", SPOT, "PS-4", NOON, penalty_kinds=["warning"]),
        lets("as a special law says", then(CITIZEN, flags={"summary_limit": 500}), "PS-4", NOON, fine=500),
        refuses("not a yuan more", "超过简易程序的上限3,000元", APL[51], SPOT, "PS-4", NOON, fine=3001),
        refuses("nor of a citizen", "超过简易程序的上限200元", APL[51], CITIZEN, "PS-4", NOON, fine=201),
        refuses("no public criticism", "通报批评", APL[51], SPOT, "PS-4", NOON, penalty_kinds=["criticism"]),
        refuses("no confiscation", "没收违法所得", APL[51], SPOT, "PS-4", NOON, fine=100, penalty_kinds=["fine", "confiscation_gains"]),
        refuses("what was told is what is decided", "上限", APL[51], then(SPOT, took("PS-3", "2025-07-03 09:40", fine=4000)), "PS-4", NOON),
    ),
    *of(
        "collection_on_spot",
        lets("a small fine", FINED_100, "PS-5", NOON, "collected", collection="small", receipt_no="1"),
        lets("a greater one that would be hard to collect", FINED_500, "PS-5", NOON, collection="hard_later", receipt_no="1"),
        lets("handing in asks for no reason", FINED_500, "PS-5", NOON, "handed_in"),
        refuses("not without a reason", "没有可以当场收缴罚款的法定情形", APL[68], FINED_100, "PS-5", NOON),
        refuses("not for one of its own", "法定情形", APL[69], FINED_500, "PS-5", NOON, collection="convenient"),
        refuses("five hundred is not small", "不属于一百元以下", APL[68, 1, 1], FINED_500, "PS-5", NOON, collection="small"),
        refuses("not without receipt", "专用票据", APL[70], FINED_100, "PS-5", NOON, collection="small", receipt_no=" "),
    ),
)

# ---- notice ------------------------------------------------------------------------------------------------------

TOLD = then(FILED, took("PG-8", "2025-07-21"), took("PG-10", "2025-08-04", fine=8000, mode="SV-1"))
DEFENDED = then(TOLD, took("PG-11", "2025-08-06", "made"))
READY = then(TOLD, took("PG-11", "2025-08-12", "lapsed"))
TOLD_ELSEWHERE = then(TOLD, agency=GENERAL)
BY_LETTER = then(FILED, took("PG-10", "2025-08-04", fine=8000, mode="SV-4"))
GREAT = then(FILED, took("PG-10", "2025-08-04", fine=20_000), agency=GENERAL, events=[took("waiver", "2025-08-05", hearing=False)])
RIGHT_TOLD = then(FILED, took("PG-10", "2025-08-04", fine=20_000, hearing_right=True), agency=GENERAL)
WAIVED = [took("waiver", "2025-08-05", hearing=False)]
KINDS = then(FILED, took("PG-10", "2025-08-04", fine=8000, gains=1000, penalty_kinds=["fine"]))

NOTICE = (
    *of(
        "G-04",
        lets("after the window", READY, "PG-14", "2025-08-12", fine=8000),
        lets("after an express waiver", then(TOLD, events=[took("waiver", "2025-08-05")]), "PG-14", "2025-08-06", fine=8000),
        lets("no penalty needs no notice", FILED, "PG-14", "2025-08-06", "no_penalty_facts"),
        lets("once the letter has come back", then(BY_LETTER, events=[took("service_completed", "2025-08-07", step="PG-10", effective_on="2025-08-07")]), "PG-14", "2025-08-25", fine=8000),
        lets("when the hearing was given up", then(RIGHT_TOLD, events=[took("waiver", "2025-08-05")]), "PG-14", "2025-08-06", fine=20_000),
        lets("when its request was withdrawn", then(RIGHT_TOLD, took("H-2", "2025-08-06", "withdrawn"), events=WAIVED), "PG-14", "2025-08-07", fine=20_000),
        lets("a hearing was asked for", then(RIGHT_TOLD, took("H-2", "2025-08-06", "asked"), events=WAIVED), "PG-14", "2025-08-07", fine=20_000),
        lets("when its request was withdrawn by letter", then(RIGHT_TOLD, events=[*WAIVED, took("hearing_withdrawn", "2025-08-06")]), "PG-14", "2025-08-07", fine=20_000),
        refuses("not without notice", "没有在作出处罚决定前告知当事人", APL[44], FILED, "PG-14", "2025-08-20", fine=500),
        refuses("not while the letter is under way", "尚未送达", APL[62], BY_LETTER, "PG-14", "2025-08-25", fine=8000),
        refuses("not before the announcement counts", "送达日期为2025年9月3日", APL[44], then(FILED, took("PG-10", "2025-08-04", fine=8000, mode="SV-6")), "PG-14", "2025-09-02", fine=8000),
        refuses("not on the last day of the window", "陈述、申辩期限至2025年8月11日", SAMR[58], DEFENDED, "PG-14", "2025-08-11", fine=8000),
        refuses("nor elsewhere than in market supervision", "尚未届满", APL[45, 1], TOLD_ELSEWHERE, "PG-14", "2025-08-11", fine=8000),
        refuses("a waiver before the notice is none", "没有明确放弃", APL[62], then(TOLD, events=[took("waiver", "2025-08-01")]), "PG-14", "2025-08-06", fine=8000),
        refuses("not without telling of the hearing", "没有告知要求听证的权利", APL[63, 1, 1], GREAT, "PG-14", "2025-08-20", fine=20_000),
        refuses("not while a hearing may be asked for", "要求听证的期限至2025年8月11日", APL[64, 1, 1], then(RIGHT_TOLD, events=WAIVED), "PG-14", "2025-08-11", fine=20_000),
        refuses("withdrawn before it was told is none", "要求听证的期限至2025年8月11日", APL[64, 1, 1], then(RIGHT_TOLD, events=[*WAIVED, took("hearing_withdrawn", "2025-08-01")]), "PG-14", "2025-08-07", fine=20_000),
        refuses("nor given up before it was told", "要求听证的期限至2025年8月11日", APL[64, 1, 1], then(RIGHT_TOLD, events=[took("waiver", "2025-08-01")]), "PG-14", "2025-08-07", fine=20_000),
    ),
    *of(
        "G-05",
        lets("as told", READY, "PG-14", "2025-08-20", fine=8000),
        lets("less than told", READY, "PG-14", "2025-08-20", fine=6000),
        lets("no penalty", READY, "PG-14", "2025-08-20", "no_penalty_minor"),
        lets("where the agency wants no new notice", then(READY, agency=AgencyFacts(policy={"new_notice_when_heavier": False})), "PG-14", "2025-08-20", fine=8001),
        lets("without a notice G-04 speaks", FILED, "PG-14", "2025-08-20", fine=8000),
        refuses("not a yuan more", "罚款由8,000元增至8,001元", APL[45, 2], READY, "PG-14", "2025-08-20", fine=8001),
        refuses("not a kind more", "增加暂扣许可证件", APL[44], READY, "PG-14", "2025-08-20", fine=8000, penalty_kinds=["fine", "licence_withheld"]),
        refuses("not more gains", "没收违法所得由1,000元增至2,000元", APL[45, 2], KINDS, "PG-14", "2025-08-20", gains=2000),
        refuses("never for a defence, whatever the agency wants", "重于告知的内容", APL[45, 2], then(DEFENDED, agency=AgencyFacts(policy={"new_notice_when_heavier": False})), "PG-14", "2025-08-20", fine=9000),
        refuses("nor on the spot", "罚款由100元增至200元", APL[45, 2], then(SPOT, took("PS-3", "2025-07-03 09:40", fine=100)), "PS-4", NOON, fine=200),
        refuses("nor for asking for a hearing", "重于告知的内容", APL[45, 2], then(RIGHT_TOLD, took("H-2", "2025-08-06", "asked"), agency=AgencyFacts(policy={"new_notice_when_heavier": False})), "PG-14", "2025-08-20", fine=20_001),
    ),
    *of(
        "defence_window",
        lets("the day after", TOLD, "PG-11", "2025-08-12", "lapsed"),
        lets("a defence comes within the window", TOLD, "PG-11", "2025-08-06", "made"),
        refuses("not on the last day", "期限至2025年8月11日，尚未届满", SAMR[58], TOLD, "PG-11", "2025-08-11", "lapsed"),
        refuses("nor by the general law", "尚未届满", APL[45, 1], TOLD_ELSEWHERE, "PG-11", "2025-08-11", "lapsed"),
        refuses("nor while the notice is under way", "送达后五个工作日", APL[45, 1], BY_LETTER, "PG-11", "2025-08-25", "lapsed"),
        refuses("nor inside a longer window of the agency", "2025年8月18日", APL[45, 1], then(TOLD, agency=AgencyFacts(policy={"defence_days": 10})), "PG-11", "2025-08-12", "lapsed"),
    ),
    *of(
        "hearing_right_told",
        lets("below the threshold", then(FILED, agency=GENERAL), "PG-10", "2025-08-04", fine=19_999, hearing_right=False),
        lets("with the right told", then(FILED, agency=GENERAL), "PG-10", "2025-08-04", fine=20_000, hearing_right=True),
        refuses("at the threshold", "罚款数额达到20,000元", APL[63, 1, 1], then(FILED, agency=GENERAL), "PG-10", "2025-08-04", fine=20_000, hearing_right=False),
        refuses("of a person", "罚款数额达到1,000元", APL[63, 1, 1], then(FILED, agency=GENERAL, party=PERSON), "PG-10", "2025-08-04", fine=1000, hearing_right=False),
        refuses("gains", "没收违法所得数额达到", APL[63, 1, 2], FILED, "PG-10", "2025-08-04", gains=100_000, hearing_right=False),
        refuses("a licence revoked", "吊销许可证件", APL[63, 1, 3], FILED, "PG-10", "2025-08-04", penalty_kinds=["revocation"], hearing_right=False),
        refuses("closure, as the draft has it", "责令关闭", APL[63, 1, 4], then(FILED, flags={"penalty_kinds": ["closure"]}), "PG-10", "2025-08-04", hearing_right=False),
    ),
    *of(
        "told",
        hangs_on(
            "told",
            "没有告知拟处罚的内容及事实、理由、依据",
            APL[44],
            lets("a company is told on the spot", SPOT, "PS-3", NOON, fine=3000),
            lets("a citizen too", CITIZEN, "PS-3", NOON, fine=50),
            lets("of a warning too", SPOT, "PS-3", NOON, penalty_kinds=["warning"]),
        ),
    ),
)

# ---- review ------------------------------------------------------------------------------------------------------

PUBLIC = case(ORDINARY, took("PG-8", "2025-07-21"), flags={"public_interest": True, "fine": 500, "draft_digest": "一稿"})
REVIEWED = then(PUBLIC, took("PG-9", "2025-07-28", "agree", approving=True, draft="一稿"))
COMPLEX = then(REVIEWED, flags={"complex": True})
HEARING = then(PUBLIC, took("PG-10", "2025-08-01", fine=500, hearing_right=True), took("H-2", "2025-08-04", "asked"))
HEARD = then(HEARING, took("PG-12", "2025-08-20", "held"))
HANDLER = replace(OFFICER_A, roles=frozenset({Role.OFFICER, Role.REVIEWER}), legal_qualification="A1")
NEW = actor(20, Role.REVIEWER)
LONG_AGO, SINCE_2019 = (actor(20, Role.REVIEWER, first_review_on=date(y, 5, 1)) for y in (2016, 2019))
DAY = "2025-08-20"

REVIEW = (
    *of(
        "G-06",
        lets("an approving review of this draft", REVIEWED, "PG-14", DAY),
        lets("a case that is not major", then(PUBLIC, flags={"public_interest": False}), "PG-14", DAY, fine=500),
        lets("a transfer", PUBLIC, "PG-14", DAY, "transfer_agency"),
        lets("reviewed before drafts were numbered", then(PUBLIC, took("PG-9", "2025-07-28", "agree", approving=True, draft="一稿"), flags={"draft_digest": ""}), "PG-14", DAY),
        lets("agreed without naming the outcome", then(PUBLIC, took("PG-9", "2025-07-28", draft="一稿")), "PG-14", DAY),
        refuses("not without review", "未经法制审核", APL[58, 1], PUBLIC, "PG-14", DAY),
        refuses("not against it", "审核意见：建议纠正", APL[58, 1], then(PUBLIC, took("PG-9", "2025-07-28", "correct", draft="一稿")), "PG-14", DAY),
        refuses("an opinion that contradicts itself approves nothing", "法制审核未通过", APL[58, 1], then(PUBLIC, took("PG-9", "2025-07-28", "agree", approving=False, draft="一稿")), "PG-14", DAY),
        refuses("not after new evidence", "原审核意见已失效", APL[58, 1], then(REVIEWED, took("PG-4", "2025-08-13")), "PG-14", DAY),
        refuses("not another draft", "不一致", APL[58, 1], then(REVIEWED, flags={"draft_digest": "另稿"}), "PG-14", DAY),
        refuses("a heavier one is judged by itself", "罚款数额达到20,000元", APL[58, 1], case(ORDINARY, took("PG-10", "2025-08-04", fine=500)), "PG-14", DAY, fine=20_000),
        refuses("in market supervision by its rule too", "未经法制审核", SAMR[50], then(PUBLIC, agency=MARKET), "PG-14", DAY),
    ),
    *of(
        "G-07",
        lets("a qualified reviewer", PUBLIC, "PG-9", "2025-07-28", by=(REVIEWER,)),
        lets("one who reviewed long before", PUBLIC, "PG-9", "2025-07-28", by=(LONG_AGO,)),
        lets("an ordinary case asks for no qualification", then(FILED, flags={"fine": 8000}), "PG-9", "2025-07-28", by=(NEW,)),
        refuses("no handler", "人员1是本案承办人", APL[58, 1], PUBLIC, "PG-9", "2025-07-28", by=(HANDLER,)),
        refuses("nor in market supervision", "是本案承办人", SAMR[49], FILED, "PG-9", "2025-07-28", by=(HANDLER,)),
        refuses("no newcomer", "未取得法律职业资格", APL[58, 2], PUBLIC, "PG-9", "2025-07-28", by=(NEW,)),
        refuses("nor one since 2019", "未取得法律职业资格", APL[58, 2], PUBLIC, "PG-9", "2025-07-28", by=(SINCE_2019,)),
    ),
    *of(
        "after_hearing",
        lets("no hearing was asked for", PUBLIC, "PG-9", "2025-07-28", by=(REVIEWER,)),
        lets("after the report", then(HEARD, took("H-6", "2025-08-22")), "PG-9", "2025-08-25"),
        lets("the party stayed away", then(HEARING, took("PG-12", "2025-08-20", "forfeited")), "PG-9", "2025-08-25"),
        refuses("not before the hearing", "听证尚未举行", APL[58, 1, 2], HEARING, "PG-9", "2025-08-13"),
        refuses("asked for by letter", "听证尚未举行", APL[58, 1, 2], then(PUBLIC, took("PG-10", "2025-08-01", fine=500, hearing_right=True), events=[took("hearing_requested", "2025-08-05")]), "PG-9", "2025-08-13"),
        refuses("not before the report", "尚未提交听证报告", APL[58, 1, 2], HEARD, "PG-9", "2025-08-21"),
        refuses("nor in market supervision", "尚未提交听证报告", SAMR[50], then(HEARD, agency=MARKET), "PG-9", "2025-08-21"),
    ),
    *of(
        "G-08",
        lets("after the discussion", then(COMPLEX, took("PG-13", "2025-08-18", attendees=[6, 7])), "PG-14", DAY),
        lets("a plain case", REVIEWED, "PG-14", DAY),
        lets("no penalty", COMPLEX, "PG-14", DAY, "no_penalty_facts"),
        refuses("a complex case", "没有行政机关负责人集体讨论记录", APL[57, 2], COMPLEX, "PG-14", DAY),
        refuses("a serious one", "集体讨论", APL[57, 2], then(REVIEWED, flags={"serious": True}), "PG-14", DAY),
        refuses("minutes that sent it back", "集体讨论", APL[57, 2], then(COMPLEX, took("PG-13", "2025-08-18", "revise")), "PG-14", DAY),
        refuses("every reviewed penalty in market supervision", "集体讨论", SAMR[60], then(REVIEWED, agency=MARKET), "PG-14", DAY),
        refuses("where the agency wants it", "集体讨论", APL[57, 2], then(REVIEWED, agency=AgencyFacts(policy={"collective_for_major": True})), "PG-14", DAY),
    ),
    *of(
        "reviewed_draft",
        lets("as reviewed", REVIEWED, "PG-14", DAY, fine=500),
        lets("lighter", REVIEWED, "PG-14", DAY, fine=400),
        lets("no penalty", REVIEWED, "PG-14", DAY, "no_penalty_facts"),
        lets("no draft was reviewed", then(REVIEWED, flags={"draft_digest": ""}), "PG-14", DAY, fine=600),
        refuses("a higher fine", "罚款由500元增至600元", APL[57, 1], REVIEWED, "PG-14", DAY, fine=600),
        refuses("another kind", "增加吊销许可证件", APL[57, 1], REVIEWED, "PG-14", DAY, fine=500, penalty_kinds=["fine", "revocation"]),
        refuses("more gains", "没收违法所得由100元增至200元", APL[58, 1], then(REVIEWED, flags={"gains": 100}), "PG-14", DAY, gains=200),
    ),
    *of(
        "minutes",
        lets("two heads", COMPLEX, "PG-13", "2025-08-18", attendees=[6, 7]),
        lets("a quorum of the agency", then(COMPLEX, agency=AgencyFacts(policy={"discussion_quorum": 3})), "PG-13", "2025-08-18", attendees=[5, 6, 7]),
        lets("nobody listed yet", COMPLEX, "PG-13", "2025-08-18"),
        refuses("one alone", "只有1人参加，至少应当2人", APL[57, 2], COMPLEX, "PG-13", "2025-08-18", attendees=[6]),
        refuses("the same twice", "只有1人参加", APL[57, 2], COMPLEX, "PG-13", "2025-08-18", attendees=[6, 6]),
        refuses("nobody", "只有0人参加", APL[57, 2], COMPLEX, "PG-13", "2025-08-18", attendees=[]),
        refuses("fewer than the agency wants", "至少应当3人", APL[57, 2], then(COMPLEX, agency=AgencyFacts(policy={"discussion_quorum": 3})), "PG-13", "2025-08-18", attendees=[6, 7]),
    ),
)

ROWS = (*OFFICERS, *ON_THE_SPOT, *NOTICE, *REVIEW)
