"""Jobs: terms counted anew when a working calendar comes into force. What is left is found by asking, so a kill loses nothing."""

from __future__ import annotations

import logging
import time

from lantai.cases import queries
from lantai.cases.commands.reckoning import reckon_terms
from lantai.law import calendar

log = logging.getLogger(__name__)


def reckon_waiting(seconds: float) -> int:
    """Count the terms of cases anew that still go by another calendar, for at most so many seconds. Returns how many."""
    until, done, after = time.monotonic() + seconds, 0, 0
    while time.monotonic() < until and (found := queries.behind_calendar(after)):
        after, pieces = found[-1], [found]
        while pieces:
            piece = pieces.pop()
            try:
                done += reckon_terms(actor=None, cases=piece, calendar=calendar.digest())
            except Exception:  # one file that cannot be read does not hold up the others
                if len(piece) == 1:
                    log.exception("案件 %s 的期限不能重算", piece[0])
                else:
                    pieces += [[pk] for pk in piece]
    return done
