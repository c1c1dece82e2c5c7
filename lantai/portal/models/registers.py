"""事前公示: agencies, officers, powers, procedures, reports; and the marks by which a paper document is checked."""

from __future__ import annotations

from datetime import date

from django.db import models

from lantai.ledger.models import Sealed


class PublishedAgency(Sealed):
    """An enforcement subject as the public sees it."""

    code = models.CharField("统一社会信用代码", max_length=18, unique=True)
    name = models.CharField("名称", max_length=120)
    short_name = models.CharField("简称", max_length=40)
    kind = models.CharField("主体性质", max_length=20)
    division = models.CharField("行政区划代码", max_length=6)
    division_name = models.CharField("行政区划", max_length=40)
    field = models.CharField("执法领域", max_length=40)
    principal = models.CharField("上级或者委托机关", max_length=120, blank=True)
    duties = models.TextField("职责", blank=True)
    basis = models.TextField("设立或者授权依据", blank=True)
    address = models.CharField("地址", max_length=200, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    hours = models.CharField("办公时间", max_length=120, blank=True)
    valid_to = models.DateField("终止日", null=True)
    published_on = models.DateField("公示日期")

    class Meta:
        verbose_name = "执法主体公示"
        ordering = ["division", "code"]

    def __str__(self) -> str:
        return self.name

    @property
    def address_of(self) -> str:
        return f"/agencies/{self.code}/"


class PublishedOfficer(Sealed):
    """An enforcement officer as the public sees it: photo, certificate number, unit, validity."""

    certificate = models.CharField("执法证号", max_length=20, unique=True)
    name = models.CharField("姓名", max_length=80)
    agency_code = models.CharField("执法机关统一社会信用代码", max_length=18, db_index=True)
    agency_name = models.CharField("执法机关", max_length=120)
    unit = models.CharField("内设机构", max_length=80, blank=True)
    fields = models.JSONField("执法领域", default=list)
    photo_sha256 = models.CharField("照片摘要", max_length=64, blank=True)
    photo_type = models.CharField("照片类型", max_length=40, blank=True)
    valid_from = models.DateField("有效期起")
    valid_to = models.DateField("有效期止")
    suspended = models.JSONField("暂扣", default=list)  # [[from, to or null]]
    left_on = models.DateField("离岗之日", null=True)
    published_on = models.DateField("公示日期")

    class Meta:
        verbose_name = "执法人员公示"
        ordering = ["agency_code", "certificate"]

    def __str__(self) -> str:
        return self.certificate

    def standing(self, day: date) -> tuple[bool, str]:
        """Whether the certificate entitles on the day, and one plain sentence why (not)."""
        if self.left_on is not None and day >= self.left_on:
            return False, "持证人已经离岗"
        if day < self.valid_from:
            return False, "执法证尚未生效"
        if day > self.valid_to:
            return False, "执法证已经过期"
        for start, end in self.suspended:
            if date.fromisoformat(start) <= day and (not end or day <= date.fromisoformat(end)):
                return False, "执法证正在暂扣期间"
        return True, "执法证在有效期内"


class PublishedProcedure(Sealed):
    """A released procedure: the chart and its words, with the digest that was signed and that runs."""

    code = models.CharField("程序", max_length=60)
    label = models.CharField("程序名称", max_length=120)
    number = models.PositiveSmallIntegerField("版本")
    kind = models.CharField("执法种类", max_length=20)
    digest = models.CharField("内容摘要", max_length=64)
    chart = models.TextField("流程图")
    steps = models.JSONField("文字步骤", default=list)
    signed_by = models.CharField("合法性审核人", max_length=120, blank=True)
    signed_on = models.DateField("合法性审核日期", null=True)
    published_on = models.DateField("公示日期")

    class Meta:
        verbose_name = "执法程序公示"
        ordering = ["code", "-number"]
        constraints = [models.UniqueConstraint(fields=["code", "number"], name="portal_procedure_once")]

    def __str__(self) -> str:
        return f"{self.label} 第{self.number}版"


class PublishedPower(Sealed):
    """A power (权责事项) with its provisions to the item, its discretion tiers and the procedures it runs under.

    ``bases``  [{role, statute, article, paragraph, item, words}]; ``tiers`` [{tier, conditions, range, source}].
    """

    agency_code = models.CharField("执法机关统一社会信用代码", max_length=18)
    agency_name = models.CharField("实施主体", max_length=120)
    code = models.CharField("事项编码", max_length=40)
    name = models.CharField("事项名称", max_length=300)
    kind = models.CharField("类别", max_length=20)
    field = models.CharField("执法领域", max_length=40)
    level = models.CharField("行使层级", max_length=20, blank=True)
    conditions = models.TextField("适用情形", blank=True)
    bases = models.JSONField("依据", default=list)
    tiers = models.JSONField("裁量基准", default=list)
    procedures = models.JSONField("适用程序", default=list)
    valid_from = models.DateField("起始日")
    valid_to = models.DateField("终止日", null=True)
    digest = models.CharField("内容摘要", max_length=64)
    published_on = models.DateField("公示日期")
    number = models.PositiveIntegerField("公示版次", default=1)

    class Meta:
        verbose_name = "权责事项公示"
        ordering = ["agency_code", "kind", "code"]
        constraints = [models.UniqueConstraint(fields=["agency_code", "code"], name="portal_power_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        return f"/powers/{self.agency_code}/{self.code}/"


class PublishedReport(Sealed):
    """行政执法统计年报 of one agency and year. ``tables``: [{code, title, columns, rows, notes}]; ``text`` paragraphs."""

    agency_code = models.CharField("执法机关统一社会信用代码", max_length=18)
    agency_name = models.CharField("执法机关", max_length=120)
    year = models.PositiveSmallIntegerField("年度")
    tables = models.JSONField("数据表", default=list)
    text = models.JSONField("情况说明", default=list)
    digest = models.CharField("内容摘要", max_length=64)
    number = models.PositiveIntegerField("版次", default=1)
    reason = models.CharField("更正理由", max_length=500, blank=True)
    published_on = models.DateField("公示日期")

    class Meta:
        verbose_name = "行政执法统计年报"
        ordering = ["-year", "agency_code"]
        constraints = [models.UniqueConstraint(fields=["agency_code", "year"], name="portal_report_once")]

    def __str__(self) -> str:
        return f"{self.agency_name}{self.year}年"

    @property
    def address(self) -> str:
        return f"/reports/{self.year}/{self.agency_code}/"


class DocumentMark(Sealed):
    """文书核验标记: what the code under a served document tells anyone who checks it. No party, no content."""

    class State(models.TextChoices):
        GENUINE = "真实", "真实"
        REPLACED = "已更正", "已更正"
        VOID = "已撤销", "已撤销"

    code = models.CharField("核验码", max_length=12, unique=True)
    title = models.CharField("文书名称", max_length=200)
    reference = models.CharField("文号", max_length=80, blank=True, db_index=True)
    agency_name = models.CharField("制作机关", max_length=120)
    issued_on = models.DateField("成文日期")
    digest = models.CharField("内容摘要", max_length=64, db_index=True)
    file_digest = models.CharField("版式文件摘要", max_length=64, blank=True, db_index=True)
    state = models.CharField("状态", max_length=8, choices=State, default=State.GENUINE)
    note = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        verbose_name = "文书核验标记"

    def __str__(self) -> str:
        return self.code
