"""期限重算: the stored terms of open cases are counted anew where another working calendar has come into force."""

from __future__ import annotations

from collections.abc import Sequence

from lantai.cases import facts as rows_of
from lantai.cases.commands.taking import _project
from lantai.cases.models import Case
from lantai.law import released
from lantai.law.people import Actor
from lantai.ledger import clock
from lantai.ledger.act import command, put


@command("cases.reckon_terms", "按现行日历重算期限")
def reckon_terms(*, actor: Actor | None, cases: Sequence[int], calendar: str) -> int:
    """Bring the stored terms of some cases to the calendar in force, its digest named. Returns how many.

    A case on which somebody acts at the moment is left to that act, which counts by the same calendar. The version is
    not raised: nothing was done in the case, and who has its page open is not overtaken.
    """
    held = Case.objects.select_for_update(of=("self",), skip_locked=True).select_related("agency", "power", "dossier")
    today, done = clock.today(), 0
    for case in held.filter(pk__in=cases).exclude(standing="").order_by("pk"):
        _project(case, released.version_of(case.procedure, case.procedure_version), rows_of.of(case, today))
        put(case)
        done += 1
    return done
