"""``lantai demo``: a made-up city on an empty data folder, by the commands that a real one uses."""

from __future__ import annotations

import gc
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantai.accounts import queries as accounts
from lantai.agencies.models import Agency
from lantai.demo import inspecting, making, takings
from lantai.demo.city import BY_KEY, FIRST
from lantai.demo.tasks import go_on
from lantai.documents.sealing import is_kept, trial
from lantai.ledger import clock

VALID_BEFORE = timedelta(days=30)  # a document of the last weeks can be sealed on its day


class Command(BaseCommand):
    help = "在空的数据文件夹里生成演示城市（人员、单位、案件均为虚构）；中断后再次执行即接着生成"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="一次生成全部；不加时其余部分由后台作业接着生成")

    def handle(self, *args: Any, **options: Any) -> None:
        started = (making.folder() / "day").exists()
        if not started and (Agency.objects.exists() or not accounts.none_yet()):
            raise CommandError("数据文件夹里已有正式数据，不能在其中生成演示城市")
        making.folder().mkdir(parents=True, exist_ok=True)
        settings.LANTAI_DEMO = True
        usual = gc.get_threshold()
        gc.set_threshold(50_000)  # many short-lived rows, few of them in circles
        began, today = time.monotonic(), making.day_of_city()
        making.make_registers(today, self._say)
        self._seals()
        for part in making.missing(today):
            if options["all"] or (part.seat.key in FIRST and not part.later):
                made = making.make(part, today)
                have, of = making.counts()
                self._say(f"案件 {have} 件，共 {of} 件（{part.seat.name}，{time.monotonic() - began:.0f} 秒）")
                for line in made.refused:
                    self.stdout.write(self.style.ERROR(f"  未能办理：{line}"))
        gc.set_threshold(*usual)
        if options["all"]:
            self._finish(today)
        else:
            go_on.enqueue()

    def _seals(self) -> None:
        """Trial seals for the agencies whose cases are there first, so that a head can seal a document."""
        for seat in (BY_KEY[key] for key in FIRST):
            agency = Agency.objects.get(name=seat.name)
            if not is_kept(agency.code):
                trial.make(Path(settings.LANTAI_SEALS), agency.code, agency.name, clock.now() - VALID_BEFORE)

    def _finish(self, today: date) -> None:
        for seat in takings.lacking(today):
            for line in takings.make(seat, today):
                self.stdout.write(self.style.ERROR(f"  未能办理：{line}"))
            self._say(f"行政征收征用案件（{BY_KEY[seat].name}）")
        if inspecting.draw(today):
            self._say("双随机抽查已经抽签公示")
        self._say(f"上年度统计年报 {making.report(today)} 份已经定稿公示")
        while making.photograph_next():
            pass
        self._say("执法人员照片已经生成")
        while making.archive_next(today):
            pass
        self._say("案卷已经归档")

    def _say(self, line: str) -> None:
        self.stdout.write(f"  {line}")
