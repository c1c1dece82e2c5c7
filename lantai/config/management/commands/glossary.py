"""``lantai glossary``."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantai.config import glossary


class Command(BaseCommand):
    help = "由程序生成术语对照表 docs/glossary.md；--check 只比较"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="只比较，不写入；不一致时以失败结束")

    def handle(self, *args: Any, **options: Any) -> None:
        file = settings.ROOT / "docs" / "glossary.md"
        text = glossary.text()
        if options["check"]:
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                raise CommandError("docs/glossary.md 与程序不一致，请运行 lantai glossary")
            return
        file.write_text(text, encoding="utf-8")
        self.stdout.write(f"已写入 {file.relative_to(settings.ROOT)}")
