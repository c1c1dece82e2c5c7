"""The text of a statute (法律文本), read from the Markdown of a statute library, to the item.

One file is one version of one statute, named ``标题(公布日).md``: a ``#`` title, lines on how it was adopted,
``<!-- INFO END -->``, then ``##`` chapters and articles that begin with 第…条. An article's further paragraphs
(款) and items (项) follow as lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lantai.law.statutes import Basis, Statute, chinese_numeral
from lantai.law.statutes_in_force import ALL_STATUTES

_NUMBERS = {chinese_numeral(n): n for n in range(1, 1000)}
_NUMERAL = "[一二三四五六七八九十百零]+"
_FILE_NAME = re.compile(r"(?P<title>.+?)[(（](?P<adopted>\d{4}-\d\d-\d\d)[)）](?:\.md)?$")
_ARTICLE = re.compile(rf"第(?P<number>{_NUMERAL})条(?:之(?P<branch>{_NUMERAL}))?(?:[ \u3000\t]+(?P<text>.*))?$")
_ITEM = re.compile(rf"[(（](?P<number>{_NUMERAL})[)）]")
_HEADING = re.compile(r"#{2,6}\s*(?P<text>.+)$")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff"))
_END_OF_PREAMBLE = "<!-- INFO END -->"
_NAME_OF_STATE = "中华人民共和国"


class UnreadableStatuteError(ValueError):
    """A file that is not a statute in the format of the library. The message is for the reader, in Chinese."""


@dataclass(frozen=True)
class ParagraphText:
    """One paragraph (款) with the items (项) below it, each with its number in brackets as printed."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class ArticleText:
    """One article (条). ``heading`` is the chapter and section it stands in; ``branch`` is the 一 of 之一."""

    number: int
    heading: str
    paragraphs: tuple[ParagraphText, ...]
    branch: int = 0

    @property
    def label(self) -> str:
        """As printed: 第五十八条, 第一百三十三条之一."""
        tail = f"之{chinese_numeral(self.branch)}" if self.branch else ""
        return f"第{chinese_numeral(self.number)}条{tail}"

    @property
    def key(self) -> str:
        """For addresses: ``58``, ``133.1``."""
        return f"{self.number}.{self.branch}" if self.branch else str(self.number)


@dataclass(frozen=True)
class StatuteText:
    """One version of one statute. ``history`` are the lines on how it was adopted and amended."""

    title: str
    short: str
    adopted: date
    articles: tuple[ArticleText, ...]
    history: tuple[str, ...] = ()

    def article(self, number: int, branch: int = 0) -> ArticleText | None:
        return next((a for a in self.articles if (a.number, a.branch) == (number, branch)), None)

    @property
    def statute(self) -> Statute | None:
        """The statute of ``law.statutes_in_force`` of which this is the text, of this very version."""
        return next((s for s in ALL_STATUTES if _is_text_of(self, s)), None)


def parse(text: str, file_name: str) -> StatuteText:
    """Read one file. Raises UnreadableStatuteError naming what is missing."""
    named = _FILE_NAME.match(file_name.rsplit("/", 1)[-1])
    if named is None:
        raise UnreadableStatuteError(
            f"文件名“{file_name}”应当写作“标题(公布日期).md”，例如“行政处罚法(2021-01-22).md”。"
        )
    try:
        adopted = date.fromisoformat(named["adopted"])
    except ValueError:
        raise UnreadableStatuteError(f"文件名“{file_name}”里的日期不存在。") from None
    lines = [line.translate(_INVISIBLE).strip(" \t\u3000") for line in text.splitlines()]
    lines = [line for line in lines if line]
    if not lines or not lines[0].startswith("# "):
        raise UnreadableStatuteError("第一行应当是“# 法律全称”。")
    if _END_OF_PREAMBLE not in lines:
        raise UnreadableStatuteError(f"缺少“{_END_OF_PREAMBLE}”一行，分不清沿革与正文。")
    end = lines.index(_END_OF_PREAMBLE)
    articles = tuple(_articles(lines[end + 1 :]))
    if not articles:
        raise UnreadableStatuteError("正文里没有一条以“第……条”开头的条文。")
    title = lines[0][2:].strip()
    return StatuteText(title, title.removeprefix(_NAME_OF_STATE), adopted, articles, tuple(lines[1:end]))


def resolve(statute_text: StatuteText, basis: Basis) -> bool:
    """Whether the cited article, paragraph and item exist in this text, and it is the version cited."""
    return found(statute_text, basis) is not None


def found(statute_text: StatuteText, basis: Basis) -> str | None:
    """The words a citation points at: the article, its paragraph, or its item. None where there are none."""
    if not _is_text_of(statute_text, basis.statute):
        return None
    if not basis.article:
        return statute_text.title
    article = statute_text.article(basis.article)
    if article is None:
        return None
    paragraphs = article.paragraphs
    if basis.paragraph:
        paragraphs = paragraphs[basis.paragraph - 1 : basis.paragraph]
    if basis.item:
        return next((i for p in paragraphs for i in p.items if _number_of_item(i) == basis.item), None)
    return "\n".join(line for p in paragraphs for line in (p.text, *p.items)) or None


def _articles(lines: list[str]) -> Iterator[ArticleText]:
    """Cut the body into articles. A reference at the start of a line (“第三条规定的…”) does not open one."""
    headings: dict[int, str] = {}
    number = branch = 0
    heading = ""
    body: list[str] = []
    for line in lines:
        if _HEADING.match(line):
            level = len(line) - len(line.lstrip("#"))
            title = re.sub(r"[\s\u3000]+", " ", line.lstrip("#")).strip()
            headings = {k: v for k, v in headings.items() if k < level} | {level: title}
            continue
        opens = _ARTICLE.match(line)
        here = _place(opens) if opens else (0, 0)
        if opens is None or here <= (number, branch):
            body.append(line)
            continue
        if number:
            yield ArticleText(number, heading, _paragraphs(body), branch)
        number, branch = here
        heading = " ".join(headings[k] for k in sorted(headings))
        body = [opens["text"] or ""]
    if number:
        yield ArticleText(number, heading, _paragraphs(body), branch)


def _place(opens: re.Match[str]) -> tuple[int, int]:
    return _NUMBERS.get(opens["number"], 0), _NUMBERS.get(opens["branch"] or "", 0)


def _paragraphs(lines: list[str]) -> tuple[ParagraphText, ...]:
    paragraphs: list[ParagraphText] = []
    for line in filter(None, lines):
        if _ITEM.match(line) and paragraphs:
            paragraphs[-1] = ParagraphText(paragraphs[-1].text, (*paragraphs[-1].items, line))
        else:
            paragraphs.append(ParagraphText(line))
    return tuple(paragraphs)


def _number_of_item(item: str) -> int:
    opens = _ITEM.match(item)
    return _NUMBERS.get(opens["number"], 0) if opens else 0


def _is_text_of(text: StatuteText, statute: Statute) -> bool:
    titles = {_plain(statute.name), _plain(statute.short)}
    return text.adopted == statute.adopted and _plain(text.title) in titles


def _plain(title: str) -> str:
    """Titles quote other titles in 〈〉 inside 《》 and in 《》 alone; the words are the same."""
    return title.translate(str.maketrans("〈〉", "《》"))
