"""Make lantai/documents/fonts/NotoSerifCJKsc-Supplement.otf: what the Fandol faces lack, taken from Noto Serif CJK SC.

For the maintainer only; needs fontTools and the Debian package fonts-noto-cjk:
    python tools/make_supplement_font.py /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "lantai/documents/fonts"
FANDOL = ("FandolSong-Regular.otf", "FandolSong-Bold.otf", "FandolFang-Regular.otf")
SIMPLIFIED = 2  # the face of the collection drawn for the mainland
HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
SYMBOLS = (
    (0x20, 0x2FF),
    (0x370, 0x4FF),
    (0x2000, 0x303F),
    (0x3100, 0x3130),
    (0x3190, 0x33FF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
)


def inside(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def main(source: str) -> None:
    covered = [set(TTFont(FONTS / name).getBestCmap()) for name in FANDOL]
    everywhere = set.intersection(*covered)
    font = TTFont(source, fontNumber=SIMPLIFIED)
    wanted = {c for c in font.getBestCmap() if inside(c, SYMBOLS) or (inside(c, HAN) and c not in everywhere)}
    options = subset.Options()
    options.layout_features, options.hinting, options.glyph_names = [], False, False
    options.name_IDs, options.notdef_outline = ["*"], True
    options.drop_tables += ["vhea", "vmtx", "VORG", "GSUB", "GPOS", "BASE", "GDEF"]
    cut = subset.Subsetter(options)
    cut.populate(unicodes=wanted)
    cut.subset(font)
    font.save(FONTS / "NotoSerifCJKsc-Supplement.otf")


if __name__ == "__main__":
    main(sys.argv[1])
