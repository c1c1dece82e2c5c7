"""存证: what the tamper-evident log keeps.

Nothing here is ever changed or deleted; database triggers refuse it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from django.db import models

from lantai.ledger.canon import kept_type, plain_value


class Sealed(models.Model):
    """A row whose content is sealed in the log by every command that writes it (``act.put``).

    ``unsealed`` names fields that are projections for lists and may be recomputed at any time.
    """

    unsealed: tuple[str, ...] = ()

    class Meta:
        abstract = True

    @classmethod
    def sealed_fields(cls) -> list[models.Field[Any, Any]]:
        return [f for f in cls._meta.concrete_fields if f.name not in cls.unsealed and not f.generated]

    def sealed_values(self) -> dict[str, Any]:
        """The sealed columns in a form that is the same for the row just saved and the row read again
        later.
        """
        columns, held = _sealed_columns(type(self))
        return {
            name: value if value is None or type(value) is kept else plain_value(column, value)
            for (name, kept, column), value in zip(columns, held(self), strict=True)
        }


_Sealing = tuple[tuple[tuple[str, type | None, models.Field[Any, Any]], ...], Callable[[Any], tuple[Any, ...]]]


@functools.cache
def _sealed_columns(model: type[Sealed]) -> _Sealing:
    """Name, type that needs no conversion, and field of each sealed column; and what a row holds in them."""
    columns = tuple((f.attname, kept_type(f), f) for f in model.sealed_fields())
    names = [name for name, _, _ in columns]
    only = attrgetter(*names)
    return columns, only if len(names) > 1 else lambda row: (only(row),)


class Entry(models.Model):
    """One command done (outbox row): its canonical body is what the tree hashes.

    Written in the command's transaction. It is looked up by noun and by key only: every index is paid for by every command.
    """

    act = models.UUIDField("行为编号")
    verb = models.CharField("事项", max_length=80)
    actor_id = models.BigIntegerField("人员", null=True)
    agency_id = models.BigIntegerField("机关", null=True)
    subject = models.CharField("对象", max_length=120, db_index=True)
    at = models.DateTimeField("时间")
    key = models.CharField("防重复键", max_length=100, unique=True, null=True)
    body = models.TextField("存证正文")

    class Meta:
        verbose_name = "存证记录"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id} {self.verb} {self.subject}"


class Detail(models.Model):
    """The salt and readable detail of an entry, kept apart so that it can be erased and old proofs still
    hold.
    """

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, verbose_name="存证记录")
    salt = models.CharField("盐", max_length=64)
    detail = models.TextField("内容")  # canonical JSON

    class Meta:
        verbose_name = "存证内容"

    def __str__(self) -> str:
        return str(self.entry_id)


class Erasure(Sealed):
    """The order under which the detail of an entry was erased.

    Without it the database refuses the deletion.
    """

    entry = models.OneToOneField(Entry, models.PROTECT, verbose_name="存证记录", related_name="erasure")
    basis = models.CharField("依据", max_length=200)
    reason = models.CharField("理由", max_length=500)
    made_at = models.DateTimeField("删除时间")

    class Meta:
        verbose_name = "存证内容删除"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.basis}"


class Waiting(models.Model):
    """An entry that the sequencer has not folded into the tree yet: a queue, emptied within seconds."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, verbose_name="存证记录")

    class Meta:
        verbose_name = "待编入"

    def __str__(self) -> str:
        return str(self.entry_id)


class Leaf(models.Model):
    """The place of an entry in the tree, given once by the sequencer: index from 0 and leaf hash (RFC
    6962).
    """

    index = models.BigIntegerField("序号", primary_key=True)
    entry = models.OneToOneField(Entry, models.PROTECT, verbose_name="存证记录", related_name="leaf")
    hash = models.BinaryField("叶散列", max_length=32)

    class Meta:
        verbose_name = "树叶"
        ordering = ["index"]

    def __str__(self) -> str:
        return str(self.index)


class Node(models.Model):
    """The root of a complete subtree of 2^level leaves (level ≥ 1); ``index`` counts from the left."""

    pk = models.CompositePrimaryKey("level", "index")
    level = models.SmallIntegerField("层")
    index = models.BigIntegerField("序号")
    hash = models.BinaryField("散列", max_length=32)

    class Meta:
        verbose_name = "树节点"

    def __str__(self) -> str:
        return f"{self.level}/{self.index}"


class Checkpoint(models.Model):
    """A signed tree head (检查点): C2SP tlog-checkpoint with an Ed25519 line and a timestamped line of the
    log.
    """

    number = models.BigIntegerField("编号", primary_key=True)
    origin = models.CharField("日志名称", max_length=200)
    size = models.BigIntegerField("记录数", unique=True)
    root = models.BinaryField("根散列", max_length=32)
    at = models.DateTimeField("签署时间")
    note = models.TextField("签名文本")

    class Meta:
        verbose_name = "检查点"
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}（{self.size}）"

    @property
    def short_root(self) -> str:
        """The beginning of the root in hexadecimal digits, enough for people to compare."""
        return bytes(self.root).hex()[:16]


class StoredObject(Sealed):
    """A file in the store under its SHA-256. Its bytes never change."""

    sha256 = models.CharField("SHA-256", max_length=64, primary_key=True)
    sm3 = models.CharField("SM3", max_length=64)
    size = models.BigIntegerField("字节数")
    media_type = models.CharField("媒体类型", max_length=100)
    made_at = models.DateTimeField("收存时间")

    class Meta:
        verbose_name = "收存文件"
        ordering = ["made_at"]

    def __str__(self) -> str:
        return self.sha256


class VerificationRun(Sealed):
    """A verification (核对) that was asked for and, once it ran, what it found. ``findings``: sentence, table, pk, index."""

    asked_at = models.DateTimeField("发起时间")
    asked_by = models.BigIntegerField("发起人员", null=True)  # None: the platform, by the clock
    asked_by_name = models.CharField("发起人姓名", max_length=80, blank=True)
    with_files = models.BooleanField("重新计算文件摘要", default=False)
    finished_at = models.DateTimeField("完成时间", null=True)
    checked = models.JSONField("已核对", default=dict)
    found = models.IntegerField("不符处数", null=True)
    findings = models.JSONField("不符之处", default=list)

    class Meta:
        verbose_name = "核对记录"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.asked_at:%F %T} {self.found}"


class RefusedAttempt(models.Model):
    """A command that a gate refused: who tried what and which gates answered. Supervision reads it."""

    at = models.DateTimeField("时间", db_index=True)
    verb = models.CharField("事项", max_length=80)
    actor_id = models.BigIntegerField("人员", null=True)
    actor_name = models.CharField("姓名", max_length=80, blank=True)
    agency_id = models.BigIntegerField("机关", null=True, db_index=True)
    subject = models.CharField("对象", max_length=120, blank=True, db_index=True)
    gates = models.JSONField("门槛")  # [{gate, basis, reason, remedy}]

    class Meta:
        verbose_name = "被拦截的行为"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.at:%F %T} {self.verb}"
