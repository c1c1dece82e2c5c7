"""统计年报: a yearly report as it was frozen and published. Live figures are never stored: they are counted."""

from __future__ import annotations

from django.db import models

from lantai.agencies.models import Agency
from lantai.ledger.models import Sealed
from lantai.personnel.models import Person


class FrozenReport(Sealed):
    """One table of one year of one agency, frozen with its digest. A later correction is a new row that replaces it."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="报送单位")
    year = models.PositiveSmallIntegerField("年度")
    table = models.PositiveSmallIntegerField("表号")
    figures = models.JSONField("数据")
    notes = models.TextField("情况说明", blank=True)
    digest = models.CharField("摘要", max_length=64)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by", verbose_name="更正")
    frozen_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="定稿人")
    frozen_at = models.DateTimeField("定稿时间")

    class Meta:
        verbose_name = "年度报告"
        ordering = ["-year", "agency_id", "table", "-id"]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year} 表{self.table}"
