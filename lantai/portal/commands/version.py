"""The publication version is raised inside every portal command, so that no stored page outlives what it shows."""

from __future__ import annotations

from django.db import transaction

from lantai.ledger.act import put
from lantai.portal.models import PublicationVersion
from lantai.portal.queries.version import forget_version


def _raise_version() -> None:
    """One more. Locks the one row, so that portal commands run one after the other."""
    row = PublicationVersion.objects.select_for_update().filter(pk=1).first() or PublicationVersion(pk=1)
    row.number += 1
    put(row)
    transaction.on_commit(forget_version, robust=True)
