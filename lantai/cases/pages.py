"""What the pages of a case show, put together from one reading of the file: no rule is decided and nothing is read here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from lantai.cases import queries
from lantai.cases.commands.taking import FROM_DRAFT, PROPOSED
from lantai.cases.models import Case
from lantai.cases.queries import Workspace
from lantai.law import (
    act_review,
    conditions,
    engine,
    inspections,
    records,
    released,
    sheets,
    sources,
    statements,
)
from lantai.law.facts import Attempt
from lantai.law.people import Actor, Role
from lantai.law.periods import STOP_LABELS, local_day
from lantai.law.procedure import Procedure, Stage, Step
from lantai.law.statements.word import Word
from lantai.powers import queries as powers
from lantai.powers.models import Power
from lantai.recording import queries as recording


def number(request: HttpRequest, name: str) -> int:
    """A number of the address, or Http404."""
    value = request.GET.get(name, "")
    if not (value.isascii() and value.isdigit()):
        raise Http404
    return int(value)


def procedure_named(code: str, on: date) -> Procedure:
    try:
        return released.by_code(code, on)
    except KeyError:
        raise Http404 from None


def procedures_offered(usable: Iterable[Power], on: date) -> list[tuple[str, str]]:
    """The procedures that any of these powers may use, with their names; those of the first power come first."""
    codes = dict.fromkeys(code for power in usable for code in power.procedures)
    offered = []
    for code in codes:
        try:
            offered.append((code, released.by_code(code, on).label))
        except KeyError:
            continue
    return offered


def steps_to_choose() -> list[tuple[str, str]]:
    """Steps by which the list can be narrowed."""
    return [(s.id, s.label) for p in released.RELEASED for s in p.steps if p.code == "penalty.ordinary"]


def rows(cases: Sequence[Case], on: date) -> list[dict[str, Any]]:
    """The rows of the list."""
    return [
        {
            "case": case,
            "url": reverse("cases:case", args=[case.pk]),
            "party": next((p.name for p in case.parties.all()), "—"),
            "handlers": [h.person.name for h in case.handlers.all()] or ["尚未指派"],
            "lamp": queries.lamp_word(case, on),
        }
        for case in cases
    ]


def head(space: Workspace) -> dict[str, Any]:
    """The head that every page of a case has: title, tags, step bar, tabs."""
    case = space.case
    address = {name: reverse(f"cases:{name}", args=[case.pk]) for name in ("case", "terms", "papers", "history")}
    return {
        "space": space,
        "case": case,
        "procedure": space.procedure,
        "steps": sheets.step_bar(space.procedure, space.facts, space.now),
        "lamp": queries.lamp_word(case, space.now.date()),
        "day_number": (space.now.date() - local_day(case.opened_at)).days,
        "tabs": [
            {"key": "case", "label": "办理", "url": address["case"]},
            {"key": "papers", "label": "文书与证据", "url": address["papers"]},
            {"key": "terms", "label": "期限", "url": address["terms"]},
            {"key": "history", "label": "流转记录", "url": address["history"]},
        ],
    }


def step_address(case: Case, step: Step, outcome: str = "") -> str:
    if step.child:
        return reverse("cases:nested", args=[case.pk, step.id])
    address = reverse("cases:step", args=[case.pk, step.id])
    return f"{address}?outcome={outcome}" if outcome else address


# step code → (posts, address, words of the button)
OWN_DESKS: dict[str, tuple[tuple[Role, ...], str, str]] = {
    "publish": ((Role.PUBLISHER,), "disclosure:queue", "拟写公示内容"),
    "hand_over": ((Role.OFFICER, Role.UNIT_HEAD), "cases:hand_over", "移送立案"),
    "file_dossier": ((Role.OFFICER, Role.UNIT_HEAD), "archive:hand_in", "移交归档"),
}
"""Steps that are taken at a desk of their own: who goes there from the case, and by which button."""

REVIEW_DESK = ((Role.OFFICER, Role.UNIT_HEAD), "review:submit", "送法制审核")
"""Where every legal review is handed in."""


def _desk_of(procedure: Procedure, step: Step) -> tuple[tuple[Role, ...], str, str] | None:
    return REVIEW_DESK if act_review.is_review(procedure.code, step.id) else OWN_DESKS.get(step.code)


def _desk_address(name: str, case: Case) -> str:
    """The desk of a step: a page of the case there, or the queue in which the case waits."""
    return reverse(name) if name.endswith(":queue") else reverse(name, args=[case.pk])


def _acts(space: Workspace, viewer: Actor) -> list[dict[str, Any]]:
    """The steps that may be taken now, each with what stands against this viewer taking it."""
    acts = []
    stages = list(Stage)
    standing = engine.standing(space.procedure, space.facts, space.now)
    for state in space.states:
        if not state.takeable and state.state not in ("open", "blocked"):
            continue
        if standing and state.state == "done" and stages.index(state.step.stage) < stages.index(standing.stage):
            continue  # may be taken anew by law, but a case that is past its stage does not offer it
        step, desk = state.step, _desk_of(space.procedure, state.step)
        act = {
            "step": step,
            "label": step.label,
            "url": step_address(space.case, step),
            "refused": (),
            "outcomes": [],
            "due": state.due,
        }
        if desk is not None:
            posts, name, words = desk
            may = viewer.has(*posts) and state.state in ("open", "blocked")
            act |= {"url": _desk_address(name, space.case) if may else "", "label": words if may else step.label}
        else:
            asked = Attempt(step.id, space.now, (viewer,), "", {})
            refused = state.refusals or engine.refusals(space.procedure, space.facts, asked)
            act["refused"] = tuple(r for r in refused if not r.field)
            act["outcomes"] = [(o, step_address(space.case, step, o.code)) for o in step.outcomes]
        acts.append(act)
    return acts


def case(viewer: Actor, space: Workspace) -> dict[str, Any]:
    """The workspace."""
    acts = _acts(space, viewer)
    standing = engine.standing(space.procedure, space.facts, space.now)
    first = next((a for a in acts if standing and a["step"].id == standing.id), None)
    return head(space) | {
        "current": "case",
        "standing": standing,
        "next": first,
        "others": [a for a in acts if a is not first and a["url"] and not a["refused"]],
        "obligations": sheets.obligations(space.procedure, space.facts, space.now),
        "summary": _summary(space),
        "party_rows": _party_rows(space),
        "may_draft": viewer.person_id in {o.person_id for o in space.facts.officers} and space.awaits_draft,
        "may_add_evidence": recording.may_add(viewer, space.case.dossier),
        "triggers": space.triggers,
        "source": sources.label_of(space.case.source, space.case.procedure),
        "events": event_choices(viewer, space),
        "nested": queries.beside(space),
        "may_follow_up": conditions.holds("correction_ordered", space.facts) and viewer.has(*OWN_DESKS["hand_over"][0]),
    }


def _summary(space: Workspace) -> list[tuple[str, Any]]:
    case = space.case
    rows: list[tuple[str, Any]] = [
        ("案件编号", case.number),
        ("办案机关", case.agency.name),
        ("承办人", "、".join(h.person.name for h in space.handlers) or "尚未指派"),
        ("权责事项", case.power.name if case.power else "—"),
        ("适用程序", f"{space.procedure.label}（第{case.procedure_version}版）"),
        ("案件来源", sources.label_of(case.source, case.procedure)),
        (sources.clue_label(case.procedure), case.clue or "—"),
    ]
    rows += inspections.counted(space.facts, space.now.date())
    if space.draft and space.draft.outcome in dict(statements.OUTCOMES):
        rows.append(("拟处理意见", f"第{space.draft.number}稿：{statements.outcome_label(space.draft.outcome)}"))
    if space.decision:
        rows.append(("决定内容", space.decision.conclusion))
    return rows


def _party_rows(space: Workspace) -> list[dict[str, Any]]:
    return [{"party": p, "kind": p.get_kind_display(), "role": p.get_role_display()} for p in space.parties]


def terms(viewer: Actor, space: Workspace) -> dict[str, Any]:
    return head(space) | {
        "current": "terms",
        "lines": sheets.timetable(space.procedure, space.facts, space.now),
        "intervals": [{"row": i, "label": STOP_LABELS.get(i.kind, i.kind)} for i in space.intervals],
        "may_extend": viewer.has(Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD),
        "may_stop": viewer.has(Role.OFFICER, Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD),
    }


def papers(viewer: Actor, space: Workspace) -> dict[str, Any]:
    return head(space) | {
        "current": "papers",
        "documents": space.documents,
        "checklist": [line for line in sheets.checklist(space.procedure, space.facts) if line.owed],
        "kinds": records.EVIDENCE_KINDS,
        "dossier_id": space.case.dossier_id,
        "may_see_evidence": viewer.has(*recording.READERS),
    }


def history(viewer: Actor, space: Workspace) -> dict[str, Any]:
    """Steps and events in the order in which they happened."""
    events = [
        {
            "at": s.at,
            "what": s.label + (f"：{_outcome_label(space, s.step, s.outcome)}" if s.outcome else ""),
            "who": "、".join(a["name"] for a in s.actors),
            "note": "逾期办理" if s.is_late else "",
        }
        for s in space.steps
    ]
    events += [
        {"at": e.at, "what": statements.event_label(e.kind), "who": "", "note": e.stated.get("note", "")}
        for e in space.events
    ]
    return head(space) | {"current": "history", "events": sorted(events, key=lambda e: e["at"], reverse=True)}


def _outcome_label(space: Workspace, step_id: str, code: str) -> str:
    outcome = space.procedure[step_id].outcome(code) if step_id in space.procedure else None
    return outcome.label if outcome else code


def words(space: Workspace, step_id: str, outcome: str) -> tuple[Word, ...]:
    """What the step states, without what the draft already says: that is shown, not asked."""
    asked = statements.words_of(space.case.procedure, step_id, outcome)
    if space.draft and space.procedure[step_id].code in FROM_DRAFT:
        return tuple(w for w in asked if w.code not in PROPOSED)
    return asked


def initial(space: Workspace, step_id: str, viewer: Actor) -> dict[str, Any]:
    """What is known already is filled in: nobody types the same fact twice."""
    found: dict[str, Any] = {"seen": space.case.version}
    handlers = [h.person_id for h in space.handlers]
    found["with_officers"] = [str(pk) for pk in handlers if pk != viewer.person_id]
    found["officers"] = [str(pk) for pk in handlers] or [str(viewer.person_id)]
    party = next((p for p in space.parties if p.role == p.Role.PARTY), None)
    if party is not None:
        found |= {
            "receiver": party.legal_representative or party.name,
            "address": party.address,
            "place": party.address,
        }
    found |= {k: v for k, v in space.case.flags.get("carried", {}).items() if v}
    found |= inspections.prefilled(space.facts, step_id, space.case.source)
    found |= {"mode": "SV-1", "served_on": space.now.date().isoformat()}
    if space.draft is not None:
        fields = space.draft.fields
        found |= {k: v for k, v in fields.items() if isinstance(v, str | list)}
        found["discretion"] = fields.get("discretion_reason", "")
    if space.case.power is not None:
        found = {**_bases(space.case.power), **found}
    if space.decision is not None:
        found["amount"] = str(space.decision.fine)
    return found | space.carried(step_id)


def _bases(power: Power) -> dict[str, str]:
    cited = powers.bases(power)
    violated = "、".join(cited.get("violated", ()))
    return {"suspected": violated, "violated": violated, "penalty_basis": "、".join(cited.get("penalty", ()))}


def step(viewer: Actor, space: Workspace, step_id: str, outcome: str) -> dict[str, Any]:
    """The page of one step."""
    taking = space.procedure[step_id]
    attempt = Attempt(step_id, space.now, (viewer,), outcome, {})
    refused = engine.refusals(space.procedure, space.facts, attempt)
    standing = [
        r
        for r in refused
        if r.gate in ("", "G-02", "G-04", "G-06", "G-07", "G-08", "G-10", "G-12", "G-16") and not r.field
    ]
    chosen = taking.outcome(outcome)
    reads_draft = taking.code in SIGNED_WITH_DRAFT or space.decides_draft(step_id, outcome)
    return head(space) | {
        "current": "case",
        "step": taking,
        "outcome": outcome,
        "chosen": chosen,
        "outcomes": [(o, step_address(space.case, taking, o.code)) for o in taking.outcomes],
        "refused": standing,
        "due": engine.due_of(space.procedure, space.facts, step_id, space.now.date()),
        "documents": [records.DOCUMENT_CODES.get(code, code) for code in taking.documents],
        "who": "、".join(role.label for role in taking.by),
        "draft_rows": _draft_rows(viewer, space) if reads_draft else [],
        "similar": queries.similar_decisions(viewer, space.case) if taking.code in SIGNED_WITH_DRAFT else [],
        "tiers": list(space.case.power.tiers.all()) if space.case.power and taking.code in SIGNED_WITH_DRAFT else [],
        "tier": space.draft.fields.get("tier") if space.draft else "",
        "draft_title": "拟处理意见" if taking.code in SIGNED_WITH_DRAFT else "送审稿",
        "receipts": space.receipts if reads_draft else [],
        "finding": space.finding if taking.code in SIGNED_WITH_DRAFT else "",
        "obligations": sheets.obligations(space.procedure, space.facts, space.now) if taking.code == "decide" else (),
    }


def _draft_rows(viewer: Actor, space: Workspace) -> list[act_review.Compared]:
    """The draft for reading, with what was changed since the version before it."""
    if space.draft is None:
        return []
    code, earlier = space.procedure.code, queries.earlier_draft(viewer, space.draft)
    now = act_review.draft_in_words(code, space.draft.outcome, space.draft.fields)
    return act_review.compared(
        now, act_review.draft_in_words(code, earlier.outcome, earlier.fields) if earlier else None
    )


SIGNED_WITH_DRAFT = ("decide", "discuss", "notify", "tell_hearing_right", "conclude_investigation")
"""Steps before which the person who acts reads the draft, the opinions on it and how the amount stands to the standard."""


def draft_words(outcome: str) -> tuple[Word, ...]:
    try:
        return statements.draft_words(outcome)
    except KeyError:
        raise Http404 from None


def draft(viewer: Actor, space: Workspace, outcome: str, typed: Mapping[str, str]) -> dict[str, Any]:
    """The page of the draft decision, with the discretion standard beside it; ``typed`` is what is to be tried on it."""
    tiers = list(space.case.power.tiers.all()) if space.case.power else []
    tier = typed.get("tier") or (space.draft.fields.get("tier") if space.draft else "")
    return head(space) | {
        "current": "case",
        "outcome": outcome,
        "outcomes": [(code, label, code == outcome) for code, label in statements.OUTCOMES],
        "tiers": tiers,
        "tier": tier,
        "finding": "" if typed else space.finding,
        "reckoned": space.reckoned(typed.get("tier", ""), typed.get("fine", "")) if typed else "",
        "similar": queries.similar_decisions(viewer, space.case),
        "bases": _bases(space.case.power) if space.case.power else {},
    }


def event_choices(viewer: Actor, space: Workspace) -> list[dict[str, str]]:
    """What may have happened in this case outside its steps and is for the viewer to note."""
    if space.case.standing == "" or viewer.agency_id != space.case.agency_id:
        return []
    handlers = {h.person_id for h in space.handlers}
    return [
        {"label": label, "url": reverse("cases:event", args=[space.case.pk, kind])}
        for kind, label in statements.events_of(space.case.procedure)
        if statements.may_note(kind, viewer.roles, viewer.person_id in handlers, bool(handlers))
    ]


def event_label(space: Workspace, kind: str) -> str:
    for code, label in statements.events_of(space.case.procedure):
        if code == kind:
            return label
    raise Http404


def extendable(space: Workspace) -> list[tuple[str, str]]:
    """The terms that may be lengthened and still run."""
    return [(s.id, f"{s.id}　{s.label}") for s in space.procedure.steps if s.extensions]
