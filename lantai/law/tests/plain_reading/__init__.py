"""A second reading of fifteen procedures, written from the law reference and not from the declarations.

It knows no gate, condition, force or engine: a case is what has happened so far, and each question is answered in the
words of the articles. ``objections`` are the reasons why an act may not be done; none means that it is lawful.
"""

from lantai.law.tests.plain_reading.court import Court
from lantai.law.tests.plain_reading.crime import Transfer
from lantai.law.tests.plain_reading.emergency import Requisition
from lantai.law.tests.plain_reading.ending import Ending
from lantai.law.tests.plain_reading.execution import Execution
from lantai.law.tests.plain_reading.frozen import Freezing
from lantai.law.tests.plain_reading.grant import Grant
from lantai.law.tests.plain_reading.housing import Housing
from lantai.law.tests.plain_reading.land import Land
from lantai.law.tests.plain_reading.levy import Levy
from lantai.law.tests.plain_reading.ordinary import Ordinary
from lantai.law.tests.plain_reading.short import Preservation, Seizure, Summary
from lantai.law.tests.plain_reading.visit import Inspection

READINGS = (
    Ordinary,
    Summary,
    Preservation,
    Seizure,
    Freezing,
    Transfer,
    Inspection,
    Levy,
    Ending,
    Court,
    Requisition,
    Execution,
    Land,
    Housing,
    Grant,
)
__all__ = [
    "READINGS",
    "Ending",
    "Freezing",
    "Grant",
    "Housing",
    "Inspection",
    "Land",
    "Levy",
    "Ordinary",
    "Preservation",
    "Seizure",
    "Summary",
    "Transfer",
]
