"""Photos of a list: taken from the store, turned upright, and scaled to what a page can show."""

from __future__ import annotations

import base64
from io import BytesIO

from PIL import Image, ImageOps

from lantai.law.refusals import Malformed
from lantai.ledger import store

LONGEST = 1000  # pixels: 300 to the inch on half a page


def scaled(sha256: str) -> bytes:
    """A stored photo as a JPEG fit for print. Raises Malformed where it cannot be read."""
    try:
        with Image.open(BytesIO(store.read(sha256))) as kept:
            picture = ImageOps.exif_transpose(kept).convert("RGB")
    except (OSError, ValueError, store.Altered) as why:
        raise Malformed("photos", f"所附照片（{sha256[:12]}…）无法读取，请核对证据文件后再制作") from why
    picture.thumbnail((LONGEST, LONGEST))
    held = BytesIO()
    picture.save(held, "JPEG", quality=85)
    return held.getvalue()


def as_svg(sha256: str) -> str:
    """The photo wrapped as SVG: the template takes text only."""
    content = scaled(sha256)
    with Image.open(BytesIO(content)) as picture:
        wide, high = picture.size
    held = base64.b64encode(content).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">'
        f'<image href="data:image/jpeg;base64,{held}" width="{wide}" height="{high}"/></svg>'
    )
