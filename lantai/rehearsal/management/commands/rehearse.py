"""lantai rehearse: play stories with dates against the real procedures on a scratch database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lantai.rehearsal.reading import Unreadable, read_file
from lantai.rehearsal.rehearsing import Report, rehearse
from lantai.rehearsal.scratch import scratch_database

STORIES = Path(__file__).resolve().parents[2] / "stories"


class Command(BaseCommand):
    help = "演练：按脚本逐日办理，报告准予、拦截和各项期限；与预期不符时返回非零"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, help="演练脚本（YAML）")
        parser.add_argument("--all", action="store_true", help="演练随程序附带的全部脚本")
        parser.add_argument("--json", action="store_true", help="以 JSON 输出")

    def handle(self, *args: Any, **options: Any) -> None:
        files: list[Path] = list(options["files"])
        if options["all"]:
            files += sorted(STORIES.glob("*.yaml"))
        if not files:
            raise CommandError("请给出演练脚本，或者加 --all")
        try:
            stories = [read_file(path) for path in files]
        except Unreadable as wrong:
            raise CommandError(str(wrong), returncode=2) from None
        with scratch_database():
            reports = [rehearse(story) for story in stories]
        if options["json"]:
            self.stdout.write(json.dumps([_data(r) for r in reports], ensure_ascii=False, indent=1, default=str))
        else:
            for report in reports:
                self._print(report)
            passed, waiting = sum(r.ok for r in reports), sum(r.not_built for r in reports)
            self.stdout.write(
                f"演练 {len(reports)} 个脚本，符合预期 {passed} 个，不符 {len(reports) - passed - waiting} 个，"
                f"程序尚未施行 {waiting} 个。"
            )
        if not all(r.ok or r.not_built for r in reports):
            raise CommandError("有演练脚本与预期不符")

    def _print(self, report: Report) -> None:
        self.stdout.write(f"■ {report.story.title}（{report.story.name}）")
        if report.fault:
            self.stdout.write(f"  {'–' if report.not_built else '✗'} {report.fault}")
        for said in report.said:
            if said.filled:
                self.stdout.write(f"    补办：{'，'.join(said.filled)}")
            mark = "✓" if said.ok else "✗"
            verdict = "准予" if said.allowed else f"拦截 {'、'.join(said.gates)}"
            aside = "（试办）" if said.row.is_try else ""
            self.stdout.write(f"  {mark} {said.row.label}{aside}：{verdict}")
            for sentence in said.sentences:
                self.stdout.write(f"      {sentence}")
            for fault in said.faults:
                self.stdout.write(f"      与预期不符：{fault}")
        for answer in report.answers:
            self.stdout.write(f"  {'✓' if answer.ok else '✗'} 问 {answer.question.label}")
            for fault in answer.faults:
                self.stdout.write(f"      与预期不符：{fault}")
        for term in report.terms:
            done = f"，{term['done_on']}已办" if term["done_on"] else ""
            self.stdout.write(f"    期限 {term['step']} {term['label']}：{term['legal_due'] or '待定'}{done}")


def _data(report: Report) -> dict[str, Any]:
    return {
        "scenario": report.story.name,
        "ok": report.ok,
        "fault": report.fault,
        "not_built": report.not_built,
        "policy_expectations": report.policies,
        "rows": [
            {
                "row": s.row.label,
                "try": s.row.is_try,
                "allowed": s.allowed,
                "gates": list(s.gates),
                "sentences": list(s.sentences),
                "filled": list(s.filled),
                "faults": s.faults,
            }
            for s in report.said
        ],
        "answers": [{"question": a.question.label, "found": a.found, "faults": list(a.faults)} for a in report.answers],
        "terms": report.terms,
    }
