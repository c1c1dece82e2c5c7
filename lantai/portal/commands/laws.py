"""Loading statute texts. What is loaded once is not loaded again; a later version stands beside the earlier one."""

from __future__ import annotations

import hashlib

from lantai.law.people import Actor
from lantai.law.statute_text import StatuteText
from lantai.ledger import clock
from lantai.ledger.act import command, publish_digest, put, put_many, strike
from lantai.ledger.canon import canonical
from lantai.portal.commands.version import _raise_version
from lantai.portal.models import PublishedStatute, StatuteArticle


@command("portal.put_statute", "载入法律文本")
def put_statute(*, actor: Actor | None, text: StatuteText) -> PublishedStatute:
    """Load one version of a statute. The same text again changes nothing; another text of that day replaces it."""
    articles = [
        {
            "number": a.number,
            "branch": a.branch,
            "label": a.label,
            "heading": a.heading,
            "paragraphs": [{"text": p.text, "items": list(p.items)} for p in a.paragraphs],
        }
        for a in text.articles
    ]
    content = {"title": text.title, "adopted": text.adopted, "history": list(text.history), "articles": articles}
    digest = hashlib.sha256(canonical(content).encode()).hexdigest()
    held = PublishedStatute.objects.filter(title=text.title, adopted=text.adopted).first()
    if held is not None and held.digest == digest:
        return held
    _raise_version()
    statute = held or PublishedStatute(title=text.title, adopted=text.adopted)
    if held is not None:
        for article in list(StatuteArticle.objects.filter(statute=held)):
            strike(article)
    statute.short, statute.history, statute.count = text.short, list(text.history), len(articles)
    statute.digest, statute.loaded_at = digest, clock.now()
    put(statute)
    put_many([StatuteArticle(statute=statute, **a) for a in articles])
    publish_digest(digest)
    return statute
