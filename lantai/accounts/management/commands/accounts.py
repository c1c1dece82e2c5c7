"""``lantai accounts``: the accounts of a demonstration; on an installation without anybody, the link of the founder."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.urls import reverse

from lantai.accounts import commands, queries


class Command(BaseCommand):
    help = "列出演示账号；首任管理员还没有设置时，给出一次性设置链接（旧链接随即作废）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="平台地址，写在链接前面")

    def handle(self, *args: Any, **options: Any) -> None:
        if demo := queries.demo_accounts():
            self.stdout.write("演示账号（人员、单位、案件均为虚构）：")
            for held in demo:
                self.stdout.write(f"  {held.username:<16}{held.password:<16}{held.post}　{held.name}　{held.agency}")
        elif queries.awaits_founder():
            token = commands.create_first_administrator(actor=None)
            link = options["address"] + reverse("accounts:setup", args=[token])
            self.stdout.write("还没有管理员。请用下面的链接设置首任管理员（72 小时内有效，只能用一次）：")
            self.stdout.write(f"  {link}")
