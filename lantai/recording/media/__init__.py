"""What a picture, sound or film is, found out in a child process of limited memory and time (``child``).

A file that no reader understands is "not playable" (无法播放); it is never refused as evidence.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

CHILD = Path(__file__).with_name("child.py")
WALL_SECONDS = 90
UNPLAYABLE = "无法播放"


def probe(path: Path, media_type: str, preview: Path) -> dict[str, Any]:
    """What the child found: is_playable, seconds, width, height, codec, fault. A preview, without any tag of the
    original (place, device, owner), is written to ``preview`` where one can be made.
    """
    command = [sys.executable, "-I", str(CHILD), str(path), media_type, str(preview)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=WALL_SECONDS, stdin=subprocess.DEVNULL)  # noqa: S603
        found = json.loads(done.stdout.decode() or "{}")
    except subprocess.TimeoutExpired:
        found = {"fault": f"{UNPLAYABLE}（读取超时）"}
    except ValueError:
        found = {}
    if not found.get("is_playable"):
        preview.unlink(missing_ok=True)
        return {"is_playable": False, "fault": found.get("fault") or UNPLAYABLE}
    return dict(found)
