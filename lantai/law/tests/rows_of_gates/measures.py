"""行政强制措施: approval, term and object of sealing, seizure and freezing (G-09, G-10)."""

from lantai.law.facts import AgencyFacts
from lantai.law.statutes_in_force import ACL, SAMR
from lantai.law.tests.rows_of_gates.row import case, hangs_on, lets, of, refuses, span, then, took
from lantai.law.tests.stories import MARKET, party

# fmt: off

SEALING, FREEZING = "coercion.sealing_seizure", "coercion.freezing"
ENTRUSTED = AgencyFacts(kind="受委托")
REQUEST = case(SEALING, took("CM-1", "2025-07-01"))
URGENT = case(SEALING, took("CM-1", "2025-07-01", emergency=True))
APPROVED = then(REQUEST, took("CM-2", "2025-07-01 10:00", "approved"))
SEALED = then(APPROVED, took("CM-6", "2025-07-01 11:00", "sealing"))
ON_THE_SPOT = then(URGENT, took("CM-6", "2025-07-01 11:00", "sealing"))
MADE_UP = then(ON_THE_SPOT, took("CM-2", "2025-07-02 10:00", "approved"))
DISAGREED = then(ON_THE_SPOT, took("CM-2", "2025-07-02 10:00", "disagreed"))
ASKED = case(FREEZING, took("CM-1", "2025-07-01"))
FROZEN = then(ASKED, took("CM-2", "2025-07-01 10:00", "approved"), took("CM-6", "2025-07-01 11:00"))
LONGER = then(SEALED, took("CM-7", "2025-07-25", days=30))
THEN = "2025-07-10"

APPROVAL = (
    *of(
        "G-09",
        lets("approved before", APPROVED, "CM-6", "2025-07-01 11:00", "sealing"),
        lets("on the spot in an emergency", REQUEST, "CM-6", "2025-07-01 11:00", "sealing", emergency=True),
        lets("the emergency was in the request", URGENT, "CM-6", "2025-07-01 11:00", "seizure"),
        lets("made up in time", MADE_UP, "CM-9", THEN, "confiscated"),
        lets("release is always free", DISAGREED, "CM-9", "2025-07-02 11:00", "release"),
        refuses("not without approval", "未经行政机关负责人批准", ACL[18, 1, 1], REQUEST, "CM-6", "2025-07-01 11:00", "sealing"),
        refuses("not against it", "未经行政机关负责人批准", ACL[19], then(REQUEST, took("CM-2", "2025-07-01 10:00", "refused")), "CM-6", "2025-07-01 11:00", "sealing"),
        refuses("freezing is no measure of the moment", "未经行政机关负责人批准", ACL[30, 1], then(ASKED, flags={"emergency": True}), "CM-6", "2025-07-01 11:00"),
        refuses("not before it is made up", "尚未补办批准手续", ACL[19], ON_THE_SPOT, "CM-9", "2025-07-02 11:00", "confiscated"),
        refuses("not after twenty-four hours", "二十四小时内没有补办批准手续", ACL[19], ON_THE_SPOT, "CM-7", "2025-07-02 11:01"),
        refuses("not when the head disagrees", "不应当采取行政强制措施", ACL[19], DISAGREED, "CM-11", "2025-07-02 11:00"),
    ),
    *of(
        "approval_stands",
        lets("an approved measure is decided on", SEALED, "CM-9", THEN, "confiscated"),
        lets("any measure may be given up", ON_THE_SPOT, "CM-9", "2025-07-05", "release"),
        refuses("not one that waits for its approval", "尚未补办批准手续", ACL[18, 1, 1], ON_THE_SPOT, "CM-9", "2025-07-02 10:00", "confiscated"),
        refuses("not one that the head did not want", "不应当采取行政强制措施", ACL[19], DISAGREED, "CM-9", "2025-07-02 11:00", "confiscated"),
        refuses("nor a freezing without approval", "二十四小时内没有补办", ACL[30, 1], then(ASKED, took("CM-6", "2025-07-01 11:00")), "CM-9", THEN, "transferred"),
    ),
    *of(
        "makeup_approval",
        lets("before there is a measure", REQUEST, "CM-2", "2025-07-09", "approved"),
        lets("in the last minute", ON_THE_SPOT, "CM-2", "2025-07-02 11:00", "approved"),
        lets("to disagree it is never too late", ON_THE_SPOT, "CM-2", "2025-07-05", "disagreed"),
        refuses("a minute later", "已超过二十四小时，不能再补办批准手续", ACL[19], ON_THE_SPOT, "CM-2", "2025-07-02 11:01", "approved"),
        refuses("a night and a holiday count", "已超过二十四小时", ACL[19], then(URGENT, took("CM-6", "2025-09-30 20:00", "seizure")), "CM-2", "2025-10-09 09:00", "approved"),
        refuses("what was done is not refused but ended", "不予批准的应当立即解除", ACL[19], ON_THE_SPOT, "CM-2", "2025-07-02 10:00", "refused"),
    ),
)

LAW_60 = case(SEALING, took("CM-1", "2025-07-01", statutory_days=60), took("CM-2", "2025-07-01 10:00"))

TERM = (
    *of(
        "G-10",
        lets("thirty days", APPROVED, "CM-6", "2025-07-01 11:00", "sealing", term_days=30),
        lets("as another law says", LAW_60, "CM-6", "2025-07-01 11:00", "sealing", term_days=60),
        lets("decided on the last day", SEALED, "CM-9", "2025-07-31", "confiscated"),
        lets("lengthened on the last day", SEALED, "CM-7", "2025-07-31", days=30),
        lets("decided within the longer term", LONGER, "CM-9", "2025-08-30", "confiscated"),
        lets("release is always free", SEALED, "CM-9", "2025-09-01", "release"),
        lets("testing does not count", then(SEALED, intervals=(span("testing", "2025-07-10", "2025-07-19"),)), "CM-9", "2025-08-10", "confiscated"),
        refuses("not thirty-one", "决定的期限31日，超过30日", ACL[25, 1], APPROVED, "CM-6", "2025-07-01 11:00", "sealing", term_days=31),
        refuses("nor of money", "超过30日", ACL[32, 1], ASKED, "CM-6", "2025-07-01 11:00", term_days=45),
        refuses("not decided a day later", "期限已于2025年7月31日届满", ACL[25, 1], SEALED, "CM-9", "2025-08-01", "confiscated"),
        refuses("not lengthened a day later", "届满，不得延长", ACL[25, 1], SEALED, "CM-7", "2025-08-01", days=30),
        refuses("not lengthened twice", "期限已经延长一次", ACL[25, 1], LONGER, "CM-7", "2025-08-20", days=10),
        refuses("not by thirty-one days", "延长期限不得超过30日", ACL[25, 1], SEALED, "CM-7", "2025-07-25", days=31),
        refuses("not by none", "延长期限不得超过30日", ACL[25, 1], SEALED, "CM-7", "2025-07-25", days=0),
        refuses("not once it is decided", "已经作出处理决定", ACL[28, 1], then(SEALED, took("CM-9", "2025-07-20", "confiscated")), "CM-7", "2025-07-25", days=5),
        refuses("nor of money that is decided", "已经作出处理决定", ACL[33, 1], then(FROZEN, took("CM-9", "2025-07-20", "transferred")), "CM-7", "2025-07-25", days=5),
        refuses("nor of money too late", "期限已于2025年7月31日届满", ACL[32, 1], FROZEN, "CM-9", "2025-08-01", "transferred"),
    ),
    *of(
        "extension_told",
        hangs_on(
            "reasons_told",
            "延长的决定没有书面告知当事人并说明理由",
            ACL[25, 2],
            lets("a longer seizure is told", SEALED, "CM-7", "2025-07-25", days=30),
            lets("on the last day too", SEALED, "CM-7", "2025-07-31", days=1),
            lets("of a person's goods too", then(SEALED, party=party("person")), "CM-7", "2025-07-25", days=30),
        ),
        refuses("nor of frozen money", "没有书面告知当事人", ACL[32, 2], FROZEN, "CM-7", "2025-07-25", reasons_told=False),
    ),
    *of(
        "release_ground",
        lets("it has expired", SEALED, "CM-10", "2025-07-31", release_ground="expired"),
        lets("there was no violation", SEALED, "CM-10", THEN, release_ground="no_violation"),
        lets("there is no measure any more", REQUEST, "CM-10", THEN, release_ground="expired"),
        refuses("it has not", "期限至2025年7月31日才届满", ACL[28, 1, 4], SEALED, "CM-10", "2025-07-30", release_ground="expired"),
        refuses("nor has the longer one", "期限至2025年8月30日才届满", ACL[28, 1, 4], LONGER, "CM-10", "2025-07-31", release_ground="expired"),
        refuses("nor of money", "期限至2025年7月31日才届满", ACL[33, 1, 4], FROZEN, "CM-10", THEN, release_ground="expired"),
    ),
)

SIXTY_BY_LOCAL = then(REQUEST, flags={"basis_level": "local", "statutory_days": 60})
SEIZED = then(APPROVED, took("CM-6", "2025-07-01 11:00", "seizure"))
ANNOUNCED = then(SEALED, took("CM-11", "2025-07-03", "announced", announced_on="2025-07-03"))

OBJECT = (
    *of(
        "measure_basis",
        lets("a law", REQUEST, "CM-1", "2025-07-01", basis_level="law"),
        lets("a local regulation seals and seizes", REQUEST, "CM-2", "2025-07-01", "approved", basis_level="local"),
        lets("a law freezes", ASKED, "CM-1", "2025-07-01", basis_level="law"),
        lets("what is refused needs none", REQUEST, "CM-2", "2025-07-01", "refused", basis_level="rule"),
        lets("an administrative regulation seals and seizes", REQUEST, "CM-1", "2025-07-01", basis_level="regulation"),
        lets("a body that a law names acts in its own name", then(REQUEST, agency=AgencyFacts(kind="授权")), "CM-1", "2025-07-01", basis_level="law"),
        refuses("no rule", "规章不得设定行政强制措施", ACL[10, 4], REQUEST, "CM-1", "2025-07-01", basis_level="rule"),
        refuses("nothing lower", "其他规范性文件不得设定", ACL[17, 1], REQUEST, "CM-6", "2025-07-01 11:00", "seizure", basis_level="other"),
        refuses("no regulation freezes", "行政法规不能作为依据", ACL[29, 1], ASKED, "CM-1", "2025-07-01", basis_level="regulation"),
        refuses("never delegated", "受委托组织不得实施", ACL[17, 1], then(REQUEST, agency=ENTRUSTED), "CM-6", "2025-07-01 11:00", "sealing", basis_level="law"),
        refuses("nor to freeze", "受委托组织不得实施", ACL[29, 1], then(ASKED, flags={"delegated": True}), "CM-2", "2025-07-01", "approved", basis_level="law"),
        refuses("no longer term by local regulation", "地方性法规不得另行规定", ACL[25, 1], SIXTY_BY_LOCAL, "CM-2", "2025-07-01", "approved"),
        refuses("no local regulation freezes", "地方性法规不能作为依据", ACL[10], ASKED, "CM-6", "2025-07-01 11:00", basis_level="local"),
    ),
    *of(
        "measure_objects",
        lets("goods of the case", APPROVED, "CM-6", "2025-07-01 11:00", "sealing", case_related=True, not_necessities=True),
        refuses("nothing that has no part in it", "与违法行为无关", ACL[23, 1], APPROVED, "CM-6", "2025-07-01 11:00", "sealing", case_related=False),
        refuses("no necessities of life", "生活必需品", ACL[23, 1], APPROVED, "CM-6", "2025-07-01 11:00", "seizure", not_necessities=False),
        refuses("nothing sealed by others", "不得重复查封", ACL[23, 2], APPROVED, "CM-6", "2025-07-01 11:00", "sealing", not_sealed_by_others=False),
        refuses("as the matter is known", "不得重复查封", ACL[23, 2], then(APPROVED, flags={"not_sealed_by_others": False}), "CM-6", "2025-07-01 11:00", "sealing"),
    ),
    *of(
        "freezing_amount",
        lets("what the case is about", ASKED, "CM-1", "2025-07-01", amount="50000", involved_amount="50000"),
        lets("no sum known yet", ASKED, "CM-1", "2025-07-01", amount="50000"),
        refuses("not more", "冻结数额50000元，超过违法行为涉及的金额49999元", ACL[29, 2], ASKED, "CM-1", "2025-07-01", amount="50000", involved_amount="49999"),
        refuses("as the request has it", "超过违法行为涉及的金额", ACL[29, 2], case(FREEZING, took("CM-1", "2025-07-01", involved_amount="100")), "CM-6", "2025-07-01 11:00", amount="100.01"),
        refuses("not twice", "不得重复冻结", ACL[29, 2], ASKED, "CM-6", "2025-07-01 11:00", not_frozen_by_others=False),
        refuses("nor as the matter is known", "不得重复冻结", ACL[29, 2], then(ASKED, flags={"not_frozen_by_others": False}), "CM-6", "2025-07-01 11:00", amount="1"),
    ),
    *of(
        "measure_told",
        lets("reasons and rights are told", APPROVED, "CM-4", "2025-07-01 10:30", reasons_told=True, rights_told=True),
        refuses("not without reasons", "没有当场告知理由、依据", ACL[18, 1, 5], APPROVED, "CM-4", "2025-07-01 10:30", reasons_told=False, rights_told=True),
        refuses("not without rights", "救济途径", ACL[18, 1, 5], APPROVED, "CM-4", "2025-07-01 10:30", reasons_told=True, rights_told=False),
        refuses("nor in an emergency", "没有当场告知", ACL[18, 1, 5], URGENT, "CM-4", "2025-07-01 10:30", reasons_told=False),
    ),
    *of(
        "measure_signed",
        hangs_on(
            "signed",
            "现场笔录没有签名或者盖章",
            ACL[18, 1, 8],
            lets("the record is signed", APPROVED, "CM-5", "2025-07-01 10:40"),
            lets("in an emergency too", URGENT, "CM-5", "2025-07-01 10:40"),
            lets("by a person too", then(APPROVED, party=party("person")), "CM-5", "2025-07-01 10:40"),
        ),
    ),
    *of(
        "measure_delivery",
        lets("decision and list are handed over", APPROVED, "CM-6", "2025-07-01 11:00", "sealing", list_signed=True, delivered=True),
        refuses("not with an unsigned list", "决定书和清单没有当场制作并交付", ACL[24], APPROVED, "CM-6", "2025-07-01 11:00", "sealing", list_signed=False, delivered=True),
        refuses("not without handing over", "没有当场制作并交付", ACL[24], APPROVED, "CM-6", "2025-07-01 11:00", "seizure", list_signed=True, delivered=False),
        refuses("nor in an emergency", "没有当场制作并交付", ACL[24], URGENT, "CM-6", "2025-07-01 11:00", "seizure", delivered=False),
    ),
    *of(
        "custody",
        lets("sealed goods with a third party", SEALED, "CM-8", "2025-07-02", "entrusted"),
        lets("seized goods at the agency", SEIZED, "CM-8", "2025-07-02", "own"),
        lets("in market supervision seized ones too", then(SEIZED, agency=MARKET), "CM-8", "2025-07-02", "entrusted"),
        refuses("seized ones not with a third party", "只有查封的场所、设施或者财物可以委托第三人保管", ACL[26, 2], SEIZED, "CM-8", "2025-07-02", "entrusted"),
        refuses("nor after the extension", "可以委托第三人保管", ACL[26, 2], then(SEIZED, took("CM-7", "2025-07-25", days=30)), "CM-8", "2025-07-28", "entrusted"),
        refuses("nor a person's", "可以委托第三人保管", ACL[26, 2], then(SEIZED, party=party("person")), "CM-8", "2025-07-02", "entrusted"),
    ),
    *of(
        "early_disposal",
        lets("sold with the evidence kept", SEALED, "CM-11", THEN, "sold", evidence_kept=True),
        lets("unclaimed for thirty days", ANNOUNCED, "CM-11", "2025-08-02", "unclaimed"),
        refuses("not with the evidence lost", "先行处置前没有留存证据", ACL[28, 2], SEALED, "CM-11", THEN, "sold", evidence_kept=False),
        refuses("in market supervision by its rule too", "没有留存证据", SAMR[41], then(SEALED, agency=MARKET), "CM-11", THEN, "sold", evidence_kept=False),
        refuses("not on the thirtieth day but one", "公告认领尚未满三十日", ACL[28, 2], ANNOUNCED, "CM-11", "2025-08-01", "unclaimed"),
        refuses("not without announcement", "公告认领尚未满三十日", ACL[28, 2], SEALED, "CM-11", "2025-09-01", "unclaimed"),
    ),
)

ROWS = (*APPROVAL, *TERM, *OBJECT)
