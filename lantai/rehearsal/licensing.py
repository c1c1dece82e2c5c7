"""How a story tells of a licence: plain words for outcomes and statements, and the day on which an application was accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lantai.law.procedure import Procedure, Step
from lantai.rehearsal.reading import Row, Story

SAID: Mapping[str, tuple[str, ...]] = {
    "accept": ("accepted",),
    "reject": ("not_competent",),
    "refuse": ("denied", "not_competent", "renewal_denied"),
    "deny": ("denied", "renewal_denied"),
    "grant": ("granted",),
    "approve": ("granted", "agree"),
    "renew": ("renewed",),
    "change": ("changed",),
    "silence": ("renewed_by_silence",),
    "withdraw": ("withdrawn",),
    "revoke": ("revoked",),
    "annul": ("revoked",),
    "cancel": ("cancelled",),
}
"""Verbs of a story, and the outcomes that they mean: the first one the step has."""

WORDS: Mapping[tuple[str, str], str] = {
    ("LI-1", "kind"): "application_kind",
    ("LI-6", "kind"): "outcome",
    ("LI-6", "until"): "needed_until",
    ("LI-8", "reasons"): "denial_reasons",
    ("LI-8", "remedies"): "remedies_told",
    ("LI-8", "reasons_given"): "denial_reasons",
    ("LI-11", "reasons"): "denial_reasons",
    ("LI-11", "remedies"): "remedies_told",
    ("LI-12", "kind"): "outcome",
    ("LI-15", "kind"): "outcome",
}
"""Words of a story, by step, for words of the statement."""

TEXTS: Mapping[str, str] = {
    "denial_reasons": "经营场所与污染源的距离不足二十五米，不符合法定条件。",
    "missing": "经营场所平面图",
    "matter": "食品经营许可",
    "materials": "申请书、营业执照、经营场所平面图、食品安全管理制度。",
    "licence_name": "食品经营许可证",
    "licence_content": "餐饮服务经营者：热食类食品制售",
}


OUTCOMES = ("outcome", "answer", "opinion")


def understood(story: Story, procedure: Procedure) -> Story:
    """The story of a licence in the words of its procedure; any other story as it is."""
    if not procedure.code.startswith("licence."):
        return story
    return replace(story, timeline=tuple(_row(row, procedure) for row in story.timeline))


def _row(row: Row, procedure: Procedure) -> Row:
    also = tuple(_row(one, procedure) for one in row.also)
    if row.extend:
        told = {k: v for k, v in row.said.items() if k != "reasons_told"}
        if row.said.get("reasons_told") is False:
            told["reason"] = ""
        return replace(row, also=also, said=told)
    if row.step not in procedure:
        return replace(row, also=also)
    return replace(row, also=also, said=_told(procedure[row.step], row.said))


def _told(step: Step, said: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says of a step, in the words of the statement: a bare yes or no for a text is some text or none."""
    found: dict[str, Any] = {}
    for word, value in said.items():
        known = WORDS.get((step.id, word), word)
        if known in TEXTS and isinstance(value, bool):
            value = TEXTS[known] if value else ""
        if known in OUTCOMES and isinstance(value, str) and step.outcome(value) is None:
            value = next((code for code in SAID.get(value, ()) if step.outcome(code)), value)
        found[known] = value
    return found
