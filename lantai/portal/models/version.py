"""The publication version: what makes every stored page of the portal fall at once."""

from __future__ import annotations

from django.db import models


class PublicationVersion(models.Model):
    """One row: the number that every portal command raises in its own transaction. Cached pages carry it."""

    number = models.BigIntegerField("公示版本", default=0)

    class Meta:
        verbose_name = "公示版本"

    def __str__(self) -> str:
        return str(self.number)
