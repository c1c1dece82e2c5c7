"""行政许可: application, guide, acceptance, supplement, examination, special procedures, interested persons (ALL 29 to 57)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lantai.law.documents.composing import pick, written_on
from lantai.law.documents.kinds.parts import (
    CONTACT,
    addressee,
    line,
    opinion,
    pair,
    remedies,
    row,
    signature,
    text,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.statements.licence import APPLICATION_CHANNELS, APPLICATION_KINDS, CLOSED_GROUNDS, SPECIAL
from lantai.law.statutes_in_force import ALL

SPECIAL_LABELS = {
    "testing": "检验、检测、检疫、鉴定",
    "expert_review": "专家评审",
    "bidding": "招标、拍卖",
    "exam": "考试、考核",
}
UNCOUNTED = ("testing", "expert_review", "bidding")
MATTER = line("matter", "许可事项", "steps.LI-1.stated.matter|step.stated.matter|case.title", True)
MATTER_ROW = row("matter", "许可事项", "steps.LI-1.stated.matter|step.stated.matter|case.title", True, Form.TEXT)
CASE_NUMBER = pair("case_number", "办理编号", "case.number")
APPLICANT_ROWS = (
    pair("party_name", "申请人", "party.name", True),
    pair("party_code", "证件号码或者信用代码", "party.code"),
)
STAFF_ROW = row("officers", "办理人员", "step.actors|officers", True, Form.OFFICERS)


def remedy(document: str) -> Line:
    made = remedies(is_penalty=False, document=document)
    return Line("remedy", "救济途径和期限", "", True, Form.PARAGRAPHS, Show.TEXT, make=made)


def opening(make: Callable[[Context], Any]) -> Line:
    return text("opening", "事由", "", True, make=make)


def said(words: str) -> Callable[[Context], str]:
    return lambda context: words


def matter_of(context: Context) -> str:
    return str(pick(context, "steps.LI-1.stated.matter|step.stated.matter|case.title") or "")


def letter(
    code: str, title: str, basis: Any, lines: tuple[Line, ...], sign: str = "", notes: tuple[str, ...] = ()
) -> DocumentKind:
    """A letter of the agency to whom it names, with its special seal and day (ALL 32 ¶2)."""
    sections = (Section("", lines), CONTACT)
    return DocumentKind(code, title, sections, (basis,), Layout.LETTER, sign, red_head=True, seal=True, notes=notes)


def _received(context: Context) -> str:
    day = pick(context, "steps.LI-1.stated.received_on|step.stated.received_on|steps.LI-1.at|step.at")
    return written_on(day) if day else ""


def _asked(context: Context) -> str:
    return f"你（单位）于{_received(context)}提出的{matter_of(context)}申请收悉。"


def _accepted(context: Context) -> str:
    day = pick(context, "step.stated.accepted_on|step.at")
    return (
        f"{_asked(context)}经审查，申请事项属于本机关职权范围，申请材料齐全、符合法定形式，依据{ALL[32, 1, 5]}的规定，"
        f"自{written_on(day)}起受理。"
    )


def _supplement(context: Context) -> str:
    return (
        f"{_asked(context)}经审查，申请材料不齐全或者不符合法定形式，依据{ALL[32, 1, 4]}的规定，"
        "现一次告知需要补正的全部内容如下："
    )


def _not_accepted(context: Context) -> str:
    why = {
        "not_needed": f"申请事项依法不需要取得行政许可，依据{ALL[32, 1, 1]}的规定，不受理",
        "not_competent": f"申请事项依法不属于本机关职权范围，依据{ALL[32, 1, 2]}的规定，决定不予受理",
        "false_material": f"申请人隐瞒有关情况或者提供虚假材料，依据{ALL[78]}的规定，决定不予受理，并给予警告",
    }
    return f"{_asked(context)}{why.get(str(pick(context, 'step.outcome')), '决定不予受理')}。"


def _barred(context: Context) -> str:
    if not pick(context, "step.stated.barred_a_year"):
        return ""
    return "申请事项直接关系公共安全、人身健康、生命财产安全，申请人在一年内不得再次申请该行政许可。"


def _special(context: Context) -> str:
    label = SPECIAL_LABELS.get(str(pick(context, "step.outcome") or "testing"), "特别程序")
    return f"{_asked(context)}办理本件依法需要{label}，现将有关事项告知如下："


def _time(context: Context) -> str:
    until = pick(context, "step.stated.needed_until")
    counted = str(pick(context, "step.outcome") or "testing") in UNCOUNTED
    day = f"所需时间至{written_on(until)}。" if until else ""
    if counted:
        return f"{day}依据{ALL[45]}的规定，上述所需时间不计算在作出决定的期限内。"
    return f"{day}上述所需时间计算在作出决定的期限内。"


def _closed(context: Context) -> str:
    return dict(CLOSED_GROUNDS).get(str(pick(context, "step.stated.closed_ground")), "申请人撤回申请")


def _hearing_offer(context: Context) -> str:
    return (
        f"本机关正在审查{pick(context, 'party.name')}提出的{matter_of(context)}申请。该事项直接关系你（单位）的重大利益，"
        f"依据{ALL[36]}的规定，现予告知。你（单位）有权进行陈述和申辩。"
    )


START = (
    DocumentKind(
        "licence_application",
        "行政许可申请书",
        (
            Section(
                "",
                (
                    MATTER_ROW,
                    pair(
                        "application_kind",
                        "申请的类型",
                        "step.stated.application_kind",
                        choices=dict(APPLICATION_KINDS),
                    ),
                    pair("channel", "申请的方式", "step.stated.channel", choices=dict(APPLICATION_CHANNELS)),
                    *APPLICANT_ROWS,
                    pair("party_head", "法定代表人（负责人）", "party.legal_representative"),
                    pair("party_phone", "联系电话", "party.phone"),
                    row("party_address", "住所（住址）", "party.address"),
                    pair("agent", "委托代理人", "step.stated.agent"),
                    pair("current_number", "现有许可证件编号", "step.stated.current_number"),
                    pair("valid_to", "现有许可有效期至", "step.stated.valid_to", form=Form.DATE),
                    pair("received_on", "收到申请材料之日", "", make=_received),
                    row("materials", "申请材料目录", "step.stated.materials", True),
                    row(
                        "promise",
                        "申请人声明",
                        "",
                        make=said("申请人对所提交材料实质内容的真实性负责。"),
                    ),
                ),
            ),
        ),
        (ALL[29], ALL[31]),
        signature_rows=(signature("申请人（签名或者盖章）"), signature("收件人（签名）")),
    ),
    DocumentKind(
        "service_guide",
        "行政许可服务指南告知单",
        (
            Section(
                "",
                (
                    MATTER_ROW,
                    *APPLICANT_ROWS,
                    row("basis", "许可的依据", "power.violated|power.penalty"),
                    row("conditions", "许可的条件", "step.stated.conditions"),
                    row("guide_term", "办理期限", "step.stated.guide_term"),
                    row("materials", "申请材料目录", "steps.LI-1.stated.materials"),
                    row("explained", "解释、说明的内容", "step.stated.explained"),
                    row("fee", "收费", "", make=said("不收取费用；法律、行政法规另有规定的，依照其规定。")),
                    STAFF_ROW,
                ),
            ),
        ),
        (ALL[30],),
    ),
    letter(
        "joint_handling_notice",
        "行政许可统一（联合、集中）办理告知书",
        ALL[26],
        (
            addressee(),
            opening(lambda c: f"{_asked(c)}依据{ALL[26]}的规定，本件确定为：{pick(c, 'step.outcome_label') or '统一办理'}。"),
            line("departments", "参加办理的机构或者部门", "step.stated.departments", True, Form.PARAGRAPHS),
        ),
    ),
    letter("acceptance_notice", "行政许可申请受理通知书", ALL[32, 2], (
        addressee(),
        opening(_accepted),
        line("corrected", "已经当场更正的错误", "step.stated.corrected", form=Form.PARAGRAPHS),
        line("completed_on", "补正材料收齐的日期", "step.stated.completed_on", form=Form.DATE),
    ), "acceptance"),
    letter("supplement_notice", "行政许可申请材料补正通知书", ALL[32, 1, 4], (
        addressee(),
        opening(_supplement),
        text("missing", "需要补正的全部内容", "step.stated.missing", True),
        text("after", "补正后的处理", "", make=said("按照上述要求提交全部补正材料的，本机关予以受理，不再要求补正。")),
    ), "supplement"),
    letter("non_acceptance_notice", "行政许可申请不予受理通知书", ALL[32, 2], (
        addressee(),
        opening(_not_accepted),
        line("reasons", "理由", "step.stated.reasons", True, Form.PARAGRAPHS),
        line("told_to", "可以向其申请的机关", "step.stated.told_to"),
        text("barred", "再次申请的限制", "", make=_barred),
        remedy("本通知书"),
    ), "rejection"),
    letter("application_closed_notice", "行政许可终止办理通知书", ALL[2], (
        addressee(),
        opening(lambda c: f"{_asked(c)}因{_closed(c)}，本机关终止办理。"),
        line("closed_reason", "情况", "step.stated.closed_reason", True, Form.PARAGRAPHS),
    )),
)  # fmt: skip

EXAMINE = (
    DocumentKind(
        "prior_review_opinion",
        "下级机关初步审查意见",
        (
            Section(
                "",
                (
                    MATTER_ROW,
                    CASE_NUMBER,
                    pair("forwarded_on", "报送日期", "step.stated.forwarded_on", form=Form.DATE),
                    *APPLICANT_ROWS,
                    row("lower_agency", "初步审查的机关", "step.stated.lower_agency", True),
                    opinion("prior_opinion", "初步审查意见", "step.stated.prior_opinion", "审查人", "", "", True),
                ),
            ),
        ),
        (ALL[35], ALL[43]),
        internal=True,
    ),
    DocumentKind(
        "examination_opinion",
        "行政许可审查意见表",
        (
            Section(
                "",
                (
                    MATTER_ROW,
                    CASE_NUMBER,
                    pair("third_party", "关系他人重大利益", "step.stated.third_party", form=Form.YES_NO),
                    *APPLICANT_ROWS,
                    pair("major_interest", "应当告知听证权利", "step.stated.major_interest", form=Form.YES_NO),
                    pair("hearing_by_office", "应当公告听证", "step.stated.hearing_by_office", form=Form.YES_NO),
                    row("materials", "申请材料", "steps.LI-1.stated.materials"),
                    opinion(
                        "opinion_text", "审查意见", "step.stated.opinion_text", "审查人员", "step.actors", "step.at", True
                    ),
                ),
            ),
        ),
        (ALL[34],),
        internal=True,
    ),
    DocumentKind(
        "verification_record",
        "申请材料实质内容核查记录",
        (
            Section(
                "",
                (
                    MATTER,
                    line("party_name", "申请人", "party.name", True),
                    line("verified_at", "核查时间", "step.at", True, Form.DATETIME),
                    line("verified_place", "核查地点", "step.stated.verified_place", True),
                    line("officers", "核查人员", "step.actors|officers", True, Form.OFFICERS),
                    text("verified_facts", "核查的情况", "step.stated.verified_facts", True),
                    text("opinion_text", "审查意见", "step.stated.opinion_text"),
                ),
            ),
        ),
        (ALL[34, 3],),
        Layout.RECORD,
        signature_rows=(
            signature("申请人（签名或者盖章）"),
            signature("核查人员（签名）"),
            signature("核查人员（签名）"),
        ),
    ),
    letter("special_procedure_notice", "行政许可特别程序告知书", ALL[45], (
        addressee(),
        opening(_special),
        line("special_matter", "事项", "step.stated.special_matter", True, Form.PARAGRAPHS),
        line("special_body", "实施的机构", "step.stated.special_body"),
        text("time", "所需时间", "", True, make=_time),
    ), "special_procedure"),
    DocumentKind(
        "special_procedure_result",
        "特别程序结果登记表",
        (
            Section(
                "",
                (
                    MATTER_ROW,
                    CASE_NUMBER,
                    pair("kind", "特别程序", "step.stated.resumes_clock", choices=dict(SPECIAL)),
                    *APPLICANT_ROWS,
                    row("special_result", "结果", "step.stated.special_result", True),
                    row("standards", "所依据的技术标准、技术规范", "step.stated.standards"),
                    STAFF_ROW,
                ),
            ),
        ),
        (ALL[55],),
        internal=True,
    ),
    letter("interested_party_notice", "行政许可利害关系人告知书", ALL[36], (
        addressee("step.stated.interested_party"),
        opening(_hearing_offer),
        line("interest", "关系重大利益的情况", "step.stated.interest", True, Form.PARAGRAPHS),
    )),
    DocumentKind(
        "interested_party_record",
        "申请人、利害关系人陈述申辩笔录",
        (
            Section(
                "",
                (
                    MATTER,
                    line("party_name", "申请人", "party.name", True),
                    line("interested_party", "利害关系人", "steps.LI-4.stated.interested_party"),
                    line("heard_at", "时间", "step.at", True, Form.DATETIME),
                    line("officers", "听取意见的人员", "step.actors|officers", True, Form.OFFICERS),
                    line("applicant_words", "申请人的意见", "step.stated.applicant_words", form=Form.PARAGRAPHS),
                    line("interested_words", "利害关系人的意见", "step.stated.interested_words", form=Form.PARAGRAPHS),
                    line("words_reply", "采纳情况和理由", "step.stated.words_reply", form=Form.PARAGRAPHS),
                ),
            ),
        ),
        (ALL[36],),
        Layout.RECORD,
        signature_rows=(
            signature("申请人（签名或者盖章）"),
            signature("利害关系人（签名或者盖章）"),
            signature("记录人（签名）"),
        ),
    ),
)  # fmt: skip

KINDS = (*START, *EXAMINE)
