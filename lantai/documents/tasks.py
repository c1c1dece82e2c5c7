"""Jobs: the printed form of each document, made once, by whoever needs it first: a reader or the worker.

What is still to be made is found by asking for documents without a rendering, so nothing is lost by a crash.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence

from django.utils.module_loading import import_string
from django_tasks import task

from lantai.documents import commands, queries, sealing, typesetting
from lantai.documents.models import IssuedDocument, Rendering, SealImprint
from lantai.law import documents as kinds
from lantai.law.people import Actor
from lantai.law.periods import written
from lantai.law.refusals import Malformed, Refusal, Refused
from lantai.ledger import clock, store

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BATCH = 20
log = logging.getLogger(__name__)


def rendered(document: IssuedDocument) -> Rendering:
    """The printed form of a document, made now if it is not there yet. Doing it twice does no harm."""
    known = queries.rendering_of(document)
    if known is not None:
        return known
    made = typesetting.pdf(document)
    pdf = store.put_bytes(made, PDF)
    docx = store.put_bytes(typesetting.docx(document), DOCX)
    kept: Rendering = commands.keep_rendering(
        actor=None, document=document, pdf=pdf, docx=docx, pages=typesetting.pages_of(made)
    )
    return kept


def bound(documents: Sequence[IssuedDocument], *, both_sides: bool) -> bytes:
    """批量打印: the papers that count of several documents as one PDF; printed on both sides, each begins a sheet of its own.

    The library is loaded where it is asked for: it would cost a third of a second at every start.
    """
    papers = []
    for document in documents:
        made = queries.paper_of(document) or rendered(document).pdf
        papers.append((f"{document.title}{document.number}", store.read(made.pk)))
    made_of: bytes = import_string("lantai.documents.typesetting.binding.bound")(papers, both_sides)
    return made_of


def sealed(actor: Actor, document: IssuedDocument) -> SealImprint:
    """用印: the document with its agency's seal, put now if it is not there yet. Raises Refused, Malformed.

    Setting and signing, with the time stamp fetched from elsewhere, are done before the command: nobody waits for a lock.
    """
    known = queries.imprint_of(document)
    if known is not None:
        return known
    if not kinds.takes_seal(document.kind):
        raise Malformed("seal", f"《{document.title}》不加盖机关印章")
    if not actor.has(*queries.SEALERS) or actor.agency_id != document.agency_id:
        raise Refused([Refusal("", (), "只有本机关的负责人可以批准用印", "请由行政机关负责人登录后用印")])
    seal = sealing.of(document.agency.code)
    if why := seal.refusal(clock.today()):
        raise Malformed("seal", why)
    shown = {"holder": seal.holder, "date": written(clock.today()), "picture": seal.picture}
    made = seal.put(
        typesetting.pdf(document, shown), reason=f"{document.title}{document.number}", place=document.agency.name
    )
    kept: SealImprint = commands.keep_imprint(
        actor=actor,
        document=document,
        pdf=store.put_bytes(made.pdf, PDF),
        pages=typesetting.pages_of(made.pdf),
        holder=seal.holder,
        serial=seal.serial,
        stamped_at=made.stamped_at,
        authority=made.authority,
    )
    return kept


def render_waiting(seconds: float, dossier_id: int = 0) -> int:
    """Render what waits, of one dossier if named, for at most so many seconds; returns how many were made."""
    until = time.monotonic() + seconds
    made = 0
    failed: list[int] = []
    waiting = queries.unrendered().filter(dossier_id=dossier_id) if dossier_id else queries.unrendered()
    while time.monotonic() < until and (batch := list(waiting.exclude(pk__in=failed)[:BATCH])):
        for document in batch:
            try:
                rendered(document)
                made += 1
            except Malformed as why:  # one that cannot be printed does not hold up the others
                failed.append(document.pk)
                log.error("文书 %s 不能制作版式件：%s", document.pk, why.sentence)
            if time.monotonic() >= until:
                break
    return made


@task()
def render_document(document_id: int) -> int:
    """Make the printed form of one document. Returns its pages."""
    return int(rendered(queries.one(document_id)).pages)


@task()
def render_documents(seconds: float) -> int:
    """Make the printed forms that wait, for at most so many seconds. Returns how many were made."""
    return render_waiting(seconds)
