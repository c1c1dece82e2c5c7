"""Count the stored terms and lamps of open cases anew where another working calendar is in force or a recording was filed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lantai.cases import queries
from lantai.cases.tasks import reckon_recorded, reckon_waiting


class Command(BaseCommand):
    help = "工作日历有变或者补入音像资料的，重算在办案件的期限和指示灯"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seconds", type=float, default=30, help="一次最多办理多少秒")

    def handle(self, *args: Any, **options: Any) -> None:
        reckon_recorded()
        if reckon_waiting(options["seconds"]):
            done, every = queries.calendar_progress()
            print(f"期限重算：已完成 {done} 件，共 {every} 件", flush=True)
