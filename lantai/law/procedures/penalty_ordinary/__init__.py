"""行政处罚普通程序, PG-1 to PG-27 with the hearing H-1 to H-6 (APL 54 to 74; SAMR in market supervision).

H-7 (decide by the hearing record, review after the hearing) and H-8 (the party bears no cost) are no steps: the
first is gate G-06 and the order of PG-9, the second stands in the notice of H-1.

What the steps state (keys of ``Taken.stated``; days are ISO strings or dates, amounts yuan):

PG-1   source, clue
PG-2   opinion, reason
PG-3   officers (person ids of the handlers), opinion, limitation_reason (why a time-barred act is punishable)
PG-4   place, summary, certificates_shown, rights_told, interview_room, av, av_reason; outcome names the form
PG-5, PG-6   reason (the measure itself is a child case)
PG-7   ground, reason, on
PG-8   facts, opinion (proposed outcome), late_reason
PG-9   opinion, approving, draft (digest of the reviewed draft), reason
PG-10  penalty_kinds, fine, gains, property, facts, reasons, bases, hearing_right, and the service words
PG-11  content, form (oral, written), accepted, reply, reason
H-1    the service words; H-2  form, requested_on, posted_on, late_reason; H-3  hearing_on, place, chair, public,
       and the service words
PG-12, H-4, H-5   chair, public, closed_reason, agents, attended, minutes, held_on, av, av_reason
H-6    opinion
PG-13  attendees (person ids), opinions, conclusion
PG-14  penalty_kinds, fine, gains, property, tier, conclusion, gains_reason, limitation_reason, late_reason,
       single_fine_reason, reasons
PG-15  publication_told, and the service words
PG-16  published_on, reason, basis_codes, unredacted, fields
PG-17  kind, amount, paid_on, receipt_no, channel (bank, electronic, officer), channel_reason
PG-18  application, until, plan ([{due_on, amount}]), reason; PG-19  amount, through
PG-20  ground; PG-21  result, opinion; PG-22  pages, boxes
PG-23  dispute_on, with_agency, reason; PG-24  legal_review, technical_review, sign, published_place, told_on
PG-25  to_agency, matter, answered_on; PG-26  manner, basis, proceeds, receipt_no; PG-27  reason

The service words: mode (SV-1 … SV-8), receiver, served_on, effective_on, proofs, reason, at_domicile, posted,
witness, av, av_reason.
Events: @draft_changed, @grounds_changed (facts, reasons or basis of the draft differ from the notified ones),
@waiver (express), @hearing_requested, @hearing_withdrawn, @police_returned, @review_materials_complete,
@service_completed (step, effective_on), @execution_ended, @payment.
"""

from __future__ import annotations

from datetime import date

from lantai.law.procedure import Milestone, Procedure
from lantai.law.procedures.penalty_ordinary.decide import DECIDE
from lantai.law.procedures.penalty_ordinary.hearing import HEARING
from lantai.law.procedures.penalty_ordinary.investigate import INVESTIGATE
from lantai.law.procedures.penalty_ordinary.perform import CLOSE, PERFORM
from lantai.law.procedures.penalty_ordinary.start import START

REVIEW, NOTICE, DEFENCE, COLLECTIVE, DECISION = DECIDE

PENALTY_ORDINARY = Procedure(
    code="penalty.ordinary",
    label="行政处罚普通程序",
    version=1,
    in_force=date(2021, 7, 15),
    kind="处罚",
    steps=(*START, *INVESTIGATE, REVIEW, NOTICE, DEFENCE, *HEARING, COLLECTIVE, DECISION, *PERFORM, *CLOSE),
    milestones=(
        Milestone("立案", ("PG-1", "PG-2", "PG-3")),
        Milestone("调查", ("PG-4", "PG-8")),
        Milestone("审核", ("PG-9",)),
        Milestone("告知听证", ("PG-10", "PG-11", "PG-12", "H-6")),
        Milestone("决定", ("PG-13", "PG-14")),
        Milestone("送达公示", ("PG-15", "PG-16")),
        Milestone("执行", ("PG-17", "PG-26")),
        Milestone("结案归档", ("PG-21", "PG-22")),
    ),
    note="适用于简易程序以外的行政处罚；听证是其中的环节。",
)
