"""Every gate with what it lets pass and what it refuses, as tables: see ``row``."""

from lantai.law.tests.rows_of_gates import (
    compensation,
    court,
    execution,
    expropriations,
    inspections,
    levies,
    licences,
    limits,
    measures,
    penalties,
    performance,
)
from lantai.law.tests.rows_of_gates.row import Row

_PENAL = (penalties, performance, limits, measures, execution, court)
_OTHER = (inspections, licences, levies, expropriations, compensation)

ROWS: tuple[Row, ...] = tuple(row for table in (*_PENAL, *_OTHER) for row in table.ROWS)
