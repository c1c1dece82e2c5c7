"""行政许可, LI-0 to LI-15 (ALL 29 to 70). All periods of the agency are working days (ALL 82).

An application is for a new licence, a change or a renewal (``application_kind`` of LI-1): LI-8 decides the first, LI-11
the others. Silence of five days accepts the application from its receipt (``licences.accepted_on``); silence until
expiry renews. LI-12 ends a licence in the same file; a licence whose file is closed ends by ``licence.ending``.

What the steps state (keys of ``Taken.stated``):

LI-1   application_kind, received_on, channel, matter, materials, agent, valid_to, lead_days, promised_days, statutory_days
LI-2   answer by outcome: missing, corrected, told_to, reasons, accepted_on; LI-3 third_party, major_interest,
       hearing_by_office, opinion
LI-6   told_in_writing, needed_until, resumes_clock; LI-8-1 days, extension_reason, reasons_told
LI-8   licence_name, licence_content, valid_from, valid_to; denial_reasons, remedies_told; by_minutes
LI-9   certificate_number and the words of a service; LI-12 ground, public_interest, loss, compensation, grave_harm
"""

from __future__ import annotations

from datetime import date

from lantai.law.procedure import Milestone, Procedure
from lantai.law.procedures.licence_ordinary.afterwards import AFTERWARDS
from lantai.law.procedures.licence_ordinary.apply import APPLY
from lantai.law.procedures.licence_ordinary.decide import DECIDE
from lantai.law.procedures.licence_ordinary.examine import EXAMINE

LICENCE_ORDINARY = Procedure(
    code="licence.ordinary",
    label="行政许可",
    version=1,
    in_force=date(2019, 4, 23),
    kind="许可",
    steps=(*APPLY, *EXAMINE, *DECIDE, *AFTERWARDS),
    milestones=(
        Milestone("申请", ("LI-1",)),
        Milestone("受理", ("LI-2",)),
        Milestone("审查", ("LI-7", "LI-3", "LI-4-1", "LI-5")),
        Milestone("决定", ("LI-8", "LI-11")),
        Milestone("送达", ("LI-9",)),
        Milestone("公示", ("LI-10",)),
        Milestone("归档", ("LI-16",)),
    ),
    note="首次申请、变更、延续适用同一程序；行政机关的期限一律按工作日计算，法律、法规另有规定的依照其规定。",
)
