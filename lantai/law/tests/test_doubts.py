"""What no detector hides is shown to a human: likely names, long numbers, addresses to the room."""

import pytest

from lantai.law.doubts import doubts
from lantai.law.redaction import mask


def words(text: str, *known: str) -> list[str]:
    return [d.words for d in doubts(text, known)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("证人王小明证实上述事实。", ["王小明"]),
        ("店员李芳在现场。", ["李芳"]),
        ("，欧阳建国称货物系其购进。", ["欧阳建国"]),
        ("现场询问了陈志强，其承认未索证。", ["陈志强"]),
        ("投诉人周华，女，", ["周华"]),
        ("负责人：赵国栋。", ["赵国栋"]),
        ("刘翠兰女士购买了该商品", ["刘翠兰"]),
        ("消费者刘翠兰女士购买了该商品", ["刘翠兰"]),
        ("联系 1380013800 未接通", ["1380013800"]),
        ("证件 430405199003072319 无法核实", ["430405199003072319"]),
        ("住在蒸湘区立新路12号3栋2单元501室", ["住在蒸湘区立新路12号3栋2单元501室"]),
    ],
)
def test_what_may_be_personal_is_shown(text: str, found: list[str]) -> None:
    got = words(text)
    assert len(got) == len(found)
    assert all(a in b or b in a for a, b in zip(got, found, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "证人王某某证实上述事实。",
        "负责人张某签字。",
        "当事人未查验供货者的许可证，货值金额较小，案发后已经改正。",
        "依照《中华人民共和国食品安全法》第一百二十六条第一款第三项，决定罚款8000元。",
        "衡市监罚〔2026〕12号，2026年3月20日作出，统一社会信用代码91430400MA4QYTNT5Q。",
        "由两名执法人员制作并经当事人签字，与询问笔录、进货票据相互印证。",
        "经营场所安全、高温容器管理、许可证件齐全，表示改正。",
    ],
)
def test_plain_text_raises_no_doubt(text: str) -> None:
    assert words(text) == []


def test_what_is_known_or_hidden_already_is_not_doubted() -> None:
    text = "证人王小明证实，执法人员李晓梅陈述；电话13812345678。"
    assert words(text, "李晓梅") == ["王小明", "13812345678"]
    assert words(mask(text, names=["王小明"]).text, "李晓梅") == []


def test_each_doubt_names_the_article() -> None:
    told = {d.kind: (d.label, str(d.basis)) for d in doubts("证人王小明证实，证件430405199003072319。")}
    assert told == {
        "name": ("自然人姓名", "《政府信息公开条例》第十五条"),
        "resident_id": ("公民身份号码", "《个人信息保护法》第二十八条"),
    }
