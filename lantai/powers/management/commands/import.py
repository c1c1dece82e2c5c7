"""``lantai import``: a workbook of agencies, officers or powers, tried first and written when told so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lantai.agencies import commands as agencies
from lantai.agencies import queries as runs
from lantai.agencies.models import ImportRun
from lantai.law.people import Actor, Role
from lantai.law.refusals import Conflict, Malformed, Refused
from lantai.ledger import store
from lantai.personnel import queries as personnel
from lantai.personnel.commands import imports as officers
from lantai.powers.registers import REGISTERS
from lantai.web.workbook.sheets import LIMIT_BYTES

WORDS = {"new": "新增", "changed": "变更", "same": "不变", "bad": "有问题的行", "posts": "待确认的岗位"}
SHOWN = 50


class Command(BaseCommand):
    help = "从 Excel 导入执法主体（agencies）、执法人员（officers）、权责事项（powers），或者确认导入的岗位（posts）"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", choices=[*REGISTERS, "posts"], help="导入什么")
        parser.add_argument("file", help="工作簿（.xlsx）；posts 时填导入编号")
        parser.add_argument("--confirm", action="store_true", help="试算后写入（有问题时不写入）")
        parser.add_argument("--good-part-only", action="store_true", help="只写入没有问题的行")
        parser.add_argument("--as", dest="username", default="", help="以哪个管理员的登录名办理；只有一名时可以不填")
        parser.add_argument("--problems", default="", help="把带“问题”列的工作簿写到这个文件")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["kind"] == "posts":
                self._posts(options)
            else:
                self._register(options)
        except (Refused, Conflict, Malformed) as wrong:
            raise CommandError(str(wrong)) from wrong

    def _register(self, options: dict[str, Any]) -> None:
        register = REGISTERS[options["kind"]]
        actor = _administrator(Role.SYSTEM_ADMIN, options["username"])
        path = Path(options["file"])
        if not path.is_file():
            raise CommandError(f"没有这个文件：{path}")
        with path.open("rb") as stream:
            workbook = store.receive(stream, limit=LIMIT_BYTES)
        trial = register.trial(actor, workbook.sha256)
        run = agencies.keep_trial(
            actor=actor, kind=register.kind, workbook=workbook, original_name=path.name, trial=trial
        )
        self._tell(run)
        if options["problems"] and run.problems:
            Path(options["problems"]).write_bytes(runs.problem_workbook(actor, run))
            self.stdout.write(f"带“问题”列的工作簿：{options['problems']}")
        if not options["confirm"]:
            self.stdout.write("只是试算，没有写入。加 --confirm 写入。")
            return
        register.confirm(actor=actor, run=run, good_part_only=options["good_part_only"])
        self.stdout.write(self.style.SUCCESS(f"已写入{register.label}。"))
        if run.counts.get("posts"):
            self.stdout.write(f"岗位尚未生效：请安全管理员执行 lantai import posts {run.pk}，或者在页面上确认。")

    def _posts(self, options: dict[str, Any]) -> None:
        actor = _administrator(Role.SECURITY_ADMIN, options["username"])
        if not options["file"].isdigit():
            raise CommandError("请填写导入编号，例如 lantai import posts 3")
        run = runs.runs(actor).filter(pk=int(options["file"])).first()
        if run is None:
            raise CommandError("没有这个编号的导入")
        officers.confirm_posts(actor=actor, run=run)
        self.stdout.write(self.style.SUCCESS("岗位已生效。"))

    def _tell(self, run: ImportRun) -> None:
        self.stdout.write(
            f"导入编号 {run.pk}：" + "，".join(f"{WORDS[k]} {n}" for k, n in run.counts.items() if k in WORDS)
        )
        for difference in run.differences:
            for header, old, new in difference["changes"]:
                self.stdout.write(f"  第 {difference['row']} 行 {difference['label']} {header}：{old} → {new}")
        for problem in run.problems[:SHOWN]:
            place = f"{problem['column']} 列（{problem['header']}）" if problem["column"] else ""
            self.stdout.write(
                self.style.ERROR(f"  {problem['sheet']} 第 {problem['row']} 行 {place}：{problem['sentence']}")
            )
        if len(run.problems) > SHOWN:
            self.stdout.write(f"  ……另有 {len(run.problems) - SHOWN} 处问题，见带“问题”列的工作簿")
        for note in run.found.get("notes", []):
            self.stdout.write(f"  注意：{note}")


def _administrator(role: Role, username: str) -> Actor:
    """Who acts on this console: the administrator named, or the only one there is."""
    found = [a for name, a in personnel.administrators(role) if username in ("", name)]
    if len(found) != 1:
        raise CommandError(f"请用 --as 写明{role.label}的登录名" if len(found) > 1 else f"没有在岗的{role.label}")
    return found[0]
