"""Forms of the yearly report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from lantai.web.forms import Form


class YearForm(forms.Form):
    year = forms.TypedChoiceField(label="年度", coerce=int)

    def __init__(self, data: Mapping[str, Any], *, years: Sequence[int]) -> None:
        super().__init__({"year": data.get("year") or (years[0] if years else "")})
        self.fields["year"].choices = [(y, f"{y}年") for y in years]  # type: ignore[attr-defined]


class FreezeForm(Form):
    year = forms.IntegerField(label="年度", min_value=2000, max_value=2999)
    notes = forms.CharField(
        label="情况说明", required=False, widget=forms.Textarea(attrs={"rows": 4}), help_text="总体情况、复议诉讼结果等"
    )
