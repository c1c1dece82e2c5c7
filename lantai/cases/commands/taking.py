"""How one step of one case is taken: the law is asked, the step is written, its documents are issued, what follows is written.

Shared by the commands beside this file; each of them is one transaction and one entry.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Model

from lantai.agencies.models import Agency
from lantai.cases import composing
from lantai.cases import facts as rows_of
from lantai.cases.commands.papers import Papers, _issued
from lantai.cases.facts import Rows
from lantai.cases.models import Case, TakenStep
from lantai.documents import queries as documents
from lantai.documents.models import IssuedDocument
from lantai.law import calendar, cards, engine, force, released, review, statements
from lantai.law import documents as kinds
from lantai.law.facts import Attempt, CaseFacts, Taken
from lantai.law.people import Actor, Role
from lantai.law.periods import local_day, written_to_the_minute
from lantai.law.procedure import Procedure, Step
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.law.statutes_in_force import ARCH
from lantai.ledger import clock, plain
from lantai.ledger.act import put
from lantai.ledger.journeys import ask, keys_for
from lantai.personnel import queries as personnel
from lantai.powers.models import Power
from lantai.recording.models import Dossier

TOLERANCE = timedelta(minutes=5)  # clocks of desks differ


@dataclass
class Taking:
    """One step as it is being taken: what was known before, and what the step made."""

    actor: Actor
    case: Case
    procedure: Procedure
    step: Step
    facts: CaseFacts
    rows: Rows
    at: datetime
    outcome: str
    stated: dict[str, Any]
    actors: tuple[Actor, ...]
    taken: TakenStep | None = None
    documents: tuple[IssuedDocument, ...] = ()


_NAMES = ((Agency, "agency_id"), (Power, "power_id"), (Dossier, "dossier_id"))
_NAMED = "id = (SELECT {} FROM cases_case WHERE id = %s)"


def _locked(case: Case, seen: int | None, *makes: type[Model]) -> Case:
    """The row as it is now, held until the end of the command. Raises Conflict when it is not what the page showed.

    ``makes``  the models of which the command is going to write a row.
    """
    held, agency, power, dossier, *_ = ask(
        plain.rows_where(Case, "id = %s", [case.pk], locked=True),
        *(plain.rows_where(model, _NAMED.format(column), [case.pk]) for model, column in _NAMES),
        *keys_for(*makes),
    )
    now: Case = held[0]
    now.agency, now.dossier = agency[0], dossier[0]
    now.power = power[0] if power else None
    if seen is not None and seen != now.version:
        raise Conflict("您打开页面之后，这件案件又有了变化，请按最新情况办理", _since(now, seen), now.version)
    return now


def _since(case: Case, seen: int) -> tuple[str, ...]:
    """What was done since a version, in sentences. Every act raises the version by one: what is no step is counted."""
    steps = list(TakenStep.objects.filter(case=case, case_version__gt=seen).order_by("seq"))
    said = [f"{written_to_the_minute(s.recorded_at)} {_who(s)}办理了“{s.label}”" for s in steps]
    if (rest := case.version - seen - len(steps)) > 0:
        said.append(f"另有{rest}次登记（处理意见、案件事件、期限或者承办人的变动）")
    return tuple(said)


def _who(step: TakenStep) -> str:
    return "、".join(a["name"] for a in step.actors) or "平台"


def _own(actor: Actor, case: Case, *, reviews: bool = False) -> None:
    """Another agency's case is not acted on: supervision sees it and touches nothing. Raises Refused.

    ``reviews``: what is done is the review itself; a reviewer whose office also reviews for that agency may do it.
    """
    from_above = reviews and actor.has(Role.REVIEWER) and case.agency_id in actor.scope
    if actor.agency_id != case.agency_id and not from_above:
        raise Refused([Refusal("", (), "这件案件由其他机关办理", "请由办案机关的人员登录后办理")])


def _running(case: Case, whose: str, what: str, remedy: str) -> None:
    """What has ended and is filed is not gone on with (ARCH 14): ``whose`` case, ``what`` was to be done. Raises Refused."""
    if case.standing == "":
        raise Refused([Refusal("G-18", (ARCH[14],), f"{whose}已经办结归档，不能再{what}", remedy)])


def _instant(at: datetime | None, case: Case | None, rows: Rows | None = None) -> datetime:
    """When it was done: now unless stated. Raises Malformed for the future or a time before the case or the last step."""
    now = clock.now()
    when = clock.local(at) if at else now
    if when > now + TOLERANCE:
        raise Malformed("at", "办理时间不能晚于现在")
    if case is not None and when < case.opened_at:
        raise Malformed("at", f"办理时间不能早于案件登记时间（{written_to_the_minute(case.opened_at)}）")
    return when


def _acting(
    actor: Actor, with_officers: Sequence[int], on: datetime, met: Mapping[int, Actor] | None = None
) -> tuple[Actor, ...]:
    """The person who submits and the officers who took part, each as of the day of the act; ``met`` are known already."""
    others = [pk for pk in with_officers if pk != actor.person_id]
    if not others:
        return (actor,)
    known = _known(others, on.date(), met or {})
    strangers = [pk for pk in others if pk not in known or known[pk].agency_id != actor.agency_id]
    if strangers:
        raise Malformed("with_officers", "参加人员须是本机关在岗人员，请重新选择")
    return (actor, *(known[pk] for pk in others))


def _known(ids: Sequence[int], on: date, met: Mapping[int, Actor]) -> Mapping[int, Actor]:
    return met if all(pk in met for pk in ids) else {**met, **personnel.actors(ids, on)}


def _prepare(
    actor: Actor,
    case: Case,
    step_id: str,
    at: datetime | None,
    outcome: str,
    given: Mapping[str, Any],
    with_officers: Sequence[int],
) -> Taking:
    procedure = released.version_of(case.procedure, case.procedure_version)
    if step_id not in procedure:
        raise Malformed("step", "这个程序里没有这一环节")
    step = procedure[step_id]
    chosen = step.outcome(outcome)
    if outcome and chosen is None:
        raise Malformed("outcome", f"“{step.label}”没有这种结果")
    outcome = chosen.code if chosen else ""
    when = _instant(at, case)
    rows = rows_of.read(case, when.date())
    facts = rows_of.of(case, when.date(), rows)
    stated = statements.read(case.procedure, step_id, outcome, _with_draft(step, rows, case, given))
    actors = _acting(actor, with_officers, when, rows.people)
    facts = _with_handlers(step, facts, stated, actors, when, rows.people)
    return Taking(actor, case, procedure, step, facts, rows, when, outcome, stated, actors)


PROPOSED = ("penalty_kinds", "fine", "gains", "property", "property_value", "other_content", "tier")
FROM_DRAFT = ("decide", "notify", "tell_hearing_right")


def _with_draft(step: Step, rows: Rows, case: Case, given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Notice and decision say what the latest draft says: what the person leaves out is taken from it, never typed twice."""
    draft = rows.drafts.get(case.pk)
    if draft is None or step.code not in FROM_DRAFT:
        return given
    asked = {
        w.code for w in statements.words_of(case.procedure, step.id, draft.outcome if step.code == "decide" else "")
    }
    proposed = {word: draft.fields[word] for word in PROPOSED if word in asked and draft.fields.get(word)}
    return {**proposed, **{word: said for word, said in given.items() if said not in (None, "", [])}}


def _with_handlers(
    step: Step,
    facts: CaseFacts,
    stated: Mapping[str, Any],
    actors: Sequence[Actor],
    when: datetime,
    met: Mapping[int, Actor],
) -> CaseFacts:
    """The handlers as they will stand after a step that assigns them: the law asks of those."""
    if not step.assigns:
        return facts
    ids = [int(pk) for pk in stated.get("officers") or [a.person_id for a in actors]]
    known = _known(ids, when.date(), met)
    return replace(facts, officers=tuple(known[pk] for pk in ids if pk in known))


def _refused(taking: Taking) -> tuple[Refusal, ...]:
    attempt = Attempt(taking.step.id, taking.at, taking.actors, taking.outcome, taking.stated)
    return engine.refusals(taking.procedure, taking.facts, attempt)


def _write_step(taking: Taking, version: int) -> TakenStep:
    """Ask the law, write the step and its documents. Raises Refused with every reason."""
    if refused := _refused(taking):
        raise Refused(refused)
    attempt = Attempt(taking.step.id, taking.at, taking.actors, taking.outcome, taking.stated)
    chosen = taking.step.outcome(taking.outcome)
    taking.taken = put(
        TakenStep(
            case=taking.case,
            seq=len(taking.rows.steps[taking.case.pk]) + 1,
            step=taking.step.id,
            label=taking.step.label,
            outcome=chosen.code if chosen else "",
            at=taking.at,
            recorded_at=clock.now(),
            stated=taking.stated,
            actors=[rows_of.kept_actor(a) for a in taking.actors],
            is_late=engine.is_late(taking.procedure, taking.facts, attempt),
            case_version=version,
        )
    )
    done = Taken(taking.step.id, taking.at, taking.taken.outcome, taking.actors, taking.stated)
    taking.facts = force.settled(taking.procedure, replace(taking.facts, taken=(*taking.facts.taken, done)))
    return taking.taken


def _issue_documents(taking: Taking) -> None:
    """The documents of the step and of its outcome, each composed from the file as it now stands."""
    _issue(taking, _papers(taking))


def _papers(taking: Taking) -> Papers:
    """All that the documents of the step need, but for numbers not yet taken. They are on file from here on."""
    codes = engine.documents_of(taking.procedure, taking.facts, taking.step.id, taking.outcome)
    if not codes or taking.taken is None:
        return Papers()
    ground = composing.context(taking.case, taking.facts, taking.rows, taking.taken)
    due = kinds.made_of(codes, ground)
    opened_on = local_day(taking.case.opened_at)
    named, known = [kind.code for kind in due], taking.rows.wordings
    words = (
        documents.wording.in_force(taking.case.agency, named, opened_on, composing.issue_date(taking.at))
        if known is None
        else documents.wording.holding(known, named, opened_on)
    )
    taking.facts = replace(taking.facts, documents=taking.facts.documents.union(named))
    return Papers(due, ground, words)


def _issue(taking: Taking, papers: Papers) -> None:
    signers = taking.taken.actors if taking.taken else []
    day = composing.issue_date(taking.at)
    taking.documents = _issued(papers, taking.actor, taking.case, taking.step.id, day, signers)


def _project(case: Case, procedure: Procedure, facts: CaseFacts) -> None:
    """The columns by which lists are filtered, from the facts alone."""
    now = clock.now()
    step = engine.standing(procedure, facts, now)
    over = engine.is_over(procedure, facts)
    case.stage = str(step.stage) if step else "已归档" if over else case.stage
    case.standing = step.id if step else ""
    case.standing_label = step.label if step else "已办结"
    case.is_major = bool(review.is_major(facts))
    case.closed_on = _day(_closing(procedure, facts))
    lit = cards.cards(procedure, facts, now)
    nearest = next((card for card in lit if card.is_term), None)
    case.next_due_on = nearest.ends_on if nearest else None
    case.next_due_label = nearest.label if nearest else ""
    case.blue_on = min((c.turns.blue_on for c in lit if c.turns.blue_on), default=None)
    case.yellow_on = min((c.turns.yellow_on for c in lit if c.turns.yellow_on), default=None)
    case.red_on = min((c.turns.red_on for c in lit if c.turns.red_on), default=None)
    case.cards = [card.kept() for card in lit]
    case.reckoned_by = calendar.digest()


CLOSINGS = ("PG-21", "PS-7", "IN-9", "LI-16", "LV-7", "EX-15", "EL-13", "RQ-8", "CE-14", "CX-10")


def _shine_above(case: Case) -> None:
    """What runs in a nested case shows on its main case: the lamps there are brought up to date."""
    if case.parent_id is None:
        return
    main = plain.fetch(Case, "id = %s", [case.parent_id], locked=True)[0]
    main.agency = case.agency
    _project(main, released.version_of(main.procedure, main.procedure_version), rows_of.of(main, clock.today()))
    put(main)


def _closing(procedure: Procedure, facts: CaseFacts) -> Taken | None:
    """The standing step by which the case was closed; where none closes, the one with which it came to its end."""
    known = engine.settled(procedure, facts)
    if not procedure.closes:
        return engine.ended_by(procedure, known)
    return next((taken for step in CLOSINGS if step in procedure and (taken := known.last(step))), None)


def _day(taken: Taken | None) -> Any:
    return local_day(taken.at) if taken else None
