"""Statute texts: the versions loaded, an article with its neighbours, a citation resolved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import ALL_STATUTES, BY_NAME
from lantai.portal.models import PublishedStatute, StatuteArticle


@dataclass(frozen=True)
class Cited:
    """A citation of this platform and whether the text loaded has it. ``statute`` None: the text is not loaded."""

    basis: Basis
    statute: PublishedStatute | None
    resolved: bool


def statutes() -> QuerySet[PublishedStatute]:
    return PublishedStatute.objects.order_by("short", "-adopted")


def versions(title: str) -> list[PublishedStatute]:
    """All versions loaded under a title as cited, the newest first; the full name serves as well."""
    known = BY_NAME.get(title)
    plain = title.removeprefix("中华人民共和国").translate(str.maketrans("《》", "〈〉"))
    names = {title, plain, *([known.short, known.name] if known else [])}
    names |= {n.translate(str.maketrans("〈〉", "《》")) for n in names}
    found = PublishedStatute.objects.filter(short__in=names) | PublishedStatute.objects.filter(title__in=names)
    return list(found.order_by("-adopted"))


def article(statute: PublishedStatute, key: str) -> StatuteArticle | None:
    """The article ``58`` or ``133.1``."""
    number, _, branch = key.partition(".")
    return (
        StatuteArticle.objects.filter(statute=statute, number=int(number), branch=int(branch or 0))
        .select_related("statute")
        .first()
    )


def articles(statute: PublishedStatute) -> list[StatuteArticle]:
    return list(StatuteArticle.objects.filter(statute=statute).order_by("number", "branch"))


def neighbours(found: StatuteArticle) -> tuple[StatuteArticle | None, StatuteArticle | None]:
    """The article before and the one after."""
    of = StatuteArticle.objects.filter(statute=found.statute)
    before = of.filter(number__lt=found.number) | of.filter(number=found.number, branch__lt=found.branch)
    after = of.filter(number__gt=found.number) | of.filter(number=found.number, branch__gt=found.branch)
    return before.order_by("-number", "-branch").first(), after.order_by("number", "branch").first()


def loaded(title: str, adopted: date) -> PublishedStatute | None:
    return PublishedStatute.objects.filter(title=title, adopted=adopted).first()


def cited_but_not_loaded() -> list[str]:
    """Full names of the statutes that this platform cites and whose text is not here."""
    held = {(s.title, s.adopted) for s in statutes()}
    plain = {(t.translate(str.maketrans("《》", "〈〉")), d) for t, d in held}
    return [s.name for s in ALL_STATUTES if (s.name, s.adopted) not in plain | held]
