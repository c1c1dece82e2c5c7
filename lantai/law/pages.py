"""The pages of ``docs/law``: every released procedure as a lawyer reads it, made from the declaration that runs.

``write`` makes them (``python -m lantai.law.pages`` from the top of the project), ``drift`` names those that no longer
agree with the declarations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from lantai.law.periods import written
from lantai.law.procedure import Procedure
from lantai.law.released import RELEASED
from lantai.law.sheets import flow_chart, lawyer_table, numbered_text
from lantai.law.sheets.bpmn import bpmn
from lantai.law.sheets.written import HEADINGS
from lantai.law.statutes_in_force import BINDS_FIELD

FIELDS = {"market": "市场监督管理"}
INDEX = "README.md"


@cache  # what is declared does not change while a program runs
def pages() -> Mapping[str, str]:
    """Every file of the folder with its text."""
    made = {INDEX: _index()}
    for procedure in RELEASED:
        name = file_name(procedure)
        made[f"{name}.md"] = _page(procedure, name)
        made[f"{name}.svg"] = flow_chart(procedure) + "\n"
        made[f"{name}.bpmn"] = bpmn(procedure)
    return MappingProxyType(made)


def file_name(procedure: Procedure) -> str:
    """``penalty.ordinary``; later versions carry their number, so that earlier ones stay readable."""
    return procedure.code if procedure.version == 1 else f"{procedure.code}.v{procedure.version}"


def write(folder: Path) -> list[str]:
    """Make the pages that are missing or stale. Answers with their names."""
    folder.mkdir(parents=True, exist_ok=True)
    stale = drift(folder)
    made = pages()
    for name in stale:
        if name in made:
            (folder / name).write_text(made[name], "utf-8", newline="\n")
        else:
            (folder / name).unlink()
    return stale


def drift(folder: Path) -> list[str]:
    """The files that differ from what the declarations say, are missing, or belong to no procedure."""
    made = pages()
    there = {p.name for p in folder.iterdir() if p.suffix in (".md", ".svg", ".bpmn")} if folder.is_dir() else set()
    stale = [name for name, text in made.items() if name not in there or (folder / name).read_text("utf-8") != text]
    return sorted([*stale, *(there - made.keys())])


def _index() -> str:
    lines = [
        "# 执法程序",
        "",
        "本目录由程序定义生成（`lantai.law.pages`），不要手工修改。每一页是一部程序的流程图、逐步说明和核对表。",
        "",
        "| 程序 | 代码 | 版本 | 施行日期 | 环节 |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| [{p.label}]({file_name(p)}.md) | `{p.code}` | {p.version} | {written(p.in_force)} | {len(p.steps)} |"
        for p in RELEASED
    ]
    return "\n".join(lines) + "\n"


def _field_notes(procedure: Procedure) -> Iterator[str]:
    """Which of the cited rules bind one field of enforcement only."""
    cited = {b.statute.code: b.statute for step in procedure.steps for b in step.basis}
    for code in sorted(cited.keys() & BINDS_FIELD.keys()):
        field = FIELDS[BINDS_FIELD[code]]
        yield f"- 《{cited[code].short}》只约束{field}领域；其他领域的相应期限是本平台规则，可由机关另行设定"


def _page(procedure: Procedure, name: str) -> str:
    return "\n".join(_lines(procedure, name)) + "\n"


def _lines(procedure: Procedure, name: str) -> Iterator[str]:
    yield f"# {procedure.label}"
    yield ""
    yield procedure.note
    yield ""
    yield f"- 代码：`{procedure.code}`，第{procedure.version}版，自{written(procedure.in_force)}起施行"
    yield f"- 程序摘要：`{procedure.digest}`"
    yield "- 本页由程序定义生成（`lantai.law.pages`），不要手工修改"
    yield from _field_notes(procedure)
    yield ""
    yield "## 流程图"
    yield ""
    yield f"![{procedure.label}流程图]({name}.svg)"
    yield ""
    yield f"流程文件（BPMN 2.0，可用其他流程工具打开）：[{name}.bpmn]({name}.bpmn)"
    yield ""
    yield "## 逐步说明"
    yield ""
    yield from numbered_text(procedure)
    yield ""
    yield "## 核对表"
    yield ""
    yield "| " + " | ".join(HEADINGS) + " |"
    yield "|" + " --- |" * len(HEADINGS)
    for row in lawyer_table(procedure):
        yield "| " + " | ".join(cell.replace("|", "｜") for cell in row.cells) + " |"


if __name__ == "__main__":
    write(Path("docs/law"))
