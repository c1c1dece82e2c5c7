"""The source tree as the rules look at it: every module with its name, lines and syntax tree."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Source:
    """One Python file. ``path`` is relative to the root; a sample for a planted violation is made the same way."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def parts(self) -> tuple[str, ...]:
        return Path(self.path).with_suffix("").parts

    @property
    def app(self) -> str:
        """The package of lantai it belongs to, "" outside."""
        return self.parts[1] if self.parts[0] == "lantai" and len(self.parts) > 2 else ""

    @property
    def role(self) -> str:
        """What it is inside its app: models, commands, views …"""
        return self.parts[2] if self.app else ""

    @property
    def is_test(self) -> bool:
        return "tests" in self.parts or self.parts[-1] == "conftest"

    @property
    def is_migration(self) -> bool:
        return "migrations" in self.parts


def modules() -> list[Source]:
    files = [f for top in ("lantai", "tests", "benchmarks") for f in sorted((ROOT / top).rglob("*.py"))]
    return [Source(str(f.relative_to(ROOT)), f.read_text(encoding="utf-8")) for f in files]


def tracked() -> list[Path]:
    """The files that are in the repository, or would be with the next commit."""
    asked = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    return [file for name in listed if name and (file := ROOT / name).is_file()]


def dotted(node: ast.AST) -> str:
    """``a.b().c`` → "a.b.c": the words of a chain of attributes and calls."""
    if isinstance(node, ast.Call):
        return dotted(node.func)
    if isinstance(node, ast.Subscript):
        return dotted(node.value)
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"
