"""申请人民法院强制执行: not too early and not too late, by whom, with what, and when it is over (G-12)."""

from lantai.law.statutes_in_force import ACL, ADLIT, ADLITI
from lantai.law.tests.rows_of_gates.execution import COURT, UPHELD
from lantai.law.tests.rows_of_gates.row import case, lets, of, refuses, then, took

# fmt: off

SUABLE = case(COURT, took("CX-1", "2025-09-10", decision_served_on="2025-03-03"), took("CX-3", "2025-09-15"))
UNDEMANDED = case(COURT, *SUABLE.taken[:1])
JUDGED = case(COURT, took("CX-1", "2025-09-10", ground="judgment", perform_by="2025-09-30"), took("CX-3", "2025-09-10"))
LAST = "2025-12-03"

TO_THE_COURT = (
    *of(
        "G-12",
        lets("the remedies have run out and the demand is ten days old", SUABLE, "CX-4", "2025-09-30"),
        lets("a judgment whose time has passed", JUDGED, "CX-4", "2025-10-09"),
        lets("the suit was lost", then(SUABLE, events=UPHELD), "CX-4", "2025-09-30"),
        lets("on the eleventh working day", SUABLE, "CX-4", "2025-09-29"),
        lets("on the first day", case(COURT, took("CX-1", "2025-08-01", decision_served_on="2025-03-03"), took("CX-3", "2025-08-01")), "CX-4", "2025-09-04"),
        lets("upheld in court, whenever it was served", then(case(COURT, took("CX-1", "2025-09-10"), took("CX-3", "2025-09-10")), events=UPHELD), "CX-4", "2025-10-09"),
        lets("a sale when the demand has run out", then(SUABLE, took("CX-3", "2025-09-16", perform_until="2025-09-26")), "CX-7", "2025-10-09"),
        refuses("not before they have run out", "法定的复议、诉讼期限", ACL[53], case(COURT, took("CX-1", "2025-08-01", decision_served_on="2025-03-03"), took("CX-3", "2025-08-01")), "CX-4", "2025-09-03"),
        refuses("not while disputed", "行政复议正在进行", ACL[53], then(SUABLE, events=[took("reconsideration_accepted", "2025-09-20")]), "CX-4", "2025-10-09"),
        refuses("not when nobody knows the day", "不能确定申请行政复议、提起行政诉讼的期限何时届满", ACL[53], case(COURT, took("CX-1", "2025-09-10"), took("CX-3", "2025-09-15")), "CX-4", "2025-10-09"),
        refuses("not before the judgment is due", "判决确定的履行期限尚未届满", ADLITI[153], JUDGED, "CX-4", "2025-09-30"),
        refuses("not without demand", "申请前没有催告", ACL[54], UNDEMANDED, "CX-4", "2025-10-09"),
        refuses("not ten days after it", "催告书送达未满十个工作日", ACL[69], SUABLE, "CX-4", "2025-09-28"),
        refuses("a suit that was lost does not hasten its judgment", "判决确定的履行期限尚未届满", ADLITI[153], then(JUDGED, events=UPHELD), "CX-4", "2025-09-30"),
        refuses("not when he has performed", "当事人已经履行义务", ACL[54], then(SUABLE, events=[took("performed", "2025-10-05")]), "CX-4", "2025-10-09"),
        refuses("no sale without demand", "拍卖前没有催告", ACL[46, 3], UNDEMANDED, "CX-7", "2025-10-09"),
        refuses("no sale before the demand has run out", "不得拍卖", ACL[46, 3], then(SUABLE, took("CX-3", "2025-09-16", perform_until="2025-10-09")), "CX-7", "2025-10-09"),
    ),
    *of(
        "court_window",
        lets("on the last day", SUABLE, "CX-4", LAST),
        lets("later for a good reason", SUABLE, "CX-4", "2025-12-04", late_reason="当地发生洪灾"),
        lets("nobody knows the day", case(COURT, took("CX-1", "2025-09-10")), "CX-4", "2025-12-04"),
        refuses("a day later", "期限已于2025年12月3日届满", ADLITI[156], SUABLE, "CX-4", "2025-12-04"),
        refuses("an empty reason is none", "人民法院不予受理", ACL[53], SUABLE, "CX-4", "2025-12-04", late_reason=" "),
        refuses("after a deferral three months from its end, moved over the weekend", "期限已于2026年2月2日届满", ACL[53], case(COURT, took("CX-1", "2025-09-10", decision_served_on="2025-03-03", deferred_until="2025-10-31")), "CX-4", "2026-02-05"),
        refuses("two years after a judgment", "届满", ADLITI[153], case(COURT, took("CX-1", "2025-09-10", ground="judgment", perform_by="2023-09-30")), "CX-4", "2025-10-20"),
    ),
    *of(
        "no_own_power",
        lets("who has no power", case(COURT), "CX-1", "2025-09-10", no_own_power=True, ground="decision"),
        refuses("who has it uses it", "不适用申请人民法院强制执行", ACL[13, 2], case(COURT), "CX-1", "2025-09-10", no_own_power=False),
        refuses("nor after a judgment", "不适用申请人民法院强制执行", ACL[53], case(COURT), "CX-1", "2025-09-10", no_own_power=False, ground="judgment"),
        refuses("what was changed above is applied for there", "由行政复议机关申请执行", ADLIT[97], case(COURT), "CX-1", "2025-09-10", no_own_power=True, ground="changed"),
    ),
    *of(
        "application_complete",
        lets("at the agency's own court", SUABLE, "CX-4", "2025-10-09", signed_by_head=True, materials_complete=True, court_place="agency"),
        lets("at that of the immovable", SUABLE, "CX-4", "2025-10-09", immovable=True, court_place="immovable"),
        lets("a judgment goes to the court that gave it", JUDGED, "CX-4", "2025-10-09", court_place="other"),
        lets("or that upheld the decision", then(SUABLE, events=UPHELD), "CX-4", "2025-10-09", court_place="other"),
        refuses("not unsigned", "没有由行政机关负责人签名", ACL[55, 2], SUABLE, "CX-4", "2025-10-09", signed_by_head=False),
        refuses("not incomplete", "申请材料不齐全", ACL[55, 1], SUABLE, "CX-4", "2025-10-09", materials_complete=False),
        refuses("not of an immovable elsewhere", "应当向不动产所在地的基层人民法院申请", ADLITI[157], SUABLE, "CX-4", "2025-10-09", immovable=True, court_place="agency"),
        refuses("not at any court", "应当向行政机关所在地或者不动产所在地", ACL[54], SUABLE, "CX-4", "2025-10-09", court_place="other"),
    ),
    *of(
        "application_over",
        lets("the court has executed", then(SUABLE, took("CX-5", "2025-10-15", "accepted"), took("CX-5-1", "2025-10-30", "allowed")), "CX-10", "2026-01-15", "court_executed"),
        lets("refused for good", then(SUABLE, took("CX-5", "2025-10-15", "rejected")), "CX-10", "2025-11-15", "not_allowed"),
        lets("sold off", then(SUABLE, took("CX-7", "2025-10-15")), "CX-10", "2025-11-15", "executed"),
        lets("performed", then(SUABLE, events=[took("performed", "2025-10-15")]), "CX-10", "2025-11-15", "performed"),
        lets("a defence was right", then(SUABLE, took("CX-3-1", "2025-09-20", "accepted")), "CX-10", "2025-11-15", "ended"),
        lets("allowed above", then(SUABLE, took("CX-5", "2025-10-15", "accepted"), took("CX-5-1", "2025-10-20", "refused"), took("CX-5-2", "2025-10-21"), took("CX-5-3", "2025-11-20", "allowed")), "CX-10", "2026-01-15", "court_executed"),
        lets("executed, no way named", then(SUABLE, took("CX-7", "2025-10-15")), "CX-10", "2025-11-15"),
        lets("refused by ruling", then(SUABLE, took("CX-5", "2025-10-15", "accepted"), took("CX-5-1", "2025-10-30", "refused")), "CX-10", "2025-12-15", "not_allowed"),
        lets("refused above", then(SUABLE, took("CX-5", "2025-10-15", "rejected"), took("CX-5-2", "2025-10-20"), took("CX-5-3", "2025-11-20", "refused")), "CX-10", "2025-12-15", "not_allowed"),
        lets("ended", then(SUABLE, events=[took("execution_ended", "2025-10-15")]), "CX-10", "2025-12-15", "ended"),
        refuses("not while the court is silent", "人民法院尚未执行完毕", ACL[57], SUABLE, "CX-10", "2025-11-15"),
        refuses("not while the court above is asked", "人民法院尚未执行完毕", ACL[58], then(SUABLE, took("CX-5", "2025-10-15", "rejected"), took("CX-5-2", "2025-10-20")), "CX-10", "2025-11-15", "not_allowed"),
        refuses("not as what it is not", "所选的结案情形与案卷不符", ACL[58], then(SUABLE, took("CX-5", "2025-10-15", "rejected")), "CX-10", "2025-11-15", "court_executed"),
        refuses("what the court above had taken up still waits for its ruling", "人民法院尚未执行完毕", ACL[57], then(SUABLE, took("CX-5", "2025-10-15", "rejected"), took("CX-5-2", "2025-10-20"), took("CX-5-3", "2025-11-03", "allowed")), "CX-10", "2025-11-15", "court_executed"),
        refuses("what was allowed above was not refused", "所选的结案情形与案卷不符", ACL[57], then(SUABLE, took("CX-5", "2025-10-15", "accepted"), took("CX-5-1", "2025-10-20", "refused"), took("CX-5-2", "2025-10-21"), took("CX-5-3", "2025-11-20", "allowed")), "CX-10", "2026-01-15", "not_allowed"),
        refuses("what was only taken up was neither allowed nor refused", "人民法院尚未执行完毕", ACL[57], then(SUABLE, took("CX-5", "2025-10-15", "accepted")), "CX-10", "2026-01-15"),
        refuses("nor what the party disputed in vain", "人民法院尚未执行完毕", ACL[57], then(SUABLE, took("CX-3-1", "2025-09-20", "rejected")), "CX-10", "2025-11-15", "ended"),
    ),
)

ROWS = TO_THE_COURT
