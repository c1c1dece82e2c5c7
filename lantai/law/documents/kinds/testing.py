"""检测鉴定、协助、技术监控: what others contribute to the investigation."""

from __future__ import annotations

from lantai.law.documents.composing import pick
from lantai.law.documents.kinds.investigation import _ITEMS
from lantai.law.documents.kinds.parts import (
    CASE_NUMBER,
    CASE_ROWS,
    CONTACT,
    SHORT_PARTY_ROWS,
    TWO_COPIES,
    addressee,
    line,
    opinion,
    pair,
    row,
    text,
)
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Section
from lantai.law.statutes_in_force import APL, SAMR


def _monitored(context: Context) -> str:
    if said := pick(context, "step.stated.opinion"):
        return str(said)
    if pick(context, "step.outcome") == "failed":
        return "记录不符合要求，不得作为行政处罚的证据。"
    return "记录真实、清晰、完整、准确，可以作为证据。"


def _commission(context: Context) -> str:
    return f"因办理{pick(context, 'case.title')}一案的需要，现委托贵单位进行检测（检验、检疫、鉴定）。"


def _days(context: Context) -> str:
    days = pick(context, "step.stated.appraisal_days")
    return f"自委托之日起{days}日内" if days else ""


def _period(context: Context) -> str:
    return (
        f"本机关办理{pick(context, 'case.title')}一案，对有关物品委托检测（检验、检疫、鉴定）。"
        "检测（检验、检疫、鉴定）的期间不计入办案期限。"
    )


def _told_result(context: Context) -> str:
    return f"本机关办理{pick(context, 'case.title')}一案，委托的检测（检验、检疫、鉴定）已有结果，现告知如下："


KINDS = (
    DocumentKind(
        "appraisal_commission",
        "检测（检验、检疫、鉴定）委托书",
        (
            Section(
                "",
                (
                    addressee("step.stated.appraiser"),
                    text("opening", "事由", "", True, make=lambda c: _commission(c)),
                    line("matter", "委托的事项", "step.stated.appraisal_matter", True, Form.PARAGRAPHS),
                    line("days", "完成期限", "", make=lambda c: _days(c)),
                    _ITEMS,
                ),
            ),
            CONTACT,
        ),
        (SAMR[32],),
        Layout.LETTER,
        seal=True,
    ),
    DocumentKind(
        "appraisal_period_notice",
        "检测（检验、检疫、鉴定）期间告知书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("opening", "告知的内容", "", True, make=lambda c: _period(c)),
                    line("appraiser", "受委托的机构", "step.stated.appraiser", True),
                    line("days", "期间", "", make=lambda c: _days(c)),
                ),
            ),
        ),
        (SAMR[32], SAMR[64]),
        Layout.LETTER,
        seal=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "appraisal_result_notice",
        "检测（检验、检疫、鉴定）结果告知书",
        (
            Section(
                "",
                (
                    addressee(),
                    text("opening", "告知的内容", "", make=lambda c: _told_result(c)),
                    line("appraiser", "出具结果的机构", "step.stated.appraiser"),
                    line(
                        "result",
                        "结果",
                        "step.stated.appraisal_result|step.stated.found",
                        True,
                        Form.PARAGRAPHS,
                    ),
                    text("rights", "权利", "", make=lambda c: "如对上述结果有异议，可以在法律、法规规定的期限内提出。"),
                ),
            ),
            CONTACT,
        ),
        (SAMR[32],),
        Layout.LETTER,
        seal=True,
        notes=(TWO_COPIES,),
    ),
    DocumentKind(
        "assistance_letter",
        "协助调查函",
        (
            Section(
                "",
                (
                    addressee("step.stated.asked_agency"),
                    text(
                        "opening",
                        "事由",
                        "",
                        True,
                        make=lambda c: f"本机关正在办理{pick(c, 'case.title')}一案，需要贵单位协助调查。",
                    ),
                    line("matter", "请求协助的事项", "step.stated.matter", True, Form.PARAGRAPHS),
                    line("reason", "理由", "step.stated.reason", form=Form.PARAGRAPHS),
                    text(
                        "answer_by",
                        "答复",
                        "",
                        make=lambda c: "请自收到本函之日起十五个工作日内完成协助；需要延期完成的，请在期限届满前告知。",
                    ),
                ),
            ),
            CONTACT,
        ),
        (APL[26], SAMR[45]),
        Layout.LETTER,
        red_head=True,
        seal=True,
    ),
    DocumentKind(
        "monitoring_review",
        "电子技术监控记录审核表",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    pair("reviewed_on", "审核日期", "step.at", True, Form.DATE),
                    *SHORT_PARTY_ROWS,
                    row("device", "设备名称和编号", "step.stated.device", True),
                    row("device_place", "设置地点", "step.stated.device_place", True),
                    pair("recorded_at", "记录时间", "step.stated.recorded_at", form=Form.DATETIME),
                    pair("party_told_on", "告知当事人日期", "step.stated.party_told_on", form=Form.DATE),
                    row("reviewed", "设备的法制和技术审核", "step.stated.device_reviewed", form=Form.YES_NO),
                    row("query_way", "查询、陈述和申辩途径", "step.stated.query_way"),
                    opinion(
                        "opinion",
                        "审核意见",
                        "",
                        "审核人",
                        "step.actors",
                        "step.at",
                        True,
                        make=lambda c: _monitored(c),
                    ),
                ),
            ),
        ),
        (APL[41],),
    ),
)
