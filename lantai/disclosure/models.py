"""公示办理: the draft of a notice, who drafted, checked and published it, and every act upon it with its reason."""

from __future__ import annotations

from typing import Any

from django.db import models

from lantai.agencies.models import Agency
from lantai.cases.models import Case
from lantai.ledger.models import Sealed
from lantai.personnel.models import Person
from lantai.portal.models import PublishedNotice


class PublicationDraft(Sealed):
    """公示稿: what of a decision is to become public. The original words stay here and never leave the back office.

    ``rulings``   one per channel: [{channel, label, publish, basis_code, basis, reason}].
    ``fields``    fields of the allow-list that carry no free text.
    ``original``  free text by place: {title, violation, conclusion, remedy, sections: [{heading, paragraphs}]}.
    ``masks``     [{id, where, start, end, kind, label, rule, basis, replacement, by_hand, reason, lifted}]; ``lifted``
                  is {reason, by, at} once a mask is taken off.
    ``source_digest`` the digest of the decision document it was drawn from.
    Four instants, as the plan of the city asks: 采集 collected, 传递 transferred, 审核 checked, 发布 published.
    """

    class State(models.TextChoices):
        DRAFTED = "drafted", "待审核"
        CHECKED = "checked", "待发布"
        PUBLISHED = "published", "已公示"
        WITHHELD = "withheld", "依法不予公示"
        WITHDRAWN = "withdrawn", "已撤回"

    OPEN = (State.DRAFTED, State.CHECKED)

    case = models.ForeignKey(Case, models.PROTECT, related_name="publications", verbose_name="案件")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="执法主体")
    state = models.CharField("状态", max_length=12, choices=State, default=State.DRAFTED)
    reference = models.CharField("决定文号", max_length=80)
    decided_on = models.DateField("决定日期")
    due_on = models.DateField("公示期限", null=True)
    source_digest = models.CharField("决定书摘要", max_length=64)
    rulings = models.JSONField("各渠道结论", default=list)
    fields = models.JSONField("公示栏目", default=dict)
    original = models.JSONField("原文", default=dict)
    masks = models.JSONField("隐去之处", default=list)
    shown_until = models.DateField("公示截止期", null=True)
    editors = models.JSONField("编辑人员", default=list)
    drafted_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="拟稿人")
    checked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="审核人")
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="发布人")
    collected_at = models.DateTimeField("采集时间")
    transferred_at = models.DateTimeField("传递时间")
    checked_at = models.DateTimeField("审核时间", null=True)
    published_at = models.DateTimeField("发布时间", null=True)
    check_opinion = models.CharField("审核意见", max_length=500, blank=True)
    correction_reason = models.CharField("更正理由", max_length=500, blank=True)
    correction_due_on = models.DateField("更正期限", null=True)
    withheld_reason = models.CharField("不予公示的理由", max_length=500, blank=True)
    withheld_basis = models.CharField("不予公示的依据", max_length=200, blank=True)
    notice = models.ForeignKey(PublishedNotice, models.PROTECT, null=True, related_name="+", verbose_name="公示信息")
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "公示稿"
        ordering = ["-id"]
        indexes = [models.Index(fields=["agency", "state", "-id"], name="disclosure_agency_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=~models.Q(state="withdrawn"), name="disclosure_one_standing_draft"
            ),
            models.CheckConstraint(
                condition=models.Q(checked_by__isnull=True) | ~models.Q(checked_by=models.F("drafted_by")),
                name="disclosure_checked_by_another",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="published") | models.Q(checked_by__isnull=False, notice__isnull=False),
                name="disclosure_published_was_checked",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="withheld") | ~models.Q(withheld_reason=""),
                name="disclosure_withheld_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.get_state_display()}"

    @property
    def live_masks(self) -> list[dict[str, Any]]:
        """The masks that are on."""
        return [m for m in self.masks if not m["lifted"]]


class PublicationAct(Sealed):
    """One act upon a draft or a notice, with its reason and, where the law sets a term, whether it was kept."""

    class Kind(models.TextChoices):
        DRAFT = "draft", "拟稿"
        MASK = "mask", "隐去"
        LIFT = "lift", "恢复显示"
        CHECK = "check", "审核通过"
        RETURN = "return", "退回"
        PUBLISH = "publish", "公示"
        CORRECT = "correct", "启动更正"
        CORRECTED = "corrected", "更正公示"
        WITHDRAW = "withdraw", "撤回公示"
        WITHHOLD = "withhold", "不予公示"
        END = "end", "标注许可终止"

    draft = models.ForeignKey(PublicationDraft, models.PROTECT, related_name="acts", verbose_name="公示稿")
    kind = models.CharField("事项", max_length=12, choices=Kind)
    at = models.DateTimeField("时间")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="办理人")
    reason = models.CharField("理由", max_length=500, blank=True)
    known_on = models.DateField("知悉之日", null=True)
    due_on = models.DateField("期限", null=True)
    is_late = models.BooleanField("逾期", default=False)

    class Meta:
        verbose_name = "公示办理记录"
        ordering = ["draft_id", "id"]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.get_kind_display()}"
