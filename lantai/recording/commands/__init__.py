"""Writes of dossiers and evidence."""

from lantai.recording.commands.filing import add_evidence, correct, hand_in, open_dossier
from lantai.recording.commands.keeping import (
    KEEPERS,
    lift_hold,
    note_opening,
    note_probe,
    place_hold,
    seal_dossier,
    waive_av,
)

__all__ = [
    "KEEPERS",
    "add_evidence",
    "correct",
    "hand_in",
    "lift_hold",
    "note_opening",
    "note_probe",
    "open_dossier",
    "place_hold",
    "seal_dossier",
    "waive_av",
]
