"""Make a trial certificate for the seal of an agency. It has no legal force and says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantai.agencies.models import Agency
from lantai.documents.sealing import is_kept, trial
from lantai.ledger import clock


class Command(BaseCommand):
    help = "为一个执法主体制作测试印章证书（只供演示和测试，没有法律效力）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="执法主体的统一社会信用代码")

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.LANTAI_DEMO or settings.DEBUG):
            raise CommandError("这里不是演示环境，不能使用测试印章。请向电子印章管理机构申领证书，放入印章文件夹")
        agency = Agency.objects.filter(code=options["code"]).first()
        if agency is None:
            raise CommandError("没有登记这个执法主体")
        if is_kept(agency.code):
            raise CommandError("这个执法主体已经有印章证书，没有改动")
        file = trial.make(Path(settings.LANTAI_SEALS), agency.code, agency.name, clock.now())
        self.stdout.write(f"已为{agency.name}制作测试印章证书：{file}")
