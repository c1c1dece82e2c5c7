"""``lantai verify``: compares everything the database holds with the log and names the first difference."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lantai.ledger import verification


class Command(BaseCommand):
    help = "核对数据库、文件与存证，指出第一处不符（退出码：0 相符，1 不符）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--files", action="store_true", help="逐个重新计算收存文件的摘要（SHA-256 和 SM3）")
        parser.add_argument("--all", action="store_true", help="列出全部不符之处（最多 100 处），不只第一处")

    def handle(self, *args: Any, files: bool, all: bool, **options: Any) -> None:
        report = verification.run(files=files)
        for line in report.lines():
            self.stdout.write(line)
        if all:
            for finding in report.findings:
                self.stdout.write(f"· {finding.sentence}（表 {finding.table}，主键 {finding.pk or '无'}）")
        if not report.ok:
            raise SystemExit(1)
