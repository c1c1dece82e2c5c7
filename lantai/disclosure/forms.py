"""What people write on the desk of publication."""

from __future__ import annotations

from django import forms as plain

from lantai.disclosure.commands.drafting import GROUNDS
from lantai.web import forms

REASONS = (
    "行政复议机关决定撤销该决定",
    "人民法院判决撤销该决定",
    "本机关依法变更该决定",
    "该决定被确认违法",
    "该决定被确认无效",
)


class MaskForm(forms.Form):
    words = plain.CharField(label="要隐去的文字", max_length=200, help_text="照原文填写，凡出现的地方都会隐去")
    reason = plain.CharField(label="理由", max_length=200)


class LiftForm(forms.Form):
    mask = plain.IntegerField(widget=plain.HiddenInput)
    reason = plain.CharField(label="恢复显示的理由", max_length=200)


class CheckForm(forms.Form):
    passed = plain.ChoiceField(
        label="审核结论",
        choices=[("pass", "通过，可以发布"), ("return", "退回修改")],
        widget=plain.RadioSelect,
    )
    opinion = forms.OpinionField(
        label="审核意见",
        required=False,
        help_text="退回的，写明要改什么",
        widget=forms.OpinionWidget(attrs={"rows": 3}),
        phrases=("公示内容与决定书一致", "应当隐去的已经隐去", "公示依据准确"),
    )


class CorrectForm(forms.Form):
    known_on = forms.DateField(label="发现不准确之日")
    reason = plain.CharField(
        label="更正理由",
        max_length=300,
        widget=plain.Textarea(attrs={"rows": 3}),
        help_text="会向社会公开，不要写个人信息",
    )


class WithdrawForm(forms.Form):
    known_on = forms.DateField(label="知悉之日", help_text="本机关作出决定，或者收到复议决定、生效判决的日期")
    reason = forms.OpinionField(
        label="撤回理由",
        help_text="会向社会公开并一直保留，不要写个人信息",
        widget=forms.OpinionWidget(attrs={"rows": 3}),
        phrases=REASONS,
    )


class WithholdForm(forms.Form):
    ground = plain.ChoiceField(
        label="法定事由", choices=[("", "请选择"), *((word, label) for word, (label, _) in GROUNDS.items())]
    )
    reason = plain.CharField(label="具体理由", max_length=300, widget=plain.Textarea(attrs={"rows": 3}))
