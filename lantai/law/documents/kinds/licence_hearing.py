"""行政许可听证和审核: notice of the right, announcement, summons, record, review opinion, extension (ALL 42, 46 to 48)."""

from __future__ import annotations

from typing import Any

from lantai.law.documents.composing import known_people, pick, written_on
from lantai.law.documents.kinds.licence import APPLICANT_ROWS, CASE_NUMBER, MATTER, MATTER_ROW, letter, matter_of
from lantai.law.documents.kinds.parts import addressee, head_opinion, line, opinion, row, signature, text
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section, Show
from lantai.law.statutes_in_force import ALL, SEED


def _chair(context: Context) -> list[Any]:
    named = pick(context, "step.stated.chair|steps.LI-5-3.stated.chair")
    return (known_people(named, context) if named else []) or pick(context, "step.actors") or []


def _when(context: Context) -> str:
    day, time = pick(context, "step.stated.hearing_on"), pick(context, "step.stated.hearing_time")
    return f"{written_on(day)}{time or ''}" if day else ""


def _held(context: Context) -> str:
    day = pick(context, "step.stated.held_on|steps.LI-5-3.stated.hearing_on|step.at")
    return f"{written_on(day)}{pick(context, 'steps.LI-5-3.stated.hearing_time') or ''}" if day else ""


def _right(context: Context) -> list[str]:
    return [
        f"本机关审查的{matter_of(context)}申请（申请人：{pick(context, 'party.name')}），直接涉及申请人与他人之间重大利益关系。",
        f"依据{ALL[47]}的规定，申请人、利害关系人享有要求听证的权利。要求听证的，应当在被告知之日起五日内（工作日）提出；"
        "逾期不提出的，视为放弃。申请人、利害关系人不承担听证的费用。",
    ]


def _announced(context: Context) -> str:
    return (
        f"{pick(context, 'party.name')}向本机关申请{matter_of(context)}。依据{ALL[46]}的规定，本机关决定举行听证，现予公告。"
        "与该事项有利害关系的公民、法人或者其他组织可以报名参加，听证不收取费用。"
    )


def _summoned(context: Context) -> str:
    return f"依据{ALL[48]}的规定，本机关对{matter_of(context)}申请举行听证，现通知如下："


def _lengthened(context: Context) -> str:
    several = pick(context, "steps.LI-15.outcome") in ("unified", "joint", "centralised")
    basis, who, most = (ALL[42, 2], "本级人民政府负责人", 15) if several else (ALL[42, 1], "本机关负责人", 10)
    days = pick(context, "step.stated.days") or most
    return (
        f"你（单位）提出的{matter_of(context)}申请，在法定期限内不能作出决定。依据{basis}的规定，"
        f"经{who}批准，延长审查期限{days}日（工作日）。"
    )


KINDS = (
    letter("licence_hearing_right_notice", "行政许可听证权利告知书", ALL[47], (
        addressee(),
        text("opening", "事由", "", True, make=_right),
        line("interested_party", "利害关系人", "step.stated.interested_party"),
        line("hearing_matter", "听证的事项", "step.stated.hearing_matter", True, Form.PARAGRAPHS),
    ), "hearing_notice"),
    letter("licence_hearing_announcement", "行政许可听证公告", ALL[46], (
        text("opening", "公告的内容", "", True, make=_announced),
        line("hearing_matter", "听证的事项", "step.stated.hearing_matter", True, Form.PARAGRAPHS),
        line("announced_place", "公告的地点或者媒体", "step.stated.announced_place", True),
    )),
    letter("licence_hearing_notice", "行政许可听证通知书", ALL[48, 1, 1], (
        addressee(),
        text("opening", "事由", "", True, make=_summoned),
        line("time", "听证时间", "", True, make=_when),
        line("place", "听证地点", "step.stated.place", True),
        line("chair", "听证主持人", "", True, Form.OFFICERS, make=_chair),
        text("rights", "权利", "", True, make=lambda c: [
            "听证公开举行。认为主持人与该行政许可事项有直接利害关系的，有权申请回避。",
            "申请人、利害关系人可以提出证据，进行申辩和质证；不承担听证费用。",
            f"依据{ALL[45]}的规定，听证所需时间不计算在作出决定的期限内。",
        ]),
    ), "hearing_summons"),
    DocumentKind(
        "licence_hearing_record",
        "行政许可听证笔录",
        (
            Section(
                "",
                (
                    MATTER,
                    Line("time", "听证时间", required=True, make=_held),
                    line("place", "听证地点", "step.stated.place", True),
                    line("chair", "听证主持人", "", True, Form.OFFICERS, make=_chair),
                    line("recorder", "记录人", "step.stated.recorder"),
                    line("party_name", "申请人", "party.name", True),
                    line("interested_party", "利害关系人",
                         "steps.LI-4.stated.interested_party|steps.LI-5-1.stated.interested_party"),
                    Line("public", "举行方式", make=lambda c: "公开举行，不收取费用"),
                ),
            ),
            Section("审查人员提供审查意见的证据、理由",
                    (text("examiner_presented", "证据、理由", "step.stated.examiner_presented", True),)),
            Section("申请人、利害关系人提出的证据、申辩和质证",
                    (text("parties_presented", "申辩和质证", "step.stated.parties_presented", True),)),
            Section(
                "",
                (
                    Line("checked", "核对", form=Form.PARAGRAPHS, show=Show.TEXT,
                         make=lambda c: "以上笔录经听证参加人确认无误。"),
                ),
            ),
        ),
        (ALL[48, 1, 5],),
        Layout.RECORD,
        numbered=True,
        signature_rows=(
            signature("申请人（签字或者盖章）"),
            signature("利害关系人（签字或者盖章）"),
            signature("审查人员（签名）"),
            signature("听证主持人（签名）"),
        ),
    ),
    DocumentKind(
        "licence_approval",
        "行政许可决定审批表",
        (
            Section(
                "",
                (
                    MATTER_ROW,
                    CASE_NUMBER,
                    *APPLICANT_ROWS[1:],
                    row("party_name", "申请人（被许可人）", "party.name", True, Form.TEXT),
                    row("examined", "审查意见", "steps.LI-3.stated.opinion_text|steps.LI-12-1.stated.proposed_reasons"),
                    row("result", "拟作的决定", "step.outcome_label"),
                    head_opinion("step.stated.head_opinion"),
                ),
            ),
        ),
        (ALL[37],),
        internal=True,
    ),
    DocumentKind(
        "licence_review_opinion",
        "行政许可法制审核意见书",
        (
            Section(
                "",
                (
                    MATTER_ROW,
                    CASE_NUMBER,
                    *APPLICANT_ROWS[1:],
                    row("party_name", "申请人（被许可人）", "party.name", True, Form.TEXT),
                    row("result", "审核结论", "step.outcome_label"),
                    opinion("review_text", "审核意见", "step.stated.review_text", "审核人", "step.actors", "step.at", True),
                    row("review_problems", "存在的问题和建议", "step.stated.review_problems"),
                ),
            ),
        ),
        (SEED.whole,),
        internal=True,
    ),
    letter("licence_extension_notice", "行政许可延长期限告知书", ALL[42], (
        addressee(),
        text("opening", "事由", "", True, make=_lengthened),
        line("extension_reason", "延长的理由", "step.stated.extension_reason", True, Form.PARAGRAPHS),
    ), "licence_extension"),
)  # fmt: skip
