"""审核、发布、更正、撤回: nothing becomes public that a second person has not read."""

from __future__ import annotations

from datetime import date

from lantai.disclosure import masking, queries
from lantai.disclosure.commands.drafting import _act, _edited, _fill, _held, _reasoned, _refuse
from lantai.disclosure.commands.ending import _mark
from lantai.disclosure.commands.stepping import _step_of
from lantai.disclosure.models import PublicationAct, PublicationDraft
from lantai.law import publication
from lantai.law.gates import publication as gate
from lantai.law.people import Actor, Role
from lantai.law.publication import Channel
from lantai.law.redaction import is_publishable
from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.law.statutes_in_force import ALL, APL, OGI, PIPL, SEED
from lantai.ledger import clock
from lantai.ledger.act import command, put
from lantai.personnel.models import Person
from lantai.portal.commands import notices as portal


@command("disclosure.check", "审核公示稿", allowed=(Role.PUBLICATION_CHECKER,))
def check(*, actor: Actor, draft: PublicationDraft, passed: bool, opinion: str = "") -> PublicationDraft:
    """Another person than the one who drafted or edited reads the draft beside the original: pass, or send back."""
    held = _held(actor, draft, PublicationDraft.State.DRAFTED)
    if actor.person_id == held.drafted_by.pk or actor.person_id in held.editors:
        raise _refuse("拟稿、编辑公示稿的人不能审核自己的稿件", "请由另一名公示审核人审核", SEED.whole)
    if not passed:
        _reasoned(opinion)
        held.check_opinion = opinion.strip()
        put(held, version=held.version)
        _act(held, actor, PublicationAct.Kind.RETURN, opinion)
        return held
    _ready(held, actor)
    held.state, held.checked_at = PublicationDraft.State.CHECKED, clock.now()
    held.checked_by = Person.objects.get(pk=actor.person_id)
    held.check_opinion = opinion.strip()
    put(held, version=held.version)
    _act(held, actor, PublicationAct.Kind.CHECK, opinion)
    return held


@command("disclosure.publish", "发布公示", allowed=(Role.PUBLISHER,))
def publish(*, actor: Actor, draft: PublicationDraft, seen: int | None = None) -> PublicationDraft:
    """Put the notice before the public, or its correction. G-15 looks at it once more; the case takes its step."""
    held = _held(actor, draft, PublicationDraft.State.CHECKED)
    if seen is not None and seen != held.version:
        raise Conflict("您打开页面之后，这份公示稿又有了变化，请重新核对后发布")
    _ready(held, actor)
    body, sections = queries.public_body(held), queries.public_sections(held)
    today = clock.today()
    is_correction = held.notice is not None
    if held.notice is not None:
        portal.correct_notice(
            actor=actor, notice=held.notice, body=body, sections=sections, reason=held.correction_reason
        )
    else:
        held.notice = portal.put_notice(
            actor=actor,
            reference=held.reference,
            agency_code=held.fields["agency_code"],
            agency_name=held.fields["agency_name"],
            division=held.fields["division"],
            field=held.case.agency.get_field_display(),
            kind=held.fields["kind"],
            body=body,
            sections=sections,
            decided_on=held.decided_on,
            due_on=held.due_on,
            shown_until=held.shown_until,
        )
        held.published_at = clock.now()
    held.state, held.published_by = PublicationDraft.State.PUBLISHED, Person.objects.get(pk=actor.person_id)
    put(held, version=held.version)
    term = held.correction_due_on if is_correction else held.due_on
    kind = PublicationAct.Kind.CORRECTED if is_correction else PublicationAct.Kind.PUBLISH
    _act(held, actor, kind, held.correction_reason, due_on=term, is_late=term is not None and today > term)
    if not is_correction:
        _step_of(held, actor, "published", _stated(held, body))
        _mark(held, actor)
    return held


@command("disclosure.correct", "启动更正公示", allowed=(Role.PUBLISHER,))
def correct(*, actor: Actor, draft: PublicationDraft, reason: str, known_on: date) -> PublicationDraft:
    """An inaccurate notice is drawn anew (five working days): edited, checked by another person, published again."""
    held = _held(actor, draft, PublicationDraft.State.PUBLISHED)
    _reasoned(reason)
    _known(known_on, held)
    _fill(held, queries.material(actor, held.case))
    held.correction_reason = reason.strip()
    held.correction_due_on = publication.correction_due(known_on).legal_due
    _act(held, actor, PublicationAct.Kind.CORRECT, reason, known_on=known_on, due_on=held.correction_due_on)
    return _edited(held, actor, PublicationAct.Kind.DRAFT, "为更正重新拟稿")


@command("disclosure.withdraw", "撤回公示", allowed=(Role.PUBLISHER,))
def withdraw(*, actor: Actor, draft: PublicationDraft, reason: str, known_on: date) -> PublicationDraft:
    """Take the notice back with its public reason, within three working days of knowing (行政处罚法第四十八条第二款).

    At once and by one person: what is wrongly public must not wait for a second one. The reason itself is searched for
    personal data, because it stays public.
    """
    held = _held(actor, draft, PublicationDraft.State.PUBLISHED, *PublicationDraft.OPEN)
    _reasoned(reason)
    if held.notice is None:
        raise _refuse("这份公示稿还没有公示，无须撤回", "请按不予公示或者重新拟稿办理", APL[48, 2])
    _known(known_on, held)
    known = queries.material(actor, held.case)
    if kinds := masking.left({"title": reason}, (), known.ground):
        raise _refuse(
            f"撤回理由会向社会公开，不能写有{'、'.join(kinds)}", "请改写理由", PIPL[34], gate="G-15", field="reason"
        )
    portal.withdraw_notice(actor=actor, notice=held.notice, reason=reason.strip())
    portal.lift_endings(actor=actor, reference=held.notice.reference, reason=reason.strip())
    term = publication.withdrawal_due(known_on, held.fields["kind"]).legal_due
    held.state = PublicationDraft.State.WITHDRAWN
    put(held, version=held.version)
    _act(
        held,
        actor,
        PublicationAct.Kind.WITHDRAW,
        reason,
        known_on=known_on,
        due_on=term,
        is_late=term is not None and clock.today() > term,
    )
    return held


@command("disclosure.mark_ended", "标注许可终止", allowed=(Role.PUBLISHER,))
def mark_ended(*, actor: Actor, draft: PublicationDraft) -> PublicationDraft:
    """Say beside the notice of a licence that it was ended in its own file afterwards.

    At once and by one person, as with a withdrawal: every word is taken from the decision.
    """
    held = _held(actor, draft, PublicationDraft.State.PUBLISHED)
    if not _mark(held, actor):
        raise _refuse("没有应当标注终止的许可公示，或者已经标注", "请刷新后按最新状态办理", ALL[40])
    return held


def _ready(held: PublicationDraft, actor: Actor) -> None:
    """G-15: public by law, on a stated basis, nothing protected left, and still the decision that stands."""
    known = queries.material(actor, held.case)
    if queries.is_changed(held, known.decision):
        raise Conflict("决定书在拟稿以后有了变化，请重新拟稿、审核", ("决定书已经更正或者重新制作",))
    local = next((r for r in known.rulings if r["channel"] == Channel.LOCAL_SUMMARY), None)
    body = queries.public_body(held)
    refused = list(
        gate.check(
            gate.NoticeFacts(
                basis_codes=tuple(local["basis_code"].split("+")) if local and local["basis_code"] else (),
                unredacted=tuple(masking.left(held.original, held.masks, known.ground)),
                fields=tuple(body),
                missing=publication.missing_of_summary(body),
                minor=not is_publishable(known.facts.party, held.decided_on),
            )
        )
    )
    if local and not local["publish"] and not refused:
        basis = tuple(b for b in (OGI[14], OGI[15]) if str(b) in local["basis"]) or (SEED.whole,)
        refused.append(Refusal(gate.GATE, basis, f"这项决定依法不予公示：{local['reason']}", "请登记为依法不予公示"))
    if refused:
        raise Refused(refused)


def _stated(held: PublicationDraft, body: dict[str, object]) -> dict[str, object]:
    """What the step of the case says of the publication."""
    local = next(r for r in held.rulings if r["channel"] == Channel.LOCAL_SUMMARY)
    codes = local["basis_code"].split("+")
    return {
        "published_on": clock.today().isoformat(),
        "basis_codes": [{"code": code} for code in codes],
        "fields": [{"code": name} for name in sorted(body)],
    }


def _known(known_on: date, held: PublicationDraft) -> None:
    if known_on > clock.today():
        raise Malformed("known_on", "知悉之日不能晚于今天")
    if known_on < held.decided_on:
        raise Malformed("known_on", "知悉之日不能早于决定日期")
