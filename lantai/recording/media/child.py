"""The child process that reads foreign formats: run as a script, with limits set before the first byte is read.

It imports neither Django nor anything of ours: a hostile file that takes it over finds no key, no database and no
actor in its hands. It prints one JSON object.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

import av
from PIL import Image, ImageOps

MEMORY = 1536 * 1024**2
CPU_SECONDS = 40
LARGEST_OUTPUT = 8 * 1024**2
PREVIEW = 640  # pixels of the longer side
MOST_PIXELS = 120_000_000
UNPLAYABLE = "无法播放"


def limit() -> None:
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, LARGEST_OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def picture(path: str, preview: str) -> dict[str, Any]:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with Image.open(path) as opened:
        width, height = opened.size
        if width * height > MOST_PIXELS:
            return {"fault": f"{UNPLAYABLE}（图片像素过大）"}
        kind = (opened.format or "").lower()
        opened.draft("RGB", (PREVIEW * 2, PREVIEW * 2))
        save(ImageOps.exif_transpose(opened).convert("RGB"), preview)
    return {"is_playable": True, "width": width, "height": height, "codec": kind}


def save(whole: Image.Image, preview: str) -> None:
    """Only the pixels go on: they are pasted into a new picture, so that no tag comes along."""
    whole.thumbnail((PREVIEW, PREVIEW))
    bare = Image.new("RGB", whole.size)
    bare.paste(whole)
    bare.save(preview, "JPEG", quality=82)


def film(path: str, preview: str) -> dict[str, Any]:
    with av.open(path) as opened:
        stream: Any = next(iter(opened.streams.video), None) or next(iter(opened.streams.audio), None)
        frame: Any = None
        if stream is not None:
            stream.thread_type = "NONE"
            frame = next(opened.decode(stream), None)
        if stream is None or frame is None:
            return {"fault": UNPLAYABLE}
        found: dict[str, Any] = {"is_playable": True, "codec": stream.codec_context.name}
        if opened.duration:
            found["seconds"] = round(opened.duration / av.time_base, 3)
        if stream.type == "video":
            found |= {"width": stream.codec_context.width, "height": stream.codec_context.height}
            save(frame.to_image(), preview)
    return found


def main(path: str, media_type: str, preview: str) -> None:
    limit()
    look = picture if media_type.startswith("image/") and media_type != "image/heic" else film
    try:
        found = look(path, preview)
    except MemoryError:
        found = {"fault": f"{UNPLAYABLE}（读取时超出内存限制）"}
    except Exception as error:
        found = {"fault": f"{UNPLAYABLE}（{type(error).__name__}）"}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:4])
