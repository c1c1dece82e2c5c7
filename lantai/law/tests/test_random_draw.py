"""双随机: the draw depends on seed, public number and plan alone, draws by weight, and a stranger can repeat it."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantai.law import random_draw as rd
from lantai.law.refusals import Malformed

PROGRAM = Path(__file__).resolve().parents[3] / "verify_draw.py"
OFFICERS = tuple(rd.Inspector(f"43{n:06d}", f"人员{n}") for n in range(6))


def plan(count: int = 30, wanted: int = 5, **more) -> rd.Plan:
    objects = tuple(rd.Candidate(f"91430400MA{n:08d}", f"企业{n}", "ABCD"[n % 4]) for n in range(count))
    given = {"objects": objects, "officers": OFFICERS, "objects_to_draw": wanted, "beacon": "某日开奖号码"} | more
    return rd.Plan("2026-1", "某局", "第一次抽查", "食品经营检查", "market", **given)


seeds = st.text("0123456789abcdef", min_size=64, max_size=64)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(seeds, st.text(max_size=12), st.randoms())
def test_the_order_in_which_lists_were_written_changes_nothing(seed, number, shuffled):
    one = plan()
    objects, officers = list(one.objects), list(one.officers)
    shuffled.shuffle(objects)
    shuffled.shuffle(officers)
    other = replace(one, objects=tuple(objects), officers=tuple(officers))
    assert (
        rd.draw(one, seed, number) == rd.draw(other, seed, number) == rd.draw(rd.plan_of(one.written()), seed, number)
    )


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(seeds, st.integers(1, 30), st.sets(st.integers(0, 29), max_size=8))
def test_as_many_as_planned_are_drawn_once_each_and_nobody_goes_who_must_not(seed, wanted, recused):
    aside = rd.Inspector("43999999", "应回避者", recused=tuple(f"91430400MA{n:08d}" for n in recused))
    stranger = rd.Inspector("43888888", "他领域者", fields=("urban",))
    one = plan(wanted=wanted, officers=(*OFFICERS, aside, stranger))
    rd.check(one)
    drawn = rd.draw(one, seed, "3")
    assert len({d.object.code for d in drawn}) == wanted
    for d in drawn:
        assert len(set(d.officers)) == 2 and stranger not in d.officers
        assert aside not in d.officers or d.object.code not in aside.recused


def test_seed_number_and_plan_each_change_the_key():
    one = plan()
    key = rd.key_of(one, "a" * 64, "12")
    assert len({key, rd.key_of(one, "b" * 64, "12"), rd.key_of(one, "a" * 64, "13")}) == 3
    assert key != rd.key_of(replace(one, title="第二次抽查"), "a" * 64, "12")


@pytest.mark.slow
def test_risk_weighs_in_proportion():
    """Over fixed seeds the first object comes from each class as often as its tickets say (χ², 3 degrees, 0.1 %)."""
    one, chance = plan(count=40, wanted=1), random.Random(1)
    firsts = Counter(rd.draw(one, f"{chance.getrandbits(256):064x}", "")[0].object.risk for _ in range(1500))
    total = sum(rd.WEIGHTS.values())
    expected = {risk: 1500 * weight / total for risk, weight in rd.WEIGHTS.items()}
    assert sum((firsts[r] - e) ** 2 / e for r, e in expected.items()) < 16.27


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"objects_to_draw": 31}, "抽取数量"),
        ({"objects_to_draw": 0}, "抽取数量"),
        ({"beacon": " "}, "公开数字"),
        ({"officers_each": 1}, "不得少于两人"),
        ({"officers": OFFICERS[:1]}, "不足2人"),
        ({"officers": (*OFFICERS, OFFICERS[0])}, "列了两次"),
        ({"objects": (rd.Candidate("1", "甲", "Z"),), "objects_to_draw": 1}, "没有权重"),
    ],
)
def test_a_plan_that_could_fail_is_not_published(changed, sentence):
    with pytest.raises(Malformed, match=sentence):
        rd.check(plan(**changed))


def test_a_stranger_repeats_it_with_the_standard_library_and_finds_every_alteration(tmp_path):
    one, seed, number = plan(), "5" * 64, "03 11 17 22 28 30 + 09"
    told = rd.protocol(one, seed, number, rd.draw(one, seed, number))

    def run(protocol) -> subprocess.CompletedProcess[str]:
        path = tmp_path / "protocol.json"
        path.write_text(json.dumps(protocol, ensure_ascii=False), "utf-8")
        return subprocess.run(
            [sys.executable, "-I", str(PROGRAM), str(path)], capture_output=True, text=True, encoding="utf-8"
        )

    good = run(told)
    assert good.returncode == 0 and good.stdout.count("符合") == 3
    swapped = json.loads(json.dumps(told))
    swapped["drawn"][0]["officers"].reverse()
    for wrong in (
        swapped,
        told | {"seed": "6" * 64},
        told | {"public_number": "1"},
        told | {"plan": told["plan"] | {"objects": told["plan"]["objects"][1:]}},
    ):
        assert run(wrong).returncode == 1
