"""申请人民法院强制执行: demand, application with its materials, preservation, objection to the court above (ACL 54 to 59)."""

from __future__ import annotations

from typing import Any

from lantai.law.documents.composing import pick, written_on, yuan
from lantai.law.documents.kinds.enforcing import decided, of_first, the_decision
from lantai.law.documents.kinds.parts import (
    CONTACT,
    PARTY_TEXT,
    TWO_COPIES,
    addressee,
    line,
    signature,
    text,
)
from lantai.law.documents.words import Column, Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.enforcing import DUTIES
from lantai.law.statutes_in_force import ACL, ADLITI

_LETTER: dict[str, Any] = {"layout": Layout.LETTER, "red_head": True, "seal": True}


def _demanded(context: Context) -> str:
    until = pick(context, "step.stated.perform_until")
    return (
        f"依据{ACL[54]}的规定，现催告你（单位）"
        + (f"于{written_on(until)}前" if until else "在规定的期限内")
        + "履行上述义务。"
    )


def _demand_rights(context: Context) -> list[str]:
    return [
        f"你（单位）收到本催告书后，依法享有陈述权和申辩权（{ACL[36]}）。",
        f"本催告书送达十个工作日后仍未履行义务的，本机关将依法申请人民法院强制执行（{ACL[53]}、{ACL[54]}）。",
    ]


def _applicant(context: Context) -> list[str]:
    made = (
        ("申请人", "agency.name"),
        ("住所", "agency.address"),
        ("联系电话", "agency.phone"),
    )
    return [f"{label}：{value}" for label, source in made if (value := pick(context, source))]


def _request(context: Context) -> str:
    duty = str(pick(context, of_first("duty")) or "money")
    principal = pick(context, of_first("principal"))
    what = f"缴纳{yuan(principal)}及依法加处的款项" if duty == "money" and principal else DUTIES[duty]
    return f"请求强制执行{the_decision(context)}，由被执行人{what}。"


def _course(context: Context) -> str:
    served = pick(context, of_first("decision_served_on"))
    demanded = pick(context, "steps.CX-3.stated.effective_on|steps.CX-3.at")
    return (
        f"申请人作出{the_decision(context)}"
        + (f"，于{written_on(served)}送达被执行人。" if served else "。")
        + "被执行人在法定期限内没有申请行政复议或者提起行政诉讼，又不履行。"
        + (f"申请人催告其履行，催告书于{written_on(demanded)}送达，至今仍未履行。" if demanded else "")
    )


def _urgent(context: Context) -> str:
    said = pick(context, "step.stated.urgent_reason")
    return f"因情况紧急，为保障公共安全，依据{ACL[59]}的规定，一并申请立即执行：{said}" if said else ""


def _late(context: Context) -> str:
    said = pick(context, "step.stated.late_reason")
    return f"逾期申请的正当理由：{said}" if said else ""


_MATERIALS = (
    ("强制执行申请书", "1份"),
    ("行政决定书及作出决定的事实、理由和依据", "1套"),
    ("当事人的意见及行政机关催告情况", "1套"),
    ("申请强制执行标的情况", "1份"),
    ("法律、行政法规规定的其他材料", "依需要"),
)


def _materials(context: Context) -> list[dict[str, str]]:
    return [{"name": name, "quantity": quantity} for name, quantity in _MATERIALS]


def _objected(context: Context) -> str:
    ruled = pick(context, "steps.CX-5-1.stated.court_number|steps.CX-5.stated.court_number")
    which = f"（{ruled}）" if ruled else ""
    return (
        f"申请人申请强制执行{the_decision(context)}，人民法院裁定不予受理或者不准予执行{which}。"
        f"申请人对该裁定有异议，依据{ACL[56, 2]}、{ACL[58, 3]}的规定，向贵院申请复议。"
    )


def _preserved(context: Context) -> str:
    return (
        f"申请人拟申请强制执行{the_decision(context)}。有充分理由认为被执行人可能逃避执行，"
        f"依据{ADLITI[159]}的规定，申请采取财产保全措施。"
    )


KINDS = (
    DocumentKind(
        "court_demand",
        "行政决定履行催告书（申请法院执行前）",
        (
            Section(
                "",
                (
                    addressee(),
                    text("decided", "据以执行的决定", "", True, make=decided),
                    text("demand", "催告的内容", "", True, make=_demanded),
                    line("perform_until", "履行期限", "step.stated.perform_until", True, Form.DATE),
                    line("perform_way", "履行方式", "step.stated.perform_way", True, Form.PARAGRAPHS),
                    line("amount", "金额", "step.stated.demanded_amount", form=Form.MONEY),
                    line("pay_to", "给付方式", "step.stated.pay_to"),
                    text("rights", "权利", "", True, make=_demand_rights),
                ),
            ),
            CONTACT,
        ),
        (ACL[54], ACL[35]),
        sign="demand",
        notes=(TWO_COPIES,),
        **_LETTER,
    ),
    DocumentKind(
        "court_application",
        "强制执行申请书",
        (
            Section(
                "",
                (
                    addressee("step.stated.court"),
                    Line("applicant", "申请人", "", True, Form.PARAGRAPHS, Show.TEXT, make=_applicant),
                ),
            ),
            Section("被执行人", (PARTY_TEXT,)),
            Section("请求事项", (text("request", "请求事项", "", True, make=_request),)),
            Section(
                "事实和理由",
                (
                    text("course", "经过", "", True, make=_course),
                    text("reason", "事实和理由", "step.stated.application_reason", True),
                    line("party_opinion", "当事人的意见", "step.stated.party_opinion", True, Form.PARAGRAPHS),
                    text("late", "逾期的理由", "", make=_late),
                    text("urgent", "立即执行", "", make=_urgent),
                ),
            ),
            Section("执行标的", (text("object", "执行标的的情况", "step.stated.object", True),)),
        ),
        (ACL[53], ACL[54], ACL[55]),
        sign="court_application",
        numbered=True,
        signature_rows=(signature("行政机关负责人（签名）"),),
        notes=("申请人民法院强制执行，不缴纳申请费（《行政强制法》第六十条第一款）。",),
        **_LETTER,
    ),
    DocumentKind(
        "court_materials",
        "申请强制执行材料清单",
        (
            Section(
                "",
                (
                    line("court", "人民法院", "step.stated.court", True),
                    line("party_name", "被执行人", "party.name", True),
                    Line(
                        "materials",
                        "材料",
                        "",
                        True,
                        Form.TABLE,
                        Show.TABLE,
                        make=_materials,
                        columns=(
                            Column("序号", "#", 1, centre=True),
                            Column("材料名称", "name", 6),
                            Column("份数", "quantity", 2, centre=True),
                        ),
                    ),
                ),
            ),
        ),
        (ACL[55],),
        Layout.LIST,
        signature_rows=(signature("提交人（签名）"), signature("接收人（签名）")),
    ),
    DocumentKind(
        "preservation_application",
        "财产保全申请书",
        (
            Section(
                "",
                (
                    addressee("step.stated.court"),
                    text("opening", "请求", "", True, make=_preserved),
                    line("assets", "请求保全的财产", "step.stated.assets", True, Form.PARAGRAPHS),
                    line("evasion", "可能逃避执行的理由", "step.stated.evasion", True, Form.PARAGRAPHS),
                ),
            ),
            Section("被申请人", (PARTY_TEXT,)),
        ),
        (ADLITI[159],),
        sign="court_application",
        signature_rows=(signature("行政机关负责人（签名）"),),
        **_LETTER,
    ),
    DocumentKind(
        "court_reconsideration",
        "复议申请书（对人民法院裁定）",
        (
            Section(
                "",
                (
                    addressee("step.stated.upper_court"),
                    Line("applicant", "申请人", "", True, Form.PARAGRAPHS, Show.TEXT, make=_applicant),
                    text("opening", "请求", "", True, make=_objected),
                    line("objection", "异议的事实和理由", "step.stated.objection", True, Form.PARAGRAPHS),
                ),
            ),
            Section("被执行人", (PARTY_TEXT,)),
        ),
        (ACL[56], ACL[58]),
        sign="court_application",
        signature_rows=(signature("行政机关负责人（签名）"),),
        **_LETTER,
    ),
)
