"""办案: cases, the steps taken in them, the people in them and what was decided. The state of a case is the list of its steps."""

from __future__ import annotations

from django.db import models

from lantai.agencies.models import Agency
from lantai.documents.models import IssuedDocument
from lantai.ledger.models import Sealed
from lantai.personnel.models import Person
from lantai.powers.models import Power
from lantai.recording.models import Dossier


class Case(Sealed):
    """案件: one proceeding under one version of one procedure. A nested measure (``parent``) has its own clock in the same dossier.

    ``number``   案件编号, given when it is opened.
    ``flags``    facts of the matter that the rules ask for (``act_ended_on``, ``complex``, ``public_interest`` …).
    ``version``  raised by every command on the case: who acts on an older one is told what changed.
    Unsealed are projections for lists, recomputed from the steps by every command and by a test.
    """

    unsealed = (
        "stage",
        "standing",
        "standing_label",
        "next_due_on",
        "next_due_label",
        "blue_on",
        "yellow_on",
        "red_on",
        "cards",
        "reckoned_by",
        "is_major",
        "decided_on",
        "closed_on",
    )

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="cases", verbose_name="办案机关")
    unit = models.CharField("承办机构", max_length=80, blank=True)
    number = models.CharField("案件编号", max_length=60, unique=True)
    title = models.CharField("案由", max_length=200)
    kind = models.CharField("执法种类", max_length=8)
    field = models.CharField("执法领域", max_length=20)
    procedure = models.CharField("适用程序", max_length=40)
    procedure_version = models.PositiveSmallIntegerField("程序版本")
    procedure_digest = models.CharField("程序摘要", max_length=64)
    power = models.ForeignKey(Power, models.PROTECT, null=True, related_name="cases", verbose_name="权责事项")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="cases", verbose_name="案卷")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="measures", verbose_name="所属案件", db_index=False
    )
    source = models.CharField("案件来源", max_length=24)
    clue = models.TextField("线索内容", blank=True)
    flags = models.JSONField("案情事实", default=dict)
    opened_at = models.DateTimeField("登记时间")
    opened_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="登记人", db_index=False)
    version = models.PositiveIntegerField("版本", default=1)

    stage = models.CharField("阶段", max_length=12, blank=True)
    standing = models.CharField("当前环节", max_length=24, blank=True)
    standing_label = models.CharField("当前环节名称", max_length=60, blank=True)
    next_due_on = models.DateField("最近期限", null=True)
    next_due_label = models.CharField("最近期限的环节", max_length=60, blank=True)
    blue_on = models.DateField("提醒之日", null=True)
    yellow_on = models.DateField("黄牌之日", null=True)
    red_on = models.DateField("红牌之日", null=True)
    cards = models.JSONField("亮灯的缘由", null=True)  # law.cards: what lights those lamps; None before it was kept
    reckoned_by = models.CharField(
        "期限所依的日历", max_length=16, null=True
    )  # digest of law.calendar; None before it was kept
    is_major = models.BooleanField("重大执法决定", default=False)
    decided_on = models.DateField("决定日期", null=True)
    closed_on = models.DateField("结案日期", null=True)

    class Meta:
        verbose_name = "案件"
        ordering = ["-id"]
        indexes = [  # that of ``agency`` alone stays: without it SQLite takes "cases_agency" where "cases_standing" is due
            models.Index(fields=["agency", "-id"], name="cases_agency"),
            models.Index(fields=["agency", "standing", "-id"], name="cases_standing"),
            models.Index(fields=["standing", "-id"], name="cases_standing_all"),
            models.Index(fields=["red_on"], name="cases_red_on"),
            models.Index(fields=["yellow_on"], name="cases_yellow_on"),
            models.Index(fields=["next_due_on"], name="cases_next_due"),
            models.Index(fields=["decided_on"], name="cases_decided_on"),
            models.Index(fields=["parent"], name="cases_measures", condition=models.Q(parent__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class CaseParty(Sealed):
    """当事人 or 第三人. Its numbers are personal data: shown masked, never published as they are."""

    class Kind(models.TextChoices):
        PERSON = "person", "自然人"
        SOLE_TRADER = "sole_trader", "个体工商户"
        ORGANISATION = "organisation", "法人或者其他组织"

    class Role(models.TextChoices):
        PARTY = "party", "当事人"
        THIRD = "third", "第三人"

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties", verbose_name="案件")
    role = models.CharField("身份", max_length=8, choices=Role, default=Role.PARTY)
    kind = models.CharField("类别", max_length=16, choices=Kind)
    name = models.CharField("姓名或者名称", max_length=200)
    code = models.CharField("证件号码或者统一社会信用代码", max_length=30, blank=True)
    legal_representative = models.CharField("法定代表人（负责人、经营者）", max_length=80, blank=True)
    address = models.CharField("住所（住址）", max_length=200, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    birth_date = models.DateField("出生日期", null=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "当事人"
        ordering = ["case_id", "id"]

    def __str__(self) -> str:
        return self.name


class Handler(Sealed):
    """承办人: an officer assigned to the case, both days included."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="handlers", verbose_name="案件")
    person = models.ForeignKey(Person, models.PROTECT, related_name="handled", verbose_name="承办人")
    from_on = models.DateField("指派之日")
    to_on = models.DateField("解除之日", null=True)

    class Meta:
        verbose_name = "承办人"
        ordering = ["case_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person"], condition=models.Q(to_on__isnull=True), name="cases_handler_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.person_id}"


class TakenStep(Sealed):
    """已办环节: a step that was taken. Never changed: what a later return sets back stays on file and counts no more.

    ``at``      when it was done; ``recorded_at`` when it was entered.
    ``stated``  what it said, in the words of ``law.statements``.
    ``actors``  who did it as they stood then: [{person_id, name, certificate, unit, roles}].
    ``case_version`` the version of the case that it made: tells who acts on an older page what happened since.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="steps", db_index=False, verbose_name="案件")
    seq = models.PositiveSmallIntegerField("序号")
    step = models.CharField("环节", max_length=24)
    label = models.CharField("环节名称", max_length=60)
    outcome = models.CharField("结果", max_length=40, blank=True)
    at = models.DateTimeField("办理时间")
    recorded_at = models.DateTimeField("登记时间")
    stated = models.JSONField("载明事项", default=dict)
    actors = models.JSONField("办理人员", default=list)
    is_late = models.BooleanField("逾期办理", default=False)
    case_version = models.PositiveIntegerField("案件版本")

    class Meta:
        verbose_name = "已办环节"
        ordering = ["case_id", "seq"]
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="cases_step_seq_once")]  # also its index

    def __str__(self) -> str:
        return f"{self.case_id} {self.step}"


class CaseEvent(Sealed):
    """A happening that is no step of ours (放弃陈述申辩、缴款、收到复议受理通知 …)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="events", verbose_name="案件")
    kind = models.CharField("事件", max_length=40)
    at = models.DateTimeField("发生时间")
    recorded_at = models.DateTimeField("登记时间")
    stated = models.JSONField("载明事项", default=dict)
    recorded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+", verbose_name="登记人")

    class Meta:
        verbose_name = "案件事件"
        ordering = ["case_id", "at", "id"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"


class CaseInterval(Sealed):
    """A span that stops a clock (中止、听证、公告、检测检验检疫鉴定 …); both days included."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="intervals", verbose_name="案件")
    kind = models.CharField("事由", max_length=24)
    start = models.DateField("起始日")
    end = models.DateField("终止日", null=True)
    told_in_writing = models.BooleanField("已书面告知", default=True)
    note = models.CharField("说明", max_length=300, blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "计时扣除"
        ordering = ["case_id", "start", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__isnull=True) | models.Q(end__gte=models.F("start")), name="cases_interval_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"


class CaseExtension(Sealed):
    """An approved lengthening (延长) of the term of a step, in the unit of that term."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="extensions", verbose_name="案件")
    step = models.CharField("环节", max_length=24)
    amount = models.PositiveSmallIntegerField("延长数量")
    reason = models.CharField("理由", max_length=500)
    approved_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="批准人")
    approved_at = models.DateTimeField("批准时间")

    class Meta:
        verbose_name = "期限延长"
        ordering = ["case_id", "id"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.step} {self.amount}"


class Recusal(Sealed):
    """回避: somebody must not act in the case, by decision of the head (行政处罚法第四十三条)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="recusals", verbose_name="案件")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="回避人员")
    reason = models.CharField("事由", max_length=500)
    decided_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="决定人")
    decided_at = models.DateTimeField("决定时间")

    class Meta:
        verbose_name = "回避决定"
        ordering = ["case_id", "id"]
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="cases_recusal_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.person_id}"


class Draft(Sealed):
    """拟处理意见: one version of the draft decision. Versions are added, never changed; reviews bind the digest of one.

    ``fields`` in the words of ``law.statements.DRAFT``: facts, evidence_reason, basis_reason, discretion_reason, tier,
    penalty_kinds, fine, gains, property, items, correction …
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="drafts", verbose_name="案件")
    number = models.PositiveSmallIntegerField("稿次")
    outcome = models.CharField("拟作决定", max_length=24)
    fields = models.JSONField("内容")
    digest = models.CharField("摘要", max_length=64)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="拟稿人")
    made_at = models.DateTimeField("拟稿时间")

    class Meta:
        verbose_name = "拟处理意见"
        ordering = ["case_id", "number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="cases_draft_once")]

    def __str__(self) -> str:
        return f"{self.case_id} 第{self.number}稿"


class ReviewReceipt(Sealed):
    """法制审核回执: binds an opinion to the digest of the very draft that was reviewed. Written by ``review`` only."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="receipts", verbose_name="案件")
    round = models.PositiveSmallIntegerField("审核轮次")
    draft_digest = models.CharField("所审稿件摘要", max_length=64)
    opinion = models.CharField("审核意见", max_length=24)
    is_approving = models.BooleanField("同意")
    opinion_digest = models.CharField("意见书摘要", max_length=64)
    reviewer = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="审核人")
    issued_at = models.DateTimeField("出具时间")

    class Meta:
        verbose_name = "审核回执"
        ordering = ["case_id", "round"]
        constraints = [models.UniqueConstraint(fields=["case", "round"], name="cases_receipt_round_once")]

    def __str__(self) -> str:
        return f"{self.case_id} 第{self.round}轮 {self.opinion}"


class Decision(Sealed):
    """决定: one per case. Where review is required the row cannot exist without an approving receipt for its very draft.

    The constraint below says it, and so does a database trigger (migration ``0002``); the gate is G-06.
    """

    case = models.OneToOneField(Case, models.PROTECT, related_name="decision", verbose_name="案件")
    outcome = models.CharField("决定种类", max_length=24)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="+", verbose_name="稿件")
    draft_digest = models.CharField("稿件摘要", max_length=64)
    review_required = models.BooleanField("须经法制审核")
    receipt = models.ForeignKey(ReviewReceipt, models.PROTECT, null=True, related_name="+", verbose_name="审核回执")
    penalty_kinds = models.JSONField("处罚种类", default=list)
    fine = models.DecimalField("罚款（元）", max_digits=14, decimal_places=2, default=0)
    gains = models.DecimalField("没收违法所得（元）", max_digits=14, decimal_places=2, default=0)
    property = models.CharField("没收非法财物", max_length=500, blank=True)
    tier = models.CharField("裁量档次", max_length=8, blank=True)
    conclusion = models.TextField("决定内容")
    document = models.ForeignKey(IssuedDocument, models.PROTECT, null=True, related_name="+", verbose_name="决定书")
    decided_on = models.DateField("决定日期")
    decided_at = models.DateTimeField("决定时间")
    decided_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="决定人")

    class Meta:
        verbose_name = "决定"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(review_required=False) | models.Q(receipt__isnull=False),
                name="cases_reviewed_before_decided",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.outcome}"


class ServiceRecord(Sealed):
    """送达: one document served on one person, by one of the eight modes; ``effective_on`` is what terms run from."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="services", verbose_name="案件")
    document = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="services", verbose_name="文书")
    step = models.ForeignKey(TakenStep, models.PROTECT, related_name="services", verbose_name="环节")
    mode = models.CharField("送达方式", max_length=8)
    served_on = models.DateField("送出之日")
    effective_on = models.DateField("送达之日", null=True)
    receiver = models.CharField("受送达人", max_length=120)
    relation = models.CharField("与当事人关系", max_length=60, blank=True)
    address = models.CharField("送达地址", max_length=200, blank=True)
    witness = models.CharField("见证人", max_length=80, blank=True)
    refusal_reason = models.CharField("拒收事由", max_length=200, blank=True)

    class Meta:
        verbose_name = "送达"
        ordering = ["case_id", "id"]

    def __str__(self) -> str:
        return f"{self.document_id} {self.mode}"


class Instalment(Sealed):
    """分期或延期缴纳的一期."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="instalments", verbose_name="案件")
    number = models.PositiveSmallIntegerField("期次")
    due_on = models.DateField("应缴之日")
    amount = models.DecimalField("应缴金额（元）", max_digits=14, decimal_places=2)

    class Meta:
        verbose_name = "分期缴纳"
        ordering = ["case_id", "number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="cases_instalment_once")]

    def __str__(self) -> str:
        return f"{self.case_id} 第{self.number}期"


class Payment(Sealed):
    """缴款: money that reached the treasury's account. ``kind``: fine, surcharge, gains."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="payments", verbose_name="案件")
    kind = models.CharField("款项", max_length=12)
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2)
    paid_on = models.DateField("缴款之日")
    receipt_no = models.CharField("票据号码", max_length=60)
    recorded_at = models.DateTimeField("登记时间")
    recorded_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="登记人")

    class Meta:
        verbose_name = "缴款"
        ordering = ["case_id", "paid_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "receipt_no", "kind"], name="cases_receipt_once"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="cases_payment_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.amount}"
