"""拟稿、隐去: what of a decision is to become public. Every change by a person needs a reason and takes the check away."""

from __future__ import annotations

from typing import Any

from lantai.cases.models import Case
from lantai.disclosure import facts as rows_of
from lantai.disclosure import masking, queries
from lantai.disclosure.commands.ending import _mark
from lantai.disclosure.commands.stepping import _step_of
from lantai.disclosure.models import PublicationAct, PublicationDraft
from lantai.law import publication
from lantai.law.people import Actor, Role
from lantai.law.publication import Channel
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.law.statutes_in_force import APL, MINORS, OGI, PIPL, SEED
from lantai.ledger import clock
from lantai.ledger.act import command, put

DESK = (Role.PUBLISHER, Role.OFFICER)


@command("disclosure.draft", "拟制公示稿", allowed=DESK)
def draft(*, actor: Actor, case: Case) -> PublicationDraft:
    """Draw the notice from the decision document by the allow-list; what must be hidden is hidden from the start."""
    known = queries.material(actor, case)
    _own(actor, case)
    Case.objects.select_for_update(of=("self",)).get(pk=case.pk)  # of two who draft at once the second sees the first
    standing = PublicationDraft.objects.filter(case=case).exclude(state=PublicationDraft.State.WITHDRAWN).first()
    if standing is not None:
        raise _refuse("本案已有公示稿", "请在已有的公示稿上办理", SEED.whole)
    made = PublicationDraft(case=case, agency=known.case.agency, drafted_by_id=actor.person_id)
    made.collected_at = known.decision.decided_at
    made.transferred_at = clock.now()
    _fill(made, known)
    put(made)
    _act(made, actor, PublicationAct.Kind.DRAFT)
    return made


@command("disclosure.redraw", "重新拟制公示稿", allowed=DESK)
def redraw(*, actor: Actor, draft: PublicationDraft) -> PublicationDraft:
    """Draw the draft anew from the decision as it is now; what was hidden by hand is looked for again."""
    held = _held(actor, draft, *PublicationDraft.OPEN)
    kept = [(m, _words(held, m)) for m in held.masks if m["by_hand"]]
    _fill(held, queries.material(actor, held.case))
    for mask, words in kept:
        held.masks += masking.by_hand(held.original, words, mask["reason"], held.masks)
    held.masks = masking.numbered(held.masks)
    return _edited(held, actor, PublicationAct.Kind.DRAFT, "按现行决定书重新拟稿")


@command("disclosure.edit_mask", "人工隐去", allowed=(*DESK, Role.PUBLICATION_CHECKER))
def edit_mask(*, actor: Actor, draft: PublicationDraft, words: str, reason: str) -> PublicationDraft:
    """Hide words that no detector knows, wherever they stand, with the reason."""
    held = _held(actor, draft, *PublicationDraft.OPEN)
    _reasoned(reason)
    if not words.strip():
        raise Malformed("words", "请填写要隐去的文字")
    more = masking.by_hand(held.original, words.strip(), reason.strip(), held.masks)
    if not more:
        raise Malformed("words", "公示稿里没有这些文字，或者已经隐去")
    held.masks = masking.numbered([*held.masks, *more])
    return _edited(held, actor, PublicationAct.Kind.MASK, reason)


@command("disclosure.lift_mask", "恢复显示", allowed=(Role.PUBLISHER,))
def lift_mask(*, actor: Actor, draft: PublicationDraft, mask: int, reason: str) -> PublicationDraft:
    """Show again what was hidden, with the reason. Identity, phone and card numbers and minors are never shown."""
    held = _held(actor, draft, *PublicationDraft.OPEN)
    _reasoned(reason)
    found = next((m for m in held.masks if m["id"] == mask and not m["lifted"]), None)
    if found is None:
        raise Malformed("mask", "没有这一处隐去，请刷新后再办")
    if found["kind"] in masking.NEVER_LIFTED:
        basis = MINORS[103] if found["kind"] == "minor" else PIPL[28]
        raise _refuse(f"{found['label']}应当隐去，不能恢复显示", "请保留这一处隐去", basis, gate="G-15")
    found["lifted"] = {"reason": reason.strip(), "by": actor.name, "at": clock.now().isoformat()}
    return _edited(held, actor, PublicationAct.Kind.LIFT, f"{found['label']}：{reason.strip()}")


@command("disclosure.withhold", "依法不予公示", allowed=(Role.PUBLISHER,))
def withhold(*, actor: Actor, draft: PublicationDraft, ground: str, reason: str) -> PublicationDraft:
    """Decide, on a ground of the law, that the decision becomes public nowhere; the step of the case says so too."""
    held = _held(actor, draft, *PublicationDraft.OPEN)
    _reasoned(reason)
    if ground not in GROUNDS:
        raise Malformed("ground", "请选择不予公示的法定事由")
    label, basis = GROUNDS[ground]
    held.state, held.withheld_reason = PublicationDraft.State.WITHHELD, f"{label}：{reason.strip()}"
    held.withheld_basis = "、".join(str(b) for b in basis)
    put(held, version=held.version)
    _act(held, actor, PublicationAct.Kind.WITHHOLD, held.withheld_reason)
    _step_of(held, actor, "withheld", {"not_published_reason": held.withheld_reason})
    _mark(held, actor)
    return held


GROUNDS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "state_secret": ("依法确定为国家秘密", (OGI[14],)),
    "security": ("公开可能危及国家安全、公共安全、经济安全、社会稳定", (OGI[14],)),
    "by_law": ("法律、行政法规禁止公开", (OGI[14],)),
    "trade_secret": ("涉及商业秘密，公开会损害第三方合法权益", (OGI[15], APL[50])),
    "privacy": ("涉及个人隐私，公开会损害第三方合法权益", (OGI[15], APL[50])),
    "minor": ("当事人不满十八周岁", (MINORS[103],)),
}


def _fill(made: PublicationDraft, known: queries.Material) -> None:
    decision, document = known.decision, known.decision.document
    if document is None:
        raise _refuse("决定书还没有制作，没有可以公示的内容", "请先制作决定书", APL[59])
    full = known.goes(Channel.LOCAL_FULL_TEXT)
    made.reference, made.decided_on = document.number, decision.decided_on
    made.source_digest = document.digest
    made.due_on = queries.term_of(decision).legal_due
    made.rulings = known.rulings
    made.fields = rows_of.fields_of(known.case, decision, document, known.facts, known.party)
    made.original = rows_of.original_of(known.case, decision, document, full)
    made.masks = masking.numbered(masking.found(made.original, known.ground))
    made.shown_until = publication.shown_until(known.known, Channel.LOCAL_SUMMARY, clock.today())
    made.state = PublicationDraft.State.DRAFTED


def _words(held: PublicationDraft, mask: dict[str, Any]) -> str:
    return dict(masking.places(held.original))[mask["where"]][mask["start"] : mask["end"]]


def _edited(held: PublicationDraft, actor: Actor, kind: str, reason: str) -> PublicationDraft:
    """Write the draft with its editor; whoever checked it before did not check this."""
    held.state, held.checked_by, held.checked_at, held.check_opinion = PublicationDraft.State.DRAFTED, None, None, ""
    held.editors = sorted({*held.editors, actor.person_id})
    put(held, version=held.version)
    _act(held, actor, kind, reason)
    return held


def _act(held: PublicationDraft, actor: Actor, kind: str, reason: str = "", **more: Any) -> PublicationAct:
    return put(
        PublicationAct(
            draft=held, kind=kind, at=clock.now(), by_id=actor.person_id or None, reason=reason.strip()[:500], **more
        )
    )


def _held(actor: Actor, draft: PublicationDraft, *states: str) -> PublicationDraft:
    """The row as it is now, held until the end of the command, in one of these states."""
    held = (
        PublicationDraft.objects.select_for_update(of=("self",))
        .select_related("case__agency", "notice")
        .get(pk=draft.pk)
    )
    _own(actor, held.case)
    if held.state not in states:
        raise _refuse(
            f"这份公示稿{PublicationDraft.State(held.state).label}，不能再这样办理",
            "请刷新后按最新状态办理",
            SEED.whole,
        )
    return held


def _own(actor: Actor, case: Case) -> None:
    if actor.agency_id != case.agency.pk:
        raise _refuse("谁执法谁公示，这件案件由其他机关公示", "请由办案机关的公示人员登录后办理", SEED.whole)


def _reasoned(reason: str) -> None:
    if not reason.strip():
        raise Malformed("reason", "请写明理由")


def _refuse(reason: str, remedy: str, *basis: Any, gate: str = "", field: str = "") -> Refused:
    return Refused([Refusal(gate, basis, reason, remedy, field=field)])
