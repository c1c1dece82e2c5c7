"""The life of a published item in a story: drafted, checked by another person, published, corrected, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from lantai.cases.models import Case, Decision
from lantai.disclosure import queries
from lantai.disclosure.commands import drafting, releasing
from lantai.disclosure.models import PublicationDraft
from lantai.law.people import Actor
from lantai.law.refusals import Malformed

OPINION = "已与决定书逐项核对，隐去处正确。"

WORDS: dict[str, frozenset[str]] = {
    "publish": frozenset({"show", "hide", "reason"}),
    "withhold": frozenset({"ground", "reason"}),
    "correct": frozenset({"hide", "reason", "known_on"}),
    "withdraw": frozenset({"reason", "known_on"}),
}
"""What each act may state: words to show again or to hide, the legal ground, the public reason, the day of knowing."""

ACTS = frozenset(WORDS)
PUBLISHER, CHECKER = "publisher", "checker"

Found = Callable[[str], Actor]


def act(kind: str, case: Case, said: Mapping[str, Any], on: date, found: Found, by: tuple[Actor, ...] = ()) -> None:
    """One act at the publication desk. ``found`` gives the person behind a word; ``by`` stands in for the publisher."""
    publisher = by[0] if by else found(PUBLISHER)
    if not Decision.objects.filter(case=case, document__isnull=False).exists():
        raise Malformed("step", "本案还没有决定书，没有可以公示的内容")
    reason = str(said.get("reason") or "")
    known_on = said.get("known_on") or on
    if kind == "publish":
        _publish(_drafted(case, publisher), said, publisher, found(CHECKER))
    elif kind == "withhold":
        drafting.withhold(
            actor=publisher,
            draft=_drafted(case, publisher),
            ground=str(said.get("ground") or ""),
            reason=reason or "依法不得公开",
        )
    elif kind == "correct":
        again = releasing.correct(
            actor=publisher, draft=_standing(case, publisher), reason=reason or "公示内容有误", known_on=known_on
        )
        _publish(again, said, publisher, found(CHECKER))
    else:
        releasing.withdraw(
            actor=publisher,
            draft=_standing(case, publisher),
            reason=reason or "原行政处罚决定被依法撤销",
            known_on=known_on,
        )


def _publish(draft: PublicationDraft, said: Mapping[str, Any], publisher: Actor, checker: Actor) -> None:
    for words in _listed(said.get("hide")):
        draft = drafting.edit_mask(actor=publisher, draft=draft, words=words, reason="涉及他人隐私")
    for words in _listed(said.get("show")):
        draft = drafting.lift_mask(actor=publisher, draft=draft, mask=_mask_over(draft, words), reason="已经公开的信息")
    checked = releasing.check(actor=checker, draft=draft, passed=True, opinion=OPINION)
    releasing.publish(actor=publisher, draft=checked)


def _drafted(case: Case, publisher: Actor) -> PublicationDraft:
    standing = queries.standing_of(publisher, case)
    return standing if standing is not None else drafting.draft(actor=publisher, case=case)


def _standing(case: Case, publisher: Actor) -> PublicationDraft:
    standing = queries.standing_of(publisher, case)
    if standing is None:
        raise Malformed("step", "本案还没有公示")
    return standing


def _mask_over(draft: PublicationDraft, words: str) -> int:
    """The number of the mask that hides these words."""
    texts = queries.hidden_words(draft)
    number = next((n for n, text in texts.items() if words in text), None)
    if number is None:
        raise Malformed("show", f"“{words}”没有被隐去")
    return number


def _listed(given: Any) -> list[str]:
    return [str(one) for one in given] if isinstance(given, list) else [str(given)] if given else []
