"""Reading an upload: straight from the network to a file beside the store, however large, with the name as it was sent.

Django's own reader loses a file whose name is not UTF-8, takes characters out of names and checks no length while
reading. Here the limit counts while bytes arrive, a full disk is told as such, and what a killed process leaves is
swept like any other temporary file of the store.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.core.files.uploadhandler import FileUploadHandler
from django.http import QueryDict
from django.http.multipartparser import ChunkIter, InterBoundaryIter, LazyStream, MultiPartParserError
from django.utils.datastructures import MultiValueDict

from lantai.ledger.store import Full, TooLarge

MOST_FILES = 60
MOST_FIELDS = 400
LONGEST_HEAD = 16 * 1024
CHUNK = 256 * 1024
_PARAMETER = re.compile(rb';\s*(name|filename)\s*=\s*("(?:\\.|[^"\\])*"|[^;\s]*)', re.IGNORECASE)
_EXTENDED = re.compile(rb";\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)", re.IGNORECASE)


class Received:
    """One file of an upload, lying in a temporary file: ``name`` as sent, ``size``, ``open``; removed on ``close``."""

    def __init__(self, name: str) -> None:
        folder = Path(settings.STORE) / "tmp"
        folder.mkdir(parents=True, exist_ok=True)
        self.name, self.size = name, 0
        self._path = folder / f"{uuid.uuid4().hex}.part"
        self._file: BinaryIO = self._path.open("w+b")
        fcntl.flock(self._file, fcntl.LOCK_EX)  # tells the sweeper that we live

    def write(self, data: bytes) -> None:
        self.size += len(data)
        if self.size > settings.EVIDENCE_MAX_BYTES:
            raise TooLarge(f"单个文件不能超过 {settings.EVIDENCE_MAX_BYTES / 1024**3:g} GB，没有保存")
        try:
            self._file.write(data)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise Full("服务器存储空间已满，本次内容没有保存") from error
            raise

    def open(self) -> BinaryIO:
        """The content from its beginning."""
        try:
            self._file.flush()
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise Full("服务器存储空间已满，本次内容没有保存") from error
            raise
        self._file.seek(0)
        return self._file

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._file.close()
        self._path.unlink(missing_ok=True)


class _Ending:
    """A body that is being read, with its last bytes: an upload that breaks off lacks the closing boundary, and a file
    that is cut off must not be acknowledged as if it were whole.
    """

    def __init__(self, source: Any) -> None:
        self._source, self.tail = source, b""

    def read(self, size: int) -> bytes:
        block = bytes(self._source.read(size))
        self.tail = (self.tail + block)[-512:] if len(block) < 512 else block[-512:]
        return block


class UploadReader(FileUploadHandler):
    """Set as the only upload handler of a request: ``request.FILES`` then holds ``Received``."""

    def handle_raw_input(  # type: ignore[override]  # Django hands the boundary over as bytes
        self, input_data: Any, META: dict[str, Any], content_length: int, boundary: bytes, encoding: str | None = None
    ) -> tuple[QueryDict, MultiValueDict[str, Any]]:
        if content_length > MOST_FILES * settings.EVIDENCE_MAX_BYTES:
            raise TooLarge("一次上传的文件太大，请分批上传")
        fields = QueryDict(mutable=True)
        files: MultiValueDict[str, Any] = MultiValueDict()
        source = _Ending(input_data)
        try:
            self._read(source, boundary, fields, files)
            if b"--" + boundary + b"--" not in source.tail:
                raise MultiPartParserError("the body breaks off before its end")
        except BaseException:
            close_all(files)
            raise
        fields._mutable = False
        return fields, files

    def _read(self, source: Any, boundary: bytes, fields: QueryDict, files: MultiValueDict[str, Any]) -> None:
        counted = taken = 0
        for part in InterBoundaryIter(LazyStream(ChunkIter(source, CHUNK)), b"--" + boundary):
            name, file_name = _head(part)
            if not name:
                continue
            counted += 1
            if counted > MOST_FIELDS:
                raise RequestDataTooBig("too many fields")
            if file_name is None:
                value = part.read(settings.DATA_UPLOAD_MAX_MEMORY_SIZE - taken + 1)
                taken += len(value)
                if taken > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
                    raise RequestDataTooBig("fields too long")
                fields.appendlist(name, value.decode("utf-8", "replace"))
            else:
                _take(part, name, file_name, files)

    def file_complete(self, file_size: int) -> None:
        return None


def _take(part: Iterator[bytes], field: str, file_name: str, files: MultiValueDict[str, Any]) -> None:
    """One file part. A file field that was left empty arrives without name and content and is no file."""
    blocks = iter(part)
    first = next(blocks, b"")
    if not file_name and not first:
        return
    if sum(len(files.getlist(key)) for key in files) >= MOST_FILES:
        raise TooManyFilesSent(f"more than {MOST_FILES} files")
    received = Received(file_name or "未命名")
    files.appendlist(field, received)
    received.write(first)
    for block in blocks:
        received.write(block)


def _head(part: LazyStream) -> tuple[str, str | None]:
    """Field name and, for a file, its name: ("", None) for a part that is none of ours."""
    size = 1024
    while True:
        block = part.read(size)
        end = block.find(b"\r\n\r\n")
        if end >= 0:
            part.unget(block[end + 4 :])
            return _names(block[:end])
        if len(block) < size:
            return "", None
        part.unget(block)
        size *= 2
        if size > LONGEST_HEAD:
            raise MultiPartParserError("part head too long")


def _names(head: bytes) -> tuple[str, str | None]:
    for line in head.split(b"\r\n"):
        if line[:20].lower() == b"content-disposition:":
            found = {key.lower(): _unquoted(value) for key, value in _PARAMETER.findall(line)}
            extended = _EXTENDED.search(line)
            file_name = _decoded(found[b"filename"]) if b"filename" in found else None
            if extended:
                file_name = _percent(extended[1])
            return _decoded(found.get(b"name", b"")), None if file_name is None else _last(file_name)
    return "", None


def _unquoted(value: bytes) -> bytes:
    """Browsers write a quotation mark as %22 and line breaks as %0D %0A; other programs put a backslash before it."""
    if value[:1] != b'"':
        return value
    inner = value[1:-1].replace(b'\\"', b'"')
    return inner.replace(b"%22", b'"').replace(b"%0D", b"\r").replace(b"%0A", b"\n")


def _decoded(value: bytes) -> str:
    """UTF-8 as browsers send it; otherwise GB 18030, which every older Chinese program writes."""
    for encoding in ("utf-8", "gb18030"):
        with contextlib.suppress(UnicodeDecodeError):
            return value.decode(encoding)
    return value.decode("utf-8", "replace")


def _percent(value: bytes) -> str:
    return _decoded(re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), value))


def _last(name: str) -> str:
    """Without the folders that some programs send along."""
    return name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1]


def close_all(files: MultiValueDict[str, Any]) -> None:
    """Remove the temporary files of an upload."""
    for _, received in files.lists():
        for one in received:
            one.close()
