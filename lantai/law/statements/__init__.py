"""What each step of a procedure states (载明事项), read strictly; the draft decision and the text of what it orders.

``words_of``    the words of a step, for forms and documents.
``read``        a statement in typed values that can be kept as JSON; raises Malformed with a Chinese sentence.
``DRAFT``       the words of the draft decision, ``read_draft`` reads them, ``conclusion`` words what it orders.
"""

from lantai.law.statements.conclusion import amount_in_words, conclusion, licence_conclusion
from lantai.law.statements.draft import (
    DRAFT,
    OUTCOMES,
    PROPOSAL,
    draft_in_words,
    draft_words,
    outcome_label,
    read_draft,
    said_in_words,
)
from lantai.law.statements.events import EVENTS, event_label, event_words, events_of, may_note, read_event
from lantai.law.statements.serving import MODES, PROOFS, SERVICE, service_of
from lantai.law.statements.steps import BY_STEP, person_words, read, words_of
from lantai.law.statements.word import Choices, Kind, Word

__all__ = [
    "BY_STEP",
    "DRAFT",
    "EVENTS",
    "MODES",
    "OUTCOMES",
    "PROOFS",
    "PROPOSAL",
    "SERVICE",
    "Choices",
    "Kind",
    "Word",
    "amount_in_words",
    "conclusion",
    "draft_in_words",
    "draft_words",
    "event_label",
    "event_words",
    "events_of",
    "licence_conclusion",
    "may_note",
    "outcome_label",
    "person_words",
    "read",
    "read_draft",
    "read_event",
    "said_in_words",
    "service_of",
    "words_of",
]
