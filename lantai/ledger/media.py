"""The type of a file told by its first bytes: a small table of what evidence really is; everything else is
only bytes.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

BYTES = "application/octet-stream"
_STARTS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_MATROSKA = ((b"\x84webm", "video/webm"), (b"\x88matroska", "video/matroska"))  # DocType of the EBML head
_OFFICE = {
    "OFD.xml": "application/ofd",
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_AUDIO_BRANDS = (b"M4A ", b"M4B ")


def media_type_of(head: bytes, file: Path) -> str:
    """``head``: at least the first 16 bytes if there are so many.

    ``file`` is opened for ZIP containers only.
    """
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], BYTES)
    if head[:4] == b"\x1aE\xdf\xa3":
        return next((kind for mark, kind in _MATROSKA if mark in head[:64]), BYTES)
    if head[:2] == b"BM" and head[6:10] == bytes(4) and len(head) > 14:
        return "image/bmp"
    if head[4:8] == b"ftyp":
        return _of_brand(head[8:12])
    if head[:4] == b"PK\x03\x04":
        return _of_zip(file)
    if len(head) > 3 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return _of_frame(head)
    return BYTES


def _of_brand(brand: bytes) -> str:
    if brand == b"qt  ":
        return "video/quicktime"
    if brand[:3] == b"3gp":
        return "video/3gpp"
    if brand in (b"heic", b"heix", b"mif1", b"avif"):
        return "image/avif" if brand == b"avif" else "image/heic"
    return "audio/mp4" if brand in _AUDIO_BRANDS else "video/mp4"


def _of_frame(head: bytes) -> str:
    """An MPEG audio frame: version, layer, bit rate and sampling rate must all be lawful values."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, sampling = head[2] >> 4, head[2] >> 2 & 3
    if layer == 0 and version in (2, 3):
        return "audio/aac"
    return "audio/mpeg" if version != 1 and layer != 0 and rate not in (0, 15) and sampling != 3 else BYTES


def _of_zip(file: Path) -> str:
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError):
        return BYTES
    return next((kind for name, kind in _OFFICE.items() if name in names), "application/zip")
