"""检查公示: random-inspection plans with their draws, and the results of inspections."""

from __future__ import annotations

from django.db import models

from lantai.ledger.models import Sealed


class PublishedDraw(Sealed):
    """A random-inspection plan as published, and from the draw on its protocol (``law.random_draw.protocol``)."""

    number = models.CharField("计划编号", max_length=60, unique=True)
    agency_code = models.CharField("执法机关统一社会信用代码", max_length=18, db_index=True)
    agency_name = models.CharField("执法机关", max_length=120)
    title = models.CharField("名称", max_length=200)
    matter = models.CharField("检查事项", max_length=300)
    plan = models.JSONField("计划内容")
    digest = models.CharField("计划摘要", max_length=64)
    commitment = models.CharField("种子的承诺", max_length=64)
    published_on = models.DateField("公布日期")
    protocol = models.JSONField("抽签记录", null=True)
    drawn_on = models.DateField("抽签日期", null=True)

    class Meta:
        verbose_name = "双随机抽查公示"
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.number

    @property
    def address(self) -> str:
        return f"/inspections/draws/{self.pk}/"


class PublishedInspection(Sealed):
    """The result of one inspection as the public sees it: agency, object, matter, day, conclusion."""

    reference = models.CharField("检查编号", max_length=60, unique=True)
    agency_code = models.CharField("执法机关统一社会信用代码", max_length=18, db_index=True)
    agency_name = models.CharField("执法机关", max_length=120)
    party = models.CharField("检查对象", max_length=200)
    matter = models.CharField("检查事项", max_length=300)
    source = models.CharField("检查来源", max_length=40)
    draw = models.CharField("抽查计划编号", max_length=60, blank=True)
    inspected_on = models.DateField("检查日期")
    result = models.CharField("检查结果", max_length=40)
    published_on = models.DateField("公示日期")

    class Meta:
        verbose_name = "检查结果公示"
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.reference
