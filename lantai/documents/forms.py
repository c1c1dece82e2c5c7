"""Forms of documents: what a correction says, which number is void."""

from __future__ import annotations

from typing import Any

from django import forms

from lantai.law.documents import KINDS
from lantai.law.numbering import SIGNS

_TITLES = {kind.sign: kind.title for kind in KINDS.values() if kind.sign}


class CorrectionForm(forms.Form):
    """更正 of an issued document."""

    was = forms.CharField(label="原内容", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
    now = forms.CharField(label="更正为", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
    reason = forms.CharField(label="更正的理由", widget=forms.Textarea(attrs={"rows": 2}), max_length=500)


class GapForm(forms.Form):
    """空号说明."""

    number = forms.ChoiceField(label="没有说明的号码")
    reason = forms.CharField(label="空号的原因", max_length=300, help_text="例如：系统切换前已在纸质登记簿上使用。")

    def __init__(self, *args: Any, gaps: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].choices = gaps


class VoidForm(forms.Form):
    """文号作废."""

    sign = forms.ChoiceField(label="文书", choices=[(s, f"{t}（{SIGNS[s]}）") for s, t in _TITLES.items()])
    reason = forms.CharField(
        label="作废的理由", max_length=300, help_text="例如：预定格式文书第 12 号填写时污损。作废后这个文号不再使用。"
    )
