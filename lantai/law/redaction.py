"""隐去: what is taken out of a text before it becomes public, found by detectors and then seen by a human.

Every detector reads the same characters of the same text (full-width digits as digits, broken numbers across
blanks and line ends), so nothing between the spans changes. All expressions run in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lantai.law.facts import Party
from lantai.law.identity import is_credit_code, is_minor_on, is_resident_id, mask_name
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import APL, MINORS, OGI, PIPL

HIDDEN = "【已隐去】"


@dataclass(frozen=True)
class Span:
    """A stretch ``text[start:end]`` that goes: its kind, the rule that found it, why, what stands instead."""

    start: int
    end: int
    kind: str
    rule: str
    basis: Basis
    replacement: str = HIDDEN


@dataclass(frozen=True)
class Masked:
    """The public text and the spans of the original that were replaced, in order and without overlap."""

    text: str
    spans: tuple[Span, ...]


KINDS: dict[str, tuple[str, Basis]] = {
    "resident_id": ("公民身份号码", PIPL[28]),
    "passport": ("护照号码", PIPL[28]),
    "phone": ("电话号码", PIPL[34]),
    "bank_card": ("银行卡号", PIPL[28]),
    "account": ("账号", PIPL[28]),
    "address": ("住址", PIPL[34]),
    "email": ("电子邮箱", PIPL[34]),
    "social": ("网络账号", PIPL[34]),
    "plate": ("车牌号", PIPL[34]),
    "birth_date": ("出生日期", PIPL[34]),
    "name": ("自然人姓名", OGI[15]),
    "minor": ("未成年人姓名", MINORS[103]),
    "secret": ("商业秘密", APL[50]),
    "manual": ("人工隐去", OGI[15]),
}
"""Kinds of span with their label and article."""

_FULL_WIDTH = str.maketrans(
    {chr(0xFF01 + n): chr(0x21 + n) for n in range(94)}
    | dict(zip("〇○零一二三四五六七八九幺①②③④⑤⑥⑦⑧⑨", "〇〇〇一二三四五六七八九一123456789", strict=True))
)
_HAN_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")

_GAP = "[ \\t\\r\\n\\f\\v\u00a0\u2000-\u200f\u2028-\u202f\u2060\u3000\ufeff\\-\u2010-\u2015_·*]{0,3}"
_DIGIT_RUN = re.compile(f"[0-9](?:{_GAP}[0-9]){{6,}}(?:{_GAP}[Xx])?")
_HAN_RUN = re.compile("[〇一二三四五六七八九0-9]{11,}[Xx]?")
_RESIDENT = re.compile(
    r"(?=([1-8][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]))"
)
_OLD_RESIDENT = re.compile(r"[1-8][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}")
_MOBILE = re.compile(r"(?:0{0,2}86)?(1[3-9][0-9]{9})")
_LANDLINE = re.compile(r"0[1-9][0-9]{8,10}")
_AREA_CODE = re.compile(r"0[1-9][0-9]{1,2}")
_CERTIFICATE_BEFORE = re.compile(r"执法证[^0-9，。；]{0,8}$|执法证件[^0-9，。；]{0,8}$")

_NAMED_RESIDENT = re.compile(
    f"(?:身份证件?|公民身份|证件号)[^0-9\\n，。；]{{0,8}}([1-9](?:{_GAP}[0-9]){{12,19}}(?:{_GAP}[Xx])?)"
)
_NAMED_ACCOUNT = re.compile(f"(?:[账帐]号|[账帐]户|卡号)[^0-9\\n，。；]{{0,8}}([0-9](?:{_GAP}[0-9]){{7,29}})")
_HALF_MASKED = re.compile(r"(?<![0-9])[0-9]{3,6}(?:\*{2,}|[xX]{3,})[0-9]{2,4}[0-9Xx]?(?![0-9])")
_BRACKETED_LANDLINE = re.compile(r"[(]0[1-9][0-9]{1,2}[)][ -]?[2-9][0-9]{6,7}(?![0-9])")
_PASSPORT = re.compile(r"护照[^A-Za-z0-9\n，。；]{0,6}([A-Za-z]{1,2}[0-9]{7,8})")
_SOCIAL = re.compile(r"(?:微信|QQ|qq|抖音|微博)[账帐]?号?(?:码)?[:为是 ]{0,3}([A-Za-z0-9][\w\-]{4,29})", re.ASCII)
_PLATE = re.compile(
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•\\- ]?"
    "[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Z0-9])"
)
_BORN = re.compile(
    r"([0-9]{4}\s?年\s?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日)(?=\s?出?生)"
    r"|出生(?:日期|年月日|年月|于)?[:为 ]{0,3}([0-9]{4}[年\-./][0-9]{1,2}[月\-./][0-9]{1,2}日?)"
)
_ADDRESS = re.compile(
    "(?:户籍(?:所在地|地址|地)?|身份证(?:住址|地址)|家庭(?:住址|地址)|(?:现|常|暂|经常|长期)?住(?:址|地)"
    "|(?:现|家|暂|居)住(?:在|于|地)?|住(?=[在于:]|[\u4e00-\u9fff]{1,8}?[省市县区镇乡村]))"
    "[:为系在于是 ]{0,3}([^，,。；;\\n()【】]{2,60})"
)
_ADDRESS_MARK = re.compile("[省市县区镇乡村组街路道巷弄号栋幢座室里]")
_NOT_AN_ADDRESS = re.compile("(?:宿|房|院|户|建|处|所|持)")
_LOCAL_PART = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._%+-")


def mask(
    text: str,
    names: Iterable[str] = (),
    party: Party | None = None,
    keep: Iterable[str] = (),
    minors: Iterable[str] = (),
    extra: Iterable[Span] = (),
    homes: Iterable[str] = (),
) -> Masked:
    """The text as it may become public.

    ``names``   natural persons other than the party (witnesses …): 张某; 张某甲, 张某乙 where two would read
                alike. ``minors`` become 某某.
    ``party``   a punished natural person becomes surname + 某; traders and organisations keep their names.
    ``keep``    strings that stay whatever a detector says: the agency's phone, officers' certificate numbers.
    ``extra``   spans marked by hand.
    ``homes``   addresses of natural persons in the file: hidden wherever they stand, whatever word stands before.
    """
    spans = find(text, names, party, keep, minors, extra, homes)
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], span.replacement]
        at = span.end
    return Masked("".join([*parts, text[at:]]), spans)


def find(
    text: str,
    names: Iterable[str] = (),
    party: Party | None = None,
    keep: Iterable[str] = (),
    minors: Iterable[str] = (),
    extra: Iterable[Span] = (),
    homes: Iterable[str] = (),
) -> tuple[Span, ...]:
    """The spans that ``mask`` replaces; empty if the text may stand (gate G-15)."""
    kept = [(i, i + len(k)) for k in keep if k for i in _places(text, k)]
    found: list[Span] = [*extra]
    told = pseudonyms(names, party, minors) | _dwellings(homes)
    left = _blanked(text, found)
    for _ in range(_PASSES):
        new = [s for s in _detected(left, told) if not any(a <= s.start and s.end <= b for a, b in kept)]
        if not new:
            break
        found += new
        left = _blanked(left, new)
    return _without_overlap(found)


_PASSES = 5  # what is hidden separates its neighbours, which may then be found in their turn


def _detected(text: str, told: dict[str, tuple[str, str, str]]) -> Iterator[Span]:
    plain = text.translate(_FULL_WIDTH)
    for source in (_numbers(plain), _han_numbers(plain), _phrases(plain), _emails(plain), _names(text, told)):
        yield from source


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """The text of the same length with the spans filled by a character that no detector reads."""
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = "【" * (span.end - span.start)
    return "".join(letters)


def is_publishable(party: Party, decided_on: date) -> bool:
    """False where the punished person is under eighteen: then nothing of the decision is published."""
    return party.birth_date is None or not is_minor_on(party.birth_date, decided_on)


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _span(start: int, end: int, kind: str, rule: str, replacement: str = HIDDEN) -> Span:
    return Span(start, end, kind, rule, KINDS[kind][1], replacement)


def _numbers(plain: str) -> Iterator[Span]:
    """Resident IDs, phones and bank cards, also when blanks, hyphens or line ends break them."""
    last_certificate = -10
    for run in _DIGIT_RUN.finditer(plain):
        spans, last_certificate = _in_run(plain, run.start(), run.group(), last_certificate)
        yield from spans


def _in_run(plain: str, offset: int, run: str, last_certificate: int) -> tuple[list[Span], int]:
    """The numbers of one run of digits; and where the last enforcement-certificate number ended."""
    at = [i for i, letter in enumerate(run) if letter.isdigit() or letter in "Xx"]
    digits = "".join(run[i] for i in at)
    spans: list[Span] = []
    taken = bytearray(len(digits))
    for match in _RESIDENT.finditer(digits):
        start, end = match.start(), match.start() + 18
        if not taken[start] and is_resident_id(match.group(1).upper()):
            spans.append(_span(offset + at[start], offset + at[end - 1] + 1, "resident_id", "校验码相符的18位号码"))
            taken[start:end] = b"\1" * 18
    starts = [i for i in range(len(digits)) if i == 0 or at[i] - at[i - 1] > 1 or (taken[i - 1] and not taken[i])]
    ends = {i for i in range(1, len(digits)) if at[i] - at[i - 1] > 1 or taken[i]} | {len(digits)}
    for start in starts:
        if taken[start]:
            continue
        kind, length, rule = _number_at(digits, start, ends)
        if not length:
            continue
        first, last = offset + at[start], offset + at[start + length - 1] + 1
        if kind == "phone" and _is_certificate(plain, first, last_certificate):
            last_certificate = last
            continue
        spans.append(_span(first, last, kind, rule))
        taken[start : start + length] = b"\1" * length
    return spans, last_certificate


def _number_at(digits: str, start: int, ends: set[int]) -> tuple[str, int, str]:
    """Kind, length and rule of the number that begins at ``start`` and ends where a group of digits ends."""
    if (match := _MOBILE.match(digits, start)) and match.end() in ends:
        return "phone", match.end() - start, "手机号码"
    for length in (12, 11, 10):
        end = start + length
        if end in ends and _LANDLINE.fullmatch(digits, start, end) and _AREA_CODE.match(digits, start):
            return "phone", length, "固定电话号码"
    for length in (19, 18, 17, 16):
        end = start + length
        if end in ends and digits[start] in "34569" and digits[start:end].isdigit():
            number = digits[start:end]
            if _luhn(number) and not is_credit_code(number):
                return "bank_card", length, "校验位相符的银行卡号"
    if start + 15 in ends and _OLD_RESIDENT.fullmatch(digits, start, start + 15):
        return "resident_id", 15, "15位公民身份号码"
    return "", 0, ""


def _is_certificate(plain: str, start: int, last_certificate: int) -> bool:
    """Whether 执法证 stands before the number, directly or through a list of such numbers."""
    between = plain[last_certificate:start] if last_certificate >= 0 else ""
    in_list = 0 < len(between) <= 12 and all(c in "、,和及 (" or "\u4e00" <= c <= "\u9fff" for c in between)
    return bool(_CERTIFICATE_BEFORE.search(plain[max(0, start - 16) : start])) or in_list


def _luhn(number: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _han_numbers(plain: str) -> Iterator[Span]:
    """Phones and resident IDs written out in Chinese numerals (一三八…)."""
    for run in _HAN_RUN.finditer(plain):
        digits = run.group().translate(_HAN_DIGITS)
        if digits == run.group():
            continue
        for match in _RESIDENT.finditer(digits):
            if is_resident_id(match.group(1).upper()):
                start = run.start() + match.start()
                yield _span(start, start + 18, "resident_id", "汉字写出的公民身份号码")
        if re.fullmatch(r"1[3-9][0-9]{9}", digits):
            yield _span(run.start(), run.end(), "phone", "汉字写出的手机号码")


_PHRASES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (_NAMED_RESIDENT, "resident_id", "写明为身份证件的号码"),
    (_NAMED_ACCOUNT, "account", "写明为账号的号码"),
    (_HALF_MASKED, "resident_id", "只遮了一部分的号码"),
    (_BRACKETED_LANDLINE, "phone", "固定电话号码"),
    (_PASSPORT, "passport", "写明为护照的号码"),
    (_SOCIAL, "social", "写明为网络账号"),
    (_PLATE, "plate", "机动车号牌"),
    (_BORN, "birth_date", "写明为出生的日期"),
)


def _phrases(plain: str) -> Iterator[Span]:
    for pattern, kind, rule in _PHRASES:
        for match in pattern.finditer(plain):
            group = match.lastindex or 0
            yield _span(match.start(group), match.end(group), kind, rule)
    for match in _ADDRESS.finditer(plain):
        body = match.group(1)
        if _ADDRESS_MARK.search(body) and not _NOT_AN_ADDRESS.match(body):
            trimmed = body.rstrip()
            yield _span(match.start(1), match.start(1) + len(trimmed), "address", "住址、户籍之后的地址")


def _emails(plain: str) -> Iterator[Span]:
    """Each @ with at most 64 letters before and 255 after it."""
    for at in _places(plain, "@"):
        start = at
        while start > 0 and at - start < 64 and plain[start - 1] in _LOCAL_PART:
            start -= 1
        end = at + 1
        while end < len(plain) and end - at < 255 and plain[end] in _LOCAL_PART:
            end += 1
        domain = plain[at + 1 : end].rstrip(".-_%+")
        if start < at and "." in domain.strip("."):
            yield _span(start, at + 1 + len(domain), "email", "电子邮箱地址")


def _names(text: str, told: dict[str, tuple[str, str, str]]) -> Iterator[Span]:
    for name, (replacement, kind, rule) in told.items():
        between = "[ \u3000\u200b\\r\\n]{0,2}"
        pattern = re.compile(between.join(re.escape(c) for c in name))
        for match in pattern.finditer(text):
            yield _span(match.start(), match.end(), kind, rule, replacement)


def pseudonyms(
    names: Iterable[str], party: Party | None = None, minors: Iterable[str] = ()
) -> dict[str, tuple[str, str, str]]:
    """Name → (what stands instead, kind, rule), longest first; persons who would read alike get 甲, 乙 ….

    Names of one character are left to the human who reads the text.
    """
    told: dict[str, tuple[str, str, str]] = {}
    if party is not None and party.kind == "person" and len(party.name.strip()) > 1:
        told[party.name.strip()] = (mask_name(party.name), "name", "当事人为自然人")
    children = {n.strip() for n in minors if len(n.strip()) > 1}
    others = [n for n in dict.fromkeys(n.strip() for n in names) if len(n) > 1 and n not in told and n not in children]
    base = {n: mask_name(n) for n in others}
    used: dict[str, int] = {}
    taken = {replacement for replacement, _, _ in told.values()}
    alone = {b for b in base.values() if list(base.values()).count(b) == 1 and b not in taken}
    for name in others:
        mark = base[name]
        if mark not in alone:
            used[mark] = used.get(mark, 0) + 1
            mark += _STEMS[(used[mark] - 1) % len(_STEMS)]
        told[name] = (mark, "name", "当事人以外的自然人")
    told.update({n: ("某某", "minor", "未成年人") for n in children})
    return dict(sorted(told.items(), key=lambda item: -len(item[0])))


def _dwellings(homes: Iterable[str]) -> dict[str, tuple[str, str, str]]:
    """Address → what stands instead; one that names no more than a town or a street tells of nobody."""
    told = sorted({h.strip() for h in homes if any(c.isdecimal() for c in h)}, key=len, reverse=True)
    return {home: (HIDDEN, "address", "案卷登记的自然人住址") for home in told}


def doubt_of_age(party: Party) -> tuple[str, str, str] | None:
    """Kind, reason and article, where the file does not tell whether a natural person is a minor (未成年人保护法)."""
    if party.kind != "person" or party.birth_date is not None:
        return None
    why = "案卷没有登记公民身份号码和出生日期，系统不能判断是否已满十八周岁；未满的，应当依法不予公示"
    return "未成年人", why, str(MINORS[103])


_STEMS = "甲乙丙丁戊己庚辛壬癸"


def _without_overlap(spans: Sequence[Span]) -> tuple[Span, ...]:
    """In order; spans that touch the same characters become one, under the longer one's kind."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -(s.end - s.start))):
        if result and span.start < result[-1].end:
            last = result[-1]
            longer = max(last, span, key=lambda s: s.end - s.start)
            end = max(last.end, span.end)
            result[-1] = Span(last.start, end, longer.kind, longer.rule, longer.basis, longer.replacement)
        else:
            result.append(span)
    return tuple(result)
