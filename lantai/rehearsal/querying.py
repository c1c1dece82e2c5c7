"""Questions that the registers answer and not the rules alone: what is public, what a document says, what is counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from lantai.cases import queries as cases
from lantai.cases.models import Case
from lantai.disclosure import queries as disclosure
from lantai.documents import queries as documents
from lantai.law import publication
from lantai.law.annual_report import column_of
from lantai.law.people import Actor, Role
from lantai.law.periods import local_day
from lantai.law.publication import Channel
from lantai.portal.models import PublishedNotice
from lantai.portal.queries import notices as portal
from lantai.recording import queries as recording
from lantai.rehearsal.reading import Question
from lantai.statistics import queries as statistics

PUBLISHING = ("publish", "withdraw", "correct")
"""Terms of the publication desk, asked for as ``term: publish`` and so on."""

REVOKING = ("decision_revoked", "decision_changed", "decision_confirmed_illegal")


def is_ours(question: Question) -> bool:
    """Whether the registers answer it."""
    return question.kind in _ANSWERS or (question.kind == "term" and question.about in PUBLISHING)


def answer(question: Question, case: Case, viewer: Actor, on: date) -> dict[str, Any]:
    """What the registers say. ``viewer`` belongs to the agency of the case."""
    if question.kind == "term":
        return _term(question, case, viewer, on)
    return _ANSWERS[question.kind](question, case, viewer, on)


def _term(question: Question, case: Case, viewer: Actor, on: date) -> dict[str, Any]:
    """The term of publication, or that of withdrawal from the day on which the agency knew."""
    known = disclosure.material(viewer, case)
    if question.about == "publish":
        end = disclosure.term_of(known.decision)
    else:
        happened = next((e for kind in REVOKING if (e := known.facts.event(kind)) is not None), None)
        if happened is None:
            return {}
        kind = case.kind if known.decision.outcome == "penalty" else "其他"
        day = local_day(happened.at)
        end = publication.withdrawal_due(day, kind) if question.about == "withdraw" else publication.correction_due(day)
    return {"raw_due": end.raw_due, "legal_due": end.legal_due, "safe_due": end.safe_due, "rolled": end.rolled}


def _publication(question: Question, case: Case, viewer: Actor, on: date) -> dict[str, Any]:
    """The ruling for a channel; with a yes, a no or a list of channels, where the decision becomes public at all."""
    known = disclosure.material(viewer, case)
    shown = [r["channel"] for r in known.rulings if r["publish"]]
    if isinstance(question.about, bool):
        return {"it": bool(shown)}
    if isinstance(question.about, list):
        return {"it": shown}
    ruling = next((r for r in known.rulings if r["channel"] == question.about), None)
    if ruling is None:
        return {}
    channel = Channel(question.about)
    return {
        "publish": ruling["publish"],
        "basis": ruling["basis"],
        "reason": ruling["reason"],
        "legal_due": publication.publication_due(known.known, channel).legal_due,
        "shown_until": publication.shown_until(known.known, channel, on) if ruling["publish"] else None,
    }


def _public_item(question: Question, case: Case, viewer: Actor, on: date) -> dict[str, Any]:
    """The item as the public finds it: its state, its days, its reason, whether certain words can be read in it."""
    decision = cases.decision_of(viewer, case.pk)
    number = decision.document.number if decision.document else ""
    notice = portal.by_reference(number) if number else None
    if notice is None or notice.published_on > on:
        return {"it": "none"} | {word: None for word in ("published_on", "withdrawn_on", "reason", "party_name")}
    state = next(word for word, status in _STATES.items() if status == notice.status)
    if state == "withdrawn" and notice.withdrawn_on is not None and notice.withdrawn_on > on:
        state = "published"
    read = _text_of([notice.body, notice.sections])
    return {
        "it": state,
        "published_on": notice.published_on,
        "withdrawn_on": notice.withdrawn_on,
        "due_on": notice.due_on,
        "shown_until": notice.shown_until,
        "in_time": notice.due_on is None or notice.published_on <= notice.due_on,
        "reason": notice.reason,
        "party_name": notice.party_name,
        "shows": _asked_for(question, "shows", lambda words: words in read),
        "hides": _asked_for(question, "hides", lambda words: words not in read),
    }


_STATES = {
    "published": PublishedNotice.Status.VALID,
    "corrected": PublishedNotice.Status.CORRECTED,
    "withdrawn": PublishedNotice.Status.WITHDRAWN,
}


def _asked_for(question: Question, word: str, holds: Callable[[str], bool]) -> Any:
    """Those of the asked words for which it holds, in the form in which they were asked."""
    asked = question.expected.get(word)
    if isinstance(asked, list):
        return [words for words in asked if holds(str(words))]
    return asked if asked is not None and holds(str(asked)) else None


def _text_of(content: Any) -> str:
    """All words of nested content, one after the other."""
    if isinstance(content, dict):
        return "\n".join(_text_of(value) for value in content.values())
    if isinstance(content, list | tuple):
        return "\n".join(_text_of(value) for value in content)
    return str(content)


def _text_contains(question: Question, case: Case, viewer: Actor, on: date) -> dict[str, Any]:
    """Whether the documents of the case (``in:`` their kind or the step that made them) say these words."""
    wanted = question.modifiers.get("in")
    read = "\n".join(
        _text_of(d.fields)
        for d in documents.of_subject(viewer, f"cases.case:{case.pk}")
        if d.issued_on <= on and wanted in (None, d.kind, d.of_step)
    )
    if isinstance(question.about, list):
        return {"it": [words for words in question.about if str(words) in read]}
    return {"it": question.about if str(question.about) in read else "没有"}


def _count(question: Question, case: Case, viewer: Actor, on: date) -> dict[str, Any]:
    """How many there are: ``documents`` (or one kind of document), ``services``, ``payments``, ``drafts``, …"""
    counted: dict[str, Callable[[], int]] = {
        "documents": lambda: documents.of_subject(viewer, f"cases.case:{case.pk}").count(),
        "evidence": lambda: recording.evidence_of(viewer, case.dossier).count(),
        "services": lambda: cases.services(viewer, case).count(),
        "payments": lambda: cases.payments(viewer, case).count(),
        "drafts": lambda: cases.drafts(viewer, case).count(),
        "reviews": lambda: cases.receipts(viewer, case).count(),
    }
    kind = str(question.about)
    if kind in counted:
        return {"is": counted[kind]()}
    return {"is": documents.of_subject(viewer, f"cases.case:{case.pk}").filter(kind=kind).count()}


def _annual_report(question: Question, case: Case, viewer: Actor, on: date) -> dict[str, Any]:
    """The line of the agency in Table 1 of a year: its columns, the total of cases and the amount in yuan."""
    lines, _ = statistics.table_one(_reader(viewer), int(question.about))
    line = next((one["row"] for one in lines if one["row"].body == case.agency.pk), None)
    return {} if line is None else {**line.cells, "total": line.total, "amount": line.amount}


def _counted(question: Question, case: Case, viewer: Actor, on: date) -> dict[str, Any]:
    """Whether the decision of the case is counted in the year of its day, and under which column."""
    decision = next(iter(cases.decided(viewer, date.min, on).filter(case=case)), None)
    if decision is None:
        return {"it": False}
    column = column_of(decision.penalty_kinds) if decision.outcome == "penalty" else ""
    found = statistics.counted_cases(_reader(viewer), decision.decided_on.year, column, case.agency.pk)
    is_counted = bool(column) and found.filter(pk=case.pk).exists()
    if isinstance(question.about, bool):
        return {"it": is_counted, "column": column or None}
    return {"it": decision.decided_on.year if is_counted else False, "column": column or None}


def _reader(viewer: Actor) -> Actor:
    """The statistician of the agency."""
    return Actor(viewer.person_id, viewer.name, viewer.agency_id, viewer.agency_name, frozenset({Role.STATISTICIAN}))


Answerer = Callable[[Question, Case, Actor, date], dict[str, Any]]
_ANSWERS: dict[str, Answerer] = {
    "publication": _publication,
    "public_item": _public_item,
    "text_contains": _text_contains,
    "count": _count,
    "annual_report": _annual_report,
    "counted_in_annual_report": _counted,
}


def when(question: Question, now: datetime) -> date:
    """The day for which it is asked: the one it names, or the end of the story."""
    asked = question.modifiers.get("on")
    return asked.date() if isinstance(asked, datetime) else asked or now.date()
