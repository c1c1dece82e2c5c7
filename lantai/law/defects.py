"""缺陷: faults of a case that are no running term and that its file shows: a paper or a recording missing, an officer whose
certificate did not hold, a major decision without review.

The gates refuse such acts. They come about all the same: a paper or recording is lost or never arrives, a certificate
turns out to have expired, what makes a case major is learnt later, cases are taken over from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lantai.law.calendar import ONE_DAY
from lantai.law.facts import CaseFacts, Taken
from lantai.law.force import settled
from lantai.law.gates.legal_review import review_defect
from lantai.law.lamps import Level
from lantai.law.people import Certificate
from lantai.law.periods import local_day, written
from lantai.law.procedure import Av, Procedure
from lantai.law.records import AV_MUST, AV_UPLOAD_HOURS, av_basis, av_level, av_situation
from lantai.law.review import is_major
from lantai.law.sheets.checklist import documents
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ACL, APL, SAMR
from lantai.law.terms import basis_of

PAPER, RECORDING, CERTIFICATE, REVIEW, ATTEMPT = "paper", "recording", "certificate", "review", "attempt"
LEVELS = {
    PAPER: Level.YELLOW,
    RECORDING: Level.YELLOW,
    CERTIFICATE: Level.RED,
    REVIEW: Level.RED,
    ATTEMPT: Level.RED,
}
RULES = {
    PAPER: "应有的文书缺失",
    RECORDING: f"应当音像记录的环节办结超过 {AV_UPLOAD_HOURS} 小时，未见音像资料",
    CERTIFICATE: "执法时执法证件已失效或者暂扣",
    REVIEW: "重大执法决定未经法制审核",
    ATTEMPT: "曾试图越过法定关口",
}
"""The rule of each; an attempt to pass a gate leaves no trace in the file, supervision knows it from its own record."""


@dataclass(frozen=True)
class Defect:
    """One fault. ``label`` what it concerns, ``said`` what is the matter; ``on`` the first day on which it is one."""

    kind: str
    step: str
    label: str
    basis: tuple[Basis, ...]
    on: date
    said: str


def defects(procedure: Procedure, facts: CaseFacts) -> Iterator[Defect]:
    """Every fault that stands in a case; what is remedied is none any more."""
    facts = settled(procedure, facts)
    yield from _papers(procedure, facts)
    yield from _recordings(procedure, facts)
    yield from _certificates(procedure, facts)
    yield from _review(procedure, facts)


def _papers(procedure: Procedure, facts: CaseFacts) -> Iterator[Defect]:
    """Documents that a step which was taken makes, and that are not on file."""
    for step_id in dict.fromkeys(t.step for t in facts.taken if not t.void and t.step in procedure):
        step, takings = procedure[step_id], facts.takings(step_id)
        for line in documents(step, facts, takings):
            if line.owed and not line.present:
                basis = basis_of(step.basis, facts)[:1]
                said = f"已经办理，案卷中没有《{line.what}》"
                yield Defect(PAPER, step.id, step.label, basis, local_day(takings[-1].at), said)


def _recordings(procedure: Procedure, facts: CaseFacts) -> Iterator[Defect]:
    """Acts that must be recorded: a day later the recording is on file, not only said to be, or the reason why there is none."""
    told = {r.step for r in facts.recordings}
    for taken in facts.taken:
        if taken.void or taken.step in told or taken.step not in procedure:
            continue
        step = procedure[taken.step]
        if av_level(step, taken.stated) is not Av.MUST or str(taken.stated.get("av_reason") or "").strip():
            continue
        told.add(step.id)
        what = AV_MUST.get(av_situation(step, taken.stated), step.label)
        on = local_day(taken.at + timedelta(hours=AV_UPLOAD_HOURS)) + ONE_DAY
        yield Defect(
            RECORDING, step.id, f"{what}的音像资料", av_basis(step, taken.stated), on, "没有存入案卷，也没有写明理由"
        )


def _certificates(procedure: Procedure, facts: CaseFacts) -> Iterator[Defect]:
    """Handlers whose certificate, as it is known today, did not hold on the day on which they acted (APL 42).

    Of the day on which it was withheld nobody knows whether the act came first: that day does not count.
    """
    held = {o.person_id: o.certificate for o in facts.officers if o.certificate is not None}
    for taken in facts.taken:
        if taken.void or taken.step not in procedure or procedure[taken.step].officers == 0:
            continue
        names = [a.name for a in taken.actors if _did_not_hold(a.certificate, held.get(a.person_id), taken)]
        if names:
            step, day = procedure[taken.step], local_day(taken.at)
            basis = (ACL[18],) if procedure.code.startswith("coercion.") else (APL[42, 1],)
            said = f"办理时（{written(day)}），{'、'.join(names)}的行政执法证件已失效或者暂扣"
            yield Defect(CERTIFICATE, step.id, step.label, basis, day, said)


def _did_not_hold(shown: Certificate | None, known: Certificate | None, taken: Taken) -> bool:
    if known is None or shown is None or known.number != shown.number:
        return False
    day = local_day(taken.at)
    withheld = any(start < day and (end is None or day <= end) for start, end in known.suspended)
    return withheld or not known.valid_from <= day <= known.valid_to


_DECIDES: Mapping[str, str] = {"penalty.ordinary": "PG-14"}


def _review(procedure: Procedure, facts: CaseFacts) -> Iterator[Defect]:
    """A penalty decided in a major case without an approving review (APL 58)."""
    made = facts.last(_DECIDES.get(procedure.code, ""))
    if made is None or made.outcome.startswith("transfer") or not is_major(facts):
        return
    if why := review_defect(facts):
        basis = basis_of((APL[58, 1], SAMR[50]), facts)
        said = f"属于重大执法决定，{why}"
        yield Defect(REVIEW, made.step, procedure[made.step].label, basis, local_day(made.at), said)
