"""Looking at pictures, sound and film: in a child of limited memory and time, without tags, without refusing anything."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib

import av
import pytest
from PIL import Image

from lantai.ledger import store
from lantai.recording import commands, media, queries, tasks
from lantai.recording.media import child
from lantai.recording.models import MediaProbe
from lantai.recording.tests.conftest import jpeg


def film(frames: int = 12, container: str = "mp4") -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format=container) as made:
        stream = made.add_stream("libx264" if container == "mp4" else "mpeg4", rate=12)
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
        for n in range(frames):
            picture = av.VideoFrame.from_image(Image.new("RGB", (160, 120), (n * 20, 80, 120)))
            made.mux(stream.encode(picture))
        made.mux(stream.encode())
    return out.getvalue()


def sound() -> bytes:
    return (
        b"RIFF"
        + (36 + 16000).to_bytes(4, "little")
        + b"WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0data"
        + (16000).to_bytes(4, "little")
        + bytes(16000)
    )


def flood(width: int, height: int) -> bytes:
    """A PNG of a few bytes that would be a picture of gigabytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


@pytest.fixture
def looked_at(add):
    def look(content: bytes, **given) -> MediaProbe:
        piece = add(content=content, **given)
        tasks.probe.call(piece.file_id)
        return MediaProbe.objects.get(pk=piece.file_id)

    return look


def test_a_photo_has_a_preview_without_any_tag_and_the_original_keeps_its_own(looked_at):
    original = jpeg(1600, 1200, exif=True)
    probe = looked_at(original)
    assert (probe.is_playable, probe.width, probe.height, probe.codec) == (True, 1600, 1200, "jpeg")
    preview = store.read(probe.preview_id)
    assert b"CANARY" not in preview and not Image.open(io.BytesIO(preview)).getexif()
    assert max(Image.open(io.BytesIO(preview)).size) == child.PREVIEW
    assert b"CANARY" in store.read(probe.file_id)


def test_a_film_is_playable_with_its_length_and_a_picture_of_it(looked_at):
    probe = looked_at(film())
    assert (probe.is_playable, probe.width, probe.codec) == (True, 160, "h264")
    assert probe.seconds == pytest.approx(1.0, abs=0.1) and probe.preview_id


def test_sound_is_playable_and_has_no_picture(looked_at):
    probe = looked_at(sound())
    assert (probe.is_playable, probe.preview_id) == (True, None) and probe.seconds == pytest.approx(1.0, abs=0.1)


@pytest.mark.parametrize(
    "content",
    [
        film()[:-600],
        b"\x00\x00\x00\x18ftypisom" + b"\x00" * 500,
        b"\xff\xd8\xff" + b"junk" * 50,
        flood(60_000, 60_000),
        jpeg()[:300],
    ],
    ids=["film cut off", "no film", "no picture", "pixel flood", "photo cut off"],
)
def test_damaged_or_hostile_media_is_unplayable_and_still_evidence(looked_at, content):
    probe = looked_at(content)
    assert not probe.is_playable and "无法播放" in probe.fault and probe.preview_id is None
    assert store.read(probe.file_id) == content


def test_the_child_cannot_take_more_memory_than_it_is_given(tmp_path):
    code = f"import runpy; m = runpy.run_path({str(media.CHILD)!r}); m['limit'](); bytearray(m['MEMORY'])"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True)
    assert done.returncode and "MemoryError" in done.stderr


def test_a_child_that_dies_leaves_the_evidence_unplayable(add, monkeypatch, tmp_path):
    dead = tmp_path / "dead.py"
    dead.write_text("import os; os.kill(os.getpid(), 9)")
    monkeypatch.setattr(media, "CHILD", dead)
    piece = add(content=jpeg())
    assert "无法播放" in tasks.probe.call(piece.file_id)
    assert not MediaProbe.objects.get().is_playable


def test_a_child_that_never_ends_is_ended(add, monkeypatch, tmp_path):
    slow = tmp_path / "slow.py"
    slow.write_text("while True: pass")
    monkeypatch.setattr(media, "CHILD", slow)
    monkeypatch.setattr(media, "WALL_SECONDS", 0.5)
    piece = add(content=jpeg())
    assert "超时" in tasks.probe.call(piece.file_id)


def test_what_nobody_looked_at_is_found_and_looked_at_once(add):
    first, _ = add(content=jpeg()), add(content=b"plain text")
    assert queries.unprobed() == [first.file_id]
    assert tasks.probe_waiting.call() == 1
    assert queries.unprobed() == [] and tasks.probe_waiting.call() == 0


def test_a_second_look_replaces_the_first(add):
    piece = add(content=jpeg())
    commands.note_probe(actor=None, file=piece.file, found={"is_playable": False, "fault": "无法播放"})
    tasks.probe.call(piece.file_id)
    assert MediaProbe.objects.get().is_playable
