"""Forms of documents: what a correction says, which number is void."""

from __future__ import annotations

from django import forms

from lantai.law.documents import KINDS
from lantai.law.numbering import SIGNS

_TITLES = {kind.sign: kind.title for kind in KINDS.values() if kind.sign}


class CorrectionForm(forms.Form):
    """更正 of an issued document."""

    was = forms.CharField(label="原内容", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
    now = forms.CharField(label="更正为", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
    reason = forms.CharField(label="更正的理由", widget=forms.Textarea(attrs={"rows": 2}), max_length=500)


class VoidForm(forms.Form):
    """文号作废."""

    sign = forms.ChoiceField(label="文书", choices=[(s, f"{t}（{SIGNS[s]}）") for s, t in _TITLES.items()])
    reason = forms.CharField(
        label="作废的理由", max_length=300, help_text="例如：预定格式文书第 12 号填写时污损。作废后这个文号不再使用。"
    )
