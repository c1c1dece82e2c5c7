"""Unique words put into every text that an agency keeps about its cases, so that a leak can be told from a likeness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from lantai.archive.models import HandIn, Volume, VolumeItem
from lantai.cases.models import (
    Case,
    CaseEvent,
    CaseExtension,
    CaseInterval,
    CaseParty,
    Decision,
    Draft,
    Payment,
    Recusal,
    ServiceRecord,
    TakenStep,
)
from lantai.disclosure.models import PublicationAct, PublicationDraft
from lantai.documents.models import IssuedDocument
from lantai.recording.models import AvWaiver, Dossier, Evidence, Hold, Opening
from lantai.review.models import Disagreement, Review

KEPT: tuple[type[models.Model], ...] = (
    AvWaiver,
    Case,
    CaseEvent,
    CaseExtension,
    CaseInterval,
    CaseParty,
    Decision,
    Disagreement,
    Dossier,
    Draft,
    Evidence,
    HandIn,
    Hold,
    IssuedDocument,
    Opening,
    Payment,
    PublicationAct,
    PublicationDraft,
    Recusal,
    Review,
    ServiceRecord,
    TakenStep,
    Volume,
    VolumeItem,
)
# words that the program reads, not people
_CODES = """
step of_step procedure procedure_digest digest draft_digest standing stage kind field code number check_code state status
outcome opinion opinion_digest role party index_digest source_digest subject lamp unit retention part reference division
channel penalty_kinds tier source mode receipt_no editors signers collected_by actors
"""
CODES = frozenset(_CODES.split())
SIGN = "雀"


def _is_free(field: models.Field[Any, Any]) -> bool:
    is_text = isinstance(field, models.CharField | models.TextField)
    return is_text and not field.choices and not field.unique and field.name not in CODES


def _grown(value: Any, word: str) -> Any:
    """The same JSON with the word in each of its Chinese sentences."""
    if isinstance(value, str):
        return word + value if len(value) > 5 and any("一" <= c <= "鿿" for c in value) else value
    if isinstance(value, list):
        return [_grown(one, word) for one in value]
    if isinstance(value, dict):
        return {key: _grown(one, word) for key, one in value.items()}
    return value


def planted() -> Iterator[str]:
    """Put a word into each free text of each row and yield it. The seals are broken by this: such a world is not verified."""
    number = 0
    for model in KEPT:
        for row in model._base_manager.all():
            number += 1
            word = f"{SIGN}{number:05d}"
            changed: dict[str, Any] = {}
            for field in model._meta.concrete_fields:
                value = getattr(row, field.attname)
                if isinstance(field, models.JSONField) and field.name not in CODES:
                    changed[field.name] = _grown(value, word)
                elif _is_free(field):
                    changed[field.name] = (word + str(value))[: field.max_length]
            if changed:
                model._base_manager.filter(pk=row.pk).update(**changed)
                yield word
