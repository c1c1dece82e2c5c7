"""What a step states when a story leaves it out: the lawful minimum, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from lantai.law.statements.word import Kind, Word
from lantai.rehearsal import licensing

TEXTS: dict[str, str] = {
    "verification": "经核查，有证据初步证明存在违法行为，属于本机关管辖，未超过追究时效，建议立案。",
    "suspected": "《中华人民共和国食品安全法》第五十三条第一款",
    "head_opinion": "同意。",
    "place": "衡阳市蒸湘区演示路2号当事人经营场所",
    "found": "现场检查发现当事人未能提供供货者的许可证和产品合格证明文件。",
    "party_words": "当事人对检查情况没有异议。",
    "facts": "当事人采购食品未查验供货者的许可证和食品合格证明文件，货值金额较小，案发后已经改正。",
    "evidence": "现场笔录、询问笔录、进货票据复印件。",
    "evidence_reason": (
        "现场笔录由两名执法人员制作并经当事人签字，与询问笔录、进货票据相互印证，"
        "来源合法，内容真实，与违法事实相关联，予以采信。"
    ),
    "basis_reason": (
        "当事人的行为违反了《中华人民共和国食品安全法》第五十三条第一款，"
        "依照第一百二十六条第一款第三项处罚；该规定为特别规定，现行有效。"
    ),
    "discretion_reason": "当事人系初次违法，主动改正，未造成危害后果，依照裁量基准适用从轻档次。",
    "discretion": "当事人系初次违法，主动改正，适用从轻档次。",
    "violated": "《中华人民共和国食品安全法》第五十三条第一款",
    "penalty_basis": "《中华人民共和国食品安全法》第一百二十六条第一款第三项",
    "opinion_text": "主体合法，事实清楚，证据充分，适用法律正确，程序合法，裁量适当，同意。",
    "opinion": "同意拟处理意见。",
    "receiver": "陈某",
    "body": "衡阳市人民政府",
    "ruling": "衡府复决字〔演示〕1号",
    "chair": "沈主持",
    "recorder": "冯审",
    "correction": "责令立即改正，依法履行进货查验义务。",
    "receipt_no": "湘财通字演示00001",
    "scan_code": "演示扫码00001",
    "content": "食品保质期\n进货查验记录",
    "plan": "两名执法人员到经营场所检查，预计一小时。",
    **licensing.TEXTS,
}


def lawful(words: Iterable[Word], given: Mapping[str, Any], at: datetime, people: Mapping[str, int]) -> dict[str, Any]:
    """``given``, filled up with what the step must state. ``people``: ids of ``officer`` and ``officer_2``."""
    said = dict(given)
    known: dict[str, Any] = {}  # what holds where nothing is said: later words may be asked because of it
    for word in words:
        if word.code in said:
            continue
        value = TEXTS.get(word.code) if word.kind in (Kind.TEXT, Kind.LONG_TEXT) else None
        if not word.required and word.code not in _WANTED:
            if word.default is not None:
                known[word.code] = word.default
            continue
        if not word.asked_given({**known, **said}):
            continue
        said[word.code] = value if value is not None else _value(word, at, people)
    return said


_WANTED = frozenset({"officers", "served_on", "receiver", "place", "scan_code", "denial_reasons", "remedies_told"})


def _value(word: Word, at: datetime, people: Mapping[str, int]) -> Any:
    day: date = at.date()
    if word.kind is Kind.BOOLEAN:
        return True
    if word.kind is Kind.CHOICE:
        return word.choices[0][0]
    if word.kind is Kind.CHOICES:
        return [word.choices[0][0]]
    if word.kind is Kind.PERSON:
        return people["officer"]
    if word.kind is Kind.PERSONS:
        return [people["officer"], people["officer_2"]]
    if word.kind is Kind.DATE:
        return day.isoformat()
    if word.kind is Kind.DATETIME:
        return at.isoformat(timespec="minutes")
    if word.kind is Kind.TIME:
        return "09:00"
    if word.kind is Kind.MONEY:
        return "1000.00"
    if word.kind in (Kind.INTEGER, Kind.DAYS):
        return 1
    if word.kind is Kind.ROWS:
        return [{column.code: _cell(column, at, people) for column in word.columns}]
    return word.label


def _cell(column: Word, at: datetime, people: Mapping[str, int]) -> Any:
    return TEXTS.get(column.code) or _value(column, at, people)
