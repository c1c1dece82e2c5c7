"""Jobs: what lists and lamps go by is counted anew when a working calendar comes into force or a recording was filed.

What is left is found by asking, so a kill loses nothing.
"""

from __future__ import annotations

import logging
import time
from datetime import timedelta

from lantai.cases import queries
from lantai.cases.commands.reckoning import reckon_terms
from lantai.cases.models import Case
from lantai.law import calendar
from lantai.law.defects import RECORDING
from lantai.ledger import clock
from lantai.recording import queries as recording

log = logging.getLogger(__name__)


def reckon_waiting(seconds: float) -> int:
    """Count the terms of cases anew that still go by another calendar, for at most so many seconds. Returns how many."""
    until, done, after = time.monotonic() + seconds, 0, 0
    while time.monotonic() < until and (found := queries.behind_calendar(after)):
        after = found[-1]
        done += _reckon(found)
    return done


FILED = timedelta(days=7)
"""How far back the worker looks for recordings that were filed; it looks every minute."""


def recorded_meanwhile() -> list[int]:
    """Open cases whose lamp says that a recording is missing which has been filed since: nothing was done in the case."""
    filed = recording.recorded_since(clock.now() - FILED)
    found = Case.objects.exclude(standing="").filter(dossier_id__in={dossier for dossier, _ in filed})
    return [
        case.pk
        for case in found.only("dossier_id", "cards").order_by("pk")
        if any(card["kind"] == RECORDING and (case.dossier_id, card["step"]) in filed for card in case.cards or ())
    ]


def reckon_recorded() -> int:
    """Put out the lamps of recordings that were missing and have been filed since. Returns how many cases were looked at."""
    found = recorded_meanwhile()
    return sum(_reckon(found[n : n + queries.AT_ONCE]) for n in range(0, len(found), queries.AT_ONCE))


def _reckon(found: list[int]) -> int:
    """Count some cases anew in one piece; where that fails one by one, so that one file does not hold up the others."""
    done, pieces = 0, [found]
    while pieces:
        piece = pieces.pop()
        try:
            done += reckon_terms(actor=None, cases=piece, calendar=calendar.digest())
        except Exception:
            if len(piece) == 1:
                log.exception("案件 %s 的期限不能重算", piece[0])
            else:
                pieces += [[pk] for pk in piece]
    return done
