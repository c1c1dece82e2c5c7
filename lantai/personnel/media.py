"""Portraits: told by content, turned upright, made small, and free of what a camera writes into a file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from lantai.law.refusals import Malformed

LIMIT_BYTES = 5 * 1024**2
_SIDE = (600, 800)
_PIXELS = 40_000_000


def portrait(file: Any) -> bytes:
    """The JPEG to be kept of an uploaded portrait, without EXIF. Raises Malformed ("photo")."""
    if file.size > LIMIT_BYTES:
        raise Malformed("photo", "照片不能超过 5 MB")
    try:
        with Image.open(file, formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > _PIXELS:
                raise Malformed("photo", "照片的像素过多，请缩小后上传")
            upright = ImageOps.exif_transpose(picture).convert("RGB")
            upright.thumbnail(_SIDE)
            clean = Image.new("RGB", upright.size)
            clean.paste(upright)
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as broken:
        raise Malformed("photo", "照片须是 JPEG 或者 PNG 图片（按文件内容判断）") from broken
    out = BytesIO()
    clean.save(out, "JPEG", quality=88, optimize=True)
    return out.getvalue()
