"""决定: extension, decision on a new licence, on change and renewal (LI-8, LI-11)."""

from __future__ import annotations

from lantai.law.periods import LICENCE_STOPS
from lantai.law.procedure import Extension, Outcome, Stage, Step, Term
from lantai.law.procedures.desks import HEADS, UNIT
from lantai.law.procedures.licence_ordinary.examine import ACCEPTED
from lantai.law.statutes_in_force import ALL

_HEARD = ("LI-3", "LI-4-1", "LI-5")
_TERM = Term(20, "受理申请之日", ALL[42, 1], stops=LICENCE_STOPS)
_GATES = ("G-02", "accepted", "G-13", "special_over", "licence_heard", "licence_review")

DECIDE = (
    Step(
        "LI-8-1",
        "lengthen_examination",
        "延长审查期限",
        Stage.DECIDE,
        HEADS,
        (ALL[42],),
        needs=(ACCEPTED,),
        applies="optional_before_licence",
        documents=("licence_extension_notice",),
        gates=("G-02", "accepted", "licence_extension"),
        note="期限内不能决定的，经批准可以延长一次：二十日的延长十日，统一、联合、集中办理的延长十五日，理由告知申请人。",
    ),
    Step(
        "LI-8",
        "decide_licence",
        "作出许可决定",
        Stage.DECIDE,
        HEADS,
        (ALL[37], ALL[38], ALL[42]),
        needs=_HEARD,
        rests_on=("LI-3", "LI-5"),
        applies="licence_new",
        outcomes=(
            Outcome("granted", "准予行政许可", documents=("licence_approval", "licence_decision")),
            Outcome("denied", "不予行政许可", documents=("licence_approval", "licence_denial")),
        ),
        within=_TERM,
        extensions=(Extension(10, ALL[42, 1], HEADS),),
        gates=_GATES,
        note="自受理之日起二十日内作出书面决定；不予许可的说明理由，并告知申请行政复议、提起行政诉讼的权利。",
    ),
    Step(
        "LI-11",
        "decide_alteration",
        "作出变更、延续决定",
        Stage.DECIDE,
        (*HEADS, *UNIT),
        (ALL[49], ALL[50]),
        needs=_HEARD,
        rests_on=("LI-3", "LI-5"),
        applies="licence_altering",
        outcomes=(
            Outcome("changed", "准予变更", by=HEADS, documents=("licence_approval", "licence_change_decision")),
            Outcome("change_denied", "不予变更", by=HEADS, documents=("licence_approval", "licence_alteration_denial")),
            Outcome("renewed", "准予延续", by=HEADS, documents=("licence_approval", "licence_renewal_decision")),
            Outcome(
                "renewal_denied", "不予延续", by=HEADS, documents=("licence_approval", "licence_alteration_denial")
            ),
            Outcome(
                "renewed_by_silence",
                "逾期未作决定，视为准予延续",
                needs=(ACCEPTED,),
                untimed=True,
                documents=("licence_renewal_decision",),
            ),
        ),
        within=_TERM,
        extensions=(Extension(10, ALL[42, 1], HEADS),),
        gates=(*_GATES, "renewal"),
        note="符合条件的依法变更；延续在有效期届满三十日前申请，届满前作出决定，逾期未作决定的，视为准予延续。",
    ),
)
