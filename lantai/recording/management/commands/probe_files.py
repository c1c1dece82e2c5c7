"""Look at pictures, sound and film on file that no job has looked at yet."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lantai.recording import queries
from lantai.recording.tasks import probe


class Command(BaseCommand):
    help = "检测尚未检测的图片、录音、录像"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--most", type=int, default=10, help="一次最多检测多少个文件")

    def handle(self, *args: Any, **options: Any) -> None:
        for sha256 in queries.unprobed(options["most"]):
            probe.call(sha256)
