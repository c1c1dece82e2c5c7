"""行政许可: once and with reasons (G-13), silence, staff, hearing, renewal, review and the four ends of a licence."""

from lantai.law.facts import AgencyFacts, CaseFacts
from lantai.law.statutes_in_force import ALL, SEED
from lantai.law.tests.rows_of_gates.row import case, hangs_on, lets, of, refuses, span, then, took
from lantai.law.tests.stories import CHAIR, OFFICER_A, OFFICER_B, PAIR, REVIEWER, party

# fmt: off

LICENCE, ENDING = "licence.ordinary", "licence.ending"
APPLIED = case(LICENCE, took("LI-1", "2025-03-03"))
ACCEPTED = then(APPLIED, took("LI-2", "2025-03-05", "accepted"))
SUPPLEMENTED = then(APPLIED, took("LI-2", "2025-03-05", "supplement", missing="平面图"))
COMPLETED = then(SUPPLEMENTED, events=[took("materials_completed", "2025-03-12")])
EXAMINED = then(ACCEPTED, took("LI-3", "2025-03-10", "on_paper", by=(OFFICER_A,)))
GRANTED, DENIED = (then(EXAMINED, took("LI-8", "2025-03-28", outcome)) for outcome in ("granted", "denied"))
JOINT = then(APPLIED, took("LI-15", "2025-03-04", "joint"), took("LI-2", "2025-03-05", "accepted"))
TESTED = then(ACCEPTED, intervals=(span("testing", "2025-03-10"),))
TOLD = {"denial_reasons": "场地不符合第三条", "remedies_told": True}
DECIDE = "2025-03-31"

APPLYING = (
    *of(
        "G-13",
        lets("asked once", APPLIED, "LI-2", "2025-03-05", "supplement", missing="平面图"),
        lets("denied with reasons and remedies", EXAMINED, "LI-8", DECIDE, "denied", **TOLD),
        lets("granted", EXAMINED, "LI-8", DECIDE, "granted"),
        lets("accepted after the supplement", COMPLETED, "LI-2", "2025-03-13", "accepted"),
        refuses("not twice", "不得再次要求补正", ALL[32, 1, 4], COMPLETED, "LI-2", "2025-03-13", "supplement", missing="身份证明"),
        refuses("not without saying what", "没有写明需要补正的全部内容", ALL[32, 1, 4], APPLIED, "LI-2", "2025-03-05", "supplement", missing=" "),
        refuses("not denied without reasons", "没有说明理由", ALL[38, 2], EXAMINED, "LI-8", DECIDE, "denied", **{**TOLD, "denial_reasons": ""}),
        refuses("not denied without remedies", "申请行政复议、提起行政诉讼的权利", ALL[38, 2], EXAMINED, "LI-8", DECIDE, "denied", **{**TOLD, "remedies_told": False}),
        refuses("nor a renewal", "没有说明理由", ALL[72, 1, 7], EXAMINED, "LI-11", DECIDE, "renewal_denied", remedies_told=True),
        refuses("nor a change", "申请行政复议", ALL[38, 2], EXAMINED, "LI-11", DECIDE, "change_denied", denial_reasons="不符合"),
    ),
    *of(
        "licence_materials",
        hangs_on(
            "only_relevant", "要求申请人提交了与许可事项无关的材料", ALL[31, 1],
            lets("what the guide lists is asked for", case(LICENCE), "LI-1", "2025-03-03", application_kind="new"),
            lets("for a renewal too", case(LICENCE), "LI-1", "2025-03-03", application_kind="renewal"),
            lets("of a person too", case(LICENCE, party=party("person")), "LI-1", "2025-03-03", application_kind="change"),
        ),
    ),
    *of(
        "silence_accepts",
        lets("accepted", APPLIED, "LI-2", "2025-03-05", "accepted"),
        lets("not accepted in time", APPLIED, "LI-2", "2025-03-10", "not_needed"),
        lets("accepted however late", APPLIED, "LI-2", "2025-03-20", "accepted"),
        lets("accepted when all is there", COMPLETED, "LI-2", "2025-03-13", "accepted"),
        lets("all is there as the step says", SUPPLEMENTED, "LI-2", "2025-03-13", "accepted", completed_on="2025-03-12"),
        lets("false materials come out late", COMPLETED, "LI-2", "2025-03-13", "false_material"),
        lets("asking twice is for G-13 to refuse", COMPLETED, "LI-2", "2025-03-13", "supplement", missing="平面图"),
        refuses("after five days nothing else is left", "自收到之日2025年3月3日起即为受理", ALL[32, 1, 4], APPLIED, "LI-2", "2025-03-11", "not_competent"),
        refuses("nor may anything be asked for", "即为受理", ALL[32, 1, 4], APPLIED, "LI-2", "2025-03-11", "supplement", missing="平面图"),
        refuses("all that was asked for is there", "已经提交全部补正材料，应当受理", ALL[32, 1, 5], COMPLETED, "LI-2", "2025-03-13", "not_competent"),
        refuses("not before it is there", "补正材料尚未登记收齐", ALL[32, 1, 5], SUPPLEMENTED, "LI-2", "2025-03-13", "accepted"),
    ),
    *of(
        "accepted",
        lets("by notice", ACCEPTED, "LI-3", "2025-03-10", "on_paper"),
        lets("by silence", APPLIED, "LI-3", "2025-03-11", "on_paper"),
        lets("with the supplement", COMPLETED, "LI-3", "2025-03-13", "on_paper"),
        refuses("not within the five days", "申请尚未受理", ALL[32], APPLIED, "LI-3", "2025-03-10", "on_paper"),
        refuses("not what was not accepted", "申请尚未受理", ALL[32], then(APPLIED, took("LI-2", "2025-03-05", "not_competent")), "LI-8", DECIDE, "granted"),
        refuses("not while the supplement is out", "申请尚未受理", ALL[32], SUPPLEMENTED, "LI-8", DECIDE, "denied"),
    ),
    *of(
        "two_staff",
        lets("two verify", ACCEPTED, "LI-3", "2025-03-10", "verified", by=PAIR),
        lets("one reads papers", ACCEPTED, "LI-3", "2025-03-10", "on_paper", by=(OFFICER_A,)),
        refuses("one does not verify", "工作人员不足两名", ALL[34, 3], ACCEPTED, "LI-3", "2025-03-10", "verified", by=(OFFICER_A,)),
        refuses("nor twice the same", "工作人员不足两名", ALL[34, 3], ACCEPTED, "LI-3", "2025-03-10", "verified", by=(OFFICER_B,) * 2),
        refuses("nor after the other has read the papers", "工作人员不足两名", ALL[34, 3], EXAMINED, "LI-3", "2025-03-11", "verified", by=(OFFICER_B,)),
    ),
    *of(
        "two_testers",
        lets("two test", ACCEPTED, "LI-6", "2025-03-10", "testing", by=PAIR, by_agency=True),
        lets("a laboratory tests", ACCEPTED, "LI-6", "2025-03-10", "testing", by=(OFFICER_A,), by_agency=False),
        lets("experts judge", ACCEPTED, "LI-6", "2025-03-10", "expert_review", by=(OFFICER_A,)),
        refuses("one does not test", "检疫的工作人员不足两名", ALL[55, 2], ACCEPTED, "LI-6", "2025-03-10", "testing", by=(OFFICER_A,), by_agency=True),
        refuses("nor twice the same", "检疫的工作人员不足两名", ALL[55, 2], ACCEPTED, "LI-6", "2025-03-10", "testing", by=(OFFICER_A,) * 2, by_agency=True),
        refuses("nor where no way is named", "检疫的工作人员不足两名", ALL[55, 2], ACCEPTED, "LI-6", "2025-03-10", by=(OFFICER_B,), by_agency=True),
    ),
    *of(
        "special_over",
        lets("nothing runs", EXAMINED, "LI-8", DECIDE, "granted"),
        lets("the test is over", then(ACCEPTED, intervals=(span("testing", "2025-03-10", "2025-03-20"),)), "LI-8", DECIDE, "granted"),
        lets("silence renews all the same", TESTED, "LI-11", DECIDE, "renewed_by_silence"),
        lets("another interval does not matter", then(ACCEPTED, intervals=(span("announcement", "2025-03-10"),)), "LI-8", DECIDE, "granted"),
        refuses("not while a test runs", "尚未结束", ALL[45], TESTED, "LI-8", DECIDE, "granted"),
        refuses("nor denied meanwhile", "尚未结束", ALL[55, 1], TESTED, "LI-8", DECIDE, "denied"),
        refuses("nor while experts judge", "尚未结束", ALL[45], then(ACCEPTED, intervals=(span("expert_review", "2025-03-10"),)), "LI-11", DECIDE, "changed"),
    ),
    *of(
        "licence_extension",
        lets("ten days", ACCEPTED, "LI-8-1", "2025-03-28", days=10, reasons_told=True),
        lets("fifteen for several departments", JOINT, "LI-8-1", "2025-03-28", days=15, reasons_told=True, government_approved=True),
        lets("no number yet", ACCEPTED, "LI-8-1", "2025-03-28"),
        lets("one department asks no government", ACCEPTED, "LI-8-1", "2025-03-28", days=10, government_approved=False),
        refuses("not eleven", "延长不得超过10日", ALL[42, 1], ACCEPTED, "LI-8-1", "2025-03-28", days=11),
        refuses("not sixteen", "延长不得超过15日", ALL[42, 2], JOINT, "LI-8-1", "2025-03-28", days=16),
        refuses("not none", "延长不得超过10日", ALL[42, 1], ACCEPTED, "LI-8-1", "2025-03-28", days=0),
        refuses("not twice", "已经延长一次", ALL[42, 1], then(ACCEPTED, extensions={"LI-8": 10}), "LI-8-1", "2025-03-28", days=5),
        refuses("not without reasons", "没有将延长期限的理由告知申请人", ALL[42, 1], ACCEPTED, "LI-8-1", "2025-03-28", days=10, reasons_told=False),
        refuses("not of several departments alone", "没有经本级人民政府负责人批准", ALL[42, 2], JOINT, "LI-8-1", "2025-03-28", days=15, government_approved=False),
    ),
    *of(
        "certificate",
        lets("upon a grant", GRANTED, "LI-9", "2025-04-02", "certificate"),
        lets("renewed by silence", then(ACCEPTED, took("LI-11", DECIDE, "renewed_by_silence")), "LI-9", "2025-04-02", "certificate"),
        lets("a denial is served alone", DENIED, "LI-9", "2025-04-02", "decision_only"),
        refuses("not upon a denial", "没有准予许可，不得颁发许可证件", ALL[39], DENIED, "LI-9", "2025-04-02", "certificate"),
        refuses("nor where no way is named", "不得颁发许可证件", ALL[39], DENIED, "LI-9", "2025-04-02"),
        refuses("not before the decision", "不得颁发许可证件", ALL[39], EXAMINED, "LI-9", "2025-04-02", "certificate"),
        refuses("not of a renewal denied", "不得颁发许可证件", ALL[39], then(EXAMINED, took("LI-11", DECIDE, "renewal_denied")), "LI-9", "2025-04-02", "certificate"),
    ),
    *of(
        "licence_fee",
        lets("a law says so", ACCEPTED, "LI-14", "2025-03-06", fee_basis_level="law"),
        lets("an administrative regulation", ACCEPTED, "LI-14", "2025-03-06", fee_basis_level="regulation", for_form=False),
        refuses("nothing says so", "收取费用没有法律、行政法规依据", ALL[58, 1], ACCEPTED, "LI-14", "2025-03-06"),
        refuses("a rule does not", "没有法律、行政法规依据", ALL[75, 1], ACCEPTED, "LI-14", "2025-03-06", fee_basis_level="rule"),
        refuses("nor a local regulation", "没有法律、行政法规依据", ALL[58, 1], ACCEPTED, "LI-14", "2025-03-06", fee_basis_level="local"),
        refuses("never for the form", "提供申请书格式文本不得收费", ALL[58, 2], ACCEPTED, "LI-14", "2025-03-06", fee_basis_level="law", for_form=True),
    ),
    *of(
        "licence_supervision",
        lets("signed, without disturbing", GRANTED, "LI-13", "2025-09-01", signed=True, undisturbed=True),
        refuses("not unsigned", "没有由检查人员签字", ALL[61, 2], GRANTED, "LI-13", "2025-09-01", signed=False),
        refuses("not disturbing", "妨碍了正常的生产经营活动", ALL[63], GRANTED, "LI-13", "2025-09-01", signed=True, undisturbed=False),
        refuses("nor both", "妨碍了正常的", ALL[63], GRANTED, "LI-13", "2025-09-01", signed=False, undisturbed=False),
    ),
    *of(
        "licence_over",
        lets("nothing runs", GRANTED, "LI-16", "2025-05-06"),
        lets("all that ran is over", then(GRANTED, intervals=(span("testing", "2025-03-10", "2025-03-20"),)), "LI-16", "2025-05-06"),
        refuses("not while a test runs", "没有结束", ALL[45], then(GRANTED, intervals=(span("testing", "2025-03-10"),)), "LI-16", "2025-05-06"),
        refuses("nor a hearing", "没有结束", ALL[45], then(GRANTED, intervals=(span("hearing", "2025-03-10"),)), "LI-16", "2025-05-06"),
        refuses("nor one of two", "没有结束", ALL[45], then(DENIED, intervals=(span("testing", "2025-03-10", "2025-03-20"), span("expert_review", "2025-03-12"))), "LI-16", "2025-05-06"),
    ),
)

BY_OFFICE = then(ACCEPTED, took("LI-3", "2025-03-10", hearing_by_office=True, by=(OFFICER_A,)))
INTERESTED = then(ACCEPTED, took("LI-3", "2025-03-10", major_interest=True, by=(OFFICER_A,)))
RIGHT_TOLD = then(INTERESTED, took("LI-5-1", "2025-03-11", "right"))
CALLED = then(RIGHT_TOLD, took("LI-5-2", "2025-03-13", "asked"), took("LI-5-3", "2025-03-14", hearing_on="2025-03-31"))
HEARD = then(CALLED, took("LI-5", "2025-03-31"))

HEARING = (
    *of(
        "licence_hearing_form",
        lets("a right is told", INTERESTED, "LI-5-1", "2025-03-11", "right"),
        lets("a hearing by office is announced", BY_OFFICE, "LI-5-1", "2025-03-11", "announced"),
        refuses("not only told", "应当向社会公告并举行听证", ALL[46], BY_OFFICE, "LI-5-1", "2025-03-11", "right"),
        refuses("nor where no way is named", "应当向社会公告", ALL[46], BY_OFFICE, "LI-5-1", "2025-03-11"),
        refuses("nor where it was known before", "应当向社会公告", ALL[46], then(INTERESTED, flags={"hearing_by_office": True}), "LI-5-1", "2025-03-11", "right"),
    ),
    *of(
        "licence_hearing_notice",
        lets("seven whole working days lie between", RIGHT_TOLD, "LI-5-3", "2025-03-14", hearing_on="2025-03-26"),
        refuses("one day fewer", "不足七个工作日", ALL[48, 1, 1], RIGHT_TOLD, "LI-5-3", "2025-03-14", hearing_on="2025-03-25"),
        refuses("a letter counts from its receipt", "2025年3月20日送达", ALL[48, 1, 1], RIGHT_TOLD, "LI-5-3", "2025-03-14", hearing_on="2025-03-28", mode="SV-4", effective_on="2025-03-20"),
        refuses("holidays do not count", "不足七个工作日", ALL[82], then(RIGHT_TOLD, party=party("person")), "LI-5-3", "2025-04-27", hearing_on="2025-05-08"),
    ),
    *of(
        "licence_chair",
        lets("another one", CALLED, "LI-5", "2025-03-31", by=(CHAIR,)),
        lets("whoever calls it does not chair", RIGHT_TOLD, "LI-5-3", "2025-03-14", by=(OFFICER_A,), hearing_on="2025-03-31"),
        refuses("no examiner", "人员1审查了本申请，不得主持听证", ALL[48, 1, 3], RIGHT_TOLD, "LI-5-3", "2025-03-14", hearing_on="2025-03-31", chair=1),
        refuses("nor by taking the step", "人员1审查了本申请", ALL[48, 1, 3], CALLED, "LI-5", "2025-03-31", by=(OFFICER_A,)),
        refuses("nobody recused", "听证主持人已被决定回避", ALL[48, 1, 3], then(CALLED, recused=frozenset({11})), "LI-5", "2025-03-31", by=(CHAIR,)),
    ),
    *of(
        "licence_hearing_conduct",
        lets("in public on its day, free of charge", CALLED, "LI-5", "2025-03-31", public=True, free_of_charge=True, minutes=True),
        lets("no notice names a day", RIGHT_TOLD, "LI-5", "2025-03-28"),
        refuses("not before its day", "不得提前举行", ALL[48, 1, 1], CALLED, "LI-5", "2025-03-28"),
        refuses("not in private", "听证没有公开举行", ALL[48, 1, 2], CALLED, "LI-5", "2025-03-31", public=False),
        refuses("not for money", "承担听证费用", ALL[47, 2], CALLED, "LI-5", "2025-03-31", free_of_charge=False),
        refuses("not without minutes", "听证笔录没有交参加人确认", ALL[48, 1, 5], CALLED, "LI-5", "2025-03-31", minutes=False),
        refuses("nor held on another day than called", "不得提前举行", ALL[48, 1, 1], CALLED, "LI-5", "2025-03-31", held_on="2025-03-30"),
    ),
    *of(
        "licence_heard",
        lets("no hearing is owed", EXAMINED, "LI-8", DECIDE, "granted"),
        lets("the right lapsed", RIGHT_TOLD, "LI-8", "2025-03-19", "granted"),
        lets("given up", then(RIGHT_TOLD, took("LI-5-2", "2025-03-12", "waived")), "LI-8", "2025-03-13", "granted"),
        lets("by its minutes", HEARD, "LI-8", "2025-04-02", "granted", by_minutes=True),
        lets("silence renews all the same", BY_OFFICE, "LI-11", DECIDE, "renewed_by_silence"),
        lets("announced, nobody need ask", then(BY_OFFICE, took("LI-5-1", "2025-03-11", "announced")), "LI-8", "2025-03-12", "granted"),
        lets("without a hearing there are no minutes", EXAMINED, "LI-8", DECIDE, "granted", by_minutes=False),
        refuses("not without telling", "没有告知听证权利，也没有公告听证", ALL[47, 1], INTERESTED, "LI-8", DECIDE, "granted"),
        refuses("nor without announcing", "也没有公告听证", ALL[46], BY_OFFICE, "LI-8", DECIDE, "denied"),
        refuses("not within the five days", "期限至2025年3月18日尚未届满", ALL[47, 1], RIGHT_TOLD, "LI-8", "2025-03-18", "granted"),
        refuses("nor in a year without calendar", "期限尚未届满", ALL[47, 1], then(INTERESTED, took("LI-5-1", "2029-03-01", "right")), "LI-8", "2029-05-01", "granted"),
        refuses("not against its minutes", "没有根据听证笔录作出决定", ALL[48, 2], HEARD, "LI-8", "2025-04-02", "granted", by_minutes=False),
    ),
)


def to_renew(**stated) -> CaseFacts:
    words = {"application_kind": "renewal", "valid_to": "2025-06-30", **stated}
    return case(LICENCE, took("LI-1", "2025-05-06", **words), took("LI-2", "2025-05-08", "accepted"))


RENEWAL, CHANGE = to_renew(), to_renew(application_kind="change")
LATE = case(LICENCE, took("LI-1", "2025-06-02", application_kind="renewal", valid_to="2025-06-30"), took("LI-2", "2025-06-03", "accepted"))
IN_PUBLIC = then(ACCEPTED, took("LI-3", "2025-03-10", public_interest=True))
REVIEWED = then(IN_PUBLIC, took("LR", "2025-03-12", "agree"))
CATALOGUE = AgencyFacts(catalogue=frozenset({"licence_denied", "licence_heard"}))
PROPOSED = case(ENDING, took("LI-12-1", "2025-06-02"))
PROPOSED_REVIEWED = then(PROPOSED, took("LR", "2025-06-20", "agree"))
GROUND_FLAG = then(PROPOSED, flags={"ground": "expired"})
END = "2025-06-27"
REVOKING = case(ENDING, took("LI-12-1", "2025-06-02", end_kind="revoke"))
SPOKEN = then(REVOKING, took("LI-12-2", "2025-06-03", "made", mode="SV-4"))
UNREACHED = then(REVOKING, took("LI-12-2", "2025-06-03", "none", mode="SV-4"))

ENDS = (
    *of(
        "renewal",
        lets("renewed before it ends", RENEWAL, "LI-11", "2025-06-20", "renewed"),
        lets("denied on its last day", RENEWAL, "LI-11", "2025-06-30", "renewal_denied"),
        lets("renewed by silence after it", RENEWAL, "LI-11", "2025-07-01", "renewed_by_silence"),
        lets("a change is changed", CHANGE, "LI-11", "2025-06-20", "changed"),
        refuses("not by silence while it runs", "有效期至2025年6月30日，尚未逾期", ALL[50, 2], RENEWAL, "LI-11", "2025-06-30", "renewed_by_silence"),
        refuses("not by silence when asked too late", "逾期提出的，不适用视为准予延续", ALL[50, 2], LATE, "LI-11", "2025-07-01", "renewed_by_silence"),
        refuses("not by silence when nobody knows its end", "没有登记原许可的有效期", ALL[50, 2], to_renew(valid_to=""), "LI-11", "2025-07-01", "renewed_by_silence"),
        refuses("after it not denied", "逾期未作决定，视为准予延续", ALL[50, 2], RENEWAL, "LI-11", "2025-07-01", "renewal_denied"),
        refuses("a change is not renewed", "本件是变更申请", ALL[49], CHANGE, "LI-11", "2025-06-20", "renewed"),
        refuses("nor by silence", "本件不是延续申请", ALL[50, 2], CHANGE, "LI-11", "2025-07-01", "renewed_by_silence"),
        refuses("a renewal is not changed", "本件是延续申请", ALL[50], RENEWAL, "LI-11", "2025-06-20", "changed"),
    ),
    *of(
        "licence_review",
        lets("reviewed", REVIEWED, "LI-8", DECIDE, "granted"),
        lets("no row of the catalogue", EXAMINED, "LI-8", DECIDE, "denied"),
        lets("silence renews all the same", IN_PUBLIC, "LI-11", DECIDE, "renewed_by_silence"),
        refuses("not in the public interest", "涉及重大公共利益，没有经法制审核同意", SEED.whole, IN_PUBLIC, "LI-8", DECIDE, "granted"),
        refuses("not against the review", "没有经法制审核同意", SEED.whole, then(IN_PUBLIC, took("LR", "2025-03-12", "correct")), "LI-8", DECIDE, "granted"),
        refuses("nor one that contradicts itself", "没有经法制审核同意", SEED.whole, then(IN_PUBLIC, took("LR", "2025-03-12", "agree", approving=False)), "LI-8", DECIDE, "granted"),
        refuses("not denied where the catalogue says so", "不予行政许可，没有经法制审核同意", SEED.whole, then(EXAMINED, agency=CATALOGUE), "LI-8", DECIDE, "denied"),
        refuses("nor after a hearing", "经过听证的行政许可", SEED.whole, then(HEARD, agency=CATALOGUE), "LI-8", "2025-04-02", "granted"),
        refuses("nor what a head referred", "行政机关负责人提请审核", SEED.whole, then(EXAMINED, flags={"head_referred": True}), "LI-11", DECIDE, "changed"),
    ),
    *of(
        "licence_end_review",
        lets("reviewed", PROPOSED_REVIEWED, "LI-12", END, "revoked"),
        lets("a cancellation needs none", PROPOSED, "LI-12", END, "cancelled"),
        lets("nor what is left standing", PROPOSED, "LI-12", END, "not_revoked"),
        lets("reviewed after the grant", then(GRANTED, took("LR", "2025-05-12", "agree")), "LI-12", END, "revoked"),
        refuses("not withdrawn without", "撤回行政许可，没有经法制审核同意", SEED.whole, PROPOSED, "LI-12", END, "withdrawn"),
        refuses("not revoked without", "撤销行政许可，没有经法制审核同意", SEED.whole, PROPOSED, "LI-12", END, "revoked"),
        refuses("not against it", "没有经法制审核同意", SEED.whole, then(PROPOSED, took("LR", "2025-06-20", "correct")), "LI-12", END, "revoked"),
        refuses("the review of the grant is none of it", "没有经法制审核同意", SEED.whole, then(REVIEWED, took("LI-8", "2025-03-28", "granted")), "LI-12", END, "revoked"),
    ),
    *of(
        "licence_reviewer",
        lets("another one", EXAMINED, "LR", "2025-03-12", by=(REVIEWER,)),
        refuses("no handler", "人员2承办、审查本件，不得进行法制审核", SEED.whole, APPLIED, "LR", "2025-03-12", by=(OFFICER_B,)),
        refuses("no examiner", "人员1承办、审查本件", SEED.whole, then(EXAMINED, officers=()), "LR", "2025-03-12", by=(OFFICER_A,)),
        refuses("nor of an ending", "承办、审查本件", SEED.whole, PROPOSED, "LR", "2025-06-20", by=(OFFICER_A,)),
    ),
    *of(
        "licence_end",
        lets("withdrawn for a changed law, and paid for", PROPOSED, "LI-12", END, "withdrawn", ground="law_changed", public_interest=True, loss=True, compensation="十万元"),
        lets("revoked for fraud, loss or not", PROPOSED, "LI-12", END, "revoked", ground="fraud", loss=True),
        lets("not revoked for grave harm", PROPOSED, "LI-12", END, "not_revoked", ground="fraud", grave_harm=True),
        lets("cancelled when it has run out", GROUND_FLAG, "LI-12", END, "cancelled"),
        lets("withdrawn without loss", PROPOSED, "LI-12", END, "withdrawn", ground="circumstances_changed"),
        lets("its own fault, not revoked", PROPOSED, "LI-12", END, "not_revoked", ground="procedure"),
        lets("its own fault, paid for", PROPOSED, "LI-12", END, "revoked", ground="procedure", loss=True, compensation="三万元"),
        lets("its own fault without loss", PROPOSED, "LI-12", END, "revoked", ground="abuse"),
        refuses("revocation as a penalty is another matter", "吊销许可证件是行政处罚", ALL[80], PROPOSED, "LI-12", END, "revoked", ground="penalty"),
        refuses("not withdrawn for fraud", "不能作为撤回的依据", ALL[8, 2], PROPOSED, "LI-12", END, "withdrawn", ground="fraud"),
        refuses("not revoked for running out", "不能作为撤销的依据", ALL[69, 1], GROUND_FLAG, "LI-12", END, "revoked"),
        refuses("not cancelled for fraud", "不能作为注销的依据", ALL[70], PROPOSED, "LI-12", END, "cancelled", ground="fraud"),
        refuses("not withdrawn for nothing", "撤回不是为了公共利益的需要", ALL[8, 2], PROPOSED, "LI-12", END, "withdrawn", ground="law_changed", public_interest=False),
        refuses("not withdrawn unpaid", "没有依法给予补偿", ALL[8, 2], PROPOSED, "LI-12", END, "withdrawn", loss=True),
        refuses("not revoked to grave harm", "不予撤销", ALL[69, 3], PROPOSED, "LI-12", END, "revoked", ground="fraud", grave_harm=True),
        refuses("fraud is revoked", "应当撤销", ALL[69, 2], PROPOSED, "LI-12", END, "not_revoked", ground="fraud"),
        refuses("its own fault is paid for", "没有依法给予赔偿", ALL[69, 4], PROPOSED, "LI-12", END, "revoked", ground="beyond_power", loss=True, compensation=" "),
        refuses("the first of the four is meant where none is named", "不能作为撤回的依据", ALL[8, 2], PROPOSED, "LI-12", END, ground="expired"),
    ),
    *of(
        "licence_end_proposed",
        lets("revoked as proposed, and the holder has spoken", SPOKEN, "LI-12", END, "revoked", ground="fraud"),
        lets("silence of a holder who was reached", then(UNREACHED, events=[took("service_completed", "2025-06-20", step="LI-12-2", effective_on="2025-06-19")]), "LI-12", END, "revoked", ground="fraud"),
        lets("what is kept needs no word of the holder", UNREACHED, "LI-12", END, "not_revoked", ground="procedure"),
        refuses("not cancelled when revocation was proposed", "不能直接决定注销", ALL[7], SPOKEN, "LI-12", END, "cancelled", ground="expired"),
        refuses("not withdrawn either", "不能直接决定撤回", ALL[7], SPOKEN, "LI-12", END, "withdrawn", ground="law_changed"),
        refuses("not before the letter has come", "尚未送达被许可人", ALL[7], UNREACHED, "LI-12", END, "revoked", ground="fraud"),
    ),
)

ROWS = (*APPLYING, *HEARING, *ENDS)
