"""执法全过程记录: the dossier of a matter, the evidence in it, what was recorded in sound and image, and who held it."""

from __future__ import annotations

from django.db import models

from lantai.agencies.models import Agency
from lantai.ledger.models import Sealed, StoredObject
from lantai.personnel.models import Person


class Dossier(Sealed):
    """案卷: the file of one matter, with the measures nested in it. Closed to additions once it is filed (归档).

    ``retention``  保管期限, a word of ``law.retention.Period``, given when the dossier is sealed.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="dossiers", verbose_name="执法主体")
    title = models.CharField("案卷题名", max_length=200)
    opened_on = models.DateField("立卷之日")
    sealed_at = models.DateTimeField("归档封存时间", null=True)
    retention = models.CharField("保管期限", max_length=12, blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "案卷"
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title


class Evidence(Sealed):
    """One piece of evidence or record (证据或记录) under its hash. Never changed; a correction is a new piece naming it.

    ``kind``      one of ``law.records.EVIDENCE_KINDS`` (行政处罚法第四十六条).
    ``of_step``   id of the step it was made for, "" where it belongs to the case as a whole.
    ``is_av``     whether it is an audio-video record (音像记录) in the sense of gate G-17.
    ``made_at``   when the thing was made; ``received_at`` when the platform acknowledged it.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="evidence", verbose_name="案卷")
    kind = models.CharField("证据种类", max_length=24)
    name = models.CharField("名称", max_length=200)
    proves = models.CharField("证明内容", max_length=500, blank=True)
    of_step = models.CharField("所属环节", max_length=24, blank=True)
    is_av = models.BooleanField("音像记录", default=False)
    file = models.ForeignKey(StoredObject, models.PROTECT, related_name="+", verbose_name="文件")
    file_name = models.CharField("原文件名", max_length=300)
    made_at = models.DateTimeField("制作时间")
    place = models.CharField("制作地点", max_length=200, blank=True)
    device = models.CharField("设备编号", max_length=60, blank=True)
    collected_by = models.JSONField("取证人员", default=list)  # [{person_id, name, certificate}]
    is_original = models.BooleanField("原件", default=True)
    copy_reason = models.CharField("非原件的理由", max_length=300, blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrected_by", verbose_name="更正")
    correction_reason = models.CharField("更正理由", max_length=300, blank=True)
    received_at = models.DateTimeField("收存时间")
    received_from = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="提交人")

    class Meta:
        verbose_name = "证据"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_original=True) | ~models.Q(copy_reason=""), name="recording_copy_has_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(corrects__isnull=True) | ~models.Q(correction_reason=""),
                name="recording_correction_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["is_av", "-id"], name="recording_av")]

    def __str__(self) -> str:
        return self.name


class AvWaiver(Sealed):
    """The lawful reason (正当理由) why a step that must be recorded in sound and image was not."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="av_waivers", verbose_name="案卷")
    of_step = models.CharField("所属环节", max_length=24)
    reason = models.CharField("未能录制的理由", max_length=500)
    approved_by = models.CharField("批准人", max_length=80)
    stated_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="说明人")
    stated_at = models.DateTimeField("说明时间")

    class Meta:
        verbose_name = "未录音像说明"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.of_step} {self.reason}"


class MediaProbe(models.Model):
    """What a job found out about a stored file: playable or not, length, picture size, preview. Never evidence itself."""

    file = models.OneToOneField(
        StoredObject, models.PROTECT, primary_key=True, related_name="probe", verbose_name="文件"
    )
    is_playable = models.BooleanField("可以播放")
    seconds = models.FloatField("时长（秒）", null=True)
    width = models.PositiveIntegerField("宽", null=True)
    height = models.PositiveIntegerField("高", null=True)
    codec = models.CharField("编码", max_length=60, blank=True)
    preview = models.ForeignKey(StoredObject, models.PROTECT, null=True, related_name="+", verbose_name="预览图")
    fault = models.CharField("问题", max_length=200, blank=True)
    probed_at = models.DateTimeField("检测时间")

    class Meta:
        verbose_name = "媒体检测"

    def __str__(self) -> str:
        return self.file_id


class Opening(Sealed):
    """Somebody opened evidence that is not for everyone (查看、播放、下载): who, when, why."""

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="openings", verbose_name="证据")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="查看人")
    at = models.DateTimeField("时间")
    purpose = models.CharField("用途", max_length=200)

    class Meta:
        verbose_name = "查看记录"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.by_id} {self.evidence_id}"


class Hold(Sealed):
    """停止处置: recordings of a dossier must not be appraised for deletion (投诉、复议、诉讼未了)."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="holds", verbose_name="案卷")
    reason = models.CharField("事由", max_length=300)
    placed_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="登记人")
    placed_at = models.DateTimeField("登记时间")
    lifted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="解除人")
    lifted_at = models.DateTimeField("解除时间", null=True)
    lift_reason = models.CharField("解除理由", max_length=300, blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "停止处置"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lifted_at__isnull=True) | ~models.Q(lift_reason=""), name="recording_lift_has_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.reason}"
