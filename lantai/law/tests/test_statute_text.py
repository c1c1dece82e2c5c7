"""Statute texts are read to the item, and a citation resolves only in the version it names."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from lantai.law.statute_text import ArticleText, ParagraphText, UnreadableStatuteError, found, parse, resolve
from lantai.law.statutes import Basis, Statute
from lantai.law.statutes_in_force import APL, HOL, SAMR

LIBRARY = Path(os.environ.get("LANTAI_SHARED") or Path(__file__).resolve().parents[4] / "shared") / "laws"
needs_library = pytest.mark.skipif(not LIBRARY.is_dir(), reason="statute texts are not beside the checkout")

SAMPLE = """# 中华人民共和国行政处罚法

2021年1月22日 修订

<!-- INFO END -->

## 第一章　总  则

第一条 为了规范行政处罚，制定本法。

​

第二条 行政处罚的种类：

（一）警告；

(二)罚款。

第一条规定的目的，应当遵守。

### 第一节 立案

第二条之一　补充的条文。

第二条之二

只有下一行才有文字。

## 附 则

第一百零三条　本法自公布之日起施行。
"""
NAME = "行政处罚法(2021-01-22).md"


def test_an_article_is_read_with_its_paragraphs_items_and_chapter():
    text = parse(SAMPLE, NAME)
    assert (text.title, text.short, text.adopted) == ("中华人民共和国行政处罚法", "行政处罚法", date(2021, 1, 22))
    assert text.history == ("2021年1月22日 修订",)
    assert text.articles[1] == ArticleText(
        2,
        "第一章 总 则",
        (
            ParagraphText("行政处罚的种类：", ("（一）警告；", "(二)罚款。")),
            ParagraphText("第一条规定的目的，应当遵守。"),
        ),
    )


def test_articles_inserted_by_amendment_keep_their_place_and_label():
    articles = parse(SAMPLE, NAME).articles
    assert [a.label for a in articles] == ["第一条", "第二条", "第二条之一", "第二条之二", "第一百零三条"]
    assert [a.key for a in articles] == ["1", "2", "2.1", "2.2", "103"]
    assert articles[2].heading == "第一章 总 则 第一节 立案"
    assert articles[3].paragraphs == (ParagraphText("只有下一行才有文字。"),)
    assert articles[4].heading == "附 则"


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (APL[1], "为了规范行政处罚，制定本法。"),
        (APL[2, 1, 2], "(二)罚款。"),
        (APL[2, 0, 1], "（一）警告；"),
        (APL[2, 2], "第一条规定的目的，应当遵守。"),
        (APL.whole, "中华人民共和国行政处罚法"),
    ],
)
def test_a_citation_finds_its_words(basis: Basis, words: str):
    assert found(parse(SAMPLE, NAME), basis) == words


@pytest.mark.parametrize("basis", [APL[3], APL[1, 2], APL[2, 1, 3], APL[2, 2, 1], SAMR[1]])
def test_a_citation_of_what_is_not_there_does_not_resolve(basis: Basis):
    assert not resolve(parse(SAMPLE, NAME), basis)


def test_a_citation_does_not_resolve_in_another_version_of_the_same_statute():
    older = Statute("APL", APL.name, APL.short, adopted=date(2017, 9, 1), in_force=date(2018, 1, 1))
    assert resolve(parse(SAMPLE, NAME), APL[1])
    assert not resolve(parse(SAMPLE, NAME), older[1])
    assert parse(SAMPLE, NAME).statute is APL
    assert parse(SAMPLE, "行政处罚法(2017-09-01).md").statute is None


@pytest.mark.parametrize(
    ("text", "file_name", "sentence"),
    [
        (SAMPLE, "行政处罚法.md", "文件名"),
        (SAMPLE, "行政处罚法(2021-02-30).md", "日期不存在"),
        ("第一条 某", NAME, "第一行"),
        ("# 某法\n第一条 某", NAME, "INFO END"),
        ("# 某法\n<!-- INFO END -->\n没有条文", NAME, "没有一条"),
        ("", NAME, "第一行"),
    ],
)
def test_a_file_that_is_no_statute_is_refused_in_words(text: str, file_name: str, sentence: str):
    with pytest.raises(UnreadableStatuteError, match=sentence):
        parse(text, file_name)


@pytest.mark.shared
@needs_library
def test_every_file_of_the_library_is_read_whole_and_in_order():
    paths = sorted(LIBRARY.glob("*.md"))
    assert paths
    for path in paths:
        source = path.read_text(encoding="utf-8")
        text = parse(source, path.name)
        numbers = [a.number for a in text.articles]
        assert numbers == list(range(1, len(numbers) + 1)), path.name
        body = source.split("<!-- INFO END -->")[1]
        read = sum(len(p.text) + sum(map(len, p.items)) for a in text.articles for p in a.paragraphs)
        printed = len(re.sub(r"^(#.*|第\S+条)", "", body, flags=re.M).replace("\u200b", "").replace("\n", ""))
        assert read >= printed * 0.97, path.name
        assert all(a.paragraphs and all(p.text for p in a.paragraphs) for a in text.articles), path.name
        for article in text.articles:
            for paragraph in article.paragraphs:
                assert [found_number(i) for i in paragraph.items] == list(range(1, len(paragraph.items) + 1)), (
                    path.name,
                    article.label,
                )


def found_number(item: str) -> int:
    numerals = "一二三四五六七八九十"
    word = re.match(r"[(（](.+?)[)）]", item).group(1)
    if "十" in word:
        tens, _, ones = word.partition("十")
        return (numerals.index(tens) + 1 if tens else 1) * 10 + (numerals.index(ones) + 1 if ones else 0)
    return numerals.index(word) + 1


@pytest.mark.shared
@needs_library
def test_known_citations_resolve_in_the_library():
    texts = {p.name: parse(p.read_text(encoding="utf-8"), p.name) for p in LIBRARY.glob("*.md")}
    penalty = texts["行政处罚法(2021-01-22).md"]
    assert resolve(penalty, APL[58, 1, 4])
    assert resolve(penalty, APL[86]) and not resolve(penalty, APL[87])
    assert found(penalty, APL[9, 1, 5]) == "（五）行政拘留；"
    assert texts["全国年节及纪念日放假办法(2024-11-10).md"].statute is HOL
    assert texts["全国年节及纪念日放假办法(2013-12-11).md"].statute is None
