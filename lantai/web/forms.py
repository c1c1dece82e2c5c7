"""Forms with Chinese errors, date fields and the opinion field with 常用语."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict

from lantai.law.refusals import Conflict, Malformed, Refusal, Refused
from lantai.web.choosing import FIND, Offer

FOLDED = str.maketrans({chr(0xFF01 + n): chr(0x21 + n) for n in range(94)} | {"\u3000": " "})
FAULTS = {
    "invalid_choice": "“%(value)s”不在可以选择的范围内",
    "max_length": "不超过%(limit_value)d字，现有%(show_value)d字",
    "null_characters_not_allowed": "含有不能保存的字符，请删去",
    "min_value": "不小于%(limit_value)s",
    "max_value": "不大于%(limit_value)s",
}
"""What Django says without naming the field."""


class Form(forms.Form):
    """Base of every form: 请填写… names the field; no browser bubbles, the server's sentence is the message.

    What a command answers is taken by ``at_fault`` and stands above the form that was sent: nothing typed is lost.
    ``changes_a_record`` of a form that shows what is registered now, for telling how somebody else left it.
    """

    use_required_attribute = False
    changes_a_record = False
    fault: Malformed | Refused | Conflict | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            label = str(field.label or name)
            verb = "请选择" if isinstance(field, forms.ChoiceField | forms.ModelChoiceField) else "请填写"
            if isinstance(field, forms.FileField):
                verb = "请选择文件："
            field.error_messages["required"] = f"{verb}{label}"
            field.error_messages |= {code: f"{label}：{said}" for code, said in FAULTS.items()}
            if isinstance(field, forms.DateField):
                field.error_messages["invalid"] = f"{label}：请按 2026-11-24 的样子填写日期"
            if isinstance(field, forms.DateTimeField):
                field.error_messages["invalid"] = f"{label}：请按 2026-11-24 09:30 的样子填写"
            if isinstance(field, forms.TimeField):
                field.error_messages["invalid"] = f"{label}：请按 09:30 的样子填写"
            if isinstance(field, forms.IntegerField | forms.DecimalField):
                field.error_messages["invalid"] = f"{label}：请填写数字"

    @property
    def is_looking_up(self) -> bool:
        """Whether it was sent only to look somebody up: nothing is judged, nothing is done."""
        return self.is_bound and FIND in self.data

    def full_clean(self) -> None:
        if self.is_looking_up:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    def is_valid(self) -> bool:
        return not self.is_looking_up and super().is_valid()

    def offer(self, name: str, offer: Offer) -> None:
        """Let somebody choose among these; where there are others, a search stands beside the field."""
        self.fields[name].choices = offer.choices  # type: ignore[attr-defined]
        self.fields[name].offer = offer if offer.has_more else None  # type: ignore[attr-defined]

    def at_fault(self, fault: Malformed | Refused | Conflict) -> None:
        """Show what was answered: a sentence at its field, a refusal or somebody else's change above the form."""
        self.fault = fault
        if isinstance(fault, Malformed):
            self.add_error(fault.field if fault.field in self.fields else None, fault.sentence)
        elif isinstance(fault, Conflict) and "seen" in self.fields:
            now = fault.version or self.get_initial_for_field(self.fields["seen"], "seen")
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = now if now is not None else ""

    @property
    def refusals(self) -> Sequence[Refusal]:
        return self.fault.refusals if isinstance(self.fault, Refused) else ()

    @property
    def conflict(self) -> Conflict | None:
        return self.fault if isinstance(self.fault, Conflict) else None

    def registered_now(self) -> list[tuple[str, str]]:
        """Of a form that was overtaken: what is registered now where something else was typed, field by field."""
        if self.conflict is None or not self.changes_a_record or "seen" not in self.fields:
            return []
        changed = {name: self.fields[name] for name in self.changed_data if name != "seen"}
        return [(str(f.label), _in_words(f, self.get_initial_for_field(f, name))) for name, f in changed.items()]


def _in_words(field: forms.Field, value: Any) -> str:
    """A value as it is read: of a choice its label."""
    words = {} if isinstance(field, forms.ModelChoiceField) else dict(getattr(field, "choices", ()))
    if isinstance(value, list | tuple):
        return "、".join(str(words.get(v, v)) for v in value) or "（空）"
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(words.get(value, "" if value is None else value)) or "（空）"


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class DateField(forms.DateField):
    """A day; also takes 2026年11月24日 and 2026/11/24."""

    widget = DateInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y.%m.%d"])
        super().__init__(**kwargs)


class DateTimeInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%dT%H:%M")


class DateTimeField(forms.DateTimeField):
    """An instant to the minute, in Asia/Shanghai."""

    widget = DateTimeInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y年%m月%d日 %H:%M"])
        super().__init__(**kwargs)


class CodeField(forms.CharField):
    """A code or number: full-width digits and letters are folded, spaces taken out. Names are never folded."""

    def to_python(self, value: Any) -> str:
        return "".join(str(super().to_python(value)).translate(FOLDED).split())


class NameField(forms.CharField):
    """A name: kept as written. Refused are private-use code points, which nobody else could read, and signs nobody sees."""

    def clean(self, value: Any) -> str:
        name = str(super().clean(value))
        found = {unicodedata.category(c) for c in name}
        if "Co" in found:
            raise ValidationError(f"{self.label}里有自造字，请改用国家标准编码的字")
        if "Cf" in found:
            raise ValidationError(f"{self.label}里有看不见的控制字符，请删去")
        return name


class OpinionWidget(forms.Textarea):
    def value_from_datadict(self, data: Any, files: MultiValueDict[str, Any], name: str) -> str:
        chosen: Sequence[str] = data.getlist(f"{name}_phrase") if hasattr(data, "getlist") else ()
        written = (super().value_from_datadict(data, files, name) or "").strip()
        return "".join(f"{phrase.rstrip('。')}。" for phrase in chosen if phrase not in written) + written


class OpinionField(forms.CharField):
    """An opinion: chosen 常用语, then the words written. ``phrases`` are offered by ``opinion_box``."""

    widget = OpinionWidget

    def __init__(self, *, phrases: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.phrases = tuple(phrases)
