"""法制审核: what was handed in for review, the verdict on each aspect, the opinion, and a disagreement about it."""

from __future__ import annotations

from django.db import models

from lantai.cases.models import Case, Draft
from lantai.law import act_review, released
from lantai.law.procedure import Step
from lantai.law.review import Opinion
from lantai.ledger.models import Sealed
from lantai.personnel.models import Person


class Review(Sealed):
    """One round of review of one draft. At most one is open in a case.

    ``materials``  what was handed in: [{label, present}]; ``missing_told_on`` when its want was told (once).
    ``aspects``    verdict on each of the six: {code: {verdict: ok | defect | na, note}}.
    """

    class State(models.TextChoices):
        SUBMITTED = "submitted", "待受理"
        RETURNED = "returned", "退回补齐材料"
        ACCEPTED = "accepted", "审核中"
        GIVEN = "given", "已出具意见"
        WITHDRAWN = "withdrawn", "已撤回"

    OPEN = (State.SUBMITTED, State.RETURNED, State.ACCEPTED)

    case = models.ForeignKey(Case, models.PROTECT, related_name="reviews", verbose_name="案件")
    agency_id = models.BigIntegerField("办案机关", db_index=True)
    round = models.PositiveSmallIntegerField("轮次")
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="+", verbose_name="送审稿")
    state = models.CharField("状态", max_length=12, choices=State, default=State.SUBMITTED)
    is_major = models.BooleanField("重大执法决定")
    reasons = models.JSONField("送审事由", default=list)
    letter = models.TextField("送审说明", blank=True)
    materials = models.JSONField("送审材料", default=list)
    missing_told_on = models.DateField("告知补齐之日", null=True)
    submitted_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="送审人")
    submitted_at = models.DateTimeField("送审时间")
    complete_on = models.DateField("材料齐全之日", null=True)
    due_on = models.DateField("审核期限", null=True)
    reviewer = models.ForeignKey(Person, models.PROTECT, null=True, related_name="reviews", verbose_name="审核人")
    aspects = models.JSONField("审核内容", default=dict)
    opinion = models.CharField("审核意见", max_length=24, blank=True)
    opinion_text = models.TextField("意见内容", blank=True)
    problems = models.TextField("存在的问题", blank=True)
    given_at = models.DateTimeField("出具时间", null=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "法制审核"
        ordering = ["-id"]
        indexes = [models.Index(fields=["agency_id", "state", "due_on"], name="review_queue")]
        constraints = [
            models.UniqueConstraint(fields=["case", "round"], name="review_round_once"),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(state__in=["submitted", "returned", "accepted"]),
                name="review_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} 第{self.round}轮"

    @property
    def step(self) -> Step | None:
        """The step of the case which this review is; None where the law asks no review of such a draft."""
        rule = act_review.rule_of(self.case.procedure, self.draft.outcome)
        procedure = released.version_of(self.case.procedure, self.case.procedure_version)
        return procedure[rule.reviews] if rule is not None else None

    @property
    def label(self) -> str:
        """Which review it is, by the name of its step."""
        return self.step.label if self.step else "法制审核"

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        """The opinions with which it may end."""
        return act_review.opinions_of(self.step) if self.step else ()


class Disagreement(Sealed):
    """意见分歧: the handling unit does not accept an opinion. The reviewer answers; what remains goes to coordination.

    A refusal of review is never overridden by the head alone (行政处罚法第五十八条): its outcome is a further round.
    """

    review = models.OneToOneField(Review, models.PROTECT, related_name="disagreement", verbose_name="法制审核")
    reply = models.TextField("承办机构的书面意见")
    replied_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="提出人")
    replied_at = models.DateTimeField("提出时间")
    answer = models.TextField("审核人的答复", blank=True)
    is_maintained = models.BooleanField("维持原意见", null=True)
    answered_at = models.DateTimeField("答复时间", null=True)
    body = models.CharField("协调机构", max_length=120, blank=True)
    conclusion = models.TextField("协调结论", blank=True)
    concluded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="协调记录人")
    concluded_at = models.DateTimeField("协调时间", null=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "审核意见分歧"
        ordering = ["-id"]

    def __str__(self) -> str:
        return str(self.review_id)
