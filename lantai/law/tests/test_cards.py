"""What lights the lamps of a case: by which rule, from which article, and whom it binds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lantai.law.cards import COURT, INSTALMENT, TERM, Card, cards
from lantai.law.defects import RECORDING
from lantai.law.facts import AgencyFacts, CaseFacts, Recording
from lantai.law.lamps import Level
from lantai.law.procedures.penalty_ordinary import PENALTY_ORDINARY
from lantai.law.tests.rows_of_gates.performance import DECIDED, KEPT, PERFORMED, SERVED
from lantai.law.tests.rows_of_gates.row import then, took
from lantai.law.tests.stories import filed, moment

LATER = AgencyFacts(policy={"recording_before_step": False})
LEFT = then(DECIDED, took("PG-15", "2025-08-21", mode="SV-2"), agency=LATER)


def lit(facts: CaseFacts, at: str) -> dict[str, Card]:
    return {card.label: card for card in cards(PENALTY_ORDINARY, facts, moment(at))}


def test_a_term_that_runs_names_its_article_and_turns_on_its_days():
    card = lit(filed().facts, "2025-07-04")["作出决定"]
    assert (card.kind, card.basis, card.ends_on, card.whose) == (TERM, "《行政处罚法》第六十条", date(2025, 10, 9), "")
    days = ("2025-07-04", "2025-09-26", "2025-10-01", "2025-10-10")
    levels = [card.level(date.fromisoformat(day)) for day in days]
    assert levels == [Level.OFF, Level.BLUE, Level.YELLOW, Level.RED]
    assert [card.rule(date.fromisoformat(day)) for day in days[1:]] == [
        "期限已用 70% 或者只剩 3 个工作日",
        "已过稳妥办结日",
        "超过法定期限",
    ]


def test_a_fine_that_is_not_paid_in_time_is_no_red_card_of_the_agency():
    card = lit(SERVED, "2025-08-22")["当事人履行"]
    assert card.whose == "当事人"
    assert [card.level(d) for d in (card.ends_on, date(2026, 8, 1))] == [Level.OFF, Level.BLUE]
    assert card.rule(date(2026, 8, 1)) == "当事人的期限已过，应当处理"


def test_but_the_three_months_to_apply_to_the_court_are():
    card = lit(SERVED, "2025-08-22")["申请人民法院强制执行"]
    assert (card.kind, card.ends_on) == (
        COURT,
        date(2026, 5, 25),
    )  # to sue until 24 February, after the holiday; then three months, to a Monday
    assert "《行政强制法》第五十三条" in card.basis
    assert card.level(date(2025, 12, 1)) is Level.OFF
    assert card.level(date(2026, 5, 26)) is Level.RED


@pytest.mark.parametrize(
    "facts",
    [
        DECIDED,
        PERFORMED,
        then(SERVED, took("PG-17", "2025-08-25", "full")),
        then(SERVED, events=[took("execution_ended", "2025-08-26")]),
        then(SERVED, children=(CaseFacts("coercion.court_application"),)),
        then(SERVED, children=(CaseFacts("coercion.execution"),)),
    ],
    ids=["not served", "paid", "performed otherwise", "given up by law", "already applied", "executes by itself"],
)
def test_nobody_is_reminded_of_a_court_that_need_not_be_asked(facts):
    assert "申请人民法院强制执行" not in lit(facts, "2025-09-01")


def test_an_act_without_the_recording_it_must_have_is_a_yellow_card_a_day_later():
    card = lit(LEFT, "2025-08-21")["留置送达的音像资料"]
    assert (card.kind, card.step, card.ends_on) == (RECORDING, "PG-15", date(2025, 8, 23))
    assert card.level(date(2025, 8, 22)) is Level.OFF
    assert card.level(date(2025, 8, 23)) is Level.YELLOW
    assert card.rule(date(2025, 8, 23)) == "应当音像记录的环节办结超过 24 小时，未见音像资料"
    assert "《民事诉讼法》第八十九条" in card.basis


def test_the_card_is_gone_once_the_recording_is_on_file():
    found = replace(LEFT, recordings=(Recording("PG-15", moment("2025-08-25 08:00")),))
    assert not [card for card in lit(found, "2025-09-01").values() if card.kind == RECORDING]


def test_the_measures_in_a_case_light_its_lamps_under_their_name():
    story = filed()
    story.facts = replace(story.facts, children=(KEPT,))
    labels = [card.label for card in cards(PENALTY_ORDINARY, story.facts, moment("2025-07-12"))]
    assert "先行登记保存：作出处理决定" in labels


def test_the_nearest_end_comes_first_and_a_card_is_kept_and_read_without_loss():
    found = cards(PENALTY_ORDINARY, LEFT, moment("2025-08-25"))
    assert [card.ends_on for card in found] == sorted(card.ends_on for card in found)
    assert [Card.read(card.kept()) for card in found] == list(found)


def test_an_instalment_that_is_not_paid_reminds_from_the_day_after_it_and_names_what_is_missing():
    plan = [{"due_on": f"2025-{month}-01", "amount": amount} for month, amount in ((10, 2000), (11, 2000), (12, 4000))]
    granted = then(SERVED, took("PG-18", "2025-08-25", "instalments", plan=plan))
    found = [card for card in cards(PENALTY_ORDINARY, granted, moment("2025-10-05")) if card.kind == INSTALMENT]
    assert [card.ends_on for card in found] == [date(2025, 10, 1), date(2025, 11, 1)], "the last is the term itself"
    first = found[0]
    assert (first.whose, first.is_term) == ("当事人", True)
    levels = [first.level(day) for day in (date(2025, 10, 1), date(2025, 10, 2), date(2026, 10, 2))]
    assert levels == [Level.OFF, Level.BLUE, Level.BLUE]
    assert "第1期" in first.label and "《行政处罚法》第六十六条第二款" in first.basis
    paid = then(granted, took("PG-17", "2025-10-01", "part", amount=2000, kind="fine"))
    left = [card for card in cards(PENALTY_ORDINARY, paid, moment("2025-10-05")) if card.kind == INSTALMENT]
    assert [card.ends_on for card in left] == [date(2025, 11, 1)]
    assert not [
        c
        for c in lit(then(granted, took("PG-17", "2025-10-01", "full")), "2025-10-05").values()
        if c.kind == INSTALMENT
    ]
