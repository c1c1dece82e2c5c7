"""What the steps of the investigation state: clue, filing, evidence, preservation, suspension, report (PG-1 to PG-8, PG-23 to PG-25)."""

from __future__ import annotations

from lantai.law.sources import SOURCES
from lantai.law.statements.word import Choices, Kind, Word
from lantai.law.statutes_in_force import APL, SAMR, XFER

SUSPENSION_GROUNDS: Choices = (
    ("other_decision", "须以另一案件的裁判或者决定为依据"),
    ("legal_question", "涉及法律适用等问题，已送请有权机关作出解释或者确认"),
    ("force_majeure", "因不可抗力，案件暂时无法调查"),
    ("party_missing", "当事人下落不明，案件暂时无法调查"),
    ("other", "其他应当中止调查的情形"),
)
TERMINATION_GROUNDS: Choices = (
    ("died", "涉嫌违法的自然人死亡，无权利义务承受人"),
    ("dissolved", "法人、其他组织终止，无权利义务承受人"),
    ("other", "其他致使调查无法继续进行的原因"),
)
NOT_FILED: Choices = (
    ("minor", "违法行为轻微并及时改正，没有造成危害后果"),
    ("first", "初次违法且危害后果轻微并及时改正"),
    ("no_fault", "当事人有证据足以证明没有主观过错"),
    ("no_act", "没有证据证明存在违法行为"),
    ("jurisdiction", "不属于本机关管辖"),
    ("limitation", "超过追究时效"),
    ("other", "依法可以不予立案的其他情形"),
)
ACTS: Choices = (
    ("site", "现场检查"),
    ("interview", "询问"),
    ("extraction", "提取证据"),
    ("electronic", "提取电子数据"),
    ("sampling", "抽样取证"),
    ("appraisal", "委托检测、检验、检疫、鉴定"),
    ("result", "告知检测、检验、检疫、鉴定结果"),
)
"""The forms of an investigation, as the outcomes of step PG-4 name them."""

PRESENCE: Choices = (
    ("present", "当事人到场"),
    ("agent", "当事人委托的人员到场"),
    ("absent", "当事人不在场"),
    ("refused", "当事人拒绝到场或者拒绝签名"),
)

_ON_SITE = ("site", "extraction", "electronic", "sampling")
_INTERVIEW = ("interview",)
_SAMPLING = ("sampling",)
_APPRAISAL = ("appraisal",)
_RESULT = ("result",)
_MET = (*_ON_SITE, *_INTERVIEW)

GOODS: tuple[Word, ...] = (
    Word("name", "名称"),
    Word("specification", "规格（型号）", required=False),
    Word("quantity", "数量"),
    Word("unit", "单位", required=False),
    Word("batch", "生产日期（批号）", required=False),
    Word("maker", "生产（经营）单位", required=False),
    Word("remark", "备注", required=False),
)
"""The columns of a list of goods (清单)."""

HEAD_OPINION = Word("head_opinion", "审批意见", Kind.LONG_TEXT, required=False, hint="不填即为同意")

CLUE: tuple[Word, ...] = (
    Word("source", "案件来源", Kind.CHOICE, required=False, choices=tuple(SOURCES.items()), basis=SAMR[18, 1]),
    Word("clue", "线索内容", Kind.LONG_TEXT, required=False, basis=SAMR[18, 1]),
    Word("received_on", "发现线索或者收到材料的日期", Kind.DATE, required=False, basis=SAMR[18, 1]),
    Word("source_reference", "来源单位、材料名称或者编号", required=False),
    Word("informant", "投诉人、举报人", required=False, hint="依法应当保密的，不要填写"),
)

_NOT_FILED: tuple[Word, ...] = (
    Word(
        "not_filed_ground",
        "不予立案的情形",
        Kind.CHOICE,
        choices=NOT_FILED,
        outcomes=("no_filing",),
        basis=SAMR[20, 1],
    ),
)

VERIFICATION: tuple[Word, ...] = (
    Word("verification", "核查情况和意见", Kind.LONG_TEXT, basis=SAMR[18, 1]),
    *_NOT_FILED,
    Word("transfer_to", "受移送的机关", outcomes=("transfer",), basis=SAMR[17, 1]),
    Word("not_filed_reason", "不予立案的理由", Kind.LONG_TEXT, outcomes=("no_filing",), basis=SAMR[20]),
    Word("reason", "移送的理由", Kind.LONG_TEXT, outcomes=("transfer",), basis=SAMR[17, 1]),
    HEAD_OPINION,
)

_FILED = ("filed",)

FILING: tuple[Word, ...] = (
    Word("officers", "指定的承办人", Kind.PERSONS, required=False, hint="不少于两人", basis=SAMR[19, 2]),
    Word("suspected", "涉嫌违反的规定", Kind.LONG_TEXT, outcomes=_FILED, hint="写到条、款、项", basis=APL[54, 2]),
    Word(
        "has_evidence",
        "有证据初步证明存在违反行政管理秩序的行为",
        Kind.BOOLEAN,
        outcomes=_FILED,
        basis=SAMR[19, 1, 1],
    ),
    Word(
        "has_penalty_basis",
        "依据法律、法规、规章应当给予行政处罚",
        Kind.BOOLEAN,
        outcomes=_FILED,
        basis=SAMR[19, 1, 2],
    ),
    Word("has_jurisdiction", "属于本机关管辖", Kind.BOOLEAN, outcomes=_FILED, basis=SAMR[19, 1, 3]),
    Word("within_limitation", "在给予行政处罚的法定期限内", Kind.BOOLEAN, outcomes=_FILED, basis=SAMR[19, 1, 4]),
    Word(
        "act_ended_on",
        "违法行为发生（终了）的日期",
        Kind.DATE,
        required=False,
        hint="连续或者继续的，填终了之日",
        basis=APL[36, 2],
    ),
    Word("limitation_reason", "超过二年仍应追究的理由", Kind.LONG_TEXT, required=False, basis=APL[36, 1]),
    *_NOT_FILED,
    Word("not_filed_reason", "不予立案的理由", Kind.LONG_TEXT, outcomes=("no_filing",), basis=SAMR[20]),
    HEAD_OPINION,
)

INVESTIGATION: tuple[Word, ...] = (
    Word("place", "地点"),
    Word("began_at", "开始时刻", Kind.TIME, required=False),
    Word("ended_at", "结束时刻", Kind.TIME, required=False),
    Word("certificates_shown", "已主动出示执法证件", Kind.BOOLEAN, basis=APL[55, 1]),
    Word("rights_told", "已告知陈述、申辩和申请回避的权利", Kind.BOOLEAN, basis=SAMR[21, 2]),
    Word("presence", "当事人到场情况", Kind.CHOICE, choices=PRESENCE, outcomes=_ON_SITE, basis=SAMR[28]),
    Word("witness", "见证人", required=False, hint="当事人不到场或者拒绝签名的，可以请见证人", basis=SAMR[43]),
    Word("person_asked", "被询问人", outcomes=_INTERVIEW, basis=SAMR[29]),
    Word("person_relation", "被询问人与本案的关系", outcomes=_INTERVIEW, hint="例如法定代表人、员工、证人"),
    Word(
        "questions",
        "询问和回答",
        Kind.LONG_TEXT,
        outcomes=_INTERVIEW,
        hint="逐一记录问、答；询问应当个别进行",
        basis=APL[55, 2],
    ),
    Word("read_and_signed", "笔录已交被询问人核对并逐页签名", Kind.BOOLEAN, outcomes=_INTERVIEW, basis=SAMR[29]),
    Word("interview_room", "在询问室进行", Kind.BOOLEAN, required=False, outcomes=_INTERVIEW),
    Word(
        "items",
        "样品清单",
        Kind.ROWS,
        columns=GOODS,
        outcomes=_SAMPLING,
        basis=SAMR[31, 1],
    ),
    Word("appraiser", "受委托的机构", outcomes=(*_APPRAISAL, *_RESULT), basis=SAMR[32]),
    Word("appraisal_matter", "委托的事项", Kind.LONG_TEXT, outcomes=_APPRAISAL, basis=SAMR[32]),
    Word("appraisal_days", "约定的期限（日）", Kind.DAYS, required=False, outcomes=_APPRAISAL),
    Word("appraisal_result", "检测、检验、检疫、鉴定的结果", Kind.LONG_TEXT, outcomes=_RESULT, basis=SAMR[32]),
    Word("found", "检查、提取、抽样的情况", Kind.LONG_TEXT, outcomes=_ON_SITE, basis=APL[55, 2]),
    Word("refusal_note", "拒绝配合、拒绝签名的情况", Kind.LONG_TEXT, required=False, basis=SAMR[43]),
    Word("party_words", "当事人的陈述", Kind.LONG_TEXT, required=False, outcomes=_MET),
)

SUMMONS: tuple[Word, ...] = (
    Word("person_asked", "被询问人", basis=SAMR[29]),
    Word("asked_on", "询问的日期", Kind.DATE, basis=SAMR[29]),
    Word("asked_at", "询问的时刻", Kind.TIME, basis=SAMR[29]),
    Word("place", "询问的地点", hint="例如本机关的询问室", basis=SAMR[29]),
    Word("bring", "应当携带、提供的材料", Kind.LONG_TEXT, required=False, basis=SAMR[29]),
)

PRESERVING: tuple[Word, ...] = (Word("reason", "证据可能灭失或者以后难以取得的情况", Kind.LONG_TEXT, basis=APL[56]),)

MEASURE: tuple[Word, ...] = (Word("measure_reason", "采取强制措施的理由", Kind.LONG_TEXT, basis=SAMR[36, 1]),)

SUSPENSION: tuple[Word, ...] = (
    Word(
        "suspension_ground",
        "中止调查的情形",
        Kind.CHOICE,
        choices=SUSPENSION_GROUNDS,
        outcomes=("suspended",),
        basis=SAMR[46, 1],
    ),
    Word(
        "termination_ground",
        "终止调查的情形",
        Kind.CHOICE,
        choices=TERMINATION_GROUNDS,
        outcomes=("terminated",),
        basis=SAMR[47],
    ),
    Word("reason", "理由", Kind.LONG_TEXT),
    Word("on", "中止、恢复或者终止的日期", Kind.DATE, required=False),
)

REPORT: tuple[Word, ...] = (
    Word("investigation", "案件来源、调查经过及采取行政强制措施的情况", Kind.LONG_TEXT, basis=SAMR[48, 1, 2]),
    Word("facts", "调查认定的事实", Kind.LONG_TEXT, basis=SAMR[48, 1, 3]),
    Word("evidence_summary", "主要证据", Kind.LONG_TEXT, basis=SAMR[48, 1, 3]),
    Word("nature", "违法行为性质", Kind.LONG_TEXT, basis=SAMR[48, 1, 4]),
    Word("proposal", "处理意见及依据", Kind.LONG_TEXT, basis=SAMR[48, 1, 5]),
    Word("discretion", "自由裁量的理由等其他需要说明的事项", Kind.LONG_TEXT, basis=SAMR[48, 1, 6]),
)

JURISDICTION: tuple[Word, ...] = (
    Word("dispute_on", "发生争议的日期", Kind.DATE, required=False, basis=SAMR[13]),
    Word("other_agency", "发生争议的机关", basis=APL[25, 2]),
    Word("dispute", "争议的内容和处理的理由", Kind.LONG_TEXT, basis=APL[25, 2]),
    Word("superior", "共同的上一级机关", outcomes=("designated", "requested"), basis=APL[25, 2]),
    Word("designation_number", "指定管辖文书的文号", required=False, outcomes=("designated",)),
    Word("transfer_to", "受移送的机关", outcomes=("elsewhere",), basis=SAMR[14]),
)

MONITORING: tuple[Word, ...] = (
    Word("device", "设备名称和编号", basis=APL[41, 1]),
    Word("device_place", "设置地点", hint="设置地点应当向社会公布", basis=APL[41, 1]),
    Word("recorded_at", "记录时间", Kind.DATETIME, basis=APL[41, 2]),
    Word(
        "device_reviewed",
        "设备经过法制和技术审核，设置合理、标志明显，设置地点已公布",
        Kind.BOOLEAN,
        outcomes=("passed",),
        basis=APL[41, 1],
    ),
    Word("party_told_on", "告知当事人违法事实的日期", Kind.DATE, outcomes=("passed",), basis=APL[41, 3]),
    Word("query_way", "当事人查询、陈述和申辩的途径", outcomes=("passed",), basis=APL[41, 3]),
    Word("opinion", "审核意见", Kind.LONG_TEXT, required=False, basis=APL[41, 2]),
)

ASSISTANCE: tuple[Word, ...] = (
    Word("asked_agency", "协助机关", basis=APL[26]),
    Word("matter", "请求协助的事项", Kind.LONG_TEXT, basis=APL[26]),
    Word("reason", "请求协助的理由", Kind.LONG_TEXT, required=False),
    Word("answered_on", "收到结果的日期", Kind.DATE, outcomes=("answered",), basis=SAMR[45, 2]),
    Word("answer", "协助调查的结果", Kind.LONG_TEXT, outcomes=("answered",), basis=SAMR[45, 2]),
)

PRESERVATION_DISPOSALS: Choices = (
    ("record", "采取记录、复制、拍照、录像等证据保全措施"),
    ("testing", "送交检测、检验、检疫、鉴定"),
    ("sealing_seizure", "依法采取查封、扣押措施"),
    ("confiscation", "依法予以没收"),
    ("release", "解除先行登记保存"),
)
"""The five ways in which preserved evidence is dealt with (SAMR 35)."""

CRIME_SUSPECTED: tuple[Word, ...] = (Word("reason", "认为涉嫌犯罪的理由", Kind.LONG_TEXT, basis=XFER[3]),)
