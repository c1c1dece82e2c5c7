"""Every gate with what it lets pass and what it refuses, as tables: see ``row``."""

from lantai.law.tests.rows_of_gates import (
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

ROWS: tuple[Row, ...] = tuple(
    row
    for table in (penalties, performance, limits, measures, execution, inspections, licences, levies, expropriations)
    for row in table.ROWS
)
