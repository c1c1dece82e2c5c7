"""Forms of the archive."""

from __future__ import annotations

from django import forms

from lantai.archive.models import Volume
from lantai.law.retention import Period
from lantai.web.forms import Form


class HandInForm(Form):
    note = forms.CharField(
        label="移交说明",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="纸质材料、实物的去向等",
    )


class AcceptForm(Form):
    explanation = forms.CharField(
        label="备考",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写入备考表：缺页、破损、另存实物，以及不在系统中的文字记录存于何处",
    )


class SendBackForm(Form):
    reasons = forms.CharField(
        label="退回理由",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="逐项写明缺什么、错在哪里",
    )


class VolumeFilter(Form):
    q = forms.CharField(
        label="档号、文号、案由或者当事人", required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    part = forms.ChoiceField(label="卷别", required=False, choices=[("", "全部"), *Volume.Part.choices])
    retention = forms.ChoiceField(
        label="保管期限", required=False, choices=[("", "全部"), *((p.value, p.value) for p in Period)]
    )
