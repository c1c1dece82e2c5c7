"""Render the documents whose printed form is still to be made."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lantai.documents import queries
from lantai.documents.tasks import render_waiting


class Command(BaseCommand):
    help = "为尚未排版的文书制作版式件"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seconds", type=float, default=20.0, help="最多工作多少秒")
        parser.add_argument("--dossier", type=int, default=0, help="只排版这一案卷的文书")

    def handle(self, *args: Any, **options: Any) -> None:
        made = render_waiting(options["seconds"], options["dossier"])
        done, every = queries.progress()
        if options["verbosity"]:
            self.stdout.write(f"本次排版 {made} 件；共 {every} 件，已完成 {done} 件")
