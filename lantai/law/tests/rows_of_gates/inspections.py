"""行政检查和移送: published, approved, within the cap (G-14); no penalty instead of a transfer."""

from dataclasses import replace
from datetime import date

from lantai.law import inspections
from lantai.law.facts import InspectionFacts
from lantai.law.statutes_in_force import ACL, APL, INSP54, INSPDOC, INSPQA, XFER
from lantai.law.tests.rows_of_gates.row import case, lets, of, refuses, then, took
from lantai.law.tests.stories import party

# fmt: off

INSPECTION, TRANSFER = "inspection.ordinary", "transfer.criminal"
PUBLISHED = InspectionFacts(date(2025, 1, 15), None, "检查事项清单", 2, "频次上限公告", inspections.BEYOND_CAP, inspections.UNCOUNTED)
TWICE = replace(PUBLISHED, visits=(date(2025, 3, 4), date(2025, 6, 9)))
IN_SEPTEMBER = replace(PUBLISHED, matter_from=date(2025, 9, 2))
UNTIL_AUGUST = replace(PUBLISHED, matter_to=date(2025, 8, 31))
BEGUN = case(INSPECTION, took("IN-1", "2025-09-01"), inspection=PUBLISHED)
PLANNED = then(BEGUN, took("IN-2", "2025-09-01 10:00", "planned", inspection_source="random"))
URGENT = then(BEGUN, took("IN-2", "2025-09-01 10:00", "emergency"))
APPROVED = then(PLANNED, took("IN-3", "2025-09-01 15:00", "approved"))
FAILED, PASSED = {"item": "保质期", "result": "failed"}, {"item": "索证", "result": "passed"}
ENTERED = "2025-09-03 09:10"


def recorded(*findings):
    return then(APPROVED, took("IN-6", "2025-09-03 09:30", findings=list(findings)))


INSPECTIONS = (
    *of(
        "G-14",
        lets("approved", APPROVED, "IN-5", ENTERED),
        lets("in an emergency at once", URGENT, "IN-5", ENTERED),
        refuses("not without approval", "检查没有经过行政执法主体负责人批准", INSP54.whole, PLANNED, "IN-5", ENTERED),
        refuses("nor announced without it", "检查没有经过", INSPQA.whole, PLANNED, "IN-4", "2025-09-02"),
        refuses("not against it", "检查没有经过", INSPQA.whole, then(PLANNED, took("IN-3", "2025-09-01 15:00", "refused")), "IN-5", ENTERED),
        refuses("not by another plan than the approved one", "检查没有经过", INSP54.whole, then(APPROVED, took("IN-2", "2025-09-02", "planned")), "IN-5", ENTERED),
    ),
    *of(
        "inspection_matter",
        lets("published", case(INSPECTION, inspection=PUBLISHED), "IN-1", "2025-09-01"),
        lets("on its first day", case(INSPECTION, inspection=IN_SEPTEMBER), "IN-1", "2025-09-02"),
        lets("on its last day", case(INSPECTION, inspection=UNTIL_AUGUST), "IN-1", "2025-08-31"),
        lets("what is not approved need not be", case(INSPECTION), "IN-3", "2025-09-01", "refused"),
        refuses("nothing is known of it", "未经公布，不得实施检查", INSP54.whole, case(INSPECTION), "IN-1", "2025-09-01"),
        refuses("never published", "未经公布", INSP54.whole, case(INSPECTION, inspection=InspectionFacts(cap=2)), "IN-3", "2025-09-01", "approved"),
        refuses("not yet", "自2025年9月2日起才公布", INSP54.whole, case(INSPECTION, inspection=IN_SEPTEMBER), "IN-1", "2025-09-01"),
        refuses("no longer", "已于2025年8月31日停止公布", INSP54.whole, then(APPROVED, inspection=UNTIL_AUGUST), "IN-5", ENTERED),
        refuses("nor in an emergency", "停止公布", INSP54.whole, then(URGENT, inspection=UNTIL_AUGUST), "IN-5-1", "2025-09-04", "approved"),
    ),
    *of(
        "inspection_cap",
        lets("within it", then(BEGUN, inspection=replace(TWICE, visits=TWICE.visits[:1])), "IN-2", "2025-09-01", "planned", inspection_source="random"),
        lets("a complaint goes over it", then(BEGUN, inspection=TWICE), "IN-2", "2025-09-01", "planned", inspection_source="complaint"),
        lets("a campaign from above is not counted", then(BEGUN, inspection=TWICE), "IN-2", "2025-09-01", "planned", inspection_source="superior"),
        lets("a new year", then(PLANNED, inspection=TWICE), "IN-5", "2026-01-05"),
        lets("a person is no enterprise", then(BEGUN, inspection=TWICE, party=party("person")), "IN-2", "2025-09-01", "planned", inspection_source="random"),
        lets("no cap is published", then(BEGUN, inspection=replace(TWICE, cap=None)), "IN-2", "2025-09-01", "planned", inspection_source="random"),
        lets("what is not approved need not be within", then(PLANNED, inspection=TWICE), "IN-3", "2025-09-01", "refused"),
        lets("nothing is known of visits", case(INSPECTION), "IN-2", "2025-09-01", "planned", inspection_source="random"),
        refuses("not a third time", "已检查2次，达到年度频次上限2次", INSP54.whole, then(BEGUN, inspection=TWICE), "IN-2", "2025-09-01", "planned", inspection_source="random"),
        refuses("nor approved", "达到年度频次上限", INSPQA.whole, then(PLANNED, inspection=TWICE), "IN-3", "2025-09-01", "approved"),
        refuses("nor entered", "达到年度频次上限", INSPQA.whole, then(PLANNED, inspection=TWICE, party=party("sole_trader")), "IN-5", ENTERED),
        refuses("nor in an emergency of its own plan", "达到年度频次上限", INSPQA.whole, then(URGENT, inspection=TWICE), "IN-5", ENTERED),
        refuses("a complaint only where the agency has published it so", "达到年度频次上限", INSP54.whole, then(BEGUN, inspection=replace(TWICE, beyond=frozenset())), "IN-2", "2025-09-01", "planned", inspection_source="complaint"),
    ),
    *of(
        "inspection_made_up",
        lets("approved before", APPROVED, "IN-7", "2025-09-04", "none"),
        lets("approved after", then(URGENT, took("IN-5-1", "2025-09-03 12:00", "approved")), "IN-7", "2025-09-04", "none"),
        refuses("not before it is approved", "尚未补办批准手续", INSPQA.whole, URGENT, "IN-7", "2025-09-04", "none"),
        refuses("not against it", "尚未补办批准手续", INSPQA.whole, then(URGENT, took("IN-5-1", "2025-09-03 12:00", "disagreed")), "IN-7", "2025-09-04", "correct"),
        refuses("an approval before the visit is none of it", "尚未补办批准手续", INSPQA.whole, then(URGENT, took("IN-5-1", "2025-09-02", "approved"), took("IN-5", ENTERED)), "IN-7", "2025-09-04", "penalty"),
    ),
    *of(
        "earlier_findings",
        lets("a follow-up that says what it follows", case(INSPECTION), "IN-1", "2025-10-09", earlier_case="3", earlier_findings="过期食品两批"),
        lets("a first visit", case(INSPECTION), "IN-1", "2025-09-01", earlier_findings=""),
        refuses("nothing said", "没有写明上次检查发现的问题", INSP54.whole, case(INSPECTION), "IN-1", "2025-10-09", earlier_case="3"),
        refuses("blanks", "没有写明上次检查发现的问题", INSP54.whole, case(INSPECTION), "IN-1", "2025-10-09", earlier_case="3", earlier_findings="  "),
        refuses("of a person", "复查没有写明", INSP54.whole, case(INSPECTION, party=party("person"), inspection=PUBLISHED), "IN-1", "2025-10-09", earlier_case="3", earlier_findings=None),
    ),
    *of(
        "scanned",
        lets("scanned", APPROVED, "IN-5", ENTERED, scan_code="1"),
        lets("or the reason why not", APPROVED, "IN-5", ENTERED, no_scan_reason="系统维护"),
        refuses("neither", "没有扫码登记，也没有写明不能扫码的原因", INSPQA.whole, APPROVED, "IN-5", ENTERED),
        refuses("blanks", "没有扫码登记", INSPQA.whole, APPROVED, "IN-5", ENTERED, scan_code=" ", no_scan_reason=" "),
        refuses("nor in an emergency", "没有扫码登记", INSPQA.whole, URGENT, "IN-5", ENTERED, scan_code=""),
    ),
    *of(
        "record_signed",
        lets("signed", APPROVED, "IN-6", ENTERED, signed=True),
        lets("refused, and said so", APPROVED, "IN-6", ENTERED, signed=False, refusal_note="被检查人拒签，由见证人签名"),
        refuses("neither", "笔录没有被检查人签名，也没有注明原因", INSPDOC.whole, APPROVED, "IN-6", ENTERED, signed=False),
        refuses("blanks", "也没有注明原因", INSPDOC.whole, APPROVED, "IN-6", ENTERED, signed=False, refusal_note=" "),
        refuses("nor an interview", "也没有注明原因", INSPDOC.whole, APPROVED, "IN-6-1", ENTERED, "interview", signed=False),
        refuses("nor in an emergency", "也没有注明原因", INSPDOC.whole, URGENT, "IN-6-1", ENTERED, "scene", signed=False),
    ),
    *of(
        "result_follows",
        lets("nothing found, nothing told", recorded(PASSED), "IN-7", "2025-09-04", "none"),
        lets("what was found is told", recorded(PASSED, FAILED), "IN-7", "2025-09-04", "correct"),
        lets("handed over to others", recorded(PASSED), "IN-7", "2025-09-04", "transfer"),
        lets("a record without rows", recorded(), "IN-7", "2025-09-04", "correct"),
        lets("no record", APPROVED, "IN-7", "2025-09-04", "none"),
        refuses("not told as nothing", "笔录记录1项不符合要求，不能告知为没有发现问题", INSPDOC.whole, recorded(PASSED, FAILED), "IN-7", "2025-09-04", "none"),
        refuses("nor two", "笔录记录2项不符合要求", INSPDOC.whole, recorded(FAILED, FAILED), "IN-7", "2025-09-04"),
        refuses("no order for nothing", "没有可以责令改正或者立案的问题", INSPDOC.whole, recorded(PASSED), "IN-7", "2025-09-04", "correct"),
        refuses("no case for nothing", "没有可以责令改正或者立案的问题", INSPDOC.whole, recorded(PASSED), "IN-7", "2025-09-04", "penalty"),
    ),
)

REPORTED = case(TRANSFER, took("XF-1", "2025-08-01"))
SENT = then(REPORTED, took("XF-2", "2025-08-02", "approved"), took("XF-3", "2025-08-04"))
NOT_FILED = then(SENT, took("XF-4", "2025-08-10", "not_filed"))
TO_POLICE = then(NOT_FILED, took("XF-6", "2025-08-12", "police"))
TO_PROCURATORATE = then(NOT_FILED, took("XF-6", "2025-08-12", "procuratorate"))
ANSWERED = then(TO_POLICE, took("XF-7", "2025-08-20", "upheld"))
MAIN = case("penalty.ordinary", took("PG-1", "2025-06-12"))


def beside(child):
    return then(MAIN, children=(child,))


TRANSFERS = (
    *of(
        "no_penalty_instead",
        lets("no crime is suspected", MAIN, "PG-14", "2025-08-20", fine=500),
        lets("the police did not take it up", beside(NOT_FILED), "PG-14", "2025-08-20", fine=500),
        lets("the chief did not want it", beside(then(REPORTED, took("XF-2", "2025-08-02", "refused"))), "PG-14", "2025-08-20", fine=500),
        lets("it ends as a transfer", beside(SENT), "PG-14", "2025-08-20", "transfer_criminal"),
        refuses("not while it lies with the chief", "不得以行政处罚代替移送", XFER[11, 1], beside(REPORTED), "PG-14", "2025-08-20", fine=500),
        refuses("not while it lies with the police", "正在移送公安机关", APL[27, 1], beside(SENT), "PG-14", "2025-08-20", "penalty"),
        refuses("not when they took it up", "不得以行政处罚代替移送", XFER[11, 1], beside(then(SENT, took("XF-4", "2025-08-10", "filed"))), "PG-14", "2025-08-20", fine=500),
        refuses("nor after an objection", "不得以行政处罚代替移送", XFER[11, 1], beside(then(TO_POLICE, took("XF-7", "2025-08-20", "filed"))), "PG-14", "2025-08-21", "no_penalty_other"),
    ),
    *of(
        "transfer_annexes",
        lets("with its report", SENT, "XF-3", "2025-08-04", report_attached=True, measures_told=True),
        refuses("not without report", "没有附涉嫌犯罪案件情况的调查报告", XFER[6, 1, 2], SENT, "XF-3", "2025-08-04", report_attached=False),
        refuses("not without telling of the goods", "没有书面告知当事人", ACL[21], SENT, "XF-3", "2025-08-04", report_attached=True, measures_told=False),
        refuses("nor both wanting", "没有附", XFER[6, 1, 2], then(SENT, party=party("person")), "XF-3", "2025-08-04", report_attached=False, measures_told=False),
    ),
    *of(
        "objection_by_turn",
        lets("first the police", NOT_FILED, "XF-6", "2025-08-12", "police"),
        lets("then the procuratorate", ANSWERED, "XF-6", "2025-08-21", "procuratorate"),
        lets("a duty crime told to the procuratorate is no objection", then(ANSWERED, took("XF-9", "2025-08-20 15:00", "procuratorate")), "XF-6", "2025-08-21", "procuratorate"),
        lets("nothing was refused", SENT, "XF-6", "2025-08-12", "police"),
        refuses("not the police twice", "已经提请公安机关复议", XFER[9, 2], ANSWERED, "XF-6", "2025-08-21", "police"),
        refuses("not the procuratorate twice", "已经建议人民检察院立案监督", XFER[9, 2], TO_PROCURATORATE, "XF-6", "2025-08-13", "procuratorate"),
        refuses("after the procuratorate not the police", "建议立案监督已有结果", XFER[9, 2], then(TO_PROCURATORATE, took("XF-7", "2025-08-20", "upheld")), "XF-6", "2025-08-21", "police"),
    ),
    *of(
        "objection_over",
        lets("answered", ANSWERED, "XF-8", "2025-09-01"),
        lets("none raised", NOT_FILED, "XF-8", "2025-09-01"),
        refuses("not while the police are asked", "尚无结果", XFER[9, 2], TO_POLICE, "XF-8", "2025-09-01"),
        refuses("not while the procuratorate is", "尚无结果", XFER[9, 2], TO_PROCURATORATE, "XF-8", "2025-09-01"),
        refuses("nor by an earlier answer", "尚无结果", XFER[9, 2], then(ANSWERED, took("XF-6", "2025-08-21", "procuratorate")), "XF-8", "2025-09-01"),
    ),
)

ROWS = (*INSPECTIONS, *TRANSFERS)
