"""Forms of cases. What a step states is declared in ``law.statements``: fields are made from its words, and it alone judges them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.http import HttpRequest

from lantai.cases.models import CaseParty
from lantai.law import periods, sources
from lantai.law.people import Actor
from lantai.law.statements.steps import EVERYWHERE
from lantai.law.statements.word import Kind, Word
from lantai.powers.models import Power
from lantai.web.choosing import Offer
from lantai.web.forms import CodeField, DateInput, DateTimeField, DateTimeInput, Form, NameField

NOBODY = Offer()
PENALTY = "penalty.ordinary"
TIME_NOTE = "留空即为现在"
OF_HEADS = ("attendees", "chair")  # who discussed, who chaired
ANYWHERE = tuple(word.code for word in EVERYWHERE)


def _widget(word: Word) -> forms.Widget:
    if word.kind in (Kind.LONG_TEXT, Kind.ROWS):
        return forms.Textarea(attrs={"rows": 5 if word.kind is Kind.LONG_TEXT else 4})
    if word.kind is Kind.DATE:
        return DateInput()
    if word.kind is Kind.DATETIME:
        return DateTimeInput()
    if word.kind is Kind.TIME:
        return forms.TimeInput(attrs={"type": "time"})
    if word.kind in (Kind.MONEY, Kind.INTEGER, Kind.DAYS):
        return forms.TextInput(attrs={"inputmode": "decimal"})
    return forms.TextInput()


def _hint(word: Word) -> str:
    parts = [word.hint] if word.hint else []
    if word.kind is Kind.ROWS:
        columns = "｜".join(column.label for column in word.columns)
        parts.append(f"每行一项，各栏用｜隔开：{columns}")
    if word.kind is Kind.MONEY:
        parts.append("单位：元")
    if word.when and word.when[1]:
        parts.append("按前面的选择填写，不涉及的留空")
    if word.basis is not None:
        parts.append(str(word.basis))
    return "。".join(parts)


def _field(word: Word) -> forms.Field:
    label, hint, needed = word.label, _hint(word), word.required and word.when is None
    if word.kind is Kind.BOOLEAN:
        attrs = {"aria-required": "true"} if needed else {}
        box = forms.CheckboxInput(attrs=attrs)
        return forms.BooleanField(label=label, help_text=hint, required=False, widget=box, initial=bool(word.default))
    if word.kind is Kind.CHOICE:
        return forms.ChoiceField(
            label=label, help_text=hint, required=needed, choices=[("", "请选择"), *word.choices], initial=word.default
        )
    if word.kind is Kind.PERSON:
        return forms.ChoiceField(label=label, help_text=hint, required=needed)
    if word.kind in (Kind.CHOICES, Kind.PERSONS):
        return forms.MultipleChoiceField(
            label=label, help_text=hint, required=needed, choices=word.choices, widget=forms.CheckboxSelectMultiple
        )
    return forms.CharField(label=label, help_text=hint, required=needed, widget=_widget(word), initial=word.default)


class WordsForm(Form):
    """Fields from words. Only the shape is judged here; ``given`` hands everything else to the law."""

    def __init__(
        self,
        *args: Any,
        words: Iterable[Word],
        people: Offer = NOBODY,
        heads: Offer = NOBODY,
        **kwargs: Any,
    ) -> None:
        self.words = tuple(words)
        super().__init__(*args, **kwargs)
        for word in self.words:
            if word.kind is Kind.MONEY and word.code in self.initial:
                self.initial[word.code] = str(self.initial[word.code] or "").removesuffix(".00")
            self.fields[word.code] = _field(word)
            if word.kind in (Kind.PERSON, Kind.PERSONS):
                offer = heads if word.code in OF_HEADS else people
                first = [("", "请选择")] if word.kind is Kind.PERSON else []
                self.offer(word.code, replace(offer, choices=[*first, *offer.choices]))
            self.fields[word.code].gated = bool(word.gate)  # not said to be optional: a gate asks for it
            self.fields[word.code].depends = word.required and word.when is not None
            self.fields[word.code].error_messages["required"] = (
                f"请{'选择' if word.choices or word.kind in (Kind.PERSON, Kind.PERSONS) else '填写'}{word.label}"
            )

    def given(self) -> dict[str, Any]:
        """What was written, word by word; the law reads it."""
        return {word.code: self.cleaned_data.get(word.code) for word in self.words}


def _who_joins(form: Form, others: Offer, several: bool) -> None:
    """Whom to choose from beside oneself; nobody, no question. Where a step takes ``several``, a gate asks for them."""
    if others.choices or others.has_more:
        form.offer("with_officers", others)
        form.fields["with_officers"].gated = several  # type: ignore[attr-defined]
    else:
        del form.fields["with_officers"]


class StepForm(WordsForm):
    """A step: when it was done, who took part, and what it states.

    What is asked only under a condition that does not hold yet is folded away, as is what any step may state.
    """

    at = DateTimeField(label="办理时间", required=False, help_text=TIME_NOTE)
    with_officers = forms.MultipleChoiceField(
        label="共同办理的执法人员", required=False, widget=forms.CheckboxSelectMultiple
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, others: Offer = NOBODY, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _who_joins(self, others, several=True)

    def others(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data.get("with_officers") or ()]

    def taking(self) -> dict[str, Any]:
        """What the command of a step asks for."""
        return {
            "at": self.cleaned_data["at"],
            "stated": self.given(),
            "with_officers": self.others(),
            "seen": self.cleaned_data["seen"],
        }

    def _is_conditional(self, word: Word) -> bool:
        known = {code: self.initial.get(code, self.fields[code].initial) for code in self.fields}
        return word.when is not None and not word.asked_given(known)

    def folds(self) -> list[tuple[str, list[forms.BoundField], bool]]:
        """The folded groups: title, fields, whether one of them has to be seen (an error)."""
        by_condition = [self[w.code] for w in self.words if self._is_conditional(w)]
        anywhere = [self[w.code] for w in self.words if w.code in ANYWHERE and not self._is_conditional(w)]
        made = [("按前面的选择填写的项目", by_condition), ("逾期、音像记录和备注", anywhere)]
        return [(title, fields, any(f.errors for f in fields)) for title, fields in made if fields]

    def main_fields(self) -> list[forms.BoundField]:
        """What is asked of everybody, in the order of the words."""
        folded = {f.name for _, fields, _ in self.folds() for f in fields}
        return [bound for bound in self if bound.name not in folded]


class NestedForm(StepForm):
    """A nested case: under which power, why, and what its first step states."""

    power = forms.ChoiceField(label="权责事项")
    reason = forms.CharField(label="理由", widget=forms.Textarea(attrs={"rows": 3}))
    field_order = ("power", "reason")

    def __init__(self, *args: Any, powers: Sequence[Power], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["power"].choices = [(str(p.pk), f"{p.code}　{p.name}") for p in powers]  # type: ignore[attr-defined]


class DraftForm(WordsForm):
    """拟处理意见."""

    changes_a_record = True
    seen = forms.IntegerField(widget=forms.HiddenInput)


class ChoosePowerForm(Form):
    """The first question of a new case: under which power, by which procedure."""

    power = forms.ChoiceField(label="权责事项")
    procedure = forms.ChoiceField(label="适用程序")

    def __init__(
        self, *args: Any, powers: Sequence[Power], procedures: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["power"].choices = [(p.pk, f"{p.code}　{p.name}") for p in powers]  # type: ignore[attr-defined]
        self.fields["procedure"].choices = procedures  # type: ignore[attr-defined]


_APPLICATION = {
    "title": ("申请事项", "例如：申请食品经营许可"),
    "source": ("来源", ""),
    "clue": ("申请内容", "申请人请求准予的活动、范围和地点"),
    "found_at": ("收到申请材料的时间", TIME_NOTE),
    "party_kind": ("申请人类别", ""),
    "party_name": ("申请人姓名或者名称", ""),
    "with_officers": ("共同办理的工作人员", ""),
}
CALLED: dict[str, dict[str, tuple[str, str]]] = {
    "licence.ordinary": _APPLICATION,
    "licence.ending": {
        "title": ("事项", "例如：撤销食品经营许可"),
        "clue": ("发现的情况", "写明被许可人、许可证件和涉及的情形"),
        "party_kind": ("被许可人类别", ""),
        "party_name": ("被许可人姓名或者名称", ""),
    },
}
"""What the fields of a new case are called where the procedure has no 案由 and no 线索."""


NEEDED_TO_OPEN = ("source", "clue")


class OpenCaseForm(WordsForm):
    """A new case: where it came from, whom it concerns, and what the first step states."""

    title = forms.CharField(label="案由", max_length=200, help_text="例如：涉嫌经营未按规定检验的特种设备案")
    source = forms.ChoiceField(label="案件来源", choices=())
    clue = forms.CharField(label="线索内容", widget=forms.Textarea(attrs={"rows": 4}))
    found_at = DateTimeField(label="发现线索或者收到材料的时间", required=False, help_text=TIME_NOTE)
    party_kind = forms.ChoiceField(label="当事人类别", choices=[("", "请选择"), *CaseParty.Kind.choices])
    party_name = NameField(label="当事人姓名或者名称", max_length=200)
    party_code = CodeField(label="身份证件号码或者统一社会信用代码", required=False, max_length=30)
    party_legal_representative = NameField(label="法定代表人（负责人、经营者）", required=False, max_length=80)
    party_address = forms.CharField(label="住所（住址）", required=False, max_length=200)
    party_phone = CodeField(label="联系电话", required=False, max_length=40)
    with_officers = forms.MultipleChoiceField(
        label="共同办理的执法人员", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, procedure: str, others: Offer = NOBODY, several: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _who_joins(self, others, several)
        for name in NEEDED_TO_OPEN:  # also where the first step states it and, by itself, could do without
            self.fields[name].gated = True
        known = list(sources.choices(procedure).items())
        self.fields["source"].choices = known if len(known) == 1 else [("", "请选择"), *known]  # type: ignore[attr-defined]
        for name, (label, hint) in CALLED.get(procedure, {}).items():
            if name in self.fields:
                self.fields[name].label, self.fields[name].help_text = label, hint

    def sought_party(self) -> tuple[str, str]:
        """Name and number of the party as typed, before anything is judged."""
        typed = {name: str(self.data.get(name, "")) for name in ("party_name", "party_code")}
        return typed["party_name"].strip(), CodeField(required=False).to_python(typed["party_code"])

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under headings: the matter, the party, who acts, what the first step states."""
        of_step = [self[w.code] for w in self.words]
        rest = [bound for bound in self if bound.name not in {f.name for f in of_step}]
        party = [bound for bound in rest if bound.name.startswith("party_")]
        acting = [bound for bound in rest if bound.name == "with_officers"]
        matter = [bound for bound in rest if bound not in [*party, *acting]]
        made = [("案情", matter), ("当事人", party), ("承办人员", acting), ("登记内容", of_step)]
        return [(title, fields) for title, fields in made if fields]

    def party(self) -> dict[str, Any]:
        return {
            name.removeprefix("party_"): value for name, value in self.cleaned_data.items() if name.startswith("party_")
        }

    def others(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data.get("with_officers") or ()]


KNOWN_BEFORE = ("source", "clue", "party_kind", "party_name", "party_code", "party_address")


def opening_initial(given: Mapping[str, str], power: Power) -> dict[str, str]:
    """What the page before knows already: the matter, and of a drawn object all that the plan said."""
    found = {"title": power.name[:200], "matter": power.name[:200]} | {
        name: given[name][:200] for name in KNOWN_BEFORE if given.get(name)
    }
    if given.get("reference"):
        found["clue"] = f"{given['reference'][:60]}抽中。"
    return found


class EventForm(WordsForm):
    """Something happened that is no step."""

    at = DateTimeField(label="发生时间", required=False, help_text=TIME_NOTE)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class IntervalForm(Form):
    """A span that stops the clock."""

    kind = forms.ChoiceField(label="扣除事由", choices=[("", "请选择"), *periods.STOP_LABELS.items()])
    start = forms.DateField(label="起始日", widget=DateInput)
    end = forms.DateField(label="终止日", widget=DateInput, required=False, help_text="尚未结束的留空，结束后再登记")
    told_in_writing = forms.BooleanField(label="已书面告知当事人", required=False, initial=True)
    note = forms.CharField(label="说明", required=False, max_length=300)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class EndIntervalForm(Form):
    end = forms.DateField(label="终止日", widget=DateInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class ExtensionForm(Form):
    step = forms.ChoiceField(label="延长哪一环节的期限")
    amount = forms.IntegerField(label="延长多少", min_value=1, help_text="单位与该期限相同")
    reason = forms.CharField(label="延长理由", widget=forms.Textarea(attrs={"rows": 4}))
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, steps: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["step"].choices = steps  # type: ignore[attr-defined]


class ReassignForm(Form):
    officers = forms.MultipleChoiceField(label="承办人", widget=forms.CheckboxSelectMultiple)
    reason = forms.CharField(label="变更理由", max_length=300)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("officers", people)


class RecusalForm(Form):
    """Who withdraws, why, and when the heads discussed it where the law asks for that."""

    person = forms.ChoiceField(label="回避的人员")
    reason = forms.CharField(label="回避的事由", max_length=500, widget=forms.Textarea(attrs={"rows": 4}))
    discussed_on = forms.DateField(
        label="集体讨论的日期",
        required=False,
        help_text="市场监督管理部门主要负责人的回避，由负责人集体讨论决定；其他人员的，不填",
        widget=DateInput,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", people)


class HandOverForm(Form):
    """The 处罚 matter under which an inspection goes on."""

    power = forms.ChoiceField(label="处罚事项", help_text="按检查发现的问题选择")
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, powers: Iterable[Power], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = [(p.pk, f"{p.code}　{p.name}") for p in powers if PENALTY in p.procedures]
        self.fields["power"].choices = [("", "请选择"), *fitting]  # type: ignore[attr-defined]


class FilterForm(forms.Form):
    q = forms.CharField(label="案号、案由、当事人", required=False, max_length=60)
    standing = forms.ChoiceField(label="当前环节", required=False)
    lamp = forms.ChoiceField(
        label="指示灯",
        required=False,
        choices=[("", "全部"), ("red", "红牌"), ("yellow", "黄牌"), ("blue", "提醒")],
    )
    mine = forms.ChoiceField(label="范围", required=False, choices=[("", "本机关"), ("1", "我承办的")])

    def __init__(self, data: Mapping[str, Any], *, steps: Sequence[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["standing"].choices = [("", "全部"), *steps]  # type: ignore[attr-defined]


def people_choices(officers: Iterable[Actor]) -> list[tuple[str, str]]:
    """Officers with the state of their certificates in words, for choosing among them."""
    return [(str(a.person_id), f"{a.name}　{a.unit}　{certificate_words(a)}") for a in officers]


def certificate_words(person: Actor) -> str:
    return f"执法证 {person.certificate.number}" if person.certificate else "无执法证件"


def data_of(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
