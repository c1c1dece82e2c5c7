"""Forms of the register of officers."""

from __future__ import annotations

from typing import Any

from django import forms

from lantai.agencies.models import Agency, Field
from lantai.personnel.models import POSTS, Sex
from lantai.web.forms import CodeField, DateField, Form, NameField

STATES = [("", "在岗"), ("expired", "证件过期"), ("suspended", "证件暂扣"), ("left", "已离岗")]
_REASON = forms.Textarea(attrs={"rows": 3})


class FilterForm(Form):
    q = forms.CharField(label="姓名、执法证号", required=False)
    agency = forms.ModelChoiceField(
        label="执法主体", queryset=Agency.objects.none(), required=False, empty_label="全部"
    )
    role = forms.ChoiceField(label="岗位", choices=[("", "全部"), *POSTS], required=False)
    state = forms.ChoiceField(label="状态", choices=STATES, required=False)

    def __init__(self, *args: Any, agencies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]


class ParticularsForm(Form):
    """What may change of a person."""

    changes_a_record = True
    name = NameField(label="姓名", max_length=80)
    sex = forms.ChoiceField(label="性别", choices=[("", "未填"), *Sex.choices], required=False)
    unit = forms.CharField(label="内设机构", max_length=80, required=False)
    post_title = forms.CharField(label="职务", max_length=80, required=False)
    legal_qualification = CodeField(label="法律职业资格证书号", max_length=40, required=False)
    first_review_on = DateField(label="首次从事法制审核之日", required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class RegisterForm(ParticularsForm):
    seen = None  # type: ignore[assignment]
    agency = forms.ModelChoiceField(label="执法主体", queryset=Agency.objects.none(), empty_label="请选择")
    username = CodeField(label="登录名", max_length=60, required=False, help_text="填写后开立账号，另发一次性设置链接")
    field_order = ("agency",)

    def __init__(self, *args: Any, agencies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]


class CertificateForm(Form):
    number = CodeField(label="执法证号", max_length=14, help_text="8至14位数字，登记后不能更改")
    valid_from = DateField(label="有效期起")
    valid_to = DateField(label="有效期止")
    fields_ = forms.MultipleChoiceField(
        label="执法领域",
        choices=Field.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="都不选表示所在单位的全部领域",
    )


class SuspendForm(Form):
    from_on = DateField(label="暂扣自", help_text="不能早于今天")
    reason = forms.CharField(label="事由", max_length=200, widget=_REASON)


class ReinstateForm(Form):
    last_day = DateField(label="暂扣的最后一天", help_text="次日起执法证恢复有效")


class AppointForm(Form):
    role = forms.ChoiceField(label="岗位", choices=[("", "请选择"), *POSTS])
    from_on = DateField(label="任岗之日", required=False, help_text="不填为今天")


class DismissForm(Form):
    reason = forms.CharField(label="事由", max_length=200, widget=_REASON)
    to_on = DateField(label="最后一天", required=False, help_text="不填为立即免去")


class LeaveForm(Form):
    on = DateField(label="离岗之日", help_text="自这一天起不再任何岗位，账号停用")
    reason = forms.CharField(label="事由", max_length=200, widget=_REASON)


class PhotoForm(Form):
    photo = forms.FileField(
        label="照片",
        help_text="JPEG 或者 PNG，不超过 5 MB；拍摄信息会去掉",
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png"}),
    )


class AccountForm(Form):
    username = CodeField(label="登录名", max_length=60, help_text="3至60个小写字母、数字、点、横线，以字母或数字开头")


class ReasonForm(Form):
    reason = forms.CharField(label="事由", max_length=200, widget=_REASON)
