"""执法决定公示: what became public of a decision, and what happened to it afterwards."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from lantai.ledger.models import Sealed

SEQUENCE_BITS = 24
KIND_LABELS = {"征收征用": "行政征收征用", "其他": "其他行政执法"}


class PublishedNotice(Sealed):
    """A published decision (公示信息).

    ``sort_key``  (day of publication, number of that day): the order of every list, the row number of the index.
    ``body``      only fields of ``law.publication.PUBLIC_FIELDS``; ``sections`` the text of the decision as
                  [{heading, paragraphs: [[piece …]]}], where a piece is {text} or {hidden, kind, rule, basis}.
    ``digest``    SHA-256 of the canonical form of the public content; the entry in the log names it unsalted.
    ``search_text`` is a projection for searching, normalised; empty once the notice is withdrawn.
    A withdrawn notice loses its content and stays as a tombstone: number, agency, days and reason.
    """

    unsealed = ("search_text",)

    class Status(models.TextChoices):
        VALID = "有效", "有效"
        CORRECTED = "已更正", "已更正"
        WITHDRAWN = "已撤回", "已撤回"

    sort_key = models.BigIntegerField("排序号", unique=True)
    reference = models.CharField("决定文号", max_length=80, unique=True)
    agency_code = models.CharField("执法机关统一社会信用代码", max_length=18)
    agency_name = models.CharField("执法机关", max_length=120)
    division = models.CharField("行政区划", max_length=40)
    field = models.CharField("执法领域", max_length=40)
    kind = models.CharField("执法类别", max_length=20)
    party_name = models.CharField("执法对象", max_length=200, blank=True)
    title = models.CharField("案件名称", max_length=300, blank=True)
    conclusion = models.TextField("执法结论", blank=True)
    body = models.JSONField("摘要", default=dict)
    sections = models.JSONField("决定书内容", default=list)
    decided_on = models.DateField("决定日期")
    published_on = models.DateField("公示日期")
    published_at = models.DateTimeField("公示时间")
    due_on = models.DateField("公示期限", null=True)
    shown_until = models.DateField("公示截止期", null=True)
    year = models.PositiveSmallIntegerField("决定年份")
    status = models.CharField("状态", max_length=8, choices=Status, default=Status.VALID)
    withdrawn_on = models.DateField("撤回日期", null=True)
    reason = models.CharField("更正、撤回理由", max_length=500, blank=True)
    digest = models.CharField("内容摘要", max_length=64)
    search_text = models.TextField("检索文本", blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "执法决定公示"
        ordering = ["-sort_key"]
        indexes = [
            models.Index(fields=["agency_code", "-sort_key"], name="portal_notice_agency"),
            models.Index(fields=["status", "-withdrawn_on"], name="portal_notice_status"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="已撤回") | (models.Q(withdrawn_on__isnull=False) & ~models.Q(reason="")),
                name="portal_withdrawn_says_why",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="已撤回") | models.Q(party_name="", title="", conclusion="", search_text=""),
                name="portal_tombstone_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def address(self) -> str:
        """Its place on the portal: the day of publication and the number of that day."""
        day = date.fromordinal(self.sort_key >> SEQUENCE_BITS)
        return f"/decisions/{day:%Y%m%d}-{self.sort_key & ((1 << SEQUENCE_BITS) - 1)}/"

    @property
    def ending(self) -> LicenceEnding | None:
        """How the licence of this notice has ended, the latest first; None while it stands."""
        return next((e for e in self.endings.all() if e.lifted_on is None), None)

    @property
    def kind_label(self) -> str:
        return KIND_LABELS.get(self.kind, f"行政{self.kind}")

    def public_content(self) -> dict[str, Any]:
        """What anyone may read and hash: the preimage of ``digest``."""
        return {
            "reference": self.reference,
            "agency_code": self.agency_code,
            "agency_name": self.agency_name,
            "division": self.division,
            "field": self.field,
            "kind": self.kind,
            "party_name": self.party_name,
            "title": self.title,
            "conclusion": self.conclusion,
            "body": self.body,
            "sections": self.sections,
            "decided_on": self.decided_on.isoformat(),
            "published_on": self.published_on.isoformat(),
            "status": str(self.status),
            "withdrawn_on": self.withdrawn_on.isoformat() if self.withdrawn_on else None,
            "reason": self.reason,
        }


class LicenceEnding(Sealed):
    """That a licence whose notice stands has ended (撤回、撤销、注销、吊销): a row of its own beside an unchanged notice.

    ``reference``  number of the decision that ended it; its own notice, where there is one, is found by it.
    ``lifted_on``  the day on which that decision lost its notice because it was itself changed, revoked or void.
    """

    notice = models.ForeignKey(PublishedNotice, models.PROTECT, related_name="endings", verbose_name="公示信息")
    kind = models.CharField("终止方式", max_length=4)
    ground = models.CharField("情形", max_length=200, blank=True)
    basis = models.CharField("依据", max_length=300)
    agency_name = models.CharField("作出决定的机关", max_length=120)
    reference = models.CharField("决定文号", max_length=80)
    decided_on = models.DateField("决定日期")
    ended_on = models.DateField("失去效力的日期", null=True)
    marked_on = models.DateField("标注日期")
    lifted_on = models.DateField("解除标注的日期", null=True)
    lifted_because = models.CharField("解除标注的理由", max_length=500, blank=True)
    digest = models.CharField("内容摘要", max_length=64)

    class Meta:
        verbose_name = "许可终止标注"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "reference"], name="portal_licence_ends_once_by_a_decision"),
            models.CheckConstraint(
                condition=models.Q(lifted_on__isnull=True) | ~models.Q(lifted_because=""),
                name="portal_ending_lifted_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} {self.label}"

    @property
    def label(self) -> str:
        """许可已撤销: the licence, not the notice, which may be 已撤回 itself."""
        return f"许可已{self.kind}"

    def public_content(self) -> dict[str, Any]:
        """What anyone may read and hash: the preimage of ``digest``."""
        return {
            "licence": self.notice.reference,
            "kind": self.kind,
            "ground": self.ground,
            "basis": self.basis,
            "agency_name": self.agency_name,
            "reference": self.reference,
            "decided_on": self.decided_on.isoformat(),
            "ended_on": self.ended_on.isoformat() if self.ended_on else None,
            "marked_on": self.marked_on.isoformat(),
            "lifted_on": self.lifted_on.isoformat() if self.lifted_on else None,
            "lifted_because": self.lifted_because,
        }


class NoticeChange(Sealed):
    """One event in the life of a notice (公示、更正、撤回) with its public reason. Holds no former content."""

    class Kind(models.TextChoices):
        PUBLISHED = "公示", "公示"
        CORRECTED = "更正", "更正"
        WITHDRAWN = "撤回", "撤回"

    notice = models.ForeignKey(PublishedNotice, models.PROTECT, related_name="changes", verbose_name="公示信息")
    kind = models.CharField("事项", max_length=4, choices=Kind)
    at = models.DateTimeField("时间")
    reason = models.CharField("理由", max_length=500, blank=True)
    fields = models.JSONField("更正的栏目", default=list)
    digest = models.CharField("此后的内容摘要", max_length=64)

    class Meta:
        verbose_name = "公示变更"
        ordering = ["notice_id", "id"]

    def __str__(self) -> str:
        return f"{self.notice_id} {self.kind}"
