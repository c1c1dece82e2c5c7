"""Jobs after an upload: what the file is and what it looks like. The evidence stands without them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django_tasks import task

from lantai.ledger import store
from lantai.recording import commands, media, queries


@task()
def probe(sha256: str) -> str:
    """Look at one stored file in a limited child process and keep what was found. Returns "" or what is wrong."""
    held = queries.stored(sha256)
    if held is None:
        return "文件不在存储中"
    with tempfile.TemporaryDirectory(prefix="lantai-probe-") as folder:
        preview = Path(folder) / "preview.jpg"
        found = media.probe(store.path(sha256), held.media_type, preview)
        picture = store.put_bytes(preview.read_bytes(), "image/jpeg") if preview.exists() else None
    commands.note_probe(actor=None, file=held, found=found, preview=picture)
    return str(found.get("fault", ""))


@task()
def probe_waiting() -> int:
    """Look at every file on file that nobody looked at yet (after an import). Returns how many."""
    waiting = queries.unprobed()
    for sha256 in waiting:
        probe.call(sha256)
    return len(waiting)
