"""征收土地: intention, survey, plan, register, agreements, application, announcement, payment (LAND 46 to 48)."""

from __future__ import annotations

from lantai.law.documents.composing import pick, written_on
from lantai.law.documents.kinds.parts import line, text
from lantai.law.documents.kinds.stated import form, letter, record, remedy, rows, said
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.statements.acts import LAND as LAND_ACT
from lantai.law.statements.acts import act_conclusion
from lantai.law.statements.taking_land import (
    AGREEMENTS,
    ANNOUNCEMENT,
    APPROVED,
    APPROVERS,
    GROUNDS,
    PAYMENT,
    PREANNOUNCEMENT,
    PROPOSAL,
    REGISTRATION,
    SURVEY,
)
from lantai.law.statutes_in_force import LAND

_PROPOSED = "steps.EL-7-1.stated"


def _intended(context: Context) -> str:
    project = pick(context, "step.stated.project") or ""
    return f"为{project}的需要，拟征收下列范围的农民集体所有土地，现予公告。自公告之日起，在拟征收范围内抢栽抢建的部分不予补偿。"


def _term(context: Context) -> str:
    begun = pick(context, "step.stated.published_on|step.at")
    days = pick(context, "step.stated.comment_days") or 30
    return f"自{written_on(begun)}起{days}日" if begun else ""


def _applied(context: Context) -> str:
    fields = pick(context, _PROPOSED) or {}
    if not fields.get("purpose"):
        return ""
    return f"{act_conclusion(LAND_ACT, fields, '').removesuffix('。')}，前期工作已经完成，现申请征收土地，请予批准。"


def _announced(context: Context) -> str:
    fields = pick(context, _PROPOSED) or {}
    number = pick(context, "steps.EL-9.stated.approval_no")
    who = dict(APPROVERS).get(str(pick(context, "steps.EL-9.stated.approved_by")), "有权机关")
    if not fields.get("purpose"):
        return ""
    return f"经{who}批准（{number or '批准文件'}），{act_conclusion(LAND_ACT, fields, '')}现予公告并组织实施。"


KINDS = (
    letter(
        "land_preannouncement",
        "征收土地预公告",
        (
            Section(
                "",
                (
                    text("opening", "公告的内容", "", True, make=_intended),
                    *said(PREANNOUNCEMENT, "project", "range", "survey_plan", "announced_at"),
                    line("ground", "公共利益的情形", "step.stated.ground", choices=dict(GROUNDS)),
                ),
            ),
        ),
        (LAND[45], LAND[47, 2]),
        to="",
        sign="expropriation",
    ),
    record(
        "land_survey",
        "土地现状调查表",
        said(SURVEY),
        (LAND[47, 2],),
        ("权利人（签名或者盖章）", "村民委员会（盖章）", "调查人员（签名）"),
    ),
    DocumentKind(
        "land_plan",
        "征地补偿安置方案公告",
        (
            Section("征收范围", said(ANNOUNCEMENT, "land_scope", show=Show.TEXT)),
            Section("土地现状", said(ANNOUNCEMENT, "land_state", show=Show.TEXT)),
            Section("征收目的", said(ANNOUNCEMENT, "land_purpose", show=Show.TEXT)),
            Section("补偿标准", said(ANNOUNCEMENT, "standards", show=Show.TEXT)),
            Section("安置方式", said(ANNOUNCEMENT, "resettlement", show=Show.TEXT)),
            Section("社会保障", said(ANNOUNCEMENT, "security", show=Show.TEXT)),
            Section(
                "公告期和补偿登记",
                (
                    Line("comment_term", "公告期", required=True, make=_term),
                    *said(ANNOUNCEMENT, "places", "register_until"),
                ),
            ),
        ),
        (LAND[47, 2],),
        Layout.LETTER,
        red_head=True,
        seal=True,
        numbered=True,
    ),
    record(
        "land_register",
        "征地补偿登记表",
        said(REGISTRATION),
        (LAND[47, 4],),
        ("权利人（签名或者盖章）", "登记人员（签名）"),
    ),
    record(
        "land_agreement",
        "征地补偿安置协议签订情况表",
        said(AGREEMENTS),
        (LAND[47, 4],),
        ("农村集体经济组织（盖章）", "经办人员（签名）"),
    ),
    form("land_proposal", "征收土地申请送审稿", rows(PROPOSAL), (LAND[46], LAND[47, 5]), internal=True),
    letter(
        "land_application",
        "征收土地申请",
        (
            Section("申请事项", (text("applied", "申请", "", True, make=_applied),)),
            Section(
                "前期工作", (line("reasons", "理由和前期工作情况", f"{_PROPOSED}.reasons", True, Form.PARAGRAPHS),)
            ),
            Section(
                "协议签订情况",
                (
                    line("agreed", "协议的主要内容", "steps.EL-7.stated.agreed_content", form=Form.PARAGRAPHS),
                    line("exceptions", "没有达成协议的情况", "steps.EL-7.stated.exceptions", form=Form.PARAGRAPHS),
                    line("head_opinion", "审批意见", "step.stated.head_opinion"),
                ),
            ),
        ),
        (LAND[46], LAND[47, 5]),
        to="",
        sign="expropriation",
        numbered=True,
    ),
    letter(
        "land_announcement",
        "征收土地公告",
        (
            Section(
                "",
                (
                    text("announcement", "公告的内容", "", True, make=_announced),
                    *said(APPROVED),
                    line("standards", "补偿标准", "steps.EL-4.stated.standards", form=Form.PARAGRAPHS),
                    line("resettlement", "安置方式", "steps.EL-4.stated.resettlement", form=Form.PARAGRAPHS),
                ),
            ),
            remedy("本公告"),
        ),
        (LAND[47, 1],),
        to="",
        sign="expropriation",
    ),
    form("land_payment", "征地补偿费用支付登记表", rows(PAYMENT), (LAND[48, 2],)),
)
