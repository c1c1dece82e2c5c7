"""改版演练: every running case of a procedure tried against another version of it. Reads only; the move is a command.

Whoever answers for the procedures sees numbers, agencies and steps of the cases and nothing of their content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from lantai.cases import facts as rows_of
from lantai.cases.models import Case
from lantai.law import released
from lantai.law.people import Actor, Role
from lantai.law.procedure import Procedure
from lantai.law.transition import Transition, transition
from lantai.ledger import clock
from lantai.powers import queries as powers

AT_ONCE = 400
"""Cases read together."""


@dataclass(frozen=True)
class Rehearsed:
    """One case as it would be under the new version. ``seen`` the version of the case that was read."""

    case_id: int
    number: str
    agency: str
    ran_on: int
    seen: int
    transition: Transition

    @property
    def id(self) -> int:
        return self.case_id


@dataclass(frozen=True)
class Change:
    """A version that running cases may be rehearsed against; ``open`` how many run on another one."""

    procedure: Procedure
    is_released: bool
    is_signed: bool
    open: int


def may_change(viewer: Actor | None) -> bool:
    """The system administrator, and the reviewers of a justice bureau who sign procedures."""
    return viewer is not None and (viewer.has(Role.SYSTEM_ADMIN) or powers.may_sign(viewer))


def _responsible(viewer: Actor | None) -> None:
    if not may_change(viewer):
        raise Http404


def running(viewer: Actor | None, new: Procedure) -> QuerySet[Case]:
    """The cases that are not filed away and run on another version of the procedure, the oldest first."""
    _responsible(viewer)
    found = Case.objects.filter(procedure=new.code).exclude(procedure_version=new.version).exclude(standing="")
    return found.select_related("agency").order_by("id")


def changes(viewer: Actor | None) -> tuple[Change, ...]:
    """Every version that has one before it, and every one proposed."""
    _responsible(viewer)
    return tuple(
        Change(
            new,
            new in released.RELEASED,
            powers.is_signed(new.code, new.digest),
            running(viewer, new).count(),
        )
        for new in released.changed()
    )


def version(viewer: Actor | None, code: str, number: int) -> Procedure:
    """One of those versions, or Http404."""
    _responsible(viewer)
    found = next((p for p in released.changed() if (p.code, p.version) == (code, number)), None)
    if found is None:
        raise Http404
    return found


def rehearse(viewer: Actor | None, new: Procedure, cases: QuerySet[Case] | None = None) -> Iterator[Rehearsed]:
    """Try every running case, or those given, against a version. Nothing is changed."""
    wanted = running(viewer, new) if cases is None else cases
    now, today = clock.now(), clock.today()
    after = 0
    while found := list(wanted.filter(pk__gt=after)[:AT_ONCE]):
        after = found[-1].pk
        for case, facts in rows_of.many(found, today):
            old = released.version_of(case.procedure, case.procedure_version)
            yield Rehearsed(
                case.pk,
                case.number,
                case.agency.short_name,
                case.procedure_version,
                case.version,
                transition(old, new, facts, now),
            )


def rehearsed(viewer: Actor | None, new: Procedure, cases: list[Case]) -> list[Rehearsed]:
    """The same for the cases of one page."""
    return list(rehearse(viewer, new, running(viewer, new).filter(pk__in=[c.pk for c in cases])))
