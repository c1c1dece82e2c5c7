"""人员: who acts for an agency, with which certificate and in which posts."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

from lantai.agencies.models import Agency, Field
from lantai.law.people import ADMINISTRATORS, Role
from lantai.ledger.models import Sealed

POSTS = [(r.value, r.label) for r in Role if r not in (Role.PARTY, Role.PLATFORM)]


class Sex(models.TextChoices):
    MALE = "男", "男"
    FEMALE = "女", "女"


class Person(Sealed):
    """One person in one agency (人员). Identity numbers are not kept: the certificate number identifies an officer."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="people", verbose_name="执法主体")
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
        verbose_name="账号",
    )
    name = models.CharField("姓名", max_length=80)
    sex = models.CharField("性别", max_length=1, choices=Sex, blank=True)
    unit = models.CharField("内设机构", max_length=80, blank=True)
    post_title = models.CharField("职务", max_length=80, blank=True)
    photo_sha256 = models.CharField("照片摘要", max_length=64, blank=True)
    legal_qualification = models.CharField("法律职业资格证书号", max_length=40, blank=True)
    first_review_on = models.DateField("首次从事法制审核之日", null=True, blank=True)
    left_on = models.DateField("离岗之日", null=True, blank=True)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "人员"
        ordering = ["agency_id", "id"]
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="personnel_name_given")]

    def __str__(self) -> str:
        return self.name

    def certificate_on(self, day: date) -> Certificate | None:
        """The certificate that holds on the day, otherwise the one that ends last."""
        held = list(self.certificates.all())
        return max(held, key=lambda c: (c.state_on(day) == "valid", c.valid_to), default=None)


class Certificate(Sealed):
    """An enforcement certificate (行政执法证). Its number never changes and is never used twice."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="certificates", verbose_name="持证人")
    number = models.CharField("执法证号", max_length=14, unique=True)
    valid_from = models.DateField("有效期起")
    valid_to = models.DateField("有效期止")
    fields = models.JSONField("执法领域", default=list)  # machine words, sorted; empty: all fields of the agency
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = "执法证"
        ordering = ["-valid_to", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__gte=models.F("valid_from")), name="personnel_certificate_order"
            )
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def field_labels(self) -> list[str]:
        """The enforcement fields in words; none means all fields of the agency."""
        return [str(Field(word).label) for word in self.fields]

    def state_on(self, day: date) -> str:
        """``valid``, ``suspended``, ``expired`` or ``future`` on a day; a key of CERTIFICATE_STATES."""
        if day > self.valid_to:
            return "expired"
        if day < self.valid_from:
            return "future"
        held = any(s.from_on <= day and (s.to_on is None or day <= s.to_on) for s in self.suspensions.all())
        return "suspended" if held else "valid"


CERTIFICATE_STATES = {
    "valid": ("有效", "ok"),
    "suspended": ("暂扣中", "bad"),
    "expired": ("已过期", "bad"),
    "future": ("未到有效期", "warn"),
    "": ("无执法证", ""),
}
"""States of a certificate in words, with the kind of tag that shows them."""


class CertificateSuspension(Sealed):
    """A time in which a certificate is withheld (暂扣); both days included, open while ``to_on`` is empty."""

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="suspensions", verbose_name="执法证")
    from_on = models.DateField("暂扣自")
    to_on = models.DateField("暂扣至", null=True, blank=True)
    reason = models.CharField("事由", max_length=200)

    class Meta:
        verbose_name = "执法证暂扣"
        ordering = ["-from_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
                name="personnel_suspension_order",
            ),
            models.UniqueConstraint(
                fields=["certificate"],
                condition=models.Q(to_on__isnull=True),
                name="personnel_one_open_suspension",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate_id} {self.from_on}"


class Post(Sealed):
    """A post (岗位) held by a person, both days included. One person holds at most one of the three administrations."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts", verbose_name="人员")
    role = models.CharField("岗位", max_length=24, choices=POSTS)
    from_on = models.DateField("任岗之日")
    to_on = models.DateField("离岗之日", null=True, blank=True)

    class Meta:
        verbose_name = "岗位"
        ordering = ["person_id", "from_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_on__isnull=True) | models.Q(to_on__gte=models.F("from_on")),
                name="personnel_post_order",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[value for value, _ in POSTS]), name="personnel_post_known"
            ),
            models.UniqueConstraint(
                fields=["person", "role"], condition=models.Q(to_on__isnull=True), name="personnel_post_once"
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(to_on__isnull=True, role__in=[r.value for r in ADMINISTRATORS]),
                name="personnel_three_administrators_apart",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.get_role_display()}"
