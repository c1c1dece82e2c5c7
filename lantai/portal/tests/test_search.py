"""The search contract: exactly the decisions that contain the words, newest first, the same on both databases."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantai.portal.bigrams import normalised, pairs, words
from lantai.portal.commands import notices
from lantai.portal.queries.search import search
from lantai.portal.queries.version import forget_version
from lantai.portal.tests.conftest import body

PARTIES = ("衡阳市蒸湘区八方电子商行", "衡阳八达方电厂", "湖南魏强食品有限公司", "ＡＢＣ贸易有限公司", "𠮷祥酒楼")


@pytest.fixture
def five(put):
    return [
        put(n, body=body(party_name=name, title=f"{name}未查验许可证案", party_credit_code=f"9143040000000000{n}X"))
        for n, name in enumerate(PARTIES, 1)
    ]


def found(query: str, **chosen: str) -> list[str]:
    return [n.party_name for n in search(query, chosen).rows]


def test_pairs_cut_text_the_same_way_for_index_and_query():
    assert pairs("食品安全") == ["食品", "品安", "安全"]
    assert pairs(normalised("衡市监罚〔２０２６〕12号")) == ["衡市", "市监", "监罚", "20", "02", "26", "12", "2号"]
    assert normalised("衡陽市八方電子商行，乾隆年間") == "衡阳市八方电子商行,干隆年间"
    assert words("  甲 乙  丙 丁 戊 己 庚 ") == ["甲", "乙", "丙", "丁", "戊", "己"]


@pytest.mark.parametrize(
    ("query", "parties"),
    [
        ("八方电", [0]),
        ("方电", [1, 0]),
        ("八方电厂", []),  # its pairs all occur, the words do not
        ("魏强", [2]),
        ("魏強", [2]),
        ("八方電子商行", [0]),
        ("許可證 魏强", [2]),
        ("abc", [3]),
        ("ABC", [3]),
        ("𠮷祥", [4]),
        ("〔2026〕3号", [2]),
        ("91430400000000004x", [3]),
        ("0000004X", [3]),
        ("许可证 魏强", [2]),
        ("许可证 魏强 八方", []),
        ("未查验", [4, 3, 2, 1, 0]),
        ("%%", None),
        ("_许可", []),
    ],
)
def test_a_query_finds_exactly_what_contains_it_newest_first(five, query, parties):
    result = search(query, {})
    if parties is None:
        assert result.refused and not result.rows
    else:
        assert [n.party_name for n in result.rows] == [PARTIES[p] for p in parties]
        assert result.total == len(parties)


@pytest.mark.parametrize("query", ["张", "1", "a b", "。。"])
def test_one_character_is_refused_because_persons_are_not_searched_for(five, client, query):
    assert search(query, {}).refused
    page = client.get("/decisions/", {"q": query}).content.decode()
    assert "没有查询" in page and "八方" not in page


def test_nothing_found_says_why_that_proves_nothing(five, client):
    page = client.get("/decisions/", {"q": "不存在的单位"}).content.decode()
    assert "没有找到" in page and "没有公示不等于没有处罚" in page and "七个工作日" in page


def test_pages_follow_each_other_by_key_and_lose_nobody(put):
    made = [put(n, on=f"2026-11-{1 + n % 20:02d}").sort_key for n in range(45)]
    wanted = sorted(made, reverse=True)
    for query in ("", "未查验", "衡市监罚"):
        first = search(query, {})
        second = search(query, {}, "before", first.rows[-1].sort_key)
        third = search(query, {}, "before", second.rows[-1].sort_key)
        assert [n.sort_key for f in (first, second, third) for n in f.rows] == wanted
        assert (first.newer, first.older, third.newer, third.older) == (False, True, True, False)
        back = search(query, {}, "after", third.rows[0].sort_key)
        assert [n.sort_key for n in back.rows] == [n.sort_key for n in second.rows] and back.newer and back.older


def test_facets_narrow_and_count_each_without_its_own_choice(put):
    put(1)
    put(2, agency_name="衡南县应急管理局", division="衡南县", agency_code="1" * 18)
    put(3, kind="许可", body=body(kind="许可"))
    result = search("", {"kind": "处罚"})
    counted = {f.name: dict(f.values) for f in result.facets}
    assert counted["kind"] == {"处罚": 2, "许可": 1}
    assert counted["division"] == {"衡阳市": 1, "衡南县": 1}
    assert counted["year"] == {"2026": 3 - 1}
    assert found("", division="衡南县", kind="处罚") == ["衡阳甲餐饮管理有限公司"]
    assert found("", year="很久以前") == [] and found("", year="²") == []


def test_what_was_withdrawn_or_corrected_leaves_the_index(put, publisher):
    first, second = put(1), put(2)
    notices.withdraw_notice(actor=publisher, notice=first, reason="复议撤销")
    notices.correct_notice(
        actor=publisher, notice=second, body=body(party_name="乙公司", title="乙公司案"), reason="名称有误"
    )
    assert found("甲餐饮") == [] and found("乙公司") == ["乙公司"]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM portal_pairs WHERE portal_pairs MATCH '\"甲餐\"'")
            assert cursor.fetchone() == (0,)


def test_what_stands_instead_of_the_hidden_is_found_and_the_hidden_is_not(put):
    put(1)
    assert found("联系人张某") == ["衡阳甲餐饮管理有限公司"]


def test_a_search_takes_the_same_statements_however_many_there_are(put, client):
    counts = []
    for several in (2, 30):
        for n in range(several):
            put(1000 * several + n)
        forget_version()
        with CaptureQueriesContext(connection) as counted:
            client.get("/decisions/", {"q": "未查验", "kind": "处罚", "x": several})
        counts.append(len(counted))
    assert abs(counts[0] - counts[1]) <= 1  # a full first page is found among the newest, without the second look
