"""The content-addressed store: a byte acknowledged here is on the disk, under its hash, and is never changed.

Order of things: temporary file → fsync → rename to the hash → fsync of the folder → row. Only then does
``receive`` return.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import time
import uuid
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.hazmat.primitives import hashes
from django.conf import settings
from django.db import IntegrityError, OperationalError, transaction

from lantai.ledger import commands
from lantai.ledger.media import media_type_of
from lantai.ledger.models import StoredObject

BLOCK = 1024 * 1024
HOUR = 3600.0
_FULL = (errno.ENOSPC, errno.EDQUOT)


class Full(Exception):
    """No space left: nothing was kept. Pages answer 507."""


class TooLarge(Exception):
    """The file is larger than allowed: nothing was kept. Pages answer 413."""


class Altered(Exception):
    """The bytes in the store are not those that were acknowledged."""


class _CryptographySm3:
    def __init__(self) -> None:
        self._hash = hashes.Hash(hashes.SM3())

    def update(self, data: bytes) -> None:
        self._hash.update(data)

    def hexdigest(self) -> str:
        return self._hash.finalize().hex()


def sm3() -> Any:
    """A fresh SM3 (GB/T 32905): of OpenSSL behind ``hashlib``, else of ``cryptography``."""
    try:
        return hashlib.new("sm3")
    except ValueError:
        return _CryptographySm3()


def digests(stream: BinaryIO) -> tuple[str, str, int]:
    """SHA-256, SM3 and length of a stream."""
    first, second, size = hashlib.sha256(), sm3(), 0
    while block := stream.read(BLOCK):
        first.update(block)
        second.update(block)
        size += len(block)
    return first.hexdigest(), second.hexdigest(), size


def path(sha256: str) -> Path:
    """Where the file lies. Raises ValueError for anything that is no SHA-256."""
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise ValueError("not a SHA-256")
    return Path(settings.STORE) / sha256[:2] / sha256[2:4] / sha256


def open(sha256: str) -> BinaryIO:
    return path(sha256).open("rb")


def read(sha256: str) -> bytes:
    """The whole content, hashed again. Raises Altered."""
    content = path(sha256).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Altered(sha256)
    return content


def _fsync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make_folder(folder: Path) -> None:
    """The folder and its parents, each new one synced into its parent."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        _fsync_folder(folder.parent)


def _temporary() -> Path:
    folder = Path(settings.STORE) / "tmp"
    _make_folder(folder)
    return folder / f"{uuid.uuid4().hex}.part"


@contextlib.contextmanager
def _space() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise Full("服务器存储空间已满，本次内容没有保存") from error
        raise
    except OperationalError as error:
        if "full" in str(error).lower() or "no space" in str(error).lower():
            raise Full("服务器存储空间已满，本次内容没有保存") from error
        raise


def _blocks(stream: Any) -> Iterator[bytes]:
    while block := stream.read(BLOCK):
        yield block


def _write(temporary: Path, stream: Any, limit: int | None) -> tuple[str, str, int, bytes]:
    first, second, size, head = hashlib.sha256(), sm3(), 0, b""
    with temporary.open("xb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # tells the sweeper that the writer lives
        for block in _blocks(stream):
            size += len(block)
            if limit is not None and size > limit:
                raise TooLarge(f"文件超过 {_readable(limit)} 的上限，没有保存")
            head = head or block[:4096]
            first.update(block)
            second.update(block)
            file.write(block)
        file.flush()
        os.fchmod(file.fileno(), 0o440)
        os.fsync(file.fileno())
    return first.hexdigest(), second.hexdigest(), size, head


def _readable(size: int) -> str:
    for unit, word in ((1024**3, "GB"), (1024**2, "MB"), (1024, "KB")):
        if size >= unit:
            return f"{size / unit:g} {word}"
    return f"{size} 字节"


def _keep(temporary: Path, sha256: str, size: int) -> None:
    """Bring the written file under its name; one that is already there with its row is left untouched."""
    target = path(sha256)
    known = StoredObject.objects.filter(pk=sha256).exists()
    with contextlib.suppress(FileNotFoundError):
        if target.stat().st_size == size:
            if not known:
                os.utime(target)  # a fresh date keeps the sweeper away until the row is committed
                _fsync_folder(target.parent)
            temporary.unlink()
            return
    _make_folder(target.parent)
    temporary.replace(target)
    _fsync_folder(target.parent)


def receive(stream: Any, *, limit: int | None = None, media_type: str = "") -> StoredObject:
    """Keep a stream (anything with ``read``) and return its row. The same content twice is one object.

    Raises Full, TooLarge; then nothing remains. The type is told by content, never by name, unless we made
    the file.
    """
    with _space():
        temporary = _temporary()
        try:
            sha256, second, size, head = _write(temporary, stream, limit)
            kind = media_type or media_type_of(head, temporary)
            _keep(temporary, sha256, size)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()
        return _row(sha256, second, size, kind)


def _row(sha256: str, second: str, size: int, kind: str) -> StoredObject:
    """The row of the object, made and sealed if this content is new; two who bring it at once get one row."""
    if (known := StoredObject.objects.filter(pk=sha256).first()) is not None:
        return known
    try:
        with transaction.atomic():  # a command that runs goes on if this is in vain
            made: StoredObject = commands.keep(actor=None, sha256=sha256, sm3=second, size=size, media_type=kind)
        return made
    except IntegrityError:
        return StoredObject.objects.get(pk=sha256)


def put_bytes(data: bytes, media_type: str = "") -> StoredObject:
    """Keep bytes that we made (documents, exports)."""
    return receive(BytesIO(data), media_type=media_type)


def sweep(*, older_than: float = HOUR, dead_after: float = 60.0) -> tuple[int, int]:
    """Remove temporary files of dead writers and files without a row: (temporary, orphans) removed.

    ``older_than``  seconds since the last writing of an orphan; a command may not have committed its row yet.
    ``dead_after``  seconds since the last writing of a temporary file that no process holds any more.
    """
    now = time.time()
    return _sweep_temporary(now - dead_after), _sweep_orphans(now - older_than)


def _sweep_temporary(before: float) -> int:
    removed = 0
    for file in (Path(settings.STORE) / "tmp").glob("*.part"):
        with contextlib.suppress(OSError), file.open("rb") as held:
            if os.fstat(held.fileno()).st_mtime > before:
                continue
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)  # BlockingIOError: its writer lives
            file.unlink()
            removed += 1
    return removed


def _sweep_orphans(before: float) -> int:
    removed = 0
    for folder in Path(settings.STORE).glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]"):
        old = [f for f in folder.iterdir() if len(f.name) == 64 and f.stat().st_mtime <= before]
        known = set(StoredObject.objects.filter(pk__in=[f.name for f in old]).values_list("pk", flat=True))
        removed += sum(_remove_orphan(file, before) for file in old if file.name not in known)
    return removed


def _remove_orphan(file: Path, before: float) -> bool:
    """Moved aside first, then asked again: a writer that came meanwhile either left a fresh date or writes
    anew.
    """
    aside = file.with_suffix(".gone")
    try:
        file.rename(aside)
    except FileNotFoundError:
        return False
    if aside.stat().st_mtime > before or StoredObject.objects.filter(pk=file.name).exists():
        aside.rename(file)
        return False
    aside.unlink()
    return True


def fault(held: StoredObject, *, again: bool = False) -> str:
    """What is wrong with a kept file, "" if nothing. With ``again`` both digests are computed anew."""
    try:
        size = path(held.sha256).stat().st_size
        if size != held.size:
            return f"文件长度应为 {held.size} 字节，实为 {size} 字节"
        if again:
            with open(held.sha256) as stream:
                first, second, _ = digests(stream)
            if (first, second) != (held.sha256, held.sm3):
                return "文件内容已被改动，与收存时的摘要不符"
    except FileNotFoundError:
        return "文件不在存储中"
    except (OSError, ValueError, TypeError) as error:
        return f"文件无法读取（{type(error).__name__}）"
    return ""
