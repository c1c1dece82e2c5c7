"""The filter of a work list."""

from __future__ import annotations

from django import forms

from lantai.web.forms import Form


class WorkFilter(Form):
    q = forms.CharField(label="案号、案由、当事人", required=False, max_length=60)
    lamp = forms.ChoiceField(
        label="指示灯",
        required=False,
        choices=[("", "全部"), ("red", "红牌"), ("yellow", "黄牌"), ("blue", "提醒")],
    )
