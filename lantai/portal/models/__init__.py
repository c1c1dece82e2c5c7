"""公示: self-contained copies made at publication. No row here points at an internal file; reference numbers are words."""

from lantai.portal.models.inspections import PublishedDraw, PublishedInspection
from lantai.portal.models.laws import PublishedStatute, StatuteArticle
from lantai.portal.models.notices import LicenceEnding, NoticeChange, PublishedNotice
from lantai.portal.models.registers import (
    DocumentMark,
    PublishedAgency,
    PublishedOfficer,
    PublishedPower,
    PublishedProcedure,
    PublishedReport,
)
from lantai.portal.models.version import PublicationVersion

__all__ = [
    "DocumentMark",
    "LicenceEnding",
    "NoticeChange",
    "PublicationVersion",
    "PublishedAgency",
    "PublishedDraw",
    "PublishedInspection",
    "PublishedNotice",
    "PublishedOfficer",
    "PublishedPower",
    "PublishedProcedure",
    "PublishedReport",
    "PublishedStatute",
    "StatuteArticle",
]
