"""执法主体: who may enforce the law in its own or in another's name, and the runs that import registers from workbooks."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from lantai.law.identity import DIVISIONS
from lantai.ledger.models import Sealed


class Kind(models.TextChoices):
    """By what title an agency enforces (行政处罚法第十七、十九、二十条)."""

    ORGAN = "机关", "行政机关"
    AUTHORISED = "授权", "法律法规授权组织"
    DELEGATED = "受委托", "受委托组织"


class Level(models.TextChoices):
    CITY = "city", "市级人民政府"
    COUNTY = "county", "县级人民政府"
    DEPARTMENT = "department", "部门"


class Field(models.TextChoices):
    """Field of enforcement (执法领域); the words that certificates, thresholds and powers share."""

    GOVERNMENT = "government", "人民政府"
    MARKET = "market", "市场监管"
    CULTURE = "culture", "文化市场"
    URBAN = "urban", "城市管理"
    ENVIRONMENT = "environment", "生态环境"
    EMERGENCY = "emergency", "应急管理"
    TRANSPORT = "transport", "交通运输"
    HEALTH = "health", "卫生健康"
    AGRICULTURE = "agriculture", "农业农村"
    CONSTRUCTION = "construction", "住房城乡建设"
    RESOURCES = "resources", "自然资源"
    LABOUR = "labour", "人力资源社会保障"
    JUSTICE = "justice", "司法行政"
    EDUCATION = "education", "教育"
    WATER = "water", "水利"
    HOUSING = "housing", "住房保障"
    FORESTRY = "forestry", "林业"
    CIVIL_AFFAIRS = "civil_affairs", "民政"
    FIRE = "fire", "消防救援"
    STATISTICS = "statistics", "统计"
    GENERAL = "general", "综合执法"


class Agency(Sealed):
    """An enforcement subject (执法主体). ``code`` is its unified social credit code and never changes.

    ``division``    six digits of GB/T 2260; tells city from county.
    ``doc_prefix``  机关代字 of its document numbers, e.g. 衡市监.
    """

    code = models.CharField("统一社会信用代码", max_length=18, unique=True)
    name = models.CharField("名称", max_length=120, unique=True)
    short_name = models.CharField("简称", max_length=40)
    kind = models.CharField("主体性质", max_length=8, choices=Kind)
    level = models.CharField("层级", max_length=12, choices=Level, default=Level.DEPARTMENT)
    division = models.CharField("行政区划", max_length=6, db_index=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级或委托机关"
    )
    field = models.CharField("执法领域", max_length=20, choices=Field)
    duties = models.TextField("职责", blank=True)
    basis = models.TextField("设立或授权依据", blank=True)
    address = models.CharField("地址", max_length=200, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    hours = models.CharField("办公时间", max_length=120, blank=True)
    doc_prefix = models.CharField("机关代字", max_length=20, blank=True)
    valid_from = models.DateField("起始日")
    valid_to = models.DateField("终止日", null=True, blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "执法主体"
        ordering = ["division", "code"]
        constraints = [
            models.CheckConstraint(condition=Exact(Length("code"), 18), name="agencies_code_18"),
            models.CheckConstraint(condition=Exact(Length("division"), 6), name="agencies_division_6"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="agencies_valid_order",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=Kind.DELEGATED) | models.Q(parent__isnull=False),
                name="agencies_delegated_has_principal",
            ),
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="agencies_kind_known"),
            models.CheckConstraint(condition=models.Q(level__in=Level.values), name="agencies_level_known"),
            models.UniqueConstraint(
                fields=["doc_prefix"], condition=~models.Q(doc_prefix=""), name="agencies_doc_prefix_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def tier(self) -> str:
        """``city`` or ``county``: the level of the government to which it belongs, by its division."""
        return "city" if self.division.endswith("00") else "county"

    @property
    def division_name(self) -> str:
        """The name of its city or county."""
        return DIVISIONS.get(self.division, "其他行政区划")

    def exists_on(self, day: object) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class ImportRun(Sealed):
    """One workbook brought in (导入): what was found on trial, who confirmed it, and what it wrote.

    The workbook itself lies in the store under ``sha256`` and is read again on confirmation.
    """

    class Kind(models.TextChoices):
        AGENCIES = "agencies", "执法主体"
        OFFICERS = "officers", "执法人员"
        POWERS = "powers", "权责事项"

    class Status(models.TextChoices):
        TRIED = "tried", "已试算，尚未写入"
        CONFIRMED = "confirmed", "已导入"
        POSTS_CONFIRMED = "posts", "已导入，岗位已确认"
        DROPPED = "dropped", "已放弃"

    kind = models.CharField("种类", max_length=12, choices=Kind)
    status = models.CharField("状态", max_length=12, choices=Status, default=Status.TRIED)
    sha256 = models.CharField("工作簿摘要", max_length=64)
    original_name = models.CharField("文件名", max_length=200)
    found = models.JSONField("识别结果", default=dict)  # sheet, header row, column letters by key, unused headers
    counts = models.JSONField("数量", default=dict)  # new, changed, same, bad, posts, accounts
    differences = models.JSONField("前若干处变更", default=list)  # [{row, label, changes: [[field, old, new]]}]
    problems = models.JSONField("问题", default=list)  # [{row, column, header, sentence}]
    plan_digest = models.CharField("试算摘要", max_length=64, blank=True)
    made_by = models.BigIntegerField("经办人")
    made_by_name = models.CharField("经办人姓名", max_length=80, blank=True)
    made_at = models.DateTimeField("试算时间")
    confirmed_at = models.DateTimeField("确认时间", null=True)
    confirmed_by = models.BigIntegerField("确认人", null=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "导入"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["tried", "dropped"]) | models.Q(confirmed_at__isnull=False),
                name="agencies_import_confirmed_at",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.original_name}"
