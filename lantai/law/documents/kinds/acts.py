"""Documents that all decisions of levy, expropriation and requisition share: the legal review and the closing."""

from __future__ import annotations

from lantai.law.documents.composing import pick
from lantai.law.documents.kinds.parts import opinion
from lantai.law.documents.kinds.stated import form, opinion_of_head, rows, said
from lantai.law.documents.words import Context, Line, Show
from lantai.law.review import OPINIONS
from lantai.law.statements.expropriating import REVIEW
from lantai.law.statements.levying import CLOSING
from lantai.law.statutes_in_force import SEED


def _opinion(context: Context) -> str:
    found = OPINIONS.get(str(pick(context, "step.outcome") or "agree"))
    return found.label if found else ""


KINDS = (
    form(
        "act_review",
        "重大执法决定法制审核意见书",
        (
            Line("opinion", "审核结论", required=True, make=_opinion, show=Show.ROW),
            *rows(REVIEW, "opinion_text", "problems"),
            opinion(
                "signed", "审核人", "", "审核人", "step.actors", "step.at", make=lambda c: "以上意见供决定机关决定。"
            ),
            *said(REVIEW, "aspects"),
        ),
        (SEED.whole,),
        internal=True,
        sign="review_opinion",
    ),
    form(
        "act_closing",
        "结案审批表",
        (*rows(CLOSING, "execution_result", "dispute_result"), opinion_of_head()),
        (SEED.whole,),
        internal=True,
        sign="closing",
    ),
)
