"""追究时效, age, one fine, gains, monitoring, payment, instalments and surcharge."""

from dataclasses import replace
from datetime import date

import pytest

from lantai.law.tests.stories import Story, filed, investigated, party, ready, sentences


def clue(**facts):
    return Story(**facts).take("PG-1", "2025-06-12").take("PG-2", "2025-07-02")


@pytest.mark.parametrize(
    "flags, refused",
    [
        ({"act_ended_on": "2023-06-12"}, False),
        ({"act_ended_on": "2023-06-11"}, True),
        ({"act_ended_on": "2020-06-12", "grave_harm": True}, False),
        ({"act_ended_on": "2020-06-11", "grave_harm": True}, True),
        ({"act_ended_on": "2021-01-01", "limitation_years": 5}, False),
    ],
)
def test_an_act_is_not_pursued_after_two_years_or_five(flags, refused):
    found = clue().flag(**flags).ask("PG-3", "2025-07-03", officers=[1, 2])
    assert ("已超过追究时效" in sentences(found)) is refused


def test_a_reason_on_file_lets_it_go_on():
    story = clue().flag(act_ended_on="2020-01-01")
    assert not story.ask("PG-3", "2025-07-03", officers=[1, 2], limitation_reason="违法行为处于继续状态")
    assert not story.ask("PG-3", "2025-07-03", "no_filing")


def child_party(born):
    story = ready(fine=100)
    story.facts = replace(story.facts, party=party("person", born))
    return story.flag(act_ended_on="2025-06-01")


def test_a_child_under_fourteen_is_not_punished():
    assert "不满十四周岁" in sentences(child_party(date(2011, 6, 1)).ask("PG-14", "2025-08-20", fine=100))
    assert not child_party(date(2011, 6, 1)).ask("PG-14", "2025-08-20", "no_penalty_other")
    assert not child_party(date(2011, 5, 31)).ask("PG-14", "2025-08-20", fine=100)


def test_from_fourteen_to_eighteen_the_penalty_is_lighter():
    story = child_party(date(2009, 1, 1))
    assert "应当从轻或者减轻处罚" in sentences(story.ask("PG-14", "2025-08-20", fine=100, tier="一般"))
    assert not story.ask("PG-14", "2025-08-20", fine=100, tier="从轻")


def test_who_could_not_control_their_acts_is_not_punished():
    story = child_party(date(1990, 1, 1)).flag(incapacity=True)
    assert "第三十一条" in sentences(story.ask("PG-14", "2025-08-20", fine=100))


def test_one_act_is_not_fined_twice():
    story = ready(fine=8000).flag(earlier_fine="衡城管罚〔2025〕3号")
    assert "第二十九条" in sentences(story.ask("PG-14", "2025-08-20", fine=8000))
    assert not story.ask("PG-14", "2025-08-20", fine=8000, single_fine_reason="系另一违法行为")


def test_gains_left_out_need_a_reason():
    story = ready(fine=8000).flag(gains_found=500)
    assert "第二十八条第二款" in sentences(story.ask("PG-14", "2025-08-20", fine=8000))
    assert not story.ask("PG-14", "2025-08-20", fine=8000, gains_reason="已退赔")


def test_monitoring_records_are_reviewed_before_the_report():
    story = filed().flag(monitoring=True).take("PG-4", "2025-07-10")
    assert "电子技术监控记录审核" in sentences(story.ask("PG-8", "2025-07-21"))
    assert "标志不明显" in sentences(story.ask("PG-24", "2025-07-11", sign=False))
    story.take("PG-24", "2025-07-11", "failed").take("PG-8", "2025-07-21")
    story.take("PG-9", "2025-07-28", "agree").take("PG-10", "2025-08-04", fine=200, mode="SV-1")
    story.take("PG-11", "2025-08-12", "lapsed")
    assert "审核不通过，不得作为处罚的证据" in sentences(story.ask("PG-14", "2025-08-20", fine=200))
    assert not story.ask("PG-14", "2025-08-20", "no_penalty_facts")
    assert not story.flag(other_evidence=True).ask("PG-14", "2025-08-20", fine=200)


def fined(fine=8000):
    return ready(fine=fine).take("PG-14", "2025-08-20", fine=fine).take("PG-15", "2025-08-21", mode="SV-1")


def test_officers_do_not_collect_fines_themselves():
    words = {"kind": "fine", "amount": 8000, "receipt_no": "1"}
    assert "不得自行收缴" in sentences(fined().ask("PG-17", "2025-08-25", channel="officer", **words))
    assert not fined().ask("PG-17", "2025-08-25", channel="officer", channel_reason="remote", **words)
    assert not fined().ask("PG-17", "2025-08-25", channel="bank", **words)


def test_instalments_add_up_to_the_fine():
    rows = [{"due_on": "2025-10-01", "amount": "4000"}, {"due_on": "2025-11-01", "amount": "4000.00"}]
    assert not fined().ask("PG-18", "2025-08-25", "instalments", application="经济困难", plan=rows)
    assert "不符" in sentences(fined().ask("PG-18", "2025-08-25", "instalments", plan=rows[:1]))
    assert "没有申请" in sentences(fined().ask("PG-18", "2025-08-25", "instalments", application=" ", plan=rows))
    assert "应当在批准之后" in sentences(fined().ask("PG-18", "2025-08-25", "deferred", until="2025-08-25"))


def test_the_surcharge_starts_after_the_due_day_and_is_capped():
    assert "尚未届满" in sentences(fined().ask("PG-19", "2025-09-05", through="2025-09-05", amount=240))
    assert not fined().ask("PG-19", "2025-09-10", through="2025-09-06", amount=240)
    assert "超过应计的240元" in sentences(fined().ask("PG-19", "2025-09-10", through="2025-09-06", amount=241))
    assert "已达罚款数额上限" in sentences(fined().ask("PG-19", "2026-03-01", through="2026-03-01", amount=8001))


def test_after_a_deferral_it_starts_with_its_end():
    story = fined().take("PG-18", "2025-08-25", "deferred", application="困难", until="2025-12-31")
    assert "尚未届满" in sentences(story.ask("PG-19", "2025-12-31", through="2025-12-31", amount=240))


def test_goods_are_destroyed_only_by_law():
    content = {"fine": 100, "property": "不合格食品", "penalty_kinds": ["fine", "confiscation_property"]}
    story = ready(**content).take("PG-14", "2025-08-20", **content).take("PG-15", "2025-08-21", mode="SV-1")
    assert "没有写明应当销毁的法律依据" in sentences(story.ask("PG-26", "2025-08-25", "destruction", basis=""))


def test_substitute_service_needs_its_proof_and_reason():
    story = ready(fine=8000).take("PG-14", "2025-08-20", fine=8000)
    assert "邮寄送达缺少邮寄回执" in sentences(story.ask("PG-15", "2025-08-21", mode="SV-4", reason="路远"))
    assert "未记明直接送达的困难" in sentences(story.ask("PG-15", "2025-08-21", mode="SV-4", proofs=["postal_receipt"]))
    assert "书面告知当事人" in sentences(story.ask("PG-15", "2025-08-21", mode="SV-1", publication_told=False))


def test_investigated_cases_are_where_limits_are_asked_again():
    story = investigated().flag(act_ended_on="2020-01-01")
    assert "已超过追究时效" in sentences(story.ask("PG-14", "2025-08-20", fine=100))
