"""A statement is read strictly: what is kept is typed and possible, what is refused says what to do."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from lantai.law.gates import GATES
from lantai.law.refusals import Malformed
from lantai.law.released import RELEASED
from lantai.law.service_of_documents import Mode, Proof
from lantai.law.service_of_documents import refusals as service_refusals
from lantai.law.statements import (
    BY_STEP,
    DRAFT,
    EVENTS,
    OUTCOMES,
    Kind,
    Word,
    event_label,
    event_words,
    events_of,
    read,
    read_event,
    service_of,
    words_of,
)
from lantai.law.statements.reading import read_word, read_words
from lantai.law.statutes import Basis
from lantai.law.tests.asked_of_each import asked_of_each

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def one(kind: Kind, raw, **more):
    return read_word(Word("w", "事项", kind, **more), raw)


def refused(kind: Kind, raw, **more) -> str:
    with pytest.raises(Malformed) as caught:
        one(kind, raw, **more)
    assert caught.value.field == "w"
    assert "事项" in caught.value.sentence
    return caught.value.sentence


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026年3月5日", "2026-03-05"),
        (" 2024-02-29 ", "2024-02-29"),
        (date(2026, 3, 5), "2026-03-05"),
        (datetime(2026, 3, 4, 17, 0, tzinfo=UTC), "2026-03-05"),
        ("1990-01-01", "1990-01-01"),
    ],
)
def test_a_date_is_kept_as_iso_text(raw, kept):
    assert one(Kind.DATE, raw) == kept


@pytest.mark.parametrize(
    "raw", ["2026-02-29", "2026-13-01", "1989-12-31", "明天", "2026/3/5", "20260305", "2100-01-01", 5]
)
def test_a_date_that_is_not_real_or_before_1990_is_refused(raw):
    refused(Kind.DATE, raw)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("8000", "8000.00"),
        (8000, "8000.00"),
        ("8,000.5", "8000.50"),
        ("１万", "10000.00"),
        (Decimal("0"), "0.00"),
        (0.1, "0.10"),
    ],
)
def test_money_has_two_decimals(raw, kept):
    assert one(Kind.MONEY, raw) == kept


@pytest.mark.parametrize(
    "raw", ["-1", "0.001", "1e3", "1_000", "NaN", "Infinity", "很多", "1000000000000", True, ["1"]]
)
def test_money_below_zero_or_finer_than_a_fen_is_refused(raw):
    refused(Kind.MONEY, raw)


def test_text_is_trimmed_to_one_line_and_long_text_kept_as_it_is():
    assert one(Kind.TEXT, "  衡阳\r\n某公司 ") == "衡阳 某公司"
    assert one(Kind.LONG_TEXT, "　第一段。\r\n\r\n第二段。\n") == "　第一段。\n\n第二段。\n"


@pytest.mark.parametrize("raw", ["", "  ", "\u3000\n", "\u200b\ufeff", None, [], [""]])
def test_blank_is_nothing(raw):
    assert one(Kind.LONG_TEXT, raw, required=False) is None
    assert refused(Kind.LONG_TEXT, raw) == "请填写事项"


@pytest.mark.parametrize("raw", ["a\x00b", "\x1b[0m", "\ud800"])
def test_control_characters_and_half_characters_are_refused(raw):
    assert "控制字符" in refused(Kind.LONG_TEXT, raw)


def test_a_long_line_is_refused_with_its_length():
    assert "501" in refused(Kind.TEXT, "长" * 501)


@pytest.mark.parametrize("raw", ["09:30", "9:30", "09:30:59", "9：30"])
def test_a_time_is_hour_and_minute(raw):
    assert one(Kind.TIME, raw) == "09:30"


@pytest.mark.parametrize("raw", ["24:00", "9:60", "上午", "930"])
def test_an_impossible_time_is_refused(raw):
    refused(Kind.TIME, raw)


@pytest.mark.parametrize(
    "raw", ["2026-03-05T09:30", "2026-03-05 09:30:00", "2026-03-05T01:30:00Z", datetime(2026, 3, 5, 1, 30, tzinfo=UTC)]
)
def test_an_instant_is_kept_in_beijing_time(raw):
    assert one(Kind.DATETIME, raw) == "2026-03-05T09:30+08:00"


@pytest.mark.parametrize("raw", ["2026-03-05", "2026-02-30T09:30", "2026-03-05T25:00", "1980-03-05T09:30", "now"])
def test_an_impossible_instant_is_refused(raw):
    refused(Kind.DATETIME, raw)


@pytest.mark.parametrize("raw", ["-1", "1.5", "二", "", True])
def test_a_count_is_a_whole_number_not_below_zero(raw):
    refused(Kind.INTEGER, raw)
    assert one(Kind.INTEGER, "0") == 0


@pytest.mark.parametrize("raw", ["0", "3661"])
def test_days_lie_between_one_and_ten_years(raw):
    refused(Kind.DAYS, raw)
    assert one(Kind.DAYS, "30") == 30


CHOICES = (("a", "甲"), ("b", "乙"), ("c", "丙"))


def test_a_choice_is_known_by_word_or_label():
    assert one(Kind.CHOICE, "乙", choices=CHOICES) == one(Kind.CHOICE, "b", choices=CHOICES) == "b"
    assert "丁" in refused(Kind.CHOICE, "丁", choices=CHOICES)


@pytest.mark.parametrize("raw", [["c", "a", "甲"], "丙、a", ("a", "c"), "c,a"])
def test_several_choices_are_kept_once_and_in_their_order(raw):
    assert one(Kind.CHOICES, raw, choices=CHOICES) == ["a", "c"]


def test_persons_are_ids_and_nobody_stands_twice():
    assert one(Kind.PERSONS, ["3", 1, "3"]) == [3, 1]
    assert one(Kind.PERSON, "7") == 7
    for raw in ("0", "-1", "张三", True, "1.0"):
        refused(Kind.PERSON, raw)


@pytest.mark.parametrize(("raw", "kept"), [("on", True), ("是", True), (True, True), ("否", False), (False, False)])
def test_a_yes_or_no(raw, kept):
    assert one(Kind.BOOLEAN, raw, required=False) is kept


def test_an_attestation_must_be_given():
    assert refused(Kind.BOOLEAN, None) == "请确认：事项"
    refused(Kind.BOOLEAN, "否")
    refused(Kind.BOOLEAN, "也许", required=False)


ROWS = (Word("due_on", "日期", Kind.DATE), Word("amount", "金额", Kind.MONEY), Word("memo", "备注", required=False))


@pytest.mark.parametrize(
    "raw",
    [
        "2026-03-05 100\n\n2026-04-07 200 尾款",
        "2026-03-05；100\n2026-04-07；200；尾款",
        "2026-03-05\t100\r\n2026-04-07\t200\t尾款",
        [{"due_on": "2026-03-05", "amount": 100}, ["2026-04-07", "200", "尾款"]],
    ],
)
def test_rows_may_be_typed_pasted_or_given(raw):
    assert one(Kind.ROWS, raw, columns=ROWS) == [
        {"due_on": "2026-03-05", "amount": "100.00"},
        {"due_on": "2026-04-07", "amount": "200.00", "memo": "尾款"},
    ]


@pytest.mark.parametrize(
    ("raw", "said"), [("2026-03-05 一百", "第1行"), ("2026-03-05;1\n2026-04-07;1;a;b", "第2行多于3列"), ([5], "第1行")]
)
def test_a_wrong_row_is_named(raw, said):
    assert said in refused(Kind.ROWS, raw, columns=ROWS)


def test_a_word_that_nobody_asks_for_is_refused_and_one_that_does_not_apply_is_dropped():
    words = (Word("mode", "方式", Kind.CHOICE, choices=CHOICES), Word("why", "原因", when=("mode", ("b",))))
    assert read_words(words, {"mode": "a", "why": "x"}) == {"mode": "a"}
    assert read_words(words, {"mode": "b", "why": "x"}) == {"mode": "b", "why": "x"}
    with pytest.raises(Malformed):
        read_words(words, {"mode": "b"})
    with pytest.raises(Malformed) as caught:
        read_words(words, {"mode": "a", "fine": "1"})
    assert caught.value.field == "fine"


def every_word():
    for procedure, steps in BY_STEP.items():
        for step, words in steps.items():
            yield from ((procedure, step, w) for w in words)
    yield from (("draft", "", w) for w in DRAFT)


@asked_of_each(every_word(), lambda procedure, step, word: f"{procedure} {step} {word.code}")
def test_every_word_is_named_in_chinese_and_its_conditions_can_hold(procedure, step, word):
    assert CHINESE.search(word.label)
    assert re.fullmatch(r"[a-z][a-z0-9_]*", word.code)
    assert not re.search(r"[A-Za-z]{2,}", word.label + word.hint)
    assert (word.kind in (Kind.CHOICE, Kind.CHOICES)) == bool(word.choices)
    assert (word.kind is Kind.ROWS) == bool(word.columns)
    assert word.basis is None or isinstance(word.basis, Basis)
    assert not word.gate or (word.gate in GATES and not word.required)
    words = DRAFT if procedure == "draft" else BY_STEP[procedure][step]
    assert [w.code for w in words].count(word.code) == 1
    if word.when:
        asked, values = word.when
        earlier = words[: words.index(word)]
        chosen = next(w for w in earlier if w.code == asked)
        assert set(values) <= {code for code, _ in chosen.choices}


@pytest.mark.parametrize("procedure", RELEASED, ids=lambda p: p.code)
def test_every_step_of_every_procedure_has_its_words(procedure):
    assert set(BY_STEP[procedure.code]) == {step.id for step in procedure.steps}
    for step in procedure.steps:
        outcomes = {outcome.code for outcome in step.outcomes}
        for word in BY_STEP[procedure.code][step.id]:
            assert set(word.outcomes) <= outcomes, word.code
        if any(word.outcomes for word in BY_STEP[procedure.code][step.id]):
            assert words_of(procedure.code, step.id) == words_of(procedure.code, step.id, step.outcomes[0].code)


def test_the_draft_is_concluded_as_the_decision_can_be():
    decide = next(p for p in RELEASED if p.code == "penalty.ordinary")["PG-14"]
    assert [code for code, _ in OUTCOMES] == [outcome.code for outcome in decide.outcomes]


def test_every_event_has_a_name_and_words_that_can_be_read():
    for kind in EVENTS:
        assert CHINESE.search(event_label(kind))
        for word in event_words(kind):
            assert CHINESE.search(word.label)
    for procedure in RELEASED:
        noted = events_of(procedure.code)
        assert all(event_label(kind) == label for kind, label in noted)
    assert event_label("unknown") == "其他事项"
    assert read_event("waiver", {"form": "书面"}) == {"form": "written", "hearing": False}
    with pytest.raises(Malformed):
        read_event("waiver", {"form": "沉默"})


SERVED = {"mode": "SV-1", "served_on": "2025-10-13", "receiver": "李某", "proofs": ["receipt"]}


def test_a_decision_served_in_person_counts_from_the_day_it_was_signed_for():
    stated = read("penalty.ordinary", "PG-15", "", SERVED)
    assert stated["effective_on"] == "2025-10-13"
    assert json.loads(json.dumps(stated)) == stated
    assert service_refusals(service_of(stated, is_decision=True)) == ()


def test_an_announcement_counts_thirty_days_later():
    announced = {
        "mode": "公告送达",
        "served_on": "2025-10-13",
        "substitute_reason": "受送达人下落不明，两次上门均无人",
        "announced_at": "机关网站",
        "proofs": ["announcement_text", "reason_note"],
    }
    stated = read("penalty.ordinary", "PG-15", "", announced)
    assert stated["effective_on"] == "2025-11-12"
    assert "receiver" not in stated
    assert service_of(stated).mode is Mode.ANNOUNCEMENT


@pytest.mark.parametrize(
    ("mode", "wanting"),
    [
        ("SV-2", "refusal_reason"),
        ("SV-3", "electronic_address"),
        ("SV-4", "post_number"),
        ("SV-6", "announced_at"),
        ("SV-7", "confirmed_on"),
    ],
)
def test_each_mode_of_service_asks_for_what_it_needs(mode, wanting):
    assert wanting in {w.code for w in words_of("penalty.ordinary", "PG-15") if w.asked_given({"mode": mode})}
    full = {
        "address": "衡阳市蒸湘区1号",
        "at_domicile": "on",
        "electronic_address": "a@example.cn",
        "substitute_reason": "直接送达有困难",
        "refusal_reason": "拒收",
        "post_number": "EX1",
        "announced_at": "网站",
        "confirmed_on": "2025-01-06",
        "reconsideration_channel": "湖南省行政复议服务平台",
    }
    read("penalty.ordinary", "PG-15", "", {**SERVED, "mode": mode, **full})
    del full[wanting]
    with pytest.raises(Malformed) as caught:
        read("penalty.ordinary", "PG-15", "", {**SERVED, "mode": mode, **full})
    assert caught.value.field == wanting


def test_leaving_service_keeps_what_its_rule_asks():
    stated = read(
        "penalty.ordinary",
        "PG-15",
        "",
        {
            **SERVED,
            "mode": "SV-2",
            "address": "甲",
            "refusal_reason": "拒收",
            "at_domicile": True,
            "proofs": ["receipt"],
        },
    )
    service = service_of(stated)
    assert service.proofs == {Proof.RECEIPT}
    assert service.reason == "拒收"
    assert service_refusals(service)[0].field == "proofs"  # neither witness nor photograph


def test_the_address_confirmation_precedes_the_service():
    with pytest.raises(Malformed) as caught:
        read("penalty.ordinary", "PG-15", "", {**SERVED, "mode": "SV-7", "address": "甲", "confirmed_on": "2025-10-14"})
    assert caught.value.field == "confirmed_on"


def test_filing_attests_the_four_conditions():
    four = dict.fromkeys(("has_evidence", "has_penalty_basis", "has_jurisdiction", "within_limitation"), "on")
    read("penalty.ordinary", "PG-3", "", {"suspected": "《食品安全法》第三十四条", **four})
    for code in four:
        with pytest.raises(Malformed) as caught:
            read("penalty.ordinary", "PG-3", "", {"suspected": "x", **four, code: ""})
        assert caught.value.field == code


def test_not_filing_asks_for_its_ground_and_not_for_the_conditions():
    assert read(
        "penalty.ordinary", "PG-3", "no_filing", {"not_filed_ground": "first", "not_filed_reason": "首次违法，已改正"}
    )
    with pytest.raises(Malformed) as caught:
        read("penalty.ordinary", "PG-3", "no_filing", {"not_filed_reason": "首次违法"})
    assert caught.value.field == "not_filed_ground"


def test_a_suspension_stops_the_clock_and_a_resumption_lets_it_run():
    stopped = read(
        "penalty.ordinary", "PG-7", "suspended", {"suspension_ground": "party_missing", "reason": "下落不明"}
    )
    assert stopped["stops_clock"] == "suspension"
    assert read("penalty.ordinary", "PG-7", "resumed", {"reason": "已经找到"})["resumes_clock"] == "suspension"
    assert read("penalty.ordinary", "PG-7", "suspended", stopped) == stopped


def test_what_was_read_reads_the_same_again():
    stated = read("penalty.ordinary", "PG-15", "", SERVED)
    assert read("penalty.ordinary", "PG-15", "", stated) == stated
    forged = read("penalty.ordinary", "PG-15", "", {**stated, "effective_on": "2025-10-01"})
    assert forged["effective_on"] == "2025-10-13"


def test_a_box_not_ticked_is_not_stated_and_a_yes_or_no_keeps_its_default():
    assert one(Kind.BOOLEAN, "", required=False) is None
    assert one(Kind.BOOLEAN, "", required=False, default=True) is True
    assert one(Kind.BOOLEAN, "否", required=False, default=True) is False


def test_a_fine_of_nothing_is_no_fine():
    with pytest.raises(Malformed) as caught:
        read("penalty.ordinary", "PG-14", "", {"penalty_kinds": "fine", "fine": "0"})
    assert caught.value.field == "fine"
    assert read("penalty.ordinary", "PG-14", "no_penalty_facts", {}) == {}
    with pytest.raises(Malformed):
        read("penalty.ordinary", "PG-14", "no_penalty_facts", {"fine": "1"})
