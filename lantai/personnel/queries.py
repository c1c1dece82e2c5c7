"""Reads of persons, certificates and posts, and the Actor that the rules know a person by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, When
from django.http import Http404

from lantai.accounts.models import Account
from lantai.agencies import queries as agencies
from lantai.agencies.models import Agency, Field
from lantai.law.people import ADMINISTRATORS, Actor, Role
from lantai.law.people import Certificate as HeldCertificate
from lantai.ledger import clock, plain
from lantai.ledger.journeys import Question, Rows, ask
from lantai.personnel import importing
from lantai.personnel.models import Certificate, CertificateSuspension, Person, Post
from lantai.personnel.workbook import NOTE, OFFICERS
from lantai.web.workbook import plan, writing
from lantai.web.workbook.plan import Trial

_COLUMNS = (
    "id",
    "name",
    "unit",
    "account_id",
    "legal_qualification",
    "first_review_on",
    "left_on",
    "agency_id",
    "agency__name",
    "agency__field",
    "agency__division",
    "held__role",
    "certificates__id",
    "certificates__number",
    "certificates__valid_from",
    "certificates__valid_to",
    "certificates__fields",
    "certificates__suspensions__from_on",
    "certificates__suspensions__to_on",
)
_PERSONS = (
    "SELECT p.id, p.name, p.unit, p.account_id, p.legal_qualification, p.first_review_on, p.left_on, p.agency_id, "
    "a.name, a.field, a.division, h.role, c.id, c.number, c.valid_from, c.valid_to, c.fields, s.from_on, s.to_on "
    "FROM personnel_person p JOIN agencies_agency a ON a.id = p.agency_id "
    "LEFT JOIN personnel_post h ON h.person_id = p.id AND h.from_on <= %s AND (h.to_on IS NULL OR h.to_on >= %s) "
    "LEFT JOIN personnel_certificate c ON c.person_id = p.id "
    "LEFT JOIN personnel_certificatesuspension s ON s.certificate_id = c.id"
)


@dataclass
class _Gathered:
    first: dict[str, Any]
    roles: set[Role] = field(default_factory=set)
    certificates: dict[int, dict[str, Any]] = field(default_factory=dict)
    suspended: dict[int, set[tuple[date, date | None]]] = field(default_factory=dict)

    def add(self, row: dict[str, Any]) -> None:
        if row["held__role"]:
            self.roles.add(Role(row["held__role"]))
        if number := row["certificates__id"]:
            self.certificates[number] = row
            times = self.suspended.setdefault(number, set())
            if row["certificates__suspensions__from_on"]:
                times.add((row["certificates__suspensions__from_on"], row["certificates__suspensions__to_on"]))

    def certificate(self, on: date) -> HeldCertificate | None:
        """The certificate that holds on the day, otherwise the one that ended last."""
        held = [
            HeldCertificate(
                number=row["certificates__number"],
                valid_from=row["certificates__valid_from"],
                valid_to=row["certificates__valid_to"],
                fields=frozenset(json.loads(row["certificates__fields"])),
                suspended=tuple(sorted(self.suspended[pk], key=lambda t: t[0])),
            )
            for pk, row in self.certificates.items()
        ]
        return max(held, key=lambda c: (c.holds_on(on), c.valid_to), default=None)

    def actor(self, on: date, scope: frozenset[int]) -> Actor:
        row = self.first
        return Actor(
            person_id=row["id"],
            name=row["name"],
            agency_id=row["agency_id"],
            agency_name=row["agency__name"],
            roles=frozenset(self.roles),
            account_id=row["account_id"] or 0,
            unit=row["unit"],
            certificate=self.certificate(on),
            legal_qualification=row["legal_qualification"],
            first_review_on=row["first_review_on"],
            scope=scope,
        )


def _gather(column: str, values: Sequence[int], on: date) -> dict[int, _Gathered]:
    """Persons by id, or by account, with posts and papers; plain SQL, because every page and every command begins with it."""
    return ask(_persons(column, values, on))[0] if values else {}


def _persons(column: str, values: Sequence[int], on: date) -> Question[dict[int, _Gathered]]:
    sql = f"{_PERSONS} WHERE p.{column} IN ({plain.marks(values)}) ORDER BY p.id"
    return Question(sql, [on, on, *values], _gathered)


def _gathered(rows: Rows) -> dict[int, _Gathered]:
    found: dict[int, _Gathered] = {}
    for row in (dict(zip(_COLUMNS, row, strict=True)) for row in rows):
        found.setdefault(row["id"], _Gathered(row)).add(row)
    return found


def _scope(gathered: _Gathered) -> frozenset[int]:
    """The agencies seen besides one's own: by supervision those below, by review the government of the same level."""
    row = gathered.first
    if row["agency__field"] != Field.JUSTICE or not gathered.roles & {Role.SUPERVISOR, Role.REVIEWER}:
        return frozenset()
    seat = Agency(id=row["agency_id"], division=row["agency__division"], field=row["agency__field"])
    seen = agencies.below(seat) if Role.SUPERVISOR in gathered.roles else agencies.reviewed_by(seat)
    return frozenset(seen.values_list("id", flat=True))


def actors(people: Iterable[Person | int], on: date | None = None) -> dict[int, Actor]:
    """Actors of several persons by person id, as they stand on ``on`` (today); one statement, without supervised scope."""
    ids = {p.pk if isinstance(p, Person) else p for p in people}
    return ask(actors_of(ids, on or clock.today()))[0] if ids else {}


def actors_of(ids: Iterable[int], on: date) -> Question[dict[int, Actor]]:
    """For the answer of ``actors``."""
    found = _persons("id", sorted(ids) or [0], on)
    return found.then(lambda met: {pk: g.actor(on, frozenset()) for pk, g in met.items()})


def actor_of(person: Person | int, on: date | None = None) -> Actor:
    """The Actor of one person with the posts and certificate of that day; at most two statements."""
    day = on or clock.today()
    pk = person.pk if isinstance(person, Person) else person
    gathered = _gather("id", [pk], day).get(pk)
    if gathered is None:
        raise Person.DoesNotExist(pk)
    return gathered.actor(day, _scope(gathered))


def actor_for(account: Account) -> Actor | None:
    """The Actor of a signed-in account today, or None where nobody who is still in office stands behind it.

    The founder of an empty installation administers it until the first system administrator is in post.
    """
    day = clock.today()
    for gathered in _gather("account_id", [account.pk], day).values():
        left = gathered.first["left_on"]
        if left is None or day < left:
            return gathered.actor(day, _scope(gathered))
    if account.is_founder and not administrators_in_post(Role.SYSTEM_ADMIN, day):
        return Actor(0, account.name, 0, "平台初始设置", frozenset({Role.SYSTEM_ADMIN}), account_id=account.pk)
    return None


def administrators_in_post(role: Role, on: date) -> bool:
    """Whether anybody holds this administration on the day."""
    return Post.objects.filter(Q(to_on__isnull=True) | Q(to_on__gte=on), role=role, from_on__lte=on).exists()


def administrators(role: Role, on: date | None = None) -> list[tuple[str, Actor]]:
    """Sign-in names and Actors of those who hold an administration; the founder as long as nobody else does."""
    held = Person.objects.select_related("account").filter(
        Exists(_held(on or clock.today()).filter(person_id=OuterRef("pk"), role=role)), account__is_active=True
    )
    founders = Account.objects.filter(is_founder=True, is_active=True)
    met = {p.account.username: actor_for(p.account) for p in held if p.account}
    met |= {a.username: actor_for(a) for a in founders}
    return [(name, actor) for name, actor in met.items() if actor is not None and actor.has(role)]


def visible_to(viewer: Actor | None) -> QuerySet[Person]:
    """Persons of the agencies that the viewer sees; administrators see all, the public none (it reads the portal)."""
    if viewer is None:
        return Person.objects.none()
    if viewer.has(*ADMINISTRATORS):
        return Person.objects.all()
    return Person.objects.filter(agency_id__in={viewer.agency_id, *viewer.scope})


def _held(day: date) -> QuerySet[Post]:
    return Post.objects.filter(Q(to_on__isnull=True) | Q(to_on__gte=day), from_on__lte=day)


def _with_papers(found: QuerySet[Person], day: date) -> QuerySet[Person]:
    return found.select_related("agency", "account").prefetch_related(
        Prefetch("posts", queryset=_held(day), to_attr="posts_held"),
        Prefetch("certificates", queryset=Certificate.objects.prefetch_related("suspensions")),
    )


MOST_OFFERED = 30
MOST_NAMED = 2000


class Met(NamedTuple):
    """Persons to choose among; ``has_more`` where there are others, ``is_in_vain`` where what was looked for added nobody."""

    people: list[Actor]
    has_more: bool
    is_in_vain: bool


def offered(
    viewer: Actor,
    agency: int,
    roles: Sequence[Role],
    *,
    q: str = "",
    chosen: Iterable[int] = (),
) -> Met:
    """Persons of an agency in one of the posts for choosing among.

    Those ``chosen`` already stand first, whatever is looked for; then at most thirty: of the viewer's own unit before
    the rest, or those whose name, unit or certificate number has the words ``q``.
    """
    day, kept = clock.today(), sorted(chosen)
    found = visible_to(viewer).filter(Q(left_on__isnull=True) | Q(left_on__gt=day), agency_id=agency)
    found = found.filter(Exists(_held(day).filter(person_id=OuterRef("pk"), role__in=list(roles))))
    near = Case(When(pk__in=kept, then=0), When(unit=viewer.unit, then=1), default=2)
    if q:
        named = Q(name__icontains=q) | Q(unit__icontains=q) | Exists(_numbers().filter(number__startswith=q))
        found = found.filter(named | Q(pk__in=kept))
    ids = list(found.order_by(near, "id").values_list("id", flat=True)[: len(kept) + MOST_OFFERED + 1])
    beside = [pk for pk in ids if pk not in set(kept)]
    shown = [pk for pk in ids if pk in set(kept)] + beside[:MOST_OFFERED]
    order = {pk: n for n, pk in enumerate(shown)}
    people = sorted(actors(shown, day).values(), key=lambda a: (not _is_certified(a, day), order[a.person_id]))
    return Met(people, bool(q) or len(beside) > MOST_OFFERED, bool(q) and not beside)


def officers_by_number(viewer: Actor, agency: int, numbers: Sequence[str]) -> dict[str, int]:
    """Officers of an agency by the number of their certificate, for a pasted list."""
    if not numbers:
        return {}
    posts = _held(clock.today()).filter(person_id=OuterRef("person_id"), role=Role.OFFICER)
    found = Certificate.objects.filter(Exists(posts), person__in=visible_to(viewer), person__agency_id=agency)
    return dict(found.filter(number__in=numbers[:MOST_NAMED]).values_list("number", "person_id"))


def _is_certified(person: Actor, day: date) -> bool:
    return bool(person.certificate and person.certificate.holds_on(day))


def listed(
    viewer: Actor | None, *, q: str = "", agency: int | None = None, role: str = "", state: str = ""
) -> QuerySet[Person]:
    """The register of persons by id, filtered by name or certificate number, agency, post and state of the certificate.

    ``state``: ``expired``, ``expiring`` (within 90 days is for the caller to say), ``suspended``, ``left`` or empty.
    """
    day = clock.today()
    found = visible_to(viewer).order_by("id")
    if q:
        found = found.filter(Q(name__icontains=q) | Exists(_numbers().filter(number__startswith=q)))
    if agency:
        found = found.filter(agency_id=agency)
    if role:
        found = found.filter(Exists(_held(day).filter(person_id=OuterRef("pk"), role=role)))
    if state == "expired":
        found = found.filter(Exists(_numbers().filter(valid_to__lt=day)), ~Exists(_numbers().filter(valid_to__gte=day)))
    elif state == "suspended":
        found = found.filter(Exists(_open_suspensions(day)))
    found = (
        found.filter(left_on__lte=day)
        if state == "left"
        else found.filter(Q(left_on__isnull=True) | Q(left_on__gt=day))
    )
    return _with_papers(found, day)


def _numbers() -> QuerySet[Certificate]:
    return Certificate.objects.filter(person_id=OuterRef("pk"))


def _open_suspensions(day: date) -> QuerySet[CertificateSuspension]:
    return CertificateSuspension.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gte=day), certificate__person_id=OuterRef("pk"), from_on__lte=day
    )


def person(viewer: Actor | None, person_id: int) -> Person:
    """One person with all papers, or Http404 where not visible to the viewer."""
    found = _with_papers(visible_to(viewer), clock.today()).filter(pk=person_id).first()
    if found is None:
        raise Http404
    return found


def posts_of(viewer: Actor | None, person_id: int) -> QuerySet[Post]:
    """All posts a visible person holds or held, newest first."""
    return Post.objects.filter(person__in=visible_to(viewer), person_id=person_id).order_by("-from_on", "-id")


def certificate(viewer: Actor | None, certificate_id: int) -> Certificate:
    found = (
        Certificate.objects.select_related("person__agency")
        .filter(person__in=visible_to(viewer), pk=certificate_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


def open_suspension(viewer: Actor | None, certificate_id: int) -> CertificateSuspension:
    """The suspension that a visible certificate is under, or Http404."""
    found = CertificateSuspension.objects.select_related("certificate__person").filter(
        certificate=certificate(viewer, certificate_id), to_on__isnull=True
    )
    if (held := found.first()) is None:
        raise Http404
    return held


def by_certificate(number: str) -> Person | None:
    """The holder of a certificate number, whoever asks: the code on the card is public."""
    return Person.objects.filter(certificates__number=number).select_related("agency").first()


def trial(viewer: Actor | None, sha256: str) -> Trial:
    """What a kept workbook would do to the register of officers; administrators only."""
    agencies.administrator(viewer)
    return plan.trial(importing.plan(sha256))


def template(viewer: Actor | None) -> bytes:
    """The empty workbook of the register of officers."""
    agencies.administrator(viewer)
    return writing.template((OFFICERS,), NOTE)


def counts(viewer: Actor | None, on: date) -> dict[str, int]:
    """How many persons, valid certificates, and certificates that end within 90 days the viewer sees; three statements."""
    seen = visible_to(viewer)
    held = Certificate.objects.filter(person__in=seen, valid_from__lte=on, valid_to__gte=on)
    return {
        "people": seen.filter(Q(left_on__isnull=True) | Q(left_on__gt=on)).count(),
        "certificates": held.count(),
        "suspended": CertificateSuspension.objects.filter(
            Q(to_on__isnull=True) | Q(to_on__gte=on), certificate__person__in=seen, from_on__lte=on
        ).count(),
    }
