"""Putting a decision before the public, correcting it, withdrawing it. ``disclosure`` decides; here the copy is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Max

from lantai.law.people import Actor, Role
from lantai.law.publication import PUBLIC_FIELDS, missing_of_summary, unlisted
from lantai.law.refusals import Conflict, Malformed
from lantai.ledger import clock
from lantai.ledger.act import command, publish_digest, put
from lantai.portal.bigrams import normalised, pairs
from lantai.portal.commands.version import _raise_version
from lantai.portal.models import LicenceEnding, NoticeChange, PublishedNotice
from lantai.portal.models.notices import SEQUENCE_BITS
from lantai.portal.queries.notices import digest_of

POSTS = (Role.PUBLISHER,)


@command("portal.put_notice", "公示执法决定", allowed=POSTS)
def put_notice(
    *,
    actor: Actor,
    reference: str,
    agency_code: str,
    agency_name: str,
    division: str,
    field: str,
    kind: str,
    body: Mapping[str, Any],
    sections: Sequence[Mapping[str, Any]] = (),
    decided_on: date,
    due_on: date | None = None,
    shown_until: date | None = None,
) -> PublishedNotice:
    """Make a decision public. ``body`` holds fields of the allow-list only; the four statutory ones must be there."""
    _listed(body)
    if PublishedNotice.objects.filter(reference=reference).exists():
        raise Conflict(f"{reference}已经公示，不能重复公示")
    _raise_version()
    moment = clock.now()
    notice = PublishedNotice(
        sort_key=_next_key(moment.date()),
        reference=reference,
        agency_code=agency_code,
        agency_name=agency_name,
        division=division,
        field=field,
        kind=kind,
        decided_on=decided_on,
        published_on=moment.date(),
        published_at=moment,
        due_on=due_on,
        shown_until=shown_until,
        year=decided_on.year,
    )
    _fill(notice, body, sections)
    put(notice)
    _index(notice)
    publish_digest(notice.digest)
    put(NoticeChange(notice=notice, kind=NoticeChange.Kind.PUBLISHED, at=moment, digest=notice.digest))
    return notice


@command("portal.correct_notice", "更正公示", allowed=POSTS)
def correct_notice(
    *,
    actor: Actor,
    notice: PublishedNotice,
    body: Mapping[str, Any],
    sections: Sequence[Mapping[str, Any]] = (),
    reason: str,
    shown_until: date | None = None,
) -> PublishedNotice:
    """Put right what was inaccurate (公示规定第十二条), with a public reason. The former words are not shown again."""
    _listed(body)
    notice = _standing(notice)
    _reasoned(reason)
    changed = [
        PUBLIC_FIELDS[name]
        for name in PUBLIC_FIELDS
        if name not in ("sections", "status", "reason") and notice.body.get(name) != body.get(name)
    ]
    changed += [PUBLIC_FIELDS["sections"]] if list(sections) != notice.sections else []
    if not changed:
        raise Malformed("reason", "公示内容没有变化，无需更正")
    _raise_version()
    _unindex(notice)
    notice.status, notice.reason = PublishedNotice.Status.CORRECTED, reason
    notice.shown_until = shown_until or notice.shown_until
    _fill(notice, body, sections)
    put(notice, version=notice.version)
    _index(notice)
    _name_all(notice)
    put(_change(notice, NoticeChange.Kind.CORRECTED, reason, changed))
    return notice


@command("portal.withdraw_notice", "撤下公示件", allowed=POSTS)
def withdraw_notice(*, actor: Actor, notice: PublishedNotice, reason: str) -> PublishedNotice:
    """Take the content away and leave the tombstone with its public reason (行政处罚法第四十八条第二款)."""
    notice = _standing(notice)
    _reasoned(reason)
    _raise_version()
    _unindex(notice)
    notice.status, notice.reason = PublishedNotice.Status.WITHDRAWN, reason
    notice.withdrawn_on = clock.today()
    notice.party_name = notice.title = notice.conclusion = notice.search_text = ""
    notice.body, notice.sections = {}, []
    notice.digest = digest_of(notice)
    put(notice, version=notice.version)
    publish_digest(notice.digest)
    put(_change(notice, NoticeChange.Kind.WITHDRAWN, reason, []))
    return notice


@command("portal.end_licence", "公示许可终止情况", allowed=POSTS)
def end_licence(
    *,
    actor: Actor,
    notice: PublishedNotice,
    kind: str,
    ground: str,
    basis: str,
    agency_name: str,
    reference: str,
    decided_on: date,
    ended_on: date | None = None,
) -> PublishedNotice:
    """Say beside the notice of a licence that the licence has ended. The notice itself stays as it was published."""
    notice = _standing(notice)
    if LicenceEnding.objects.filter(notice=notice, reference=reference).exists():
        raise Conflict(f"{notice.reference}已经标注{reference}，不必重复标注")
    _raise_version()
    mark = LicenceEnding(
        notice=notice,
        kind=kind,
        ground=ground,
        basis=basis,
        agency_name=agency_name,
        reference=reference,
        decided_on=decided_on,
        ended_on=ended_on,
        marked_on=clock.today(),
    )
    mark.digest = digest_of(mark)
    put(mark)
    _name_all(notice)
    return notice


@command("portal.lift_endings", "解除许可终止的标注", allowed=POSTS)
def lift_endings(*, actor: Actor, reference: str, reason: str) -> int:
    """The decision that ended licences has fallen itself: their notices say so, and on which day. Says how many."""
    _reasoned(reason)
    marks = list(LicenceEnding.objects.filter(reference=reference, lifted_on__isnull=True).select_related("notice"))
    for mark in marks:
        _lift(actor=actor, mark=mark, reason=reason)
    return len(marks)


@command("portal.lift_ending", "解除一项许可终止的标注", allowed=POSTS)
def _lift(*, actor: Actor, mark: LicenceEnding, reason: str) -> PublishedNotice:
    _raise_version()
    mark.lifted_on, mark.lifted_because = clock.today(), reason
    mark.digest = digest_of(mark)
    put(mark)
    _name_all(mark.notice)
    return mark.notice


def _name_all(notice: PublishedNotice) -> None:
    """The entry names everything that the page of a notice shows, so that one proof covers it."""
    publish_digest(notice.digest)
    for mark in LicenceEnding.objects.filter(notice=notice):
        publish_digest(mark.digest)


def _listed(body: Mapping[str, Any]) -> None:
    if more := unlisted(body):
        raise Malformed(more[0], f"公示内容含有不得公开的栏目：{'、'.join(more)}")
    if missing := missing_of_summary(body):
        raise Malformed("body", f"公示内容缺少{'、'.join(missing)}")


def _reasoned(reason: str) -> None:
    if not reason.strip():
        raise Malformed("reason", "请写明向社会公开的理由")


def _standing(notice: PublishedNotice) -> PublishedNotice:
    held = PublishedNotice.objects.select_for_update().get(pk=notice.pk)
    if held.status == PublishedNotice.Status.WITHDRAWN:
        raise Conflict(f"{held.reference}的公示已经撤回")
    return held


def _fill(notice: PublishedNotice, body: Mapping[str, Any], sections: Sequence[Mapping[str, Any]]) -> None:
    notice.body, notice.sections = dict(body), list(sections)
    notice.party_name = str(body["party_name"])
    notice.title = str(body.get("title") or f"{body['party_name']}{body.get('violation') or notice.kind + '案'}")
    notice.conclusion = str(body["conclusion"])
    notice.search_text = normalised("\n".join(_texts([notice.reference, notice.title, *body.values(), sections])))
    notice.digest = digest_of(notice)


def _texts(value: Any) -> list[str]:
    """All readable words of a value, in order; hidden spans give what stands in their place."""
    if isinstance(value, Mapping):
        if "heading" in value:
            return [str(value["heading"]), *("".join(_texts(p)) for p in value.get("paragraphs", ()))]
        return [str(value[name]) for name in ("text", "hidden") if name in value]
    if isinstance(value, list | tuple):
        return [t for v in value for t in _texts(v)]
    return [] if value is None else [str(value)]


def _next_key(day: date) -> int:
    first = day.toordinal() << SEQUENCE_BITS
    of_day = PublishedNotice.objects.filter(sort_key__gte=first, sort_key__lt=first + (1 << SEQUENCE_BITS))
    return (of_day.aggregate(last=Max("sort_key"))["last"] or first) + 1


def _change(notice: PublishedNotice, kind: str, reason: str, fields: list[str]) -> NoticeChange:
    return NoticeChange(notice=notice, kind=kind, at=clock.now(), reason=reason, fields=fields, digest=notice.digest)


def _index(notice: PublishedNotice) -> None:
    """PostgreSQL indexes the row by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO portal_pairs(rowid, pairs) VALUES (%s, %s)",
                [notice.sort_key, " ".join(pairs(notice.search_text))],
            )


def _unindex(notice: PublishedNotice) -> None:
    """A contentless index forgets a row only when told the very words it was given."""
    if connection.vendor == "sqlite" and notice.search_text:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO portal_pairs(portal_pairs, rowid, pairs) VALUES ('delete', %s, %s)",
                [notice.sort_key, " ".join(pairs(notice.search_text))],
            )
