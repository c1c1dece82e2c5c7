"""Forms of documents: what a correction says, which number is void."""

from __future__ import annotations

from typing import Any

from django import forms

from lantai.law.documents import KINDS, DocumentKind
from lantai.law.documents.wording import LONGEST, slots
from lantai.law.numbering import SIGNS
from lantai.web.forms import Form

_TITLES = {kind.sign: kind.title for kind in KINDS.values() if kind.sign}


class CorrectionForm(Form):
    """更正 of an issued document."""

    was = forms.CharField(label="原内容", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
    now = forms.CharField(label="更正为", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)
    reason = forms.CharField(label="更正的理由", widget=forms.Textarea(attrs={"rows": 2}), max_length=500)


class GapForm(Form):
    """空号说明."""

    number = forms.ChoiceField(label="没有说明的号码")
    reason = forms.CharField(label="空号的原因", max_length=300, help_text="例如：系统切换前已在纸质登记簿上使用。")

    def __init__(self, *args: Any, gaps: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].choices = gaps


class VoidForm(Form):
    """文号作废."""

    sign = forms.ChoiceField(label="文书", choices=[(s, f"{t}（{SIGNS[s]}）") for s, t in _TITLES.items()])
    reason = forms.CharField(
        label="作废的理由", max_length=300, help_text="例如：预定格式文书第 12 号填写时污损。作废后这个文号不再使用。"
    )


class WordingForm(Form):
    """措辞 of a kind of document: one box for each place, why, and which draft was shown."""

    changes_a_record = True
    reason = forms.CharField(label="修改的理由", max_length=300)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, kind: DocumentKind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.slots = slots(kind)
        for slot in self.slots:
            rows = min(8, 2 + len(slot.law) // 60)
            kept = f"不能删去：{'、'.join(slot.kept)}" if slot.kept else ""
            self.fields[slot.code] = forms.CharField(
                label=slot.label,
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": rows}),
                help_text="　".join(filter(None, (f"法定措辞：{slot.law}" if slot.law else "", kept))),
            )
        self.order_fields([*(slot.code for slot in self.slots), "reason", "seen"])

    def texts(self) -> dict[str, str]:
        """The words by place, as typed."""
        return {slot.code: str(self.data.get(slot.code, "")) for slot in self.slots}


class ReleaseForm(Form):
    """启用 of a version."""

    for_running = forms.BooleanField(
        label="也用于此前立案、正在办理的案件",
        required=False,
        help_text="只在法律已经修改，或者原来的措辞有错误时勾选；不勾选的，在办案件继续使用立案时的措辞。",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
