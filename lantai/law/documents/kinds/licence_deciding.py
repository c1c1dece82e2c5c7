"""行政许可决定: grant, denial, certificate, change, renewal, supervision, 撤回 撤销 注销 (ALL 38, 39, 49, 50, 61, 69, 70)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lantai.law.documents.composing import pick, written_on
from lantai.law.documents.kinds.licence import APPLICANT_ROWS, CASE_NUMBER, MATTER, letter, matter_of, remedy
from lantai.law.documents.kinds.parts import PARTY_TEXT, addressee, line, pair, row, signature, text
from lantai.law.documents.words import Context, DocumentKind, Form, Layout, Line, Section
from lantai.law.statements.licence_deciding import END_KINDS, GROUNDS, LICENCE_CLASSES
from lantai.law.statutes_in_force import ALL

_OWN = "step.stated"
_DECIDED = "steps.LI-8.stated"
_ALTERED = "steps.LI-11.stated"
_CONTENT = f"{_OWN}.licence_content|{_ALTERED}.licence_content|{_DECIDED}.licence_content"
_HOLDER = "steps.LI-12-1.stated"


def validity(context: Context) -> str:
    """From which day to which the licence holds; 长期 where no end is set."""
    first = pick(
        context, f"{_OWN}.valid_from|{_ALTERED}.valid_from|{_DECIDED}.valid_from|steps.LI-8.at|steps.LI-11.at|step.at"
    )
    last = pick(context, f"{_OWN}.valid_to|{_ALTERED}.valid_to|{_DECIDED}.valid_to")
    return f"自{written_on(first)}起{'至' + written_on(last) + '止' if last else '长期有效'}" if first else ""


def _number(context: Context) -> str:
    return str(
        pick(context, f"{_HOLDER}.current_number|steps.LI-1.stated.current_number|steps.LI-9.stated.certificate_number")
        or ""
    )


def _licence_name(context: Context) -> str:
    return str(pick(context, f"{_HOLDER}.licence_name|{_DECIDED}.licence_name") or matter_of(context))


def _course(context: Context) -> str:
    heard = "举行了听证，" if pick(context, "steps.LI-5.at") else ""
    return f"你（单位）提出的{matter_of(context)}申请，本机关依法受理并进行了审查，{heard}现作出决定如下。"


def _granted(context: Context) -> str:
    return f"经审查，申请符合法定条件、标准，依据{ALL[38, 1]}的规定，决定准予行政许可。"


def _denied(context: Context) -> str:
    return f"经审查，申请不符合法定条件、标准，依据{ALL[38, 2]}的规定，决定不予行政许可。"


def _alteration_denied(context: Context) -> str:
    basis, what = (ALL[50, 2], "延续") if pick(context, "step.outcome") == "renewal_denied" else (ALL[49], "变更")
    return f"经审查，申请不符合法定条件、标准，依据{basis}、{ALL[38, 2]}的规定，决定不予{what}。"


def _changed(context: Context) -> str:
    return f"经审查，申请符合法定条件、标准，依据{ALL[49]}的规定，准予变更行政许可{_of(context)}。"


def _renewed(context: Context) -> str:
    if pick(context, "step.outcome") == "renewed_by_silence":
        return (
            f"你（单位）在有效期届满前依法申请延续行政许可{_of(context)}，本机关在有效期届满前没有作出决定，"
            f"依据{ALL[50, 2]}的规定，视为准予延续。"
        )
    return f"经审查，申请符合法定条件、标准，依据{ALL[50, 2]}的规定，准予延续行政许可{_of(context)}。"


def _of(context: Context) -> str:
    number = _number(context)
    return f"（许可证件编号：{number}）" if number else ""


def _public(context: Context) -> str:
    return f"依据{ALL[40]}的规定，本决定予以公开，公众有权查阅。"


def _decision(
    code: str, title: str, basis: Any, made: Any, lines: tuple[Line, ...], sign: str, public: bool = True
) -> DocumentKind:
    """A decision: the applicant, the course, what is decided, its content or reasons, remedies."""
    shown = (Section("公开", (text("publication", "公开", "", make=_public),)),) if public else ()
    return DocumentKind(
        code,
        title,
        (
            Section("申请人", (PARTY_TEXT,)),
            Section("申请和审查", (text("course", "申请和审查", "", True, make=_course),)),
            Section("决定", (text("conclusion", "决定", "", True, make=made), *lines)),
            *shown,
            Section("救济途径和期限", (remedy("本决定书"),)),
        ),
        (basis,),
        Layout.LETTER,
        sign=sign,
        red_head=True,
        seal=True,
        numbered=True,
        notes=("本文书一式两份，一份送达申请人，一份归档。",),
    )


_VALID = line("validity", "有效期", "", True, make=validity)
_REASONS = line("denial_reasons", "理由", "step.stated.denial_reasons", True, Form.PARAGRAPHS)
_CONTENT_LINE = line("licence_content", "许可的内容", _CONTENT, True, Form.PARAGRAPHS)

DECISIONS = (
    _decision(
        "licence_decision",
        "准予行政许可决定书",
        ALL[38, 1],
        _granted,
        (
            line("licence_name", "许可证件", "step.stated.licence_name", True),
            line("licence_class", "许可类别", "step.stated.licence_class", choices=dict(LICENCE_CLASSES)),
            _CONTENT_LINE,
            _VALID,
        ),
        "licence",
    ),
    _decision("licence_denial", "不予行政许可决定书", ALL[38, 2], _denied, (_REASONS,), "licence_denial", False),
    _decision(
        "licence_change_decision",
        "准予变更行政许可决定书",
        ALL[49],
        _changed,
        (_CONTENT_LINE, _VALID),
        "licence_change",
    ),
    _decision(
        "licence_renewal_decision",
        "准予延续行政许可决定书",
        ALL[50],
        _renewed,
        (_CONTENT_LINE, _VALID),
        "licence_renewal",
    ),
    _decision(
        "licence_alteration_denial",
        "不予变更（延续）行政许可决定书",
        ALL[38, 2],
        _alteration_denied,
        (_REASONS,),
        "licence_alteration_denial",
        False,
    ),
    DocumentKind(
        "licence_certificate",
        "行政许可证件",
        (
            Section(
                "",
                (
                    row(
                        "licence_name",
                        "证件名称",
                        f"{_DECIDED}.licence_name|{_ALTERED}.licence_name|steps.LI-1.stated.matter",
                        True,
                    ),
                    row(
                        "certificate_number",
                        "证件编号",
                        "step.stated.certificate_number|steps.LI-1.stated.current_number",
                    ),
                    pair("party_name", "被许可人", "party.name", True),
                    pair("party_code", "统一社会信用代码", "party.code"),
                    pair("party_head", "法定代表人（负责人）", "party.legal_representative"),
                    pair("party_address", "住所", "party.address"),
                    row(
                        "licence_content", "许可的内容", f"{_ALTERED}.licence_content|{_DECIDED}.licence_content", True
                    ),
                    row("validity", "有效期", "", True, make=validity),
                    row("decision", "许可决定文书号", "decision.number"),
                ),
            ),
        ),
        (ALL[39],),
        sign="licence_certificate",
        red_head=True,
        seal=True,
    ),
    DocumentKind(
        "licence_supervision_record",
        "被许可人监督检查记录",
        (
            Section(
                "",
                (
                    MATTER,
                    line("party_name", "被许可人", "party.name", True),
                    line("inspected_on", "检查日期", "step.stated.inspected_on", True, Form.DATE),
                    line("place", "检查地点", "step.stated.place", True),
                    line("officers", "检查人员", "step.actors|officers", True, Form.OFFICERS),
                    line("inspected", "检查的情况", "step.stated.inspected", True, Form.PARAGRAPHS),
                    line("handled", "处理结果", "step.stated.handled", True, Form.PARAGRAPHS),
                ),
            ),
        ),
        (ALL[61],),
        Layout.RECORD,
        signature_rows=(
            signature("被许可人（签名或者盖章）"),
            signature("检查人员（签名）"),
            signature("检查人员（签名）"),
        ),
        notes=("公众有权查阅本记录。",),
    ),
)


# ---- 撤回 撤销 注销 -------------------------------------------------------------------------------------------------

_GROUND = line("ground", "情形", "step.stated.ground", True, choices=dict(GROUNDS))
_END_REASONS = line("end_reasons", "事实和理由", "step.stated.end_reasons", True, Form.PARAGRAPHS)
_COMPENSATION = line("compensation", "补偿、赔偿", "step.stated.compensation", form=Form.PARAGRAPHS)
_ENDED_ON = line("ended_on", "失去效力的日期", "step.stated.ended_on", form=Form.DATE)


def _ending(what: str, basis: Any) -> Callable[[Context], str]:
    def make(context: Context) -> str:
        return f"依据{basis}的规定，决定{what}你（单位）取得的{_licence_name(context)}行政许可{_of(context)}。"

    return make


def _revoked(context: Context) -> str:
    if pick(context, "step.stated.ground") == "fraud":
        return _ending("撤销", ALL[69, 2])(context) + "基于该行政许可取得的利益不受保护。"
    return _ending("撤销", ALL[69, 1])(context)


def _kept(context: Context) -> str:
    return f"依据{ALL[69, 3]}的规定，撤销{_licence_name(context)}行政许可{_of(context)}可能对公共利益造成重大损害，决定不予撤销。"


def _ended(code: str, title: str, basis: Any, made: Any, lines: tuple[Line, ...], sign: str) -> DocumentKind:
    return DocumentKind(
        code,
        title,
        (
            Section("被许可人", (PARTY_TEXT,)),
            Section("情形和理由", (_GROUND, _END_REASONS)),
            Section("决定", (text("conclusion", "决定", "", True, make=made), *lines)),
            Section("救济途径和期限", (remedy("本决定书"),)),
        ),
        (basis,),
        Layout.LETTER,
        sign=sign,
        red_head=True,
        seal=True,
        numbered=True,
    )


ENDINGS = (
    _ended("licence_withdrawal", "撤回行政许可决定书", ALL[8, 2], _ending("为了公共利益的需要撤回", ALL[8, 2]),
           (_COMPENSATION, _ENDED_ON), "licence_withdrawal"),
    _ended("licence_revocation", "撤销行政许可决定书", ALL[69], _revoked, (_COMPENSATION, _ENDED_ON), "licence_revocation"),
    _ended("licence_kept", "不予撤销行政许可决定书", ALL[69, 3], _kept, (), "licence_kept"),
    _ended("licence_cancellation", "注销行政许可决定书", ALL[70], _ending("注销", ALL[70]), (_ENDED_ON,), "licence_cancellation"),
    DocumentKind(
        "licence_ending_report",
        "撤回（撤销、注销）行政许可审批表",
        (
            Section(
                "",
                (
                    row("licence_name", "许可证件的名称", "step.stated.licence_name", True, Form.TEXT),
                    CASE_NUMBER,
                    pair("end_kind", "拟作的处理", "step.stated.end_kind", True, choices=dict(END_KINDS)),
                    pair("current_number", "许可证件的编号", "step.stated.current_number", True),
                    pair("ground", "情形", "step.stated.proposed_ground", True, choices=dict(GROUNDS)),
                    *APPLICANT_ROWS,
                    row("reasons", "事实、理由和证据", "step.stated.proposed_reasons", True),
                    row("officers", "承办人", "step.actors|officers", True, Form.OFFICERS),
                ),
            ),
        ),
        (ALL[69], ALL[70]),
        internal=True,
    ),
    letter("licence_ending_notice", "拟撤回（撤销）行政许可告知书", ALL[7], (
        addressee(),
        text("opening", "事由", "", True, make=lambda c: (
            f"本机关拟对你（单位）取得的{_licence_name(c)}行政许可{_of(c)}作出"
            f"{dict(END_KINDS).get(str(pick(c, f'{_HOLDER}.end_kind')), '撤回、撤销')}的决定。依据{ALL[7]}的规定，"
            "你（单位）有权进行陈述和申辩。"
        )),
        line("told_reasons", "事实、理由和依据", "step.stated.told_reasons", True, Form.PARAGRAPHS),
        line("holder_words", "陈述和申辩", "step.stated.holder_words", form=Form.PARAGRAPHS),
        line("words_reply", "采纳情况和理由", "step.stated.words_reply", form=Form.PARAGRAPHS),
    )),
)  # fmt: skip

KINDS = (*DECISIONS, *ENDINGS)
