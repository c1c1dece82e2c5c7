"""法律法规: statute texts as they were loaded, version by version, article by article."""

from __future__ import annotations

from django.db import models

from lantai.ledger.models import Sealed


class PublishedStatute(Sealed):
    """One version of one statute, told apart by the day it was adopted."""

    title = models.CharField("名称", max_length=200)
    short = models.CharField("引用名称", max_length=200, db_index=True)
    adopted = models.DateField("公布日期")
    history = models.JSONField("沿革", default=list)
    count = models.PositiveSmallIntegerField("条数")
    digest = models.CharField("文本摘要", max_length=64)
    loaded_at = models.DateTimeField("载入时间")

    class Meta:
        verbose_name = "法律法规"
        ordering = ["short", "-adopted"]
        constraints = [models.UniqueConstraint(fields=["title", "adopted"], name="portal_statute_once")]

    def __str__(self) -> str:
        return f"{self.title}（{self.adopted}）"


class StatuteArticle(Sealed):
    """One article: ``paragraphs`` are [{text, items}] as printed."""

    statute = models.ForeignKey(PublishedStatute, models.PROTECT, related_name="articles", verbose_name="法律法规")
    number = models.PositiveSmallIntegerField("条")
    branch = models.PositiveSmallIntegerField("之几", default=0)
    label = models.CharField("条号", max_length=40)
    heading = models.CharField("编章节", max_length=300, blank=True)
    paragraphs = models.JSONField("条文")

    class Meta:
        verbose_name = "条文"
        ordering = ["statute_id", "number", "branch"]
        constraints = [models.UniqueConstraint(fields=["statute", "number", "branch"], name="portal_article_once")]

    def __str__(self) -> str:
        return self.label

    @property
    def key(self) -> str:
        return f"{self.number}.{self.branch}" if self.branch else str(self.number)
