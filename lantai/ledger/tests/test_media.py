"""The type of a file is told by its content; what nobody knows is only bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from lantai.ledger.media import BYTES, media_type_of

OOXML = "application/vnd.openxmlformats-officedocument."


def zipped(*names):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return whole.getvalue()


KNOWN = {
    "image/jpeg": b"\xff\xd8\xff\xe1\x00\x10Exif\0\0\0\0\0\0",
    "image/png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "image/gif": b"GIF89a\x01\0\x01\0",
    "image/bmp": b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0",
    "image/tiff": b"II*\0\x08\0\0\0",
    "image/webp": b"RIFF\x24\0\0\0WEBPVP8 ",
    "image/heic": b"\0\0\0\x18ftypheic",
    "image/avif": b"\0\0\0\x18ftypavif",
    "audio/wav": b"RIFF\x24\0\0\0WAVEfmt ",
    "audio/ogg": b"OggS\0\x02",
    "audio/mpeg": b"ID3\x04\0\0\0\0\0\0",
    "audio/aac": b"\xff\xf1\x50\x80\0\x1f\xfc",
    "audio/amr": b"#!AMR\n\x0c",
    "audio/flac": b"fLaC\0\0\0\x22",
    "audio/mp4": b"\0\0\0\x18ftypM4A \0\0\0\0",
    "video/mp4": b"\0\0\0\x18ftypisom\0\0\x02\0",
    "video/quicktime": b"\0\0\0\x14ftypqt  ",
    "video/3gpp": b"\0\0\0\x18ftyp3gp5",
    "video/x-msvideo": b"RIFF\x24\0\0\0AVI LIST",
    "video/webm": b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm",
    "video/matroska": b"\x1aE\xdf\xa3\xa3B\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x88matroska",
    "application/pdf": b"%PDF-1.7\n",
    "application/zip": zipped("a.txt"),
    "application/ofd": zipped("OFD.xml", "Doc_0/Document.xml"),
    OOXML + "wordprocessingml.document": zipped("[Content_Types].xml", "word/document.xml"),
    OOXML + "spreadsheetml.sheet": zipped("[Content_Types].xml", "xl/workbook.xml"),
}


@pytest.mark.parametrize("kind", KNOWN)
def test_a_known_type_is_told_by_its_content(tmp_path, kind):
    file = tmp_path / "证据"
    file.write_bytes(KNOWN[kind])
    assert media_type_of(KNOWN[kind][:4096], file) == kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"\xff",
        "衡阳市".encode(),
        b"<html><script>alert(1)</script>",
        b"<?xml version='1.0'?><svg onload='x'/>",
        b"MZ\x90\0",
        b"\x7fELF",
        b"PK\x03\x04 broken",
        b"RIFF\0\0\0\0XXXX",
        b"\xff\xff\xff\xff\xff",
        b"\xff\xe8\0\0",
        b"BM is a word",
        b"\x1aE\xdf\xa3 unknown",
    ],
)
def test_everything_else_is_only_bytes(tmp_path, data):
    file = tmp_path / "证据.mp4"
    file.write_bytes(data)
    assert media_type_of(data[:4096], file) == BYTES


def test_a_page_behind_the_head_of_a_picture_is_still_the_picture(tmp_path):
    file = tmp_path / "x.html"
    file.write_bytes(KNOWN["image/gif"] + b"<script>")
    assert media_type_of(file.read_bytes(), file) == "image/gif"
