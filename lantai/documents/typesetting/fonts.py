"""The fonts of this installation: the site's own licensed ones first, then those that are shipped. Nothing of the host."""

from __future__ import annotations

import functools
import unicodedata
from pathlib import Path

import typst
from django.conf import settings

from lantai.documents.typesetting import coverage

SHIPPED = Path(__file__).resolve().parents[1] / "fonts"

# The official faces under the names in which vendors ship them, then the free stand-ins.
BODY = ("FangSong_GB2312", "仿宋_GB2312", "FZFangSong-Z02", "FangSong", "仿宋", "STFangsong", "FandolFang R")
TITLE = ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "FandolSong")
TABLE = ("SimSun", "宋体", "FandolSong")
LAST = ("Noto Serif CJK SC",)


def folders() -> list[Path]:
    """Where fonts are looked for, in order of precedence."""
    own = getattr(settings, "LANTAI_FONTS", "")
    return [Path(own), SHIPPED] if own else [SHIPPED]


@functools.lru_cache(maxsize=4)
def loaded(where: tuple[str, ...]) -> typst.Fonts:
    return typst.Fonts(False, False, list(where))


def fonts() -> typst.Fonts:
    return loaded(tuple(str(f) for f in folders() if f.is_dir()))


def families() -> dict[str, list[str]]:
    """The families to use for body, title and table, best first; only those that are there.

    Every other face that is loaded stands at the end: what ``missing_glyphs`` finds in any of them can be drawn.
    """
    there = fonts().families()
    chosen = {"body": BODY, "title": TITLE, "table": TABLE}
    return {
        use: [*(wanted := [f for f in (*names, *LAST) if f in there]), *(f for f in there if f not in wanted)]
        for use, names in chosen.items()
    }


@functools.lru_cache(maxsize=4)
def _drawn(where: tuple[str, ...]) -> frozenset[str]:
    """Every character that some font draws. Private-use code points are none: who reads them sees what he likes."""
    files = [file for folder in where for file in coverage.font_files(Path(folder))]
    covered = frozenset[int]().union(*(coverage.characters(file) for file in files))
    return frozenset(c for c in map(chr, covered) if unicodedata.category(c) != "Co")


def missing_glyphs(text: str) -> tuple[str, ...]:
    """The characters of a text that no font can draw, each once, in order. Private-use code points always are."""
    drawn = _drawn(tuple(str(f) for f in folders()))
    if drawn.issuperset(text.replace("\n", "").replace(" ", "")):
        return ()
    return tuple(dict.fromkeys(c for c in text if c not in "\n " and c not in drawn))


def named(missing: tuple[str, ...]) -> str:
    """The characters by their look and their code point, so that they can be found and replaced: “𱍐”（U+31350）."""
    return "、".join(f"“{c}”（U+{ord(c):04X}）" for c in missing[:10])
