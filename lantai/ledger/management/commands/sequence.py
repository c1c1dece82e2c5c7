"""``lantai sequence``: gives waiting entries their place in the tree and signs checkpoints, once or until stopped."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections

from lantai.ledger import sequencer


class Command(BaseCommand):
    help = "把待编入的存证编入存证树并签署检查点"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="只办一次：全部编入，并立即签署")
        parser.add_argument("--interval", type=float, default=1.0, help="循环办理时每两次之间的秒数")

    def handle(self, *args: Any, once: bool, interval: float, **options: Any) -> None:
        try:
            if once:
                self._say(sequencer.checkpoint())
                return
            while True:
                close_old_connections()
                if (made := sequencer.run_once()) is not None:
                    self._say(made)
                time.sleep(interval)
        except sequencer.Inconsistent as error:
            raise CommandError(
                f"存证树与先前签署的检查点不一致，没有签署：{error}。请运行 lantai verify 查明"
            ) from error
        except KeyboardInterrupt:
            return

    def _say(self, made: Any) -> None:
        if made is None:
            self.stdout.write("存证日志还没有记录。")
        else:
            self.stdout.write(f"第 {made.number} 号检查点，{made.size} 条记录，根散列 {bytes(made.root).hex()}")
