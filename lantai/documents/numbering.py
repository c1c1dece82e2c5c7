"""文号: the next number of an agency, a sign and a year, without gaps; taken inside the command that issues."""

from __future__ import annotations

from lantai.agencies.models import Agency
from lantai.documents.models import NumberRegister
from lantai.law.numbering import SIGNS, DocumentNumber
from lantai.law.refusals import Malformed
from lantai.ledger.act import count_up

_HELD = "agency_id = %s AND sign = %s AND year = %s"


def allot(agency: Agency, sign: str, year: int) -> str:
    """The next number. ``sign`` is a key of ``law.numbering.SIGNS`` or the characters themselves (案).

    The register row is held until the command ends: on PostgreSQL by its lock, on SQLite by the IMMEDIATE
    transaction. A command that fails gives its number back. Raises Malformed where the agency has no 机关代字.
    """
    return allot_sequence(agency, sign, year)[0]


def allot_sequence(agency: Agency, sign: str, year: int) -> tuple[str, int]:
    """The next number and its sequence."""
    letters = SIGNS.get(sign, sign)
    if not agency.doc_prefix:
        raise Malformed("doc_prefix", f"{agency.name}没有登记机关代字，不能编文号，请先在执法主体登记中补充")
    held = [agency.pk, letters, year]
    register = count_up(NumberRegister, "last", _HELD, held)
    if register is None:  # the first number of the year: whoever else begins it is waited for
        NumberRegister.objects.get_or_create(agency=agency, sign=letters, year=year, defaults={"last": 0})
        register = count_up(NumberRegister, "last", _HELD, held)
    if register is None:
        raise RuntimeError("a register that was just begun is gone")
    return str(DocumentNumber(agency.doc_prefix + letters, year, register.last)), register.last
