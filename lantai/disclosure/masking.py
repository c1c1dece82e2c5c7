"""隐去: what the detectors find in a text, what a person adds or takes off, and the public text that results. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lantai.law import redaction
from lantai.law.doubts import doubts
from lantai.law.facts import Party
from lantai.law.statutes_in_force import OGI

NEVER_LIFTED = frozenset({"resident_id", "passport", "bank_card", "phone", "minor"})
"""Protected in every case: such a mask is not taken off, whatever the reason (个人信息保护法第二十八条)."""


@dataclass(frozen=True)
class Ground:
    """What the detectors must know of a case: who is named in it, and which numbers are public."""

    party: Party
    names: tuple[str, ...] = ()
    minors: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()  # addresses of natural persons
    keep: tuple[str, ...] = ()
    public: tuple[str, ...] = ()  # names that stay: the party as an organisation or a trader, the officers


def places(original: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every text of a draft with the word for its place: ``title`` … and ``s0p1`` (section 0, paragraph 1)."""
    for word in ("title", "violation", "conclusion", "remedy"):
        if original.get(word):
            yield word, original[word]
    for s, section in enumerate(original.get("sections", ())):
        for p, paragraph in enumerate(section["paragraphs"]):
            yield f"s{s}p{p}", paragraph


def found(original: Mapping[str, Any], ground: Ground) -> list[dict[str, Any]]:
    """The masks that the detectors propose, in the order of the text."""
    masks = []
    for where, text in places(original):
        spans = redaction.find(text, ground.names, ground.party, ground.keep, ground.minors, homes=ground.homes)
        masks += [_mask(where, s.start, s.end, s.kind, s.rule, str(s.basis), s.replacement) for s in spans]
    return masks


def by_hand(
    original: Mapping[str, Any], words: str, reason: str, masks: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Masks over every place where the words stand and nothing is hidden yet."""
    made = []
    for where, text in places(original):
        at = text.find(words)
        while at >= 0:
            end = at + len(words)
            taken = (m for m in masks if m["where"] == where and not m["lifted"])
            if not any(m["start"] < end and at < m["end"] for m in taken):
                rule = f"人工隐去：{reason}"
                mask = _mask(where, at, end, "manual", rule, str(OGI[15]), redaction.HIDDEN)
                made.append({**mask, "by_hand": True, "reason": reason})
            at = text.find(words, end)
    return made


def pieces(text: str, where: str, masks: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """A text cut into what is shown and what stands instead of the hidden, each with kind, rule and article."""
    made: list[dict[str, str]] = []
    at = 0
    for m in _of(where, masks):
        if m["start"] > at:
            made.append({"text": text[at : m["start"]]})
        if m["start"] >= at:
            made.append({"hidden": m["replacement"], "kind": m["label"], "rule": m["rule"], "basis": m["basis"]})
            at = m["end"]
    if at < len(text) or not made:
        made.append({"text": text[at:]})
    return made


def public(text: str, where: str, masks: Iterable[Mapping[str, Any]]) -> str:
    """The text as it may become public."""
    return "".join(p.get("text", "") + p.get("hidden", "") for p in pieces(text, where, masks))


def compared(original: Mapping[str, Any], masks: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Original and public text side by side, place by place, for the preview."""
    labels = {"title": "案件名称", "violation": "违法行为类型", "conclusion": "执法结论", "remedy": "救济途径"}
    rows = []
    for where, text in places(original):
        heading = labels.get(where, "")
        if not heading:
            section, _, paragraph = where[1:].partition("p")
            heading = original["sections"][int(section)]["heading"] if paragraph == "0" else ""
        rows.append({"heading": heading, "original": _marked(text, where, masks), "public": pieces(text, where, masks)})
    return rows


def left(original: Mapping[str, Any], masks: Sequence[Mapping[str, Any]], ground: Ground) -> list[str]:
    """What the detectors still see in the public text and nobody took off with a reason: kind by kind."""
    kinds = []
    for where, text in places(original):
        shown = [text[m["start"] : m["end"]] for m in masks if m["where"] == where and m["lifted"]]
        said = public(text, where, masks)
        kept = (*ground.keep, *shown)
        for span in redaction.find(said, ground.names, ground.party, kept, ground.minors, homes=ground.homes):
            if said[span.start : span.end] != span.replacement:
                kinds.append(redaction.KINDS[span.kind][0])
    return list(dict.fromkeys(kinds))


def doubtful(
    original: Mapping[str, Any], masks: Sequence[Mapping[str, Any]], ground: Ground
) -> list[tuple[str, str, str, str]]:
    """What of the public text a human must look at: kind, words, why, article. Nothing of it is hidden by itself."""
    shown: dict[tuple[str, str], tuple[str, str, str, str]] = {}
    known = (*ground.keep, *ground.public)
    for where, text in places(original):
        lifted = [text[m["start"] : m["end"]] for m in masks if m["where"] == where and m["lifted"]]
        for d in doubts(public(text, where, masks), (*known, *lifted)):
            shown.setdefault((d.kind, d.words), (d.label, d.words, d.why, str(d.basis)))
    return list(shown.values())


def numbered(masks: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The masks in the order of the text, each with its number."""
    return [{**m, "id": n} for n, m in enumerate(masks, 1)]


def _mask(where: str, start: int, end: int, kind: str, rule: str, basis: str, replacement: str) -> dict[str, Any]:
    return {
        "id": 0,
        "where": where,
        "start": start,
        "end": end,
        "kind": kind,
        "label": redaction.KINDS[kind][0],
        "rule": rule,
        "basis": basis,
        "replacement": replacement,
        "by_hand": False,
        "reason": "",
        "lifted": None,
    }


def _of(where: str, masks: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted((m for m in masks if m["where"] == where and not m["lifted"]), key=lambda m: m["start"])


def _marked(text: str, where: str, masks: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The original with the stretches that a mask covers or covered."""
    made: list[dict[str, Any]] = []
    at = 0
    for m in sorted((m for m in masks if m["where"] == where), key=lambda m: m["start"]):
        if m["start"] < at:
            continue
        made.append({"text": text[at : m["start"]]})
        made.append({"text": text[m["start"] : m["end"]], "mask": m})
        at = m["end"]
    return [p for p in [*made, {"text": text[at:]}] if p["text"]]
