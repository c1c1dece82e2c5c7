"""案卷归档: handing a closed case in, its volumes with their index, and whether the kept files are still whole."""

from __future__ import annotations

from django.db import models

from lantai.agencies.models import Agency
from lantai.cases.models import Case
from lantai.documents.models import IssuedDocument
from lantai.ledger.models import Sealed
from lantai.personnel.models import Person
from lantai.recording.models import Dossier, Evidence


class HandIn(Sealed):
    """移交归档: a handler hands a closed case to the archivist, who accepts it or sends it back with reasons.

    ``missing``  what the completeness check found lacking when it was handed in: [{label, what, kind}].
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "待接收"
        ACCEPTED = "accepted", "已归档"
        RETURNED = "returned", "已退回"

    case = models.ForeignKey(Case, models.PROTECT, related_name="hand_ins", verbose_name="案件")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="执法主体")
    status = models.CharField("状态", max_length=10, choices=Status, default=Status.WAITING)
    note = models.CharField("移交说明", max_length=500, blank=True)
    missing = models.JSONField("移交时的缺项", default=list)
    handed_in_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="移交人")
    handed_in_at = models.DateTimeField("移交时间")
    settled_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="接收人")
    settled_at = models.DateTimeField("接收或退回时间", null=True)
    reasons = models.TextField("退回理由", blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "移交归档"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(status="waiting"), name="archive_one_waiting_hand_in"
            ),
            models.CheckConstraint(
                condition=~models.Q(status="returned") | ~models.Q(reasons=""), name="archive_return_has_reasons"
            ),
            models.CheckConstraint(
                condition=models.Q(status="waiting") | models.Q(settled_at__isnull=False), name="archive_settled_at"
            ),
        ]
        indexes = [models.Index(fields=["agency", "status", "id"], name="archive_hand_in_queue")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.get_status_display()}"


class Volume(Sealed):
    """案卷（卷）: the 正卷 or the 副卷 of a filed case, under its 档号. Its index never changes.

    ``index_digest``  SHA-256 of the index (``law.filing.index_digest``).
    """

    class Part(models.TextChoices):
        MAIN = "正卷", "正卷"
        INNER = "副卷", "副卷"

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="volumes", verbose_name="执法主体")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="volumes", verbose_name="案卷")
    case = models.ForeignKey(Case, models.PROTECT, related_name="volumes", verbose_name="案件")
    part = models.CharField("卷别", max_length=4, choices=Part)
    year = models.PositiveSmallIntegerField("归档年度")
    sequence = models.PositiveIntegerField("卷号")
    number = models.CharField("档号", max_length=60, unique=True)
    title = models.CharField("案卷题名", max_length=200)
    retention = models.CharField("保管期限", max_length=12)
    retention_reason = models.CharField("保管期限的理由", max_length=100)
    pages = models.PositiveIntegerField("页数")
    pieces = models.PositiveIntegerField("件数")
    index_digest = models.CharField("卷内目录摘要", max_length=64)
    note = models.TextField("备考", blank=True)
    filed_on = models.DateField("归档日期")
    filed_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="立卷人")
    accepted_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="检查人")

    class Meta:
        verbose_name = "归档案卷"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "part"], name="archive_part_once"),
            models.UniqueConstraint(
                fields=["agency", "year", "retention", "sequence", "part"], name="archive_sequence_once"
            ),
        ]
        indexes = [models.Index(fields=["agency", "-id"], name="archive_volume_agency")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class VolumeItem(Sealed):
    """卷内文件: one line of the index, a document or a piece of evidence, with its pages and the digest of its file."""

    volume = models.ForeignKey(Volume, models.PROTECT, related_name="items", verbose_name="归档案卷")
    order = models.PositiveIntegerField("顺序号")
    title = models.CharField("文件名称", max_length=300)
    number = models.CharField("文号", max_length=60, blank=True)
    author = models.CharField("责任者", max_length=200, blank=True)
    dated_on = models.DateField("日期")
    page_from = models.PositiveIntegerField("起页", default=0)
    page_to = models.PositiveIntegerField("止页", default=0)
    remark = models.CharField("备注", max_length=100, blank=True)
    document = models.ForeignKey(IssuedDocument, models.PROTECT, null=True, related_name="+", verbose_name="文书")
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, related_name="+", verbose_name="证据")
    digest = models.CharField("文件摘要", max_length=64)

    class Meta:
        verbose_name = "卷内文件"
        ordering = ["volume_id", "order"]
        constraints = [
            models.UniqueConstraint(fields=["volume", "order"], name="archive_order_once"),
            models.CheckConstraint(
                condition=models.Q(document__isnull=True, evidence__isnull=False)
                | models.Q(document__isnull=False, evidence__isnull=True),
                name="archive_document_or_evidence",
            ),
            models.CheckConstraint(
                condition=models.Q(page_to__gte=models.F("page_from")), name="archive_pages_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order} {self.title}"


class FixityCheck(Sealed):
    """完好检测: the digests of the files of a volume, measured anew. ``faults``: [{item, title, sentence}]."""

    volume = models.ForeignKey(Volume, models.PROTECT, related_name="checks", verbose_name="归档案卷")
    at = models.DateTimeField("检测时间")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="检测人")
    checked = models.PositiveIntegerField("检测件数")
    bytes = models.PositiveBigIntegerField("检测字节数")
    faults = models.JSONField("问题", default=list)

    class Meta:
        verbose_name = "完好检测"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.volume_id} {self.at:%F}"
