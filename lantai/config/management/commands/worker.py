"""``lantai worker``."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from lantai.config import worker


class Command(BaseCommand):
    help = "运行后台作业、存证定序和定时事项，直到收到停止信号"

    def handle(self, *args: Any, **options: Any) -> None:
        worker.run()
