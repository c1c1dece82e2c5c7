"""Jobs: the printed form of each document, made once, by whoever needs it first: a reader or the worker.

What is still to be made is found by asking for documents without a rendering, so nothing is lost by a crash.
"""

from __future__ import annotations

import logging
import time

from django_tasks import task

from lantai.documents import commands, queries, typesetting
from lantai.documents.models import IssuedDocument, Rendering
from lantai.law.refusals import Malformed
from lantai.ledger import store

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
