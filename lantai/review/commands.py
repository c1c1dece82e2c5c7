"""Writes of legal review: hand in, accept or send back, give an opinion, disagree. The outcome is a step of the case.

Which step that is, the law says of the draft that was handed in (``law.act_review``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Max

from lantai.agencies import queries as agencies
from lantai.cases import queries as cases
from lantai.cases.commands.drafting import draft_proposal
from lantai.cases.commands.reviewing import write_receipt
from lantai.cases.commands.steps import note_event, take_step
from lantai.cases.models import Case, Draft, ReviewReceipt
from lantai.law import act_review, engine, periods, statements, terms
from lantai.law import review as rules
from lantai.law.act_review import Reviewed
from lantai.law.facts import CaseFacts
from lantai.law.people import Actor, Role
from lantai.law.procedure import Procedure, Step
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.law.review import Opinion
from lantai.law.statutes_in_force import APL, SAMR, SEED
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.ledger.canon import canonical
from lantai.review import queries
from lantai.review.models import Disagreement, Review


def _refuse(reason: str, remedy: str, *basis: Any, gate: str = "", field: str = "") -> Refused:
    return Refused([Refusal(gate, basis or (APL[58],), reason, remedy, field=field)])


def _handling(actor: Actor, case: Case) -> None:
    if actor.agency_id != case.agency_id:
        raise _refuse("这件案件由其他机关办理", "请由办案机关的承办人送审")


@command("review.submit", "送法制审核", allowed=(Role.OFFICER, Role.UNIT_HEAD))
def submit(*, actor: Actor, case: Case, letter: str, seen: int | None = None) -> Review:
    """Hand in the latest draft with the file. Refused while a review is open, without a draft, or with materials wanting."""
    case = Case.objects.select_for_update(of=("self",)).select_related("agency", "power", "dossier").get(pk=case.pk)
    _handling(actor, case)
    if Review.objects.filter(case=case, state__in=Review.OPEN).exists():
        raise _refuse("本案已经送审，审核尚未结束", "请等审核人出具意见，或者先撤回送审")
    facts = cases.facts_of(case)
    procedure = cases.procedure_of(case)
    rule = act_review.review_pending(procedure, facts)
    if rule is None:
        raise _refuse("本案现在没有需要法制审核的决定", "请先拟订须经审核的决定，再送审", SEED.whole)
    _in_turn(procedure, facts, rule)
    draft = _latest_draft(actor, case, rule)
    materials = queries.handed_in(case, facts, draft, rule)
    if missing := [m.label for m in materials if m.required and not m.present]:
        raise _refuse(f"送审材料不齐，缺少：{'、'.join(missing)}", "请补齐后再送审", SEED.whole)
    reasons = act_review.reasons(facts, rule)
    return put(
        Review(
            case=case,
            agency_id=case.agency_id,
            round=_next_round(case),
            draft=draft,
            is_major=bool(reasons),
            reasons=list(reasons),
            letter=letter.strip(),
            materials=[{"label": m.label, "present": m.present} for m in materials],
            submitted_by_id=actor.person_id,
            submitted_at=clock.now(),
        )
    )


def _latest_draft(actor: Actor, case: Case, rule: Reviewed) -> Draft:
    """What is to be reviewed: what was proposed last, or the draft written at its own desk. Raises Refused where none is."""
    if rule.proposes:
        proposed: Draft = draft_proposal(actor=actor, case=case, rule=rule)
        return proposed
    draft = Draft.objects.filter(case=case).order_by("-number").first()
    if draft is None:
        raise _refuse("还没有拟写处理意见，没有可以审核的内容", "请先拟写处理意见再送审", APL[57])
    return draft


def _in_turn(procedure: Procedure, facts: CaseFacts, rule: Reviewed) -> None:
    """What a review is founded on stands before it is asked for. Raises Refused with what is still wanting."""
    state = next(s for s in engine.states(procedure, facts, clock.now()) if s.step.id == rule.reviews)
    if rule.proposes and not state.takeable and state.refusals:
        raise Refused(state.refusals)


def _next_round(case: Case) -> int:
    """Rounds are counted through the case, whatever was reviewed in them."""
    rounds = (m.objects.filter(case=case).aggregate(last=Max("round"))["last"] or 0 for m in (Review, ReviewReceipt))
    return max(rounds) + 1


def _step_of(review: Review) -> Step:
    """The step of the case which this review is. Raises Refused where the law asks no review of such a draft."""
    if review.step is None:
        raise _refuse("这一稿不需要法制审核", "请撤回送审", SEED.whole)
    return review.step


def _held(review: Review, *states: str) -> Review:
    held = Review.objects.select_for_update(of=("self",)).select_related("case__agency", "draft").get(pk=review.pk)
    if held.state not in states:
        raise _refuse(f"这次审核{held.get_state_display()}，不能再这样办理", "请刷新后按最新状态办理")
    return held


def _reviewing(actor: Actor, review: Review) -> None:
    """Whether this person may review this case at all: G-07, asked of the rules with the facts of the case."""
    if review.agency_id not in agencies.reviews_for(actor):
        raise _refuse("这件案件不由本机关审核", "请由有权审核的机构办理")
    if wrong := rules.unqualified(actor, cases.facts_of(review.case)):
        reason, basis = wrong
        raise _refuse(reason, "请由符合条件的其他法制审核人员审核", basis, gate="G-07")


@command("review.accept", "受理法制审核", allowed=(Role.REVIEWER,))
def accept(*, actor: Actor, review: Review) -> Review:
    """A reviewer takes the file as complete: the term of review runs from now."""
    held = _held(review, Review.State.SUBMITTED)
    _reviewing(actor, held)
    today = clock.today()
    note_event(actor=actor, case=held.case, kind="review_materials_complete", stated={"note": f"第{held.round}轮审核"})
    facts = cases.facts_of(held.case)
    end = engine.due_of(cases.procedure_of(held.case), facts, _step_of(held).id, today) or periods.due(
        terms.review_term(facts), today, facts.intervals
    )
    held.state = Review.State.ACCEPTED
    held.reviewer_id = actor.person_id
    held.complete_on = today
    held.due_on = end.legal_due
    return put(held, version=held.version)


@command("review.send_back", "退回补齐送审材料", allowed=(Role.REVIEWER,))
def send_back(*, actor: Actor, review: Review, missing: str) -> Review:
    """The want of materials is told once, all at a time; the term begins when they are complete."""
    held = _held(review, Review.State.SUBMITTED)
    _reviewing(actor, held)
    if not missing.strip():
        raise Malformed("missing", "请一次写明需要补齐的全部材料")
    if held.missing_told_on is not None:
        raise _refuse(
            "送审材料已经一次性告知补齐过，不能再次退回", "材料仍有欠缺的，请受理后在审核意见中指出", SEED.whole
        )
    held.state = Review.State.RETURNED
    held.missing_told_on = clock.today()
    held.problems = missing.strip()
    return put(held, version=held.version)


@command("review.resubmit", "补齐材料重新送审", allowed=(Role.OFFICER, Role.UNIT_HEAD))
def resubmit(*, actor: Actor, review: Review, letter: str) -> Review:
    held = _held(review, Review.State.RETURNED)
    _handling(actor, held.case)
    held.state = Review.State.SUBMITTED
    held.letter = letter.strip() or held.letter
    held.draft = Draft.objects.filter(case=held.case).order_by("-number").first() or held.draft
    held.problems = ""
    return put(held, version=held.version)


@command("review.withdraw", "撤回送审", allowed=(Role.OFFICER, Role.UNIT_HEAD))
def withdraw(*, actor: Actor, review: Review, reason: str) -> Review:
    """The handling unit takes the draft back before an opinion is given."""
    held = _held(review, *Review.OPEN)
    _handling(actor, held.case)
    if not reason.strip():
        raise Malformed("reason", "请填写撤回送审的理由")
    held.state = Review.State.WITHDRAWN
    held.problems = reason.strip()
    return put(held, version=held.version)


@command("review.give_opinion", "出具法制审核意见", allowed=(Role.REVIEWER,))
def give_opinion(
    *,
    actor: Actor,
    review: Review,
    aspects: Mapping[str, Mapping[str, str]],
    opinion: str,
    opinion_text: str,
    problems: str = "",
) -> Review:
    """The verdict on six aspects and the opinion that follows from them, bound to the digest of the reviewed draft.

    Writes the receipt and takes the step of review down in the case. Refused where the draft changed meanwhile.
    """
    held = _held(review, Review.State.ACCEPTED)
    if held.reviewer_id != actor.person_id:
        raise _refuse("这件审核由其他审核人受理", "请由受理的审核人出具意见")
    _reviewing(actor, held)
    latest = Draft.objects.filter(case=held.case).order_by("-number").first()
    if latest is None or latest.digest != held.draft.digest:
        raise _refuse("送审之后处理意见已经改动，所审的不是最新一稿", "请承办人撤回后重新送审", gate="G-06")
    step = _step_of(held)
    verdicts = _verdicts(aspects, opinion, act_review.opinions_of(step))
    if not opinion_text.strip():
        raise Malformed("opinion_text", "请填写审核意见")
    if not rules.OPINIONS[opinion].approving and not problems.strip():
        raise Malformed("problems", "不同意的，请写明存在的问题和建议")
    held.aspects = verdicts
    held.opinion, held.opinion_text, held.problems = opinion, opinion_text.strip(), problems.strip()
    held.state, held.given_at = Review.State.GIVEN, clock.now()
    put(held, version=held.version)
    write_receipt(
        actor=actor,
        case=held.case,
        round=held.round,
        draft=held.draft,
        opinion=opinion,
        is_approving=rules.OPINIONS[opinion].approving,
        opinion_digest=_digest(held),
    )
    take_step(actor=actor, case=held.case, step=step.id, outcome=opinion, stated=_stated(held, step.id))
    return held


def _stated(review: Review, step: str) -> dict[str, Any]:
    """What the step of review states of the opinion: as much of it as this step asks for."""
    said = {
        "opinion_text": review.opinion_text,
        "problems": review.problems,
        "review_text": review.opinion_text,
        "review_problems": review.problems,
        "round": review.round,
        "received_on": review.complete_on,
        "aspects": [
            {"aspect": row["label"], "result": row["verdict"], "note": row["note"]}
            for row in queries.aspect_rows(review)
        ],
    }
    asked = {word.code for word in statements.words_of(review.case.procedure, step, review.opinion)}
    return {word: value for word, value in said.items() if word in asked}


def _verdicts(
    given: Mapping[str, Mapping[str, str]], opinion: str, offered: Iterable[Opinion]
) -> dict[str, dict[str, str]]:
    """The verdicts as kept. The opinion is one of the step and follows from them: 同意 only without a defect, the others only with one."""
    kept = {
        a.code: {
            "verdict": given.get(a.code, {}).get("verdict", ""),
            "note": given.get(a.code, {}).get("note", "").strip(),
        }
        for a in rules.ASPECTS
    }
    try:
        allowed = rules.allowed_opinions({code: said["verdict"] for code, said in kept.items()}, offered)
    except ValueError as wanting:
        raise Malformed("aspects", f"请逐项作出判断：{wanting}") from None
    for aspect in rules.ASPECTS:
        if kept[aspect.code]["verdict"] == "defect" and not kept[aspect.code]["note"]:
            raise Malformed(f"note_{aspect.code}", f"请说明“{aspect.label}”存在的问题")
    if opinion not in {o.code for o in allowed}:
        words = "、".join(o.label for o in allowed)
        raise Malformed("opinion", f"审核意见与六项审核内容的判断不一致，按所作判断可以出具：{words}")
    return kept


def _digest(review: Review) -> str:
    said = [review.draft.digest, review.round, review.opinion, review.opinion_text, review.problems, review.aspects]
    return hashlib.sha256(canonical(said).encode()).hexdigest()


@command("review.disagree", "对审核意见提出异议", allowed=(Role.OFFICER, Role.UNIT_HEAD))
def disagree(*, actor: Actor, review: Review, reply: str) -> Disagreement:
    """The handling unit answers an opinion it does not accept, in writing."""
    held = _held(review, Review.State.GIVEN)
    _handling(actor, held.case)
    if rules.OPINIONS[held.opinion].approving:
        raise _refuse("审核意见为同意，没有可以提出的异议", "可以继续办理")
    if not reply.strip():
        raise Malformed("reply", "请填写不同意审核意见的理由")
    if Disagreement.objects.filter(review=held).exists():
        raise _refuse("对这次审核意见已经提出过异议", "请等审核人答复", SEED.whole)
    return put(Disagreement(review=held, reply=reply.strip(), replied_by_id=actor.person_id, replied_at=clock.now()))


@command("review.answer", "答复审核异议", allowed=(Role.REVIEWER,))
def answer(*, actor: Actor, disagreement: Disagreement, text: str, is_maintained: bool) -> Disagreement:
    """The reviewer keeps his opinion or gives way; giving way opens a further round, it does not rewrite the former."""
    held = Disagreement.objects.select_related("review__case").get(pk=disagreement.pk)
    if held.review.reviewer_id != actor.person_id:
        raise _refuse("这次审核由其他审核人办理", "请由出具意见的审核人答复")
    if held.answered_at is not None:
        raise _refuse("这次异议已经答复", "请刷新后查看")
    if not text.strip():
        raise Malformed("text", "请填写答复内容")
    held.answer, held.is_maintained, held.answered_at = text.strip(), is_maintained, clock.now()
    return put(held, version=held.version)


@command("review.conclude", "记录协调结论", allowed=(Role.AGENCY_HEAD, Role.PRINCIPAL_HEAD, Role.SUPERVISOR))
def conclude(*, actor: Actor, disagreement: Disagreement, body: str, conclusion: str) -> Disagreement:
    """What the meeting of the heads or the justice bureau concluded. It advises the next round and replaces no review."""
    held = Disagreement.objects.select_related("review").get(pk=disagreement.pk)
    if held.answered_at is None:
        raise _refuse("审核人尚未答复异议", "请先由审核人答复", SAMR[49])
    if held.concluded_at is not None:
        raise _refuse("协调结论已经记录", "请刷新后查看")
    for field, text in (("body", body), ("conclusion", conclusion)):
        if not text.strip():
            raise Malformed(field, "请写明由谁协调和协调结论")
    held.body, held.conclusion = body.strip(), conclusion.strip()
    held.concluded_by_id, held.concluded_at = actor.person_id, clock.now()
    return put(held, version=held.version)
