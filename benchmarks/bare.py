"""The other side of each ratio: plain Django doing the least that could be called the same."""

from __future__ import annotations

import functools
from typing import Any

from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.utils import timezone

from lantai.cases.models import Case


class BareCase(models.Model):
    number = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=200)
    agency_id = models.BigIntegerField(db_index=True)
    party = models.CharField(max_length=200)
    clue = models.TextField()
    stated = models.JSONField(default=dict)
    opened_at = models.DateTimeField()

    class Meta:
        app_label = "benchmarks"
        db_table = "bench_case"

    def __str__(self) -> str:
        return self.number


class BareAudit(models.Model):
    case_id = models.BigIntegerField(db_index=True)
    verb = models.CharField(max_length=80)
    actor_id = models.BigIntegerField()
    at = models.DateTimeField()
    detail = models.JSONField(default=dict)

    class Meta:
        app_label = "benchmarks"
        db_table = "bench_audit"

    def __str__(self) -> str:
        return self.verb


def tables() -> None:
    """The two tables, if they are not there."""
    with connection.schema_editor() as editor:
        for model in (BareCase, BareAudit):
            if model._meta.db_table not in connection.introspection.table_names():
                editor.create_model(model)


def create(number: str, actor: int, agency: int, said: dict[str, Any]) -> BareCase:
    """One row and one audit row in one transaction."""
    with transaction.atomic():
        made = BareCase._base_manager.create(
            number=number,
            title="未查验供货者许可证案",
            agency_id=agency,
            party="某公司",
            clue="日常检查发现",
            stated=said,
            opened_at=timezone.now(),
        )
        BareAudit._base_manager.create(case_id=made.pk, verb="create", actor_id=actor, at=timezone.now(), detail=said)
    return made


TABLE = (
    "<!doctype html><table>{% for c in cases %}<tr><td>{{ c.title }}</td><td>{{ c.number }}</td>"
    "<td>{{ c.standing_label }}</td><td>{{ c.next_due_on }}</td></tr>{% endfor %}</table>"
)


def listing(request: HttpRequest, agency: int, **narrowed: str) -> HttpResponse:
    """Twenty rows of one agency in a plain table, no middleware, no session, no related row."""
    cases = Case.objects.filter(agency_id=agency, **narrowed).order_by("-id")[:20]
    return HttpResponse(_table().render({"cases": cases}, request))


@functools.cache
def _table() -> Any:
    return engines["django"].from_string(TABLE)
