"""立卷归档: the order of a case file, its page numbers and the digest of its index (SAMR 78; ARCHR 19, 39).

Documents stand as ``documents.order`` says; a 送达回证 follows what it served; evidence follows the records of
evidence. What cannot be laid flat (recordings, electronic files) is listed without a page number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lantai.law import documents
from lantai.law.procedure import Procedure, Step
from lantai.law.statutes_in_force import APL, ARCHR, SAMR

BASIS = (SAMR[78], APL[47], ARCHR[39])
SHEETS = ("dossier_cover", "dossier_index", "dossier_note")
"""Cover, index and 备考表 of a volume: they belong to it and are neither listed nor numbered."""
FILING_CODE = "file_dossier"

PARTS = (documents.MAIN, documents.INNER)
EVIDENCE_PLACE = (4, 1)
UNPLACED = (99, 0)
PAGED_MEDIA = ("image/",)
SEPARATE_REMARK = "电子文件，另存"
RECORDING_REMARK = "音像资料，另存"


@dataclass(frozen=True)
class Paper:
    """One thing to be filed.

    ``ref``     names it: ``document:12`` or ``evidence:7``.
    ``place``   group and rank in its part; ``follows`` the ``ref`` of the document that it was served for.
    ``pages``   pages it takes; None for what has no page number.
    ``digest``  SHA-256 of the file that is kept for it.
    """

    ref: str
    part: str
    place: tuple[int, int]
    day: date
    title: str
    number: str = ""
    author: str = ""
    pages: int | None = None
    remark: str = ""
    digest: str = ""
    follows: str = ""


@dataclass(frozen=True)
class Filed:
    """A paper at its place in a volume; pages from–to, both 0 where it has none."""

    order: int
    paper: Paper
    page_from: int
    page_to: int

    @property
    def page_words(self) -> str:
        """12, 12–15, or — ."""
        if not self.page_from:
            return "—"
        return str(self.page_from) if self.page_from == self.page_to else f"{self.page_from}–{self.page_to}"


def filing_step(procedure: Procedure) -> Step | None:
    """The step (归档) by which a case is filed; None where it is filed when it has come to its end, without a step."""
    return next((step for step in procedure.steps if step.code == FILING_CODE), None)


def part_of(kind: str, *, is_penalty: bool) -> str:
    """正卷 or 副卷 of a document; files of other kinds are not divided."""
    known = documents.KINDS.get(kind)
    return documents.volume(known) if known and is_penalty else documents.MAIN


def place_of(kind: str, *, is_penalty: bool) -> tuple[int, int]:
    """The place of a document in its part. Files that are not divided follow the days alone."""
    known = documents.KINDS.get(kind)
    if known is None:
        return UNPLACED
    return documents.place(known) if is_penalty else (1, 0)


def pages_of(media_type: str) -> int | None:
    """The pages that a piece of evidence takes in the file: a picture or scan one, other files none."""
    return 1 if media_type.startswith(PAGED_MEDIA) else None


def remark_of(media_type: str, is_av: bool) -> str:
    if pages_of(media_type):
        return ""
    return RECORDING_REMARK if is_av or media_type.startswith(("audio/", "video/")) else SEPARATE_REMARK


def arrange(papers: Iterable[Paper]) -> dict[str, tuple[Filed, ...]]:
    """Papers in the order of the file, by part, each part numbered from page 1. Parts without a paper are left out."""
    every = list(papers)
    known = {p.ref: p for p in every}
    found: dict[str, tuple[Filed, ...]] = {}
    for part in PARTS:
        mine = sorted((p for p in every if _part(p, known) == part), key=lambda p: _rank(p, known))
        if mine:
            found[part] = _numbered(mine)
    return found


def _part(paper: Paper, known: Mapping[str, Paper]) -> str:
    served = known.get(paper.follows)
    return served.part if served else paper.part


def _rank(paper: Paper, known: Mapping[str, Paper]) -> tuple[object, ...]:
    served = known.get(paper.follows)
    if served:
        return (*served.place, served.day, *_turn(served), 1, paper.day, *_turn(paper))
    return (*paper.place, paper.day, *_turn(paper), 0, paper.day, *_turn(paper))


def _turn(paper: Paper) -> tuple[str, int, str]:
    """By kind and number, the tenth after the ninth: as text ``document:10`` would stand before ``document:9``."""
    kind, _, number = paper.ref.partition(":")
    return (kind, len(number), number)


def _numbered(papers: Sequence[Paper]) -> tuple[Filed, ...]:
    page, filed = 0, []
    for order, paper in enumerate(papers, 1):
        if paper.pages:
            filed.append(Filed(order, paper, page + 1, page + paper.pages))
            page += paper.pages
        else:
            filed.append(Filed(order, paper, 0, 0))
    return tuple(filed)


def pages_in(filed: Iterable[Filed]) -> int:
    """The number of the last page."""
    return max((f.page_to for f in filed), default=0)


def index_digest(filed: Iterable[Filed]) -> str:
    """SHA-256 of the index in canonical form: order, reference, title, pages and digest of every entry."""
    rows = [[f.order, f.paper.ref, f.paper.title, f.page_from, f.page_to, f.paper.digest] for f in filed]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def archive_number(prefix: str, year: int, period: str, sequence: int, part: str) -> str:
    """档号: 机关代字, year of filing, period of retention, number of the file, part."""
    return f"{prefix}·{year}·{period}·{sequence:04d}·{part[0]}"
