"""印章: the door to whatever puts an agency's seal on a PDF. What this installation has by itself is a certificate in a
file (``pades``); a city's seal platform is another class behind the same two protocols, named by ``LANTAI_SEAL_MAKER``.

The maker is looked up by its name, and only where a seal is put: the library it needs takes a second to load.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

SUFFIX = ".p12"


@dataclass(frozen=True)
class Imprint:
    """A PDF that bears a seal. ``stamped_at`` and ``authority`` are those of the time stamp, None and "" without one."""

    pdf: bytes
    stamped_at: datetime | None
    authority: str


class Seal(Protocol):
    """The seal of one agency."""

    @property
    def holder(self) -> str:
        """Whose seal it is, in the words of the certificate."""

    @property
    def serial(self) -> str:
        """The number of the certificate."""

    @property
    def picture(self) -> str:
        """What the imprint looks like, as SVG; "" where there is no picture."""

    def refusal(self, day: date) -> str:
        """Why the seal may not be put on ``day``; "" where it may."""

    def put(self, pdf: bytes, *, reason: str, place: str) -> Imprint:
        """The same PDF with the seal. Raises Malformed where it cannot be put now."""


def is_kept(agency_code: str) -> bool:
    """Whether this installation keeps a seal of the agency. Loads nothing."""
    return _file(agency_code).is_file()


def of(agency_code: str) -> Seal:
    """The seal of an agency. Raises Malformed where there is none or it cannot be read."""
    made: Seal = import_string(settings.LANTAI_SEAL_MAKER)(_file(agency_code))
    return made


def _file(agency_code: str) -> Path:
    return Path(settings.LANTAI_SEALS) / f"{Path(agency_code).name}{SUFFIX}"
