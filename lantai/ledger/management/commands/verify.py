"""``lantai verify``: compares everything the database holds with the log and names the first difference."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from lantai.ledger import commands, tasks, verification


def _is_alone() -> bool:
    """Whether a second process can see what we see: not inside a transaction, not a database in memory."""
    return not connection.in_atomic_block and "memory" not in str(connection.settings_dict["NAME"])


class Command(BaseCommand):
    help = "核对数据库、文件与存证，指出第一处不符（退出码：0 相符，1 不符）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--files", action="store_true", help="逐个重新计算收存文件的摘要（SHA-256 和 SM3）")
        parser.add_argument("--all", action="store_true", help="列出全部不符之处（最多 100 处），不只第一处")

        parser.add_argument("--record", action="store_true", help="结果登记在“存证完整性”页（供定时运行）")

    def handle(self, *args: Any, files: bool, all: bool, record: bool, **options: Any) -> None:
        if record:
            done = tasks.carry_out(commands.ask_verification(actor=None, with_files=files))
            if done.found:
                raise CommandError(f"核对发现 {done.found} 处不符，第一处：{done.findings[0]['sentence']}")
            return
        report = verification.run(files=files, side_by_side=_is_alone())
        for line in report.lines():
            self.stdout.write(line)
        if all:
            for finding in report.findings:
                self.stdout.write(f"· {finding.sentence}（表 {finding.table}，主键 {finding.pk or '无'}）")
        if not report.ok:
            raise SystemExit(1)
