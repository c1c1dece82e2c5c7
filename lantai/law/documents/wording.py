"""措辞: the fixed sentences of a document in words of the justice bureau instead of those of this code. Pure.

What stands in a document and in which order is law and stays here. A *wording* replaces sentences: those a kind of
document composes itself (``slots``), its notes, and one more paragraph at the end. It is plain text with blanks in braces,
``{当事人}``, from a list; nothing in it is ever run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lantai.law.documents.composing import clean, paragraphs, pick, words_as
from lantai.law.documents.words import Context, DocumentKind, Form, Line, Show
from lantai.law.refusals import Malformed

EXTRA = "wording_extra"
NOTES = "wording_notes"
VERSION = "wording_version"
LONGEST = 2000
IN_LAW_ONLY = frozenset({"remedy"})  # 救济途径: its terms and bodies follow the act and the agency, case by case

_BLANK = re.compile(r"\{([^{}]*)\}")
_CITED = re.compile(
    r"《[^》]+》第[一二三四五六七八九十百零]+条(?:第[一二三四五六七八九十百零]+款)?(?:第[一二三四五六七八九十百零]+项)?"
)
_TERM = re.compile(r"[一二三四五六七八九十百]+(?:个工作日|日|个月|年)")


@dataclass(frozen=True)
class Blank:
    """A blank that a wording may use: where its words come from in the composing context."""

    name: str
    source: str
    form: Form = Form.TEXT


BLANKS: dict[str, Blank] = {
    blank.name: blank
    for blank in (
        Blank("机关名称", "agency.name"),
        Blank("机关地址", "agency.address"),
        Blank("机关电话", "agency.phone"),
        Blank("案由", "case.title"),
        Blank("违法行为", "case.title"),
        Blank("案件编号", "case.number"),
        Blank("当事人", "party.name"),
        Blank("证件号码", "party.code"),
        Blank("法定代表人", "party.legal_representative"),
        Blank("当事人住所", "party.address"),
        Blank("当事人电话", "party.phone"),
        Blank("承办人", "officers", Form.OFFICERS),
        Blank("办理日期", "step.at", Form.DATE),
        Blank("立案日期", "steps.PG-3.at|case.opened_on", Form.DATE),
        Blank("决定书文号", "decision.number"),
        Blank("决定日期", "decision.decided_on", Form.DATE),
        Blank("罚款数额", "decision.fine|draft.fine", Form.MONEY),
        Blank("复议机关", "remedy.reconsideration_body"),
        Blank("人民法院", "remedy.court"),
    )
}
_MARKED: Context = {
    "agency": {"name": "{机关名称}", "address": "{机关地址}", "phone": "{机关电话}"},
    "case": {"title": "涉嫌{违法行为}", "number": "{案件编号}"},
    "party": {
        "name": "{当事人}",
        "code": "{证件号码}",
        "legal_representative": "{法定代表人}",
        "address": "{当事人住所}",
    },
}
_MARKED_PATHS = frozenset(f"{whole}.{part}" for whole, parts in _MARKED.items() for part in parts)


class _Watched(Mapping[str, Any]):
    """A context that remembers which of its values were read."""

    def __init__(self, held: Mapping[str, Any], path: str, read: set[str]) -> None:
        self._held, self._path, self._read = held, path, read

    def __getitem__(self, key: str) -> Any:
        value = self._held.get(key)
        path = f"{self._path}.{key}".lstrip(".")
        if isinstance(value, Mapping):
            return _Watched(value, path, self._read)
        self._read.add(path)
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        self._read.add(self._path)
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


@dataclass(frozen=True)
class Worded:
    """The wording that holds for a document: texts by slot, and the version it is."""

    texts: Mapping[str, str] = field(default_factory=dict)
    version: str = ""


@dataclass(frozen=True)
class Slot:
    """A place whose words may be changed. ``law`` what stands there without a wording; ``kept`` what must stay in it."""

    code: str
    label: str
    law: str
    kept: tuple[str, ...] = ()


def slots(kind: DocumentKind) -> tuple[Slot, ...]:
    """The places of a kind whose words may be changed, in the order of the document."""
    made = [
        Slot(line.code, line.label, said, tuple(dict.fromkeys((*_CITED.findall(said), *_TERM.findall(said)))))
        for line in kind.lines
        if (said := _own_words(line))
    ]
    return (*made, Slot(EXTRA, "正文末尾的附加语句", ""), Slot(NOTES, "附注", "\n".join(kind.notes)))


def _own_words(line: Line) -> str:
    """The sentence of a line with blanks in the places of what varies; "" where the line says more than that.

    A sentence that reads anything of the case besides the blanks (which measure it is, how long, how much) decides
    something; other words would decide it otherwise.
    """
    if line.make is None or line.show is not Show.TEXT or line.code in IN_LAW_ONLY:
        return ""
    read: set[str] = set()
    try:
        said = line.make(_Watched(_MARKED, "", read))
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError):
        return ""
    return said if isinstance(said, str) and read <= _MARKED_PATHS else ""


def check(kind: DocumentKind, texts: Mapping[str, str]) -> dict[str, str]:
    """The texts as they may be kept: empty ones and those that say what the law's own words say are left out.

    Raises Malformed with the slot: a place that is not there, a brace that is alone, a blank that is not in the list, an
    article or a term of the law's own words that is gone.
    """
    known = {slot.code: slot for slot in slots(kind)}
    kept: dict[str, str] = {}
    for code, given in texts.items():
        if code not in known:
            raise Malformed(code, f"《{kind.title}》没有“{code}”这一处措辞")
        slot, said = known[code], "\n".join(paragraphs(given))
        if not said or said == slot.law:
            continue
        if len(said) > LONGEST:
            raise Malformed(code, f"“{slot.label}”超过{LONGEST}字")
        for name in _names(said, slot):
            if name not in BLANKS:
                raise Malformed(code, f"没有“{name}”这个字段；可用的字段见页面所列，写法如{{当事人}}")
        if gone := [phrase for phrase in slot.kept if phrase not in said]:
            raise Malformed(code, f"“{slot.label}”中法律规定的“{gone[0]}”不能删去")
        kept[code] = said
    return kept


def _names(said: str, slot: Slot) -> Iterator[str]:
    if set(_BLANK.sub("", said)) & {"{", "}"}:
        raise Malformed(slot.code, f"“{slot.label}”的大括号没有成对；字段写成{{当事人}}这样")
    yield from (name.strip() for name in _BLANK.findall(said))


def filled(text: str, context: Context) -> list[str] | None:
    """The text with its blanks filled; None where the case has nothing for one of them."""
    made = text
    for name in set(_BLANK.findall(text)):
        blank = BLANKS.get(name.strip())
        found = _value(blank, context) if blank else ""
        if not found:
            return None
        made = made.replace(f"{{{name}}}", found.replace("{", "｛").replace("}", "｝"))
    return paragraphs(made)


def _value(blank: Blank, context: Context) -> str:
    found = pick(context, blank.source)
    if found is None:
        return ""
    said: Any = words_as(found, blank.form)
    plain = clean("、".join(said) if isinstance(said, list) else str(said)).strip()
    return plain.removeprefix("涉嫌") if blank.name == "违法行为" else plain


def reworded(line: Line, value: Any, context: Context, worded: Worded) -> Any:
    """What stands in a line: the wording where there is one and the case can fill it, else the law's own words.

    A place that has been closed since the wording was kept is no place any more.
    """
    text = worded.texts.get(line.code)
    said = filled(text, context) if text and _own_words(line) else None
    if not said:
        return value
    return said if line.form is Form.PARAGRAPHS else "\n".join(said)


def added(context: Context, worded: Worded) -> dict[str, Any]:
    """The fields a wording adds to a document: its last paragraph, its notes, its version."""
    made: dict[str, Any] = {}
    for code in (EXTRA, NOTES):
        if said := filled(worded.texts.get(code, ""), context):
            made[code] = said
    return made | ({VERSION: worded.version} if worded.version else {})
