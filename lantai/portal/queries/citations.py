"""Every citation that this platform makes in its rules, held against the texts that are loaded."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import lantai
from lantai.law.statute_text import ArticleText, ParagraphText, StatuteText, resolve
from lantai.law.statutes import Basis
from lantai.law.statutes_in_force import BY_CODE
from lantai.portal.models import PublishedStatute, StatuteArticle

SOURCE = Path(lantai.__file__).parent


@dataclass(frozen=True)
class Checked:
    """What became of the citations: found in the text, wrong, or without a text to look in."""

    resolved: tuple[Basis, ...]
    wrong: tuple[Basis, ...]
    not_loaded: tuple[Basis, ...]


def citations(folder: Path = SOURCE) -> dict[Basis, str]:
    """Every provision cited in the program as ``APL[58, 1]``, with the first place that cites it; tests left out."""
    found: dict[Basis, str] = {}
    for file in sorted(folder.rglob("*.py")):
        if "tests" in file.parts or "migrations" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id in BY_CODE:
                numbers = _numbers(node.slice)
                if numbers:
                    place = f"{file.relative_to(folder)}:{node.lineno}"
                    found.setdefault(Basis(BY_CODE[node.value.id], *numbers), place)
    return found


def check(cited: dict[Basis, str]) -> Checked:
    """Each citation against the loaded text of the very version it cites."""
    texts = {t.statute.code: t for t in _loaded() if t.statute is not None}
    resolved: list[Basis] = []
    wrong: list[Basis] = []
    missing: list[Basis] = []
    for basis in cited:
        text = texts.get(basis.statute.code)
        into = missing if text is None else resolved if resolve(text, basis) else wrong
        into.append(basis)
    return Checked(tuple(resolved), tuple(wrong), tuple(missing))


def _numbers(node: ast.expr) -> tuple[int, ...]:
    """The numbers of a subscript, where it is written out; () where it is computed."""
    parts = node.elts if isinstance(node, ast.Tuple) else [node]
    values = [p.value for p in parts if isinstance(p, ast.Constant)]
    numbers = tuple(v for v in values if isinstance(v, int))
    return numbers if len(numbers) == len(parts) and len(numbers) <= 3 else ()


def _loaded() -> list[StatuteText]:
    by_statute: dict[int, list[ArticleText]] = {}
    rows = StatuteArticle.objects.order_by("statute_id", "number", "branch")
    for statute, number, branch, heading, text in rows.values_list(
        "statute_id", "number", "branch", "heading", "paragraphs"
    ):
        paragraphs = tuple(ParagraphText(p["text"], tuple(p["items"])) for p in text)
        by_statute.setdefault(statute, []).append(ArticleText(number, heading, paragraphs, branch))
    return [
        StatuteText(s.title, s.short, s.adopted, tuple(by_statute.get(s.pk, ())), tuple(s.history))
        for s in PublishedStatute.objects.order_by("id")
    ]
