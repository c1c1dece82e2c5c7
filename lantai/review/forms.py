"""Forms of legal review: hand in, the six aspects, the opinion."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from lantai.law import review as rules
from lantai.web.forms import Form, OpinionField

PHRASES = (
    "主体合法，执法人员具备资格，没有超越法定权限",
    "事实清楚，证据合法充分",
    "适用法律、法规、规章准确，裁量基准运用适当",
    "程序合法，文书完备、规范",
)


VERDICT_CHOICES = list(rules.VERDICTS.items())


class SubmitForm(Form):
    letter = forms.CharField(
        label="送审说明", required=False, widget=forms.Textarea(attrs={"rows": 4}), help_text="需要审核人特别注意的事项"
    )


class ReasonForm(Form):
    reason = forms.CharField(label="理由", widget=forms.Textarea(attrs={"rows": 4}))


class MissingForm(Form):
    missing = forms.CharField(
        label="需要补齐的材料", widget=forms.Textarea(attrs={"rows": 4}), help_text="一次写全，只能退回一次"
    )


class OpinionForm(Form):
    """Six aspects, each with a verdict and a note; the opinion has to agree with them."""

    opinion = forms.ChoiceField(label="审核意见", widget=forms.RadioSelect)
    opinion_text = OpinionField(label="意见内容", phrases=PHRASES)
    problems = forms.CharField(
        label="存在的问题和建议", required=False, widget=forms.Textarea(attrs={"rows": 4}), help_text="不同意的必须填写"
    )

    def __init__(self, offered: Iterable[rules.Opinion], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opinion"].choices = [(o.code, o.label) for o in offered]
        for aspect in rules.ASPECTS:
            self.fields[f"verdict_{aspect.code}"] = forms.ChoiceField(
                label=aspect.label, choices=VERDICT_CHOICES, widget=forms.RadioSelect, initial="ok"
            )
            self.fields[f"note_{aspect.code}"] = forms.CharField(
                label=f"{aspect.label}：说明", required=False, max_length=500
            )

    def aspects(self) -> dict[str, dict[str, str]]:
        said = self.cleaned_data
        return {a.code: {"verdict": said[f"verdict_{a.code}"], "note": said[f"note_{a.code}"]} for a in rules.ASPECTS}

    def aspect_fields(self) -> list[tuple[Any, Any, Any]]:
        """For the page: aspect, verdict, note."""
        return [(a, self[f"verdict_{a.code}"], self[f"note_{a.code}"]) for a in rules.ASPECTS]

    def opinion_fields(self) -> list[Any]:
        return [self["opinion"], self["problems"]]


class ReplyForm(Form):
    reply = forms.CharField(label="不同意审核意见的理由", widget=forms.Textarea(attrs={"rows": 5}))


class AnswerForm(Form):
    text = forms.CharField(label="答复", widget=forms.Textarea(attrs={"rows": 5}))
    is_maintained = forms.ChoiceField(
        label="是否维持原意见", choices=[("1", "维持原意见"), ("0", "同意重新送审")], widget=forms.RadioSelect
    )


class ConcludeForm(Form):
    body = forms.CharField(label="由谁协调", max_length=120, help_text="例如：局长办公会议、市司法局")
    conclusion = forms.CharField(label="协调结论", widget=forms.Textarea(attrs={"rows": 5}))
