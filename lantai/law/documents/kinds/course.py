"""办案中的审批: suspension, resumption, termination, preservation of evidence."""

from __future__ import annotations

from lantai.law.documents.kinds.parts import (
    CASE_NUMBER,
    CASE_ROWS,
    OFFICERS_ROW,
    SHORT_PARTY_ROWS,
    opinion,
    pair,
    row,
    unit_opinion,
)
from lantai.law.documents.kinds.start import approval
from lantai.law.documents.words import DocumentKind, Form, Section
from lantai.law.statements.investigating import SUSPENSION_GROUNDS, TERMINATION_GROUNDS
from lantai.law.statutes_in_force import APL, SAMR

KINDS = (
    approval(
        "suspension_approval",
        "中止调查审批表",
        (
            row(
                "ground",
                "中止调查的情形",
                "step.stated.suspension_ground|step.stated.reason",
                True,
                choices=dict(SUSPENSION_GROUNDS),
            ),
        ),
        (SAMR[46],),
        "同意中止调查。",
        "step.stated.reason",
    ),
    approval(
        "resumption_approval",
        "恢复调查审批表",
        (
            row(
                "ground",
                "原中止调查的情形",
                "steps.PG-7.stated.suspension_ground|step.stated.reason",
                choices=dict(SUSPENSION_GROUNDS),
            ),
        ),
        (SAMR[46],),
        "同意恢复调查。",
        "step.stated.reason|step.stated.note|case.title",
    ),
    approval(
        "termination_approval",
        "终止调查审批表",
        (
            row(
                "ground",
                "终止调查的情形",
                "step.stated.termination_ground|draft.end_reason|step.stated.reason",
                True,
                choices=dict(TERMINATION_GROUNDS),
            ),
        ),
        (SAMR[47],),
        "同意终止调查。",
        "step.stated.reason|draft.end_reason",
    ),
    DocumentKind(
        "preservation_approval",
        "先行登记保存证据审批表",
        (
            Section(
                "",
                (
                    *CASE_ROWS,
                    CASE_NUMBER,
                    pair("asked_on", "提请日期", "step.at", form=Form.DATE),
                    *SHORT_PARTY_ROWS,
                    row(
                        "reason",
                        "证据可能灭失或者以后难以取得的情况",
                        "step.stated.preservation_reason|step.stated.reason",
                        True,
                    ),
                    pair("emergency", "情况紧急，已当场采取", "step.stated.emergency", form=Form.YES_NO),
                    OFFICERS_ROW,
                    unit_opinion(),
                    opinion("head_opinion", "行政机关负责人意见", "step.stated.head_opinion", "负责人"),
                ),
            ),
        ),
        (APL[56], SAMR[33]),
        internal=True,
    ),
)
