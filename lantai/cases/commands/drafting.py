"""拟处理意见: the draft of a decision, version by version. A changed draft is a new version, and what was reviewed stays."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from lantai.cases import facts as rows_of
from lantai.cases.commands.taking import _locked, _own, _project
from lantai.cases.models import Case, CaseEvent, Decision, Draft
from lantai.documents import queries as documents
from lantai.law import act_review, released, statements
from lantai.law.act_review import Reviewed
from lantai.law.people import Actor, Role
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.law.statutes_in_force import APL
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.ledger.canon import canonical

CHANGED = "draft_changed"
GROUNDS_CHANGED = "grounds_changed"
GROUNDS = ("facts", "basis_reason")  # other facts or another basis than the party was told (APL 44): told anew


@command("cases.save_draft", "拟写处理意见", allowed=(Role.OFFICER,))
def save_draft(*, actor: Actor, case: Case, outcome: str, fields: Mapping[str, Any], seen: int | None = None) -> Draft:
    """A new version of the draft. The same content again is no new version. Raises Refused once it is decided, Malformed
    with the field for a word that is missing or a character that cannot be printed.
    """
    case = _locked(case, seen)
    _own(actor, case)
    facts = rows_of.of(case, clock.today())
    if Decision.objects.filter(case=case).exists():
        raise Refused(
            [Refusal("G-18", (APL[62],), "案件已经作出决定，处理意见不能再改", "确有错误的，请另行制作补正文书")]
        )
    if actor.person_id not in {o.person_id for o in facts.officers}:
        raise Refused(
            [Refusal("", (APL[42],), "只有本案承办人可以拟写处理意见", "请由承办人办理，或者先由承办机构负责人指派")]
        )
    read = statements.read_draft(outcome, fields)
    for word, said in read.items():
        if why := documents.unprintable(said):
            raise Malformed(word, why)
    latest = Draft.objects.filter(case=case).order_by("-number").first()
    if latest is not None and latest.digest == _digest(outcome, read):
        return latest
    made = _add(actor, case, outcome, read, latest)
    if latest is not None:
        _note_change(actor, case, CHANGED, made)
        if any(latest.fields.get(word) != made.fields.get(word) for word in GROUNDS):
            _note_change(actor, case, GROUNDS_CHANGED, made)
    _project(case, released.version_of(case.procedure, case.procedure_version), rows_of.of(case, clock.today()))
    put(case, version=case.version)
    return made


@command("cases.draft_proposal", "以报请的内容为送审稿", allowed=(Role.OFFICER, Role.UNIT_HEAD))
def draft_proposal(*, actor: Actor, case: Case, rule: Reviewed) -> Draft:
    """What is proposed for this review, as the draft that is handed in for review. The latest draft where it says so already."""
    case = _locked(case, None)
    _own(actor, case)
    proposed = act_review.proposal(rows_of.of(case, clock.today()), rule)
    if proposed is None:
        raise Refused([Refusal("", (), "还没有可以审核的送审稿", "请先办理提出拟作决定的环节，再送审")])
    latest = Draft.objects.filter(case=case).order_by("-number").first()
    if latest is not None and latest.digest == _digest(rule.act, proposed.stated):
        return latest
    return _add(actor, case, rule.act, proposed.stated, latest)


def _note_change(actor: Actor, case: Case, kind: str, made: Draft) -> None:
    put(
        CaseEvent(
            case=case,
            kind=kind,
            at=made.made_at,
            recorded_at=made.made_at,
            stated={"draft": made.digest},
            recorded_by_id=actor.person_id,
        )
    )


def _digest(outcome: str, fields: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical([outcome, dict(fields)]).encode()).hexdigest()


def _add(actor: Actor, case: Case, outcome: str, fields: Mapping[str, Any], latest: Draft | None) -> Draft:
    """The version after ``latest``, the last one of this case; the first where there is none."""
    return put(
        Draft(
            case=case,
            number=latest.number + 1 if latest else 1,
            outcome=outcome,
            fields=dict(fields),
            digest=_digest(outcome, fields),
            made_by_id=actor.person_id,
            made_at=clock.now(),
        )
    )
