"""The last lines of ./test: what ran, what was skipped and why, what was not run, and the totals."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path


def main(folder: Path) -> int:
    """Reads ``*.xml`` (pytest), ``checks`` (ok|failed, tab, name) and ``not-run`` (part, tab, reason) of ``folder``."""
    passed = failed = skipped = 0
    reasons: Counter[str] = Counter()
    print("\n──────── 汇总 ────────")
    for line in _lines(folder / "checks"):
        state, name = line.split("\t")
        passed, failed = (passed + 1, failed) if state == "ok" else (passed, failed + 1)
        print(f"{'通过' if state == 'ok' else '未通过'}  {name}")
    ran: dict[str, set[str]] = {}
    for report in sorted(folder.glob("*.xml")):
        part = report.stem.split("-", 1)[1]
        counts: Counter[str] = Counter()
        for case in ElementTree.parse(report).getroot().iter("testcase"):  # noqa: S314
            ran.setdefault(part, set()).add(f"{case.get('classname')}::{case.get('name')}")
            states = {child.tag: child for child in case}
            if "failure" in states or "error" in states:
                counts["failed"] += 1
            elif "skipped" in states:
                counts["skipped"] += 1
                reasons[states["skipped"].get("message") or "没有说明"] += 1
            else:
                counts["passed"] += 1
        passed, failed, skipped = passed + counts["passed"], failed + counts["failed"], skipped + counts["skipped"]
        print(
            f"{'未通过' if counts['failed'] else '通过'}  {part}："
            f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped"
        )
    if once := len(ran.get("SQLite", set()) - ran["PostgreSQL"]) if "PostgreSQL" in ran else 0:
        print(f"SQLite 部分里 {once} 项与用哪种数据库无关：运行一次、计一次，没有在 PostgreSQL 上重复运行")
    for reason, count in reasons.most_common():
        print(f"跳过 {count} 项：{reason}")
    missing = _lines(folder / "not-run")
    for line in missing:
        part, reason = line.split("\t")
        print(f"!!! 没有运行：{part}。原因：{reason}")
    print(f"没有运行的部分：{len(missing)}")
    print(f"\n{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
