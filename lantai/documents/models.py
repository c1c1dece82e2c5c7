"""文书: issued documents, whose words never change again, their numbers without gaps, and their printed form."""

from __future__ import annotations

from django.db import models

from lantai.agencies.models import Agency
from lantai.ledger.models import Sealed, StoredObject


class NumberRegister(Sealed):
    """文号登记: the last sequence given out for an agency, a sign and a year."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="执法主体")
    sign = models.CharField("文种代字", max_length=12)
    year = models.PositiveSmallIntegerField("年份")
    last = models.PositiveIntegerField("末号", default=0)

    class Meta:
        verbose_name = "文号登记"
        ordering = ["agency_id", "year", "sign"]
        constraints = [models.UniqueConstraint(fields=["agency", "sign", "year"], name="documents_register_once")]

    def __str__(self) -> str:
        return f"{self.sign}〔{self.year}〕{self.last}"


class Wording(Sealed):
    """措辞: one version of the sentences of a kind of document (``law.documents.wording``), for all agencies or for one.

    ``agency``       whose variant it is; None for all agencies.
    ``texts``        slot → words; a slot that is not in it keeps the law's own words.
    ``from_on``      the day it is released; cases opened from then on use it. None while it is a draft.
    ``for_running``  also for documents of cases opened before: the former words were wrong, or the law has changed.
    """

    kind = models.CharField("文书种类", max_length=48, db_index=True)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+", verbose_name="适用机关")
    number = models.PositiveSmallIntegerField("版次")
    texts = models.JSONField("措辞内容", default=dict)
    reason = models.CharField("修改理由", max_length=300)
    version = models.PositiveIntegerField("修改次数", default=1)
    drafted_by = models.BigIntegerField("拟稿人")
    drafted_at = models.DateTimeField("拟稿时间")
    from_on = models.DateField("启用日期", null=True)
    for_running = models.BooleanField("也用于在办案件", default=False)
    released_by = models.BigIntegerField("启用人", null=True)
    released_at = models.DateTimeField("启用时间", null=True)

    class Meta:
        verbose_name = "文书措辞"
        ordering = ["kind", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "agency", "number"],
                condition=models.Q(agency__isnull=False),
                name="documents_wording_number_of_agency",
            ),
            models.UniqueConstraint(
                fields=["kind", "number"],
                condition=models.Q(agency__isnull=True),
                name="documents_wording_number_of_all",
            ),
            models.CheckConstraint(
                condition=models.Q(from_on__isnull=True, released_by__isnull=True)
                | models.Q(from_on__isnull=False, released_by__isnull=False),
                name="documents_wording_released_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} 第{self.number}版"


class IssuedDocument(Sealed):
    """An issued document (文书). ``fields`` are frozen and were checked against ``law.documents`` when it was issued.

    ``subject``     the noun it belongs to, as ``cases.case:12``; documents know no case.
    ``of_step``     the step that made it; ``kind`` a code of ``law.documents.KINDS``.
    ``digest``      SHA-256 of kind, number and fields in canonical form: what the QR code lets anyone check.
    ``check_code``  eight letters and digits printed under the QR code.
    ``corrects``    a correction is a new document that names the old one.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="documents", verbose_name="执法主体")
    dossier_id = models.BigIntegerField("案卷", db_index=True)
    subject = models.CharField("所属事项", max_length=60, db_index=True)
    kind = models.CharField("文书种类", max_length=48)
    title = models.CharField("标题", max_length=200)
    number = models.CharField("文号", max_length=60, blank=True)
    of_step = models.CharField("所属环节", max_length=24, blank=True)
    fields = models.JSONField("内容")
    layout = models.PositiveSmallIntegerField("版式版本", default=1)
    digest = models.CharField("内容摘要", max_length=64)
    check_code = models.CharField("核验码", max_length=12, unique=True)
    is_internal = models.BooleanField("内部文书", default=False)
    issued_on = models.DateField("成文日期")
    issued_at = models.DateTimeField("生成时间")
    signers = models.JSONField("签署人", default=list)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="corrected_by", verbose_name="更正", db_index=False
    )

    class Meta:
        verbose_name = "文书"
        ordering = ["id"]
        indexes = [  # most documents correct none
            models.Index(fields=["corrects"], name="documents_corrections", condition=models.Q(corrects__isnull=False))
        ]
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=~models.Q(number=""), name="documents_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.title}{self.number}"


class VoidedNumber(Sealed):
    """文号作废: a number that no document bears, and why; it is never used again and explains the gap."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="执法主体")
    sign = models.CharField("文种代字", max_length=12)
    year = models.PositiveSmallIntegerField("年份")
    sequence = models.PositiveIntegerField("顺序号")
    number = models.CharField("文号", max_length=60, unique=True)
    reason = models.CharField("作废理由", max_length=300)
    voided_at = models.DateTimeField("作废时间")
    voided_by = models.BigIntegerField("经办人")

    class Meta:
        verbose_name = "文号作废"
        ordering = ["agency_id", "year", "sign", "sequence"]

    def __str__(self) -> str:
        return f"{self.number} 作废"


class SealImprint(Sealed):
    """用印: the printed form with the agency's electronic seal. Put once; the words are those that were issued.

    ``serial``      number of the certificate; ``holder`` whose it is.
    ``stamped_at``  the instant of the time-stamp authority; None where none is asked.
    """

    document = models.OneToOneField(
        IssuedDocument, models.PROTECT, primary_key=True, related_name="imprint", verbose_name="文书"
    )
    pdf = models.ForeignKey(StoredObject, models.PROTECT, related_name="+", verbose_name="盖章件")
    pages = models.PositiveSmallIntegerField("页数")
    holder = models.CharField("印章", max_length=200)
    serial = models.CharField("证书编号", max_length=64)
    stamped_at = models.DateTimeField("时间戳", null=True)
    authority = models.CharField("时间戳机构", max_length=200, blank=True)
    sealed_at = models.DateTimeField("用印时间")
    sealed_by = models.BigIntegerField("用印人")

    class Meta:
        verbose_name = "用印"

    def __str__(self) -> str:
        return f"{self.holder} {self.document_id}"


class Rendering(Sealed):
    """The printed form of a document: PDF for the record, DOCX as an editable copy. Made once by a job."""

    document = models.OneToOneField(
        IssuedDocument, models.PROTECT, primary_key=True, related_name="rendering", verbose_name="文书"
    )
    pdf = models.ForeignKey(StoredObject, models.PROTECT, related_name="+", verbose_name="PDF")
    docx = models.ForeignKey(StoredObject, models.PROTECT, related_name="+", verbose_name="DOCX")
    pages = models.PositiveSmallIntegerField("页数")
    rendered_at = models.DateTimeField("排版时间")

    class Meta:
        verbose_name = "文书版式件"

    def __str__(self) -> str:
        return str(self.document_id)
