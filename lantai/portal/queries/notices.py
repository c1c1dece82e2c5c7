"""Published decisions: one by its address, the latest, the withdrawn, the figures of openness."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.http import Http404

from lantai.ledger import clock
from lantai.ledger.canon import canonical
from lantai.portal.models import (
    LicenceEnding,
    NoticeChange,
    PublishedAgency,
    PublishedNotice,
    PublishedOfficer,
    PublishedPower,
)
from lantai.portal.models.notices import SEQUENCE_BITS
from lantai.portal.queries.search import shown

_PLACE = re.compile(r"(\d{4})(\d\d)(\d\d)-(\d{1,7})")
ENDED = "公示期满"
_WITHIN_A_DAY = 32  # bits of a row number in the key of a withdrawal


@dataclass(frozen=True)
class Figure:
    """A number of the home page and where its rows are."""

    number: int
    label: str
    url: str


def by_place(place: str) -> PublishedNotice:
    """The notice at ``20261113-12``. Http404 where there never was one."""
    found = _PLACE.fullmatch(place)
    if found is None:
        raise Http404
    year, month, day, number = map(int, found.groups())
    try:
        key = (date(year, month, day).toordinal() << SEQUENCE_BITS) + number
    except ValueError as error:
        raise Http404 from error
    notice = PublishedNotice.objects.filter(sort_key=key).prefetch_related("endings").first()
    if notice is None:
        raise Http404
    return notice


def gone(notice: PublishedNotice) -> str:
    """Why the content is no longer shown: 已撤回, 公示期满, or "" while it is."""
    if notice.status == PublishedNotice.Status.WITHDRAWN:
        return str(PublishedNotice.Status.WITHDRAWN)
    return ENDED if notice.shown_until is not None and notice.shown_until < clock.today() else ""


def changes(notice: PublishedNotice) -> list[NoticeChange]:
    return list(NoticeChange.objects.filter(notice=notice).order_by("-id"))


def endings(notice: PublishedNotice) -> list[tuple[LicenceEnding, str]]:
    """How its licence has ended, the latest first, each with the address of the decision where that is public too."""
    found = list(notice.endings.all())
    known = shown().filter(reference__in=[e.reference for e in found]) if found else ()
    address = {n.reference: n.address for n in known}
    return [(e, address.get(e.reference, "")) for e in found]


def ended_by(notice: PublishedNotice) -> list[PublishedNotice]:
    """The licences of which this decision is the end, where they are public."""
    marks = LicenceEnding.objects.filter(reference=notice.reference, lifted_on__isnull=True)
    return list(shown().filter(pk__in=marks.values("notice_id")).order_by("-sort_key"))


def licences_numbered(agency_code: str, number: str) -> list[PublishedNotice]:
    """The notices that stand of a licence of this agency: of its grant, its changes and renewals."""
    found = PublishedNotice.objects.filter(agency_code=agency_code, kind="许可", body__licence_number=number)
    return list(found.exclude(status=PublishedNotice.Status.WITHDRAWN).order_by("id"))


def licences_of(agency_code: str, party_name: str) -> list[PublishedNotice]:
    """The notices that stand of the licences that this agency has given a party."""
    found = PublishedNotice.objects.filter(agency_code=agency_code, kind="许可", party_name=party_name)
    return list(found.exclude(status=PublishedNotice.Status.WITHDRAWN).order_by("id"))


def by_reference(reference: str) -> PublishedNotice | None:
    return PublishedNotice.objects.filter(reference=reference).first()


def by_digest(digest: str) -> PublishedNotice | None:
    return PublishedNotice.objects.filter(digest=digest).first()


def latest(number: int = 8) -> list[PublishedNotice]:
    return list(shown().prefetch_related("endings").order_by("-sort_key")[:number])


def of_agency(code: str, number: int = 5) -> list[PublishedNotice]:
    return list(shown().filter(agency_code=code).prefetch_related("endings").order_by("-sort_key")[:number])


def withdrawn() -> QuerySet[PublishedNotice]:
    """The register of tombstones, the latest withdrawal first."""
    found = PublishedNotice.objects.filter(status=PublishedNotice.Status.WITHDRAWN)
    return found.order_by("-withdrawn_on", "-id")


def withdrawal_key(notice: PublishedNotice) -> int:
    """Where a tombstone stands in the register: the day of withdrawal, then the order of publication."""
    day = notice.withdrawn_on
    return (day.toordinal() << _WITHIN_A_DAY) + notice.pk if day else 0


def withdrawn_page(word: str, at: int | None, size: int) -> tuple[list[PublishedNotice], bool]:
    """``size`` tombstones ``before`` or ``after`` a key (or the first), and whether there are more that way."""
    rows = withdrawn()
    if at is not None:
        number, pk = at >> _WITHIN_A_DAY, at & ((1 << _WITHIN_A_DAY) - 1)
        day = date.fromordinal(min(max(number, 1), date.max.toordinal()))
        if word == "after":
            rows = rows.filter(Q(withdrawn_on__gt=day) | Q(withdrawn_on=day, id__gt=pk)).order_by("withdrawn_on", "id")
        else:
            rows = rows.filter(Q(withdrawn_on__lt=day) | Q(withdrawn_on=day, id__lt=pk))
    found = list(rows[: size + 1])
    kept = found[:size]
    return (kept[::-1] if word == "after" else kept), len(found) > size


def figures() -> tuple[Figure, ...]:
    """The openness of this year in five numbers, each leading to its rows."""
    today = clock.today()
    this_year = shown().filter(year=today.year).count()
    recent = (today - timedelta(days=30)).toordinal() << SEQUENCE_BITS
    return (
        Figure(this_year, f"{today.year}年作出并公示的决定", f"/decisions/?year={today.year}"),
        Figure(shown().filter(sort_key__gt=recent).count(), "最近三十天公示", "/decisions/"),
        Figure(PublishedAgency.objects.count(), "执法主体", "/agencies/"),
        Figure(PublishedOfficer.objects.count(), "执法人员", "/officers/"),
        Figure(PublishedPower.objects.count(), "权责事项", "/agencies/"),
    )


def digest_of(public: PublishedNotice | LicenceEnding) -> str:
    """The digest of what the row says now, computed anew."""
    return hashlib.sha256(canonical(public.public_content()).encode()).hexdigest()
