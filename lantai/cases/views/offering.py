"""Whom a form of a case lets one choose among: some are offered, others are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest

from lantai.cases.forms import OF_HEADS, people_choices
from lantai.cases.models import Case
from lantai.law.people import Actor, Role
from lantai.law.procedures.desks import HEADS
from lantai.law.statements.word import Kind, Word
from lantai.personnel import queries as personnel
from lantai.web.choosing import Offer, sought

OF_OFFICERS = ("with_officers", "officers")


def _names(words: Iterable[Word]) -> list[str]:
    return [w.code for w in words if w.kind in (Kind.PERSON, Kind.PERSONS)]


def officers(
    request: HttpRequest, agency_id: int, initial: Mapping[str, Any], words: Iterable[Word] = ()
) -> tuple[Offer, Offer]:
    """Officers of the agency; the same without whoever submits, for choosing who took part beside him."""
    names = [*OF_OFFICERS, *(name for name in _names(words) if name not in OF_HEADS)]
    asked = sought(request, dict.fromkeys(names), initial)
    chosen = {*asked.chosen, request.actor.person_id}
    met = personnel.offered(request.actor, agency_id, (Role.OFFICER,), q=asked.q, chosen=chosen)
    every = Offer(people_choices(met.people), met.has_more, asked.q, met.is_in_vain)
    return every, every.without(request.actor.person_id)


def concerned(request: HttpRequest, agency_id: int) -> Offer:
    """Those who may have to withdraw from a case: whoever investigates, reviews, chairs or decides."""
    said = sought(request, ("person",), {})
    roles = (Role.OFFICER, Role.UNIT_HEAD, Role.REVIEWER, *HEADS)
    met = personnel.offered(request.actor, agency_id, roles, q=said.q, chosen=said.chosen)
    shown = [(str(a.person_id), f"{a.name}　{a.unit}") for a in met.people]
    return Offer([("", "请选择"), *shown], met.has_more, said.q, met.is_in_vain)


def heads(request: HttpRequest, agency_id: int, words: Sequence[Word]) -> Offer:
    """Heads, reviewers and heads of units: those among whom who chaired or took part in a discussion is chosen."""
    asked = {word.code for word in words} & {*OF_HEADS}
    if not asked:
        return Offer()
    roles = HEADS if "attendees" in asked else (*HEADS, Role.REVIEWER, Role.UNIT_HEAD)
    said = sought(request, asked, {})
    met = personnel.offered(request.actor, agency_id, roles, q=said.q, chosen=said.chosen)
    return Offer([(str(a.person_id), f"{a.name}　{a.unit}") for a in met.people], met.has_more, said.q, met.is_in_vain)


def staffing(viewer: Actor, case: Case) -> list[tuple[str, str]]:
    """What the viewer may decide about the people who work on a case: name of the address and words."""
    if case.standing == "" or viewer.agency_id != case.agency_id:
        return []
    acts = (("cases:recusal", "决定回避", HEADS), ("cases:reassign", "变更承办人", (Role.UNIT_HEAD, *HEADS)))
    return [(name, label) for name, label, posts in acts if viewer.has(*posts)]
