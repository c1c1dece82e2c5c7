"""Reading a statement strictly: what is given becomes typed values that can be kept as JSON, or a sentence says why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from lantai.law.money import fen, parse_yuan
from lantai.law.periods import BEIJING
from lantai.law.refusals import Malformed
from lantai.law.statements.word import Kind, Word

FIRST_YEAR, LAST_YEAR = 1990, 2099
TEXT_LENGTH = 500
LONG_TEXT_LENGTH = 100_000
ROWS_AT_MOST = 500
DAYS_AT_MOST = 3_660

_YES = frozenset({"true", "on", "1", "yes", "是"})
_NO = frozenset({"false", "off", "0", "no", "否"})
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NO_WIDTH = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_ROW_MARKS = re.compile(r"[\t|｜；;]")


def read_words(words: Iterable[Word], given: Mapping[str, Any]) -> dict[str, Any]:
    """The statement in typed values, in the order of the words.

    Words that are not asked are left out, as are empty ones without a default. Raises Malformed for a word that
    is unknown, wanting or impossible.
    """
    words = tuple(words)
    for code in given:
        if not any(word.code == code for word in words):
            raise Malformed(code, f"本环节没有“{code}”这一填写项，请删去后重试")
    found: dict[str, Any] = {}
    for word in words:
        if not word.asked_given(found):
            continue
        value = read_word(word, given.get(word.code))
        if value is not None:
            found[word.code] = value
    return found


def read_word(word: Word, raw: Any) -> Any:
    """One typed value; None where nothing is given, there is no default and the word may be wanting."""
    if word.kind is Kind.BOOLEAN:
        return _boolean(word, raw)
    if _is_empty(raw):
        if word.required:
            raise Malformed(word.code, f"请{'选择' if word.kind in _CHOSEN else '填写'}{word.label}")
        return word.default
    return _READERS[word.kind](word, raw)


_CHOSEN = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.PERSON, Kind.PERSONS, Kind.DOCUMENT})


def _is_empty(raw: Any) -> bool:
    if raw is None:
        return True
    if isinstance(raw, str):
        return not raw.translate(_NO_WIDTH).strip()
    return isinstance(raw, list | tuple | set | frozenset) and not any(not _is_empty(one) for one in raw)


def _boolean(word: Word, raw: Any) -> bool | None:
    if _is_empty(raw):
        value = bool(word.default)
        if word.default is None and not word.required:
            return None
    elif isinstance(raw, bool):
        value = raw
    elif str(raw).strip().lower() in _YES:
        value = True
    elif str(raw).strip().lower() in _NO:
        value = False
    else:
        raise Malformed(word.code, f"{word.label}只能填是或者否")
    if word.required and not value:
        raise Malformed(word.code, f"请确认：{word.label}")
    return value


def _string(word: Word, raw: Any) -> str:
    if not isinstance(raw, str | int | Decimal) or isinstance(raw, bool):
        raise Malformed(word.code, f"{word.label}应为文字")
    text = str(raw).replace("\r\n", "\n").replace("\r", "\n")
    if _CONTROL.search(text):
        raise Malformed(word.code, f"{word.label}含有不可见的控制字符，请删去后重新填写")
    return text


def _text(word: Word, raw: Any) -> str:
    text = " ".join(_string(word, raw).split("\n")).strip()
    if len(text) > TEXT_LENGTH:
        raise Malformed(word.code, f"{word.label}不能超过{TEXT_LENGTH}字，现有{len(text)}字")
    return text


def _long_text(word: Word, raw: Any) -> str:
    text = _string(word, raw)
    if len(text) > LONG_TEXT_LENGTH:
        raise Malformed(word.code, f"{word.label}不能超过{LONG_TEXT_LENGTH}字，现有{len(text)}字")
    return text


def _day(word: Word, raw: Any) -> date:
    if isinstance(raw, datetime):
        day = raw.astimezone(BEIJING).date() if raw.tzinfo else raw.date()
    elif isinstance(raw, date):
        day = raw
    else:
        text = str(raw).strip()
        parts = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text, re.ASCII) or re.fullmatch(
            r"(\d{4})年(\d{1,2})月(\d{1,2})日", text, re.ASCII
        )
        try:
            day = date(*(int(part) for part in parts.groups())) if parts else date.min
        except ValueError:
            raise Malformed(word.code, f"{word.label}“{text}”不是真实的日期，请核对后重新填写") from None
        if not parts:
            raise Malformed(word.code, f"{word.label}应为日期，例如2026-03-05")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Malformed(word.code, f"{word.label}应在{FIRST_YEAR}年至{LAST_YEAR}年之间")
    return day


def _date(word: Word, raw: Any) -> str:
    return _day(word, raw).isoformat()


def _clock(word: Word, raw: Any) -> time:
    if isinstance(raw, time):
        return raw.replace(tzinfo=None)
    found = re.fullmatch(r"(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?", str(raw).strip(), re.ASCII)
    try:
        hour, minute = (int(found[1]), int(found[2])) if found else (24, 0)
        return time(hour, minute)
    except ValueError:
        raise Malformed(word.code, f"{word.label}应为时刻，例如09:30") from None


def _time(word: Word, raw: Any) -> str:
    return f"{_clock(word, raw):%H:%M}"


def _datetime(word: Word, raw: Any) -> str:
    """An instant in Beijing time, with its offset."""
    if isinstance(raw, datetime):
        moment = raw
    else:
        text = str(raw).strip()
        if re.fullmatch(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?", text, re.ASCII) is None:
            raise Malformed(word.code, f"{word.label}应为日期和时刻，例如2026-03-05 09:30")
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise Malformed(word.code, f"{word.label}“{text}”不是真实的时间，请核对后重新填写") from None
    moment = moment.astimezone(BEIJING) if moment.tzinfo else moment.replace(tzinfo=BEIJING)
    _day(word, moment.date())
    return moment.isoformat(timespec="minutes")


def _money(word: Word, raw: Any) -> str:
    if isinstance(raw, bool) or not isinstance(raw, str | int | float | Decimal) or re.search(r"[eE_]", str(raw)):
        raise Malformed(word.code, f"{word.label}：金额应为数字，以元为单位")
    try:
        return str(fen(parse_yuan(str(raw))))
    except ValueError as error:
        raise Malformed(word.code, f"{word.label}：{error}，请重新填写，例如5000.00") from None


def _whole(word: Word, raw: Any) -> int:
    text = str(raw).strip()
    if isinstance(raw, bool) or re.fullmatch(r"\d{1,9}", text, re.ASCII) is None:
        raise Malformed(word.code, f"{word.label}应为不小于零的整数")
    return int(text)


def _days(word: Word, raw: Any) -> int:
    days = _whole(word, raw)
    if not 1 <= days <= DAYS_AT_MOST:
        raise Malformed(word.code, f"{word.label}应为1至{DAYS_AT_MOST}之间的天数")
    return days


def _choice(word: Word, raw: Any) -> str:
    text = str(raw).strip()
    for code, label in word.choices:
        if text in (code, label):
            return code
    raise Malformed(word.code, f"{word.label}没有“{text}”这一项，请在所列各项中选择")


def _several(raw: Any) -> list[Any]:
    if isinstance(raw, list | tuple | set | frozenset):
        return [one for one in raw if not _is_empty(one)]
    return [part for part in re.split(r"[,，、\s]+", str(raw)) if part]


def _choices(word: Word, raw: Any) -> list[str]:
    chosen = {_choice(word, one) for one in _several(raw)}
    return [code for code, _ in word.choices if code in chosen]


def _row_id(word: Word, raw: Any) -> int:
    if isinstance(raw, bool) or re.fullmatch(r"[1-9]\d{0,17}", str(raw).strip(), re.ASCII) is None:
        raise Malformed(word.code, f"请在名单中选择{word.label}")
    return int(str(raw).strip())


def _persons(word: Word, raw: Any) -> list[int]:
    return list(dict.fromkeys(_row_id(word, one) for one in _several(raw)))


def _rows(word: Word, raw: Any) -> list[dict[str, Any]]:
    lines = [line for line in raw.splitlines() if line.strip()] if isinstance(raw, str) else list(raw)
    if len(lines) > ROWS_AT_MOST:
        raise Malformed(word.code, f"{word.label}不能超过{ROWS_AT_MOST}行")
    return [_row(word, number, line) for number, line in enumerate(lines, 1)]


def _row(word: Word, number: int, line: Any) -> dict[str, Any]:
    """One line of a table: a mapping, a sequence in the order of the columns, or text with marks between."""
    columns = word.columns
    if isinstance(line, str):
        cells = _ROW_MARKS.split(line) if _ROW_MARKS.search(line) else line.split(maxsplit=len(columns) - 1)
        line = [cell.strip() for cell in cells]
    if isinstance(line, list | tuple):
        if len(line) > len(columns):
            names = "、".join(column.label for column in columns)
            raise Malformed(word.code, f"{word.label}第{number}行多于{len(columns)}列，各列依次为{names}")
        line = {column.code: cell for column, cell in zip(columns, line, strict=False)}
    if not isinstance(line, Mapping):
        raise Malformed(word.code, f"{word.label}第{number}行无法识别，请按每行一项填写")
    try:
        return read_words(columns, line)
    except Malformed as error:
        raise Malformed(word.code, f"{word.label}第{number}行：{error.sentence}") from None


_READERS: dict[Kind, Callable[[Word, Any], Any]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _long_text,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.DATETIME: _datetime,
    Kind.MONEY: _money,
    Kind.INTEGER: _whole,
    Kind.DAYS: _days,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.PERSON: _row_id,
    Kind.PERSONS: _persons,
    Kind.DOCUMENT: _row_id,
    Kind.ROWS: _rows,
}
