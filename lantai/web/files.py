"""Answers that carry a stored file: parts of it (Range), never run by a browser, shown inline only for a few types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

INLINE = frozenset(
    {
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/gif",
        "application/pdf",
        "video/mp4",
        "audio/mpeg",
        "audio/mp4",
        "audio/ogg",
        "audio/wav",
        "audio/x-wav",
        "audio/aac",
    }
)
SANDBOX = (
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'none'; frame-ancestors 'self'; "
    "base-uri 'none'; form-action 'none'; sandbox"
)
PDF_POLICY = "default-src 'none'; object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
BLOCK = 256 * 1024


def span(header: str, size: int) -> tuple[int, int] | None:
    """The bytes asked for (both ends included). None: no part asked, or one we do not serve. Raises ValueError: 416."""
    found = _RANGE.fullmatch(header.strip())
    if found is None or found.group(0) == "bytes=-":
        return None
    first, last = found.groups()
    if not first:
        length = int(last)
        if length == 0 or size == 0:
            raise ValueError(header)
        return max(0, size - length), size - 1
    start, end = int(first), min(int(last) if last else size - 1, size - 1)
    if start >= size or end < start:
        raise ValueError(header)
    return start, end


def _read(path: Path, start: int, length: int) -> Iterator[bytes]:
    with path.open("rb") as source:
        source.seek(start)
        while length > 0 and (block := source.read(min(BLOCK, length))):
            length -= len(block)
            yield block


def file_response(
    request: HttpRequest,
    path: Path,
    *,
    media_type: str,
    name: str,
    sha256: str = "",
    download: bool = False,
    trusted: bool = False,
) -> HttpResponseBase:
    """The file at ``path``. Types outside INLINE, or ``download``: attachment, octet-stream.

    ``trusted`` is for documents this platform made itself: Chromium's PDF reader does not open a sandboxed PDF.
    """
    inline = media_type in INLINE and not download
    size = path.stat().st_size
    try:
        part = span(request.headers.get("Range", ""), size)
    except ValueError:
        refused = HttpResponse(status=416)
        refused["Content-Range"] = f"bytes */{size}"
        return refused
    start, end = part or (0, size - 1)
    length = end - start + 1
    body = () if request.method == "HEAD" else _read(path, start, length)
    response = StreamingHttpResponse(
        body,
        status=206 if part else 200,
        content_type=media_type if inline else "application/octet-stream",
    )
    response["Content-Length"] = str(length)
    if part:
        response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = f"{'inline' if inline else 'attachment'}; filename*=UTF-8''{quote(name, safe='')}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = PDF_POLICY if trusted and media_type == "application/pdf" else SANDBOX
    response["X-Frame-Options"] = "SAMEORIGIN"
    if sha256:
        response["ETag"] = f'"{sha256}"'
    return response
