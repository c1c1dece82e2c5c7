"""What a form answers to what it cannot take: a sentence that names the field, in words of this house."""

from __future__ import annotations

import pytest
from django import forms as plain

from lantai.web.forms import DateTimeField, Form, NameField


class Asked(Form):
    at = DateTimeField(label="办理时间")
    hour = plain.TimeField(label="送达时刻")
    mode = plain.ChoiceField(label="送达方式", choices=[("direct", "直接送达")])
    kinds = plain.MultipleChoiceField(label="处罚种类", choices=[("fine", "罚款")])
    receiver = NameField(label="收件人", max_length=4)
    amount = plain.IntegerField(label="数额", min_value=1, max_value=9)


GOOD = {
    "at": "2026-11-24T09:30",
    "hour": "09:30",
    "mode": "direct",
    "kinds": ["fine"],
    "receiver": "㐂𠮷",
    "amount": "3",
}


def test_what_is_right_is_taken():
    assert Asked(GOOD).is_valid()


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        ("at", "昨天", "办理时间：请按 2026-11-24 09:30 的样子填写"),
        ("hour", "九点", "送达时刻：请按 09:30 的样子填写"),
        ("mode", "pigeon", "送达方式：“pigeon”不在可以选择的范围内"),
        ("kinds", ["none"], "处罚种类：“none”不在可以选择的范围内"),
        ("receiver", "甲乙丙丁戊", "收件人：不超过4字，现有5字"),
        ("receiver", "甲\x00", "收件人：含有不能保存的字符，请删去"),
        ("receiver", "甲\ue000", "收件人里有自造字，请改用国家标准编码的字"),
        ("receiver", "甲\u202e乙", "收件人里有看不见的控制字符，请删去"),
        ("amount", "0", "数额：不小于1"),
        ("amount", "10", "数额：不大于9"),
    ],
)
def test_a_fault_names_its_field(field, given, said):
    assert Asked({**GOOD, field: given}).errors[field] == [said]
