"""账号: who may sign in. A person, a post and an agency are the business of ``personnel``; here are only the keys to the door."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from lantai.ledger.models import Sealed


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts for Django's sessions. Accounts are made by ``accounts.commands`` only."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(username=username)


class Account(AbstractBaseUser, Sealed):
    """A sign-in name (账号) of one person. Never shared, never deleted: it is deactivated.

    The password hash is sealed, so that a hash exchanged in the database is found by ``lantai verify``.
    ``setup_digest``  SHA-256 of the one-time link by which the holder chooses the first password.
    ``is_founder``    made on an empty installation; administers only until a system administrator is appointed.
    """

    unsealed = ("last_login",)

    username = models.CharField("登录名", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=80)
    is_active = models.BooleanField("启用", default=True)
    is_founder = models.BooleanField("首任管理员", default=False)
    must_change_password = models.BooleanField("须修改密码", default=False)
    setup_digest = models.CharField("设置链接摘要", max_length=64, blank=True, db_index=True)
    setup_until = models.DateTimeField("设置链接有效期至", null=True)
    made_at = models.DateTimeField("开户时间")

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = "账号"
        ordering = ["username"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_founder"], condition=models.Q(is_founder=True), name="accounts_one_founder"
            ),
            models.CheckConstraint(condition=~models.Q(username=""), name="accounts_username_given"),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.username}）"


class SignInAttempt(models.Model):
    """One password that was compared (登录尝试). Written before the comparison, so that haste gains no sixth guess.

    ``bucket``   keyed digest of the name tried, or of name and known device; never the name itself.
    ``address``  keyed digest of the network address (IPv6: of its /64).
    """

    bucket = models.CharField("账号摘要", max_length=64)
    address = models.CharField("地址摘要", max_length=64)
    at = models.DateTimeField("时间")
    succeeded = models.BooleanField("成功", default=False)

    class Meta:
        verbose_name = "登录尝试"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["bucket", "at"], name="accounts_attempt_bucket"),
            models.Index(fields=["address", "at"], name="accounts_attempt_address"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%F %T}"
