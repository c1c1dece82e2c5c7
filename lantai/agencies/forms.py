"""Forms of the register of agencies."""

from __future__ import annotations

from typing import Any

from django import forms

from lantai.agencies.models import Agency, Field, Kind, Level
from lantai.law.identity import DIVISIONS
from lantai.web.forms import CodeField, DateField, Form, NameField

ALL = [("", "全部")]
PLACES = list(DIVISIONS.items())


class FilterForm(Form):
    q = forms.CharField(label="名称、代码", required=False)
    field = forms.ChoiceField(label="执法领域", choices=[*ALL, *Field.choices], required=False)
    division = forms.ChoiceField(label="行政区划", choices=[*ALL, *PLACES], required=False)


class ParticularsForm(Form):
    """What may change of an agency."""

    changes_a_record = True
    name = NameField(label="名称", max_length=120, help_text="按机构编制部门批准的全称填写")
    short_name = NameField(label="简称", max_length=40, required=False)
    kind = forms.ChoiceField(label="主体性质", choices=Kind.choices)
    level = forms.ChoiceField(label="层级", choices=Level.choices, initial=Level.DEPARTMENT)
    division = forms.ChoiceField(label="行政区划", choices=PLACES)
    parent = forms.ModelChoiceField(
        label="上级或委托机关", queryset=Agency.objects.none(), required=False, empty_label="无"
    )
    field = forms.ChoiceField(label="执法领域", choices=Field.choices)
    doc_prefix = forms.CharField(
        label="机关代字", max_length=20, required=False, help_text="用在文书字号里，例如“衡市监”；全市不重复"
    )
    valid_from = DateField(label="起始日")
    address = forms.CharField(label="地址", max_length=200, required=False)
    phone = forms.CharField(label="电话", max_length=40, required=False)
    hours = forms.CharField(label="办公时间", max_length=120, required=False)
    basis = forms.CharField(label="设立或授权依据", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    duties = forms.CharField(label="职责", widget=forms.Textarea(attrs={"rows": 5}), required=False)

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, agencies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = agencies  # type: ignore[attr-defined]


class RegisterForm(ParticularsForm):
    seen = None  # type: ignore[assignment]
    code = CodeField(label="统一社会信用代码", max_length=18, help_text="18位，登记后不能更改")
    field_order = ("code",)


class CloseForm(Form):
    on = DateField(label="终止日", help_text="这一天仍是执法主体，次日起不是")
    reason = forms.CharField(label="注销事由", widget=forms.Textarea(attrs={"rows": 3}), max_length=500)
