"""``lantai laws import 文件夹`` and ``lantai laws check``."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lantai.law.statute_text import UnreadableStatuteError, parse
from lantai.portal.commands.laws import put_statute
from lantai.portal.models import PublishedStatute
from lantai.portal.queries import citations


class Command(BaseCommand):
    help = "导入和核对法律文本"

    def add_arguments(self, parser: ArgumentParser) -> None:
        words = parser.add_subparsers(dest="word", required=True, title="做什么")
        bring = words.add_parser("import", help="从文件夹导入法律文本（标题(公布日期).md）")
        bring.add_argument("folder", type=Path, help="文件夹")
        words.add_parser("check", help="核对本平台引用的每一条是否存在")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["word"] == "import":
            self._import(options["folder"])
        self._check()

    def _import(self, folder: Path) -> None:
        files = sorted(folder.glob("*.md")) if folder.is_dir() else []
        if not files:
            raise CommandError(f"{folder} 里没有 .md 文件")
        before = set(PublishedStatute.objects.values_list("pk", "digest"))
        unreadable = []
        for file in files:
            try:
                put_statute(actor=None, text=parse(file.read_text(encoding="utf-8"), file.name))
            except (UnreadableStatuteError, UnicodeDecodeError) as error:
                unreadable.append(f"{file.name}：{error}")
        new = set(PublishedStatute.objects.values_list("pk", "digest")) - before
        self.stdout.write(
            f"读了 {len(files)} 个文件，新载入或者更新 {len(new)} 个，未变 {len(files) - len(unreadable) - len(new)} 个"
        )
        for sentence in unreadable:
            self.stderr.write(f"没有载入 {sentence}")

    def _check(self) -> None:
        cited = citations.citations()
        found = citations.check(cited)
        statutes = sorted({b.statute.short for b in found.not_loaded})
        self.stdout.write(
            f"本平台引用 {len(cited)} 处条文：对上 {len(found.resolved)} 处，对不上 {len(found.wrong)} 处，"
            f"没有文本可对 {len(found.not_loaded)} 处（{len(statutes)} 部：{'、'.join(statutes)}）"
        )
        for basis in found.wrong:
            self.stderr.write(f"对不上 {basis}（{basis.key}），见 {cited[basis]}")
        if found.wrong:
            raise CommandError(f"有 {len(found.wrong)} 处引用对不上")
