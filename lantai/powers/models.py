"""权责清单: what an agency may do, on which provisions, and the local figures that the rules need, as dated rows."""

from __future__ import annotations

from django.db import models

from lantai.agencies.models import Agency, Field
from lantai.ledger.models import Sealed
from lantai.personnel.models import Person


class Power(Sealed):
    """A power (权责事项): one matter of one agency. ``procedures`` are codes of ``law.procedures``."""

    class Kind(models.TextChoices):
        PENALTY = "处罚", "行政处罚"
        COERCION = "强制", "行政强制"
        INSPECTION = "检查", "行政检查"
        LEVY = "征收征用", "行政征收征用"
        LICENCE = "许可", "行政许可"

    code = models.CharField("事项编码", max_length=40)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="powers", verbose_name="实施主体")
    name = models.CharField("事项名称", max_length=300)
    kind = models.CharField("类别", max_length=8, choices=Kind)
    field = models.CharField("执法领域", max_length=20, choices=Field)
    procedures = models.JSONField("适用程序", default=list)
    conditions = models.TextField("适用情形", blank=True)
    valid_from = models.DateField("起始日")
    valid_to = models.DateField("终止日", null=True, blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "权责事项"
        ordering = ["agency_id", "code"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "code"], name="powers_code_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["处罚", "强制", "检查", "征收征用", "许可"]),
                name="powers_kind_known",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="powers_valid_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PowerBasis(Sealed):
    """One provision on which a power rests (法律依据), down to the item (项); 0 where it has no paragraph or item."""

    class Role(models.TextChoices):
        VIOLATED = "violated", "违反依据"
        PENALTY = "penalty", "处罚依据"
        PROCEDURE = "procedure", "程序依据"

    power = models.ForeignKey(Power, models.PROTECT, related_name="bases", verbose_name="权责事项")
    role = models.CharField("作用", max_length=12, choices=Role)
    statute = models.CharField("法律法规规章", max_length=120)
    article = models.PositiveSmallIntegerField("条")
    paragraph = models.PositiveSmallIntegerField("款", default=0)
    item = models.PositiveSmallIntegerField("项", default=0)

    class Meta:
        verbose_name = "权责依据"
        ordering = ["power_id", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(article__gte=1), name="powers_basis_article"),
            models.UniqueConstraint(
                fields=["power", "role", "statute", "article", "paragraph", "item"], name="powers_basis_once"
            ),
        ]

    def __str__(self) -> str:
        text = f"《{self.statute}》第{self.article}条"
        if self.paragraph:
            text += f"第{self.paragraph}款"
        return text + (f"第{self.item}项" if self.item else "")


class DiscretionTier(Sealed):
    """One tier of the discretion standard (裁量基准). Amounts in whole yuan, both included; empty where none is set."""

    class Tier(models.TextChoices):
        NONE = "不予处罚", "不予处罚"
        REDUCED = "减轻", "减轻"
        LIGHTER = "从轻", "从轻"
        ORDINARY = "一般", "一般"
        HEAVIER = "从重", "从重"

    power = models.ForeignKey(Power, models.PROTECT, related_name="tiers", verbose_name="权责事项")
    tier = models.CharField("档次", max_length=8, choices=Tier)
    conditions = models.TextField("适用情形")
    min_yuan = models.PositiveBigIntegerField("罚款下限", null=True, blank=True)
    max_yuan = models.PositiveBigIntegerField("罚款上限", null=True, blank=True)
    source = models.CharField("来源", max_length=200, blank=True)

    class Meta:
        verbose_name = "裁量档次"
        ordering = ["power_id", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tier__in=["不予处罚", "减轻", "从轻", "一般", "从重"]),
                name="powers_tier_known",
            ),
            models.CheckConstraint(
                condition=models.Q(min_yuan__isnull=True)
                | models.Q(max_yuan__isnull=True)
                | models.Q(max_yuan__gte=models.F("min_yuan")),
                name="powers_tier_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tier} {self.conditions}"


class Adopted(Sealed):
    """What an agency (or a field, or with neither the whole city) has adopted for a time; both days included."""

    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="执法主体")
    field = models.CharField("执法领域", max_length=20, choices=Field, blank=True)
    source = models.CharField("来源", max_length=200)
    from_on = models.DateField("施行之日")
    to_on = models.DateField("失效之日", null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["from_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agency__isnull=True) | models.Q(field=""),
                name="%(app_label)s_%(class)s_agency_or_field",
            ),
            models.CheckConstraint(
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
                name="%(app_label)s_%(class)s_order",
            ),
        ]


class HearingThreshold(Adopted):
    """From which amount a party may ask for a hearing (较大数额，行政处罚法第六十三条); yuan, inclusive."""

    person_yuan = models.PositiveBigIntegerField("对公民")
    organisation_yuan = models.PositiveBigIntegerField("对法人或其他组织")

    class Meta(Adopted.Meta):
        verbose_name = "听证数额标准"

    def __str__(self) -> str:
        return f"{self.person_yuan}／{self.organisation_yuan}"


class MajorDecisionRow(Adopted):
    """One row of the catalogue of decisions that need legal review (重大执法决定法制审核目录).

    ``word`` is a machine word of ``law.review``; ``fine_person`` and ``fine_organisation`` carry ``amount`` (yuan, inclusive).
    """

    word = models.CharField("情形", max_length=40)
    amount = models.PositiveBigIntegerField("数额", null=True, blank=True)

    class Meta(Adopted.Meta):
        verbose_name = "重大执法决定目录"

    def __str__(self) -> str:
        return self.word if self.amount is None else f"{self.word} {self.amount}"


class LocalFigure(Adopted):
    """A configurable choice of ``law.policy`` made here (本地设定): ``value`` replaces the shipped default."""

    key = models.CharField("设定项", max_length=60)
    value = models.JSONField("值")

    class Meta(Adopted.Meta):
        verbose_name = "本地设定"

    def __str__(self) -> str:
        return f"{self.key}＝{self.value}"


class InspectionMatter(Sealed):
    """A matter of inspection as published (检查事项): what is not published on a day is not inspected (G-14)."""

    power = models.ForeignKey(Power, models.PROTECT, related_name="publications", verbose_name="权责事项")
    source = models.CharField("公布的文件或者清单", max_length=200)
    address = models.CharField("公布的网址或者位置", max_length=300, blank=True)
    from_on = models.DateField("公布之日")
    to_on = models.DateField("停止公布之日", null=True, blank=True)

    class Meta:
        verbose_name = "检查事项公布"
        ordering = ["power_id", "from_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
                name="powers_inspectionmatter_order",
            ),
            models.UniqueConstraint(
                fields=["power"], condition=models.Q(to_on__isnull=True), name="powers_inspectionmatter_open"
            ),
        ]

    def __str__(self) -> str:
        return self.source


class InspectionCap(Adopted):
    """How often one enterprise may be inspected in a year (年度频次上限), and what is excepted from it.

    ``beyond``     sources of ``law.inspections`` that may go over it and are counted; ``uncounted`` those it does not count.
    """

    times = models.PositiveSmallIntegerField("年度次数")
    beyond = models.JSONField("可以超出的来源", default=list)
    uncounted = models.JSONField("不计入的来源", default=list)

    class Meta(Adopted.Meta):
        verbose_name = "检查频次上限"
        constraints = [
            *Adopted.Meta.constraints,
            models.CheckConstraint(condition=models.Q(times__gte=1), name="powers_inspectioncap_positive"),
        ]

    def __str__(self) -> str:
        return f"每年{self.times}次"


class RandomPlan(Sealed):
    """双随机抽查计划: published with the digest of a secret seed before anything is drawn.

    ``plan``  as ``law.random_draw.Plan.written``; ``seed`` is shown to nobody before the draw.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="random_plans", verbose_name="执法主体")
    power = models.ForeignKey(Power, models.PROTECT, related_name="random_plans", verbose_name="检查事项")
    number = models.CharField("计划编号", max_length=60, unique=True)
    title = models.CharField("名称", max_length=200)
    plan = models.JSONField("计划内容")
    digest = models.CharField("计划摘要", max_length=64)
    seed = models.CharField("种子", max_length=64)
    commitment = models.CharField("种子的承诺", max_length=64)
    published_at = models.DateTimeField("公布时间")
    published_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="公布人")

    class Meta:
        verbose_name = "双随机抽查计划"
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.number


class RandomDraw(Sealed):
    """双随机抽签: the one draw of a plan, with everything a stranger needs to repeat it."""

    plan = models.OneToOneField(RandomPlan, models.PROTECT, related_name="draw", verbose_name="抽查计划")
    public_number = models.CharField("公开数字", max_length=200)
    protocol = models.JSONField("抽签记录")
    digest = models.CharField("记录摘要", max_length=64)
    drawn_at = models.DateTimeField("抽签时间")
    drawn_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="抽签人")

    class Meta:
        verbose_name = "双随机抽签"
        ordering = ["-id"]

    def __str__(self) -> str:
        return str(self.plan)


class FigureConfirmation(Sealed):
    """确认: somebody has compared a shipped figure or reading with the text in force and found that it holds.

    ``value`` is what was shown when it was confirmed: where the platform later brings another, it is open again.
    """

    key = models.CharField("事项", max_length=80)
    value = models.CharField("确认的内容", max_length=200)
    source = models.CharField("核对的文件", max_length=200)
    confirmed_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="确认人")
    confirmed_at = models.DateTimeField("确认时间")

    class Meta:
        verbose_name = "本地数值的确认"
        ordering = ["key", "-confirmed_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["key", "value"], name="powers_figure_confirmed_once")]

    def __str__(self) -> str:
        return f"{self.key} {self.value}"


class ProcedureRelease(Sealed):
    """The signed release of a procedure (程序合法性审核签发): the digest that runs and the digest that is published."""

    code = models.CharField("程序", max_length=60, db_index=True)
    version = models.CharField("版本", max_length=20)
    digest = models.CharField("内容摘要", max_length=64)
    signed_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="签发人")
    signed_at = models.DateTimeField("签发时间")

    class Meta:
        verbose_name = "程序签发"
        ordering = ["-signed_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["code", "digest"], name="powers_release_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.version}"
