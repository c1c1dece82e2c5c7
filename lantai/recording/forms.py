"""Forms of evidence: hand in, correct, open, waive, hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from lantai.law.people import Actor, Role
from lantai.law.records import EVIDENCE_KINDS, RECORD_KINDS
from lantai.ledger import clock
from lantai.recording import queries
from lantai.recording.models import Evidence
from lantai.web.choosing import Offer
from lantai.web.forms import DateTimeField, Form

PURPOSES = ("办理案件", "法制审核", "审批决定", "归档检查", "执法监督", "核对音像")
KIND_CHOICES = (
    ("", "请选择"),
    ("证据（行政处罚法第四十六条）", tuple(EVIDENCE_KINDS.items())),
    ("执法过程记录（行政处罚法第四十七条）", tuple(RECORD_KINDS.items())),
)


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or more files; the value is a list of ``uploads.Received``."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in given if one] or (
            [] if not self.required else [super().clean(None, initial)]
        )


COLLECTORS = ("officer_one", "officer_two")


class EvidenceForm(Form):
    """What is said of a piece of evidence; ``files`` share what is said."""

    files = FilesField(
        label="文件",
        help_text="可一次选择多个，单个不超过 2 GB；照片、扫描件、录音、录像和其他任何格式都收存原样",
        error_messages={"empty": "所选文件没有内容，请核对后重新选择"},
    )
    kind = forms.ChoiceField(label="种类", choices=KIND_CHOICES)
    name = forms.CharField(
        label="名称", max_length=180, required=False, help_text="不填时用文件名；一次多个文件时自动编号"
    )
    proves = forms.CharField(label="证明内容", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    made_at = DateTimeField(label="制作（取得）时间", help_text="以设备记录的时间为准，不能晚于现在")
    place = forms.CharField(label="制作（取得）地点", max_length=200, required=False)
    officer_one = forms.TypedChoiceField(label="取证人员一", coerce=int)
    officer_two = forms.TypedChoiceField(
        label="取证人员二",
        coerce=int,
        required=False,
        empty_value=None,
        help_text="收集证据的执法人员不得少于两人；执法过程记录可只填一人",
    )
    is_av = forms.BooleanField(label="是对执法过程的音像记录（录音、录像、拍照）", required=False)
    of_step = forms.RegexField(
        r"^[A-Za-z0-9_.-]{1,24}$",
        label="所属环节编号",
        required=False,
        help_text="例如 PG-4；从案件页面进入时已填好",
        error_messages={"invalid": "环节编号由字母、数字和横线组成，例如 PG-4"},
    )
    device = forms.CharField(label="设备编号", max_length=60, required=False)
    is_copy = forms.BooleanField(label="不是原件（复制件、抄录件、照片）", required=False)
    copy_reason = forms.CharField(label="未取得原件的理由", max_length=300, required=False)

    def __init__(self, *args: Any, officers: Offer, viewer: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in COLLECTORS:
            self.offer(name, replace(officers, choices=[("", "请选择"), *officers.choices]))
        if str(viewer.person_id) in dict(officers.choices):
            self.fields["officer_one"].initial = str(viewer.person_id)
        self.fields["made_at"].initial = clock.now()

    @property
    def stated(self) -> dict[str, Any]:
        """What the commands take, without the files."""
        given = self.cleaned_data
        return {
            "kind": given["kind"],
            "proves": given["proves"],
            "of_step": given["of_step"],
            "is_av": given["is_av"],
            "made_at": given["made_at"],
            "place": given["place"],
            "device": given["device"],
            "is_original": not given["is_copy"],
            "copy_reason": given["copy_reason"],
        }

    @property
    def collectors(self) -> list[int]:
        given = (self.cleaned_data["officer_one"], self.cleaned_data.get("officer_two"))
        return [pk for pk in given if pk]

    def name_of(self, number: int, of: int, file_name: str) -> str:
        """The name of the n-th file: as written, numbered where there are several, else the file's own."""
        written = str(self.cleaned_data["name"])
        if not written:
            stem, dot, _ = queries.shown_name(file_name).rpartition(".")
            return (stem if dot else queries.shown_name(file_name))[:200]
        return f"{written}（{number}）" if of > 1 else written


def officer_words(officer: Actor) -> str:
    held = officer.certificate
    if held is None:
        return f"{officer.name}（无执法证）"
    state = "" if held.holds_on(clock.today()) else "，今天无效"
    return f"{officer.name}（执法证 {held.number}{state}）"


class CorrectionForm(EvidenceForm):
    """A correction: everything that was said stands in the fields; what differs is taken, with the reason."""

    reason = forms.CharField(label="更正理由", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    field_order = ("reason",)

    def __init__(self, *args: Any, evidence: Evidence, **kwargs: Any) -> None:
        self.evidence = evidence
        super().__init__(*args, **kwargs)
        self.fields["files"].required = False
        self.fields["files"].help_text = "不换文件时不选；只能选一个"
        self.fields["name"].required = True
        self.fields["name"].help_text = ""
        for name in ("kind", "name", "proves", "of_step", "is_av", "made_at", "place", "device", "copy_reason"):
            self.fields[name].initial = getattr(evidence, name)
        self.fields["is_copy"].initial = not evidence.is_original
        ids = [str(c["person_id"]) for c in evidence.collected_by]
        for name, pk in zip(COLLECTORS, ids, strict=False):
            self.fields[name].initial = pk

    @property
    def changes(self) -> dict[str, Any]:
        said = {**self.stated, "name": self.cleaned_data["name"]}
        said["made_at"] = self._made_at(said["made_at"])
        return {name: value for name, value in said.items() if value != getattr(self.evidence, name)}

    def _made_at(self, given: Any) -> Any:
        """The form shows minutes; an instant that agrees to the minute was not changed."""
        was = self.evidence.made_at
        return was if given == was.replace(second=0, microsecond=0) else given


PURPOSE_OF = {
    Role.SUPERVISOR: "执法监督",
    Role.ARCHIVIST: "归档检查",
    Role.MEDIA_CUSTODIAN: "核对音像",
    Role.REVIEWER: "法制审核",
    Role.AGENCY_HEAD: "审批决定",
    Role.PRINCIPAL_HEAD: "审批决定",
}
"""What a post usually opens evidence for; the first that fits is offered."""


class OpeningForm(Form):
    purpose = forms.ChoiceField(label="查看用途", choices=[(p, p) for p in PURPOSES])
    note = forms.CharField(label="说明", max_length=150, required=False)

    def __init__(self, *args: Any, viewer: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usual = (word for role, word in PURPOSE_OF.items() if viewer.has(role))
        self.fields["purpose"].initial = next(usual, PURPOSES[0])

    @property
    def words(self) -> str:
        note = self.cleaned_data["note"].strip()
        return f"{self.cleaned_data['purpose']}：{note}" if note else str(self.cleaned_data["purpose"])


class WaiverForm(Form):
    of_step = forms.RegexField(
        r"^[A-Za-z0-9_.-]{1,24}$", label="所属环节编号", error_messages={"invalid": "环节编号例如 PG-9"}
    )
    reason = forms.CharField(label="未能录音录像的正当理由", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    approved_by = forms.CharField(label="批准人", max_length=80)


class HoldForm(Form):
    reason = forms.CharField(label="停止处置的事由", max_length=300, help_text="例如：行政复议受理通知书的文号和日期")


class LiftForm(Form):
    reason = forms.CharField(label="解除的理由", max_length=300)


class RecordingsFilter(Form):
    state = forms.ChoiceField(
        label="只看",
        required=False,
        choices=(("", "全部"), ("late", "逾 24 小时入库"), ("unplayable", "无法播放"), ("held", "停止处置")),
    )
