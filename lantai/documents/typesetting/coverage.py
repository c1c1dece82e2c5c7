"""Which characters the fonts can draw: the cmap of every font file is read (formats 4 and 12 of OpenType)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = (".otf", ".ttf", ".ttc", ".otc")


def font_files(folder: Path) -> list[Path]:
    """The font files of a folder and below, in a fixed order."""
    return sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES) if folder.is_dir() else []


def characters(file: Path) -> frozenset[int]:
    """The code points a font file has glyphs for; none of a file that cannot be read as a font."""
    content = file.read_bytes()
    found: set[int] = set()
    try:
        for start in _faces(content):
            found |= _face(content, start)
    except (struct.error, IndexError):
        return frozenset()
    return frozenset(found)


def _faces(content: bytes) -> list[int]:
    if content[:4] != b"ttcf":
        return [0]
    (count,) = struct.unpack_from(">I", content, 8)
    return list(struct.unpack_from(f">{count}I", content, 12))


def _face(content: bytes, start: int) -> set[int]:
    (tables,) = struct.unpack_from(">H", content, start + 4)
    for n in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", content, start + 12 + 16 * n)
        if tag == b"cmap":
            return _cmap(content, offset)
    return set()


def _cmap(content: bytes, start: int) -> set[int]:
    (count,) = struct.unpack_from(">H", content, start + 2)
    found: set[int] = set()
    for n in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", content, start + 4 + 8 * n)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            (form,) = struct.unpack_from(">H", content, start + offset)
            if form == 4:
                found.update(_segments(content, start + offset))
            elif form == 12:
                found.update(_groups(content, start + offset))
    return found


def _segments(content: bytes, start: int) -> Iterator[int]:
    (doubled,) = struct.unpack_from(">H", content, start + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", content, start + 14)
    starts = struct.unpack_from(f">{count}H", content, start + 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", content, start + 16 + 2 * doubled)
    where = start + 16 + 3 * doubled
    offsets = struct.unpack_from(f">{count}H", content, where)
    for n in range(count):
        for code in range(starts[n], ends[n] + 1):
            if code != 0xFFFF and _glyph(content, where + 2 * n, offsets[n], code - starts[n], deltas[n], code):
                yield code


def _glyph(content: bytes, at: int, offset: int, index: int, delta: int, code: int) -> int:
    if not offset:
        return (code + delta) & 0xFFFF
    (glyph,) = struct.unpack_from(">H", content, at + offset + 2 * index)
    return (glyph + delta) & 0xFFFF if glyph else 0


def _groups(content: bytes, start: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", content, start + 12)
    for n in range(count):
        first, last, glyph = struct.unpack_from(">III", content, start + 16 + 12 * n)
        yield from range(first if glyph else first + 1, last + 1)
