"""Composing a document: its fields are drawn from the facts of the case, cleaned, and checked. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from lantai.law.documents.words import SIGNED, SIGNER, Column, Context, DocumentKind, Form, Line, Show, Value
from lantai.law.money import fen
from lantai.law.periods import BEIJING, written
from lantai.law.refusals import Malformed

_EVERYWHERE = {"agency": "agency.name", "party_name": "party.name", "case_title": "case.title"}
Reword = Callable[[Line, Any], Any]
WORDED = ("wording_extra", "wording_notes", "wording_version")  # what a wording adds (``wording``)
_SPACES = re.compile(r"[\t\x0b\x0c\u2028\u2029]+")


def clean(text: str) -> str:
    """Text fit for print: composed form, no invisible or direction-changing characters, the yen sign as ¥.

    The full-width U+FFE5 is drawn as a dollar sign by some faces; a fine must never be printed so.
    """
    if text.isprintable() and "\uffe5" not in text and unicodedata.is_normalized("NFC", text):
        return text  # as most are
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).replace("\uffe5", "\u00a5")
    plain = _SPACES.sub(" ", plain)
    if plain.isprintable():
        return plain  # nothing of the kind is in it; most texts are of one line
    return "".join(c for c in plain if c == "\n" or unicodedata.category(c) not in ("Cf", "Cc", "Cs"))


def pick(context: Any, source: str) -> Any:
    """The first of the paths in ``source`` that holds something; None if none does."""
    for path in _paths(source):
        value: Any = context
        for key in path:
            # nearly all are dicts, and to ask whether something is a Mapping is dear
            value = value.get(key) if type(value) is dict or isinstance(value, Mapping) else None
        if value not in (None, "", [], (), {}):
            return value
    return None


@cache
def _paths(source: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(path.strip().split(".")) for path in source.split("|"))


def written_at(value: Any) -> str:
    """2026年3月5日9时30分 of an instant or its ISO text; a bare day stays a day."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)
    if isinstance(value, datetime):
        local = value.astimezone(BEIJING) if value.tzinfo else value
        return f"{written(local.date())}{local.hour}时{local.minute:02d}分"
    return written(value)


def written_on(value: Any) -> str:
    """2026年3月5日 of a day, an instant or their ISO text."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)
    if isinstance(value, datetime):
        value = (value.astimezone(BEIJING) if value.tzinfo else value).date()
    return written(value)


def yuan(value: Any) -> str:
    """8,000.00元."""
    return f"{fen(Decimal(str(value))):,.2f}元"


def officers_in_words(people: Iterable[Mapping[str, Any] | str]) -> str:
    """张三（证号43040001）、李四（证号43040002）."""
    names = []
    for person in people:
        if isinstance(person, str):
            names.append(person)
        else:
            number = person.get("certificate") or ""
            names.append(f"{person.get('name', '')}（证号{number}）" if number else str(person.get("name", "")))
    return "、".join(n for n in names if n)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, empty ones left out."""
    return [p.strip() for p in clean(text).split("\n") if p.strip()]


def _labelled(value: Any, choices: Mapping[str, str]) -> Any:
    if isinstance(value, list | tuple):
        return [_labelled(one, choices) for one in value]
    return choices.get(str(value), value) if choices else value


def _words(value: Any, form: Form, choices: Mapping[str, str]) -> Any:
    """A value as words of the given form. Raises ValueError where it is none."""
    value = _labelled(value, choices)
    if form is Form.DATE:
        return written_on(value)
    if form is Form.DATETIME:
        return written_at(value)
    if form is Form.MONEY:
        return yuan(value)
    if form is Form.OFFICERS:
        return officers_in_words([value] if isinstance(value, str | Mapping) else value)
    if form is Form.YES_NO:
        return "是" if value else "否"
    if form is Form.LIST:
        many = value if isinstance(value, list | tuple) else str(value).split("\n")
        return [clean(str(one)).strip() for one in many if str(one).strip()]
    if isinstance(value, list | tuple):
        value = "\n".join(map(str, value)) if form is Form.PARAGRAPHS else "、".join(map(str, value))
    if isinstance(value, bool):
        return "是" if value else "否"
    return paragraphs(str(value)) if form is Form.PARAGRAPHS else clean(str(value)).strip()


def words_as(value: Any, form: Form) -> Any:
    """A value as words of the given form. Raises Malformed where it is none."""
    try:
        return _words(value, form, {})
    except (ValueError, TypeError, InvalidOperation):
        raise Malformed("wording", "措辞用到的字段无法识别，请核对") from None


def _table(rows: Any, columns: tuple[Column, ...]) -> list[list[str]]:
    made = []
    for number, row in enumerate(rows if isinstance(rows, list | tuple) else [], 1):
        cells = []
        for column in columns:
            value = number if column.source == "#" else pick(row, column.source)
            cells.append("" if value is None else _flat(_words(value, column.form, column.choices)))
        made.append(cells)
    return made


def _flat(value: Any) -> str:
    return "；".join(value) if isinstance(value, list) else str(value)


def value_of(line: Line, context: Context) -> Value | None:
    """The words of one line; None where the context holds nothing for it. Raises Malformed where it cannot be read."""
    found = line.make(context) if line.make else pick(context, line.source) if line.source else None
    if found in (None, "", [], ()) and (line.form is not Form.YES_NO or found is None):
        return None
    if line.form is Form.OFFICERS:
        found = known_people(found, context)
    try:
        made: Value = _table(found, line.columns) if line.form is Form.TABLE else _words(found, line.form, line.choices)
    except (ValueError, TypeError, InvalidOperation):
        raise Malformed(line.code, f"{line.label}无法识别，请核对后重新填写") from None
    return made or None


def compose(kind: DocumentKind, context: Context, reword: Reword | None = None) -> dict[str, Any]:
    """The fields of a document, frozen when it is issued. Raises Malformed naming the Chinese label of what is missing.

    ``reword`` puts other words for the sentence of a line that has one (``wording``).
    """
    fields: dict[str, Any] = {
        code: clean(str(value)) for code, source in _EVERYWHERE.items() if (value := pick(context, source))
    }
    for line in kind.lines:
        value = value_of(line, context)
        if value is not None and reword:
            value = reword(line, value)
        if value is not None:
            fields[line.code] = value
        if line.signed and value is not None:
            _, who, when = line.signed
            names, at = pick(context, who) if who else None, pick(context, when) if when else None
            if names:
                people = [names] if isinstance(names, str | Mapping) else names
                fields[line.code + SIGNER] = "、".join(_name(p) for p in people if _name(p))
            if names and at:
                fields[line.code + SIGNED] = written_on(at)
    check(kind, fields)
    return fields


def known_people(value: Any, context: Context) -> list[Any]:
    """People as mappings or names; ids are looked up in ``people`` of the context, unknown ones are left out."""
    many = value if isinstance(value, list | tuple) else [value]
    known = pick(context, "people") or {}
    found = [known.get(p) or known.get(str(p)) if isinstance(p, int) else p for p in many]
    return [p for p in found if p]


def _name(person: Mapping[str, Any] | str) -> str:
    return clean(person if isinstance(person, str) else str(person.get("name", "")))


def check(kind: DocumentKind, fields: Mapping[str, Any]) -> None:
    """Whether fields are those of a complete document of this kind. Raises Malformed with the field."""
    if not fields.get("agency"):
        raise Malformed("agency", f"《{kind.title}》缺少行政机关名称，无法制作")
    for line in kind.lines:
        value = fields.get(line.code)
        if line.required and not value:
            raise Malformed(line.code, f"《{kind.title}》缺少“{line.label}”，请补充后再制作")
        if value is not None and not _is_of(line, value):
            raise Malformed(line.code, f"《{kind.title}》的“{line.label}”形式不正确")
    for code in fields:
        if code not in _EVERYWHERE and code not in WORDED and code not in kind.codes:
            raise Malformed(code, f"《{kind.title}》没有“{code}”这一项")
    whole = "".join(texts(fields))
    if clean(whole) == whole:
        return  # then so is every part of it
    for code, value in fields.items():
        if any(clean(text) != text for text in texts(value)):
            raise Malformed(code, f"《{kind.title}》的“{kind.label_of(code)}”含有不能印出的字符")


def _is_of(line: Line, value: Any) -> bool:
    if line.form is Form.TABLE:
        width = len(line.columns)
        return isinstance(value, list) and all(
            isinstance(row, list) and len(row) == width and all(isinstance(c, str) for c in row) for row in value
        )
    if line.form in (Form.PARAGRAPHS, Form.LIST):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, str)


def texts(value: Any) -> list[str]:
    """Every string in a structure."""
    found: list[str] = []
    _gather([value], found)
    return found


def _gather(values: Iterable[Any], found: list[str]) -> None:
    for one in values:
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict):
            _gather(one.values(), found)
        elif isinstance(one, list | tuple):
            _gather(one, found)


def is_form_line(line: Line) -> bool:
    return line.show in (Show.PAIR, Show.ROW, Show.OPINION)


def signer_of(line: Line, fields: Mapping[str, Any]) -> tuple[str, str]:
    """Who signed an opinion and when, as frozen; empty where a pen will."""
    return fields.get(line.code + SIGNER, ""), fields.get(line.code + SIGNED, "")
