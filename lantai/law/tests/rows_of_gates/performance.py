"""公示、结案、音像、更改、听证、送达、缴款: what follows the notice and the decision of a penalty (G-15 to G-18 among them)."""

from datetime import date

from lantai.law.facts import AgencyFacts, CaseFacts, Recording
from lantai.law.statutes_in_force import ACL, APL, ARCH, ARL, CPL, EMERG, MINORS, OGI, SAMR, SAMRPUB, SEED, WATER
from lantai.law.tests.rows_of_gates.row import case, hangs_on, lets, of, refuses, span, then, took
from lantai.law.tests.stories import CHAIR, GENERAL, MARKET, OFFICER_A, PUBLISHER, moment, party

# fmt: off

ORDINARY, SUMMARY = "penalty.ordinary", "penalty.summary"
BORN_2009 = party("person", date(2009, 1, 1))

TOLD = case(ORDINARY, took("PG-1", "2025-06-12"), took("PG-10", "2025-08-04", fine=8000), agency=MARKET)
DECIDED = then(TOLD, took("PG-14", "2025-08-20", "penalty", fine=8000))
SERVED = then(DECIDED, took("PG-15", "2025-08-21", mode="SV-1"))
PAID = took("PG-17", "2025-08-25", "full", kind="fine", amount=8000, receipt_no="票1")
PERFORMED = then(SERVED, took("PG-16", "2025-08-22"), PAID)
GOODS = case(ORDINARY, took("PG-14", "2025-08-20", "penalty", property="三轮车一辆"), took("PG-15", "2025-08-21"), took("PG-16", "2025-08-22"), took("PG-17", "2025-08-25", "full"))
KEPT = case("evidence.preservation", took("PG-5-1", "2025-07-10"), took("PG-5-2", "2025-07-10 10:00"), took("PG-5", "2025-07-10 11:00"))
RELEASED = then(KEPT, took("PG-5-3", "2025-07-15", disposal=["release"]))
SPOT = case(SUMMARY, took("PS-4", "2025-07-03", fine=100))
CLOSE = "2025-08-28"
LEVIED = case("levy.fee", took("LV-1", "2025-03-03", amount="9000"), took("LV-2", "2025-03-05"))
SEIZED_CAR = case("requisition.emergency", took("RQ-3", "2025-07-03", items=[{"name": "客车"}]))

CLOSING = (
    *of(
        "G-15",
        lets("a clean notice", DECIDED, "PG-16", "2025-08-22", basis_codes=["APL-48"], fields=["agency_name", "party_name"]),
        lets("a minor's decision is withheld", then(DECIDED, party=BORN_2009), "PG-16", "2025-08-22", "withheld", not_published_reason="未成年人"),
        lets("of a person of age", then(DECIDED, party=party("person", date(1990, 1, 1))), "PG-16", "2025-08-22"),
        refuses("not without a basis", "没有写明公示的法律依据", APL[48, 1], DECIDED, "PG-16", "2025-08-22", basis_codes=[]),
        refuses("not with an address in it", "应当隐去的信息：住址", OGI[15], DECIDED, "PG-16", "2025-08-22", unredacted=[{"code": "住址"}]),
        refuses("not with a field that is no public one", "不得公开的项目：party_phone", OGI[16], DECIDED, "PG-16", "2025-08-22", fields=["party_phone"]),
        refuses("nor of one who has come of age since the decision", "不满十八周岁", MINORS[103], then(DECIDED, party=party("person", date(2007, 8, 21))), "PG-16", "2025-08-22"),
        refuses("not of a minor", "不满十八周岁", MINORS[103], then(DECIDED, party=BORN_2009), "PG-16", "2025-08-22"),
        refuses("nor a licence so", "没有写明公示的法律依据", APL[48, 1], case("licence.ordinary"), "LI-10", "2025-08-22", by=(PUBLISHER,), basis_codes=[]),
    ),
    *of(
        "G-16",
        lets("performed and published", PERFORMED, "PG-21", CLOSE),
        lets("paid as the bank told", then(SERVED, took("PG-16", "2025-08-22"), events=[took("payment", "2025-08-25", kind="fine", amount=8000, receipt_no="票1")]), "PG-21", CLOSE),
        lets("what is left was given up by law", then(SERVED, took("PG-16", "2025-08-22"), events=[took("execution_ended", "2025-08-26")]), "PG-21", CLOSE),
        lets("with a measure that has come to its end", then(PERFORMED, children=(RELEASED,)), "PG-21", CLOSE),
        lets("with goods that were given to the party after all", then(PERFORMED, children=(then(KEPT, events=[took("disposed", "2025-07-16")]),)), "PG-21", CLOSE),
        lets("where the agency does not want it checked", then(SERVED, agency=AgencyFacts(policy={"closing_checks": False})), "PG-21", CLOSE),
        lets("performed otherwise than by money", then(GOODS, took("PG-26", "2025-08-26", "auction")), "PG-21", CLOSE),
        lets("handed over to others", case(ORDINARY, took("PG-14", "2025-08-20", "transfer_agency")), "PG-21", CLOSE),
        lets("performed, as the step says without a sum", then(SERVED, took("PG-16", "2025-08-22"), took("PG-17", "2025-08-25", "full")), "PG-21", CLOSE),
        lets("on the spot, the cash handed in", then(SPOT, took("PS-5", "2025-07-03 10:10", "collected", amount=100), took("PS-5", "2025-07-04", "handed_in")), "PS-7", "2025-07-08"),
        refuses("not unpaid", "罚款尚有8,000元未缴纳", APL[66, 1], then(SERVED, took("PG-16", "2025-08-22")), "PG-21", CLOSE),
        refuses("not paid in part", "罚款尚有5,000元未缴纳", APL[72], then(SERVED, took("PG-16", "2025-08-22"), took("PG-17", "2025-08-25", "part", kind="fine", amount=3000)), "PG-21", CLOSE),
        refuses("not unserved", "决定书尚未送达", APL[61], then(DECIDED, PAID), "PG-21", CLOSE),
        refuses("not unpublished", "决定尚未公示", APL[48], then(SERVED, PAID), "PG-21", CLOSE),
        refuses("not with goods in store", "没收的财物尚未处理", APL[74], GOODS, "PG-21", CLOSE),
        refuses("not with evidence in store", "先行登记保存尚未办结", APL[56], then(PERFORMED, children=(KEPT,)), "PG-21", CLOSE),
        refuses("nor with a measure that nobody knows", "附带的程序尚未办结", SEED.whole, then(PERFORMED, children=(CaseFacts("coercion.unknown"),)), "PG-21", CLOSE),
        refuses("not with a recording missing", "没有音像资料", SEED.whole, then(PERFORMED, took("PG-4", "2025-07-10", "interview", interview_room=True)), "PG-21", CLOSE),
        refuses("not while a test runs", "没有结束", SAMR[46], then(PERFORMED, intervals=(span("testing", "2025-08-01"),)), "PG-21", CLOSE),
        refuses("not with cash in hand", "尚未交至行政机关", APL[71], then(SPOT, took("PS-5", "2025-07-03 10:10", "collected", amount=100)), "PS-7", "2025-07-08"),
        refuses("no levy unpaid", "应缴款项尚有9,000元未缴纳", WATER[33, 1], LEVIED, "LV-7", "2025-04-01"),
        refuses("no requisition with the goods still away", "被征用的财产尚未返还", EMERG[12], SEIZED_CAR, "RQ-8", "2025-08-01"),
        refuses("not when the bank tells of less than the step says", "罚款尚有2,000元未缴纳", APL[66, 1], then(SERVED, took("PG-16", "2025-08-22"), took("PG-17", "2025-08-25", "full"), events=[took("payment", "2025-08-25", kind="fine", amount=6000)]), "PG-21", CLOSE),
        refuses("not performed in part, whatever the sum", "罚款尚有8,000元未缴纳", APL[72], then(SERVED, took("PG-16", "2025-08-22"), took("PG-17", "2025-08-25", "part")), "PG-21", CLOSE),
        refuses("not with evidence kept anew after its release", "先行登记保存尚未办结", APL[56], then(PERFORMED, children=(then(RELEASED, took("PG-5", "2025-07-20")),)), "PG-21", CLOSE),
    ),
    *of(
        "G-17",
        lets("leaving service with its recording", DECIDED, "PG-15", "2025-08-21", mode="SV-2", av=True),
        lets("or a lawful reason for none", DECIDED, "PG-15", "2025-08-21", mode="SV-2", av_reason="设备当场损坏，见说明"),
        lets("or the recording on file", then(DECIDED, recordings=(Recording("PG-15", moment("2025-08-21 08:00")),)), "PG-15", "2025-08-21", mode="SV-2"),
        lets("service in person need not be recorded", DECIDED, "PG-15", "2025-08-21", mode="SV-1"),
        lets("where the agency takes the recording later", then(DECIDED, agency=AgencyFacts(policy={"recording_before_step": False})), "PG-15", "2025-08-21", mode="SV-2"),
        refuses("not leaving service", "“留置送达”应当全过程音像记录", CPL[89], DECIDED, "PG-15", "2025-08-21", mode="SV-2"),
        refuses("nor an announcement put up", "“张贴公告送达”", CPL[95], DECIDED, "PG-15", "2025-08-21", mode="SV-6", posted=True),
        refuses("nor questioning in the interview room", "“在询问室询问”", APL[47], TOLD, "PG-4", "2025-07-10", "interview", interview_room=True),
        refuses("nor a hearing, for no reason", "“举行听证”", SEED.whole, TOLD, "PG-12", "2025-08-29", av_reason=" "),
        refuses("a recording made later is none of it", "没有音像资料", CPL[89], then(DECIDED, recordings=(Recording("PG-15", moment("2025-08-22 09:00")),)), "PG-15", "2025-08-21", mode="SV-2"),
        refuses("nor one of another step", "没有音像资料", CPL[89], then(DECIDED, recordings=(Recording("PG-4", moment("2025-08-20")),)), "PG-15", "2025-08-21", mode="SV-2"),
    ),
    *of(
        "G-18",
        lets("a step that alters nothing", SERVED, "PG-4", CLOSE),
        lets("a correction by a new document", SERVED, "PG-4", CLOSE, alters="行政处罚决定书", corrects="衡市监罚〔2025〕1号"),
        refuses("a served document", "《行政处罚决定书》已经送达当事人，不得更改", APL[47], SERVED, "PG-4", CLOSE, alters="行政处罚决定书"),
        refuses("a filed one", "《立案审批表》已经归档，不得更改", ARCH[37], then(PERFORMED, took("PG-22", "2025-09-01")), "PG-4", "2025-09-02", alters="立案审批表"),
        refuses("nor with an empty number", "不得更改", ARCH[37], SPOT, "PS-6", "2025-07-04", alters="当场处罚决定书", corrects=""),
    ),
)

# ---- hearing and service -----------------------------------------------------------------------------------------

CALLED = then(TOLD, took("H-2", "2025-08-07", "asked"), took("H-3", "2025-08-11", hearing_on="2025-08-29", chair=11))
ON = "2025-08-29"
BY_POST = {"mode": "SV-4", "substitute_reason": "路途遥远", "proofs": ["postal_receipt"]}
AGREED = then(DECIDED, events=[took("address_confirmed", "2025-07-01", electronic_consent=True, electronic_address="a@example.cn", address="雁峰区一号")])
NOT_AGREED = then(DECIDED, events=[took("address_confirmed", "2025-07-01", address="雁峰区一号")])
ONLINE = {"mode": "SV-3", "proofs": ["transmission_log"], "reconsideration_channel": "掌上复议"}
KEPT_AT = {"mode": "SV-7", "proofs": ["postal_receipt"]}

HEARING = (
    *of(
        "hearing_notice",
        lets("seven whole working days lie between", TOLD, "H-3", "2025-08-11", hearing_on="2025-08-21"),
        lets("no day is named yet", TOLD, "H-3", "2025-08-11"),
        refuses("one day fewer", "不足七个工作日", APL[64, 1, 2], TOLD, "H-3", "2025-08-11", hearing_on="2025-08-20"),
        refuses("a letter counts from its receipt", "2025年8月18日送达", APL[64, 1, 2], TOLD, "H-3", "2025-08-11", hearing_on="2025-08-27", mode="SV-4", effective_on="2025-08-18"),
        refuses("the national holiday does not count", "不足七个工作日", APL[64, 1, 2], TOLD, "H-3", "2025-09-26", hearing_on="2025-10-10"),
        refuses("nor can a year without calendar be counted", "不足七个工作日", APL[64, 1, 2], TOLD, "H-3", "2029-01-05", hearing_on="2029-02-05"),
        refuses("a letter counts from its sending at the earliest", "不足七个工作日", APL[64, 1, 2], TOLD, "H-3", "2025-08-11", hearing_on="2025-08-20", mode="SV-4"),
    ),
    *of(
        "chair",
        lets("somebody who did not investigate", TOLD, "H-3", "2025-08-11", hearing_on=ON, chair=11),
        lets("whoever sends the notice does not chair", TOLD, "H-3", "2025-08-11", by=(OFFICER_A,), hearing_on=ON),
        lets("who holds the hearing", CALLED, "PG-12", ON, by=(CHAIR,)),
        refuses("no handler", "人员1是本案调查人员，不得主持听证", APL[64, 1, 4], TOLD, "H-3", "2025-08-11", hearing_on=ON, chair=1),
        refuses("nor by taking the step", "人员1是本案调查人员", APL[64, 1, 4], CALLED, "PG-12", ON, by=(OFFICER_A,)),
        refuses("nor the other one in the second part", "人员2是本案调查人员", APL[64, 1, 4], CALLED, "H-5", ON, chair=2),
        refuses("nobody recused", "听证主持人已被决定回避", APL[43], then(CALLED, recused=frozenset({11})), "PG-12", ON, by=(CHAIR,)),
    ),
    *of(
        "hearing_conduct",
        lets("in public on its day", CALLED, "PG-12", ON, agents=2, minutes=True, public=True),
        lets("closed for a secret", CALLED, "PG-12", ON, public=False, closed_reason="trade_secret"),
        lets("no notice names a day", TOLD, "PG-12", ON),
        refuses("not before its day", "不得提前举行", APL[64, 1, 2], CALLED, "PG-12", "2025-08-28"),
        refuses("nor in its record", "不得提前举行", APL[64, 1, 2], CALLED, "PG-12", ON, held_on="2025-08-28"),
        refuses("no third agent", "委托代理人超过二人", APL[64, 1, 5], CALLED, "PG-12", ON, agents=3),
        refuses("not closed for nothing", "没有写明依法应当保密的原因", APL[64, 1, 3], CALLED, "H-4", ON, public=False),
        refuses("not without confirmed minutes", "听证笔录没有交当事人核对", APL[64, 1, 8], CALLED, "H-5", ON, minutes=False),
    ),
    *of(
        "service",
        lets("in person", DECIDED, "PG-15", "2025-08-21", mode="SV-1"),
        lets("by letter with its receipt and reason", DECIDED, "PG-15", "2025-08-21", **BY_POST),
        lets("left before a witness", DECIDED, "PG-15", "2025-08-21", mode="SV-2", refusal_reason="拒收", witness="居委会干部"),
        lets("electronically as agreed", AGREED, "PG-15", "2025-08-21", electronic_address="A@example.cn ", **ONLINE),
        lets("to the address confirmed", AGREED, "PG-15", "2025-08-21", address="雁峰区 一号", **KEPT_AT),
        lets("no mode stated yet", DECIDED, "PG-15", "2025-08-21"),
        lets("left before a camera", DECIDED, "PG-15", "2025-08-21", mode="SV-2", refusal_reason="拒收", av=True),
        lets("left as the recording shows", then(DECIDED, recordings=(Recording("PG-15", moment("2025-08-21")),)), "PG-15", "2025-08-21", mode="SV-2", refusal_reason="拒收"),
        lets("as agreed on paper in the file", then(DECIDED, documents=frozenset({"address_confirmation"})), "PG-15", "2025-08-21", **ONLINE),
        lets("as agreed on a day", DECIDED, "PG-15", "2025-08-21", confirmed_on="2025-08-01", **ONLINE),
        lets("as agreed, no mailbox named", AGREED, "PG-15", "2025-08-21", **ONLINE),
        lets("as confirmed, no address named", AGREED, "PG-15", "2025-08-21", **KEPT_AT),
        refuses("no letter without receipt", "邮寄送达缺少邮寄回执", CPL[91], DECIDED, "PG-15", "2025-08-21", mode="SV-4", substitute_reason="路远"),
        refuses("nor without reason", "未记明直接送达的困难", CPL[91], DECIDED, "PG-15", "2025-08-21", mode="SV-4", proofs=["postal_receipt"]),
        refuses("not left without witness", "留置送达缺少", CPL[89], DECIDED, "PG-15", "2025-08-21", mode="SV-2", refusal_reason="拒收"),
        refuses("not left elsewhere", "未留在受送达人的住所", CPL[89], DECIDED, "PG-15", "2025-08-21", mode="SV-2", refusal_reason="拒收", av=True, at_domicile=False),
        refuses("no announcement without its text", "公告送达缺少", CPL[95], TOLD, "PG-10", "2025-08-04", mode="SV-6", substitute_reason="下落不明", proofs=["reason_note"]),
        refuses("not electronically against consent", "不同意电子送达", APL[61, 2], NOT_AGREED, "PG-15", "2025-08-21", **ONLINE),
        refuses("nor to another mailbox", "与当事人确认的a@example.cn不一致", CPL[90], AGREED, "PG-15", "2025-08-21", electronic_address="b@example.cn", **ONLINE),
        refuses("nor to another address", "与当事人确认的雁峰区一号不一致", SAMR[83], AGREED, "PG-15", "2025-08-21", address="雁峰区二号", **KEPT_AT),
        refuses("not electronically where nothing was agreed", "缺少经签字确认的送达地址确认书", CPL[90], DECIDED, "PG-15", "2025-08-21", **ONLINE),
        refuses("not electronically without the way to dispute it", "提交行政复议申请书的互联网渠道", ARL[22, 2], AGREED, "PG-15", "2025-08-21", mode="SV-3", proofs=["transmission_log"]),
        refuses("what another step filmed is none of it", "留置送达缺少", CPL[89], then(DECIDED, recordings=(Recording("PG-4", moment("2025-08-20")),)), "PG-15", "2025-08-21", mode="SV-2", refusal_reason="拒收"),
    ),
    *of(
        "publication_told",
        lets("elsewhere than in market supervision", then(DECIDED, agency=GENERAL), "PG-15", "2025-08-21", publication_told=False),
        hangs_on(
            "publication_told",
            "没有书面告知当事人行政处罚信息将向社会公示",
            SAMRPUB[8],
            lets("a company is told", DECIDED, "PG-15", "2025-08-21", mode="SV-1"),
            lets("a person is told", then(DECIDED, party=party("person")), "PG-15", "2025-08-21", mode="SV-1"),
            lets("by letter too", DECIDED, "PG-15", "2025-08-21", **BY_POST),
        ),
    ),
)

# ---- payment -----------------------------------------------------------------------------------------------------

FINE = {"kind": "fine", "amount": 8000, "receipt_no": "票2"}
GAINS = case(ORDINARY, took("PG-14", "2025-08-20", "penalty", fine=8000, gains=500), took("PG-15", "2025-08-21"))
HALF = then(SERVED, took("PG-17", "2025-08-25", "part", kind="fine", amount=3000, receipt_no="票1"))
ROWS_OF_PLAN = [{"due_on": "2025-10-01", "amount": "4000"}, {"due_on": "2025-11-01", "amount": "4000.00"}]
DEFERRED = then(SERVED, took("PG-18", "2025-08-25", "deferred", until="2025-12-31"))
IN_PARTS = then(SERVED, took("PG-18", "2025-08-25", "instalments", plan=ROWS_OF_PLAN))
SUED = then(SERVED, events=[took("suit_accepted", "2025-09-07")])

PAYMENT = (
    *of(
        "collection",
        lets("at the bank", SERVED, "PG-17", "2025-08-25", "full", channel="bank", **FINE),
        lets("by officers in remote places", SERVED, "PG-17", "2025-08-25", "full", channel="officer", channel_reason="remote", **FINE),
        refuses("not by officers", "不得自行收缴罚款", APL[67, 2], SERVED, "PG-17", "2025-08-25", "full", channel="officer", **FINE),
        refuses("nor a part of it", "不得自行收缴罚款", APL[67, 2], SERVED, "PG-17", "2025-08-25", "part", channel="officer", amount=50),
        refuses("being small is no reason here", "不得自行收缴罚款", APL[67, 2], SERVED, "PG-17", "2025-08-25", "full", channel="officer", channel_reason="small", **FINE),
        refuses("nor being hard to collect", "不得自行收缴罚款", APL[67, 2], SERVED, "PG-17", "2025-08-25", "full", channel="officer", channel_reason="hard_later", **FINE),
    ),
    *of(
        "paid_in_full",
        lets("all of it", SERVED, "PG-17", "2025-08-25", "full", **FINE),
        lets("the rest of it", HALF, "PG-17", "2025-08-26", "full", kind="fine", amount=5000, receipt_no="票2"),
        lets("a part as a part", SERVED, "PG-17", "2025-08-25", "part", amount=4000),
        lets("otherwise than by money", SERVED, "PG-17", "2025-08-25", "full"),
        lets("before there is a decision nothing is owed", TOLD, "PG-17", "2025-08-25", "full", **FINE),
        refuses("a part is not all", "尚有罚款4,000元未缴纳", APL[66, 1], SERVED, "PG-17", "2025-08-26", "full", amount=4000),
        refuses("nor are two parts", "尚有罚款1,000元未缴纳", APL[67, 3], HALF, "PG-17", "2025-08-26", "full", amount=4000, receipt_no="票2"),
        refuses("one receipt pays once", "尚有罚款3,000元未缴纳", APL[66, 1], HALF, "PG-17", "2025-08-26", "full", amount=5000, receipt_no="票1"),
        refuses("gains are owed as well", "尚有违法所得500元未缴纳", APL[66, 1], GAINS, "PG-17", "2025-08-26", "full", **FINE),
        refuses("what the bank told counts, and no more", "尚有罚款2,000元未缴纳", APL[66, 1], then(SERVED, events=[took("payment", "2025-08-24", kind="fine", amount=6000)]), "PG-17", "2025-08-26", "full"),
    ),
    *of(
        "instalments",
        lets("two rows that add up", SERVED, "PG-18", "2025-08-25", "instalments", hardship="经济困难", plan=ROWS_OF_PLAN),
        lets("a later day", SERVED, "PG-18", "2025-08-25", "deferred", hardship="经济困难", until="2025-12-31"),
        lets("a refusal asks for nothing", SERVED, "PG-18", "2025-08-25", "refused", hardship=""),
        refuses("not without hardship", "没有写明当事人的经济困难", APL[66, 2], SERVED, "PG-18", "2025-08-25", "deferred", hardship=" "),
        refuses("not with a sum too small", "与罚款数额8000元不符", APL[66, 2], SERVED, "PG-18", "2025-08-25", "instalments", plan=ROWS_OF_PLAN[:1]),
        refuses("not backwards", "应当依次在后", SAMR[74], SERVED, "PG-18", "2025-08-25", "instalments", plan=ROWS_OF_PLAN[::-1]),
        refuses("not from before the approval", "首期缴纳日期应当在批准之后", APL[66, 2], SERVED, "PG-18", "2025-10-01", "instalments", plan=ROWS_OF_PLAN),
        refuses("not until today", "截止日期应当在批准之后", APL[66, 2], SERVED, "PG-18", "2025-08-25", "deferred", until="2025-08-25"),
    ),
    *of(
        "surcharge",
        lets("three per cent of the first day", SERVED, "PG-19", "2025-09-10", through="2025-09-06", amount=240),
        lets("service is not known yet", DECIDED, "PG-19", "2025-09-10", amount=240),
        refuses("not on the last day to pay", "缴纳期限尚未届满", APL[67, 3], SERVED, "PG-19", "2025-09-05", through="2025-09-05", amount=240),
        refuses("nor while it is deferred", "缴纳期限尚未届满", APL[72, 1, 1], DEFERRED, "PG-19", "2025-12-31", amount=240),
        refuses("nor before the last instalment", "缴纳期限尚未届满", APL[72, 1, 1], IN_PARTS, "PG-19", "2025-11-01", amount=240),
        refuses("nor while an earlier deferral stands, though another was refused", "缴纳期限尚未届满", APL[67, 3], then(DEFERRED, took("PG-18", "2025-10-10", "refused")), "PG-19", "2025-12-31", amount=240),
        refuses("nor while the letter has not come back", "送达日期尚未登记", APL[67, 3], then(DECIDED, took("PG-15", "2025-08-21", mode="SV-4")), "PG-19", "2025-12-31", amount=240),
        refuses("not a yuan more", "241元超过应计的240元", APL[72, 1, 1], SERVED, "PG-19", "2025-09-10", through="2025-09-06", amount=241),
        refuses("never above the fine", "超过应计的8,000元", ACL[45, 2], SERVED, "PG-19", "2026-03-01", amount=8001),
        refuses("not for days in court", "480元超过应计的240元", APL[72, 1, 1], SUED, "PG-19", "2025-09-20", amount=480),
        refuses("a deferral refused is none", "超过应计的240元", APL[72, 1, 1], then(SERVED, took("PG-18", "2025-08-25", "refused")), "PG-19", "2025-09-10", through="2025-09-06", amount=241),
    ),
    *of(
        "disposal",
        lets("auctioned, the money in the treasury", GOODS, "PG-26", "2025-08-26", "auction", proceeds="500", treasury_receipt="缴1"),
        lets("destroyed by law", GOODS, "PG-26", "2025-08-26", "destruction", destruction_basis="食品安全法"),
        lets("used as the State says, for nothing", GOODS, "PG-26", "2025-08-26", "state_rules", proceeds="0"),
        refuses("not destroyed for nothing", "没有写明应当销毁的法律依据", APL[74, 1], GOODS, "PG-26", "2025-08-26", "destruction", destruction_basis=" "),
        refuses("no money kept", "没有上缴国库的票据", APL[74, 2], GOODS, "PG-26", "2025-08-26", "auction", proceeds="500", treasury_receipt=""),
        refuses("nor a fen", "没有上缴国库的票据", APL[74, 2], GOODS, "PG-26", "2025-08-26", "state_rules", proceeds="0.01"),
    ),
)

ROWS = (*CLOSING, *HEARING, *PAYMENT)
