"""What identifies a private person is found however it is written, and nothing else changes."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantai.law.facts import Party
from lantai.law.identity import resident_id_check
from lantai.law.redaction import HIDDEN, KINDS, Span, find, is_publishable, mask, pseudonyms
from lantai.law.statutes_in_force import APL

ID = "430405199003072312"
ID_X = "11010519491231002X"
CARD = "6222021234567890128"
assert sum((d := int(c) * (1 + i % 2)) - 9 * (d > 9) for i, c in enumerate(reversed(CARD))) % 10 == 0
FULL = str.maketrans("0123456789X-", "０１２３４５６７８９Ｘ－")


def kinds(text, **more):
    return [s.kind for s in find(text, **more)]


@pytest.mark.parametrize(
    "number",
    [
        ID, ID_X, ID_X.lower(), ID.translate(FULL), ID_X.translate(FULL), "430405 19900307 2312", "430405-19900307-2312",
        "4 3 0 4 0 5 1 9 9 0 0 3 0 7 2 3 1 2", "43040519900307\n2312", "43040519900307\u200b2312", "430405　19900307　2312",
        "四三〇四〇五一九九〇〇三〇七二三一二", "430405900307231", "430405********2312", "430405199003\r\n07231\r\n2",
    ],
)  # fmt: skip
def test_a_resident_id_is_found_in_every_form(number):
    text = f"当事人某某，号码{number}，系经营者。"
    found = find(text)
    assert [(s.kind, text[s.start : s.end]) for s in found] == [("resident_id", number)]
    assert mask(text).text == f"当事人某某，号码{HIDDEN}，系经营者。"


def test_a_number_said_to_be_an_identity_card_is_hidden_even_if_it_does_not_check():
    assert kinds("身份证号码：430405199003072313。") == ["resident_id"]
    assert kinds("公民身份号码430405199003072313") == ["resident_id"]


@pytest.mark.parametrize(
    "number",
    [
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "+86 13812345678",
        "8613812345678",
        "１３８１２３４５６７８",
        "1381234\n5678",
        "0734-8866123",
        "(0734)8866123",
        "010-62345678",
        "一三八一二三四五六七八",
    ],
)
def test_a_phone_number_is_found_in_every_form(number):
    text = f"联系电话{number}，由其本人接听。"
    assert kinds(text) == ["phone"]
    assert not any(c.isdigit() for c in mask(text).text.replace("86 ", ""))


@pytest.mark.parametrize("number", [CARD, "6222 0212 3456 7890 128", CARD.translate(FULL)])
def test_a_bank_card_is_found_by_its_check_digit(number):
    assert kinds(f"汇入{number}内") == ["bank_card"]
    assert kinds("编号6222021234567890129内") == []


def test_an_account_said_to_be_one_is_hidden():
    assert kinds("开户行：中国银行衡阳分行，账号：5877 0001 2345") == ["account"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "住址：湖南省衡阳市蒸湘区解放大道12号3栋201室，从事个体经营",
            "湖南省衡阳市蒸湘区解放大道12号3栋201室",
        ),
        ("户籍地址为湖南省衡南县云集镇某某村5组。", "湖南省衡南县云集镇某某村5组"),
        ("现住衡阳市石鼓区青草桥街道8号；", "衡阳市石鼓区青草桥街道8号"),
        ("住湖南省耒阳市灶市街道。", "湖南省耒阳市灶市街道"),
        ("家住：雁峰区白沙洲村", "雁峰区白沙洲村"),
    ],
)
def test_a_home_address_is_found_after_its_word(text, address):
    found = find(text)
    assert [(s.kind, text[s.start : s.end]) for s in found] == [("address", address)]


@pytest.mark.parametrize(
    "text",
    [
        "当事人经营住宿业务，位于某区某路。",
        "住所：湖南省衡阳市蒸湘区解放大道12号",
        "住房公积金管理中心",
        "在该区住院治疗",
        "保持市场秩序",
        "记住了",
    ],
)
def test_a_word_that_only_looks_like_a_home_stays(text):
    assert find(text) == ()


def test_other_personal_data_are_found():
    assert kinds("邮箱 zhang.san_88@example.com。") == ["email"]
    assert kinds("车牌号湘D·12345的货车") == ["plate"]
    assert kinds("湘DF12345号新能源车") == ["plate"]
    assert kinds("微信号：zhangsan_1990") == ["social"]
    assert kinds("护照号码E12345678") == ["passport"]
    assert kinds("男，1990年3月7日出生，汉族") == ["birth_date"]


def test_what_must_be_public_stays():
    public = (
        "衡市监罚〔2026〕12号，统一社会信用代码91430407MA4Q7XYE7L，机关代码114304000061011362，罚款8000.00元，"
        "2026年3月2日至2026年9月30日，执法证号18040000123、18040000124，涉案货值1234567.89元，共12 34 56件。"
    )
    assert mask(public).text == public


def test_what_is_told_to_stay_stays():
    text = "复议咨询电话0734-8866123，举报人电话13812345678"
    assert mask(text, keep=["0734-8866123"]).text == f"复议咨询电话0734-8866123，举报人电话{HIDDEN}"


def test_names_of_others_become_surname_and_mou_and_stay_apart():
    text = "证人张三、张四和欧阳静证明，李 四未到场。"
    assert mask(text, names=["张三", "张四", "欧阳静", "李四"]).text == "证人张某甲、张某乙和欧阳某证明，李某未到场。"


def test_a_punished_natural_person_is_masked_and_a_trader_or_company_is_not():
    text = "王小明经营的衡阳王小明餐饮店"
    assert mask(text, party=Party("person", "王小明"), keep=["衡阳王小明餐饮店"]).text == "王某经营的衡阳王小明餐饮店"
    assert mask(text, party=Party("sole_trader", "王小明")).text == text
    assert mask("王小明、王大明", names=["王大明"], party=Party("person", "王小明")).text == "王某、王某甲"


def test_the_home_of_a_person_in_the_file_is_found_without_a_word_before_it():
    text = "驾驶小型客车在衡阳市样例路78号搭载乘客，又在衡阳市样例路781号停留，来自衡阳市的当事人没有异议。"
    made = mask(text, homes=("衡阳市样例路78号", "衡阳市"))
    assert made.text == text.replace("衡阳市样例路78号", HIDDEN)
    assert [(s.kind, s.rule) for s in made.spans] == [("address", "案卷登记的自然人住址")]


def test_longer_names_win_and_minors_lose_even_their_surname():
    assert mask("李明华与李明", names=["李明", "李明华"]).text.count("李某") == 2
    assert mask("学生赵小云到场", minors=["赵小云"]).text == "学生某某到场"
    assert list(pseudonyms(["李明", "李明华"])) == ["李明华", "李明"]


def test_a_decision_against_a_minor_is_not_publishable():
    child = Party("person", "赵小云", date(2010, 1, 1))
    assert not is_publishable(child, date(2026, 11, 24))
    assert is_publishable(Party("organisation", "某公司"), date(2026, 11, 24))


def test_spans_by_hand_join_the_others():
    text = "配方为白糖两成"
    done = mask(text, extra=[Span(3, 7, "secret", "人工", APL[50])])
    assert done.text == f"配方为{HIDDEN}"


def test_overlapping_finds_become_one_span():
    assert [s.kind for s in find(f"身份证号{ID}")] == ["resident_id"]
    assert mask(f"住址：衡阳市某路{ID}号").text == f"住址：{HIDDEN}"


def test_every_kind_has_a_label_and_an_article():
    assert all(label and basis.article for label, basis in KINDS.values())


PIECES = st.one_of(
    st.text("衡阳市监督管理局当事人住址电话号码张三李四 ，。；\n（）:0123456789Xx@.-湘D〔〕", max_size=30),
    st.sampled_from([ID, ID_X, "13812345678", CARD, "住址：衡阳市蒸湘区某路1号，", "a@b.cn", "湘D12345", "张三"]),
)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=8))
def test_nothing_between_the_spans_changes_and_masking_twice_is_masking_once(pieces):
    text = "".join(pieces)
    done = mask(text, names=["张三", "李四"])
    at, rebuilt = 0, ""
    for span in done.spans:
        assert at <= span.start < span.end <= len(text)
        rebuilt += text[at : span.start] + span.replacement
        at = span.end
    assert rebuilt + text[at:] == done.text
    assert mask(done.text, names=["张三", "李四"]).text == done.text


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    st.dates(date(1940, 1, 1), date(2012, 1, 1)),
    st.integers(0, 999),
    st.sampled_from(["", " ", "-", "\n", "　", "\u200b"]),
    st.booleans(),
)
def test_no_resident_id_survives(born, serial, gap, wide):
    first = f"430405{born:%Y%m%d}{serial:03}"
    number = gap.join([first[:6], first[6:14], first[14:] + resident_id_check(first)])
    text = f"（{number.translate(FULL) if wide else number}）"
    assert mask(text).text == f"（{HIDDEN}）"


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["1", ID, ID[:-1] + "3", "1 ", "13812345678", "a", "@", "a@", "住", "住在衡", "户籍地址", "账号1", "湘D", "张", "张 ", "4304051990030723", "-", "0734", "执法证1381234567 ", "138-", "1234年", "一"],
)  # fmt: skip
def test_fifty_kilobytes_of_malice_hide_nothing_from_the_detectors(piece):
    malice = (piece * (50_000 // len(piece) + 1))[:50_000]
    text = f"{malice}。公民身份号码{ID}，张三丰到场。"
    spans = find(text, names=["张三丰", "张三"])
    tail = len(malice) + 1
    hidden = "".join(text[s.start : s.end] for s in spans if s.end > tail)
    assert ID in hidden
    assert "张三丰" in hidden
    assert all(a.end <= b.start for a, b in pairwise(spans))
