"""Render a specimen of every kind of document and sheets of their pages, for looking at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantai.documents.typesetting import contact_sheet
from lantai.law.documents import KINDS


class Command(BaseCommand):
    help = "把每种文书用样例案件排成 PDF 和 DOCX，并拼出样张供查看"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="存放样张的文件夹")
        parser.add_argument("--kind", nargs="*", default=[], help="只做这些种类（代码）")
        parser.add_argument("--all-pages", action="store_true", help="拼入每一页，不只是首页")

    def handle(self, *args: Any, **options: Any) -> None:
        if unknown := [code for code in options["kind"] if code not in KINDS]:
            raise CommandError(f"没有这种文书：{'、'.join(unknown)}")
        folder: Path = options["folder"]
        folder.mkdir(parents=True, exist_ok=True)
        shown: list[tuple[str, bytes]] = []
        count = 0
        for made in contact_sheet.specimens(tuple(options["kind"])):
            count += 1
            (folder / f"{made.code}.pdf").write_bytes(made.pdf)
            (folder / f"{made.code}.docx").write_bytes(made.docx)
            pages = made.pages if options["all_pages"] else made.pages[:1]
            shown += [(f"{made.title} {n}/{len(made.pages)}", page) for n, page in enumerate(pages, 1)]
        names = []
        for n, sheet in enumerate(contact_sheet.sheets(shown), 1):
            names.append(f"sheet-{n:02d}.png")
            (folder / names[-1]).write_bytes(sheet)
        self.stdout.write(f"共 {count} 种文书，样张 {len(names)} 张：{folder}")
