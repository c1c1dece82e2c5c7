"""Forms of the list of powers, of what is adopted locally, and of imports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lantai.agencies.models import Agency, Field
from lantai.law import inspections
from lantai.law.policy import SWITCHES
from lantai.law.review import CATALOGUE_WORDS
from lantai.powers.models import Power
from lantai.powers.queries import AMOUNT_WORDS
from lantai.powers.workbook import PROCEDURE_WORDS
from lantai.web.choosing import Offer
from lantai.web.forms import DateField, Form

CITY, FIELD, AGENCY = "city", "field", "agency"
PLACES = [(AGENCY, "一个执法主体"), (FIELD, "一个执法领域"), (CITY, "全市")]
_PROCEDURES = list({code: word for word, code in reversed(PROCEDURE_WORDS.items())}.items())


class FilterForm(Form):
    q = forms.CharField(label="名称、编码", required=False)
    agency = forms.ModelChoiceField(
        label="实施主体", queryset=Agency.objects.none(), required=False, empty_label="全部"
    )
    kind = forms.ChoiceField(label="类别", choices=[("", "全部"), *Power.Kind.choices], required=False)
    field = forms.ChoiceField(label="执法领域", choices=[("", "全部"), *Field.choices], required=False)

    def __init__(self, *args: Any, agencies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]


class ChangeForm(Form):
    """What may change of a power on the page; provisions and discretion standard come by workbook."""

    changes_a_record = True
    name = forms.CharField(label="事项名称", max_length=300)
    field = forms.ChoiceField(label="执法领域", choices=Field.choices)
    procedures = forms.MultipleChoiceField(
        label="适用程序",
        choices=_PROCEDURES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="都不选的，只作公开，不能据以立案",
    )
    conditions = forms.CharField(label="适用情形", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    valid_to = DateField(label="终止日", required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class _AdoptedForm(Form):
    """Where a row holds, from when, and where it comes from."""

    place = forms.ChoiceField(label="适用范围", choices=PLACES, widget=forms.RadioSelect, initial=AGENCY)
    agency = forms.ModelChoiceField(
        label="执法主体", queryset=Agency.objects.none(), required=False, empty_label="请选择"
    )
    field = forms.ChoiceField(label="执法领域", choices=[("", "请选择"), *Field.choices], required=False)
    source = forms.CharField(label="来源", max_length=200, help_text="文件名称和文号")
    from_on = DateField(label="施行之日")
    to_on = DateField(label="失效之日", required=False)
    first: tuple[str, ...] = ()

    def __init__(self, *args: Any, agencies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.order_fields((*self.first, "place", "agency", "field"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        place = given.get("place")
        if place == AGENCY and not given.get("agency"):
            self.add_error("agency", "请选择执法主体")
        if place == FIELD and not given.get("field"):
            self.add_error("field", "请选择执法领域")
        given["agency"] = given.get("agency") if place == AGENCY else None
        given["field"] = given.get("field", "") if place == FIELD else ""
        return given

    def stated(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments of the command."""
        return {k: v for k, v in given.items() if k != "place"}


class ThresholdForm(_AdoptedForm):
    person_yuan = forms.IntegerField(label="对公民（元）", min_value=1, help_text="达到这一数额的，当事人有权要求听证")
    organisation_yuan = forms.IntegerField(label="对法人或者其他组织（元）", min_value=1)
    first = ("person_yuan", "organisation_yuan")


class CatalogueForm(_AdoptedForm):
    word = forms.ChoiceField(label="情形", choices=[("", "请选择"), *AMOUNT_WORDS.items(), *CATALOGUE_WORDS.items()])
    amount = forms.IntegerField(label="数额（元）", min_value=1, required=False, help_text="只有数额标准须填写")
    first = ("word", "amount")


class FigureForm(_AdoptedForm):
    """The value of one switch, in the type of its default."""

    first = ("value",)

    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        default = SWITCHES[name].default
        if isinstance(default, bool):
            value: forms.Field = forms.TypedChoiceField(
                label="值", choices=[("yes", "是"), ("no", "否")], coerce=lambda word: word == "yes"
            )
        elif isinstance(default, int):
            value = forms.IntegerField(label="值", min_value=1)
        elif SWITCHES[name].choices:
            value = forms.ChoiceField(label="值", choices=list(SWITCHES[name].choices.items()))
        else:
            value = DateField(label="日期")
        self.base_fields = {**self.base_fields, "value": value}  # type: ignore[misc]
        super().__init__(*args, **kwargs)

    def clean_value(self) -> Any:
        value = self.cleaned_data["value"]
        return value.isoformat() if isinstance(value, date) else value


class CapForm(_AdoptedForm):
    times = forms.IntegerField(label="同一企业每年检查次数上限", min_value=1)
    beyond = forms.MultipleChoiceField(
        label="可以超出上限、仍计入次数的来源",
        choices=list(inspections.SOURCES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        initial=sorted(inspections.BEYOND_CAP),
    )
    uncounted = forms.MultipleChoiceField(
        label="不计入次数的来源",
        choices=list(inspections.SOURCES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        initial=sorted(inspections.UNCOUNTED),
    )
    first = ("times", "beyond", "uncounted")


class MatterForm(Form):
    """A matter of inspection stands published."""

    power = forms.ModelChoiceField(label="检查事项", queryset=Power.objects.none(), empty_label="请选择")
    source = forms.CharField(label="公布的文件或者清单", max_length=200, help_text="名称和文号")
    address = forms.CharField(label="公布的网址或者位置", max_length=300, required=False)
    from_on = DateField(label="公布之日")

    def __init__(self, *args: Any, powers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["power"].queryset = powers  # type: ignore[attr-defined]


class EndMatterForm(Form):
    to_on = DateField(label="停止公布之日", help_text="这一天以后不得再检查")


class RandomPlanForm(Form):
    """A random-inspection plan: who may be drawn, by whom, how many, and the number nobody knows yet."""

    power = forms.ModelChoiceField(label="检查事项", queryset=Power.objects.none(), empty_label="请选择")
    title = forms.CharField(label="计划名称", max_length=200, help_text="例如：2026年第一次食品经营双随机抽查")
    objects_text = forms.CharField(
        label="检查对象",
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="每行一个，各栏用｜隔开：名称｜统一社会信用代码｜风险等级（A、B、C、D，越往后越容易抽中）",
    )
    officers = forms.MultipleChoiceField(label="执法人员", widget=forms.CheckboxSelectMultiple)
    numbers = forms.CharField(
        label="按执法证号填写的执法人员",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="人数较多的，可以从表格里粘贴执法证号，每行一个；与上面勾选的合在一起",
    )
    recusals = forms.CharField(
        label="应当回避的",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="每行一项，各栏用｜隔开：执法证号｜检查对象的统一社会信用代码。没有的留空",
    )
    objects_to_draw = forms.IntegerField(label="抽取几个对象", min_value=1)
    beacon = forms.CharField(
        label="抽签时采用的公开数字",
        max_length=200,
        help_text="现在谁也不知道、以后人人都能查到的数字，例如某日福利彩票双色球的开奖号码",
    )

    def __init__(self, *args: Any, powers: Any, people: Offer, named: Mapping[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["power"].queryset = powers  # type: ignore[attr-defined]
        self.offer("officers", people)
        self.named = named
        self.known = {label.rpartition(" ")[2]: int(pk) for pk, label in people.choices} | dict(named)
        if people.has_more:
            self.fields["officers"].required = not str(self.data.get("numbers", "")).strip()
        else:
            del self.fields["numbers"]

    def clean_numbers(self) -> list[int]:
        given = self.cleaned_data["numbers"].split()
        if unknown := [number for number in given if number not in self.named]:
            raise ValidationError(f"本机关在岗执法人员里没有执法证号{'、'.join(unknown[:5])}")
        return [self.named[number] for number in given]

    def clean_objects_text(self) -> list[dict[str, str]]:
        rows = []
        for number, line in enumerate(self.cleaned_data["objects_text"].splitlines(), 1):
            cells = [cell.strip() for cell in line.replace("|", "｜").split("｜")]
            if not any(cells):
                continue
            if len(cells) not in (2, 3):
                raise ValidationError(f"第{number}行应当是：名称｜统一社会信用代码｜风险等级")
            rows.append({"name": cells[0], "code": cells[1], "risk": cells[2] if len(cells) == 3 else "B"})
        return rows

    def clean_recusals(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for number, line in enumerate(self.cleaned_data["recusals"].splitlines(), 1):
            cells = [cell.strip() for cell in line.replace("|", "｜").split("｜")]
            if not any(cells):
                continue
            if len(cells) != 2 or cells[0] not in self.known:
                raise ValidationError(f"第{number}行应当是：执法证号｜统一社会信用代码，执法证号要在上面的名单里")
            found.setdefault(self.known[cells[0]], []).append(cells[1])
        return found

    def stated(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments of the command."""
        kept = {k: v for k, v in given.items() if k not in ("objects_text", "recusals", "officers", "numbers")}
        return kept | {
            "objects": given["objects_text"],
            "recused": given["recusals"],
            "officers": list(dict.fromkeys([*map(int, given["officers"]), *given.get("numbers", [])])),
        }


class DrawForm(Form):
    public_number = forms.CharField(label="公开数字", max_length=200)


class EndForm(Form):
    to_on = DateField(label="失效之日", help_text="这一天仍然有效")
    source = forms.CharField(label="依据", max_length=200, help_text="废止或者修改的文件名称和文号")


class ConfirmForm(Form):
    source = forms.CharField(
        label="核对的文件", max_length=200, help_text="文件名称、文号和条文，或者本级机关的书面答复"
    )
    value = forms.CharField(widget=forms.HiddenInput, max_length=200)


class UploadForm(Form):
    file = forms.FileField(
        label="工作簿",
        help_text="Excel 工作簿（.xlsx），不超过 20 MB；旧版 .xls 请先另存为 .xlsx",
        widget=forms.ClearableFileInput(
            attrs={"accept": ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
        ),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not file.size:
            raise ValidationError("文件是空的")
        return file
