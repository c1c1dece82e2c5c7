"""How the time of a newcomer is reckoned, and that he and his guide hold each other to their words. No browser, no clock."""

from __future__ import annotations

from typing import Any, cast

import pytest

from tests.browser import reckoning
from tests.browser.guide import Guide, guide
from tests.browser.newcomer import Newcomer
from tests.browser.reckoning import Reckoning, reading, reading_everything

TOLD = """# 怎样办？

点右上角“退出”。

| `zhang` | 张三，执法人员 | 登记 |

## 一、登记（张三）

1. 点“登记”，线索写 `举报`，
   页面说“已登记”。

![图](../pictures/01.png)

2. 点“立案”。
"""


def newcomer(text: str = TOLD) -> Newcomer:
    return Newcomer(cast(Any, None), Guide(text))


def test_a_click_is_thought_of_pointed_at_and_pressed() -> None:
    done = Reckoning()
    done.note("clicks", 2)
    done.note("choices")
    assert done.acting() == pytest.approx(3 * (1.35 + 1.1 + 0.2))


def test_a_list_is_opened_and_then_chosen_from() -> None:
    done = Reckoning()
    done.note("lists")
    assert done.acting() == pytest.approx(1.35 + 2 * (1.1 + 0.2))


def test_a_field_is_entered_and_its_text_typed_sign_by_sign() -> None:
    done = Reckoning()
    done.note_written("电话138")
    assert done.done == {"fields": 1, "characters": 2, "keys": 3}
    assert done.acting() == pytest.approx(1.1 + 0.2 + 2 * 0.4 + 2 * 1.0 + 3 * 0.28)


def test_a_change_of_person_is_its_clicks_and_every_page_is_waited_for() -> None:
    done = Reckoning()
    done.note("changes", 5)
    assert done.acting() == 0
    done.note("pages", 4)
    assert done.acting() == 4 * reckoning.PAGE
    assert "其中换人 5" in done.told()


def test_reading_counts_chinese_characters_or_every_sign_that_is_seen() -> None:
    page = "看[测量](../measurements.md) **12** 次。\n| --- |\n"
    assert reading(page) == pytest.approx(60 * 4 / 300)
    assert reading_everything(page) == pytest.approx(60 * len("看[测量]12次。") / 300)


def test_a_step_is_read_with_what_it_names_and_who_takes_it() -> None:
    first, second = Guide(TOLD).steps
    assert first.text == "点“登记”，线索写 `举报`，页面说“已登记”。"
    assert first.named == ("登记", "举报", "已登记")
    assert (second.number, second.named, second.heading) == (2, ("立案",), "一、登记（张三）")
    assert Guide(TOLD).accounts == [("zhang", "张三", "执法人员")]


def test_a_newcomer_does_nothing_that_the_step_does_not_name() -> None:
    one = newcomer()
    with pytest.raises(AssertionError, match="step 2 of the guide does not name “登记”"), one.step(2):
        one.click("登记")
    with pytest.raises(AssertionError, match="step 2 of the guide does not mention 线索"), one.step(2):
        one.tick("线索")


def test_a_newcomer_leaves_nothing_out_that_the_step_names() -> None:
    one = newcomer()
    with pytest.raises(AssertionError, match="names what nobody did or saw"), one.step(1):
        one.uses("举报")
    assert one.played == []
    with one.step(1):
        for word in ("登记", "举报", "已登记"):
            one.uses(word)
    assert one.played == [1]


def test_the_steps_of_the_guide_are_numbered_through_and_each_has_somebody_to_take_it() -> None:
    told = guide()
    assert [step.number for step in told.steps] == list(range(1, len(told.steps) + 1))
    names = [name for _, name, _ in told.accounts]
    taken = {name for step in told.steps for name in names if name in step.text + step.heading}
    assert taken == set(names)
