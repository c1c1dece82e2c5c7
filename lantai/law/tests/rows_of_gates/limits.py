"""处罚的界限和先行登记保存: limitation, capacity, one fine, gains, monitoring, passing on; evidence kept for the time being."""

from datetime import date

from lantai.law.statutes_in_force import APL, SAMR
from lantai.law.tests.rows_of_gates.row import case, hangs_on, lets, of, refuses, span, then, took
from lantai.law.tests.stories import MARKET, party

# fmt: off

ORDINARY, SUMMARY, KEEPING = "penalty.ordinary", "penalty.summary", "evidence.preservation"
CLUE = case(ORDINARY, took("PG-1", "2025-06-12"), took("PG-2", "2025-07-02"), agency=MARKET)
READY = then(CLUE, took("PG-10", "2025-08-04", fine=100))
DAY = "2025-08-20"


def ended(day, **flags):
    return then(CLUE, flags={"act_ended_on": day, **flags})


def of_person(born, **flags):
    return then(READY, party=party("person", date.fromisoformat(born) if born else None), flags={"act_ended_on": "2025-06-01", **flags})


FINED_BEFORE = then(READY, flags={"earlier_fine": "衡城管罚〔2025〕3号"})
GAINED = then(READY, flags={"gains_found": 500})
FAILED = then(READY, took("PG-24", "2025-07-11", "failed"), flags={"monitoring": True})
HANDED_OVER = case(ORDINARY, took("PG-1", "2025-06-12", source="transfer"))
SUSPENDED = then(CLUE, took("PG-7", "2025-07-10", "suspended"))

LIMITS = (
    *of(
        "limitation",
        lets("found on the last day of two years", ended("2023-06-12"), "PG-3", "2025-07-03"),
        lets("found on the last day of five", ended("2020-06-12", grave_harm=True), "PG-3", "2025-07-03"),
        lets("as another law says", ended("2021-01-01", limitation_years=5), "PG-3", "2025-07-03"),
        lets("with its reason", ended("2020-01-01"), "PG-3", "2025-07-03", limitation_reason="违法行为处于继续状态"),
        lets("with the reason of the filing", then(ended("2020-01-01"), took("PG-3", "2025-07-03", limitation_reason="连续状态")), "PG-14", DAY),
        lets("not filed for that very cause", ended("2020-01-01"), "PG-3", "2025-07-03", "no_filing"),
        lets("nobody says when it ended", CLUE, "PG-3", "2025-07-03", "filed"),
        refuses("a day later", "已超过追究时效（2025年6月11日）", APL[36, 1], ended("2023-06-11"), "PG-3", "2025-07-03"),
        refuses("a day later than five years", "已超过追究时效", APL[36, 1], ended("2020-06-11", grave_harm=True), "PG-3", "2025-07-03"),
        refuses("as the filing says", "终了于2023年1月1日", APL[36, 1], CLUE, "PG-3", "2025-07-03", "filed", act_ended_on="2023-01-01"),
        refuses("nor punished", "已超过追究时效", APL[36, 1], ended("2020-01-01"), "PG-14", DAY, fine=100),
        refuses("nor as the filing had it", "终了于2023年1月1日", APL[36, 1], then(CLUE, took("PG-3", "2025-07-03", act_ended_on="2023-01-01")), "PG-14", DAY, fine=100),
        refuses("found when it was found", "2025年6月13日发现", APL[36, 1], ended("2023-06-12", discovered_on="2025-06-13"), "PG-3", "2025-07-03", limitation_reason=" "),
    ),
    *of(
        "capacity",
        lets("fourteen on the day of the act", of_person("2011-05-31"), "PG-14", DAY, fine=100),
        lets("from fourteen to eighteen more lightly", of_person("2009-01-01"), "PG-14", DAY, fine=100, tier="从轻"),
        lets("a child is not punished", of_person("2011-06-01"), "PG-14", DAY, "no_penalty_other"),
        lets("a company has no age", then(READY, flags={"incapacity": True}), "PG-14", DAY, fine=100),
        lets("an adult as an adult", of_person("1990-01-01"), "PG-14", DAY, fine=100, tier="一般"),
        refuses("not under fourteen", "不满十四周岁", APL[30], of_person("2011-06-01"), "PG-14", DAY, fine=100),
        refuses("not for what he did at thirteen, as the filing dates it", "不满十四周岁", APL[30], then(READY, took("PG-3", "2025-07-03", act_ended_on="2025-06-01"), party=party("person", date(2011, 7, 1))), "PG-14", DAY, fine=100),
        refuses("not as an adult", "应当从轻或者减轻处罚", APL[30], of_person("2009-01-01"), "PG-14", DAY, fine=100, tier="一般"),
        refuses("let alone more gravely", "应当从轻或者减轻处罚", APL[30], of_person("2009-01-01"), "PG-14", DAY, fine=100, tier="从重"),
        refuses("not without capacity", "不能辨认或者不能控制", APL[31], of_person("1990-01-01", incapacity=True), "PG-14", DAY, fine=100),
        refuses("nor on the spot", "不满十四周岁", APL[30], case(SUMMARY, party=party("person", date(2012, 1, 1))), "PS-4", "2025-07-03", fine=50),
        refuses("nor where the birthday is not known", "不能控制自己行为", APL[31], of_person("", incapacity=True), "PG-14", DAY, fine=100),
    ),
    *of(
        "one_fine",
        lets("the first fine", READY, "PG-14", DAY, fine=8000),
        lets("another act", FINED_BEFORE, "PG-14", DAY, fine=8000, single_fine_reason="系另一违法行为"),
        lets("another kind", then(CLUE, flags=dict(FINED_BEFORE.flags)), "PG-14", DAY, penalty_kinds=["warning"]),
        lets("no penalty", FINED_BEFORE, "PG-14", DAY, "no_penalty_other"),
        refuses("not a second one", "已有罚款处罚（衡城管罚〔2025〕3号）", APL[29], FINED_BEFORE, "PG-14", DAY, fine=8000),
        refuses("nor besides another kind", "不得再处罚款", APL[29], FINED_BEFORE, "PG-14", DAY, penalty_kinds=["fine", "warning"]),
        refuses("nor on the spot", "不得再处罚款", APL[29], case(SUMMARY, flags=dict(FINED_BEFORE.flags)), "PS-4", "2025-07-03", fine=50),
        refuses("an empty reason is none", "不得再处罚款", APL[29], FINED_BEFORE, "PG-14", DAY, fine=1, single_fine_reason=" "),
    ),
    *of(
        "gains",
        lets("confiscated", GAINED, "PG-14", DAY, fine=8000, gains=500),
        lets("refunded", GAINED, "PG-14", DAY, fine=8000, gains_reason="已退赔"),
        lets("refunded, as the draft says", then(GAINED, flags={"gains_reason": "已退赔"}), "PG-14", DAY, fine=8000),
        lets("confiscated but for what is refunded", GAINED, "PG-14", DAY, fine=8000, gains=300, gains_reason="200元已退赔"),
        lets("none were found", READY, "PG-14", DAY, fine=8000),
        lets("no penalty", GAINED, "PG-14", DAY, "no_penalty_other"),
        refuses("not left out", "认定违法所得500元，没有没收", APL[28, 2], GAINED, "PG-14", DAY, fine=8000),
        refuses("nor left in part", "认定违法所得500元，只没收300元", APL[28, 2], GAINED, "PG-14", DAY, fine=8000, gains=300),
        refuses("nor for a warning", "没有没收", APL[28, 2], GAINED, "PG-14", DAY, penalty_kinds=["warning"]),
        refuses("nor set at nothing", "没有没收", APL[28, 2], GAINED, "PG-14", DAY, fine=8000, gains=0),
        refuses("nor with an empty reason, to the fen", "认定违法所得0.01元", APL[28, 2], then(READY, flags={"gains_found": "0.01"}), "PG-14", DAY, gains_reason=" "),
    ),
    *of(
        "monitoring_device",
        lets("recorded as failed", CLUE, "PG-24", "2025-07-11", "failed"),
        hangs_on(
            "device_reviewed", "电子技术监控设备未经法制和技术审核", APL[41, 1],
            lets("reviewed, marked and published", CLUE, "PG-24", "2025-07-11", "passed"),
            lets("reviewed anew after it failed", FAILED, "PG-24", "2025-07-14", "passed"),
            lets("where no outcome is named", CLUE, "PG-24", "2025-07-11", device="固定抓拍设备"),
        ),
    ),
    *of(
        "monitoring_passed",
        lets("passed", then(READY, took("PG-24", "2025-07-11", "passed")), "PG-14", DAY, fine=200),
        lets("with other evidence taken since", then(FAILED, took("PG-4", "2025-07-15")), "PG-14", DAY, fine=200),
        lets("no penalty", FAILED, "PG-14", DAY, "no_penalty_facts"),
        lets("failed, then mended and passed", then(FAILED, took("PG-24", "2025-07-14", "passed")), "PG-14", DAY, fine=200),
        refuses("not on failed records", "不得作为处罚的证据", APL[41, 2], FAILED, "PG-14", DAY, fine=200),
        refuses("nor by what was taken before", "不得作为处罚的证据", APL[41, 2], then(READY, took("PG-4", "2025-07-10"), took("PG-24", "2025-07-11", "failed")), "PG-14", DAY, fine=200),
        refuses("nor a warning", "不得作为处罚的证据", APL[41, 2], FAILED, "PG-14", DAY, "penalty", penalty_kinds=["warning"]),
        refuses("nor when they failed after having passed", "不得作为处罚的证据", APL[41, 2], then(READY, took("PG-24", "2025-07-11", "passed"), took("PG-24", "2025-07-14", "failed")), "PG-14", DAY, fine=200),
    ),
    *of(
        "passing_on",
        lets("a case of its own", CLUE, "PG-2", "2025-07-02", "transfer"),
        lets("one received is filed", HANDED_OVER, "PG-2", "2025-07-02", "file"),
        lets("and may turn out a crime", HANDED_OVER, "PG-14", DAY, "transfer_criminal"),
        refuses("one received is not passed on", "不得再自行移送", APL[25], HANDED_OVER, "PG-2", "2025-07-02", "transfer"),
        refuses("nor at the end", "不得再自行移送", APL[25], HANDED_OVER, "PG-14", DAY, "transfer_agency"),
        refuses("nor one assigned from above", "不得再自行移送", SAMR[14], then(CLUE, flags={"source": "designation"}), "PG-14", DAY, "transfer_agency"),
    ),
    *of(
        "suspension_ground",
        lets("suspended once", CLUE, "PG-7", "2025-07-10", "suspended"),
        lets("and resumed", SUSPENDED, "PG-7", "2025-07-20", "resumed"),
        lets("and suspended anew", then(SUSPENDED, took("PG-7", "2025-07-20", "resumed")), "PG-7", "2025-07-25", "suspended"),
        lets("another interval is none", then(CLUE, intervals=(span("testing", "2025-07-05"),)), "PG-7", "2025-07-20", "suspended"),
        lets("nor one that is over", then(CLUE, intervals=(span("suspension", "2025-07-05", "2025-07-08"),)), "PG-7", "2025-07-20", "suspended"),
        refuses("not twice at a time", "调查已经中止", SAMR[46], SUSPENDED, "PG-7", "2025-07-20", "suspended"),
        refuses("not while an interval of it runs", "调查已经中止", SAMR[46], then(CLUE, intervals=(span("suspension", "2025-07-05"),)), "PG-7", "2025-07-20", "suspended"),
        refuses("what goes on is not resumed", "调查没有中止", SAMR[46], CLUE, "PG-7", "2025-07-20", "resumed"),
        refuses("nor what was resumed", "调查没有中止", SAMR[46], then(SUSPENDED, took("PG-7", "2025-07-20", "resumed")), "PG-7", "2025-07-25", "resumed"),
    ),
)

ASKED = case(KEEPING, took("PG-5-1", "2025-07-10"))
APPROVED = then(ASKED, took("PG-5-2", "2025-07-10 10:00"))
KEPT = then(APPROVED, took("PG-5", "2025-07-10 11:00"))

PRESERVATION = (
    *of(
        "preservation_approval",
        lets("approved before", APPROVED, "PG-5", "2025-07-10 11:00"),
        lets("in an emergency approved after", ASKED, "PG-5", "2025-07-10 11:00", emergency=True),
        lets("the emergency was in the request", case(KEEPING, took("PG-5-1", "2025-07-10", emergency=True)), "PG-5", "2025-07-10 11:00"),
        refuses("not without being asked for", "未经行政机关负责人批准", APL[56], case(KEEPING), "PG-5", "2025-07-10"),
        refuses("not while it is only asked for", "未经行政机关负责人批准", APL[56], ASKED, "PG-5", "2025-07-10 11:00", emergency=False),
        refuses("not against it", "未经行政机关负责人批准", APL[56], then(ASKED, took("PG-5-2", "2025-07-10 10:00", "refused")), "PG-5", "2025-07-10 11:00"),
        refuses("nor in market supervision", "未经行政机关负责人批准", SAMR[33], then(ASKED, agency=MARKET), "PG-5", "2025-07-10 11:00"),
    ),
    *of(
        "list",
        hangs_on(
            "list_signed",
            "清单没有由当事人和执法人员签名或者盖章并当场交付",
            APL[56],
            lets("a list is signed and handed over", APPROVED, "PG-5", "2025-07-10 11:00"),
            lets("in an emergency too", ASKED, "PG-5", "2025-07-10 11:00", emergency=True),
            lets("of a person's goods too", then(APPROVED, party=party("person")), "PG-5", "2025-07-10 11:00"),
        ),
        refuses("in market supervision by its rule too", "清单", SAMR[34], then(APPROVED, agency=MARKET), "PG-5", "2025-07-10 11:00", list_signed=False),
    ),
    *of(
        "disposal_way",
        *(
            lets(f"{way} is one of the five", KEPT, "PG-5-3", "2025-07-15", disposal=[way])
            for way in ("record", "testing", "sealing_seizure", "confiscation", "release")
        ),
        refuses("not sold", "不属于法定的五种方式", APL[56], KEPT, "PG-5-3", "2025-07-15", disposal=["sale"]),
        refuses("not sold besides", "不属于法定的五种方式", APL[56], KEPT, "PG-5-3", "2025-07-15", disposal=["release", "sale"]),
        refuses("nor given away", "不属于法定的五种方式", SAMR[35], then(KEPT, agency=MARKET), "PG-5-3", "2025-07-15", disposal="gift"),
    ),
)

ROWS = (*LIMITS, *PRESERVATION)
